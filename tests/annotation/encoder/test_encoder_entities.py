import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.blocks import MORE, blocks_of
from onrecord.annotation.encoder.entities import FEATURES, Entities, Joiner, joined
from onrecord.annotation.encoder.pairs import APART, apart_class
from onrecord.annotation.encoder.pairs import FEATURES as PAIR
from onrecord.annotation.encoder.seen import seen_of
from onrecord.annotation.encoder.traits import NEAREST, Mentioned

NONE = np.zeros(2, np.float32)
NO_APART = np.zeros(APART, np.float32)
WHOLE = PAIR + MORE + 6
SAME_WORDS, UNLIKE_NUMBER, CLASHING = 1, PAIR + 6, WHOLE + 4


def document(text, mentions):
    """The words of a text, and the mentions (first word, end) as the network would give them."""
    words = text.split()
    found = [Mentioned(tuple(words[a:b]), a, b, 0, "person", NONE, NONE) for a, b in mentions]
    return seen_of(found, [2.0] * len(found), words)


def joiner(**weights):
    """A network that adds up features (by number) with weights, less one half."""
    inner = np.zeros((2, FEATURES), np.float32)
    for name, weight in weights.items():
        inner[:, int(name[1:])] = weight, -weight
    return Joiner(inner, np.zeros(2, np.float32), np.array([1, -1], np.float32), np.full(3, -0.5, np.float32))


def test_a_mention_joins_the_best_entity_or_begins_one():
    seen = document("Oda Quist met the mayor . Oda Quist left .", [(0, 2), (3, 5), (6, 8)])
    assert joined(seen, NO_APART, joiner(f1=1.0)) == [0, 1, 0]
    assert joined(seen, NO_APART, joiner()) == [0, 1, 2]


def test_no_mentions_no_entities():
    assert joined(document("It rained .", []), NO_APART, joiner()) == []


def features_of(seen, entities_so_far):
    """What the network sees of the last mention with each entity of those before it."""
    (*_, last) = features_of_each(seen, [*entities_so_far, len(entities_so_far)])
    return last


def features_of_each(seen, numbers, apart=NO_APART):
    """What the network sees of each mention with the entities of those before it, by number, nearest last."""
    entities = Entities(seen)
    for block in blocks_of(seen, apart):
        entities.begin(block)
        for i in range(block.first, block.stop):
            yield entities.features(i) if i else ([], np.zeros((0, FEATURES), np.float32))
            entities.add(i, min(numbers[i], entities.count))


def test_a_pronoun_clashes_with_an_entity_that_holds_another_person_anywhere():
    seen = document("he said Quist would come as she promised", [(0, 1), (2, 3), (6, 7)])
    found, features = features_of(seen, [0, 0])
    assert found == [0]
    assert features[0, CLASHING] == 1
    _, apart = features_of(seen, [0, 1])
    assert apart[:, CLASHING].tolist() == [1, 0]


def test_several_do_not_go_with_one():
    seen = document("the councillors and a clerk spoke , they say", [(0, 2), (3, 5), (7, 8)])
    _, features = features_of(seen, [0, 1])
    assert features[:, UNLIKE_NUMBER].tolist() == [0, 1]


def test_the_best_mention_of_an_entity_counts_and_not_only_the_nearest():
    seen = document("Oda Quist spoke . the mayor left . Oda Quist", [(0, 2), (4, 6), (8, 10)])
    _, features = features_of(seen, [0, 0])
    assert features[0, SAME_WORDS] == 0
    assert features[0, PAIR + MORE + 1] == 1


