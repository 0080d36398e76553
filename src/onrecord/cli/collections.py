"""`onrecord reports`, `stories` and `timeline`: what many documents make up, from an archive or from inputs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from onrecord.cli import options
from onrecord.cli.console import busy, clean, console, say, shorten, show
from onrecord.cli.rows import print_rows
from onrecord.cli.sources import Reader, open_archive, reports_of, stories_of
from onrecord.exports.outline import count, dates
from onrecord.types import Annotated, Report, Story, TimelineEntry, as_json


@click.command("reports")
@options.inputs(required=False)
@options.rules
@options.archive
@options.rows
def reports_command(
    inputs: tuple[str, ...], text_column: str | None, rules: bool, db: Path, form: str | None
) -> None:
    """List which documents are versions of one text.

    Of the archive, or of INPUTs read without one. A report's documents are copies, abridged, expanded or revised
    versions of one text; its origins are the independent roots that are left. Where no evidence says which came first,
    the direction is undetermined.
    """
    options.forbid_both(inputs, rules)
    reader = Reader(text_column, rules=rules)
    if inputs:
        documents = list(reader.annotated(inputs))
        reports = reports_of(documents)
    else:
        with open_archive(db) as archive, busy("Reading the archive"):
            reports = archive.reports()
            revised = {d for r in reports for e in r.edges if e.relation == "revised" for d in (e.from_, e.to)}
            documents = [] if form else archive.annotated(sorted(revised))
    if form:
        print_rows(map(_report_row, reports), ("report", "documents", "origins", "origin"), form)
    else:
        _print_reports(reports, _changes(reports, documents))
    if inputs:
        reader.finish()


def _report_row(report: Report) -> dict[str, Any]:
    row: dict[str, Any] = as_json(report)
    return {"report": row.pop("id")} | row


def _changes(reports: Sequence[Report], documents: Sequence[Annotated]) -> dict[str, list[str]]:
    """For each report what changed on pages that there are several states of, from each to the next."""
    from onrecord.editions import compare
    from onrecord.editions.revisions import notable, states

    report_of = {document: report.id for report in reports for document in report.documents}
    lines: dict[str, list[str]] = {}
    for page in states(documents):
        for old, new in pairwise(page):
            report = report_of.get(old.document.id)
            if report is None or report != report_of.get(new.document.id):
                continue
            comparison = compare(old, new)
            rows = notable(comparison.rows, old.document, new.document)
            counts = Counter(row.op for row in rows)
            touched = sorted({kind for row in rows for kind in row.touches})
            said = ", ".join(f"{counts[op]} {op}" for op in ("added", "dropped", "reworded", "moved") if counts[op])
            line = f"{old.document.id} to {new.document.id}: {said or 'no change of the text'}"
            lines.setdefault(report, []).append(line + (f" ({', '.join(touched)})" if touched else ""))
            for row in comparison.rows:
                if row.note == "correction" and row.b is not None:
                    lines[report].append(f"correction: “{new.document.quote(row.b)}”")
    return lines


def _print_reports(reports: Sequence[Report], changes: Mapping[str, Sequence[str]]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    versions = sorted((r for r in reports if len(r.documents) > 1), key=lambda r: (-len(r.documents), r.id))
    for report in versions:
        origin = f" ({clean(report.origin)})" if report.origin else ""
        head = Text(clean(report.id), "bold")
        head.append(f"  {count(len(report.documents), 'document')} = {count(report.origins, 'origin')}{origin}", "dim")
        show(out, head)
        numbers = {document: f"[{number}]" for number, document in enumerate(report.documents, 1)}
        for document, number in numbers.items():
            show(out, Text(f"  {number:>4} {clean(document)}"))
        for edge in report.edges:
            arrow = "→" if edge.direction == "from-to" else "↔"
            line = Text(f"{numbers[edge.from_]} {arrow} {numbers[edge.to]} {edge.relation}  ", "cyan")
            line.append("; ".join(_numbered(clean(e.text), numbers) for e in edge.evidence), "dim")
            show(out, Padding(line, (0, 0, 0, 3)))
        for change in changes.get(report.id, ()):
            show(out, Padding(Text(clean(_numbered(change, numbers)), "yellow"), (0, 0, 0, 3)))
        show(out, "")
    single = len(reports) - len(versions)
    if single:
        show(out, Text(f"{count(single, 'document')} without another version.", "dim"))


def _numbered(text: str, numbers: Mapping[str, str]) -> str:
    """The text with numbers in place of documents' ids."""
    ids = sorted(numbers, key=len, reverse=True)  # an id may begin with another one
    return re.sub("|".join(map(re.escape, ids)), lambda found: numbers[found.group()], text)


