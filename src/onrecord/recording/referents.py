"""Whom a phrase of a sentence stands for, among the parties of the record."""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import demonyms, gazetteer, human_nouns
from onrecord.annotation.sentences import after_slug
from onrecord.recording import names
from onrecord.recording.bodies_named import OF_REALMS, REALMS, STATES, is_public, named_by, realm
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.firms import firm
from onrecord.recording.lexicon import BODIES, FIRMS, PEOPLE, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronouns import HE, IT, antecedent, by_grammar, stands_for_nobody
from onrecord.recording.referents_bodies import INSTITUTIONS, body, both, carried_on
from onrecord.recording.referents_tags import settled
from onrecord.recording.tagged import Tagged
from onrecord.types import PartyKind, RecordParty

_TALKS = lexicon("call meeting talks conversation summit negotiations visit interview phone telephone")
_MAKES_SO = lexicon("declare order have get want keep leave pronounce proclaim rule see find")
_LIGHT = lexicon(
    "raise make level file bring launch issue hold stage conduct give deliver carry mount impose lodge start begin "
    "place "
    "commit perpetrate take pay wage call"
)
"""Verbs that leave it to their object to say what is done (`made an offer`, `staged a strike`)."""
LONGEST = 3000
"""How many characters of a sentence are read at most."""
_QUANTIFIER = re.compile(r"^(?:the|a|an|some|many|several|most|all|other)\s+", re.I)
_WANTED = lexicon(
    "demand demands conditions terms request requests proposal proposals bid plea pleas call calls appeal ultimatum"
)
_PAIRS = lexicon("sides parties countries nations states governments companies firms groups men unions banks airlines")
_VAGUE = lexicon("company firm group man woman government day year party state country city town people side")
"""Nouns that are too common to tell one party from others by."""
_REALMS = lexicon("province county town country nation ministry regulator watchdog council region island")
_BENCH = lexicon("judge magistrate mediator arbitrator coroner")
_OWNS = lexicon(
    "extend raise improve sweeten launch withdraw drop reiterate repeat renew restate make submit defend lower soften "
    "increase present press pursue table file scale trim cut reduce keep"
)
"""Verbs for what one does with a bid or demand of one's own."""
_PARTS = lexicon("local branch chapter board management leadership negotiators wing arm office")
"""What a body acts through: its board, its local, its negotiators."""
_CROWDS = lexicon(
    "union campaign coalition organisation organization outlet community public media police force regime army bank "
    "department agency bureau office parliament administration military opposition source circle most many some enemy "
    "other"
)
_CROWD_OF = lexicon("group coalition number majority dozens hundreds thousands scores crowd handful band")
_SPOKEN_FOR = lexicon("members client clients")
_DESCRIBED = lexicon(
    "newspaper magazine trust service district clinic landlord convoy hospital university school website platform "
    "charity "
    "college parliament nation supermarket dealer restaurant hotel station network plant factory mine port town "
    "village "
    "household company national applicant claimant candidate party side"
)
"""Nouns for bodies and people that may be bound by something without having a name."""
_TIES = lexicon("of for in at to on with")
_DEFINITE = lexicon("the his her their its")

_SEVERAL = BODIES | FIRMS | INSTITUTIONS | _REALMS | _VAGUE | _CROWDS


def is_person(noun: str) -> bool:
    """Whether a singular noun names one person by office or trade (`magistrate`, `envoy`)."""
    known = human_nouns().get(noun)
    return known is not None and not known[1] and noun not in _SEVERAL


_ANY_BODY = lexicon(
    "agency authority organisation organization charity body force line institution nonprofit foundation trust "
    "corporation department watchdog regulator airline carrier association federation institute society"
)
"""Nouns by which a text may call a body whose name says nothing of the kind."""
_OTHER = lexicon(
    "other smaller larger bigger rival second third new old former same target parent sister listed winning losing"
)
"""What tells a firm from the one that was spoken of."""


def _is_such(party: RecordParty, noun: str) -> bool:
    """Whether a body can be called by a noun: a state a country, a firm a company, else by its own name."""
    if noun in STATES | REALMS:
        return party.kind == "place" or party.role == "government"
    if noun in FIRMS:
        return party.kind == "organisation" and party.role != "government" and not is_public(party.name)
    return noun in names.words(party.name)


