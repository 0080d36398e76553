"""Who did what to whom: types, parts, time, place, reality."""

import pytest
from annotation_making import read, words

from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.types import Annotated, Event


def stood_by(found: Annotated) -> list[Event]:
    return [e for e in found.annotations.events if e.confidence > IN_DOUBT]


def event(found: Annotated, trigger: str) -> Event:
    events = [e for e in stood_by(found) if found.document.quote(e.trigger) == trigger]
    assert len(events) == 1, [found.document.quote(e.trigger) for e in found.annotations.events]
    return events[0]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor", "recipient"),
    [
        ("Orrish rebels attacked the harbour.", "attacked", "ASSAULT", ["Orrish rebels"], ["the harbour"]),
        ("The harbour was attacked by rebels.", "attacked", "ASSAULT", ["rebels"], ["The harbour"]),
        ("Kenya launched an attack on Chad.", "launched", "ASSAULT", ["Kenya"], ["Chad"]),
        ("Police arrested two fishermen.", "arrested", "COERCE", ["Police"], ["two fishermen"]),
        ("The mayor imposed a curfew on the town.", "imposed", "COERCE", ["The mayor"], ["the town"]),
        ("The mayor lifted the curfew.", "lifted", "CONCEDE", ["The mayor"], ["the curfew"]),
        ("Peru suspended aid to Chad.", "suspended", "SANCTION", ["Peru"], ["Chad"]),
        ("Peru provided medicine to Chad.", "provided", "AID", ["Peru"], ["Chad"]),
        ("The union demanded a vote.", "demanded", "REQUEST", ["The union"], ["a vote"]),
        ("The union called for a vote.", "called", "REQUEST", ["The union"], ["a vote"]),
        ("The port rejected the offer.", "rejected", "REJECT", ["The port"], ["the offer"]),
        ("The port accused the union of theft.", "accused", "ACCUSE", ["The port"], ["the union"]),
        ("Critics praised the mayor.", "praised", "SUPPORT", ["Critics"], ["the mayor"]),
        ("Peru signed a treaty with Chad.", "signed", "SUPPORT", ["Peru"], ["Chad"]),
        ("Peru held talks with Chad.", "held", "CONSULT", ["Peru"], ["Chad"]),
        ("Thousands marched on Sunday.", "marched", "PROTEST", ["Thousands"], []),
        ("Peru deployed two frigates.", "deployed", "MOBILIZE", ["Peru"], ["two frigates"]),
        ("The mayor issued an ultimatum to the union.", "issued", "THREATEN", ["The mayor"], ["the union"]),
        ("Rebels withdrew troops from the valley.", "withdrew", "RETREAT", ["Rebels"], ["the valley"]),
        ("The deadline passed.", "passed", None, ["The deadline"], []),
    ],
)
def test_a_typed_event_with_its_parts(text: str, trigger: str, kind: str | None, actor: list[str], recipient: list[str]) -> None:
    found = read(text)
    it = event(found, trigger)
    assert (it.type, words(found, it.actor), words(found, it.recipient)) == (kind, actor, recipient)


def test_a_noun_tells_an_event_too() -> None:
    found = read("The Peruvian attack on Chad was short.")
    it = event(found, "attack")
    assert (it.type, words(found, it.actor), words(found, it.recipient)) == ("ASSAULT", ["Peruvian"], ["Chad"])


def test_an_object_that_completes_its_verb_is_no_second_event() -> None:
    found = read("Kenya launched an attack on Chad.")
    assert len(stood_by(found)) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "reality"),
    [
        ("Rebels attacked the port.", "attacked", "asserted"),
        ("Rebels did not attack the port.", "attack", "negated"),
        ("Rebels may attack the port.", "attack", "possible"),
        ("If rebels attack the port, it will close.", "attack", "possible"),
        ("Rebels plan to attack the port.", "attack", "planned"),
        ("Rebels refused to attack the port.", "attack", "negated"),
        ("Rebels began to attack the port.", "attack", "asserted"),
        ("Rebels allegedly attacked the port.", "attacked", "alleged"),
        ("The mayor alleged that rebels attacked the port.", "attacked", "alleged"),
        ("The rebels denied that they attacked the port.", "attacked", "denied"),
        ("The mayor said that rebels attacked the port.", "attacked", "asserted"),
        ("The alleged attack on the port was brief.", "attack", "alleged"),
        ("A planned attack on the port was called off.", "attack", "planned"),
        ("A possible attack on the port was feared.", "attack", "possible"),
        ("There was no attack on the port.", "attack", "negated"),
    ],
)
def test_how_real_an_event_is(text: str, trigger: str, reality: str) -> None:
    assert event(read(text), trigger).reality == reality


def test_what_somebody_says_he_will_do_is_a_promise_or_a_threat() -> None:
    threat = read("Peru said it would attack the port.")
    assert event(threat, "attack").type == "THREATEN"
    assert words(threat, event(threat, "attack").actor) == ["Peru"]
    promise = read("Peru said it would release the prisoners.")
    assert event(promise, "release").type == "AGREE"
    refusal = read("Peru said it would not release the prisoners.")
    assert event(refusal, "release").type == "REJECT"


def test_an_event_within_a_statement_names_it() -> None:
    found = read("The mayor said that rebels attacked the port.")
    index = event(found, "attacked").statement
    assert index is not None
    assert words(found, found.annotations.statements[index].cue) == ["said"]


