"""What a piece of plain text shows by itself: its shape and its cues, as a set of named signs.

`data/text_weights.tsv` lists the signs, what each is, and what it speaks for. Those that come from a piece's
neighbours are found in `text_places`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.blocks import WORD, cues
from onrecord.reading.text_bylines import looks_like_name, starts_with_by
from onrecord.reading.text_datelines import LONGEST as LONGEST_LINE
from onrecord.reading.text_datelines import is_clock_line, is_date_line

SAMPLE = 2000
"""Code points of a piece that are looked at: a kind shows at once or not at all."""

_CLOSING = "\"'“”„‘’«»‹›)]}」』）*_ "
_TERMINAL = ".!?…。！？؟।۔։॥"
_OPENING_QUOTES = ("“", "„", "«", "»", "‘", "–", "—", '"')
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef\U00020000-\U0003ffff]")
_SENTENCE_END = re.compile(
    r"[.!?…。！？؟।۔][\"'”’»)\]]{0,3}(?:\s+[\"'“‘«(\[¿¡]{0,3}(?=[^\W_a-z])|(?<=[。！？]))"
)
_WEAK_IN_PROSE = frozenset({"call", "watch", "caption", "legal", "subscribe", "phone", "postal"})
_COMMA = re.compile("[,、،]")
_CONTINUED = re.compile(r"[;,；，](?:\s(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|i|a))?$")
_BRACKETED = re.compile(r"^\([^()]+\)$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_COPYRIGHT = re.compile(r"^\W{0,3}(?:all (?:contents?|content)\s)?(?:©|\(c\)\s|copyright\b)", re.I)

_AGENCY = (
    "afp|reuters|ap|epa|dpa|getty|efe|ansa|imago|tt|anp|aap|pti|ani|bloomberg|xinhua|anadolu|sipa|keystone|apa|ntb|cp|pa"
)
_GLUED_AGENCY = (
    "AFP|EFE|AP|EPA|ANSA|Reuters|REUTERS|Getty Images|The Associated Press|The Canadian Press|EP|SIPA|TT|NTB|DPA|dpa"
)
_PICTURE = "photo|image|foto|bild|picture|quelle|crédit|courtesy|file|archiv\\w*|fichier|archivo"
_PICTURE_LABEL = "photo|foto|photograph|bild|image|picture|credit|crédits?|fotó|zdjęcie|fot|фото|kuva|снимка"
_PICTURE_CREDIT = re.compile(
    # … sentence. (Name/Agency)
    r"[.!?”\"…]\s?\([A-Z][\w.’'&]*(?:[ /,|-]{1,3}[A-Z][\w.’'&]*){0,6}\)$"
    # … (Agency/Name, File), … (Image: Name)
    rf"|\([^()]{{0,80}}\b(?i:{_PICTURE}|{_AGENCY})\b[^()]{{0,80}}\)\s*(?:more\s?>?|\.)?$"
    # … Photo: Name
    rf"|(?i:\b(?:{_PICTURE_LABEL})s?\s?[:.]\s?[^.:!?]{{2,80}}$)"
    # … © Name; Name/AGENCY
    rf"|(?<=\S)\s?©\s?[^.]{{2,80}}$|(?i:\b\w{{1,40}}\s?/\s?(?:{_AGENCY})\b[^.!?]{{0,40}}$)"
    # … in Port Alder.AFP, the markup before the credit lost; or the credit cut off after its bracket
    rf"|[.…)»”\"’]\s?(?:{_GLUED_AGENCY})$|\S \($"
)
_SIDES = re.compile(
    r"\((?:left|right|centre|center|l|r|top|bottom|above|pictured|links|rechts|l\.|r\.|izquierda|derecha|gauche|droite|"
    r"sinistra|destra)\)|,\s(?:left|right|center|centre),",
    re.I,
)
_ANYWHERE = (
    ("embed address", re.compile(r"pic\.twitter\.com/|https://t\.co/|youtu\.be/|youtube\.com/watch|instagram\.com/p/")),
    ("tweet end", re.compile(r"^\s*[—–-]\s*.{0,80}\(@\w+\)")),
    ("email", re.compile(r"\S@\w[\w-]*\.\w|\[email\s?protected\]", re.I)),
    ("sides", _SIDES),
    (
        "story credit",
        re.compile(
            r"^\W{0,2}this (?:story|article|report|piece|project|series|work|column)\b.{0,80}\b(?:was|were|is)\s"
            r"(?:first |originally )?(?:written|produced|reported|published|supported|republished|part|made)\b",
            re.I,
        ),
    ),
    (
        "dateline opening",
        re.compile(
            r"^[A-Z][A-Z .,'’-]{2,40}(?:,\s[^()]{2,25})?\s?(?:\([A-Z][\w .]{1,30}\)\s*)?(?:[-–—]|--)\s\S",
        ),
    ),
    ("numbered", re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.):]\s")),
)

_MINUTES = "min|mins|minute|minutes|minuten|minuti|minutos|minuter|minuut|minut|мин|dakika|menit|phút|分钟|分鐘|分"
_READING_TIME = re.compile(
    rf"^\W*(?:[^\W\d]+\W+){{0,2}}\d{{1,2}}\W{{0,2}}(?:-\s?)?(?:{_MINUTES})\b\.?(?:\W*[^\W\d]+){{0,2}}\W*$", re.I
)
_COUNTER = re.compile(
    r"^\W*[\d.,]+\s?(?:k\b)?\W*(?:[^\W\d]{1,12}){0,2}\W*$"  # 14K shares
    r"|^(?:image|photo|bild|foto|slide|picture)?\W*\d{1,3}\s?(?:/|of\b\s?/?|von|de|sur|di)\s?\d{1,3}\W*$"  # 1 of 6
    r"|^[+-]?\d[\d.,]*\s?%?(?:\s\(?[+-]?[\d.,]+\s?%?\)?)*$",  # +1.2 (0.5%)
    re.I,
)
_CLOCK_HEAD = re.compile(
    r"^\(?\d{1,2}\s?(?:[h:.]\s?\d{2})?\s?(?:(?:[ap]\.?m\.?|uhr|h)\b\)?\s?[-–—:|]?|[-–—:|])\s|^\d{1,2}h\d{2}\b"
    r"|\(\d{1,2}[.:]\d{2} Uhr\)$",
    re.I,
)
_DURATION = re.compile(
    r"(?:video|audio)\s?\d{1,2}:\d{2}"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?=\s*$|\s+[^\W\d])(?!\s?(?:[ap]\.?m\b|uhr|est|gmt|et\b))",
    re.I,
)
_IN_LINES = (
    ("address", re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?$", re.I)),
    (
        "player label",
        re.compile(
            r"[-–—|(]\s?(?:video|watch|podcast|vidéo|vídeo|videó|видео|audio)\)?$"
            r"|^(?:watch|video|vídeo|vidéo|listen|видео|embed)\s?[|:–-]",
            re.I,
        ),
    ),
    (
        "postal",
        re.compile(
            r"\b[A-Z]{2}\s\d{5}\b|(?:straße|strasse|str\.)\s?\d|\b(?:rue|calle|via|rua|avenida)\s[^.!?]{2,40}\d|^address\b"
            r"|\b\d{1,5}\w?(?:/\d+)?,?\s(?:[\w.]+\s){1,3}"
            r"(?:street|st|road|rd|avenue|ave|lane|drive|suite|floor|square|blvd|boulevard)\b",
            re.I,
        ),
    ),
    ("phone", re.compile(r"(?:\+\d{1,3}[\s(-]{0,2}|\(?\b)\d{2,5}\)?(?:[\s.-]{1,2}\d{2,5}){2,4}\b")),
    ("slash", re.compile(r"^[^.!?]{2,40}\s?[/|]\s?[^.!?]{2,40}$")),
    ("handle", re.compile(r"^[^(@]{0,60}(?:^|\s)@\w+$")),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a piece's own text shows.

    `size` is its length in Latin letters' worth: a Han, kana or hangul character counts 2.5. `prose` is 0 where no
    sentence is closed, else 1 to 3, the longer the higher.
    """

    size: int
    words: int
    prose: int
    signs: frozenset[str]


