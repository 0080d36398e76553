from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.decoding_mentions import WIDEST, MentionFigures, mention_scores, mentions_of
from onrecord.annotation.encoder.decoding_names import NAMES, best_spans, bio_spans, bio_tags, names_of, names_of_each
from onrecord.annotation.encoder.decoding_pairs import OFFSETS, Around, PairTable, offsets, pairs_of
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS, PairFigures, roles_of, roles_of_each

TAGS = bio_tags(("A", "B"))


def legal(tags):
    return all(tag == 0 or tag % 2 == 1 or (i and tags[i - 1] in (tag - 1, tag)) for i, tag in enumerate(tags))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 4), max_size=4), st.floats(-1, 1), st.integers(0, 2**32 - 1))
def test_the_best_spans_are_those_of_the_best_legal_tags(sizes, inside, seed):
    rng = np.random.default_rng(seed)
    sequences = [rng.normal(size=(size, len(TAGS))) for size in sizes]
    for scores, found in zip(sequences, best_spans(sequences, inside), strict=True):
        ways = [w for w in product(range(len(TAGS)), repeat=len(scores)) if legal(w)]
        bonus = [0, 0, inside, 0, inside]
        best = max(ways, key=lambda w: sum(scores[i, t] + bonus[t] for i, t in enumerate(w)))
        assert found == bio_spans(best)


def best_by_steps(scores):
    """The best legal tags, word by word over the whole sequence."""
    total, back = [[scores[0, t] if t % 2 or not t else -np.inf for t in range(scores.shape[1])]], []
    for row in scores[1:]:
        before, steps = total[-1], []
        for t in range(len(row)):
            ways = [b for b in range(len(row)) if t % 2 or not t or b in (t - 1, t)]
            steps.append(max(ways, key=lambda b: before[b]))
        back.append(steps)
        total.append([before[b] + row[t] for t, b in enumerate(steps)])
    tags = [int(np.argmax(total[-1]))]
    for steps in reversed(back):
        tags.append(steps[tags[-1]])
    return tags[::-1]


@settings(deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.floats(0, 6), st.integers(0, 2**32 - 1))
def test_decoding_only_the_stretches_around_what_is_illegal_loses_nothing(sizes, sure, seed):
    rng = np.random.default_rng(seed)
    sequences = [rng.normal(size=(size, 9)) * 2 for size in sizes]
    for scores in sequences:
        scores[rng.random(len(scores)) < 0.6, 0] += sure  # mostly O, as in texts, more or less surely
    assert best_spans(sequences) == [bio_spans(best_by_steps(scores)) for scores in sequences]


def test_no_words_have_no_spans():
    assert best_spans([]) == []
    assert best_spans([np.zeros((0, 5)), np.zeros((0, 5))]) == [[], []]


def test_spans_of_tags():
    assert bio_spans([TAGS.index(t) for t in ("B-A", "I-A", "B-A", "O", "B-B")]) == [(0, 2, 0), (2, 3, 0), (4, 5, 1)]


def test_a_bonus_for_going_on_gives_longer_spans():
    scores = np.zeros((1, 2, 3))
    scores[0, 0, 1] = 5
    scores[0, 1] = (1.0, -9.0, 0.5)
    assert [best_spans(scores, inside)[0][0][1] for inside in (0.0, 1.0)] == [1, 2]


def test_a_name_takes_its_type_and_its_words():
    logits = np.zeros((3, 9))
    logits[:, 0] = 1
    logits[0, 1 + 2 * NAMES.index("ORG")] = logits[1, 2 + 2 * NAMES.index("ORG")] = 3
    assert names_of(logits) == [(0, 2, "ORG")]
    assert names_of(logits, outside=-9) == []


def test_windows_side_by_side_give_the_names_that_each_gives_alone():
    rng = np.random.default_rng(3)
    windows = [rng.normal(size=(size, 9)) * 3 for size in (40, 1, 17, 0, 60)] * 9
    assert names_of_each(windows, 0.5) == [names_of(w, 0.5) for w in windows]
    assert names_of_each([]) == []


def test_distance_classes_tell_sides_and_near_words_apart():
    row = offsets([20], np.arange(41)[None, :])[0]
    assert row.min() >= 0
    assert row.max() < OFFSETS
    assert len(set(row[12:29])) == 17
    assert set(row[:20]).isdisjoint(row[21:])


def table(size=2):
    """A network in which a word's first figure speaks for B-ARG0 and its second for I-ARG0."""
    out = np.zeros((1 + 2 * len(ARGUMENTS), size), np.float32)
    out[1, 0] = out[2, 1] = 1
    bias = np.zeros(1 + 2 * len(ARGUMENTS), np.float32)
    bias[0] = 0.5
    return PairTable(np.zeros((OFFSETS, size), np.float32), out, 0 * out, bias)


def test_a_predicate_takes_the_words_that_are_arguments_as_seen_from_it():
    words = np.array([[0, 0], [3, 0], [0, 3], [0, 0]], np.float32)
    none = np.zeros_like(words)
    (found,) = roles_of(np.array([[-1.0], [-1], [-1], [2]]), none, words, table(), [(0, 4)])
    assert (found.predicate, found.arguments) == (3, ((1, 3, "ARG0"),))
    assert roles_of(np.full((4, 1), -1.0), none, words, table(), [(0, 4)]) == []


