"""What a source is: its kind, and the party that it names or stands for."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from onrecord.annotation import lexicons
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.contents import word_at
from onrecord.annotation.office_holders import may_hold
from onrecord.annotation.parties import Resolved, inside
from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.syntax import Sentence
from onrecord.types import Party, SourceKind, Span

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})


_LEAST_OF_THINGS = 0.7
"""A thing that is neither somebody nor a document (`a move signalling …`) says something only where its verb is this
likely a cue. Below it, leaving such statements out costs as many right ones as wrong ones."""


def speaks(item: Attribution, sentence: Sentence, resolved: Resolved) -> bool:
    """Whether an attribution's source is somebody or a document, or its cue certain enough to make it one."""
    if not item.source or item.confidence >= _LEAST_OF_THINGS:
        return True
    start, end = item.source[0]
    if inside(resolved, start, end):
        return True
    first, last = word_at(sentence, start), min(word_at(sentence, end - 1) + 1, len(sentence))
    people, documents = lexicons.human_nouns(), lexicons.document_nouns()
    if last - first == 1 and sentence.tags[first] in ("PRP", "PRP$", "WP", "WDT", "DT", "CD"):
        return True
    return any(
        sentence.tags[k] in ("NNP", "NNPS") or sentence.lower[k] in people or sentence.lower[k] in documents
        for k in range(first, last)
    )


def judge(
    items: Sequence[Attribution], sentences: Sequence[Sentence], resolved: Resolved
) -> list[tuple[SourceKind, str | None]]:
    """The kind and the party of each attribution's source, in order."""
    parties = {p.id: p for p in resolved.parties}
    governments = {
        p.country: p.id
        for p in reversed(resolved.parties)
        if p.kind == "organisation" and p.role == "government" and p.country
    }
    starts = [s.start for s in sentences]
    found: list[tuple[SourceKind, str | None]] = []
    last: tuple[int, str] | None = None
    for item in items:
        if not item.source:
            found.append(("none", None))
            continue
        named = item.holder or item.source[0]
        # The source may stand in the sentence before its cue.
        number = max(0, bisect.bisect_right(starts, named[0]) - 1)
        sentence = sentences[number]
        kind, party = _judge(sentence, named, number, resolved, parties, governments)
        if party is None and item.holder is not None:
            # A relative pronoun whose own antecedent is no name: the last name before it.
            near = inside(resolved, sentence.start, item.source[0][0])
            party = near[-1][1] if near else None
            kind = _kind_of(parties[party]) if party is not None else kind
        word = sentence.text[named[0] : named[1]].lower()
        if last is not None and item.sentence - last[0] < 4 and word in _HE | _SHE | _IT | _THEY:
            # Who spoke last goes on speaking, rather than whoever was spoken of.
            speaker = parties[last[1]]
            if _fits(word, speaker, resolved.female.get(speaker.id)):
                kind, party = _kind_of(speaker), speaker.id
        if party is not None:
            last = (item.sentence, party)
        elif word not in _HE | _SHE | _IT | _THEY:
            # Somebody without a name has spoken: `they` and `he` go on with nobody from before him.
            last = None
        found.append((kind, party))
    return found


def _judge(
    sentence: Sentence,
    span: Span,
    number: int,
    resolved: Resolved,
    parties: dict[str, Party],
    governments: dict[str, str],
) -> tuple[SourceKind, str | None]:
    # The network's source may run on past the sentence's end, where an abbreviation was taken for one.
    first, last = word_at(sentence, span[0]), min(word_at(sentence, span[1] - 1) + 1, len(sentence))
    if first >= last:
        return "described", None
    word = sentence.lower[first]
    if last - first == 1 and sentence.tags[first] in ("PRP", "WP", "DT"):
        party = _antecedent(word, number, span[0], resolved, parties)
        return (_kind_of(parties[party]) if party else "named"), party
    head = sentence.phrase_at.get(first, last)
    head = min(head, last)
    head_word = sentence.lower[head - 1]
    if (
        head_word in lexicons.human_nouns()
        and sentence.tags[first] == "PRP$"
        and lexicons.human_nouns()[head_word][0] == "office"
    ):
        owner = _antecedent(word, number, span[0], resolved, parties)
        return "office", _government_of(owner, head_word, governments, parties)
    within = inside(resolved, sentence.starts[first], sentence.ends[head - 1])
    named = [p for _, p in within if parties[p].kind not in ("group", "place")]
    groups = [p for _, p in within if parties[p].kind == "group"]
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
        if head_word in ("spokesman", "spokeswoman", "spokesperson") or (
            known is not None and known[0] == "described" and parties[party].kind != "person"
        ):
            return "described", party
        return _kind_of(parties[party]), party
    apposition = (
        [p for _, p in inside(resolved, sentence.ends[head - 1], span[1]) if parties[p].kind == "person"]
        if _names_again(sentence, head, last)
        else []
    )
    if known is not None:
        if known[0] == "office" and not known[1]:
            vice = head > first + 1 and sentence.lower[head - 2] in _DEPUTIES
            words = sentence.text[sentence.starts[first] : sentence.ends[head - 1]]
            return "office", apposition[0] if apposition else _recent_office(
                head_word, vice, words, span[0], resolved, parties
            )
        if known[1]:
            return "collective", groups[0] if groups else None
        return "described", apposition[0] if apposition else None
    return "described", apposition[0] if apposition else None


