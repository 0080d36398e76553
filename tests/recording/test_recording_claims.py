"""The ledger of claims and denials."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Nord Air denied that it had hidden the report.", "Nord Air"),
        ("Mia Holm said there was no truth in reports of fraud in the vote.", "Mia Holm"),
        ("Jon Ek denied all charges of fraud.", "Jon Ek"),
        ("Mia Holm dismissed as a smear allegations that she had fled.", "Mia Holm"),
    ],
)
def test_who_denies(text: str, denier: str) -> None:
    record = record_of(text)
    denied = [c for c in record.claims if c.denied_by]
    assert [names(record, c.denied_by) for c in denied] == [[denier]]
    assert denied[0].asserted_by == ()
    assert denied[0].status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Nord Air rejected the union's demands.",
        "Mia Holm dismissed her deputy on Monday.",
        "A judge in Oslo dismissed the claims against Nord Air.",
        "The government could deny them a permit.",
    ],
)
def test_refusing_and_judging_is_not_denying(text: str) -> None:
    assert [c for c in record_of(text).claims if c.denied_by] == []


def test_a_general_denial_says_so_and_touches_no_other_claim() -> None:
    record = record_of("The Oslo Herald reported that Jon Ek took bribes.\nEk denied every accusation of fraud.")
    general = [c for c in record.claims if c.denied_by]
    assert [c.rule for c in general] == ["general denial"]
    assert all(c.denied_by == () for c in record.claims if c.asserted_by)


def test_a_key_point_repeats_the_body_s_denial() -> None:
    record = record_of(
        "* Mia Holm stays in office, denying fraud allegations.\nMia Holm denies all fraud allegations, the paper said."
    )
    denials = [c for c in record.claims if c.denied_by]
    assert len(denials) == 1
    assert len({e.start for e in denials[0].evidence}) == 2


def test_whose_allegations_are_denied() -> None:
    record = record_of("Mia Holm denied claims made by Jon Ek that she had sold the mill.")
    claim = next(c for c in record.claims if c.denied_by)
    assert (names(record, claim.asserted_by), names(record, claim.denied_by), claim.status) == (
        ["Jon Ek"],
        ["Mia Holm"],
        "disputed",
    )


def test_the_same_claim_of_two_independent_reports_is_corroborated() -> None:
    line = "{} said the ferry had left the harbour with too many passengers on board."
    # Texts of their own around the common words: two texts that share more than an eighth count as one origin.
    own = [f"{word.title()}s: " + " ".join(f"{word}{n}" for n in range(120)) for word in ("crane", "lamp")]
    texts = [f"{line.format(who)} {rest}" for who, rest in zip(("Jon Ek", "Mia Holm"), own, strict=True)]
    record = make_record([document(text, id=id) for text, id in zip(texts, "ab", strict=True)], [])
    claim = next(c for c in record.claims if len(c.asserted_by) == 2)
    assert (claim.status, claim.origins) == ("corroborated", 2)


def test_other_numbers_are_another_claim() -> None:
    line = "{} said the ferry had left the harbour with {} passengers on board."
    record = make_record(
        [document(line.format("Jon Ek", 80), id="a"), document(line.format("Mia Holm", 95), id="b")], []
    )
    assert {len(c.asserted_by) for c in record.claims} == {1}
