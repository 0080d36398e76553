"""What reading records of unread news taught about demands: each rule on three unrelated invented texts."""

from __future__ import annotations

import pytest
from recording_making import kinds_wanted_in, names, record_of


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Norway asked Sweden to hand over any files the bank holds.", "hand over any files the bank holds"),
        ("Mia Holm urged Nord Air not to fly the jet until it was safe.", "not to fly the jet until it was safe"),
        ("The Harbour League ordered Vesta Lines to find out if the crew was paid.", "find out if the crew was paid"),
        # What looks like a verb is the noun that what is wanted ends with.
        ("Jon Ek demanded a federal port-tax hike.", "a federal port-tax hike"),
        ("The Dockers Union sought a steep pay raise from Nord Air last year.", "a steep pay raise from Nord Air"),
        ("Norway demanded a new bank levy.", "a new bank levy"),
    ],
)
def test_what_is_wanted_does_not_break_off(text: str, what: str) -> None:
    assert [w for _, _, _, w in kinds_wanted_in(text)] == [what]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Holm called for a mediator to hear both unions.", "a mediator to hear both unions"),
        ("The Nurses Guild called for an expert to check the wards.", "an expert to check the wards"),
        ("Norway called for the fee, now $7 an hour, to be raised.", "the fee, now $7 an hour, to be raised"),
    ],
)
def test_whoever_is_yet_to_be_found_is_not_the_one_asked(text: str, wanted: str) -> None:
    assert [(to, what) for _, _, to, what in kinds_wanted_in(text)] == [([], wanted)]


@pytest.mark.parametrize(
    "text",
    [
        # What may be, what is so, what is sold to everybody.
        "Jon Ek spoke of the possibility of Mia Holm seeking an apology.",
        "Nord Air fears the risk of Norway demanding a refund.",
        "There is little chance of the Dockers Union seeking talks.",
        "Jon Ek insists that it must be part of the plan.",
        "Vesta Lines insists that the ferry should have a bar.",
        "Mia Holm insisted that the road must be long.",
        "Nord Air offered 4 million shares of common stock at $15 a share.",
        "Vesta Lines offered notes worth $40 million.",
        "Norrvik Mills will offer a fifth of the business through an initial public offering.",
        # Time that passes is no condition.
        "Nord Air fans will not have long to wait before the Dockers Union opens the shop.",
        "It won't take long before Norway opens the bridge.",
        "It will not be long before Mia Holm signs with Nord Air.",
        # What a candidate would spend is a plan of his own.
        "Jon Ek offered $30 billion over ten years.",
        "Mia Holm proposed $4 billion in harbour works.",
        "Mia Holm's proposals include tax breaks for ferries and a fund for lighthouses.",
        # They, in a quotation, are not those who say so.
        'Six nurses spoke of the captors. "They ask for $1 million," the nurses said.',
        'The pilots told of the thieves. "They want $40,000 in cash," the pilots said.',
        'Dockers blamed the owners. "They demand our resignation," the dockers said.',
        # What somebody holds that others have to do, where it is nothing that a side could grant.
        '"Campaigners have to address the worries of people," Jon Ek wrote.',
        '"Parties have to learn from defeat," Mia Holm said.',
        '"Norway has to think of its rivers," Jon Ek said.',
    ],
)
def test_what_nobody_demands(text: str) -> None:
    assert kinds_wanted_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm criticised Jon Ek over his call for a ban on cars.",
        "Mia Holm attacked Jon Ek for his demand for a second vote.",
        "Nord Air's lawyer Mia Holm blamed Jon Ek for his appeal for a boycott.",
    ],
)
def test_who_is_blamed_for_a_call_made_it(text: str) -> None:
    assert [by for _, by, _, _ in kinds_wanted_in(text)] == [["Jon Ek"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway asked Sweden to free the crew.\nPeople who backed the plan sang.",
        "Norway asked Sweden to free the crew.\nMost economists approved the plan.",
        "Norway asked Sweden to free the crew.\nMia Holm said the plan was a joke.",
        # What others do is no answer of the one who tells it.
        "Jon Ek asked for help. Norway wants the boats back.\nMia Holm said that a farmer returned the boats.",
        "Norway demanded the return of the painting.\nJon Ek said a thief had returned the painting.",
        "The Dockers Union demanded a raise.\nJon Ek said a bakery had raised its prices.",
    ],
)
def test_what_answers_no_demand(text: str) -> None:
    record = record_of(text)
    assert [(d.state, d.answers) for d in record.demands] == [("pending", ())] * len(record.demands)
    assert record.demands


