"""Families from edges alone: what chains, and what is cut."""

from __future__ import annotations

import time

from editions_texts import ARTICLE, OTHER, THIRD, document

from onrecord.editions import compare, families, find_reports
from onrecord.types import Annotated, Edge, EditionRelation


def edge(a: str, b: str, relation: EditionRelation) -> Edge:
    return Edge(a, b, relation, "undetermined", ())


def groups(documents: list[Annotated], edges: list[Edge]) -> list[tuple[str, ...]]:
    return [report.documents for report in families(documents, edges)]


NAMES = ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]
DOCUMENTS = [document(name, *ARTICLE) for name in NAMES]
COPIES = [edge(f"{side}{n}", f"{side}{n + 1}", "copy") for side in "ab" for n in (1, 2, 3)]


def test_copies_chain():
    assert groups(DOCUMENTS, COPIES) == [("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")]


def test_one_revision_does_not_make_two_families_one():
    assert len(groups(DOCUMENTS, [*COPIES, edge("a1", "b1", "revised")])) == 2


def test_revisions_that_most_of_both_families_share_text_with_do():
    overlaps = [edge("a1", "b2", "overlaps"), edge("a2", "b1", "overlaps"), edge("a3", "b3", "overlaps")]
    assert groups(DOCUMENTS, [*COPIES, edge("a1", "b1", "revised"), *overlaps]) == [tuple(NAMES)]


def test_overlaps_join_nothing_and_are_not_listed():
    (one, other, *_) = families(DOCUMENTS[:2], [edge("a1", "a2", "overlaps")])
    assert one.edges == other.edges == ()


def test_edges_of_documents_that_are_not_there_are_passed_over():
    assert groups(DOCUMENTS[:1], [edge("a1", "zz", "copy")]) == [("a1",)]


def test_edges_in_any_order_give_the_same_reports():
    assert families(DOCUMENTS, COPIES) == families(reversed(DOCUMENTS), reversed(COPIES))


def test_a_page_of_noise_is_compared_in_a_time_that_grows_with_its_length():
    noise = {
        "one word": "A" * 30_000,
        "capitals": "Aa " * 10_000,
        "stops": "A." * 15_000,
        "one sentence": "The quay is shut. " * 2_000,
        "quotation marks": "“a " * 10_000,
        "hours": "12:30 " * 12_000,
        "agencies": "(AP " * 8_000,
    }
    for name, text in noise.items():
        a, b = document("a", text, outlet="A B"), document("b", text[:12_000] + " x y. " + text[12_000:], outlet="C D")
        begin = time.process_time()
        rows = compare(a, b).rows
        reports = find_reports([a, b])
        assert time.process_time() - begin < 10, name
        assert rows
        assert sum(len(report.documents) for report in reports) == 2


def test_many_documents_of_one_text_are_one_report():
    copies = [document(f"copy{n:02d}", *ARTICLE, f"Edition number {n} of this paper.") for n in range(40)]
    others = [document("glass", *OTHER), document("chess", *THIRD)]
    assert [len(r.documents) for r in find_reports([*copies, *others])] == [1, 40, 1]
