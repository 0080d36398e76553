"""Who speaks by the grammar of the sentence, where the words taken for a source are no more than what stands nearby.

`Norrland gave Orr a week to free the crew of a trawler, saying …` is said by Norrland; `The trust, whose head has twice
been there, appealed to both` by the trust; `the guild, which has asked for it`, by the guild.
"""

from __future__ import annotations

import re

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import BODIES, FIRMS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import subject_before
from onrecord.recording.pronouns import DATELINE
from onrecord.recording.referents import Referents
from onrecord.recording.referents_bodies import INSTITUTIONS
from onrecord.recording.speakers_apart import is_somebody
from onrecord.types import Span, Statement

_TELLING = lexicon(
    """say add warn argue contend complain claim insist maintain allege accuse threaten vow promise pledge urge ask
    demand tell call appeal predict stress note explain assert charge cite deny dismiss describe caution repeat appeal
    plead announce declare want"""
)
"""What somebody does in words; `looking`, `finding` may be anybody’s."""
_TAGS = lexicon("say add tell write state note reply recall explain")
_RELATIVE = lexicon("who which that whose whom")
_OPENERS = lexicon(
    "if when while as after before because although though since until unless whether where once how why"
)
_INSERTS = lexicon("of from at in with for a an the")
_WARNS = re.compile(r"(?:warn|complain|vow|stat|threaten|claim|argu)ing")
_NOBODY = lexicon("it there this that which what")
"""Subjects that may be nobody (`It has been suggested that …`)."""
_PRONOUN = re.compile(r"\b(it|he|she)\Z", re.I)
_FRONTED = re.compile(
    r"(?:In|By|Through|Via|On|At)\s(?:an?|the|its|his|her|one|another)\s(?:[\w-]+\s){0,2}?"
    r"(?:letter|statement|e-?mail|memo(?:randum)?|note|interview|message|report|filing|circular|speech"
    r"|post|press release|briefing|video|reply|notice|tweet)\b[^;:“\"]{0,160}?,?\s\Z",
    re.S,
)
"""What opens a sentence before its subject: what somebody says it in."""
_HANGS = re.compile(r"\b(?:in|by|of|from|at|to|with|for|against|near|over)\s(?:the\s)?\Z", re.I)
_APPOSED = re.compile(r"(?:an?|the|one of)\s", re.I)


