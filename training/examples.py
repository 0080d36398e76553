"""Texts with what the names, predicates, mentions and reality heads learn of them, as word indexes within a window.

The sets hold sentences of tokens; the annotator reads paragraphs. So sentences that follow one another are joined, some
of them drawn to stand alone, and the tokens' labels go to the words that they touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, WIDEST
from onrecord.annotation.encoder.decoding_names import NAMES, bio_tags
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.words import Window, Words
from training.readers import Arc, Coreferring, NamedDocument, Predicated, Rated, Span
from training.sampling import draw

NAME_TAGS = bio_tags(NAMES)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and, for any window of it, what is to be learned."""

    id: str
    text: str
    targets: Callable[[Words, Window], Any]


RELATIONS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
"""What a word can be to the one that it depends on (Universal Dependencies 2, without subtypes)."""
UNKNOWN = -1


class TreeTargets(NamedTuple):
    """For each word of a window the word that it depends on (itself where it is the root) and its place among
    RELATIONS; UNKNOWN where that word is outside the window or nobody said."""

    heads: NDArray[np.int64]
    relations: NDArray[np.int64]


Placed = tuple[Span, Span, str]
"""Where a token of a text stands, where the one that it depends on, as what."""


def placed(tokens: Sequence[Span], tree: Sequence[Arc], at: int) -> list[Placed]:
    """The arcs of a text's tokens, `at` characters on."""
    moved = [(a + at, b + at) for a, b in tokens]
    return [(moved[i], moved[arc.head], arc.relation) for i, arc in enumerate(tree)]


def tree_targets(arcs: Sequence[Placed], words: Words, window: Window) -> TreeTargets:
    """The arcs between a window's words; a token of several words stands for its first."""
    heads = np.full(window.end - window.first, UNKNOWN, np.int64)
    relations = heads.copy()
    for token, head, relation in arcs:
        mine, other = inside(words, window, *token), inside(words, window, *head)
        if mine and other and heads[mine[0]] == UNKNOWN and relation in RELATIONS:
            heads[mine[0]], relations[mine[0]] = other[0], RELATIONS.index(relation)
    return TreeTargets(heads, relations)


@dataclass(frozen=True, slots=True)
class RoleTargets:
    """`predicates`: word indexes; `sentences`: the first word and the end of each predicate's sentence; `arguments`:
    predicates × words, BIO over ARGUMENTS; `all`: what scoring compares, each predicate's arguments as (first, end,
    label), labels outside ARGUMENTS too."""

    predicates: NDArray[np.int64]
    sentences: NDArray[np.int64]
    arguments: NDArray[np.int64]
    all: tuple[tuple[tuple[int, int, str], ...], ...]
    tree: TreeTargets


@dataclass(frozen=True, slots=True)
class MentionTargets:
    """Mentions by first word, longer first: `firsts`, `lasts`, `types`, `entities` (numbers, equal where they
    corefer). `all`: those wider than WIDEST too, as (first, last)."""

    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    types: NDArray[np.int64]
    entities: NDArray[np.int64]
    all: tuple[tuple[int, int], ...]
    tree: TreeTargets


@dataclass(frozen=True, slots=True)
class RatedTargets:
    """`at`: word indexes; `ratings`; `set`: the number of the set, as their scales differ."""

    at: NDArray[np.int64]
    ratings: NDArray[np.float32]
    set: int


RATED_SETS = ("UW", "UDS_IH2", "MEANTIME")


def joined(tokens: Iterable[str], start: int = 0) -> tuple[str, list[Span]]:
    """Tokens with blanks between them, and their offsets, counted from `start`."""
    spans, at, kept = [], start, []
    for token in tokens:
        spans.append((at, at + len(token)))
        kept.append(token)
        at += len(token) + 1
    return " ".join(kept), spans


def inside(words: Words, window: Window, start: int, end: int) -> tuple[int, int] | None:
    """The words that a span touches, as first and end within the window; none where it reaches out of it."""
    touched = words.touched(start, end)
    if not touched or touched[0] < window.first or touched[-1] >= window.end:
        return None
    return touched[0] - window.first, touched[-1] + 1 - window.first


def groups(sizes: Sequence[int], limit: int, alone: bool) -> list[range]:
    """Runs of neighbours of at most `limit` in all, or each by itself; a larger one stands alone."""
    out: list[range] = []
    total = 0
    for i, size in enumerate(sizes):
        if out and not alone and total + size <= limit:
            out[-1] = range(out[-1].start, i + 1)
            total += size
        else:
            out.append(range(i, i + 1))
            total = size
    return out


def name_example(document: NamedDocument) -> Example:
    """A document: CoNLL's sentences as paragraphs, as Reuters sets them; WikiGold's as running text."""
    gap = "\n" if document.set == "conll2003" else " "
    texts, names, at = [], [], 0
    for sentence in document.sentences:
        text, spans = joined(sentence.tokens, at)
        texts.append(text)
        names += [(*span, tag) for span, tag in zip(spans, sentence.tags, strict=True) if tag != "O"]
        at += len(text) + 1

    def targets(words: Words, window: Window) -> NDArray[np.int64]:
        out = np.zeros(window.end - window.first, np.int64)
        for start, end, tag in names:
            for k, i in enumerate(words.touched(start, end)):
                if window.first <= i < window.end:
                    out[i - window.first] = NAME_TAGS.index(tag if k == 0 else "I" + tag[1:])
        return out

    return Example(document.id, gap.join(texts), targets)


