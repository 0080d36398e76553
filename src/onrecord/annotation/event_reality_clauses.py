"""What a clause's own object or subject, or the verb that governs the clause, makes of the event that it tells.

`reached [no] agreement` tells that it was not reached, and `the bug will not [delay] it` no refusal; `cannot confirm
that the mill [closed]`, `until they certify that it has [paid]`, `doubts that it [signed]` leave open what the clause
says.
"""

from __future__ import annotations

from onrecord.annotation import event_recipients, reality
from onrecord.annotation.event_reality_verbs import UNREAL, chain_end, own_reality
from onrecord.annotation.event_types import type_of
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import BE, Sentence, VerbGroup
from onrecord.types import Reality


def of_clause(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """What its object, or the verb that its clause hangs on, makes of a verb without a modal; None: nothing."""
    if _takes_nothing(sentence, group) or _shares_a_negation(sentence, group) or _is_nobodys(sentence, group):
        return "negated"
    return "possible" if group.form == "finite" and _is_open(sentence, group) else None


_NOTHING = frozenset({"none", "nothing", "neither", "nobody"})
_NO_NO = frozenset("longer doubt fewer less more matter sooner later time way wonder".split())
"""What `no` goes with without denying the verb: `lost no time`, `no fewer than`."""
_EVEN_SO = frozenset("have say lose waste spare see leave know want".split())
"""Verbs of which `no` with their object does not say that it was not done."""


def _takes_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the object of a verb is nothing at all: `gave [no] reason`, `yields [none] of its rights`."""
    if group.passive or group.lemma in _EVEN_SO or group.lemma in BE:
        return False
    k = group.last
    if sentence.tags[k : k + 1] == ["RP"]:
        k += 1
    words = sentence.lower[k : k + 2]
    if words[:1] == ["no"]:
        noun = sentence.tags[k + 1 : k + 2]
        return bool(noun) and noun[0] in ("NN", "NNS", "NNP", "JJ", "NNPS") and words[1] not in _NO_NO
    return bool(words) and words[0] in _NOTHING


def _shares_a_negation(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether `or` ties a verb without auxiliaries to one that is denied: `has not signed it or [paid]`."""
    if not group.first or sentence.lower[group.first - 1] not in ("or", "nor") or group.first != group.head:
        return False
    before = next(reversed(sentence.groups_before(group.first)), None)
    return before is not None and before.negated and not before.passive and before.form == "finite"


_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})


def _is_nobodys(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the subject of a verb is nobody, or nothing: `though [no] contract has been signed`, `neither side
    met`."""
    if group.form != "finite":
        return False
    who = subject(sentence, group)
    if who is None or who.first >= group.first or sentence.lower[who.first] not in _NOBODY:
        return False
    after = sentence.lower[who.first + 1 : who.first + 2]
    return not after or after[0] not in _NO_NO


_HOLDING = frozenset(
    "assume assure believe certify claim conclude confirm convince demonstrate determine ensure establish expect find "
    "guarantee imply indicate mean persuade prove say show suggest suppose think verify".split()
)
"""Verbs of whose clause it is left open whether it is so, where they are denied."""
_CHECKING = frozenset(
    "certify conclude confirm convince decide demonstrate determine ensure establish find guarantee persuade prove "
    "show verify".split()
)
"""Those of them of whose clause it is so only where they come about."""
_DOUBTING = frozenset({"doubt", "dispute"})
_BETWEEN = 4
"""How many words may stand between a verb and `that`: an object, a day."""


def _is_open(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the clause of a finite verb hangs on one that leaves it open."""
    k = group.first
    if k and sentence.tags[k - 1] == "RB":
        k -= 1
    first = sentence.phrase_to.get(k)
    if not first:
        return False
    told = sentence.lower[first - 1] == "that"
    governor = next(reversed(sentence.groups_before(first)), None)
    if governor is None or first - governor.last > (_BETWEEN if told else 0):
        return False
    if chain_end(sentence, governor.last) < first - 1:
        return False
    if governor.lemma in _DOUBTING:
        return True
    if governor.first and sentence.lower[governor.first - 1] == "cannot":
        # One word with its negation, which the group of the verb does not hold.
        return governor.lemma in _HOLDING
    own = reality.of_verb(sentence, governor) if governor.modal is not None else own_reality(sentence, governor)
    if own == "negated":
        return governor.lemma in _HOLDING
    return own in UNREAL and governor.lemma in _CHECKING


_UNWILLED = frozenset(
    "affect amount apply be become belong benefit bet bring care change constitute contain cost count cover defeat "
    "delay deliver deter die disappear eliminate ensure exaggerate exceed exist face fail fall feel fit forget gain "
    "guarantee happen hear help hesitate hinder hurt improve include involve know last like lose matter mean mind "
    "miss need occur owe play prevent reach regret rise solve succeed suffer suffice surprise survive think "
    "underestimate understand want win wish work".split()
)
"""What somebody does not do by his will alone: that it will not come about is no refusal."""
_DISCLOSING = frozenset(
    "answer comment confirm describe detail disclose discuss divulge elaborate estimate explain identify name reveal "
    "say specify speculate speak talk tell".split()
)
"""What only somebody can decline to do."""
_SOMEBODY = frozenset({"i", "he", "she", "we", "they", "it", "who", "you", "nobody"})


def refuses(sentence: Sentence, at: int) -> bool:
    """Whether somebody refuses by what the verb at word `at` says that he will not do."""
    group = sentence.group_at(at)
    if group is None or group.lemma in _UNWILLED:
        return False
    if group.lemma in _DISCLOSING or type_of(sentence, group)[0] is not None:
        return True
    if sentence.tags[group.head] == "VBG":
        # `will not be moving to Orrland`
        return False
    who = subject(sentence, group)
    if who is None:
        return False
    if sentence.tags[who.first] in ("PRP", "WP"):
        return sentence.lower[who.first] in _SOMEBODY
    return event_recipients.is_party(sentence, who.first, who.head)


def is_only_supposed(sentence: Sentence, at: int) -> bool:
    """Whether what somebody will not do, told by the verb at word `at`, is only supposed: `if it says that it will not
    [pay]`, `may announce that it will not [pay]`."""
    group = sentence.group_at(at)
    if group is None:
        return False
    if reality.is_conditional(sentence, group.first):
        return True
    if group.modal in ("would", "'d", "’d") and _has_if(sentence, at):
        return True
    first = sentence.phrase_to.get(group.first)
    governor = None if not first else next(reversed(sentence.groups_before(first)), None)
    if not first or governor is None or governor.lemma in BE:
        return False
    told = sentence.lower[first - 1] == "that"
    if first - governor.last > (_BETWEEN if told else 0) or chain_end(sentence, governor.last) < first - told:
        return False
    if governor.modal is not None:
        # `will say that he would not sign`: his mind is made up.
        return reality.of_verb(sentence, governor) == "possible"
    return own_reality(sentence, governor) == "possible"


def _has_if(sentence: Sentence, at: int) -> bool:
    """Whether a condition follows the verb at word `at` in its clause: `would not go back [if] it were free`."""
    for k in range(at + 1, min(len(sentence), at + 13)):
        if sentence.tags[k] in (",", ":", ".", "``", "''"):
            return False
        if sentence.lower[k] == "if":
            return sentence.lower[k - 1] != "even"
    return False
