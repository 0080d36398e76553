"""Whose words a statement is where somebody else passes them on, came by them, or is named beside who says them."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def told(text: str) -> list[tuple[str | None, str, bool]]:
    """Who says what in a text: name, stance, and whether somebody else tells it."""
    record = record_of(text)
    called = {p.id: p.name for p in record.parties}
    return [(called.get(s.source or ""), s.stance, s.via is not None) for s in record.statements]


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("The Harbour Gazette quoted Tomas Velin as saying the ferry line would close in March.", "Harbour Gazette", "Tomas Velin"),
        ("The Sarrow Bladet cited an unnamed official as saying the fleet was late.", "Sarrow Bladet", "unnamed official"),
        ("The Westblatt quoted Captain Ilya Strand as saying two men were held.", "Westblatt", "Ilya Strand"),
        ("Mia Holm came on Monday. The Harbour Gazette quoted her as saying that the talks had failed.", "Harbour Gazette", "Mia Holm"),
    ],
)  # fmt: skip
def test_whoever_is_quoted_speaks_and_the_outlet_tells_it(text: str, outlet: str, speaker: str) -> None:
    assert (outlet, "asserts", False) in told(text)
    assert (speaker, "asserts", True) in told(text)
    assert (outlet, "asserts", True) not in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The pilots’ union, which represents 3,000 pilots, threatened to strike next week.", "pilots’ union"),
        ("The rebels, who have held the town since May, threatened to blow up the bridge.", "rebels"),
        ("Nord Air, the largest carrier in the country, which lost its licence, threatened to sue the state.", "Nord Air"),
    ],
)
def test_a_threat_is_said_by_whom_a_clause_parts_from_its_verb(text: str, who: str) -> None:
    assert (who, "threatens", False) in told(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("A memo of the bank, parts of which were read by the Tribune, said the loan was void.", "Tribune"),
        ("Velin took bribes, said the indictment, a copy of which was obtained by the Harbour Gazette.", "Harbour Gazette"),
        ("A memo obtained by Reuters says the plant will close.", "Reuters"),
    ],
)
def test_who_came_by_a_paper_does_not_speak_through_it(text: str, nobody: str) -> None:
    assert all(who != nobody for who, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Turkey’s foreign ministry said the envoy would leave.", "Turkey’s foreign ministry"),
        ("Canada’s transport ministry, which runs the line, said the line was safe.", "Canada’s transport ministry"),
        ("Chile’s parliament said that the map was wrong.", "Chile’s parliament"),
    ],
)
def test_a_state_s_body_is_not_the_state(text: str, speaker: str) -> None:
    assert [who for who, _, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The press officer for a member of the Norrvik council said the post was wrong.", "press officer for a member of the Norrvik council"),
        ("A spokeswoman for the mayor of Orrville said the bridge was safe.", "spokeswoman for the mayor of Orrville"),
        ("“The pier is shut,” said Captain Ivo Brandt of the Norrvik Police’s Harbour Unit.", "Ivo Brandt"),
        ("An HP spokesman said the firm had no comment when it was asked by the Huffington Post.", "HP"),
    ],
)  # fmt: skip
def test_a_name_that_is_part_of_what_somebody_is_does_not_speak(text: str, speaker: str) -> None:
    assert {who for who, _, _ in told(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Jon Ek left. The Courier quoted friends of Ek as saying he was ill.", "Jon Ek"),
        ("Mia Holm has gone. The neighbours of Holm said the house was empty.", "Mia Holm"),
        ("Odd Berg was shot. Two classmates of Berg told the court that the gun was old.", "Odd Berg"),
    ],
)
def test_those_close_to_somebody_are_not_he(text: str, nobody: str) -> None:
    record = record_of(text)
    assert all(nobody not in names(record, c.asserted_by) for c in record.claims)
    assert all(who != nobody for who, _, _ in told(text))
