"""Which pairs of documents are found worth comparing."""

from __future__ import annotations

import numpy as np
from editions_texts import ARTICLE, OTHER, THIRD, document
from hypothesis import given
from hypothesis import strategies as st

from onrecord.editions import candidates, fingerprint, prepare
from onrecord.editions.fingerprints import fingerprints
from onrecord.editions.words import find_words, join
from onrecord.types import Annotated, Annotations


def pairs(*documents: Annotated, **settings: int) -> set[tuple[str, str]]:
    return set(candidates((fingerprint(d) for d in documents), **settings))


def test_copies_and_excerpts_are_candidates():
    whole, excerpt, other = document("whole", *OTHER, *ARTICLE), document("part", ARTICLE[1]), document("x", *THIRD)
    assert pairs(whole, excerpt, other) == {("part", "whole")}


def test_a_reworded_text_is_found_by_what_it_kept():
    a = document("a", *ARTICLE)
    b = document("b", *[sentence.replace("council", "board").replace("pier", "jetty") for sentence in ARTICLE])
    assert pairs(a, b) == {("a", "b")}


def test_boilerplate_of_many_documents_links_none():
    notice = "Send your photographs of the harbour festival to the picture desk before Sunday evening, please."
    documents = [document(f"d{n:02d}", f"On day {n} the catch was {n * 7} crates and the wind came from {n} degrees.", notice) for n in range(12)]
    assert pairs(*documents, max_documents=10) == set()
    assert len(pairs(*documents)) == 66


def test_a_short_text_has_a_fingerprint_too():
    a, b = document("a", "Quay shut, pier cracked."), document("b", "quay shut: pier cracked")
    assert len(fingerprint(a).shingles) == 1
    assert fingerprint(a).shingles.tolist() == fingerprint(b).shingles.tolist()


def test_a_fingerprint_keeps_an_eighth_of_the_shingles_with_their_places():
    body = prepare(document("a", *ARTICLE, *OTHER, *THIRD))
    found = fingerprint(body)
    assert 0.04 < len(found.shingles) / len(body.shingles) < 0.25
    assert set(found.shingles.tolist()) <= set(body.shingles.tolist())
    assert (np.diff(found.shingles.astype(object)) > 0).all()
    assert found.positions.max() < found.words


def test_no_documents_no_pairs():
    assert candidates([]) == ()
    assert pairs(document("empty", ("title", "Only a title"))) == set()


def test_the_last_fingerprint_of_a_document_counts():
    old, new = document("a", *ARTICLE), document("a", *THIRD)
    assert pairs(old, new, document("b", *ARTICLE)) == set()


def test_words_of_scripts_without_blanks_are_characters():
    assert len(find_words("港湾委員会は、閉鎖。").starts) == 8
    assert len(find_words("rue Saint-Denis, n° 5").starts) == 5
    assert find_words("naïve İstanbul").starts.tolist() == [0, 6]


TEXTS = st.lists(st.text(alphabet="aA éßİΣ港ิ.!?。“”\n19_’𠀀", max_size=60), min_size=1, max_size=6)


@given(TEXTS)
def test_words_of_many_texts_are_those_of_each(texts: list[str]):
    joined = join(texts)
    for index, text in enumerate(texts):
        together, alone = joined.of(index), find_words(text)
        for name in ("hashes", "starts", "ends", "stops"):
            assert getattr(together, name).tolist() == getattr(alone, name).tolist()


@given(st.lists(st.lists(st.sampled_from((*ARTICLE, *OTHER, "Yes.", "© 2031 Lumen Press. All rights reserved.")), max_size=5), max_size=6))
def test_fingerprints_of_many_documents_are_those_of_each(bodies: list[list[str]]):
    documents = [document(f"d{n}", ("title", "A title that does not count"), *body) for n, body in enumerate(bodies)]
    for together, alone in zip(fingerprints(d.document for d in documents), map(fingerprint, documents), strict=True):
        assert together.document == alone.document
        assert together.words == alone.words
        for name in ("shingles", "positions", "sentences"):
            assert getattr(together, name).tolist() == getattr(alone, name).tolist()


def test_a_fingerprint_does_not_depend_on_annotated_sentences():
    bare = document("a", *ARTICLE)
    cut = Annotated(bare.document, Annotations(sentences=((0, 20), (20, len(bare.document.text)))))
    assert fingerprint(bare).sentences.tolist() == fingerprint(cut).sentences.tolist()


def test_notices_are_left_out_unless_there_is_nothing_else():
    notice = "Copyright 2031 Lumen Press, all rights reserved, no part of this page may be copied."
    plain, signed = document("plain", *ARTICLE), document("signed", *ARTICLE, notice)
    assert fingerprint(signed).sentences.tolist() == fingerprint(plain).sentences.tolist()
    assert fingerprint(signed).words == fingerprint(plain).words
    signed = document("signed", *ARTICLE[:-1], ARTICLE[-1] + " © Lumen Press.")
    assert fingerprint(signed).sentences.tolist() == fingerprint(plain).sentences.tolist()
    assert fingerprint(document("only", notice)).words > 0