class Referents:
    """Finds the parties of phrases; asks the annotator's mentions first."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._read: dict[tuple[int, int], Clauses] = {}
        self._known_houses: Houses | None = None

    def clauses(self, passage: Passage) -> Clauses:
        """The reading of a passage, made on first use."""
        key = (passage.document, passage.start)
        if key not in self._read:
            text = self._material.documents[passage.document].document.text
            # No sentence that people write is longer; what claims to be one is read so far and no further.
            start = after_slug(text, passage.start, passage.end) if passage.kind == "title" else passage.start
            sentence = Tagged(text, start, min(passage.end, passage.start + LONGEST))
            sentence.tags = settled(sentence)
            self._read[key] = Clauses(sentence)
        return self._read[key]

    def who(self, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties that a phrase stands for, with those coordinated with it; none where the text does not say."""
        if phrase is None:
            return ()
        clauses = self.clauses(passage)
        out = list(self._one(passage, clauses, phrase))
        following = clauses.coordinated(phrase)
        for other in following:
            out.extend(self._one(passage, clauses, other))
        return tuple(dict.fromkeys(out))

    def topic(self, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
        """Whom a phrase with `the` stands for that nothing else tells: whoever the sentence before is about."""
        if phrase is None:
            return ()
        clauses = self.clauses(passage)
        definite = clauses.sentence.lower[phrase.first] in ("the", "both", "each")
        if not definite or clauses.tags[phrase.head] not in ("NN", "DT"):
            return ()
        for before in reversed(self._material.passages_before(passage, 2)):
            for _, _, party in self._material.parties.within(passage.document, before.start, before.end)[:1]:
                if self._material.parties.get(party).kind in ("organisation", "person"):
                    return (party,)
        return ()

    def at(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """The parties of a stretch of a passage: of its first phrase and those coordinated with it."""
        clauses = self.clauses(passage)
        s = clauses.sentence
        for phrase in clauses.phrases:
            if s.starts[phrase.first] < end and start < s.ends[phrase.last - 1]:
                found = self.who(passage, phrase)
                if found:
                    return found
                break
        return ()

    def goes_on(self, passage: Passage, offset: int) -> tuple[str, ...]:
        """Whom a pronoun at an offset stands for by grammar alone: who says what it stands in, or was spoken of."""
        clauses = self.clauses(passage)
        word = clauses.index(offset)
        phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
        if phrase is None:
            return ()
        return by_grammar(self, self._material, passage, clauses.sentence.lower[phrase.head], phrase) or ()

    def doer_at(self, passage: Passage, offset: int) -> tuple[str, ...]:
        """Who does what the word at an offset says: a verb's agent; a noun's possessor, or the one `by` whom it is."""
        clauses = self.clauses(passage)
        verb = clauses.verb_at(offset)
        if verb is not None:
            found = self.who(passage, clauses.agent(verb))
            if found or verb.form != "passive participle":
                return found
            # `declaring the port closed`: the one who declares it.
            for other in clauses.verbs:
                thing = clauses.object(other) if other.lemma in _MAKES_SO else None
                if thing is not None and 0 <= verb.first - thing.last <= 1:
                    return self.who(passage, clauses.agent(other))
            return ()
        word = clauses.index(offset)
        phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
        if phrase is None:
            return ()
        found = self.possessor(passage, phrase)
        if found:
            return found
        if clauses.sentence.lower[phrase.head] in _TALKS and clauses.hangs(phrase):
            # `made the demand in a call with the premier`: both were on the line.
            before = [v for v in clauses.verbs if v.last <= phrase.first]
            speaker = self.who(passage, clauses.agent(before[-1])) if before else ()
            partner = (
                clauses.phrase_starting(phrase.last + 1)
                if clauses.sentence.lower[phrase.last : phrase.last + 1] == ["with"]
                else None
            )
            return tuple(dict.fromkeys((*speaker, *self.who(passage, partner)))) if partner is not None else speaker
        for verb in clauses.verbs:
            if verb.lemma in _LIGHT and clauses.object(verb) == phrase:
                return self.who(passage, clauses.agent(verb))
        after = next((v for v in clauses.verbs if v.first == phrase.last and v.passive), None)
        return () if after is None else self.who(passage, clauses.agent(after))

    def possessor(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Whose the phrase is: `Lund’s offer`, `her offer`, `the offer by Lund`, `the offer of the union`."""
        clauses = self.clauses(passage)
        s = clauses.sentence
        for i in range(phrase.first, phrase.last):
            if clauses.tags[i] == "PRP$":
                own = self._own(passage, clauses, phrase, s.lower[i])
                if own:
                    return own
                return antecedent(self, self._material, passage, s.lower[i], s.starts[i], None)
            if clauses.tags[i] == "POS" and i > phrase.first:
                start, end = s.starts[phrase.first], s.ends[i - 1]
                named = self._material.parties.within(passage.document, start, end + 2)
                if named:
                    return (named[-1][2],)
                return self._common(passage, clauses, Phrase(phrase.first, i, i - 1))
        whose = ("by", "from", "of") if s.lower[phrase.head] in _WANTED else ("by", "from")
        if phrase.last < len(s) and s.lower[phrase.last] in whose:
            after = clauses.phrase_starting(phrase.last + 1)
            return self.who(passage, after)
        named = self._material.parties.within(passage.document, s.starts[phrase.first], s.ends[phrase.head])
        before = [m for m in named if m[1] <= s.starts[phrase.head]]
        if before and self._material.parties.get(before[-1][2]).kind != "person":
            # In `the Lund request` the name may as well say whom it is about.
            return (before[-1][2],)
        # `a Swedish request`
        codes = (demonyms().get(s.words[i]) for i in range(phrase.first, phrase.head))
        state = next((p for code in codes if code and (p := self._material.parties.state(code))), None)
        return () if state is None else (state,)

    def _own(self, passage: Passage, clauses: Clauses, phrase: Phrase, word: str) -> tuple[str, ...]:
        """For `its bid` and the like: the subject of the verb before it, if the word can stand for that."""
        before = [v for v in clauses.verbs if v.last <= phrase.first and v.form == "finite" and not v.passive]
        subject = clauses.subject(before[-1]) if before and before[-1].lemma in _OWNS else None
        if subject is None or clauses.tags[subject.head] in ("PRP", "WP", "WDT") or subject.first >= phrase.first:
            return ()
        kinds = ("person",) if word in HE else ("organisation", "place") if word in IT else ("group", "organisation")
        found = self.who(passage, subject)
        return found if found and all(self._material.parties.get(p).kind in kinds for p in found) else ()

    def bench(self) -> tuple[str, ...]:
        """The judge of the story, if it has one."""
        found = (self._material.parties.bearer(noun) for noun in sorted(_BENCH))
        return next(((p,) for p in found if p is not None), ())

    def are_bodies(self, parties: tuple[str, ...]) -> bool:
        """Whether each of some parties is an organisation, a government, or a judge."""
        known = [self._material.parties.get(p) for p in parties]
        return all(p.kind == "organisation" or {"government", *_BENCH} & set((p.role or "").split()) for p in known)

    def first_in(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """The party that a phrase begins with, whatever follows in it."""
        start, end = self.clauses(passage).span(phrase)
        named = self._material.parties.within(passage.document, start, end)
        return (named[0][2],) if named else ()

    def body_in(self, passage: Passage, first: int, most: int) -> tuple[str, ...]:
        """The first body that is named among `most` words from word `first` on."""
        s = self.clauses(passage).sentence
        last = min(first + most, len(s)) - 1
        for _, _, party in self._material.parties.within(passage.document, s.starts[first], s.ends[last]):
            if self._material.parties.get(party).kind == "organisation":
                return (party,)
        return ()

    def doer(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Who does what a noun of action names: the subject of the same verb, earlier in the document.

        `the broadcasts` are those of whoever is said to broadcast.
        """
        noun = self.clauses(passage).sentence.lower[phrase.head]
        wanted = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
        for other in reversed(self._material.passages_before(passage)):
            if not any(w[:-1] in other.text.casefold() for w in wanted):
                continue
            clauses = self.clauses(other)
            for verb in clauses.verbs:
                if verb.lemma in wanted and not verb.passive:
                    found = self.who(other, clauses.subject(verb))
                    if found:
                        return found
        return ()

    def _one(self, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
        s = clauses.sentence
        start, end = clauses.span(phrase)
        head = s.starts[phrase.head]
        if s.lower[phrase.head] in _SPOKEN_FOR and clauses.tags[phrase.head - 1] == "PRP$":
            # `her members`, `his clients` are those somebody speaks for.
            return self.possessor(passage, phrase)
        named = self._material.parties.within(passage.document, start, max(end, s.ends[phrase.head]))
        for a, b, party in named:
            if a <= head < b:
                return (self._seat(party),)
        # A mention may be longer than the phrase: `Ministry of Works` for the phrase `Ministry`.
        for a, b, party in self._material.parties.within(passage.document, start, passage.end):
            if a <= head < b and a >= start:
                return (party,)
            if a > end:
                break
        covering = self._material.parties.covering(passage.document, head, s.ends[phrase.head])
        if covering is not None and clauses.tags[phrase.head] in ("NNP", "NNPS"):
            # A mention may have begun before: `Coopers’ Federation` of the `Carters’ and Coopers’ Federation`.
            return (covering,)
        if len(range(phrase.first, phrase.last)) == 1 and clauses.tags[phrase.first] in ("PRP", "WP"):
            word = s.lower[phrase.first]
            if word == "it" and stands_for_nobody(self, passage, phrase):
                return ()
            return carried_on(self, self._material, passage, phrase, word, start) or antecedent(
                self, self._material, passage, word, start, phrase
            )
        return self._beside(passage, clauses, phrase) or self._common(passage, clauses, phrase)


    def described(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """The body or people that a phrase describes and no name stands for (`the airline`, `private clinics`)."""
        clauses = self.clauses(passage)
        s = clauses.sentence
        noun = s.lower[phrase.head]
        plural = is_people(noun) or (noun.removesuffix("s") in _DESCRIBED and noun.endswith("s"))
        article = s.lower[phrase.first] in ("the", "a", "an") or noun == "management"
        body = article and noun in BODIES | FIRMS | INSTITUTIONS | _DESCRIBED
        owned = "PRP$" in clauses.tags[phrase.first : phrase.last]
        if not (plural or body) or not clauses.tags[phrase.head].startswith("NN") or owned:
            return ()
        start, end = clauses.span(phrase)
        name = _QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
        kind: PartyKind = "group" if plural else "organisation"
        return (self._material.parties.describe(passage.document, start, end, name, kind),)

    def _seat(self, party: str) -> str:
        """The state whose capital stands for it, where the story names the state as well (`Oslo` for Norway)."""
        parties = self._material.parties
        known = parties.get(party)
        place = gazetteer().get(known.name) if known.kind == "place" else None
        if place is None or place.kind != "capital":
            return party
        return parties.state(place.country) or party

    def _beside(self, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
        """The name set off by commas after a description (`the plaintiff, Jon Ek,`), or what it is a part of."""
        s = clauses.sentence
        last = phrase.last
        if s.lower[last : last + 1] and s.lower[last] in _TIES and s.lower[phrase.head] in PERSONS:
            # `the chair of the board, Jon Ek,`
            hanging = clauses.phrase_starting(last + 1)
            last = last if hanging is None else hanging.last
        if s.lower[last : last + 1] == [","]:
            name = clauses.phrase_starting(last + 1)
            after_name = None if name is None else self._closed(clauses, name)
            if name is not None and clauses.tags[name.head] == "NNP" and after_name is not None:
                start, end = clauses.span(name)
                named = self._material.parties.within(passage.document, start, end)
                after = s.lower[after_name : after_name + 1]
                if (
                    named
                    and (named[0][0] == start or named[0][1] == end)
                    and after != ["and"]
                    and clauses.tags[after_name : after_name + 1] != ["NNP"]
                ):
                    return (named[0][2],)
        crowd = clauses.phrase_starting(phrase.last + 1) if s.lower[phrase.last : phrase.last + 1] == ["of"] else None
        if s.lower[phrase.head] in _CROWD_OF and crowd is not None and is_people(s.lower[crowd.head]):
            # `a group of rabbis`
            start, end = s.starts[phrase.first], s.ends[crowd.last - 1]
            full = _QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
            return (self._material.parties.describe(passage.document, start, end, full, "group"),)
        if s.lower[phrase.first] == "local" and clauses.tags[phrase.head] == "CD":
            # `Local 212 of the Dockers League`
            hangs = s.lower[phrase.last : phrase.last + 1] == ["of"]
            whole = clauses.phrase_starting(phrase.last + 1) if hangs else None
            start, end = s.starts[phrase.first], s.ends[(whole or phrase).last - 1]
            full = " ".join(s.text[start:end].split())
            return (self._material.parties.describe(passage.document, start, end, full, "organisation"),)
        if s.lower[phrase.first] in _PARTS or s.lower[phrase.head] in _PARTS:
            if s.lower[phrase.last : phrase.last + 1] == ["of"]:
                return self.who(passage, clauses.phrase_starting(phrase.last + 1))
            if clauses.tags[phrase.head - 1] in ("POS", "PRP$"):
                owners = self.possessor(passage, phrase)
                if s.lower[phrase.head] == "office" and not any(self._material.parties.is_named(p) for p in owners):
                    # `the coroner’s office`
                    start, end = clauses.span(phrase)
                    office = " ".join(s.text[start:end].split())
                    return (self._material.parties.describe(passage.document, start, end, office, "organisation"),)
                return owners
        return ()

    def _closed(self, clauses: Clauses, name: Phrase) -> int | None:
        """The word after the comma that closes an apposition: `Lund,`, `Nord Air of Norrvik,`."""
        s = clauses.sentence
        last = name.last
        if s.lower[last : last + 1] in (["of"], ["in"]):
            hanging = clauses.phrase_starting(last + 1)
            last = last if hanging is None else hanging.last
        return last + 1 if s.lower[last : last + 1] == [","] else None

    def _common(self, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
        s = clauses.sentence
        noun = s.lower[phrase.head]
        if noun in _PAIRS and (s.lower[phrase.first] == "both" or "two" in s.lower[phrase.first : phrase.head]):
            return both(self, self._material, passage, noun)
        if noun == "community":
            start, end = clauses.span(phrase)
            name = _QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
            return (self._material.parties.describe(passage.document, start, end, name, "group"),)
        body_noun = clauses.tags[phrase.head] == "NN" and noun in BODIES | FIRMS | STATES
        if clauses.tags[phrase.first] == "PRP$" and body_noun:
            own = self._owned(passage, clauses, phrase, noun)
            if own is not None:
                return own
        pointed = s.lower[phrase.first] in ("the", "that", "this")
        if clauses.tags[phrase.head] == "NN" and pointed and noun not in _VAGUE:
            known = self._introduced(passage, phrase, noun)
            if known is not None:
                return (known,)
        if clauses.tags[phrase.head] == "NN" and s.lower[phrase.first] == "the" and phrase.last - phrase.first == 2:
            known = None if noun in FIRMS else named_by(self._material, passage, noun, s.starts[phrase.first])
            if known is None and noun in REALMS | STATES | OF_REALMS:
                known = realm(self._material, passage, noun, s.starts[phrase.first])
            if known is not None:
                return (known,)
            if noun in _ANY_BODY:
                found = firm(self, self._material, passage, "group", s.starts[phrase.first])
                if found:
                    return found
        if (noun in PERSONS or is_person(noun)) and clauses.tags[phrase.head] == "NN":
            return self._person(passage, clauses, phrase, noun)
        if not is_people(noun) and noun not in BODIES | FIRMS | _REALMS | INSTITUTIONS:
            return ()
        known = self._material.parties.by_common_noun(noun)
        if known is not None and noun in FIRMS and is_public(self._material.parties.get(known).name):
            # `the airline` is not the Airline Pilots’ Guild.
            known = None
        if known is not None and noun in BODIES and self._material.parties.get(known).kind == "group":
            # `the union` is none of `union members`.
            known = None
        definite = s.lower[phrase.first] in ("the", "its", "his", "her", "their", "both")
        if noun in FIRMS and s.lower[phrase.first] == "the" and 2 < phrase.last - phrase.first < 6:
            # `the software company`, unless it is told from another one (`the smaller company`)
            if _OTHER & set(s.lower[phrase.first : phrase.head]):
                return ()
            return body(self, self._material, passage, noun, s.starts[phrase.first])
        if definite and known is not None and phrase.last - phrase.first <= 2:
            return (known,)
        if noun not in PEOPLE and not is_people(noun) and definite and phrase.last - phrase.first <= 2:
            return body(self, self._material, passage, noun, s.starts[phrase.first])
        if noun in FIRMS:
            return body(self, self._material, passage, noun, s.starts[phrase.first]) if definite else ()
        if is_people(noun) and clauses.tags[phrase.first] == "PRP$":
            # `its lenders`
            start, end = s.starts[phrase.first + 1], s.ends[phrase.head]
            return (self._material.parties.describe(passage.document, start, end, s.text[start:end], "group"),)
        if is_people(noun) or phrase.last - phrase.first > 2 or (phrase.last - phrase.first == 2 and not definite):
            start, end = clauses.span(phrase)
            name = _QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
            kind: PartyKind = "group" if is_people(noun) else "organisation"
            return (self._material.parties.describe(passage.document, start, end, name, kind),)
        return ()

    def _owned(self, passage: Passage, clauses: Clauses, phrase: Phrase, noun: str) -> tuple[str, ...] | None:
        """For `her ministry`, `his country`: the body that somebody speaks for; None where that is not meant."""
        word = clauses.sentence.lower[phrase.first]
        owners = self.possessor(passage, phrase) if word in ("his", "her") else ()
        if len(owners) != 1 or self._material.parties.get(owners[0]).kind != "person":
            return None
        parties = self._material.parties
        known = parties.get(owners[0])
        if noun in STATES | {"government"} and known.country is not None:
            state = parties.state(known.country)
            return () if state is None else (state,)
        houses = [h for h in self._houses().of(owners[0]) if _is_such(parties.get(h), noun)]
        if not houses and noun == "government":
            return None
        return (houses[0],) if len(houses) == 1 else ()

    def _houses(self) -> Houses:
        if self._known_houses is None:
            self._known_houses = Houses(self._material)
        return self._known_houses

    def house(self, party: str, noun: str) -> str | None:
        """The one body of a kind that somebody speaks for (for `the co-op`: that of its chair)."""
        parties = self._material.parties
        found = [h for h in self._houses().of(party) if _is_such(parties.get(h), noun)]
        return found[0] if len(found) == 1 else None

    def _introduced(self, passage: Passage, phrase: Phrase, noun: str) -> str | None:
        """Whom a noun with `the` means, if a party was introduced by it or alone has it in its name."""
        parties = self._material.parties
        start, _ = self.clauses(passage).span(phrase)
        known = parties.introduced(noun, passage.document, start)
        if known is None and noun in INSTITUTIONS:
            known = parties.by_common_noun(noun)
        return known


    def _person(self, passage: Passage, clauses: Clauses, phrase: Phrase, noun: str) -> tuple[str, ...]:
        """`the boy’s father` is whom the story names so; `a harbour judge` is somebody without a name."""
        s = clauses.sentence
        definite = s.lower[phrase.first] in _DEFINITE or "POS" in clauses.tags[phrase.first : phrase.head]
        known = self._material.parties.bearer(noun) if definite else None
        if known is not None:
            return (known,)
        if noun in _BENCH and not definite:
            # A story has one judge: first without a name, then with it.
            known = self._material.parties.bearer(noun)
            if known is not None:
                return (known,)
        if phrase.last - phrase.first < 3 and not definite and noun not in _BENCH:
            return ()
        start, end = clauses.span(phrase)
        name = _QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
        if clauses.tags[phrase.first] == "PRP$":
            # `his son` is `Jon Ek’s son`, or has no name that tells him from others.
            owners = self.possessor(passage, phrase)
            if len(owners) != 1:
                return ()
            rest = name.split(maxsplit=1)[-1]
            name = f"{self._material.parties.get(owners[0]).name}’s {rest}"
        return (self._material.parties.describe(passage.document, start, end, name, "person"),)


