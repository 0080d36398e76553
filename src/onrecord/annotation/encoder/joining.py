"""The statements of the rules and of the network as one list, each judged; see `judging`."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence

import numpy as np

from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.encoder.decoding import Triple, Weights
from onrecord.annotation.encoder.judging import SHARED, Candidate, Numbers, candidate, features, pick
from onrecord.annotation.encoder.reading import Encoder, Pages
from onrecord.annotation.statements_clauses import stance_at

WIDE = Weights(outside=1.5, transitions=0.3, source=0.1, content=0.05)
"""Decoding that proposes much: the judge throws out what is wrong."""
RULE = "network"
"""The rule that a statement of the network is said to be made by."""


@dataclasses.dataclass(frozen=True, slots=True)
class Proposed:
    """A document's candidates, the network's first, with what the judge sees of each in a row.

    `rules` are the rules' own values of the candidates, None for those of the network.
    """

    items: tuple[Candidate, ...]
    rules: tuple[Attribution | None, ...]
    rows: Numbers


def propose(page: Page, pages: Pages, encoder: Encoder, rules: Sequence[Attribution]) -> Proposed:
    """All candidates of a document that have a cue and a content: the network's, decoded widely, then the rules'."""
    found = [candidate(pages.words, said, by_rules=False) for said in encoder.statements(pages, WIDE)]
    ruled = [(_candidate(pages, rule), rule) for rule in rules]
    ruled = [(item, rule) for item, rule in ruled if item.cue and item.content]
    theirs = [item for item, _ in ruled]
    rows = [
        features(page.text, item, found if item.by_rules else theirs, pages.at(min(item.cue)))
        for item in [*found, *theirs]
    ]
    return Proposed(
        (*found, *theirs),
        (*(None for _ in found), *(rule for _, rule in ruled)),
        np.array(rows, np.float64).reshape(len(rows), 2 * SHARED + 1),
    )


def join(
    page: Page, pages: Pages, encoder: Encoder, rules: Sequence[Attribution], tellers: Sequence[int | None]
) -> list[Attribution]:
    """Which statements stand, in the order of their cues; `confidence` is the probability that the judge gives.

    The network finds no statement within another one's content, as its training data marks none. So those of the rules
    stay where a statement that tells them does.

    Args:
        page: the document's sentences.
        pages: what the network read of the document.
        encoder: the network.
        rules: the statements of the rules.
        tellers: for each of them the index of the one in whose content it stands, or None.
    """
    outer = [r for r, teller in zip(rules, tellers, strict=True) if teller is None]
    inner = [r for r, teller in zip(rules, tellers, strict=True) if teller is not None]
    proposed = propose(page, pages, encoder, outer)
    kept: list[tuple[Candidate, Attribution]] = []
    if proposed.items:
        chances = encoder.judge(proposed.rows)
        for k in pick(proposed.items, chances, encoder.judge.least):
            item = proposed.items[k]
            made = proposed.rules[k] or _as_rule(page, item, rules)
            kept.append((item, dataclasses.replace(made, confidence=round(float(chances[k]), 3))))
    kept += _told(kept, inner, pages)
    return sorted((a for _, a in kept), key=lambda a: (a.cue[0], a.rule))


def _told(
    kept: Sequence[tuple[Candidate, Attribution]], inner: Sequence[Attribution], pages: Pages
) -> list[tuple[Candidate, Attribution]]:
    """The statements of the rules that stand in another one's content and stay."""
    more: list[tuple[Candidate, Attribution]] = []
    for rule in inner:
        item = _candidate(pages, rule)
        if any(item.cue & o.cue for o, _ in kept):
            continue
        if rule.told_by is not None:
            # `X said, citing Y`: the statement that passes it on may be cut differently now.
            words = set(pages.words.touched(*rule.told_by))
            teller = next((a for o, a in kept if o.cue & words), None)
            if teller is not None:
                more.append((item, dataclasses.replace(rule, told_by=teller.cue[0])))
        elif any(item.cue <= o.content for o, _ in kept):
            more.append((item, rule))
    return more


def _candidate(pages: Pages, rule: Attribution) -> Candidate:
    said = Triple(rule.source, rule.cue, rule.content)
    return candidate(pages.words, said, by_rules=True, confidence=rule.confidence)


def _as_rule(page: Page, item: Candidate, rules: Sequence[Attribution]) -> Attribution:
    """A statement of the network with what the rules know of its cue."""
    said = item.said
    number = max(0, bisect.bisect_right(page.sentences, said.cue[0][0], key=lambda s: s.start) - 1)
    like = next((r for r in rules if any(a < e and s < b for a, b in r.cue for s, e in said.cue)), None)
    if like is not None:
        holder = like.holder if like.source == said.source else None
        return Attribution(said.source, said.cue, said.content, like.stance, number, 0.0, RULE, holder)
    stance = stance_at(page.sentences[number], said.cue[0])
    return Attribution(said.source, said.cue, said.content, stance, number, 0.0, RULE)
