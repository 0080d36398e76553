"""Where a report comes from: direction with evidence, roots with names, and no more than the evidence says."""

from __future__ import annotations

import pytest
from editions_texts import ARTICLE, OTHER, THIRD, document

from onrecord.editions import count_origins, find_reports
from onrecord.editions.agencies import name_in_address, same_source, usual_name
from onrecord.editions.credits import find_credits
from onrecord.types import Annotated, Edge, Provenance, Report

LUMEN, COAST = "https://lumen.example/quay", "https://coast.example/2031/quay"


def only(*documents: Annotated) -> Report:
    (report,) = find_reports(documents)
    return report


def edge(a: Annotated, b: Annotated) -> Edge:
    (found,) = only(a, b).edges
    return found


def kinds(found: Edge) -> list[str]:
    return [e.kind for e in found.evidence if e.kind not in {"containment", "sentences"}]


def test_without_evidence_the_direction_is_undetermined():
    found = edge(document("a", *ARTICLE), document("b", *ARTICLE, *OTHER[:2]))
    assert (found.direction, kinds(found)) == ("undetermined", [])


def test_a_link_to_the_source_makes_it_the_earlier_one():
    source = document("z", *ARTICLE, url=LUMEN)
    copy = document("a", *ARTICLE, provenance=Provenance(links=(LUMEN + "?from=feed",)))
    found = edge(source, copy)
    assert (found.from_, found.to, found.direction, kinds(found)) == ("z", "a", "from-to", ["link"])


def test_pages_that_differ_in_their_query_are_different():
    source = document("z", *ARTICLE, url="https://lumen.example/show?id=7")
    for query, kinds_found in (("id=7&utm_source=feed", ["link"]), ("id=8", [])):
        copy = document("a", *ARTICLE, provenance=Provenance(links=(f"http://www.lumen.example/show?{query}",)))
        assert kinds(edge(source, copy)) == kinds_found


def test_a_link_in_the_text_is_quoted():
    copy = document("b", *ARTICLE, ("links", f"Read the full article: {LUMEN}."))
    found = edge(document("a", *ARTICLE, url=LUMEN), copy)
    link = next(e for e in found.evidence if e.kind == "link")
    assert link.span is not None
    assert copy.document.quote(link.span).startswith(LUMEN)
    assert (found.from_, found.direction) == ("a", "from-to")


def test_a_credit_of_the_others_outlet_makes_it_the_earlier_one():
    source = document("z", *ARTICLE, outlet="Lumen Courier")
    copy = document("a", *ARTICLE, ("credits", "This story was first published in the Lumen Courier."), outlet="Coast Mail")
    found = edge(source, copy)
    assert (found.from_, found.to, found.direction, kinds(found)) == ("z", "a", "from-to", ["credit"])


def test_the_initials_of_an_agency_are_its_name():
    source = document("z", *ARTICLE, outlet="Meridian Press Agency")
    copy = document("a", "PORT LUMEN (MPA) — " + ARTICLE[0], *ARTICLE[1:], outlet="Coast Mail")
    assert edge(source, copy).from_ == "z"
    assert only(source, copy).origin == "Meridian Press Agency"


def test_the_earlier_date_comes_first():
    early = document("z", *ARTICLE, published="2031-04-02")
    late = document("a", *ARTICLE, published="2031-04-03T05:00:00+00:00")
    found = edge(early, late)
    assert (found.from_, found.direction, kinds(found)) == ("z", "from-to", ["time"])


def test_hours_count_in_their_own_zones_and_one_day_without_hours_decides_nothing():
    early = document("z", *ARTICLE, published="2031-04-02T23:30:00-05:00")
    late = document("a", *ARTICLE, published="2031-04-03T06:00:00+01:00")
    assert edge(early, late).from_ == "z"
    assert edge(document("a", *ARTICLE, published="2031-04-02"), document("b", *ARTICLE, published="2031-04-02T08:00:00")).direction == "undetermined"


def test_evidence_that_points_both_ways_decides_nothing():
    credited = document("a", *ARTICLE, outlet="Lumen Courier", published="2031-04-05")
    copy = document("b", *ARTICLE, ("credits", "Reprinted with permission from Lumen Courier"), outlet="Coast Mail", published="2031-04-02")
    found = edge(credited, copy)
    assert (found.direction, sorted(kinds(found))) == ("undetermined", ["credit", "time"])


