"""The record's page as HTML."""

import dataclasses
import re
from html.parser import HTMLParser

from page_records import A, B, small_record

from onrecord.editions import compare
from onrecord.page import render_comparison, render_record
from onrecord.types import Annotated, Annotations, Answer


class Page(HTMLParser):
    """Collects what the tests ask of a page: ids, links, and the visible words of the documents."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.ids, self.refs, self.tags, self.words, self.skip = [], [], [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.skip += tag in ("style", "script")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "data-start" in attributes and tag == "a":
            self.refs.append(attributes)

    def handle_endtag(self, tag):
        self.skip -= tag in ("style", "script")

    def handle_data(self, data):
        if not self.skip:
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.words))


HTML = render_record(small_record(), [A, B])
PAGE = Page(HTML)


def test_the_head_counts_documents_reports_and_origins():
    assert "2 documents = 1 report = 1 origin" in PAGE.text
    assert "On record as of 2024-03-09" in PAGE.text


def test_the_state_of_play_names_parties_and_states():
    assert "the owners → the weavers demand: return to work" in PAGE.text
    assert "expired set by the owners for the weavers on 2024-03-06: return to work" in PAGE.text
    assert "said by the owners · denied by mayor" in PAGE.text


def test_the_head_sums_up_the_state_of_play_and_leads_to_its_parts():
    assert "wanted: 1 unclear · due: last 2024-03-08, expired · disputed: 1 claim" in PAGE.text
    short = [attributes["href"][1:] for tag, attributes in PAGE.tags if tag == "a"][1:4]
    assert short == ["wants", "due", "disputed"]
    assert set(short) <= set(PAGE.ids)
    empty = Page(render_record(dataclasses.replace(small_record(), demands=(), deadlines=(), claims=()), [A, B]))
    assert "wanted:" not in empty.text


def test_nobody_is_said_to_have_answered_whose_words_are_not_there():
    assert "the weavers answered, unclear how" in PAGE.text
    record = small_record()
    silent = dataclasses.replace(record.demands[0], answers=(Answer("unclear", ("p2",), ()),))
    assert "unclear how" not in Page(render_record(dataclasses.replace(record, demands=(silent,)), [A, B])).text


def test_a_record_without_a_title_says_so():
    record = small_record()
    nameless = dataclasses.replace(record, story=dataclasses.replace(record.story, title=""))
    assert "<h1>Without a title</h1>" in render_record(nameless, [A, B])


def test_the_timeline_says_what_is_not_told_as_so():
    record = small_record()
    entry = dataclasses.replace(record.timeline[0], event="e1")
    shown = Page(render_record(dataclasses.replace(record, timeline=(entry,)), [A, B])).text
    assert "The deadline for the weavers possible" in shown
    assert "The deadline for the weavers possible" not in PAGE.text


def test_every_line_links_to_a_segment_that_begins_its_words():
    assert PAGE.refs
    for ref in PAGE.refs:
        assert ref["href"][1:] in PAGE.ids
    texts = {"1": A.text, "2": B.text}
    quoted = [r for r in PAGE.refs if r["data-end"] != "0"]
    assert all(texts[r["data-doc"]][int(r["data-start"]) : int(r["data-end"])] == r["title"] for r in quoted)


def test_ids_are_unique():
    assert len(PAGE.ids) == len(set(PAGE.ids))


def test_markup_in_a_document_is_shown_as_words():
    assert "<b>may</b>" not in HTML
    assert "&lt;b&gt;" in HTML
    assert "Weavers <b>may</b> refuse" in PAGE.text


def test_an_undated_copy_says_where_its_date_comes_from():
    assert "2024-03-06 (inferred from [1])" in PAGE.text


def test_the_page_loads_nothing_from_outside():
    outside = [a for _, attributes in PAGE.tags for k, a in attributes.items() if k in ("src", "srcset", "data", "poster")]
    links = [attributes["href"] for tag, attributes in PAGE.tags if tag in ("a", "link") and "href" in attributes]
    assert not outside
    assert all(link.startswith("#") for link in links)
    policy = next(a["content"] for t, a in PAGE.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")


def test_the_same_record_gives_the_same_bytes():
    assert render_record(small_record(), [A, B]) == HTML


def test_editions_stand_side_by_side_with_their_changed_words_marked():
    a, b = Annotated(A, Annotations()), Annotated(B, Annotations())
    html = render_comparison(compare(a, b), A, B)
    assert "The Loom" in html
    assert "b.txt" in html
    assert "<mark>" in html
