"""What a rule and the network see together, and ways to tell of a want: each rule on three unrelated invented texts."""

from __future__ import annotations

import dataclasses

import pytest
from recording_making import Wanted, document, names, record_of, wanted_in

from onrecord.recording import make_record
from onrecord.types import Move, MoveKind


def seen_in(text: str, words: str, likely: float, kind: MoveKind = "request") -> list[Wanted]:
    """The demands of a text in whose words the network takes some for something wanted."""
    read, at = document(text), text.index(words)
    moves = (Move(kind, at, at + len(words), likely),)
    record = make_record([dataclasses.replace(read, annotations=dataclasses.replace(read.annotations, moves=moves))], [])
    return [(names(record, d.by), names(record, d.to), d.what) for d in record.demands]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Jon Ek ordered his bodyguards to clear the hall.", "ordered", (["Jon Ek"], ["his bodyguards"], "clear the hall")),
        (
            "The assailants demanded a ransom of $3 million.", "demanded",
            (["assailants"], [], "a ransom of $3 million"),
        ),
        (
            "The ferry unions were told by the umpire to run two boats a day.", "told",
            (["umpire"], ["ferry unions"], "run two boats a day"),
        ),
        ("Norway encouraged Vesta Lines to reopen the route.", "encouraged", (["Norway"], ["Vesta Lines"], "reopen the route")),
        ("Mia Holm called to scrap the harbour fee.", "called", (["Mia Holm"], [], "scrap the harbour fee")),
    ],
)  # fmt: skip
def test_somebody_may_be_described_and_ask_softly(text: str, words: str, wanted: Wanted) -> None:
    assert seen_in(text, words, 0.6) == [wanted]
    # Without the network nothing of it is sure enough.
    assert wanted_in(text) != [wanted]


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Mia Holm requested ten more lifeboats.", "requested", "ten more lifeboats"),
        ("Norway called for an open market in fish.", "called for", "an open market in fish"),
        ("Nord Air pressed for slots at the new airport.", "pressed for", "slots at the new airport"),
    ],
)
def test_where_the_network_is_nearly_sure_the_thing_may_be_any(text: str, words: str, what: str) -> None:
    assert [w for _, _, w in seen_in(text, words, 0.9)] == [what]
    assert [w for _, _, w in seen_in(text, words, 0.6)] == [w for _, _, w in wanted_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Things that say nothing, a crew without a name, people at large, what may be.
        ("Mia Holm asked for three things.", "asked for"),
        ("The crew called for a new stroke rate in June.", "called for"),
        ("Jon Ek urged people to stay at home.", "urged"),
        ("The pilots might ask for another jet.", "ask for"),
        # Those whom somebody calls on, not what he calls for.
        ("Mia Holm called for boat-makers like Ekmar and Dahlby to redesign their hulls.", "called for"),
        ("Norway calls for islanders such as those of Sarrow and Veld to sign the pledge.", "calls for"),
        ("Nord Air calls for airports including Norrvik and Orland to share their slots.", "calls for"),
    ],
)
def test_the_network_alone_is_no_rule(text: str, words: str) -> None:
    assert seen_in(text, words, 0.9) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway’s insistence that Sweden pay the crew annoyed Mia Holm.", (["Norway"], ["Sweden"], "pay the crew")),
        (
            "The League rejected the Dockers Union’s insistence that Nord Air pay the fine.",
            (["Dockers Union"], ["Nord Air"], "pay the fine"),
        ),
        (
            "Jon Ek repeated his insistence that the files be published.",
            (["Jon Ek"], [], "the files be published"),
        ),
        ("Mia Holm wants to see the guards punished.", (["Mia Holm"], [], "the guards punished")),
        ("Norway would like to see the ban lifted.", (["Norway"], [], "the ban lifted")),
        ("Jon Ek wants to see the captains fined.", (["Jon Ek"], [], "the captains fined")),
        ("Mia Holm’s call for “a full and open inquiry” fell flat.", (["Mia Holm"], [], "a full and open inquiry")),
        ("Norway has made “several requests” to see the files.", (["Norway"], [], "see the files")),
        ("Jon Ek renewed calls for Vesta Lines to close.", (["Jon Ek"], ["Vesta Lines"], "close")),
        ("The Harbour League echoed calls for Nord Air to pay.", (["Harbour League"], ["Nord Air"], "pay")),
        ("Mia Holm answered a call on Friday from Jon Ek for an inquiry.", (["Jon Ek"], [], "an inquiry")),
        ("The Dockers Union had held out for 10 percent.", (["Dockers Union"], [], "10 percent")),
        (
            "Norway launched a petition, which many have signed, asking Sweden to free the crew.",
            (["Norway"], ["Sweden"], "free the crew"),
        ),
        (
            "Mia Holm and Jon Ek put their names to a letter asking Nord Air to drop the case.",
            (["Mia Holm", "Jon Ek"], ["Nord Air"], "drop the case"),
        ),
        ("Vesta Lines withdrew the offer at Norway’s request.", (["Norway"], ["Vesta Lines"], "withdrew the offer")),
        ("At Mia Holm’s urging, Nord Air dropped the fee.", (["Mia Holm"], ["Nord Air"], "dropped the fee")),
    ],
)
def test_further_ways_to_want_something(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Norway’s insistence that the cuts are vital annoyed Sweden.",
        "Jon Ek’s insistence that he is well persuaded nobody.",
        "Mia Holm wants to see the guards.",
        "Jon Ek drove to Norrvik because he wanted to see the bridge opened.",
        "Ada Lund stayed because she wanted to see history made.",
        "Norway hosts the games because it wanted to see its skiers crowned.",
        "Norway wants to see how Sweden votes.",
        "Nord Air faced calls for a boycott.",
        "Vesta Lines flew at Norway’s expense.",
    ],
)
def test_what_is_told_alike_and_wanted_of_nobody(text: str) -> None:
    assert wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The two are apart on trade, with Jon Ek calling for a ban on fish.", "Jon Ek"),
        ("Protests are expected to go on, with Mia Holm calling for an inquiry.", "Mia Holm"),
        ("Jon Ek himself demanded an apology.", "Jon Ek"),
        ("Norway earlier this week demanded an apology.", "Norway"),
        ("Mia Holm said the port gains if Nord Air flies and demanded an inquiry.", "Mia Holm"),
        ("Mia Holm has named an envoy who reports to Jon Ek and called for an inquiry.", "Mia Holm"),
        ("Tens of thousands of dockers demanded a raise.", "dockers"),
        ("Mia Holm adds that she has paid the fine and called for an inquiry.", "Mia Holm"),
    ],
)
def test_who_wants_it(text: str, by: str) -> None:
    assert [names for names, _, _ in wanted_in(text)] == [[by]]


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Norway called for the return of “our crew” to its port.", "called for", "the return of “our crew” to its port"),
        ("Mia Holm demanded the release of “all 12” miners.", "demanded", "the release of “all 12” miners"),
        ("Jon Ek sought a review of the $40 million deal.", "sought", "a review of the $40 million deal"),
    ],
)
def test_what_is_wanted_goes_on_behind_a_quotation_mark_as_the_network_sees(text: str, words: str, what: str) -> None:
    read, at = document(text), text.index(words)
    content = (text.index(what), text.index(what) + len(what))
    moves = (Move("request", at, at + len(words), 0.9, content=content),)
    record = make_record([dataclasses.replace(read, annotations=dataclasses.replace(read.annotations, moves=moves))], [])
    assert [d.what for d in record.demands] == [what]


