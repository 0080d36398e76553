from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.head_scoring import best_matching, coreference, exact, pearson
from training.sampling import climb

GOLD = [frozenset("abc"), frozenset("defg")]


def test_exact_things_count_once_a_text():
    found = exact([({1, 2}, {2, 3}), ({1}, {1})])
    assert found == {"p": 66.67, "r": 66.67, "f1": 66.67}


def test_nothing_found_is_nothing():
    assert exact([({1}, set())])["f1"] == 0.0


def test_correlation_has_a_sign_and_needs_numbers_that_vary():
    assert pearson([(1, 2), (2, 4), (3, 6)]) == 1.0
    assert pearson([(1, 6), (2, 4), (3, 2)]) == -1.0
    assert pearson([(1, 1), (1, 2)]) == pearson([]) == 0.0


def test_the_same_chains_are_right_in_all_measures():
    assert coreference([(GOLD, GOLD)]) == {"muc": 100.0, "b3": 100.0, "ceafe": 100.0, "conll": 100.0}


def test_the_measures_of_a_chain_cut_in_two():
    found = [frozenset("abc"), frozenset("de"), frozenset("fg")]
    scores = coreference([(GOLD, found)])
    assert scores["muc"] == pytest.approx(200 * (4 / 4) * (4 / 5) / (1 + 4 / 5), abs=0.01)
    assert scores["b3"] == pytest.approx(200 * (5 / 7) / (1 + 5 / 7), abs=0.01)
    right = 1 + 2 * 2 / 6
    assert scores["ceafe"] == pytest.approx(200 * (right / 3) * (right / 2) / (right / 3 + right / 2), abs=0.01)


def test_single_mentions_are_left_out_unless_asked_for():
    pair = ([*GOLD, frozenset("x")], [*GOLD, frozenset("y")])
    assert coreference([pair])["conll"] == 100.0
    assert coreference([pair], single=True)["conll"] < 100.0


@given(st.integers(1, 4), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_best_matching_is_the_best_of_all(rows, columns, seed):
    values = np.random.default_rng(seed).integers(0, 9, size=(rows, columns)).astype(float)
    wide = values if rows <= columns else values.T
    best = max(sum(wide[i, c] for i, c in enumerate(p)) for p in permutations(range(wide.shape[1]), len(wide)))
    assert best_matching(values) == pytest.approx(best)


def test_weights_are_chosen_one_after_the_other():
    grid = {"a": (0.0, 1.0, 2.0), "b": (0.0, 1.0)}
    assert climb({"a": 0.0, "b": 0.0}, grid, lambda w: -abs(w["a"] + w["b"] - 3)) == {"a": 2.0, "b": 1.0}
