"""Whom an event is done to, by whom, and what type it is, where more than subject, verb and object tells it."""

import pytest
from annotation_making import read, words

from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.types import Annotated, Event


def events(found: Annotated, trigger: str) -> list[Event]:
    stood_by = [e for e in found.annotations.events if e.confidence > IN_DOUBT]
    return [e for e in stood_by if found.document.quote(e.trigger) == trigger]


def event(text: str, trigger: str) -> tuple[str | None, list[str], list[str]]:
    found = read(text)
    told = events(found, trigger)
    assert len(told) == 1, [found.document.quote(e.trigger) for e in found.annotations.events]
    return told[0].type, words(found, told[0].actor), words(found, told[0].recipient)


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        # Behind the thing stands a party.
        ("Peru condemned the decision of the Chadian court.", "condemned", "the Chadian court"),
        ("The harbour board rejected a proposal by the dockers of Orrville.", "rejected", "the dockers"),
        ("The mayor criticised the ruling against Kenya.", "criticised", "Kenya"),
        # The most telling preposition wins over a nearer one.
        ("The union filed a complaint with the Orrville Court against Lund Ferries.", "filed", "Lund Ferries"),
        ("Peru held talks in Nairobi with Chad.", "held", "Chad"),
        ("The ministry sent medicine through Peru to Chad.", "sent", "Chad"),
        # Over an infinitive.
        ("Peru agreed to lend two ships to Chad.", "agreed", "Chad"),
        ("Peru refused to send sailors to Chad.", "refused", "Chad"),
        ("The museum returned a statue of Queen Ada to Peru.", "returned", "Peru"),
        # Who is released is whom it is done to, whatever is named besides.
        ("Kenya freed 37 prisoners, including a Peruvian pilot.", "freed", "37 prisoners"),
        # Who is to act in the clause that tells what is demanded, or could avert what is threatened.
        ("The union demanded that Lund Ferries pay up.", "demanded", "Lund Ferries"),
        ("The pilots said they will not end the strike until Lund Ferries meets their demands.", "end", "Lund Ferries"),
        ("The firm promised to pay the sailors at once.", "promised", "the sailors"),
        ("Kenya offered to help Chad.", "help", "Chad"),
    ],
)
def test_the_recipient_is_the_party_that_the_clause_leads_to(text: str, trigger: str, recipient: str) -> None:
    assert event(text, trigger)[2][0] == recipient


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "other"),
    [
        ("Peru and Chad have agreed on a fishing season.", "agreed", "Peru and Chad", "Chad"),
        ("The union and the harbour board met on Monday.", "met", "The union and the harbour board", "the harbour board"),
        ("Lund Ferries and Orrish Rail signed a contract.", "signed", "Lund Ferries and Orrish Rail", "Orrish Rail"),
    ],
)
def test_who_does_it_together_does_it_with_each_other(text: str, trigger: str, actor: str, other: str) -> None:
    _, actors, recipients = event(text, trigger)
    assert actors == [actor]
    assert recipients[0] == other


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The province declared a state of emergency in Orrville.", "declared", "COERCE"),
        ("Kenya announced a suspension of flights to Chad.", "announced", "SANCTION"),
        ("Peru gave two million dollars in aid to Chad.", "gave", "AID"),
        ("The dockers began a strike on Monday.", "began", "PROTEST"),
        ("The pilots have called a strike.", "called", "PROTEST"),
        ("The cooks went on strike.", "went", "PROTEST"),
        ("The navy was placed on alert.", "placed", "MOBILIZE"),
        ("The garrison remained on alert.", "remained", "MOBILIZE"),
        ("The brigade has been put on alert.", "put", "MOBILIZE"),
        ("The jury found the mayor guilty of fraud.", "found", "ACCUSE"),
        ("The pilots called off their strike.", "called", "CONCEDE"),
        ("The pilots called a strike.", "called", "PROTEST"),
        ("Peru and Chad agreed a trade deal.", "agreed", "SUPPORT"),
        ("Peru shared its evidence with Chad.", "shared", "COOPERATE"),
        ("Peru granted asylum to two pilots.", "granted", "AID"),
        ("Peru halted its bombardment of the port.", "halted", "CONCEDE"),
        ("A court found Lund Ferries guilty.", "found", "ACCUSE"),
        ("The tribunal will not find the captain guilty.", "find", "REJECT"),
        ("The court ordered the mayor to resign.", "ordered", "REQUEST"),
        ("The ministry ordered Lund Ferries to leave the quay.", "ordered", "REQUEST"),
        ("The judge has ordered the two brothers to pay.", "ordered", "REQUEST"),
        ("The premier called Anna Lund on Friday.", "called", "CONSULT"),
        ("Peru cancelled a planned visit to Chad.", "cancelled", "REJECT"),
        ("The growers waved aside the proposal.", "waved", "REJECT"),
        ("Members voted by two to one against the contract.", "voted", "REJECT"),
        ("The sale closes on Monday.", "closes", None),
        ("The mayor closed the harbour.", "closed", "COERCE"),
        ("Peacekeepers arrived in Orrville.", "arrived", "AID"),
        ("The troops left the valley.", "left", "RETREAT"),
        ("The guests left the valley.", "left", None),
        ("The museum returned a bronze mask to Peru.", "returned", "CONCEDE"),
        ("The choir returned on Monday.", "returned", None),
    ],
)
def test_types_by_object_subject_and_pairs_of_words(text: str, trigger: str, kind: str | None) -> None:
    assert event(text, trigger)[0] == kind


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        # A document says what its issuer says.
        ("The union sent a letter accusing the port of theft.", "accusing", "The union"),
        ("Anna Lund issued a statement condemning the ruling.", "condemning", "Anna Lund"),
        ("The council published a report criticising Lund Ferries.", "criticising", "The council"),
        # What is ordered done is the orderer's act.
        ("The judge ordered two men jailed.", "jailed", "The judge"),
        # Who brought a suit, who holds to his attacks, who is to blame.
        ("A lawsuit filed by Orrish Rail was thrown out.", "lawsuit", "Orrish Rail"),
        ("The accusation brought by the dockers is old.", "accusation", "the dockers"),
        ("The threats issued by Kenya were ignored.", "threats", "Kenya"),
        ("Peru regretted its attacks on the convoy.", "attacks", "Peru"),
        ("The gang was responsible for two killings in Chad.", "killings", "The gang"),
        ("One of the divers, Jon Ek, 58, asking Norway for help, wept.", "asking", "Jon Ek"),
        ("The Orrish Air Force (OAF) on Tuesday praised the pilots.", "praised", "The Orrish Air Force"),
        ("The Orrish Air Force (OAF), on Tuesday praised the pilots.", "praised", "The Orrish Air Force"),
        ("Mayor Lund, in a speech in Orrville, praised the pilots.", "praised", "Mayor Lund"),
        ("The union called on Peru to release the pilots.", "release", "Peru"),
        ("Peru called Chad on Friday to praise the pilots.", "praise", "Peru"),
        ("Anna Lund, the board's head, in a statement praised the crew.", "praised", "Anna Lund"),
        ("The envoys visiting earlier in the week praised the crew.", "praised", "The envoys"),
    ],
)
def test_who_does_it(text: str, trigger: str, actor: str) -> None:
    assert event(text, trigger)[1] == [actor]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "giver", "taker"),
    [
        ("Chad received aid from Peru.", "received", "AID", ["Peru"], "Chad"),
        ("The clinic has received medicine from Orrish Relief.", "received", "AID", ["Orrish Relief"], "The clinic"),
        ("The islanders received food and tents from Kenya.", "received", "AID", ["Kenya"], "The islanders"),
        ("The mayor faced criticism from Peru.", "faced", "ACCUSE", ["Peru"], "The mayor"),
        ("The mayor faced criticism over the port.", "faced", "ACCUSE", [], "The mayor"),
    ],
)
def test_who_receives_is_the_recipient(text: str, trigger: str, kind: str, giver: list[str], taker: str) -> None:
    assert event(text, trigger) == (kind, giver, [taker])


