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
        # A state that no list knows, whose adjective is taken for a name.
        ("The Orlandian defence ministry said the map was wrong.", "Orlandian defence ministry"),
        ("The Velmish navy, which owns the pier, said the pier was safe.", "Velmish navy"),
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norcorp Inc., Peoria, Ill., said the mill was sold.", "Norcorp Inc."),
        ("Brenn Paints Co., based in Albany, N.Y., said the yard was empty.", "Brenn Paints Co."),
        ("Vesta Lines, Southport, Conn., said that the ships were old.", "Vesta Lines"),
    ],
)
def test_a_firm_s_address_does_not_speak(text: str, speaker: str) -> None:
    assert {who for who, _, _ in told(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("At least one party insider who had met with Jon Ek told the Courier that the vote was lost.", "Jon Ek"),
        ("A banker who met Mia Holm said that the loan was void.", "Mia Holm"),
        ("Ada Lund has made a bloc of growers who say that the price is wrong.", "Ada Lund"),
    ],
)
def test_whom_somebody_knows_or_follows_does_not_speak(text: str, nobody: str) -> None:
    assert all(who != nobody for who, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("At least 200 protesters marched on Sunday.", "200 protesters"),
        ("The fire killed at least 40 workers.", "40 workers"),
        ("Police held at least two officers.", "two officers"),
    ],
)
def test_at_least_is_not_cut_in_two(text: str, party: str) -> None:
    called = [p.name for p in record_of(text).parties]
    assert party in called
    assert not any("least" in name for name in called)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Velin, who the police say fired the first shot, was arrested on Monday.", "Velin fired the first shot"),
        ("Two men who the army said were spies were freed on Monday.", "Two men were spies"),
        ("Ada Lund, who doctors said lost a leg, spoke on Monday.", "Ada Lund lost a leg"),
    ],
)
def test_a_clause_about_somebody_tells_what_others_say_of_him(text: str, said: str) -> None:
    record = record_of(text)
    assert [s.text for s in record.statements] == [said]
    assert [c.text for c in record.claims] == [said]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We ask the court to free our brother,” Mia Holm said in a letter.", "asks"),
        ("“I beg the union to come back,” Jon Ek said.", "asks"),
        ("“I urge both sides to stop the fighting,” Odd Berg said on Friday.", "demands"),
        ("The clerk warned visitors not to swim.", "demands"),
        ("“We asked them to stay,” Mia Holm said.", "asserts"),
    ],
)
def test_who_asks_in_his_own_words_asks(text: str, stance: str) -> None:
    assert [s for _, s, _ in told(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The resolution calls for a ceasefire and demands that both sides withdraw.", ["demands", "demands"]),
        ("The letter demands that the firm pay.", ["demands"]),
        ("The treaty calls on both states to disarm.", ["demands"]),
    ],
)
def test_a_document_asks_for_things(text: str, stances: list[str]) -> None:
    assert [s for _, s, _ in told(text)] == stances


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The watches were cheap, according to an aide to U.S. Harbour Commissioner Mia Holm.", "Mia Holm"),
        ("A lawyer for Norrvik Mayor Jon Ek said that the letter was false.", "Jon Ek"),
        ("A senior adviser to Trade Minister Odd Berg said the talks were over.", "Odd Berg"),
    ],
)
def test_an_aide_is_not_whom_he_serves(text: str, nobody: str) -> None:
    assert all(who != nobody for who, _, _ in told(text))
