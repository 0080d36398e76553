"""Plain acts of news: what is done with hands and thrown things, verbs of reported speech, clauses about people."""

import pytest
from annotation_making import read

from onrecord.annotation.syntax import Sentence
from onrecord.types import Event


def found(text: str) -> dict[str, Event]:
    """The events of a text by the words that tell them."""
    return {text[slice(*e.trigger)]: e for e in read(text).annotations.events if e.confidence > 0.3}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A passenger scratched two stewards on Tuesday.", "scratched", "ASSAULT"),
        ("Marchers spat at a referee in Orrvik.", "spat", "ASSAULT"),
        ("The army dropped two bombs on the village of Tolk.", "dropped", "ASSAULT"),
        ("Police used tear gas on marchers in Orrvik.", "used", "ASSAULT"),
        ("Traders complied with the order in May.", "complied", "CONCEDE"),
        ("Jon Ek was escorted out of the hall.", "escorted", "COERCE"),
        ("The rebels released the bus driver on Friday.", "released", "CONCEDE"),
        ("The ministry released a report on Monday.", "released", None),
        ("The film was released on Friday.", "released", None),
        ("Jon Ek appeared before the panel on Tuesday.", "appeared", None),
        ("The envoy came to Orrville on Friday.", "came", None),
    ],
)
def test_plain_verbs_tell_acts(text: str, trigger: str, kind: str | None) -> None:
    assert found(text)[trigger].type == kind


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Police said the driver fled after a guard was hurt.", {"fled": "VBD"}),
        ("Officials said the rebels shot at a bus.", {"shot": "VBD"}),
        ("The prisoners escaped from a jail.", {"escaped": "VBD"}),
        ("Police said a man arrested on Monday was charged.", {"arrested": "VBN"}),
        ("Police said a man arrested after he was seen had confessed.", {"arrested": "VBN"}),
        ("The bank said the loans sold to Nord Air and others had lost value.", {"sold": "VBN"}),
        ("They left after a guard had been shot outside the bank.", {"shot": "VBN"}),
    ],
)
def test_a_past_form_behind_a_noun_is_the_verb_where_no_other_is(text: str, tags: dict[str, str]) -> None:
    sentence = Sentence(text, 0, len(text))
    assert {w: sentence.tags[sentence.words.index(w)] for w in tags} == tags


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Fans hurled bottles at the visiting players, who responded with punches.", "responded", "the visiting players"),
        ("The firm sent a letter to the workers, who rejected the offer.", "rejected", "the workers"),
        ("The report praised the nurses, who saved four children.", "saved", "the nurses"),
    ],
)
def test_a_clause_with_who_is_about_the_people_before_it(text: str, trigger: str, actor: str) -> None:
    assert [text[slice(*a)] for a in found(text)[trigger].actor] == [actor]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Olav Brand told workers not to march.", "told"),
        ("The mayor warned drivers Tuesday not to use the bridge.", "warned"),
        ("The ministry warned traders not to raise prices.", "warned"),
        ("The union has told its members not to sign.", "told"),
    ],
)
def test_who_tells_or_warns_somebody_not_to_do_it_asks_him(text: str, trigger: str) -> None:
    assert found(text)[trigger].type == "REQUEST"


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Monday's announcement by Mayor Ada Lund angered traders.", "announcement", ["Mayor Ada Lund"]),
        ("Tuesday's decision by the court surprised the town.", "decision", ["the court"]),
        ("The club played down last week's departure of its coach.", "departure", []),
    ],
)
def test_a_noun_of_action_with_its_day_tells_what_was_done_then(text: str, trigger: str, actor: list[str]) -> None:
    event = found(text)[trigger]
    assert ([text[slice(*a)] for a in event.actor], event.time is not None) == (actor, True)


def test_a_noun_of_action_without_a_day_tells_nothing() -> None:
    assert "decision" not in found("The mayor's decision surprised the town.")


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The fire destroyed a shop in Orrvik.", "destroyed", None),
        ("Four clerks were killed in a plane crash on Sunday.", "killed", None),
        ("The storm killed two sailors.", "killed", None),
        ("A ferry collision Monday in western Norway killed nine clerks.", "killed", None),
        ("Two clerks were killed when a Nord Air flight to Oslo crashed near Lund.", "killed", None),
        ("Three clerks were killed as their boat sank off Bergen.", "killed", None),
        ("Survivors of the flood killed two guards.", "killed", "ASSAULT"),
        ("Two riders were injured by falling rocks.", "injured", "ASSAULT"),
        ("Rebels destroyed a shop in Orrvik.", "destroyed", "ASSAULT"),
        ("Four clerks were killed in an attack on Sunday.", "killed", "ASSAULT"),
    ],
)
def test_what_nature_or_an_accident_does_is_no_attack(text: str, trigger: str, kind: str | None) -> None:
    assert found(text)[trigger].type == kind


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels battled the army in Velsa.", "battled"),
        ("Youths vandalised the statue in May.", "vandalised"),
        ("The owner was kidnapped by two men on Sunday.", "kidnapped"),
        ("Robbers strangled a guard.", "strangled"),
    ],
)
def test_past_forms_of_rarer_verbs_are_known(text: str, trigger: str) -> None:
    assert found(text)[trigger].type == "ASSAULT"
