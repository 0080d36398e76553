"""Parties across documents: one entry for each, and none for two."""

from __future__ import annotations

import dataclasses

import pytest
from recording_making import names, record_of

from onrecord.recording import make_record
from onrecord.types import (
    Annotated,
    Annotations,
    Block,
    Document,
    Mention,
    Party,
    PartyKind,
    RecordParty,
    Report,
    Source,
)  # fmt: skip


def named(number: int, *parties: tuple[str, PartyKind]) -> Annotated:
    """A document that names some parties, each once, with the parties that an annotator would give."""
    text, mentions, local = "", [], []
    for n, (name, kind) in enumerate(parties):
        mentions.append(Mention(len(text), len(text) + len(name), kind, f"q{n}"))
        local.append(Party(f"q{n}", name, kind, country="NOR" if "Norway" in name or "Norwegian" in name else None))
        text += name + ". "
    document = Document(
        f"d{number}", text, (Block("paragraph", 0, len(text)),), Source("x", "text/plain", "0"), published="2024-05-08"
    )
    return Annotated(document, Annotations(sentences=((0, len(text)),), mentions=tuple(mentions), parties=tuple(local)))


def joined(*parties: tuple[str, PartyKind]) -> list[RecordParty]:
    """The record's parties where each document names one party."""
    documents = [named(n, p) for n, p in enumerate(parties)]
    return list(make_record(documents, [Report(f"r{n}", (f"d{n}",)) for n in range(len(documents))]).parties)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ada Lund", "Lund", "President Ada Lund", "Mrs. Lund", "A. Lund", "Ada Maria Lund"),
        ("José Álvarez", "Jose Alvarez", "Sen. José Álvarez", "Alvarez"),
        ("Jon Ek", "Ek", "Gov. Jon Ek Jr."),
    ],
)
def test_spellings_of_one_person(spellings: tuple[str, ...]) -> None:
    parties = joined(*((s, "person") for s in spellings))
    assert len(parties) == 1
    assert len(parties[0].evidence) == len(spellings)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Vesta Lines", "Vesta Lines Ltd.", "Vesta", "VL"),
        ("Ministry of Ports", "The Ministry of Ports", "Ministry of Ports"),
        ("U.S. Space Works", "US Space Works", "SW"),
    ],
)
def test_spellings_of_one_organisation(spellings: tuple[str, ...]) -> None:
    assert len(joined(*((s, "organisation") for s in spellings))) == 1


def test_a_surname_with_two_bearers_joins_neither() -> None:
    parties = joined(("Ada Lund", "person"), ("Jon Lund", "person"), ("Lund", "person"))
    assert sorted(p.name for p in parties) == ["Ada Lund", "Jon Lund", "Lund"]


def test_other_first_names_are_other_people() -> None:
    assert len(joined(("Ada Lund", "person"), ("Eva Lund", "person"))) == 2


def test_a_country_and_its_government_are_one() -> None:
    parties = joined(("Norway", "place"), ("Norwegian government", "organisation"), ("Norwegian authorities", "group"))
    assert len(parties) <= 2
    assert any({"Norwegian government", "Norwegian authorities"} <= {p.name, *p.aliases} for p in parties)


@pytest.mark.parametrize(
    "others",
    [
        (("Dockers Union", "organisation"), ("Dockers Union officials", "group")),
        (("Vesta Lines", "organisation"), ("Norrvik Mills", "organisation")),
        (("Nord Air", "organisation"), ("Nord Bank", "organisation")),
    ],
)
def test_what_stays_apart(others: tuple[tuple[str, PartyKind], ...]) -> None:
    assert len(joined(*others)) == len(others)


@pytest.mark.parametrize("place", ["Sarrow", "Orrland", "Tavik"])
def test_a_place_that_a_headline_makes_a_man_of_is_one_party(place: str) -> None:
    documents = [named(0, (place, "place"), (place, "place")), named(1, (place, "person"))]
    documents[0] = dataclasses.replace(
        documents[0],
        annotations=dataclasses.replace(
            documents[0].annotations,
            mentions=tuple(dataclasses.replace(m, party="q0") for m in documents[0].annotations.mentions),
            parties=documents[0].annotations.parties[:1],
        ),
    )
    record = make_record(documents, [Report("r0", ("d0",)), Report("r1", ("d1",))])
    assert [(p.name, p.kind) for p in record.parties] == [(place, "place")]


def test_a_town_is_not_the_man_who_bears_its_name() -> None:
    parties = joined(("Houston", "place"), ("Ada Houston", "person"), ("Houston", "person"))
    assert sorted((p.name, p.kind) for p in parties) == [("Ada Houston", "person"), ("Houston", "place")]


def test_a_short_name_that_two_could_have_joins_neither() -> None:
    parties = joined(("Nord Air", "organisation"), ("Nord Bank", "organisation"), ("Nord", "organisation"))
    assert len(parties) == 3


def test_who_stands_beside_a_name_is_meant_by_the_word() -> None:
    record = record_of("His father, Jon Ek, spoke in Norrvik.\nThe boy's father urged Sweden to close the dam.")
    assert names(record, record.demands[0].by) == ["Jon Ek"]


def test_the_order_of_the_documents_does_not_matter() -> None:
    documents = [named(n, p) for n, p in enumerate((("Ada Lund", "person"), ("Lund", "person"), ("Jon Ek", "person")))]  # type: ignore[arg-type]
    assert make_record(documents, []).parties == make_record(documents[::-1], []).parties
