"""What the clauses around a verb or noun make of its reality."""

import pytest
from annotation_making import read

from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.types import Reality


def realities(sentence: str) -> set[Reality]:
    """The realities of the events that stand on the word in square brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    found = read(sentence.replace("[", "").replace("]", "")).annotations.events
    return {e.reality for e in found if e.trigger == (start, end) and e.confidence > IN_DOUBT}


@pytest.mark.parametrize(
    "sentence",
    [
        # A gerund by which something to come would be done, or that is only thought of.
        "The rebels could win the war by [attacking] the port.",
        "Peru may ease the row by [releasing] the crew.",
        "The board will answer by [suing] the guild.",
        "The minister raised the possibility of [arresting] the captain.",
        "The union has an interest in [resuming] talks with the port.",
        "The city lacks a legal basis for [seizing] the boats.",
        "The mayor considered [suing] the paper.",
        "The envoy appeared closer to [accepting] the offer.",
        "The bank would have required [freezing] the accounts.",
        # The second of two verbs that share a modal or `to`.
        "The general might leave the pact and [attack] the north.",
        "The council should fire the clerk and [sue] the firm.",
        "The owner plans to shut the mill and [sack] the staff.",
        # What somebody has time, a right, a reason to do.
        "The group has until Friday to [accept] the offer.",
        "The board has the power to [sack] the chief executive.",
        "The law allows the state to [seize] the land.",
        # What a draft would do.
        "Chad vetoed a resolution [imposing] sanctions on the port.",
        "The senate defeated a bill that [bans] strikes.",
        "The owner rejected a plan [sacking] the crew.",
        # What is asked for.
        "The judge suggested that the sides [reach] a settlement.",
        "The letter was taken as a suggestion that the chief [resign].",
        "The treaty demands that Peru [withdraw] its troops.",
        # The present in a clause of time.
        "The ships will stay until Chad [withdraws] its troops.",
        "The talks will go on once the envoy [meets] the rebels.",
        "The bank will act as soon as the firm [sues] it.",
        # What somebody is made to do.
        "The loan will help it [meet] the rebels.",
        "The blockade could make the general [withdraw] his troops.",
        "The pact will see the boats [released].",
    ],
)
def test_a_verb_shares_the_reality_of_what_it_hangs_on(sentence: str) -> None:
    assert realities(sentence) <= {"planned", "possible"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The port expects a [strike] next week.",
        "The guild wants [talks] with the owner.",
        "The council is awaiting an [apology] from the mayor.",
        "The army plans to launch an [attack] on the town.",
        "The sale is subject to an [agreement] with the union.",
        "The firm has not ruled out any [lawsuit].",
        "A [strike] by pilots would hurt the airline.",
        "A [boycott] of the vote could follow.",
        "The row may lead to [protests].",
        "Bonn would not use the word [blockade].",
        "The city has a plan for [talks] with the rebels.",
        "The owner may withdraw his [support] for the plan.",
        "The lawyer must start over with a new [appeal].",
        "The guild is negotiating an [agreement] with the port.",
        "The crews are preparing a [strike] at the port.",
        "The sides were near an [agreement] on Friday.",
        "The sides failed to reach agreement on a [truce].",
        "The union held a vote on a [strike].",
        "The envoys opened talks on a [withdrawal].",
    ],
)
def test_a_noun_that_is_only_expected_or_asked_for_is_not_asserted(sentence: str) -> None:
    assert realities(sentence) <= {"planned", "possible", "negated"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The speaker withheld his [endorsement].",
        "The deal averted a [strike].",
        "The [strike] was averted.",
        "The [meeting] did not take place.",
        "An [agreement] was never reached.",
        "The [talks] have not begun.",
        "The captain did not sign a letter [accusing] the port.",
    ],
)
def test_a_noun_that_was_kept_from_happening_is_negated(sentence: str) -> None:
    assert realities(sentence) <= {"negated"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The general won the war by [attacking] the port.",
        "The general tried to win the war by [attacking] the port.",
        "The court fined the union for [protesting] at the gate.",
        "Chad withdrew its troops and [attacked] the port.",
        "The mayor was wrong to [sack] the clerk.",
        "Rebels used boats to [attack] the port.",
        "The court allowed the police to [arrest] the captain.",
        "The general went on to [accuse] the press.",
        "The council passed a bill [banning] strikes.",
        "The judge said that the sides [reached] a settlement.",
        "The ships stayed until Chad [withdrew] its troops.",
        "The envoy will meet the families of those killed in the [attack].",
        "Peru wants to discuss the [attack] with Chad.",
        "The minister met the rebels to finish [talks] that stalled in May.",
        "The envoy will not be at the [talks].",
        "The firm [launched] a lawsuit against the port.",
        "The [strike] by pilots hurt the airline.",
        "The June [attack] would not be forgotten.",
    ],
)
def test_what_happened_stays_asserted(sentence: str) -> None:
    assert "asserted" in realities(sentence)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The offer will not [cover] the debt.", set()),
        ("The boy will not be [arrested].", {"negated"}),
        ("The talks will not [end] the war.", set()),
        ("The union will not [end] the strike.", {"asserted"}),
    ],
)
def test_only_who_has_a_will_refuses_by_what_he_will_not_do(sentence: str, kept: set[Reality]) -> None:
    assert realities(sentence) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        # By what, or before what, something still to come is done.
        "The owner would earn more by a sale of the mill than by [accepting] the bid.",
        "The senate has three ways to punish him: by [suing] him, by a fine, or by a vote.",
        "The envoy will stay two days in Peru, and one in Chad, before [meeting] the rebels.",
        # What somebody is kept from, or what is banned.
        "The court barred the union from [blocking] the port.",
        "The general kept the rebels from [attacking] the town.",
        "The mayor repeated his call for a ban on lorries [blocking] the bridge.",
        # What hangs on a verb that leaves it open.
        "The ministry cannot confirm that the rebels [released] the crew.",
        "The embargo stays until the envoys certify that Chad [withdrew] its troops.",
        "The lawyer doubts the firm [sued] the port.",
        "The pact does not mean the sides [ended] the strike.",
        # A noun in a condition, or agreed to.
        "If a [strike] by the pilots begins, the airline will close.",
        "The minister agreed to a [meeting] with the rebels.",
        "The owner consented to [talks] with the guild.",
        # What is planned, may come to one, or would be going on.
        "Some of the crew are planning a [demonstration] at the port.",
        "The pilots have not come to an [agreement] on pay.",
        "The court said that the chief would be [meeting] with the guild.",
        "A [strike] by pilots will hurt the airline.",
        # The present of what is ahead.
        "The envoy is set to speak on Monday when he [meets] the rebels.",
        "The board will hire whomever the mayor [accuses].",
        "The pact will see Norrland [released].",
        # What comes of something still to come, or is only spoken of.
        "The bank could buy the mill in a year, [ending] the strike.",
        "The play will open in May, [giving] the crew aid for a year.",
        "The board decides when a [meeting] with the guild is required.",
        "The time for [talks] to begin has passed.",
        "The mayor is going to protect the port and [sue] the owner.",
        "The bank had the choice of suing the mill, or [freeing] it from its debts.",
        "The judge told the crew to stay until the owner [sued].",
        "The judge told the crew to stay until the owner was [sued].",
        "The envoy will ensure the [meeting] takes place in Peru.",
        "The mayor thinks the ban means [war] with the north.",
        "If in fact, the captain is [arrested] by Peru, the crew will leave.",
        "The crew stays until the pay is settled and the owner [frees] the cook.",
    ],
)
def test_what_its_clause_leaves_open_is_not_told_as_done(sentence: str) -> None:
    assert realities(sentence)
    assert "asserted" not in realities(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy [reached] no agreement with the rebels.",
        "The guild [signed] none of the contracts with the port.",
        "Peru [released] nobody from its camps.",
        # One negation for two verbs.
        "The guild has not endorsed the mayor or [sued] the port.",
        "The envoy did not meet the rebels or [accused] them.",
    ],
)
def test_what_is_done_to_nothing_is_not_done(sentence: str) -> None:
    assert realities(sentence) == {"negated"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The court found that the guild [blocked] the port.",
        "The ministry confirmed that the rebels [released] the crew.",
        "The general won the war by [attacking] the port.",
        "The union lost no time and [sued] the owner.",
        "No longer bound, the guild [signed] the contract.",
        "The spokesman would not [reveal] the name of the firm.",
        "The union will strike on Monday, [accusing] the owner of fraud.",
        "The firm bought the mill in May, [ending] the strike.",
        "Sources close to the [talks] with the port said so.",
        "The firm sued to block the [bid] by the bank.",
        "The [strike] at the port will enter its third week.",
        "The guild would not [release] the ships.",
    ],
)
def test_what_its_clause_tells_as_done_stays_so(sentence: str) -> None:
    assert realities(sentence) == {"asserted"}


@pytest.mark.parametrize(
    "sentence",
    [
        # What parts `to` from its verb, or two verbs of one modal.
        "The warden told crews to either [seize] the boat or leave it.",
        "The firm asked its guards to not [shoot] at the crowd.",
        "The law will let the state buy the mill and then [close] it.",
        # Whoever it may be.
        "The port fines any ship that [attacks] a pilot boat.",
        "The town thanks every guest who [visits] the fair.",
        "The treaty binds each state that [signs] it.",
        # Sums and counts of what is only sought.
        "The islands requested 40 million crowns in [aid].",
        "The bank promised two million euros in [assistance].",
        "Peru wants 30 days of [talks].",
        # What is not wanted, or still a draft.
        "Ek does not want the mayor's [endorsement].",
        "A draft [agreement] lists four towns.",
        "The envoy requested a [meeting] with the rebels.",
    ],
)
def test_what_is_only_sought_or_drafted_is_not_told_as_done(sentence: str) -> None:
    assert "asserted" not in realities(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The islands received 40 million crowns in [aid].",
        "The port fined the ship that [attacked] a pilot boat.",
        "The envoy praised the [meeting] with the rebels.",
    ],
)
def test_what_was_received_or_held_is_told_as_done(sentence: str) -> None:
    assert realities(sentence) == {"asserted"}


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        # A refusal that is only supposed, or no refusal at all.
        ("The mayor may announce that he will not [sign] the treaty.", {"possible"}),
        ("The pact fails if the general says he will not [sign] it.", {"possible"}),
        ("Jon Ek would not [sign] the treaty if the port were closed.", {"possible"}),
        ("Jon Ek will not be [moving] to Orrville in May.", {"negated"}),
        ("Jon Ek won't [play] in the final.", {"negated"}),
        ("The mayor said that he will not [sign] the treaty.", {"asserted"}),
        ("The union said it would not [pay] the fine.", {"asserted"}),
        ("Jon Ek would not [sign] the treaty even if the port were open.", {"asserted"}),
    ],
)
def test_a_refusal_that_is_only_supposed_is_not_told_as_one(sentence: str, kept: set[Reality]) -> None:
    assert realities(sentence) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Orr Mills said it will [close] a unit in Norrvik.", {"planned"}),
        ("The bank said it would [shut] thirty branches.", {"planned"}),
        ("The city said it would [cut] the grant.", {"planned"}),
        ("Peru said it would [expel] the envoy.", {"asserted"}),
        ("Peru said it would [impose] sanctions on Chad.", {"asserted"}),
    ],
)
def test_what_a_firm_does_with_its_own_is_no_threat(sentence: str, kept: set[Reality]) -> None:
    assert realities(sentence) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        # A guess.
        ("The rebels likely [attacked] the depot in May.", {"possible"}),
        ("The guards probably [killed] three dogs.", {"possible"}),
        ("The owner presumably [sacked] the clerk.", {"possible"}),
        # What somebody is thought to have done, and seems to have done.
        ("The rebels are believed to have [killed] three officers.", {"alleged"}),
        ("The firm is said to have [sacked] its clerk.", {"alleged"}),
        ("The captain claims to have [attacked] the port.", {"alleged"}),
        ("The boy is thought to have fled after [robbing] a bank.", {"alleged"}),
        ("The guards appear to have [fired] on the boat.", {"possible"}),
        # A gerund that only names a deed.
        ("[Releasing] the crew is vital, the envoy wrote.", {"possible"}),
        ("[Suing] the guild might not be an option.", {"possible"}),
        ("The goal is [releasing] the hostages.", {"possible"}),
        ("The only way the guild can win is by [suing] the port.", {"possible"}),
        ("Ek rose on a platform of [deporting] migrants.", {"possible"}),
        ("The town has shown resistance to [welcoming] refugees.", {"possible"}),
        ("By [offering] Ek a seat, the mayor would show that he listens.", {"planned"}),
        ("They are not going to win by [attacking] the mayor.", {"possible"}),
        ("The mayor would “strongly consider” [closing] the school.", {"possible"}),
        ("The mayor is talking about leaving the pact, [banning] marches, taxing tea.", {"possible"}),
        ("We have to start [treating] the crew alike.", {"possible"}),
        ("The guild has to [sign] the treaty.", {"possible"}),
        # What somebody is bidden to do.
        ("His followers yell, ‘[Arrest] the mayor!’ at the gate.", {"planned"}),
        ("“[Release] the crew,” the women shouted.", {"planned"}),
        ("“[Expel] the envoy,” they wrote on the wall.", {"planned"}),
        # What is done as a rule, by a kind of people, on a condition, at a time to come.
        ("Parents often [accuse] teachers of bias.", {"possible"}),
        ("The guards rarely [attack] visitors.", {"negated"}),
        ("Officials who [criticise] the mayor are fined.", {"possible"}),
        ("The port has fined officers who [threaten] the guards.", {"possible"}),
        ("If the court agrees, the mayor [offers] the guild a deal.", {"possible"}),
        ("The board [meets] the envoy later in May.", {"planned"}),
        ("The council is [suing] the firm next week.", {"planned"}),
    ],
)
def test_what_is_guessed_named_bidden_or_told_in_general_is_not_told_as_done(
    sentence: str, kept: set[Reality]
) -> None:
    assert realities(sentence) <= kept


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels openly [attacked] the depot in May.",
        "The firm is known to have [sacked] its clerk.",
        "[Sacking] the clerk was a mistake, the mayor said.",
        "The mayor is [closing] the school.",
        "By [offering] Ek a seat, the mayor won the vote.",
        "Four drivers who [attacked] the guards were fined.",
        "The guards often [attacked] visitors.",
        "The council [sued] the firm last week.",
        "The mayor had to [sack] the clerk.",
        "The firm started [treating] the sick in May.",
    ],
)
def test_what_was_done_is_told_so_where_the_words_are_alike(sentence: str) -> None:
    assert realities(sentence) == {"asserted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill opened though no [agreement] was signed.",
        "The clerk said that neither side [signed] the treaty.",
        "The mayor left because nobody [attacked] the plan.",
    ],
)
def test_what_nobody_did_did_not_happen(sentence: str) -> None:
    assert "asserted" not in realities(sentence)


def test_no_fewer_than_three_did_it() -> None:
    assert realities("No fewer than three towns [sued] the firm.") == {"asserted"}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The paper asked whether the city should move its court.", "says … should"),
        ("The mayor has not said that the rebels were behind the fire.", "says … responsible"),
        ("The report gave no proof that the army was behind the fire.", "says … responsible"),
    ],
)
def test_what_is_asked_or_not_said_asks_and_blames_nobody(sentence: str, rule: str) -> None:
    assert rule not in {e.rule for e in read(sentence).annotations.events}


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("She told the mayor of the deeds of Jon Ek, who [attacked] a judge.", "Jon Ek"),
        ("He warned the board of the anger of the nurses, who [blocked] the gate.", "the nurses"),
        ("She told the mayor of the crimes of Jon Ek, who shot and [robbed] a judge.", "Jon Ek"),
        ("The mayor of Orrville, who [attacked] a judge, left.", "The mayor of Orrville"),
    ],
)
def test_who_did_it_is_the_one_that_the_clause_is_about(sentence: str, actor: str) -> None:
    start, text = sentence.index("["), sentence.replace("[", "").replace("]", "")
    found = [e for e in read(text).annotations.events if e.trigger[0] == start]
    assert [text[slice(*e.actor[0])] for e in found] == [actor]
