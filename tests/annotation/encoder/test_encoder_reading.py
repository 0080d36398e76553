import dataclasses
import subprocess
import sys
from types import MappingProxyType

import numpy as np
import pytest
from annotation_making import document
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation import names, parties, sources
from onrecord.annotation.annotator import TrainedAnnotator, read_sentences
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.encoder import reading
from onrecord.annotation.encoder.decoding import statements_of
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.encoder.words import words_of
from onrecord.annotation.sentences import split
from onrecord.types import Block

ENCODER = Encoder()
ANNOTATOR = TrainedAnnotator()
QUILL = "Mara Quill, the harbour master, said that the bridge would open in May."
ODDITIES = [
    "🛥️ 👩🏽‍🔧 crews cheered 🎉.",
    "Ćmîłá̈ a\u0301e\u0302o\u0308 slept.",
    "记者报道了大桥。",
    "אמרו כי הגשר ייפתח",
    "\u202bقال المتحدث\u202c",
    "har\u00adbour mas\u00adter",
    "ﬁﬂ ǅ ß İ ŉ",
    "\u200b\u2060\ufeff",
    "x" * 3000,
]
STRANGE = st.text(
    st.one_of(
        st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "Cf")),
        st.sampled_from(" .,“”\n\u00ad\u0301\u200d🛥️👩🏽א中"),
    ),
    max_size=80,
)


def words(found, spans):
    return [found.document.quote(s) for s in spans]


@given(st.lists(STRANGE, max_size=5))
def test_words_lie_in_their_paragraphs_and_nothing_of_them_is_lost(paragraphs):
    made = document(*paragraphs)
    spans = [(b.start, b.end) for b in made.blocks]
    found = words_of(made.text, spans)
    for (start, end), number in zip(found.spans, found.paragraphs, strict=True):
        assert spans[number][0] <= start < end <= spans[number][1]
        assert not made.text[start:end].isspace()
    assert [made.text[a:b] for a, b in found.spans] == [
        w for p in paragraphs for w in (p[a:b] for a, b in words_of(p, [(0, len(p))]).spans)
    ]  # fmt: skip


@given(STRANGE, st.data())
def test_a_run_of_words_comes_back_as_the_exact_stretch_of_text(text, data):
    found = words_of(text, [(0, len(text))])
    size = len(found.spans)
    if not size:
        return
    first = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(first + 1, size))
    (made,) = statements_of(found, 0, [([], (first, end), [])])
    ((a, b),) = made.cue
    assert text[a:b].startswith(text[slice(*found.spans[first])])
    assert text[a:b].endswith(text[slice(*found.spans[end - 1])])


@pytest.mark.parametrize("odd", ODDITIES)
def test_what_stands_beside_a_statement_moves_it_and_cuts_nothing(odd):
    made = document(odd + " ", QUILL, odd)
    pages = ENCODER.read(made)
    found = [s for s in ENCODER.statements(pages) if [made.quote(c) for c in s.cue] == ["said"] and s.source]
    assert next(made.quote(s) for s in found[-1].source).startswith("Mara Quill")
    assert next(made.quote(s) for s in found[-1].content).endswith("the bridge would open in May")


@settings(max_examples=10, deadline=None)
@given(STRANGE)
def test_any_text_can_be_read(text):
    made = document(text, QUILL + text)
    for said in ENCODER.statements(ENCODER.read(made)):
        for spans in (said.source, said.cue, said.content):
            assert all(0 <= a < b <= len(made.text) for a, b in spans)
            assert list(spans) == sorted(spans)


def test_furniture_is_not_read():
    plain = document(QUILL)
    text = f"By Odo Penn said so\n\n{QUILL}"
    blocks = (Block("byline", 0, 19), Block("paragraph", 21, len(text)))
    framed = dataclasses.replace(plain, text=text, blocks=blocks)
    alone, within = (ENCODER.statements(ENCODER.read(d)) for d in (plain, framed))
    assert [[(a + 21, b + 21) for a, b in s.content] for s in alone] == [list(s.content) for s in within]


def test_a_document_without_words_has_no_statements():
    assert ENCODER.read(document()).reads == ()
    assert ANNOTATOR.annotate(document("", "…")).statements == ()


def test_threads_order_and_what_was_read_before_change_nothing():
    documents = [document(QUILL, *ODDITIES[:4], QUILL.replace("Quill", "Penn")), document(QUILL * 12), document("No.")]
    one, two = TrainedAnnotator(threads=1), TrainedAnnotator(threads=2)
    forwards = [one.annotate(d) for d in documents]
    assert [two.annotate(d) for d in reversed(documents)] == forwards[::-1]
    assert [one.annotate(d) for d in documents] == forwards


class SaysAnything:
    """In place of the network: figures that differ from word to word, at no cost."""

    sizes = MappingProxyType(
        {
            "tags": 7, "cues": 192, "parts": 192, "names": 9, "predicates": 1, "pivots": 128, "arguments": 128,
            "reality": 1, "mention_starts": 128, "mention_ends": 128, "mention_bounds": 2, "mention_types": 20,
        }
    )
    outputs = tuple(sizes)

    def read(self, window, names):
        words = np.arange(len(window.firsts))[:, None]
        return {name: np.cos(words * (np.arange(self.sizes[name]) + 1.7)).astype(np.float32) for name in names}


@pytest.mark.parametrize("piece", ["“A,” she said. ", "said ", "the mayor said ", ", “and ", "Penn said he said ", "a\n"])
def test_time_grows_no_faster_than_the_text(piece, quickest):
    annotator = TrainedAnnotator()
    annotator._encoder.__dict__["_network"] = SaysAnything()

    short, long = (document(piece * (size // len(piece))) for size in (2_000, 16_000))
    most = 20 * quickest(lambda: annotator.annotate(short)) + 0.5
    assert quickest(lambda: annotator.annotate(long), most) < most


def test_the_network_is_opened_once_and_not_before_it_is_needed(monkeypatch):
    opened = []

    class Counted(reading.Network):
        def __init__(self, *args):
            opened.append(args)
            super().__init__(*args)

    monkeypatch.setattr(reading, "Network", Counted)
    encoder = Encoder()
    assert opened == []
    for _ in range(3):
        encoder.read(document(QUILL))
    assert len(opened) == 1


def test_importing_the_package_loads_neither_network_nor_runtime():
    code = (
        "import sys, onrecord, onrecord.annotation.annotator as a; a.TrainedAnnotator(); "
        "sys.exit(str({'onnxruntime', 'numpy'} & set(sys.modules)) if {'onnxruntime', 'numpy'} & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_source_in_the_sentence_before_its_cue_is_known_as_a_party():
    found = sources_of("Odo Penn spoke in the hall. Asked about the bridge, the answer was short.", (0, 8), (55, 61))
    assert found == [("named", "Odo Penn")]


def sources_of(text, source, cue):
    """Kind and name of a source that need not stand in its cue's sentence."""
    made = document(text)
    sentences = read_sentences(made, split(made))
    resolved = parties.resolve(sentences, names.find(sentences))
    number = sum(s.start <= cue[0] for s in sentences) - 1
    item = Attribution((source,), (cue,), ((cue[1] + 1, len(text)),), "asserts", number, 0.5, "network")
    called = {p.id: p.name for p in resolved.parties}
    return [(kind, called.get(party or "")) for kind, party in sources.judge([item], sentences, resolved)]
