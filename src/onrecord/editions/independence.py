"""How many independent origins the reports on one happening have between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from onrecord.editions.agencies import initials, is_known, plain_name, usual_name
from onrecord.editions.bodies import text_shingles
from onrecord.editions.fingerprints import shared_pairs
from onrecord.types import Document, Report

SAME_RUN = timedelta(days=3)
"""Reports of one source that follow each other within so long a time are instalments of one running report."""
LEAD_SHARE = 0.5
"""A text rests on an outlet that it cites within its first half, or more than once; else it is a cross-reference."""
SHARED_TEXT = 0.125
"""An eighth of a text's five-word shingles makes it rest on another; a quoted statement in common is mostly less."""
MAX_SHARERS = 50
"""Shingles that more documents than this have are standing phrases."""

_NAME = r"(?P<name>(?<!\w)(?:The )?[A-Z][\w&'’]{0,30}(?:[ .-](?:of |and |the )?[A-Z][\w&'’]{0,30}){0,4})"
_CITED = re.compile(
    r"\b(?:told|tells|telling|[Aa]ccording to|[Rr]eport(?:s|ed)?(?: by)?|[Oo]btained by"
    r"|(?:spoke|[Ss]peaking) (?:to|with)|[Rr]evealed (?:by|to)|[Ss]een by|confirmed to|[Pp]ublished (?:by|in)"
    r"|(?:[Ii]nterview|[Ss]tory|[Aa]ccount|[Rr]eport|[Aa]rticle|[Ii]nvestigation|[Ii]nformation)"
    r" (?:by|in|on|from|with|of))"
    r":? (?:the |a )?" + _NAME
)
_REPORTS = "reports|reported|to report|learned|wrote|writes|quoted|cited|revealed|obtained"
_CITES = re.compile(
    r"(?:(?:^|(?<=\s))(?:As|In|But|And|While) (?:the )?)?" + _NAME + r"(?:,? which)? "
    r"(?:(?:has|had|was the|first|also|previously|exclusively) ){0,3}"
    rf"(?:{_REPORTS})\b"
)
_CITING = re.compile(rf" (?:{_REPORTS})\b")
"""What a block must contain for `_CITES` to find anything, which is quick to see."""
_OUTLET = re.compile(
    r"(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Courier|Chronicle|Observer|Ledger|Mail|Telegraph|Press|Agency"
    r"|Radio|TV|Television|Media|Magazine|Daily|Weekly|Zeitung|Presse)\b|\.(?:com|org|net|[a-z]{2})$|^The [A-Z]\w+$"
)
"""What outlets are called like."""
_OFFICE = re.compile(
    r"^(?:The )?(?:Court|Government|Ministry|President|Pentagon|Kremlin|Senate|House|Police|Interior|White)\b"
)
"""What offices are called like, which are cited too."""


def count_origins(documents: Iterable[Document], reports: Sequence[Report]) -> int:
    """The number of sources that the reports of one story rest on; at least 1 if there is a report.

    Args:
        documents: those of the reports, at least; others are passed over.
        reports: the reports of the story.
    """
    groups = origin_groups(documents, reports)
    return len(set(groups)) + sum(max(0, report.origins - 1) for report in reports)


