"""What reads the sentences of a story and finds whom their phrases stand for, as the rules of reference ask it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.passages import Passage


class Finder(Protocol):
    """Finds whom phrases stand for; `onrecord.recording.referents.Referents` does."""

    def clauses(self, passage: Passage) -> Clauses:
        """The reading of a passage."""

    def who(self, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties that a phrase stands for."""

    def best(self, passage: Passage, phrase: Phrase, by_rule: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a pronoun or description stands for, where the rules name some parties."""

    def possessor(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Whose a phrase is."""

    def houses(self, party: str, noun: str) -> Sequence[str]:
        """The bodies of a kind that somebody speaks for."""

    def house(self, party: str, noun: str) -> str | None:
        """The one body of a kind that somebody speaks for."""
