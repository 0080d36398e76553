"""Times of a document whose blocks and sentences are known."""

from onrecord.annotation.times import find
from onrecord.types import Block

TEXT = "Port shut\nMonday\nThe port was shut on Friday.\nRead more: the storm of May 2019\n(c) 2018 The Brel Courier"


def block(kind, words):
    start = TEXT.index(words)
    return Block(kind, start, start + len(words))


BLOCKS = (
    block("title", "Port shut"), block("date", "Monday"), block("paragraph", "The port was shut on Friday."),
    block("links", "Read more: the storm of May 2019"), block("notice", "(c) 2018 The Brel Courier"),
)


def test_links_and_notices_hold_no_times_of_the_story():
    assert [TEXT[t.start : t.end] for t in find(TEXT, "2025-12-03", blocks=BLOCKS)] == ["Monday", "Friday"]
    assert [TEXT[t.start : t.end] for t in find(TEXT, "2025-12-03")] == ["Monday", "Friday", "May 2019", "2018"]


def test_no_expression_reaches_over_the_end_of_a_block():
    text = "The fair opens Friday\nNov. 28 was cold"
    cut = text.index("\n")
    blocks = (Block("title", 0, cut), Block("paragraph", cut + 1, len(text)))
    assert [text[t.start : t.end] for t in find(text, "2025-12-03")] == ["Friday\nNov. 28"]
    assert [text[t.start : t.end] for t in find(text, "2025-12-03", blocks=blocks)] == ["Friday", "Nov. 28"]


def test_given_sentences_bound_the_search_for_a_verb():
    text = "Voters will go to the polls in the spring the minister said Tuesday"
    cut = text.index("the minister")
    assert find(text, "2025-12-03", sentences=((0, cut - 1), (cut, len(text))))[-1].value == "2025-12-02"