def test_arguments_stay_in_the_predicate_s_sentence_and_sentences_may_differ_in_length():
    words = np.zeros((300, 2), np.float32)
    words[:, 1] = 3
    words[[0, 248], 0] = 3
    words[[2, 249]] = 0
    words[249, 1] = 3
    predicates = np.full((300, 1), -1.0)
    predicates[[2, 249]] = 1
    found = roles_of(predicates, np.zeros_like(words), words, table(), [(0, 3), (3, 248), (248, 250), (250, 300)])
    assert [(r.predicate, r.arguments) for r in found] == [(2, ((0, 2, "ARG0"),)), (249, ((248, 250, "ARG0"),))]


def test_a_predicate_has_a_core_argument_once_the_more_certain_one():
    words = np.array([[2, 0], [0, 0], [3, 0], [0, 3]], np.float32)
    predicates = np.array([[-1.0], [1], [-1], [-1]])
    (found,) = roles_of(predicates, np.zeros_like(words), words, table(), [(0, 4)])
    assert found.arguments == ((2, 4, "ARG0"),)


def test_a_second_layer_sees_a_word_s_neighbours_and_the_mean_of_the_words_in_reach():
    size, tags = 1, 1 + 2 * len(ARGUMENTS)
    plain = np.zeros((tags, size), np.float32)
    inner = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], np.float32)
    out = np.zeros((tags, 3), np.float32)
    out[1, 0] = out[2, 1] = out[3, 2] = 1
    around = Around(inner, np.zeros(3, np.float32), out)
    network = PairTable(np.zeros((OFFSETS, size), np.float32), plain, plain, np.zeros(tags, np.float32), around)
    words = np.array([[1], [2], [9], [4]], np.float32)
    # Two predicates: of the first the words 0 and 1 are in reach, of the second word 3 alone.
    pairs = pairs_of(np.array([0, 3]), np.array([0, 3]), np.array([2, 4]))
    logits = network.logits(np.zeros((2, 1), np.float32), words, pairs)
    assert logits[:, 1].tolist() == [0, 1, 0]  # what stood before
    assert logits[:, 2].tolist() == [2, 0, 0]  # what comes after, where there is a word
    assert logits[:, 3].tolist() == [1.5, 1.5, 4]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_windows_side_by_side_give_the_predicates_that_each_gives_alone(sizes, seed):
    rng = np.random.default_rng(seed)

    def random(*shape):
        return rng.normal(size=shape).astype(np.float32)

    size, tags = 4, 1 + 2 * len(ARGUMENTS)
    around = Around(random(3, 4 * size), random(3), random(tags, 3))
    network = PairTable(random(OFFSETS, size), random(tags, size), random(tags, size), random(tags), around)
    windows = []
    for count in sizes:
        cut = int(rng.integers(0, count))
        sentences = [(a, b) for a, b in ((0, cut), (cut, count)) if a < b]
        windows.append(PairFigures(random(count, 1), random(count, size), random(count, size), sentences))
    each = roles_of_each(windows, network, 0.5, -0.5, 0.5)
    assert each == [
        roles_of(w.predicates, w.pivots, w.words, network, w.sentences, 0.5, -0.5, 0.5) for w in windows
    ]


def test_only_the_words_that_a_window_answers_for_are_predicates():
    words = np.zeros((4, 2), np.float32)
    figures = PairFigures(np.ones((4, 1)), words, words, [(0, 4)], owned=2)
    assert [role.predicate for role in roles_of_each([figures], table())[0]] == [2, 3]


def mention_figures(spans, count):
    """Figures in which just these spans (first, last) speak for a mention, each by a number of its own."""
    size = 16
    starts, ends = np.zeros((count, size), np.float32), np.zeros((count, size), np.float32)
    for k, (first, last, weight) in enumerate(spans):
        starts[first, k], ends[last, k] = weight * 4, 4
    types = np.zeros((count, 20), np.float32)
    types[:, 1] = 1
    return MentionFigures(starts, ends, np.full((count, 2), -1, np.float32), types)


def test_mentions_nest_but_do_not_cross():
    widths = np.zeros(WIDEST, np.float32)
    figures = mention_figures([(0, 4, 2.0), (1, 2, 1.5), (2, 5, 1.0)], 8)
    assert [(m.first, m.end, m.type) for m in mentions_of(figures, widths)] == [(0, 5, "place"), (1, 3, "place")]


def test_a_span_that_ends_before_it_begins_or_is_too_wide_is_none():
    widths = np.zeros(WIDEST, np.float32)
    scores = mention_scores(mention_figures([(5, 2, 9.0), (0, WIDEST, 9.0)], WIDEST + 2), widths)
    assert scores.shape == (WIDEST + 2, WIDEST)
    assert scores[5, -1] == scores[-1, 1] == np.float32(-1e9)  # would run past the last word
    assert not mentions_of(mention_figures([(5, 2, 9.0), (0, WIDEST, 9.0)], WIDEST + 2), widths)


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14, unique=True), st.integers(0, 2**32 - 1))
def test_the_more_certain_of_two_mentions_that_cross_stays(pairs, seed):
    spans = [(min(p), max(p)) for p in pairs]
    spans = list(dict.fromkeys(spans))
    weights = np.random.default_rng(seed).permutation(len(spans)) / 10 + 0.5
    found = mentions_of(
        mention_figures([(a, b, w) for (a, b), w in zip(spans, weights, strict=True)], 12), np.zeros(WIDEST, np.float32)
    )
    kept = []
    for k in np.argsort(-weights).tolist():
        first, last = spans[k]
        if not any(a < first <= b < last or first < a <= last < b for a, b in kept):
            kept.append((first, last))
    assert [(m.first, m.end - 1) for m in found] == sorted(kept, key=lambda s: (s[0], -s[1]))
