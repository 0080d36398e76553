"""Words that only open a sentence, and labels of the desk, are no names and no part of one."""

from __future__ import annotations

import pytest

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.types import Block, Document, Source


def parties(text: str) -> list[str]:
    """The names of the parties of a text."""
    blocks = (Block("paragraph", 0, len(text)),)
    made = annotate(Document("a", text, blocks, Source("a", "text/plain", "0")), RuleAnnotator())
    return [p.name for p in made.annotations.parties]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Meanwhile Harlan Corp demanded that the mill be closed.", ["Harlan Corp"]),
        ("According to the ministry, Harlan Corp must pay.", ["Harlan Corp"]),
        ("However Ada Lund said no.", ["Ada Lund"]),
        ("UPDATE: Harlan Corp rejects the offer.", ["Harlan Corp"]),
        ("EXCLUSIVE - Jon Ek demands the return of the ship.", ["Jon Ek"]),
        ("BREAKING: The court ordered Harlan Corp to pay the crew.", ["Harlan Corp"]),
        ("Thursday the council asked Harlan Corp to pay.", ["Harlan Corp"]),
        ("The strike hurt Harlan Corp. According to the guild, it was over.", ["Harlan Corp."]),
    ],
)
def test_what_opens_a_sentence_is_no_party(text: str, named: list[str]) -> None:
    assert [n for n in parties(text) if n[0].isupper()] == named
