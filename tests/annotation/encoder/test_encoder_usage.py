import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.decoding_pairs import pairs_of
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS, PairFigures, roles_of_each
from onrecord.annotation.encoder.decoding_usage import OPENERS, Usage, place_of, used_of

TABLES = {
    "weight": 1.0,
    "all": {
        "<": {"ARG0": 70, "ARG1": 30}, ">": {"ARG1": 80, "ARG2": 20}, ">to": {"ARG2": 50, "ARGM-PRP": 50},
        "<=": {"ARG1": 5, "ARG2": 5},
    },
    "each": {
        "close": {"<": {"ARG1": 12}},
        "give": {">to": {"ARG2": 30}, ">": {"ARG1": 40}},
        "sale": {"<=": {"ARG2": 9}},
    },
}  # fmt: skip
USAGE = Usage.of(TABLES, ARGUMENTS)


def bonus(words, predicate, first):
    """What is added for each label to an argument of a predicate's that begins with a word."""
    words = words.split()
    at = np.array([predicate])
    pairs = pairs_of(at, np.array([0]), np.array([len(words)]))
    tags = np.zeros((len(words), 1 + 2 * len(ARGUMENTS)), np.float32)
    USAGE.add(tags, at, pairs, used_of(words))
    assert not tags[:, 0::2].any(), "only the tags of first words change"
    return dict(zip(ARGUMENTS, tags[first, 1::2].tolist(), strict=True))


def test_a_predicate_that_is_used_otherwise_than_most_gets_its_own_labels():
    found = bonus("The harbour closed again", 2, 0)
    assert found["ARG1"] > 0 > found["ARG0"]


def test_a_form_of_a_word_counts_as_the_word():
    assert bonus("Harbours close", 1, 0) == bonus("Harbours closed", 1, 0) == bonus("Harbours CLOSING", 1, 0)


@pytest.mark.parametrize(
    ("first", "label"), [(2, "ARG1"), (4, "ARG2")], ids=["the thing given", "opens with to: the one who gets it"]
)
def test_what_an_argument_opens_with_tells_it_from_others(first, label):
    found = bonus("Mills gave keys back to Norrvik", 1, first)
    assert max(found, key=found.get) == label


def test_a_predicate_can_be_an_argument_of_itself():
    assert bonus("the sale of ships", 1, 1)["ARG2"] > 0


def test_what_was_never_counted_changes_nothing():
    assert not any(bonus("Mills gave keys", 1, 0).values()), "give before"
    assert not any(bonus("Mills borrowed keys", 1, 2).values()), "no such predicate"


def test_few_counts_say_less_than_many():
    few = Usage.of({**TABLES, "each": {"close": {"<": {"ARG1": 3}}}}, ARGUMENTS)
    many = Usage.of({**TABLES, "each": {"close": {"<": {"ARG1": 300}}}}, ARGUMENTS)
    one = 1 + 2 * ARGUMENTS.index("ARG1")
    assert 0 < few.figures[1, one] < many.figures[1, one]


def test_the_label_of_an_argument_follows_the_usage_where_the_network_wavers():
    words = ["Harbours", "closed"]
    hidden = np.zeros((2, 4), np.float32)

    class Wavers:
        def logits(self, pivots, words, pairs):
            tags = np.zeros((len(pairs.words), 1 + 2 * len(ARGUMENTS)), np.float32)
            tags[0, 1], tags[0, 1 + 2 * ARGUMENTS.index("ARG1")] = 1.1, 1.0
            tags[1, 0] = 3
            return tags

    window = PairFigures(np.array([-9.0, 9.0]), hidden, hidden, [(0, 2)], used=used_of(words))
    alone, helped = (roles_of_each([window], Wavers(), usage=usage)[0][0].arguments for usage in (None, USAGE))
    assert (alone, helped) == (((0, 1, "ARG0"),), ((0, 1, "ARG1"),))


@pytest.mark.parametrize(("first", "place"), [(0, "<"), (2, ">"), (4, ">to"), (1, "<=")])
def test_places_are_named_by_side_and_opening_word(first, place):
    assert place_of("Mills gave keys back To Norrvik".split(), 1, first) == place


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.sampled_from([*OPENERS, "close", "gave", "sale", "ship", ".", "é", "😀"]), min_size=1, max_size=40),
    st.data(),
)
def test_several_predicates_are_looked_up_as_each_alone(words, data):
    at = np.array(sorted(data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1))))
    first, end = np.zeros_like(at), np.full_like(at, len(words))
    together = np.zeros((len(at) * len(words), 1 + 2 * len(ARGUMENTS)), np.float32)
    used = used_of(words)
    USAGE.add(together, at, pairs_of(at, first, end), used)
    for number, one in enumerate(at):
        alone = np.zeros((len(words), 1 + 2 * len(ARGUMENTS)), np.float32)
        mine = np.array([one])
        USAGE.add(alone, mine, pairs_of(mine, first[:1], end[:1]), used)
        assert (together[number * len(words) : (number + 1) * len(words)] == alone).all()


def test_places_that_no_counts_are_kept_of_are_an_error():
    with pytest.raises(KeyError):
        Usage.of({**TABLES, "each": {"give": {">under": {"ARG1": 3}}}}, ARGUMENTS)
