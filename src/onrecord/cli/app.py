"""The group of all commands. Each is imported when it is called, so that `onrecord --help` starts nothing heavy."""

from __future__ import annotations

import itertools
from importlib import import_module
from typing import Any

import click

from onrecord.cli.console import clean
from onrecord.errors import OnrecordError
from onrecord.version import __version__

# Name: module, and the line that `onrecord --help` prints (a test holds it against the command's own).
COMMANDS: dict[str, tuple[str, str]] = {
    "record": ("make", "Put documents on record: one story, without an archive."),
    "read": ("inspect", "Show how documents are read: blocks and metadata."),
    "annotate": ("inspect", "Print names, times, statements and events as JSON."),
    "compare": ("compare", "Compare two documents sentence by sentence."),
    "reports": ("collections", "List which documents are versions of one text."),
    "stories": ("collections", "List the stories."),
    "timeline": ("collections", "Print what happened to one party, in order."),
    "add": ("archive", "Read documents into the archive."),
    "show": ("archive", "Show the record of a story in the archive."),
    "explain": ("explain", "Show how an item of a record came about."),
    "search": ("archive", "Search the documents of the archive."),
    "export": ("export", "Write a story's record to a file."),
    "serve": ("serve", "Open the archive in a browser."),
    "model": ("model", "Show the annotator's model: version, data, licences, figures."),
    "completion": ("completion", "Print the script that completes commands in a shell."),
}

EPILOG = """\b
Exit codes:
  0    all went well
  1    some items were set aside (each said on standard error), or an error of another kind
  2    the call is wrong
  3    nothing could be read
  4    the archive cannot be used
  5    no such document, report or story
  70   a bug in onrecord
  130  stopped with Ctrl-C
  141  whoever read the output stopped reading

\b
Environment:
  ONRECORD_DB     the archive, where --db does not name one
  NO_COLOR        no colours
  ONRECORD_DEBUG  set to 1 for the traceback of a bug
"""


class PipeClosed(Exception):
    """Whoever read the output stopped reading."""


class Failure(click.ClickException):
    """An error of the stages, with its exit code, as click prints errors."""

    def __init__(self, error: OnrecordError) -> None:
        super().__init__(clean(str(error)))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click calls it a class variable and reads it here


class Commands(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which they are taught."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"onrecord.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A closed pipe passes click by, which would make it an exit code of 1."""
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            raise Failure(error) from None
        except BrokenPipeError:
            raise PipeClosed from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none gets a suggestion."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean `{close[0]}`?" if close else " `onrecord --help` lists them."
            raise click.UsageError(f"There is no command `{args[0]}`.{hint}", ctx)
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            _require_values(ctx, command, rest)
        return name, command, rest


def _require_values(ctx: click.Context, command: click.Command, args: list[str]) -> None:
    """Refuse an option where another one's value should stand: `--html --output` would write a file `--output`.

    Raises:
        click.UsageError: if a value is missing so.
    """
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    valued = {name for option in options if not (option.is_flag or option.count) for name in option.opts}
    given = args[: args.index("--")] if "--" in args else args
    for option, value in itertools.pairwise(given):
        if option in valued and value.startswith("--"):
            raise click.UsageError(f"{option} needs a value, and {value} is an option. Write {option} VALUE.", ctx)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
    no_args_is_help=True,
)
@click.version_option(__version__, "--version", prog_name="onrecord")
def cli() -> None:
    """Read news documents and put what they say on record, each line with the exact words that it rests on.

    \b
      onrecord record report.txt page.html       the record of one story, in the terminal
      onrecord record *.txt --html record.html   the same as a page to open or send
      onrecord add collection.jsonl              many documents into an archive, onrecord.db
      onrecord serve                             browse it

    INPUT is a text, a saved page, JSON lines, CSV or TSV, a message (.eml), any of them gzipped, a folder, or - for
    standard input.
    """
