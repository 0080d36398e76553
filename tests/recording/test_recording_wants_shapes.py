"""Demands in the shapes that news tells them in: two sides asked at once, told what to do, fronted, on conditions."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

Told = tuple[list[str], list[str], str]
"""Who wants, of whom, what."""


def told(text: str) -> list[Told]:
    record = record_of(text)
    return [(names(record, d.by), names(record, d.to), d.what) for d in record.demands]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Two are asked in one breath.
        ("Mia Holm called on Norway to free the crew and on Sweden to end the blockade.", [(["Mia Holm"], ["Norway"], "free the crew"), (["Mia Holm"], ["Sweden"], "end the blockade")]),
        ("Norway urged Nord Air to wait and Vesta Lines to return the ships.", [(["Norway"], ["Nord Air"], "wait"), (["Norway"], ["Vesta Lines"], "return the ships")]),
        ("The Dockers Union appealed to Nord Air to pay the loaders and to Norway to reopen the port.", [(["Dockers Union"], ["Nord Air"], "pay the loaders"), (["Dockers Union"], ["Norway"], "reopen the port")]),
        # A day or an adverb stands between.
        ("The Nurses Guild appealed on Saturday for $4 million.", [(["Nurses Guild"], [], "$4 million")]),
        ("Mia Holm called on Friday for an inquiry.", [(["Mia Holm"], [], "an inquiry")]),
        ("Norway pleaded again with Sweden to reopen the bridge.", [(["Norway"], ["Sweden"], "reopen the bridge")]),
        # After a relative clause.
        ("Mia Holm, who spoke in Oslo, also called on Nord Air to rehire the pilots.", [(["Mia Holm"], ["Nord Air"], "rehire the pilots")]),
        ("The Dockers Union, which met on Monday, later appealed to Norway to send a mediator.", [(["Dockers Union"], ["Norway"], "send a mediator")]),
        ("Jon Ek, who owns a boat, again pressed Sweden to lift the ban.", [(["Jon Ek"], ["Sweden"], "lift the ban")]),
        # Somebody is told what he must do.
        ("Norway told Nord Air that it must sell three mills.", [(["Norway"], ["Nord Air"], "sell three mills")]),
        ("The Nurses Guild warned Sweden it must reopen the base.", [(["Nurses Guild"], ["Sweden"], "reopen the base")]),
        ("Vesta Lines has told the Dockers Union that it has to end the strike.", [(["Vesta Lines"], ["Dockers Union"], "end the strike")]),
        # What is done in order to demand.
        ("Students gathered in Oslo on Tuesday to demand the release of Jon Ek.", [(["Students"], [], "the release of Jon Ek")]),
        ("The Nurses Guild marched through Oslo to demand a raise.", [(["Nurses Guild"], [], "a raise")]),
        ("Jon Ek wrote to Nord Air on Monday to ask for an apology.", [(["Jon Ek"], ["Nord Air"], "an apology")]),
        # Who reads a letter is asked.
        ("Vesta Lines has written to Nord Air asking it to sell the mills and to replace Jon Ek.", [(["Vesta Lines"], ["Nord Air"], "sell the mills"), (["Vesta Lines"], ["Nord Air"], "replace Jon Ek")]),
        ("Norway wrote to Sweden, urging it to free the crew.", [(["Norway"], ["Sweden"], "free the crew")]),
        ("The Dockers Union spoke to Nord Air, asking it to rehire the loaders.", [(["Dockers Union"], ["Nord Air"], "rehire the loaders")]),
    ],
)  # fmt: skip
def test_who_asks_whom(text: str, wanted: list[Told]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A list whose first member has no article.
        ("The Nurses Guild is asking for smaller wards, a doctor in every ward and an extra day of rest.", ["smaller wards", "a doctor in every ward", "an extra day of rest"]),
        ("The Dockers Union wants a 6 percent raise this year and a guarantee that no berth will close.", ["a 6 percent raise", "a guarantee that no berth will close"]),
        ("Villagers want compensation, not promises, and a new road.", ["compensation", "a new road"]),
        # Tasks in a list.
        ("Parents asked Nord Air to publish the list, fire Jon Ek, and pay for the tests.", ["publish the list", "fire Jon Ek", "pay for the tests"]),
        ("Norway told Vesta Lines to stop the ferry, open its books and pay a fine.", ["stop the ferry", "open its books", "pay a fine"]),
        ("Sweden urged Norway to free the crew, return the ship and apologise.", ["free the crew", "return the ship", "apologise"]),
        # What is said of a proposal is no part of it.
        ("Nord Air's proposal to bring in a judge has so far been ignored.", ["bring in a judge"]),
        ("The Dockers Union's demand to rehire the loaders was refused.", ["rehire the loaders"]),
        ("Norway's request to inspect the ship went unanswered.", ["inspect the ship"]),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, wanted: list[str]) -> None:
    assert [what for _, _, what in told(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A shutdown of the base, which the Dockers Union had demanded, was refused.", (["Dockers Union"], "A shutdown of the base")),
        ("The inquiry that Norway has called for would take a year.", (["Norway"], "The inquiry")),
        ("An apology from Nord Air, which Jon Ek had sought, never came.", (["Jon Ek"], "An apology from Nord Air")),
        ("An inquiry demanded by Norway has begun.", (["Norway"], "An inquiry")),
        ("Nord Air withheld papers requested by the Harbour League.", (["Harbour League"], "papers")),
        ("The truce sought by Sweden is far away.", (["Sweden"], "The truce")),
    ],
)  # fmt: skip
def test_a_thing_with_who_wants_it_behind_it(text: str, wanted: tuple[list[str], str]) -> None:
    assert wanted in [(by, what) for by, _, what in told(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At the request of Norway, Sweden sent two ships.", (["Norway"], ["Sweden"], "sent two ships")),
        ("Nord Air reopened the base at the request of the Dockers Union.", (["Dockers Union"], ["Nord Air"], "reopened the base")),
        ("At the urging of Mia Holm, Vesta Lines lowered its fares.", (["Mia Holm"], ["Vesta Lines"], "lowered its fares")),
    ],
)  # fmt: skip
def test_what_is_done_at_a_request_was_asked_for_and_is_granted(text: str, wanted: Told) -> None:
    record = record_of(text)
    assert [(names(record, d.by), names(record, d.to), d.what, d.state) for d in record.demands] == [(*wanted, "accepted")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway said it would free the crew when Sweden left the bay.", (["Norway"], ["Sweden"], "left the bay")),
        ("The Dockers Union said it would suspend the strike as soon as Nord Air paid the loaders.", (["Dockers Union"], ["Nord Air"], "paid the loaders")),
        ("Vesta Lines will drop the suit once Nord Air returns the ferry.", (["Vesta Lines"], ["Nord Air"], "returns the ferry")),
        ("Norway offered joint patrols, provided that Sweden withdrew its ships.", (["Norway"], ["Sweden"], "withdrew its ships")),
        ("Nord Air proposed a truce, provided that the Dockers Union ended the strike.", (["Nord Air"], ["Dockers Union"], "ended the strike")),
        ("Sweden backed the plan on condition that Norway paid for the bridge.", (["Sweden"], ["Norway"], "paid for the bridge")),
        ("Tenants have refused to pay until the owner, Vesta Lines, fixes the lifts.", (["Tenants"], ["Vesta Lines"], "fixes the lifts")),
        ("Norway said it would lift the ban if Sweden agreed to free the crew and to pay a fine.", (["Norway"], ["Sweden"], "pay a fine")),
    ],
)  # fmt: skip
def test_conditions(text: str, wanted: Told) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek would free the birds when spring came.",
        "Nord Air will raise its fares once winter ends.",
        "Mia Holm told Jon Ek that it must be raining in Oslo.",
        "Tourists gathered in Oslo to ask the way.",
    ],
)
def test_what_is_no_condition_and_no_demand(text: str) -> None:
    assert told(text) == []
