"""When an event was: which of the times of its sentence stands by it."""

import pytest
from annotation_making import document
from test_events_arguments import Argument, Predicate, span

from onrecord.annotation import events, frames, names, parties, statements, times
from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.sentences import split

Seen = tuple[str, dict[str, str]]


def when(text: str, trigger: str, *predicates: Seen) -> str | None:
    """The value of the time of an event; `predicates` are what the network sees, if anything."""
    made = document(text)
    spans = split(made)
    sentences = read_sentences(made, spans)
    resolved = parties.resolve(sentences, names.find(sentences))
    told = statements.find(made, sentences, resolved)
    found = times.find(text, "2024-05-08", blocks=made.blocks, sentences=spans)
    seen = [
        Predicate(
            span(text, word), tuple(sorted((Argument(span(text, a), k) for k, a in of.items()), key=lambda a: a.span))
        )
        for word, of in predicates
    ]
    laid = frames.by_sentence(sentences, seen, [3.0] * len(seen)) if predicates else None
    all_of = events.find(sentences, told, found, resolved.mentions, None, laid)
    (event,) = [e for e in all_of if text[slice(*e.trigger)] == trigger]
    return None if event.time is None else found[event.time].value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The council, which in March gave them a week, rejected the offer.", "rejected", None),
        ("The mayor, who won in 2019, dismissed the engineer.", "dismissed", None),
        ("The port scrapped a crane built in 2019.", "scrapped", None),
        ("Guards seized a ship that had sailed on May 2.", "seized", None),
        ("Nine sailors fell ill in March, and the union has sued the owner.", "sued", None),
        ("The mill closed on May 2; the union sued the owner.", "sued", None),
        ("The nurses walked out for the first time since 1984.", "walked", None),
        ("The judge demanded logs going back to 2019.", "demanded", None),
    ],
)
def test_a_time_of_another_clause_is_not_the_events(text: str, trigger: str, value: str | None) -> None:
    assert when(text, trigger) == value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("On Monday, the mayor dismissed the engineer.", "dismissed", "2024-05-06"),
        ("The mayor on Monday dismissed the engineer.", "dismissed", "2024-05-06"),
        ("The mayor, who won in 2019, on Monday dismissed the engineer.", "dismissed", "2024-05-06"),
        ("In 2014, after guards shot a shepherd, Peru sued Chad.", "shot", "2014"),
        ("The May 2 raid on Orrville killed nine sailors.", "raid", "2024-05-02"),
        ("Peru attacked Chad on May 2, a Thursday.", "attacked", "2024-05-02"),
    ],
)
def test_a_time_of_its_own_clause_is(text: str, trigger: str, value: str) -> None:
    assert when(text, trigger) == value


@pytest.mark.parametrize("text", ["At this year's fair, Peru unveiled a ship.", "Peru praised the 2019 treaty.", "Chad attacked Monday's convoy."])
def test_what_a_time_tells_of_a_thing_dates_no_deed_on_it(text: str) -> None:
    verb = next(w for w in ("unveiled", "praised", "attacked") if w in text)
    assert when(text, verb) is None


SAID: Seen = ("said", {"ARG0": "The mayor", "ARGM-TMP": "on Monday", "ARG1": "guards attacked a ship"})


@pytest.mark.parametrize(
    ("text", "trigger", "predicates", "value"),
    [
        (
            "The mayor said on Monday guards attacked a ship.", "attacked",
            [SAID, ("attacked", {"ARG0": "guards", "ARG1": "a ship"})], None,
        ),
        (
            "Peru moved guns on Monday and closed a bridge.", "closed",
            [("moved", {"ARG0": "Peru", "ARG1": "guns", "ARGM-TMP": "on Monday"}), ("closed", {"ARG0": "Peru", "ARG1": "a bridge"})],
            "2024-05-06",
        ),
        (
            "Peru moved guns on Monday and closed a bridge on Tuesday.", "closed",
            [
                ("moved", {"ARG0": "Peru", "ARG1": "guns", "ARGM-TMP": "on Monday"}),
                ("closed", {"ARG1": "a bridge", "ARGM-TMP": "on Tuesday"}),
            ],
            "2024-05-07",
        ),
        (
            "Speaking in Orrville on Sunday, the mayor praised Peru.", "praised",
            [("Speaking", {"ARGM-TMP": "on Sunday"}), ("praised", {"ARG0": "the mayor", "ARG1": "Peru"})], "2024-05-05",
        ),
    ],
)  # fmt: skip
def test_the_network_ties_times_to_predicates(text: str, trigger: str, predicates: list[Seen], value: str | None) -> None:
    assert when(text, trigger, *predicates) == value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Since 2014, when Peru annexed the islands, the two have not met.", "annexed", "2014"),
        ("The two talked on May 2, when the mayor called the union.", "called", "2024-05-02"),
        ("That changed in 2021 when the board dismissed Ada Lund.", "dismissed", "2021"),
        ("In the year since the board dismissed Ada Lund, it has met once.", "dismissed", None),
    ],
)
def test_a_clause_with_when_tells_what_was_on_the_day_before_it(text: str, trigger: str, value: str | None) -> None:
    assert when(text, trigger) == value
