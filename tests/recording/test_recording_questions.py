"""What a record leaves open is asked once, in words that a reader understands, and not where the text tells it."""

from __future__ import annotations

import pytest

from onrecord.recording.questions import questions_of
from onrecord.types import Evidence, Reality, RecordEvent


def event(text: str, *, id: str = "e1", date: str | None = None, reality: Reality = "alleged") -> RecordEvent:
    start = int(id[1:]) * 100
    words = (Evidence("d", start, start + 9, "the words"),)
    return RecordEvent(
        id, "ASSAULT", None, ("p1",), (), date, None, "day" if date else "unknown", None, reality, (), words, text
    )


def asked(*events: RecordEvent) -> list[str]:
    return [q.text for q in questions_of((), (), (), (), events)]


def test_the_day_of_an_alleged_attack_is_asked_for() -> None:
    found = asked(event("The guards beat two of the dockers"))
    assert found == ["When is it said to have happened: The guards beat two of the dockers?"]


@pytest.mark.parametrize(
    "text",
    [
        "beat two of the dockers",  # no subject
        "many of them beaten and robbed",
        "The mayor said the guards beat two dockers",  # that it was said is no happening
        "The guards beat two dockers late on Thursday",  # told, if not tied to the happening
        "The guards beat two dockers last month",
        "This is the fifth attack by the guards in the bay",  # who did it to whom is not told
        "She shot the other three dockers",
        "The woman who beat two of the dockers",
        "The crew of a man accused of beating two dockers",  # told as an accusation already
        "The beating was allegedly carried out by the guards",
    ],
)
def test_no_question_in_broken_words_or_about_what_the_sentence_tells(text: str) -> None:
    assert asked(event(text)) == []


def test_no_question_about_what_is_dated_elsewhere() -> None:
    told = event("Guards attacked the dockers on the quay", id="e2", date="2024-05-03", reality="asserted")
    assert asked(event("The guards beat two of the dockers"), told) == []


def test_no_question_about_the_deeds_of_nobody() -> None:
    unknown = event("The windows were broken")
    nobody = RecordEvent(
        "e1", "ASSAULT", None, (), (), None, None, "unknown", None, "alleged", (), unknown.evidence, unknown.text
    )
    assert asked(nobody) == []
