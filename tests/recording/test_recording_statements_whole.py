"""What somebody says, made whole: its end, its middle, its subject; and what is none of it."""

from __future__ import annotations

import dataclasses

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record
from onrecord.types import Record, Report, Span, Statement


def span(text: str, part: str) -> Span:
    """Where a part stands in a text."""
    start = text.index(part)
    return (start, start + len(part))


def record_with(text: str, source: str, cue: str, *content: str) -> Record:
    """The record of a text in which just one statement was found."""
    told = document(text)
    statement = Statement(
        (span(text, source),), (span(text, cue),), tuple(span(text, c) for c in content), "asserts", "named"
    )
    annotations = dataclasses.replace(told.annotations, statements=(statement,))
    return make_record([dataclasses.replace(told, annotations=annotations)], [Report("r1", (told.document.id,))])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "claimed"),
    [
        (
            'Mia Holm said: "Not really. Until now banks have not been very close to local savers in towns."',
            "Mia Holm",
            "said",
            ['"Not really. Until now banks have not been very close to local'],
            '"Not really. Until now banks have not been very close to local savers in towns."',
        ),
        (
            "Jon Ek said the port will hire a firm to work with the old cranes on the pier.",
            "Jon Ek",
            "said",
            ["the port will hire a firm to work with the old"],
            "the port will hire a firm to work with the old cranes",
        ),
        (
            "Tove Lund said the drivers, who want to go home but have no fuel, would wait for the ferry.",
            "Tove Lund",
            "said",
            ["the drivers", "no fuel, would wait for the ferry"],
            "the drivers, who want to go home but have no fuel, would wait for the ferry",
        ),
        (
            "Jon Ek told a reporter that he only saw mud in the well as he dug in the village. It rained.",
            "Jon Ek",
            "told",
            ["that he only saw mud in the well as he dug in"],
            "he only saw mud in the well as he dug in the village",
        ),
        (
            "The Norrvik Courier reports that the bear was a western one, according to the Wildlife Fund.",
            "the Wildlife Fund",
            "according to",
            ["The Norrvik Courier reports that the bear was a western one"],
            "the bear was a western one",
        ),
        (
            "Officials had concluded that Jon Ek, an old opponent of the port, fired the shots that hurt a guard in May.",
            "Officials",
            "had concluded",
            ["that Jon Ek, an old opponent of the port"],
            "Jon Ek, an old opponent of the port, fired the shots that hurt a guard in May",
        ),
        (
            "Advocates say genetically modified seeds let farmers grow more.",
            "Advocates",
            "say genetically",
            ["modified seeds let farmers grow more"],
            "genetically modified seeds let farmers grow more",
        ),
        (
            "Sarrow, as one of the pilots pointed out, normally does not get two gales in a week.",
            "one of the pilots",
            "pointed out",
            ["normally does not get two gales in a week"],
            "Sarrow normally does not get two gales in a week",
        ),
        (
            "Rather than recall the pumps, Mia Holm said yesterday that the mill will pay for repairs.",
            "Mia Holm",
            "said yesterday",
            ["the pumps", "that the mill will pay for repairs"],
            "the mill will pay for repairs",
        ),
        (
            'Jon Ek told a young clerk who asked whether ships will come that "this is not the first strike of the year."',
            "Jon Ek",
            "told",
            ['a young clerk who asked whether ships will come that "this is not the first strike of the year."'],
            '"this is not the first strike of the year."',
        ),
        (
            "Mia Holm said her father would prefer not to talk. “There has been too much noise,” she said later.",
            "Mia Holm",
            "said",
            ["her father would prefer not to talk", "“There has been too much noise,”"],
            "her father would prefer not to talk",
        ),
    ],
)
def test_a_content_is_read_to_its_end_and_no_farther(
    text: str, source: str, cue: str, content: list[str], claimed: str
) -> None:
    assert [c.text for c in record_with(text, source, cue, *content).claims] == [claimed]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Jon Ek said the mill will work with the raw but talented young crew.", "raw but talented young crew"),
        ("Mia Holm said the ferry was slow but safe in all weathers.", "slow but safe in all weathers"),
        ("Tove Lund said the study was sound but that more of them were needed.", "but that more of them were needed"),
        ("Tove Lund said the town had marked the three - month anniversary of the fire.", "three - month anniversary"),
    ],
)
def test_a_content_is_not_cut_inside_a_phrase(text: str, claimed: str) -> None:
    assert claimed in record_of(text).claims[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm praised the pump. It is worth noting, too, that such pumps hum at night.",
        "Nord Air built the ferry. It’s important to say that the ferry was late again.",
        "Jon Ek sold the mill. It is fair to say that the mill was too old.",
        "Jon Ek has been harshly criticized for policies that buyers see as abuses of power.",
        "Few buyers believed that the mill would open again.",
        "Voters thought of the harbour as a thing that their fathers had built.",
        "Jon Ek and Odd Berg, or the twins, as the Norrvik Courier called them in an article, left the port.",
        "Norrvik’s mayor, Mia Holm, is stressing the need for better roads to the harbour and the mills.",
        "The Ministry of Safety posted several images of the crash on its page.",
        "Nord Radio has revealed the shocking conversation between the mother and the police.",
        "The phone will be slim. These renders also suggest that the phone will keep its button.",
        "Mia Holm called the police to complain about the noise that the mill was making.",
    ],
)
def test_what_the_named_do_not_say_is_no_claim_of_theirs(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two of the three brothers said that the mill had been sold.", "Two of the three brothers"),
        ("One of the pilots said that the gate was open.", "One of the pilots"),
        ("Several of the workers said that the gate was open.", "Several of the workers"),
        ("Mia Holm met a young woman who said that the bus was late.", "young woman"),
        ("Jon Ek spoke with an old sailor who claimed that the pier was rotten.", "old sailor"),
        ("Norrvik Mills hired two engineers who said that the pumps had failed.", "two engineers"),
        ("Tove Lund sold the mill. The Lund campaign said that the sale was legal.", "Lund campaign"),
        ("Jon Ek died on Friday. Ek’s family said that the ferry had been late.", "Ek’s family"),
        ("Mia Holm lost the case. Holm’s legal team said that the ruling was flawed.", "Holm’s legal team"),
        ("Boats: Mia Holm has two. European Commissioner for Trade Ada Lund said that the shops were open.", "Ada Lund"),
        (
            "Norrvik Air has sunk a boat. Norrvik Air sold two more. Norrvik Air hired a pilot of Norrvik Air Cargo Services. "
            "Norrvik Air said that the pier was shut.",
            "Norrvik Air",
        ),
        ("Watch East met Nord Air. The group said that Nord Air’s boats had been late for years.", "group"),
        ("Last night one user posted: “The gate has been shut by the police again.”", "one user"),
        ("Mayor of Chicago Quint Lund left. He said the gate had been shut.", "Quint Lund"),
        ("Canada’s largest ferry builder said the new boats would be late.", "Canada’s largest ferry builder"),
        ("Sweden’s oldest brewer said that its beer was safe.", "Sweden’s oldest brewer"),
        ("France’s biggest retailer said prices would fall.", "France’s biggest retailer"),
        ("Norrvik Rovers President and General Manager Billy Holm announced that the coach has been hired.", "Billy Holm"),
        ("“The pitch was flooded at noon,” Cleveland Trainer Jon Holm said.", "Jon Holm"),
        ("Nord Air Flight 22 turned back on Monday. Nord Air said the pilot was right.", "Nord Air"),
    ],
)
def test_a_speaker_is_told_apart_from_the_name_beside_him(text: str, speaker: str) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Norrvik Zoo shut its gates. The Norrvik Zoo has three bears. One came from the Sarrow Zoo in May. "
            "The zoo said the bear was ill.",
            "Norrvik Zoo",
        ),
        (
            "Norrvik State University won. Norrvik State University has a hall. Its rival, Sarrow University, lost. "
            "The university said the hall was safe.",
            "Norrvik State University",
        ),
        ("A plane of Skarvair turned back. Harbour Police met it. The airline said the gate had been shut.", "Skarvair"),
    ],
)
def test_a_body_called_by_its_noun_is_the_one_that_is_spoken_of(text: str, speaker: str) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Ada Lund, head of sales for Norrvik Mills, said that the pier was shut.", "head of sales for Norrvik Mills", "Ada Lund"),
        ("Jon Ek, chief of the port, said that the pier was shut.", "chief of the port", "Jon Ek"),
        (
            "Mehdor Zarehi, the head of Orrland's Quake Research Center, said that the pier was shut.",
            "Mehdor Zarehi, the head of Orrland's Quake Research Center,",
            "Mehdor Zarehi",
        ),
        (
            "The governor of Sarrow, Abdolru Sheikhol, said that the pier was shut.",
            "The governor of Sarrow, Abdolru Sheikhol,",
            "Abdolru Sheikhol",
        ),
        (
            "Orrland navy chief of staff General Dunkan McNabe said that the pier was shut.",
            "Orrland navy chief of staff General Dunkan McNabe",
            "Dunkan McNabe",
        ),
        (
            "The governor - general of Sarrow province, Abdolru Sheikhol, said that the pier was shut.",
            "The governor - general of",
            "Abdolru Sheikhol",
        ),
        ("Tove Holm, owner of two ferries, said that the pier was shut.", "owner of two ferries", "Tove Holm"),
    ],
)
def test_what_follows_a_name_after_a_comma_is_the_one_named(text: str, source: str, speaker: str) -> None:
    record = record_with(text, source, "said", "that the pier was shut")
    assert [names(record, c.asserted_by) for c in record.claims] == [[speaker]]


