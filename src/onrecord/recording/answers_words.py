"""Word lists that the rules for answers share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.lexicon import begins, lexicon
from onrecord.recording.wants_words import DEMAND_NOUNS
from onrecord.types import AnswerKind

HINT = re.compile(begins(
    r"reject|dismiss|refus|spurn|declin|rebuff|turn(?:ed|s)?\b|rul(?:e|es|ed) out|veto|accept|agree|approv"
    r"|grant"
    r"|conced|compl(?:y|ied)|bow(?:s|ed)? to|fulfil|honou?r|uph[eo]ld|met\b|meets? |counter|den(?:y|ies|ied)|continue"
    r"|go(?:es)? on|overturn"
    r"|fail|ignor|resist|oppos|withdr|dropp|rescind|retract|abandon|aside|call|describ|vot|said (?:no|yes)|wav"
    r"|shot down"
    r"|laugh|fend|bat(?:s|ted)?\b|swat|thr(?:ew|own) out|too |unaccept|inadequate|insult|not enough"
    r"|shr?ug|scorn|denounc|brand|label|ratif|back(?:ed|s)|welcom"
))  # fmt: skip

REJECT = lexicon(
    "reject dismiss refuse spurn decline rebuff veto deny ignore resist oppose overrule scorn snub rubbish "
    "denounce quash"
)
ACCEPT = lexicon("accept approve grant concede fulfil fulfill honor honour uphold endorse ratify embrace")
PHRASAL = {
    "turn": ("down", "out", "aside", "away"), "rule": ("out",), "throw": ("out",), "brush": ("aside", "off"),
    "wave": ("aside", "away"), "laugh": ("off",), "fend": ("off",), "bat": ("away", "aside"),
    "swat": ("away", "aside"), "vote": ("down", "against"), "shoot": ("down",), "shrug": ("off",),
    "push": ("aside",),
    "strike": ("down",), "set": ("aside",),
}  # fmt: skip
"""Verbs that reject with the word after them."""
NAMES = lexicon("call describe label brand dub deem denounce condemn")
SLURS = re.compile(
    r"\b(?:unacceptable|inadequate|insult\w*|ridiculous|unreasonable|blackmail|stalling|tactic|too (?:low|little|late)"
    r"|non-?starter|unfair|illegal|absurd|stunt|sham|joke|extortion|derisory|laughable|impossible|unrealistic|nonsense"
    r"|unaffordable|unworkable|excessive|exorbitant|too (?:high|costly|expensive|far)|out of the question|inappropriate"
    r"|worthless|opportunistic|outrageous|offensive|dead on arrival|trap|trick|bribe|farce|slap)",
    re.I,
)
"""What a demand or offer is called by one who will not have it."""
LEFT_OPEN = re.compile(
    r"\b(?:(?:(?:did|does|do|has|have|had|would) not|(?:did|does|do|has|have|had|would)n['’]t"
    r"|stop(?:s|ped|ping)? short of|without) (?:\w+ ){0,2}?"
    r"(?:reject|refus|dismiss|rul|spurn|turn)\w*|did not say no)\b",
    re.I,
)
"""What says that somebody who speaks ill of a demand has not turned it down: `but did not reject it outright`."""
SPURNS = lexicon("reject refuse oppose rule spurn rebuff")
COURT = lexicon(
    "request requests appeal appeals petition motion motions bid plea pleas application injunction protest order"
)
THINGS = (
    DEMAND_NOUNS
    | COURT
    | lexicon(
        "terms deal plan settlement ultimatum recommendation approach overture overtures idea concessions remedies "
        "package draft text resolution compromise invitation truce"
    )
)
"""Nouns for what is put to somebody."""
SILENT = lexicon("comment say discuss elaborate speculate identify specify speak be disclose")
"""What is declined where nothing is answered (`declined to comment`)."""
TAKES_UP = lexicon("idea move step suggestion condition")
BARE: dict[str, AnswerKind] = {"refuse": "rejects", "decline": "rejects", "agree": "accepts", "comply": "accepts",
                               "accept": "accepts"}  # fmt: skip
"""Verbs that answer what was asked just before, without naming it."""
PAUSES = lexicon(". , ; on at and but ” ''")
AT_ONCE = lexicon("within immediately promptly quickly almost after in")
"""Words for when somebody agreed or refused, after which nothing more is said of what he answered."""
WHEN = lexicon(
    "on late early later last this yesterday today again repeatedly twice once flatly already since finally eventually "
    "monday tuesday wednesday thursday friday saturday sunday night morning afternoon evening week month year at noon "
    "midnight dawn in principle"
)
HEEDS = lexicon("respond comply meet reply answer accept sign leave withdraw obey heed submit return pay release")
MAYBE = lexicon("likely probably perhaps maybe possibly whether")
"""Words by which nothing is promised (`will likely take a day on whether to sign it`)."""
DECISIONS = lexicon("decision decisions vote voted decided ruling ruled move moved chose agreed")
PARTIAL = lexicon("most some many several few part parts")
SOME = lexicon("those others many most some few people critics supporters opponents")
_TIES = lexicon("if unless once provided when until")


def is_tied(words: Sequence[str], at: int) -> bool:
    """Whether what a verb says depends on something: on a clause before it, or after it up to a `but`.

    `would delay it, but if the house opens it can be held` depends on nothing.

    Args:
        words: the sentence's words in lower case.
        at: the word after the verb.
    """
    stop = next((i for i in range(at, len(words)) if words[i] in ("but", ";")), len(words))
    return not _TIES.isdisjoint(words[:stop])


HOPES = lexicon("hope wish expect predict believe think doubt fear")
"""Verbs for what is said of what others will do, by somebody who is not asked."""
