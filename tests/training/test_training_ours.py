from collections import Counter
from pathlib import Path

import pytest
from training.examples import RATED_SETS, rated_examples
from training.ours_reader import FIRM_FUTURE, read_own_reality
from training.readers import Rated

OURS = Path(__file__).resolve().parents[2] / "training" / "ours" / "reality.txt"


def written(folder, text):
    path = folder / "reality.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ours():
    return read_own_reality(OURS)


def test_marks_become_ratings_by_token(tmp_path):
    (sentence,) = read_own_reality(written(tmp_path, "Brell did n't sign{-3} , she said{3} .\n"))
    assert sentence == Rated(("Brell", "did", "n't", "sign", ",", "she", "said", "."), ((3, -3.0), (6, 3.0)), "MEANTIME")


def test_fractions_and_the_firm_future(tmp_path):
    (sentence,) = read_own_reality(written(tmp_path, "The alleged theft{0.5} will be tried{will} , he denied{3} taking{-1.5} it\n"))
    assert [rating for _, rating in sentence.events] == [0.5, FIRM_FUTURE, 3.0, -1.5]


def test_headings_and_blank_lines_are_no_sentences(tmp_path):
    path = written(tmp_path, "# Negation\n\nNobody came{-3} .\n\n# Facts\nTwo came{3} .\n")
    assert [s.tokens[-2] for s in read_own_reality(path)] == ["came", "came"]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody came .",
        "Nobody came{} .",
        "Nobody came{no} .",
        "Nobody came{-4} .",
        "Nobody came{nan} .",
        "Nobody came {-3} .",
        "Nobody came{-3}. Then rain fell{3} .",
        "Nobody came{-3}{3} .",
        "Nobody came{-3 .",
        "Nobody came{-3} .{3}",
    ],
)
def test_a_bad_line_is_named(tmp_path, line):
    path = written(tmp_path, f"# Heading\nTwo came{{3}} .\n{line}\n")
    with pytest.raises(ValueError, match="line 3: "):
        read_own_reality(path)


def test_our_sentences_are_on_a_scale_that_the_training_knows(ours):
    assert {s.set for s in ours} <= set(RATED_SETS)
    assert sum(len(e.text.split()) for e in rated_examples(ours, 4, 1, 0)) == sum(len(s.tokens) for s in ours)


def test_our_sentences_say_what_happened_and_what_did_not(ours):
    ratings = [rating for s in ours for _, rating in s.events]
    assert all(s.events for s in ours)
    for held in (lambda r: r < -2, lambda r: -1 < r < 1, lambda r: r > 2):
        assert sum(map(held, ratings)) > len(ratings) / 12


def test_no_sentence_of_ours_stands_twice(ours):
    assert len({s.tokens for s in ours}) == len(ours)


def test_our_marks_stand_on_words_once_each(ours):
    for s in ours:
        at = [i for i, _ in s.events]
        assert len(set(at)) == len(at)
        assert all(any(c.isalpha() for c in s.tokens[i]) for i in at), " ".join(s.tokens)


def test_the_same_word_is_rated_both_ways(ours):
    """No word gives its rating away: most of those that are counter-facts more than once are facts elsewhere."""
    facts = {s.tokens[i].lower() for s in ours for i, rating in s.events if rating > 2}
    counter = Counter(s.tokens[i].lower() for s in ours for i, rating in s.events if rating < -2)
    often = [word for word, count in counter.items() if count > 1]
    assert sum(word in facts for word in often) > 0.8 * len(often) > 0
