"""Whom a pronoun stands for, among the parties of the record."""

from __future__ import annotations

import re

from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.firms import is_credited
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import NOMINATIVE, carried, quoted
from onrecord.recording.wants_words import TIMES

HE = lexicon("he him himself his she her herself hers")
IT = lexicon("it itself its")
THEY = lexicon("they them themselves their theirs")
"""Pronouns for one man or woman, for a body, and for several."""
_SHE = lexicon("she her hers herself")
_OWNER = re.compile(r"['’]s?\s(?=[a-z])")
_GOVERNED = re.compile(r"\b(?:by|from|of|with|at|against|between|among)\s(?:the\s|an?\s)?\Z", re.I)
"""Before a name that is no subject, and that a pronoun after it does not stand for."""


DATELINE = re.compile(r"[A-Z]{3}[^.!?\n]{0,70}?(?:\s[-–—]|—|--)\s?")
"""Where a report was written, at the head of its first sentence."""


def antecedent(
    finder: Finder, material: Material, passage: Passage, word: str, offset: int, phrase: Phrase | None
) -> tuple[str, ...]:
    """The party that a pronoun at an offset stands for: a person for he and she, a body for it, several for they.

    It is sought in the sentence before the pronoun (first what is named, then what is described), then in the subject
    of the sentence before, then among what was named last. The object of a verb is not its subject.
    """
    kinds = _kinds(word)
    if not kinds:
        return ()
    parties = material.parties
    text = material.documents[passage.document].document.text
    barred = _subject_of_its_verb(finder, material, passage, word, phrase)

    def fits(party: str, wanted: tuple[str, ...]) -> bool:
        return party not in barred and _fits(material, word, party, wanted)

    told = _told(finder, passage, phrase)
    if told and all(fits(p, kinds) for p in told):
        return told
    if phrase is not None:
        found = by_grammar(finder, material, passage, word, phrase)
        if found is not None:
            return found
    own = parties.within(passage.document, passage.start, offset)
    dateline = DATELINE.match(text, passage.start, offset)
    own = [m for m in own if dateline is None or m[0] >= dateline.end()]
    own = [m for m in own if not _GOVERNED.search(text, max(passage.start, m[0] - 16), m[0])]
    if word in ("he", "she"):
        # `Lund’s father said he …`: not Lund.
        own = [m for m in own if not _OWNER.match(text, m[1])]
    for wanted in (kinds[:1], kinds):
        fitting = [m[2] for m in own if fits(m[2], wanted)]
        if fitting:
            return (fitting[0],)
    described = () if phrase is None else _described(finder, passage, word, phrase.first)
    if described and not set(described) & set(barred):
        return described
    before = material.passages_before(passage, 1)
    if before and before[0].block >= passage.block - 1:
        earlier = _described(finder, before[0], word, None)
        if earlier and not set(earlier) & set(barred) and all(fits(p, kinds) for p in earlier):
            return earlier
    window = parties.within(passage.document, max(0, passage.start - 600), passage.start)
    if word in IT:
        window = [m for m in window if not is_credited(material, passage.document, m[2])]
    for wanted in (kinds[:1], kinds):
        fitting = [m[2] for m in window if fits(m[2], wanted)]
        if fitting:
            return (fitting[-1],)
    return ()


def by_grammar(
    finder: Finder, material: Material, passage: Passage, word: str, phrase: Phrase
) -> tuple[str, ...] | None:
    """The parties that a nominative pronoun goes on with, where the grammar of its sentence or the one before tells.

    None where it does not; see `carried`.
    """
    kinds = _kinds(word)
    if not kinds:
        return None

    barred = object_of_its_verb(material, passage, finder.clauses(passage), phrase)

    def fit(some: tuple[str, ...]) -> bool:
        if set(some) & set(barred):
            return False
        several = word in THEY and len(some) > 1 and all(material.parties.get(p).kind == "person" for p in some)
        return several or all(_fits(material, word, p, kinds) for p in some)

    return carried(finder, material, passage, word, phrase, fit)


def _fits(material: Material, word: str, party: str, kinds: tuple[str, ...]) -> bool:
    """Whether a pronoun can stand for a party of one of some kinds."""
    if material.parties.get(party).kind not in kinds:
        return False
    woman = material.parties.woman(party)
    return word not in HE or woman is None or woman == (word in _SHE)


def _kinds(word: str) -> tuple[str, ...]:
    if word in HE:
        return ("person",)
    if word in IT:
        return ("organisation", "place")
    return ("group", "organisation") if word in THEY else ()


