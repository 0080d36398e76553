"""A record in the terminal: to be grasped in half a minute, the whole of it with --all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.console import clean, shorten, show
from onrecord.exports.outline import STATE_OF_PLAY, STATEMENTS, TIMELINE, UNSURE, Line, Section, outline, quoted
from onrecord.types import Record

# Chosen so that the record of a story of a few documents fits on two screens of 50 lines.
MOST_SOURCES = 8
MOST_OF_A_SOURCE = 2
MOST_OF_TIMELINE = 20
MOST_OF_ANOTHER = 5

_TONES = {"settled": "green", "refused": "red", "open": "yellow", "plain": ""}


@dataclass(frozen=True, slots=True)
class RecordView:
    """Prints one record."""

    record: Record
    whole: bool = False

    def print(self, out: Console) -> None:
        """Print the record, as wide as the console is."""
        shown = outline(self.record)
        show(out, Text(clean(shown.title), "bold"))
        show(out, Text(" · ".join(shown.facts)))
        if shown.short:
            show(out, Text(" · ".join(shown.short), "bold"))
        if not any(s.title in STATE_OF_PLAY for s in shown.sections):
            show(out, Text("No demand, deadline or dispute was found.", "dim"))
        for section in shown.sections:
            if section.title == UNSURE and not self.whole:
                continue
            show(out, "")
            show(out, Text(section.title.upper(), "bold cyan"))
            lines, left_out = (section.lines, 0) if self.whole else _most(section)
            show(out, Padding(_grid(lines, out.width, self.whole), (0, 0, 0, 1)))
            if left_out:
                show(out, Text(f" … {left_out:,} more (--all)", "dim"))


def _most(section: Section) -> tuple[Sequence[Line], int]:
    """The lines to show, and how many are left out."""
    if section.title == TIMELINE:
        # The latest lines are the news.
        kept = section.lines[-MOST_OF_TIMELINE:]
        return kept, len(section.lines) - len(kept)
    if section.title == STATEMENTS:
        return _most_statements(section.lines)
    if section.title in (*STATE_OF_PLAY, "Documents"):
        return [line for line in section.lines if not line.detail], 0
    heads, kept_lines = 0, []
    for line in section.lines:
        heads += line.level == 0
        if heads <= MOST_OF_ANOTHER:
            kept_lines.append(line)
    return kept_lines, max(heads - MOST_OF_ANOTHER, 0)


def _most_statements(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    kept: list[Line] = []
    sources = of_this = left_out = 0
    for line in lines:
        if line.level == 0:
            sources, of_this = sources + 1, 0
        else:
            of_this += 1
        if sources <= MOST_SOURCES and of_this <= MOST_OF_A_SOURCE:
            kept.append(line)
        else:
            left_out += line.level > 0
    return kept, left_out


def _grid(lines: Sequence[Line], width: int, whole: bool) -> Table:
    """One grid, so that leads stand under each other and text wraps beside them."""
    has_lead = any(line.lead for line in lines)
    table = Table.grid(padding=(0, 2, 0, 0))
    if has_lead:
        table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold", ratio=1)
    room = max(width - 8 - (max(len(line.lead) for line in lines) + 2 if has_lead else 0), 24)
    before = ""
    for line in lines:
        # A day stands once, before the first of its lines.
        cells = [clean(line.lead) if line.lead != before else ""] if has_lead else []
        before = line.lead
        table.add_row(*cells, Padding(_text(line, room, whole), (0, 0, 0, 2 * line.level)))
    return table


def _text(line: Line, room: int, whole: bool) -> Text:
    is_head = not line.documents and not line.note and not line.lead
    text = Text()
    text.append(clean(line.text) if whole else shorten(line.text, 3 * room), "bold" if is_head else "")
    if line.state:
        text.append(f"  {line.state}", f"bold {_TONES[line.tone]}".strip())
    if line.note:
        text.append(f"  {clean(line.note)}", "dim")
    if line.documents:
        text.append(f"  {''.join(f'[{number}]' for number in line.documents)}", "cyan")
    if line.quote:
        quote = clean(line.quote) if whole else shorten(line.quote, room - 2)
        text.append(f"\n{quoted(quote)}", "dim italic")
    return text

