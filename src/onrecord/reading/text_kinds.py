"""The kind of every piece of a plain text: signs are weighed, and the likeliest sequence of kinds is taken.

A printed article has a head (kicker, headline, byline, date, picture), a body and a tail (tags, other articles,
notices). A sequence of kinds runs through them in this order; `likeliest` finds the one with the highest sum of
weights by dynamic programming (Viterbi). The weights were set by hand; they are additive, so that a line's kind can
be read off the signs it bears.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.blocks import WORD, words_of
from onrecord.reading.text_bylines import PARTICLES, author_names
from onrecord.reading.text_signs import Shape, is_prose, lists, stems, support
from onrecord.types import BlockKind

KINDS: tuple[BlockKind, ...] = (
    "title", "byline", "date", "dateline", "summary", "heading", "paragraph", "caption", "embed", "credits", "tags",
    "links", "notice", "other",
)  # fmt: skip
_INDEX = {kind: i for i, kind in enumerate(KINDS)}
_NEVER = -1e6
_ARTICLE = 60
"""Paragraphs whose words are compared with headlines and names."""

WEIGHTS: dict[str, dict[str, float]] = {
    # shape
    "prose 3": dict(paragraph=4, summary=1, notice=-1.8, links=-3, caption=-1, embed=-1.5, byline=-2, credits=-2, other=-3, tags=-6, heading=-6, title=-5, date=-8),
    "prose 2": dict(paragraph=3, summary=1.5, notice=-1, links=-1.2, caption=-0.3, embed=-0.8, byline=-1.5, credits=-1, other=-2.5, tags=-5, heading=-4, title=-3, date=-6),
    "prose 1": dict(paragraph=2, summary=1, notice=0.2, links=-0.5, caption=0, embed=0, byline=-1, credits=-0.5, other=-1.5, tags=-3, heading=-2, title=-1, date=-4),
    "long fragment": dict(paragraph=0.8, summary=0.5, caption=0.5, links=0.3, embed=0, heading=-3, title=-1.5, tags=-0.5, byline=-1.5, date=-5, other=-1),
    "fragment": dict(paragraph=-1, summary=0, caption=0, links=1, heading=0.8, title=0.5, tags=-1.5, byline=-1, date=-4, other=-0.5, embed=-0.3),
    "snippet": dict(paragraph=-1, summary=-2.5, caption=-0.5, links=0.5, heading=0.4, title=-2, tags=0.5, byline=-0.8, date=-4, other=0.3, embed=-0.5),
    "closed": dict(title=-1, heading=-1, tags=-1.5, byline=-0.5),
    "colon": dict(paragraph=0.5, links=0.3),
    "capitals": dict(heading=0.6, links=0.2, tags=0.2),
    "question": dict(heading=0.8, paragraph=0.5, title=0.3, links=0.2),
    "numbered": dict(paragraph=0.8, heading=0.6, links=-0.5),
    "clock head": dict(heading=4),
    # cues
    "share": dict(links=5),
    "networks": dict(links=5),
    "links-lead": dict(links=4),
    "links-label": dict(links=4),
    "more-from": dict(links=2.2),
    "read-call": dict(links=2),
    "comments": dict(links=5),
    "tags-lead": dict(tags=3.5),
    "tags-label": dict(tags=3.5),
    "sources-lead": dict(credits=4.5),
    "sources-label": dict(credits=2.5, caption=1),
    "credits": dict(credits=4.5),
    "keypoints-lead": dict(summary=5),
    "copyright": dict(notice=4, caption=0.5),
    "©": dict(notice=3, caption=1.5),
    "legal": dict(notice=3),
    "subscribe": dict(notice=3.3),
    "ad": dict(notice=6),
    "email": dict(notice=2, byline=0.5),
    "phone": dict(notice=1.5),
    "embed": dict(embed=2.5),
    "duration": dict(embed=4),
    "embed address": dict(embed=7),
    "tweet end": dict(embed=8),
    "caption-label": dict(caption=4),
    "caption": dict(caption=2.5),
    "picture credit": dict(caption=4),
    "sides": dict(caption=2),
    "slash": dict(caption=0.5, tags=0.3),
    "role": dict(byline=2),
    "bio": dict(byline=3.5),
    "by name": dict(byline=5),
    "name": dict(byline=1.5, tags=0.7, links=-0.5, heading=-0.3),
    "handle": dict(byline=2),
    "agency": dict(byline=0.7, caption=0.7, credits=0.7),
    "date line": dict(date=9),
    "clock line": dict(date=6.5),
    "counter": dict(other=5),
    "reading time": dict(other=6, date=4),
    "address": dict(credits=1.5, links=1.5, byline=0.5),
    "sentence": dict(paragraph=2.8, summary=0.8, links=-0.5, heading=-1, embed=0.2),
    "introduction": dict(paragraph=3, heading=-0.5),
    "comma list": dict(tags=5, paragraph=-1),
    "player": dict(embed=4),
    "caption-lead": dict(caption=5),
    "follow": dict(links=3, notice=2),
    "section": dict(tags=2.5, byline=-2, title=-2),
    "weak-lead": dict(links=1.2, tags=0.8),
    "weak-label": dict(links=0.8),
    "© year": dict(notice=7),
    "before tweet end": dict(embed=2.5),
    "names author": dict(byline=4),
    "snippet list": dict(paragraph=3, heading=-1),
    "other headline": dict(title=-0.5),
    "call": dict(notice=2.8),
    "call in prose": dict(notice=1.5),
    "quoted": dict(paragraph=0.8, heading=0.3),
    "head name": dict(byline=3),
    "figures": dict(paragraph=1.3),
    "table": dict(other=4),
    "subscribe twice": dict(notice=3),
    "legal twice": dict(notice=2),
    "story credit": dict(credits=7),
    "player label": dict(embed=3),
    "postal": dict(notice=3),
    "by alone": dict(byline=4),
    "after by": dict(byline=4),
    "lone agency": dict(caption=1.5),
    "is credit": dict(caption=3),
    "last of run": dict(heading=1.0),
    "late snippet list": dict(tags=2),
    "late lone prose": dict(paragraph=-1.5, links=1, notice=1),
    "common words": dict(byline=-2.5),
    "late": dict(links=0.8, heading=-0.8, byline=-0.3, caption=-0.8),
    # place
    "under links": dict(links=2.5),
    "under tags": dict(tags=4),
    "under credits": dict(credits=4),
    "under summary": dict(summary=5),
    "headline": dict(title=6, caption=-2),
    "given title": dict(title=12),
    "bullet": dict(links=0.5, summary=0.3, tags=0.3, paragraph=0.3, heading=-2, title=-1),
    "bullet before body": dict(summary=5),
    "alone in prose": dict(heading=1.5, links=-0.3),
    "run": dict(heading=-1, links=0.4, paragraph=0.3),
    "taken up": dict(heading=0.8, paragraph=0.3),
    "not taken up": dict(heading=-0.5, links=0.6),
    "before credit": dict(caption=3.5),
    "after caption": dict(caption=1.0),
    "repeated": dict(links=0.7, notice=0.7, other=0.5, paragraph=-1.5, heading=-1),
    "standfirst": dict(summary=3.5),
    "near byline": dict(byline=1.5),
    "sentence list": dict(paragraph=1.5, links=-0.5),
}

_REGIONS = ("head", "body", "tail")
_PLACE: dict[str, dict[str, float]] = {
    "head": dict(title=0, byline=0.5, date=1, dateline=-2, summary=0, caption=0, tags=0.8, links=0, other=0, notice=-0.5, embed=0, credits=-2.5, heading=-3),
    "body": dict(byline=-1.5, date=-2, dateline=-2, summary=-3, heading=0, paragraph=0, caption=0, embed=0, credits=-1.5, tags=-1.5, links=-0.2, notice=-0.4, other=-1),
    "tail": dict(byline=0, date=-0.5, summary=-5, caption=-0.8, embed=-0.5, credits=0.3, tags=0.5, links=0.5, notice=0.4, other=0),
}
_STATES = tuple((region, kind) for region in _REGIONS for kind in KINDS if kind in _PLACE[region])

_AFTER: dict[tuple[str, str], float] = {
    ("links", "links"): 0.6,
    ("tags", "tags"): 0.6,
    ("credits", "credits"): 0.5,
    ("notice", "notice"): 0.5,
    ("embed", "embed"): 0.3,
    ("caption", "caption"): 0.2,
    ("other", "other"): 0.3,
    ("title", "title"): -1,
    ("title", "summary"): 0.7,
    ("summary", "summary"): 0.2,
    ("summary", "paragraph"): 0,
    ("byline", "date"): 0.5,
    ("date", "byline"): 0.3,
    ("heading", "paragraph"): 0.7,
    ("heading", "heading"): -0.6,
    ("heading", "links"): -1,
    ("heading", "notice"): -1,
    ("heading", "tags"): -1,
    ("title", "paragraph"): 0,
}


def _transitions() -> NDArray[np.float64]:
    table = np.full((len(_STATES), len(_STATES)), _NEVER)
    for i, (region, kind) in enumerate(_STATES):
        for j, (later, next_kind) in enumerate(_STATES):
            step = _REGIONS.index(later) - _REGIONS.index(region)
            if step == 0:
                table[i, j] = _AFTER.get((kind, next_kind), 0.0)
            elif step == 1 and (later == "body") == (next_kind in ("paragraph", "heading")):
                table[i, j] = (-0.5 if later == "tail" else 0.0) + _AFTER.get((kind, next_kind), 0.0)
                if later == "tail" and kind == "heading":
                    table[i, j] -= 2.5
    return table


_TRANSITIONS = _transitions()
_ROWS = {sign: np.array([row.get(kind, 0.0) for kind in KINDS]) for sign, row in WEIGHTS.items()}
_STATE_KINDS = np.array([_INDEX[kind] for _, kind in _STATES])
_STATE_PLACE = np.array([_PLACE[region][kind] for region, kind in _STATES])


def likeliest(emissions: NDArray[np.float64]) -> list[BlockKind]:
    """The sequence of kinds with the highest sum of weights.

    Args:
        emissions: one row for each piece, one column for each of `KINDS`.
    """
    if not len(emissions):
        return []
    score = emissions[0][_STATE_KINDS] + _STATE_PLACE
    score[[i for i, (region, _) in enumerate(_STATES) if region == "tail"]] = _NEVER
    back = np.zeros((len(emissions), len(_STATES)), dtype=np.uint8)
    columns = np.arange(len(_STATES))
    for t in range(1, len(emissions)):
        paths = score[:, None] + _TRANSITIONS
        back[t] = best = paths.argmax(axis=0)
        score = paths[best, columns] + emissions[t][_STATE_KINDS] + _STATE_PLACE
    state = int(score.argmax())
    out: list[BlockKind] = []
    for t in range(len(emissions) - 1, -1, -1):
        out.append(KINDS[_STATE_KINDS[state]])
        state = int(back[t][state])
    return out[::-1]


def place_signs(texts: Sequence[str], shapes: Sequence[Shape], bullets: Sequence[bool], title: str | None) -> list[set[str]]:
    """The signs that a piece's place gives it, for all pieces."""
    count = len(texts)
    signs: list[set[str]] = [set() for _ in range(count)]
    prose = [is_prose(s) for s in shapes]
    first = next((i for i, p in enumerate(prose) if p), count)
    last = next((i for i in range(count - 1, -1, -1) if prose[i]), -1)
    first_plain = next((i for i, p in enumerate(prose) if p and not bullets[i]), -1)
    end_of_body = _last_pair(shapes)
    for i, under in enumerate(lists(shapes, bullets)):
        if under:
            signs[i].add(f"under {under}")
    seen: dict[str, int] = {}
    for i, text in enumerate(texts):
        if bullets[i]:
            signs[i].add("bullet")
            if shapes[i].prose and i <= first_plain:
                signs[i].add("bullet before body")
        if shapes[i].prose < 2 and text in seen:
            signs[i].add("repeated")
            signs[seen[text]].add("repeated")
        seen.setdefault(text, i)
    common = _lower_case_words(texts, prose)
    for i, shape in enumerate(shapes):
        if "name" in shape.signs and any(w in common for w in words_of(texts[i]) if w not in PARTICLES):
            signs[i].add("common words")
    head = _headline(texts, shapes, first, title)
    if head is not None:
        signs[head].discard("bullet before body")
        signs[head].add("given title" if title else "headline")
    for i, shape in enumerate(shapes):
        following = shapes[i + 1] if i + 1 < count else None
        if following and i != head and shape.words >= 3 and "credits" not in shape.signs and _is_credit(following):
            signs[i].add("before credit")
        if i and _captions(shapes[i - 1]) and shape.words <= 6 and shape.prose == 0:
            signs[i].add("after caption")
        if 40 <= shape.size <= 500 and following and (head is not None and i == head + 1 and not _closes(following) or i == first and _ends_head(shapes[i + 1 : i + 3])):
            signs[i].add("standfirst")
        if head is not None and head < i <= head + 6 and i <= first + 3 and _is_person(shape, signs[i]):
            signs[i].add("head name")
        if shape.signs & {"name", "agency"} and shape.words <= 6 and any(0 <= j < count and "date line" in shapes[j].signs for j in (i - 1, i + 1)):
            signs[i].add("near byline")
        if "tweet end" in shape.signs:
            for j in (i - 1, i - 2, i - 3):
                if j >= 0 and shapes[j].prose < 3:
                    signs[j].add("before tweet end")
    _mark_neighbours(texts, shapes, signs)
    for i in range(end_of_body + 1, count):
        signs[i].add("late")
        if prose[i] and shapes[i].size < 240 and not (i + 1 < count and _closes(shapes[i + 1])) and not _closes(shapes[i - 1]):
            signs[i].add("late lone prose")
    author = next((texts[i] for i in range(count) if signs[i] & {"head name", "near byline"} or "by name" in shapes[i].signs), "")
    known = author_names(author)[:4] if author else ()
    for i in range(first + 1, count):
        if known and shapes[i].size <= 700 and texts[i].startswith(known):
            signs[i].add("names author")
    for start, end in _runs([not _is_snippet(s) for s in shapes], 0, count - 1):
        for i in range(max(start, first), end if end - start >= 4 else start):
            signs[i].add("snippet list" if i < end_of_body else "late snippet list")
    for start, end in _runs(prose, first, last):
        counters = sum("counter" in shapes[j].signs for j in range(start, end))
        for i in range(start, end):
            if end - start == 1:
                signs[i].add("alone in prose")
            elif end - start >= 3:
                signs[i].add("run")
                if shapes[i].prose == 0 and counters >= 3:
                    signs[i].add("table")
            if i == end - 1 and end - start > 1:
                signs[i].add("last of run")
            if i + 1 < count and shapes[i].prose == 0:
                after = frozenset().union(*(stems(texts[j]) for j in range(end, min(count, end + 3)) if prose[j]))
                share = support(frozenset(w for w in stems(texts[i])), after)
                signs[i].add("taken up" if share >= 0.5 else "not taken up" if share < 0.2 else "")
    return signs


