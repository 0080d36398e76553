"""Who is who: names, titles, countries, groups, and what stays apart."""

import pytest
from annotation_making import document, parties, read

from onrecord.annotation import annotate
from onrecord.annotation.parties import fold


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Kenyan President Achieng Odoro left on Monday.", "Achieng Odoro", ("person", "President", "KEN")),
        ("The talks were led by Vice President Rosalba Quintero.", "Rosalba Quintero", ("person", "Vice President", None)),
        ("Department of Fisheries Secretary Olan Bright spoke.", "Olan Bright", ("person", "Department of Fisheries Secretary", None)),
        ("Harbour spokeswoman Petra Lund declined.", "Petra Lund", ("person", "spokeswoman", None)),
        ("The pilot, Mr. Tam Okafor, was unhurt.", "Tam Okafor", ("person", None, None)),
        ("Quillon Freight Inc. sued on Friday.", "Quillon Freight Inc.", ("organisation", None, None)),
        ("It was built by Orr & Daughters in a year.", "Orr & Daughters", ("organisation", None, None)),
        ("The Ministry of Tides and Harbours was closed.", "Ministry of Tides and Harbours", ("organisation", None, None)),
        ("The Norwegian government agreed.", "Norway", ("organisation", "government", "NOR")),
        ("They flew to Chad in May.", "Chad", ("organisation", "government", "TCD")),
        ("The Danish navy sailed.", "Danish navy", ("organisation", "navy", "DNK")),
        ("A Reuters report said so.", "Reuters", ("organisation", "outlet", "GBR")),
        ("They met near the Quill River in spring.", "Quill River", ("place", None, None)),
        ("Peruvians voted twice.", "Peruvians", ("group", None, "PER")),
        ("Regional observers were surprised.", "Regional observers", ("group", "observers", None)),
        ("Two sources briefed on the merger confirmed it.", "Two sources briefed on the merger", ("group", "sources", None)),
        ("U.S. officials were divided.", "U.S. officials", ("group", "officials", "USA")),
    ],
)
def test_a_party_with_its_kind_role_and_country(text: str, name: str, expected: tuple[str, str | None, str | None]) -> None:
    assert parties(read(text))[name] == expected


def test_a_surname_alone_goes_to_its_only_bearer() -> None:
    found = read("Ada Quill, the mayor, resigned.", "Quill gave no reason.", title="Quill resigns")
    assert parties(found).keys() == {"Ada Quill"}
    assert len(found.annotations.mentions) == 3


def test_a_surname_that_two_people_bear_goes_to_neither() -> None:
    found = read("Anna Quill met Peter Quill.", "Quill then left.")
    assert [m.start for m in found.annotations.mentions] == [0, 15]


def test_a_form_of_address_tells_two_bearers_of_a_surname_apart() -> None:
    found = read("Anna Quill met Peter Quill.", "Mrs. Quill then left.")
    last = found.annotations.mentions[-1]
    assert next(p.name for p in found.annotations.parties if p.id == last.party) == "Anna Quill"


def test_a_country_its_government_and_its_acting_capital_are_one_party() -> None:
    found = read("Kenya asked for help. The Kenyan government waited. Critics accused Nairobi of delay.")
    assert parties(found)["Kenya"] == ("organisation", "government", "KEN")
    assert "Nairobi" not in parties(found)


def test_a_capital_where_something_happens_is_a_place() -> None:
    assert parties(read("The meeting in Nairobi was short."))["Nairobi"] == ("place", None, "KEN")


def test_acronyms_and_short_forms_join_the_full_name() -> None:
    found = read("The Orrish Tide Survey Office (OTSO) warned of floods.", "OTSO has two boats.")
    assert next(p for p in found.annotations.parties).aliases == ("OTSO",)
    short = read("Quillon Freight Inc. is for sale.", "Quillon has debts.")
    assert next(p for p in short.annotations.parties).aliases == ("Quillon",)


def test_an_ordinary_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert parties(read("Inflation rose. Harvests failed. Foolish plans followed.")) == {}


def test_a_dateline_in_capitals_is_the_place_it_names() -> None:
    assert parties(read("NAIROBI (AP) — The bridge fell."))["NAIROBI"][2] == "KEN"


def test_an_unknown_title_before_a_given_name_is_a_role() -> None:
    assert parties(read("The game was won by Goalkeeper Sarah Undset."))["Sarah Undset"][:2] == ("person", "Goalkeeper")


def test_folding_takes_accents_case_and_full_stops_away() -> None:
    assert fold("José A. Núñez") == fold("JOSE A NUNEZ")


def test_party_ids_follow_the_order_of_first_mention() -> None:
    found = annotate(document("Peru met Chad. Kenya watched."))
    assert [(p.id, p.name) for p in found.annotations.parties] == [("p1", "Peru"), ("p2", "Chad"), ("p3", "Kenya")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters Quillon Freight said so.", "Quillon Freight"),
        ("AFP/Getty Images Ada Quill left on Monday.", "Ada Quill"),
        ("Is Quillon Freight about to close?", "Quillon Freight"),
        ("The Harbour Workers' Union struck.", "Harbour Workers' Union"),
        ("The Teachers’ League of Orrville met.", "Teachers’ League of Orrville"),
        ("Thirty-year-old Ada Quill won.", "Ada Quill"),
    ],
)
def test_a_name_without_a_picture_s_credit_or_a_question_s_verb_and_with_its_apostrophe(text: str, name: str) -> None:
    assert list(parties(read(text))) == [name]


def test_the_label_of_a_picture_is_no_part_of_a_name() -> None:
    found = read("The game was made by Quillon for children.", "QUILLON Harbour Hero is out today.")
    assert "QUILLON Harbour Hero" not in parties(found)


def test_an_agency_that_reports_is_a_party() -> None:
    assert list(parties(read("Reuters reported that the pier fell."))) == ["Reuters"]
