"""What a source is: its kind, and the party that it names or stands for."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import lexicons
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.parties import Resolved
from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.syntax import Sentence
from onrecord.types import Party, SourceKind, Span

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})


def judge(items: Sequence[Attribution], sentences: Sequence[Sentence], resolved: Resolved) -> list[tuple[SourceKind, str | None]]:
    """The kind and the party of each attribution's source, in order."""
    parties = {p.id: p for p in resolved.parties}
    found: list[tuple[SourceKind, str | None]] = []
    for item in items:
        if not item.source:
            found.append(("none", None))
            continue
        named = item.holder or item.source[0]
        found.append(_judge(sentences[item.sentence], named, item.sentence, resolved, parties))
    return found


def _words(sentence: Sentence, span: Span) -> tuple[int, int]:
    first = 0
    while first < len(sentence) and sentence.ends[first] <= span[0]:
        first += 1
    last = first
    while last < len(sentence) and sentence.starts[last] < span[1]:
        last += 1
    return first, last


def _judge(sentence: Sentence, span: Span, number: int, resolved: Resolved, parties: dict[str, Party]) -> tuple[SourceKind, str | None]:
    first, last = _words(sentence, span)
    if first >= last:
        return "described", None
    word = sentence.lower[first]
    if last - first == 1 and sentence.tags[first] in ("PRP", "WP", "DT"):
        party = _antecedent(word, number, span[0], resolved, parties)
        return (_kind_of(parties[party]) if party else "named"), party
    head = sentence.phrase_at.get(first, last)
    head = min(head, last)
    head_word = sentence.lower[head - 1]
    if head_word in lexicons.human_nouns() and sentence.tags[first] == "PRP$" and lexicons.human_nouns()[head_word][0] == "office":
        owner = _antecedent(word, number, span[0], resolved, parties)
        return "office", _government_of(owner, head_word, resolved, parties)
    inside = [(start, party) for _, start, party, _ in resolved.order if sentence.starts[first] <= start < sentence.ends[head - 1]]
    named = [p for _, p in inside if parties[p].kind != "group" and parties[p].kind != "place"]
    groups = [p for _, p in inside if parties[p].kind == "group"]
    known = lexicons.human_nouns().get(head_word)
    titled = [p for s, p in _inside(resolved, sentence, first, last) if parties[p].kind == "person"]
    if sentence.tags[head - 1] == "NNP" and titled:
        return "named", titled[0]
    if known is not None and known[0] == "anonymous":
        return "anonymous", groups[0] if groups else None
    if head_word in lexicons.document_nouns() and sentence.tags[head - 1] in NOUNS:
        outlet = next((p for p in named if parties[p].role == "outlet"), None)
        return ("outlet", outlet) if outlet is not None else ("document", named[0] if named else None)
    if groups and known is not None and known[1]:
        return "collective", groups[0]
    if named:
        # The last name of the phrase is its head: `Foreign Minister Ada Quill`; an apposition may name one as well.
        party = named[-1] if parties[named[-1]].kind == "person" else named[0]
        if head_word in ("spokesman", "spokeswoman", "spokesperson") or (known is not None and known[0] == "described" and parties[party].kind != "person"):
            return "described", party
        return _kind_of(parties[party]), party
    apposition = [party for _, start, party, kind in resolved.order if sentence.ends[head - 1] <= start < span[1] and kind == "person"]
    if known is not None:
        if known[0] == "office" and not known[1]:
            return "office", apposition[0] if apposition else _recent_office(head_word, number, span[0], resolved, parties)
        if known[1]:
            return "collective", groups[0] if groups else None
        return "described", apposition[0] if apposition else None
    return "described", apposition[0] if apposition else None


def _inside(resolved: Resolved, sentence: Sentence, first: int, last: int) -> list[tuple[int, str]]:
    """Starts and ids of the parties named in a chain of phrases, up to its first comma."""
    end = next((k for k in range(first, last) if sentence.tags[k] in (",", "(")), last)
    return [(start, party) for _, start, party, _ in resolved.order if sentence.starts[first] <= start < sentence.ends[end - 1]]


def _kind_of(party: Party) -> SourceKind:
    if party.kind == "group":
        return "collective"
    if party.role == "outlet":
        return "outlet"
    if party.kind == "organisation" and party.role == "government":
        return "office"
    return "named"


def _antecedent(word: str, number: int, before: int, resolved: Resolved, parties: dict[str, Party]) -> str | None:
    """The party that a pronoun most likely stands for: the last fitting one of its sentence or the two before it."""
    best: str | None = None
    best_sentence = -1
    for sentence, start, party, kind in resolved.order:
        if start >= before:
            break
        if number - sentence > 3:
            continue
        woman = resolved.female.get(party)
        if word in _HE and (kind != "person" or woman is True):
            continue
        if word in _SHE and (kind != "person" or woman is False):
            continue
        if word in _THEY and kind not in ("group", "organisation"):
            continue
        if word in _IT and kind not in ("organisation", "facility", "product", "work"):
            continue
        if word not in _HE | _SHE | _THEY | _IT and word not in ("who", "that", "which"):
            continue
        # The first fitting party of the nearest sentence is most often its subject.
        if sentence > best_sentence:
            best, best_sentence = party, sentence
    return best


def _government_of(owner: str | None, noun: str, resolved: Resolved, parties: dict[str, Party]) -> str | None:
    """The government (or other body) of somebody's country."""
    if owner is None or parties[owner].country is None or noun not in ("government", "administration", "regime"):
        return owner
    for party in resolved.parties:
        if party.kind == "organisation" and party.role == "government" and party.country == parties[owner].country:
            return party.id
    return owner


def _recent_office(noun: str, number: int, before: int, resolved: Resolved, parties: dict[str, Party]) -> str | None:
    """The last party before a text position that `the ministry`, `the president`, `the company` can mean."""
    best: str | None = None
    for sentence, start, party, _ in resolved.order:
        if start >= before:
            break
        found = parties[party]
        role = (found.role or "").lower()
        if noun in role.split() or noun in found.name.lower().split() or (noun in ("government", "administration", "regime") and role == "government"):
            best = party
    return best
