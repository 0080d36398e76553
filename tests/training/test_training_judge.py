from types import SimpleNamespace

import numpy as np
import pytest
from training.judge import Example, cross_validated, fit, fit_all, right_ones
from training.readers import Attributed, Attribution

from onrecord.annotation.encoder.joining import Proposed
from onrecord.annotation.encoder.judging import candidate
from onrecord.annotation.encoder.words import words_of

TEXT = "Mara says it rains. Odo denies that."
WORDS = words_of(TEXT)


def span(words):
    start = TEXT.index(words)
    return ((start, start + len(words)),)


RAINS = Attribution(span("Mara"), span("says"), span("it rains"))
THAT = Attribution(span("Odo"), span("denies"), span("that"))
GOLD = Attributed("d", TEXT, ((RAINS,),))


def test_a_judge_learns_what_tells_right_from_wrong():
    rows = np.array([[x, 5.0] for x in range(20)], float)
    judge = fit(rows, rows[:, 0] >= 10, 0.5)
    chances = judge(rows)
    assert chances[:10].max() < 0.5 < chances[10:].min()
    assert list(chances) == sorted(chances)


def test_a_candidate_is_right_where_half_of_source_and_content_are():
    more = Attribution(span("Mara"), span("says"), span("it rains. Odo denies that"))
    assert right_ones(GOLD, WORDS, [candidate(WORDS, s, by_rules=True) for s in (RAINS, THAT, more)]).tolist() == [
        True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("least", [0.3, 0.5])
def test_every_document_is_judged_by_the_others(least):
    items = tuple(candidate(WORDS, s, by_rules=True) for s in (RAINS, THAT))
    proposed = Proposed(items, (SimpleNamespace(), SimpleNamespace()), np.array([[1.0], [0.0]]))
    examples = [Example(GOLD, WORDS, proposed, right_ones(GOLD, WORDS, items))] * 10
    assert cross_validated(examples, least)["link"] == 100.0


def test_a_document_without_candidates_is_no_trouble():
    items = (candidate(WORDS, RAINS, by_rules=True), candidate(WORDS, THAT, by_rules=True))
    full = Example(GOLD, WORDS, Proposed(items, (None, None), np.array([[1.0], [0.0]])), np.array([True, False]))
    empty = Example(GOLD, WORDS, Proposed((), (), np.zeros((0, 0))), np.zeros(0, bool))
    assert fit_all([full, empty], 0.4).least == 0.4
    assert cross_validated([full, empty] * 3, 0.4, folds=3)["precision"] == 100.0
