"""What the heads other than statements find in a document, placed in its text: names, mentions, predicates, reality.

All heads speak in the one pass over a document (`reading.Pages`); each is decoded only when it is asked for. Every word
is answered for by one window: a find belongs to the window that owns its last word, a predicate to the one that owns
the predicate. Spans are offsets of code points in the document's text, from a word's first to a word's last character.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder import coreference, decoding_mentions
from onrecord.annotation.encoder.decoding_ends import Ender, Phrases, classes_of, opening_of
from onrecord.annotation.encoder.decoding_mentions import MentionFigures, mention_scores
from onrecord.annotation.encoder.decoding_names import names_of_each
from onrecord.annotation.encoder.decoding_pairs import PairTable
from onrecord.annotation.encoder.decoding_roles import PairFigures, roles_of_each
from onrecord.annotation.encoder.decoding_usage import Usage, used_of
from onrecord.annotation.encoder.entities import Joiner, joined
from onrecord.annotation.encoder.seen import seen_of
from onrecord.annotation.encoder.traits import Mentioned
from onrecord.annotation.encoder.words import Window, Words
from onrecord.types import Span

Outputs = Mapping[str, NDArray[np.float32]]
"""What the heads say of one window, by the network's output names, a row for each word."""
Settings = Mapping[str, float]
"""A head's decoding weights, by name, as they were tuned on held-back documents."""


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing. `type` is PER, ORG, LOC or MISC, as CoNLL-2003 has them."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something, a pronoun or a noun phrase too; may lie within another mention.

    `type` is one of `decoding_mentions.MENTION_TYPES`, `score` the logit of being a mention.
    """

    span: Span
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a predicate; `label` is PropBank's (ARG0, ARG1, ARGM-TMP, …; see `decoding_roles.ARGUMENTS`)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that predicates something (a verb, a noun or an adjective), with its arguments in the text's order."""

    span: Span
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One window with what all heads say of it."""

    window: Window
    outputs: Outputs
    _known: dict[str, NDArray[np.float32]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def spans(self, widths: NDArray[np.float32]) -> NDArray[np.float32]:
        """The logits of all spans of being mentions (`mention_scores`), made when they are first asked for."""
        if "spans" not in self._known:
            self._known["spans"] = mention_scores(_mention_figures(self.outputs), widths)
        return self._known["spans"]


def spanned(words: Words, first: int, end: int) -> Span:
    """The stretch of text of words `first`..`end`."""
    return words.spans[first][0], words.spans[end - 1][1]


def names(words: Words, papers: Sequence[Paper], settings: Settings) -> tuple[Name, ...]:
    """The names in a document, in its order; none shares a word with another."""
    found: list[tuple[int, int, str]] = []
    each = names_of_each([paper.outputs["names"] for paper in papers], **settings)
    for paper, names_there in zip(papers, each, strict=True):
        for first, end, kind in names_there:
            first, end = first + paper.window.first, end + paper.window.first
            if end > paper.window.owned:
                # Where a paragraph is cut, this window saw the whole of a name of which the one before saw the start.
                while found and found[-1][1] > first:
                    found.pop()
                found.append((first, end, kind))
    return tuple(Name(spanned(words, first, end), kind) for first, end, kind in found)


def mentions(
    words: Words, papers: Sequence[Paper], widths: NDArray[np.float32], settings: Settings
) -> tuple[Mention, ...]:
    """The mentions in a document, by where they begin, the longer first."""
    found = [
        (paper.window.first + m.first, paper.window.first + m.end, m)
        for paper in papers
        for m in _mentions(paper, widths, settings)
    ]
    found.sort(key=lambda f: (f[0], -f[1]))
    return tuple(Mention(spanned(words, first, end), m.type, m.score) for first, end, m in found)


def entities(
    text: str,
    words: Words,
    papers: Sequence[Paper],
    widths: NDArray[np.float32],
    settings: Settings,
    apart: NDArray[np.float32],
    ranker: coreference.Ranker,
    joiner: Joiner | None,
) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of a document by whom or what they stand for: a tuple for each entity, in the order of their firsts.

    Args:
        text: the document's.
        words: its words.
        papers: its windows.
        widths: the table of widths.
        settings: those of mentions.
        apart: the encoder's figure for each class of how far two mentions are apart.
        ranker: the network that judges pairs.
        joiner: the network that judges a mention with an entity; without it the ranker decides alone.
    """
    found: list[tuple[Mentioned, float]] = []
    for paper in papers:
        mine, said = _mentions(paper, widths, settings), paper.outputs
        placed = coreference.placed(text, words, paper.window, mine, said["anaphors"], said["antecedents"])
        found += zip(placed, (m.score for m in mine), strict=True)
    found.sort(key=lambda f: (f[0].first, -f[0].end))
    if joiner is None or not found:
        numbers = coreference.entities_of([m for m, _ in found], apart, ranker)
    else:
        seen = seen_of([m for m, _ in found], [score for _, score in found], [text[a:b] for a, b in words.spans])
        numbers = joined(seen, apart, joiner)
    out: list[list[Mention]] = [[] for _ in range(max(numbers, default=-1) + 1)]
    for number, (m, score) in zip(numbers, found, strict=True):
        out[number].append(Mention(spanned(words, m.first, m.end), m.type, score))
    return tuple(map(tuple, out))


