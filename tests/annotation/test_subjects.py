"""Who does what a verb says, where other clauses stand in between."""

import pytest

from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence


def subject_of(text: str, verb: str) -> str | None:
    sentence = Sentence(text, 0, len(text))
    (group,) = [g for g in sentence.groups if sentence.words[g.head] == verb]
    found = subject(sentence, group)
    return None if found is None else " ".join(sentence.words[found.first : found.head])


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The man who runs the firm said the port was shut.", "said", "The man"),
        ("The brother of the mayor who leads the union told reporters so.", "told", "The brother of the mayor"),
        ("The company that makes the engines has recalled 300 of them.", "recalled", "The company"),
        ("A court that heard the case on Friday ordered the firm to pay.", "ordered", "A court"),
        ("The woman whose son was shot by police sued the city.", "sued", "The woman"),
        ("The bill that the senate passed on Friday would ban guns.", "ban", "The bill"),
    ],
)
def test_past_a_clause_that_no_mark_parts(text: str, verb: str, who: str) -> None:
    assert subject_of(text, verb) == who


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The woman who said the port was shut has left.", "was", None),
        ("The mayor said the firm had closed.", "closed", "the firm"),
        ("The union, which thinks the port is unsafe, walked out.", "is", "the port"),
    ],
)
def test_a_clause_that_is_told_has_its_own_subject(text: str, verb: str, who: str | None) -> None:
    sentence = Sentence(text, 0, len(text))
    found = [subject(sentence, g) for g in sentence.groups if verb in sentence.words[g.first : g.last]]
    named = {" ".join(sentence.words[f.first : f.head]) for f in found if f is not None}
    assert (who or "the port") in named


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Attacks last week on the port killed nine sailors.", "killed", "Attacks"),
        ("The lawyer for the man accused of killing two guards asked for bail.", "asked", "The lawyer for the man accused of killing two guards"),
        ("The mayor of Orrville, where the dam stands, appealed for calm.", "appealed", "The mayor of Orrville"),
        ("Workers at the plant, most of them women, walked out on Tuesday.", "walked", "Workers at the plant"),
        ("The council reversed a decision to shut schools after a teacher working at a clinic begged the mayor to think.", "begged", "a teacher working at a clinic"),
        ("Rebels would free them only unless the envoy paid.", "paid", "the envoy"),
    ],
)
def test_past_times_participles_and_places(text: str, verb: str, who: str) -> None:
    assert subject_of(text, verb) == who


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The envoy said Peru had lied, accusing it of theft.", "accusing", "The envoy"),
        ("The union announced that the mayor had called, blaming him for the delay.", "blaming", "The union"),
        ("The minister said rebels had fled the town, leaving guns behind.", "leaving", "rebels"),
    ],
)
def test_who_goes_on_speaking(text: str, verb: str, who: str) -> None:
    assert subject_of(text, verb) == who


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The army seized a house and fired rounds at the airport.", "fired", "The army"),
        ("Chad has closed its ports and imposed curfews in the north.", "imposed", "Chad"),
        ("The club sold its ground and dismissed the trainer.", "dismissed", "The club"),
    ],
)
def test_a_participle_that_goes_on_with_an_active_clause_is_its_verb(text: str, verb: str, who: str) -> None:
    assert subject_of(text, verb) == who


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The parents of a girl who died sued the clinic.", "died", "a girl"),
        ("The pact, signed by nine states, was condemned.", "signed", "The pact"),
        ("Guests at Lund's walked out.", "walked", "Guests at Lund 's"),
        ("A truce that envoys brokered in May collapsed.", "brokered", "envoys"),
    ],
)
def test_the_nearer_noun_phrase(text: str, verb: str, who: str) -> None:
    assert subject_of(text, verb) == who
