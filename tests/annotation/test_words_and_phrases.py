"""Words, tags, phrases, verb groups, subjects: what the rules stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.subjects import by_phrase, object_of, subject
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import lemma, verb_forms
from onrecord.annotation.tokens import TOKEN


def sentence(text: str) -> Sentence:
    return Sentence(text, 0, len(text))


def test_clitics_and_abbreviations() -> None:
    assert TOKEN.findall("The U.S. didn’t pay Ada’s Gov. Orr 5.4% at 5 p.m.") == [
        "The", "U.S.", "did", "n’t", "pay", "Ada", "’s", "Gov.", "Orr", "5.4%", "at", "5", "p.m.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("They report delays.", "PRP VBP NNS ."),
        ("The report was late.", "DT NN VBD JJ ."),
        ("The plan failed.", "DT NN VBD ."),
        ("The ship was seized by rebels.", "DT NN VBD VBN IN NNS ."),
        ("Harbour officials closed the port.", "NN NNS VBD DT NN ."),
    ],
)
def test_tags_of_plain_sentences(text: str, tags: str) -> None:
    assert sentence(text).tags == tags.split()


@pytest.mark.parametrize(
    ("form", "base"),
    [("denied", "deny"), ("stopped", "stop"), ("striking", "strike"), ("told", "tell"), ("said", "say"), ("was", "be"), ("goes", "go")],
)
def test_base_forms(form: str, base: str) -> None:
    assert lemma(form) == base


def test_forms_of_a_regular_verb() -> None:
    assert verb_forms("carry") == {
        "VB": "carry", "VBP": "carry", "VBZ": "carries", "VBD": "carried", "VBN": "carried", "VBG": "carrying",
    }  # fmt: skip


def test_noun_phrases_end_before_a_day_and_split_behind_an_article() -> None:
    it = sentence("The port officials Friday saw an act critics condemn.")
    assert [" ".join(it.words[a:b]) for a, b in it.phrases] == ["The port officials", "Friday", "an act", "critics"]


def test_verb_groups_take_their_auxiliaries() -> None:
    it = sentence("The port has not been closed and may never reopen.")
    assert [(" ".join(it.words[g.first : g.last]), g.lemma, g.passive, g.negated, g.modal) for g in it.groups] == [
        ("has not been closed", "close", True, True, None),
        ("may never reopen", "reopen", False, True, "may"),
    ]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The mayor of Orrville resigned.", "resign", "The mayor of Orrville"),
        ("The mayor on Tuesday resigned.", "resign", "The mayor"),
        ("The mayor, a former diver, resigned.", "resign", "The mayor, a former diver"),
        ("The offer to lead the port was refused.", "refuse", "The offer to lead the port"),
        ("The mayor resigned and left the town.", "leave", "The mayor"),
        ("The mayor promised to resign.", "resign", "The mayor"),
        ("The mayor urged the captain to resign.", "resign", "the captain"),
        ("Asked about the port, the mayor resigned.", "resign", "the mayor"),
        ("The mayor resigned, blaming the union.", "blame", "The mayor"),
        ("Groups opposing the plan marched.", "oppose", "Groups"),
        ("Two of the sailors briefed on the plan resigned.", "resign", "Two of the sailors briefed on the plan"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, who: str) -> None:
    it = sentence(text)
    found = subject(it, next(g for g in it.groups if g.lemma == verb))
    assert found is not None
    assert text[it.starts[found.first] : it.ends[found.last - 1]] == who


def test_objects_and_agents() -> None:
    it = sentence("The port was closed by the mayor.")
    agent = by_phrase(it, it.groups[0])
    assert agent is not None
    assert it.words[agent[0] : agent[1]] == ["the", "mayor"]
    it = sentence("The mayor quickly closed down the port.")
    theme = object_of(it, it.groups[0])
    assert theme is not None
    assert it.words[theme[0] : theme[1]] == ["the", "port"]


@given(st.text(max_size=200))
def test_words_have_their_place_in_any_text(text: str) -> None:
    it = sentence(text)
    assert all(text[s:e] == w for s, e, w in zip(it.starts, it.ends, it.words, strict=True))
    assert len(it.tags) == len(it.words)
    assert all(a < b <= len(it) for a, b in it.phrases)
    assert all(0 <= g.first <= g.head < g.last <= len(it) for g in it.groups)
