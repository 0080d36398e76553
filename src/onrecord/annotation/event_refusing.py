"""Words by which somebody refuses, or calls untrue what others say."""

from __future__ import annotations

from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.syntax import Sentence, VerbGroup

UNTRUE = frozenset(
    "baseless bogus bunk fabrication fabricated fake false falsehood fantasy fiction groundless incorrect invention "
    "lie lies nonsense nonsensical rubbish slander smear unfounded untrue".split()
)
"""What somebody calls, or says of, words that he rejects."""
TALES = frozenset(
    "accusation account allegation article assertion charge claim insinuation report rumor rumour speculation story "
    "suggestion talk tale".split()
)
"""What others say or write, and what can be untrue."""


def called_untrue(sentence: Sentence, group: VerbGroup, theme: tuple[int, int] | None) -> bool:
    """Whether what somebody said is called untrue: `called [that] nonsense`, `called [the report] a fabrication`."""
    if theme is None:
        pointed = sentence.lower[group.last : group.last + 1] in (["that"], ["this"])
        start = group.last + 1 if pointed else None
    else:
        pointed = sentence.lower[theme[0]] in ("it", "that", "this") and theme[1] - theme[0] == 1
        tale = singular(sentence.lower[theme[1] - 1]) in TALES
        # `called [the allegation] [false]`, where both are one phrase
        inner = sentence.lower[theme[1] - 1] in UNTRUE and any(
            singular(word) in TALES | {"that", "this"} for word in sentence.lower[theme[0] : theme[1] - 1]
        )
        if inner:
            return True
        start = theme[1] if pointed or tale else None
    if start is None:
        return False
    for k in range(start, min(len(sentence), start + 5)):
        if sentence.lower[k] in UNTRUE:
            return True
        if sentence.tags[k] in (",", ".", ":", "IN", "CC") or sentence.tags[k][:2] == "VB":
            return False
    return False


def is_unwilling(sentence: Sentence, group: VerbGroup, to: int) -> bool:
    """Whether a verb tells that somebody will not do what an infinitive from word `to` on says: `is [not prepared] to`,
    `was [unwilling] to`, `are [not going] to`."""
    if group.modal is not None or (group.passive and group.lemma not in BEING_WILLING):
        return False
    word = sentence.lower[to - 1]
    if (group.lemma == "go" or group.lemma in BEING_WILLING) and group.last == to:
        return group.negated and word in ("going", "prepared", "inclined", "minded")
    if group.lemma != "be" or to - group.last > 3:
        return False
    negated = group.negated or "not" in sentence.lower[group.last : to]
    return word in ("unwilling", "loath", "disinclined") or (negated and word in _WANTING)


BEING_WILLING = frozenset({"prepare", "incline", "mind"})
_WANTING = frozenset({"going", "willing", "prepared", "inclined", "minded"})
