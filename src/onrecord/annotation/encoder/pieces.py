"""Cuts a word into the word pieces of BERT's uncased vocabulary (WordPiece, Schuster and Nakajima 2012).

The encoder's words are runs of letters and digits or single signs already, so only normalisation (Unicode NFD without
combining marks, lower case, no control characters) and the greedy longest match are left to do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

LONGEST = 100
"""Characters of a word past which it counts as unknown, as in BERT."""
REMEMBERED = 50_000
"""So many words are cut once only: the first that come up, among them all common ones."""
_IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF), (0x2A700, 0x2B81F), (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def _ideograph(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _IDEOGRAPHS)


def _alone(character: str) -> bool:
    """Whether a character is a token of its own: punctuation, any ASCII sign, an ideograph."""
    if character.isascii():
        return not (character.isalnum() or character.isspace())
    return unicodedata.category(character)[0] == "P" or _ideograph(character)


def normalised(word: str) -> list[str]:
    """The tokens that the vocabulary knows a word by."""
    if word.isascii() and word.isalnum():  # nothing to take out, and most words are so
        return [word.lower()]
    kept = "".join(c for c in word if c != "\ufffd" and unicodedata.category(c)[0] != "C")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if unicodedata.category(c) != "Mn")
    out = [""]
    for character in "".join(c.lower() for c in plain):
        if character.isspace():
            out.append("")
        elif _alone(character):
            out += [character, ""]
        else:
            out[-1] += character
    return [token for token in out if token]


def read_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of an encoder: its `vocab.txt`."""
    with (folder / "vocab.txt").open(encoding="utf-8", newline="\n") as lines:
        return Vocabulary(lines)


class Vocabulary:
    """The word pieces and their numbers."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines`: one piece each, in the order of their numbers."""
        self._ids = {line.rstrip("\n"): number for number, line in enumerate(lines)}
        self._known: dict[str, list[int]] = {}
        self.unknown, self.begin, self.end = (self._ids[name] for name in ("[UNK]", "[CLS]", "[SEP]"))

    def cut(self, word: str) -> list[int]:
        """The numbers of a word's pieces, at least one."""
        found = self._known.get(word)
        if found is None:
            found = [number for token in normalised(word) for number in self._of_token(token)] or [self.unknown]
            if len(self._known) < REMEMBERED and len(word) <= LONGEST:
                self._known[word] = found
        return found

    def _of_token(self, token: str) -> list[int]:
        if len(token) > LONGEST:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(token):
            for end in range(len(token), start, -1):
                number = self._ids.get(("##" if start else "") + token[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found
