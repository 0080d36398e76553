"""Demands in the shapes that news tells them in: two sides asked at once, told what to do, fronted, on conditions."""

from __future__ import annotations

import pytest
from recording_making import Wanted, names, record_of, wanted_in


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
def test_who_asks_whom(text: str, wanted: list[Wanted]) -> None:
    assert wanted_in(text) == wanted


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
        # What it serves as, and how it is to be done.
        ("The Dockers Union urged Norway to use the fund as a way to keep the berths open.", ["use the fund as a way to keep the berths open"]),
        ("Vesta Lines asked Jon Ek to stay on as an adviser.", ["stay on as an adviser"]),
        ("Norway urged Sweden to free the crew as soon as possible.", ["free the crew as soon as possible"]),
        ("Norway urged Sweden to free the crew as a storm neared the coast.", ["free the crew"]),
        ("Norway urged Sweden to free the crew as its talks with Nord Air went on.", ["free the crew"]),
        # A question that hangs on a noun.
        ("The Nurses Guild demanded an inquiry into whether Nord Air had hidden the files.", ["an inquiry into whether Nord Air had hidden the files"]),
        ("Mia Holm demanded an explanation from Nord Air as to how the list was lost.", ["an explanation from Nord Air as to how the list was lost"]),
        ("The Nurses Guild demanded a review of how Nord Air pays the loaders.", ["a review of how Nord Air pays the loaders"]),
        # One of two things that are barred is not the last word.
        ("Vesta Lines sought an injunction barring the board from backing or blocking the sale.", ["an injunction barring the board from backing or blocking the sale"]),
        ("Norway demanded an order stopping the mill from dumping or burning tyres.", ["an order stopping the mill from dumping or burning tyres"]),
        # A comma goes back to the list from what one task holds.
        ("Norway recommended that Nord Air reopen the route, allow rivals to file bids, and judge all bids again.", ["reopen the route", "allow rivals to file bids", "judge all bids again"]),
        ("Norway told Nord Air to publish the list, help the loaders to move house, and repay the fee.", ["publish the list", "help the loaders to move house", "repay the fee"]),
        # What is said of a proposal is no part of it.
        ("Nord Air's proposal to bring in a judge has so far been ignored.", ["bring in a judge"]),
        ("The Dockers Union's demand to rehire the loaders was refused.", ["rehire the loaders"]),
        ("Norway's request to inspect the ship went unanswered.", ["inspect the ship"]),
    ],
)  # fmt: skip
def test_what_is_asked(text: str, wanted: list[str]) -> None:
    assert [what for _, _, what in wanted_in(text)] == wanted


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
    assert wanted in [(by, what) for by, _, what in wanted_in(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("At the request of Norway, Sweden sent two ships.", (["Norway"], ["Sweden"], "sent two ships")),
        ("Nord Air reopened the base at the request of the Dockers Union.", (["Dockers Union"], ["Nord Air"], "reopened the base")),
        ("At the urging of Mia Holm, Vesta Lines lowered its fares.", (["Mia Holm"], ["Vesta Lines"], "lowered its fares")),
    ],
)  # fmt: skip
def test_what_is_done_at_a_request_was_asked_for_and_is_granted(text: str, wanted: Wanted) -> None:
    record = record_of(text)
    assert [(names(record, d.by), names(record, d.to), d.what, d.state) for d in record.demands] == [(*wanted, "accepted")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway said it would free the crew when Sweden left the bay.", (["Norway"], ["Sweden"], "leave the bay")),
        ("The Dockers Union said it would suspend the strike as soon as Nord Air paid the loaders.", (["Dockers Union"], ["Nord Air"], "pay the loaders")),
        ("Vesta Lines will drop the suit once Nord Air returns the ferry.", (["Vesta Lines"], ["Nord Air"], "return the ferry")),
        ("Norway offered joint patrols, provided that Sweden withdrew its ships.", (["Norway"], ["Sweden"], "withdraw its ships")),
        ("Nord Air proposed a truce, provided that the Dockers Union ended the strike.", (["Nord Air"], ["Dockers Union"], "ended the strike")),
        ("Sweden backed the plan on condition that Norway paid for the bridge.", (["Sweden"], ["Norway"], "paid for the bridge")),
        ("Tenants have refused to pay until the owner, Vesta Lines, fixes the lifts.", (["Tenants"], ["Vesta Lines"], "fixes the lifts")),
        ("Norway said it would lift the ban if Sweden agreed to free the crew and to pay a fine.", (["Norway"], ["Sweden"], "pay a fine")),
    ],
)  # fmt: skip
def test_conditions(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


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
    assert wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Several things after one noun or one addressee.
        ("Jon Ek repeated his appeal for a truce in Oslo and for the release of all sailors.", (["Jon Ek"], [], "the release of all sailors")),
        ("The Nurses Guild asked Norway for $5 million to clean up the base and for an apology from Nord Air.", (["Nurses Guild"], ["Nord Air"], "an apology from Nord Air")),
        ("Sweden asked the Harbour League for a loan and for a new dock.", (["Sweden"], ["Harbour League"], "a new dock")),
        # What a noun is, set off by commas.
        ("Norway's counter-proposal, a halt to flights over Oslo, was dismissed by Sweden.", (["Norway"], ["Sweden"], "a halt to flights over Oslo")),
        ("The Dockers Union's demand, a 10 percent raise, was refused by Nord Air.", (["Dockers Union"], ["Nord Air"], "a 10 percent raise")),
        ("Vesta Lines' offer, a share of the port, was rejected by Jon Ek.", (["Vesta Lines"], ["Jon Ek"], "a share of the port")),
        # What something is made a condition of.
        ("The Harbour League has made debt relief a condition of its loan.", (["Harbour League"], [], "debt relief")),
        ("Norway made an apology a condition of its return.", (["Norway"], [], "an apology")),
        ("Nord Air made a shorter week a precondition of the deal.", (["Nord Air"], [], "a shorter week")),
        # Nothing is agreed without it.
        ("The Dockers Union said it would not agree to that without a raise of 9 percent.", (["Dockers Union"], [], "a raise of 9 percent")),
        ("Norway will not sign without guarantees.", (["Norway"], [], "guarantees")),
        ("Nord Air could not accept the plan without an extension.", (["Nord Air"], [], "an extension")),
        # In quotation marks.
        ("Mia Holm asked the Dockers Union for \"a little more patience\" on Friday.", (["Mia Holm"], ["Dockers Union"], "a little more patience")),
        ("The Nurses Guild called for \"an inquiry\" into the fire.", (["Nurses Guild"], [], "an inquiry into the fire")),
        ("Norway demanded \"an immediate apology\" from Sweden.", (["Norway"], ["Sweden"], "an immediate apology from Sweden")),
        # What is demanded to be told or shown.
        ("Norway demanded to know why the ship had sailed.", (["Norway"], [], "know why the ship had sailed")),
        ("In a letter to Nord Air, the Dockers Union demanded to see the lists.", (["Dockers Union"], ["Nord Air"], "see the lists")),
        ("Jon Ek demanded to be heard.", (["Jon Ek"], [], "be heard")),
        # Talks, help.
        ("Norway invited both Sweden and Denmark to talks in Oslo.", (["Norway"], ["Sweden", "Denmark"], "talks in Oslo")),
        ("Nord Air invited the Dockers Union to a meeting.", (["Nord Air"], ["Dockers Union"], "a meeting")),
        ("Mia Holm invited Jon Ek to a hearing.", (["Mia Holm"], ["Jon Ek"], "a hearing")),
        ("Norway has volunteered to watch the truce at sea.", (["Norway"], [], "watch the truce at sea")),
        # After a relative clause without commas, and past an adverb in the verb.
        ("Mothers whose sons died after the fire called for an inquiry.", (["Mothers"], [], "an inquiry")),
        ("Norway had earlier called on Sweden to free the crew.", (["Norway"], ["Sweden"], "free the crew")),
        ("Around 1,800 workers at the mill walked out, demanding that Nord Air reverse the plan.", (["1,800 workers"], ["Nord Air"], "reverse the plan")),
        ("Mia Holm, whose resignation tens of thousands of protesters demanded in Oslo, stayed.", (["protesters"], ["Mia Holm"], "resignation")),
        ("Under pressure from investors to cut costs, Nord Air closed the base.", (["investors"], ["Nord Air"], "cut costs")),
        # A state's threat is its own, whoever tells it.
        ("Norway will stop the ferries unless Sweden lifts its ban, two officials said.", (["Norway"], ["Sweden"], "lifts its ban")),
    ],
)  # fmt: skip
def test_demands_in_many_words(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Past what stands between a subject and its verb.
        ("Nord Air, the Oslo company that runs the ferry, last night urged Norway to wait.", (["Nord Air"], ["Norway"], "wait")),
        ("Protesters outside the hall chanted for Mia Holm to resign.", (["Protesters"], ["Mia Holm"], "resign")),
        ("The crowd grew as students called for an inquiry.", (["students"], [], "an inquiry")),
        ("It rained as drivers appealed for a truce.", (["drivers"], [], "a truce")),
        # The state of the country that somebody is from is not whom he asks.
        ("The Danish Guard flew over Denmark. The Danish Guard demanded an apology.", (["Danish Guard"], [], "an apology")),
        # Who is named in what is wanted is not whom it is wanted of.
        ("Vesta Lines offered to repair the ships of Norway.", (["Vesta Lines"], [], "repair the ships of Norway")),
    ],
)  # fmt: skip
def test_whom_a_demand_is_by_and_of(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


def test_what_comes_soon_is_no_condition() -> None:
    assert wanted_in("The sailors would be ready to leave for Norway as soon as Tuesday, Jon Ek said.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The verb's form is that of the past or the plural, and means neither.
        ("Norway repeated its demand that Sweden shut down three camps.", (["Norway"], ["Sweden"], "shut down three camps")),
        ("The Dockers Union insists that no loader lose money.", (["Dockers Union"], [], "no loader lose money")),
        ("Sweden met Norway and pressed pilots to do the same.", (["Sweden"], ["pilots"], "do the same")),
        # Whoever sends it asks.
        ("Norway sent the paper back to Sweden with a request that it drop an article.", (["Norway"], ["Sweden"], "drop an article")),
        ("The Harbour League wrote to 14 lenders requiring them to set money aside.", (["Harbour League"], ["14 lenders"], "set money aside")),
        ("Norway asked the envoy, Jon Ek, for a truce.", (["Norway"], ["Jon Ek"], "a truce")),
        ("More than 400 teachers signed a letter urging Nord Air to wait.", (["400 teachers"], ["Nord Air"], "wait")),
        # What an offer is bound to.
        ("Vesta Lines is offering to license its engine to Nord Air, provided Nord Air agrees to share the costs.", (["Vesta Lines"], ["Nord Air"], "agree to share the costs")),
        ("Truckers said they would move the lorries once Norway had signed the deal.", (["Truckers"], ["Norway"], "sign the deal")),
    ],
)  # fmt: skip
def test_demands_behind_forms_and_senders(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway advised its citizens to leave the area.",
        "Jon Ek had petitioned the court before.",
    ],
)
def test_advice_and_ifs_are_no_demands(text: str) -> None:
    assert wanted_in(text) == []


