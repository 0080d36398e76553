"""What became of an outlook: whether a later document tells that it came true, or that it did not.

An outlook is checked by the verb that it foresees, the one who is to do it and what it is to be done to. Later means a
document of a later day; what is only planned, possible or foreseen there again decides nothing. Where no later document
speaks of it the outlook is open, whatever day it is.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.tagging import lemma
from onrecord.recording.chunks import Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import Evidence, Outlook

_FORESEEING = lexicon(
    "expect forecast predict project tip fear poise set slate schedule bind worry warn anticipate hope dread risk "
    "threaten imperil jeopardize jeopardise endanger say tell add believe think remain see"
)
"""Verbs by which an outlook is told, and not what it foresees."""
_EMPTY = lexicon("be have do get make take go come become seem need want try")
"""Verbs that say too little to be found again."""
_OPPOSITE = {"accept": "reject", "approve": "reject", "rise": "fall", "win": "lose", "agree": "refuse", "pass": "fail"}
_OPPOSITES = _OPPOSITE | {b: a for a, b in _OPPOSITE.items() if b != "reject"} | {"reject": "accept"}
_MAYBE = lexicon("may might could can should would will wo 'll ’ll 'd ’d shall must if whether unless")
_UNLIKELY = lexicon("unlikely not n't n’t never no hardly")


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """What an outlook foresees: who does what to what, `not_` where it foresees that it does not come to it."""

    document: int
    lemma: str
    passive: bool
    by: frozenset[str]
    to: frozenset[str]
    not_: bool


def with_outcomes(material: Material, referents: Referents, outlooks: Sequence[Outlook]) -> tuple[Outlook, ...]:
    """The outlooks, each with what later documents tell of it and where they do."""
    foreseen = [_foreseen(material, referents, o) for o in outlooks]
    wanted = {w for f in foreseen if f is not None for w in (f.lemma, _OPPOSITES.get(f.lemma, f.lemma))}
    told: dict[str, list[Passage]] = {}
    for passage in material.passages:
        if not passage.is_summary:
            for verb in sorted({_lemma(w) for w in passage.words} & wanted):
                told.setdefault(verb, []).append(passage)
    return tuple(
        o if f is None else _checked(material, referents, o, f, told) for o, f in zip(outlooks, foreseen, strict=True)
    )


@functools.lru_cache(maxsize=65536)
def _lemma(word: str) -> str:
    return lemma(word)


def _foreseen(material: Material, referents: Referents, outlook: Outlook) -> _Foreseen | None:
    """The deed that an outlook foresees, if it names one and who is to do it."""
    first = outlook.evidence[0]
    document = next((n for n, d in enumerate(material.documents) if d.document.id == first.document), None)
    passage = None if document is None else material.quotes.passage_at(document, first.start)
    if document is None or passage is None or material.published(document) is None:
        return None
    clauses = referents.clauses(passage)
    s = clauses.sentence
    for verb in clauses.verbs:
        inside = first.start <= s.starts[verb.head] < first.end
        ahead = verb.form == "infinitive" or verb.modal in ("may", "might", "could", "will", "would", "wo")
        if not (inside and ahead) or verb.lemma in _FORESEEING | _EMPTY:
            continue
        by = frozenset(referents.who(passage, clauses.subject(verb)))
        opening = clauses.index(first.start)
        return _Foreseen(
            document, verb.lemma, verb.passive, by, _thing(clauses, verb),
            verb.negated or not _UNLIKELY.isdisjoint(s.lower[opening : verb.first]),
        ) if by else None  # fmt: skip
    return None


def _thing(clauses: Clauses, verb: Verb) -> frozenset[str]:
    """The content words of what a verb governs."""
    s = clauses.sentence
    last = clauses.limit(verb)
    return gist_of(" ".join(s.words[verb.last : last])) if verb.last < last else frozenset()


def _checked(
    material: Material, referents: Referents, outlook: Outlook, foreseen: _Foreseen, told: dict[str, list[Passage]]
) -> Outlook:
    day = material.published(foreseen.document) or ""
    for other in dict.fromkeys((foreseen.lemma, _OPPOSITES.get(foreseen.lemma, foreseen.lemma))):
        for passage in told.get(other, ())[-_MOST:]:
            later = material.published(passage.document)
            if later is None or later <= day:
                continue
            for evidence, done in _deeds(material, referents, passage, foreseen, other):
                came = (done == (other == foreseen.lemma)) != foreseen.not_
                return dataclasses.replace(
                    outlook, outcome="came true" if came else "did not", outcome_evidence=evidence
                )
    return outlook


_MOST = 200
"""How many of the last sentences with a verb are looked at for one outlook."""


def _deeds(
    material: Material, referents: Referents, passage: Passage, foreseen: _Foreseen, wanted: str
) -> Iterator[tuple[tuple[Evidence, ...], bool]]:
    """Where a sentence tells the foreseen deed by the same party and of the same thing, and whether it was done."""
    clauses = referents.clauses(passage)
    s = clauses.sentence
    for verb in clauses.verbs:
        if verb.lemma != wanted or verb.form != "finite" or verb.modal is not None or verb.passive != foreseen.passive:
            continue
        if not _MAYBE.isdisjoint(s.lower[max(0, verb.first - 8) : verb.first]):
            continue
        thing = _thing(clauses, verb)
        same = not foreseen.to or bool(foreseen.to & thing)
        if same and foreseen.by & set(referents.who(passage, clauses.subject(verb))):
            start, end = clauses.span(verb)
            subject, last = clauses.subject(verb), s.ends[min(clauses.limit(verb), len(s)) - 1]
            start = min(start, clauses.span(subject)[0]) if subject is not None else start
            yield material.quotes.everywhere(passage, start, max(end, last)), not verb.negated
