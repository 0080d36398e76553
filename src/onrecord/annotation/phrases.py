"""Noun phrases by tags: where a simple one begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

_INSIDE = frozenset(
    {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "$", "VBN", "VBG", "RBS"}
)
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENERS = frozenset({"DT", "PDT", "PRP$"})
PRONOUNS = frozenset({"PRP", "EX", "WP"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march "
    "april may "
    "june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "tonight aug feb oct sept nov dec".split()
)


_SHIFTS = frozenset({"last", "next", "this"})
_UNITS = frozenset("week month year night season spring summer autumn fall winter quarter".split()) | CALENDAR
"""What with a word before it says when: `last week`, `next spring`, `last Friday`."""
_STRETCHES = frozenset("hours days weeks months years decades".split())
_QUANTIFIERS = frozenset("several many few most some others all both none those these each neither".split())


def _opens_clause(tags: Sequence[str], lower: Sequence[str], i: int) -> bool:
    """Whether word `i`, which could stand in a noun phrase, begins something else: `that` + clause, a participle."""
    after = tags[i + 1] if i + 1 < len(tags) else "."
    if lower[i] == "that":
        verb_before = i > 0 and tags[i - 1][:2] in ("VB", "NN")
        return after in _OPENERS or after in ("NNP", "NNS", "PRP", "NNPS", "CD", "JJ") or verb_before
    if tags[i] == "VBG":
        return True
    return tags[i] == "VBN" and (after not in NOUNS or (i > 0 and tags[i - 1] not in ("IN", ",", "CC", ".", ":", "``")))


def _joins_adjectives(tags: Sequence[str], i: int, j: int) -> bool:
    """Whether the comma at word `j` joins two adjectives of a phrase that a determiner opened: `a quick, full end`."""
    return tags[i] in _OPENERS and tags[j] == "," and tags[j - 1] == "JJ" and tags[j + 1 : j + 2] == ["JJ"]


def noun_phrases(tags: Sequence[str], lower: Sequence[str]) -> list[tuple[int, int]]:
    """The base noun phrases and pronouns of a sentence, as [first word, end) in order; they do not overlap.

    A calendar word ends the phrase before it, so that `officials Friday` is not one phrase.
    """
    found: list[tuple[int, int]] = []
    i, n = 0, len(tags)
    while i < n:
        tag = tags[i]
        if tag in PRONOUNS or (
            lower[i] in _QUANTIFIERS and i + 1 < n and (tags[i + 1][:2] in ("VB", "MD") or lower[i + 1] == "of")
        ):
            found.append((i, i + 1))
            i += 1
            continue
        measures = lower[i] == "least" and i > 0 and lower[i - 1] == "at"
        if tag not in _INSIDE or tag == "POS" or measures or _opens_clause(tags, lower, i):
            i += 1
            continue
        j, last_noun = i, -1
        calendar = lower[i] in CALENDAR
        while j < n and (
            tags[j] in _INSIDE
            or (tags[j] == "RB" and j + 1 < n and tags[j + 1] in ("JJ", "VBN") and j > i)
            or (last_noun < i and _joins_adjectives(tags, i, j))
        ):
            if (
                j > i
                and tags[j] in _OPENERS
                and not (tags[j - 1] in ("PDT", "DT") and tags[j] != "PDT" and tags[j - 1] == "PDT")
            ):
                break
            if (
                j > i
                and lower[j] in CALENDAR
                and lower[j] != "may"
                and tags[j] in NOUNS
                and not calendar
                and last_noun == j - 1
            ):
                break
            if (
                j > i
                and calendar
                and lower[j] not in CALENDAR
                and tags[j] in ("NNP", "NNPS", "NNS")
                and lower[i] not in ("the", "a", "this")
            ):
                break
            if tags[j] == "NNS" and last_noun == j - 1 and j > i and lower[i] in ("a", "an") and "CD" not in tags[i:j]:
                # `an act [critics] argue …`: a plural cannot end a phrase that `a` opens.
                break
            if last_noun == j - 1 and j > i and lower[j] in _SHIFTS and lower[j + 1 : j + 2] and lower[j + 1] in _UNITS:
                # `the survey [last winter] counted`
                break
            if last_noun == j - 1 and j > i and lower[j - 1] in _STRETCHES and tags[j] in ("NNP", "NNPS"):
                # `In [recent months] Chad and Peru …`
                break
            if tags[j] == "VBG" and j > i and last_noun == j - 1:
                break
            if tags[j] == "VBN" and last_noun == j - 1 and j > i:
                break
            ends = j + 1 == n or tags[j + 1] not in _INSIDE or tags[j + 1] in _OPENERS
            if tags[j] in NOUNS or (tags[j] in ("CD", "DT") and ends):
                last_noun = j
            if tags[j] == "POS" and last_noun != j - 1:
                break
            j += 1
        if last_noun >= i:
            found.append((i, last_noun + 1))
            i = last_noun + 1
        else:
            i = max(j, i + 1)
    return found
