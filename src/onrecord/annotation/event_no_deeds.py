"""Verbs that elsewhere tell what one party does to another, and here do not: `met the [target]`, `shares [closed] up`.

Their words are those of a deed; what goes with them makes of it what befalls a thing, a name, a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import event_recipients
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup

_MET = frozenset(
    "challenge condition cost criterion deadline demand disaster expectation forecast goal guideline limit need "
    "objective obligation quota regulation requirement rule standard target threshold".split()
)
"""What is met without a meeting."""
_AT_THE_CLOSE = frozenset({"up", "down", "at", "higher", "lower", "flat", "unchanged", "above", "below", "mixed"})


def is_no_deed(sentence: Sentence, group: VerbGroup, theme: tuple[int, int] | None, nouns: Sequence[str]) -> bool:
    """Whether a verb that else tells a deed tells something of a thing: `met the [target]`, `shares [closed up] 3
    cents`, `the storm [threatened to flood] it`, `is [bent on] winning`.

    Args:
        sentence: the sentence.
        group: the verb.
        theme: its object, as words.
        nouns: the nouns of that object.
    """
    if group.lemma == "meet":
        return not _MET.isdisjoint(nouns)
    if group.lemma == "close":
        return not group.passive and sentence.lower[group.last : group.last + 1] != [] and (
            sentence.lower[group.last] in _AT_THE_CLOSE
        )
    if group.lemma == "tackle":
        # `tackle the shortage`
        return theme is None or not event_recipients.is_party(sentence, *theme)
    if group.lemma == "call":
        return _only_names(sentence, group)
    if group.lemma == "bar" and group.form == "gerund":
        # `barring an upset`, where it is a preposition
        return theme is not None and sentence.lower[theme[0]] in ("a", "an", "any", "some", "further", "last-minute")
    if group.lemma == "bend":
        return group.passive
    if group.lemma == "threaten" and not group.passive and sentence.lower[group.last : group.last + 1] == ["to"]:
        who = subject(sentence, group)
        return who is not None and sentence.tags[who.first] not in ("PRP", "WP", "WDT") and not (
            event_recipients.is_party(sentence, who.first, who.head)
        )
    return False


def _only_names(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether `called` only gives the name of a thing: `opened a shop [called] Lund`."""
    first = sentence.phrase_to.get(group.first)
    alone = group.first == group.head and sentence.lower[group.head] == "called"
    if first is None or not alone or not sentence.groups_before(first):
        return False
    several = sentence.tags[first][:2] in ("JJ", "NN") and sentence.tags[group.first - 1] == "NNS"
    some = sentence.lower[first] in ("a", "an") or several
    named = sentence.tags[group.last : group.last + 2]
    return some and (named[:1] in (["NNP"], ["``"]) or named == ["DT", "NNP"])


def is_by_number(sentence: Sentence, k: int) -> bool:
    """Whether the word before word `k` is a number, or a day comes after it: `turned 50 [on] Friday`."""
    day = sentence.lower[k] == "on" and sentence.lower[k + 1 : k + 2] != [] and sentence.lower[k + 1] in CALENDAR
    return day or sentence.tags[k - 1] == "CD"
