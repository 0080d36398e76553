"""What can be seen of a piece of text before its kind is decided: its shape, its cues, its place among the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.blocks import WORD, cues, words_of
from onrecord.reading.text_bylines import looks_like_name, starts_with_by
from onrecord.reading.text_datelines import LONGEST as LONGEST_DATE_LINE
from onrecord.reading.text_datelines import is_clock_line, is_date_line

SAMPLE = 2000
"""Code points of a piece that are looked at: a kind shows at once or not at all."""

_CLOSING = "\"'“”„‘’«»‹›)]}」』）*_"
_TERMINAL = ".!?…。！？؟।۔։።॥"
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef\U00020000-\U0003ffff]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]]{0,3}(?:\s+[\"'“‘«(\[¿¡]{0,3}(?=[^\W_a-z])|(?<=[。！？]))")
_DURATION = re.compile(r"(?:video|audio)\s?\d{1,2}:\d{2}|\d{1,2}:\d{2}(?::\d{2})?(?=\s*$|\s+[^\W\d])(?!\s?(?:[ap]\.?m\b|uhr|est|gmt|et\b))", re.I)
_TWEET_END = re.compile(r"^\s*[—–-]\s*.{0,80}\(@\w+\)")
_EMBED_ADDRESS = re.compile(r"pic\.twitter\.com/|https://t\.co/|youtu\.be/|youtube\.com/watch|instagram\.com/p/", re.I)
_AGENCIES = "afp|reuters|ap|epa|dpa|getty|efe|ansa|imago|tt|anp|aap|pti|ani|bloomberg|xinhua|anadolu|sipa|keystone|apa|ntb|cp|pa"
_CREDIT_END = re.compile(
    r"(?:[.!?”\"…])\s?\((?:[A-Z][\w.’'&-]*[ /,|-]{0,3}){1,7}\)$"
    rf"|\([^()]{{0,80}}\b(?i:photo|image|foto|bild|picture|quelle|crédit|courtesy|file|archiv\w*|fichier|archivo|{_AGENCIES})\b[^()]{{0,80}}\)\s*(?:more\s?>?|\.)?$"
    r"|(?i:\b(?:photo|foto|photograph|bild|image|picture|credit|crédits?|fotó|zdjęcie|fot|фото|kuva|снимка)s?\s?[:.]\s?[^.:!?]{2,80}$)"
    rf"|(?<=\S)\s?©\s?[^.]{{2,80}}$|(?i:\b\w+\s?/\s?(?:{_AGENCIES})\b[^.!?]{{0,40}}$)"
    r"|[.…)»”\"’]\s?(?:AFP|EFE|AP|EPA|ANSA|Reuters|REUTERS|Getty Images|The Associated Press|The Canadian Press|EP|SIPA|TT|NTB|DPA|dpa|ANP)$"
    r"|\S \($"
)
_CREDIT_LINE = re.compile(r"^[^.!?]{2,40}\s?[/|]\s?[^.!?]{2,40}$")
_SIDES = re.compile(r"\((?:left|right|centre|center|l|r|top|bottom|above|pictured|links|rechts|l\.|r\.|file|archiv\w*|izquierda|derecha|gauche|droite|sinistra|destra)\)|,\s(?:left|right|center|centre),", re.I)
_COUNTER = re.compile(r"^\W*[\d.,]+\s?(?:[kKmM]\b)?\W*(?:[^\W\d]{1,12}){0,2}\W*$|^\W*\d{1,3}\s?(?:/|of\b\s?/?|von|de|sur|di)\s?\d{1,3}\W*$")
_IMAGE_COUNTER = re.compile(r"^(?:image|photo|bild|foto|slide|picture)?\s?\d{1,3}\s?(?:/|of|von|de|sur|di)\s?/?\s?\d{1,3}$", re.I)
_TICKER = re.compile(r"^[+-]?\d[\d.,]*\s?%?(?:\s\(?[+-]?[\d.,]+\s?%?\)?)*$")
_READING_TIME = re.compile(r"^\W*(?:[^\W\d]+\W+){0,2}\d{1,2}\W{0,2}(?:-\s?)?(?:min|mins|minute|minutes|minuten|minuti|minutos|minuter|minuut|minut|мин|dakika|menit|phút|分钟|分鐘|分)\b\.?(?:\W*[^\W\d]+){0,2}\W*$", re.I)
_ADDRESS_LINE = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?$", re.I)
_EMAIL = re.compile(r"\S@\w[\w-]*\.\w|\[email\s?protected\]", re.I)
_PHONE = re.compile(r"(?:\+|\(0|\b0|\(\d{3}\)\s?|\b)\d[\d\s().-]{7,16}\d\b")
_COPYRIGHT = re.compile(r"^\W{0,3}(?:all (?:contents?|content)\s)?(?:©|\(c\)\s|copyright\b|&copy;)", re.I)
_STORY_CREDIT = re.compile(
    r"^\W{0,2}this (?:story|article|report|piece|project|series|work|column)\b.{0,80}\b(?:was|were|is)\s(?:first |originally )?(?:written|produced|reported|published|supported|republished|part|made)\b", re.I
)
_PLAYER_END = re.compile(r"[-–—|(]\s?(?:video|watch|podcast|vidéo|vídeo|videó|видео|audio)\)?$|^(?:watch|video|vídeo|vidéo|listen|видео|embed)\s?[|:–-]", re.I)
_POSTAL = re.compile(r"\b[A-Z]{2}\s\d{5}\b|\b\d{1,5}\w?(?:/\d+)?,?\s(?:[\w.]+\s){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|suite|floor|straße|paltan|square|blvd|boulevard)\b|(?:straße|strasse|str\.)\s?\d|\b(?:rue|calle|via|rua|avenida)\s[^.!?]{2,40}\d|^address\b", re.I)
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.):]\s")
_CLOCK_HEAD = re.compile(
    r"^\(?\d{1,2}\s?(?:[h:.]\s?\d{2})?\s?(?:(?:[ap]\.?m\.?|uhr|h)\b\)?\s?[-–—:|]?|[-–—:|])\s|^\d{1,2}h\d{2}\b|\(\d{1,2}[.:]\d{2} Uhr\)$", re.I
)
_BRACKETED = re.compile(r"^\([^()]+\)$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a piece's own text shows. `size` is its length in Latin letters' worth (a Han character counts 2.5)."""

    size: int
    words: int
    prose: int
    """0: no sentence; 1 to 3: one that closes with a full stop, the longer the higher."""
    signs: frozenset[str]


