"""Ways of wanting something: each construction on three texts that have nothing to do with one another."""

from __future__ import annotations

import pytest
from recording_making import KindWanted, kinds_wanted_in, names, record_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden wants Norway to reopen the bridge.", [("demand", ["Sweden"], ["Norway"], "reopen the bridge")]),
        ("The Teachers Guild wants Mayor Jon Ek to cancel the cuts.", [("demand", ["Teachers Guild"], ["Jon Ek"], "cancel the cuts")]),
        ("Mia Holm would like the Central Bank of Norway to publish its minutes.", [("request", ["Mia Holm"], ["Central Bank of Norway"], "publish its minutes")]),
    ],
)  # fmt: skip
def test_somebody_wants_somebody_to_do_something(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dockers Union wants longer breaks from Nord Air.", [("demand", ["Dockers Union"], ["Nord Air"], "longer breaks from Nord Air")]),
        ("Vesta Lines is seeking compensation from Norrvik Mills.", [("request", ["Vesta Lines"], ["Norrvik Mills"], "compensation from Norrvik Mills")]),
        ("The Nurses Guild wants a 6 percent raise from the Harbour Hospital.", [("demand", ["Nurses Guild"], ["Harbour Hospital"], "a 6 percent raise from the Harbour Hospital")]),
    ],
)  # fmt: skip
def test_what_sides_ask_of_each_other_is_wanted(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Dockers Union is seeking a 6 percent raise, a shorter week and the rehiring of 40 loaders.",
            [
                ("request", ["Dockers Union"], [], "a 6 percent raise"),
                ("request", ["Dockers Union"], [], "a shorter week"),
                ("request", ["Dockers Union"], [], "the rehiring of 40 loaders"),
            ],
        ),
        (
            "The rebels are demanding the release of 40 prisoners, an end to flights and $5 million.",
            [
                ("demand", ["rebels"], [], "the release of 40 prisoners"),
                ("demand", ["rebels"], [], "an end to flights"),
                ("demand", ["rebels"], [], "$5 million"),
            ],
        ),
        (
            "Jon Ek demanded an apology, a refund and a seat on the board.",
            [
                ("demand", ["Jon Ek"], [], "an apology"),
                ("demand", ["Jon Ek"], [], "a refund"),
                ("demand", ["Jon Ek"], [], "a seat on the board"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_list_is_split(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Holm appealed to the rebels to free the crew.", [("request", ["Mia Holm"], ["rebels"], "free the crew")]),
        ("Jon Ek pleaded with the Central Bank of Norway to wait.", [("request", ["Jon Ek"], ["Central Bank of Norway"], "wait")]),
        ("The Nurses Guild called on Nord Air to rehire the stewards.", [("request", ["Nurses Guild"], ["Nord Air"], "rehire the stewards")]),
    ],
)  # fmt: skip
def test_an_addressee_after_a_preposition(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek asked the Supreme Court for a new trial.", [("request", ["Jon Ek"], ["Supreme Court"], "a new trial")]),
        ("Vesta Lines sued Nord Air for $4 million.", [("request", ["Vesta Lines"], ["Nord Air"], "$4 million")]),
        ("Sweden petitioned the League of Ports for an inquiry.", [("request", ["Sweden"], ["League of Ports"], "an inquiry")]),
    ],
)  # fmt: skip
def test_asking_somebody_for_something(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek was ordered by the Supreme Court to pay the fine.", [("demand", ["Supreme Court"], ["Jon Ek"], "pay the fine")]),
        ("Norrvik Mills was urged by the Dockers Union to reopen the plant.", [("request", ["Dockers Union"], ["Norrvik Mills"], "reopen the plant")]),
        ("Nord Air was told by the Ministry of Transport to ground its fleet.", [("demand", ["Ministry of Transport"], ["Nord Air"], "ground its fleet")]),
    ],
)  # fmt: skip
def test_the_passive(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Holm urged Norway not to sign the treaty.", [("request", ["Mia Holm"], ["Norway"], "not to sign the treaty")]),
        ("The Supreme Court told Nord Air not to sell its ships.", [("demand", ["Supreme Court"], ["Nord Air"], "not to sell its ships")]),
        ("Jon Ek begged the rebels not to leave.", [("request", ["Jon Ek"], ["rebels"], "not to leave")]),
    ],
)  # fmt: skip
def test_asking_that_something_be_left(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden said Norway must withdraw its patrols.", [("demand", ["Sweden"], ["Norway"], "withdraw its patrols")]),
        ("\"Nord Air must release the lists,\" Mia Holm said.", [("demand", ["Mia Holm"], ["Nord Air"], "release the lists")]),
        ("The crew must be released, the Dockers Union said.", [("demand", ["Dockers Union"], [], "The crew must be released")]),
    ],
)  # fmt: skip
def test_a_duty_stated_by_a_speaker(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden will not lift the ban until Norway apologises.", [("condition", ["Sweden"], ["Norway"], "apologises")]),
        ("Nord Air refused to open talks before the Dockers Union called off its strike.", [("condition", ["Nord Air"], ["Dockers Union"], "called off its strike")]),
        ("Mia Holm said she would not sign the budget unless Jon Ek agreed to the cuts.", [("condition", ["Mia Holm"], ["Jon Ek"], "agreed to the cuts")]),
    ],
)  # fmt: skip
def test_a_refusal_until_something_is_done(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden is prepared to lift the ban in return for an apology.", [("condition", ["Sweden"], [], "an apology")]),
        ("Vesta Lines made its offer conditional on an inquiry by Nord Air.", [("condition", ["Vesta Lines"], ["Nord Air"], "an inquiry by Nord Air")]),
        ("The rebels will free the pilots in exchange for a ransom.", [("condition", ["rebels"], [], "a ransom")]),
    ],
)  # fmt: skip
def test_something_in_return(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dockers Union said it would strike unless its wages were raised by Nord Air.", [("demand", ["Dockers Union"], ["Nord Air"], "its wages were raised by Nord Air")]),
        ("Nord Air said it would stop the flights to Norway unless its bills were paid.", [("demand", ["Nord Air"], ["Norway"], "its bills were paid")]),
        ("The Nurses Guild has threatened a strike unless it gets a raise from the Harbour Hospital.", [("demand", ["Nurses Guild"], ["Harbour Hospital"], "gets a raise from the Harbour Hospital")]),
    ],
)  # fmt: skip
def test_a_threat_unless_something_is_done_to_a_thing(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vesta Lines said it would drop the suit if Nord Air apologised.", [("condition", ["Vesta Lines"], ["Nord Air"], "apologised")]),
        ("The rebels would free the crew if the fine were paid.", [("condition", ["rebels"], [], "the fine were paid")]),
        ("If Norway opens its books, Sweden will lift the ban.", [("condition", ["Sweden"], ["Norway"], "open its books")]),
    ],
)  # fmt: skip
def test_a_promise_if_something_is_done(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vesta Lines countered with $40 a share for Norrvik Mills.", [("offer", ["Vesta Lines"], ["Norrvik Mills"], "$40 a share")]),
        ("The Dockers Union is holding out for 8 percent.", [("demand", ["Dockers Union"], [], "8 percent")]),
        ("Nord Air raised its offer to 5 percent.", [("offer", ["Nord Air"], [], "its offer to 5 percent")]),
    ],
)  # fmt: skip
def test_bargains_move(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dockers Union's key demand is a shorter week.", [("demand", ["Dockers Union"], [], "a shorter week")]),
        ("Nord Air's latest offer is 5 percent.", [("offer", ["Nord Air"], [], "5 percent")]),
        ("Sweden's main condition is the release of the crew.", [("condition", ["Sweden"], [], "the release of the crew")]),
    ],
)  # fmt: skip
def test_what_a_demand_is(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden circulated a draft resolution.", [("offer", ["Sweden"], [], "a draft resolution")]),
        ("Nord Air put forward a plan for shorter shifts.", [("offer", ["Nord Air"], [], "a plan for shorter shifts")]),
        ("Vesta Lines submitted a package of remedies to the Harbour Commission.", [("offer", ["Vesta Lines"], ["Harbour Commission"], "a package of remedies to the Harbour Commission")]),
    ],
)  # fmt: skip
def test_drafts_that_are_put_forward(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nord Air moved to dismiss the suit.", [("request", ["Nord Air"], [], "dismiss the suit")]),
        ("Vesta Lines moved to quash the warrant.", [("request", ["Vesta Lines"], [], "quash the warrant")]),
        ("Jon Ek moved for a mistrial.", [("request", ["Jon Ek"], [], "a mistrial")]),
    ],
)  # fmt: skip
def test_motions(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nord Air offered the Dockers Union a 4 percent raise.", [("offer", ["Nord Air"], ["Dockers Union"], "a 4 percent raise")]),
        ("Vesta Lines offered Mia Holm $3 million.", [("offer", ["Vesta Lines"], ["Mia Holm"], "$3 million")]),
        ("Sweden offered Norway a truce.", [("offer", ["Sweden"], ["Norway"], "a truce")]),
    ],
)  # fmt: skip
def test_an_offer_with_two_objects(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek asked to see the ledger.", [("request", ["Jon Ek"], [], "see the ledger")]),
        ("The Nurses Guild asked to inspect the wards.", [("request", ["Nurses Guild"], [], "inspect the wards")]),
        ("Sweden asked to join the talks.", [("request", ["Sweden"], [], "join the talks")]),
    ],
)  # fmt: skip
def test_leave_is_asked(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway's extradition request was granted by Sweden.", [("request", ["Norway"], ["Sweden"], "extradition")]),
        ("Vesta Lines filed a bail application.", [("request", ["Vesta Lines"], [], "bail")]),
        ("Norway's apology demand was ignored.", [("demand", ["Norway"], [], "apology")]),
    ],
)  # fmt: skip
def test_a_noun_with_its_matter(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Teachers Guild wants a bright future.",
        "Jon Ek said prices should fall next year.",
        "Mia Holm asked whether the ferry was safe.",
        "Vesta Lines proposed building a new pier.",
        "Jon Ek spoke with Mia Holm to discuss the budget.",
        "The plan must be approved by the members, Mia Holm said.",
        "Jon Ek would gain by demanding lower fares.",
        "The storm will cost the port millions unless it turns.",
    ],
)
def test_what_nobody_demands_of_anybody(text: str) -> None:
    assert kinds_wanted_in(text) == []


