"""onrecord reads news documents and puts what they say on record.

    >>> import onrecord
    >>> documents = onrecord.read("report.txt", "newsletter.html")       # doctest: +SKIP
    >>> record = onrecord.record(documents, as_of="2025-12-03")          # doctest: +SKIP
    >>> record.deadlines[0].state, record.deadlines[0].evidence[0].quote # doctest: +SKIP

Five names do the work: `read` (bytes to documents), `annotate` (documents to names, times, statements, events),
`compare` (two documents, sentence by sentence), `record` (documents to a sourced record) and `Archive` (all of it
kept in one SQLite file). The values they return are described in `onrecord.types`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError, Problem
from onrecord.types import Annotated, Comparison, Document, Record, as_json
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.store import Archive

__all__ = ["Archive", "OnrecordError", "Problem", "__version__", "annotate", "as_json", "compare", "read", "record"]

# The stages are imported when they are first called: `onrecord --help` and `import onrecord` stay fast.


def read(*inputs: str | Path, problems: list[Problem] | None = None) -> list[Document]:
    """Read files, folders or `-` (standard input) into documents with typed blocks and metadata.

    Args:
        inputs: paths of text, HTML, JSON lines, CSV/TSV, `.eml` or gzip of any of them; folders are walked.
        problems: where to put items that cannot be read; without it the first one raises.

    Returns:
        The documents in the order of the inputs; files of a folder in the order of their names.

    Raises:
        ReadingError: for the first unreadable item, if `problems` is None.
    """
    from onrecord.errors import ReadingError
    from onrecord.reading import read_all

    documents: list[Document] = []
    for item in read_all(inputs):
        if isinstance(item, Document):
            documents.append(item)
        elif problems is None:
            raise ReadingError(item.what, item.where, item.do)
        else:
            problems.append(item)
    return documents


def annotate(document: Document) -> Annotated:
    """Find names, parties, times, statements and events in one document."""
    from onrecord.annotation import annotate as run

    return run(document)


def _annotated(documents: Iterable[Document | Annotated]) -> list[Annotated]:
    return [d if isinstance(d, Annotated) else annotate(d) for d in documents]


def compare(a: Document | Annotated, b: Document | Annotated) -> Comparison:
    """Line up the bodies of two documents, sentence by sentence."""
    from onrecord.editions import compare as run

    return run(*_annotated([a, b]))


def record(documents: Sequence[Document | Annotated], *, as_of: str | None = None) -> Record:
    """Make the record of documents that belong to one story.

    Args:
        documents: read or annotated documents.
        as_of: ISO date that states (pending, expired, …) are judged by; None: the latest publication date.
    """
    from onrecord.editions import find_reports
    from onrecord.recording import make_record

    annotated = _annotated(documents)
    return make_record(annotated, find_reports(annotated), as_of=as_of)


def __getattr__(name: str) -> Any:
    if name == "Archive":
        from onrecord.store import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
