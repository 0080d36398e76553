"""Outlooks and background."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Economists warn that the strike could close the port.", "Economists"),
        ("Mia Holm said the harbour may flood again in June.", "Mia Holm"),
        ("Jon Ek expects a deal with the union.", "Jon Ek"),
        ("The strike threatens to close the port.", None),
        ("It remains unclear whether the ferry can be raised.", None),
        ("The talks are likely to fail.", None),
        ("A closure would also hit the steel mills of Norrvik.", None),
        ("Jon Ek said a second strike would cost the port its grain.", "Jon Ek"),
        ("The new fee would double the price of a crossing.", None),
        ('"They will free the crew, but a day late," said Jon Ek, an analyst in Oslo.', "Jon Ek"),
        ('"It will sink the price of tin," said Mia Holm, a broker.', "Mia Holm"),
        ("Mia Holm said: “They will give in before Easter.”", "Mia Holm"),
        ('"If no rain comes, we will be counting graves," said Mia Holm.', "Mia Holm"),
        ("The rice harvest will fall by half, Jon Ek said.", "Jon Ek"),
        # what somebody thinks likely, the odds that he gives, what would surprise him, what a thing could have yet
        ("Jon Ek said he thought it possible that the court would sit in May.", "Jon Ek"),
        ("The bank found it likely that the mill would be sold.", "bank"),
        ("Mia Holm considers it doubtful that the boat can be raised.", "Mia Holm"),
        ("Analysts saw a two-in-three chance that Norway was bluffing.", "Analysts"),
        ("Mia Holm sees little chance of a deal.", "Mia Holm"),
        ("“I’d be surprised if the court let it stand,” Mia Holm said.", "Mia Holm"),
        ("Jon Ek said he would be amazed if the bank survived.", "Jon Ek"),
        ("Lawyers said the jury could have the case by Friday.", "Lawyers"),
        ("Jon Ek said the mill could have the new pumps by May.", "Jon Ek"),
        ("Jon Ek said the stocks of tin would last until May.", "Jon Ek"),
        ("Diplomats expect the talks to resume on Thursday.", "Diplomats"),
        ("Mia Holm told reporters that the toll was not expected to rise further.", "Mia Holm"),
        ("Because the bay is shallow, a flood is not expected, Jon Ek told the students.", "Jon Ek"),
        ("The rate is not expected to change before June, brokers said.", "brokers"),
        ("If the bank falls, Mia Holm said, the town will starve.", "Mia Holm"),
        ("Jon Ek, who had led the search, appeared confident that the boat would be found.", "Jon Ek"),
        ("The bank is confident that prices will fall.", "bank"),
        ("The agency expects prices to fall.", "agency"),
        ("Thousands are at risk of losing their homes.", None),
        ("The storm threatens to flood the harbour.", None),
        ("Jon Ek said the town will lose its shops when the mill closes.", "Jon Ek"),
    ],
)
def test_whose_view_of_what_may_come(text: str, holder: str | None) -> None:
    record = record_of(text)
    assert len(record.outlooks) == 1
    assert (names(record, [h]) if (h := record.outlooks[0].holder) else [None]) == [holder]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Monday.",
        "Jon Ek was born in Norrvik in May.",
        "Might is right, he wrote.",
        "The council asked both sides to avoid any step that could not be taken back.",
        "Norrvik Mills has been warned before.",
        "The manager could not be traced.",
        "I wish I could have the hope of seeing the sea again.",
        "Jon Ek may have the flu, his wife said.",
        "Do not be surprised if you see a seal.",
        "Keel Lines said it would cut jobs.",
        "The police could not confirm the report.",
        "An inquiry could not establish who wrote the letter, Jon Ek said.",
        "Mia Holm said she was never warned.",
        "The winter will be cold for those who fall.",
        # What is, was, or is only named: a child, a forecast, a fact, a past success.
        "Mia Holm and her husband are expecting a second child.",
        "Jon Ek read the weather forecast from a boat.",
        "Mia Holm said she hoped it was not true.",
        "The Norrvik Almanac has correctly predicted five of six votes.",
        "Expected sales are told on page four.",
        "The much-anticipated match was on Friday.",
        "All he could see was smoke.",
        "There was nothing that could often be found there.",
        "The list names things that are expected to happen in films.",
        "He might be wrong, Jon Ek wrote.",
        "The scar may look like a burn.",
        # What somebody asks for, or asks.
        "Jon Ek called on the bank to go on taking risks.",
        "They risked their lives for the town.",
        "The couple are likely worth ten million crowns.",
        "Everyone ought to be worried about it, Jon Ek said.",
        "Jon Ek was sentenced to life with no chance of parole.",
        "The council has not said how it would raise the money.",
        "Nord Air looked into what the cost would be if the base closed.",
        "Mia Holm told us it would never happen.",
        "The rebels recently threatened to kill the envoy.",
    ],
)
def test_what_is_no_outlook(text: str) -> None:
    assert record_of(text).outlooks == ()


def test_a_contrast_ends_indirect_speech() -> None:
    record = record_of("Jon Ek said the bridge was safe, but the harbour may close for a month.")
    assert record.outlooks[0].holder is None


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Floods and bad roads have driven thousands from Norrvik.", "Floods and bad roads"),
        ("High prices have already forced bakers to close.", "High prices"),
        ("Years of drought have crippled the valley's farms.", "Years of drought"),
    ],
)
def test_background_with_its_stated_cause(text: str, cause: str) -> None:
    assert [b.cause for b in record_of(text).background] == [cause]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # The clause of the cause, with the place that `where` needs.
        (
            "Traders warn of a second strike in Norrland, where floods and bad roads have driven thousands out.",
            "Norrland, where floods and bad roads have driven thousands out",
        ),
        ("Jon Ek left Sarrow, as high prices have forced bakers to close.", "high prices have forced bakers to close"),
        ("The mill sold its boats, because years of drought have crippled trade.",
         "years of drought have crippled trade"),
        ("Floods and bad roads have driven thousands from Norrvik.",
         "Floods and bad roads have driven thousands from Norrvik"),
    ],
)  # fmt: skip
def test_background_is_the_clause_of_its_cause(text: str, line: str) -> None:
    assert [b.text for b in record_of(text).background] == [line]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Officials remain divided on whether a second round is wise.", ["Officials"]),
        ("Brokers are divided over whether the rate will rise.", ["Brokers"]),
        ("The guild’s lawyers were divided on whether to go to court.", ["guild’s lawyers"]),
    ],
)
def test_those_who_are_divided_hold_the_view(text: str, holder: list[str]) -> None:
    record = record_of(text)
    assert [n for o in record.outlooks for n in names(record, (o.holder,) if o.holder else ())] == holder


def test_background_without_one() -> None:
    record = record_of("The two towns have quarrelled over the river for decades.")
    assert [(b.cause, b.rule) for b in record.background] == [(None, "long-lasting")]


@pytest.mark.parametrize(
    "text",
    [
        "The fair was opened by the presidential hopeful Jon Ek.",
        "Mia Holm said she could no longer live in the house.",
        "The guild won fewer seats than expected.",
        "Which pier do you hope to see rebuilt?",
        "The family had lived in fear for years.",
        "Holm stressed those worries at a meeting in Sarrow.",
        "If Ek had stayed, the mill would have closed.",
        "The mayor of Sarrow may be the luckiest man in Norrland.",
        "Ten reasons to have hope, by Jon Ek.",
        "The moth is an endangered species.",
        "Jon Ek potentially violated the rules.",
        "Women are most likely to be hurt at home.",
        "Mia Holm voted against every change that would raise the fee, Jon Ek said.",
        "We never expected to end up in Oslo, Jon Ek said.",
        "There was no sign of a shift in the talks.",
        "A chemist raised concerns in April, Jon Ek said.",
        "The ministry said it had warned the firm in November.",
        "Nord Air said it was too early to speak of blame.",
        "Norrvik Mills closed its plant, hoping to save money.",
        "Jon Ek warned members not to cut pay.",
        "The concert was scheduled for Monday.",
        "The law lets shops speak without fear of reprisals.",
        "Mia Holm may be part of a plot, Jon Ek said.",
        "Asked whether he would seek a vote if he lost, Jon Ek shrugged.",
        "The book tells of the potential terrors of the sea.",
        "The men least likely to vote were farmers.",
        "Nord Air reported a loss, citing expected costs at its mill.",
        "Brokers had expected Nord Air to post a profit.",
        "Nord Air sold ten shops that it did not expect to earn enough.",
        "Jon Ek sold high risk bonds to farmers.",
        "Some may say the fee is unkind, Jon Ek wrote.",
        "WARNING GRAPHIC IMAGES Oslo. A boat sank on Monday.",
    ],
)
def test_what_only_sounds_like_a_view_of_what_may_come(text: str) -> None:
    assert record_of(text).outlooks == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Families are leaving Norrvik by every road, fearing that the port may close.",
         "Families are leaving Norrvik by every road, fearing that the port may close"),
        ("Norrvik waits for a deal that was promised long ago and may come too late for its mills.",
         "Norrvik waits for a deal that was promised long ago and may come too late for its mills"),
        ("OSLO, Sept. 2, 2024 - The strike could close the port.", "The strike could close the port"),
    ],
)  # fmt: skip
def test_an_outlook_reads_on_its_own(text: str, line: str) -> None:
    assert [o.text for o in record_of(text).outlooks] == [line]


def test_a_key_point_s_outlook_is_the_body_s() -> None:
    record = record_of("* Vote expected next week\nA vote is expected next week in Norrvik.")
    assert [o.text for o in record.outlooks] == ["A vote is expected next week in Norrvik"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        # What a thing will do, by the words of somebody who says so.
        ("The sale will bring the village a school, Jon Ek said.", ["Jon Ek"]),
        ("Mia Holm said the new line would not serve the north.", ["Mia Holm"]),
        ("Nord Air said that many small routes would be closed by the merger.", ["Nord Air"]),
        # What a thing would be.
        ("A strike would be a huge blow to Nord Air.", []),
        ("Her release would be a breakthrough for Norway.", []),
        ("Losing the port would be disastrous for the town.", []),
        # What is as good as ruled out.
        ("A truce by Easter is now basically impossible.", []),
        ("There is little hope of a deal before Friday.", []),
        ("Mia Holm said that a vote in May was all but impossible.", ["Mia Holm"]),
        # How somebody feels about what may come.
        ("“I’m hopeful,” said Jon Ek.", ["Jon Ek"]),
        ("“We are still optimistic,” Mia Holm said.", ["Mia Holm"]),
        ("Nord Air has hopes that sales will exceed 700.", ["Nord Air"]),
        # What would be put off is said beside what had been planned.
        ("If the port reopens the talks could resume on Tuesday as had been planned and was scheduled.", []),
    ],
)
def test_a_view_of_what_may_come_and_whose_it_is(text: str, holder: list[str]) -> None:
    record = record_of(text)
    assert [names(record, () if o.holder is None else (o.holder,)) for o in record.outlooks] == [holder]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek said he will leave Oslo on Monday.",
        "Nord Air said the company would sell ten boats.",
        "Mia Holm said the committee would meet in May.",
        "Jon Ek said that Norway would send a ship.",
    ],
)
def test_what_a_person_or_body_will_do_is_no_outlook(text: str) -> None:
    assert record_of(text).outlooks == ()
