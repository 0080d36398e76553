"""The statements of the rules and of the network as one list, each judged; see `judging`."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence

import numpy as np

from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.encoder.decoding import Triple, Weights
from onrecord.annotation.encoder.judging import (
    QUOTES,
    SHARED,
    Candidate,
    Numbers,
    by_word,
    candidate,
    features,
    pick,
    settle,
)  # fmt: skip
from onrecord.annotation.encoder.reading import Encoder, Pages
from onrecord.annotation.statements_clauses import stance_at
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence
from onrecord.types import Span

WIDE = Weights(outside=1.5, transitions=0.3, source=0.1, content=0.05)
"""Decoding that proposes much beside what the network is sure of: the judge throws out what is wrong."""
_CONTRAST = re.compile(r"[,;—–]?\s*(?:while|whereas)\s+(?:[a-z]+\s+)?")
"""What parts one speaker's words from what another says in the same sentence."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
    """All candidates of a document that have a cue and a content: the network's, then the rules'."""
    said = dict.fromkeys([*encoder.statements(pages), *encoder.statements(pages, WIDE)])
    found = [candidate(pages.words, s, by_rules=False) for s in said]
    ruled = [(_candidate(pages, rule), rule) for rule in rules]
    ruled = [(item, rule) for item, rule in ruled if item.cue and item.content]
    theirs = [item for item, _ in ruled]
    sides = {side: by_word(i.cue | i.content for i in items) for side, items in ((True, theirs), (False, found))}
    rows = []
    for item in [*found, *theirs]:
        others, index = (found, sides[False]) if item.by_rules else (theirs, sides[True])
        near = sorted({k for word in item.cue | item.content for k in index.get(word, ())})
        rows.append(features(page.text, item, [others[k] for k in near], pages.at(min(item.cue))))
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
        known = Known(page, pages, rules, inner)
        chances = settle(proposed.items, encoder.judge(proposed.rows))
        for k in pick(proposed.items, chances, encoder.judge.least):
            item = proposed.items[k]
            made = proposed.rules[k] or known.fuller(item) or known.ending(item)
            made = made or _attribution(page, item, known.like(item))
            kept.append((_candidate(pages, made), dataclasses.replace(made, confidence=round(float(chances[k]), 3))))
    kept += _threats(kept, outer, pages)
    kept += _told(kept, inner, pages)
    return sorted((a for _, a in kept), key=lambda a: (a.cue[0], a.rule))


class Known:
    """What the rules know of the cues of a document."""

    def __init__(
        self, page: Page, pages: Pages, rules: Sequence[Attribution], inner: Sequence[Attribution]
    ) -> None:
        """`rules`: all statements of the rules; `inner`: those of them in another one's content."""
        self._text = page.text
        self._rules = rules
        self._items = [_candidate(pages, rule) for rule in rules]
        self._at = by_word(item.cue for item in self._items)
        self._inner = [_candidate(pages, rule).cue for rule in inner if rule.told_by is None]
        self._inner_at = by_word(self._inner)

    def like(self, item: Candidate) -> Attribution | None:
        """The first statement of the rules that shares the cue."""
        found = [k for word in item.cue for k in self._at.get(word, ())]
        return self._rules[min(found)] if found else None

    def fuller(self, item: Candidate) -> Attribution | None:
        """The rules' form of a statement of the network, where that one leaves out what must belong to it.

        Of `X said he would come, Y said` the network takes `he would come` for Y's words; the rules take `X said he
        would come`, and in it X's words for X's. Of a quotation of several sentences it may take the last one only.
        """
        for k in sorted({k for word in item.cue for k in self._at.get(word, ())}):
            content = self._items[k].content
            if item.content < content:
                within = {i for word in content - item.content for i in self._inner_at.get(word, ())}
                if any(self._inner[i] <= content - item.content for i in within) or self._cut_open(item, k):
                    return self._rules[k]
        return None

    def ending(self, item: Candidate) -> Attribution | None:
        """The rules' form of a statement of the network that runs on into what somebody else says.

        Of `divers warn that it may rise, while farmers fear a drought` the network may give divers both halves.
        """
        for k in sorted({k for word in item.cue for k in self._at.get(word, ())}):
            mine = self._items[k].content
            if not mine < item.content:
                continue
            end = self._rules[k].content[-1][1]
            for i in sorted({i for word in item.content - mine for i in self._at.get(word, ())}):
                source, within = self._rules[i].source, self._items[i].cue <= item.content - mine
                if source and within and _CONTRAST.fullmatch(self._text, end, source[0][0]):
                    return self._rules[k]
        return None

    def _cut_open(self, item: Candidate, k: int) -> bool:
        """Whether a content begins within a quotation that is a whole one by the rules."""
        quoted = [(a, b) for a, b in self._rules[k].content if self._text[a] in QUOTES]
        return any(a < start < b for a, b in quoted for start, _ in item.said.content[:1])


