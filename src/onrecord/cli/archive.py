"""`onrecord add`, `show` and `search`: the archive filled, and asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.console import busy, clean, console, show
from onrecord.cli.make import print_record
from onrecord.cli.rows import print_rows
from onrecord.cli.since import print_changes
from onrecord.cli.sources import Reader, open_archive
from onrecord.types import Document, as_json


@click.command("add")
@options.inputs(required=True)
@options.archive
@click.option("--anew", is_flag=True, help="Annotate the documents that the archive has as well.")
@options.rules
def add_command(inputs: tuple[str, ...], text_column: str | None, db: Path, anew: bool, rules: bool) -> None:
    """Read documents into the archive.

    The archive is made if it does not exist. What is in it already stays as it is, so the same command may be run
    again, also after it was stopped halfway; documents that this version of onrecord has annotated are passed over.
    """
    reader = Reader(text_column, rules=rules)
    documents = reader.documents(inputs)
    first = next(documents, None)
    if first is not None:
        from onrecord.store import Archive

        with Archive(db) as archive:
            known = 0

            def unknown() -> Iterator[Document]:
                nonlocal known
                for document in chain([first], documents):
                    if anew or not archive.holds(document):
                        yield document
                    else:
                        known += 1

            added = archive.add(reader.annotating(unknown()))
            # Now rather than at the first look: a reader who may not write would derive them again every time.
            with busy("Counting reports and stories"):
                archive.update()
        for problem in added.problems:
            reader.report(problem)
        updated = f", {added.updated:,} read anew" if added.updated else ""
        click.echo(f"{added.new:,} new, {added.unchanged + known:,} known{updated}: {clean(str(db))}")
    reader.finish()


@click.command("show")
@click.argument("story", metavar="STORY")
@options.archive
@options.as_of
@options.since
@options.one_json
@click.option("--all", "whole", is_flag=True, help="Show every line and whole quotes.")
def show_command(story: str, db: Path, as_of: str | None, since: str | None, as_json: bool, whole: bool) -> None:
    """Show the record of a story in the archive.

    STORY is an id from `onrecord stories`.
    """
    with open_archive(db) as archive, busy("Making the record"):
        record = archive.record(story, as_of)
        documents = archive.annotated([line.id for line in record.documents]) if since is not None else []
    if since is not None:
        print_changes(record, documents, since, json=as_json)
    else:
        print_record(record, as_json=as_json, whole=whole)


@click.command("search")
@click.argument("query", metavar="QUERY")
@options.archive
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many places.")
@options.rows
def search_command(query: str, db: Path, limit: int, form: str | None) -> None:
    """Search the documents of the archive.

    All the words must stand in one block. "…" for a phrase, -word to leave out, word* for a beginning.
    """
    with open_archive(db) as archive:
        hits = archive.search(query, limit=limit)
    if form:
        columns = ("document", "published", "outlet", "start", "end", "quote")
        print_rows(map(as_json, hits), columns, form)
        return
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for hit in hits:
        facts = (hit.published, hit.outlet, hit.document)
        show(out, Text(clean(hit.title or hit.document), "bold"))
        show(out, Text("  " + " · ".join(clean(f) for f in facts if f), "dim"))
        # Cleaned piece by piece and not as a whole, so that the offsets of the matches stay right.
        snippet, at = Text(), 0
        for start, end in hit.snippet_matches:
            snippet.append(_piece(hit.snippet[at:start]))
            snippet.append(_piece(hit.snippet[start:end]), "bold yellow")
            at = end
        snippet.append(_piece(hit.snippet[at:]))
        show(out, Padding(snippet, (0, 0, 1, 2)))
    if not hits:
        click.echo("No block of a document holds all these words.", err=True)


def _piece(text: str) -> str:
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{clean(text)}{after}"
