"""`onrecord record`: documents of one story to its record, without an archive."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli import options
from onrecord.cli.console import console, emit, say
from onrecord.cli.files import require_folder, write_file
from onrecord.cli.rows import as_line
from onrecord.cli.since import print_changes
from onrecord.cli.sources import Reader, record_of
from onrecord.types import Annotated, Record
from onrecord.types import as_json as to_json


@click.command("record")
@options.inputs(required=True)
@options.as_of
@options.since
@options.rules
@options.one_json
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a self-contained page to FILE, too (-: only the page).",
)
@click.option("--all", "whole", is_flag=True, help="Show every line and whole quotes.")
def record_command(
    inputs: tuple[str, ...],
    text_column: str | None,
    as_of: str | None,
    since: str | None,
    rules: bool,
    as_json: bool,
    html: Path | None,
    whole: bool,
) -> None:
    """Put documents on record: one story, without an archive.

    Prints what happened when, who says so, who wants what of whom, what is due, what is disputed and what is open, each
    line with the documents and the words that it rests on. How many documents are copies of one text, and how many
    independent origins are left, stands on top.
    """
    page_only = html is not None and str(html) == "-"
    if page_only and (as_json or since):
        raise click.UsageError("Only one of --html -, --json and --since can go to standard output.")
    if html is not None:
        require_folder(html)
    reader = Reader(text_column, rules=rules)
    documents = list(reader.annotated(inputs))
    reader.require()
    record = record_of(documents, as_of)
    if html is not None:
        write_file(html, page_of(record, documents).encode("utf-8"))
    if since is not None:
        print_changes(record, documents, since, json=as_json)
    elif not page_only:
        print_record(record, as_json=as_json, whole=whole)
    if html is not None and not page_only:
        say(f"Wrote {html}: open it in a browser.")
    reader.finish()


def print_record(record: Record, *, as_json: bool, whole: bool) -> None:
    """Print a record for a program or a person."""
    if as_json:
        emit(as_line(to_json(record)))
        return
    from onrecord.cli.record_view import RecordView

    RecordView(record, whole=whole).print(console())


def page_of(record: Record, documents: list[Annotated]) -> str:
    """The self-contained page of a record."""
    from onrecord.editions import compare
    from onrecord.page import edition_pairs, render_record

    comparisons = [compare(a, b) for a, b in edition_pairs(record, documents)]
    return render_record(record, [d.document for d in documents], comparisons)
