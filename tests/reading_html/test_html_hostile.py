"""Pages that are broken or mean to break the reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_pages import HEADLINE, PARAGRAPHS, page, paragraphs, read, texts

from onrecord.errors import ReadingError
from onrecord.limits import Limits
from onrecord.reading.given import Given
from onrecord.reading.html import read_html
from onrecord.types import Document, Source


@pytest.mark.parametrize("tag", ["div", "b", "a", "span", "ul><li", "table><tr><td", "blockquote", "p"])
def test_deep_nesting_is_cut(tag: str) -> None:
    document = read(f"<html><body>{paragraphs()}" + f"<{tag}>" * 100_000 + "deep</body></html>")
    assert PARAGRAPHS[0] in document.text


@pytest.mark.parametrize(("depth", "said"), [(100_000, True), (300, True), (20, False)])
def test_a_page_without_text_says_whether_nesting_hides_it(depth: int, said: bool) -> None:
    html = "<html><body>" + "<div>" * depth + (paragraphs() if said else "") + "</div>" * depth + "</body></html>"
    if said:
        with pytest.raises(ReadingError, match="nested in one another"):
            read(html)
    else:
        assert read(html).text == ""


def test_deep_json_ld_is_no_article() -> None:
    for opened, closed in (("[", "]"), ('{"a":', "}")):
        script = opened * 50_000 + "1" + closed * 50_000
        assert read(page(head=f'<script type="application/ld+json">{script}</script>')).title == HEADLINE


def test_json_ld_of_the_wrong_types_is_passed_over() -> None:
    script = (
        '{"@type": ["NewsArticle", 3, null], "headline": {"a": 1}, "author": [[["x"]], 5, {"name": ["y", {"b": 2}]}],'
        ' "datePublished": [1, 2], "keywords": {"x": [1]}, "publisher": 7, "isBasedOn": [{"url": 5}, 3], "url": ["http://[bad"]}'
    )
    head = f'<script type="application/ld+json">{script}</script><link rel="canonical" href="http://[::1">'
    document = read(page(head=head))
    assert document.title == HEADLINE
    assert document.published is None


def test_null_bytes_and_entities() -> None:
    document = read(f"<p>A\x00bridge &amp; a&nbsp;ferry &lt;b&gt; &#x1F6A2; &#0; &#xD800; &bogus;</p>{paragraphs()}")
    assert "Abridge & a ferry <b> 🚢" in document.text
    assert "\x00" not in document.text


def test_xml_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "aaaa" not in read(f"{bomb}<p>&b;&b;&b;</p>{paragraphs()}").text


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("utf-8", "iso-8859-1", "Die Brücke über den Fluß"),
        ("iso-8859-1", "iso-8859-1", "Die Brücke über den Fluß"),
        ("cp1252", "", "Die „Brücke“ über den Fluß"),
        ("windows-1251", "windows-1251", "Разводной мост закрыт до весны"),
        ("shift_jis", "shift_jis", "旋回橋は春まで閉鎖"),
        ("gb2312", "gb2312", "旋转桥关闭到春天"),
        ("utf-8-sig", "", "Die Brücke über den Fluß"),
        ("utf-16", "", "Die Brücke über den Fluß"),
    ],
)
def test_encodings(encoding: str, declared: str, text: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    html = f"<html><head>{head}<title>{text}</title></head><body><h1>{text}</h1><p>{text}. {text}. {text}.</p></body></html>"
    assert read(html.encode(encoding)).title == text


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    assert read('<meta charset="hex"><h1>Brücke gesperrt</h1>'.encode("latin-1")).title == "Brücke gesperrt"


def test_the_text_is_cut_at_the_limit() -> None:
    given = Given("d", Source("p", "text/html", ""))
    document = read_html(page(f"<h1>{HEADLINE}</h1>{paragraphs() * 50}"), given, Limits(text_characters=1000))
    assert len(document.text) <= 1000
    assert texts(document, "title") == [HEADLINE]
    _check(document)


@pytest.mark.slow
def test_time_grows_with_the_page_and_not_with_its_square(quickest: Callable[..., float]) -> None:
    read(page())
    for unit in (f"<p>{PARAGRAPHS[0]}</p>", "<li><a href=/x>one more item of news</a></li>", f"{PARAGRAPHS[0]}<br>", "<b>x</b> "):
        small, large = (f"<html><body><div>{unit * count}</div></body></html>" for count in (5_000, 20_000))
        most = 10 * quickest(partial(read, small)) + 0.5
        assert quickest(partial(read, large), most) < most, unit


def _check(document: Document) -> None:
    end = 0
    for b in document.blocks:
        assert end <= b.start < b.end <= len(document.text)
        assert document.text[b.start : b.end].strip() == document.text[b.start : b.end]
        end = b.end
    assert document.text == "\n\n".join(document.text[b.start : b.end] for b in document.blocks)


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='ad related'>", "<div class=article-body>", "</div>", "<h1>", "</h1>", "<h2>", "</h2>", "<a href=/x>",
     "</a>", "<b>", "</b>", "<br>", "<br><br>", "<li>", "<ul>", "</ul>", "<table>", "<td>", "<figure>", "<img src=x>", "<figcaption>",
     "</figure>", "<script>", "</script>", "<!--", "-->", "<time datetime=2024-05-03>", "<blockquote class=tweet>", "&amp;", "&#0;", "\x00",
     "­", "\u2028", "<span class='author'>", "</span>", "<title>", "</title>", "<p hidden>", "<o:p>", PARAGRAPHS[0], PARAGRAPHS[1],
     "By Ann Quill", "3 May 2024", "Read more", "Tags: a, b", "中文。", "\ud800"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_any_soup_gives_exact_ordered_blocks_and_the_same_ones_again(pieces: list[str]) -> None:
    html = "".join(pieces)
    document = read(html)
    _check(document)
    assert read(html) == document


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_reason(raw: bytes) -> None:
    try:
        _check(read(raw))
    except ReadingError as error:
        assert "page.html" in str(error)
