"""Where a noun phrase before a verb ends a clause about another one, which is the verb's subject.

`[The man] who runs the firm said`: no mark parts the clause from the rest of the sentence, so the nearest noun phrase
is the object of its verb.
"""

from __future__ import annotations

from onrecord.annotation.cues import SPEECH
from onrecord.annotation.syntax import Sentence, VerbGroup

_OPENERS = frozenset({"WP", "WDT"})
_TAKES_CLAUSE = SPEECH | frozenset(
    "believe ensure expect fear feel hope know learn mean prove realise realize show suspect think understand".split()
)
"""Verbs behind which a noun phrase may begin a clause of its own: `who said [the port] was shut`."""
_FORMS = {False: ("finite",), True: ("finite", "participle")}
"""Forms of the verb that ends such a clause: right before another verb a participle is taken for a finite one."""
_LONGEST = 25
"""How many words a clause without marks about a noun phrase may have."""


def told_of(sentence: Sentence, first: int, end: int) -> int | None:
    """The word before which the noun phrase ends that a clause is about, where words `first` to `end` end that clause.

    Args:
        sentence: the sentence.
        first: the first word of the noun phrase before a verb, with what it hangs on.
        end: the word after it, or, where nothing stands between two verbs (`the bill the senate passed`), `first`.
    """
    k = first
    while k and sentence.tags[k - 1] in ("IN", "TO", "RB", "RP"):
        if sentence.lower[k - 1] == "that":
            return None
        k -= 1
    group = sentence.group_at(k - 1) if k else None
    if group is None or group.last != k or group.form not in _FORMS[first == end] or end - group.first > _LONGEST:
        return None
    if group.lemma in _TAKES_CLAUSE and k == first:
        return None
    opener = _opener(sentence, group)
    if opener is None or opener not in sentence.phrase_to:
        return None
    return opener


def _opener(sentence: Sentence, group: VerbGroup) -> int | None:
    """The relative word that opens the clause of a verb: `who runs`, `whose son was shot`, `that the senate passed`."""
    k = group.first
    if k and (sentence.tags[k - 1] in _OPENERS or sentence.lower[k - 1] == "that"):
        return k - 1 if sentence.lower[k - 1] != "what" else None
    begin = sentence.phrase_to.get(k)
    while begin is not None and begin > 1 and sentence.tags[begin - 1] == "IN" and begin - 1 in sentence.phrase_to:
        if sentence.lower[begin - 1] == "that":
            break
        begin = sentence.phrase_to[begin - 1]
    if begin is None or not begin:
        return None
    if sentence.tags[begin - 1] in ("WP$", "WDT") or sentence.lower[begin - 1] in ("whose", "whom", "which"):
        return begin - 1
    if sentence.lower[begin - 1] == "that" and begin - 1 in sentence.phrase_to:
        before = sentence.phrase_to[begin - 1]
        governor = sentence.group_at(before - 1) if before else None
        # `told reporters that the port [was]` opens what is told.
        return None if governor is not None and governor.form == "finite" else begin - 1
    return None

