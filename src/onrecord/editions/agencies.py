"""Names of news agencies and outlets in one form: `The Associated Press`, `AP` and `A.P.` are the same source."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from urllib.parse import urlsplit

from onrecord.types import Span

_SHORT = 4
"""Names up to this many letters count in their own spelling only: `PA` is an agency, `pa` is not."""

_EDITION = re.compile(
    r"(?<=\w) (?:online|uk|us|usa|canada|australia|india|deutschland|españa|italia|france|international)$"
)


_WIRES = frozenset({"wires", "wire", "newswire", "agencies", "agency", "news-agency"})
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>(?P<stem>[\w-]+(?:\.[\w-]+)*?)(?:\.co)?\.[a-z]{2,10})(?:/.*)?", re.IGNORECASE
)
_LONGEST = 200
"""Characters of a name that are looked at; metadata of a broken page may hold a whole text."""


@dataclass(frozen=True, slots=True)
class Named:
    """An agency or outlet named at `span`; `name` is its usual form."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Lexicon:
    names: Mapping[str, str]
    """Every form, lower case for the long ones, to the usual form."""
    addresses: Mapping[str, str]
    agencies: frozenset[str]
    """Usual names of news agencies, which serve other outlets and have few readers of their own."""
    pattern: re.Pattern[str]


@functools.cache
def _lexicon() -> _Lexicon:
    text = resources.files(__package__).joinpath("data/agencies.tsv").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    addresses: dict[str, str] = {}
    forms: list[str] = []
    agencies: set[str] = set()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, name, others, parts = line.split("\t")
        if kind == "agency":
            agencies.add(name)
        for form in [name, *filter(None, others.split("|"))]:
            names[_key(form)] = name
            forms.append(form)
        for part in filter(None, parts.split("|")):
            addresses[part] = name
    # Longest first, so that `The Associated Press` is not found as `Associated Press` behind an article.
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return _Lexicon(names, addresses, frozenset(agencies), re.compile(rf"(?<![\w@#/.])(?:{alternatives})(?![\w@])"))


def _key(form: str) -> str:
    return form if len(form) <= _SHORT else form.lower()


def usual_name(name: str) -> str:
    """The usual form of an agency's or outlet's name; a domain (`Reuters.com`) counts as the name before the dot."""
    known = _lexicon().names
    plain = re.sub(r"\s+", " ", name[:_LONGEST]).strip(" ,;:–—-()")
    for form in (plain, plain.rstrip(".")):
        if _key(form) in known:
            return known[_key(form)]
    domain = _DOMAIN.fullmatch(plain)
    if domain is None:
        return plain.rstrip(".")
    stem = domain.group("stem")
    forms = [form for form in (stem, stem.upper(), stem.title()) if _key(form) in known]
    return known[_key(forms[0])] if forms else domain.group("host")


def is_known(name: str) -> bool:
    """Whether the name, in any of its forms, is that of an agency or outlet of the lexicon."""
    return _key(name.strip()) in _lexicon().names


def is_agency(name: str) -> bool:
    """Whether the usual name is that of a news agency, not of an outlet with readers of its own."""
    return name in _lexicon().agencies


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """The agencies and outlets of the lexicon named in `text[start:end]`, in the order of the text."""
    lexicon = _lexicon()
    stop = len(text) if end is None else end
    found = lexicon.pattern.finditer(text, start, stop)
    return [Named(lexicon.names.get(_key(m.group()), m.group()), m.span()) for m in found]


def name_at(text: str, start: int) -> str | None:
    """The usual name of the agency or outlet of the lexicon that `text` names at `start`, or None."""
    m = _lexicon().pattern.match(text, start)
    return None if m is None else _lexicon().names.get(_key(m.group()), m.group())


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two names mean the same source: equal in their usual form, or one is the initials of the other."""
    if not one or not other:
        return False
    a, b = usual_name(one), usual_name(other)
    if plain_name(a) == plain_name(b):
        return True
    return a == initials(b) or b == initials(a)


def plain_name(name: str) -> str:
    """A name for comparison: lower case, without article, blanks, punctuation and the name of an edition (`UK`)."""
    return re.sub(r"\W+", "", _EDITION.sub("", re.sub(r"^the ", "", name.lower())))


def initials(name: str) -> str:
    """The capitals that a name's words begin with, if there are two or more: `MPA` for `Meridian Press Agency`."""
    letters = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper() and word != "The")
    return letters if len(letters) > 1 else ""


def name_in_address(url: str) -> str | None:
    """The agency that a page's address puts it under (`/wires/ap/…`, `/aponline/…`, `/reuters/…`), or None.

    Only a whole part of the path counts, and one of two letters only below a part that speaks of wires.
    """
    try:
        parts = [part for part in urlsplit(url).path.lower().split("/") if part]
    except ValueError:
        return None
    for n, part in enumerate(parts[:-1]):
        name = _lexicon().addresses.get(part)
        if name is None:
            continue
        if len(part) > 2 or (n > 0 and parts[n - 1] in _WIRES):
            return name
    return None
