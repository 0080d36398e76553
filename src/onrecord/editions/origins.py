"""Where the text of a report comes from: evidence for the direction of an edge, and the roots that are left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.editions.agencies import is_agency, is_known, name_at, same_source, usual_name
from onrecord.editions.credits import STRONG, Credit, find_credits
from onrecord.types import Direction, Document, Edge, EdgeEvidence

_ADDRESS = re.compile(r"https?://[^\s<>\"'()]+")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmp(?:id)?|ref|source|from|amp|output)(?:=|$)", re.IGNORECASE
)
"""Parts of an address's query that say how a reader came to the page."""
_SPOKE = re.compile(
    r"\b(?:told|tells|seen by|obtained by|e-?mailed to|interview with|correspondent for|sagte|déclaré à l['’])"
    r"\W{1,5}(?:(?:der|the|a) )?"
)
"""What stands before an agency's name where it speaks of itself: police told AFP, documents seen by Reuters."""
MAX_ADDRESSES = 200
"""Addresses of a text that are looked through for a link to another document."""


def direct(
    a: Document, b: Document, credits: Mapping[str, Sequence[Credit]] | None = None
) -> tuple[tuple[EdgeEvidence, ...], Direction, str | None]:
    """Evidence for which of two documents of one report is the earlier one, and what it comes to.

    Args:
        a: one document.
        b: the other.
        credits: what `find_credits` finds, by document id, if the caller has it.

    Returns:
        The evidence; `from-to` if all that points anywhere points at the same document, else `undetermined`; and the id
        of that document, or None.
    """
    of = {d.id: find_credits(d) if credits is None else tuple(credits[d.id]) for d in (a, b)}
    found: list[EdgeEvidence] = []
    for earlier, later in ((a, b), (b, a)):
        found += _links(earlier, later)
        found += _credited(earlier, later, of[later.id]) or _mentioned(earlier, later)
        found += _source_list(later, of[later.id])
    siblings = _common_source(a, b, of)
    found += siblings
    found += _times(a, b, siblings=bool(siblings) and not same_source(a.outlet, b.outlet))
    toward = {e.toward for e in found if e.toward is not None}
    # A document of which the other names the outlet among several sources may be the earlier one too.
    if toward:
        toward |= {x.id for x, y in ((a, b), (b, a)) if any(not c.alone and _from(x, c.name) for c in of[y.id])}
    if len(toward) == 1:
        return tuple(found), "from-to", toward.pop()
    return tuple(found), "undetermined", None


def _links(earlier: Document, later: Document) -> list[EdgeEvidence]:
    if earlier.url is None or (later.url is not None and plain_address(earlier.url) == plain_address(later.url)):
        return []
    target = plain_address(earlier.url)
    if any(plain_address(link) == target for link in later.provenance.links):
        return [EdgeEvidence("link", f"{later.id} gives {earlier.url} as its source", later.id, None, earlier.id)]
    for n, m in enumerate(_ADDRESS.finditer(later.text)):
        if n == MAX_ADDRESSES:
            break
        if plain_address(m.group().rstrip(".,;")) == target:
            return [EdgeEvidence("link", f"{later.id} links to {earlier.url}", later.id, m.span(), earlier.id)]
    return []


def plain_address(url: str) -> str:
    """An address without what may differ for the same page: scheme, www, tracking, fragment, closing slash."""
    bare = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url.strip(), flags=re.IGNORECASE)
    path, _, query = bare.split("#")[0].partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    return path.rstrip("/") + ("?" + "&".join(kept) if kept else "")


def _from(document: Document, name: str) -> bool:
    """Whether the document was published by the source of that name: its outlet, or the host of its address."""
    if same_source(name, document.outlet):
        return True
    host = plain_address(document.url or "").split("/")[0].split("?")[0].lower()
    return bool(host) and host == plain_address(name).lower()


def _credited(earlier: Document, later: Document, credits: Sequence[Credit]) -> list[EdgeEvidence]:
    """A credit of one document that names the outlet of the other, and no other source in the same breath."""
    if same_source(earlier.outlet, later.outlet):
        return []
    for credit in credits:
        if credit.alone and _from(earlier, credit.name):
            text = f"{later.id} credits {credit.name} ({credit.kind}), which published {earlier.id}"
            return [EdgeEvidence("credit", text, later.id, credit.span, earlier.id)]
    return []


def _mentioned(earlier: Document, later: Document) -> list[EdgeEvidence]:
    """The text of one names the outlet of the other, which does not name the first one's."""
    span = _mention(earlier.outlet, later)
    if span is None or same_source(earlier.outlet, later.outlet) or _mention(later.outlet, earlier) is not None:
        return []
    text = f"{later.id} names {earlier.outlet}, which published {earlier.id}"
    return [EdgeEvidence("credit", text, later.id, span, earlier.id)]


def _mention(outlet: str | None, document: Document) -> tuple[int, int] | None:
    """Where a document names an outlet. One word (`Fortune`, `Metro`) is too little, unless it is a known agency."""
    if outlet is None or (" " not in outlet.strip() and not is_known(outlet)):
        return None
    m = re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", document.text)
    return m.span() if m is not None else None


def _source_list(document: Document, credits: Sequence[Credit]) -> list[EdgeEvidence]:
    listed = [c for c in credits if c.kind == "list"]
    if len(listed) < 2 or listed[0].span is None or listed[-1].span is None:
        return []
    names = ", ".join(dict.fromkeys(c.name for c in listed))
    span = (listed[0].span[0], listed[-1].span[1])
    return [EdgeEvidence("credit", f"{document.id} lists its sources: {names}", document.id, span)]


