"""Which blocks a page is read into."""

from __future__ import annotations

from lxml import etree
from reading_pages import FOOTER, HEADLINE, PARAGRAPHS, block, json_ld, meta, page, paragraphs, read, texts


def test_a_plain_article_is_a_title_and_its_paragraphs() -> None:
    document = read(page())
    assert texts(document, "title") == [HEADLINE]
    assert texts(document, "paragraph") == list(PARAGRAPHS)
    assert "Sport" not in document.text
    assert "All rights reserved" not in document.text


def test_blocks_are_parted_by_blank_lines_and_the_text_is_nothing_else() -> None:
    document = read(page())
    assert document.text == "\n\n".join(document.text[b.start : b.end] for b in document.blocks)


def test_places_are_xpaths_that_select_the_blocks_element() -> None:
    html = page(f"<h1>{HEADLINE}</h1><div>{paragraphs(PARAGRAPHS[:3])}</div><div>{paragraphs(PARAGRAPHS[3:])}</div>")
    document = read(html)
    tree = etree.HTML(html)
    for b in document.blocks:
        (element,) = tree.xpath(b.place)
        assert "".join(element.itertext()) == document.text[b.start : b.end]


def test_scripts_styles_and_hidden_text_are_never_read() -> None:
    extra = (
        "<script>var secret = 'a script that is long enough to look like a sentence.';</script>"
        "<style>.secret { color: red; content: 'a style that looks like a sentence.' }</style>"
        "<p hidden>A secret paragraph that nobody sees, but which is as long as others are.</p>"
        '<p style="display: none">Another secret paragraph that nobody sees, as long as others.</p>'
        "<template><p>A secret template that nobody sees, but which is as long as others are.</p></template>"
    )
    document = read(page(f"<h1>{HEADLINE}</h1>{extra}{paragraphs()}{extra}"))
    assert "secret" not in document.text


def test_a_standfirst_set_apart_is_a_summary() -> None:
    lead = "Divers found cracks in two piers. Now the north bank fears for its trade."
    document = read(page(f'<header><h1>{HEADLINE}</h1><p class="x9f">{lead}</p></header><div>{paragraphs()}</div>'))
    assert texts(document, "summary") == [lead]
    assert texts(document, "paragraph") == list(PARAGRAPHS)


def test_a_standfirst_in_german_is_known_by_its_name_and_the_description() -> None:
    lead = "Taucher fanden Risse in zwei Pfeilern. Nun fürchtet das Nordufer um seinen Handel."
    body = ("Der Hafenrat von Ostmeer hat die Drehbrücke am Montag gesperrt, weil zwei ihrer Pfeiler Risse haben.",
            "Die Reparatur dauere mindestens vier Monate, sagten die Ingenieure, und keine Fähre trage die Lastwagen.")  # fmt: skip
    html = page(
        f'<h1>Drehbrücke bis zum Frühjahr gesperrt</h1><div class="vorspann"><p>{lead}</p></div>{paragraphs(body)}',
        meta("og:description", lead), headline="Drehbrücke bis zum Frühjahr gesperrt", language="de",
    )  # fmt: skip
    document = read(html)
    assert texts(document, "summary") == [lead]
    assert document.language == "de"


def test_a_first_paragraph_like_all_others_stays_a_paragraph_although_it_is_the_description() -> None:
    document = read(page(head=meta("og:description", PARAGRAPHS[0])))
    assert texts(document, "summary") == []
    assert texts(document, "paragraph")[0] == PARAGRAPHS[0]


def test_key_points_above_the_text_are_a_summary_each() -> None:
    points = ["The bridge has cracks in two of its piers.", "Repairs will take four months or longer."]
    listed = "".join(f"<li>{p}</li>" for p in points)
    document = read(page(f"<h1>{HEADLINE}</h1><section><h4>Key points</h4><ul>{listed}</ul></section><div>{paragraphs()}</div>"))
    assert texts(document, "summary") == points


def test_subheads_are_headings_only_where_text_follows() -> None:
    html = page(
        f"<h1>{HEADLINE}</h1>{paragraphs(PARAGRAPHS[:2])}<h2>Who pays for it</h2>{paragraphs(PARAGRAPHS[2:])}"
        '<h3>Read more</h3><ul><li><a href="/ferry">Ferry runs again after the storm</a></li></ul>'
    )
    document = read(html)
    assert texts(document, "heading") == ["Who pays for it"]
    assert "Ferry runs again after the storm" not in texts(document, "paragraph", "heading", "summary")


