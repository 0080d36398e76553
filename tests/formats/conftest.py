from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.errors import Problem
from onrecord.limits import LIMITS, Limits
from onrecord.reading import read_all
from onrecord.types import Document


@dataclass(frozen=True)
class Result:
    """What `read_all` yielded, in order and by kind."""

    items: tuple[Document | Problem, ...]

    @property
    def documents(self) -> list[Document]:
        return [i for i in self.items if isinstance(i, Document)]

    @property
    def problems(self) -> list[Problem]:
        return [i for i in self.items if isinstance(i, Problem)]

    def one(self) -> Document:
        assert len(self.items) == 1, self.items
        assert isinstance(self.items[0], Document), self.items[0]
        return self.items[0]

    def problem(self) -> Problem:
        assert len(self.problems) == 1, self.items
        return self.problems[0]


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Write files into an empty working directory and read them: `reading({"a.txt": b"…"}, "a.txt")`."""
    monkeypatch.chdir(tmp_path)

    def run(
        files: dict[str, bytes | str] | None = None,
        *inputs: str,
        stdin: bytes | None = None,
        limits: Limits = LIMITS,
        text_column: str | None = None,
    ) -> Result:
        for name, content in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        names = inputs or tuple(files or ())
        source = None if stdin is None else io.BytesIO(stdin)
        return Result(tuple(read_all(names, stdin=source, limits=limits, text_column=text_column)))

    return run
