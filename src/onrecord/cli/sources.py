"""Inputs to documents for the commands: what cannot be read is said at once and counted."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.console import busy, say, watched
from onrecord.errors import OnrecordError, Problem, ReadingError
from onrecord.types import Annotated, Document, Record, Report, Story

if TYPE_CHECKING:
    from onrecord.annotation import Annotator
    from onrecord.store import Archive

SOME_SET_ASIDE = 1
_LOG = logging.getLogger(__name__)


class Reader:
    """Reads inputs, prints each problem on standard error, and knows in the end what the exit code is."""

    def __init__(self, text_column: str | None = None, *, rules: bool = False) -> None:
        """`text_column`: see `read_all`; `rules`: whether to annotate by rules alone, where no annotator is named."""
        self._text_column = text_column
        self._rules = rules
        self._read = 0
        self._problems = 0

    def documents(self, inputs: Iterable[str]) -> Iterator[Document]:
        """The documents that can be read."""
        from onrecord.reading import read_all

        for item in read_all(inputs, text_column=self._text_column):
            if isinstance(item, Problem):
                self.report(item)
                continue
            self._read += 1
            self._tell_encoding(item)
            yield item

    def annotated(
        self, inputs: Iterable[str], annotator: Annotator | None = None, *, streams: bool = False
    ) -> Iterator[Annotated]:
        """The documents that can be read, annotated, with progress shown (see `watched` for `streams`)."""
        return self.annotating(self.documents(inputs), annotator, streams=streams)

    def annotating(
        self, documents: Iterable[Document], annotator: Annotator | None = None, *, streams: bool = False
    ) -> Iterator[Annotated]:
        """Documents that were read, annotated, with progress shown."""
        from onrecord.annotation import annotate, shipped

        annotator = annotator or shipped(rules=self._rules)
        for document in watched(documents, "Reading", streams=streams):
            where = document.source.name
            try:
                found = annotate(document, annotator)
            except OnrecordError:
                # A part of onrecord is missing or changed: no document can be annotated.
                raise
            except Exception as error:  # noqa: BLE001 - one document that trips a bug must not end a batch
                _LOG.debug("annotating %s", where, exc_info=True)
                self._read -= 1
                what = f"a bug in onrecord ({type(error).__name__})"
                self.report(Problem(what, where, "Report it, with the document if you can."))
            else:
                yield found

    def report(self, problem: Problem) -> None:
        """Say what was set aside."""
        self._problems += 1
        say(str(problem))

    def finish(self) -> None:
        """End the command with the exit code that its inputs call for.

        Raises:
            ReadingError: if nothing was read at all.
        """
        self.require()
        if self._problems:
            raise click.exceptions.Exit(SOME_SET_ASIDE)

    def require(self) -> None:
        """Stop if nothing was read.

        Raises:
            ReadingError: if so.
        """
        if not self._read:
            raise ReadingError("nothing could be read", "the inputs", "See the messages above, if any.")

    @staticmethod
    def _tell_encoding(document: Document) -> None:
        """Say where the text's encoding was told by other means than UTF-8's own patterns."""
        _, _, charset = document.source.media_type.partition("; charset=")
        if charset and not charset.startswith(("utf-16", "utf-32")):
            charset, _, replaced = charset.partition("; replaced=")
            lost = f"; {replaced} undecodable stretches became \ufffd" if replaced else ""
            say(f"note: {document.source.name}: read as {charset}{lost}. Convert it to UTF-8 if that is wrong.")


def open_archive(path: Path) -> Archive:
    """The archive, for reading.

    Raises:
        ArchiveError: if it cannot be opened.
    """
    from onrecord.errors import ArchiveError
    from onrecord.store import Archive

    if not path.exists():
        raise ArchiveError(
            "there is no such archive", str(path), "Make it with `onrecord add INPUT...`, or name another with --db."
        )
    return Archive(path, read_only=True)


def reports_of(documents: list[Annotated]) -> tuple[Report, ...]:
    """The reports among documents."""
    from onrecord.editions import find_reports

    with busy("Comparing"):
        return find_reports(documents)


def stories_of(documents: list[Annotated]) -> tuple[Story, ...]:
    """The stories among documents."""
    from onrecord.stories import find_stories

    reports = reports_of(documents)
    with busy("Looking for stories"):
        return find_stories(documents, reports)


def record_of(documents: list[Annotated], as_of: str | None) -> Record:
    """The record of documents as one story."""
    from onrecord.recording import make_record

    reports = reports_of(documents)
    with busy("Making the record"):
        return make_record(documents, reports, as_of=as_of)