def _mentions(paper: Paper, widths: NDArray[np.float32], settings: Settings) -> list[decoding_mentions.Mention]:
    """The mentions that a window answers for, as words of the window."""
    figures = _mention_figures(paper.outputs)
    found = decoding_mentions.mentions_of(figures, widths, scores=paper.spans(widths), **settings)
    return [m for m in found if paper.window.first + m.end > paper.window.owned]


def _mention_figures(said: Outputs) -> MentionFigures:
    """What the mentions head says of a window."""
    return MentionFigures(
        said["mention_starts"], said["mention_ends"], said["mention_bounds"], said["mention_types"]
    )


def predicates(
    words: Words,
    papers: Sequence[Paper],
    sentences: Sequence[Span],
    table: PairTable,
    settings: Settings,
    widths: NDArray[np.float32],
    ender: Ender | None,
    usage: Usage | None,
) -> tuple[Predicate, ...]:
    """The predicates in a document, in its order, with their arguments.

    Args:
        words: the document's.
        papers: its windows.
        sentences: its sentences; a predicate has its arguments in its own.
        table: the pair network of roles.
        settings: those of roles.
        widths: the table of widths of mentions.
        ender: the network that judges where arguments end; without it they end as tagged.
        usage: how single predicates are used, if the model has that.
    """
    spans = words.spans
    starts = [bisect_left(spans, (start,)) for start, _ in sentences]
    classes, opening = classes_of(words.forms), opening_of(words.forms)
    used = None if usage is None else used_of(words.forms)

    def figures(paper: Paper) -> PairFigures:
        window, said = paper.window, paper.outputs
        begun = starts[bisect_left(starts, window.first) : bisect_left(starts, window.end)]
        edges = list(pairwise(sorted({0, window.end - window.first, *(s - window.first for s in begun)})))
        owned = window.owned - window.first
        phrases = None
        if ender is not None:
            some = slice(window.first, window.end)
            phrases = Phrases(classes[some], opening[some], paper.spans(widths))
        mine = None if used is None else used.part(window.first, window.end)
        return PairFigures(said["predicates"], said["pivots"], said["arguments"], edges, owned, phrases, mine)

    found = roles_of_each(map(figures, papers), table, **settings, ender=ender, usage=usage)
    out: list[Predicate] = []
    for paper, roles in zip(papers, found, strict=True):
        at = paper.window.first
        for role in roles:
            arguments = [
                Argument((spans[at + a][0], spans[at + b - 1][1]), label) for a, b, label in role.arguments
            ]
            out.append(Predicate(spans[at + role.predicate], tuple(arguments)))
    return tuple(out)


def reality(words: Words, papers: Sequence[Paper], offsets: Sequence[int]) -> list[float | None]:
    """How certain the text makes it that what a word tells is so: from -3 (certainly not) to 3 (certainly).

    Args:
        words: the document's.
        papers: its windows.
        offsets: where in the text the words stand that are asked for, one for each event: its verb or noun.

    Returns:
        A figure for each offset; None where no word was read there (white space, a byline).
    """
    owned = [paper.window.owned for paper in papers]
    out: list[float | None] = []
    for offset in offsets:
        at = words.touched(offset, offset + 1)
        if not at:
            out.append(None)
            continue
        paper = papers[bisect_left(owned, at.start + 1) - 1]
        out.append(float(paper.outputs["reality"][at.start - paper.window.first, 0]))
    return out
