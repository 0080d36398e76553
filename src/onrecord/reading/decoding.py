"""Bytes to text, without ever mangling a character silently.

The rule, in this order; the first that applies decides:

1. A byte order mark names UTF-8, UTF-16 or UTF-32. Bytes that break the encoding it names are refused.
2. Bytes that are valid UTF-8 and hold no NUL are UTF-8: other encodings hit its multi-byte patterns by chance only in
   a handful of characters.
3. NULs that all stand at odd (or all at even) positions, over a strict decoding without control characters: UTF-16
   without a mark, little (or big) endian.
4. Any other NUL: binary, refused.
5. An encoding that the source declares (a page's `meta charset`, a message's `charset`), if it decodes strictly.
6. windows-1252, if it is sensible as text: no control characters, and 97 of 100 letters beyond ASCII belong to the
   alphabet of one Western European language. Text in a Cyrillic, Greek, Central European or Turkish code page breaks
   this, since its letters land on a mixture of accents that no Western language has.
7. Pages only, where browsers do the same: UTF-8 (or the declared encoding) with U+FFFD for each undecodable stretch, if
   there is at most one in a thousand characters.
8. Refused.

What was not plain UTF-8 is told with the document: `Source.media_type` then carries `charset=` and, under rule 7, the
number of replaced stretches as `replaced=`.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The UTF-32 mark begins with the UTF-16 one, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Control characters that no text holds; tab, line feed, vertical tab, form feed and carriage return are left in.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")

# Letters beyond ASCII of the languages that windows-1252 was made for, by their standard orthographies.
_ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àâæçèéêëîïôœùûüÿ",  # French
        "äöüßéà",  # German
        "áéíñóúüªº",  # Spanish
        "àáâãçéêíóôõúüªº",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "àçèéíïòóúü",  # Catalan
        "åäöæøéüàôóòè",  # Danish, Norwegian, Swedish, Finnish
        "áðéíóúýþæö",  # Icelandic
        "áéíóúàèëïöüêûâôñ",  # Dutch, Afrikaans
        "áéíóúàèìòù",  # Irish, Scottish Gaelic
    )
)
_SENSIBLE_SHARE = 0.97
_SENSIBLE_SIGNS = frozenset("‘’‚‹›“”„«»–—…•·´¨¡¿€£¥¢§¶©®™°±¹²³¼½¾×÷†‡‰µ\u00a0\u00ad\u0085¦ˆ˜¯¬")
_REPLACED_SHARE = 0.001

# Where the name that pages declare stands for a wider encoding (WHATWG Encoding Standard, section 4.2).
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
# Python codecs that turn bytes into bytes or run an interpreter of escapes: never from a stranger's declaration.
_TEXT_CODECS = re.compile(
    r"(cp|iso8859-|windows|koi8|mac-|utf-|gb|big5|shift_jis|euc_|iso2022_jp|hz|tis-620|kz1048|ptcp154|ascii)"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was decoded by, and how many undecodable stretches became U+FFFD."""

    text: str
    charset: str
    replaced: int = 0

    def media_type(self, name: str) -> str:
        """`name`, with the encoding where that is not plain UTF-8."""
        charset = "" if self.charset == "utf-8" and not self.replaced else f"; charset={self.charset}"
        return f"{name}{charset}{f'; replaced={self.replaced}' if self.replaced else ''}"


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not text, and what to do."""

    what: str
    do: str


def bom_charset(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((charset for mark, charset in _MARKS if head.startswith(mark)), None)


def decode(content: bytes, declared: str | None = None, *, page: bool = False) -> Decoded | Undecodable:
    """Decode by the rule above.

    Args:
        content: all bytes of one document.
        declared: the encoding that the source names, if any.
        page: whether the content is a web page, so that rule 7 applies.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _by_mark(content[len(mark) :], charset)
    has_nul = b"\0" in content
    codec = _codec(declared)
    # ISO-2022-JP and HZ are made of ASCII bytes, so that they too are valid UTF-8: here the declaration goes first.
    if not has_nul and codec and codec.startswith(("iso2022_jp", "hz")):
        with suppress(UnicodeDecodeError):
            return Decoded(content.decode(codec), codec)
    if not has_nul:
        with suppress(UnicodeDecodeError):
            return Decoded(content.decode("utf-8"), "utf-8")
    if has_nul:
        return _utf16_without_mark(content) or Undecodable(
            "binary data, not text", "Give text, HTML, JSON lines, CSV or .eml; convert other formats first."
        )
    if codec and codec != "utf-8":
        with suppress(UnicodeError):
            return Decoded(content.decode(codec), "windows-1252" if codec == "cp1252" else codec)
    western = _windows_1252(content)
    if western is not None:
        return Decoded(western, "windows-1252")
    if page:
        charset = codec or "utf-8"
        text = content.decode(charset, "replace")
        replaced = text.count("\ufffd")
        if replaced <= max(1, len(text) * _REPLACED_SHARE):
            return Decoded(text, charset, replaced)
    return _refusal(content)


def _by_mark(content: bytes, charset: str) -> Decoded | Undecodable:
    try:
        return Decoded(content.decode(charset), charset)
    except UnicodeDecodeError as error:
        return Undecodable(
            f"the byte order mark says {charset}, but byte {error.start} breaks it", "Save it again as UTF-8."
        )


def _utf16_without_mark(content: bytes) -> Decoded | None:
    if len(content) % 2:
        return None
    nul_first, nul_second = content[0::2].count(0), content[1::2].count(0)
    if bool(nul_first) == bool(nul_second):
        return None
    charset = "utf-16-be" if nul_first else "utf-16-le"
    try:
        text = content.decode(charset)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else Decoded(text, charset)


def _codec(declared: str | None) -> str | None:
    """Python's name of the encoding that a declaration means, None if it names none that is known and safe."""
    if not declared or not declared.isascii() or len(declared) > 40:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if _TEXT_CODECS.match(name) else None


def _windows_1252(content: bytes) -> str | None:
    """The text, if decoding as windows-1252 gives a sensible one."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text):
        return None
    counts: dict[str, int] = {}
    for character in re.findall(r"[^\x00-\x7f]", text):
        counts[character] = counts.get(character, 0) + 1
    if any(not c.isalpha() and c not in _SENSIBLE_SIGNS for c in counts):
        return None
    letters = {c: n for c, n in counts.items() if c.isalpha() and c not in _SENSIBLE_SIGNS}
    wanted = sum(letters.values()) * _SENSIBLE_SHARE
    if any(sum(n for c, n in letters.items() if c in alphabet) >= wanted for alphabet in _ALPHABETS):
        return text
    return None


def _refusal(content: bytes) -> Undecodable:
    at = 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if _CONTROL.search(content[:4096].decode("latin-1")):
        return Undecodable(
            "binary data, not text", "Give text, HTML, JSON lines, CSV or .eml; convert other formats first."
        )
    line = content.count(b"\n", 0, at) + 1
    return Undecodable(
        f"not UTF-8 (byte {at}, line {line}), and no other encoding could be told from it",
        "Convert it to UTF-8, for example: iconv -f ENCODING -t UTF-8 FILE.",
    )
