"""`onrecord explain`: from an item of a record back to characters of a source."""

from __future__ import annotations

import click

from onrecord.cli import options
from onrecord.cli.console import clean, console, emit, shorten, show
from onrecord.cli.rows import as_line
from onrecord.cli.sources import Reader, record_of
from onrecord.errors import NotFoundError
from onrecord.types import as_json as to_json

_QUOTE_WIDTH = 300


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

    from onrecord.recording.explain import explain, names_of

    reader = Reader(text_column, rules=rules)
    documents = list(reader.annotated(inputs))
    reader.require()
    record = record_of(documents, as_of)
    found = explain(record, documents, item)
    if found is None:
        known = [name for name, _, _ in names_of(record)]
        some = ", ".join(known[:8]) or "none"
        more = ", …" if len(known) > 8 else ""
        raise NotFoundError(f"there is no item {item}", "the record", f"It has: {some}{more}.")
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
