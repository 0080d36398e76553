"""Whole documents of our own in the three styles of saved text, and every kind of block."""

from __future__ import annotations

import textwrap

import pytest

from .conftest import Reader

PARAGRAPHS = (
    "The dockers of Port Alder rejected the ferry company’s last offer on Tuesday, a day before its ultimatum runs out, "
    "and said that they would close the northern basin at midnight.",
    "The company had offered a rise of four per cent over two years. “We will not be bought with promises,” said Mara "
    "Holt, who leads the union. She asked for a meeting with the harbour master before the week is over.",
    "Some 1,200 men and women work on the quays. Their last strike, nine years ago, lasted for six weeks and cost the "
    "town’s shops a third of their takings, according to the chamber of trade.",
    "A spokesman for the company declined to comment. Two people familiar with the talks said that the owners were "
    "divided, and that one of them wanted to sell his share rather than give in.",
    "The harbour master, Ines Calder, told reporters that pilots would stay at work whatever the night might bring. "
    "Ships with medicine on board will be let through, she said.",
)

ARTICLE = [
    ("tags", "Business"),
    ("title", "Dockers in Port Alder reject the ferry company’s last offer"),
    ("summary", "Union wants to close the northern basin at midnight as an ultimatum runs out"),
    ("byline", "By Ada Quill"),
    ("date", "Published May 3, 2024 at 2:26 PM"),
    ("links", "Share on Facebook"),
    ("links", "WhatsApp"),
    ("caption", "Dockers wait in front of the customs house in Port Alder on Monday. (Tom Inkwell/Alder Pictures via AP)"),
    ("paragraph", PARAGRAPHS[0]),
    ("paragraph", PARAGRAPHS[1]),
    ("links", "READ MORE: How the ferry line was sold twice"),
    ("paragraph", PARAGRAPHS[2]),
    ("heading", "Owners are divided over the sale"),
    ("paragraph", PARAGRAPHS[3]),
    ("notice", "Story continues below advertisement"),
    ("paragraph", PARAGRAPHS[4]),
    ("embed", "Watch the video below to see the harbour master speak to reporters."),
    ("credits", "(Reporting by Ada Quill; Editing by Tom Inkwell)"),
    ("tags", "Related topics"),
    ("tags", "Port Alder"),
    ("tags", "Strikes"),
    ("tags", "Ferries"),
    ("links", "Most read"),
    ("links", "Lighthouse keeper retires after forty years on the rock"),
    ("links", "Why the herring came back to the bay this spring"),
    ("links", "Mayor wants a second bridge over the sound"),
    ("notice", "Sign up for our weekly newsletter"),
    ("notice", "© 2024 The Alder Courier. All rights reserved."),
]


def compact() -> str:
    return "\n".join(line for _, line in ARTICLE)


def spaced() -> str:
    return "\n\n".join(line for _, line in ARTICLE) + "\n"


def wrapped() -> str:
    return "\n\n".join(textwrap.fill(line, 72, break_long_words=False) for _, line in ARTICLE) + "\n"


@pytest.mark.parametrize("make", [compact, spaced, wrapped])
def test_kinds_in_all_styles(read: Reader, make: object) -> None:
    document = read(make())  # type: ignore[operator]
    assert [(b.kind, " ".join(document.quote((b.start, b.end)).split())) for b in document.blocks] == ARTICLE


@pytest.mark.parametrize("make", [compact, spaced, wrapped])
def test_metadata_in_all_styles(read: Reader, make: object) -> None:
    document = read(make())  # type: ignore[operator]
    assert document.title == "Dockers in Port Alder reject the ferry company’s last offer"
    assert document.authors == ("Ada Quill",)
    assert document.published is not None
    assert document.published.startswith("2024-05-03")
    assert document.published_basis == "block"
    assert document.language == "en"
    assert document.outlet == "The Alder Courier"
    assert {"Port Alder", "Strikes", "Ferries"} <= set(document.tags)


