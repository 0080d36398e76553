"""Which of a page's statements about itself are believed."""

from __future__ import annotations

import pytest
from reading_pages import HEADLINE, PARAGRAPHS, json_ld, meta, page, paragraphs, read


def test_what_is_given_wins_over_what_is_found() -> None:
    html = page(head=json_ld(headline=HEADLINE, datePublished="2024-05-03", author={"name": "Ann Quill"}))
    document = read(html, title="Given", authors=("Bo Marsh",), published="2023-01-01", outlet="Given Post",
                    url="https://given.example/", language="nl", tags=("given",))  # fmt: skip
    assert (document.title, document.authors, document.published, document.published_basis) == (
        "Given", ("Bo Marsh",), "2023-01-01", "given",
    )  # fmt: skip
    assert (document.outlet, document.url, document.language, document.tags) == (
        "Given Post", "https://given.example/", "nl", ("given",),
    )  # fmt: skip


# ---- title


def test_the_displayed_headline_wins_over_the_one_for_search_engines() -> None:
    html = page(head=meta("og:title", "Swing bridge closed: what the harbour council says") + json_ld(headline="Swing bridge"))
    assert read(html).title == HEADLINE


def test_the_outlets_name_is_cut_from_a_title_without_a_heading() -> None:
    assert read(page(paragraphs())).title == HEADLINE


def test_a_heading_that_is_the_sites_name_is_no_headline() -> None:
    html = page(
        f'<h1>Eastmere Courier</h1><h2>{HEADLINE}</h2>{paragraphs()}',
        meta("og:url", "https://www.eastmerecourier.example/a") + meta("og:title", HEADLINE),
    )
    assert read(html).title == HEADLINE


def test_the_word_above_a_headline_is_no_part_of_it() -> None:
    html = page(f"<h1><span>Opinion</span><span>{HEADLINE}</span></h1>{paragraphs()}", meta("og:title", HEADLINE))
    assert read(html).title == HEADLINE


# ---- authors


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ([{"@type": "Person", "name": "Ann Quill"}, {"@type": "Person", "name": "Bo Marsh"}], ("Ann Quill", "Bo Marsh")),
        ({"@type": "Person", "name": "By Ann Quill and Bo Marsh, The Eastmere Courier"}, ("Ann Quill", "Bo Marsh")),
        ("Ann Quill, Staff Writer", ("Ann Quill",)),
        ([{"name": "Per Ek"}], ("Per Ek",)),
        ({"@type": "Organization", "name": "Coast Wire"}, ("Coast Wire",)),
    ],
)
def test_json_ld_authors(stated: object, names: tuple[str, ...]) -> None:
    html = page(head=json_ld(headline=HEADLINE, author=stated, publisher={"name": "The Eastmere Courier"}))
    assert read(html).authors == names


def test_authors_are_looked_up_by_id_in_a_graph() -> None:
    html = page(
        head='<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "x", "author": {"@id": "#a"}},'
        ' {"@id": "#a", "@type": "Person", "name": "Ann Quill"}]}</script>'
    )
    assert read(html).authors == ("Ann Quill",)


def test_a_displayed_name_wins_over_the_outlet_as_its_own_author() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><p class="byline">By Ann Quill</p>{paragraphs()}',
        json_ld(headline=HEADLINE, author={"name": "Eastmere Courier"}, publisher={"name": "Eastmere Courier"}),
    )
    assert read(html).authors == ("Ann Quill",)


def test_the_displayed_byline_wins_if_it_has_more_names_than_the_metadata() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><p class="byline">By Ann Quill and Bo Marsh</p>{paragraphs()}', json_ld(author={"name": "Ann Quill"})
    )
    assert read(html).authors == ("Ann Quill", "Bo Marsh")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Quill | 3 May 2024", ("Ann Quill",)),
        ("Von Anna Kiel und Bert Moor", ("Anna Kiel", "Bert Moor")),
        ("Ann Quill, 3 May 2024", ("Ann Quill",)),
        ("구현모 기자", ("구현모",)),
    ],
)
def test_bylines_in_the_page(line: str, names: tuple[str, ...]) -> None:
    assert read(page(f'<h1>{HEADLINE}</h1><p class="author">{line}</p>{paragraphs()}')).authors == names


# ---- dates


def test_json_ld_wins_over_meta_and_keeps_its_time() -> None:
    head = json_ld(datePublished="2024-05-03T10:15:00+02:00", dateModified="2024-05-04T08:00:00+02:00")
    document = read(page(head=head + meta("article:published_time", "2024-05-01T00:00:00Z")))
    assert (document.published, document.published_basis) == ("2024-05-03T10:15:00+02:00", "metadata")
    assert document.modified == "2024-05-04T08:00:00+02:00"


def test_broken_json_ld_still_gives_its_fields() -> None:
    trailing = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-03",}</script>'
    torn = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a "b" c", "datePublished": "2024-05-03"</script>'
    assert read(page(head=trailing)).published == "2024-05-03"
    assert read(page(head=torn)).published == "2024-05-03"


