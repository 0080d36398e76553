"""How many independent origins the reports on one happening have between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from onrecord.editions.agencies import is_known, plain_name, same_source, usual_name
from onrecord.editions.bodies import body_shingles
from onrecord.types import Document, Report

SAME_RUN = timedelta(days=3)
"""Reports of one source that follow each other within so long a time are instalments of one running report."""
LEAD_SHARE = 0.5
"""A text rests on an outlet that it cites within its first half, or more than once; else it is a cross-reference."""

SHARED_TEXT = 0.15
"""Share of a text's five-word shingles that makes it rest on another; a quoted statement in common is mostly less."""

_NAME = r"(?P<name>(?:The )?(?:[A-Z][\w&'’]*)(?:[ .-](?:of |and |the )?[A-Z][\w&'’]*){0,4})"
_CITED = re.compile(
    r"\b(?:told|tells|telling|according to|reports? by|reported(?: by)?|obtained by|(?:spoke|speaking) (?:to|with)|revealed (?:by|to)|seen by|"
    r"confirmed to|published (?:by|in)|(?:[Ii]nterview|[Ss]tory|[Aa]ccount|[Rr]eport|[Aa]rticle|[Ii]nvestigation|[Ii]nformation) (?:by|in|on|from|with|of))"
    r":? (?:the |a )?" + _NAME
)
_CITES = re.compile(
    r"(?:(?:^|(?<=\s))(?:As|In|But|And|While) (?:the )?)?" + _NAME + r"(?:,? which)? (?:(?:has|had|was the|first|also|previously|exclusively) )*"
    r"(?:reports|reported|to report|learned|wrote|writes|quoted|cited|revealed|obtained)\b"
)
_OUTLET = re.compile(
    r"(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Courier|Chronicle|Observer|Ledger|Mail|Telegraph|Press|Agency|Radio|TV|Television|"
    r"Media|Magazine|Daily|Weekly|Zeitung|Presse)\b|\.(?:com|org|net|[a-z]{2})$|^The [A-Z]\w+$"
)
_PEOPLE = re.compile(r"^(?:The )?(?:Associates|Court|Government|Ministry|President|Pentagon|Kremlin|Senate|House|Police|Interior|White)\b")


def count_origins(documents: Iterable[Document], reports: Sequence[Report]) -> int:
    """The number of sources that the reports of one story rest on; at least 1 if there is a report.

    Reports are counted once together if they have one source (the report's `origin`, or else the outlet that published
    it first) and follow each other within `SAME_RUN`; if one cites the source of another early or often, or both
    so cite a third; or if one without a named origin shares `SHARED_TEXT` of its text with another.

    Args:
        documents: those of the reports, at least; others are passed over.
        reports: the reports of the story.
    """
    known = {d.id: d for d in documents}
    inside = [[known[d] for d in report.documents if d in known] for report in reports]
    outlets = _outlets(d for group in inside for d in group)
    days = [min((d.published[:10] for d in group if d.published), default=None) for group in inside]
    names = [report.origin or _outlet(group) or report.id for report, group in zip(reports, inside, strict=True)]
    cited = [_leans_on(group, report.origin, outlets) for report, group in zip(reports, inside, strict=True)]
    parent = list(range(len(reports)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    def join(one: int, other: int) -> None:
        parent[root(one)] = root(other)

    for n, m in _runs(names, days):
        join(n, m)
    for n, other in enumerate(_sharing(reports, inside)):
        if other is not None:
            join(n, other)
    for n in range(len(reports)):
        # Only the outlet it cites most: a text that draws on two does not make them one.
        target = next((m for name in cited[n] for m in range(len(reports)) if m != n and same_source(name, names[m])), None)
        if target is None and cited[n]:
            target = next((m for m in range(n) if any(same_source(cited[n][0], name) for name in cited[m])), None)
        if target is not None:
            join(n, target)
    return len({root(n) for n in range(len(reports))}) + sum(max(0, report.origins - 1) for report in reports)


def _sharing(reports: Sequence[Report], inside: Sequence[Sequence[Document]]) -> list[int | None]:
    """For each report without a named origin, the one that holds most of its text, if that is `SHARED_TEXT`."""
    texts = [[body_shingles(document) for document in group] for group in inside]
    found: list[int | None] = []
    for n, report in enumerate(reports):
        best, share = None, SHARED_TEXT
        for other in range(len(reports)):
            if report.origin is None and other != n:
                for mine in texts[n]:
                    for theirs in texts[other]:
                        here = np.isin(mine, theirs, assume_unique=True).sum() / max(1, len(mine))
                        if here >= share:
                            best, share = other, here
        found.append(best)
    return found


def _outlet(documents: Sequence[Document]) -> str | None:
    dated = sorted((d.published or "9999", d.id, d.outlet) for d in documents if d.outlet)
    return usual_name(dated[0][2]) if dated and dated[0][2] else None


def _leans_on(documents: Sequence[Document], origin: str | None, outlets: Mapping[str, str]) -> list[str]:
    """The outlets that the report's texts rest on, the most cited first; not its own."""
    mine = [origin, *(d.outlet for d in documents)]
    cited: Counter[str] = Counter()
    rests: set[str] = set()
    for document in documents:
        body = document.body()
        half = body[0].start + (body[-1].end - body[0].start) * LEAD_SHARE if body else 0
        for name, at in _citations(document):
            known = outlets.get(plain_name(name))
            if known is not None and not any(same_source(known, m) for m in mine):
                cited[known] += 1
                if at < half or cited[known] > len(documents):
                    rests.add(known)
    return sorted(rests, key=lambda name: (-cited[name], name))


def _outlets(documents: Iterable[Document]) -> dict[str, str]:
    """The cited names that are outlets', by their plain form: known ones, and those that are called like one.

    One text's `The Athletic` tells what another's `told the Athletic` means.
    """
    found: dict[str, str] = {}
    for document in documents:
        for name, _ in _citations(document):
            if (is_known(name) or _OUTLET.search(name)) and not _PEOPLE.match(name):
                found.setdefault(plain_name(name), usual_name(name))
    return found


def _citations(document: Document) -> Iterator[tuple[str, int]]:
    for block in document.body():
        for pattern in (_CITED, _CITES):
            for m in pattern.finditer(document.text, block.start, block.end):
                yield m.group("name"), m.start("name")


def _runs(names: Sequence[str], days: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Pairs of reports of one source that follow each other; one without a date goes with any."""
    order = sorted(range(len(names)), key=lambda n: (days[n] or "", n))
    for place, n in enumerate(order):
        for m in reversed(order[:place]):
            if same_source(names[n], names[m]):
                one, other = days[m], days[n]
                if one is None or other is None or date.fromisoformat(other) - date.fromisoformat(one) <= SAME_RUN:
                    yield n, m
                break
