"""Other readings of an event: low in confidence, apart from what the rules stand by."""

import pytest
from annotation_making import document, words

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.types import Annotated, Event


def read(*paragraphs: str) -> Annotated:
    return annotate(document(*paragraphs), RuleAnnotator(in_doubt=True))


def in_doubt(text: str, trigger: str) -> list[tuple[list[str], list[str]]]:
    found = read(text)
    events = [e for e in found.annotations.events if e.confidence <= IN_DOUBT]
    of_it = [e for e in events if found.document.quote(e.trigger) == trigger]
    return [(words(found, e.actor), words(found, e.recipient)) for e in of_it]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Peru sued Lund Ferries over a debt to Chad.", "sued", ["Peru"], ["Chad"]),
        ("Peru and Chad condemned the ruling.", "condemned", ["Peru and Chad"], ["Chad"]),
        ("The mayor will wait in Orrville.", "wait", ["The mayor"], ["Orrville"]),
        ("Three sailors were arrested in Orrland.", "arrested", ["Orrland"], ["Three sailors"]),
    ],
)
def test_who_else_it_may_concern(text: str, trigger: str, actor: list[str], recipient: list[str]) -> None:
    assert (actor, recipient) in in_doubt(text, trigger)


def test_things_are_apart_from_parties() -> None:
    assert in_doubt("Peru sued Lund Ferries over a debt to Chad.", "sued") == [(["Peru"], ["Chad"]), (["Peru"], ["a debt"])]


def test_nobody_else_nothing_in_doubt() -> None:
    assert in_doubt("Peru praised Chad on Monday.", "praised") == []


def test_an_event_in_doubt_has_the_type_of_the_one_that_it_reads_otherwise() -> None:
    found = read("Peru attacked a ship of Chad near Orrville.")
    kinds: dict[str, set[str | None]] = {}
    for e in found.annotations.events:
        kinds.setdefault(found.document.quote(e.trigger), set()).add(e.type)
    assert kinds["attacked"] == {"ASSAULT"}


def test_times_are_nobody() -> None:
    found = read("On Monday Peru attacked Chad in March.")
    doubted: list[Event] = [e for e in found.annotations.events if e.confidence <= IN_DOUBT]
    assert not [w for e in doubted for w in words(found, e.recipient) if w in ("Monday", "March")]


def test_they_are_listed_only_where_they_are_asked_for() -> None:
    found = annotate(document("Peru sued Lund Ferries over a debt to Chad."), RuleAnnotator())
    assert [e.confidence for e in found.annotations.events if e.confidence <= IN_DOUBT] == []
