"""Drift: what a headline or key point says more, less or other than the body."""

from __future__ import annotations

import pytest
from recording_making import record_of


def kinds(head: str, body: str) -> set[str]:
    return {t for d in record_of(f"* {head}\n{body}").drift for t in d.touches}


@pytest.mark.parametrize(
    ("touch", "head", "body"),
    [
        ("quantifier", "Nord Air rejected its pilots' demands.", "Nord Air rejected most demands of its pilots."),
        ("quantifier", "Voters in Oslo oppose the bridge, a poll shows.", "Some voters in Oslo oppose the bridge, a poll by the paper shows."),
        ("quantifier", "Mia Holm visited the schools of Norrvik.", "Mia Holm visited several schools of Norrvik on Monday."),
        ("hedge", "Police arrested the arsonist in Oslo.", "Police arrested a suspected arsonist in Oslo on Monday."),
        ("hedge", "The flood damaged the Norrvik bridge.", "The flood may have damaged the old Norrvik bridge."),
        ("hedge", "Nord Air hid the crash report.", "Nord Air allegedly hid the crash report for a year."),
        ("number", "Reports say the Norrvik ferry was overloaded.", "A report in the Oslo Herald said the Norrvik ferry was overloaded."),
        ("number", "Ministers left the Norrvik mill in anger.", "A minister left the Norrvik mill in anger on Monday."),
        ("number", "The Norrvik ferry carried 95 passengers on Monday.", "The Norrvik ferry carried 80 passengers on Monday."),
        ("cause", "Drought, strikes and high taxes have driven farmers from the valley.", "Drought and strikes have driven farmers from the valley."),
        ("cause", "Rain, floods and neglect have worsened the state of the bridge.", "Rain and floods have worsened the state of the bridge."),
        ("cause", "Fuel prices, storms and a pilots' strike have forced Nord Air to close.", "Fuel prices and storms have forced Nord Air to close."),
        ("content", "Police searched smugglers linked to the mayor's party.", "Police searched smugglers in the harbour of Norrvik."),
        ("content", "The army shelled rebels allied with Norway.", "The army shelled rebels in the northern hills."),
        ("content", "The bank sold houses tied to the Lund family.", "The bank sold houses in the old town."),
        ("attribution", "Mia Holm denied the fraud charges.", "The ministry denied the fraud charges on Monday."),
        ("attribution", "Nord Air opened the new terminal.", "Oslo Airport opened the new terminal on Monday."),
        ("attribution", "The mayor sold the old mill.", "The council sold the old mill in May."),
        ("wording", "Farmers in Norrvik are storing fuel, burning fences and waiting for rain.", "Farmers in Norrvik are storing wood, burning fences and waiting for rain."),
        ("wording", "The vote shows a rift between Oslo and anti-tax towns.", "The vote shows a rift between Oslo and towns described as rebellious."),
        ("wording", "The pilots are carrying maps, burning papers and waiting for help.", "The pilots are carrying bags, burning papers and waiting for help."),
    ],
)  # fmt: skip
def test_each_kind_of_difference_is_told(touch: str, head: str, body: str) -> None:
    assert touch in kinds(head, body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Nord Air rejected most demands of its pilots.", "Nord Air rejected most demands of its pilots on Monday."),
        ("Police arrested a suspected arsonist.", "Police arrested a suspected arsonist in Oslo."),
        (
            "Drought and strikes have driven farmers from the valley.",
            "Strikes and drought have driven farmers from the valley.",
        ),
    ],
)
def test_a_faithful_summary_does_not_drift(head: str, body: str) -> None:
    assert kinds(head, body) == set()


def test_both_stretches_are_quoted() -> None:
    record = record_of(
        "# Nord Air rejects its pilots' demands\nOn Monday, Nord Air rejected most demands of its pilots."
    )
    drift = next(d for d in record.drift if "quantifier" in d.touches)
    assert "demands" in drift.summary.quote
    assert drift.body.quote.endswith("most demands")


def test_a_document_without_summary_has_no_drift() -> None:
    assert record_of("Nord Air rejected most demands.\nNord Air rejected its pilots' demands.").drift == ()