def test_a_plural_after_a_name_is_somebody_else() -> None:
    record = record_with("According to Jon Ek, officials said that the pier was shut.", "officials", "said", "that the pier was shut")
    assert "Jon Ek" not in [n for c in record.claims for n in names(record, c.asserted_by)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The rebels staged the raid which they say is a response to shelling in May.", "the raid is a response to"),
        ("Mia Holm opened the new pier, which she said would bring ships back to the town.", "the new pier would bring ships"),
        ("Police are looking for a man who witnesses say fired three shots at the bank.", "a man fired three shots at the bank"),
    ],
)
def test_a_relative_clause_says_what_it_is_about(text: str, claimed: str) -> None:
    assert any(c.text.startswith(claimed) for c in record_of(text).claims)


def test_what_a_thing_is_called_may_have_a_purpose() -> None:
    text = "The rebels protested against the delay, which their colonel, Ada Lund, called a trick to gain time for a raid."
    record = record_with(text, "their colonel, Ada Lund,", "called", "a trick to gain time for a raid")
    assert any("a trick to gain time" in c.text for c in record.claims)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Mia Holm built the rigged system that he claims he is going to change.", "he", "claims", "he is going to change"),
        ("There is the slightest suggestion that Mia Holm believes that the boat was hers.", "Mia Holm", "believes", "that the boat was hers"),
        ("Rebels took a base, leaving at least 17 guards with dozens feared captured there.", "17 guards", "feared", "captured there"),
        ("Jon Ek said in a statement released by the harbour. It rained.", "Jon Ek", "said in", "a statement released by the harbour"),
        ("They shut the old pier, which the mayor says she will open again.", "the mayor", "says", "she will open again"),
        ("I wonder whether or not Jon Ek mentioned his employer was poor.", "Jon Ek", "mentioned", "his employer was poor"),
    ],
)
def test_what_lacks_its_object_or_is_in_doubt_is_no_claim(text: str, source: str, cue: str, content: str) -> None:
    assert record_with(text, source, cue, content).claims == ()