def test_bold_lines_are_headings_in_a_text_without_other_headings() -> None:
    parts = [PARAGRAPHS[0], "<b>Who pays for it</b>", PARAGRAPHS[1], PARAGRAPHS[2], "<b>What the province says</b>", *PARAGRAPHS[3:]]
    document = read(page(f"<h1>{HEADLINE}</h1>{paragraphs(tuple(parts))}"))
    assert texts(document, "heading") == ["Who pays for it", "What the province says"]


def test_list_items_and_quotes_are_paragraphs() -> None:
    html = page(
        f"<h1>{HEADLINE}</h1>{paragraphs(PARAGRAPHS[:3])}<p>The council names three steps:</p>"
        f"<ul><li>props under both piers</li><li>a ferry for cars</li></ul>"
        f"<blockquote><p>We will open it again when it is safe.</p></blockquote>{paragraphs(PARAGRAPHS[3:])}"
    )
    found = texts(read(html), "paragraph")
    assert {"props under both piers", "a ferry for cars", "We will open it again when it is safe."} <= set(found)


def test_captions_are_no_body_with_and_without_figcaption() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><figure><img src="a.jpg"><figcaption>Divers at the second pier. Photo: Ida Holm</figcaption></figure>'
        f'{paragraphs(PARAGRAPHS[:3])}<div class="pic"><img src="b.jpg"><div>The north bank at dusk, seen from the closed bridge.</div></div>'
        f"{paragraphs(PARAGRAPHS[3:])}"
    )
    document = read(html)
    assert texts(document, "caption") == [
        "Divers at the second pier. Photo: Ida Holm",
        "The north bank at dusk, seen from the closed bridge.",
    ]
    assert texts(document, "paragraph") == list(PARAGRAPHS)


def test_byline_date_and_tags_are_blocks_of_their_own() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><div class="byline">By Ann Quill and Bo Marsh</div><div class="date">3 May 2024, 10:15</div>'
        f'<div>{paragraphs()}</div><ul class="article-tags"><li><a href="/tag/bridges">Bridges</a></li><li><a href="/tag/eastmere">Eastmere</a></li></ul>'
    )
    document = read(html)
    assert texts(document, "byline") == ["By Ann Quill and Bo Marsh"]
    assert texts(document, "date") == ["3 May 2024, 10:15"]
    assert texts(document, "tags") == ["Bridges", "Eastmere"]
    assert texts(document, "paragraph") == list(PARAGRAPHS)


def test_related_links_inside_the_text_are_links() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1>{paragraphs(PARAGRAPHS[:2])}<p><a href="/x">Read also: Ferry runs again after the storm</a></p>'
        f'{paragraphs(PARAGRAPHS[2:])}'
    )
    document = read(html)
    assert texts(document, "links") == ["Read also: Ferry runs again after the storm"]
    assert texts(document, "paragraph") == list(PARAGRAPHS)


def test_items_that_link_to_other_sites_are_the_texts() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1>{paragraphs(PARAGRAPHS[:2])}<ul><li><a href="https://piers.example.org/a">Report on the first pier</a></li></ul>'
        f"{paragraphs(PARAGRAPHS[2:])}",
        '<link rel="canonical" href="https://www.eastmerecourier.example/a">',
    )
    assert "Report on the first pier" in texts(read(html), "paragraph")


def test_readers_comments_and_a_second_article_are_left_out() -> None:
    comment = "<p>I crossed that bridge every day for forty years and never saw a crack, says somebody who reads this.</p>"
    second = f'<article><h1>Lighthouse keeper retires</h1><div class="author">Cy Reed</div>{paragraphs(tuple(p.replace("bridge", "lighthouse") for p in PARAGRAPHS))}</article>'
    first = f"<article><h1>{HEADLINE}</h1>{paragraphs()}<section id='comments'><h2>Comments</h2>{comment * 3}</section></article>"
    html = f"<html><head><title>{HEADLINE}</title></head><body><main>{first}{second}</main>{FOOTER}</body></html>"
    document = read(html)
    assert texts(document, "paragraph") == list(PARAGRAPHS)


def test_a_text_that_an_advertisement_splits_is_whole() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><div class="part"><div class="copy">{paragraphs(PARAGRAPHS[:4])}</div></div>'
        f'<div class="ad-slot">Advertisement</div><div class="part"><div class="copy">{paragraphs(PARAGRAPHS[4:])}</div></div>'
    )
    assert texts(read(html), "paragraph") == list(PARAGRAPHS)