def test_a_date_line_is_the_basis_where_the_metadata_is_silent() -> None:
    document = read(page(f'<h1>{HEADLINE}</h1><p class="date">Published 3 May 2024</p>{paragraphs()}'))
    assert (document.published, document.published_basis) == ("2024-05-03", "block")


def test_a_date_in_words_corrects_one_with_day_and_month_exchanged() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><p class="date">Published March 9, 2024</p>{paragraphs()}', meta("article:published_time", "03-09-2024")
    )
    assert read(html).published == "2024-03-09"


def test_a_moment_in_utc_is_given_in_the_newsrooms_time() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><p class="date">May 2, 2024, 8:38 p.m.</p>{paragraphs()}',
        meta("article:published_time", "2024-05-03T00:38:07Z"),
    )
    assert read(html).published == "2024-05-02T20:38:00-04:00"


def test_the_address_dates_a_page_that_says_nothing() -> None:
    html = page(head='<link rel="canonical" href="https://courier.example/2024/05/03/bridge">')
    assert read(html).published == "2024-05-03"


# ---- topics, outlet, address, provenance


def test_topics_come_from_keywords_and_tag_links_once_each() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1>{paragraphs()}<ul class="tags"><li><a href="/tag/piers">Piers</a></li><li><a href="/tag/eastmere">Eastmere</a></li></ul>',
        json_ld(keywords=["Bridges", "Eastmere"], articleSection="Local") + meta("news_keywords", "bridges, harbour; Ann Quill")
        + meta("author", "Ann Quill"),
    )  # fmt: skip
    assert read(html).tags == ("Bridges", "Eastmere", "harbour", "Piers", "Local")


def test_links_to_topic_pages_are_topics_without_a_name_that_says_so() -> None:
    html = page(f'<h1>{HEADLINE}</h1>{paragraphs()}<div class="q7"><a href="/thema/bruecken">Brücken</a></div>')
    assert read(html).tags == ("Brücken",)


def test_a_page_of_keywords_gives_forty() -> None:
    assert len(read(page(head=meta("keywords", ", ".join(f"word {i}x" for i in range(300))))).tags) == 40


def test_outlet_and_address() -> None:
    head = meta("og:site_name", "Eastmere Courier") + '<link rel="canonical" href="https://courier.example/a">' + meta("og:url", "/a")
    document = read(page(head=head))
    assert (document.outlet, document.url) == ("Eastmere Courier", "https://courier.example/a")


def test_provenance_names_others_only() -> None:
    head = (
        meta("og:site_name", "Eastmere Courier")
        + meta("og:url", "https://courier.example/a")
        + '<link rel="canonical" href="https://coastwire.example/b">'
        + json_ld(
            sourceOrganization={"name": "Coast Wire"}, copyrightHolder={"name": "Eastmere Courier"}, isBasedOn="https://coastwire.example/b"
        )
    )
    provenance = read(page(head=head)).provenance
    assert provenance.credits == ("Coast Wire",)
    assert provenance.links == ("https://coastwire.example/b",)


def test_language_is_that_of_the_text_where_the_template_says_english() -> None:
    text = "De havenraad van Oostmeer sloot maandag de draaibrug, nadat duikers scheuren in twee pijlers hadden gevonden."
    assert read(page(f"<h1>Draaibrug dicht</h1>{paragraphs((text,) * 3)}", language="en")).language == "nl"
    assert read(page()).language == "en"
    assert PARAGRAPHS[0] in read(page()).text


def test_a_relative_time_is_read_from_its_element() -> None:
    html = page(f'<h1>{HEADLINE}</h1><p class="published"><time datetime="2024-05-03T09:30:00+02:00">28 minutes ago</time></p>{paragraphs()}')
    assert read(html).published == "2024-05-03T09:30:00+02:00"


def test_a_genre_before_by_is_no_name() -> None:
    assert read(page(head=meta("author", "Analysis by Ann Quill"))).authors == ("Ann Quill",)


def test_the_first_top_heading_needs_little_agreement() -> None:
    html = page(
        f"<h1>{HEADLINE}</h1>{paragraphs()}<section class='related'><h1>Why the ferry stays in port until the storm is over</h1></section>",
        meta("og:title", "Cracks in two piers: no bridge before spring, says the council"),
    )
    assert read(html).title == HEADLINE


def test_the_outlet_stands_after_the_headline_in_the_title() -> None:
    assert read(page()).outlet == "Eastmere Courier"


def test_a_canonical_address_of_another_publisher_is_a_source() -> None:
    head = '<link rel="canonical" href="https://www.coastwire.example/b">'
    assert read(page(head=head), url="https://www.eastmerecourier.example/a").provenance.links == ("https://www.coastwire.example/b",)
    assert read(page(head=head), url="https://news.coastwire.example/b").provenance.links == ()