def shape_of(text: str, length: int) -> Shape:
    """The shape of a piece.

    Args:
        text: its words on one line; of a long one the first `SAMPLE` code points and its last letters.
        length: its true length in code points.
    """
    words = WORD.findall(text)
    looked_at = min(300, max(1, len(text)))
    wide = len(_WIDE.findall(text[:looked_at]))
    size = length + 3 * wide * length // (2 * looked_at)
    count = max(len(words), wide // 2)
    signs = set(cues(text))
    prose = _prose(text, size, count, signs)
    if prose:
        signs.add(f"prose {prose}")
    else:
        signs.add("snippet" if count <= 4 and size <= 45 else "fragment" if size <= 140 else "long fragment")
    _add_lists(text, words, count, prose, signs)
    if "by" in signs and count == 1:
        signs.add("by alone")
    if text.startswith(_OPENING_QUOTES):
        signs.add("quoted")
    letters = [c for c in text[:200] if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        signs.add("capitals")
    if length <= LONGEST_LINE:
        _add_of_lines(text, count, signs)
    signs |= {sign for sign, pattern in _ANYWHERE if pattern.search(text)}
    if _COPYRIGHT.match(text):
        signs.add("© year" if _YEAR.search(text[:200]) else "©")
    elif length <= 700 and _PICTURE_CREDIT.search(text[-160:]) and not (_BRACKETED.match(text) and "credits" in signs):
        signs.add("picture credit")
    if prose:  # what makes a button or a caption of a fragment is weak evidence in a sentence
        weak = signs & _WEAK_IN_PROSE
        signs = signs - weak | {f"{sign} in prose" for sign in weak}
    return Shape(size, count, prose, frozenset(signs))


def _prose(text: str, size: int, words: int, signs: set[str]) -> int:
    """How much the piece looks like a paragraph; adds the signs of how it ends."""
    body = text.rstrip(_CLOSING)
    closed = body[-1:] != "" and body[-1] in _TERMINAL
    sentences = len(_SENTENCE_END.findall(text)) + closed
    question = text[-1:] in ("?", "？", "؟")
    prose = 0
    if closed and size >= 45 and words >= 6:
        prose = 1 + (size >= 100) + (size >= 170 or (sentences >= 2 and size >= 120))
    elif size >= 220:
        prose = 2
    if closed:
        signs.add("closed")
        if prose == 0 and words >= 2 and not question and not text.endswith(("...", "…")):
            signs.add("sentence")
    if question and prose < 2:
        signs.add("question")
    if _CONTINUED.search(text):
        signs.add("continued")
    if text.endswith((":", "：")):
        signs.add("colon")
        if words >= 3:
            signs.add("introduction")
        if words >= 8 and sentences:
            prose = max(prose, 1)
    return prose


def _add_lists(text: str, words: list[str], count: int, prose: int, signs: set[str]) -> None:
    """Add the signs of items between commas and of results."""
    numbers = sum(w.isdecimal() for w in words)
    if numbers >= 2 and prose == 0:
        signs.add("figures")
    items = _COMMA.split(text) if signs.isdisjoint({"closed", "continued"}) and numbers < 2 else ()
    if len(items) >= 4 and count <= 3.5 * len(items) and all(len(item.split()) <= 6 for item in items):
        signs.add("comma list")


def _add_of_lines(text: str, words: int, signs: set[str]) -> None:
    """Add the signs that only a short piece can bear."""
    if is_date_line(text):
        signs.add("date line")
    if words <= 20 and starts_with_by(text):
        signs.add("by name")
    if looks_like_name(text):
        signs.add("name")
    if any(c.isdecimal() for c in text):
        _add_of_numbers(text, signs)
    if words <= 20:
        signs |= {sign for sign, pattern in _IN_LINES if pattern.search(text)}


def _add_of_numbers(text: str, signs: set[str]) -> None:
    """Add the signs of counters and times of day."""
    if "date line" not in signs and is_clock_line(text):
        signs.add("clock line")
    if _READING_TIME.match(text):
        signs.add("reading time")
    elif signs.isdisjoint({"date line", "clock line"}):
        if _COUNTER.match(text):
            signs.add("counter")
        elif _CLOCK_HEAD.search(text):
            signs.add("clock head")
        elif _DURATION.match(text):
            signs.add("duration")


_FURNITURE = frozenset(
    {
        "share", "networks", "links-lead", "comments", "date line", "by name", "embed address", "tweet end",
        "picture credit", "©", "© year", "copyright", "ad", "keypoints-lead", "caption-label", "comma list",
    }
)  # fmt: skip


def is_prose(shape: Shape) -> bool:
    """Whether the piece is a paragraph by its look: sentences of some length, and no strong cue of furniture."""
    appeals = shape.signs & {"subscribe in prose", "legal in prose", "call in prose"}
    if "subscribe in prose" in appeals and len(appeals) > 1:
        return False
    return shape.prose >= 2 and shape.signs.isdisjoint(_FURNITURE)
