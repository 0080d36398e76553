"""Every kind of input becomes documents, with what was given beside the text."""

from __future__ import annotations

import gzip
import hashlib
import json
from email.message import EmailMessage

import pytest

TEXT = "The ferry company closed the Ostrava line.\n\nNobody was hurt, the harbour master said.\n"
PAGE = f"<!doctype html><html><head><title>Ferry line closed</title></head><body><article><h1>Ferry line closed</h1><p>{TEXT}</p></article></body></html>"


def test_a_text_is_read_unchanged(reading):
    document = reading({"ferry.txt": TEXT}).one()
    assert document.text == TEXT
    assert document.source.name == "ferry.txt"
    assert document.source.media_type == "text/plain"
    assert document.source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.id == f"ferry-{document.source.sha256[:8]}"


def test_line_ends_are_part_of_the_text(reading):
    assert reading({"ferry.txt": b"One line of it.\r\nAnother line.\r\n"}).one().text == "One line of it.\r\nAnother line.\r\n"


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml", "page.txt", "page", "page.aspx"])
def test_a_page_is_told_by_extension_or_by_content(reading, name):
    document = reading({name: PAGE}).one()
    assert document.source.media_type == "text/html"
    assert "<p>" not in document.text
    assert "Nobody was hurt" in document.text


def test_a_text_that_speaks_of_html_stays_a_text(reading):
    text = "The standard begins each page with <!doctype html>, the group said.\n"
    assert reading({"standard.txt": text}).one().text == text


def test_json_lines_carry_fields(reading):
    line = {
        "id": "h-7",
        "text": TEXT,
        "title": "Ferry line closed",
        "published": "2024-05-02",
        "url": "https://news.example/ferry",
        "outlet": "Harbour Post",
        "authors": ["Ada Lund", "Bo Crane"],
        "tags": ["shipping", "ports"],
        "language": "en",
    }
    document = reading({"news.jsonl": json.dumps(line) + "\n"}).one()
    assert (document.id, document.text, document.title) == ("h-7", TEXT, "Ferry line closed")
    assert (document.published, document.published_basis) == ("2024-05-02", "given")
    assert (document.url, document.outlet, document.language) == ("https://news.example/ferry", "Harbour Post", "en")
    assert document.authors == ("Ada Lund", "Bo Crane")
    assert document.tags == ("shipping", "ports")
    assert document.source.name == "news.jsonl#1"


def test_json_lines_may_hold_pages(reading):
    document = reading({"news.jsonl": json.dumps({"id": "p", "html": PAGE})}).one()
    assert document.title == "Ferry line closed"
    assert "<p>" not in document.text


def test_text_goes_before_html_and_an_empty_text_does_not_count(reading):
    lines = [{"id": "a", "html": PAGE, "text": "Only this text."}, {"id": "b", "html": PAGE, "text": ""}]
    a, b = reading({"news.jsonl": "\n".join(map(json.dumps, lines))}).documents
    assert a.text == "Only this text."
    assert "Nobody was hurt" in b.text


def test_line_numbers_count_blank_lines(reading):
    result = reading({"news.jsonl": '{"text": "The first one."}\n\n{"text": "The second one."}\n'})
    assert [d.source.name for d in result.documents] == ["news.jsonl#1", "news.jsonl#3"]


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": "a", "text": "The first one."}, {"id": "b", "text": "The second one."}]',
        '[\n  {\n    "id": "a",\n    "text": "The first one."\n  },\n  {\n    "id": "b",\n    "text": "The second one."\n  }\n]\n',
        '{\n  "id": "a",\n  "text": "The first one."\n}\n{\n  "id": "b",\n  "text": "The second one."\n}\n',
        '{"id": "a", "text": "The first one."}\n{"id": "b", "text": "The second one."}',
    ],
    ids=["array", "pretty array", "pretty objects", "lines"],
)
@pytest.mark.parametrize("name", ["news.json", "news"])
def test_json_in_every_layout(reading, name, content):
    documents = reading({name: content}).documents
    assert [(d.id, d.text) for d in documents] == [("a", "The first one."), ("b", "The second one.")]
    assert [d.source.name for d in documents] == [f"{name}#1", f"{name}#2"]


