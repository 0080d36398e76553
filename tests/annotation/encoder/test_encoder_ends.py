import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.decoding_ends import (
    FEATURES,
    REACH,
    Ender,
    Tagged,
    best_ends,
    classes_of,
    ends_of,
    phrases_of,
)
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
    (end,) = best_ends(Tagged.of([(1, 0, tags_scores(len(WORDS)))], [[found]]), [phrases], ender)
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
    tagged = Tagged.of(predicates, found)
    better = best_ends(tagged, [phrases], ender)
    assert ((tagged.firsts < better) & (better <= tagged.limits[tagged.owners])).all()
    same = tagged.owners[1:] == tagged.owners[:-1]
    assert (better[:-1] <= tagged.firsts[1:])[same].all()
    assert (np.abs(better - tagged.ends) <= REACH).all()
    if any(found):
        possible = ends_of(tagged, [phrases])
        assert possible.features.shape == (FEATURES, len(possible.ends))
        assert np.isfinite(possible.features).all()


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_what_is_seen_of_mentions_is_the_greatest_of_those_meant(count, seed):
    rng = np.random.default_rng(seed)
    scores = spans_scores(count, [])
    scores = np.where(scores > -9, rng.normal(size=scores.shape), scores).astype(np.float32)
    arguments = [(a, b, OBJECT) for a, b in [sorted(rng.choice(count + 1, 2, replace=False).tolist())]]
    tagged = Tagged.of([(arguments[0][0], 0, tags_scores(count))], [arguments])
    found = ends_of(tagged, [phrases_of(["ship"] * count, scores)])
    logits = {(a, a + k + 1): scores[a, k] for a in range(count) for k in range(min(WIDEST, count - a))}
    first = arguments[0][0]
    for end, column in zip(found.ends.tolist(), found.features.T, strict=True):
        whole = logits.get((first, end), -9)
        crossing = max([s for (a, b), s in logits.items() if first < a < end < b], default=-9)
        closing = max([s for (a, b), s in logits.items() if first < a < end == b], default=-9)
        following = max([s for (a, b), s in logits.items() if a == end], default=-9)
        assert np.allclose(column[[2, 4, 6, 7]] * 4, [whole, crossing, closing, following], atol=1e-5)


def test_windows_side_by_side_have_the_ends_that_each_has_alone():
    rng = np.random.default_rng(1)
    ender = Ender(*(rng.normal(size=s).astype(np.float32) for s in ((5, FEATURES), (5,), (5,))))
    windows, phrases = [], []
    for count in (9, 30, 1, 50):
        tags = rng.normal(size=(count, TAGS)).astype(np.float32)
        edges = sorted(rng.choice(count + 1, min(count + 1, 4), replace=False).tolist())
        windows.append(([(0, 0, tags)], [[(a, b, 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]]))
        scores = spans_scores(count, [])
        scores = np.where(scores > -9, rng.normal(size=scores.shape), scores).astype(np.float32)
        phrases.append(phrases_of(rng.choice(["the", "of", ",", "(", "ship"], count).tolist(), scores))
    alone = [Tagged.of(*window) for window in windows]
    shift = np.cumsum([0, *(len(p.classes) for p in phrases)])

    def laid(name, more):
        return np.concatenate([getattr(one, name) + by for one, by in zip(alone, more, strict=False)])

    numbers = range(len(alone))
    together = Tagged(
        *(laid(name, shift) for name in ("at", "reach", "limits")), laid("tags", [0] * 4), laid("windows", numbers),
        laid("owners", numbers), *(laid(name, shift) for name in ("firsts", "ends")), laid("labels", [0] * 4),
    )  # fmt: skip
    each = [best_ends(one, [mine], ender) + by for one, mine, by in zip(alone, phrases, shift[:-1], strict=True)]
    assert best_ends(together, phrases, ender).tolist() == np.concatenate(each).tolist()
