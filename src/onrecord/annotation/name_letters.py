"""Names completed by the letters in brackets behind them, and sums of money that look like names."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from onrecord.annotation.names import Name
from onrecord.annotation.syntax import Sentence

_LETTERS = re.compile(r"[A-Z]{3,8}")
_LIGHT = frozenset("and of the for in on at to de du des la le y e & , ' ’ 's ’s".split())
"""Words between those that the letters stand for, which they leave out or not."""
_MOST = 14
"""So many words a name may have."""
_SUM = re.compile(
    r"(?:[A-Z]{1,3}\$|[A-Z]{0,2}Sh\.?|Rs\.?|RM|Rp|Tk)\d[\d.,]*(?:k|m|mn|bn|tn)?|[A-Z][A-Za-z]{0,3}\d[\d.,]*(?:m|mn|bn|tn)"
)
"""An amount with its currency as one word (`KSh900m`, `Rs500`)."""


def completed(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """The names without sums of money, and with those whole whose letters stand in brackets behind them.

    In `the Transport and Allied Workers' Union (TAWU)` it is the letters that tell where the name begins.
    """
    kept = [n for n in names if _SUM.fullmatch(n.text) is None]
    spelled = {(number, end): first for number, s in enumerate(sentences) for first, end in _spelled_out(s)}
    if not spelled:
        return kept
    out: list[Name] = []
    for name in kept:
        first = spelled.get((name.sentence, name.last))
        if first is not None and first < name.first:
            sentence = sentences[name.sentence]
            start, end = sentence.span(first, name.last)
            text = " ".join(sentence.text[start:end].split())
            while out and out[-1].sentence == name.sentence and out[-1].last > first:
                out.pop()
            name = dataclasses.replace(
                name, first=first, start=start, text=text, opening=first, kind="organisation", role=None, rule="letters"
            )
        out.append(name)
    return out


def _spelled_out(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of words whose first letters stand in brackets behind them, as first word and end."""
    words = sentence.words
    for at in range(2, len(words) - 2):
        if words[at] == "(" and words[at + 2] == ")" and _LETTERS.fullmatch(words[at + 1]):
            first = _begin(words, at, words[at + 1])
            if first is not None:
                yield first, at


def _begin(words: Sequence[str], end: int, letters: str) -> int | None:
    """The word from which on those before `end` have the letters for their first ones, or None."""
    at, left = end, len(letters)
    while left and at > max(0, end - _MOST):
        at -= 1
        word = words[at]
        if word[0] == letters[left - 1]:
            left -= 1
        elif word.casefold() not in _LIGHT:
            return None
    whole = not left and at < end - 1 and words[at][0].isupper() and words[end - 1][0].isupper()
    return at if whole else None
