"""Who does what a word says, and whose a thing is: `Lund’s offer`, `her demand`, `made the demand in a call`."""

from __future__ import annotations

from onrecord.annotation.lexicons import demonyms
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronouns import HE, IT, antecedent
from onrecord.recording.referents_common import common

_TALKS = lexicon("call meeting talks conversation summit negotiations visit interview phone telephone")
_MAKES_SO = lexicon("declare order have get want keep leave pronounce proclaim rule see find")
_LIGHT = lexicon(
    "raise make level file bring launch issue hold stage conduct give deliver carry mount impose lodge start begin "
    "place "
    "commit perpetrate take pay wage call"
)
"""Verbs that leave it to their object to say what is done (`made an offer`, `staged a strike`)."""
_CALLED = lexicon(
    "strike strikes walkout stoppage boycott protest protests rally march demonstration meeting session summit "
    "conference hearing election elections vote ballot referendum truce ceasefire halt time"
)
"""What is held or done when it is called; `called the arrest an outrage` makes no arrest."""
_WANTED = lexicon(
    "demand demands conditions terms request requests proposal proposals bid plea pleas call calls appeal ultimatum"
)
_OWNS = lexicon(
    "extend raise improve sweeten launch withdraw drop reiterate repeat renew restate make submit defend lower soften "
    "increase present press pursue table file scale trim cut reduce keep"
)
"""Verbs for what one does with a bid or demand of one's own."""


def doer_at(finder: Finder, material: Material, passage: Passage, offset: int) -> tuple[str, ...]:
    """Who does what the word at an offset says: a verb's agent; a noun's possessor, or the one `by` whom it is."""
    clauses = finder.clauses(passage)
    verb = clauses.verb_at(offset)
    if verb is not None:
        found = finder.who(passage, clauses.agent(verb))
        if found or verb.form != "passive participle":
            return found
        # `declaring the port closed`: the one who declares it.
        for other in clauses.verbs:
            thing = clauses.object(other) if other.lemma in _MAKES_SO else None
            if thing is not None and 0 <= verb.first - thing.last <= 1:
                return finder.who(passage, clauses.agent(other))
        return ()
    word = clauses.index(offset)
    phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
    if phrase is None:
        return ()
    found = possessor(finder, material, passage, phrase)
    if found:
        return found
    if clauses.sentence.lower[phrase.head] in _TALKS and clauses.hangs(phrase):
        # `made the demand in a call with the premier`: both were on the line.
        before = [v for v in clauses.verbs if v.last <= phrase.first]
        speaker = finder.who(passage, clauses.agent(before[-1])) if before else ()
        partner = (
            clauses.phrase_starting(phrase.last + 1)
            if clauses.sentence.lower[phrase.last : phrase.last + 1] == ["with"]
            else None
        )
        return tuple(dict.fromkeys((*speaker, *finder.who(passage, partner)))) if partner is not None else speaker
    for verb in clauses.verbs:
        named = verb.lemma == "call" and clauses.sentence.lower[phrase.head] not in _CALLED
        if verb.lemma in _LIGHT and clauses.object(verb) == phrase and not named:
            return finder.who(passage, clauses.agent(verb))
    after = next((v for v in clauses.verbs if v.first == phrase.last and v.passive), None)
    return () if after is None else finder.who(passage, clauses.agent(after))


def possessor(finder: Finder, material: Material, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
    """Whose the phrase is: `Lund’s offer`, `her offer`, `the offer by Lund`, `the offer of the union`."""
    clauses = finder.clauses(passage)
    s = clauses.sentence
    for i in range(phrase.first, phrase.last):
        if clauses.tags[i] == "PRP$":
            own = _own(finder, material, passage, clauses, phrase, s.lower[i])
            if own:
                return own
            by_rule = antecedent(finder, material, passage, s.lower[i], s.starts[i], None)
            return finder.best(passage, Phrase(i, i + 1, i), by_rule)
        if clauses.tags[i] == "POS" and i > phrase.first:
            start, end = s.starts[phrase.first], s.ends[i - 1]
            named = material.parties.within(passage.document, start, end + 2)
            if named:
                return (named[-1][2],)
            owner = Phrase(phrase.first, i, i - 1)
            return finder.best(passage, owner, common(finder, material, passage, clauses, owner))
    whose = ("by", "from", "of") if s.lower[phrase.head] in _WANTED else ("by", "from")
    if phrase.last < len(s) and s.lower[phrase.last] in whose:
        after = clauses.phrase_starting(phrase.last + 1)
        return finder.who(passage, after)
    named = material.parties.within(passage.document, s.starts[phrase.first], s.ends[phrase.head])
    before = [m for m in named if m[1] <= s.starts[phrase.head]]
    if before and material.parties.get(before[-1][2]).kind != "person":
        # In `the Lund request` the name may as well say whom it is about.
        return (before[-1][2],)
    # `a Swedish request`
    codes = (demonyms().get(s.words[i]) for i in range(phrase.first, phrase.head))
    state = next((p for code in codes if code and (p := material.parties.state(code))), None)
    return () if state is None else (state,)


def _own(
    finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase, word: str
) -> tuple[str, ...]:
    """For `its bid` and the like: the subject of the verb before it, if the word can stand for that."""
    before = [v for v in clauses.verbs if v.last <= phrase.first and v.form == "finite" and not v.passive]
    subject = clauses.subject(before[-1]) if before and before[-1].lemma in _OWNS else None
    if subject is None or clauses.tags[subject.head] in ("PRP", "WP", "WDT") or subject.first >= phrase.first:
        return ()
    kinds = ("person",) if word in HE else ("organisation", "place") if word in IT else ("group", "organisation")
    found = finder.who(passage, subject)
    return found if found and all(material.parties.get(p).kind in kinds for p in found) else ()


def doer(finder: Finder, material: Material, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
    """Who does what a noun of action names: the subject of the same verb, earlier in the document.

    `the broadcasts` are those of whoever is said to broadcast.
    """
    noun = finder.clauses(passage).sentence.lower[phrase.head]
    wanted = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    for other in reversed(material.passages_before(passage)):
        if not any(w[:-1] in other.text.casefold() for w in wanted):
            continue
        clauses = finder.clauses(other)
        for verb in clauses.verbs:
            if verb.lemma in wanted and not verb.passive:
                found = finder.who(other, clauses.subject(verb))
                if found:
                    return found
    return ()
