"""Whom a phrase of a sentence stands for, among the parties of the record."""

from __future__ import annotations

import copy
import re

from onrecord.annotation.lexicons import gazetteer
from onrecord.annotation.sentences import after_slug
from onrecord.recording import names, referents_doers
from onrecord.recording.antecedent_ranker import Ranker
from onrecord.recording.antecedents import GROUP, PERSON, Candidate, acts, noun_kind
from onrecord.recording.bodies_called import may_be_called, sort_of
from onrecord.recording.bodies_named import REALMS, STATES
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.lexicon import BODIES, FIRMS, lexicon
from onrecord.recording.material import Material
from onrecord.recording.party_use import is_nameless
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import quoted
from onrecord.recording.pronouns import antecedent, by_grammar, object_of_its_verb, stands_for_nobody
from onrecord.recording.referents_beside import QUANTIFIER, beside, named_behind
from onrecord.recording.referents_bodies import carried_on, sides_before, worked_for
from onrecord.recording.referents_common import BENCH, common, described, lawmaker
from onrecord.recording.referents_tags import settled
from onrecord.recording.tagged import Tagged
from onrecord.types import PartyKind, RecordParty

_DEEPEST = 3
"""How many descriptions may go on with one another until one of them is taken as it is."""
_DESCRIBED_AS: dict[int, PartyKind] = {PERSON: "person", GROUP: "group"}
LONGEST = 3000
"""How many characters of a sentence are read at most."""
_PRESS = lexicon("reporters journalists newsmen correspondents")
_FIRST = lexicon("i we me us my our mine ours myself ourselves")
_PLEADS = re.compile(
    r"\b(?:lawyers?|attorneys?|prosecut\w+|counsel|barristers?|solicitors?|defen[cs]e team|public defender)\b", re.I
)
_OBJECTS = lexicon("him her")
_TAG = re.compile(r"[,”\"]\s(?:[a-z]+\s)?\Z")
"""Before whoever is said to say what stands before him: `He is ill, [Ek] said`, `He is ill, said [Ek]`."""
_JOINS_ON = lexicon("but and yet then still however so")
_SPOKEN_FOR = lexicon("members client clients")


def _is_such(party: RecordParty, noun: str) -> bool:
    """Whether a body can be called by a noun: a state a country, a firm a company, else by its own name."""
    if noun in STATES | REALMS:
        return party.kind == "place" or party.role == "government"
    if noun in FIRMS:
        return party.kind == "organisation" and party.role != "government" and may_be_called(party.name, noun)
    return noun in names.words(party.name)


def phrase_at(clauses: Clauses, start: int, end: int) -> Phrase | None:
    """The first phrase of a stretch; of `the firm’s office` only its owner, where the stretch goes no further."""
    s = clauses.sentence
    phrase = next((p for p in clauses.phrases if s.starts[p.first] < end and start < s.ends[p.last - 1]), None)
    if phrase is None or end > s.starts[phrase.head]:
        return phrase
    last = clauses.index(end - 1)
    owns = last + 1 < phrase.last and clauses.tags[last + 1] == "POS" and phrase.first <= last
    return Phrase(phrase.first, last + 1, last) if owns else phrase
_CLIMBS = 3
"""How many phrases before a `who` may be meant by it."""


