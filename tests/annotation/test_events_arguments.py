"""What the arguments that the network gives a predicate add to the events of the rules."""

from dataclasses import dataclass

import pytest
from annotation_making import document

from onrecord.annotation import events, frames, names, parties, reality, statements
from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.event_arguments import trimmed
from onrecord.annotation.event_reality import settled
from onrecord.annotation.frames import Frame
from onrecord.annotation.sentences import split
from onrecord.types import Event, Span, Time


@dataclass(frozen=True)
class Argument:
    span: Span
    label: str


@dataclass(frozen=True)
class Predicate:
    span: Span
    arguments: tuple[Argument, ...]


def span(text: str, part: str) -> Span:
    assert text.count(part) == 1, part
    return text.index(part), text.index(part) + len(part)


def found(text: str, *predicates: tuple[str, dict[str, str]], figure: float = 3.0, time: str | None = None) -> list[Event]:
    """The events of a sentence, where the network sees some predicates with some arguments in it."""
    made = document(text)
    sentences = read_sentences(made, split(made))
    resolved = parties.resolve(sentences, names.find(sentences))
    told = statements.find(made, sentences, resolved)
    seen = [
        Predicate(span(text, word), tuple(sorted((Argument(span(text, a), k) for k, a in of.items()), key=lambda a: a.span)))
        for word, of in predicates
    ]
    laid = frames.by_sentence(sentences, seen, [figure] * len(seen))
    times = () if time is None else (Time(*span(text, time), "DATE", "2024-05-01"),)
    return list(events.find(sentences, told, times, resolved.mentions, None, laid))


def parts(text: str, events_of: list[Event], trigger: str) -> tuple[list[str], list[str]]:
    (event,) = [e for e in events_of if text[slice(*e.trigger)] == trigger]
    return [text[a:b] for a, b in event.actor], [text[a:b] for a, b in event.recipient]


@pytest.mark.parametrize(
    ("text", "predicates", "trigger", "actor", "recipient"),
    [
        (
            "Norrvik returned a painting that was stolen in 1989 to Orrland.",
            [("returned", {"ARG0": "Norrvik", "ARG1": "a painting that was stolen in 1989", "ARG2": "to Orrland"})],
            "returned", "Norrvik", "Orrland",
        ),
        (
            "Peru agreed to build two clinics for farmers.",
            [
                ("agreed", {"ARG0": "Peru", "ARG1": "to build two clinics for farmers"}),
                ("build", {"ARG1": "two clinics for farmers"}),
            ],
            "agreed", "Peru", "farmers",
        ),
        (
            "The mayor approved the release of three sailors.",
            [
                ("approved", {"ARG0": "The mayor", "ARG1": "the release of three sailors"}),
                ("release", {"ARG1": "of three sailors"}),
            ],
            "approved", "The mayor", "three sailors",
        ),
        (
            "Rebels, wary of the truce, attacked a fort in Orrland.",
            [("attacked", {"ARG0": "Rebels", "ARG1": "a fort", "ARGM-LOC": "in Orrland"})],
            "attacked", "Rebels", "Orrland",
        ),
    ],
)  # fmt: skip
def test_whom_it_is_done_to(
    text: str, predicates: list[tuple[str, dict[str, str]]], trigger: str, actor: str, recipient: str
) -> None:
    who, whom = parts(text, found(text, *predicates), trigger)
    assert actor in who
    assert recipient in whom


def test_a_verb_that_the_rules_pass_over_tells_an_event() -> None:
    text = "Norrvik will carry the last boats to Orrland."
    seen = ("carry", {"ARG0": "Norrvik", "ARG1": "the last boats", "ARG2": "to Orrland"})
    assert [e for e in found(text) if text[slice(*e.trigger)] == "carry"] == []
    (event,) = [e for e in found(text, seen) if text[slice(*e.trigger)] == "carry"]
    assert (event.reality, event.actor, event.recipient) == ("planned", ((0, 7),), (span(text, "Orrland"),))


