import dataclasses

import pytest
from training.examples import (
    NAME_TAGS,
    RELATIONS,
    UNKNOWN,
    groups,
    joined,
    mention_example,
    name_example,
    rated_examples,
    role_examples,
)
from training.readers import Arc, Coreferring, Mentioned, NamedDocument, Predicate, Predicated, Rated, Tagged

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.words import Window, words_of


def learned(example):
    words = words_of(example.text)
    return words, example.targets(words, Window(0, len(words.spans), 0))


def test_tokens_are_joined_with_blanks():
    assert joined(["Mara", "said"], 10) == ("Mara said", [(10, 14), (15, 19)])


@pytest.mark.parametrize(
    ("limit", "alone", "expected"),
    [(5, False, [range(2), range(2, 3), range(3, 4)]), (9, False, [range(3), range(3, 4)]), (9, True, [range(i, i + 1) for i in range(4)])],
)
def test_neighbours_are_joined_up_to_a_limit(limit, alone, expected):
    assert groups([2, 3, 4, 8], limit, alone) == expected


def test_a_name_s_tag_goes_to_all_words_of_its_tokens():
    sentence = Tagged(("The", "U.N.", "Harbor", "won"), ("O", "B-ORG", "I-ORG", "O"), "conll2003")
    example = name_example(NamedDocument("d", "conll2003", (sentence, Tagged(("Oda",), ("B-PER",), "conll2003"))))
    words, tags = learned(example)
    assert example.text == "The U.N. Harbor won\nOda"
    assert [NAME_TAGS[t] for t in tags] == ["O", "B-ORG", "I-ORG", "I-ORG", "I-ORG", "I-ORG", "O", "B-PER"]
    assert example.targets(words, Window(3, 6, 3)).tolist() == tags[3:6].tolist()


def sentence(name, text, predicates):
    spans = joined(text.split())[1]
    return Predicated(name, text, tuple(spans), tuple(predicates))


def test_sentences_of_a_document_join_and_their_arguments_move_along():
    first = sentence("a-1", "Mara left .", [Predicate(1, "leave.01", ((0, 1, "ARG0"),))])
    second = sentence("a-2", "Oda never wrote notes .", [Predicate(2, "write.01", ((0, 1, "ARG0"), (1, 2, "ARGM-NEG"), (3, 4, "ARGX")))])
    other = sentence("b-1", "Rain fell .", [])
    one, two = role_examples([first, second, other], limit=50, seed=1, epoch=0, alone=0.0)
    _, targets = learned(one)
    assert targets.predicates.tolist() == [1, 5]
    begins = {label: 1 + 2 * ARGUMENTS.index(label) for label in ("ARG0", "ARGM-NEG")}
    assert targets.arguments.tolist() == [[begins["ARG0"], 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, begins["ARG0"], begins["ARGM-NEG"], 0, 0, 0]]
    assert targets.all == (((0, 1, "ARG0"),), ((3, 4, "ARG0"), (4, 5, "ARGM-NEG"), (6, 7, "ARGX")))
    assert two.text == "Rain fell ."
    assert len(role_examples([first, second, other], limit=50, seed=1, epoch=0, alone=1.0)) == 3


def test_a_word_s_head_is_a_word_of_the_window_or_unknown():
    first = sentence("a-1", "Mara left .", [])
    second = dataclasses.replace(
        sentence("a-2", "The U.N. agreed", []), tree=(Arc(1, "det"), Arc(2, "nsubj"), Arc(2, "root"))
    )
    (example,) = role_examples([first, second], limit=50, seed=1, epoch=0, alone=0.0)
    words, targets = learned(example)
    # Mara left . The U . N . agreed: a token of several words stands for its first, and the first sentence has no tree.
    assert targets.tree.heads.tolist() == [UNKNOWN] * 3 + [4, 8, UNKNOWN, UNKNOWN, UNKNOWN, 8]
    assert [RELATIONS[r] for r in targets.tree.relations if r != UNKNOWN] == ["det", "nsubj", "root"]
    cut = example.targets(words, Window(3, 8, 3)).tree
    assert cut.heads.tolist() == [1] + [UNKNOWN] * 4


def test_mentions_keep_their_order_and_entities():
    text = "The mayor of Quay said she left."
    mentions = (
        Mentioned(23, 26, "person", "e9"), Mentioned(0, 17, "person", "e9"), Mentioned(13, 17, "place", "e1"),
    )  # fmt: skip
    words, targets = learned(mention_example(Coreferring("d", text, (), mentions)))
    assert list(zip(targets.firsts, targets.lasts, strict=True)) == [(0, 3), (3, 3), (5, 5)]
    assert targets.entities[0] == targets.entities[2] != targets.entities[1]
    cut = mention_example(Coreferring("d", text, (), mentions)).targets(words, Window(2, 8, 2))
    assert cut.all == ((1, 1), (3, 3))


def test_ratings_follow_their_words_and_sets_do_not_mix():
    rated = [Rated(("It", "rained"), ((1, 3.0),), "UW"), Rated(("He", "may", "go"), ((2, 0.5),), "MEANTIME")]
    found = [learned(e)[1] for e in rated_examples(rated, most=3, seed=1, epoch=0)]
    assert [(t.at.tolist(), t.ratings.tolist(), t.set) for t in found] == [([1], [3.0], 0), ([2], [0.5], 2)]
