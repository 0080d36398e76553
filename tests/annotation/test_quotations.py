"""Where quotations open and close."""

from itertools import pairwise

import pytest
from annotation_making import document
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.quotes import find


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Yes,” she said, “we did.”", ["“Yes,”", "“we did.”"]),
        ('"Yes," she said, "we did."', ['"Yes,"', '"we did."']),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("''Yes,'' she said.", ["''Yes,''"]),
        ("She said «oui» twice.", ["«oui»"]),
        ("‘Yes,’ she said.", ["‘Yes,’"]),
        ("It’s the ship’s bell, the crews’ pride.", []),
    ],
)
def test_quotations_with_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[s:e] for (s, e), _ in find(text, document(text).blocks)] == quoted


def test_an_open_quotation_runs_to_the_end_of_its_block() -> None:
    made = document("“We were lost.", "“Then we were found,” she said.")
    assert [(made.quote(span), closed) for span, closed in find(made.text, made.blocks)] == [
        ("“We were lost.", False),
        ("“Then we were found,”", True),
    ]


@given(st.text(alphabet="ab \"“”'’‘`«»,.", max_size=120))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    made = document(text)
    spans = [span for span, _ in find(made.text, made.blocks)]
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