def naive(seen, numbers, i):
    """The pooled and the whole features of mention `i` with each entity, mention by mention; features of pairs given."""
    traits, out = seen.traits, {}
    before = [*range(max(0, i - NEAREST), i)][::-1] + [int(far) for far in traits.far[i] if far >= 0]
    for j in before:
        out.setdefault(numbers[j], []).append(j)
    for rank, (entity, near) in enumerate(out.items()):
        members = [j for j in range(i) if numbers[j] == entity]
        size, number, gender = len(members), seen.number[i], seen.gender[i]
        share = {
            "pronoun": sum(traits.pronoun[j] == traits.pronoun[i] > 0 for j in members),
            "type": sum(traits.type[j] == traits.type[i] for j in members),
            "number": sum(seen.number[j] * number < 0 for j in members),
            "plain": sum(seen.kind[j] == 2 for j in members), "leading": sum(seen.leading[j] for j in members),
        }  # fmt: skip
        out[entity] = {
            0: np.log(size), 1: size == 1, 2: share["pronoun"] / size, 5: share["type"] / size,
            6: any(seen.kind[j] == 1 for j in members), 7: share["plain"] / size, 8: share["number"] / size,
            9: any(seen.gender[j] * gender < 0 for j in members), 10: share["leading"] / size,
            11: np.log1p(len(near)), 12: np.log1p(rank), 13: size / i * 4,
        }, near  # fmt: skip
    return out


WORDS = "he she they it Quist Vane mayor the old councils , . 12 ’".split()


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=300), st.integers(2, 40), st.integers(0, 2**32 - 1))
def test_what_is_kept_of_entities_is_what_their_mentions_show(words, several, seed):
    rng = np.random.default_rng(seed)
    size = rng.normal(size=(len(words), 2, 4)).astype(np.float32)
    found = [Mentioned((w,), i, i + 1, i // 50, "person", *size[i]) for i, w in enumerate(words)]
    seen, numbers = seen_of(found, rng.normal(size=len(words)), words), []
    for number in rng.integers(0, several, len(words)).tolist():
        numbers.append(min(number, max(numbers, default=-1) + 1))
    apart = rng.normal(size=APART).astype(np.float32)
    closeness = np.einsum("id,jd->ij", size[:, 0], size[:, 1]) / 2
    for i, (entities, features) in enumerate(features_of_each(seen, numbers, apart)):
        wanted = naive(seen, numbers, i)
        assert set(entities) == set(wanted)
        for entity, row in zip(entities, features, strict=True):
            whole, near = wanted[entity]
            np.testing.assert_allclose(row[WHOLE : WHOLE + 14][list(whole)], [*whole.values()], rtol=1e-4, atol=1e-5)
            close = [closeness[i, j] + apart[apart_class(np.array(i - j))] for j in near]
            np.testing.assert_allclose(row[[0, PAIR + MORE, WHOLE - 1]], [close[0], max(close), np.mean(close)], atol=1e-4)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), max_size=300), st.integers(0, 2**32 - 1))
def test_an_entity_is_joined_for_the_figure_that_the_whole_network_gives_it(words, seed):
    rng = np.random.default_rng(seed)
    seen = document(" ".join(words), [(i, i + 1) for i in range(len(words))])
    shapes = ((4, FEATURES), (4,), (4,), (3,))
    network = Joiner(*(rng.normal(size=shape).astype(np.float32) for shape in shapes))
    numbers = joined(seen, NO_APART, network)
    for i, (entities, features) in enumerate(features_of_each(seen, numbers)):
        figures = np.maximum(features @ network.inner.T + network.bias, 0) @ network.outer + network.more[seen.kind[i]]
        if numbers[i] in entities:
            assert figures[entities.index(numbers[i])] > max(figures.max(), 0) - 1e-3
        else:
            assert figures.max(initial=0) < 1e-3


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from("he she they it Quist Vane mayor the , . 12 ’".split()), max_size=300), st.integers(0, 2**32 - 1))
def test_entities_are_numbered_as_they_come_up(words, seed):
    rng = np.random.default_rng(seed)
    seen = document(" ".join(words), [(i, i + 1) for i in range(len(words))])
    shapes = ((4, FEATURES), (4,), (4,), (3,))
    numbers = joined(seen, NO_APART, Joiner(*(rng.normal(size=shape).astype(np.float32) for shape in shapes)))
    assert len(numbers) == len(words)
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
    for entities, features in features_of_each(seen, numbers):
        assert len(entities) == len(features)
        assert np.isfinite(features).all()
