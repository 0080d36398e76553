"""What a sceptical editor would not call a demand, and what he would miss: each rule on three unrelated texts."""

from __future__ import annotations

import pytest
from recording_making import KindWanted, kinds_wanted_in, names, record_of


@pytest.mark.parametrize(
    "text",
    [
        # Plans, wishes, suppositions.
        "Mia Holm plans to ask the Central Bank of Norway for a loan.",
        "The Dockers Union will lobby Norway to reopen the port.",
        "When Sweden hears of it, it will join Norway in demanding an inquiry.",
        # Goods, sport and markets.
        "Nord Air pushed for a revolution in cabin design.",
        "Coach Jon Ek called for a faster pace after the break.",
        "Traders sell their own order to move the price.",
        # Everyday applications and advice.
        "Norrvik Mills keeps files on customers applying for credit.",
        "The Harbour Hospital advised people to stay at home.",
        "Jon Ek urged anyone who feels ill to see a doctor.",
        # Titles and offices are no companies.
        "Mia Holm's bid for the premiership has stalled.",
        "Sweden's bid for a first title failed.",
        "Jon Ek's bid for the Senate begins in Oslo.",
        # What is said to be so, not to be done.
        "Vesta Lines suggested that the leak could be old.",
        "Jon Ek suggested that prices will fall.",
        "Mia Holm suggested that the ferry was late.",
        # Jokes are no counter-offers.
        "Jon Ek countered with a joke.",
        "The Nurses Guild countered with a breakfast at the gates.",
        "Norway countered with a goal before the break.",
        # People without a name or an office.
        "A passenger asked a cab driver to wait.",
        "A neighbour told a boy to go home.",
        "The shopper asked a waiter for the bill.",
    ],
)
def test_what_is_no_demand_of_one_party_on_another(text: str) -> None:
    assert kinds_wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sweden urged the pilots who fled north to return.", [("request", ["Sweden"], ["pilots"], "return")]),
        ("The Dockers Union called for the loaders to be rehired.", [("request", ["Dockers Union"], [], "the loaders to be rehired")]),
        ("Mia Holm asked the Harbour Commission to close any berth that leaks oil.", [("request", ["Mia Holm"], ["Harbour Commission"], "close any berth that leaks oil")]),
        ("Nord Air told the Pilots Association to call off the strike and it agreed.", [("demand", ["Nord Air"], ["Pilots Association"], "call off the strike")]),
        ("Jon Ek called for a ban on selling fireworks.", [("request", ["Jon Ek"], [], "a ban on selling fireworks")]),
        ("The Nurses Guild wants a 6 per cent rise.", [("demand", ["Nurses Guild"], [], "a 6 per cent rise")]),
    ],
)  # fmt: skip
def test_what_is_wanted_is_told_whole(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Jon Ek demanded that Nord Air pay its debts, that fares be capped and that Mia Holm resign.",
            ["pay its debts", "fares be capped", "resign"],
        ),
        ("Sweden proposed in May that Norway close the bridge.", ["close the bridge"]),
        ("The mediator Ruth Lane suggested that both sides accept a panel.", ["accept a panel"]),
    ],
)
def test_clauses_that_say_what_is_to_be_done(text: str, wanted: list[str]) -> None:
    assert [what for _, _, _, what in kinds_wanted_in(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway said the gate would stay shut until the debt was paid.", [("condition", ["Norway"], [], "the debt was paid")]),
        ("Sanctions will remain in place until Norway complies, the League of Ports said.", [("condition", ["League of Ports"], ["Norway"], "complies")]),
        ("No ship will be unloaded until the wages are paid, the Dockers Union said.", [("condition", ["Dockers Union"], [], "the wages are paid")]),
        ("Vesta Lines can keep its licence if it pays the fine, the Harbour Commission said.", [("condition", ["Harbour Commission"], ["Vesta Lines"], "pays the fine")]),
        ("Portugal will hand over Jon Ek only if Brazil guarantees him a fair trial.", [("condition", ["Portugal"], ["Brazil"], "guarantee him a fair trial")]),
        ("The Nurses Guild offered to give up its raise on condition that no nurse is laid off.", [("offer", ["Nurses Guild"], [], "give up its raise"), ("condition", ["Nurses Guild"], [], "no nurse is laid off")]),
    ],
)  # fmt: skip
def test_more_ways_of_setting_a_condition(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Holm sued Nord Air, seeking an apology.", [("request", ["Mia Holm"], ["Nord Air"], "an apology")]),
        ("The Harbour League fined Vesta Lines and ordered it to repay the fares.", [("demand", ["Harbour League"], ["Vesta Lines"], "repay the fares")]),
        ("Norway pressed Sweden on Monday for the return of the trawler.", [("request", ["Norway"], ["Sweden"], "the return of the trawler")]),
        ("Jon Ek wants Mia Holm out.", [("demand", ["Jon Ek"], [], "Mia Holm out")]),
        ("Nord Air offered the pilots $400.", [("offer", ["Nord Air"], ["pilots"], "$400")]),
    ],
)  # fmt: skip
def test_whom_it_is_asked_of(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


def test_whom_it_is_asked_of_stays_open_where_the_text_names_no_other_side() -> None:
    record = record_of("Norway and Sweden met in Oslo. Norway is big. Jon Ek demanded an apology.")
    assert [names(record, d.to) for d in record.demands] == [[]]


def test_a_court_is_no_side_of_a_quarrel() -> None:
    record = record_of(
        "Nord Air asked the Supreme Court for an injunction. The Dockers Union asked Nord Air to rehire the loaders.\n"
        "Nord Air offered $4 million."
    )
    assert [names(record, d.to) for d in record.demands][-1] == ["Dockers Union"]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Sweden asked Norway to free the crew. Norway turned that down.", "rejects", "rejected"),
        ("Sweden asked Norway to free the crew. Norway said it could not do so.", "rejects", "rejected"),
        ("Sweden asked Norway to free the crew, a request that was refused.", "rejects", "rejected"),
        ("Sweden offered Norway a truce, which Norway accepted.", "accepts", "accepted"),
        ("Nord Air asked the Dockers Union to accept a panel. The Dockers Union is willing.", "accepts", "accepted"),
        ("Nord Air asked Vesta Lines for a pledge. Vesta Lines would not give such a pledge.", "rejects", "rejected"),
    ],
)
def test_answers_that_name_nothing(text: str, kind: str, state: str) -> None:
    (demand,) = record_of(text).demands
    assert ([a.kind for a in demand.answers], demand.state) == ([kind], state)


