"""Two documents side by side: what is the same, reworded, moved, added and dropped."""

from __future__ import annotations

import pytest
from editions_texts import ARTICLE, COST, FERRY, FISHERS, HISTORY, LEAD, NEXT, OTHER, QUOTE, WHO, document

from onrecord.editions import compare
from onrecord.types import Annotated, Annotations, Mention, Row, Time


def ops(a: Annotated, b: Annotated) -> list[tuple[str, str | None]]:
    """Each row as its operation and the words it shows: those of `b`, or of `a` where they were dropped."""
    return [
        (row.op, b.document.quote(row.b) if row.b else a.document.quote(row.a) if row.a else None)
        for row in compare(a, b).rows
    ]


def reworded(a: str, b: str) -> Row:
    rows = [r for r in compare(document("a", a), document("b", b)).rows if r.op == "reworded"]
    assert len(rows) == 1, "the two sentences should be one reworded"
    return rows[0]


def test_a_reprint_is_a_copy_sentence_by_sentence():
    found = compare(document("a", *ARTICLE), document("b", *ARTICLE))
    assert [row.op for row in found.rows] == ["same"] * len(ARTICLE)
    assert (found.relation, found.a_in_b, found.b_in_a) == ("copy", 1.0, 1.0)


def test_case_punctuation_and_quotation_marks_do_not_count():
    plain = QUOTE.replace("“", '"').replace("”", '"').upper()
    assert ops(document("a", QUOTE), document("b", plain)) == [("same", plain)]


def test_an_abridgement_drops_what_it_leaves_out():
    long, short = document("long", *ARTICLE), document("short", *ARTICLE[:4])
    found = compare(long, short)
    assert found.relation == "abridged"
    assert [op for op, _ in ops(long, short)] == ["same"] * 4 + ["dropped"] * 4
    assert compare(short, long).relation == "expanded"


def test_an_own_lead_and_key_points_are_added_in_their_place():
    point = "The northern quay is closed while a cracked pier is mended, and crews want money."
    a = document("a", *ARTICLE)
    b = document("b", ("summary", point), *ARTICLE[:3], ("heading", "Crews stay ashore"), *ARTICLE[3:])
    assert ops(a, b)[0] == ("added", point)
    assert ops(a, b)[4] == ("added", "Crews stay ashore")
    assert [op for op, _ in ops(a, b)].count("same") == len(ARTICLE)


def test_titles_and_furniture_are_not_compared():
    a = document("a", ("title", "Quay shut"), *ARTICLE, ("tags", "harbour, pier"))
    b = document("b", ("title", "Pier cracked"), ("byline", "By Edda Falk"), *ARTICLE)
    assert {op for op, _ in ops(a, b)} == {"same"}


def test_a_sentence_that_changes_its_place_has_moved():
    a, b = document("a", *ARTICLE), document("b", FERRY, *ARTICLE[:-1])
    assert ops(a, b)[0] == ("moved", FERRY)
    assert [op for op, _ in ops(a, b)[1:]] == ["same"] * (len(ARTICLE) - 1)


def test_dropped_sentences_stand_where_they_stood():
    assert [op for op, _ in ops(document("a", LEAD, WHO, COST), document("b", LEAD, COST))] == ["same", "dropped", "same"]


def test_a_split_sentence_is_one_row_over_both_parts():
    whole = "Divers found two broken piles below the waterline, and the council closed the northern quay on Tuesday."
    parts = "Divers found two broken piles below the waterline. And the council closed the northern quay on Tuesday."
    a, b = document("a", LEAD, whole), document("b", LEAD, parts)
    assert ops(a, b) == [("same", LEAD), ("same", parts)]
    assert ops(b, a) == [("same", LEAD), ("same", whole)]


def test_sentences_without_a_blank_between_them_are_told_apart():
    glued = "".join(ARTICLE)
    assert len(glued) > 400
    found = compare(document("a", *ARTICLE), document("b", glued))
    assert [row.op for row in found.rows] == ["same"] * len(ARTICLE)


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("Repairs will cost 4 million crowns, the council said.", "Repairs will cost 6 million crowns, the council said.", {"number"}),
        ("Two piles broke below the old waterline.", "Three piles broke below the old waterline.", {"number"}),
        ("The quay stays shut until May 3 at least.", "The quay stays shut until May 9 at least.", {"date"}),
        ("The vote on the loan is due on Monday evening.", "The vote on the loan is due on Friday evening.", {"date"}),
        ("The pier on the north side had cracked.", "The pier on the north side had allegedly cracked.", {"hedge"}),
        ("The loan was approved by all of the members.", "The loan was approved by most of the members.", {"quantifier"}),
        ("The crews will be paid for the lost days.", "The crews will not be paid for the lost days.", {"negation"}),
        ("The vote was called by councillor Maren Oddsby herself.", "The vote was called by councillor Edda Falk herself.", {"name"}),
        ("The pier is safe for now and will hold.", "The pier is safe for now and will hold, engineers said.", {"attribution"}),
        ("He said “the pier will hold until autumn” again.", "He said “the pier will hold until winter” again.", {"quote"}),
    ],
)
def test_what_a_change_touches(before: str, after: str, touched: set[str]):
    assert set(reworded(before, after).touches) == touched


def test_annotated_names_and_times_say_what_a_change_touches():
    before, after = "The quay is shut by the Board until lammas again", "The quay is shut by the Moot until candlemas again"
    a, b = document("a", before), document("b", after)
    notes = [
        Annotations(mentions=(Mention(23, 28 if n == 0 else 27, "organisation"),), times=(Time(35 - n, 41 - n + 3 * n, "DATE", None),))
        for n in (0, 1)
    ]
    found = compare(Annotated(a.document, notes[0]), Annotated(b.document, notes[1]))
    assert found.rows[0].touches == ("name", "date")


