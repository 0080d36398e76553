"""Answers that are tied to a demand only by what they have in common with it."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def first(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    record = record_of(text)
    demand = record.demands[0]
    return demand.state, [(a.kind, names(record, a.by)) for a in demand.answers]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        # One thing that was asked for is named again, whatever else is said of it.
        ("The Dockers Union asked Nord Air for a guarantee that no depot would close before 2030. Nord Air would not give guarantees.", "Nord Air"),
        ("Sweden asked Norway to return 14 of the paintings. Norway ruled out any return of paintings.", "Norway"),
        ("The Nurses Guild demanded that Harlan Corp rehire the porters it dismissed in May. Harlan Corp refused to take back a single porter.", "Harlan Corp"),
    ],
)  # fmt: skip
def test_a_refusal_that_names_one_thing_again(text: str, by: str) -> None:
    assert first(text) == ("rejected", [("rejects", [by])])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Dockers Union asked Nord Air for two seats on its board. Nord Air offered one seat on the board.", "counters"),
        ("The Nurses Guild demanded a raise of 6 percent from Vesta Lines. Vesta Lines put forward 3 percent.", "counters"),
        ("The Dockers Union asked Nord Air for 16 percent more pay. Nord Air said it could go to 11 percent.", "counters"),
        ("Norway said it would stop the gas unless Sweden paid $84 million. Sweden wired $23 million.", "partly"),
    ],
)
def test_less_than_was_asked(text: str, kind: str) -> None:
    assert [k for k, _ in first(text)[1]] == [kind]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Nothing of it needs to be named again where it was asked just before.
        ("Last month the Press Council asked Harlan Corp to explain the advert. Harlan Corp said it had already replied.", "accepted"),
        ("Mia Holm urged Jon Ek to agree to a debate. Ek has refused three times.", "rejected"),
        ("Norway told Sweden to move the buoys. Sweden backed down.", "accepted"),
        ("The lawmakers called on Jon Ek to resign. Ek said he was going nowhere.", "rejected"),
    ],
)  # fmt: skip
def test_what_answers_by_itself(text: str, state: str) -> None:
    assert first(text)[0] == state


@pytest.mark.parametrize(
    "text",
    [
        "Sweden asked Norway to pay in advance for the coal. Norway agreed to pay half of the wages.",
        "The Dockers Union asked Nord Air to open its books. Nord Air opened a new terminal on Friday.",
        "The Nurses Guild asked Harlan Corp to publish the rota. The guild would not publish its accounts.",
        "Sweden asked Norway to lift the ban on herring. Norway would lift the ban if Sweden paid.",
    ],
)
def test_another_matter_is_no_answer(text: str) -> None:
    assert first(text) == ("pending", [])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # The news comes first, what had been asked for after it.
        ("Governor Mia Holm announced her decision to veto the herring bill on Friday.\nThe bill has split the province.\nThe Dockers Union had called on Holm to veto it.", "accepted"),
        ("The Fishers Guild asked Norway for the return of its nets. Norway said it would cooperate.", "accepted"),
        ("Jon Ek asked Mia Holm to join a panel.\n“No,” Mia Holm replied.", "rejected"),
        ("The Dockers Union asked Nord Air to rehire the loaders. Its members voted on Thursday to stay out. Nord Air is unwilling.", "rejected"),
    ],
)  # fmt: skip
def test_answers_in_other_places(text: str, state: str) -> None:
    assert [d.state for d in record_of(text).demands][:1] == [state]


@pytest.mark.parametrize(
    "text",
    [
        # What others hope for, and what has only a word in common with what was asked.
        "Jon Ek urged Sweden to work with him. Ek said he hoped that Sweden would work with him.",
        "The panel asked Mia Holm to appear for an interview about her use of a boat. Holm used only a small boat.",
        "The Tea Party called on the Harbour Council to withdraw the resolution. The council approves the resolution in May.",
        "Jon Ek urged Norway to stop holding the crew. Two men were held by Norway in May.",
    ],
)
def test_what_has_only_words_in_common(text: str) -> None:
    assert [d.state for d in record_of(text).demands][:1] == ["pending"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor asked the Carpenters’ Union and Lund Mills to accept a mediator. Lund Mills agreed to accept a mediator.",
        "The court told Brask Oil and the Norrvik port authority to open their files. Brask Oil agreed to open its files.",
        "Sweden has asked Orland and Sarrow to pull their boats back. Sarrow has agreed to pull back its boats.",
    ],
)
def test_the_yes_of_one_of_two_is_half_an_answer(text: str) -> None:
    assert [d.state for d in record_of(text).demands if len(d.to) == 2] == ["partly"]


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [
        # A step that somebody will not take is what he was asked for.
        ("Teachers have called for Mayor Jon Ek to resign, a step which he has, so far, refused to consider.", "rejected", ["Jon Ek"]),
        ("The Dockers Union urged Nord Air to rehire the loaders, an idea it declined to support.", "rejected", ["Nord Air"]),
        ("Norway asked Vesta Lines to close the route, a move the line refused to make.", "rejected", ["Vesta Lines"]),
        ("Prosecutors asked the court to hold Jon Ek, a request Judge Anna Berg granted.", "accepted", ["Anna Berg"]),
        ("Vesta Lines asked Norway to wait, a plea Premier Mia Holm rejected.", "rejected", ["Mia Holm"]),
        # A refusal told by its noun; whoever leaves a race or an office may be told to by other words.
        ("The League called on Jon Ek to quit the race.\nEk continued his refusal to stand down.", "rejected", ["Jon Ek"]),
        ("The Nurses Guild urged Nord Air to publish the rota.\nThe League attacked Nord Air’s refusal to publish it.", "rejected", ["Nord Air"]),
        ("Norway called on Mia Holm to step aside.\nHolm repeated her refusal to resign.", "rejected", ["Mia Holm"]),
        # It cannot be done.
        ("Jon Ek asked the Harbour Club to pay $4,000 to his school. “We explained that was not possible,” the Harbour Club said.", "rejected", ["Harbour Club"]),
        ("The Dockers Union asked Nord Air to double the raise. Nord Air said it was out of the question.", "rejected", ["Nord Air"]),
        # Who sent an invitation has not accepted it.
        ("Norway invited Mia Holm to talks in Oslo. Norway said the invitation was accepted.", "accepted", ["Mia Holm"]),
        ("Vesta Lines invited the Dockers Union to a meeting. The invitation was declined by the union.", "rejected", ["Dockers Union"]),
    ],
)  # fmt: skip
def test_steps_refusals_and_invitations(text: str, state: str, by: list[str]) -> None:
    answered = first(text)
    assert (answered[0], answered[1][0][1]) == (state, by)


@pytest.mark.parametrize(
    "text",
    [
        # Nothing is promised yet.
        "Parents asked Mia Holm to veto the bill. Holm will likely take days before deciding whether to veto the bill.",
        "The Dockers Union asked Nord Air to sell the mill. Nord Air will probably sell the mill.",
        # What is not possible is another thing.
        "Norway asked Sweden to free the crew. Sweden said the storm was not possible to foresee.",
        "The League called on Jon Ek to quit the race. Ek noted his rival’s refusal to speak.",
    ],
)
def test_what_may_be_done_is_no_answer(text: str) -> None:
    assert first(text) == ("pending", [])


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Nord Air proposed merging the two lines. The Harbour Council rejected the proposal.", ["Harbour Council"]),
        ("Mia Holm made a proposal to cut the fee. Norway refused it.", ["Norway"]),
    ],
)
def test_who_answers_was_asked(text: str, to: list[str]) -> None:
    record = record_of(text)
    assert [names(record, d.to) for d in record.demands] == [to]


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers for Jon Ek asked for a delay. The court meets on Friday.",
        "A spokesman for Mia Holm asked for a recount on Monday.",
        "Negotiators for Nord Air sought a truce on Friday.",
    ],
)
def test_nothing_is_asked_of_whom_somebody_speaks_for(text: str) -> None:
    for demand in record_of(text).demands:
        assert not {"Jon Ek", "Mia Holm", "Nord Air"} & set(names(record_of(text), demand.to))


@pytest.mark.parametrize(
    ("text", "state", "by"),
    [
        # Who says that he will or will not, without saying what.
        ("Vesta Lines told the Dockers Union to return to work. The union said it would not.", "rejected", ["Dockers Union"]),
        ("Norway asked Sweden to free the crew. Sweden said that it could not.", "rejected", ["Sweden"]),
        ("The League called on Jon Ek to resign. Ek insists he will not.", "rejected", ["Jon Ek"]),
        # Who says `it` of himself.
        ("Norway ordered Nord Air to ground its jets on Monday. The airline said it would comply.", "accepted", ["Nord Air"]),
        ("Sweden told Vesta Lines to close the route. The company said it would not close the route.", "rejected", ["Vesta Lines"]),
        # A court denies what was asked of it.
        ("Jon Ek asked a judge on Monday to delay his trial. Prosecutors opposed the request, and the judge denied it.", "rejected", ["judge"]),
        ("The Nurses Guild asked the Harbour Council to fund a ward. The council denied it.", "rejected", ["Harbour Council"]),
        # A vote.
        ("Villagers urged the Orland Council to reopen the school. The council voted 7-2 on Tuesday against reopening it.", "rejected", ["Orland Council"]),
        ("The Dockers Union asked the Harbour Council to sell the crane. The council voted against selling the crane.", "rejected", ["Harbour Council"]),
        # What is taken up and accepted.
        ("Vesta Lines offered Orland Mills $40 a share, an offer the board accepted.", "accepted", ["Orland Mills"]),
        ("Norway asked Sweden for a truce, a request the government accepted.", "accepted", ["Sweden"]),
    ],
)  # fmt: skip
def test_brief_answers(text: str, state: str, by: list[str]) -> None:
    answered = first(text)
    assert (answered[0], [b for _, b in answered[1]][-1:]) == (state, [by])


@pytest.mark.parametrize(
    "text",
    [
        # Another speaks of somebody else, or a thing is denied as untrue.
        "Norway asked Sweden to free the crew. Vesta Lines said it would not.",
        "The Dockers Union asked Nord Air to open its books. Nord Air said the storm would not last.",
        "Mia Holm asked Jon Ek to explain the fire. Ek denied it.",
        "The Dockers Union asked the Harbour Council to sell the crane. The council voted against closing the pier.",
    ],
)
def test_what_answers_something_else(text: str) -> None:
    assert first(text) == ("pending", [])


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The League called on Jon Ek to resign.\nMia Holm urged Ek to step down.\nEk refused to quit on Friday.", ["rejected", "rejected"]),
        ("Norway asked Nord Air to publish the list.\nSweden asked Nord Air to publish the list.\nNord Air published the list on Friday.", ["accepted", "accepted"]),
        ("The League called on Jon Ek to withdraw from the race.\nMia Holm urged Ek to abandon his bid.\nEk refused to step aside.", ["rejected", "rejected"]),
        # Another thing.
        ("The League called on Jon Ek to resign.\nMia Holm urged Ek to sell the mill.\nEk refused to resign on Friday.", ["rejected", "pending"]),
    ],
)  # fmt: skip
def test_who_refuses_one_refuses_all_who_asked_for_the_same(text: str, states: list[str]) -> None:
    assert [d.state for d in record_of(text).demands] == states
