import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.readers import Attribution
from training.targets import tags_of, targets_of

from onrecord.annotation.encoder.decoding import (
    CONTENT,
    NEITHER,
    SOURCE,
    TAGS,
    Weights,
    distance,
    distances,
    pieces,
    statements_of,
    tie,
)
from onrecord.annotation.encoder.words import Window, fragments, words_of

TEXT = "“We will stay,” Mara Quist said, “until spring.” She expects rain."


def span(words, text=TEXT):
    start = text.index(words)
    return (start, start + len(words))


QUOTED = Attribution((span("Mara Quist"),), (span("said"),), (span("“We will stay,”"), span("“until spring.”")))
EXPECTED = Attribution((span("She"),), (span("expects"),), (span("rain"),))


def whole(words):
    return Window(0, len(words.spans), 0)


def test_tags_begin_and_continue_each_piece():
    tags = [TAGS[t] for t in tags_of(words_of(TEXT), [QUOTED, EXPECTED])]
    assert tags == [
        "B-content", *["I-content"] * 5, "B-source", "I-source", "B-cue", "O", "B-content", *["I-content"] * 4,
        "B-source", "B-cue", "B-content", "O",
    ]  # fmt: skip


def test_where_annotators_differ_the_tags_are_their_votes():
    words = words_of(TEXT)
    targets = targets_of(words, [[QUOTED, EXPECTED], [QUOTED]], whole(words))
    rain = fragments(words, [span("rain")])[0][0]
    assert targets.tags[rain].tolist() == [0.5, 0, 0, 0, 0, 0.5, 0]
    assert [len(cues) for cues, _ in targets.links] == [2, 1]


def test_links_say_what_each_word_is_to_each_cue():
    words = words_of(TEXT)
    cues, roles = targets_of(words, [[QUOTED, EXPECTED]], whole(words)).links[0]
    said, expects = (fragments(words, [span(w)])[0][0] for w in ("said", "expects"))
    assert cues.tolist() == [said, expects]
    quist, she, spring = (fragments(words, [span(w)])[0][0] for w in ("Quist", "She", "spring"))
    assert roles[0, [quist, she, spring]].tolist() == [SOURCE, NEITHER, CONTENT]
    assert roles[1, [quist, she, spring]].tolist() == [NEITHER, SOURCE, NEITHER]


def test_a_cue_in_the_context_of_a_window_is_left_to_the_window_that_owns_it():
    words = words_of(TEXT)
    she = fragments(words, [span("She")])[0][0]
    targets = targets_of(words, [[QUOTED, EXPECTED]], Window(2, len(words.spans), she))
    assert targets.links[0][0].tolist() == [fragments(words, [span("expects")])[0][0] - 2]
    assert targets.owned.tolist() == [i >= she for i in range(2, len(words.spans))]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=90), st.data())
def test_distance_classes_of_many_are_those_of_one(steps, data):
    paragraphs = np.cumsum(np.array(steps) == 0).tolist()
    cue = data.draw(st.integers(0, len(paragraphs) - 1))
    row = distances([cue], paragraphs)[0].tolist()
    assert row == [distance(cue, i, p == paragraphs[cue]) for i, p in enumerate(paragraphs)]


def test_what_was_annotated_comes_back_from_its_own_targets():
    words = words_of(TEXT)
    targets = targets_of(words, [[QUOTED, EXPECTED]], whole(words))
    found = pieces(targets.tags.argmax(axis=1).tolist())
    roles = np.eye(3)[targets.links[0][1]]
    assert statements_of(words, 0, tie(found, roles, Weights())) == [QUOTED, EXPECTED]
