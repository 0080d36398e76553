"""What the form of a verb shows of its event's reality: a gerund that only names a deed, a verb by which somebody is
bidden to do it, a present that tells what is to come, what is done as a rule, or by whoever it may be.
"""

from __future__ import annotations

from onrecord.annotation import reality
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.event_types import type_of
from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Reality

MARKS = frozenset({",", ":", ".", "``", "''", "(", ")"})
OPENERS = frozenset("that because although though while whereas if unless than".split())
"""Words that open a clause of its own."""
_FITTING = frozenset(
    "essential vital crucial critical key necessary imperative urgent difficult hard easy impossible possible likely "
    "unlikely unthinkable important top sure bound certain".split()
)
"""What is said of a deed whether or not anybody does it."""


def only_named(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a gerund only names a deed: the subject of a judgement (`[Freeing] them is vital`), or what an aim or a
    way consists in (`the goal is [freeing] them`, `the only way out is by [suing]`)."""
    lower, k = sentence.lower, group.first
    by = k > 1 and lower[k - 1] == "by"
    link = sentence.group_at(k - 1 - by) if k else None
    if link is not None and link.last == k - by and link.lemma == "be" and link.form == "finite":
        return _is_aim(sentence, link.first)
    opens = k == 0 or sentence.tags[k - 1] in ("``", "''", ",", ":") or lower[k - 1] in OPENERS | {"and", "but", "as"}
    after = next((g for g in sentence.groups_from(group.last) if g.form == "finite"), None)
    if not opens or after is None or "," in sentence.tags[group.last : after.first]:
        return False
    if after.modal is not None and ":" not in sentence.tags[group.last : after.first]:
        # `[Suing] the guild might be no option`
        return not any(t in ("WP", "WDT", "WRB") for t in sentence.tags[group.last : after.first])
    if after.lemma != "be":
        return False
    m = after.last
    while m < len(sentence) and (sentence.tags[m] in ("RB", "DT", "PRP$") or lower[m] == "also"):
        m += 1
    return m < len(sentence) and lower[m] in _FITTING


_AIMS = frozenset(
    "aim ambition answer choice dream goal idea intention objective plan priority purpose remedy solution strategy "
    "task way".split()
)
"""What consists in a deed that nobody need have done."""
_AIMED_AT = frozenset("aim ambition goal intention objective priority purpose task".split())


def is_aimed_at(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what looks like a verb that goes on tells an aim: `The goal is [freeing] them`."""
    goes_on = sentence.tags[group.head] == "VBG" and group.last in sentence.phrase_at
    return goes_on and group.first in sentence.phrase_to and sentence.lower[group.first - 1] in _AIMED_AT


def _is_aim(sentence: Sentence, end: int) -> bool:
    """Whether what comes before the `be` at word `end` is an aim or a way: `the [goal] is freeing them`, `the only
    [way] the guild can win is by suing`."""
    for k in range(end - 1, max(-1, end - 9), -1):
        if sentence.tags[k] in MARKS:
            return False
        if sentence.tags[k] in NOUNS and singular(sentence.lower[k]) in _AIMS:
            return True
    return False


def of_fronted(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """By what, told first, something would be done: `By [offering] a truce, the mayor would win time`."""
    for after in sentence.groups_from(group.last):
        if after.form == "finite" and "," in sentence.tags[group.last : after.first]:
            own = reality.of_verb(sentence, after)
            return own if after.modal is not None and own in ("planned", "possible") else None
    return None


_BY_SAYING = frozenset("thank congratulate bless welcome pray see read suppose".split())
"""Verbs whose bare form does what it says, or bids nobody anything."""


def is_bidden(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb in its bare form opens what is called out: `they shout “[Free] the crew!”`."""
    k, tags = group.first, sentence.tags
    if k != group.head or group.lemma in _BY_SAYING or sentence.kind == "title":
        return False
    if k and tags[k - 1] == ":" and sentence.words[group.last : group.last + 1] == ["!"]:
        # `She is wrong – [resign]!`
        return True
    if k and (tags[k - 1] not in ("``", "''") or (k > 1 and sentence.ends[k - 2] == sentence.starts[k - 1])):
        # No mark of quotation that opens.
        return False
    follows = tags[group.last : group.last + 1]
    return follows in (["DT"], ["PRP"], ["PRP$"], ["NNP"], ["RP"], ["IN"]) and (k > 0 or tags[k] == "VB")


def is_let(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb is a `let` by which somebody is asked to let others do something: `“[Let] the crews speak!”`."""
    alone = group.lemma == "let" and group.first == group.head and sentence.tags[group.head] == "VB"
    return alone and (not group.first or sentence.tags[group.first - 1] in ("``", "''", ":", "POS"))


def of_plain_present(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """What a present tells that is no deed of now: what is done as a rule, on a condition, at a time to come."""
    if sentence.tags[group.head] in ("VBP", "VBZ"):
        how = set(sentence.lower[group.first : group.head])
        if how & (_AS_A_RULE | _HARDLY):
            # `The guards [often] accuse visitors of theft` tells what they do, not that they did it.
            return "negated" if how & _HARDLY else "possible"
    if _follows_if(sentence, group):
        return "possible"
    return "planned" if _is_timed_ahead(sentence, group) else None


_DEEDS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "CONCEDE", "PROTEST", "REQUEST", "RETREAT", "SANCTION", "THREATEN"})
"""Types of what is done at some time; to support or oppose something lasts."""
_AS_A_RULE = frozenset(
    "often usually typically generally sometimes always occasionally normally commonly routinely regularly frequently "
    "traditionally".split()
)
_HARDLY = frozenset({"rarely", "seldom", "hardly"})
_NEXT = frozenset(
    "week month year spring summer autumn fall winter weekend monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)


def _is_timed_ahead(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a present tells what is to come, by the time behind it: `The board [meets] next week`, `is [suing] it
    tomorrow`."""
    if sentence.tags[group.head] not in ("VBP", "VBZ", "VBG"):
        return False
    for k in range(group.last, min(len(sentence) - 1, group.last + 7)):
        if sentence.tags[k] in MARKS or sentence.group_at(k) is not None:
            return False
        after = sentence.lower[k + 1]
        if sentence.lower[k] == "tomorrow" or (sentence.lower[k] == "next" and after in _NEXT):
            return True
        if sentence.lower[k] == "later" and after in ("in", "this", "next", "on"):
            return True
    return False


def _follows_if(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a plain present ends a sentence that a condition opens: `If the court agrees, he [offers] a truce`."""
    opening = 0
    while opening < group.first and sentence.tags[opening] in ("``", "''", "CC", "RB"):
        opening += 1
    if sentence.lower[opening : opening + 1] not in (["if"], ["unless"]) or group.first != group.head:
        return False
    clause = sentence.tags[opening : group.first]
    if sentence.tags[group.head] not in ("VBP", "VBZ") or clause.count(",") != 1 or "''" in clause:
        return False
    condition = next(iter(sentence.groups_from(opening)), None)
    first = sentence.phrase_to.get(group.first)
    return (
        condition is not None
        and sentence.tags[condition.first] in ("VBP", "VBZ")
        and first is not None
        and sentence.tags[first - 1] == ","
    )


def is_of_a_kind(sentence: Sentence, k: int, group: VerbGroup) -> bool:
    """Whether a plain present behind word `k` tells what a kind of people does, whoever they may be: plural, nothing
    before them that picks some out."""
    first = sentence.phrase_to.get(k)
    if first is None or sentence.tags[k - 1] != "NNS" or sentence.tags[group.head] != "VBP":
        return False
    several = all(tag in ("NNS", "NN", "JJ") for tag in sentence.tags[first:k])
    return several and group.first == group.head and type_of(sentence, group)[0] in _DEEDS


def is_any(sentence: Sentence, k: int) -> bool:
    """Whether the noun phrase that ends before word `k` is about whoever or whatever it may be."""
    first = sentence.phrase_to.get(k)
    return first is not None and sentence.lower[first] in ("any", "each", "every")
