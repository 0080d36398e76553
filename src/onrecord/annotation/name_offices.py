"""Offices within capitalised sequences: where one that is held of something ends, and titles that bodies bear."""

from __future__ import annotations

from onrecord.annotation import lexicons
from onrecord.annotation.name_runs import MODIFIERS, SURNAMES_TOO, gazetteer_at
from onrecord.annotation.syntax import Sentence

_TITLES_OF_BODIES = frozenset(
    "justice major general prince princess king queen chief captain lady lord private".split()
)
"""Titles that bodies and places bear in their names."""


def body_of_title(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a run that begins with a title is a body's name by the word that it ends in."""
    lower = sentence.lower
    bodies = lexicons.words_of("organisation_words.txt") | lexicons.facility_words()
    bodies |= lexicons.place_words()
    return lower[first] in _TITLES_OF_BODIES and any(w in bodies - SURNAMES_TOO for w in lower[first + 1 : last])


_HELD = frozenset(
    "state affairs staff defense defence interior justice commerce education health treasury energy labor labour "
    "agriculture transportation transport finance commons representatives lords relations intelligence operations "
    "security trade culture war parliament congress knesset".split()
)
"""Last words of what somebody holds an office of; a name may follow."""


def office_with_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Where an office with `of` ends in a run that begins with one: `Secretary of State [Ada Lund]`; None if none does.

    Within the run a person begins at a given name or an initial, or behind what offices are held of.
    """
    words, lower = sentence.words, sentence.lower
    offices = lexicons.words_of("offices.txt")
    if first >= last:
        return None
    k = first
    while k < last and (lower[k] in offices or lower[k] in MODIFIERS):
        k += 1
    if k == first and lower[k] == "member":
        k += 1
    elif k == first or lower[k - 1] not in offices:
        return None
    if k + 1 >= last or lower[k] != "of":
        return None
    begin = k + 1 + (lower[k + 1] == "the")
    for m in range(begin + 1, last):
        initial = len(words[m]) == 2 and words[m][1] == "."
        if words[m] in lexicons.given_names() or initial or (lower[m - 1] in _HELD and lower[m] not in ("of", "and")):
            return m if lower[m] not in _HELD else None
    # `Mayor of Orrville Quint Lund`: behind a town that everybody knows two words more are whoever holds the office.
    known = gazetteer_at(sentence, begin)
    if known is not None and known[0] + 2 == last and known[1].kind in ("place", "capital", "country"):
        return known[0]
    return last
