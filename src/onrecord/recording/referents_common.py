"""Whom a common noun stands for: `the company`, `his ministry`, `the boy’s father`, `two dock workers`."""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import human_nouns
from onrecord.recording.bodies_called import may_be_called
from onrecord.recording.bodies_named import OF_REALMS, REALMS, STATES, government, named_by, realm
from onrecord.recording.camps import BARGAINS, camps
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.firms import SEAT, firm
from onrecord.recording.lexicon import BODIES, FIRMS, PEOPLE, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import subject_before
from onrecord.recording.referents_beside import QUANTIFIER
from onrecord.recording.referents_bodies import INSTITUTIONS, body, both
from onrecord.types import PartyKind

_PAIRS = lexicon("sides parties countries nations states governments companies firms groups men unions banks airlines")
_VAGUE = lexicon("company firm group man woman government day year party state country city town people side")
"""Nouns that are too common to tell one party from others by."""
_REALMS = lexicon("province county town country nation ministry regulator watchdog council region island")
BENCH = lexicon("judge magistrate mediator arbitrator coroner")
"""Those before whom a story's sides stand."""
_CROWDS = lexicon(
    "union campaign coalition organisation organization outlet community public media police force regime army bank "
    "department agency bureau office parliament administration military opposition source circle most many some enemy "
    "other"
)
_DESCRIBED = lexicon(
    "newspaper magazine trust service district clinic landlord convoy hospital university school website platform "
    "charity "
    "college parliament nation supermarket dealer restaurant hotel station network plant factory mine port town "
    "village "
    "household company national applicant claimant candidate party side"
)
"""Nouns for bodies and people that may be bound by something without having a name."""
_DEFINITE = lexicon("the his her their its")
_SEVERAL = BODIES | FIRMS | INSTITUTIONS | _REALMS | _VAGUE | _CROWDS
_ANY_BODY = lexicon(
    "agency authority organisation organization charity body force line institution nonprofit foundation trust "
    "corporation department watchdog regulator airline carrier association federation institute society"
)
"""Nouns by which a text may call a body whose name says nothing of the kind."""
_OTHER = lexicon(
    "other smaller larger bigger rival second third new old former same target parent sister listed winning losing"
)
"""What tells a firm from the one that was spoken of."""


def is_person(noun: str) -> bool:
    """Whether a singular noun names one person by office or trade (`magistrate`, `envoy`)."""
    known = human_nouns().get(noun)
    return known is not None and not known[1] and noun not in _SEVERAL


_STATES_TOO = BODIES | FIRMS | STATES
_BODY_NOUNS = BODIES | FIRMS | _REALMS | INSTITUTIONS
_DESCRIBED_BODIES = BODIES | FIRMS | INSTITUTIONS | _DESCRIBED
_REALM_NOUNS = REALMS | STATES | OF_REALMS


