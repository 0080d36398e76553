"""Which claims are kept out of the ledger, and what tells of them."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record
from onrecord.recording.claims import claims_of
from onrecord.recording.claims_gate import Gate, Signs, is_judged, likely, standing
from onrecord.recording.material import prepare
from onrecord.recording.referents import Referents
from onrecord.recording.statements import statements_of
from onrecord.types import Claim, Evidence


def signs_of(text: str) -> list[Signs]:
    """The signs of each claim that the gate judges."""
    material = prepare([document(text)], [], None)
    referents = Referents(material)
    told = statements_of(material, referents)
    by_id, gate = {t.statement.id: t for t in told}, Gate(material, told)
    claims = claims_of(material, referents, told, [])
    return [gate.signs(c, by_id[c.statements[0]]) for c in claims if is_judged(c)]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("“She has sold the mill, and it is a shame,” said Jon Ek.", "another's pronoun, at the start"),
        ("“They never paid for the boats,” Mia Holm said.", "another's pronoun, at the start"),
        ("“He is a calm skipper and knows the coast,” Eva Strand said.", "another's pronoun, at the start"),
        ("The regulator said the pipes of the plant were rotten.", "described: as known"),
        ("The archbishop said the roof had been repaired in May.", "described: as known"),
        ("The watchdog said the labels were false.", "described: as known"),
        ("“We thank the people of Norrvik for their patience,” Mia Holm said.", "courtesy"),
        ("“I am grateful to the crew and to its families,” said Jon Ek.", "courtesy"),
        ("“It is an honour to welcome the guests of the league,” Eva Strand said.", "courtesy"),
        ("“You will have to ask the cook,” Mia Holm said.", "to somebody"),
        ("“You drive it hard,” Eva Strand said.", "to somebody"),
        ("“Your boat is on fire,” Jon Ek said.", "to somebody"),
        ("Jon Ek met Olav Dahl at the pier. He said the ferry was late.", "pronoun: rivals"),
        ("Mia Holm saw Eva Strand in court. She said the lease was void.", "pronoun: rivals"),
        ("Adam Lund wrote to Eric Dahl in June. He said the well was dry.", "pronoun: rivals"),
        ("Jon Ek came late to the pier. He said the ferry was full.", "pronoun: speaks nowhere by name"),
        ("Mia Holm owns the mill. She said the dam was safe.", "pronoun: speaks nowhere by name"),
        ("Eva Strand took the stand. She said the lease was void.", "pronoun: speaks nowhere by name"),
        ("Residents of the east bank said the ferry was late.", "name: of what is lost"),
        ("Workers at the plant said the pipes were rotten.", "name: of what is lost"),
        ("Teachers at the school said the roof was rotten.", "name: of what is lost"),
        ("Hospital spokesman said the roof was rotten.", "described: without an article"),
        ("City engineer said the bridge was unsafe.", "described: without an article"),
        ("School principal said the lift had failed.", "described: without an article"),
        ("Jon Ek said such an option was too dear.", "untold"),
        ("“Nobody in the town cared about that mill,” Mia Holm said.", "untold"),
        ("Eva Strand said the skipper had warned them in May.", "untold"),
        ("“It should be shut at once, as the town knows,” Jon Ek said.", "untold, at the start"),
        ("“We lost the boat,” Mia Holm replied.", "answers"),
        ("“The pier is shut,” Jon Ek answered.", "answers"),
        ("“The mill is rotten! We have told the town so,” said Eva Strand.", "asks or exclaims"),
        ("“The harbour is ours!” Mia Holm said.", "asks or exclaims"),
        ("“The ferry is old,” said Jon Ek.", "short quotation"),
        ("“Nobody paid for it,” said Eva Strand.", "short quotation"),
    ],
)
def test_what_speaks_against_a_claim_is_told(text: str, sign: str) -> None:
    found = signs_of(text)
    assert found
    assert all(sign in s for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek said the bridge was unsafe.",
        "Norrvik Mills said it had shut the dam in May.",
        "Mia Holm said she had sold the boat.",
        "Jon Ek said the bridge was old and that the town would close this bridge.",
        "Mia Holm said it was time to close the mill.",
        "Eva Strand said Olav Dahl had sold the boat and that a broker had paid him.",
        "Norrvik Mills said it had opened the dam this summer.",
    ],
)
def test_nothing_speaks_against_what_somebody_by_name_says_in_a_clause(text: str) -> None:
    assert [s.keys() - {"annotator", "person", "organisation", "whole name"} for s in signs_of(text)] == [set()]
    assert record_of(text).claims


@pytest.mark.parametrize(
    "text",
    [
        "The regulator said the pipes of the plant were rotten.",
        "The insurer said the roof had been repaired in May.",
        "The watchdog said the labels were false.",
    ],
)
def test_what_is_kept_out_stays_on_record_as_a_statement(text: str) -> None:
    record = record_of(text)
    assert not record.claims
    assert [s.stance for s in record.statements] == ["asserts"]


def test_the_claims_that_stand_are_numbered_anew() -> None:
    record = record_of(
        "The watchdog said the labels were false. Jon Ek said the bridge was unsafe. Mia Holm said the ferry was late."
    )
    assert [(c.id, *names(record, c.asserted_by)) for c in record.claims] == [("c1", "Jon Ek"), ("c2", "Mia Holm")]


@pytest.mark.parametrize(
    "text",
    [
        "The Courier reported that Jon Ek said the bridge was unsafe.",
        "Mia Holm said Jon Ek told her the ferry was late.",
        "The Herald wrote that Eva Strand said the well was dry.",
    ],
)
def test_who_is_told_of_in_another_ones_words_is_told_apart(text: str) -> None:
    assert ["told by another" in s for s in signs_of(text)].count(True) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An engineer came in May. The engineer said the bridge was unsafe.",
        "A warden called the ferry office. The warden said the pier was shut.",
        "One nurse wrote to the ministry. The nurse said the lift had failed.",
    ],
)
def test_a_description_that_was_introduced_stands_for_somebody_unnamed(text: str) -> None:
    assert all("described: as known" not in s for s in signs_of(text))


PLACE = (Evidence("a", 0, 4, "text"),)


@pytest.mark.parametrize("status", ["corroborated", "disputed", "denied", "retracted"])
def test_what_others_carry_deny_or_take_back_always_stands(status: str) -> None:
    material = prepare([document("The watchdog said the labels were false.")], [], None)
    claim = Claim("c7", "text", ("p1",), (), (), status, 2, None, ("s1",), PLACE, "statement")  # type: ignore[arg-type]
    assert [c.id for c in standing(material, [], [claim])] == ["c1"]


def test_each_sign_makes_a_claim_more_or_less_likely() -> None:
    plain = {"annotator": 1.0, "person": 1.0}
    assert likely(plain) > likely(plain | {"untold": 1.0}) > likely(plain | {"untold": 1.0, "courtesy": 1.0})
    assert likely(plain) > likely(plain | {"annotator": 0.0})


@pytest.mark.parametrize(
    ("one", "other", "speaker"),
    [
        (
            "“We shut the pier in May and nobody was told of it,” Ada Lund said.",
            "The town met, its warden at the head. “We shut the pier in May and nobody was told of it,” she said.",
            "Ada Lund",
        ),
        (
            "“The ferry was old and the crew was too small for it,” Jon Ek said on Monday.",
            "Olav Dahl came late to the pier. “The ferry was old and the crew was too small for it,” he said.",
            "Jon Ek",
        ),
        (
            "“Nobody in the valley has paid a toll since the spring,” Mia Holm said.",
            "Eva Strand lives in Norrvik. “Nobody in the valley has paid a toll since the spring,” she said.",
            "Mia Holm",
        ),
    ],
)
def test_what_several_seem_to_say_in_the_same_words_is_the_likeliest_one_s(one: str, other: str, speaker: str) -> None:
    record = make_record([document(one, id="a"), document(other, id="b")], [])
    quoted = [c for c in record.claims if c.text.startswith("“")]
    assert [[p.name for p in record.parties if p.id in c.asserted_by] for c in quoted] == [[speaker]]
