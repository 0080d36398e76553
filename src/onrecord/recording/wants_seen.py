"""Wants that a rule and the network see together, each of them only half.

The rules keep to parties that they can name and to things that sides ask of each other, since whoever asks a friend for
help asks too. Where the network takes the same words for something wanted, less is enough: somebody may be described
(`urged their refugees to stay`, `some farmers called for …`), and where it is nearly sure, the thing may be any.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.annotation.tagging import lemma
from onrecord.recording.antecedents import acts
from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_nouns import NounReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_speech import SpeechReader
from onrecord.recording.wants_verbs import VerbReader
from onrecord.recording.wants_words import STATES, TO_DO
from onrecord.types import DemandKind, Move

HALF = 0.5
"""How likely the network must find it that something is wanted."""
_SURE = 0.8
"""How likely it must find it where the thing wanted is none that sides ask of each other."""
_SAYS = lexicon("say tell ask check report complain talk thank congratulate express see let apologise apologize")
"""What people call somebody to do on the telephone."""
_SIDES = lexicon("both sides parties")
_EMPTY = lexicon(
    "thing things something anything nothing everything comment comments name anonymity refuge shelter revenge "
    "office election reelection re-election way ways contributions donations signatures face"
)
"""What nobody gets from another because he asked for it, or what says nothing."""
_ASKED = re.compile(r"\s(?:like|such\sas|including)\s[^.;:“”\"]{2,200}?\sto\s[a-z]")
"""Behind those who are called on, whom some examples follow and only then what they shall do."""


class _DescribedVerbs(VerbReader):
    """The rules for verbs, with verbs that ask more softly."""

    to_do: Mapping[str, DemandKind] = MappingProxyType({**TO_DO, "encourage": "request"})

    def _verb(self, verb: Verb) -> Want | list[Want] | None:
        return super()._verb(verb) or self._called_to(verb)

    def _author(self, verb: Verb) -> tuple[str, ...]:
        found = super()._author(verb)
        by = self.words[verb.last : verb.last + 1] == ["by"]
        agent = self.clauses.agent(verb) if verb.passive and by and not found else None
        if agent is None or self.words[agent.first] not in ("the", "a", "an"):
            return found
        # `was told by the umpire to wait`: whoever tells somebody is somebody.
        return self.referents.party_at(self.passage, *self.clauses.span(agent))

    def _described(self, asked: Phrase) -> tuple[str, ...]:
        tag = self.clauses.tags[asked.head]
        owned = tag == "NNS" and self.clauses.tags[asked.first] == "PRP$"
        bare = self.words[asked.head] == "state" and asked.last - asked.first == 1
        if bare or not (owned or acts(self.words[asked.head], tag)):
            # `requested ten tents to house them`
            return ()
        return self.referents.party_at(self.passage, *self.clauses.span(asked))

    def _all_of(self, asked: Phrase) -> bool:
        return self.words[asked.first] == "both" or self.words[asked.head] in _SIDES

    def is_public(self, phrase: Phrase | None) -> bool:
        # `told its people to wait`: its own.
        owned = phrase is not None and self.clauses.tags[phrase.first] == "PRP$"
        return not owned and super().is_public(phrase)

    def _called_to(self, verb: Verb) -> Want | None:
        """`called to ban the trucks`."""
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if verb.lemma != "call" or verb.form == "infinitive" or verb.negated or verb.modal or verb.passive or not task:
            return None
        if any(v.last == verb.first for v in self.clauses.verbs):
            # `minister rejects | call to step down`
            return None
        by = self._author(verb)
        if not by or task.lemma in _SAYS | STATES or task.passive or self._supposed(verb) or self._planned(verb):
            return None
        return self.want("request", by, (), task.first, self.stop(task), verb.first, "call for")


class _AnyVerbs(_DescribedVerbs):
    """The rules for verbs, for any thing that is wanted; what somebody only wants or seeks may be a wish."""

    idle = at_leisure = frozenset(["be", "seem"])

    def is_trivial(self, thing: Phrase) -> bool:
        return self.words[thing.head] in _EMPTY

    def _called(self, thing: Phrase) -> bool:
        return True

    def _orderable(self, thing: Phrase) -> bool:
        return True

    def _only_asks(self, task: Verb) -> bool:
        return False

    def _somebody(self, thing: Phrase) -> bool:
        return super()._somebody(thing) or self.is_public(thing)


class _AnyNouns(NounReader):
    """The rules for nouns, for any thing that is wanted."""

    def is_trivial(self, thing: Phrase) -> bool:
        return self.words[thing.head] in _EMPTY

    def _called(self, thing: Phrase) -> bool:
        return True


class _AnyDuties(SpeechReader):
    """The rules for duties, for whatever a name should do (`Lund should come and look at it, said …`)."""

    lenient = True


def seen_wants(referents: Referents, passage: Passage, moves: Sequence[Move]) -> list[Want]:
    """What the network takes for something wanted and a rule confirms that asks for less than by itself.

    Args:
        referents: finds whom phrases stand for.
        passage: the sentence.
        moves: what the network takes for something wanted in it.
    """
    if not moves:
        return []
    describing = referents.describing()
    out: list[Want] = []
    sure = [m for m in moves if m.likely >= _SURE]
    if sure:
        loose = [*_AnyVerbs(describing, passage).from_verbs(), *_AnyNouns(describing, passage).from_nouns()]
        # Whoever asks for any thing whatever asks nobody who is not told of with it.
        out += [
            dataclasses.replace(w, named=w.named or not w.to)
            for w in _of(sure, loose)
            if describing.are_known(w.by) and not _ASKED.match(passage.text, w.end - passage.start)
        ]
    out += _of(moves, _DescribedVerbs(describing, passage).from_verbs())
    out += _of(moves, _AnyDuties(describing, passage).from_speech())
    return out + _of(moves, NounReader(describing, passage).from_nouns())


def _of(moves: Sequence[Move], wants: Sequence[Want]) -> list[Want]:
    """Those of some wants whose words share a character with a move’s."""
    return [w for w in wants if any(m.start < w.end and w.start < m.end for m in moves)]


def as_seen(want: Want, moves: Sequence[Move]) -> Want:
    """A want with the rest of a phrase that a rule ended at a quotation mark or a sum (`the return | of “our boy”`).

    Args:
        want: what a rule found.
        moves: what the network takes for something wanted in its sentence.
    """
    move = next((m for m in moves if m.start < want.end and want.start < m.end), None)
    return want if move is None else _whole(want, move)


def _whole(want: Want, move: Move) -> Want:
    text, at = want.passage.text, want.passage.start
    if move.content is None or not want.start <= move.content[0] < want.passage.end:
        return want
    if move.content[0] < move.content[1] < want.end:
        return _without_time(want, text[move.content[1] - at : want.end - at])
    if not want.end < move.content[1] <= want.passage.end or not text[: want.end - at].endswith(want.what):
        return want
    rest = text[want.end - at : move.content[1] - at]
    if not _GOES_ON.match(rest) and not (move.likely >= _FURTHER and _HANGS.match(rest)):
        return want
    return dataclasses.replace(want, what=" ".join((want.what + rest).split()), end=move.content[1])


def _without_time(want: Want, rest: str) -> Want:
    """A want without the time at its end that the network does not read with it: when or how long it was asked for."""
    if not _TIME.match(rest) or not want.what.endswith(rest.lstrip()):
        return want
    if lemma(want.what.split()[0].lower()) in _HELD and not _WHILE.match(rest):
        # `meet on Thursday`: the day is that of what is to be done.
        return want
    return dataclasses.replace(
        want, what=want.what.removesuffix(rest.lstrip()).rstrip(), end=want.end - len(rest)
    )


_HELD = lexicon(
    "meet appear vote attend testify gather march strike walk hold hear come go return report start begin open sign "
    "resume speak travel leave play talk visit join arrive"
)
"""What is done on a day."""
_WHILE = re.compile(r" ?(?:for|in the)\b")
_GOES_ON = re.compile(r" ?(?:[a-z]+ ){0,2}(?:``|[“\"$£€])[^,;.]{1,80}\Z")
_FURTHER = 0.7
"""How likely the network must find a want whose words it reads on further than a rule does."""
_HANGS = re.compile(
    r" (?!(?:as (?:soon|long|far|much|many) as|in (?:return|exchange)|on condition"
    r"|and|but|so|if|unless|because|after|before|while|when|until|since|once"
    r"|although|though|where|which|who|that|said|says|saying)\b)[a-z][^,;:.?!\[\]“”\"`—―–]{2,160}\Z"
)
"""What hangs on the words before it, without a mark and without a clause of its own (`serving | as a stamp for it`)."""
_TIME = re.compile(
    r" ?(?:(?:on |late |early |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:night|morning|evening|afternoon))?"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December|recent \w+)"
    r"|for (?:years|months|weeks|decades|days)|yesterday|today"
    r"|in the (?:days|weeks|months|hours|run-up|run up)\b[^,;:.“”\"]{0,80})\Z"
)