def test_two_copies_of_a_hidden_wire_are_siblings_with_one_origin():
    a = document("a", "PORT LUMEN, April 2 (Reuters) - " + ARTICLE[0], *ARTICLE[1:], outlet="Coast Mail", published="2031-04-02")
    b = document("b", *ARTICLE, ("notice", "© 2031 Thomson Reuters"), outlet="Lumen Courier", published="2031-04-03")
    found, report = edge(a, b), only(a, b)
    assert (found.direction, kinds(found)) == ("undetermined", ["credit", "time"])
    assert (report.origin, report.origins) == ("Reuters", 1)


def test_a_list_of_several_sources_makes_no_direction():
    a = document("a", *ARTICLE, outlet="Lumen Courier")
    b = document("b", *ARTICLE, ("credits", "Sources include:"), ("credits", "LumenCourier.example"), ("credits", "Reuters.com"))
    found = edge(a, b)
    assert (found.direction, kinds(found)) == ("undetermined", ["credit"])
    assert only(a, b).origin is None


def test_several_sources_in_metadata_make_no_direction_but_may_contradict_the_dates():
    listed = Provenance(credits=("lumen.example", "coast.example"))
    a = document("a", *ARTICLE, url="https://lumen.example/quay", published="2031-04-03")
    b = document("b", *ARTICLE, provenance=listed)
    assert edge(a, b).direction == "undetermined"
    dated = document("b", *ARTICLE, provenance=listed, published="2031-04-02")
    assert (edge(a, dated).direction, kinds(edge(a, dated))) == ("undetermined", ["time"])


def test_copies_add_no_origin():
    documents = [document(f"copy{n}", *ARTICLE, published=f"2031-04-{n + 10}", outlet=f"Outlet {n} Post") for n in range(5)]
    report = only(*documents)
    assert (report.origins, report.origin) == (1, "Outlet 0 Post")


def test_one_outlets_own_versions_bear_its_name():
    a = document("a", *ARTICLE, outlet="Lumen Courier", published="2031-04-02")
    b = document("b", *ARTICLE[:5], *OTHER[:2], outlet="Lumen Courier", published="2031-04-03")
    assert only(a, b).origin == "Lumen Courier"
    assert edge(a, b).relation == "revised"


def test_a_text_made_of_two_wires_has_two_origins():
    shared = "Port Lumen, Maren Oddsby, Tobin Reske and the Corvina Sandholm were named by both on Tuesday."
    a = document("a", "PORT LUMEN (AP) — " + ARTICLE[0], *ARTICLE[1:4], shared)
    b = document("b", "VENNERBY (AFP) — " + OTHER[0], *OTHER[1:], shared.replace("both", "all in Vennerby"))
    both = document("c", *ARTICLE[:4], *OTHER, shared)
    assert only(a, b, both).origins == 2


def test_an_agency_that_people_speak_to_in_every_copy_is_the_root():
    told = "“The piles are rotten to the core,” diver Jost Emmerik told AFP."
    a = document("a", *ARTICLE, told, outlet="Coast Mail")
    b = document("b", *ARTICLE, told, outlet="Lumen Courier")
    assert only(a, b).origin == "AFP"


CREDITS = [
    ("PORT LUMEN (AP) — The quay is shut.", "AP", "dateline"),
    ("PORT LUMEN, April 2 (Reuters) - The quay is shut.", "Reuters", "dateline"),
    ("Port Lumen (dpa) – Der Kai ist gesperrt.", "dpa", "dateline"),
    ("Puerto Lumen, 2 abr (EFE).- El muelle está cerrado.", "EFE", "dateline"),
    ("(CNN) The quay is shut.", "CNN", "dateline"),
    ("Port Lumen/dpa – Der Kai ist gesperrt.", "dpa", "dateline"),
    ("Copyright 2031 The Associated Press. All rights reserved.", "AP", "copyright"),
    ("© Agence France-Presse", "AFP", "copyright"),
    ("The Associated Press contributed to this report.", "AP", "contributed"),
    ("Harbour News Service contributed to this report.", "Harbour News Service", "contributed"),
    ("With files from The Canadian Press", "The Canadian Press", "contributed"),
    ("This article first appeared in the Lumen Courier.", "Lumen Courier", "published"),
    ("Originally published by News.com.au.", "News.com.au", "published"),
    ("— Xinhua", "Xinhua", "sign-off"),
    ("PA", "PA", "sign-off"),
    ("The council will meet again after the holidays, its leader said on Tuesday evening in the chamber. (PTI)", "PTI", "sign-off"),
]