def test_few_shared_words_need_names_or_numbers():
    told = "In Port Lumen, councillors led by Maren Oddsby shut the quay after a long night of talks."
    retold = "Councillors in Port Lumen under Maren Oddsby closed the quay when a long debate was over."
    vague, again = (s.replace("Port Lumen", "the town").replace("Maren Oddsby", "a veteran") for s in (told, retold))
    row = reworded(told, retold)
    assert row.similarity is not None
    assert row.similarity < 0.6
    assert {r.op for r in compare(document("a", vague), document("b", again)).rows} == {"added", "dropped"}


def test_one_name_is_enough_between_the_same_two_sentences():
    refused, softened = "So far the League has not answered the request.", "Now the League said it would answer the request soon."
    found = [(r.op, r.touches) for r in compare(document("a", LEAD, refused, NEXT), document("b", LEAD, softened, NEXT)).rows]
    assert found == [("same", ()), ("reworded", ("hedge", "attribution", "negation")), ("same", ())]
    apart = compare(document("a", refused, LEAD, NEXT, FERRY), document("b", LEAD, NEXT, softened, FERRY))
    assert {r.op for r in apart.rows} == {"same", "added", "dropped"}


def test_descriptions_are_no_names():
    before, after = "The pier will hold, two engineers said.", "The pier will hold, some divers said."
    a = Annotated(document("a", before).document, Annotations(mentions=(Mention(20, 33, "group"),)))
    b = Annotated(document("b", after).document, Annotations(mentions=(Mention(20, 31, "group"),)))
    assert compare(a, b).rows[0].touches == ("number", "quantifier")


def test_unrelated_texts_have_nothing_in_common():
    found = compare(document("a", *ARTICLE), document("b", *OTHER))
    assert (found.relation, found.a_in_b, found.b_in_a) == ("unrelated", 0.0, 0.0)
    assert {row.op for row in found.rows} == {"added", "dropped"}


def test_a_shared_quotation_only_overlaps():
    quotation = QUOTE + " “Nobody has told us who pays for the nets that rot in the sheds while engineers argue about sand.”"
    a = document("a", LEAD, WHO, quotation, HISTORY, NEXT, COST)
    b = document("b", *OTHER[:4], quotation, *OTHER[4:])
    assert compare(a, b).relation == "overlaps"


def test_another_state_of_the_same_page_is_a_revision():
    page = "https://lumen.example/quay"
    a = document("a", *ARTICLE, url=page)
    b = document("b", LEAD, WHO, COST.replace("4.2", "5.6"), *ARTICLE[3:], "The council met again on Thursday.", url=page)
    assert compare(a, b).relation == "revised"


def calendar(first: int, days: tuple[str, ...]) -> list[str]:
    """A page of standing items and of new ones."""
    standing = [f"Rowing club {n} meets at {n}:30 p.m. in boathouse {n}; call 555-014-33{n:02d} to book a seat." for n in range(1, 10)]
    new = [f"On {day} the town band plays at {n}:15 p.m. by the old mill; ring 555-010-99{n:02d}." for n, day in enumerate(days, first)]
    return standing + new


def test_two_issues_of_a_calendar_are_no_copies():
    a = document("a", *calendar(1, ("Monday", "Tuesday", "Thursday", "Friday")))
    b = document("b", *calendar(5, ("Sunday", "Wednesday", "Saturday", "Holy Eve")))
    found = compare(a, b)
    assert 0.5 < max(found.a_in_b, found.b_in_a) < 0.8
    assert found.relation == "overlaps"


def notice(place: str, size: str, day: str, hour: str, deep: str, people: str) -> list[str]:
    """A message that a machine fills in anew for every tremor."""
    return [
        f"A tremor of magnitude {size} was felt near {place} on {day} at {hour} in the afternoon, the observatory said.",
        f"Its centre lay {deep} kilometres below the sea bed, some distance off the coast of {place}.",
        f"About {people} people are thought to have felt weak or light shaking, and nobody reported damage to buildings.",
        f"The observatory has counted {deep} tremors of this kind near {place} since the first day of the year.",
    ]


def test_two_notices_of_one_form_are_no_versions():
    a = document("a", *notice("Vennerby", "3.1", "Monday", "2:14", "11", "900"))
    b = document("b", *notice("Sandholm", "4.6", "Friday", "5:52", "32", "7,400"))
    corrected = document("c", *notice("Vennerby", "3.3", "Monday", "2:14", "11", "1,100"))
    assert [r.op for r in compare(a, b).rows] == ["reworded"] * 4
    assert compare(a, b).relation == "overlaps"
    assert compare(a, corrected).relation in {"copy", "revised"}


def test_prose_with_as_much_in_common_is_one_text():
    a, b = document("a", *ARTICLE[:6], *OTHER[:2]), document("b", *ARTICLE[:6], *OTHER[3:])
    found = compare(a, b)
    assert 0.5 < max(found.a_in_b, found.b_in_a) < 0.8
    assert found.relation == "revised"


def test_empty_documents_can_be_compared():
    empty = document("a", ("title", "Nothing below"))
    assert compare(empty, document("b", *ARTICLE)).relation == "unrelated"
    assert compare(empty, empty).rows == ()


def test_a_paragraph_by_another_name_is_reworded():
    row = reworded(FISHERS, FISHERS.replace("demanded compensation", "asked for money"))
    assert row.similarity is not None
    assert 0.6 <= row.similarity < 1


def test_a_notice_counts_where_the_rest_has_no_words():
    only = document("only", "* * *", "© 2031 Lumen Press")
    assert compare(only, only).relation == "copy"