def _threats(
    kept: Sequence[tuple[Candidate, Attribution]], outer: Sequence[Attribution], pages: Pages
) -> list[tuple[Candidate, Attribution]]:
    """The rules' threats to do something that the judge threw out: its news rarely took a threat for a statement."""
    cues = {word for item, _ in kept for word in item.cue}
    plain = [rule for rule in outer if rule.stance == "threatens" and rule.rule == "verb + to" and rule.source]
    found = [(_candidate(pages, rule), rule) for rule in plain]
    return [(item, rule) for item, rule in found if item.cue and cues.isdisjoint(item.cue)]


def _told(
    kept: Sequence[tuple[Candidate, Attribution]], inner: Sequence[Attribution], pages: Pages
) -> list[tuple[Candidate, Attribution]]:
    """The statements of the rules that stand in another one's content and stay."""
    cues = by_word(item.cue for item, _ in kept)
    contents = by_word(item.content for item, _ in kept)
    more: list[tuple[Candidate, Attribution]] = []
    for rule in inner:
        item = _candidate(pages, rule)
        if not item.cue or any(word in cues for word in item.cue):
            continue
        if rule.told_by is not None:
            # `X said, citing Y`: the statement that passes it on may be cut differently now.
            tellers = [k for word in pages.words.touched(*rule.told_by) for k in cues.get(word, ())]
            if tellers:
                more.append((item, dataclasses.replace(rule, told_by=kept[min(tellers)][1].cue[0])))
        elif any(item.cue <= kept[k][0].content for k in contents.get(min(item.cue), ())):
            more.append((item, rule))
    return more


def _candidate(pages: Pages, rule: Attribution) -> Candidate:
    said = Triple(rule.source, rule.cue, rule.content)
    return candidate(pages.words, said, by_rules=True, confidence=rule.confidence)


def _doer(sentence: Sentence, cue: Span) -> Span | None:
    """The subject that stands before the active verb of a cue."""
    group = next((g for g in sentence.groups if cue[0] <= sentence.starts[g.head] < cue[1]), None)
    if group is None or group.passive or group.form != "finite":
        return None
    who = subject(sentence, group)
    return None if who is None or who.last > group.first else sentence.span(who.first, who.last)


def _of_clause(sentence: Sentence, cue: Span) -> bool:
    """Whether a cue is a participle behind a comma: what it is said of stands before it in the sentence."""
    first = bisect.bisect_left(sentence.starts, cue[0])
    opens = sentence.tags[first : first + 1] == ["VBG"]
    return opens and sentence.words[first - 1 : first] == [","] and not _FINITE.isdisjoint(sentence.tags[:first])


def _attribution(page: Page, item: Candidate, like: Attribution | None) -> Attribution:
    """A statement of the network, with what the rules know of its cue."""
    said, source = item.said, item.said.source
    number = max(0, bisect.bisect_right(page.sentences, said.cue[0][0], key=lambda s: s.start) - 1)
    sentence = page.sentences[number]
    if source and source[0][0] >= sentence.end:
        # `The proposal was rejected. The council then met`: who is named only afterwards did not do it.
        source = ()
    if source and source[0][1] <= sentence.start and _of_clause(sentence, said.cue[0]):
        # `Penn spoke. The shift comes amid a drought, raising fears of hunger`: nobody's words.
        source = ()
    if like is None:
        doer = _doer(sentence, said.cue[0])
        if doer is not None and source and source[0][0] > said.cue[-1][1] and said.content[0][0] < source[0][0]:
            # `Orvane put off the vote after the League met`: its subject does it, not whom the sentence names later.
            source = (doer,)
        return Attribution(source, said.cue, said.content, stance_at(sentence, said.cue[0]), number, 0.0, RULE)
    if like.source and (not source or not sentence.start <= source[0][0] < sentence.end):
        # Who is named in the cue's own sentence goes before a name in another one.
        source = like.source
    holder = like.holder if like.source == source else None
    return Attribution(source, said.cue, said.content, like.stance, number, 0.0, RULE, holder)
