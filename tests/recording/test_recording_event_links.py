"""Mentions of one happening are one event of the record."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recording_making import document, names

from onrecord.recording import make_record
from onrecord.types import Annotated, Record, Trigger


def record(*texts: str, bare: Sequence[str] = ()) -> Record:
    """The record of some documents, a, b, c …; `bare`: words that the annotator takes for triggers of no event."""
    return make_record([told(text, n, bare) for n, text in enumerate(texts)], [])


def told(text: str, number: int, bare: Sequence[str] = ()) -> Annotated:
    made = document(text, id=chr(ord("a") + number))
    places = [(text.find(word), word) for word in bare]
    triggers = tuple(Trigger(at, at + len(word)) for at, word in places if at >= 0)
    return dataclasses.replace(made, annotations=dataclasses.replace(made.annotations, triggers=triggers))


def events(found: Record) -> list[set[str]]:
    """Each event as the words that tell it, with their document: `a attacked`."""
    return [{f"{e.document} {e.quote}" for e in event.evidence if " " not in e.quote} for event in found.events]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Peru attacked the port of Norrvik on Monday.",
            "The mayor fled after Peru attacked Norrvik.",
            {"a attacked", "b attacked"},
        ),
        (
            "Nord Air bought the Vesta shipyard.",
            "Nord Air acquired the Vesta shipyard, and jobs went.",
            {"a bought", "b acquired"},
        ),
        (
            "The captain of the Vesta ferry was arrested.",
            "The captain of the ferry was detained, Jon Ek said.",
            {"a arrested", "b detained"},
        ),
    ],
)
def test_what_two_documents_tell_is_one_event_with_the_words_of_both(one: str, other: str, words: set[str]) -> None:
    assert words in events(record(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Others do it in one text.
        ("Peru attacked the port of Norrvik. Chad attacked the port of Norrvik.", "The weather was fine."),
        # On other days.
        ("Peru attacked the port on May 2, 2024.", "Peru attacked the port on May 6, 2024."),
        # Here it was done, there not.
        ("Peru attacked the port of Norrvik.", "Peru did not attack the port of Norrvik."),
        # Here it was done, there it is ahead.
        ("Peru attacked the port of Norrvik.", "Peru will attack the port of Norrvik."),
        # Long ago, and now.
        ("Peru attacked the port of Norrvik in 1998.", "Peru attacked the port of Norrvik."),
        # Other states do it.
        ("Peru attacked the port of Arica with drones.", "Chad attacked the port of Tacna with drones."),
        # Of other things.
        ("Peru attacked the port of Norrvik.", "Rebels attacked a convoy near Arden with grenades."),
    ],
)
def test_what_does_not_agree_stays_two_events(one: str, other: str) -> None:
    found = [words for words in events(record(one, other)) if any("attack" in word for word in words)]
    assert len(found) == 2


def test_moves_of_which_a_story_tells_many_need_more_than_one_word_in_common() -> None:
    found = record(
        "The union asked the mill for higher pay.\nMia Holm asked the court to hear the nurses.",
        "Lawyers said that the mill had been asked for papers.",
    )
    assert all(len(words) == 1 for words in events(found) if any("asked" in word for word in words))


def test_a_bare_word_is_one_mention_more_of_the_event_that_it_tells() -> None:
    found = record("Police arrested the captain of the ferry.", "The arrest of the captain came late.", bare=["arrest "])
    assert not events(found)[0] - {"a arrested", "b arrest"}
    bare = record("Police arrested the captain of the ferry.", "The arrest of the captain came late.", bare=["arrest"])
    assert {"a arrested", "b arrest"} in events(bare)


def test_what_several_documents_tell_only_by_a_word_is_an_event_of_nobody() -> None:
    found = record(
        "Residents were woken by an explosion at the mill.", "After the explosion at the mill the road was shut.",
        bare=["explosion"],
    )
    (event,) = (e for e in found.events if e.rule == "told again")
    assert (event.type, event.actor, event.recipient, event.date) == (None, (), (), None)
    assert "explosion at the mill" in event.text
    assert {"a explosion", "b explosion"} in events(found)


def test_what_one_document_tells_only_by_a_word_is_none() -> None:
    found = record("Residents were woken by an explosion at the mill.", "The road was shut.", bare=["explosion"])
    assert not any(e.rule == "told again" for e in found.events)


@pytest.mark.parametrize(
    ("one", "other"), [("the Luna crash at sea", "the Vega crash at sea"), ("the first raid", "the third raid")]
)
def test_nouns_that_are_told_apart_stay_apart(one: str, other: str) -> None:
    word = one.split()[2]
    found = record(f"The engineers spoke of {one}.", f"The engineers spoke of {other}.", bare=[word])
    assert not any({f"a {word}", f"b {word}"} <= words for words in events(found))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An initial missile attack hit the boat off Arica.", "A deadly second strike on the boat off Arica followed."),
        ("A first drone raid on the port failed.", "The port held out against a third raid."),
        ("The Tacna attack on the port failed.", "The Arica attack on the port failed."),
    ],
)
def test_what_its_noun_numbers_or_names_is_no_other_of_its_kind(one: str, other: str) -> None:
    found = [words for words in events(record(one, other)) if any(w[2:] in _BLOWS for w in words)]
    assert not any({w[0] for w in words} == {"a", "b"} for words in found)


_BLOWS = frozenset({"attack", "strike", "raid"})


def test_an_event_says_what_most_of_its_mentions_say() -> None:
    found = record(
        "Peru attacked the port of Norrvik.", "Peru attacked the port of Norrvik with jets.",
        "The port of Norrvik was attacked with jets on May 6, 2024.",
    )  # fmt: skip
    (event,) = (e for e in found.events if e.type == "ASSAULT")
    assert names(found, event.actor) == ["Peru"]
    assert event.date == "2024-05-06"
    assert {e.document for e in event.evidence} == {"a", "b", "c"}


def test_a_day_that_one_of_many_mentions_tells_does_not_date_the_event() -> None:
    texts = [f"Peru attacked the port of Norrvik, {who} said." for who in ("Jon Ek", "Mia Holm", "Siri Lund", "Odd Berg")]
    found = record("Peru attacked the port of Norrvik on May 6, 2024.", *texts)
    (event,) = (e for e in found.events if e.type == "ASSAULT" and len({x.document for x in e.evidence}) > 3)
    assert event.date is None


def test_lines_of_one_day_that_tell_one_event_are_one_line() -> None:
    found = record(
        "Police arrested the captain of the ferry on Monday.",
        "The captain of the Vesta ferry, who had slept, was detained by police on Monday in a bar.",
    )
    (line,) = found.timeline
    assert {e.document for e in line.evidence} == {"a", "b"}


def test_what_names_an_event_names_one_that_is_on_record() -> None:
    found = record(
        "Peru gave Chad until May 6, 2024, to leave Norrvik. On May 7, 2024, Peru attacked the port.",
        "Peru attacked the port of Norrvik on May 7, 2024.",
    )
    ids = [e.id for e in found.events]
    assert ids == [f"e{n}" for n in range(1, len(ids) + 1)]
    named = {line.event for line in found.timeline} | {d.consequence for d in found.deadlines}
    assert named - {None} <= set(ids)


SENTENCES = [
    "Peru attacked the port of Norrvik on Monday.", "Chad attacked the port of Norrvik.", "The attack on the port failed.",
    "Nord Air bought the Vesta shipyard.", "The acquisition of the shipyard by Nord Air was approved.",
    "Police arrested Jon Ek.", "Jon Ek was detained on May 2, 2024.", "Mia Holm did not sign the deal.",
]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=4), st.randoms())
@settings(max_examples=30, deadline=None)
def test_no_mention_is_lost_or_doubled_and_the_order_of_documents_does_not_matter(
    texts: list[list[str]], order: Callable[[], float]
) -> None:
    documents = [told("\n".join(lines), n, ["attack", "acquisition"]) for n, lines in enumerate(texts)]
    found = make_record(documents, [])
    places = [(e.document, e.start, e.end) for event in found.events for e in event.evidence if " " not in e.quote]
    text = {d.document.id: d.document.text for d in documents}
    assert all(text[d][a:b] for d, a, b in places)
    assert all(e.quote == text[e.document][e.start : e.end] for event in found.events for e in event.evidence)
    shuffled = documents[::-1]
    assert make_record(shuffled, []).events == found.events


def test_the_work_grows_with_the_number_of_documents(quickest: Callable[..., float]) -> None:
    from onrecord.recording.event_links import linked
    from onrecord.recording.events import events_of
    from onrecord.recording.material import prepare
    from onrecord.recording.referents import Referents

    def story(count: int) -> tuple[object, ...]:
        texts = (f"Peru attacked the port of Norrvik with {n} jets, and Chad bought ship {n}." for n in range(count))
        made = document("x")
        documents = [
            dataclasses.replace(d, document=dataclasses.replace(d.document, id=f"d{n:05}"))
            for n, d in enumerate(map(document, texts))
        ]
        assert made
        material = prepare(documents, [], None)
        return material, events_of(material, Referents(material), [], [])

    few, many = story(200), story(800)
    most = 8 * quickest(lambda: linked(*few)) + 0.2
    assert quickest(lambda: linked(*many), most) < most
