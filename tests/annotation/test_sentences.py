"""Where sentences end: abbreviations, quotation marks, blocks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.sentences import split, split_block
from onrecord.types import Block, Document, Source


def pieces(text: str) -> list[str]:
    return [text[s:e] for s, e in split_block(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The harbour is closed.", "Nobody knows why."],
        ["Lt. Gov. Ada Quill spoke.", "Mr. Orr did not."],
        ["It began on Nov. 3 in the U.S. Senate.", "It has not ended."],
        ["Troops left the U.S.", "The talks went on."],
        ["“Why now?” she asked.", "Nobody answered."],
        ["“We lost!” Ada Quill said.", "She smiled."],
        ["He left (at 5 p.m. on Friday).", "She stayed."],
        ["J. K. Orr wrote it.", "It sold."],
        ["“No. Never.”", "That was all."],
        ["Was it true?!", "Yes…", "Perhaps."],
        ["The firm, Orr Inc., is gone.", "Its owner is not."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


def test_no_sentence_crosses_a_block_and_furniture_has_none() -> None:
    text = "Harbour closed\n\nThe mayor said so\n\nTags: harbour. Mayor."
    blocks = (Block("title", 0, 14), Block("paragraph", 16, 33), Block("tags", 35, len(text)))
    document = Document("d", text, blocks, Source("d", "text/plain", ""))
    assert [document.quote(s) for s in split(document)] == ["Harbour closed", "The mayor said so"]


@given(st.text(alphabet=st.sampled_from('aB .!?"“”’()\nU.S'), max_size=200))
def test_sentences_cover_all_but_blanks_and_do_not_overlap(text: str) -> None:
    spans = split_block(text, 0, len(text))
    covered = {i for s, e in spans for i in range(s, e)}
    assert all(i in covered or text[i].isspace() for i in range(len(text)))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(s < e and text[s:e].strip() == text[s:e] for s, e in spans)
