import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.coreference import APART, Mentioned
from onrecord.annotation.encoder.coreference import FEATURES as PAIR
from onrecord.annotation.encoder.entities import FEATURES, MORE, Entities, Joiner, candidates_of, joined, seen_of

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
    entities = Entities(seen)
    *_, (to, pairs) = candidates_of(seen, NO_APART)
    for i, entity in enumerate(entities_so_far):
        entities.add(i, entity)
    return entities.features(len(entities_so_far), to, pairs)


def test_a_pronoun_clashes_with_an_entity_that_holds_another_person_anywhere():
    seen = document("he said Quist would come as she promised", [(0, 1), (2, 3), (6, 7)])
    found, features = features_of(seen, [0, 0])
    assert found.tolist() == [0]
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


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from("he she they it Quist Vane mayor the , . 12 ’".split()), max_size=300), st.integers(0, 2**32 - 1))
def test_entities_are_numbered_as_they_come_up(words, seed):
    rng = np.random.default_rng(seed)
    seen = document(" ".join(words), [(i, i + 1) for i in range(len(words))])
    shapes = ((4, FEATURES), (4,), (4,), (3,))
    numbers = joined(seen, NO_APART, Joiner(*(rng.normal(size=shape).astype(np.float32) for shape in shapes)))
    assert len(numbers) == len(words)
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
    for to, pairs in candidates_of(seen, NO_APART):
        assert len(to) == len(pairs)
        assert np.isfinite(pairs).all()