@click.command("stories")
@options.inputs(required=False)
@options.rules
@options.archive
@options.rows
def stories_command(
    inputs: tuple[str, ...], text_column: str | None, rules: bool, db: Path, form: str | None
) -> None:
    """List the stories.

    Of the archive, or of INPUTs read without one. `onrecord show STORY` prints the record of one.
    """
    options.forbid_both(inputs, rules)
    reader = Reader(text_column, rules=rules)
    if inputs:
        stories = stories_of(list(reader.annotated(inputs)))
    else:
        with open_archive(db) as archive, busy("Reading the archive"):
            stories = archive.stories()
    if form:
        columns = ("story", "title", "begin", "end", "origins", "documents")
        print_rows(map(_story_row, stories), columns, form)
    else:
        _print_stories(stories)
    if inputs:
        reader.finish()


def _story_row(story: Story) -> dict[str, Any]:
    row: dict[str, Any] = as_json(story)
    return {"story": row.pop("id")} | row


def _print_stories(stories: Sequence[Story]) -> None:
    from rich.text import Text

    out = console()
    for story in sorted(stories, key=lambda s: (s.end or "", s.id), reverse=True):
        show(out, Text(shorten(story.title, out.width), "bold"))
        counts = (
            f"{count(len(story.documents), 'document')} = {count(len(story.reports), 'report')}"
            f" = {count(story.origins, 'origin')}"
        )
        show(out, Text(f"  {clean(story.id)}  {dates(story.begin, story.end)} · {counts}", "dim"))
    if not stories:
        say("The archive is empty: `onrecord add INPUT...` fills it.")


@click.command("timeline")
@options.inputs(required=False)
@options.rules
@click.option("--party", required=True, metavar="NAME", help="The person, organisation or place, as the texts name it.")
@options.archive
@options.rows
def timeline_command(
    inputs: tuple[str, ...], text_column: str | None, rules: bool, party: str, db: Path, form: str | None
) -> None:
    """Print what happened to one party, in order.

    Over all stories of the archive, or over INPUTs read without one.
    """
    options.forbid_both(inputs, rules)
    if not party.strip():
        raise click.UsageError("--party needs a name.")
    reader = Reader(text_column, rules=rules)
    if inputs:
        from onrecord.recording import timeline_of

        documents = list(reader.annotated(inputs))
        entries = timeline_of(party, documents, reports_of(documents))
    else:
        with open_archive(db) as archive, busy("Reading the archive"):
            entries = archive.timeline(party)
    if not entries:
        say(f"Nothing is dated that names “{party}”.")
    if form:
        print_rows(map(_timeline_row, entries), ("date", "end", "precision", "text", "documents"), form)
    else:
        _print_timeline(entries)
    if inputs:
        reader.finish()


def _timeline_row(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "date": entry.date,
        "end": entry.end,
        "precision": entry.precision,
        "events": as_json(entry.evidence),
        "text": entry.text,
        "origins": entry.origins,
        "documents": sorted({e.document for e in entry.evidence}),
    }


def _print_timeline(entries: Sequence[TimelineEntry]) -> None:
    from rich.table import Table
    from rich.text import Text

    numbers: dict[str, int] = {}
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in entries:
        cited = sorted({numbers.setdefault(e.document, len(numbers) + 1) for e in entry.evidence})
        text = Text(clean(entry.text))
        text.append(f"  {''.join(f'[{number}]' for number in cited)}", "cyan")
        table.add_row(Text(dates(entry.date, entry.end), "bold"), text)
    out = console()
    show(out, table)
    if numbers:
        show(out, "")
    for document, number in numbers.items():
        show(out, Text(f"[{number}] {clean(document)}", "dim"))