def _is_person(shape: Shape, placed: set[str]) -> bool:
    """Whether a line that looks like a name may be a person's: nothing else speaks against it."""
    others = {"section", "share", "networks", "call", "keypoints-lead", "links-lead", "tags-lead", "caption", "picture credit", "weak-lead"}
    return "name" in shape.signs and not shape.signs & others and not placed & {"repeated", "common words"}


def _ends_head(shapes: Sequence[Shape]) -> bool:
    """Whether what stands after a sentence still belongs to the article's head: then the sentence is a standfirst."""
    return any(s.signs & {"date line", "by name", "share", "networks", "reading time", "comments"} for s in shapes)


def _is_snippet(shape: Shape) -> bool:
    return shape.prose == 0 and shape.words <= 4 and "counter" not in shape.signs and "sentence" not in shape.signs


def _closes(shape: Shape) -> bool:
    """Whether the piece is at least a sentence."""
    return shape.prose > 0 or "sentence" in shape.signs


def _last_pair(shapes: Sequence[Shape]) -> int:
    """The last piece of prose that stands next to another: teasers of other articles stand alone, paragraphs do not."""
    return next((i for i in range(len(shapes) - 1, 0, -1) if is_prose(shapes[i]) and is_prose(shapes[i - 1])), 0)


def _mark_neighbours(texts: Sequence[str], shapes: Sequence[Shape], signs: list[set[str]]) -> None:
    """The signs that the piece just before gives."""
    for i in range(1, len(texts)):
        before, shape = shapes[i - 1], shapes[i]
        if "by alone" in before.signs or ("by name" in before.signs and texts[i - 1].endswith(",")):
            if shape.words <= 15:
                signs[i].add("after by")
        if "agency" in shape.signs and shape.words <= 3 and not shape.signs & {"©", "© year"}:
            signs[i].add("is credit" if "before credit" in signs[i - 1] else "lone agency")