def test_a_reprint_without_title(read: Reader) -> None:
    document = read(
        "\n".join(
            [
                "05/04/2024 / By Ada Quill",
                "",
                *PARAGRAPHS,
                "The film above comes from the HarbourLight channel on Tidevideo.",
                "Tagged Under:",
                "dockers, ferry company, harbour, Mara Holt, Port Alder, strike, ultimatum, unions",
                "Opinions expressed in guest columns are those of their authors alone",
                "No part of this page may be reproduced without permission.",
            ]
        )
    )
    kinds = [b.kind for b in document.blocks]
    assert kinds == ["date", "byline", *["paragraph"] * 5, "embed", "tags", "tags", "notice", "notice"]
    assert document.title is None
    assert document.published == "2024-05-04"
    assert document.tags[:2] == ("dockers", "ferry company")


def test_key_points_and_a_list_of_sources(read: Reader) -> None:
    points = [
        "The dockers rejected the company’s offer and want to close the northern basin at midnight.",
        "The owners are divided; one of them would rather sell his share than give in to the union.",
    ]
    document = read(
        "\n\n".join(
            [
                "Port Alder braces for a strike as talks collapse",
                "\n".join(f"  • {p}" for p in points),
                *PARAGRAPHS,
                "Sources include:",
                "AlderCourier.example",
                "Seawire.example",
                "Read the full story here",
            ]
        )
    )
    kinds = [b.kind for b in document.blocks]
    assert kinds == ["title", "summary", "summary", *["paragraph"] * 5, "credits", "credits", "credits", "links"]
    assert document.quote((document.blocks[1].start, document.blocks[1].end)) == f"• {points[0]}"
    assert document.provenance.credits == ("AlderCourier.example", "Seawire.example")


def test_key_points_under_their_label(read: Reader) -> None:
    document = read("\n\n".join(["Strike looms in Port Alder", "Key Points", "  • " + PARAGRAPHS[4], *PARAGRAPHS[:3]]))
    assert [b.kind for b in document.blocks][:3] == ["title", "summary", "summary"]


def test_an_agency_in_the_dateline_is_provenance(read: Reader) -> None:
    text = "\n".join([f"PORT ALDER (Seawire) — {PARAGRAPHS[0]}", *PARAGRAPHS[1:]])
    document = read(text)
    assert {b.kind for b in document.blocks} == {"paragraph"}
    assert document.provenance.credits == ("Seawire",)


def test_other_articles_inside_the_body_do_not_end_it(read: Reader) -> None:
    box = ["Most read", "Lighthouse keeper retires after forty years", "Herring come back to the bay of Alder"]
    document = read("\n".join(["Dockers reject offer in Port Alder", *PARAGRAPHS[:2], *box, *PARAGRAPHS[2:]]))
    kinds = [b.kind for b in document.blocks]
    assert kinds == ["title", "paragraph", "paragraph", "links", "links", "links", *["paragraph"] * 3]


def test_a_german_page(read: Reader) -> None:
    document = read(
        "\n".join(
            [
                "Wirtschaft",
                "Hafenarbeiter lehnen letztes Angebot der Reederei ab",
                "Von Ada Quill",
                "Aktualisiert am 03.05.2024 - 18:50 Uhr",
                "Artikel teilen",
                "Die Hafenarbeiter von Erlenhafen haben am Dienstag das letzte Angebot der Reederei abgelehnt. Sie wollen "
                "das nördliche Becken um Mitternacht schließen, sagte die Vorsitzende der Gewerkschaft.",
                "Die Reederei hatte vier Prozent mehr Lohn geboten. „Wir lassen uns nicht mit Versprechen kaufen“, sagte "
                "Mara Holt am Abend vor dem alten Zollhaus.",
                "Wie geht es jetzt weiter?",
                "Der Hafenkapitän will, dass die Lotsen in jedem Fall arbeiten. Schiffe mit Medikamenten sollen einfahren "
                "dürfen, wie er vor Journalisten erklärte.",
                "Lesen Sie auch: Wie die Fähre zweimal verkauft wurde",
                "Alle Rechte vorbehalten.",
            ]
        )
    )
    assert [b.kind for b in document.blocks] == [
        "tags", "title", "byline", "date", "links", "paragraph", "paragraph", "heading", "paragraph", "links", "notice",
    ]  # fmt: skip
    assert document.language == "de"
    assert document.published is not None
    assert document.published.startswith("2024-05-03")