@pytest.mark.parametrize(
    "text",
    [
        "The ministry got Norway's demand that the trawler be freed. Instead of complying with the demand, Sweden sued.",
        "Norway made a request that the crew be freed. Instead of granting the request, Sweden closed the port.",
        "Nord Air heard the Dockers Union's demand that pay be raised. Instead of complying with the demand, Nord Air sued.",
    ],
)
def test_to_do_something_instead_of_complying_is_to_refuse(text: str) -> None:
    assert [d.state for d in record_of(text).demands] == ["rejected"]


def test_people_are_no_standing_opponents() -> None:
    record = record_of(
        "Mia Holm urged Jon Ek to keep the park open. Senators turned down Jon Ek's request to close the road."
    )
    assert names(record, record.demands[-1].to) != ["Mia Holm"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # A quotation may open within what is wanted.
        ('Norway asked for a "full list of the crew".', 'a "full list of the crew"'),
        ('Mia Holm demanded an "open vote" on the port.', 'an "open vote" on the port'),
        ("Jon Ek urged Nord Air to end “unlawful dismissals” at once.", "end “unlawful dismissals” at once"),
        # `as` goes on with some verbs; a particle ends what is wanted at the end of its sentence.
        ("Norway urged Sweden to recognise the strait as open sea.", "recognise the strait as open sea"),
        ("Mia Holm asked Nord Air to treat the pilots as guests.", "treat the pilots as guests"),
        ("Jon Ek urged Norway to take the banks on.", "take the banks on"),
    ],
)  # fmt: skip
def test_what_is_wanted_goes_on(text: str, what: str) -> None:
    assert [w for _, _, _, w in kinds_wanted_in(text)][:1] == [what]


@pytest.mark.parametrize(
    "text",
    [
        # A question is answered, not obeyed.
        "Host Jon Ek asked Mia Holm to share her views on the harbour.",
        "Jon Ek asked Nord Air to comment.",
        "Mia Holm asked Jon Ek to describe the storm.",
        # What one decides for oneself; what everybody is told to do.
        "Jon Ek decided he would rather swim.",
        "Mia Holm decided that she would run the mill.",
        "Nord Air decided it would buy no jets.",
        '"America must reject this once and for all," Jon Ek said.',
        '"Europe must give up its fears," Mia Holm said.',
        '"Society must pay for its sins," Jon Ek said.',
        # What a voter wishes for, and what has its object somewhere before.
        "Mia Holm, a voter in Oslo, said she wanted change.",
        "Jon Ek wants big changes in politics.",
        "Mia Holm would like reform.",
        "It was a list that Jon Ek asked Norway to find.",
        "Norway kept the files that Nord Air asked Sweden to burn.",
        "The books which Mia Holm asked Nord Air to open are lost.",
    ],
)
def test_what_nobody_asks_of_anybody(text: str) -> None:
    assert kinds_wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Directors are now asking how Jon Ek ran the mill and demanding that he resign.", ["Directors"]),
        ("Nord Air was closing the base that Jon Ek built and demanding that he pay.", ["Nord Air"]),
        ("Norway is counting what Sweden took and demanding that it return the fish.", ["Norway"]),
    ],
)
def test_a_second_participle_has_the_subject_of_the_first(text: str, by: list[str]) -> None:
    assert [b for _, b, _, _ in kinds_wanted_in(text)] == [by]


def test_who_merely_opposes_a_request_that_others_decide_answers_nothing() -> None:
    record = record_of(
        "The Herald asked to see the files. In opposing the request, the lawyer Mia Holm wrote to the court."
    )
    assert [(names(record, d.to), d.answers) for d in record.demands] == [([], ())]


