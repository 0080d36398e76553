"""The entry point: starts a command and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys

import click

from onrecord.cli.app import PipeClosed, cli
from onrecord.cli.console import clean

INTERRUPTED = 130
"""As shells say it of a process that SIGINT ended."""
PIPE_CLOSED = 141
"""As shells say it of a process that SIGPIPE ended."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says where a disk is full, a quota used up, a file too long or the device broken."""
UNWRITTEN = 1
BUG = 70
"""EX_SOFTWARE of sysexits.h: an internal error."""


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; `arguments` are those of the process if None."""
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: list[str] | None) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character gets a question mark; JSON and CSV are UTF-8 in any case.
        sys.stdout.reconfigure(errors="replace")
    debug = bool(os.environ.get("ONRECORD_DEBUG"))
    if debug:
        import logging

        logging.basicConfig(level=logging.DEBUG)
    try:
        result = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except (PipeClosed, BrokenPipeError):
        _discard_output()
        return PIPE_CLOSED
    except Exception as error:  # the outermost place: a bug is reported in one line
        if debug:
            raise
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            _discard_output()
            reason = str(error.strerror).lower()
            click.echo(f"Error: the output cannot be written ({reason}). Make room, or write it elsewhere.", err=True)
            return UNWRITTEN
        reason = clean(f"{type(error).__name__}: {error}")[:300]
        click.echo(
            f"Internal error: {reason}. This is a bug in onrecord: run the command again with ONRECORD_DEBUG=1 and"
            " report the traceback with the version and, if you can, the input.",
            err=True,
        )
        return BUG
    return result if isinstance(result, int) else 0


def _discard_output() -> None:
    """Whoever read the output is gone; without this the interpreter complains when it flushes at the end."""
    with open(os.devnull, "wb") as sink:
        os.dup2(sink.fileno(), sys.stdout.fileno())


if __name__ == "__main__":
    run()
