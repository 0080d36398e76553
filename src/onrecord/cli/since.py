"""What `--since` prints: the record's changes against the one that the earlier documents make."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cli.console import clean, console, emit, shorten, show
from onrecord.cli.rows import as_line
from onrecord.cli.sources import record_of
from onrecord.types import Annotated, Record, as_json

_WORDS = {"new": "new", "changed": "changed", "contradicted": "contradicted", "lapsed": "lapsed", "gone": "no longer"}
_TEXT_WIDTH, _QUOTE_WIDTH = 160, 100


def print_changes(record: Record, documents: Sequence[Annotated], since: str, *, json: bool) -> None:
    """Print what `record` has that the record of the documents up to the day `since` has not.

    Undated documents count as later: nothing says that they were there.
    """
    from rich.padding import Padding
    from rich.text import Text

    from onrecord.recording.changes import changes

    dates = {line.id: line.published for line in record.documents}
    earlier = [d for d in documents if (dates.get(d.document.id) or "9999")[:10] <= since]
    found = changes(record_of(earlier, since), record)
    if json:
        emit(as_line({"since": since, "documents": len(documents) - len(earlier), "changes": as_json(found)}))
        return
    out = console()
    fresh = len(documents) - len(earlier)
    show(out, Text(clean(record.story.title), "bold"))
    show(out, f"since {since}: {fresh} more document{'' if fresh == 1 else 's'}, {len(found)} changes")
    for name in dict.fromkeys(c.list for c in found):
        show(out, "")
        show(out, Text(name.upper(), "bold"))
        for change in (c for c in found if c.list == name):
            states = " → ".join(filter(None, (change.before, change.after)))
            line = Text.assemble((f"{_WORDS[change.kind]}  ", "yellow"), shorten(change.text, _TEXT_WIDTH))
            show(out, Padding(line + Text(f"  {states}" if states else "", "dim"), (0, 0, 0, 1)))
            if change.evidence and change.text != change.evidence[0].quote:
                show(out, Padding(Text(f"“{shorten(change.evidence[0].quote, _QUOTE_WIDTH)}”", "dim"), (0, 0, 0, 3)))
