"""Who says what: source, cue and content of attributions, by rules over tagged sentences."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import lexicons, stances
from onrecord.annotation.parties import Resolved, party_of
from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.tagging import Sentence, lemma
from onrecord.types import SourceKind, Span, Statement

Phrases = Sequence[tuple[int, int]]


def source_kind(sentence: Sentence, first: int, last: int, resolved: Resolved) -> SourceKind:
    """What the words of a source say about it: a name, an office, a description, a collective, a document."""
    nouns = lexicons.human_nouns()
    party = party_of(resolved, sentence.span(first, last))
    kinds = {p.id: p for p in resolved.parties}
    for i in range(first, last):
        if sentence.lower[i] in ("source", "sources", "insider", "insiders"):
            return "anonymous"
        if sentence.lower[i] in lexicons.document_nouns() and sentence.tags[i] in NOUNS:
            named = kinds.get(party or "")
            return "outlet" if named is not None and named.role == "outlet" else "document"
    if party is not None:
        found = kinds[party]
        if found.role == "outlet":
            return "outlet"
        if found.kind != "group":
            return "office" if found.role in ("government",) and sentence.lower[last - 1] in ("government", "administration") else "named"
    for i in range(last - 1, first - 1, -1):
        known = nouns.get(sentence.lower[i])
        if known is not None:
            if known[0] == "office" and not known[1]:
                return "office"
            return "collective" if known[1] else "described"
    return "named" if sentence.tags[first] == "PRP" else "described"


def _subject(sentence: Sentence, phrases: Phrases, verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends before the verb group, with what hangs on it."""
    i = verb
    while i and sentence.tags[i - 1] in ("RB", "MD", "VBZ", "VBP", "VBD") and (
        sentence.tags[i - 1] in ("RB", "MD") or sentence.lower[i - 1] in ("has", "have", "had", "is", "are", "was", "were", "'s", "’s")):
        i -= 1
    before = [p for p in phrases if p[1] == i]
    if not before:
        return None
    first = before[-1][0]
    starts = {p[1]: p[0] for p in phrases}
    while first > 1 and sentence.tags[first - 1] in ("IN", "CC"):
        k = first - 1
        while k and sentence.tags[k - 1] in ("JJ", "VBN"):
            k -= 1
        if k not in starts or sentence.lower[first - 1] in ("that", "if", "because", "as", "but"):
            break
        first = starts[k]
    return first, i


def _statements_in(sentence: Sentence, phrases: Phrases, resolved: Resolved) -> list[Statement]:
    found: list[Statement] = []
    n = len(sentence)
    stop = n - 1 if n and sentence.tags[n - 1] == "." else n
    for i in range(n):
        tag = sentence.tags[i]
        if sentence.lower[i] == "according" and i + 1 < n and sentence.lower[i + 1] == "to":
            after = [p for p in phrases if p[0] == i + 2]
            if after:
                first, last = i + 2, after[0][1]
                while last < stop and sentence.lower[last] != ",":
                    last += 1
                content = sentence.span(last + 1, stop) if i == 0 and last + 1 < stop else sentence.span(0, i) if i else None
                if content is not None:
                    found.append(_make(sentence, resolved, (first, last), (i, i + 2), content, "asserts", "according to"))
            continue
        if tag not in ("VBD", "VBZ", "VBP"):
            continue
        stance = stances.of_verb(lemma(sentence.words[i]))
        subject = _subject(sentence, phrases, i) if stance else None
        if stance is None or subject is None or i + 1 >= stop:
            continue
        begin = i + 1 + (sentence.lower[i + 1] == "that")
        if begin < stop:
            found.append(_make(sentence, resolved, subject, (i, i + 1), sentence.span(begin, stop), stance, "subject verb content"))
    return found


def _make(sentence: Sentence, resolved: Resolved, source: tuple[int, int], cue: tuple[int, int], content: Span, stance: stances.Stance, rule: str) -> Statement:
    span = sentence.span(*source)
    return Statement((span,), (sentence.span(*cue),), (content,), stance, source_kind(sentence, *source, resolved),
                     party_of(resolved, span), None, 0.6, rule)


def find(sentences: Sequence[Sentence], phrases: Sequence[Phrases], resolved: Resolved) -> tuple[Statement, ...]:
    """The statements of a document, in the order of their cues."""
    found = [s for sentence, chunks in zip(sentences, phrases, strict=True) for s in _statements_in(sentence, chunks, resolved)]
    return tuple(sorted(found, key=lambda s: (s.cue[0], s.content)))