@pytest.mark.parametrize(
    ("text", "cue", "recipient"),
    [
        ("The mayor said the port must open.", "said", "the port"),
        ("Peru says Chad must end the blockade.", "says", "Chad"),
        ("Anna Lund said that the ferry firm should apologise.", "said", "the ferry firm"),
    ],
)
def test_a_duty_is_asked_of_whom_it_lies_on(text: str, cue: str, recipient: str) -> None:
    kind, _, asked = event(text, cue)
    assert (kind, asked) == ("REQUEST", [recipient])


def test_what_one_must_do_oneself_is_no_request() -> None:
    found = read("The mayor said he must leave.")
    assert not [e for e in found.annotations.events if e.type == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("The chairman met the dismissed workers.", "dismissed"),
        ("Peru mourned the murdered envoy.", "murdered"),
        ("The mayor praised the rescued sailors.", "rescued"),
    ],
)
def test_a_participle_within_a_noun_phrase_is_no_deed_of_the_subject(text: str, participle: str) -> None:
    assert not events(read(text), participle)


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Peru urged Chad to wait and rejected the offer in March 2021.", "urged", None),
        ("The board praised the crew and sued the yard on May 3, 2021.", "praised", None),
        ("The port thanked the union, which ended the strike on June 1, 2021.", "thanked", None),
        ("Peru rejected the offer in March 2021.", "rejected", "2021-03"),
    ],
)
def test_a_time_behind_a_later_verb_is_that_verbs(text: str, trigger: str, time: str | None) -> None:
    found = read(text, published="2021-07-01")
    index = events(found, trigger)[0].time
    assert (None if index is None else found.annotations.times[index].value) == time


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("The blast killed more than 100 people.", "killed", "100 people"),
        ("Police arrested at least twelve sailors.", "arrested", "twelve sailors"),
        ("The mayor praised about 40 nurses.", "praised", "40 nurses"),
    ],
)
def test_what_measures_a_number_hides_no_object(text: str, trigger: str, recipient: str) -> None:
    assert event(text, trigger)[2] == [recipient]


def test_a_number_with_a_hyphen_is_one_word() -> None:
    kind, _, recipient = event("Peru held a 50-minute meeting with Chad.", "held")
    assert (kind, recipient) == ("CONSULT", ["Chad"])
