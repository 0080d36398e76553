"""What a source is, where it is cut otherwise than the sentences are."""

from __future__ import annotations

import pytest
from annotation_making import document

from onrecord.annotation import names, parties
from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.sentences import split
from onrecord.annotation.sources import judge, speaks


@pytest.mark.parametrize(
    ("first", "second", "source"),
    [
        ("The lock was shut, said Lt.", "Ada Quill of the canal police.", "said Lt. Ada Quill"),
        ("Two boats sank, according to the mayor.", "Piet Orle said so.", "the mayor. Piet Orle"),
        ("They were let in by Sister M.", "The abbey opened at noon.", "Sister M. The abbey"),
    ],
)
def test_a_source_that_runs_past_its_sentence_is_judged_by_its_words_there(first, second, source):
    # Two paragraphs stand for a sentence that was cut too early: the source begins in one and ends in the other.
    page = document(first, second)
    start = page.text.index(source.split()[0] + " " + source.split()[1])
    end = page.text.index(source.split()[-1], start) + len(source.split()[-1])
    sentences = read_sentences(page, split(page))
    resolved = parties.resolve(sentences, names.find(sentences))
    item = Attribution(((start, end),), ((0, 3),), ((0, 3),), "asserts", 0, 0.5, "network")
    [(kind, _)] = judge([item], sentences, resolved)
    assert kind in ("named", "office", "described", "collective")
    assert speaks(item, sentences[0], resolved)
