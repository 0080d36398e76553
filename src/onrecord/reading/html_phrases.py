"""What the beginnings of short lines around an article say, in the cues that pages and plain texts share (`blocks`)."""

from __future__ import annotations

from functools import lru_cache

from onrecord.reading.blocks import cues, in_list, words_of
from onrecord.reading.text_bylines import starts_with_by

_SIGNS = {
    "related": frozenset(("links-label", "links-lead", "read-call", "more-from")),
    "comments": frozenset(("comments",)),
    "tags": frozenset(("tags-label", "tags-lead")),
    "summary": frozenset(("keypoints-label", "keypoints-lead")),
    "notice": frozenset(("copyright", "legal", "ad", "follow", "call", "subscribe twice")),
    "caption": frozenset(("caption", "caption-label", "caption-lead")),
    "credits": frozenset(("credits", "sources-label", "sources-lead")),
    "embed": frozenset(("embed", "player")),
}


@lru_cache(maxsize=1024)
def line_cues(text: str) -> frozenset[str]:
    """The cues of a line, kept for the questions that several steps ask about the same lines."""
    return cues(text)


def phrase_at_start(kind: str, text: str) -> bool:
    """Whether a line begins as lines of this kind do."""
    if kind == "byline":
        return starts_with_by(text)
    if kind == "date":
        words = words_of(text[:40])
        return bool(words) and in_list("published", words[0])
    return not _SIGNS[kind].isdisjoint(line_cues(text))


def is_phrase(kind: str, text: str) -> bool:
    """Whether a line is nothing but a phrase of this kind."""
    found = line_cues(text) & _SIGNS[kind]
    return any(not f.endswith("-label") for f in found) and len(text) < 60
