"""Which country an outlet is of, as far as its address says: it decides how the outlet writes a date in numbers."""

from __future__ import annotations

from urllib.parse import urlsplit

_ANYBODYS = frozenset(
    """ac ai am as bz cc cd co dj eu fm gg gl gs im io is je la li ly me ms mu nu sh st su tk to tv vc ws""".split()
)
"""Country domains that outlets of everywhere use, and those of no one country."""
_OTHER_CODES = {"uk": "GB"}
_US = frozenset({"gov", "mil", "edu"})
"""Domains without a country that only bodies of the United States have."""


def country_of(url: str | None) -> str | None:
    """The ISO 3166 code of the country that an address belongs to by its top-level domain, None where it says nothing.

    >>> country_of("https://www.example.co.uk/news/1"), country_of("https://example.com/")
    ('GB', None)
    """
    if not url:
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    last = host.rstrip(".").rpartition(".")[2].lower()
    if last in _US:
        return "US"
    if len(last) != 2 or not last.isascii() or not last.isalpha() or last in _ANYBODYS:
        return None
    return _OTHER_CODES.get(last, last.upper())
