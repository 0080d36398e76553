"""What an annotator is, and the one that works by rules."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.annotation import event_triggers, events, name_letters, names, parties, statements
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.frames import Frames
from onrecord.annotation.name_votes import voted
from onrecord.annotation.parties import Resolved
from onrecord.annotation.seen import Seen, see
from onrecord.annotation.sentences import SPEAKING_KINDS, after_slug, split
from onrecord.annotation.syntax import Sentence
from onrecord.types import Annotated, Annotations, Document, Span, Statement, Time

if TYPE_CHECKING:
    from onrecord.annotation.encoder.reading import Encoder

LONGEST = 1500
"""Characters of a sentence that are read at once. Sentences that people write are shorter; tables and lists run on, and
some rules look at all verbs of a sentence for each of them."""


class Annotator(Protocol):
    """Makes annotations of one document. `name` and `version` go into `Annotations.maker`."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever its output may change."""
        ...

    def annotate(self, document: Document) -> Annotations:
        """Find everything in one document. Pure: the same document gives the same annotations."""
        ...


class RuleAnnotator:
    """The baseline: rules, gazetteers and small tables of counts. No model."""

    name = "rules"
    version = "5"

    def __init__(self, *, in_doubt: bool = False) -> None:
        """`in_doubt`: whether events in doubt are listed too (see `onrecord.annotation.event_readings`)."""
        self._in_doubt = in_doubt

    def annotate(self, document: Document) -> Annotations:
        """Find sentences, parties, times, statements and events of a document by rules."""
        return _annotations(document, f"{self.name} {self.version}", None, self._in_doubt)


class TrainedAnnotator:
    """The rules and a trained network together. The network is opened when the first document needs it, and once."""

    name = "rules and network"

    def __init__(self, folder: Path | None = None, threads: int | None = None, *, in_doubt: bool = False) -> None:
        """Nothing is opened yet.

        Args:
            folder: where the model's files lie; those that come with the package if None.
            threads: how many threads the network may use; what is found does not depend on it. If None, as many as the
                process has processors, four at most.
            in_doubt: whether events in doubt are listed too (see `onrecord.annotation.event_readings`).
        """
        self._folder = folder
        self._in_doubt = in_doubt
        self._threads = threads or min(4, os.cpu_count() or 1)

    @functools.cached_property
    def _encoder(self) -> Encoder:
        from onrecord.annotation.encoder.files import FOLDER
        from onrecord.annotation.encoder.reading import Encoder

        return Encoder(self._folder or FOLDER, self._threads)

    @property
    def version(self) -> str:
        """That of the rules, and the model's."""
        return f"{RuleAnnotator.version}, {self._encoder.model.version}"

    def annotate(self, document: Document) -> Annotations:
        """Find sentences, parties, times, statements and events of a document.

        Raises:
            OnrecordError: a file of the model is missing or changed.
        """
        seen = see(self._encoder, document, split(document))
        return _annotations(document, f"{self.name} {self.version}", seen, self._in_doubt)


@dataclass(frozen=True, slots=True)
class Basis:
    """What events are found upon; see `events.find`. `spans` are the sentences, `resolved` the parties."""

    spans: tuple[Span, ...]
    sentences: list[Sentence]
    resolved: Resolved
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    cues: list[Span]
    frames: list[Frames] | None


def basis(document: Document, seen: Seen | None) -> Basis:
    """Find all but the events of a document.

    Args:
        document: what the reading stage made.
        seen: what the network sees in it; None for the rules alone.
    """
    spans = split(document)
    sentences = read_sentences(document, spans)
    named = names.find(sentences)
    if seen is not None:
        named = voted(named, sentences, seen.names())
    named = name_letters.completed(named, sentences)
    resolved = parties.resolve(sentences, named)
    times = _times(document, spans)
    cues: list[Span] = []

    def joined(
        page: Page, rules: Sequence[Attribution], tellers: Sequence[int | None]
    ) -> Sequence[Attribution]:
        cues.extend(rule.cue[0] for rule in rules)
        return rules if seen is None else seen.statements(page, rules, tellers)

    found = statements.find(document, sentences, resolved, joined)
    frames = None if seen is None else seen.frames(sentences)
    return Basis(spans, sentences, resolved, times, found, cues, frames)


def _annotations(document: Document, maker: str, seen: Seen | None, in_doubt: bool) -> Annotations:
    on = basis(document, seen)
    mentions = on.resolved.mentions
    found = events.find(on.sentences, on.statements, on.times, mentions, on.cues, on.frames, in_doubt=in_doubt)
    return Annotations(
        sentences=on.spans,
        mentions=mentions,
        parties=on.resolved.parties,
        times=on.times,
        statements=on.statements,
        events=found,
        moves=() if seen is None else seen.moves(),
        triggers=() if on.frames is None else event_triggers.further(on.sentences, on.frames, found, on.statements),
        maker=maker,
    )


def read_sentences(document: Document, spans: tuple[Span, ...]) -> list[Sentence]:
    """The words and tags of a document's sentences; `kind` is that of their block."""
    blocks = [b for b in document.blocks if b.kind in SPEAKING_KINDS]
    found: list[Sentence] = []
    at = 0
    for start, end in spans:
        while at + 1 < len(blocks) and blocks[at].end <= start:
            at += 1
        while end - start > LONGEST:
            cut = document.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            found.append(Sentence(document.text, start, cut, blocks[at].kind))
            start = cut
        if blocks[at].kind == "title":
            start = after_slug(document.text, start, end)
        found.append(Sentence(document.text, start, end, blocks[at].kind))
    return found


def _times(document: Document, spans: tuple[Span, ...]) -> tuple[Time, ...]:
    from onrecord.annotation import times

    country = times.country_of(document.url)
    return times.find(document.text, document.published, country=country, blocks=document.blocks, sentences=spans)


def annotate(document: Document, annotator: Annotator | None = None) -> Annotated:
    """Annotate one document.

    Args:
        document: what the reading stage made; its text and blocks are taken as they are.
        annotator: who does it; if None, the rules and the network that comes with the package, opened once a process.

    Raises:
        OnrecordError: a file of the network is missing or changed.
    """
    return Annotated(document, (annotator or shipped()).annotate(document))


@functools.cache
def shipped(*, in_doubt: bool = False, rules: bool = False) -> Annotator:
    """The annotator that is used where none is named.

    Args:
        in_doubt: whether events in doubt are listed too.
        rules: whether the rules do without the network: several times as fast, with fewer statements found.
    """
    return RuleAnnotator(in_doubt=in_doubt) if rules else TrainedAnnotator(in_doubt=in_doubt)
