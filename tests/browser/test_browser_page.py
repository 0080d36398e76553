"""The page in a real browser: what a reader clicks, types and sees.

Needs Chromium (`chromium`, `chromium-browser` or `google-chrome` on the path, or ONRECORD_BROWSER). Where there is none
the tests are left out with a line that says so, unless ONRECORD_REQUIRE_BROWSER asks for them.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.editions import compare
from onrecord.page import edition_pairs, render_record

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

COLLECTION = Path(__file__).resolve().parents[2] / "examples" / "kestrel-strait"
BROWSER = os.environ.get("ONRECORD_BROWSER") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
if BROWSER is None and not os.environ.get("ONRECORD_REQUIRE_BROWSER"):
    pytest.skip("no Chromium found (install it, or name it in ONRECORD_BROWSER)", allow_module_level=True)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    annotated = [onrecord.annotate(d) for d in onrecord.read(COLLECTION)]
    record = onrecord.record(annotated)
    comparisons = [compare(a, b) for a, b in edition_pairs(record, annotated)]
    path = tmp_path_factory.mktemp("page") / "record.html"
    path.write_text(render_record(record, [a.document for a in annotated], comparisons), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser():
    arguments = ["--disable-gpu", "--disable-background-networking"]
    if sys.platform == "linux" and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=BROWSER, args=arguments)
        yield running
        running.close()


@pytest.fixture
def open_page(browser, page_file):
    contexts = []

    def opened(**settings):
        context = browser.new_context(**{"viewport": {"width": 1300, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(page_file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def lit(page):
    return "".join(page.locator(".reader .lit").all_text_contents())


def test_a_click_on_a_line_lights_its_exact_words(open_page):
    page = open_page()
    refs = page.locator("#play a.ref")
    assert refs.count() > 5
    for n in range(min(12, refs.count())):
        refs.nth(n).click()
        assert lit(page) == refs.nth(n).get_attribute("title")
    assert page.complaints == []


def test_the_words_are_scrolled_into_sight(open_page):
    page = open_page()
    last = page.locator("#outlooks a.ref").last
    last.click()
    box = page.locator(".reader .lit").first.bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_keyboard_reaches_everything(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".record .line.here").count() == 1
    page.keyboard.press("Enter")
    first = lit(page)
    assert first
    page.keyboard.press("/")
    page.keyboard.type("grain")
    assert page.locator("#found button").count() >= 3
    page.locator("#found button").first.click()
    assert page.evaluate("getSelection().toString()").lower() == "grain"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_only_one_document_is_shown_and_another_can_be_chosen(open_page):
    page = open_page()
    assert page.locator(".document:visible").count() == 1
    page.select_option("#choose", "3")
    assert page.locator(".document:visible").get_attribute("data-number") == "3"


def test_on_a_phone_the_document_covers_the_record_and_goes_back(open_page):
    page = open_page(viewport={"width": 390, "height": 844})
    assert not page.locator(".reader").is_visible()
    page.locator("#play a.ref").first.click()
    assert page.locator(".reader").is_visible()
    page.locator(".reader .close").click()
    assert not page.locator(".reader").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_a_link_still_leads_to_its_words(open_page):
    page = open_page(java_script_enabled=False)
    ref = page.locator("#play a.ref").first
    ref.click()
    assert page.url.endswith(ref.get_attribute("href"))
    assert page.locator(".document").count() == page.locator(".document:visible").count() == 10


def test_dark_mode_turns_the_paper_dark(open_page):
    def lightness(scheme):
        page = open_page(color_scheme=scheme)
        red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
        return red + green + blue

    assert lightness("dark") < 150 < 600 < lightness("light")


def test_in_print_every_document_is_there(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator(".document:visible").count() == 10
    assert not page.locator(".reader .bar").is_visible()
