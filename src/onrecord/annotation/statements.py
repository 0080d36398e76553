"""Who says what: source, cue and content of attributions, by rules over tagged sentences.

`find` gathers what the rules of the `statements_*` modules find, drops doubles, and says of each statement in whose
content it stands. The conventions are those of PolNeAR (Newell, Margolin and Ruths
2018): a source includes its apposition and relative clause, a content its quotation marks and its `that`, but not the
full stop of the sentence that tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.annotation import (
    quotes,
    sources,
    statements_clauses,
    statements_nouns,
    statements_other,
    statements_quoted,
)
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.parties import Resolved
from onrecord.annotation.syntax import Sentence
from onrecord.types import Document, Span, Statement


def _choose(found: Sequence[Attribution]) -> list[Attribution]:
    """One attribution for each cue: the more confident one, then the earlier one."""
    kept: list[Attribution] = []
    taken: dict[Span, int] = {}
    for item in sorted(found, key=lambda a: (a.cue[0], a.told_by is None, -a.confidence, a.rule)):
        if item.cue[0] not in taken:
            taken[item.cue[0]] = 1
            kept.append(item)
    return kept


def _via(items: Sequence[Attribution]) -> list[int | None]:
    """For each statement the innermost other one in whose content its cue stands, if that one begins outside of it."""
    found: list[int | None] = []
    by_cue = {item.cue[0]: i for i, item in enumerate(items)}
    for i, item in enumerate(items):
        best: int | None = by_cue.get(item.told_by) if item.told_by is not None else None
        if best is not None:
            found.append(best)
            continue
        for j in range(max(0, i - 30), min(len(items), i + 30)):
            other = items[j]
            if i == j or not any(s <= item.cue[0][0] and item.cue[-1][1] <= e for s, e in other.content):
                continue
            if any(s <= other.cue[0][0] < e for s, e in item.content):
                continue
            if best is None or _size(other.content) < _size(items[best].content):
                best = j
        found.append(best)
    return found


def _in_one_kind(page: Page, item: Attribution) -> Attribution | None:
    """The attribution without what stands in a block of another kind: a headline tells nothing of the text below it.

    None where nothing of its content is left.
    """
    own = page.sentences[item.sentence]
    kept: list[Span] = []
    for start, end in item.content:
        first, last = page.number_at(start), page.number_at(end - 1)
        while last > first and not _goes_on(own, page.sentences[last]):
            last -= 1
        if _goes_on(own, page.sentences[first]) and not _is_scrap(page, item, first, (start, end)):
            kept.append((start, min(end, page.sentences[last].end)) if last < page.number_at(end - 1) else (start, end))
    if not kept and item.content:
        return None
    return item if tuple(kept) == item.content else replace(item, content=tuple(kept))


def _is_scrap(page: Page, item: Attribution, number: int, span: Span) -> bool:
    """Whether a piece of content is cut out of another sentence of the narrator, neither whole nor a quotation."""
    if number == item.sentence or page.quotation_at(span[0]) is not None or len(item.content) == 1:
        return False
    other = page.sentences[number]
    return span[1] - span[0] < 0.8 * (other.end - other.start)


def _goes_on(own: Sentence, other: Sentence) -> bool:
    """Whether what a sentence tells may stand in another one."""
    if own.start == other.start:
        return True
    kinds = {own.kind, other.kind}
    return "title" not in kinds and (len(kinds) == 1 or "summary" not in kinds)


def _size(spans: Sequence[Span]) -> int:
    return sum(e - s for s, e in spans)


Join = Callable[[Page, Sequence[Attribution], Sequence[int | None]], Sequence[Attribution]]
"""Puts statements found by other means beside those of the rules. Takes the document's page, the rules' statements and
the index of the one in whose content each stands; gives those that are kept, in the order of their cues."""


def find(
    document: Document, sentences: Sequence[Sentence], resolved: Resolved, join: Join | None = None
) -> tuple[Statement, ...]:
    """The statements of a document, in the order of their cues: those of the rules, joined with others by `join`."""
    page = Page(document.text, sentences, quotes.find(document.text, document.blocks))
    found: list[Attribution] = []
    for number in range(len(sentences)):
        found.extend(statements_clauses.find(page, number))
        found.extend(statements_nouns.find(page, number))
        found.extend(statements_other.find(page, number))
    found.extend(statements_quoted.rest(page, found))
    items = _choose([*found, *statements_other.cited(page, found)])
    items = [item for item in items if sources.speaks(item, sentences[item.sentence], resolved)]
    if join is not None:
        items = [kept for item in join(page, items, _via(items)) if (kept := _in_one_kind(page, item)) is not None]
    judged = sources.judge(items, sentences, resolved)
    return tuple(
        Statement(item.source, item.cue, item.content, item.stance, kind, party, via, item.confidence, item.rule)
        for item, (kind, party), via in zip(items, judged, _via(items), strict=True)
    )
