"""The encoding of a page's bytes.

Order: a byte order mark, valid UTF-8, what the page declares (meta charset or http-equiv), Windows-1252. Valid UTF-8
comes before the declaration because text in another encoding is hardly ever valid UTF-8 by chance, while saved and
re-encoded pages often keep a declaration that is no longer true.
"""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,30})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_:.-]{2,30})", re.I)

_HEAD = 8192
"""Bytes in which a declaration is looked for; the HTML standard asks for it in the first 1,024."""

_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
          "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
          "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "tis-620": "cp874",
          "iso-8859-8-i": "iso-8859-8"}  # fmt: skip
"""Declared names and the superset that browsers decode them with (WHATWG Encoding Standard)."""


def declared_encoding(raw: bytes) -> str | None:
    """The name of a Python codec for what the page declares, if there is one."""
    found = _DECLARED.search(raw, 0, _HEAD) or _XML.search(raw, 0, _HEAD)
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    name = _WIDER.get(name, name)
    try:
        info = codecs.lookup(name)
        b"a".decode(name)  # a codec such as `hex` exists but decodes no text
    except (LookupError, ValueError):
        return None
    return info.name


def decode_page(raw: bytes) -> str:
    """The page as text. Never fails: bytes that the encoding has no character for become U+FFFD."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = declared_encoding(raw)
    if declared and not declared.startswith("utf-16"):
        return raw.decode(declared, "replace")
    return raw.decode("cp1252", "replace")
