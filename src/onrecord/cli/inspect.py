"""`onrecord read` and `onrecord annotate`: what is read out of documents and found in them."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli import options
from onrecord.cli.console import clean, console, emit, shorten, show, watched
from onrecord.cli.rows import as_line, print_rows
from onrecord.cli.sources import Reader
from onrecord.types import Document, as_json

COLUMNS = ("id", "published", "outlet", "language", "title", "authors", "characters", "source")


@click.command("read")
@options.inputs(required=True)
@options.rows
@click.option("--all", "whole", is_flag=True, help="Show whole blocks.")
def read_command(inputs: tuple[str, ...], text_column: str | None, form: str | None, whole: bool) -> None:
    """Show how documents are read: blocks and metadata.

    Each block stands with its kind and its offsets, so that what counts as the text itself (summary, heading,
    paragraph) can be told from the furniture around it. --json prints text, blocks and metadata whole.
    """
    reader = Reader(text_column)
    documents = watched(reader.documents(inputs), "Reading", streams=form != "table")
    if form:
        print_rows((as_json(d) if form == "json" else _row(d) for d in documents), COLUMNS, form)
    else:
        for document in documents:
            _print_document(document, whole)
    reader.finish()


def _row(document: Document) -> dict[str, Any]:
    row: dict[str, Any] = as_json(document)
    return row | {"characters": str(len(document.text)), "source": document.source.name}


def _print_document(document: Document, whole: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console()
    show(out, Text(clean(document.title or document.id), "bold"))
    dated = f"{document.published} ({document.published_basis})" if document.published else "undated"
    facts = [dated, document.outlet, ", ".join(document.authors), document.language, document.url, document.source.name]
    show(out, Text(" · ".join(clean(f) for f in facts if f), "dim"))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(style="dim", justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for block in document.blocks:
        text = document.text[block.start : block.end]
        table.add_row(block.kind, str(block.start), clean(text) if whole else shorten(text, max(out.width - 22, 20)))
    show(out, table)
    show(out, "")


@click.command("annotate")
@click.option("--in-doubt", is_flag=True, help="List events in doubt too: other readings, confidence .3 or less.")
@options.rules
@options.inputs(required=True)
def annotate_command(inputs: tuple[str, ...], text_column: str | None, in_doubt: bool, rules: bool) -> None:
    """Print names, times, statements and events as JSON.

    One object a line for each document, with its text, blocks and metadata. All offsets are code points into its text.
    """
    from onrecord.annotation import shipped

    reader = Reader(text_column)
    for annotated in reader.annotated(inputs, shipped(in_doubt=in_doubt, rules=rules), streams=True):
        emit(as_line(as_json(annotated)))
    reader.finish()