def _names_again(sentence: Sentence, head: int, last: int) -> bool:
    """Whether what follows a head is an apposition, that is no participle or relative clause: not `the firm, founded by
    Ada Quill,`."""
    comma = next((k for k in range(head, last) if sentence.tags[k] == ","), head - 1)
    return comma + 1 < last and sentence.tags[comma + 1] not in ("VBN", "VBG", "WP", "WDT", "WP$", "TO", "CC")


def _inside(resolved: Resolved, sentence: Sentence, first: int, last: int) -> list[tuple[int, str]]:
    """Starts and ids of the parties named in a chain of phrases, up to its first comma."""
    end = next((k for k in range(first, last) if sentence.tags[k] in (",", "(")), last)
    return inside(resolved, sentence.starts[first], sentence.ends[end - 1])


def _kind_of(party: Party) -> SourceKind:
    if party.kind == "group":
        return "collective"
    if party.role == "outlet":
        return "outlet"
    if party.kind == "organisation" and party.role == "government":
        return "office"
    return "named"


def _fits(word: str, party: Party, woman: bool | None) -> bool:
    """Whether a pronoun can stand for a party."""
    if word in _HE:
        return party.kind == "person" and woman is not True
    if word in _SHE:
        return party.kind == "person" and woman is not False
    if word in _THEY:
        return party.kind in ("group", "organisation")
    if word in _IT:
        return party.kind in ("organisation", "facility", "product", "work")
    return word in ("who", "that", "which")


def _antecedent(word: str, number: int, before: int, resolved: Resolved, parties: dict[str, Party]) -> str | None:
    """The party that a pronoun most likely stands for: the first fitting one of the nearest sentence with one."""
    best: str | None = None
    best_sentence = -1
    for k in range(bisect.bisect_left(resolved.starts, before) - 1, -1, -1):
        sentence, _, party, _ = resolved.order[k]
        if number - sentence > 3 or sentence < best_sentence:
            break
        # The first fitting party of a sentence is most often its subject.
        if _fits(word, parties[party], resolved.female.get(party)):
            best, best_sentence = party, sentence
    return best


def _government_of(owner: str | None, noun: str, governments: dict[str, str], parties: dict[str, Party]) -> str | None:
    """The government (or other body) of somebody's country."""
    if owner is None or parties[owner].country is None or noun not in ("government", "administration", "regime"):
        return owner
    return governments.get(parties[owner].country or "", owner)


_DEPUTIES = frozenset({"vice", "deputy", "assistant", "acting"})


def _recent_office(
    noun: str, vice: bool, words: str, before: int, resolved: Resolved, parties: dict[str, Party]
) -> str | None:
    """The last party before a text position that `the ministry`, `the president`, `the company` can mean.

    `vice`: whether the holder’s deputy is meant; `words`: the whole phrase.
    """
    last = bisect.bisect_left(resolved.starts, before)
    for _, _, party, _ in reversed(resolved.order[max(0, last - 200) : last]):
        found = parties[party]
        role = (found.role or "").lower()
        if found.kind == "group":
            # `the government` is not `22 government soldiers`.
            continue
        if noun in role.split() and vice != bool(_DEPUTIES & set(role.split())):
            continue
        if noun in role.split() and not may_hold(words, found.role, noun):
            continue
        if (
            noun in role.split()
            or noun in found.name.lower().split()
            or (noun in ("administration", "regime") and role == "government")
        ):
            return party
    return None