def test_who_says_so_stands_for_a_pronoun() -> None:
    text = "Norrvik has it that it sends food to Orrland."
    seen = [
        ("has", {"ARG0": "Norrvik", "ARG1": "that it sends food to Orrland"}),
        ("sends", {"ARG1": "food", "ARG2": "to Orrland"}),
    ]
    assert parts(text, found(text, *seen), "sends")[0] == ["Norrvik"]


def test_without_a_network_nothing_changes() -> None:
    text = "Peru attacked Chad on Monday."
    assert found(text) == found(text, ("Monday", {}))


@pytest.mark.parametrize(
    ("text", "argument", "left"),
    [
        ("Ada Lund, a doctor, left.", "Ada Lund, a doctor", "Ada Lund"),
        ("The families who were saved sang.", "The families who were saved", "The families"),
        ("Peru, Chad and Kenya met.", "Peru, Chad and Kenya", "Peru, Chad and Kenya"),
        ("The Port Board (PB) chair spoke.", "The Port Board (PB) chair", "The Port Board (PB) chair"),
        ("It was built by Orrish crews.", "by Orrish crews", "Orrish crews"),
    ],
)
def test_an_argument_without_what_is_told_of_it(text: str, argument: str, left: str) -> None:
    made = document(text)
    (sentence,) = read_sentences(made, split(made))
    start, end = span(text, argument)
    words = sentence.starts.index(start), sentence.ends.index(end) + 1
    kept = trimmed(sentence, words)
    assert kept is not None
    assert text[slice(*sentence.span(*kept))] == left


@pytest.mark.parametrize(
    ("own", "figure", "label", "made"),
    [
        ("asserted", 2.0, "ARG1", "asserted"),
        ("asserted", -0.4, "ARG1", "possible"),
        ("asserted", -2.0, "ARGM-NEG", "negated"),
        ("asserted", -2.0, "ARG1", "possible"),
        ("planned", -2.0, "ARG1", "planned"),
        ("asserted", None, "ARG1", "asserted"),
    ],
)
def test_what_is_told_as_no_fact_is_not_asserted(own, figure, label, made) -> None:
    assert reality.with_figure(own, Frame(0, ((label, (1, 2)),), figure)) == made


@pytest.mark.parametrize(
    ("own", "stance", "made"),
    [
        ("asserted", "denies", "denied"),
        ("possible", "denies", "denied"),  # what the network has taken out of the facts
        ("planned", "denies", "planned"),
        ("possible", "asserts", "possible"),
    ],
)
def test_what_somebody_denies_is_denied(own, stance, made) -> None:
    assert reality.in_content(own, stance) == made


@pytest.mark.parametrize(
    ("text", "verb", "made"),
    [
        ("No Orrish boat fired a shot on Tuesday.", "fired", "negated"),
        ("An Orrish boat fired a shot on Tuesday.", "fired", "possible"),
        ("No Orrish boat could fire a shot on Tuesday.", "fire", "possible"),
    ],
)
def test_what_nobody_did_is_negated_though_the_network_only_doubts_it(text, verb, made) -> None:
    document_of_it = document(text)
    (sentence,) = read_sentences(document_of_it, split(document_of_it))
    doubted = Event(span(text, verb), "ASSAULT", reality="possible", rule="fire")
    assert settled(sentence, doubted).reality == made


def test_time_and_place_hang_on_the_predicate() -> None:
    text = "In Orrville the crews, tired and cold after a night at sea, attacked a ship, they say, in May."
    seen = ("attacked", {"ARG0": "the crews", "ARG1": "a ship", "ARGM-LOC": "In Orrville", "ARGM-TMP": "in May"})
    (event,) = [e for e in found(text, seen, time="May") if text[slice(*e.trigger)] == "attacked"]
    assert event.place == span(text, "Orrville")
    assert event.time == 0
    assert next(e for e in found(text) if text[slice(*e.trigger)] == "attacked").place is None
