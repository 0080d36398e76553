import numpy as np
import pytest
from annotation_making import document

from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.encoder.decoding import DISTANCES, TAGS, Figures, Linker, Triple, transitions_of
from onrecord.annotation.encoder.joining import join
from onrecord.annotation.encoder.judging import SHARED, Judge, Read
from onrecord.annotation.encoder.reading import Pages
from onrecord.annotation.encoder.words import Window, words_of
from onrecord.annotation.sentences import split

LINKER = Linker(np.zeros((DISTANCES, 2)), np.zeros(2), *transitions_of([np.array([0, 1, 3, 5, 6, 0])]))


class Encoder:
    """An encoder that finds given statements; its judge goes by the rules' confidence, and by `sure` for its own."""

    def __init__(self, found, sure):
        self._found = found
        weights = np.zeros(2 * SHARED + 2)
        # A feature that is 1 for the network's candidates, and the rules' confidence.
        weights[[SHARED + 1, 2 * SHARED + 1]] = [np.log(sure / (1 - sure)) + 10, 20]
        weights[0] = -10
        self.judge = Judge(np.zeros(2 * SHARED + 1), np.ones(2 * SHARED + 1), weights, 0.2)

    def statements(self, pages, weights=None):
        return self._found


def kept_of(text, found, rules, tellers=None, sure=0.6):
    """The statements that stand."""
    made = document(text)
    words = words_of(text)
    flat = Figures(np.full((len(words.spans), len(TAGS)), -2.0), *(np.ones((len(words.spans), 2), np.float32),) * 2)
    pages = Pages(words, (Read(words, Window(0, len(words.spans), 0), flat, LINKER),))
    page = Page(text, read_sentences(made, split(made)), ())
    return join(page, pages, Encoder(found, sure), rules, tellers or [None] * len(rules))


def joined(text, found, rules, tellers=None, sure=0.6):
    """The statements that stand as (source, cue, content, stance, rule)."""
    kept = kept_of(text, found, rules, tellers, sure)
    return [(text[slice(*a.source[0])], text[slice(*a.cue[0])], text[slice(*a.content[0])], a.stance, a.rule) for a in kept]


def at(text, words):
    start = text.index(words)
    return ((start, start + len(words)),)


def triple(text, *parts):
    return Triple(*(at(text, p) for p in parts))


def rule(text, source, cue, content, confidence=0.7, stance="asserts", told_by=None):
    return Attribution(at(text, source), at(text, cue), at(text, content), stance, 0, confidence, "a rule", None, told_by)


DENIED = "Penn denied to reporters that it rains in Quill."


def test_a_statement_of_the_network_takes_its_stance_from_the_rule_with_the_same_cue():
    found = [triple(DENIED, "Penn", "denied to reporters", "that it rains in Quill")]
    ruled = [rule(DENIED, "Penn", "denied", "that it rains", 0.3, stance="demands")]
    assert joined(DENIED, found, ruled) == [
        ("Penn", "denied to reporters", "that it rains in Quill", "demands", "network"),
    ]  # fmt: skip


def test_without_such_a_rule_the_stance_is_the_cue_s_own():
    found = [triple(DENIED, "Penn", "denied to reporters", "that it rains in Quill")]
    assert [s[3] for s in joined(DENIED, found, [])] == ["denies"]


@pytest.mark.parametrize(("sure", "stands"), [(0.25, []), (0.5, ["network"])])
def test_what_no_rule_knows_has_to_be_likely(sure, stands):
    found = [triple(DENIED, "Penn", "denied to reporters", "that it rains in Quill")]
    assert [s[4] for s in joined(DENIED, found, [], sure=sure)] == stands


def test_a_plain_construction_of_the_rules_stands_unless_something_likelier_takes_its_place():
    ruled = [rule(DENIED, "Penn", "denied", "that it rains", 0.95)]
    other = [triple(DENIED, "Quill", "rains", "that it")]
    assert [s[1] for s in joined(DENIED, other, ruled, sure=0.38)] == ["denied"]


TOLD = "Penn said Quill would come, Odo said, citing a letter."


def test_a_statement_in_another_one_s_content_stays_where_that_does():
    outer = rule(TOLD, "Odo", "said, citing", "Penn said Quill would come", 0.9)
    inner = rule(TOLD, "Penn", "said", "Quill would come", 0.9)
    assert [s[0] for s in joined(TOLD, [], [inner, outer], [1, None])] == ["Penn", "Odo"]
    gone = rule(TOLD, "Odo", "said, citing", "Penn said Quill would come", 0.1)
    assert joined(TOLD, [], [inner, gone], [1, None]) == []


