"""Whether a second speaker stands beside the first, and whether independent reports corroborate a claim."""

from __future__ import annotations

import pytest
from recording_making import document, names

from onrecord.recording import make_record
from onrecord.types import Record


def told_by(*lines: str) -> Record:
    """The record of reports that share nothing but what the lines have in common."""
    # Texts of their own behind each line: two that share more than an eighth count as one origin.
    own = [" ".join(f"{word}{n}" for n in range(120)) for word in ("crane", "lamp", "stone")]
    texts = [f"{line} {word.split()[0].title()}s: {word}" for line, word in zip(lines, own, strict=False)]
    return make_record([document(text, id=id) for text, id in zip(texts, "abc", strict=False)], [])


def test_two_who_say_so_in_two_reports_corroborate_a_claim() -> None:
    line = "{} said the ferry had left the harbour with too many passengers on board."
    [claim] = told_by(line.format("Jon Ek"), line.format("Mia Holm")).claims
    assert (claim.status, claim.origins) == ("corroborated", 2)


@pytest.mark.parametrize("who", ["Jon Ek", "Norrvik Mills", "The Harbour Workers’ Union"])
def test_one_whom_two_reports_quote_does_not_corroborate_himself(who: str) -> None:
    line = f"{who} said the ferry had left the harbour with too many passengers on board."
    [claim] = told_by(line, f"Meanwhile, {line}").claims
    assert (claim.status, claim.origins, len(claim.asserted_by)) == ("single-origin", 2, 1)


@pytest.mark.parametrize(
    ("one", "other", "speakers"),
    [
        ("Police", "police", ["Police"]),
        ("Officials", "State officials", ["State officials"]),
        ("Norrvik Police", "Officials", ["Norrvik Police"]),
        ("Authorities", "Mia Holm", ["Mia Holm"]),
    ],
)
def test_a_bare_noun_is_no_speaker_beside_one_who_is_told_better(one: str, other: str, speakers: list[str]) -> None:
    line = "{} said the ferry had left the harbour with too many passengers on board."
    record = told_by(line.format(one), f"On Monday, {line.format(other)}")
    assert [names(record, c.asserted_by) for c in record.claims] == [speakers]


def test_two_with_names_of_their_own_both_stand() -> None:
    record = told_by(
        "Jon Ek said the bridge over the sound was closed for the whole week.",
        "According to Mia Holm, the bridge over the sound was closed for the whole week.",
    )
    assert [names(record, c.asserted_by) for c in record.claims] == [["Jon Ek", "Mia Holm"]]


def test_who_only_passes_it_on_is_no_second_speaker() -> None:
    record = told_by(
        "Jon Ek said the bridge over the sound was closed for the whole week.",
        "The Norrvik Courier reported that Jon Ek said the bridge over the sound was closed for the whole week.",
    )
    for claim in record.claims:
        assert len(claim.asserted_by) == 1
        assert claim.status == "single-origin"


def test_words_in_quotation_marks_have_one_speaker() -> None:
    record = told_by(
        "“We shut the bridge because the piers were sinking,” Jon Ek said.",
        "“We shut the bridge because the piers were sinking,” said Mia Holm.",
    )
    assert [len(c.asserted_by) for c in record.claims] == [1]
    assert [c.status for c in record.claims] == ["single-origin"]


def test_a_closing_mark_that_stands_alone_joins_no_reports() -> None:
    texts = [
        "“The bridge is shut. Nobody may cross. ” Jon Ek spoke to the Courier.\n”\nThe end.",
        "“The mill is sold. Nobody may enter. ” Mia Holm spoke to the Herald.\n”\nThe close.",
    ]
    record = make_record([document(t, id=i) for t, i in zip(texts, "ab", strict=True)], [])
    assert all(len({e.document for e in s.evidence}) == 1 for s in record.statements)