def test_a_clause_after_a_demand_is_no_member_of_a_list() -> None:
    assert [w for *_, w in kinds_wanted_in("The Harbour League demanded proof of payment, and Jon Ek's card, which worked, was lost.")] == [
        "proof of payment"
    ]


@pytest.mark.parametrize(
    "text",
    [
        # What a firm provides at all times; support; offices and titles.
        "Nord Air offers pilots ten weeks of leave.",
        "Vesta Lines offers passengers a deal on cabins.",
        "Norrvik Mills offers its weavers a settlement plan.",
        "Jon Ek sought support from the Dockers Union.",
        "Mia Holm is seeking an endorsement from the Nurses Guild.",
        "Both candidates offered qualified support for new ports.",
        "Nord Air decided not to make a presidential bid for Norway.",
        "Vesta Lines launched a championship bid for Norrvik Mills.",
        "Norrvik Mills' leadership bid for Nord Air stalled.",
        # What is guessed, supposed or denied; whoever is meant only in passing.
        '"Nord Air must be dreaming of a raise," Jon Ek said.',
        '"Mia Holm must be leaving the mill," Jon Ek said.',
        '"Norway must be cutting its costs," Jon Ek said.',
        "Several experts suggest that the elders do not plan to run.",
        "Jon Ek would be glad should a firm be willing to pay the fee.",
        "It was a thing that many dockers had urged Jon Ek to do.",
        "He answered by suggesting that reporters who raise questions are liars.",
        "Norway resists Harbour Freedom Act requests to open the files.",
    ],
)
def test_what_is_no_move_between_parties(text: str) -> None:
    assert kinds_wanted_in(text) == []


def test_a_headline_tells_the_demand_of_its_body_again() -> None:
    record = record_of(
        "# Harbour minister tells airlines not to buy northern aircraft\n"
        "Jon Ek, the harbour minister, told the airlines not to buy northern aircraft because of a ban."
    )
    assert len(record.demands) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek offered to pay for the hall. Mia Holm would not accept.",
        "The Dockers Union asked Nord Air to wait. Nord Air would not agree.",
        "Norway urged Sweden to wait. Sweden would not comply.",
    ],
)
def test_who_would_not_accept_has_refused(text: str) -> None:
    assert [d.state for d in record_of(text).demands] == ["rejected"]


@pytest.mark.parametrize(
    "text",
    [
        # What is expected, what should be done, what is held.
        "Observers expect the Harbour League to act, requiring Nord Air to pay.",
        "Norway should get a court order instructing Jon Ek to leave.",
        "The mill could win a ruling ordering Nord Air to pay.",
        "Mia Holm laughed at the plan, suggesting that efforts to bring it back are misguided.",
        "Progress is a storm that must be released, Jon Ek said.",
        # A dare, a prayer, a suit that says nothing of what it is for; a plan for others.
        "Jon Ek challenged Norway to prove that the bridge is safe.",
        "Mia Holm asked for forgiveness.",
        "The Herald filed a lawsuit.",
        "Jon Ek has proposed accepting 10,000 Swedes.",
        "Jon Ek condemned Norway's deal with Sweden.",
    ],
)
def test_what_moves_nobody(text: str) -> None:
    assert kinds_wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mia Holm blasted Nord Air for requiring pilots to pay for their meals.", (["Nord Air"], ["pilots"])),
        ("Jon Ek is calling pilots himself, asking them to sign the deal.", (["Jon Ek"], ["pilots"])),
        ("Nord Air officials roamed the port with loudspeakers ordering dockers to leave.", (["Nord Air officials"], ["dockers"])),
    ],
)  # fmt: skip
def test_who_asks_and_who_is_asked_of_a_participle(text: str, wanted: tuple[list[str], list[str]]) -> None:
    assert [(by, to) for _, by, to, _ in kinds_wanted_in(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Norway asked Sweden to release the captain who said that it should “burn” the ships.", "release the captain who said that it should “burn” the ships"),
        ("Norway urged Sweden to study claims that the Harbour League (HL) is using old maps.", "study claims that the Harbour League (HL) is using old maps"),
        ("Jon Ek asked Norway to let the ship sail instead of serving as a hotel.", "let the ship sail instead of serving as a hotel"),
    ],
)  # fmt: skip
def test_quotations_and_brackets_do_not_end_what_is_wanted(text: str, what: str) -> None:
    assert [w for *_, w in kinds_wanted_in(text)][:1] == [what]


