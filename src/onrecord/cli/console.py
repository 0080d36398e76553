"""What goes to the terminal: cleaned of control characters, coloured and with progress only where somebody watches."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

T = TypeVar("T")

# Documents come from strangers: an escape sequence in one must not reach the terminal, and an override of the writing
# direction must not make a line read as another one.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` on one line, blanks run together, with U+FFFD for each character that could steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", " ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """The beginning of a cleaned text, cut at a word with an ellipsis where it is longer than `width`."""
    text = clean(text)
    if len(text) <= width:
        return text
    cut = text[: max(width - 1, 1)]
    word = cut.rpartition(" ")[0] if text[len(cut)] != " " else cut
    return (word if len(word) > width // 2 else cut).rstrip() + "…"


def console() -> Console:
    """Where output for a person goes: as wide as the terminal, coloured only on one, and not with NO_COLOR."""
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Output(file=sys.stdout, highlight=False, markup=False, emoji=False)


def show(out: Console, *things: RenderableType) -> None:
    """Print what rich can render; in a file or a pipe without the blanks that fill lines up."""
    if out.is_terminal:
        out.print(*things)
        return
    with out.capture() as rendered:
        out.print(*things)
    out.file.write(re.sub(r" +$", "", rendered.get(), flags=re.M))


def emit(line: str) -> None:
    """Write one line for a program, as UTF-8 whatever the locale is."""
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


def say(message: str) -> None:
    """Tell the person something that is no output: on standard error, on one line."""
    click.echo(clean(message), err=True)


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Say on standard error what is being done, while it is done, if that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


def watched(items: Iterable[T], what: str, *, streams: bool = False) -> Iterator[T]:
    """The items, with progress on standard error if that is a terminal.

    `streams` says that each item is printed as it comes: on a terminal it then is the progress, and a bar would stand
    in its way.
    """
    if not sys.stderr.isatty() or (streams and sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    # How many there will be is not known before the inputs are read: the bar only moves, the number counts.
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(what, total=None)
        for item in items:
            yield item
            bar.advance(task)
