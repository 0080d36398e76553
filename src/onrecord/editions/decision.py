"""One decision for each pair of documents: copy, abridged, expanded, revised, overlaps, unrelated."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from onrecord.editions.alignment import Match, match
from onrecord.editions.bodies import Body
from onrecord.types import EditionRelation

WHOLE = 0.8
"""Share of a text from which it counts as wholly contained in another."""
HALF = 0.5
"""Share of the shorter text, word for word, from which two texts are versions of one; the usual bound for reuse."""
REWRITTEN = 0.4
"""Or this share of either text, sentence for sentence, similar sentences counting by their similarity: a paraphrase."""
SHORT_WORDS = 40
"""A text under 40 words is half contained in another by a set phrase; it has to be there wholly."""
OVERLAPS = 0.05
"""Below this share, and with fewer than `OVERLAP_SHINGLES` in common, two texts are unrelated."""
OVERLAP_SHINGLES = 8
"""Eight shingles are twelve words in a row: a quotation."""
SAME_TEXT: frozenset[str] = frozenset({"copy", "abridged", "expanded", "revised"})
"""The relations that make two documents one report."""
TEMPLATE = 0.4
"""Share of the names and numbers of matched sentences that must agree: a form filled in anew keeps its words only."""
LISTING_WORDS = 100
LISTING_PER_100 = 3.0
"""Telephone numbers, hours and addresses among 100 words, from which a text is a listing: calendars and notices have 8
and more, news articles seldom over 2."""

_LISTED = re.compile(
    r"\(?\b\d{3}\)?[-. –]\d{3,4}[-. –]\d{4}\b"
    r"|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b"
    r"|\b\d{1,2}[:.h]\d\d\b"
    r"|\bhttps?://|\bwww\.|\w@\w|\w\.(?:com|org|net|gov|edu)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two bodies have in common; all shares 0..1, `repeated` sentences left out.

    `a_in_b` is the share of `a`'s distinct five-word shingles found in `b`, `b_in_a` the other way round, `shared`
    their number. `aligned_a` is the share of `a`'s words in sentences that have a counterpart in `b`, each counted by
    its similarity; `aligned_b` likewise. `agreement` is the share of the names and numbers in matched sentences that
    are the same on both sides; 1 where it would decide nothing.
    """

    a_in_b: float
    b_in_a: float
    shared: int
    aligned_a: float
    aligned_b: float
    agreement: float = 1.0

    def turned(self) -> Overlap:
        """The same, seen from `b`."""
        return Overlap(self.b_in_a, self.a_in_b, self.shared, self.aligned_b, self.aligned_a, self.agreement)


def containments(a: Body, b: Body) -> tuple[float, float, int]:
    """Share of `a`'s distinct shingles found in `b`, of `b`'s found in `a`, and their number."""
    one, other = sorted((a.shingles, b.shingles), key=len)
    shared = 0
    if len(one):
        shared = int((other.take(np.searchsorted(other, one), mode="clip") == one).sum())
    return shared / max(1, len(a.shingles)), shared / max(1, len(b.shingles)), shared


def measure(a: Body, b: Body, matches: tuple[Match, ...] | None = None) -> Overlap:
    """What the decision rests on. `matches` are those of `match(a, b)`, if the caller has them."""
    a_in_b, b_in_a, shared = containments(a, b)
    found = match(a, b) if matches is None else matches
    aligned_a = sum(_words(a, m.a) * m.similarity for m in found) / max(1, _all_words(a))
    aligned_b = sum(_words(b, m.b) * m.similarity for m in found) / max(1, _all_words(b))
    near = WHOLE > max(a_in_b, b_in_a) >= HALF or min(aligned_a, aligned_b) >= REWRITTEN
    return Overlap(a_in_b, b_in_a, shared, aligned_a, aligned_b, _agreement(a, b, found) if near else 1.0)


def _agreement(a: Body, b: Body, matches: tuple[Match, ...]) -> float:
    same = every = 0
    for m in matches:
        of_a = a.anchors(*m.a)
        if m.similarity == 1:
            same, every = same + len(of_a), every + len(of_a)
            continue
        of_b = b.anchors(*m.b)
        same += len(of_a & of_b)
        every += min(len(of_a), len(of_b))
    return same / every if every else 1.0


def _words(body: Body, sentences: tuple[int, int]) -> int:
    return sum(int(body.last[i] - body.first[i]) for i in range(*sentences) if i not in body.repeated)


def _all_words(body: Body) -> int:
    return len(body.words) - sum(int(body.last[i] - body.first[i]) for i in body.repeated)


def relate(a: Body, b: Body, overlap: Overlap) -> EditionRelation:
    """What `b` is to `a`.

    They are one text if half of the shorter one stands in the longer one word for word, or two fifths of either one
    sentence for sentence. Not so two notices of one form, whose names and numbers differ. Two listings (calendars,
    announcements), which keep most of their items from week to week, are so only if one of them is wholly in the
    other, and so is a text of under `SHORT_WORDS` words.
    """
    contained = max(overlap.a_in_b, overlap.b_in_a)
    if not _one_text(a, b, overlap, contained):
        return "overlaps" if contained >= OVERLAPS or overlap.shared >= OVERLAP_SHINGLES else "unrelated"
    least = min(overlap.a_in_b, overlap.b_in_a)
    if _same_page(a, b) and least < 1:
        return "revised"
    if least >= WHOLE:
        return "copy"
    a_whole = max(overlap.a_in_b, overlap.aligned_a) >= WHOLE
    b_whole = max(overlap.b_in_a, overlap.aligned_b) >= WHOLE
    if a_whole == b_whole:
        return "revised"
    return "expanded" if a_whole else "abridged"


def _one_text(a: Body, b: Body, overlap: Overlap, contained: float) -> bool:
    if contained >= WHOLE:
        return True
    if contained < HALF and min(overlap.aligned_a, overlap.aligned_b) < REWRITTEN:
        return False
    if overlap.agreement < TEMPLATE:
        return False
    return min(len(a.words), len(b.words)) >= SHORT_WORDS and not (is_listing(a) and is_listing(b))


def _same_page(a: Body, b: Body) -> bool:
    """Whether both are states of one page: the same address, or the same outlet on different days."""
    one, other = a.document, b.document
    if one.url is not None and one.url == other.url:
        return True
    dates = (one.published, other.published)
    return one.outlet is not None and one.outlet == other.outlet and None not in dates and dates[0] != dates[1]


def is_listing(body: Body) -> bool:
    """Whether the text is a list of appointments or notices rather than prose."""
    words = len(body.words)
    if words < LISTING_WORDS:
        return False
    needed = words * LISTING_PER_100 / 100
    text = body.document.text
    hits = 0
    for block in body.parts:
        for _ in _LISTED.finditer(text, block.start, block.end):
            hits += 1
            if hits >= needed:
                return True
    return False
