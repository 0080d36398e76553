"""Who denies what, in the ways in which news tells it, and what only looks like a denial."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.types import Claim, Record


def denied(text: str) -> tuple[Record, list[Claim]]:
    record = record_of(text)
    return record, [c for c in record.claims if c.denied_by]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        # verbs of denying, with a clause, a deed, a thing said
        ("Nord Air flatly denied that it had hidden the report.", "Nord Air"),
        ("Oslo Bank denied hiding the losses.", "Oslo Bank"),
        ("Mia Holm has repeatedly denied any involvement in the sale.", "Mia Holm"),
        ("Jon Ek contested in a letter the account that he had slept.", "Jon Ek"),
        ("In a statement, Nord Air refuted allegations that it had cut corners.", "Nord Air"),
        ("Mia Holm contradicted a claim that she had fled.", "Mia Holm"),
        # reports and accusations turned away
        ("Mia Holm rejected suggestions that she had sold the mill.", "Mia Holm"),
        ("Nord Air dismissed as false a report that it had grounded its fleet.", "Nord Air"),
        ("Jon Ek brushed aside accusations of bias.", "Jon Ek"),
        # a judgement on what was said
        ("Jon Ek accused Mia Holm of theft. Mia Holm called the charge a lie.", "Mia Holm"),
        ("Lars Moe accused Jon Ek of theft. Jon Ek described the allegation as baseless.", "Jon Ek"),
        ("Nord Air said the claims that it had sunk a boat were untrue.", "Nord Air"),
        # the contrary
        ("Jon Ek said he had nothing to do with the fire.", "Jon Ek"),
        ("Mia Holm said that she did nothing wrong.", "Mia Holm"),
        ("There is no truth to the rumour that he fled, said Jon Ek.", "Jon Ek"),
        # pleas
        ("Jon Ek pleaded not guilty to fraud.", "Jon Ek"),
        ("Mia Holm entered a plea of not guilty to fraud.", "Mia Holm"),
        ("Jon Ek was charged with theft. Ek, who maintains his innocence, left the court.", "Jon Ek"),
        ("The Norrvik Ministry issued a statement denying that it had lost the files.", "Norrvik Ministry"),
        ("For forty years the Almanac denied any role in the sale.", "Almanac"),
    ],
)
def test_ways_of_denying(text: str, denier: str) -> None:
    record, found = denied(text)
    assert [names(record, c.denied_by) for c in found] == [[denier]]


@pytest.mark.parametrize(
    "text",
    [
        # what is denied is told nowhere
        "Jon Ek contested the account in a letter.",
        "In a statement, Nord Air refuted the allegations.",
        "Mia Holm called the report a lie.",
        "There is no truth to the rumour, said Jon Ek.",
        "Mia Holm entered a plea of not guilty.",
        "Jon Ek denied all allegations.",
        "Mia Holm has denied similar claims before.",
        "Mia Holm has denied having said that.",
        "Mia Holm dismissed Nord Air’s claims about the costs.",
        "Independent checkers have disputed the party’s characterization.",
        "That's a lie, Jon Ek said.",
        "Jon Ek said he had seen the figures. Mia Holm said the numbers that were given are wrong.",
        # one of several charges is no denial of all of them
        "Jon Ek was suspected of burning a barn. Ek pleaded not guilty to all thirty charges.",
        # a claim that is no hoax
        "Lars Moe said the wreck was a ferry. Mia Holm said her claim is not a hoax.",
        # what somebody is accused of
        "The board says that Ek hindered the inquiry by lying to it, denying that he had letters and hiding a clerk.",
        "Lund plays them off, which allows him to keep his choices open and deny responsibility that a board would bring.",
        "A clerk was stopped from denying marriage licenses to couples.",
    ],
)
def test_what_does_not_say_what_is_denied_is_no_denial(text: str) -> None:
    assert denied(text)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "A company spokesperson denied that the data had been lost.",
        "The candidate denied that he had fled.",
        "The boy's family denies that he was armed.",
        "The source denied that there had been a coup.",
        "The group's leader denied knowing the trader.",
        "Those firms have denied that they sold the data.",
        "Others have denied rumours of a strike.",
        "The cut came in May, refuting reports that it was made at the last minute.",
        "It turns out that the rumours that the boat had been stolen were false.",
        "# Acting Harbour director refutes claims that staff left",
        "Mia Holm denied it was a failure of the plan.",
        "She and other members disputed the claim that clubs will pay for it.",
        "Some of its members took to the radio to deny that the wife of the chief had been seized.",
        "Friends of the boy, many of whom say the report that he was armed is untrue, met on Monday.",
        "The sailor seized by the Red Front has said that rumours of her death are untrue.",
    ],
)
def test_who_denies_has_to_be_told(text: str) -> None:
    assert denied(text)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        # not denied
        "Mia Holm did not deny that she had met him.",
        "The government could not deny that prices had risen.",
        "Nobody denies that the bridge is old.",
        # neither the one nor the other
        "Jon Ek declined to confirm or deny the report.",
        "Nord Air neither confirmed nor denied the sale.",
        "Jon Ek declined to comment on the claims.",
        # something is withheld
        "Sweden denied Jon Ek a visa.",
        "The club denied reporters access.",
        "The ministry denied the request.",
        # an offer, a wish or a pay claim is turned down
        "The board rejected the offer as inadequate.",
        "The union rejected the company's claim for lower wages.",
        "Mia Holm dismissed suggestions that the mayor step down.",
        # a court decides
        "A court dismissed the charges.",
        "The judge rejected the claims against Nord Air.",
        "The tribunal dismissed the allegation.",
        # others only ask for it
        "Mia Holm asked Jon Ek to deny the story.",
        "Jon Ek refused to deny the story.",
        "Mia Holm said she did not know when the talks would start.",
        # a judgement on a proposal
        "Mia Holm called the proposal absurd.",
        "The union described the plan as an insult.",
        "Jon Ek called it outrageous.",
    ],
)
def test_what_is_no_denial(text: str) -> None:
    assert denied(text)[1] == []


@pytest.mark.parametrize(
    ("text", "accuser", "denier"),
    [
        ("Nord Air accused Mia Holm of taking bribes. Holm said she had never taken money.", "", "Mia Holm"),
        ("The Oslo Union alleges that Nord Air hid the report. Nord Air denied it.", "Oslo Union", "Nord Air"),
        ("Jon Ek said there were cracks in the hull. Mia Holm said there were no cracks.", "Jon Ek", "Mia Holm"),
        ("Nord Air said that half of its pilots had voted. The Oslo Union disputed that figure.", "Nord Air", "Oslo Union"),
        ("Jon Ek said the mayor had hidden a letter. Mia Holm said that Ek's account was false.", "Jon Ek", "Mia Holm"),
        ("Mia Holm said that Nord Air kept a list. \"She made it up,\" Jon Ek said.", "Mia Holm", "Jon Ek"),
        # a relative clause denies what its own sentence tells
        ("Nord Air accused Mia Holm of theft, an accusation that Holm flatly rejected.", "Nord Air", "Mia Holm"),
        ("Mia Holm said that Nord Air hid the fault, which Nord Air denies.", "Mia Holm", "Nord Air"),
    ],
)
def test_a_denial_answers_what_was_said_before(text: str, accuser: str, denier: str) -> None:
    record, found = denied(text)
    assert [(names(record, c.asserted_by), names(record, c.denied_by), c.status) for c in found] == [
        ([accuser], [denier], "disputed") if accuser else ([], [denier], "denied")
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mia Holm denied reports that her troops had crossed the river.", "her troops had crossed the river"),
        ("Nord Air denied all charges of fraud.", "all charges of fraud"),
        ("Norway denies all criminal charges.", "all criminal charges"),
        ("Jon Ek denied any doping allegations.", "any doping allegations"),
        ("Jon Ek denied that he had lied, saying the letter was forged.", "he had lied"),
        ("Jon Ek, through a lawyer, denied any wrongdoing and said he had paid.", "any wrongdoing"),
        ("Nord Air denied it had hidden the log, as pilots have charged.", "it had hidden the log"),
        ("Mia Holm denies having met him in May.", "having met him in May"),
        ("Jon Ek pleaded not guilty on Monday to two counts of robbing a bank.", "robbing a bank"),
        ("Mia Holm denies four counts of theft.", "four counts of theft"),
        # a day or an author stands between what is said and what it is
        ("Mia Holm rejected claims on Friday that her office hid a letter.", "her office hid a letter"),
        ("Nord Air rejected a report by the Courier that it was broke.", "it was broke"),
        ("Nord Air rejected a report that says it sold maps.", "it sold maps"),
        ("Nord Air contested an estimate that it had lost 40 crates.", "it had lost 40 crates"),
        ("Nord Air disputed on 8 August 2023 a claim that it had lost 40 crates.", "it had lost 40 crates"),
        ("Mia Holm dismissed as laughable an accusation that she had copied a text.", "she had copied a text"),
        ("Mia Holm said it was flatly wrong that she had left.", "she had left"),
        ("Jon Ek flatly denied ever having met the buyer.", "having met the buyer"),
        # told without a verb of denying
        ("Mia Holm said there was \"no truth whatsoever\" to rumours that she had fled.", "she had fled"),
        ("Mia Holm said it was \"categorically untrue\" that the mill had closed.", "the mill had closed"),
        ("Mia Holm said that claims of a leak were \"simply not true\".", "claims of a leak"),
        ("Jon Ek says nobody at the club ever asked him to lose.", "somebody at the club asked him to lose"),
        ("Mia Holm said there is no evidence of fraud in the vote.", "evidence of fraud in the vote"),
        # what is told besides
        ("Mia Holm denied any knowledge of it, and the board has not charged her.", "any knowledge of it"),
        ("Nord Air said it had nothing to do with the fire and praised the crew.", "it had to do with the fire"),
        ("Jon Ek denied having met him, with Lars Moe calling the story absurd.", "having met him"),
        ("Norway denies any part in the raid and several inquiries have cleared it of blame.", "any part in the raid"),
        ("Jon Ek said the choice to close the mill and the yard had nothing to do with the letters.",
         "the choice to close the mill and the yard had to do with the letters"),
        ("Jon Ek denied that the sale was a gift, however.", "the sale was a gift"),
        ("Norway denies that the raid was a crime and goes to great lengths to hide it.", "the raid was a crime"),
        ("Nord Air rejected the idea that the fleet was for sale.", "the fleet was for sale"),
        ("Ada Lund denied rumours she had sold the mill.", "she had sold the mill"),
        ("Jon Ek denied to the Courier that he had called her.", "he had called her"),
        ("Mia Holm took to the radio to deny reports that she had fled.", "she had fled"),
        ("Reports claiming that divers had found the wreck have now been denied by Norway.", "divers had found the wreck"),
        ("Mia Holm said it was not true that the mill had closed.", "the mill had closed"),
        ("Jon Ek said it was \"untrue\" that he had left, and that talks went on.", "he had left"),
        ("Nord Air said there was no truth in reports that it had sold a ship.", "it had sold a ship"),
        ("Nord Air said reports of a strike were untrue.", "reports of a strike"),
        ("Jon Ek said he had nothing to do with the fire.", "he had to do with the fire"),
        ("Mia Holm said that she did nothing wrong.", "she did something wrong"),
    ],
)  # fmt: skip
def test_a_denial_reads_on_its_own(text: str, line: str) -> None:
    assert [c.text for c in denied(text)[1]] == [line]


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Jon Ek denied all allegations of fraud.", True),
        ("Nord Air denies any wrongdoing.", True),
        ("Jon Ek denied that he had sold the boat.", False),
        ("Nord Air denied hiding the losses.", False),
    ],
)
def test_a_denial_of_nothing_named_is_general(text: str, general: bool) -> None:
    assert [c.rule == "general denial" for c in denied(text)[1]] == [general]


def test_a_key_point_that_only_points_back_adds_no_denial() -> None:
    record = record_of("* The ferry carried fuel. Her owners deny it.\nJon Ek said the ferry carried fuel.")
    assert [c for c in record.claims if c.denied_by] == []


@pytest.mark.parametrize(
    "text",
    [
        "Police said Nord Air hid the fault. Jon Ek, who was not named, said he did not sign the log.",
        "Mia Holm was accused of fraud. Asked about the vote, Jon Ek said he was not going to guess.",
        "The nurses said that the clinic pays wages. Two cooks said that the clinic pays no wages.",
        "The paper is a bubble denying science, Jon Ek said.",
        "A film allegedly shows Jon Ek. The Harbour Board said it has not yet confirmed that the film is Ek's.",
    ],
)
def test_what_denies_no_accusation(text: str) -> None:
    assert [c for c in record_of(text).claims if c.denied_by] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm denounced suggestions by Jon Ek that he would close the port.",
        "Nord Air condemned the idea that pilots should pay.",
        "Norway slammed the notion that it should leave.",
        "Jon Ek rejected the notion that the party should let the clerks in.",
    ],
)
def test_who_is_against_a_suggestion_denies_nothing(text: str) -> None:
    assert [c for c in record_of(text).claims if c.denied_by] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm denied that she had sold the mill. \"There is no truth in these stories,\" Holm said.",
        "Nord Air denied that it had hidden a log, calling the claim a lie.",
        "# Nord Air denies wage plan\nNord Air denied that it would cut pay in May.",
    ],
)
def test_one_denial_told_twice_is_one(text: str) -> None:
    assert len(denied(text)[1]) == 1


def test_a_lawyer_does_not_deny_what_his_client_says() -> None:
    text = "Police accused Jon Ek of hiding a villa. Ek said the villa was rented. Ek's lawyer called the charge a lie."
    _, found = denied(text)
    assert ["hiding a villa" in c.text for c in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Lars Moe said the mill had closed. That's not true, Jon Ek said.",
        "Lars Moe said the mill had closed. \"It is not true,\" Mia Holm said.",
        "Mia Holm also \"categorically denies\" taking a photo of the patient.",
    ],
)
def test_denials_with_marks_are_seen(text: str) -> None:
    assert len(denied(text)[1]) == 1


def test_a_denial_answers_no_claim_that_only_shares_its_names() -> None:
    text = (
        "Mia Holm said Norway will pass the deal struck with Sweden, with its cuts for Norrvik. "
        "Jon Ek rejected claims that he betrayed Norway by cutting a deal with Sweden."
    )
    assert [names(record_of(text), c.asserted_by) for c in denied(text)[1]] == [[]]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("A spokeswoman for the Norrish transport ministry denied that a train had left the rails.", "Norrish transport ministry"),
        ("A spokesman for the harbour authority denied that the crane had been overloaded.", "harbour authority"),
        ("A spokesperson for the miners' union denied that the tank had leaked.", "miners' union"),
    ],
)  # fmt: skip
def test_a_spokeswoman_denies_in_the_name_of_a_body_without_a_name(text: str, denier: str) -> None:
    record = record_of(text)
    assert [names(record, c.denied_by) for c in record.claims] == [[denier]]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("A spokesman for the president in the capital, Port Adela, denied that a hospital had been hit.", "spokesman for the president"),
        ("A spokesperson for the governor in the south, Port Sund, denied that the books had been burnt.", "spokesperson for the governor"),
        ("A spokeswoman for the mayor at the lake, Port Quay, denied that the organ had been sold.", "spokeswoman for the mayor"),
    ],
)  # fmt: skip
def test_who_speaks_for_somebody_in_a_town_does_not_deny_in_the_name_of_the_town(text: str, denier: str) -> None:
    record = record_of(text)
    assert [names(record, c.denied_by) for c in record.claims] == [[denier]]


@pytest.mark.parametrize(
    ("text", "denier", "accuser", "line"),
    [
        (
            "Hugo Marr said the cargo had been sold in Brest, which the harbour master, Ole Stang, flatly denied.",
            "Ole Stang", "Hugo Marr", "sold",
        ),
        ("Raymond Dell said he first learned of the invoices in July. The auditor, Susan Wren, disputes that.",
         "Susan Wren", "Raymond Dell", "invoices"),
        ("Mia Holm said the letter was forged. Nord Air said that was untrue.", "Nord Air", "Mia Holm", "forged"),
        ("Mia Holm accused Nord Air of hiding test results. Nord Air denied having hidden any results of tests.",
         "Nord Air", "Mia Holm", "hiding test results"),
    ],
)  # fmt: skip
def test_a_brief_denial_is_of_what_somebody_said_before(text: str, denier: str, accuser: str, line: str) -> None:
    record, claims = denied(text)
    assert [(names(record, c.denied_by), names(record, c.asserted_by)) for c in claims] == [([denier], [accuser])]
    assert line in claims[0].text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jon Ek, 44, is charged with stealing $3 million from the fund. He has pleaded not guilty.", "stealing"),
        ("Ada Lund is accused of taking bribes from a builder. She denies it.", "taking bribes"),
        ("The party alleged that votes had been bought. Nord Air denied the allegations.", "votes had been bought"),
    ],
)
def test_a_plea_or_a_denial_that_points_back_is_of_the_accusation_before_it(text: str, line: str) -> None:
    _, claims = denied(text)
    assert len(claims) == 1
    assert claims[0].text.startswith(line)
    assert len(claims[0].evidence) == 2


def test_a_justice_minister_denies_as_nobody_on_a_bench_does() -> None:
    record, claims = denied("The justice minister, Grace Temb, denied that her ministry had spoken to the judges.")
    assert [names(record, c.denied_by) for c in claims] == [["Grace Temb"]]
    assert denied("Justice Ada Lund denied claims that the trust was void.")[1] == []


def test_what_somebody_denies_is_no_evidence_for_what_he_goes_on_to_say() -> None:
    record, _ = denied("Thorlund denied having taken sides and said that his team would stay in Oslo.")
    said = next(s for s in record.statements if "would stay" in s.text)
    assert "taken sides" not in said.evidence[0].quote


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ada Lund denied the company had locked the dockers out.", "the company had locked the dockers out"),
        ("Jon Ek denies the union is planning a strike.", "the union is planning a strike"),
        ("Mia Holm has denied her ministry knew of the leak.", "her ministry knew of the leak"),
    ],
)
def test_a_clause_without_that_is_denied(text: str, what: str) -> None:
    assert [c.text for c in denied(text)[1]] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "A judge denied the motion the company had filed.",
        "Norway denied the crew visas.",
        "The board denied the request made by the union.",
    ],
)
def test_what_is_refused_is_not_denied(text: str) -> None:
    assert denied(text)[1] == []


@pytest.mark.parametrize(
    ("text", "denier", "line"),
    [
        # What somebody claims for himself is denied, not that he claims it.
        ("The Norrvik police disputed the Sarrow Front’s claim of responsibility for the blast.", "Norrvik police", "the Sarrow Front’s responsibility for the blast"),
        ("Mia Holm rejected Jon Ek’s claims of victory in the vote.", "Mia Holm", "Jon Ek’s victory in the vote"),
        ("Norway disputes Sarrow's claim of sovereignty over the islet.", "Norway", "Sarrow's sovereignty over the islet"),
        ("The Sarrow Front claimed responsibility for the blast. Norway disputed the claim.", "Norway", "responsibility of the Sarrow Front for the blast"),
        ("The Orland Brigade has claimed responsibility for sinking the ferry. Nord Air rejected the claim on Friday.", "Nord Air", "responsibility of the Orland Brigade for sinking the ferry"),
        # What he was asked.
        ("Asked on Monday if her party had sold its votes, Mia Holm denied it.", "Mia Holm", "her party had sold its votes"),
        ("Asked whether the ferry had sunk, Jon Ek denied it.", "Jon Ek", "the ferry had sunk"),
    ],
)  # fmt: skip
def test_what_is_denied_of_a_claim_or_a_question(text: str, denier: str, line: str) -> None:
    record, found = denied(text)
    assert [(names(record, c.denied_by), c.text) for c in found] == [([denier], line)]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        # The one who is named before what is told of him.
        ("Jon Ek, Mia Holm’s former doctor who ran a clinic, has denied taking a picture of the crew.", "Jon Ek"),
        ("Mia Holm, the water ministry’s spokeswoman denied that two wells had been poisoned.", "Mia Holm"),
        ("Lars Moe, the guild’s treasurer who left in May, has denied stealing the fund.", "Lars Moe"),
        # Whoever belongs to somebody named.
        ("Special counsel Mia Holm’s team denied that it had hidden the file.", "Special counsel Mia Holm’s team"),
    ],
)
def test_who_denies_is_named_beside_what_he_is(text: str, denier: str) -> None:
    record, found = denied(text)
    assert [names(record, c.denied_by) for c in found] == [[denier]]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody is named, or another one.
        "Beside Mia Holm stood a spokesman. The spokesman denied the rumour.",
        "Nord Air took responsibility for the delay. The spokesman disputed the claim.",
    ],
)
def test_who_stands_beside_does_not_deny(text: str) -> None:
    _, found = denied(text)
    assert found == []