def test_one_object_over_several_lines_is_the_file(reading):
    document = reading({"ferry.json": json.dumps({"text": TEXT}, indent=2)}).one()
    assert document.text == TEXT
    assert document.source.name == "ferry.json"
    assert document.id.startswith("ferry-")


def test_a_long_array_is_read_across_many_pieces(reading):
    items = [{"id": f"n{i}", "text": f"Report number {i}. " + "So it went on. " * 500} for i in range(60)]
    documents = reading({"news.json": json.dumps(items, indent=1)}).documents
    assert [d.id for d in documents] == [f"n{i}" for i in range(60)]
    assert documents[-1].text == items[-1]["text"]


def test_csv_with_quotes_line_ends_and_a_byte_order_mark(reading):
    table = '\ufeffid,Title,text,published,tags\r\n7,"Ferry, closed","He said ""no"".\r\nShe left.",2024-05-02,shipping; ports\r\n8,Plain,One more.,,\r\n'
    a, b = reading({"news.csv": table}).documents
    assert (a.id, a.title, a.text) == ("7", "Ferry, closed", 'He said "no".\r\nShe left.')
    assert (a.published, a.tags) == ("2024-05-02", ("shipping", "ports"))
    assert (b.id, b.text, b.published) == ("8", "One more.", None)
    assert [a.source.name, b.source.name] == ["news.csv#1", "news.csv#2"]
    assert a.source.media_type == "text/csv"


@pytest.mark.parametrize(("name", "delimiter"), [("n.csv", ","), ("n.csv", ";"), ("n.csv", "|"), ("n.tsv", "\t"), ("n", ";")])
def test_delimiters(reading, name, delimiter):
    table = delimiter.join(["id", "headline", "article"]) + "\n" + delimiter.join(["1", "Closed", "The line is closed."])
    document = reading({name: table}).one()
    assert (document.id, document.title, document.text) == ("1", "Closed", "The line is closed.")


@pytest.mark.parametrize("column", ["text", "Content", "BODY", "article", "Full Text", "article_text", "html"])
def test_the_text_column_is_found_by_name(reading, column):
    assert "line is closed" in reading({"n.csv": f"id,{column}\n1,The line is closed.\n"}).one().text


def test_the_text_column_may_be_named(reading):
    table = "id,text,meldung\n1,Not this.,The line is closed.\n"
    assert reading({"n.csv": table}, text_column="meldung").one().text == "The line is closed."
    line = '{"text": "Not this.", "meldung": "The line is closed."}'
    assert reading({"n.jsonl": line}, text_column="meldung").one().text == "The line is closed."


def test_a_quotation_mark_inside_a_field_is_itself(reading):
    assert reading({"n.csv": 'id,text\n1,The 5" pipe burst.\n2,Then it held.\n'}).documents[0].text == 'The 5" pipe burst.'


def test_a_newsletter(reading):
    message = EmailMessage()
    message["From"] = "Harbour Post <news@harbour.example>"
    message["Subject"] = "Ferry “Ostrava” closed"
    message["Date"] = "Thu, 02 May 2024 07:30:00 +0200"
    message.set_content("The plain part.")
    message.add_alternative(PAGE.replace("Nobody", "Nöbody"), subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="terms.pdf")
    for name in ("letter.eml", "letter"):
        document = reading({name: message.as_bytes()}).one()
        assert document.title == "Ferry “Ostrava” closed"
        assert document.outlet == "Harbour Post"
        assert (document.published, document.published_basis) == ("2024-05-02T07:30:00+02:00", "given")
        assert "Nöbody was hurt" in document.text
        assert "plain part" not in document.text


def test_a_newsletter_in_plain_text_and_another_encoding(reading):
    message = b"From: news@harbour.example\r\nSubject: =?iso-8859-1?q?F=E4hre?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nDie F\xe4hre ist weg.\r\n"
    document = reading({"letter.eml": message}).one()
    assert (document.title, document.outlet) == ("Fähre", "harbour.example")
    assert document.text == "Die Fähre ist weg.\r\n"