def common(finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
    """The parties that a phrase whose head is no name stands for; none where the text does not tell."""
    s = clauses.sentence
    noun = s.lower[phrase.head]
    if noun == "concern" and SEAT.match(s.text, s.starts[phrase.first]):
        # `the Lima-based concern`
        noun = "company"
    if noun in _PAIRS and (s.lower[phrase.first] == "both" or "two" in s.lower[phrase.first : phrase.head]):
        return both(finder, material, passage, noun)
    if noun in ("sides", "parties") and s.lower[phrase.first : phrase.head] == ["the"]:
        return camps(finder, material, passage) if BARGAINS.search(passage.text) else ()
    if noun == "community":
        start, end = clauses.span(phrase)
        name = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
        return (material.parties.describe(passage.document, start, end, name, "group"),)
    body_noun = clauses.tags[phrase.head] == "NN" and noun in _STATES_TOO
    if clauses.tags[phrase.first] == "PRP$" and body_noun:
        own = _owned(finder, material, passage, clauses, phrase, noun)
        if own is not None:
            return own
    pointed = s.lower[phrase.first] in ("the", "that", "this")
    if clauses.tags[phrase.head] == "NN" and pointed and noun not in _VAGUE:
        known = _introduced(material, passage, s.starts[phrase.first], noun)
        if known is not None:
            return (known,)
    # Agencies write `called on government to pay`, too.
    bare = noun == "government" and phrase.last - phrase.first == 1
    alone = bare or (s.lower[phrase.first] == "the" and phrase.last - phrase.first == 2)
    if clauses.tags[phrase.head] == "NN" and alone:
        if noun == "government":
            known = government(material, passage, s.starts[phrase.first])
        else:
            known = None if noun in FIRMS else named_by(material, passage, noun, s.starts[phrase.first])
        if known is None and noun in _REALM_NOUNS:
            known = realm(material, passage, noun, s.starts[phrase.first])
        if known is not None:
            return (known,)
        if noun in _ANY_BODY:
            found = firm(finder, material, passage, noun, s.starts[phrase.first])
            if found:
                return found
    if (noun in PERSONS or is_person(noun)) and clauses.tags[phrase.head] == "NN":
        return _person(finder, material, passage, clauses, phrase, noun)
    if not is_people(noun) and noun not in _BODY_NOUNS:
        return ()
    known = material.parties.by_common_noun(noun)
    if known is not None and noun in FIRMS and not may_be_called(material.parties.get(known).name, noun):
        # `the airline` is not the Airline Pilots’ Guild.
        known = None
    if known is not None and noun in BODIES and material.parties.get(known).kind == "group":
        # `the union` is none of `union members`.
        known = None
    definite = bare or s.lower[phrase.first] in ("the", "its", "his", "her", "their", "both")
    owned = "POS" in clauses.tags[phrase.first : phrase.head]
    if noun in FIRMS and s.lower[phrase.first] == "the" and 2 < phrase.last - phrase.first < 9 and not owned:
        # `the software company`, unless it is told from another one (`the smaller company`)
        if _OTHER & set(s.lower[phrase.first : phrase.head]):
            return ()
        return body(finder, material, passage, noun, s.starts[phrase.first])
    if definite and known is not None and phrase.last - phrase.first <= 2:
        return (known,)
    if noun not in PEOPLE and not is_people(noun) and definite and phrase.last - phrase.first <= 2:
        return body(finder, material, passage, noun, s.starts[phrase.first])
    if noun in FIRMS:
        return body(finder, material, passage, noun, s.starts[phrase.first]) if definite else ()
    if is_people(noun) and clauses.tags[phrase.first] == "PRP$":
        # `its lenders`
        start, end = s.starts[phrase.first + 1], s.ends[phrase.head]
        return (material.parties.describe(passage.document, start, end, s.text[start:end], "group"),)
    if is_people(noun) or phrase.last - phrase.first > 2 or (phrase.last - phrase.first == 2 and not definite):
        start, end = clauses.span(phrase)
        name = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
        kind: PartyKind = "group" if is_people(noun) else "organisation"
        return (material.parties.describe(passage.document, start, end, name, kind),)
    return ()


def _owned(
    finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase, noun: str
) -> tuple[str, ...] | None:
    """For `her ministry`, `his country`: the body that somebody speaks for; None where that is not meant."""
    word = clauses.sentence.lower[phrase.first]
    owners = finder.possessor(passage, phrase) if word in ("his", "her") else ()
    if len(owners) != 1 or material.parties.get(owners[0]).kind != "person":
        return None
    parties = material.parties
    known = parties.get(owners[0])
    if noun in STATES | {"government"} and known.country is not None:
        state = parties.state(known.country)
        return () if state is None else (state,)
    houses = finder.houses(owners[0], noun)
    if not houses and noun == "government":
        return None
    return (houses[0],) if len(houses) == 1 else ()


def _introduced(material: Material, passage: Passage, start: int, noun: str) -> str | None:
    """Whom a noun with `the` means, if a party was introduced by it or alone has it in its name."""
    parties = material.parties
    known = parties.introduced(noun, passage.document, start)
    if known is None and noun in INSTITUTIONS:
        known = parties.by_common_noun(noun)
    return known


def _person(
    finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase, noun: str
) -> tuple[str, ...]:
    """`the boy’s father` is whom the story names so; `a harbour judge` is somebody without a name."""
    s = clauses.sentence
    definite = s.lower[phrase.first] in _DEFINITE or "POS" in clauses.tags[phrase.first : phrase.head]
    known = material.parties.bearer(noun, passage.document, s.starts[phrase.first]) if definite else None
    low, high = clauses.span(phrase)
    if known is not None and material.parties.may_hold(known, s.text[low:high]):
        return (known,)
    aged = any(w.endswith("-year-old") for w in s.lower[phrase.first : phrase.last])
    if (noun in _IN_FOCUS or aged) and s.lower[phrase.first] == "the":
        found = _focus(finder, material, passage, s.starts[phrase.first], noun)
        if found:
            return found
    if noun in BENCH and not definite:
        # A story has one judge: first without a name, then with it.
        known = material.parties.bearer(noun)
        if known is not None:
            return (known,)
    if phrase.last - phrase.first < 3 and not definite and noun not in BENCH:
        return ()
    start, end = clauses.span(phrase)
    name = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
    if clauses.tags[phrase.first] == "PRP$":
        # `his son` is `Jon Ek’s son`, or has no name that tells him from others.
        owners = finder.possessor(passage, phrase)
        if len(owners) != 1:
            return ()
        rest = name.split(maxsplit=1)[-1]
        name = f"{material.parties.get(owners[0]).name}’s {rest}"
    return (material.parties.describe(passage.document, start, end, name, "person"),)


_IN_FOCUS = lexicon(
    "mogul tycoon billionaire businessman businesswoman entrepreneur front-runner frontrunner candidate nominee "
    "hopeful contender incumbent congressman congresswoman lawmaker politician statesman star singer actor actress "
    "rapper swimmer striker midfielder goalkeeper pitcher quarterback novelist playwright"
)
"""Nouns by which a text goes on with whom it has just told of, without having called him so."""


_LAWMAKER = re.compile(r"[Tt]he (?:[A-Z][\w.]{1,20} ){1,2}(?:Republican|Democrat|Independent)\Z")


def lawmaker(
    finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase
) -> tuple[str, ...]:
    """For `the Utah Republican`: the person whom the sentence before is about."""
    start, end = clauses.span(phrase)
    if not _LAWMAKER.match(clauses.sentence.text[start:end]):
        return ()

    def fits(some: tuple[str, ...]) -> bool:
        return len(some) == 1 and material.parties.get(some[0]).kind == "person"

    return subject_before(finder, material, passage, "he", fits) or subject_before(
        finder, material, passage, "she", fits
    )


def _focus(finder: Finder, material: Material, passage: Passage, offset: int, noun: str) -> tuple[str, ...]:
    """The person whom the sentence before is about, where nobody else was introduced by the noun (`a lawmaker`)."""
    text = material.documents[passage.document].document.text
    if re.search(rf"\b(?:an?|one|another)\s(?:[\w-]+\s){{0,3}}{re.escape(noun)}\b", text[:offset], re.I):
        return ()

    def fits(some: tuple[str, ...]) -> bool:
        return len(some) == 1 and material.parties.get(some[0]).kind == "person"

    return subject_before(finder, material, passage, "he", fits) or subject_before(
        finder, material, passage, "she", fits
    )


def described(clauses: Clauses, material: Material, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
    """The body or people that a phrase describes and no name stands for (`the airline`, `private clinics`)."""
    s = clauses.sentence
    noun = s.lower[phrase.head]
    plural = is_people(noun) or (noun.removesuffix("s") in _DESCRIBED and noun.endswith("s"))
    article = s.lower[phrase.first] in ("the", "a", "an") or noun == "management"
    body = article and noun in _DESCRIBED_BODIES
    owned = "PRP$" in clauses.tags[phrase.first : phrase.last]
    if not (plural or body) or not clauses.tags[phrase.head].startswith("NN") or owned:
        return ()
    start, end = clauses.span(phrase)
    name = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
    kind: PartyKind = "group" if plural else "organisation"
    return (material.parties.describe(passage.document, start, end, name, kind),)
