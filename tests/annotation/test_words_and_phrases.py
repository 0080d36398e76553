"""Words, tags, phrases, verb groups, subjects: what the rules stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.objects import by_phrase, object_of
from onrecord.annotation.subjects import subject
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


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        # possession told by a mark alone
        ("The dockers' leader, Ada Quill, said no.", "say", "The dockers ' leader , Ada Quill"),
        ("Two owners’ sons refused.", "refuse", "Two owners ’ sons"),
        ("The pilots' union struck.", "strike", "The pilots ' union"),
        # who is close to somebody
        ("A man close to the mayor said no.", "say", "A man close to the mayor"),
        ("Officials close to the talks denied it.", "deny", "Officials close to the talks"),
        ("Three people close to Ada Quill agreed.", "agree", "Three people close to Ada Quill"),
        # an adjective that names a person
        ("But its chief executive, Jon Ek, said no.", "say", "its chief executive , Jon Ek"),
        ("A senior official said no.", "say", "A senior official"),
        ("The line's top executive said no.", "say", "The line 's top executive"),
        # past participles that are the main verb behind a relative clause
        ("They paid after the town, which owns a third, offered to sign.", "offer", "the town , which owns a third"),
        ("It ended when the guild, which had struck, accepted the terms.", "accept", "the guild , which had struck"),
        ("He left because the bank, which lent much, demanded a pledge.", "demand", "the bank , which lent much"),
        # an adverbial of time behind an insertion
        ("Ek Lines, the ferry firm, last night offered a seat.", "offer", "Ek Lines , the ferry firm"),
        ("The guild, a body of dyers, on Monday struck.", "strike", "The guild , a body of dyers"),
        ("Ada Quill, the mayor, last week refused.", "refuse", "Ada Quill , the mayor"),
        # a participle that looks like a past
        ("The guild, led by Ada Quill, said no.", "say", "The guild , led by Ada Quill"),
        ("The bank, built by two brothers, shut.", "shut", "The bank , built by two brothers"),
        ("The mine, held by rebels, burned.", "burn", "The mine , held by rebels"),
        # a relative clause within a relative clause
        ("His niece, who runs a bank, which is small, told reporters.", "tell", "His niece , who runs a bank , which is small"),
        ("The ship, which sank off a cape, which is bare, took the tin.", "take", "The ship , which sank off a cape , which is bare"),
        ("Ada Quill, who owns a mill, which is shut, agreed to go.", "agree", "Ada Quill , who owns a mill , which is shut"),
        # a clause that goes on behind an aside
        ("Ek said it had lost the books when the firm moved, and asked the court for time.", "ask", "Ek"),
        ("Quill praised the crew, which was saved when the tug came, and thanked the navy.", "thank", "Quill"),
        ("The mayor closed the quay, which leaked, and ordered a pump.", "order", "The mayor"),
        # what was made by whom
        ("A survey by St. Ann's parish last winter counted 81.", "count", "A survey by St. Ann 's parish"),
        ("An attack by rebels last week killed him.", "kill", "An attack by rebels"),
        ("The report by the guild blamed rust.", "blame", "The report by the guild"),
    ],
)
def test_subjects_in_long_sentences(text: str, verb: str, words: str) -> None:
    it = sentence(text)
    found = subject(it, next(g for g in it.groups if g.lemma == verb))
    assert found is not None
    assert " ".join(it.words[found.first : found.last]) == words


def test_a_closing_mark_is_no_possession() -> None:
    assert "POS" not in sentence("He called it 'the work of vandals' again.").tags
