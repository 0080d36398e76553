"""Denials: who says that something is not so, and of what.

To deny is said in many ways: with a verb of denying (`denied that`, `disputes the account`), by turning a report or an
accusation away (`dismissed the claims as lies`), by a judgement on it (`called the story untrue`, `said the charges
were false`), by a plea or by standing on one's innocence. To turn down an offer or a request is to answer it, a court
that dismisses a claim decides on it, and who `did not deny` or `declined to confirm or deny` has denied nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.recording.chunks import Phrase, Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.denial import Denial
from onrecord.recording.denial_contents import content_of, passive_content
from onrecord.recording.denial_statements import denials_said
from onrecord.recording.denial_words import BACK, CALL, CLAUSE_AFTER, DENY, HINTS, JUDGES, ON, PLEA, SPURN
from onrecord.recording.lexicon import BODIES, is_people
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_end, clause_text


def find_denials(material: Material, referents: Referents, told: Sequence[Told]) -> tuple[Denial, ...]:
    """The denials of a story in reading order."""
    at_cue = {(t.document, low): t for t in told for low, _ in t.annotation.cue}
    found = [d for p in material.passages if not p.words.isdisjoint(HINTS) for d in _in(material, referents, p, at_cue)]
    told_in: dict[int, list[Told]] = {}
    for item in told:
        told_in.setdefault(item.document, []).append(item)
    taken = {(d.passage.document, d.passage.start) for d in found}
    for item in told:
        passage = material.quotes.passage_at(item.document, item.start)
        if passage is not None and (passage.document, passage.start) not in taken:
            found.extend(denials_said(material, passage, item, told_in[item.document]))
    order = material.order
    return tuple(sorted(found, key=lambda d: (order[d.passage.document, d.passage.start], d.at)))


def _in(
    material: Material, referents: Referents, passage: Passage, at_cue: dict[tuple[int, int], Told]
) -> Iterator[Denial]:
    clauses = referents.clauses(passage)
    s = clauses.sentence
    for found in clauses.verbs:
        named = _apposed(clauses, found)
        # `Ada Lund, the minister of trade, denied reports`
        verb = found if named is None else replace(found, form="finite", passive=False)
        if verb.negated or (verb.modal is not None and verb.modal not in ("will",)) or not _happens(clauses, verb):
            continue
        if verb.lemma not in DENY | SPURN | CALL and not s.lower[verb.head].startswith(("plead", "pled")):
            continue
        content = None if verb.passive else content_of(clauses, passage, verb)
        if verb.passive:
            content = passive_content(clauses, verb)
        if content is None:
            continue
        doer = clauses.agent(verb) if named is None else named
        if doer is None or JUDGES.search(s.text[slice(*clauses.span(doer))]):
            continue
        said = at_cue.get((passage.document, s.starts[verb.first])) or at_cue.get(
            (passage.document, s.starts[verb.head])
        )
        if said is not None and said.statement.source and clauses.tags[doer.head] == "PRP":
            # The annotator follows who speaks from sentence to sentence.
            by: tuple[str, ...] = (said.statement.source,)
        else:
            by = _who(material, referents, passage, clauses, doer)
        if not by:
            continue
        yield _made(material, clauses, passage, verb, doer, by, content)
    for plea in PLEA.finditer(passage.text):
        at = passage.start + plea.start()
        pleads = next((v for v in clauses.verbs if s.starts[v.first] <= at < s.ends[v.last - 1]), None)
        earlier = [p for p in clauses.phrases if s.ends[p.last - 1] <= at and s.lower[p.head] not in ("who", "which")]
        subject = (clauses.subject(pleads) if pleads is not None else None) or (earlier[-1] if earlier else None)
        if subject is not None and s.lower[subject.head] in ("who", "which"):
            subject = earlier[-1] if earlier else None
        if subject is None:
            continue
        before = passage.text[max(0, plea.start() - 25) : plea.start()]
        by = _who(material, referents, passage, clauses, subject)
        if by and not re.search(r"\b(?:will|would|to|could|may|might|expected|not|if)\s(?:\w+\s)?\Z", before):
            end = clause_end(s.text, passage.start + plea.end(), passage.end)
            start = min(clauses.span(subject)[0], at)
            yield Denial(passage, start, end, at, by, "guilt")


def _apposed(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The phrase before an insertion between commas that a form like a participle follows: the one who did it."""
    s, comma = clauses.sentence, verb.first - 1
    if verb.form != "passive participle" or comma < 2 or s.lower[comma] != ",":
        return None
    if s.lower[verb.last : verb.last + 1] == ["by"]:
        return None
    for i in range(comma - 1, max(0, comma - 25), -1):
        if s.lower[i] == ",":
            return next((p for p in clauses.phrases if p.last == i), None)
    return None