def test_a_condition_that_nobody_puts_in_words_of_asking_asks_for_nothing() -> None:
    promised = record_of("Jon Ek said he would resign if Nord Air dropped the case.")
    assert [(d.kind, d.what) for d in promised.demands] == [("condition", "drop the case")]
    assert "REQUEST" not in [e.type for e in promised.events]
    refused = record_of("The Dockers Union will not talk until Nord Air withdraws the notices.")
    assert [e.type for e in refused.events if e.rule == "wanting"] == ["REQUEST"]
    asked = record_of("Norway made the release of the crew a condition of its loan.")
    assert [e.type for e in asked.events if e.rule == "wanting"] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mia Holm will release the list only when Jon Ek does the same.", "do the same"),
        ("Norway said it would open the port only when Sweden pays the fine.", "pay the fine"),
        ("Nord Air would reopen the base only when the Harbour League cuts the fee.", "cut the fee"),
    ],
)
def test_only_when_opens_a_condition(text: str, what: str) -> None:
    assert [d.what for d in record_of(text).demands if d.kind == "condition"] == [what]


def read_in(text: str, words: str, content: str, likely: float = 0.9) -> list[str]:
    """What a text wants by its record, where the network reads `content` as what is wanted."""
    read, at, first = document(text), text.index(words), text.index(content)
    moves = (Move("request", at, first + len(content), likely, content=(first, first + len(content))),)
    record = make_record([dataclasses.replace(read, annotations=dataclasses.replace(read.annotations, moves=moves))], [])
    return [d.what for d in record.demands]


@pytest.mark.parametrize(
    ("text", "words", "content", "what"),
    [
        # What hangs on the words of a rule is read on.
        ("Mia Holm asked for a pier built without steel unlike the old one.", "asked for", "a pier built without steel unlike the old one", "a pier built without steel unlike the old one"),
        ("Norway urged Sweden to free the crew despite the storm in the strait.", "urged", "free the crew despite the storm in the strait", "free the crew despite the storm in the strait"),
        # Another clause is none of it.
        ("Norway urged Sweden to free the crew, so the talks could begin.", "urged", "free the crew, so the talks could begin", "free the crew"),
        ("Norway urged Sweden to free the crew because winter was near.", "urged", "free the crew because winter was near", "free the crew"),
        # When and how long it was asked for is no part of it.
        ("The Nurses Guild has pressed Norway to raise the grant for years.", "pressed", "raise the grant", "raise the grant"),
        ("Vesta Lines renewed its offer to buy Nord Air Friday.", "offer", "buy Nord Air", "its offer to buy Nord Air"),
        ("Mia Holm urged Norway to move ahead with the bill in the weeks before the vote.", "urged", "move ahead with the bill", "move ahead with the bill"),
        # By when it is wanted is.
        ("Mia Holm urged Norway to keep the pier open until spring.", "urged", "keep the pier open", "keep the pier open until spring"),
    ],
)  # fmt: skip
def test_the_network_tells_where_it_ends(text: str, words: str, content: str, what: str) -> None:
    assert read_in(text, words, content) == [what]
