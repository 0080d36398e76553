"""What follows a verb or noun: which kind of complement."""

from __future__ import annotations

from onrecord.annotation.syntax import FINITE, Sentence

_QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_OPENING = frozenset({"``", "''"})


def skip_particles(sentence: Sentence, i: int) -> int:
    """The first word from `i` on that is no particle or adverb."""
    while i < len(sentence) and (sentence.tags[i] == "RP" or (sentence.tags[i] == "RB" and sentence.lower[i] != "so")):
        i += 1
    return i


def phrase_end(sentence: Sentence, i: int) -> int:
    """The end of the noun phrase at word `i` with the prepositional phrases that hang on it."""
    k = sentence.phrase_at[i]
    n = len(sentence)
    while (
        k + 1 < n
        and k + 1 in sentence.phrase_at
        and ((sentence.tags[k] == "IN" and sentence.lower[k] != "that") or sentence.tags[k] == "POS")
    ):
        k = sentence.phrase_at[k + 1]
    return k


def complement(sentence: Sentence, i: int) -> str:
    """The kind of complement that begins at word `i`, right after a verb group.

    Returns:
        `quote`, `that`, `wh` (a question), `S` (a clause without `that`), `to` (infinitive), `ing`, `adj`, `np`,
        `np+that`, `np+to`, `np+quote`, `np+as` (`of`, `for`, `over`), `p:WORD` (a preposition), `none`, or `other`.
    """
    n = len(sentence)
    i = skip_particles(sentence, i)
    if i >= n or sentence.tags[i] == ".":
        return "none"
    tag, word = sentence.tags[i], sentence.lower[i]
    if tag in _OPENING or (tag in (":", ",") and i + 1 < n and sentence.tags[i + 1] in _OPENING):
        return "quote"
    if word in _QUESTION_WORDS:
        return "wh"
    if word == "that" and i not in sentence.phrase_at:
        return "that"
    if tag == "TO":
        return "to" if i + 1 < n and sentence.tags[i + 1] in ("VB", "RB") else "p:to"
    if tag in (",", ":", "(", ")", "CC"):
        return "none"
    if i in sentence.phrase_at:
        return _after_phrase(sentence, i)
    if tag == "IN":
        return "p:" + word
    if tag == "VBG":
        return "ing"
    if tag in ("JJ", "JJR", "VBN"):
        return "adj"
    return "other"


def _after_phrase(sentence: Sentence, i: int) -> str:
    n = len(sentence)
    near = sentence.phrase_at[i]
    for end in (near, phrase_end(sentence, i)):
        k = end
        while k < n and sentence.tags[k] == "RB":
            k += 1
        if k < n and sentence.tags[k] in FINITE:
            return "S"
    if near >= n:
        return "np"
    tag, word = sentence.tags[near], sentence.lower[near]
    if word == "that":
        return "np+that"
    if tag == "TO" and near + 1 < n and sentence.tags[near + 1] == "VB":
        return "np+to"
    if tag in _OPENING or (near + 1 < n and tag in (":", ",") and sentence.tags[near + 1] in _OPENING):
        return "np+quote"
    if word in ("as", "of", "for", "over"):
        return "np+" + word
    return "np"
