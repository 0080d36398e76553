import numpy as np
import pytest

from onrecord.annotation.encoder.coreference import Ranker, entities_of, pair_features, placed
from onrecord.annotation.encoder.decoding_mentions import Mention
from onrecord.annotation.encoder.pairs import APART, FEATURES, apart_class
from onrecord.annotation.encoder.traits import NEAREST, Mentioned, bare, head_of, traits_of
from onrecord.annotation.encoder.words import Window, words_of

NONE = np.zeros(2, np.float32)
NO_APART = np.zeros(APART, np.float32)


def mention(text, first=0, kind="person", anaphor=NONE, antecedent=NONE):
    words = tuple(text.split())
    return Mentioned(words, first, first + len(words), 0, kind, anaphor, antecedent)


def ranker(**weights):
    """A ranker that sums single features (by number) with weights, less one half."""
    inner = np.zeros((len(weights), FEATURES), np.float32)
    for row, column in enumerate(weights):
        inner[row, int(column[1:])] = 1
    return Ranker(inner, np.zeros(len(weights), np.float32), np.array(list(weights.values()), np.float32), -0.5)


@pytest.mark.parametrize(
    ("text", "head"),
    [("the old mayor of Quay", "mayor"), ("mara quist", "quist"), ("quist ’ s", "quist"), ("of", "of"), ("a boat that sank", "boat")],
)
def test_the_head_stands_before_what_follows_it(text, head):
    assert head_of(text.split()) == head


@pytest.mark.parametrize(
    ("text", "words"),
    [("the harbour ’ s", "harbour"), ("This Harbour", "harbour"), ("a “ sea wall ”", "sea wall"), ("s", "s"), ("the", "the")],
)
def test_the_words_of_a_mention_are_bare_of_articles_marks_and_endings(text, words):
    assert bare(text.lower().split()) == words


def test_same_words_make_one_entity_and_numbers_go_by_first_mention():
    given = [mention("the mayor"), mention("Oda Quist", 3), mention("a mayor", 8), mention("Quist", 12)]
    assert entities_of(given, NO_APART, ranker(f1=1.0)) == [0, 1, 0, 2]
    assert entities_of(given, NO_APART, ranker(f2=1.0)) == [0, 1, 0, 1]
    assert entities_of([], NO_APART, ranker(f1=1.0)) == []


def test_the_encoder_s_vectors_count_from_the_later_mention_to_the_earlier():
    one, other = np.array([9, 0], np.float32), np.array([0, 9], np.float32)
    given = [
        mention("the ferry", kind="object", antecedent=one), mention("the crew", 4, antecedent=other),
        mention("it", 8, anaphor=one),
    ]  # fmt: skip
    assert entities_of(given, NO_APART, ranker(f0=1.0)) == [0, 1, 0]


def test_pronouns_are_told_apart():
    given = [mention("she"), mention("him", 3), mention("her", 6)]
    assert entities_of(given, NO_APART, ranker(f5=1.0)) == [0, 1, 0]


def test_the_same_words_are_seen_across_any_distance_but_a_pronoun_is_not():
    far = [mention("Mara"), *(mention(f"thing{i}", i) for i in range(1, NEAREST + 20)), mention("Mara", 900), mention("it", 901)]
    entities = entities_of(far, NO_APART, ranker(f1=1.0))
    assert entities[-2] == 0
    assert len(set(entities)) == len(far) - 1


def test_features_have_their_number_and_no_pair_with_oneself():
    given = [mention("a"), mention("b", 1)]
    traits = traits_of(given)
    assert pair_features(given, traits, NO_APART).shape == (2, NEAREST + 2, FEATURES)
    assert traits.candidates()[0].max() == -1
    assert traits.candidates()[1, 0] == 0


def test_classes_of_distance_grow_and_end():
    classes = apart_class(np.arange(1, 1000))
    assert (np.diff(classes) >= 0).all()
    assert classes[-1] == APART - 1


def test_a_window_places_only_what_it_answers_for():
    text = "Mara Quist saw it. She left."
    words = words_of(text)
    vectors = np.ones((6, 4), np.float32)
    found = [Mention(0, 1, "person", 1.0), Mention(4, 5, "person", 1.0)]
    (only,) = placed(text, words, Window(1, 7, 3), found, vectors, vectors)
    assert (only.words, only.first, only.end) == (("She",), 5, 6)