@pytest.mark.parametrize(
    "text",
    [
        "The League of Ports asked Jon Ek to wait.\nNord Air's president, Jon Ek, refused to wait.",
        "Sweden urged Nord Air to wait.\nJon Ek, who heads Nord Air, turned that down.",
        "Sweden urged Nord Air to wait.\nMia Holm, a lawyer for Nord Air, said it would not wait.",
    ],
)
def test_people_answer_for_the_bodies_they_speak_for(text: str) -> None:
    (demand,) = record_of(text).demands
    assert demand.state == "rejected"


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik Mills' board recommended that shareholders accept the bid by Vesta Lines.",
        "Jon Ek sought guarantees from Norway before agreeing to leave.",
        "Sweden asked Norway whether it would accept the plan.",
    ],
)
def test_what_is_no_answer(text: str) -> None:
    assert [a for d in record_of(text).demands for a in d.answers] == []


@pytest.mark.parametrize(
    "text",
    [
        "In 1977 Jon Ek asked Mia Holm to lead the choir.",
        "In 1998 the Dockers Union called on Nord Air to rehire the loaders.",
        "Norway, which in 2001 asked Sweden to close the mine, has built a road.",
    ],
)
def test_what_was_asked_long_ago_is_history(text: str) -> None:
    assert kinds_wanted_in(text) == []


def test_the_firm_is_the_one_whose_people_speak() -> None:
    record = record_of("Norrvik Mills spoke of Vesta Lines. Two Nord Air investors asked the firm to publish its books.")
    assert [names(record, d.to) for d in record.demands] == [["Nord Air"]]


@pytest.mark.parametrize(
    "text",
    [
        "His party should perhaps heed Jon Ek's demand to raise the top tax.",
        "The mill may perhaps grant the Dockers Union's request to open the books.",
        "Maybe the board will yet heed Mia Holm's call to publish the list.",
    ],
)
def test_a_demand_that_is_known_is_one_whatever_is_guessed_of_it(text: str) -> None:
    assert len(record_of(text).demands) == 1


@pytest.mark.parametrize("word", ["chief", "key", "main"])
def test_the_sort_of_a_demand_is_not_what_is_demanded(word: str) -> None:
    assert record_of(f"Jon Ek's {word} demand was not met.").demands == ()
