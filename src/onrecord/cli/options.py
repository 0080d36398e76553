"""Arguments and options that several commands share, defined once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

Function = TypeVar("Function", bound=Callable[..., Any])
# A path only so that shells complete it: what cannot be read is a problem of one input, not of the call.
INPUT = click.Path(readable=False, allow_dash=True)
DEFAULT_ARCHIVE = "onrecord.db"


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date. Write it as 2025-12-03.", context, parameter) from None


def inputs(*, required: bool) -> Callable[[Function], Function]:
    """INPUT... and what belongs to reading it."""

    def decorate(function: Function) -> Function:
        function = click.option(
            "--text-column", metavar="NAME", help="The column or JSON field that holds the text."
        )(function)
        metavar = "INPUT..." if required else "[INPUT...]"
        return click.argument("inputs", nargs=-1, required=required, metavar=metavar, type=INPUT)(function)

    return decorate


def archive(function: Function) -> Function:
    """--db FILE."""
    return click.option(
        "--db",
        type=click.Path(dir_okay=False, path_type=Path),
        envvar="ONRECORD_DB",
        default=DEFAULT_ARCHIVE,
        show_default=True,
        metavar="FILE",
        help="The archive.",
    )(function)


def forbid_both(inputs: tuple[str, ...], rules: bool = False) -> None:
    """Refuse inputs together with an archive that the call itself names, and --rules for what is annotated already.

    Raises:
        click.UsageError: if both are given.
    """
    if rules and not inputs:
        raise click.UsageError("--rules belongs to INPUTs: the archive keeps what `onrecord add` annotated.")
    named = click.get_current_context().get_parameter_source("db") is ParameterSource.COMMANDLINE
    if inputs and named:
        raise click.UsageError("Give INPUTs or --db, not both.")


def as_of(function: Function) -> Function:
    """--as-of DATE."""
    return click.option(
        "--as-of",
        callback=_day,
        metavar="DATE",
        help="Judge deadlines and demands as of this day.  [default: the latest publication date]",
    )(function)


def since(function: Function) -> Function:
    """--since DATE."""
    return click.option(
        "--since",
        callback=_day,
        metavar="DATE",
        help="Show only what is new against the record of the documents published up to DATE.",
    )(function)


def one_json(function: Function) -> Function:
    """--json, for commands that print one thing."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object, on one line.")(function)


def rows(function: Function) -> Function:
    """--json/--nl, --csv and --table, for commands that print rows. The command gets `form`, None for a person."""
    for name, value, text in reversed(
        (
            (("--json", "--nl"), "json", "Print one JSON object a line."),
            (("--csv",), "csv", "Print comma-separated values with a header."),
            (("--table",), "table", "Print an aligned table."),
        )
    ):
        function = click.option(*name, "form", flag_value=value, help=text)(function)
    return function


rules = click.option("--rules", is_flag=True, help="Annotate by rules alone: several times as fast, fewer statements.")
