"""Documents grouped into reports: copies together, look-alikes apart."""

from __future__ import annotations

from editions_texts import ARTICLE, COST, HISTORY, LEAD, OTHER, QUOTE, THIRD, WHO, document

from onrecord.editions import compare, find_reports
from onrecord.types import Annotated


def groups(*documents: Annotated) -> list[set[str]]:
    return sorted((set(r.documents) for r in find_reports(documents)), key=sorted)


def test_copy_abridgement_and_expansion_are_one_report():
    documents = (
        document("wire", *ARTICLE),
        document("copy", *ARTICLE),
        document("short", *ARTICLE[:4]),
        document("own-lead", "It has been a bad week for anybody with a boat in Port Lumen.", *ARTICLE),
        document("other", *OTHER),
    )
    assert groups(*documents) == [{"copy", "own-lead", "short", "wire"}, {"other"}]


def test_two_excerpts_of_one_text_are_joined_through_it():
    whole = document("whole", *ARTICLE)
    assert groups(whole, document("first", *ARTICLE[:4]), document("second", *ARTICLE[4:], LEAD)) == [{"first", "second", "whole"}]


def test_a_shared_quotation_joins_nothing():
    a = document("a", QUOTE, *OTHER)
    b = document("b", *THIRD, QUOTE)
    assert groups(a, b) == [{"a"}, {"b"}]


def test_a_paraphrase_sentence_by_sentence_is_a_version():
    told = (
        "Port Lumen’s harbour council voted on Tuesday to shut the northern quay until a cracked pier has been repaired.",
        "Maren Oddsby, who leads the council, said the decision was made after divers had found two broken piles below the waterline.",
        "The repairs, which begin on May 3, are going to cost about 4.2 million crowns, the council said.",
        "Outside the chamber fishing crews protested and demanded compensation for each day that their boats must stay tied up.",
    )
    found = compare(document("a", *ARTICLE[:4]), document("b", *told))
    assert max(found.a_in_b, found.b_in_a) < 0.1
    assert found.relation == "revised"


def test_a_digest_page_does_not_tie_its_items_together():
    items = (document("quay", *ARTICLE[:5]), document("glass", *OTHER), document("chess", *THIRD))
    digest = document("digest", *ARTICLE[:5], *OTHER, *THIRD)
    assert groups(*items, digest) == [{"chess"}, {"digest"}, {"glass"}, {"quay"}]


def test_a_standing_notice_does_not_join_short_texts():
    notice = "Readers who wish to write to the editor should give a full name, a street and a telephone number for our files."
    news = [
        document("a", "The mill in Vennerby has a new wheel, made of oak by the wrights of Sandholm.", notice),
        document("b", "Sandholm’s choir sang in the snow when the hall had lost its roof to a gale.", notice),
        document("c", "Aldermark counts nine storks this spring, two more than in the spring before.", notice),
        document("d", "A cow on the rails held up the night train to Port Lumen for fifty minutes.", notice),
    ]
    assert groups(*news) == [{"a"}, {"b"}, {"c"}, {"d"}]


def test_a_copyright_line_among_the_paragraphs_does_not_count():
    line = "Copyright 2031 The Lumen Press. All rights reserved. This text may not be published, broadcast, rewritten or redistributed."
    a = document("a", "The lightship Corvina is to be raised.", line)
    b = document("b", "Nine windows were delivered in Vennerby.", line)
    assert groups(a, b) == [{"a"}, {"b"}]


def test_every_edge_shows_its_evidence():
    (report,) = find_reports([document("a", *ARTICLE), document("b", *ARTICLE, HISTORY + " It has two cranes.")])
    (edge,) = report.edges
    assert [e.kind for e in edge.evidence] == ["containment", "sentences"]
    quoted = edge.evidence[1]
    assert quoted.document == "a"
    assert quoted.span is not None
    assert document("a", *ARTICLE).document.quote(quoted.span) in ARTICLE


def test_ids_do_not_depend_on_what_else_is_there():
    alone = find_reports([document("b", *ARTICLE)])
    joined = find_reports([document("b", *ARTICLE), document("c", *ARTICLE), document("x", *OTHER)])
    assert alone[0].id == next(r.id for r in joined if "b" in r.documents)
    assert len({r.id for r in joined}) == len(joined)


def test_nothing_makes_no_report():
    assert find_reports([]) == ()


def test_a_short_item_is_a_copy_only_as_a_whole():
    item = document("item", f"{LEAD} Ferries run.")
    same = document("same", f"{LEAD} Ferries run.", "A short addition.")
    half = document("half", LEAD, "Three more notes follow from the town hall, none of which concern the boats at all.")
    assert {"item", "same"} in groups(item, same)
    assert groups(document("x", WHO[:60], COST[:40]), half) == [{"half"}, {"x"}]