def _common_source(a: Document, b: Document, of: Mapping[str, Sequence[Credit]]) -> list[EdgeEvidence]:
    """Both credit the same source, and neither is published by it: siblings, whose parent is another text."""
    for credit in of[a.id]:
        if credit.kind == "list" or any(_from(d, credit.name) for d in (a, b)):
            continue
        for other in of[b.id]:
            if other.kind != "list" and same_source(credit.name, other.name):
                document, span = (a.id, credit.span) if credit.span is not None else (b.id, other.span)
                return [EdgeEvidence("credit", f"both credit {credit.name}", document if span else None, span)]
    return []


def _times(a: Document, b: Document, *, siblings: bool) -> list[EdgeEvidence]:
    """The order of publication, as far as both dates say. Between siblings it does not tell who copied whom."""
    if a.published is None or b.published is None or "inferred" in (a.published_basis, b.published_basis):
        return []
    one, other = a.published, b.published
    precise = min(len(one), len(other)) >= len("2025-01-01T00:00")
    if precise and (_offset(one) is None) != (_offset(other) is None):
        precise = False
    if precise:
        first, second = _instant(one), _instant(other)
    else:
        first, second = one[:10], other[:10]
    if first == second:
        return []
    early, late = (a, b) if first < second else (b, a)
    text = f"{early.id} was published {early.published}, {late.id} {late.published}"
    return [EdgeEvidence("time", text, None, None, None if siblings else early.id)]


def _offset(date: str) -> str | None:
    m = re.search(r"(?:Z|[+-]\d\d:?\d\d)$", date[16:])
    return m.group() if m is not None else None


def _instant(date: str) -> str:
    from datetime import UTC, datetime

    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return date
    return (moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).isoformat()


def trace(
    documents: Sequence[Document],
    edges: Sequence[Edge],
    near: Sequence[Document] = (),
    credits: Mapping[str, Sequence[Credit]] | None = None,
) -> tuple[int, str | None]:
    """The number of independent origins of one report, and the root's name where evidence gives it.

    Copies add no origin. Two sources count as two roots only if the documents that credit them are no versions of each
    other, but both went into a third. The name is the source that most documents credit; where they credit several,
    documents outside the report that share text with it have half a voice. Without credits it is the outlet of the one
    document that all others derive from, or of all of them; or else the agency that the text lets people speak to.

    Args:
        documents: those of the report.
        edges: those within it.
        near: documents outside the report that overlap with one of it.
        credits: what `find_credits` finds, by document id, if the caller has it.
    """
    of = {d.id: find_credits(d) if credits is None else tuple(credits[d.id]) for d in (*documents, *near)}
    votes: dict[str, float] = {}
    by_name: dict[str, set[str]] = {}
    for document in documents:
        alone = sorted({c.name for c in of[document.id] if c.strong})
        named = alone or sorted({c.name for c in of[document.id] if c.kind in STRONG})
        for name in named:
            votes[name] = votes.get(name, 0.0) + (1.0 if alone else 1 / len(named))
        for name in alone:
            by_name.setdefault(name, set()).add(document.id)
    origins = _roots(by_name, edges)
    if not by_name:
        return origins, _unnamed_root(documents, edges) or _speaker(documents)
    if len(votes) > 1:
        for document in near:
            for name in sorted({c.name for c in of[document.id] if c.strong} & votes.keys()):
                votes[name] += 0.5
    most = max(votes.values())
    name = min(name for name, count in votes.items() if count == most)
    return origins, next((usual_name(d.outlet) for d in documents if d.outlet and same_source(name, d.outlet)), name)


def _roots(by_name: Mapping[str, set[str]], edges: Sequence[Edge]) -> int:
    """How many of the credited sources are roots of their own: those whose documents no edge ties together."""
    names = sorted(by_name)
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    holders: dict[str, list[str]] = {}
    for name in names:
        for document in by_name[name]:
            holders.setdefault(document, []).append(name)
    for one, other in [(e.from_, e.to) for e in edges] + [(d, d) for d in holders]:
        for left in holders.get(one, []):
            for right in holders.get(other, []):
                parent[root(left)] = root(right)
    return max(1, len({root(name) for name in names}))


def _unnamed_root(documents: Sequence[Document], edges: Sequence[Edge]) -> str | None:
    outlets = {usual_name(d.outlet) if d.outlet else None for d in documents}
    if len(documents) < 2 or outlets == {None}:
        return None
    if len(outlets) == 1:
        return outlets.pop()
    derived = {e.to for e in edges if e.direction == "from-to"}
    roots = [d for d in documents if d.id not in derived]
    if len(roots) == 1 and roots[0].outlet is not None:
        return usual_name(roots[0].outlet)
    return None


def _speaker(documents: Sequence[Document]) -> str | None:
    """The one agency that people speak to (police told AFP) in two or more copies, or in a text that nobody signs."""
    speaking: Counter[str] = Counter()
    for document in documents:
        names = {name_at(document.text, m.end()) for m in _SPOKE.finditer(document.text)}
        speaking.update(name for name in names if name is not None and not same_source(name, document.outlet))
    if len(speaking) != 1:
        return None
    name, copies = next(iter(speaking.items()))
    unsigned = len(documents) == 1 and not documents[0].authors and is_agency(name)
    return name if copies > 1 or unsigned else None
