"""The reference of the command line as Markdown, made from the commands themselves.

    python -m onrecord.cli.reference > docs/cli.md

A test holds docs/cli.md against it.
"""

from __future__ import annotations

import inspect
import sys

import click

from onrecord.cli.app import EPILOG, cli


def reference() -> str:
    """All commands with their help, in the order in which they are taught."""
    context = click.Context(cli, info_name="onrecord", **cli.context_settings)
    parts = [
        "# The command line",
        "Made by `python -m onrecord.cli.reference`; a test holds it against the commands.",
        _prose(cli),
        *_exit_codes(),
    ]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts += [f"## onrecord {name}", *_command(command, click.Context(command, context, name))]
    return "\n\n".join(parts) + "\n"


def _command(command: click.Command, context: click.Context) -> list[str]:
    usage = " ".join(["onrecord", context.info_name or "", *command.collect_usage_pieces(context)])
    options = (p for p in command.get_params(context) if isinstance(p, click.Option))
    rows = [row for option in options if (row := option.get_help_record(context)) is not None]
    table = ["| option | |", "| --- | --- |"]
    table += [f"| `{names}` | {_cell(text)} |" for names, text in rows]
    return [f"```\n{usage}\n```", _prose(command), "\n".join(table)]


def _prose(command: click.Command) -> str:
    """The help text; paragraphs that click keeps as they are become code blocks."""
    paragraphs = []
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        kept = paragraph.startswith("\b\n")
        text = inspect.cleandoc(paragraph.removeprefix("\b\n")) if kept else paragraph
        paragraphs.append(f"```\n{text}\n```" if kept else text)
    return "\n\n".join(paragraphs)


def _exit_codes() -> list[str]:
    parts = []
    for block in EPILOG.strip().split("\n\n"):
        title, *lines = block.removeprefix("\b\n").splitlines()
        rows = [line.split(maxsplit=1) for line in lines]
        table = "\n".join(f"| `{name}` | {_cell(text)} |" for name, text in rows)
        parts += [f"## {title.rstrip(':')}", f"| | |\n| --- | --- |\n{table}"]
    return parts


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
