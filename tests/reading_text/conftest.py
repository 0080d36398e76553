"""Invented documents and a short way to read them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reading.given import Given
from onrecord.reading.text import read_text
from onrecord.types import Document, Source

Reader = Callable[..., Document]


@pytest.fixture
def read() -> Reader:
    def run(text: str, **fields: object) -> Document:
        return read_text(text, Given(id="d", source=Source("d.txt", "text/plain", "0" * 64), **fields))  # type: ignore[arg-type]

    return run
