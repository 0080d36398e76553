"""Which body a common noun means: by what its name says of it, by whose government it is, by who was introduced so."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.recording.bodies_called import is_called, may_be_called, sort_of
from onrecord.types import Record


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Telecoms Commission of Norrvik", "regulator"),
        ("Harbour Workers' Union", "union"),
        ("Allied Engineers", "union"),
        ("Bank of Orrland", "firm"),
        ("Orrville City Council", "council"),
        ("Court of Appeal", "court"),
        ("Vesta Lines", None),
        ("", None),
    ],
)
def test_a_name_may_say_what_its_bearer_is(name: str, sort: str | None) -> None:
    assert sort_of(name) == sort


@pytest.mark.parametrize(
    ("name", "noun", "may"),
    [
        ("Vesta Lines", "company", True),
        ("Vesta Lines", "regulator", True),
        ("Orrville Traders' Association", "company", False),
        ("Harbour Workers' Union", "regulator", False),
        ("Port Authority", "operator", True),
        ("Norrvik Opera", "company", True),
        ("Court of Appeal", "firm", False),
    ],
)
def test_a_body_is_not_called_what_its_name_rules_out(name: str, noun: str, may: bool) -> None:
    assert may_be_called(name, noun) is may


def test_a_commission_is_a_regulator_and_a_name_without_a_word_for_it_is_not() -> None:
    assert is_called("Telecoms Commission", "regulator")
    assert not is_called("Vesta Lines", "regulator")


def wanted(text: str) -> list[tuple[list[str], list[str]]]:
    record: Record = record_of(text)
    return [(names(record, d.by), names(record, d.to)) for d in record.demands]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "Vesta Lines sued Norrvik Ferries on Monday. The Harbour Commission had licensed Vesta Lines in May. Vesta Lines "
            "runs nine ships. The regulator asked Norrvik Ferries to hand over its books.",
            "Harbour Commission", "Norrvik Ferries",
        ),
        (
            "Vesta Lines met the Dockers' Union at the offices of the Conciliation Service. The company has asked the union "
            "to call off the strike.",
            "Vesta Lines", "Dockers' Union",
        ),
        (
            "The Dockers' Union struck at Vesta Lines on Monday. A separate union, Allied Engineers, did not. Vesta Lines "
            "urged the union to call off the strike.",
            "Vesta Lines", "Dockers' Union",
        ),
    ],
)  # fmt: skip
def test_a_noun_means_the_body_that_can_be_called_so(text: str, by: str, to: str) -> None:
    assert ([by], [to]) in wanted(text)


@pytest.mark.parametrize(
    ("text", "government"),
    [
        (
            "MANILA — The Philippines sent troops to the town. The Philippines has ruled out talks. An engineer of an Australian "
            "firm is held there, and the Australian government sent an envoy. A week passed. Rebels asked the government to free nine men.",
            "Philippines",
        ),
        (
            "Norrland’s president met rebels in Velm on Monday. Norrland sends its copper through Hungary. Traders asked the "
            "government to pay for the longer way.",
            "Norrland",
        ),
        (
            "The Spanish government raised the tax. Spain needs money. Traders asked the government to cut it.", "Spain",
        ),
    ],
)  # fmt: skip
def test_the_government_is_the_one_that_is_spoken_of_most(text: str, government: str) -> None:
    assert [government] in [to for _, to in wanted(text)]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        # Whom a threat is told, and whom an offer lets do something.
        ("Vesta Lines had told Norrvik Mills in a letter that it would sue unless the bills were paid.", "Vesta Lines", "Norrvik Mills"),
        ("Vesta Lines offered to allow Norrvik Mills to pay in ten parts.", "Vesta Lines", "Norrvik Mills"),
        # What follows `would` is no past: the speaker calls.
        ("Jon Ek said poor families would suffer most and called on Norrvik Mills to settle.", "Jon Ek", "Norrvik Mills"),
        # Nobody calls on himself.
        ("Mia Holm accused Jon Ek of greed. Ada Lund, who leads the union, called on him to resign.", "Ada Lund", "Jon Ek"),
        ("Mayor Pia Berg left. Deputy Mayor Eva Roth stayed. Ada Lund asked the mayor to resign.", "Ada Lund", "Pia Berg"),
    ],
)  # fmt: skip
def test_who_asks_and_who_is_asked(text: str, by: str, to: str) -> None:
    assert ([by], [to]) in wanted(text)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Nord Air requested that a judge dismiss the case.", "judge"),
        ("Nord Air asked that a panel review the ruling.", "panel"),
    ],
)
def test_a_bench_of_which_something_is_requested_is_asked_itself(text: str, to: str) -> None:
    assert [asked for _, asked in wanted(text)] == [[to]]


def test_what_a_landlord_is_called_does_not_make_a_firm_a_man() -> None:
    record = record_of("The ruling stops its landlord, Vesta Lines, from turning off the masts. Vesta Lines sued.")
    assert [p.kind for p in record.parties if p.name == "Vesta Lines"] == ["organisation"]
