"""Names that letters in brackets complete, and sums of money that are none."""

from __future__ import annotations

import pytest

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.types import Block, Document, Party, Source


def parties(text: str) -> list[Party]:
    document = Document("a", text, (Block("paragraph", 0, len(text)),), Source("a", "text/plain", "0"))
    return list(annotate(document, RuleAnnotator()).annotations.parties)


@pytest.mark.parametrize(
    ("text", "name", "letters"),
    [
        ("Members of the Transport and Quarry Workers' Union (TQWU) met. TQWU said no.", "Transport and Quarry Workers' Union", "TQWU"),
        ("The Office for Road and Rail (ORR) fined the line. Later the ORR relented.", "Office for Road and Rail", "ORR"),
        ("The Bakers, Millers and Allied Trades Association (BMATA) struck. BMATA wants a raise.", "Bakers, Millers and Allied Trades Association", "BMATA"),
        ("The Norrvik Harbour Board (NHB) shut the pier. The NHB gave no reason.", "Norrvik Harbour Board", "NHB"),
    ],
)  # fmt: skip
def test_letters_in_brackets_tell_where_a_name_begins(text: str, name: str, letters: str) -> None:
    found = {p.name: p for p in parties(text)}
    assert name in found
    assert letters not in found, "the letters are another name of the same"


@pytest.mark.parametrize(
    "text",
    [
        # The letters stand for something else, or for a part of the words only.
        "Jon Ek of the Weavers' Union (TQWU) said no.",
        "The mill owners and the Weavers' Union (WU) met on Monday.",
    ],
)
def test_letters_that_do_not_fit_change_nothing(text: str) -> None:
    assert "Weavers' Union" in [p.name for p in parties(text)]


@pytest.mark.parametrize("sum_", ["KSh900m", "Rs500", "US$20m", "Sh2.4bn", "A$1.5m", "RM40"])
def test_a_sum_of_money_is_nobody(sum_: str) -> None:
    found = parties(f"Vesta Lines has paid {sum_} into court. The {sum_} arrived on Tuesday, Vesta Lines said.")
    assert not [p.name for p in found if any(c.isdigit() for c in p.name)]
