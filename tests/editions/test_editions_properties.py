"""What holds for any two texts: coverage of the rows, exact spans, the same result whatever the order."""

from __future__ import annotations

from editions_texts import ARTICLE, OTHER, THIRD, document
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.editions import compare, find_reports
from onrecord.editions.bodies import prepare
from onrecord.editions.words import find_words, shingles
from onrecord.types import Annotated

SENTENCES = (*ARTICLE, *OTHER, *THIRD, "No.", "…", "Ja, 12 Uhr!", "港湾委員会は桟橋を閉鎖した。")
paragraphs = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), max_size=8)
loose = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60), max_size=5)
texts = st.one_of(paragraphs, loose)
quick = settings(max_examples=60, deadline=None)


def build(name: str, parts: list[str]) -> Annotated:
    return document(name, *[part for part in parts if part.strip()])


@quick
@given(texts)
def test_a_text_is_the_same_as_itself(parts: list[str]):
    a = build("a", parts)
    found = compare(a, a)
    assert all(row.op == "same" and row.a == row.b for row in found.rows)
    assert found.relation == ("copy" if len(prepare(a).words) else "unrelated")


@quick
@given(texts, texts)
def test_every_sentence_of_either_side_is_in_exactly_one_row(left: list[str], right: list[str]):
    a, b = build("a", left), build("b", right)
    rows = compare(a, b).rows
    for body, spans in ((prepare(a), [r.a for r in rows]), (prepare(b), [r.b for r in rows])):
        shown = [span for span in spans if span is not None]
        for sentence in body.sentences:
            assert sum(start <= sentence[0] and sentence[1] <= end for start, end in shown) == 1
        covered = sum(len(body.document.text[s:e].split()) for s, e in shown)
        assert covered == sum(len(body.document.text[s:e].split()) for s, e in body.sentences)


@quick
@given(texts, texts)
def test_rows_say_what_they_show(left: list[str], right: list[str]):
    a, b = build("a", left), build("b", right)
    for row in compare(a, b).rows:
        assert (row.a is None) == (row.op == "added")
        assert (row.b is None) == (row.op == "dropped")
        if row.op == "same" and row.a and row.b:
            ours, theirs = find_words(a.document.quote(row.a)), find_words(b.document.quote(row.b))
            assert ours.hashes.tolist() == theirs.hashes.tolist()


@quick
@given(texts, texts)
def test_the_rows_are_in_the_reading_order_of_the_second(left: list[str], right: list[str]):
    rows = compare(build("a", left), build("b", right)).rows
    shown = [row.b for row in rows if row.b is not None]
    assert shown == sorted(shown)
    kept = [row.a for row in rows if row.a is not None and row.op != "moved"]
    assert kept == sorted(kept)


@quick
@given(texts, texts)
def test_containment_does_not_depend_on_who_is_first(left: list[str], right: list[str]):
    a, b = build("a", left), build("b", right)
    there, back = compare(a, b), compare(b, a)
    assert (there.a_in_b, there.b_in_a) == (back.b_in_a, back.a_in_b)
    turned = {"expanded": "abridged", "abridged": "expanded"}
    assert back.relation == turned.get(there.relation, there.relation)


@quick
@given(st.lists(paragraphs, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_reports_hold_each_document_once_in_any_order(many: list[list[str]], random):
    documents = [build(f"d{n}", parts) for n, parts in enumerate(many)]
    first = find_reports(documents)
    assert sorted(d for report in first for d in report.documents) == sorted(d.document.id for d in documents)
    random.shuffle(documents)
    assert find_reports(documents) == first


@quick
@given(st.text(max_size=200))
def test_words_lie_where_they_are_said_to(text: str):
    words = find_words(text)
    assert all(text[s:e] and not any(c.isspace() for c in text[s:e]) for s, e in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    found = dict(zip(words.hashes.tolist(), (text[s:e].lower() for s, e in zip(words.starts, words.ends, strict=True)), strict=True))
    assert len(found) == len(set(found.values()))


def test_hashes_are_the_same_on_every_machine():
    # An index that was written once must be readable later: these values may not change.
    known = [13305446610408660283, 3512915485029604794, 7357769983025298169]
    assert shingles(find_words("The quay at Port Lumen is shut.").hashes).tolist() == known
    assert shingles(find_words("THE quay, at port-Lumen: is shut").hashes).tolist() == known