def test_what_follows_a_go_between_is_said() -> None:
    text = "Mia Holm said through a lawyer that she believed the boat was hers. She left Norrvik at dawn."
    record = record_with(text, "she", "believed", "the boat was hers")
    assert [c.text for c in record.claims] == ["the boat was hers"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "claimed"),
    [
        # Behind a bracket the clause goes on.
        ("Nord Air said it had paid 20 crowns (about two dollars) to all who had waited.", "Nord Air", "said",
         "it had paid 20 crowns", "it had paid 20 crowns (about two dollars) to all who had waited"),
        ("Jon Ek said the ferry (a new one) was too slow for the mail.", "Jon Ek", "said",
         "the ferry", "the ferry (a new one) was too slow for the mail"),
        ("Mia Holm said three men (two of them cooks) had left the hall.", "Mia Holm", "said",
         "three men", "three men (two of them cooks) had left the hall"),
        # A second clause with `that` is said as well.
        ("Jon Ek said that the mill was old and that its roof leaked.", "Jon Ek", "said",
         "that the mill was old", "the mill was old and that its roof leaked"),
        ("Mia Holm said that the ferry had sailed, but was slow, and that nobody had been hurt.", "Mia Holm", "said",
         "that the ferry had sailed", "the ferry had sailed, but was slow, and that nobody had been hurt"),
        ("Tove Lund wrote that the board had met but that it had not voted.", "Tove Lund", "wrote",
         "that the board had met", "the board had met but that it had not voted"),
        # `so … that` is one thought.
        ("Jon Ek said the wind was so strong that the crane fell.", "Jon Ek", "said",
         "the wind was so strong", "the wind was so strong that the crane fell"),
        ("Mia Holm said there was such a crowd that the doors were shut.", "Mia Holm", "said",
         "there was such a crowd", "there was such a crowd that the doors were shut"),
        ("Tove Lund said the fog is so thick that no ship leaves.", "Tove Lund", "said",
         "the fog is so thick", "the fog is so thick that no ship leaves"),
        # A subject has its verb.
        ("Jon Ek said the harbour lost the ships it built last year.", "Jon Ek", "said",
         "the harbour lost the ships it", "the harbour lost the ships it built last year"),
        ("Mia Holm said the pier had opened, though the old bridge was closed.", "Mia Holm", "said",
         "the pier had opened, though the old bridge", "the pier had opened, though the old bridge was closed"),
        ("Tove Lund said Ada Berg -- the first woman to run the mill -- was leaving in May.", "Tove Lund", "said",
         "Ada Berg -- the first woman to run the mill", "Ada Berg -- the first woman to run the mill -- was leaving in May"),
        ("Jon Ek said the crane was old when the mill bought it.", "Jon Ek", "said",
         "the crane was old when", "the crane was old when the mill bought it"),
        # The second of two quotations in one clause.
        ("Jon Ek said the plan was “unfair” and “a shame for Norrvik” on Monday.", "Jon Ek", "said",
         "the plan was “unfair”", "the plan was “unfair” and “a shame for Norrvik”"),
        ("Mia Holm said the roof was “old” but not “a danger”.", "Mia Holm", "said",
         "the roof was “old”", "the roof was “old” but not “a danger”"),
        ("Tove Lund said the crew could “sail” or “wait for the wind” in May.", "Tove Lund", "said",
         "the crew could “sail”", "the crew could “sail” or “wait for the wind”"),
        # What somebody calls, or says next, is another statement.
        ("Jon Ek said the plan was “unfair” and called the mayor “a fool”.", "Jon Ek", "said",
         "the plan was “unfair”", "the plan was “unfair”"),
        ("Mia Holm said the mill was old, but would not say who owned it.", "Mia Holm", "said",
         "the mill was old", "the mill was old"),
        ("Tove Lund said the boat had sunk (see map).", "Tove Lund", "said", "the boat had sunk", "the boat had sunk"),
    ],
)  # fmt: skip
def test_a_clause_that_was_left_too_soon_is_read_on(
    text: str, source: str, cue: str, content: str, claimed: str
) -> None:
    assert [c.text for c in record_with(text, source, cue, content).claims] == [claimed]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        # The members of what was named last belong to it …
        ("Jon Ek rejected their terms—including a pardon, a car and a house by the sea.", "rejected", "their terms",
         "their terms—including a pardon, a car and a house by the sea"),
        ("Mia Holm dismissed most demands, such as a longer break.", "dismissed", "most demands",
         "most demands, such as a longer break"),
        ("Tove Lund denied three charges -- including theft -- on May 2.", "denied", "three charges",
         "three charges -- including theft"),
        # … and what somebody does beside that does not.
        ("Jon Ek rejected their terms, including one who had paid.", "rejected", "their terms", "their terms"),
        ("Mia Holm rejected their terms, leaving the table.", "rejected", "their terms", "their terms"),
    ],
)  # fmt: skip
def test_what_is_listed_of_a_content_belongs_to_it(text: str, cue: str, content: str, whole: str) -> None:
    source = " ".join(text.split()[:2])
    assert whole in [s.text for s in record_with(text, source, cue, content).statements]


