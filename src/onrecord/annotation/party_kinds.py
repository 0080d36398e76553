"""The kind of a name that nothing but what stands around it can tell."""

from __future__ import annotations

from onrecord.annotation import lexicons
from onrecord.annotation.names import Name
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind

_SPEECH = frozenset(
    "said says told added asked wrote argued insisted claimed warned tweeted explained noted stated replied "
    "denied announced testified "
    "believes thinks wants".split()
)
_PLACE_NOUNS = frozenset("town city village province state region district island port county suburb capital".split())
LOCATIVE = frozenset("in at near from outside across around inside throughout into".split())


def _words_are_common(name: str) -> bool:
    known = tables().words
    return any(w.lower() in known and len(w) > 2 for w in name.split())


def decide(name: Name, sentence: Sentence) -> PartyKind:
    """The kind of a name that nothing but its surroundings can tell."""
    before = sentence.lower[name.first - 1] if name.first else ""
    after = sentence.lower[name.last : name.last + 3]
    words = name.text.split()
    if len(words) == 1 and any(c.isdigit() or c == "." for c in name.text):
        return "organisation"
    if after[:1] and (after[0] in _SPEECH or after[0] in ("who", "whose")) and not _words_are_common(name.text):
        return "person"
    if (
        len(after) > 2
        and after[0] == ","
        and (after[1] == "who" or (after[1] in ("a", "an", "the") and after[2] in lexicons.words_of("offices.txt")))
    ):
        return "person"
    if before in LOCATIVE and len(words) < 3 and (len(words) == 1 or not _words_are_common(name.text)):
        return "place"
    if before == "of" and name.first > 1 and sentence.lower[name.first - 2] in _PLACE_NOUNS:
        return "place"
    if before in ("the", "a", "an"):
        return "organisation"
    if 2 <= len(words) <= 3 and not _words_are_common(name.text):
        return "person"
    if len(words) == 1 and not _words_are_common(name.text):
        return (
            "person"
            if (after[:1] and after[0] in ("'s", "’s")) or before in ("to", "with", "by", "and", "that")
            else "organisation"
        )
    return "organisation"