def test_who_is_asked_is_taken_from_what_is_told_nearby() -> None:
    text = "The Dockers Union asked Nord Air to rehire the loaders. The union also wants a 6 percent raise."
    record = record_of(text)
    assert [names(record, d.to) for d in record.demands] == [["Nord Air"], ["Nord Air"]]


def test_a_pronoun_that_is_told_something_is_asked() -> None:
    record = record_of("Mia Holm met Jon Ek on Monday. She asked him to resign.")
    assert [(names(record, d.by), names(record, d.to)) for d in record.demands] == [(["Mia Holm"], ["Jon Ek"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sarran demanded that Norway hand over two officers accused of lying. Norway refused.",
            [("demand", ["Sarran"], ["Norway"], "hand over two officers accused of lying", "rejected")],
        ),
        (
            "Nord Air asked the Dockers Union to end the strike. The Dockers Union turned down a $4 million offer.",
            [
                ("request", ["Nord Air"], ["Dockers Union"], "end the strike", "pending"),
                ("offer", ["Nord Air"], ["Dockers Union"], "a $4 million offer", "rejected"),
            ],
        ),
        (
            "Sweden proposed a 30-day truce; Norway accepted the proposal.",
            [("offer", ["Sweden"], ["Norway"], "a 30-day truce", "accepted")],
        ),
    ],
)
def test_demands_and_answers_in_a_row(
    text: str, expected: list[tuple[str, list[str], list[str], str, str]]
) -> None:
    record = record_of(text)
    assert [(d.kind, names(record, d.by), names(record, d.to), d.what, d.state) for d in record.demands] == expected