@pytest.mark.parametrize(
    "text",
    [
        # What a law requires; what the speaker's own side must do; what is sold to the public.
        "Congress required the Harbour Commission to publish the list.",
        "The Senate requires banks to keep records.",
        "Parliament requires ferries to carry rafts.",
        '"The navy must defend our coast," Jon Ek said.',
        '"The council must raise our taxes," Mia Holm said.',
        '"Norway must free us from this debt," Jon Ek said.',
        "Nord Air said its planned rights offering to raise $9 million was approved.",
        "Vesta Lines delayed a stock offering to pay its debt.",
        "Norrvik Mills' debt offering to fund a mill begins on Monday.",
        # A candidate's plan, shown to everybody.
        "Jon Ek unveiled a $275 billion harbour proposal.",
        "Mia Holm presented a road proposal.",
        "Jon Ek floated a proposal on taxes.",
        # `he` may be another than the one named last.
        "Jon Ek met Mia Holm's brother Karl Holm. He is ill.",
    ],
)
def test_what_binds_no_single_party(text: str) -> None:
    assert kinds_wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Norway asked for $4 million to repair the bridge.", "$4 million to repair the bridge"),
        ("The Dockers Union applied for permits to march through Oslo.", "permits to march through Oslo"),
        ("Nord Air called for talks to end the strike.", "talks to end the strike"),
        ("Mia Holm has called for the return of a small arms ban, favours tolls and left.", "the return of a small arms ban"),
    ],
)
def test_what_is_asked_for_with_what_it_is_for(text: str, what: str) -> None:
    assert [w for *_, w in kinds_wanted_in(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "The league will stay away until the court can hear the case.",
        "Any country cannot leave until Norway pays its dues.",
        "Jon Ek spoke of a wall, which he said Norway should pay for.",
        "Nord Air is not what Jon Ek wants Norway to become.",
        "The bank's emergency request to Norway was short.",
        "The president's budget request to Norway is long.",
        "The police have asked for anyone with news to call.",
        "Mia Holm declined her father's offer to swim.",
        "Jon Ek spoke. Mia Holm said he had 40 days left to make his name.",
    ],
)
def test_what_else_asks_nothing_of_a_party(text: str) -> None:
    record = record_of(text)
    assert (record.demands, record.deadlines) == ((), ())


def test_who_refuses_a_request_did_not_make_it() -> None:
    assert all(by != ["Norway"] for _, by, _, _ in kinds_wanted_in("Sweden met Norway. Norway refused its request for a meeting."))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Norway urged Sweden to sign a real, concrete agreement.", ["sign a real, concrete agreement"]),
        ("Jon Ek asked Norway to fund schools to raise their power to prevent and fight fires.", ["fund schools to raise their power to prevent and fight fires"]),
        ("The Dockers Union told Nord Air to end the boycott and pay the fine.", ["end the boycott", "pay the fine"]),
    ],
)  # fmt: skip
def test_where_one_demand_ends_and_another_begins(text: str, what: list[str]) -> None:
    assert [w for *_, w in kinds_wanted_in(text)] == what


@pytest.mark.parametrize(
    "text",
    [
        "Norway cannot win until Sweden signs the pact.",
        "The mill will not survive unless Norway lifts the ban.",
        "The league will not succeed until Nord Air joins it.",
        "Jon Ek has wavered on whether he would support Nord Air if Norway closed the base.",
        "Mia Holm did not say whether she would resign if Norway left the league.",
        "Nobody knows whether Nord Air would agree if Sweden paid the debt.",
    ],
)
def test_what_success_or_doubt_depends_on_is_no_condition(text: str) -> None:
    assert [k for k, *_ in kinds_wanted_in(text) if k == "condition"] == []
