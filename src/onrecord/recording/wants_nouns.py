"""Wants that a noun names: lists of demands, proposals to do something, requests for something, bids for a company."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_authors import BLAMES
from onrecord.recording.wants_parts import Reader, Want
from onrecord.recording.wants_tasks import further_things
from onrecord.recording.wants_words import CALLED, ISSUES, KINDS, MONEY, STATES
from onrecord.types import DemandKind

_INCLUDING = lexicon("including include includes namely")
_PLEAS = lexicon("request requests demand demands petition plea application motion")
_PASSES_ON = lexicon("submit send present")
"""Verbs for what is done with the offer of somebody else."""
_BETTERS = lexicon("improve raise sweeten increase extend launch withdraw lower revise announce unveil")
_LOUDER = lexicon("increase intensify echo voice join renew lead amplify reinforce")
"""What somebody does with calls who calls for the same himself."""
_BUYS = lexicon("buy acquire take purchase merge absorb")
_RUNS_OUT = lexicon("run expire lapse end close")
_CALLS = lexicon("call calls appeal appeals plea pleas request requests demand demands")
_SENDS = lexicon("send return write go come approach turn respond reply answer telephone phone ring")
_BIDS = lexicon("offer bid")
_ANSWERS = lexicon(
    "refuse reject deny dismiss decline grant accept approve honour honor spurn rebuff ignore oppose"
)
_UNCHANGED = lexicon("shut put cut set let quit spread")
"""Verbs whose past is their plain form."""
_KINDS_OF = lexicon(
    "budget spending information emergency chief key main core top central principal sole initial opening joint "
    "minimum counter first last final original"
)
"""Words before a noun for a demand that say what sort of one it is, not what is demanded."""
_EXIST = lexicon("receive make get submit see file issue")
_OFFICES = lexicon(
    "presidential senate gubernatorial congressional mayoral election re-election reelection leadership olympic title "
    "championship comeback third-party playoff vice-presidential"
)
"""What people bid for that no company owns."""
_COURTLY = lexicon("court judge executive restraining removal eviction magistrate tribunal")
_CLAUSES = lexicon("that which who whom whose what if when while until how whether")
_QUOTES = frozenset(["“", '"', "``"])
_MARKS = frozenset([",", ";", ".", "and", "or", "—", "--", "–", ")"])


class NounReader(Reader):
    """The rules that start from a noun for what is wanted."""

    def from_nouns(self) -> list[Want]:
        """Wants that a noun names: lists, proposals to do something, demands for something, bids for a company."""
        out: list[Want] = []
        for phrase in self.clauses.phrases:
            noun = self.words[phrase.head]
            if self.words[phrase.first] == "any" and phrase.head > phrase.first:
                # `would hear any request by the mill`: none was made.
                continue
            if any(v.negated and v.lemma in _EXIST and self.clauses.object(v) == phrase for v in self.clauses.verbs):
                # `has not received a bid from Lund`
                continue
            if noun == "order" and self.words[phrase.first - 1 : phrase.first] == ["in"]:
                continue
            if noun in KINDS:
                out.extend(self._noun(phrase, noun))
            elif phrase.last - phrase.first > 1 and self.words[phrase.head - 1] in KINDS:
                out.extend(self._made_by(phrase))
        return out

    def _made_by(self, phrase: Phrase) -> list[Want]:
        """`the last offer management made`: the tags take the offer and its maker for one phrase."""
        verb = next((v for v in self.clauses.verbs if v.first == phrase.last and v.lemma in ISSUES), None)
        by = () if verb is None else self.referents.who(self.passage, Phrase(phrase.head, phrase.last, phrase.head))
        if not by:
            return []
        noun = self.words[phrase.head - 1]
        return [self.want(KINDS[noun], by, (), phrase.first, phrase.head, phrase.first, "bid")]

    def _noun(self, phrase: Phrase, noun: str) -> list[Want]:
        blamed = self._blamed(phrase)
        told = self._told(phrase, noun, blamed)
        if not blamed and self.words[phrase.first] in ("his", "her"):
            return [dataclasses.replace(w, pronoun=True) for w in told]
        return told

    def _told(self, phrase: Phrase, noun: str, blamed: tuple[str, ...]) -> list[Want]:
        """What a noun for something wanted tells."""
        by = blamed or self.referents.possessor(self.passage, self._whole(phrase)) or self._issuer(phrase)
        dated = self.past_day(phrase.last)
        if not by and dated > phrase.last and self.words[dated : dated + 1] in (["from"], ["by"]):
            # `a call on Friday from Lund for …`
            by = self.referents.who(self.passage, self.clauses.phrase_starting(dated + 1))
        if self.clauses.tags[phrase.first] == "PRP$" and not blamed:
            # Who `refused his request` did not make it.
            by = tuple(p for p in by if p not in self._refuser(phrase))
        made = self._made(phrase, noun)
        if made is not None:
            return [made]
        members = self._members(phrase)
        if members and noun not in ("bid", "call", "calls", "appeal", "appeals"):
            return [self._member(KINDS[noun], by, m, phrase) for m in members]
        if not by and noun in _CALLS | _BIDS and self.words[phrase.first] in ("a", "an"):
            return self._refused(phrase, noun)
        if not by or (noun == "order" and not self._of_court(phrase) and not self.referents.are_bodies(by)):
            # Traders and shoppers place orders too.
            return []
        kind, words = KINDS[noun], self.words
        beside = self._beside(phrase, noun, by)
        if beside:
            return beside
        at = phrase.last
        if words[at : at + 2] == [",", "by"]:
            # `a demand, by Lund, that …`
            after = self.clauses.phrase_starting(at + 2)
            at = at if after is None or words[after.last : after.last + 1] != [","] else after.last + 1
        if words[at : at + 1] in (["”"], ["''"], ['"']) and words[at + 1 : at + 2] in (["to"], ["for"], ["that"]):
            # `made “several requests” to see it`
            at += 1
        dated = self.past_day(at)
        if dated > at and words[dated : dated + 1] in (["by"], ["from"], ["to"], ["for"], ["that"], ["on"]):
            at = dated
        if words[at : at + 1] == ["by"] or words[at : at + 1] == ["from"]:
            after = self.clauses.phrase_starting(at + 1)
            at = after.last if after is not None else at
            where = self.clauses.phrase_starting(at + 1) if words[at : at + 1] in (["in"], ["of"], ["at"]) else None
            if where is not None and words[where.last : where.last + 1] in (["to"], ["for"], ["that"]):
                # `a request from dockers in Norrvik to …`
                at = where.last
            if words[at : at + 2] in ([",", "which"], [",", "who"]):
                # `a request by the agency, which oversees charities, that its assets be frozen`
                closes = next((i for i in range(at + 2, min(at + 25, len(words) - 1)) if words[i] == ","), None)
                at = at if closes is None or words[closes + 1] not in ("that", "to", "for") else closes + 1
        following = words[at] if at < len(words) else ""
        s = self.clauses.sentence
        if noun in ("bid", "offer") and following == "of":
            # `a new offer of $22 million`
            price = self.clauses.phrase_starting(at + 1)
            if price is not None and MONEY.search(s.text[s.starts[price.first] : s.ends[price.last - 1]]):
                to = self.target(price.last, by)
                return [self.want(kind, by, to, phrase.first, self.stop_after(price), phrase.first, "bid")]
        if noun == "offer" and following == "to" and self._issuer(phrase):
            # `improved its offer to the pilots`
            to = self.of_whom(at, at, by)
            if to:
                return [self.want(kind, by, to, phrase.first, phrase.last, phrase.first, "bid")]
        maker = self._maker(phrase)
        if noun == "offer" and maker is not None:
            # `the offer he made on Saturday`
            return [self.want(kind, by, (), phrase.first, maker.last, phrase.first, "bid")]
        if noun == "bid" and set(words[phrase.first : phrase.head]) & _OFFICES:
            return []
        does = next((v for v in self.clauses.verbs if v.first == at and v.form == "infinitive"), None)
        takes_over = does is None or does.lemma in _BUYS | _RUNS_OUT
        if noun == "bid" or (noun == "offer" and takes_over):
            to = tuple(p for p in self._refuser(phrase) if p not in by) or self.target(at, by)
            firms = bool(to) and self.referents.are_bodies((*by, *to))
            if firms or MONEY.search(s.text[s.starts[phrase.first] : s.ends[phrase.head]]):
                # A bid for an office or a title is none for a company.
                last = phrase.last if does is None or does.lemma not in _BUYS else self.stop(does)
                return [self.want(kind, by, to, phrase.first, last, phrase.first, "bid")]
        task = next((v for v in self.clauses.verbs if v.first == at and v.form == "infinitive"), None)
        if task is not None and not (noun in ("ultimatum", "offer", "bid") and task.lemma in _RUNS_OUT):
            return [self.want(kind, by, (), task.first, self._own_stop(task), phrase.first, "noun with infinitive")]
        if following in ("on", "upon", "to") and noun in _CALLS:
            # `her call on the mill to close`
            asked = self.clauses.phrase_starting(at + 1)
            task = None if asked is None else next((v for v in self.clauses.verbs if v.first == asked.last), None)
            if asked is not None and task is not None and task.form == "infinitive" and not task.passive:
                to = tuple(p for p in self.referents.who(self.passage, asked) if p not in by)
                return [self.want(kind, by, to, task.first, self.stop(task), phrase.first, "noun with infinitive")]
        if following == "for" and noun not in ("bid", "offer", "terms", "order"):
            # `his call for “a full and open” inquiry`
            at += words[at + 1 : at + 2] != [] and words[at + 1] in _QUOTES
            thing = self.clauses.phrase_starting(at + 1)
            task = None if thing is None else next((v for v in self.clauses.verbs if v.first == thing.last), None)
            if thing is not None and task is not None and task.form == "infinitive":
                # `her calls for the mill to close`
                to = () if task.passive else tuple(p for p in self.referents.who(self.passage, thing) if p not in by)
                return [self.want(kind, by, to, task.first, self.stop(task), phrase.first, "noun with for")]
            called = noun not in ("call", "calls") or (thing is not None and self._called(thing))
            fits = thing is not None and (not self.is_trivial(thing) or words[thing.head] in ("asylum", "refuge"))
            if thing is not None and fits and called:
                return self._for(kind, by, thing, phrase)
        if following == "that":
            later = [v for v in self.clauses.verbs if v.first > at]
            if len(later) > 1 and self.clauses.tags[later[0].head] in ("VBN", "VBD") and self._directive(later[1]):
                # `that no chair | left empty by it | be filled`
                later = later[1:]
            if later and self._directive(later[0]) and not (noun == "insistence" and later[0].lemma in STATES):
                to = self.clause_subject(at, later[0], by)
                subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= later[0].first), None)
                none = subject is not None and words[subject.first] == "no"
                first = subject.first if subject is not None and (later[0].passive or none) else later[0].first
                return [self.want(kind, by, to, first, self._own_stop(later[0]), phrase.first, "noun with clause")]
        matter = phrase.head - 1
        tags = self.clauses.tags
        owned = following == "by" or any(tags[i] in ("POS", "PRP$") for i in range(phrase.first, phrase.head))
        if words[matter] in _KINDS_OF:
            return []
        if noun in _PLEAS and matter > phrase.first and tags[matter] == "NN" and (owned or self._issuer(phrase)):
            # `Norway's extradition request`
            to = self.of_whom(phrase.last, phrase.last + 2, by)
            found = self.want(kind, by, to, matter, phrase.head, phrase.first, "noun with noun")
            return [dataclasses.replace(found, end=self.clauses.sentence.ends[phrase.head])]
        return []

    def _called(self, thing: Phrase) -> bool:
        """Whether a thing is one that is called for."""
        return self.words[thing.head] in CALLED

    def _made(self, phrase: Phrase, noun: str) -> Want | None:
        """`has made debt relief a condition of its loan`: the thing that it is made of is wanted."""
        if noun not in ("condition", "precondition", "conditions"):
            return None
        for verb in self.clauses.verbs:
            thing = self.clauses.object(verb) if verb.lemma == "make" and not verb.negated else None
            if thing is None or self.stop_after(thing) != phrase.first or self.clauses.tags[thing.head] == "PRP":
                continue
            by = self.referents.who(self.passage, self.clauses.subject(verb))
            if by and not self.is_trivial(thing):
                to = self.asked_of(thing, phrase.first, by)
                return self.want("condition", by, to, thing.first, phrase.first, verb.first, "made a condition")
        return None

    def _beside(self, phrase: Phrase, noun: str, by: tuple[str, ...]) -> list[Want]:
        """`the union’s demand, a 10 percent raise, was refused`: what the noun is, set off by commas."""
        thing = self.clauses.phrase_starting(phrase.last + 1)
        if self.words[phrase.last : phrase.last + 1] != [","] or thing is None:
            return []
        if self.words[thing.first] not in ("a", "an") or noun in ("call", "calls", "order"):
            return []
        stop = self.stop_after(thing)
        stop += self.words[stop : stop + 1] in (["alone"], ["only"])
        if self.words[stop : stop + 1] not in ([","], ["."]) or self.words[thing.head] in KINDS:
            return []
        if self.words[thing.head] not in CALLED and KINDS[noun] != "offer":
            return []
        to = self.asked_of(thing, stop, by) or tuple(p for p in self._refuser_of(phrase) if p not in by)
        return [self.want(KINDS[noun], by, to, thing.first, stop, phrase.first, "noun with name")]

    def _refuser_of(self, phrase: Phrase) -> tuple[str, ...]:
        """By whom what a phrase names is turned down (`the plan, a truce, was dismissed by Norway`)."""
        for verb in self.clauses.verbs:
            if verb.passive and verb.lemma in _ANSWERS and self.clauses.subject(verb) == phrase:
                return self.referents.who(self.passage, self.clauses.agent(verb))
        return ()

    def _own_stop(self, task: Verb) -> int:
        """Where a task ends before what is said of the noun (`its proposal to bring in a judge | was ignored`)."""
        stop = self.stop(task)
        told = next((v for v in self.clauses.verbs if task.last <= v.first < stop and v.form == "finite"), None)
        if told is None or set(self.words[task.last : told.first]) & _CLAUSES:
            return stop
        subject = next((p for p in self.clauses.phrases if p.last == told.first), None)
        hangs = subject is not None and self.clauses.tags[subject.head] == "PRP"
        return stop if hangs else told.first

    def _for(self, kind: DemandKind, by: tuple[str, ...], thing: Phrase, phrase: Phrase) -> list[Want]:
        """`his appeal for a truce and for the release of the crew`: each is wanted for itself."""
        stop = self.stop_after(thing)
        things = [(thing, stop), *((t, self.stop_after(t)) for t in further_things(self.clauses, stop, "for"))]
        out = []
        for member, end in things:
            begin = phrase.first if member is thing else member.first
            to = self.of_whom(member.last, end, by)
            if not to and self.words[phrase.head] == "motion":
                # What is moved for is asked of the court.
                to = tuple(p for p in self.referents.bench() if p not in by)
            out.append(self.want(kind, by, to, member.first, end, begin, "noun with for"))
        return out

    def _refused(self, phrase: Phrase, noun: str) -> list[Want]:
        """`rejected a call for a shorter week`: it was put to whoever rejects it, by somebody told of elsewhere."""
        to = self._refuser(phrase)
        thing = self.clauses.phrase_starting(phrase.last + 1)
        if not to or thing is None or self.is_trivial(thing):
            return []
        stop = self.stop_after(thing)
        if noun in _BIDS:
            s = self.clauses.sentence
            priced = MONEY.search(s.text[s.starts[thing.first] : s.ends[thing.last - 1]]) is not None
            fits = priced and self.words[phrase.last] == "of"
            return [self.want(KINDS[noun], (), to, phrase.first, stop, phrase.first, "bid")] if fits else []
        if self.words[phrase.last] != "for":
            return []
        return [self.want(KINDS[noun], (), to, thing.first, stop, phrase.first, "noun with for")]

    def _refuser(self, phrase: Phrase) -> tuple[str, ...]:
        """Who turns down or grants what a phrase names."""
        answers = (v for v in self.clauses.verbs if v.lemma in _ANSWERS or self._turned_down(v))
        verb = next((v for v in answers if phrase in (self.clauses.object(v), self._after_particle(v))), None)
        subject = None if verb is None else self.clauses.subject(verb)
        if subject is not None and self.words[subject.head] in ("board", "directors", "shareholders", "holders"):
            # `its directors turned down a bid`: one for the company.
            owner = self.referents.possessor(self.passage, subject)
            if owner:
                return owner
        return self.referents.asker(self.passage, subject)

    def _turned_down(self, verb: Verb) -> bool:
        return verb.lemma in ("turn", "brush") and self.words[verb.last : verb.last + 1] in (["down"], ["aside"])

    def _after_particle(self, verb: Verb) -> Phrase | None:
        return self.clauses.phrase_starting(verb.last + 1) if self._turned_down(verb) else None

    def _blamed(self, phrase: Phrase) -> tuple[str, ...]:
        """Whose it is in `criticised Lund over his call for a ban`: who is blamed for it."""
        at = phrase.first
        if self.clauses.tags[at] != "PRP$" or self.words[at - 1 : at] not in (["for"], ["over"]):
            return ()
        before = [v for v in self.clauses.verbs if v.last < at and v.form != "infinitive"][-1:]
        thing = self.clauses.object(before[0]) if before and before[0].lemma in BLAMES else None
        if thing is None or self.clauses.tags[thing.head] == "PRP":
            return ()
        found = self.referents.who(self.passage, thing)
        return found if len(found) == 1 else ()

    def _of_court(self, phrase: Phrase) -> bool:
        return any(w in _COURTLY for w in self.words[phrase.first : phrase.head])

    def _directive(self, verb: Verb) -> bool:
        """Whether a clause says what is to be done (`that the mill close`, `that it should close`), not what is so."""
        if verb.modal is not None:
            return verb.modal in ("should", "must", "would", "be")
        plain = self.clauses.tags[verb.head] in ("VB", "VBP") or verb.lemma in _UNCHANGED
        return plain or self.words[verb.first] == "be"

    def _whole(self, phrase: Phrase) -> Phrase:
        """The phrase with what stands before brackets (`its 3 million pound ($4 million) offer`)."""
        words, at = self.words, phrase.first - 1
        if at < 1 or words[at] != ")":
            return phrase
        opening = next((i for i in range(at, max(-1, at - 12), -1) if words[i] == "("), None)
        before = None if opening is None else next((p for p in self.clauses.phrases if p.last == opening), None)
        return phrase if before is None else Phrase(before.first, phrase.last, phrase.head)

    def _issuer(self, phrase: Phrase) -> tuple[str, ...]:
        """Who issues, files or renews the thing."""
        if self.words[phrase.last : phrase.last + 2] == [",", "by"]:
            return self.referents.who(self.passage, self.clauses.phrase_starting(phrase.last + 2))
        noun = self.words[phrase.head]
        further = _BETTERS if noun in _BIDS else _LOUDER if noun in ("calls", "demands", "appeals") else frozenset()
        for verb in self.clauses.verbs:
            if (
                verb.lemma in ISSUES | further
                and not verb.negated
                and self.clauses.object(verb) == phrase
                and not (verb.lemma in _PASSES_ON and self.words[phrase.first] == "the")
            ):
                return self.referents.who(self.passage, self.clauses.agent(verb))
        if self.words[phrase.first - 1 : phrase.first] == ["with"] and self.words[phrase.first] in ("a", "an", "the"):
            # `sent the bill back with a request that`
            before = [v for v in self.clauses.verbs if v.last < phrase.first and v.form == "finite"]
            if before and not before[-1].passive and before[-1].lemma in _SENDS:
                return self.referents.who(self.passage, self.clauses.subject(before[-1]))
        for verb in self.clauses.verbs:
            if verb.lemma == "make" and self.words[verb.last : phrase.first] == ["it"] and not verb.negated:
                # `made it a condition that`
                return self.referents.who(self.passage, self.clauses.subject(verb))
        # `the offer the company made`
        maker = self.clauses.phrase_starting(phrase.last)
        return () if self._maker(phrase) is None else self.referents.who(self.passage, maker)

    def _maker(self, phrase: Phrase) -> Verb | None:
        """The verb of who makes what a phrase names (`the offer | the company | made`)."""
        maker = self.clauses.phrase_starting(phrase.last)
        if maker is None:
            return None
        return next((v for v in self.clauses.verbs if v.first == maker.last and v.lemma in ISSUES), None)

    def _members(self, phrase: Phrase) -> list[Phrase]:
        """The members of a list of demands: `her conditions, including a pardon, a pension and safe passage`."""
        words = self.words
        i = phrase.last
        if words[i : i + 1] in (["for"], ["of"], ["on"]) and ":" in words[i : i + 10]:
            # `three conditions for reopening the bridge: …`
            i = words.index(":", i)
        while i < len(words) and words[i] in (",", "—", "–", "--", "-", "(", ":"):
            i += 1
        if i >= len(words) or (i == phrase.last and words[i] not in ("including", "such")):
            return []
        if words[i] in _INCLUDING:
            i += 1
        elif words[i : i + 2] == ["among", "them"] or words[i : i + 2] == ["such", "as"]:
            i += 2
        elif words[i - 1] != ":":
            return []
        first = self.clauses.phrase_starting(i)
        if first is None:
            return []
        return [first, *self.clauses.coordinated(first)] if self.clauses.coordinated(first) else [first]

    def _member(self, kind: DemandKind, by: tuple[str, ...], member: Phrase, phrase: Phrase) -> Want:
        stop = self._tail(member)
        want = self.want(kind, by, (), member.first, stop, member.first, "list of demands")
        return Want(want.passage, want.start, want.end, kind, by, (), want.what, want.rule, members=True)

    def _tail(self, phrase: Phrase) -> int:
        """Where a list's member ends: with the phrases and participles that hang on it, before the next comma."""
        words, tags = self.words, self.clauses.tags
        for i in range(phrase.last, len(words)):
            hangs = tags[i] == "VBD" and words[i + 1 : i + 2] in (["by"], ["for"], ["in"], ["to"])
            if words[i] in _MARKS or (tags[i] in ("VBD", "VBZ", "VBP", "MD") and not hangs):
                return i
        return len(words)
