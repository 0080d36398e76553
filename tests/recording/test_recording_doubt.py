"""Events that a sentence names without saying that they happened."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recording_making import record_of

from onrecord.recording.doubt import _NOUN, _NOUN_CUES, _VERB, _VERB_CUES, has_cue, in_doubt
from onrecord.types import Reality


def judged(sentence: str) -> Reality | None:
    """What a sentence makes of the event between its square brackets; a noun is marked `[noun: …]`."""
    start = sentence.index("[")
    noun = sentence.startswith("noun: ", start + 1)
    words = sentence.replace("[noun: ", "").replace("[", "").replace("]", "")
    end = start + sentence.index("]") - start - 1 - (6 if noun else 0)
    return in_doubt(words, start, end, noun=noun)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody [struck] the pier.",
        "The inquiry found no evidence that the crew [fired] on the boat.",
        "There is no sign that Norway [closed] the strait.",
        "The clinic has no record of [noun: attacks] on the staff.",
        "The army said that no vessel [fired] on the boat.",
        "None of the guests was [freed].",
        "Nord Air has yet to [reopen] the base.",
        "Ek left without [speaking] to the press.",
        "The mill has not had any [noun: talks] with the union.",
        "Holm left the room without an [noun: agreement].",
        "The union called for patience instead of a [noun: strike].",
    ],
)
def test_what_did_not_happen(sentence: str) -> None:
    assert judged(sentence) == "negated"


@pytest.mark.parametrize(
    "sentence",
    [
        "The sale is conditional on approval and on the [noun: withdrawal] of the poison pill.",
        "Payment is contingent on [noun: approval] by the board.",
        "The grant is dependent on the mill being [reopened].",
        "The mill must [pay] the fine.",
        "The council has to [close] the bridge.",
        "Ek is willing to [meet] the union.",
        "Please [return] the boat to its owner.",
        "The firm has the right to [appeal].",
        "Did the guards [fire] on the crowd?",
        "The envoy hopes to avert a [noun: strike].",
        "The talks brought the sides closer to a [noun: deal].",
        "Members return their papers in a [noun: strike] ballot.",
        "Fears of an [noun: attack] emptied the market.",
        "Most of the plays will have opened before a stagehands’ [noun: strike].",
        "The bank would repay the bonds in the event of a hostile [noun: takeover].",
        "Dockers might get a bonus after any [noun: merger].",
    ],
)
def test_what_may_yet_happen(sentence: str) -> None:
    assert judged(sentence) == "possible"


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan foresees the [noun: release] of nine sailors.",
        "The guild voted for a [noun: walkout].",
        "The crews put off a [noun: strike] that was to begin at noon.",
        "The [noun: strike] is set for Monday.",
    ],
)
def test_what_is_still_to_come(sentence: str) -> None:
    assert judged(sentence) == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "The guards [fired] on the crowd.",
        "The council had to [close] the bridge on Monday.",
        "No injuries were reported in the [noun: attack].",
        "The [noun: strike] began on Monday.",
        "“Really?” she [asked].",
        "After the [noun: attack] nobody spoke.",
    ],
)
def test_what_happened(sentence: str) -> None:
    assert judged(sentence) is None


@pytest.mark.parametrize(
    "text",
    [
        "The rebels’ plan foresees the release of nine sailors by the coast guard.",
        "Did Orrland attack the harbour of Sarrow?",
        "The guard must arrest the captain, the paper says.",
    ],
)
def test_a_record_asserts_nothing_of_the_kind(text: str) -> None:
    assert not [e for e in record_of(text).events if e.reality == "asserted" and e.type in ("CONCEDE", "ASSAULT", "COERCE")]


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("“I am going to [help] the crew,” Ek said.", "planned"),
        ("The judge recommended that the inquiry be [closed].", "planned"),
        ("Assuming the owners [agree], the ferry sails in May.", "possible"),
        ("Anyone who [refuses] the search is sent home.", "possible"),
        ("Most voters oppose [cutting] the grant.", "possible"),
        ("The board is considering [closing] the mill.", "possible"),
    ],
)
def test_what_is_intended_supposed_or_only_thought_of(sentence: str, reality: Reality) -> None:
    assert judged(sentence) == reality


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild said it would sign if the mill reopened the canteen and [rehired] nine cooks.",
        "Orrland would call off its patrols if the port lifted the fine, released the crew and [returned] the nets.",
        "He will stay in jail unless the court hears the appeal and [frees] him.",
    ],
)
def test_a_condition_goes_on_behind_and(sentence: str) -> None:
    assert judged(sentence) == "possible"


@pytest.mark.parametrize(
    "sentence",
    [
        "If the vote failed, the owners left and [sold] the mill.",
        "The judge asked if he was ill. Ek nodded and [left].",
        "The crew left the ship and [freed] the pilot.",
    ],
)
def test_what_follows_a_condition_is_none_of_it(sentence: str) -> None:
    assert judged(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The court gave the mill a week to answer or face a daily [noun: fine].",
        "Reopen the gate by noon or risk a second harbour [noun: strike], the guild told Nord Air.",
        "The council was told to mend the bridge on pain of [noun: prosecution].",
        "Without a buyer the yard would face a [noun: shutdown].",
    ],
)
def test_what_is_only_threatened(sentence: str) -> None:
    assert judged(sentence) == "possible"


def test_who_faced_it_did_face_it() -> None:
    assert judged("The mill faced a long [noun: strike] in May.") is None


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("Neither the mill nor its bank [paid] the fine.", "negated"),
        ("The pilots did not land, nor have they [called] the tower.", "negated"),
        ("There is no word that Ek fled, nor that he was [arrested].", "negated"),
        ("``Nobody [wants] the mill to close,'' Ek said.", "negated"),
        ("The clerk had no knowledge of bribes or [noun: threats].", "negated"),
        ("Ek would resign should the council [cut] the grant.", "possible"),
        ("Had the owners [signed], the strike would be over.", "possible"),
        ("It is high time the port [paid] its crew.", "possible"),
        ("The chapel was nearly [destroyed] by the rebels.", "possible"),
        ("Nothing in the plan [frees] the mill from its debts.", "negated"),
        ("Three attempts at a [noun: truce] came to nothing.", "possible"),
        ("The bank set a reward for tips leading to the [noun: arrest] of the thieves.", "planned"),
        ("The charter allows for [noun: sanctions] of the mill.", "possible"),
        ("Ek will help anyone else who [signs] the letter.", "possible"),
        ("Ek is open to [noun: talks] on pay.", "possible"),
        ("Many are waiting for the [noun: release] of the crew.", "planned"),
    ],
)
def test_conditions_without_if_and_what_is_only_hoped_for(sentence: str, reality: Reality) -> None:
    assert judged(sentence) == reality


@pytest.mark.parametrize(
    "sentence",
    [
        "Ek, who left in May, had the gates [closed].",
        "The mill had the fine [paid] by its bank.",
        "The board should know that it [cut] the grant.",
        "The envoys knew of the [noun: attack].",
    ],
)
def test_what_only_looks_like_a_condition_is_left_alone(sentence: str) -> None:
    assert judged(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        # Word that nobody stands for, at the head of a sentence or before the first of two verbs.
        ("Supposedly, the clerk [leaked] the list.", "alleged"),
        ("Reportedly the army [shelled] the bridge.", "alleged"),
        ("According to some rumours, the mill has [sacked] its crew.", "alleged"),
        ("Unconfirmed reports say an [noun: attack] began at dawn.", "alleged"),
        ("Ek has reportedly sold his house and [fled] to Norway.", "alleged"),
        ("Unconfirmed reports from two papers suggest that Holm [left] the firm.", "alleged"),
        ("The firm is reportedly taking it seriously, and is [closing] two shops.", "alleged"),
        # Nobody, nothing, without.
        ("No such private letter was [leaked].", "negated"),
        ("The town fell without a shot being [fired].", "negated"),
        ("There was no news about the wounded or [noun: arrests].", "negated"),
        # What may come, what shall be, what a condition goes on to tell.
        ("The vote could go on, potentially [splitting] the party.", "possible"),
        ("The pact provides for the [reopening] of the mine.", "possible"),
        ("If the vote were tied, and the choice [fell] to him, he would leave.", "possible"),
        ("Barring an upset or a [noun: coup], she will win.", "possible"),
        ("It is vital that the rebels [return] the boat.", "planned"),
        # What is told as done.
        ("The clerk reportedly owns a boat; he [sold] it in May.", None),
        ("The letter was [leaked].", None),
        ("The army said a shot was [fired].", None),
        ("The envoy paid for the boat and [sold] it.", None),
    ],
)
def test_what_nobody_stands_for_and_what_only_may_be(sentence: str, kept: Reality | None) -> None:
    assert judged(sentence) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek’s proposal to ban trawlers from the bay angered Norrvik.",
        "Mia Holm has proposed a truce to the rebels.",
        "The Harbour Union suggested a vote to Nord Air.",
    ],
)
def test_what_is_only_proposed_is_no_agreement(text: str) -> None:
    told = {e.type for e in record_of(text).events if e.reality == "asserted"}
    assert "AGREE" not in told


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        # What somebody is charged with, held for, tried for.
        ("Two men were indicted for [bombing] the station.", "alleged"),
        ("Ek is on trial for [attacking] a guard.", "alleged"),
        ("Police arrested Ek for [kidnapping] a boy.", "alleged"),
        ("Ek faces charges of theft and [noun: assault].", "alleged"),
        ("The clerk was charged with first-degree [noun: murder].", "alleged"),
        ("Ek was jailed for [attacking] a guard.", None),
        ("Ek was charged with theft after a [noun: raid] on the mill.", None),
        # What goes round.
        ("Rumours that the mayor had [resigned] were false.", "alleged"),
        ("The firm faces delays amid claims men have [lodged] complaints.", "alleged"),
        ("There were reports that the army [shelled] the town.", "alleged"),
        ("The news that the mayor had [resigned] spread.", None),
        ("The paper reports that the mayor [resigned].", None),
        # No proof.
        ("They did not find any evidence of an [noun: attack].", "negated"),
        ("The report lacked proof that the army [shelled] the town.", "negated"),
        ("Police found evidence of an [noun: attack].", None),
        ("Neither Holm nor anyone on her team has [asked] for it.", "negated"),
        # What appears so.
        ("It appears that she [called] for help.", "possible"),
        ("It seems the mayor [sacked] the clerk.", "possible"),
        # What is ahead.
        ("Troops gathered ahead of an [noun: attack] on the port.", "planned"),
        ("Aides came on the eve of his [noun: visit].", "planned"),
        ("Ahead of last week’s [noun: strike] the union met the owner.", None),
        ("There are going to be [noun: riots] in May.", "planned"),
        ("It was never meant to be a [noun: meeting] of rivals.", "planned"),
        ("A new [noun: vigil] is planned for Sunday.", "planned"),
        ("A separate [noun: protest] is also scheduled in Lund.", "planned"),
        ("A new [noun: vigil] was held on Sunday.", None),
        ("The town prepares for another week of [noun: protests].", "planned"),
        ("She will never ask for the guild’s [noun: support].", "planned"),
        # What is kept off, what is warned of.
        ("The order spared many migrants from [noun: deportation].", "possible"),
        ("Holm won a stay of [noun: execution].", "possible"),
        ("The firm would be harmed by the [noun: release] of the files.", "possible"),
        ("The guild would support the [noun: release] of the files.", "possible"),
        ("The firm was harmed by the [noun: release] of the files.", None),
        ("A warning about a new [noun: war] made news.", "possible"),
        # Anybody.
        ("Anyone [found] guilty can be banned.", "possible"),
        ("The bank, if [sued], will pay.", "possible"),
    ],
)
def test_what_is_charged_rumoured_unproven_or_ahead(sentence: str, reality: Reality | None) -> None:
    assert judged(sentence) == reality


@pytest.mark.parametrize(
    "text",
    [
        "The guild asked if Jon Ek would promise to pay the crew.",
        "Asked whether she would demand a vote, Mia Holm said nothing.",
        "If he were elected, Jon Ek would demand that the owner pay the crew.",
    ],
)
def test_what_somebody_may_say_is_not_said(text: str) -> None:
    told = {e.reality for e in record_of(text).events if e.type in ("AGREE", "REQUEST") and "ask" not in (e.rule or "")}
    assert "asserted" not in told


@pytest.mark.parametrize(
    ("pattern", "cues"), [(p, _VERB_CUES) for _, p in _VERB] + [(p, _NOUN_CUES) for _, p in _NOUN]
)
def test_the_first_look_leaves_no_pattern_out(pattern: re.Pattern[str], cues: frozenset[str]) -> None:
    """Whatever a pattern finds holds one of the words that are looked for before all patterns are tried."""

    @settings(max_examples=20)
    @given(st.from_regex(pattern))
    def look(words: str) -> None:
        before = words.lower()
        assert has_cue(before, cues) or pattern.search(before) is None

    look()