@pytest.mark.parametrize(("line", "name", "kind"), CREDITS)
def test_credits_are_found_where_they_stand(line: str, name: str, kind: str):
    made = document("a", line)
    (credit,) = find_credits(made.document)
    assert (credit.name, credit.kind) == (name, kind)
    assert credit.span is not None
    assert same_source(made.document.quote(credit.span), name) or made.document.quote(credit.span) in line


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Reuters",
        "He told AP about the pier.",
        "The pier (built in 1931) is cracked.",
        "It was first published on Thursday.",
        "Edda Falk in Sandholm contributed to this report.",
        "The photograph was taken by the AP photographer on the quay, who slipped.",
    ],
)
def test_what_is_no_credit(line: str):
    assert [c for c in find_credits(document("a", line).document) if c.strong or c.kind == "contributed"] == []


def test_bylines_metadata_and_addresses_are_credits():
    made = document(
        "a", ("byline", "By Edda Falk, Associated Press"), *ARTICLE, authors=("Reuters Staff",),
        url="https://coast.example/wires/pa/article-1.html", provenance=Provenance(credits=("Agence France-Presse",)),
    )
    assert {(c.name, c.kind) for c in find_credits(made.document)} == {("AP", "byline"), ("Reuters", "byline"), ("AFP", "metadata"), ("PA", "address")}


def test_several_agencies_in_one_breath_do_not_own_the_text():
    found = find_credits(document("a", *ARTICLE, "Reuters - AP - AFP").document)
    assert [(c.name, c.alone, c.strong) for c in found] == [("Reuters", False, False), ("AP", False, False), ("AFP", False, False)]


@pytest.mark.parametrize(
    ("name", "usual"),
    [("The Associated Press", "AP"), ("Reuters.com", "Reuters"), ("agence france-presse", "AFP"), ("www.lumen.example/x", "lumen.example"), ("pa", "pa")],
)
def test_names_have_one_usual_form(name: str, usual: str):
    assert usual_name(name) == usual


def test_addresses_name_an_agency_by_a_whole_part():
    assert name_in_address("https://coast.example/aponline/2031/quay.html") == "AP"
    assert name_in_address("https://coast.example/wires/ap/quay.html") == "AP"
    assert name_in_address("https://coast.example/ap/quay.html") is None
    assert name_in_address("https://coast.example/papers/reuters-quay.html") is None
    assert name_in_address("http://[broken") is None


def single(name: str, *paragraphs: str, **given: str | None) -> Annotated:
    return document(name, *paragraphs, **given)  # type: ignore[arg-type]


def origins_of(*documents: Annotated) -> int:
    return count_origins([d.document for d in documents], find_reports(documents))


def test_independent_reports_count_each():
    assert origins_of(single("a", *ARTICLE, outlet="Lumen Courier"), single("b", *OTHER, outlet="Coast Mail"), single("c", *THIRD)) == 3


def test_reports_that_rest_on_one_outlet_count_once():
    a = single("a", "The Lumen Courier reported that the quay is to close.", *OTHER[:2], outlet="Coast Mail")
    b = single("b", "The quay will close, a councillor told the Lumen Courier.", *THIRD[:2], outlet="Vennerby Post")
    assert origins_of(a, b) == 1
    assert origins_of(a, b, single("c", *ARTICLE, outlet="Lumen Courier")) == 1


def test_a_late_cross_reference_is_no_reliance():
    a = single("a", *OTHER, *THIRD, "The Lumen Courier reported on the quay.", outlet="Coast Mail")
    assert origins_of(a, single("c", *ARTICLE, outlet="Lumen Courier")) == 2


def test_instalments_of_one_agency_count_once_until_days_pass():
    wire = "PORT LUMEN (AP) — "
    a = single("a", wire + ARTICLE[0], *ARTICLE[1:], published="2031-04-02")
    b = single("b", wire + OTHER[0], *OTHER[1:], published="2031-04-03")
    c = single("c", wire + THIRD[0], *THIRD[1:], published="2031-05-20")
    assert origins_of(a, b) == 1
    assert origins_of(a, b, c) == 2
    assert origins_of() == 0


def test_a_report_without_a_source_that_draws_on_another_counts_with_it():
    a = single("a", *ARTICLE, outlet="Lumen Courier")
    b = single("b", ARTICLE[1], *OTHER, outlet="Coast Mail")
    assert len(find_reports([a, b])) == 2
    assert origins_of(a, b) == 1


def test_a_text_that_draws_on_two_outlets_does_not_make_them_one():
    a = single("a", *ARTICLE, outlet="Lumen Courier")
    b = single("b", *OTHER, outlet="Coast Mail")
    both = single("c", "The Lumen Courier reported on the quay, the Coast Mail reported on the windows.", *THIRD, outlet="Vennerby Post")
    assert origins_of(a, b, both) == 2