def _happens(clauses: Clauses, verb: Verb) -> bool:
    """Whether somebody does deny: not `refused to deny`, `asked him to deny`, `neither confirmed nor denied`."""
    s = clauses.sentence
    before = s.lower[max(0, verb.first - 4) : verb.first]
    if verb.form == "participle" and verb.first and clauses.tags[verb.first - 1] in ("NN", "NNS"):
        # `a bubble denying science`
        return False
    if verb.form == "infinitive":
        return bool(before) and any(w.startswith(tuple(ON)) for w in before[-2:]) and "not" not in before
    if any(
        w in ("nor", "without", "neither", "never", "if", "whether", "unless", "hardly", "could", "can", "or")
        for w in before[-3:]
    ):
        return False
    if verb.form == "passive participle" and s.lower[verb.last : verb.last + 1] != ["by"]:
        return False
    return not (before[-1:] == ["for"] or before[-1:] == ["of"] or before[-1:] == ["to"])


def _who(material: Material, referents: Referents, passage: Passage, clauses: Clauses, doer: Phrase) -> tuple[str, ...]:
    found = referents.who(passage, doer)
    if found:
        return found
    s = clauses.sentence
    start, end = clauses.span(doer)
    noun = s.lower[doer.head]
    if (
        is_people(noun)
        or noun in BODIES
        or noun in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "official", "source")
    ):
        party = material.parties.describe(passage.document, start, end, " ".join(s.text[start:end].split()))
        return () if party is None else (party,)
    return ()


def _made(
    material: Material,
    clauses: Clauses,
    passage: Passage,
    verb: Verb,
    doer: Phrase,
    by: tuple[str, ...],
    content: tuple[int, int, int],
) -> Denial:
    s = clauses.sentence
    words = " ".join(s.text[content[0] : content[1]].split()).strip(" ,.;")
    clause = CLAUSE_AFTER.match(words)
    at = s.starts[verb.head]
    low = clauses.span(doer)[0]
    start = low if 0 <= at - low <= 150 else s.starts[verb.first]
    bare = re.split(
        r"\s(?:in|on|from|at|to|during|as|through|yesterday|today|again|when|last|this|after|before)\b|,",
        words,
        maxsplit=1,
    )[0]
    back = bool(BACK.match(bare)) or re.fullmatch(r"that", bare) is not None
    text = clause_text(words[clause.end() :] if clause else words)
    against = _accusers(material, passage, content[:2])
    end = max(content[2], s.ends[verb.last - 1])
    if verb.passive:
        agent = clauses.span(doer)
        start, end = min(content[0], start), max(end, agent[1])
    return Denial(passage, start, end, at, by, text, tuple(a for a in against if a not in by), back)


_MADE_BY = re.compile(
    r"\b(?:allegations?|accusations?|claims?|charges?|suggestions?|assertions?|reports?|complaints?)\s+"
    r"(?:(?:made|levell?ed|brought|raised|put|published)\s+)?(?:by|from|in)\s(?:the\s)?",
    re.I,
)
_OWN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|assertions?|suggestions?"
    r"|accounts?|version|reports?"
    r"|story)\b",
    re.I,
)


def _accusers(material: Material, passage: Passage, content: tuple[int, int]) -> tuple[str, ...]:
    """Whose allegations a denial names: `the claims made by Ek`, `Ek’s claim that …`."""
    text = material.documents[passage.document].document.text
    found = _MADE_BY.search(text, *content)
    if found is not None:
        named = material.parties.within(passage.document, found.end() - 4, content[1])
        return (named[0][2],) if named and abs(named[0][0] - found.end()) < 5 else ()
    found = _OWN.search(text, *content)
    if found is not None:
        named = [
            m
            for m in material.parties.within(passage.document, content[0], found.start() + 2)
            if found.start() - m[1] in (0, -2, -1)
        ]
        return (named[-1][2],) if named else ()
    return ()
