"""Text is decoded by a stated rule, and what is not plain UTF-8 is told with the document."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.decoding import Decoded, Undecodable, decode

FRENCH = "Le préfet a démenti l’accord : « Rien n’est signé », a-t-il dit à Genève."
GERMAN = "Die Fähre wurde größtenteils geräumt, sagte der Hafenmeister über Funk – und schwieg."
RUSSIAN = "Паром закрыт до пятницы, сообщил начальник порта."
POLISH = "Wicepremier ogłosił, że żądania związkowców są niemożliwe do spełnienia. Łącznie było ich pięć."
CZECH = "Ministryně řekla, že přístav zůstane zavřený, dokud nepřijde odpověď."
TURKISH = "Başbakan yardımcısı görüşmelerin kesildiğini ve limanın kapalı kaldığını söyledi."
GREEK = "Το λιμάνι έκλεισε την Παρασκευή, είπε ο υπουργός."


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [FRENCH, "Plain words only.\nAnd a second line.", RUSSIAN])
def test_unicode_encodings_with_and_without_a_mark(charset, text):
    content = text.encode(charset)
    if charset == "utf-16-be":
        content = codecs.BOM_UTF16_BE + content
    decoded = decode(content)
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_utf16_without_a_mark():
    for charset in ("utf-16-le", "utf-16-be"):
        assert decode(FRENCH.encode(charset)) == Decoded(FRENCH, charset)


@pytest.mark.parametrize("text", [FRENCH, GERMAN, "It wasn’t “closed” – it was sunk."])
def test_western_text_in_windows_1252_is_read_and_said(reading, text):
    document = reading({"a.txt": text.encode("cp1252")}).one()
    assert document.text == text
    assert document.source.media_type == "text/plain; charset=windows-1252"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        ("港は金曜日に閉鎖された、と港長は語った。", "cp932"),
        ("港口周五关闭，港务局长说。", "gb18030"),
        ("Tässä on ääni.\x81\x8d", "latin-1"),
    ],
)
def test_other_code_pages_are_refused_and_not_mangled(reading, text, charset):
    problem = reading({"a.txt": text.encode(charset)}).problem()
    assert problem.where == "a.txt"
    assert "UTF-8" in problem.what or "binary" in problem.what
    assert problem.do


@pytest.mark.parametrize(
    ("text", "charset"), [(RUSSIAN, "windows-1251"), (POLISH, "iso-8859-2"), (GREEK, "iso-8859-7"), ("港は金曜日に閉鎖された。", "shift_jis")]
)
def test_a_page_that_declares_its_encoding(reading, text, charset):
    page = f'<html><head><meta charset="{charset}"></head><body><article><p>{text}</p></article></body></html>'
    document = reading({"a.html": page.encode(charset)}).one()
    assert text in document.text
    assert "charset=" in document.source.media_type


def test_valid_utf8_goes_before_a_wrong_declaration(reading):
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{RUSSIAN}</p></article></body></html>'
    assert RUSSIAN in reading({"a.html": page.encode()}).one().text


def test_a_page_with_a_broken_byte_says_how_many_were_replaced(reading):
    page = f"<html><body><article><p>{GREEK * 40}</p></article></body></html>".encode()
    broken = page.replace("λιμάνι".encode(), "λιμάν".encode() + b"\xce", 1)
    document = reading({"a.html": broken}).one()
    assert document.source.media_type == "text/html; charset=utf-8; replaced=1"
    assert document.text.count("\ufffd") == 1


def test_a_declaration_cannot_call_other_codecs():
    assert isinstance(decode(b"\\u0041 \x81\xfd", "unicode_escape"), Undecodable)
    assert isinstance(decode(b"\x81\x9d", "hex"), Undecodable)


def test_utf16_tables_and_json_lines(reading):
    table = "id\ttext\n1\tÜber Nacht geschlossen.\n"
    assert reading({"n.tsv": table.encode("utf-16")}).one().text == "Über Nacht geschlossen."
    line = '{"id": "a", "text": "Über Nacht geschlossen."}\n'
    assert reading({"n.jsonl": line.encode("utf-16")}).one().text == "Über Nacht geschlossen."


def test_windows_1252_table(reading):
    document = reading({"n.csv": "id;text\n1;Über Nacht geschlossen.\n".encode("cp1252")}).one()
    assert document.text == "Über Nacht geschlossen."
    assert document.source.media_type == "text/csv; charset=windows-1252"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_always_comes_back_unchanged(text):
    assert decode(text.encode("utf-8")) == Decoded(text, "utf-8")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "iso-8859-2", "x-none"]), st.booleans())
def test_any_bytes_are_decoded_or_refused(content, declared, page):
    decoded = decode(content, declared, page=page)
    if isinstance(decoded, Decoded):
        decoded.text.encode("utf-8", "surrogatepass")
    else:
        assert decoded.what
        assert decoded.do