@pytest.mark.parametrize(
    ("line", "head", "body"),
    [
        ("the condition is lost: close", "Norway to close the Vard crossing on Friday.",
         "Norway gave Sweden three days to free the crew, or see the Vard crossing, the only one in the north, closed."),
        ("the condition is lost: stop", "Keel Lines will stop its ferries to Norrvik.",
         "Keel Lines said it would stop its ferries to Norrvik unless the fees were cut."),
        ("the condition is lost: sue", "Mia Holm will sue the Oslo Herald over the letter.",
         "Mia Holm told the Oslo Herald that she would sue it over the letter if it printed more."),
        ("“may” is lost: hurt", "Dockers in Oslo were hurt by the blast.",
         "Dockers in Oslo may have been hurt by the blast, a doctor said."),
        ("“might” is lost: raise", "The bank raised rates for farmers.",
         "The bank might have raised its rates for farmers, brokers said."),
        ("“could” is lost: doubles", "Storm doubles the price of grain.",
         "By the count of brokers in Oslo the storm could double the price of grain."),
        # in other words, too, what is possible is told as a fact
        ("“could” is lost", "The mayor has lost her seat.", "The vote could cost the mayor her seat on the council, Jon Ek said."),
        ("“may” is lost", "Supplies of grain to mills will stop.",
         "Deliveries of grain to the mills may be interrupted, Nord Air said."),
        ("“might” is lost", "The ferry line has no future.",
         "The ferry line might have to close for want of a future, brokers said."),
        # what limits a deed
        ("“in principle” is lost: agree", "Norway agrees to the gas deal.", "Norway agreed in principle to the gas deal on Monday."),
        ("“temporarily” is lost: close", "Nord Air closes its Oslo hangar.", "Nord Air temporarily closed its hangar in Oslo."),
        ("“for two days” is lost: halt", "Ek halts the talks on wages.", "Ek halted the talks on wages for two days."),
        # a part that becomes the whole, the most that becomes what is
        ("“most” becomes “all”: hostages", "Rebels free all hostages.", "Rebels freed most of the hostages on Monday."),
        ("“some” becomes “all”: roads", "Norway reopens all roads.", "Norway reopened some roads in the north on Monday."),
        ("“many” becomes “every”: tickets", "Nord Air cancels every tickets refund.", "Nord Air cancels many tickets and one refund."),
        ("“two of the” is lost: paintings", "Paintings found in garage", "Two of the four paintings were found in a garage."),
        ("“some” is lost: residents", "Residents welcome decision", "Some residents of the old town welcomed the decision."),
        ("“up to” is lost: 800", "Yard to cut 800 jobs.", "The yard will cut up to 800 jobs by May, Jon Ek said."),
        ("“as many as” is lost: 40", "Nord Air grounds 40 jets.", "Nord Air grounds as many as 40 jets a day."),
        ("“nearly” is lost: 300", "Storm ruins 300 houses.", "The storm ruined nearly 300 houses in the north."),
        ("more is denied: harm", "The yard denies any harm to divers.",
         "The yard denied that a diver had been burned, but declined to comment on two others."),
        ("more is denied: wrongdoing", "Mia Holm denies all wrongdoing.",
         "Mia Holm denied that she had sold the mill, though she did not dispute that she had met the buyer."),
        ("more is denied: contact", "The ministry denies any contact with the court.",
         "The ministry denied that it had written to the court, but refused to say whether it had called."),
        # the condition is lost also where the deed has another verb
        ("the condition is lost", "Port workers to walk out on Sunday",
         "Dock workers in Velmar will strike at the port from Sunday if the owner keeps the new hours."),
        # a step that the body does not take
        ("restrict becomes ban: sale", "Court bans sale of the herbicide", "A court restricted the sale of the herbicide to growers."),
        ("suspend becomes scrap: tax", "Parliament scraps fuel tax", "Parliament suspended the fuel tax for three months."),
        ("ease becomes lift: sanction", "Sanctions on Karmania lifted", "The council eased its sanctions on Karmania on Monday."),
        ("urge becomes order: firm", "Judge orders firm to open its books", "Judge Tess Harlan urged the firm to open its books."),
        ("study becomes accept: plan", "Rebels accept peace plan",
         "The rebels said they would study the peace plan. “We have not accepted it,” Idris Tamba said."),
        # what is offered is not yet got, half is not all, a committee is not the house
        ("what is offered is told as got: rise", "Nurses win pay rise", "The ministry proposed a pay rise on Tuesday. The nurses called it late."),
        ("what is offered is told as got: guarantee", "Union wins job guarantee",
         "The union asked Kald for a guarantee for five years. Kald offered one for two."),
        ("what is offered is told as got: seat", "Hill party secures seat in cabinet", "The premier offered the Hill party a seat in his cabinet."),
        ("“half of what” becomes all: demand", "Studio agrees to writers' pay demand",
         "Lantern Studios offered writers a raise, half of what their guild had demanded in pay."),
        ("a committee becomes the senate: approve budget", "Senate passes budget", "A Senate committee approved the budget by 11 votes to 9."),
        # more is admitted, one of two is blamed
        ("more is admitted: unsafe, where the body limits it (“on some”)", "Yard chief admits checks were unsafe",
         "Jon Ek, chief of the yard, conceded that checks were late on some days."),
        ("“neither side” becomes one of them", "Mediator blames owners for delay",
         "The mediator, Ida Lund, said that neither side had moved, and the owners left."),
        ("“both sides” becomes one of them", "Envoy accuses rebels over broken truce",
         "The envoy, Paul Rist, said both sides had broken the truce, the rebels twice."),
        # a cause that the body does not know, an accusation told as done, a question told as settled
        ("a cause is told; the body", "Norlund chief resigns over accounts",
         "The chief of Norlund resigned on Friday. The company gave no reason, a month after doubts about its accounts."),
        ("what is alleged is told as done", "Ex-mayor took bribes from builder",
         "Alan Proudfoot, the former mayor, was charged with taking bribes from a builder."),
        ("what is undecided is told as settled", "General's son to be freed",
         "Whether Jon Ek, the general's son, will be freed remains the hardest question."),
        ("what is undecided is told as settled", "Watchdog finds bank broke lending rules",
         "The watchdog is investigating whether Corvin Bank broke lending rules, two people said."),
        # other numbers, however they are written
        ("“as many as” is lost", "Firm misled three million buyers", "The firm misled as many as 3 million ticket holders."),
        ("nine becomes 14", "Plant explosion kills 14", "At least nine workers were killed in an explosion at a plant near Zarrin."),
        # what one party says and another one gainsays
        ("what “Ardal” says and “Kehl” gainsays is told as a fact", "There were cracks in the blocks that Kehl sent",
         "Ardal said it had found cracks in the blocks sent in May. Kehl said there were no cracks in the blocks."),
    ],
)  # fmt: skip
def test_what_a_key_point_makes_sure_or_whole(line: str, head: str, body: str) -> None:
    found = [d.text for d in record_of(f"* {head}\n{body}").drift]
    assert any(text.split(": ")[0] == line.split(": ")[0] for text in found), found


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Keel Lines may stop its ferries to Norrvik.", "Keel Lines said it would stop its ferries to Norrvik unless the fees were cut."),
        ("The bank sold its mill in Norrvik.", "The bank sold its mill in Norrvik. It could sell another mill, brokers said."),
        ("Nord Air says it did not sell the maps.", "A report that Nord Air sold the maps is untrue, Nord Air said."),
        ("The mayor lost her seat.", "The mayor lost her seat on Monday. It could cost the mayor her pension, too."),
        ("Norway agrees in principle to the gas deal.", "Norway agreed in principle to the gas deal on Monday."),
        ("Yard may cut 800 jobs.", "The yard said that 800 jobs could go."),
        # what the body bears out, or says in vaguer words
        ("Museum to return two bronzes", "The museum agreed to return two of the 14 bronzes that the kingdom claims."),
        ("Actress shares photos from Oslo", "The actress shared some photos from Oslo on Monday."),
        ("Storm kills 12 in Aldine", "A storm killed 12 people in Aldine. Nearly 300 houses were damaged, and about 40 people were hurt."),
        ("Airline cancels flights because of storm", "Skerry Air cancelled flights because of the storm. It did not say when they would resume."),
        ("Parliament suspends fuel tax", "Parliament on Thursday suspended the fuel tax for three months."),
        ("Norway drops its case", "Brokers welcomed the Norwegian move to drop its case."),
        ("Hundred years of the harbour", "The harbour is 100 years old, and the years of its founders are over."),
        ("The yard denies all the charges.", "The yard denied all the charges, but declined to comment on the fire."),
    ],
)  # fmt: skip
def test_what_a_key_point_leaves_open_is_no_drift(head: str, body: str) -> None:
    assert [d.text for d in record_of(f"* {head}\n{body}").drift] == []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Ek warns of gas shortage in Norrvik", "Jon Ek warns of gas dearth in Norrvik this winter."),
        ("Nord Air posts record loss on Monday", "Nord Air posts record deficit on Monday in Oslo."),
        ("Norway asks for lead test of toys", "Norway asks for lead check of toys in shops."),
    ],
)
def test_a_headline_s_shorter_words_are_no_drift(head: str, body: str) -> None:
    assert [d.text for d in record_of(f"# {head}\n{body}").drift] == []


