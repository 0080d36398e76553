"""`onrecord export`: a record in other forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.console import say
from onrecord.cli.files import require_folder, write_file
from onrecord.cli.make import page_of
from onrecord.cli.sources import Reader, open_archive, record_of
from onrecord.errors import NotFoundError

if TYPE_CHECKING:
    from onrecord.types import Annotated, Record

# Kept here so that completion and help need not import the exports; a test holds it against them.
FORMATS = ("html", "json", "markdown", "csv", "ics")


@click.command("export")
@click.argument("story", metavar="[STORY]", required=False)
@click.option(
    "--input",
    "inputs",
    multiple=True,
    type=options.INPUT,
    metavar="INPUT",
    help="Read this instead of a story; may be given repeatedly.",
)
@click.option("--text-column", metavar="NAME", help="The column or JSON field that holds the text of an --input.")
@options.archive
@options.as_of
@options.rules
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option("--table", metavar="NAME", help="With --format csv: only this table, such as timeline or evidence.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="-",
    metavar="FILE",
    help="Where to write it.  [default: standard output]",
)
def export_command(
    story: str | None,
    inputs: tuple[str, ...],
    text_column: str | None,
    db: Path,
    as_of: str | None,
    rules: bool,
    form: str,
    table: str | None,
    output: Path,
) -> None:
    """Write a story's record to a file.

    STORY is an id from `onrecord stories`. html is the self-contained page, csv a zip file with one table for each list
    of the record, ics a calendar of the deadlines.
    """
    if bool(story) == bool(inputs):
        raise click.UsageError("Give a STORY of the archive, or --input for documents to read: one of them.")
    if table and form != "csv":
        raise click.UsageError("--table belongs to --format csv.")
    if rules and not inputs:
        raise click.UsageError("--rules belongs to --input: the archive keeps what `onrecord add` annotated.")
    require_folder(output)
    reader = Reader(text_column, rules=rules)
    record, documents = _from_inputs(reader, inputs, as_of) if inputs else _from_archive(str(story), db, as_of)
    write_file(output, _content(record, documents, form, table))
    if str(output) != "-":
        say(f"Wrote {output}.")
    if inputs:
        reader.finish()


def _from_inputs(reader: Reader, inputs: tuple[str, ...], as_of: str | None) -> tuple[Record, list[Annotated]]:
    documents = list(reader.annotated(inputs))
    reader.require()
    return record_of(documents, as_of), documents


def _from_archive(story: str, db: Path, as_of: str | None) -> tuple[Record, list[Annotated]]:
    with open_archive(db) as archive:
        record = archive.record(story, as_of)
        return record, archive.annotated([line.id for line in record.documents])


def _content(record: Record, documents: list[Annotated], form: str, table: str | None) -> bytes:
    if form == "html":
        return page_of(record, documents).encode("utf-8")
    if table:
        from onrecord.exports.tables import table_bytes, tables_of

        tables = tables_of(record)
        if table not in tables:
            raise NotFoundError("the record has no such table, or nothing in it", table, f"It has {', '.join(tables)}.")
        return table_bytes(tables[table])
    from onrecord.exports import FORMATS as formats

    return formats[form](record, [d.document for d in documents])
