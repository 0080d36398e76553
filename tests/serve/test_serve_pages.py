"""The server over a real archive."""

import html

import pytest
from starlette.testclient import TestClient

from onrecord.errors import ArchiveError
from onrecord.reading.given import Given
from onrecord.reading.text import read_text
from onrecord.serve import make_app
from onrecord.store import Archive
from onrecord.types import Annotated, Annotations, Source

STRIKE = "Weavers reject the owners' offer\n\nThe weavers of Dunmoor rejected the offer on Monday. Ada Roe said the looms would stand still until the owners came back with something better to say.\n"
FLOOD = "Bridge closed after flood\n\nThe bridge at Ferrow was closed after the river rose by two metres overnight. <script>alert(1)</script> The council said it would open again when the water fell.\n"


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("serve") / "news.db"
    with Archive(path) as archive:
        archive.add(Annotated(read_text(text, Given(name, Source(f"{name}.txt", "text/plain", "0" * 64))), Annotations()) for name, text in [("strike", STRIKE), ("flood", FLOOD)])
    return path


@pytest.fixture(scope="module")
def client(db):
    return TestClient(make_app(db), base_url="http://localhost")


def test_the_front_page_lists_the_stories(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "Bridge closed after flood" in page.text
    assert "Weavers reject the owners' offer" in html.unescape(page.text)
    assert "1 document = 1 report = 1 origin" in page.text


def test_a_story_opens_its_record(client):
    story = client.get("/api/stories").json()[0]
    page = client.get(f"/story/{story['id']}")
    assert page.status_code == 200
    assert story["title"] in html.unescape(page.text)


def test_a_search_opens_the_exact_words(client):
    page = client.get("/search", params={"q": "loom*"})
    assert "<mark>looms</mark>" in page.text
    hit = client.get("/api/search", params={"q": "looms"}).json()[0]
    assert STRIKE[hit["start"] : hit["end"]] == hit["quote"]
    opened = client.get("/document/strike", params={"start": hit["start"], "end": hit["end"]})
    assert f'class="seg cited" id="c1-{hit["start"]}"' in opened.text


def test_two_documents_stand_side_by_side(client):
    page = client.get("/compare", params={"a": "strike", "b": "flood"})
    assert "unrelated" in page.text


def test_reports_are_listed(client):
    assert client.get("/reports").text.count("1 document, 1 origin") == 2


def test_scripts_in_a_document_are_words(client):
    page = client.get("/document/flood")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


@pytest.mark.parametrize("address", ["/story/none", "/document/none", "/compare?a=none&b=flood"])
def test_what_is_not_there_is_said_so(client, address):
    page = client.get(address)
    assert page.status_code == 404
    assert "there is no" in page.text


def test_an_api_error_is_json_and_says_what_to_do(client):
    answer = client.get("/api/record/none")
    assert answer.status_code == 404
    assert answer.json()["do"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "there is no such page"), ("/compare?a=x", 422, "lacks or misstates: b"),
        ("/document/x?start=abc", 422, "lacks or misstates: start"), ("/story/x?as_of=someday", 400, "2025-12-03"),
    ],
)  # fmt: skip
def test_a_mistyped_address_is_answered_with_a_page(client, address, status, words):
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert words in answer.text
    assert client.get("/api/nowhere").json()["what"] == "there is no such page"


def test_a_search_that_asks_nothing_sensible_is_refused_politely(client):
    assert client.get("/search", params={"q": "-only"}).status_code == 400


def test_a_foreign_host_name_is_refused(db):
    assert TestClient(make_app(db), base_url="http://evil.example").get("/").status_code == 400


def test_every_answer_carries_the_content_security_policy(client):
    for address in ("/", "/api/stories", "/document/none"):
        assert "default-src 'none'" in client.get(address).headers["content-security-policy"]


def test_a_file_that_is_no_archive_is_refused_at_the_start(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("dear reader " * 100)
    with pytest.raises(ArchiveError):
        make_app(path)