def test_a_page_saved_as_one_file(reading):
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/ferry\r\nSubject: Ferry line closed\r\n"
        "Date: Fri, 1 Aug 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--B\r\nContent-Type: text/css\r\n\r\np {{}}\r\n--B--\r\n"
    )
    document = reading({"ferry.mhtml": page}).one()
    assert document.url == "https://news.example/ferry"
    assert document.published is None, "the day of saving is not the day of publication"
    assert document.outlet is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ferry.txt", TEXT),
        ("ferry.html", PAGE),
        ("ferry.jsonl", json.dumps({"id": "a", "text": TEXT})),
        ("ferry.csv", "id,text\na,The line is closed.\n"),
        ("ferry.eml", "From: a@b.example\nSubject: S\nDate: Thu, 02 May 2024 07:30:00 +0200\n\nThe line is closed.\n"),
    ],
)
def test_gzip_of_any_kind_gives_the_same_document(reading, name, content):
    plain = reading({name: content}).one()
    packed = reading({f"{name}.gz": gzip.compress(content.encode())}).one()
    assert packed.text == plain.text
    assert packed.id == plain.id
    assert packed.source.sha256 == plain.source.sha256
    unnamed = reading({"noname": gzip.compress(content.encode())}).one()
    assert unnamed.text == plain.text


def test_standard_input_is_sniffed(reading):
    assert reading(None, "-", stdin=TEXT.encode()).one().text == TEXT
    assert reading(None, "-", stdin=PAGE.encode()).one().title == "Ferry line closed"
    assert reading(None, "-", stdin=b'{"id": "a", "text": "Here."}\n').one().id == "a"
    assert reading(None, "-", stdin=b"id,text\na,Here.\n").one().id == "a"
    assert reading(None, "-", stdin=gzip.compress(TEXT.encode())).one().text == TEXT


def test_the_same_file_twice_is_one_document(reading):
    assert len(reading({"a.txt": TEXT}, "a.txt", "a.txt").items) == 1


def test_equal_texts_under_other_names_are_two_documents(reading):
    assert len(reading({"a.txt": TEXT, "b.txt": TEXT}).documents) == 2


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-05-02", "2024-05-02"),
        ("20240502", "2024-05-02"),
        ("2024-05-02T18:00:00Z", "2024-05-02T18:00:00+00:00"),
        ("2024-05-02 18:00:00", "2024-05-02T18:00:00"),
        ("2024-05-02 18:00:00 UTC", "2024-05-02T18:00:00+00:00"),
        ("Thu, 02 May 2024 18:00:00 +0200", "2024-05-02T18:00:00+02:00"),
        ("2 May 2024", "2024-05-02"),
        ("May 2, 2024", "2024-05-02"),
        ("25/12/2024", "2024-12-25"),
        ("2024/05/02", "2024-05-02"),
    ],
)
def test_given_dates(reading, given, read):
    assert reading({"n.jsonl": json.dumps({"text": "Here it is.", "published": given})}).one().published == read


@pytest.mark.parametrize("given", ["02/05/2024", "soon", "2024-13-45", "2024"])
def test_a_date_that_is_not_sure_is_said_and_left_out(reading, given):
    result = reading({"n.jsonl": json.dumps({"id": "a", "text": "Here it is.", "published": given})})
    assert given in result.problem().what
    assert result.problem().where == "n.jsonl, line 1"
    assert [d.id for d in result.documents] == ["a"]
    assert result.documents[0].published is None


def test_fields_in_the_forms_of_other_tools(reading):
    line = {
        "document-id": 12,
        "content": "Here it is.",
        "publishedAt": "2024-05-02T18:00:00Z",
        "source": {"id": None, "name": "Harbour Post"},
        "author": "Ada Lund; Bo Crane",
        "keywords": "shipping, ports",
    }
    document = reading({"n.jsonl": json.dumps(line)}).one()
    assert (document.id, document.outlet) == ("12", "Harbour Post")
    assert document.authors == ("Ada Lund", "Bo Crane")
    assert document.tags == ("shipping", "ports")
