import numpy as np
import pytest
from training.combine import candidate, cross_validated, features, fit, pick, propose
from training.readers import Attributed, Attribution

from onrecord.annotation.encoder.decoding import DISTANCES, TAGS, Figures, Linker, transitions_of
from onrecord.annotation.encoder.words import Window, words_of

TEXT = "Mara says it rains. Odo denies that."
WORDS = words_of(TEXT)
LINKER = Linker(np.zeros((DISTANCES, 2)), np.zeros(2), *transitions_of([np.array([0, 1, 3, 5, 6, 0])]))


def span(words):
    start = TEXT.index(words)
    return ((start, start + len(words)),)


RAINS = Attribution(span("Mara"), span("says"), span("it rains"))
THAT = Attribution(span("Odo"), span("denies"), span("that"))


def heads(*tags):
    """Figures of a model that is sure of these tags, one a word."""
    sure = np.full((len(WORDS.spans), len(TAGS)), -9.0)
    for i, tag in enumerate(tags):
        sure[i, TAGS.index(tag)] = -0.01
    flat = np.ones((len(WORDS.spans), 2), np.float32)
    return Figures(sure, flat, flat)


SEES_RAINS = heads("B-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O", "O")
WHOLE = Window(0, len(WORDS.spans), 0)


def test_the_features_of_rules_and_of_the_model_stand_apart():
    row = {
        side: features(TEXT, candidate(WORDS, RAINS, side, 0.9 if side else 0.0), [], (WHOLE, SEES_RAINS), WORDS, LINKER)
        for side in (True, False)
    }
    half = len(row[True]) // 2
    assert row[True][:half] == row[False][half : 2 * half]
    assert set(row[True][half : 2 * half]) == set(row[False][:half]) == {0.0}
    assert (row[True][-1], row[False][-1]) == (0.9, 0.0)


def test_agreement_of_the_other_side_is_seen():
    alone, agreed = (
        features(TEXT, candidate(WORDS, RAINS, True), others, (WHOLE, SEES_RAINS), WORDS, LINKER)
        for others in ([], [candidate(WORDS, RAINS, False)])
    )
    assert sum(agreed) == sum(alone) + 4


def test_a_judge_learns_what_tells_right_from_wrong():
    rows = np.array([[x, 5.0] for x in range(20)], float)
    judge = fit(rows, rows[:, 0] >= 10)
    chances = judge(rows)
    assert chances[:10].max() < 0.5
    assert chances[10:].min() > 0.5
    assert list(chances) == sorted(chances)


def test_the_likelier_of_two_statements_with_one_cue_is_kept():
    longer = Attribution(span("Mara"), span("says"), span("it rains. Odo denies that"))
    items = [candidate(WORDS, s, True) for s in (longer, RAINS, THAT)]
    assert pick(items, np.array([0.6, 0.8, 0.5]), 0.4) == [RAINS, THAT]
    assert pick(items, np.array([0.6, 0.8, 0.3]), 0.4) == [RAINS]


def test_both_sides_propose_and_the_right_ones_are_known():
    document = Attributed("d", TEXT, ((RAINS,),))
    proposed = propose(document, WORDS, [(WHOLE, SEES_RAINS)], LINKER, [(THAT, 0.7)])
    assert [(c.said, c.by_rules) for c in proposed.items] == [(RAINS, False), (THAT, True)]
    assert proposed.right().tolist() == [True, False]


@pytest.mark.parametrize("least", [0.3, 0.5])
def test_every_document_is_judged_by_the_others(least):
    document = Attributed("d", TEXT, ((RAINS,),))
    proposed = [propose(document, WORDS, [(WHOLE, SEES_RAINS)], LINKER, [(THAT, 0.7)]) for _ in range(10)]
    assert cross_validated(proposed, least)["link"] == 100.0


def test_a_document_without_proposals_is_no_trouble():
    nothing = heads(*["O"] * 9)
    proposed = propose(Attributed("d", TEXT, ((RAINS,),)), WORDS, [(WHOLE, nothing)], LINKER, [])
    assert (proposed.items, len(proposed.right())) == ((), 0)
