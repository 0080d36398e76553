"""The kind of every piece of a plain text: signs are weighed, and the likeliest sequence of kinds is taken.

A printed article has a head (kicker, headline, byline, date, picture), a body and a tail (tags, other articles,
notices). A sequence of kinds runs through them in this order; `likeliest` finds the one with the highest sum of
weights by dynamic programming (Viterbi). The weights (`data/text_weights.tsv`) were set by hand; they are additive, so
that a line's kind can be read off the signs it bears.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.text_places import place_signs, text_of
from onrecord.reading.text_signs import Shape
from onrecord.types import BlockKind

KINDS: tuple[BlockKind, ...] = (
    "title", "byline", "date", "dateline", "summary", "heading", "paragraph", "caption", "embed", "credits", "tags",
    "links", "notice", "other",
)  # fmt: skip
_NEVER = -1e6

_REGIONS: dict[str, dict[BlockKind, float]] = {
    "head": {
        "title": 0, "byline": 0.5, "date": 1, "dateline": -2, "summary": 0, "caption": 0, "tags": 0.8, "links": 0,
        "other": 0, "notice": -0.5, "embed": 0, "credits": -2.5, "heading": -3,
    },
    "body": {
        "byline": -1.5, "date": -2, "dateline": -2, "summary": -3, "heading": 0, "paragraph": 0, "caption": 0,
        "embed": 0, "credits": -1.5, "tags": -1.5, "links": -0.2, "notice": -0.4, "other": -1,
    },
    "tail": {
        "byline": 0, "date": -0.5, "summary": -5, "caption": -0.8, "embed": -0.5, "credits": 0.3, "tags": 0.5,
        "links": 0.5, "notice": 0.4, "other": 0,
    },
}  # fmt: skip
"""The regions in their order, and how much a kind belongs to each; a kind that is not named does not occur there."""

_AFTER: dict[tuple[BlockKind, BlockKind], float] = {
    ("links", "links"): 0.6,
    ("tags", "tags"): 0.6,
    ("credits", "credits"): 0.5,
    ("notice", "notice"): 0.5,
    ("embed", "embed"): 0.3,
    ("caption", "caption"): 0.2,
    ("other", "other"): 0.3,
    ("summary", "summary"): 0.2,
    ("title", "title"): -1,
    ("title", "summary"): 0.7,
    ("byline", "date"): 0.5,
    ("date", "byline"): 0.3,
    ("heading", "paragraph"): 0.7,
    ("heading", "heading"): -0.6,
    ("heading", "links"): -1,
    ("heading", "notice"): -1,
    ("heading", "tags"): -1,
}
"""How well the second kind follows the first; 0 where nothing is said."""
_TAIL_BEGINS = -0.5
_TAIL_AFTER_HEADING = -3.0


@dataclass(frozen=True, slots=True)
class _Model:
    """The weights as arrays: states are pairs of region and kind."""

    rows: Mapping[str, NDArray[np.float64]]
    """Sign -> weight for each of KINDS."""
    kinds: NDArray[np.int64]
    """State -> index of its kind."""
    regions: NDArray[np.float64]
    """State -> how much its kind belongs to its region."""
    start: NDArray[np.float64]
    transitions: NDArray[np.float64]


def _weights() -> dict[str, NDArray[np.float64]]:
    rows: dict[str, NDArray[np.float64]] = {}
    for line in files("onrecord.reading").joinpath("data/text_weights.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            sign, weights, _ = line.split("\t")
            named = dict(re.findall(r"([a-z]+)([+-][\d.]+)", weights))
            rows[sign] = np.array([float(named.get(kind, 0)) for kind in KINDS])
    return rows


@cache
def _model() -> _Model:
    names = list(_REGIONS)
    states = [(region, kind) for region in names for kind in _REGIONS[region]]
    transitions = np.full((len(states), len(states)), _NEVER)
    for i, (region, kind) in enumerate(states):
        for j, (later, following) in enumerate(states):
            step = names.index(later) - names.index(region)
            # A body begins with a paragraph or a heading; a tail with anything that occurs there.
            if step == 0 or (step == 1 and (later == "tail" or following in ("paragraph", "heading"))):
                transitions[i, j] = _AFTER.get((kind, following), 0.0)
            if step == 1 and later == "tail":
                transitions[i, j] += _TAIL_AFTER_HEADING if kind == "heading" else _TAIL_BEGINS
    return _Model(
        rows=_weights(),
        kinds=np.array([KINDS.index(kind) for _, kind in states]),
        regions=np.array([_REGIONS[region][kind] for region, kind in states]),
        start=np.array([_NEVER if region == "tail" else 0.0 for region, _ in states]),
        transitions=transitions,
    )


def likeliest(emissions: NDArray[np.float64]) -> list[BlockKind]:
    """The sequence of kinds with the highest sum of weights.

    Args:
        emissions: one row for each piece, one column for each of `KINDS`: the sum of the weights of the piece's signs.
    """
    if not len(emissions):
        return []
    model = _model()
    columns = np.arange(len(model.kinds))
    back = np.zeros((len(emissions), len(columns)), dtype=np.uint8)
    score = model.start + emissions[0][model.kinds] + model.regions
    for t in range(1, len(emissions)):
        paths = score[:, None] + model.transitions
        back[t] = best = paths.argmax(axis=0)
        score = paths[best, columns] + emissions[t][model.kinds] + model.regions
    state = int(score.argmax())
    out: list[BlockKind] = []
    for t in range(len(emissions) - 1, -1, -1):
        out.append(KINDS[model.kinds[state]])
        state = int(back[t][state])
    return out[::-1]


def kinds_of(
    lines: Sequence[str], shapes: Sequence[Shape], bullets: Sequence[bool], title: str | None = None
) -> list[BlockKind]:
    """The kind of each piece, in order.

    Args:
        lines: the pieces' words on one line each (of long pieces a sample).
        shapes: their shapes.
        bullets: whether they stand in marked lists.
        title: the headline, if the input named it.
    """
    rows = _model().rows
    placed = place_signs(text_of(lines, shapes, bullets, title), title is not None)
    emissions = np.zeros((len(lines), len(KINDS)))
    for emission, shape, signs in zip(emissions, shapes, placed, strict=True):
        for sign in sorted(shape.signs | signs):
            if sign in rows:
                emission += rows[sign]
    return likeliest(emissions)