def by_clause(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    """The one whom the grammar makes the speaker where a source is missing or is a part of something else."""
    if not s.cue:
        return None
    passage = material.quotes.passage_at(document, s.cue[0][0])
    if passage is None:
        return None
    clauses = referents.clauses(passage)
    text = clauses.sentence.text
    pronoun = _PRONOUN.search(text, *s.source[0]) if len(s.source) == 1 else None
    if pronoun is not None and _FRONTED.match(text, passage.start, pronoun.start(1)):
        return _of_pronoun(material, referents, passage, pronoun[1].casefold())
    verb = clauses.verb_at(s.cue[0][0]) or clauses.verb_at(s.cue[0][1] - 1)
    at = clauses.index(s.cue[0][0])
    word = "".join(clauses.sentence.lower[at : at + 1])
    if verb is None and not s.source and _WARNS.fullmatch(word):
        # `…, warning that`, taken for a noun
        subject = _of_participle(clauses, passage, at, s)
    elif verb is None or verb.lemma not in _TELLING:
        return None
    elif verb.form == "participle" and clauses.tags[verb.head] == "VBG" and verb.first == verb.head:
        subject = _of_participle(clauses, passage, verb.first, s)
    elif _goes_on(clauses, verb) and (not s.source or s.source[0][0] > passage.start):
        main = main_clause(clauses, passage, verb.first)
        subject = None if main is None or _is_beside(clauses, s, main) else main[0]
    elif verb.form != "finite" or verb.passive:
        return None
    elif not s.source:
        subject = _main_of(clauses, verb)
    elif _is_which(material, document, s):
        subject = _before_which(clauses, s.source[0])
    elif len(s.source) == 1 and s.source[0][1] <= s.cue[0][0]:
        start = s.source[0][0]
        subject = past_insertions(clauses, passage, verb)
        if subject is None and _HANGS.search(text, max(0, start - 12), start):
            subject = _main_of(clauses, verb)
        if subject is not None and clauses.span(subject)[1] > start:
            return None
    else:
        return None
    return None if subject is None else party_of(material, referents, passage, clauses, subject)


def _of_pronoun(material: Material, referents: Referents, passage: Passage, word: str) -> str | None:
    """Whom an `it` or `he` behind `In a letter to the council` goes on with: there it is told only to whom it is."""
    parties = material.parties

    def fits(found: tuple[str, ...]) -> bool:
        kinds = {parties.get(p).kind for p in found}
        return len(found) == 1 and (kinds == {"person"} if word in ("he", "she") else "person" not in kinds)

    found = subject_before(referents, material, passage, word, fits) if word in ("it", "he", "she") else ()
    return found[0] if found and (word == "it" or parties.woman(found[0]) in (None, word == "she")) else None


def _of_participle(clauses: Clauses, passage: Passage, verb_at: int, s: Statement) -> Phrase | None:
    """The subject of the main clause, for a verb behind a comma that goes on with it (`…, saying that`)."""
    words = clauses.sentence.lower
    if verb_at < 4 or words[verb_at - 1] not in (",", "—", "–", "--"):
        return None
    main = main_clause(clauses, passage, verb_at)
    if main is None:
        return None
    subject, at = main
    if words[subject.head] in _NOBODY:
        return None
    if s.source:
        start, end = s.source[0]
        low, high = clauses.span(subject)
        if len(s.source) > 1 or (start < high and end > low) or start >= clauses.sentence.starts[verb_at]:
            return None
        if _speaks_already(clauses, start, end, verb_at):
            return None
        beside = start < clauses.sentence.starts[at]
        other = ";" in words[clauses.index(end) : verb_at] or (clauses.index(start) == 1 and words[0] in _OPENERS)
        if beside and not other and not (_APPOSED.match(clauses.sentence.text, start) and start > high):
            return None
    return subject


def _speaks_already(clauses: Clauses, start: int, end: int, before: int) -> bool:
    """Whether some words are a subject or an agent, or have a verb of saying right before (`said Ek, adding that`)."""
    s = clauses.sentence
    if s.text[max(0, start - 4) : start] == " by " or s.text[max(0, start - 8) : start] == " by the ":
        return True
    precedes = {v.lemma for v in clauses.verbs if v.form == "finite" and 0 <= start - s.ends[v.last - 1] <= 2}
    follows = {v.lemma for v in clauses.verbs if v.form == "finite" and 0 <= s.starts[v.first] - end <= 2}
    apposed = _APPOSED.match(s.text, start) is not None and s.text[start].islower()
    between = s.words[clauses.index(end) : before]
    if len(between) < 2 and not apposed:
        # `a suit with his former aide, Ada Lund, alleging that …`
        return True
    if s.text[start:end].casefold() in ("it", "he", "she", "they"):
        # `gave the yard a week to take back men it had dismissed, warning that …`
        return not _TAGS.isdisjoint(follows | precedes)
    subjects = [p for v in clauses.verbs if v.form == "finite" and (p := clauses.subject(v)) is not None]
    # `After Ek scolded the board, Lund resigned, saying …`
    under = {p.first for p in subjects if p.first == 1 and s.lower[0] in _OPENERS}
    spans = [clauses.span(p) for p in subjects if p.first not in under]
    below = any(s.starts[n] == start for n in under)
    is_subject = (bool(follows) and not below) or any(low <= start < high for low, high in spans)
    return (is_subject and not apposed and ";" not in between) or not _TAGS.isdisjoint(follows | precedes)


def main_clause(clauses: Clauses, passage: Passage, before: int) -> tuple[Phrase, int] | None:
    """The subject of the last main clause before a word, and where its verb stands."""
    words = clauses.sentence.lower
    opening = DATELINE.match(clauses.sentence.text, passage.start, passage.end)
    low = max((i + 1 for i in range(before) if words[i] in (";", ":")), default=0)
    low = max(low, 0 if opening is None else clauses.index(opening.end()))
    found: tuple[Phrase, int] | None = None
    for verb in clauses.verbs:
        if verb.form != "finite" or not low <= verb.first < before:
            continue
        subject = clauses.subject(verb)
        if words[verb.first - 1 : verb.first] and words[verb.first - 1] in _RELATIVE:
            continue
        if subject is None:
            if found is None:
                first = next((p for p in clauses.phrases if p.first >= low and not clauses.hangs(p)), None)
                found = None if first is None or first.last > verb.first else (first, verb.first)
            continue
        opener = words[subject.first - 1] if subject.first else ""
        if subject.first < low or opener in _OPENERS | _RELATIVE:
            continue
        if found is None or (opener in ("and", "but") and subject.first > found[1]):
            found = (subject, verb.first)
    return found


def _goes_on(clauses: Clauses, verb: Verb) -> bool:
    """Whether a verb that was taken for a participle goes on with the main clause (`and again told them to stay`)."""
    if verb.form != "passive participle" or verb.first != verb.head or verb.last >= len(clauses.sentence):
        return False
    i = verb.first
    while i and clauses.tags[i - 1] == "RB":
        i -= 1
    return i > 0 and clauses.sentence.lower[i - 1] == "and" and clauses.phrase_starting(verb.last) is not None


def _is_beside(clauses: Clauses, s: Statement, main: tuple[Phrase, int]) -> bool:
    """Whether a source is the subject of the main clause, or what a second verb of it has for one."""
    if not s.source:
        return False
    low, high = clauses.span(main[0])
    return s.source[0][0] < high and s.source[0][1] > low


def past_insertions(clauses: Clauses, passage: Passage, verb: Verb) -> Phrase | None:
    """The phrase that a sentence opens with, for a verb behind all that stands between commas (`Ek, who …, said`)."""
    words = clauses.sentence.lower
    opening = DATELINE.match(clauses.sentence.text, passage.start, passage.end)
    low = 0 if opening is None else clauses.index(opening.end())
    first = next((p for p in clauses.phrases if p.first >= low), None)
    if first is None or first.first != low or first.last + 1 >= verb.first or words[first.last] != ",":
        return None
    if words[verb.first - 1] != "," or words[first.last + 1] not in _RELATIVE | _INSERTS:
        return None
    relative = next((i for i in range(first.last + 1, verb.first) if words[i] in _RELATIVE), None)
    inner = [v for v in clauses.verbs if v.form == "finite" and first.last < v.first < verb.first]
    if relative is None or not inner or any(v.first < relative or words[v.first - 1] == "," for v in inner):
        return None
    return first


def _main_of(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The subject of a verb that stands in no condition."""
    return None if clauses.in_condition(verb) else clauses.subject(verb)


def _is_which(material: Material, document: int, s: Statement) -> bool:
    text = material.documents[document].document.text
    return len(s.source) == 1 and text[s.source[0][0] : s.source[0][1]] == "which"


def _before_which(clauses: Clauses, source: Span) -> Phrase | None:
    """The phrase that a `which` stands right behind, with a comma between, unless it is part of another one."""
    at = clauses.index(source[0])
    if at < 2 or clauses.sentence.lower[at - 1] != ",":
        return None
    return next((p for p in clauses.phrases if p.last == at - 1), None)


def party_of(
    material: Material, referents: Referents, passage: Passage, clauses: Clauses, phrase: Phrase
) -> str | None:
    """The one party of a phrase that can speak."""
    head = clauses.sentence.lower[phrase.head]
    found = referents.who(passage, phrase)
    if len(found) == 1:
        known = material.parties.get(found[0])
        speaks = known.kind in ("person", "organisation", "group") or not referents.is_place(found[0])
        state = known.kind == "place" and material.parties.state(known.country) == found[0]
        return found[0] if speaks or state else None
    named = clauses.tags[phrase.head] in ("NNP", "NNPS", "PRP")
    if found or named or not (head in BODIES | FIRMS | INSTITUTIONS or is_people(head) or is_somebody(head)):
        return None
    start, end = clauses.span(phrase)
    described = referents.party_at(passage, start, end)
    return described[0] if len(described) == 1 else None