def test_what_the_input_says_wins(read: Reader) -> None:
    document = read(
        compact(),
        title="Dockers in Port Alder reject the ferry company's last offer",
        authors=("Somebody Else",),
        published="2020-01-01",
        outlet="Courier",
        url="https://courier.example/1",
        tags=("quay",),
        language="en",
    )
    assert document.title == "Dockers in Port Alder reject the ferry company's last offer"
    assert document.authors == ("Somebody Else",)
    assert (document.published, document.published_basis) == ("2020-01-01", "given")
    assert (document.outlet, document.url, document.tags) == ("Courier", "https://courier.example/1", ("quay",))
    assert "title" in {b.kind for b in document.blocks}


def test_provenance_from_bylines_credits_and_copyright(read: Reader) -> None:
    lines = [
        "Dockers in Port Alder reject the ferry company’s last offer",
        "By Ada Quill - Associated Press",
        *PARAGRAPHS,
        "This story was produced by The Alder Lantern, a nonprofit newsroom.",
        "Source: Reuters, Seawire",
        "© 2024 The Canadian Press",
    ]
    document = read("\n".join(lines))
    assert document.provenance.credits == (
        "Associated Press", "The Alder Lantern", "Reuters", "Seawire", "The Canadian Press",
    )  # fmt: skip
    assert document.outlet is None


def test_sources_with_addresses_and_titles(read: Reader) -> None:
    lines = [
        "Dockers in Port Alder reject the ferry company’s last offer",
        *PARAGRAPHS,
        "Sources",
        "seawire.com: Dockers walk out in Port Alder",
        "https://courier.example/alder",
    ]
    document = read("\n".join(lines))
    assert document.provenance.credits == ("seawire.com", "https://courier.example/alder")
    assert document.provenance.links == ("https://courier.example/alder",)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("MARLOW, Ohio, June 8, 2021 (Seawire) - The mill said it would close.", "2021-06-08"),
        ("PORT ALDER, Feb. 22, 2023 (SW) — The regulator gave the line more time.", "2023-02-22"),
        ("OSTERFELD, 3 March 2020 -- Nobody came.", "2020-03-03"),
        ("NATO said on June 8, 2021 that it would stay - for now.", None),
        ("PORT ALDER (Seawire) - She was born on May 3, 1990.", None),
    ],
)
def test_the_day_may_stand_in_the_dateline_of_the_first_paragraph(read: Reader, opening: str, published: str | None) -> None:
    document = read(f"Mill to close\n\nBy Ann Lee\n\n{opening} More was to follow, its owners said.\n\nNobody else spoke.\n")
    assert document.published == published


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright © 2019 Harbour Radio. This transcript may not be in its final form.",
        "This is a rush transcript. Accuracy and availability may vary.",
        "Transcripts are created by hand and may be updated or revised in the future.",
    ],
)
def test_what_a_broadcaster_says_of_its_transcript_is_a_notice(read: Reader, notice: str) -> None:
    document = read("\n".join([*PARAGRAPHS, *PARAGRAPHS, notice]))
    assert document.blocks[-1].kind == "notice"


def test_the_counted_pictures_of_a_gallery_are_captions(read: Reader) -> None:
    told = "Dockers wait at the gate of the ferry port, where the boats lie still."
    pictures = [f"{n}/4 {told} (Alder, May {n})" for n in (1, 2, 3, 4)]
    document = read("\n".join([*PARAGRAPHS, *pictures, *PARAGRAPHS]))
    assert [b.kind for b in document.blocks].count("caption") == 4


def test_a_fraction_at_the_beginning_of_a_paragraph_counts_no_picture(read: Reader) -> None:
    line = "2/3 of the dockers voted against the offer, the union said on Monday after a long night of counting."
    document = read("\n".join([*PARAGRAPHS, line, *PARAGRAPHS]))
    assert "caption" not in [b.kind for b in document.blocks]
