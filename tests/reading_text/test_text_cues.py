"""Phrases that publishers print around articles are known in many languages, wherever in the line they must stand."""

from __future__ import annotations

import pytest

from onrecord.reading.blocks import after_label, cues, named, split_tags


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Share on Facebook", "share"),
        ("reddit telegram whatsapp email", "networks"),
        ("Artikel teilen", "share"),
        ("Partager", "share"),
        ("Most read", "links-lead"),
        ("READ MORE: Dockers walk out", "links-label"),
        ("Lire aussi :", "links-lead"),
        ("Lees ook: Staking in de haven", "links-label"),
        ("相关新闻", "links-lead"),
        ("関連記事：港でストライキ", "links-label"),
        ("Читайте также: забастовка в порту", "links-label"),
        ("12 comments", "comments"),
        ("Tagged Under:", "tags-lead"),
        ("Tags: harbour, strike", "tags-label"),
        ("Schlagworte", "tags-lead"),
        ("Sources include:", "sources-lead"),
        ("Quelle: dpa", "sources-label"),
        ("Reporting by Ada Quill; editing by Tom Inkwell", "credits"),
        ("Key points", "keypoints-lead"),
        ("Das Wichtigste in Kürze", "keypoints-lead"),
        ("All rights reserved.", "copyright"),
        ("Tous droits réservés", "copyright"),
        ("Read our privacy policy", "legal"),
        ("Sign up for the weekly letter", "call"),
        ("Publicidad", "ad"),
        ("Watch the video below", "embed"),
        ("Photo: Ada Quill", "caption-label"),
        ("The quay at dawn. Getty Images", "caption"),
        ("Wirtschaft", "section"),
        ("World | Business", "section"),
    ],
)
def test_cues_of_a_line(line: str, cue: str) -> None:
    assert cue in cues(line)


@pytest.mark.parametrize("line", ["", "…", "The ferry left the harbour at noon.", "Dockers reject the offer"])
def test_plain_lines_have_no_cue(line: str) -> None:
    assert cues(line) == frozenset()


def test_a_phrase_inside_a_word_is_none() -> None:
    assert "share" not in cues("Shareholders")


def test_what_follows_a_label() -> None:
    assert after_label("Tags: harbour, strike") == "harbour, strike"
    assert after_label("No label here") == "No label here"


def test_tags_are_split_at_the_marks_that_lists_use() -> None:
    assert split_tags("Port Alder, strikes | ferries · law and order") == ["Port Alder", "strikes", "ferries", "law and order"]


def test_named_agencies_keep_their_spelling() -> None:
    assert named("agency", "Ada Quill, Associated Press and AFP") == ["Associated Press", "AFP"]
    assert named("agency", "the ap in a word: apple, ap") == []