_BE = lexicon("be seem appear become take happen remain mean")


def stands_for_nobody(finder: Finder, passage: Passage, phrase: Phrase) -> bool:
    """Whether `it` is the mere subject of what is so (`it was clear that`, `it took a week`), or stands in a quotation.

    Within quotation marks it stands for what the speaker speaks of, which is seldom a party.
    """
    clauses = finder.clauses(passage)
    s = clauses.sentence
    if quoted(s.words)[phrase.first]:
        return True
    verb = next((v for v in clauses.verbs if 0 <= v.first - phrase.last <= 1), None)
    if verb is None or verb.lemma not in _BE or verb.passive:
        return False
    rest = s.lower[verb.last : verb.last + 8]
    opens = bool(_OPENS_SO & set(rest)) and clauses.tags[verb.last] in ("JJ", "RB", "DT", "NN", "IN")
    return verb.lemma != "be" or opens


_OPENS_SO = lexicon("that to whether who if")
_TELLS = lexicon("tell warn inform remind notify advise")


def _told(finder: Finder, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
    """For the subject of what somebody is told (`told the mill it must pay`): the one who is told."""
    if phrase is None:
        return ()
    clauses = finder.clauses(passage)
    for verb in clauses.verbs:
        thing = clauses.object(verb) if verb.lemma in _TELLS else None
        if thing is None or thing.last > phrase.first or clauses.tags[thing.head] == "PRP":
            continue
        between = clauses.sentence.lower[thing.last : phrase.first]
        if len(between) > 1 and not (between[-1] == "that" and set(between[:-1]) <= TIMES):
            # `told the mill on Friday that it must pay` goes on, `told the mill to say that it` does not.
            continue
        # `told Lund and he left`: the pronoun is one of those who are told, and explains nothing.
        return () if phrase in clauses.coordinated(thing) else finder.who(passage, thing)
    return ()


def _subject_of_its_verb(
    finder: Finder, material: Material, passage: Passage, word: str, phrase: Phrase | None
) -> tuple[str, ...]:
    """For a pronoun that is a verb's object: who the subject is; for its subject: whom the object names."""
    if phrase is None:
        return ()
    clauses = finder.clauses(passage)
    if word in NOMINATIVE:
        named = object_of_its_verb(material, passage, clauses, phrase)
        if named or word != "it":
            return named
    if any(0 <= v.first - phrase.last <= 1 and v.form == "finite" for v in clauses.verbs):
        # `said it would rule`
        return ()
    verb = next((v for v in clauses.verbs if v.last == phrase.first), None)
    subject = None if verb is None or verb.passive else clauses.subject(verb)
    if subject is None or subject.last > phrase.first or clauses.tags[subject.head] in ("WP", "WDT"):
        return ()
    if clauses.tags[subject.head] == "PRP":
        return by_grammar(finder, material, passage, clauses.sentence.lower[subject.head], subject) or ()
    return finder.who(passage, subject)


def object_of_its_verb(
    material: Material, passage: Passage, clauses: Clauses, phrase: Phrase
) -> tuple[str, ...]:
    """Whom the object of the verb names whose subject a pronoun is: `It gave [Nord Air] a week` is not of Nord Air."""
    verb = next((v for v in clauses.verbs if 0 <= v.first - phrase.last <= 1 and v.form == "finite"), None)
    thing = None if verb is None or verb.passive or verb.lemma in _BE else clauses.object(verb)
    if thing is None or clauses.tags[thing.head] not in ("NNP", "NNPS"):
        return ()
    start, end = clauses.span(thing)
    named = material.parties.within(passage.document, start, end)
    return (named[-1][2],) if named and named[-1][1] == end else ()


def _described(finder: Finder, passage: Passage, word: str, before: int | None) -> tuple[str, ...]:
    """The described subject of a sentence that a pronoun can mean (`a harbour judge said she …`)."""
    clauses = finder.clauses(passage)
    for verb in clauses.verbs:
        if verb.form != "finite" or (before is not None and verb.last > before):
            continue
        subject = clauses.subject(verb)
        if subject is None or clauses.tags[subject.head] not in ("NN", "NNS"):
            continue
        if before is not None and subject.last > before:
            continue
        if clauses.tags[subject.first] == "PRP$":
            # `his son`: not whom the next `he` is likely to mean, and no name in any case.
            continue
        noun = clauses.sentence.lower[subject.head]
        if noun in PERSONS if word in HE else noun in BODIES | FIRMS if word in IT else is_people(noun):
            return finder.who(passage, subject)
    return ()
