"""Apostrophes within names: `the Dockers’ Union`, `St. Olave’s Hospital`, `Corrigan’s said`."""

from __future__ import annotations

from onrecord.annotation import lexicons
from onrecord.annotation.syntax import Sentence

_PEOPLE = frozenset("people peoples women men children workers farmers veterans".split())
_SAINTS = frozenset("st. st saint queen king all".split())
"""Before a possessive in the names of hospitals, schools and churches."""
_FIRM_ENDS = frozenset("inc inc. corp corp. co co. cos cos. ltd ltd. llc plc holdings".split())
"""What ends the name of a firm, whatever stands before it."""
_MARKS = frozenset({"'", "’"})


def possessive_end(sentence: Sentence, first: int, j: int) -> int:
    """Where a name that has begun at word `first` goes on after the possessive at word `j`; `j` where it does not.

    The name's next word is then at the end that is returned, or the name ends there.
    """
    word, lower = sentence.words[j], sentence.lower
    bodies = lexicons.words_of("organisation_words.txt")
    if word in _MARKS:
        # An apostrophe after a plural; a quotation that ends here is followed by no body's noun.
        if sentence.ends[j - 1] != sentence.starts[j] or not lower[j - 1].endswith("s"):
            return j
        after = _second_plural(sentence, j)
        end = after + 1
        while end < len(sentence) and sentence.words[end][0].isupper():
            end += 1
        return after + 2 if end > after + 1 and lower[end - 1] in bodies else j
    if lower[j] not in ("'s", "’s"):
        return j
    if sentence.tags[j] == "NNP":
        return j + 1
    if sentence.tags[j] != "POS" or j + 1 >= len(sentence) or not sentence.words[j + 1][0].isupper():
        return j
    follows = lower[j + 1]
    if j - first == 1 and owns_firm(sentence, first):
        # `Corrigan’s Inc.`
        return j + 2
    of_people = lower[j - 1] in _PEOPLE or lower[j - 1] in lexicons.human_nouns()
    holy = lower[first] in _SAINTS and j - first > 1
    named = holy or (j - first == 1 and lower[first] in ("king", "queen"))
    if j - first == 1 and lower[first] == "people":
        # `the People’s Dawn`
        return j + 2
    if (of_people and follows in bodies | {"republic"}) or (named and follows in bodies | lexicons.facility_words()):
        return j + 2
    return j


def owns_firm(sentence: Sentence, i: int) -> bool:
    """Whether word `i` and its possessive are the name of a firm (`[Corrigan’s] Inc.`)."""
    lower = sentence.lower
    return sentence.words[i][0].isupper() and lower[i + 1 : i + 2] in (["'s"], ["’s"]) and (
        lower[i + 2 : i + 3] != [] and lower[i + 2] in _FIRM_ENDS
    )


def _second_plural(sentence: Sentence, j: int) -> int:
    """Where the apostrophe of a second plural stands after the first’s: `the Dockers’ and Carters[’] Federation`."""
    second = j + 2
    joined = second + 1 < len(sentence) and sentence.lower[j + 1] in ("and", "&")
    plural = joined and sentence.words[second][0].isupper() and sentence.lower[second].endswith("s")
    plural = plural and sentence.words[second + 1] in _MARKS
    return second + 1 if plural else j
