"""The type of an event judged by weighed features of its sentence."""

import pytest
from annotation_making import read

from onrecord.annotation.event_features import features, lemmas
from onrecord.annotation.event_judging import judged, parse, probabilities, shipped
from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.annotation.syntax import Sentence
from onrecord.types import Event

MODEL = parse(["# a remark", "types\tAID SANCTION YIELD", "a\t320 0 0", "b\t0 320 0", "c\t0 0 320"])


def event(kind: str | None, confidence: float = 0.75) -> Event:
    return Event((0, 1), kind, confidence=confidence)


def test_probabilities_follow_the_weights_and_add_up_to_one() -> None:
    likely = probabilities(["a", "unheard of"], MODEL)
    assert sum(likely.values()) == pytest.approx(1.0)
    assert max(likely, key=lambda kind: likely[kind]) == "AID"


@pytest.mark.parametrize(
    ("kind", "found", "confidence", "expected"),
    [
        ("SANCTION", ["a"], 0.75, "AID"),
        ("SANCTION", ["a", "b"], 0.75, "SANCTION"),  # no surer of one than of the other
        ("SANCTION", [], 0.75, "SANCTION"),
        ("RETREAT", ["c"], 0.75, "RETREAT"),  # the material's YIELD
        ("SANCTION", ["c"], 0.75, "CONCEDE"),
        (None, ["a"], 0.4, None),  # no type that the rules stand by
        (None, ["a"], IN_DOUBT, "AID"),
    ],
)
def test_another_type_needs_a_margin(kind: str | None, found: list[str], confidence: float, expected: str | None) -> None:
    assert judged(event(kind, confidence), probabilities(found, MODEL)).type == expected


def test_features_are_of_the_trigger_and_of_what_stands_around_it() -> None:
    text = "Peru refused to send medicine to Chad."
    sentence = Sentence(text, 0, len(text))
    at = sentence.lower.index("send")
    found = features(sentence, lemmas(sentence), at, "AID", "send + medicine", "negated")
    assert {"type=AID", "trigger=send", "under=refuse", "object0=medicine", "before=refuse", "preposition=to"} <= set(found)
    assert len(found) == len(set(found))
    assert not [f for f in found if "peru" in f or "chad" in f]


def test_the_shipped_weights_are_whole() -> None:
    model = shipped()
    assert len(model.types) == 15
    assert {len(row) for row in model.weights.values()} == {15}


def test_plain_sentences_keep_the_types_that_the_rules_give() -> None:
    found = read("Peru attacked Chad. Peru praised Chad. Peru sued Chad. Peru met Chad. Peru rejected the offer.")
    kinds = [e.type for e in found.annotations.events if e.confidence > IN_DOUBT]
    assert kinds == ["ASSAULT", "SUPPORT", "ACCUSE", "CONSULT", "REJECT"]