@pytest.mark.parametrize(
    ("line", "head", "body"),
    [
        # a part is told as all
        ("“one baker in four” becomes “all”", "All of the town's bakers refuse cheques",
         "By the guild's count one baker in four refuses cheques in the town."),
        ("“half of what” becomes “all”", "All of the frozen harbour money goes to a bank in Oslo",
         "Norrvik is to pay 40 million crowns, half of what was frozen of the harbour funds, to a bank in Oslo."),
        ("“two of its” becomes “all”", "Norway orders recall of all Solvik pumps",
         "Norway told the maker Solvik on Friday to take two of its pumps from the shops."),
        # what somebody may do is told as settled
        ("what somebody is ready to do is told as agreed", "Lund Holding has agreed to put 30 million crowns into the Norrvik mill",
         "Lund Holding is ready to find 30 million crowns for the mill if the banks forgo their fees, a broker said."),
        ("what somebody is ready to do is told as agreed", "Rebels agree to free the Sarrow crew",
         "The rebels are willing to free the Sarrow crew for a ransom, an envoy said."),
        ("what somebody is ready to do is told as agreed", "Nord Air has committed to keep its Oslo hangar",
         "Nord Air is in talks over its Oslo hangar, which it would like to keep."),
        # what is put off is told as given up
        ("“put back” becomes given up", "Norway drops its plan to close the Vard crossing",
         "Norway on Monday put back by a week the day on which it means to close the Vard crossing."),
        ("“delayed” becomes given up", "Keel Lines abandons its Norrvik ferry in the summer",
         "The start of Keel Lines to Norrvik by ferry in the summer was delayed by a storm."),
        ("“pushed back” becomes given up", "Council scraps vote on the harbour levy",
         "The council pushed back a vote on the harbour levy to the autumn."),
        # a denial is told as an admission
        ("a denial becomes an admission", "Firm admits its pumps were faulty", "Solvik denies that its pumps caused the flood."),
        ("a denial becomes an admission", "Mayor concedes the ballot was rigged", "Mia Holm, the mayor, rejected claims that the ballot was rigged."),
        ("a denial becomes an admission", "Yard chief acknowledges leak of oil from its tanks", "The yard denied that a leak of oil had come from its tanks."),
    ],
)  # fmt: skip
def test_less_is_told_as_more(line: str, head: str, body: str) -> None:
    assert line in [d.text for d in record_of(f"* {head}\n{body}").drift]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("All bakers refuse cheques", "One baker in four refused cheques in May. Now all bakers in the town refuse cheques."),
        ("Lund Holding agrees to sell the mill", "Lund Holding, ready to sell the mill since May, agreed on Friday to sell the mill."),
        ("Norway drops its plan to close the Vard crossing",
         "Norway dropped its plan to close the Vard crossing, which it had put back twice."),
        ("Firm admits its pumps were faulty", "Solvik had denied that its pumps were faulty. On Friday it admitted that the pumps were."),
        ("Board shelves the closing of the Norrvik school", "The board voted to put off the closing of the Norrvik school."),
    ],
)  # fmt: skip
def test_what_the_body_bears_out_is_no_drift(head: str, body: str) -> None:
    found = [d.text for d in record_of(f"* {head}\n{body}").drift]
    assert not any("becomes" in text or "told as" in text for text in found)
