"""What holds for any text: exact, ordered blocks; unchanged text; the same answer twice; bounded time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.given import Given
from onrecord.reading.text import MAKER, read_text
from onrecord.reading.text_pieces import BLANK, LINE_END
from onrecord.types import Source

from .conftest import Reader

GIVEN = Given(id="d", source=Source("d.txt", "text/plain", "0" * 64))

LINES = st.sampled_from(
    [
        "Dockers reject the offer", "By Ada Quill", "May 3, 2024", "05/14/2024 / By Ada Quill", "Read more", "Tags:",
        "harbour, strike, ferries, law", "  • A point that is made in a whole sentence about the harbour.", "© 2024 Courier",
        "The dockers rejected the offer on Tuesday, a day before the ultimatum runs out, and closed the northern basin.",
        "Photo: Ada Quill/AP", "Watch the video below", "Sources include:", "courier.example", "", " ", "\t", "***", "1 of 6",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\n\n\n"])
DOCUMENTS = st.lists(st.tuples(LINES, ENDS), max_size=40).map(lambda parts: "".join(line + end for line, end in parts))
TEXTS = st.one_of(DOCUMENTS, st.text(max_size=300))


@given(TEXTS)
def test_blocks_are_exact(text: str) -> None:
    document = read_text(text, GIVEN)
    assert document.text == text
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start] not in BLANK
        assert text[block.end - 1] not in BLANK
        assert block.place == f"char={block.start},{block.end}"
        end = block.end


@given(TEXTS)
def test_every_visible_line_lies_in_blocks(text: str) -> None:
    blocks = read_text(text, GIVEN).blocks
    covered = {i for b in blocks for i in range(b.start, b.end)}
    left = "".join(c for i, c in enumerate(text) if i not in covered)
    # Between the blocks of one line only marks may stand: `DATE / By NAME`.
    assert not any(c.isalnum() for c in left)
    position = 0
    for line in LINE_END.split(text):
        if line.strip(BLANK):
            at = text.index(line, position)
            assert any(b.start < at + len(line) and at < b.end for b in blocks)
            position = at + len(line)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text, GIVEN) == read_text(text, GIVEN)


@pytest.mark.parametrize("text", ["", "\n", "\r\n \r\n", "\u2028", "\ufeff", "\x00\x00"])
def test_nothing_visible_gives_no_blocks(read: Reader, text: str) -> None:
    document = read(text)
    assert document.blocks == ()
    assert document.text == text
    assert document.maker == MAKER


def test_a_word_is_a_document(read: Reader) -> None:
    assert [(b.start, b.end) for b in read("harbour").blocks] == [(0, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "a" * 5_000_000,
        "(" * 500_000,
        "1/" * 250_000,
        "a, " * 200_000,
        " " * 5_000_000 + "x",
        "\n" * 5_000_000,
        ("(" * 240 + "\n") * 500,
        ("A b. " * 48 + "\n") * 500,
        ("Aa-" * 80 + "\n") * 500,
        "(Aa-" + "Aa" * 70 + "\n" + "x. (" + "A" * 150 + "\n",
        "a\n" * 20_000,
    ],
    ids=lambda text: f"{text[:8]!r}x{len(text)}",
)
def test_hostile_texts_take_little_time(read: Reader, text: str, quickest: Callable[..., float]) -> None:
    assert quickest(lambda: read(text), 10) < 10


def test_time_grows_with_length_only(read: Reader, quickest: Callable[..., float]) -> None:
    def text(lines: int) -> str:
        return "\n".join(f"Line number {i} of a long list that says nothing" for i in range(lines))

    short, long = text(1000), text(4000)
    most = 12 * quickest(lambda: read(short))
    assert quickest(lambda: read(long), most) < most