def test_time_and_place_are_those_of_the_sentence() -> None:
    found = read("Rebels attacked a convoy in Kenya on May 3, 2021.", published="2021-05-04")
    it = event(found, "attacked")
    assert it.time is not None
    assert found.annotations.times[it.time].value == "2021-05-03"
    assert it.place is not None
    assert found.document.quote(it.place) == "Kenya"


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Talks between Peru and Chad began.", "Talks", ["Peru"], ["Chad"]),
        ("Cooperation between the mayor of Orrville and the union was praised.", "Cooperation", ["the mayor"], ["the union"]),
        ("Clashes between Orrish rebels and the army resumed.", "Clashes", ["Orrish rebels"], ["the army"]),
        ("The mayor, in a meeting last March in Orrville with the union, agreed to wait.", "meeting", ["The mayor"], ["the union"]),
        ("After talks with Chad, Peru reopened its port.", "talks", ["Peru"], ["Chad"]),
        ("During a visit in May to Norrvik, the envoy praised the farmers.", "visit", ["the envoy"], ["Norrvik"]),
        ("A series of killings in northern Orrland went on.", "killings", [], ["northern Orrland"]),
    ],
)
def test_the_sides_of_what_a_noun_tells(text: str, trigger: str, actor: list[str], recipient: list[str]) -> None:
    found = read(text)
    it = event(found, trigger)
    assert (words(found, it.actor), words(found, it.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Prosecutors opened an investigation into claims that two guards stole the paintings.", "opened", ["Prosecutors"], ["two guards"]),
        ("Peru closed Chad's border with Kenya.", "closed", ["Peru"], ["Kenya", "Chad's border"]),
        ("The premier discussed Norrvik with the envoy.", "discussed", ["The premier"], ["the envoy", "Norrvik"]),
        ("Peru imposed sanctions over the raid, including a ban on flights, on Chad.", "imposed", ["Peru"], ["Chad"]),
        ("The painting was returned by the museum to Chad.", "returned", ["the museum"], ["Chad", "The painting"]),
        ("Nurses held a rally demanding better pay from the ministry.", "demanding", ["Nurses"], ["the ministry"]),
        ("The ministry said rebels were behind the raid.", "said", ["The ministry"], ["rebels"]),
        ("The mayor warned the union that he would close the port.", "warned", ["The mayor"], ["the union"]),
        ("The dockers will not end the strike until their terms are met by the owner.", "end", ["The dockers"], ["the owner"]),
    ],
)
def test_whom_it_is_done_to_further_on(text: str, trigger: str, actor: list[str], recipient: list[str]) -> None:
    found = read(text)
    it = event(found, trigger)
    assert words(found, it.actor) == actor
    assert words(found, it.recipient)[: len(recipient)] == recipient


@pytest.mark.parametrize("text", ["Troops remained on alert.", "The nurses went on strike.", "The dockers will stay on strike."])
def test_a_saying_names_nobody_to_whom_it_is_done(text: str) -> None:
    assert all(e.recipient == () for e in stood_by(read(text)))


@pytest.mark.parametrize(
    ("text", "trigger", "reality"),
    [
        ("Chad became the first to sign the treaty.", "sign", "asserted"),
        ("It was not a boycott of Chad.", "boycott", "negated"),
        ("The mayor, who'd attacked the union before, resigned.", "attacked", "asserted"),
    ],
)
def test_reality_by_what_stands_before(text: str, trigger: str, reality: str) -> None:
    assert event(read(text), trigger).reality == reality


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The count demonstrated that the vote was fair.", "demonstrated"),
        ("The report demonstrates a need for care.", "demonstrates"),
        ("The new rule helps explain the fall.", "helps"),
        ("Hedges surround the mill.", "surround"),
    ],
)
def test_a_sense_that_tells_of_no_typed_deed(text: str, trigger: str) -> None:
    found = read(text)
    assert [e.type for e in stood_by(found) if found.document.quote(e.trigger) == trigger] in ([], [None])


@pytest.mark.parametrize("trigger", ["sign", "speak", "praise"])
def test_who_is_heard_or_seen_to_do_it_does_it(trigger: str) -> None:
    found = read(f"Thousands heard the envoy {trigger} Peru.")
    assert all(words(found, e.actor) == ["the envoy"] for e in stood_by(found) if found.document.quote(e.trigger) == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The watchdog told the bank to repay savers.", "told", "REQUEST"),
        ("The mayor withdrew an offer to the union.", "withdrew", "REJECT"),
        ("Rebels took the airfield at Kesh.", "took", "ASSAULT"),
        ("Peru suspended the licences of nine fleets.", "suspended", "SANCTION"),
        ("The court overturned his conviction.", "overturned", "CONCEDE"),
        ("Orrland moved two brigades to the border.", "moved", "MOBILIZE"),
        ("The nurses walked out on Monday.", "walked", "PROTEST"),
        ("The nurses walked out of the shop.", "walked", None),
    ],
)
def test_types_by_what_it_is_done_to(text: str, trigger: str, kind: str | None) -> None:
    assert event(read(text), trigger).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The judge said the city must open the hall it closed.", "closed", "it"),
        ("Ada Lund said it closed in May.", "closed", "it"),
        ("Peru said it closed the port.", "closed", "Peru"),
    ],
)
def test_a_pronoun_is_the_speaker_only_where_it_can_be(text: str, trigger: str, actor: str) -> None:
    found = read(text)
    assert words(found, event(found, trigger).actor) == [actor]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council agreed to restore a bonus it scrapped.", "scrapped"),
        ("The union demanded back the wages that the mill withheld.", "withheld"),
        ("The firm promised to repay those whom it cheated.", "cheated"),
    ],
)
def test_what_was_done_is_not_what_is_promised(text: str, trigger: str) -> None:
    found = read(text)
    assert all(e.reality == "asserted" for e in stood_by(found) if found.document.quote(e.trigger) == trigger)