def test_who_passes_a_statement_on_is_not_lost():
    outer = rule(TOLD, "Odo", "said, citing", "Penn said Quill would come", 0.3)
    inner = rule(TOLD, "Penn", "said", "Quill would come", 0.9)
    found = [triple(TOLD, "Odo", "said, citing", "Quill would come")]
    assert [(s[0], s[2]) for s in joined(TOLD, found, [inner, outer], [1, None])] == [
        ("Penn", "Quill would come"), ("Odo", "Penn said Quill would come"),
    ]  # fmt: skip


def test_a_quotation_that_the_network_cuts_open_is_taken_whole():
    text = "“It rains. It pours,” Penn said."
    found = [triple(text, "Penn", "said", "It pours,”")]
    ruled = [rule(text, "Penn", "said", "“It rains. It pours,”", 0.3)]
    assert [s[2] for s in joined(text, found, ruled)] == ["“It rains. It pours,”"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Divers warn that the bay may rise, while farmers fear a drought.", ("Divers", "warn", "that the bay may rise"), ("farmers", "fear", "a drought")),
        ("Penn says it rained whereas Odo insists it was dry.", ("Penn", "says", "it rained"), ("Odo", "insists", "it was dry")),
        ("The guild claims the pay fell; while the owners say it rose.", ("The guild", "claims", "the pay fell"), ("the owners", "say", "it rose")),
    ],
)
def test_what_somebody_else_says_in_the_same_sentence_is_not_told_by_the_first(text, one, other):
    ruled = [rule(text, *one, 0.3), rule(text, *other, 0.9)]
    whole = text[text.index(one[2]) : -1]
    assert [s[:3] for s in joined(text, [triple(text, *one[:2], whole)], ruled)] == [one, other]


def test_a_clause_with_while_that_nobody_else_says_stays_in_the_content():
    text = "Divers warn that the bay may rise, while farmers dig."
    ruled = [rule(text, "Divers", "warn", "that the bay may rise", 0.3)]
    found = [triple(text, "Divers", "warn", "that the bay may rise, while farmers dig")]
    assert [s[2] for s in joined(text, found, ruled)] == ["that the bay may rise, while farmers dig"]


def test_who_is_named_in_the_cue_s_own_sentence_goes_before_a_name_in_another():
    text = "Odo slept. Penn said it rains."
    found = [triple(text, "Odo", "said", "it rains")]
    assert [s[0] for s in joined(text, found, [rule(text, "Penn", "said", "it rains", 0.3)])] == ["Penn"]
    assert [s[0] for s in joined(text, found, [])] == ["Odo"]


def test_a_source_that_is_cited_is_told_by_the_statement_that_passes_it_on():
    passed = rule(TOLD, "Odo", "said", "Penn said Quill would come", 0.9)
    start = TOLD.index("Odo said") + 4
    passed = Attribution(passed.source, ((start, start + 4),), passed.content, "asserts", 0, 0.9, "a rule")
    cited = rule(TOLD, "a letter", "citing", "Penn said Quill would come", 0.8, told_by=(start, start + 4))
    assert [s[1] for s in joined(TOLD, [], [passed, cited], [None, 0])] == ["said", "citing"]
    assert joined(TOLD, [], [cited], [0]) == []


def test_who_is_named_only_in_a_later_sentence_is_no_source():
    text = "The plan for Quill was rejected. Penn then called a vote."
    (kept,) = kept_of(text, [triple(text, "Penn", "rejected", "The plan for Quill")], [], sure=0.9)
    assert kept.source == ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Penn told the guild. The move follows a drought, raising fears of hunger.", "Penn", "raising fears of", "hunger"),
        ("Odo spoke on Monday. The mill closes in May, fuelling talk of a sale.", "Odo", "fuelling talk of", "a sale"),
        ("Divers met Penn. The bay rose again, prompting warnings of floods.", "Divers", "prompting warnings of", "floods"),
    ],
)
def test_what_a_state_of_things_raises_is_told_by_nobody_named_before(text, source, cue, content):
    (kept,) = kept_of(text, [triple(text, source, cue, content)], [], sure=0.9)
    assert kept.source == ()


def test_a_participle_that_goes_on_with_its_own_sentence_keeps_its_source():
    text = "The guild met. Odo left early, warning of floods."
    (kept,) = kept_of(text, [triple(text, "Odo", "warning of", "floods")], [], sure=0.9)
    assert text[slice(*kept.source[0])] == "Odo"


def test_the_subject_does_what_the_verb_says_not_whom_the_sentence_names_later():
    text = "Odo put off the vote after Penn fell ill."
    (kept,) = kept_of(text, [triple(text, "Penn", "put off", "the vote")], [], sure=0.9)
    assert text[slice(*kept.source[0])] == "Odo"
