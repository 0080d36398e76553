"""One document as the trained network sees it, in what the stages of annotation ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.frames import Frames, by_sentence
from onrecord.annotation.syntax import Sentence
from onrecord.types import Document, Move, Span

if TYPE_CHECKING:
    from onrecord.annotation.encoder import heads
    from onrecord.annotation.encoder.reading import Encoder, Pages


@dataclass(frozen=True, slots=True)
class Seen:
    """What a network sees in a document. Its heads are decoded when they are asked for."""

    encoder: Encoder
    pages: Pages
    spans: tuple[Span, ...]

    def statements(
        self, page: Page, rules: Sequence[Attribution], tellers: Sequence[int | None]
    ) -> Sequence[Attribution]:
        """The statements of the rules and of the network as one list; see `encoder.joining.join`."""
        from onrecord.annotation.encoder.joining import join

        return join(page, self.pages, self.encoder, rules, tellers)

    def names(self) -> tuple[heads.Name, ...]:
        """The names in the document."""
        return self.encoder.names(self.pages)

    def frames(self, sentences: Sequence[Sentence]) -> list[Frames]:
        """The predicates of each sentence with their arguments."""
        predicates = self.encoder.predicates(self.pages, self.spans)
        reality = self.encoder.reality(self.pages, [predicate.span[0] for predicate in predicates])
        return by_sentence(sentences, predicates, reality)

    def moves(self) -> tuple[Move, ...]:
        """What the network takes for moves of one party towards another."""
        return self.encoder.moves(self.pages, self.spans)


def see(encoder: Encoder, document: Document, spans: tuple[Span, ...]) -> Seen:
    """Read a document with a network.

    Args:
        encoder: the network.
        document: what is read.
        spans: its sentences, as `sentences.split` gives them.

    Raises:
        OnrecordError: a file of the model is missing or changed.
    """
    return Seen(encoder, encoder.read(document), spans)