def shape_of(text: str, length: int) -> Shape:
    """The shape of a piece.

    Args:
        text: its words on one line; of a long one the first `SAMPLE` code points and its last letters.
        length: its true length in code points.
    """
    words = WORD.findall(text)
    wide = len(_WIDE.findall(text[:300]))
    size = length + (3 * wide * length) // (2 * min(300, max(1, len(text))))
    counted = max(len(words), wide // 2)
    body = text.rstrip(_CLOSING + " ")
    terminal = body[-1:] != "" and body[-1] in _TERMINAL
    colon = text[-1:] in ":："
    sentences = len(_SENTENCE_END.findall(text)) + terminal
    signs = set(cues(text))
    prose = 0
    if terminal and size >= 45 and counted >= 6:
        prose = 1 + (size >= 100) + (size >= 170 or (sentences >= 2 and size >= 120))
    elif size >= 220:
        prose = 2
    if terminal:
        signs.add("closed")
        if prose == 0 and counted >= 3 and text[-1:] not in "?？؟" and not text.endswith(("...", "…")):
            signs.add("sentence")
    commas = text.count(",") + text.count("、") + text.count("،")
    numbers = sum(w.isdecimal() for w in words)
    if numbers >= 2 and prose == 0:
        signs.add("figures")
    if commas >= 3 and not terminal and numbers < 2 and counted <= 4.5 * (commas + 1):
        signs.add("comma list")
    if "by" in signs and counted == 1:
        signs.add("by alone")
    if "call" in signs and prose:
        signs.remove("call")
        signs.add("call in prose")
    if text[:1] in "\"“„«»‘–—":
        signs.add("quoted")
    if colon and counted >= 3:
        signs.add("introduction")
        prose = max(prose, int(sentences > 0 and counted >= 8))
    if colon:
        signs.add("colon")
    letters = [c for c in text[:200] if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters) and any(c.lower() != c for c in letters):
        signs.add("capitals")
    if text[-1:] in "?？؟" and prose < 2:
        signs.add("question")
    if prose == 0:
        signs.add("snippet" if counted <= 4 and size <= 45 else "fragment" if size <= 140 else "long fragment")
    if length <= LONGEST_DATE_LINE:
        signs |= _signs_of_lines(text, counted)
    signs |= {name for name, pattern in (("embed address", _EMBED_ADDRESS), ("tweet end", _TWEET_END), ("email", _EMAIL), ("sides", _SIDES), ("story credit", _STORY_CREDIT)) if pattern.search(text)}
    if _COPYRIGHT.match(text):
        signs.add("© year" if _YEAR.search(text[:200]) else "©")
    elif length <= 700 and _CREDIT_END.search(text[-160:]) and not (_BRACKETED.match(text) and "credits" in signs):
        signs.add("picture credit")
    if _NUMBERED.match(text):
        signs.add("numbered")
    return Shape(size, counted, prose, frozenset(signs | {f"prose {prose}"} if prose else signs))


def _signs_of_lines(text: str, words: int) -> set[str]:
    """The signs that only a short piece can bear."""
    signs = set[str]()
    if is_date_line(text):
        signs.add("date line")
    elif is_clock_line(text):
        signs.add("clock line")
    if starts_with_by(text) and words <= 20 and not text.casefold().startswith(("presented", "sponsored", "powered", "brought")):
        signs.add("by name")
    if looks_like_name(text):
        signs.add("name")
    if _READING_TIME.match(text):
        signs.add("reading time")
    elif "date line" in signs:
        pass
    elif _COUNTER.match(text) or _IMAGE_COUNTER.match(text) or _TICKER.match(text):
        signs.add("counter")
    elif "clock line" not in signs and _CLOCK_HEAD.search(text):
        signs.add("clock head")
    elif _DURATION.match(text):
        signs.add("duration")
    if _ADDRESS_LINE.match(text):
        signs.add("address")
    if _PLAYER_END.search(text):
        signs.add("player label")
    if _POSTAL.search(text) and words <= 20:
        signs.add("postal")
    if _PHONE.search(text):
        signs.add("phone")
    if _CREDIT_LINE.match(text) and words <= 10:
        signs.add("slash")
    if "@" in text and "(" not in text and words <= 6:
        signs.add("handle")
    return signs


_FURNITURE = frozenset(
    "share|networks|links-lead|comments|date line|by name|embed address|tweet end|picture credit|©|© year|copyright|ad|keypoints-lead|"
    "caption-label|comma list".split("|")
)


def is_prose(shape: Shape, at_least: int = 2) -> bool:
    """Whether the piece is a paragraph by its look: sentences, and no cue of furniture."""
    return shape.prose >= at_least and not shape.signs & _FURNITURE and not {"subscribe", "legal"} <= shape.signs and not {"subscribe", "call in prose"} <= shape.signs


_BREAKS = frozenset("share|comments|links-label|more-from|©|© year|legal|subscribe|call|ad|copyright|date line|by name".split("|"))
"""Signs of a line that ends the list before it."""
_LEADS = (("keypoints-lead", "summary"), ("sources-lead", "credits"), ("tags-lead", "tags"), ("links-lead", "links"))


def lists(shapes: Sequence[Shape], bullets: Sequence[bool]) -> list[str]:
    """For each piece, the kind of list that a lead line before it opened ("" if none): `Most read`, `Tags:`, `Sources`."""
    under, out = "", []
    count = 0
    for shape, bullet in zip(shapes, bullets, strict=True):
        lead = next((kind for sign, kind in _LEADS if sign in shape.signs), "")
        if "more-from" in shape.signs and not lead and shape.prose == 0 and shape.words <= 8:
            lead = "links"
        if shape.signs & _BREAKS and not (lead or "links" == under and "links-label" in shape.signs):
            under = ""
        elif under == "tags" and (shape.prose or shape.words > 6) and not (count == 0 and "fragment" in shape.signs):
            under = ""
        elif under == "credits" and (shape.prose >= 2 or count > 12):
            under = ""
        elif under == "links" and (shape.prose >= 2 or (shape.prose and not bullet and count > 1)):
            under = ""
        elif under == "summary" and ((not bullet and count >= 1) or count > 8):
            under = "summary" if bullet else ""
        out.append("" if lead else under)
        if lead:
            under, count = lead, 0
        elif under:
            count += 1
    return out


def support(words: frozenset[str], following: frozenset[str]) -> float:
    """Share of the content words (4 letters or more, by their first 5) that the text after a heading takes up, 0..1."""
    stems = {w[:5] for w in words if len(w) >= 4}
    return len(stems & following) / len(stems) if stems else 0.5


def stems(text: str) -> frozenset[str]:
    """The words' first five letters, of words with four letters or more."""
    return frozenset(w[:5] for w in words_of(text[:SAMPLE]) if len(w) >= 4)