def test_a_motion_is_made_to_the_court() -> None:
    record = record_of("Judge Mia Holm heard Jon Ek's lawyers. Nord Air made a motion for a new trial.")
    assert [names(record, d.to) for d in record.demands] == [["Mia Holm"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # An office in capitals is the office.
        ("Mia Holm also urged the Governor to drop the appeal.", [(["Mia Holm"], ["Governor"], "drop the appeal")]),
        ("Nord Air asked the Mayor to reopen the road.", [(["Nord Air"], ["Mayor"], "reopen the road")]),
        ("The Nurses Guild called on the Minister to resign.", [(["Nurses Guild"], ["Minister"], "resign")]),
        # `'s` is `has` where an object follows.
        ("Jon Ek is in Oslo. He's asked Nord Air to rehire the pilots.", [(["Jon Ek"], ["Nord Air"], "rehire the pilots")]),
        ("Mia Holm spoke again. She’s urged Norway to wait.", [(["Mia Holm"], ["Norway"], "wait")]),
        ("Jon Ek left. He’s told the Dockers Union to end the strike.", [(["Jon Ek"], ["Dockers Union"], "end the strike")]),
        # Who is quick to ask asks.
        ("Mia Holm was quick to demand an apology.", [(["Mia Holm"], [], "an apology")]),
        ("The Nurses Guild was the first to demand an inquiry.", []),
        ("Vesta Lines was swift to ask Norway to reopen the port.", [(["Vesta Lines"], ["Norway"], "reopen the port")]),
        # By when a condition is to be met.
        ("The Dockers Union said it would end the strike if Nord Air agreed by May 20 to rehire Jon Ek.", [(["Dockers Union"], ["Nord Air"], "agree by May 20 to rehire Jon Ek")]),
        # Promises are asked for, and a plural wants.
        ("Jon Ek wants a written promise that he will not be arrested.", [(["Jon Ek"], [], "a written promise that he will not be arrested")]),
        ("Pilots who fell ill want an apology.", [(["Pilots"], [], "an apology")]),
    ],
)  # fmt: skip
def test_who_asks_whom_in_other_forms(text: str, wanted: list[Wanted]) -> None:
    assert wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The bishop urged the council to ensure the safety, health and schooling of all the orphans in its care.",
            "ensure the safety, health and schooling of all the orphans in its care",
        ),
        (
            "The council asked the state for the repair, repainting, and relighting of the old bridge over the Tarn.",
            "the repair, repainting, and relighting of the old bridge over the Tarn",
        ),
        (
            "The Railway Union demanded the hiring, training and promotion of more women by the port.",
            "the hiring, training and promotion of more women by the port",
        ),
    ],
)
def test_nouns_that_share_what_follows_them_are_not_cut_apart(text: str, what: str) -> None:
    assert [d.what for d in record_of(text).demands] == [what]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mia Holm called on Jon Ek to resign in an interview with Norrvik Radio.", "resign"),
        ("The Nurses Guild urged Norway to reject the measure in recent weeks.", "reject the measure"),
        ("Jon Ek called on Mia Holm to apologise in a letter.", "apologise"),
    ],
)
def test_where_and_when_it_was_asked_is_no_part_of_what(text: str, what: str) -> None:
    assert [d.what for d in record_of(text).demands] == [what]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Whoever a `who` stands for asks.
        ("He met Mia Holm, who called on Nord Air to rehire the pilots.", (["Mia Holm"], ["Nord Air"], "rehire the pilots")),
        ("The plan was condemned by Jon Ek, head of the Dockers Union, who urged Norway to drop it.", (["Jon Ek"], ["Norway"], "drop it")),
        ("Nord Air dismissed Lars Moe, who had demanded an apology from Vesta Lines.", (["Lars Moe"], ["Vesta Lines"], "an apology from Vesta Lines")),
        # What is told of those whose leaders ask.
        ("Mia Holm flew to Sweden, whose leaders have called for a boycott of Norway.", (["Sweden"], [], "a boycott of Norway")),
        # Whoever is prompted to ask does so.
        ("The remarks prompted Mia Holm to demand an apology from Nord Air.", (["Mia Holm"], ["Nord Air"], "an apology from Nord Air")),
        ("The leak led Norway to call on Sweden to close the base.", (["Norway"], ["Sweden"], "close the base")),
        ("The fire has prompted the Nurses Guild to ask Nord Air for a refund.", (["Nurses Guild"], ["Nord Air"], "a refund")),
        # Whoever sent the letter asks, not who printed it.
        ("The Courier printed a letter from Jon Ek to Vesta Lines asking for a refund.", (["Jon Ek"], ["Vesta Lines"], "a refund")),
        ("The Herald published a petition by Mia Holm demanding an inquiry into the fire.", (["Mia Holm"], [], "an inquiry into the fire")),
        # What is to be done first, as a task.
        ("The Dockers Union said it would not return to work until Nord Air had rehired the loaders.", (["Dockers Union"], ["Nord Air"], "rehire the loaders")),
        ("Norway said it would not sign the treaty until Sweden has freed the crew.", (["Norway"], ["Sweden"], "free the crew")),
    ],
)  # fmt: skip
def test_who_it_is_that_asks(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        # What somebody stopped short of, or left out, nobody asked.
        "Mia Holm stopped short of calling on Jon Ek to resign.",
        "The Dockers Union left without asking Nord Air for a refund.",
        "Norway closed the port instead of asking Sweden to wait.",
        # What would prompt him has not.
        "The leak could lead Norway to call on Sweden to close the base.",
    ],
)
def test_what_was_not_asked(text: str) -> None:
    assert wanted_in(text) == []
