import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.decoding_ends import FEATURES, REACH, Ender, classes_of, ends_of, best_ends, phrases_of
from onrecord.annotation.encoder.decoding_mentions import WIDEST
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS

WORDS = "Mills signed the deal with the union , officials said .".split()
TAGS = 1 + 2 * len(ARGUMENTS)
OBJECT = ARGUMENTS.index("ARG1")


def spans_scores(count, mentions):
    """Logits of spans: 4 for the given ones (first, end), -4 for the others."""
    scores = np.full((count, WIDEST), -1e9, np.float32)
    for first in range(count):
        scores[first, : count - first] = -4
    for first, end in mentions:
        scores[first, end - first - 1] = 4
    return scores


def tags_scores(count):
    return np.zeros((count, TAGS), np.float32)


def judge(**weights):
    """A network that adds up features: their places by name, as `whole` or `crossing`."""
    places = {"whole": 2, "crossing": 4, "kept": 8}
    inner = np.zeros((2, FEATURES), np.float32)
    for name, weight in weights.items():
        inner[0, places[name]], inner[1, places[name]] = weight, -weight
    return Ender(inner, np.zeros(2, np.float32), np.array([1, -1], np.float32))


def ends(found, mentions, ender):
    phrases = phrases_of(WORDS, spans_scores(len(WORDS), mentions))
    ((_, end, _),) = best_ends([(1, 0, tags_scores(len(WORDS)))], [[found]], phrases, ender)[0]
    return WORDS[found[0] : end]


def test_an_argument_cut_short_takes_the_whole_mention():
    assert ends((2, 3, OBJECT), [(2, 4)], judge(whole=1)) == ["the", "deal"]


def test_an_argument_that_runs_on_ends_with_the_mention():
    assert ends((2, 9, OBJECT), [(2, 7)], judge(whole=1)) == "the deal with the union".split()


def test_an_argument_does_not_end_within_a_mention_that_began_inside_it():
    assert ends((2, 6, OBJECT), [(5, 7)], judge(crossing=-2, kept=0.5)) != "the deal with the".split()


def test_without_better_grounds_the_end_stays():
    assert ends((2, 6, OBJECT), [], judge(kept=1)) == "the deal with the".split()


def test_marks_prepositions_and_numbers_are_classes_of_their_own():
    of, preposition, comma, number, plain = classes_of(["of", "With", ",", "1998", "union"]).tolist()
    assert len({of, preposition, comma, number, plain}) == 5


@settings(deadline=None, max_examples=60)
@given(st.data(), st.integers(0, 2**32 - 1))
def test_arguments_keep_their_places_and_never_overlap(data, seed):
    rng = np.random.default_rng(seed)
    count = data.draw(st.integers(1, 70))
    words = [str(w) for w in rng.choice(["the", "of", ",", "(", ")", "7", "ship", "that"], count)]
    predicates, found = [], []
    for _ in range(data.draw(st.integers(1, 3))):
        word = data.draw(st.integers(0, count - 1))
        first = data.draw(st.integers(0, word))
        limit = data.draw(st.integers(word + 1, count))
        edges = sorted(data.draw(st.lists(st.integers(first, limit), max_size=6, unique=True)))
        found.append([(a, b, k % len(ARGUMENTS)) for k, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=False))])
        predicates.append((word, first, rng.normal(size=(limit - first, TAGS)).astype(np.float32)))
    scores = spans_scores(count, [])
    phrases = phrases_of(words, scores + np.where(scores > -9, rng.normal(size=scores.shape), 0).astype(np.float32))
    ender = Ender(*(rng.normal(size=s).astype(np.float32) for s in ((5, FEATURES), (5,), (5,))))
    for (_, at, tags), before, after in zip(predicates, found, best_ends(predicates, found, phrases, ender), strict=True):
        assert [(a, k) for a, _, k in after] == [(a, k) for a, _, k in before]
        assert all(a < b <= at + len(tags) for a, b, _ in after)
        assert all(b <= following for (_, b, _), (following, _, _) in itertools.pairwise(after))
        assert all(abs(b - old) <= REACH for (_, b, _), (_, old, _) in zip(after, before, strict=True))
    if any(found):
        possible = ends_of(predicates, found, phrases)
        assert possible.features.shape == (len(possible.ends), FEATURES)
        assert np.isfinite(possible.features).all()
