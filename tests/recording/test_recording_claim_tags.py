"""What is no part of a claim, and who makes none."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.recording.claim_tags import without_tag


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("A ferry with nine pupils on board sank off Norrvik, officials said", "A ferry with nine pupils on board sank off Norrvik"),
        ("losses of nine crowns a day to these tricks,' Norrvik police said in a news release", "losses of nine crowns a day to these tricks"),
        ("“The ferry of the Lund line was too old,” the harbour master told reporters on Monday", "“The ferry of the Lund line was too old”"),
        ("the ferry of the Lund line was too old, according to the harbour office", "the ferry of the Lund line was too old"),
        ("“The ferry was too old,” Lund Line deputy head for repairs Ada Maria Holm said", "“The ferry was too old”"),
        ("“The ferry was too old for the sea,” he said after a visit to the yard in Norrvik", "“The ferry was too old for the sea”"),
        ("A ferry with nine pupils on board sank off Norrvik, court sources said last night", "A ferry with nine pupils on board sank off Norrvik"),
        ("A ferry with nine pupils on board sank off Norrvik, the harbour master said Monday", "A ferry with nine pupils on board sank off Norrvik"),
        ("rightly—how easy it would be to open the lock", "how easy it would be to open the lock"),
        ('shown on Harbour Sport 2: "It was a long race and we won it."', '"It was a long race and we won it."'),
        ("at a meeting of the board: “The mill is older than the town.”", "“The mill is older than the town.”"),
        ("posted on the site of the line: “All crews are safe.”", "“All crews are safe.”"),
        ("“Commission on the Quiet Sea” in May that it would watch the wreck", "it would watch the wreck"),
        ("“Friends of the Pier” last week that the pier would stay", "the pier would stay"),
        ("“Harbour Watch” on Tuesday that the gates were shut", "the gates were shut"),
        # These are part of what is said.
        ("“the idea” that the mill could close was absurd", "“the idea” that the mill could close was absurd"),
        ("at noon the board had one question: “Who pays?”", "at noon the board had one question: “Who pays?”"),
        ("the ferry was too old, and the mayor knew what the engineer had told her", "the ferry was too old, and the mayor knew what the engineer had told her"),
        ("the mill will close in May, and nobody said", "the mill will close in May, and nobody said"),
        ("“The ferry was too old,” and that is what the mayor said", "“The ferry was too old,” and that is what the mayor said"),
        ("the crew did what the harbour master said", "the crew did what the harbour master said"),
    ],
)  # fmt: skip
def test_who_said_it_is_no_part_of_it(line: str, left: str) -> None:
    assert without_tag(line) == left


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Safety Act says ferries may not sail in a storm.",
        "The Norwegian Constitution says that the king may not sell the islands.",
        "The Ferry Fares Code of 1990 says lines must carry pupils for nothing.",
    ],
)
def test_what_a_law_lays_down_is_nobody_s_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Law, a harbour engineer, said the ferry was too old.", "Ada Law"),
        ("The Northern Ferry Convention said the ferry was too old.", "Northern Ferry Convention"),
    ],
)
def test_who_is_only_called_like_a_law_may_claim_something(text: str, speaker: str) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Witnesses quoted by the Norrvik Courier said the shooting went on for an hour.", "Norrvik Courier"),
        ("Shopkeepers interviewed by the Harbour Post said the square had been empty.", "Harbour Post"),
        ("Two clerks cited by the Lund Herald said the vault was open all night.", "Lund Herald"),
    ],
)
def test_a_paper_does_not_say_what_those_say_whom_it_quotes(text: str, paper: str) -> None:
    record = record_of(text)
    assert paper not in [name for c in record.claims for name in names(record, c.asserted_by)]