def role_examples(sentences: Sequence[Predicated], limit: int, seed: int, epoch: int, alone: float) -> list[Example]:
    """Sentences of one document joined up to `limit` tokens; a share `alone` of the documents sentence by sentence."""
    out = []
    for name, group in groupby(sentences, key=lambda s: s.id.rsplit("-", 1)[0]):
        document = list(group)
        single = draw(seed, epoch, "alone", name) < alone
        for part in groups([len(s.tokens) for s in document], limit, single):
            out.append(role_example([document[i] for i in part]))
    return out


def role_example(sentences: Sequence[Predicated]) -> Example:
    """Some sentences that follow one another as one text."""
    found, arcs, at = [], list[Placed](), 0
    for s in sentences:
        arcs += placed(s.tokens, s.tree, at)
        bounds = (at, at + len(s.text))
        for p in s.predicates:
            spans = [(s.tokens[a][0] + at, s.tokens[b - 1][1] + at, label) for a, b, label in p.arguments]
            found.append((s.tokens[p.token][0] + at, s.tokens[p.token][1] + at, bounds, spans))
        at += len(s.text) + 1
    text = " ".join(s.text for s in sentences)

    def targets(words: Words, window: Window) -> RoleTargets:
        at, reach, rows, kept = [], [], [], []
        for start, end, bounds, spans in sorted(found, key=lambda p: p[:2]):
            predicate = inside(words, window, start, end)
            if predicate is None or predicate[0] in at:
                continue
            row = np.zeros(window.end - window.first, np.int64)
            mine = []
            for a, b, label in spans:
                span = inside(words, window, a, b)
                if span is None:
                    continue
                mine.append((*span, label))
                if label in ARGUMENTS:
                    begin = 1 + 2 * ARGUMENTS.index(label)
                    row[span[0] : span[1]] = begin + 1
                    row[span[0]] = begin
            near = words.touched(*bounds)
            at.append(predicate[0])
            reach.append((max(near[0], window.first) - window.first, min(near[-1] + 1, window.end) - window.first))
            rows.append(row)
            kept.append(tuple(mine))
        return RoleTargets(
            np.array(at, np.int64), np.array(reach, np.int64).reshape(len(at), 2),
            np.array(rows, np.int64).reshape(len(at), window.end - window.first), tuple(kept),
            tree_targets(arcs, words, window),
        )  # fmt: skip

    return Example(sentences[0].id, text, targets)


def mention_example(document: Coreferring) -> Example:
    """A document with its mentions."""
    arcs = placed(document.tokens, document.tree, 0)

    def targets(words: Words, window: Window) -> MentionTargets:
        found = {}
        for m in document.mentions:
            span = inside(words, window, m.start, m.end)
            if span is not None:
                found.setdefault((span[0], span[1] - 1), (m.type, m.entity))
        order = sorted(found, key=lambda s: (s[0], -s[1]))
        short = [s for s in order if s[1] - s[0] < WIDEST]
        entities = sorted({found[s][1] for s in short})
        return MentionTargets(
            np.array([s[0] for s in short], np.int64), np.array([s[1] for s in short], np.int64),
            np.array([MENTION_TYPES.index(found[s][0]) for s in short], np.int64),
            np.array([entities.index(found[s][1]) for s in short], np.int64), tuple(order),
            tree_targets(arcs, words, window),
        )  # fmt: skip

    return Example(document.id, document.text, targets)


def rated_examples(sentences: Sequence[Rated], most: int, seed: int, epoch: int) -> list[Example]:
    """Sentences of one set, one to `most` that follow one another joined, as drawn."""
    out = []
    at = 0
    while at < len(sentences):
        count = 1 + int(most * draw(seed, epoch, "rated", at))
        part = [s for s in sentences[at : at + count] if s.set == sentences[at].set]
        out.append(rated_example(part, f"{sentences[at].set}-{at}"))
        at += len(part)
    return out


def rated_example(sentences: Sequence[Rated], name: str) -> Example:
    """Some sentences as one text."""
    texts, found, at = [], list[tuple[Span, float]](), 0
    for sentence in sentences:
        text, spans = joined(sentence.tokens, at)
        texts.append(text)
        found += [(spans[i], rating) for i, rating in sentence.events]
        at += len(text) + 1
    name_of_set = sentences[0].set
    return Example(name, " ".join(texts), lambda words, window: rated_targets(found, name_of_set, words, window))


def rated_targets(found: Sequence[tuple[Span, float]], name: str, words: Words, window: Window) -> RatedTargets:
    """The events of a window, by where they stand in the text, as a set of that name rates them."""
    kept = [(inside(words, window, start, end), rating) for (start, end), rating in found]
    there = [(span[0], rating) for span, rating in kept if span is not None]
    return RatedTargets(
        np.array([i for i, _ in there], np.int64), np.array([r for _, r in there], np.float32), RATED_SETS.index(name)
    )
