"""Where names begin and end, and what stands beside them that says what they name."""

import pytest
from annotation_making import named, parties, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Carters’ and Coopers’ Federation signed it.", "Carters’ and Coopers’ Federation"),
        ("He was taken to St. Olave's Hospital at dawn.", "St. Olave's Hospital"),
        ("The Saint Petroc Fellowship met on Monday.", "Saint Petroc Fellowship"),
        ("They studied at King Hakon University together.", "King Hakon University"),
        ("It was built by the Association of Private Barge Keepers.", "Association of Private Barge Keepers"),
        ("Banco del Puerto, a lender, has closed.", "Banco del Puerto"),
        ("The ruling by the Dry Creek Irrigation District stands.", "Dry Creek Irrigation District"),
    ],
)
def test_a_body_has_its_whole_name(text: str, name: str) -> None:
    found = parties(read(text))
    assert found[name][0] == "organisation", found
    assert [other for other in found if other in name] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its negotiator, Yusuf al-Marri, left early.", "Yusuf al-Marri"),
        ("The minister, Ines d’Aubert, left early.", "Ines d’Aubert"),
        ("The coach, Luis de la Riba, left early.", "Luis de la Riba"),
    ],
)
def test_a_surname_may_begin_in_lower_case(text: str, name: str) -> None:
    assert parties(read(text))[name][0] == "person"


def test_a_firm_may_end_in_a_possessive() -> None:
    assert "Corrigan's" in parties(read("Corrigan's said that it would appeal."))
    assert "Corrigan" in parties(read("Corrigan's lawyer said that it would appeal."))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday Tellvik, a haulier, went bankrupt.", "Tellvik", "organisation"),
        ("On Monday insurer Tellvik went bankrupt.", "Tellvik", "organisation"),
        ("On Monday Tellvik said it would sell the barges.", "Tellvik", "organisation"),
        ("On Monday Tellvik's shares fell.", "Tellvik", "organisation"),
        ("On Monday Tellvik, who is 61, resigned.", "Tellvik", "person"),
        ("On Monday Tellvik said she would resign.", "Tellvik", "person"),
        ("On Monday Tellvik's ambassador left.", "Tellvik", "place"),
        ("On Monday the tanker was seen off Ras Tellvik.", "Ras Tellvik", "place"),
        ("On Monday Tellvik, a port in the north, was shut.", "Tellvik", "place"),
        ("On Monday the mayor of Tellvik resigned.", "Tellvik", "place"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert parties(read(text))[name][0] == kind


def test_a_surname_stays_its_bearers_whatever_stands_beside_it() -> None:
    found = parties(read("Ada Tellvik, the owner, left.", "Tellvik's shares were sold."))
    assert found["Ada Tellvik"][0] == "person"
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adam and Eva Quill sold the farm.", {"Adam Quill", "Eva Quill"}),
        ("It was bought by Peter and Anna Rask in May.", {"Peter Rask", "Anna Rask"}),
        ("On Friday Carl and Maria Voss were freed.", {"Carl Voss", "Maria Voss"}),
    ],
)
def test_two_who_share_a_surname_are_two(text: str, names: set[str]) -> None:
    assert set(parties(read(text))) == names


def test_a_form_of_address_parts_husband_and_wife() -> None:
    found = read("Adam and Eva Quill sold the farm.", "Mr. Quill said he was glad.", "Mrs. Quill said she was not.")
    assert [named(found, m.party) for m in found.annotations.mentions] == ["Adam Quill", "Eva Quill"] * 2


def test_a_woman_who_is_not_named_in_full_is_not_her_husband() -> None:
    found = read("Adam Quill sold the farm.", "Mrs. Quill wept.")
    assert [named(found, m.party) for m in found.annotations.mentions] == ["Adam Quill", "Mrs. Quill"]


def test_a_town_is_no_short_form_of_a_body_that_is_called_after_it() -> None:
    found = parties(read("Gunmen entered the town of Velsa.", "The Velsa Defence Committee blamed bandits."))
    assert found["Velsa"][0] == "place"
    assert found["Velsa Defence Committee"][0] == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She appealed to the Court of Arbitration for Boats.", "Court of Arbitration for Boats", "organisation"),
        ("The People’s Dawn was founded in May.", "People’s Dawn", "organisation"),
        ("The Port of Velluno was shut.", "Port of Velluno", "organisation"),
        ("The mine's owner Quill Minerals went bankrupt.", "Quill Minerals", "organisation"),
        ("His novel, “The Salt Year,” was banned.", "Salt Year", "work"),
        ("They recalled their ambassador to Tellvik.", "Tellvik", "place"),
        ("A farmer in Upper Sorrel was fined.", "Upper Sorrel", "place"),
    ],
)
def test_a_name_by_its_own_words(text: str, name: str, kind: str) -> None:
    assert parties(read(text))[name][0] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norrvik-based Nordfrakt won the bid.", "Nordfrakt"),
        ("The council chose Orrville-based Vesta Quillon to build it.", "Vesta Quillon"),
        ("The order went to Port Olave based Tarrock in May.", "Tarrock"),
    ],
)
def test_who_is_based_in_a_town_is_a_body(text: str, name: str) -> None:
    assert parties(read(text))[name][0] == "organisation"