class Referents:
    """Finds the parties of phrases; asks the annotator's mentions first."""

    def __init__(self, material: Material, by_rules_alone: bool = False) -> None:
        """Nothing is read yet.

        Args:
            material: the documents.
            by_rules_alone: leave out the ranker, as its training must.
        """
        self._material = material
        self._read: dict[tuple[int, int], Clauses] = {}
        self._houses: Houses | None = None
        self._ranker = None if by_rules_alone else Ranker(self, material)
        self._ranked: dict[tuple[int, int, int, int], tuple[str, ...]] = {}
        self._depth = 0
        self._describes = False

    def describing(self) -> Referents:
        """The same finder, that takes people and bodies without a name as they are described (`his bodyguards`)."""
        out = copy.copy(self)
        out._describes = True
        return out

    def clauses(self, passage: Passage) -> Clauses:
        """The reading of a passage, made on first use."""
        key = (passage.document, passage.start)
        known = self._read.get(key)
        if known is None:
            text = self._material.documents[passage.document].document.text
            # No sentence that people write is longer; what claims to be one is read so far and no further.
            start = after_slug(text, passage.start, passage.end) if passage.kind == "title" else passage.start
            sentence = Tagged(text, start, min(passage.end, passage.start + LONGEST))
            sentence.tags = settled(sentence)
            known = self._read[key] = Clauses(sentence)
        return known

    def who(self, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties that a phrase stands for, with those coordinated with it; none where the text does not say."""
        if phrase is None:
            return ()
        clauses = self.clauses(passage)
        out = list(self._one(passage, clauses, phrase))
        following = clauses.coordinated(phrase)
        for other in following:
            out.extend(self._one(passage, clauses, other))
        if not out and self._describes and self._acts(clauses, phrase):
            out.append(self._describe(passage, phrase))
        if not following and not any(self._material.parties.is_named(p) and not self.is_place(p) for p in out):
            named = named_behind(self, self._material, passage, phrase)
            if named is not None:
                return (named,)
        return tuple(dict.fromkeys(out))

    def asker(self, passage: Passage, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties that a phrase stands for which asks or answers, also where it is a relative `who`."""
        clauses = self.clauses(passage)
        if phrase is None or clauses.sentence.lower[phrase.first : phrase.last] != ["who"]:
            return self.who(passage, phrase)
        return self._meant_by_who(passage, clauses, phrase)

    def _meant_by_who(self, passage: Passage, clauses: Clauses, who: Phrase) -> tuple[str, ...]:
        """Whom a relative `who` stands for: the name right before it, else the people that head what stands there.

        `Anna Berg, head of the port, who asked`; `the treasurer of a fund for pilots, who asked` is no pilot.
        """
        words, at = clauses.sentence.lower, who.first
        out: tuple[str, ...] = ()
        for _ in range(_CLIMBS):
            before = next((p for p in clauses.phrases if p.last in (at, at - 1)), None)
            if before is None or (before.last == at - 1 and words[at - 1] != ","):
                break
            found = self.who(passage, before)
            people = bool(found) and all(self._material.parties.get(p).kind in ("person", "group") for p in found)
            if people and (clauses.tags[before.head] in ("NNP", "NNPS") or words[who.first - 1] != ","):
                return found if not out or clauses.hangs(before) is False else out
            out = found if people else out
            at = before.first
            if words[at - 1 : at] != [","]:
                if not clauses.hangs(before):
                    break
                at -= 1
        return out

    def _acts(self, clauses: Clauses, phrase: Phrase) -> bool:
        """Whether a phrase describes somebody who can ask or be asked; `state` alone, as in headlines, is a name."""
        bare = phrase.last - phrase.first == 1 and clauses.sentence.lower[phrase.head] == "state"
        return not bare and acts(clauses.sentence.lower[phrase.head], clauses.tags[phrase.head])

    def sides_before(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Whom `them` stands for where `both sides` were spoken of last before it."""
        return sides_before(self, self._material, passage, phrase)

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
        phrase = phrase_at(clauses, start, end)
        if phrase is not None and clauses.tags[phrase.first] == "PRP$" and end <= clauses.sentence.ends[phrase.first]:
            return self.possessor(passage, phrase)
        return self.who(passage, phrase)

    def party_at(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """The parties of a stretch that is known to stand for somebody: as `at` has it, or who is described there."""
        found = self.at(passage, start, end) or self.speaking(passage, start)
        if found:
            return found
        clauses = self.clauses(passage)
        phrase = phrase_at(clauses, start, end)
        if phrase is None or clauses.tags[phrase.head] in ("PRP", "PRP$", "WP", "WDT", "DT", "EX", "CD"):
            return ()
        return (self._describe(passage, phrase),)

    def speaking(self, passage: Passage, offset: int) -> tuple[str, ...]:
        """For `I` or `we` at an offset: who says what it stands in."""
        clauses = self.clauses(passage)
        word = clauses.index(offset)
        if clauses.sentence.lower[word : word + 1] == [] or clauses.sentence.lower[word] not in _FIRST:
            return ()
        item = self._material.documents[passage.document]
        covering = [
            (content[1] - content[0], s) for s in item.annotations.statements for content in s.content
            if content[0] <= offset < content[1] and s.source
        ]  # fmt: skip
        if not covering:
            return ()
        statement = min(covering, key=lambda c: c[0])[1]
        start, end = statement.source[-1]
        place = self._material.quotes.passage_at(passage.document, start)
        named = self._material.parties.of(passage.document, statement.party)
        if named is not None:
            return (named,)
        return () if place is None else self.at(place, start, end)

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
        return referents_doers.doer_at(self, self._material, passage, offset)

    def doer(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Who does what a noun of action names: the subject of the same verb, earlier in the document."""
        return referents_doers.doer(self, self._material, passage, phrase)

    def possessor(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """Whose the phrase is: `Lund’s offer`, `her offer`, `the offer by Lund`, `the offer of the union`."""
        return referents_doers.possessor(self, self._material, passage, phrase)

    def described(self, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
        """The body or people that a phrase describes and no name stands for (`the airline`, `private clinics`)."""
        return described(self.clauses(passage), self._material, passage, phrase)

    def houses(self, party: str, noun: str) -> list[str]:
        """The bodies of a kind that somebody speaks for (for `the co-op`: those of its chair)."""
        if self._houses is None:
            self._houses = Houses(self._material)
        parties = self._material.parties
        return [h for h in self._houses.of(party) if _is_such(parties.get(h), noun)]

    def stand(self, parties: tuple[str, ...]) -> frozenset[str]:
        """Some parties with the bodies that they speak for."""
        if self._houses is None:
            self._houses = Houses(self._material)
        return self._houses.stand(parties)

    def house(self, party: str, noun: str) -> str | None:
        """The one body of a kind that somebody speaks for."""
        found = self.houses(party, noun)
        return found[0] if len(found) == 1 else None

    def bench(self) -> tuple[str, ...]:
        """The judge of the story, if it has one."""
        found = (self._material.parties.bearer(noun) for noun in sorted(BENCH))
        return next(((p,) for p in found if p is not None), ())

    def pleads(self, parties: tuple[str, ...]) -> bool:
        """Whether each of some parties is a lawyer or prosecutor."""
        known = (self._material.parties.get(p) for p in parties)
        return bool(parties) and all(_PLEADS.search(f"{p.name} {p.role or ''}") is not None for p in known)

    def is_place(self, party: str) -> bool:
        """Whether a party is a place and no government."""
        known = self._material.parties.get(party)
        return known.kind == "place" and known.role != "government"

    def is_press(self, party: str) -> bool:
        """Whether a party is those whom news is told: it does nothing in it."""
        return self._material.parties.get(party).name.split()[0].casefold() in _PRESS

    def is_person(self, party: str) -> bool:
        """Whether a party is one person."""
        return self._material.parties.get(party).kind == "person"

    def are_bodies(self, parties: tuple[str, ...]) -> bool:
        """Whether each of some parties is an organisation, a government, or a judge."""
        known = [self._material.parties.get(p) for p in parties]
        return all(p.kind == "organisation" or {"government", *BENCH} & set((p.role or "").split()) for p in known)

    def are_known(self, parties: tuple[str, ...]) -> bool:
        """Whether each of some parties has a name, or somebody’s in it, or is a body or several people (`farmers`, not
        `the crew`)."""
        known = self._material.parties
        told = [known.get(p) for p in parties if not known.is_named(p)]
        return all(p.kind == "organisation" or p.name.endswith("s") or not p.name.islower() for p in told)

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

    def _one(self, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
        s = clauses.sentence
        start, end = clauses.span(phrase)
        head = s.starts[phrase.head]
        if s.lower[phrase.head] in _SPOKEN_FOR and clauses.tags[phrase.head - 1] == "PRP$":
            # `her members`, `his clients` are those somebody speaks for.
            return self.possessor(passage, phrase)
        elected = lawmaker(self, self._material, passage, clauses, phrase)
        if elected:
            return elected
        named = self._material.parties.within(passage.document, start, max(end, s.ends[phrase.head]))
        for a, b, party in named:
            if a <= head < b:
                if s.lower[phrase.first] == "the" and is_nameless(self._material.parties.get(party)):
                    # `the bishops` are those who were spoken of.
                    return self.best(passage, phrase, (party,))
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
            by_rule = carried_on(self, self._material, passage, phrase, word, start) or antecedent(
                self, self._material, passage, word, start, phrase
            )
            barred = object_of_its_verb(self._material, passage, clauses, phrase)
            found = tuple(p for p in self.best(passage, phrase, by_rule) if p not in barred)
            # `told reporters that they would strike`: who is told news does nothing in it.
            return tuple(p for p in found if not self.is_press(p))
        around = s.lower[phrase.first] == "the" and s.lower[phrase.head] in ("campaign", "camp") and len(named) == 1
        if around and self._material.parties.get(named[0][2]).country is None:
            # `the Holm campaign` is one body by whatever name, and nobody who was told of before.
            name = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
            return (self._material.parties.describe(passage.document, start, end, name, "organisation"),)
        told = beside(self, self._material, passage, clauses, phrase)
        return told or self.best(passage, phrase, common(self, self._material, passage, clauses, phrase))

    def best(self, passage: Passage, phrase: Phrase, by_rule: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a pronoun or description stands for: as the ranker has it, or by rule where that finds nobody."""
        key = (passage.document, passage.start, phrase.first, phrase.head)
        if key not in self._ranked:
            barred = self._named_after(passage, phrase) | self._doing(passage, phrase)
            by_rule = tuple(p for p in by_rule if p not in barred)
            deep = self._ranker is None or self._depth >= _DEEPEST or self._called(passage, phrase, by_rule)
            choice = None if deep or self._ranker is None else self._ranker.choose(
                passage, self.clauses(passage), phrase, by_rule, barred
            )
            candidate = None if choice is None else choice.candidate
            if choice is None or candidate is None:
                found = by_rule
            elif candidate.noun == self.clauses(passage).sentence.lower[phrase.head] and any(
                map(self._material.parties.is_named, by_rule)
            ):
                # `the state of Velsa … the state`: the rules know its name.
                found = by_rule
            elif candidate.party is not None:
                found = by_rule if candidate.party in by_rule else (candidate.party,)
            else:
                found = self._unnamed(passage, candidate) or by_rule
            noun = self.clauses(passage).sentence.lower[phrase.head]
            if noun in BODIES | FIRMS:
                # `the bank` is none of the papers that the text cites.
                found = tuple(p for p in found if sort_of(self._material.parties.get(p).name) != "media")
            if self._depth:
                return found
            self._ranked[key] = found
        return self._ranked[key]

    def _named_after(self, passage: Passage, phrase: Phrase) -> frozenset[str]:
        """Whom a pronoun that opens a sentence as its subject cannot stand for: those named behind it, outside quotes.

        In `It said Lund Mills had paid` somebody else than the mills says so (principle C of binding theory). A state
        is named beside its government.
        """
        clauses = self.clauses(passage)
        s = clauses.sentence
        verb = next((v for v in clauses.verbs if v.form == "finite"), None)
        opens = phrase.first == 0 or (phrase.first == 1 and s.lower[0] in _JOINS_ON)
        opens = opens and clauses.tags[phrase.head] == "PRP" and phrase.last - phrase.first == 1
        if not opens or verb is None or verb.passive or clauses.subject(verb) != phrase:
            return frozenset()
        within = quoted(s.words) if any(q in passage.text for q in '"“') else None
        named = self._material.parties.within(passage.document, s.starts[verb.first], passage.end)
        told = [m for m in named if within is None or not within[clauses.index(m[0])]]
        return frozenset(
            party for start, _, party in told
            if self._material.parties.is_named(party) and not self._is_realm(party)
            and _TAG.search(s.text, max(0, start - 20), start) is None
        )  # fmt: skip

    def _doing(self, passage: Passage, phrase: Phrase) -> frozenset[str]:
        """Who does what is done to `him` or `her`: somebody else, or it would be `himself` (principle B)."""
        clauses = self.clauses(passage)
        if clauses.tags[phrase.head] != "PRP" or clauses.sentence.lower[phrase.head] not in _OBJECTS:
            return frozenset()
        before = [v for v in clauses.verbs if v.last <= phrase.first]
        if not before or before[-1].form != "finite" or before[-1].passive or phrase.first - before[-1].last > 2:
            return frozenset()
        subject = clauses.subject(before[-1])
        if subject is None or subject.first >= phrase.first or clauses.tags[subject.head] == "PRP":
            return frozenset()
        return frozenset(p for p in self.who(passage, subject) if self.is_person(p))

    def _is_realm(self, party: str) -> bool:
        known = self._material.parties.get(party)
        return known.kind == "place" or known.role == "government"

    def _called(self, passage: Passage, phrase: Phrase, by_rule: tuple[str, ...]) -> bool:
        """Whether the rules name a party by whose own name the phrase calls it (`the guild` for the Dockers’ Guild), or
        the firm whose people do something to it (`Nord Air pilots asked the firm`)."""
        s = self.clauses(passage).sentence
        noun, known = s.lower[phrase.head], self._material.parties
        if by_rule and noun in FIRMS and worked_for(self, self._material, passage, s.starts[phrase.first]) == by_rule:
            return True
        return any(known.is_named(p) and noun in names.words(known.get(p).name) for p in by_rule)

    def _unnamed(self, passage: Passage, candidate: Candidate) -> tuple[str, ...]:
        """The party of a candidate without a name."""
        place = self._material.quotes.passage_at(passage.document, candidate.start)
        if place is None or candidate.phrase is None:
            return ()
        self._depth += 1
        found = self._one(place, self.clauses(place), candidate.phrase)
        self._depth -= 1
        return found or (self._describe(place, candidate.phrase),)

    def _describe(self, passage: Passage, phrase: Phrase) -> str:
        clauses = self.clauses(passage)
        text, (start, end) = clauses.sentence.text, clauses.span(phrase)
        name = QUANTIFIER.sub("", " ".join(text[start:end].split()))
        noun = clauses.sentence.lower[phrase.head]
        kind = _DESCRIBED_AS.get(noun_kind(noun, clauses.tags[phrase.head] == "NNS"), "organisation")
        return self._material.parties.describe(passage.document, start, end, name, kind)

    def _seat(self, party: str) -> str:
        """The state whose capital stands for it, where the story names the state as well (`Oslo` for Norway)."""
        parties = self._material.parties
        known = parties.get(party)
        place = gazetteer().get(known.name) if known.kind == "place" else None
        if place is None or place.kind != "capital":
            return party
        return parties.state(place.country) or party
