"""What can go wrong, in one place.

Every message says what is wrong, where, and what to do about it. `OnrecordError` is the base: the command line prints
it and exits; nothing else is meant to reach a user. A bad item among many is a `Problem`: it is reported and set aside,
and the rest go on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One item that could not be used: what is wrong, where it is (file, line), and what to do."""

    what: str
    where: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.do}"


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose; `exit_code` is what the command line exits with."""

    exit_code = 1

    def __init__(self, what: str, where: str, do: str) -> None:
        self.problem = Problem(what, where, do)
        super().__init__(str(self.problem))


class UsageError(OnrecordError):
    """The call itself is wrong: an unknown option value, a date that is none."""

    exit_code = 2


class ReadingError(OnrecordError):
    """An input cannot be read."""

    exit_code = 3


class ArchiveError(OnrecordError):
    """The archive cannot be opened, is of a newer version, is busy or its disk is full."""

    exit_code = 4


class NotFoundError(OnrecordError):
    """A document, report or story that is not in the archive."""

    exit_code = 5
