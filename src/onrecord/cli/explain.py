"""`onrecord explain`: from an item of a record back to characters of a source."""

from __future__ import annotations

from collections.abc import Sequence

import click

from onrecord.cli import options
from onrecord.cli.console import clean, console, emit, shorten, show
from onrecord.cli.rows import as_line
from onrecord.cli.sources import Reader, record_of
from onrecord.errors import NotFoundError
from onrecord.recording.explain import ITEM_LISTS, explain, names_of
from onrecord.types import Record
from onrecord.types import as_json as to_json

_QUOTE_WIDTH = 300
_SHOWN = 8


def _what_there_is(record: Record, item: str) -> str:
    """The items that may have been meant: those of the list that was asked for, else the first of every list."""
    kinds: dict[str, list[str]] = {}
    for name, kind, _ in names_of(record):
        kinds.setdefault(kind, []).append(name)
    asked = item.partition(":")[0].casefold()
    if asked in ITEM_LISTS:
        ids = kinds.get(asked, [])
        return f"Its {asked}: {_some(ids)}." if ids else f"It has no {asked}."
    firsts = ", ".join(f"{ids[0]} … {ids[-1]}" if len(ids) > 1 else ids[0] for ids in kinds.values())
    return f"It has: {firsts}." if firsts else "It is empty."


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_SHOWN]) + (f", … {ids[-1]}" if len(ids) > _SHOWN else "")


@click.command("explain")
@click.argument("item", metavar="ITEM")
@options.inputs(required=True)
@options.as_of
@options.rules
@options.one_json
def explain_command(
    item: str, inputs: tuple[str, ...], text_column: str | None, as_of: str | None, rules: bool, as_json: bool
) -> None:
    """Show how an item of a record came about.

    ITEM is an id in the record of the INPUTs (d1, t2, s3, … as `onrecord record --json` prints them), or a list and a
    number for items without one (drift:2, outlooks:1). Printed are the rule that made it, and for each quotation the
    block that it stands in, that block's place in the source, and the names, times, statements and events found there.
    """
    from rich.padding import Padding
    from rich.text import Text

    reader = Reader(text_column, rules=rules)
    documents = list(reader.annotated(inputs))
    reader.require()
    record = record_of(documents, as_of)
    found = explain(record, documents, item)
    if found is None:
        raise NotFoundError(f"there is no item {clean(item)}", "the record", _what_there_is(record, item))
    if as_json:
        emit(as_line(to_json(found)))
        reader.finish()
        return
    out = console()
    show(out, Text(f"{item} ({found.list})", "bold"))
    if found.rule:
        show(out, f"made by the rule: {clean(found.rule)}")
    if found.item.confidence is not None:
        show(out, f"confidence: {found.item.confidence:.2f}")
    for ground in found.grounds:
        e = ground.evidence
        show(out, "")
        show(out, Text(f"“{shorten(e.quote, _QUOTE_WIDTH)}”"))
        where = f"{clean(e.document)} {e.start}–{e.end}, {ground.block or 'no block'} at {ground.place or 'no address'}"
        show(out, Padding(Text(where, "dim"), (0, 0, 0, 2)))
        source = f"read from {clean(ground.source)} (sha256 {ground.sha256[:12]}…) by {', '.join(ground.makers)}"
        show(out, Padding(Text(source, "dim"), (0, 0, 0, 2)))
        for finding in ground.findings:
            sure = f", confidence {finding.confidence:.2f}" if finding.confidence is not None else ""
            rule = f" [{finding.rule}{sure}]" if finding.rule else ""
            show(out, Padding(Text(f"{finding.kind}: {clean(finding.text)}{rule}"), (0, 0, 0, 4)))
    reader.finish()