@pytest.mark.parametrize(
    ("text", "half", "state"),
    [
        ("South Sudan and Sudan signed a truce. The South withdrew its barges.", "South", "South Sudan"),
        ("North Korea closed the road. Two days later the North reopened it.", "North", "North Korea"),
        ("South Korea sent rice. The North has not replied, but the South will send more.", "South", "South Korea"),
    ],
)
def test_half_of_a_land_that_acts_is_its_state(text: str, half: str, state: str) -> None:
    found = read(text)
    mentions = {m.party for m in found.annotations.mentions if found.document.text[m.start : m.end] == half}
    assert {named(found, m) for m in mentions} == {state}
    assert half not in parties(found)


def test_half_of_a_land_without_such_a_state_is_no_party() -> None:
    assert not {"South", "North"} & set(parties(read("The coast is dry. The South suffered most, and the North gained.")))


@pytest.mark.parametrize(
    "text", ["It was shown to Russians.", "They had no ties to Norwegian agents.", "It wasn’t the Danes, he said."]
)
def test_a_people_alone_holds_no_office(text: str) -> None:
    """Behind the name of a people the run of capitals may be over."""
    assert not [kind for kind, *_ in parties(read(text)).values() if kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Retired U.S. Air Force Gen. Norman Quill spoke.", "Norman Quill"),
        ("Norrvik Harbour Police Sgt. Adam Quill left.", "Adam Quill"),
        ("They met Orrville County Rep. Eva Lund there.", "Eva Lund"),
    ],
)
def test_a_title_cut_short_ends_what_stands_before_a_name(text: str, name: str) -> None:
    assert parties(read(text))[name][0] == "person"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Quill met Eva Lund. Ada E. Quill is a judge. Quill left.", ["Ada Quill", "Eva Lund"]),
        ("Adam R. Quill spoke. Later Adam Quill left with Eva Lund.", ["Adam R. Quill", "Eva Lund"]),
        ("Ada E. Quill and Ada J. Quill met.", ["Ada E. Quill", "Ada J. Quill"]),
    ],
)
def test_a_letter_in_the_middle_of_a_name_makes_nobody_else(text: str, people: list[str]) -> None:
    assert [name for name, found in parties(read(text)).items() if found[0] == "person"] == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The moons were real, Science and Technology Weekly reported.", "Science and Technology Weekly"),
        ("The Farmers and Growers Union signed it.", "Farmers and Growers Union"),
        ("Safety and Health Magazine was read there.", "Safety and Health Magazine"),
        ("The Peace and Freedom Party signed it.", "Peace and Freedom Party"),
        ("The Norrland Society for Prevention of Cruelty to Horses signed it.", "Norrland Society for Prevention of Cruelty to Horses"),
        ("Parents Without Houses signed it.", "Parents Without Houses"),
        ("Mothers Against Noise signed it.", "Mothers Against Noise"),
        ("People for the Fair Treatment of Horses signed it.", "People for the Fair Treatment of Horses"),
    ],
)
def test_a_body_keeps_both_halves_of_its_name(text: str, name: str) -> None:
    found = parties(read(text))
    assert found[name][0] == "organisation", found
    assert [other for other in found if other in name] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officials and Education Ministry staff met on Monday.", "Education Ministry"),
        ("Residents and Harrow Council signed it.", "Harrow Council"),
        ("Lawyers for the Harbour Bank signed it.", "Harbour Bank"),
    ],
)
def test_two_that_stand_side_by_side_are_not_one_body(text: str, name: str) -> None:
    assert name in parties(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Deliveries will start in May, the firm said.",
        "Cancellations hit the port in June.",
        "Shipments rose by a tenth, it said.",
        "Layoffs began on Monday.",
        "It lost the Social Security numbers of its clients.",
    ],
)
def test_a_plain_plural_names_nobody(text: str) -> None:
    assert not [n for n, (kind, *_) in parties(read(text)).items() if kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Former AG Karl Moe spoke on Friday.", "Karl Moe"),
        ("AG Tove Lund spoke on Friday.", "Tove Lund"),
    ],
)
def test_an_attorney_general_may_be_called_so_for_short(text: str, person: str) -> None:
    assert parties(read(text))[person][0] == "person"
