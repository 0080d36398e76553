"""Plain text is cut into the pieces that a reader would see as one block each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.text_pieces import BLANK, pieces

ALPHABET = st.sampled_from([*"ab. -*•–>1(", "\n", "\r", "\r\n", "\u2028", "\x0b", "\t", "\u00a0", "\u200b", "\x00", "é", "漢", "𝒜"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(ALPHABET, max_size=200).map("".join))


def cut(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pieces(text)]


def test_one_block_a_line() -> None:
    assert cut("Harbour talks fail\nBy Ada Quill\nThe talks failed on Monday.") == [
        "Harbour talks fail",
        "By Ada Quill",
        "The talks failed on Monday.",
    ]


def test_blank_lines_and_bullets() -> None:
    text = "Title\n\n  • First point.\n  • Second point.\n\nText.\n"
    assert cut(text) == ["Title", "• First point.", "• Second point.", "Text."]
    assert [text[p.words : p.end] for p in pieces(text) if p.bullet] == ["First point.", "Second point."]


def test_lines_broken_at_a_width_are_joined() -> None:
    text = (
        "Ferry company and dockers agree on a truce\n"
        "\n"
        "The ferry company and the dockers of Port Alder agreed on Tuesday to a\n"
        "truce of ten days, both sides said after a night of talks in the old\n"
        "customs house.\n"
        "\n"
        "* The first item of a list that is long enough to be broken at the same\n"
        "  width as the rest\n"
        "* Short item\n"
        "\n"
        "Nobody had expected it. The company had called the demands of the men\n"
        "“a ransom note” only a week before.\n"
    )
    assert [" ".join(piece.split()) for piece in cut(text)] == [
        "Ferry company and dockers agree on a truce",
        "The ferry company and the dockers of Port Alder agreed on Tuesday to a truce of ten days, both sides said after "
        "a night of talks in the old customs house.",
        "* The first item of a list that is long enough to be broken at the same width as the rest",
        "* Short item",
        "Nobody had expected it. The company had called the demands of the men “a ransom note” only a week before.",
    ]


def test_short_lines_without_blank_lines_stay_apart() -> None:
    lines = [f"Item number {i} of a list of things that the harbour master wrote down" for i in range(9)]
    assert cut("\n".join(lines)) == lines


def test_line_ends_of_all_systems() -> None:
    assert cut("a\r\nb\rc\u2028d\x85e") == ["a", "b", "c", "d", "e"]


def test_dashes_and_signs_are_bullets_only_before_a_blank() -> None:
    assert [p.bullet for p in pieces("- item\n-12.5\n> quoted\n>\n***")] == [True, False, True, False, False]


@given(TEXTS)
def test_every_visible_character_lies_in_exactly_one_piece(text: str) -> None:
    found = pieces(text)
    covered = [i for p in found for i in range(p.start, p.end)]
    assert len(covered) == len(set(covered))
    visible = {i for i, c in enumerate(text) if c not in BLANK}
    assert visible <= set(covered)


@given(TEXTS)
def test_pieces_are_in_order_trimmed_and_not_empty(text: str) -> None:
    end = 0
    for piece in pieces(text):
        assert end <= piece.start <= piece.words < piece.end
        assert text[piece.start] not in BLANK
        assert text[piece.end - 1] not in BLANK
        end = piece.end