@pytest.mark.parametrize(
    ("text", "content", "claimed"),
    [
        ("Two men rammed a door in Norrvik, smashing the lock and taking a safe, the police said.",
         "the lock and taking a safe", "Two men rammed a door in Norrvik, smashing the lock and taking a safe"),
        ("Nine of the crew were asleep when it struck, the police said.",
         "the crew were asleep when it struck", "Nine of the crew were asleep when it struck"),
        ("But three of the sailors were asleep in the harbour on Monday, the police said.",
         "the sailors were asleep in the harbour on Monday", "three of the sailors were asleep in the harbour on Monday"),
        # Another one's telling, or a quotation, is no part of it.
        ("The mayor said no, but the mill had been sold in May, the police said.",
         "the mill had been sold in May", "the mill had been sold in May"),
        ("The vault was open: a clerk had lost the keys, the police said.",
         "a clerk had lost the keys", "a clerk had lost the keys"),
    ],
)  # fmt: skip
def test_a_sentence_that_ends_with_its_speaker_is_his_from_the_start(text: str, content: str, claimed: str) -> None:
    assert claimed in [c.text for c in record_with(text, "the police", "said", content).claims]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Mia Holm praised changes to the fare law, which Jon Ek said were small.",
         "changes to the fare law were small"),
        ("The board rejected a plan for the old pier, which Jon Ek said was a waste.",
         "a plan for the old pier was a waste"),
        ("Voters turned on Ada Lund, whom Jon Ek believed was hiding the report.", "Ada Lund was hiding the report"),
    ],
)  # fmt: skip
def test_what_a_relative_clause_is_about_is_named_whole(text: str, claimed: str) -> None:
    said = text.partition(" was ")[2] or text.partition(" were ")[2]
    verb = "was " if " was " in text else "were "
    source, cue = ("Jon Ek", "believed") if "whom" in text else ("Jon Ek", "said")
    assert [c.text for c in record_with(text, source, cue, (verb + said).rstrip(".")).claims] == [claimed]