def _lower_case_words(texts: Sequence[str], prose: Sequence[bool]) -> frozenset[str]:
    """Words that the article writes small: they are no names."""
    article = [t for t, p in zip(texts, prose, strict=True) if p][:_ARTICLE]
    return frozenset(w for text in article for w in WORD.findall(text) if w[0].islower())


def _is_credit(shape: Shape) -> bool:
    return shape.words <= 8 and bool(shape.signs & {"caption", "caption-label", "picture credit"} or ("agency" in shape.signs and shape.words <= 3 and "©" not in shape.signs))


def _captions(shape: Shape) -> bool:
    return bool(shape.signs & {"caption-label", "picture credit", "sides"})


def _runs(prose: Sequence[bool], first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of pieces between the first and the last prose that are not prose."""
    out, start = [], None
    for i in range(first, last + 1):
        if not prose[i] and start is None:
            start = i
        elif prose[i] and start is not None:
            out.append((start, i))
            start = None
    if start is not None:
        out.append((start, last + 1))
    return out


_NO_HEADLINE = frozenset(
    "share|networks|links-lead|links-label|comments|tags-lead|tags-label|sources-lead|keypoints-lead|date line|clock line|by name|counter|"
    "reading time|duration|copyright|©|ad|picture credit|caption-label|embed address|tweet end|address|more-from".split("|")
)


def _headline(texts: Sequence[str], shapes: Sequence[Shape], first: int, title: str | None) -> int | None:
    """Which piece is the headline, if one is printed: the best looking one before the body."""
    if title:
        from rapidfuzz.fuzz import ratio

        wanted = title.casefold()
        scored = [(ratio(texts[i].casefold(), wanted), -i) for i in range(min(len(texts), first + 5))]
        best = max(scored, default=(0.0, 0))
        if best[0] >= 80:
            return -best[1]
    best_score, chosen, dated, candidates = 0.0, None, False, 0
    article = frozenset[str]().union(*(stems(texts[i]) for i in range(first, min(len(texts), first + 6))))
    for i in range(min(first + 1, 30)):
        shape = shapes[i]
        if shape.signs & {"date line", "by name"}:
            dated = True
        if "name" in shape.signs and shape.words <= 5 and i + 1 < len(shapes) and "date line" in shapes[i + 1].signs:
            continue
        if shape.signs & _NO_HEADLINE or shape.words < 2 or not 12 <= shape.size <= 220 or shape.prose >= 2:
            continue
        score = min(shape.size, 40) / 32 + support(stems(texts[i]), article) - 0.6 * candidates - 1.2 * dated
        score -= 1.2 * ("closed" in shape.signs and "question" not in shape.signs) + 1.0 * ("name" in shape.signs and shape.words < 4)
        score -= 1.5 * bool(shape.signs & {"subscribe", "credits", "embed", "section", "player", "caption"})
        score -= 2.0 * any(texts[i] != t and texts[i].endswith(t) and len(t) >= 15 for t in texts[i + 1 : first + 1][:30])
        candidates += shape.words >= 4
        if score > max(best_score, 0.6):
            best_score, chosen = score, i
    return chosen


def kinds_of(texts: Sequence[str], shapes: Sequence[Shape], bullets: Sequence[bool], title: str | None) -> list[BlockKind]:
    """The kind of each piece, in order.

    Args:
        texts: the pieces' words on one line each (of long pieces a sample).
        shapes: their shapes.
        bullets: whether they stand in marked lists.
        title: the headline, if the input named it.
    """
    placed = place_signs(texts, shapes, bullets, title)
    emissions = np.zeros((len(texts), len(KINDS)))
    for row, shape, signs in zip(emissions, shapes, placed, strict=True):
        for sign in sorted(shape.signs | signs):
            if sign in _ROWS:
                row += _ROWS[sign]
    return likeliest(emissions)