def origin_groups(documents: Iterable[Document], reports: Sequence[Report]) -> list[int]:
    """For each report of one story a number, equal for reports that rest on the same source.

    Reports are counted once together if they have one source (the report's `origin`, or else the outlet that published
    it first) and follow each other within `SAME_RUN`; if one cites the source of another early or often, or both so
    cite a third; or if one without a named origin shares `SHARED_TEXT` of its text with another.

    Args:
        documents: those of the reports, at least; others are passed over.
        reports: the reports of the story.
    """
    known = {d.id: d for d in documents}
    inside = [[known[d] for d in report.documents if d in known] for report in reports]
    citations = {d.id: list(_citations(d)) for group in inside for d in group}
    outlets = _outlets(name for found in citations.values() for name, _ in found)
    names = [report.origin or _outlet(group) or report.id for report, group in zip(reports, inside, strict=True)]
    cited = [_rests_on(group, report.origin, citations, outlets) for report, group in zip(reports, inside, strict=True)]
    publishers = [(n, d.outlet) for n, group in enumerate(inside) for d in group if d.outlet]
    key = _keys([*names, *(name for group in cited for name in group), *(outlet for _, outlet in publishers)])
    parent = list(range(len(reports)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    sources: dict[str, list[int]] = {}
    for n, name in enumerate(names):
        sources.setdefault(key[name], []).append(n)
    for one, other in [*_runs(sources.values(), inside), *_sharing(reports, inside)]:
        parent[root(one)] = root(other)
    reachable = {name: group[0] for name, group in sources.items()}
    for n, outlet in publishers:
        reachable.setdefault(key[outlet], n)
    citing: dict[str, int] = {}
    for n, group in enumerate(cited):
        # Only one outlet, the first that is at hand: a text that draws on two does not make the two one.
        at_hand = next((reachable[key[name]] for name in group if reachable.get(key[name], n) != n), None)
        if at_hand is None and group:
            at_hand = next((citing[key[name]] for name in group if key[name] in citing), None)
            for name in group:
                citing.setdefault(key[name], n)
        if at_hand is not None:
            parent[root(n)] = root(at_hand)
    return [root(n) for n in range(len(reports))]


def _keys(names: Iterable[str]) -> dict[str, str]:
    """For each name one that is equal for all names of the same source, initials included."""
    plain = {name: plain_name(usual_name(name)) for name in names}
    short = {plain_name(initials(name)): key for name, key in sorted(plain.items()) if initials(name)}
    return {name: short.get(key, key) for name, key in plain.items()}


def _outlet(documents: Sequence[Document]) -> str | None:
    dated = sorted((d.published or "9999", d.id, d.outlet) for d in documents if d.outlet)
    return usual_name(dated[0][2]) if dated else None


def _runs(sources: Iterable[Sequence[int]], inside: Sequence[Sequence[Document]]) -> Iterator[tuple[int, int]]:
    """Pairs of reports of one source that follow each other; one without a date goes with any."""
    for group in sources:
        days = sorted((min((d.published[:10] for d in inside[n] if d.published), default=""), n) for n in group)
        for (one, n), (other, m) in pairwise(days):
            if not one or date.fromisoformat(other) - date.fromisoformat(one) <= SAME_RUN:
                yield n, m


def _sharing(reports: Sequence[Report], inside: Sequence[Sequence[Document]]) -> Iterator[tuple[int, int]]:
    """For each report without a named origin, the one that holds most of its text, if that is `SHARED_TEXT`."""
    owners = [n for n, group in enumerate(inside) for _ in group]
    texts = [text_shingles(document) for group in inside for document in group]
    pairs, counts = np.unique(shared_pairs(texts, MAX_SHARERS), return_counts=True)
    best: dict[int, tuple[float, int]] = {}
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        for mine, theirs in ((pair // len(texts), pair % len(texts)), (pair % len(texts), pair // len(texts))):
            n, other, share = owners[mine], owners[theirs], count / len(texts[mine])
            if n != other and reports[n].origin is None and share >= max(SHARED_TEXT, best.get(n, (0.0, 0))[0]):
                best[n] = (share, other)
    yield from ((n, other) for n, (_, other) in sorted(best.items()))


def _rests_on(
    documents: Sequence[Document],
    origin: str | None,
    citations: Mapping[str, Sequence[tuple[str, int]]],
    outlets: Mapping[str, str],
) -> list[str]:
    """The outlets that the report's texts rest on, the most cited first; not its own."""
    own = {plain_name(usual_name(name)) for name in (origin, *(d.outlet for d in documents)) if name}
    cited: Counter[str] = Counter()
    rests: set[str] = set()
    for document in documents:
        body = document.body()
        half = body[0].start + (body[-1].end - body[0].start) * LEAD_SHARE if body else 0
        for name, at in citations[document.id]:
            known = outlets.get(plain_name(name))
            if known is not None and plain_name(known) not in own:
                cited[known] += 1
                if at < half or cited[known] > len(documents):
                    rests.add(known)
    return sorted(rests, key=lambda name: (-cited[name], name))


def _outlets(cited: Iterable[str]) -> dict[str, str]:
    """The cited names that are outlets', by their plain form: known ones, and those that are called like one.

    One text's `The Athletic` tells what another's `told the Athletic` means.
    """
    found: dict[str, str] = {}
    for name in cited:
        if (is_known(name) or _OUTLET.search(name)) and not _OFFICE.match(name):
            found.setdefault(plain_name(name), usual_name(name))
    return found


def _citations(document: Document) -> Iterator[tuple[str, int]]:
    """Names that a body cites, or might, with where they stand."""
    for block in document.body():
        citing = _CITING.search(document.text, block.start, block.end) is not None
        for pattern in (_CITED, _CITES) if citing else (_CITED,):
            for m in pattern.finditer(document.text, block.start, block.end):
                yield m.group("name"), m.start("name")
