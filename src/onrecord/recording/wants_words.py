"""Word lists that the rules for wants share."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon
from onrecord.types import DemandKind

KINDS: dict[str, DemandKind] = {
    "demand": "demand", "demands": "demand", "ultimatum": "demand", "condition": "condition", "conditions": "condition",
    "terms": "condition", "precondition": "condition", "preconditions": "condition", "request": "request",
    "requests": "request", "call": "request", "calls": "request", "plea": "request", "pleas": "request",
    "appeal": "request", "appeals": "request", "petition": "request", "proposal": "offer", "proposals": "offer",
    "offer": "offer", "offers": "offer", "suggestion": "request", "suggestions": "request", "bid": "offer",
    "recommendation": "request", "recommendations": "request", "order": "demand", "counterproposal": "offer",
    "counter-proposal": "offer", "counteroffer": "offer", "counter-offer": "offer",
    "application": "request", "motion": "request", "insistence": "demand",
}  # fmt: skip
"""Nouns for what is wanted, with the kind of demand that each names."""
TO_DO: dict[str, DemandKind] = {
    **dict.fromkeys("order instruct direct command tell oblige require want summon warn".split(" "), "demand"),
    **dict.fromkeys(
        "urge ask beg implore press beseech petition pressure lobby challenge push plead appeal entreat exhort "
        "request advise like invite".split(" "),
        "request",
    ),
}
"""Verbs whose object is to do something."""
DEMAND_NOUNS = frozenset(KINDS)
"""Nouns for what is wanted; an answer may name its demand by one of them."""
NOT_WANTED = lexicon(
    "comment comments reelection re-election election office help anonymity shelter work way ways advice talks office "
    "votes time attention question questions something things anything nothing what everything more less lot answers "
    "damages refuge asylum revenge glory fame power opportunity opportunities job jobs buyer buyers investors "
    "customers "
    "forgiveness blessing mercy prayers guidance "
    "support endorsement endorsements backing donations contributions donors signatures advantage "
    "clue clues witness witnesses information interview interviews alternatives alternative options sources name "
    "names permission directions treatment child "
    "children sense balance view insight experience love success chance"
)
"""What people ask and seek all the time without demanding anything of anybody."""
ASKABLE = lexicon(
    """raise rise increase cut reduction apology release return inquiry probe investigation review talks negotiations
    end halt stop guarantee guarantees assurance assurances promise promises undertaking undertakings
    withdrawal ceasefire truce pay wages compensation vote trial
    retrial hearing ban sanctions extension access change changes resignation arbitration mediation commitment pledge
    autonomy independence recount reinstatement doubling tripling approval permission consent injunction order stay
    damages refund refunds reparations restitution sentence penalty fine bail dismissal extradition custody visas visa
    clarification explanation ruling delay postponement rehiring recognition amnesty pardon ransom exchange swap
    concession concessions meeting settlement contract safeguards protection safety share stake seat seats allowance
    bonus bonuses pension pensions breaks hours week staffing jobs disclosure transparency response reply answer
    deal loan loans aid bailout debt relief passage corridor reforms limits limit cap rules removal reduction repeal
    suspension closure reopening resumption renewal moratorium observers monitors inspectors inspections recall
    renegotiation divestiture sale merger summons warrant subpoena testimony documents records copies expulsion boycott
    handover"""
)
"""What one side asks of another; what people merely want or look for is not among it."""
CALLED = ASKABLE | lexicon(
    """law laws legislation bill measure measures regulation regulations oversight strike strikes referendum recall
    election elections reform overhaul action steps restraint calm dialogue intervention de-escalation disarmament
    closure evacuation help aid assistance support funding compensation justice truth accountability answers answer
    resignations sackings dismissals impeachment inquiry inquest audit trials prosecution prosecutions arrest arrests
    charges penalties bans controls protections rights equality ratification abolition cancellation nationalisation
    nationalization privatisation abstention unity secession statehood vigilance session summit conference apology
    crackdown freeze delay pause truce curbs checks tests testing screening protest protests demonstration
    demonstrations march walkout mobilisation mobilization uprising sanctions embargo quarantine lockdown quotas tariffs
    tax taxes hike hikes subsidies minimum wage investment spending standards transparency implementation enforcement
    period extension licence license permit
    consideration adoption passage creation establishment expansion introduction lifting easing tightening resumption
    withdrawal completion publication restoration repatriation exclusion inclusion reconstruction shutdown
    auction respect renegotiation solution compromise consensus clemency parole euthanasia"""
)
"""What is called, pressed or campaigned for: what a public body or the other side could do, and no goods or players."""
PUBLIC = lexicon(
    """people person anyone everyone everybody somebody someone women men families visitors users consumers customers
    voters fans viewers readers listeners audience audiences tourists travellers travelers motorists shoppers guests
    citizens nationals
    public nation world americans britons folks guys kids children festival-goers concertgoers supporters followers
    friends netizens teammates commuters pedestrians parents"""
)
"""Whoever reads or hears it: what they are told is advice, and no party is asked for anything."""
MONEY = re.compile(
    r"(?:[$€£¥%]|\b(?:dollars?|euros?|pounds?|pence|yen|francs|million|billion|kron[aeo]r?|rupees?"
    r"|rou?bles?|pesos?|shekels?|yuan|rand|lira|dirhams?|riyals?|zloty|a share|per share|per ?cent)\b)", re.I
)
ISSUES = lexicon("issue make put submit file present send table deliver set outline list reiterate repeat renew lodge")
"""Verbs for putting a demand or an offer to somebody."""
TIMES = lexicon(
    "in on last this early late monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december week month year today yesterday"
)
ADVERBS = lexicon("only again formally also instead repeatedly publicly still at least immediately jointly now both")
STATES = lexicon("be become seem have know feel see win live enjoy grow mean receive")
"""What nobody does because he is asked to."""
