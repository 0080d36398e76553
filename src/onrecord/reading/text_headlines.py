"""Which piece of a plain text is its headline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.reading.blocks import WORD, words_of
from onrecord.reading.text_signs import SAMPLE, Shape

_HEADLINES = 30
"""Pieces at the beginning among which the headline is sought."""
_FAMILIAR = 80
"""Similarity (0..100, rapidfuzz ratio) from which a piece is the headline that the input named."""

NO_HEADLINE = frozenset(
    {
        "share", "networks", "links-lead", "links-label", "comments", "tags-lead", "tags-label", "sources-lead",
        "keypoints-lead", "date line", "clock line", "by name", "counter", "reading time", "duration", "copyright", "©",
        "© year", "ad", "picture credit", "caption-label", "embed address", "tweet end", "address", "more-from",
    }
)  # fmt: skip
"""Signs of a line that is no headline, of the article or of a section."""
_UNLIKELY_HEADLINE = frozenset(
    {"subscribe", "subscribe in prose", "call", "credits", "embed", "watch", "section", "player", "caption"}
)


def named_headline(lines: Sequence[str], first: int, title: str) -> int | None:
    """The piece that is the headline which the input named."""
    from rapidfuzz.fuzz import ratio

    wanted = title.casefold()
    scored = [(ratio(lines[i].casefold(), wanted), -i) for i in range(min(len(lines), first + 5, _HEADLINES))]
    score, index = max(scored, default=(0.0, 0))
    return -index if score >= _FAMILIAR else None


def best_headline(lines: Sequence[str], shapes: Sequence[Shape], first: int) -> int | None:
    """The best looking headline before the body: early, of some length, its words taken up by the article."""
    article = stems_of(lines[first : first + 6])
    best, chosen, dated, candidates = 0.6, None, False, 0
    for i in range(min(first + 1, len(lines), _HEADLINES)):
        shape = shapes[i]
        dated = dated or not shape.signs.isdisjoint({"date line", "by name"})
        beside_date = i + 1 < len(shapes) and "date line" in shapes[i + 1].signs
        if "name" in shape.signs and shape.words <= 5 and beside_date:
            continue
        if shape.signs & NO_HEADLINE or shape.words < 2 or not 12 <= shape.size <= 220 or shape.prose >= 2:
            continue
        later = lines[i + 1 : min(first + 1, i + _HEADLINES)]
        score = min(shape.size, 40) / 32 + share_taken_up(lines[i], article)
        score -= 0.6 * candidates + 1.2 * dated
        if "closed" in shape.signs and "question" not in shape.signs:
            score -= 1.2 if _is_title_case(lines[i]) else 2.2
        score -= 1.0 * ("name" in shape.signs and shape.words < 4)
        score -= 1.5 * (not shape.signs.isdisjoint(_UNLIKELY_HEADLINE))
        # A breadcrumb may end with the headline that is printed after it.
        score -= 2.0 * any(lines[i] != line and lines[i].endswith(line) and len(line) >= 15 for line in later)
        candidates += shape.words >= 4
        if score > best:
            best, chosen = score, i
    return chosen


def _is_title_case(line: str) -> bool:
    """Whether most words are capitalised: such a line is a headline even with a full stop."""
    words = [w for w in WORD.findall(line) if w[0].isalpha()]
    return bool(3 * sum(w[0].isupper() for w in words) > 2 * len(words))


def stems_of(lines: Iterable[str]) -> frozenset[str]:
    """The first five letters of the words with four letters or more: enough to see an inflected word again."""
    return frozenset(w[:5] for line in lines for w in words_of(line[:SAMPLE]) if len(w) >= 4)


def share_taken_up(line: str, article: frozenset[str]) -> float:
    """The share of the line's words that the article has too, 0..1."""
    stems = stems_of([line])
    return len(stems & article) / len(stems) if stems else 0.5