def test_credits_at_the_end_are_credits() -> None:
    html = page(f"<h1>{HEADLINE}</h1>{paragraphs()}<p>(Reporting by Ann Quill; Editing by Bo Marsh)</p>")
    assert texts(read(html), "credits") == ["(Reporting by Ann Quill; Editing by Bo Marsh)"]


def test_names_of_states_say_nothing_about_the_element() -> None:
    html = page(f'<div class="has-sidebar no-comments with-ads"><h1>{HEADLINE}</h1>{paragraphs()}</div>')
    assert texts(read(html), "paragraph") == list(PARAGRAPHS)


def test_two_line_breaks_part_paragraphs_and_one_stays_a_line_end() -> None:
    html = page(f"<h1>{HEADLINE}</h1><div>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[2]}</div>")
    assert texts(read(html), "paragraph") == [PARAGRAPHS[0], f"{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"]


def test_soft_hyphens_and_doubled_blanks_are_dropped() -> None:
    html = page(f"<h1>{HEADLINE}</h1>{paragraphs()}<p>The har­bour  coun­cil\n meets again on Thursday to speak about the ferry.</p>")
    assert block(read(html), "The harbour council meets again").kind == "paragraph"


def test_arabic_japanese_and_russian_articles_are_read() -> None:
    arabic = "أغلق مجلس الميناء الجسر المتحرك يوم الاثنين بعد أن وجد الغواصون شقوقا في اثنتين من دعائمه القديمة."
    japanese = "港湾評議会は月曜日、橋脚に亀裂が見つかったため旋回橋を閉鎖した。修理には少なくとも四か月かかるという。"
    russian = "Совет гавани закрыл разводной мост в понедельник, после того как водолазы нашли трещины в двух опорах."
    for code, text in (("ar", arabic), ("ja", japanese), ("ru", russian)):
        document = read(page(f"<h1>{text[:40]}</h1>{paragraphs((text,) * 3)}", headline=text[:40], language=code))
        assert texts(document, "paragraph") == [text] * 3
        assert document.language == code


def test_a_page_without_an_article_gives_what_text_there_is() -> None:
    document = read("<ul><li>one</li><li>two</li></ul>")
    assert "one" in document.text
    assert read("").text == ""
    assert read("<html></html>").blocks == ()


def test_a_text_that_only_the_metadata_has_is_read_from_there() -> None:
    html = page(f"<h1>{HEADLINE}</h1><p>Please switch JavaScript on.</p>", json_ld(headline=HEADLINE, articleBody="\n".join(PARAGRAPHS)))
    document = read(html)
    assert texts(document, "paragraph") == list(PARAGRAPHS)
    assert block(document, PARAGRAPHS[0]).place == "/html[1]/head[1]/script[1]"


def test_a_date_among_tags_and_names_is_a_date() -> None:
    html = page(f'<h1>{HEADLINE}</h1><div class="byline"><p>Ann Quill</p><p>May 3, 2024</p></div>{paragraphs()}')
    assert texts(read(html), "byline", "date") == ["Ann Quill", "May 3, 2024"]
    assert texts(read(html), "date") == ["May 3, 2024"]


def test_key_points_may_stand_in_an_aside() -> None:
    points = ["Die Drehbrücke ist bis zum Frühjahr gesperrt.", "Die Reparatur dauert vier Monate oder länger."]
    listed = "".join(f"<li>{p}</li>" for p in points)
    html = page(f"<h1>{HEADLINE}</h1><aside><h3>Das Wichtigste in Kürze</h3><ul>{listed}</ul></aside><div>{paragraphs()}</div>")
    assert texts(read(html), "summary") == points


def test_a_linked_author_without_a_name_that_says_so_is_a_byline() -> None:
    html = page(
        f'<h1>{HEADLINE}</h1><div><a href="/people/ann-quill">Ann Quill</a></div><div>{paragraphs()}</div>', json_ld(author={"name": "Ann Quill"})
    )
    assert texts(read(html), "byline") == ["Ann Quill"]


def test_a_caption_that_a_gallery_repeats_is_dropped_and_a_repeated_paragraph_kept() -> None:
    label = "The bridge in May, closed to all"
    html = page(
        f"<h1>{HEADLINE}</h1><div>{paragraphs(PARAGRAPHS[:3])}<p>{PARAGRAPHS[0]}</p>"
        f"<section><div><span>{label}.</span></div><div><em>{label}.</em></div></section>{paragraphs(PARAGRAPHS[3:])}</div>"
    )
    document = read(html)
    assert document.text.count(label) == 1
    assert document.text.count(PARAGRAPHS[0]) == 2
