import numpy as np

from onrecord.annotation.encoder.decoding import DISTANCES, TAGS, Figures, Linker, Triple, transitions_of
from onrecord.annotation.encoder.judging import SHARED, Read, agreement, candidate, features, pick
from onrecord.annotation.encoder.words import Window, words_of

TEXT = "Mara says it rains. Odo denies that."
WORDS = words_of(TEXT)
LINKER = Linker(np.zeros((DISTANCES, 2)), np.zeros(2), *transitions_of([np.array([0, 1, 3, 5, 6, 0])]))


def span(words):
    start = TEXT.index(words)
    return ((start, start + len(words)),)


RAINS = Triple(span("Mara"), span("says"), span("it rains"))
THAT = Triple(span("Odo"), span("denies"), span("that"))


def heads(*tags):
    """Figures of a network that is sure of these tags, one a word."""
    sure = np.full((len(WORDS.spans), len(TAGS)), -9.0)
    for i, tag in enumerate(tags):
        sure[i, TAGS.index(tag)] = -0.01
    flat = np.ones((len(WORDS.spans), 2), np.float32)
    return Figures(sure, flat, flat)


SEES_RAINS = heads("B-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O", "O")
READ = Read(WORDS, Window(0, len(WORDS.spans), 0), SEES_RAINS, LINKER)


def test_the_features_of_rules_and_of_the_network_stand_apart():
    row = {
        side: features(TEXT, candidate(WORDS, RAINS, side, 0.9 if side else 0.0), [], READ) for side in (True, False)
    }
    assert row[True][:SHARED] == row[False][SHARED : 2 * SHARED]
    assert set(row[True][SHARED : 2 * SHARED]) == set(row[False][:SHARED]) == {0.0}
    assert (row[True][-1], row[False][-1]) == (0.9, 0.0)


def test_agreement_of_the_other_side_is_seen():
    alone, agreed = (
        features(TEXT, candidate(WORDS, RAINS, True), others, READ) for others in ([], [candidate(WORDS, RAINS, False)])
    )
    assert sum(agreed) == sum(alone) + 4


def test_what_the_network_sees_is_likelier_than_what_it_does_not():
    sees, does_not = (features(TEXT, candidate(WORDS, s, True), [], READ) for s in (RAINS, THAT))
    assert all(a > b for a, b in zip(sees[1:5], does_not[1:5], strict=True) if a != b)
    assert sees[1] > does_not[1]


def test_the_likelier_of_two_statements_with_one_cue_is_kept():
    longer = Triple(span("Mara"), span("says"), span("it rains. Odo denies that"))
    items = [candidate(WORDS, s, True) for s in (longer, RAINS, THAT)]
    assert pick(items, np.array([0.6, 0.8, 0.5]), 0.4) == [1, 2]
    assert pick(items, np.array([0.6, 0.8, 0.3]), 0.4) == [1]


def test_statements_that_share_most_of_their_content_do_not_both_stand():
    items = [candidate(WORDS, s, True) for s in (RAINS, Triple(span("Odo"), span("denies"), span("it rains")))]
    assert pick(items, np.array([0.6, 0.8]), 0.4) == [1]


def test_sets_of_words_agree_by_the_share_of_all_words():
    assert agreement(frozenset({1, 2}), frozenset({2, 3})) == 1 / 3
    assert agreement(frozenset(), frozenset()) == 1.0
    assert agreement(frozenset(), frozenset({1})) == 0.0
