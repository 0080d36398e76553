"""What the network's names make of those that the rules find."""

import pytest
from annotation_making import document, parties, read

from onrecord.annotation import names
from onrecord.annotation import parties as parties_of
from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.encoder.heads import Name
from onrecord.annotation.name_votes import voted
from onrecord.annotation.sentences import split


def kinds(text: str, **types: str) -> dict[str, str]:
    """Kinds of parties by name, where the network gives some words of the text (`_` for a blank) types at each place."""
    made = document(text)
    sentences = read_sentences(made, split(made))
    seen = []
    for word, kind in types.items():
        name, at = word.replace("_", " "), -1
        while (at := made.text.find(name, at + 1)) >= 0:
            seen.append(Name((at, at + len(name)), kind))
    seen.sort(key=lambda name: name.span)
    found = parties_of.resolve(sentences, voted(names.find(sentences), sentences, seen))
    return {p.name: p.kind for p in found.parties}


@pytest.mark.parametrize(
    ("text", "types", "name", "kind"),
    [
        ("They left Fort Quill by boat.", {"Fort_Quill": "LOC"}, "Fort Quill", "place"),
        ("After lunch Velda read the letter.", {"Velda": "PER"}, "Velda", "person"),
        ("The pilots work for Norrick Dune.", {"Norrick_Dune": "ORG"}, "Norrick Dune", "organisation"),
        ("QUILLTOWN — The bridge is shut.", {"QUILLTOWN": "LOC"}, "QUILLTOWN", "place"),
    ],
)
def test_the_network_says_what_the_words_do_not(text: str, types: dict[str, str], name: str, kind: str) -> None:
    assert kinds(text, **types)[name] == kind


def test_most_mentions_decide() -> None:
    made = "Velda slept. On Monday Velda read. The crew of Velda sang."
    sentences = read_sentences(document(made), split(document(made)))
    at = [i for i in range(len(made)) if made.startswith("Velda", i)]
    seen = [Name((i, i + 5), kind) for i, kind in zip(at, ("PER", "ORG", "PER"), strict=True)]
    found = parties_of.resolve(sentences, voted(names.find(sentences), sentences, seen))
    assert [(p.name, p.kind) for p in found.parties if p.kind != "group"] == [("Velda", "person")]


@pytest.mark.parametrize(
    ("text", "types", "name", "kind"),
    [
        ("President Ada Lund spoke.", {"Ada_Lund": "ORG"}, "Ada Lund", "person"),
        ("The Norrvik Port Authority agreed.", {"Norrvik_Port_Authority": "PER"}, "Norrvik Port Authority", "organisation"),
        ("He flew to Peru.", {"Peru": "PER"}, "Peru", "organisation"),
    ],
)
def test_evidence_of_the_words_goes_before_it(text: str, types: dict[str, str], name: str, kind: str) -> None:
    assert kinds(text, **types)[name] == kind


@pytest.mark.parametrize("text", ["Velda’s navy sailed. The crew slept in Velda.", "Velda’s foreign minister read."])
def test_what_stands_for_a_state_gets_no_person_s_vote(text: str) -> None:
    made = document(text)
    sentences = read_sentences(made, split(made))
    seen = [Name((i, i + 5), "PER") for i in range(len(text)) if text.startswith("Velda", i)]
    assert {name.vote for name in voted(names.find(sentences), sentences, seen)} == {None}


@pytest.mark.parametrize("name", ["Quill Foods", "Norrick Boats", "Orrland Quill Stores"])
def test_a_firm_with_its_founder_s_name_gets_no_person_s_vote(name: str) -> None:
    assert kinds(f"The doors of {name} were shut.", **{name.replace(" ", "_"): "PER"})[name] != "person"


def test_a_headline_s_ordinary_words_are_no_name() -> None:
    assert "Small Houses" not in kinds("Norrvik Mayor Promises Small Houses For All")
    assert "Small Houses" in kinds("The firm is called Small Houses by all.")


def test_numbers_and_seats_are_no_names() -> None:
    found = parties(read("Forty-three divers met Sen. Ada Lund (N-Orrville) and Jon Ek, N-Quilltown, on Monday."))
    assert not [name for name in found if "-" in name]


def test_a_place_before_a_title_is_a_name_of_its_own() -> None:
    found = parties(read("Ohio Sen. Ada Lund met Peru President Jon Ek and Florida Gov. Bo Quill."))
    assert {name: found[name][0] for name in ("Ohio", "Ada Lund", "Peru", "Jon Ek", "Florida", "Bo Quill")} == {
        "Ohio": "place", "Ada Lund": "person", "Peru": "organisation", "Jon Ek": "person", "Florida": "place",
        "Bo Quill": "person",
    }  # fmt: skip


def test_a_body_s_name_does_not_run_into_a_person_s() -> None:
    assert "Maria Lund" in parties(read("The Orrish Party for Maria Lund was a gift."))
