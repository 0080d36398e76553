"""`onrecord compare`: two documents side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import options
from onrecord.cli.console import clean, console, emit, show
from onrecord.cli.rows import as_line, print_rows
from onrecord.cli.sources import Reader, open_archive
from onrecord.errors import NotFoundError, UsageError
from onrecord.types import Annotated, Comparison, Row, as_json

if TYPE_CHECKING:
    from rich.text import Text

MARKS = {"same": "=", "reworded": "≈", "added": "+", "dropped": "−", "moved": "↕"}
STYLES = {"same": "dim", "reworded": "yellow", "added": "green", "dropped": "red", "moved": "cyan"}


@click.command("compare")
@click.argument("a", metavar="A", type=options.INPUT)
@click.argument("b", metavar="B", type=options.INPUT)
@options.archive
@options.rows
@click.option("--all", "whole", is_flag=True, help="Show what is the same, and changes of no account, too.")
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="WORDS",
    help="Leave out changes of fewer words; correction notices are never left out.",
)
def compare_command(a: str, b: str, db: Path, form: str | None, whole: bool, least: int) -> None:
    """Compare two documents sentence by sentence.

    A and B are files with one document each, or ids of documents in the archive. Only the body is compared; + is only
    in B, − only in A, ≈ reworded (with what the change touches), ↕ moved. Correction notices stand first. Changes of no
    account (a page's own date, advertisements, links to other pages) are only counted.
    """
    left, right = _document(a, db), _document(b, db)
    from onrecord.editions import compare
    from onrecord.editions.revisions import size

    comparison = compare(left, right)
    if least > 1:
        counted = (
            row
            for row in comparison.rows
            if row.op == "same" or row.note == "correction" or size(row, left.document, right.document) >= least
        )
        comparison = replace(comparison, rows=tuple(counted))
    if form == "json":
        emit(as_line(as_json(comparison)))
    elif form:
        rows = ({**as_json(row), "a": _quote(left, row.a), "b": _quote(right, row.b)} for row in comparison.rows)
        print_rows(rows, ("op", "note", "touches", "a", "b"), form)
    else:
        _print(comparison, left, right, whole)


def _document(name: str, db: Path) -> Annotated:
    if name != "-" and not Path(name).exists() and db.exists():
        with open_archive(db) as archive:
            try:
                return archive.get(name)
            except NotFoundError:
                raise NotFoundError(
                    "neither a file nor a document of the archive", name, f"`onrecord search` finds ids in {db}."
                ) from None
    reader = Reader()
    found = list(reader.annotated([name]))
    reader.require()
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} documents, but one is compared with one",
            name,
            "Add them to an archive (`onrecord add`) and give their ids.",
        )
    return found[0]


def _quote(document: Annotated, span: tuple[int, int] | None) -> str | None:
    return None if span is None else clean(document.document.quote(span))


def _print(comparison: Comparison, left: Annotated, right: Annotated, whole: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console()
    show(out, Text(f"B is {_relation(comparison)} of A" if _is_version(comparison) else comparison.relation, "bold"))
    show(out,
        Text(f"{comparison.a_in_b:.0%} of A is in B, {comparison.b_in_a:.0%} of B is in A (shared runs of five words)")
    )
    for row in comparison.rows:
        if row.note == "correction":
            words = _quote(right, row.b) or _quote(left, row.a) or ""
            show(out, Text.assemble(("Correction  " if row.b else "Correction gone  ", "bold red"), words))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column("", no_wrap=True)
    table.add_column(f"A  {clean(comparison.a)}", ratio=1, overflow="fold")
    table.add_column(f"B  {clean(comparison.b)}", ratio=1, overflow="fold")
    same = boring = 0
    for row in comparison.rows:
        if row.note is not None and not whole:
            boring += row.note == "boring"
            continue
        if row.op == "same" and not whole:
            same += 1
            continue
        if same:
            table.add_row("=", Text(_same(same), "dim"), "")
            same = 0
        a, b = _sides(row, left, right)
        table.add_row(Text(MARKS[row.op], STYLES[row.op]), a, b)
    if same:
        table.add_row("=", Text(_same(same), "dim"), "")
    show(out, table)
    if boring:
        show(out, Text(f"{boring} change{'' if boring == 1 else 's'} of no account (--all shows them).", "dim"))


def _same(count: int) -> str:
    return "one sentence the same" if count == 1 else f"{count} sentences the same"


def _is_version(comparison: Comparison) -> bool:
    return comparison.relation in ("copy", "abridged", "expanded", "revised")


def _relation(comparison: Comparison) -> str:
    return {
        "copy": "a copy",
        "abridged": "an abridged version",
        "expanded": "an expanded version",
        "revised": "a revised version",
    }[comparison.relation]


def _sides(row: Row, left: Annotated, right: Annotated) -> tuple[Text, Text]:
    from rich.text import Text

    a, b = _quote(left, row.a) or "", _quote(right, row.b) or ""
    style = STYLES[row.op]
    if row.op != "reworded":
        return Text(a, style), Text(b, style)
    from onrecord.page.diff import word_diff

    shown = []
    for pieces in word_diff(a, b):
        text = Text()
        for piece in pieces:
            text.append(piece.text, "bold yellow" if piece.changed and piece.text.strip() else "")
        shown.append(text)
    if row.touches:
        shown[1].append(f"\n({', '.join(row.touches)})", "dim")
    return shown[0], shown[1]

