"""Wants that a promise depends on: `would resign if the council agreed`, `will pay only if …`, `in return for …`."""

from __future__ import annotations

import dataclasses

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Reader, Want
from onrecord.recording.wants_tasks import further_tasks
from onrecord.recording.wants_words import ASKABLE, DEMAND_NOUNS, NOT_WANTED

CONCEDES = lexicon(
    "promise agree guarantee assure allow stop lift withdraw release accept pay grant provide drop end recognise "
    "recognize return halt give cease approve sign free restore resume meet offer raise cut open reopen hand surrender "
    "resign quit leave suspend settle put submit commit pledge apologise apologize hold call increase lower reduce "
    "rehire reinstate negotiate talk improve scrap abandon remove disarm extradite share sell extend change amend "
    "abolish renounce back support admit publish disclose vacate dismantle repay refund sweeten concede yield let"
)
"""Verbs for what one side of a quarrel asks of the other."""
_PLEDGES = CONCEDES | lexicon(
    "join come go keep consider tender buy vote stay wait delay postpone cancel send move reconsider discuss drop "
    "bring "
    "make attend take begin start proceed cooperate comply help plead clear open reopen shut close lift step tender "
    "guarantee waive testify vacate rejoin ratify disband dissolve transfer deliver supply evacuate lend invest finance"
)
"""Verbs for what somebody may offer to do himself."""
_CONSENTS = lexicon("accept agree approve consent allow endorse permit support offer propose counter back suggest")
_AGREES = lexicon("agree offer promise pledge vow undertake")
_PAIRS = (("in", "exchange", "for"), ("in", "return", "for"))
_LASTS = lexicon("stay remain continue last")
_GETS = lexicon("get receive win see")
_BEFALLS = lexicon(
    "refuse decline object balk "
    "win lose fail die fall rise want like wish need choose decide prefer think believe try fit suit occur come turn "
    "improve worsen recover grow work continue face suffer ask go get receive make run play score start begin"
)
"""What befalls people, or what they may do as they like."""
_LEAVES = lexicon("leave go pull stand back disarm pay")
_HANGING = lexicon("hinged hinges depends depended")
_HINGES = _HANGING | lexicon("conditional contingent dependent conditioned")
_MOVES = lexicon("release truce ceasefire talks approval support withdrawal return agreement payment consent")
_BARGAINS = lexicon("it deal price takeover merger")
_HOLDS = lexicon("be have know see feel think seem happen become remain exist")
"""What is so or not, and is done by nobody."""
_WILL = frozenset(["will", "would", "could", "'ll", "’ll", "'d", "’d"])
_MEASURES = lexicon("measures measure steps step action actions sanctions countermeasures retaliation")
_DONE = lexicon(
    "clear repair rebuild mend restore dismiss implement ratify meet honour honor respect fix secure protect deliver "
    "compensate destroy lift remove adopt enforce fund install appoint complete exclude include evacuate reverse"
)
"""What is done to a thing by somebody who is asked to."""
_READY = lexicon("ready willing prepared inclined minded")


class ConditionReader(Reader):
    """The rules that start from a promise and what it depends on."""

    def from_conditions(self) -> list[Want]:
        """What the other side has to do first."""
        return self._if_clause() or self._until() or self._in_return() or self._without()

    def _without(self) -> list[Want]:
        """`would not agree to that without a pay rise`."""
        words = self.words
        for i in range(1, len(words) - 1):
            thing = self.clauses.phrase_starting(i + 1) if words[i] == "without" else None
            if thing is None or words[thing.head] not in ASKABLE or words[thing.first] == "any":
                continue
            main = [v for v in self.clauses.verbs if v.last <= i and v.form == "finite"][-1:]
            if not main or not main[0].negated or main[0].modal not in ("will", "would", "wo", "can", "could", "ca"):
                continue
            by = self.referents.who(self.passage, self.clauses.subject(main[0]))
            if by and main[0].lemma in CONCEDES | _PLEDGES:
                return self._things(thing, by, i)
        return []

    def _if_clause(self) -> list[Want]:
        """`said he would resign if the council agreed to … and paid …`."""
        at = self._opening()
        if at is None:
            return []
        plain = self.words[at] not in ("if", "when") or self.words[at - 1 : at] == ["only"]
        # `If the council pays, she will resign.` has the condition first.
        leads = at <= 1 and "," in self.words
        strict = plain and self.words[at] not in ("if", "when", "as", "once")
        main = [
            v for v in self.clauses.verbs
            if (v.first > at if leads else v.last <= at) and (self._promises(v) or (strict and self._will(v)))
        ]  # fmt: skip
        if main and "whether" in self.words[max(0, main[-1].first - 4) : main[-1].first]:
            # `has wavered on whether he would back the mill if it closed`
            return []
        stated = self._stated(at) if not main and not leads else []
        if stated:
            return stated
        comma = self.words.index(",") if leads else len(self.words)
        inside = [v for v in self.clauses.verbs if at < v.first < comma and (v.form == "finite" or self._bare(v))]
        if leads:
            main = [v for v in main if v.first > comma][:1]
        granted = self._granted(at, inside) if not leads else []
        if granted:
            return granted
        if not main or not inside or (inside[0].negated and not plain) or self._is_so(inside[0]):
            return []
        held_out = main[-1].lemma == "hold" and inside[0].modal == "would"
        if inside[0].modal in ("would", "could", "might", "can") and not plain and not held_out:
            # `asked if they would travel`
            return []
        promiser = self.clauses.subject(main[-1])
        if leads and promiser is not None and self.words[promiser.head] in ("they", "it"):
            # `If Ek signs with the club, they would sell Lund.`: whoever that is.
            return []
        by = self.referents.who(self.passage, promiser)
        ours = promiser is not None and self.words[promiser.head] in ("we", "i")
        if self._retaliates(main[-1]):
            return []
        if inside[0].passive:
            begin = self.clauses.subject(inside[0])
            first = inside[0].first if begin is None else begin.first
            done = plain or inside[0].lemma in CONCEDES | _DONE
            if not by or not done:
                return []
            return [self.want("condition", by, (), first, self.stop(inside[0]), first, "if it is")]
        subject = self.clauses.subject(inside[0])
        to = self.referents.who(self.passage, subject)
        receiver = self.clauses.object(main[-1]) if main[-1].lemma == "offer" else None
        if receiver is not None and subject is not None and self.clauses.tags[subject.head] == "PRP":
            to = self.referents.who(self.passage, receiver) or to
        if by and not to and plain and subject is not None and subject.first > at:
            return [self.want("condition", by, (), subject.first, self.stop(inside[0]), subject.first, "if it is")]
        begin = self.clauses.subject(inside[0])
        if ours and begin is not None and begin.first >= at and self.words[begin.head] not in ("we", "i", "it"):
            # `If they hand it over, we will drop the case`: by whoever says so.
            return [self.want("condition", (), to, inside[0].first, self.stop(inside[0]), at, "if they")]
        if not by or not to or set(by) & set(to):
            return []
        # The verbs that follow with the same subject are conditions of their own.
        shared = [
            v
            for v in inside[1:]
            if v.lemma in CONCEDES and self.words[v.first - 1] in (",", "and") and self.clauses.subject(v) == subject
        ]
        out = []
        for verb in (inside[0], *shared):
            stop = min([self.stop(verb), *(v.first for v in shared if v.first > verb.first)])
            while stop > verb.last and self.words[stop - 1] in (",", "and"):
                stop -= 1
            begins = verb.first if verb is not inside[0] else at
            task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
            further = [] if task is None or verb.lemma != "agree" else further_tasks(self.clauses, task)
            if task is not None and further and further[-1].last <= stop:
                # `if Norway agreed to free the crew and to pay`
                ends = [*(v.first for v in further), stop]
                for own, end in zip((task, *further), ends, strict=True):
                    last = end
                    while last > own.last and self.words[last - 1] in (",", "and"):
                        last -= 1
                    first = begins if own is task else own.first
                    out.append(self.want("condition", by, to, own.first, last, first, "if they"))
                continue
            first = verb.head if held_out else verb.first
            out.append(_to_be_done(self.want("condition", by, to, first, stop, begins, "if they"), verb))
        return [dataclasses.replace(w, members=len(out) > 1) for w in out]

    def _retaliates(self, main: Verb) -> bool:
        """Whether it is a warning and no bargain (`will take further steps if Norway tests another one`)."""
        thing = self.clauses.object(main)
        return thing is not None and self.words[thing.head] in _MEASURES

    def _bare(self, verb: Verb) -> bool:
        """Whether a verb in its plain form has a subject before it (`on condition that the pair | sell`)."""
        plain = self.clauses.tags[verb.head] == "VB" and verb.form == "participle"
        return plain and any(p.last == verb.first for p in self.clauses.phrases)

    def _stated(self, at: int) -> list[Want]:
        """`accepted the plan, provided that his son was freed`: what was agreed to on a condition, whatever that is."""
        if self.words[at - 1 : at + 1] not in (["provided", "that"], ["condition", "that"], ["understanding", "that"]):
            return []
        agreed = [v for v in self.clauses.verbs if v.last < at and v.lemma in _CONSENTS and not v.negated]
        inside = next((v for v in self.clauses.verbs if v.first > at and v.form == "finite"), None)
        subject = None if inside is None else self.clauses.subject(inside)
        if not agreed or agreed[-1].passive or inside is None or subject is None or subject.first <= at:
            return []
        by = self.referents.who(self.passage, self.clauses.subject(agreed[-1]))
        to = () if inside.passive else self.referents.who(self.passage, subject)
        if not by or set(by) & set(to):
            return []
        done = bool(to) and not self._is_so(inside)
        to = to if done else ()
        first = inside.first if done else subject.first
        return [self.want("condition", by, to, first, self.stop(inside), at - 1, "if they" if done else "if it is")]

    def _granted(self, at: int, inside: list[Verb]) -> list[Want]:
        """`can keep the licence if it pays the fine, the ministry said`: a condition of whoever says so."""
        main = [v for v in self.clauses.verbs if v.last <= at and v.modal in ("can", "may") and not v.negated]
        if not main or not inside or inside[0].negated or inside[0].passive:
            return []
        if inside[0].lemma not in CONCEDES | _PLEDGES or main[-1].lemma == "be":
            return []
        to = self.referents.who(self.passage, self.clauses.subject(main[-1]))
        subject = self.clauses.subject(inside[0])
        same = subject is not None and self.clauses.tags[subject.head] == "PRP"
        if not to or not same:
            return []
        return [self.want("condition", (), to, inside[0].first, self.stop(inside[0]), at, "if they")]

    def _until(self) -> list[Want]:
        """`will not talk until Norway withdraws`, `refused to meet before the mill apologised`."""
        words = self.words
        at = next((i for i, w in enumerate(words) if w in ("until", "till", "before", "unless")), None)
        if at is None:
            return []
        comma = self._clause_comma(at)
        inside = next((v for v in self.clauses.verbs if at < v.first < comma and v.form != "infinitive"), None)
        main = [v for v in self.clauses.verbs if v.last <= at and self._withholds(v)]
        if not main and words[at] != "before" and (at < 2 or words[at - 1] in ("that", ",")):
            # `Until Norway withdraws, we will not talk.`
            main = [v for v in self.clauses.verbs if v.first > comma and self.leads(v) and self._withholds(v)][:1]
        if inside is None or not main or inside.negated or self._apart(main[-1], at):
            return []
        if self.words[inside.first] == "being":
            # `shouted before being led out`
            return []
        if main[-1].lemma in ("have", "take", "be", "win", "survive", "succeed") or self.words[at - 1] == "wait":
            # `will not have long to wait before the shop opens`
            return []
        keeps = self._lasts(main[-1])
        by = self.referents.who(self.passage, self.clauses.subject(main[-1]))
        subject = self.clauses.subject(inside)
        to = () if inside.passive else self.referents.who(self.passage, subject)
        if by and set(by) == set(to) and inside.lemma in _GETS:
            # `will stay out until they get a contract`
            return [self.want("condition", by, (), inside.first, self.stop(inside), at, "not until")]
        if set(by) & set(to) or (not to and not inside.passive) or self._is_so(inside):
            return []
        if inside.modal in ("can", "could", "may", "might"):
            # `will stay until the court can hear it`
            return []
        if inside.passive and subject is not None and self.clauses.tags[subject.head] == "PRP":
            return []
        own = self.clauses.subject(main[-1])
        ours = own is not None and self.words[own.head] in ("we", "i")
        if not by and not keeps and not self._none(main[-1]) and not ours:
            return []
        whole = inside.passive or "have" in self.words[inside.first : inside.head]
        first = subject.first if whole and subject is not None else inside.first
        found = self.want("condition", by, to, first, max(self.stop(inside), inside.last), at, "not until")
        perfect = "have" in {lemma(w) for w in self.words[inside.first : inside.head]}
        return [_to_be_done(found, inside) if perfect else found]

    def _clause_comma(self, at: int) -> int:
        """The comma that ends the clause after word `at`, past a name set off (`the owner, Vesta Lines, pays`)."""
        words = self.words
        commas = [i for i in range(at, len(words)) if words[i] in (",", ";")]
        opener = self.clauses.phrase_starting(at + 1)
        name = None if opener is None or not commas else self.clauses.phrase_starting(commas[0] + 1)
        beside = name is not None and opener is not None and opener.last == commas[0] and name.last in commas
        return (commas[2] if len(commas) > 2 else len(words)) if beside else commas[0] if commas else len(words)

    def _apart(self, main: Verb, at: int) -> bool:
        """Whether another clause stands between a refusal and the word that opens the condition."""
        later = [v for v in self.clauses.verbs if main.last <= v.first < at and v.form == "finite"]
        return bool(later) and "and" in self.words[main.last : at]

    def _withholds(self, verb: Verb) -> bool:
        """`will not talk`, `refused to talk`, `ruled out talks`."""
        if verb.lemma in ("refuse", "decline") or (
            verb.lemma == "rule" and self.words[verb.last : verb.last + 1] == ["out"]
        ):
            return not verb.negated
        if verb.modal in ("will", "would") and (self._lasts(verb) or self._none(verb)):
            # `the gate will stay shut until`, `no ship will be unloaded until`
            return not verb.negated
        return verb.negated and verb.modal in ("will", "would", "can", "could", "wo", "ca")

    def _lasts(self, verb: Verb) -> bool:
        return verb.lemma in _LASTS or (verb.lemma == "go" and self.words[verb.last : verb.last + 1] == ["on"])

    def _none(self, verb: Verb) -> bool:
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.first] == "no"

    def _is_so(self, verb: Verb) -> bool:
        """Whether a clause tells what is or happens, and is done for nobody's sake."""
        gone = verb.lemma == "go" and "have" in self.words[verb.first : verb.head]
        # `if the bidder went to 9 euros a share`
        gone = gone or (verb.lemma in ("go", "come") and self._to_a_sum(verb))
        return (verb.lemma in _HOLDS | _BEFALLS and not verb.passive) and not gone

    def _to_a_sum(self, verb: Verb) -> bool:
        """Whether a sum follows by `to` or `up to`."""
        at = verb.last + (self.words[verb.last : verb.last + 1] in (["up"], ["down"]))
        return self.words[at : at + 1] == ["to"] and self.clauses.tags[at + 1 : at + 2] in (["CD"], ["$"])

    def _opening(self) -> int | None:
        """Where a condition opens: `if`, `provided`, `on condition that`, `as long as`."""
        words = self.words
        for i, word in enumerate(words):
            if word == "provided" and words[i + 1 : i + 2] == ["that"]:
                return i + 1
            if word in ("if", "provided") and words[i - 1 : i] not in (["as"], ["even"], ["what"], ["asked"], ["know"]):
                return i
            if word == "condition" and words[i - 1 : i] in (["on"], ["the"]) and words[i + 1 : i + 2] == ["that"]:
                return i + 1
            if words[i : i + 3] in (["as", "long", "as"], ["so", "long", "as"]):
                return i + 2
            if words[i : i + 2] == ["the", "day"] and i and self._on_the_day(i + 2):
                # `will lay down their arms the day an election is called`
                return i + 1
            if words[i : i + 4] == ["on", "the", "understanding", "that"]:
                return i + 3
            if words[i : i + 3] == ["as", "soon", "as"] and self._on_condition(i + 2):
                return i + 2
            if word in ("once", "when") and (words[i - 1 : i] == ["only"] or self._on_condition(i)):
                return i
        return None

    def _on_condition(self, at: int) -> bool:
        """Whether `when` opens what a concession waits for (`would free the crew when the ships left`)."""
        near = [v for v in self.clauses.verbs if v.last <= at][-2:]
        main = [v for v in near if self._promises(v)][:1]
        inside = next((v for v in self.clauses.verbs if v.first > at and v.form == "finite"), None)
        if not main or inside is None or any(v.form == "finite" and v.first > main[0].first for v in near):
            return False
        done = "have" in {lemma(w) for w in self.words[inside.first : inside.head]}
        if main[0].lemma not in (CONCEDES | _PLEDGES if done else CONCEDES):
            return False
        subject = self.clauses.subject(inside)
        others = subject is not None and subject.first > at and self.clauses.tags[subject.head] != "PRP"
        return others and inside.modal is None and inside.lemma in CONCEDES | _LEAVES | {"post"}

    def _on_the_day(self, at: int) -> bool:
        """Whether a clause stands right behind `the day`, after what somebody says he will do."""
        subject = self.clauses.phrase_starting(at)
        inside = next((v for v in self.clauses.verbs if v.first >= at), None)
        near = [v for v in self.clauses.verbs if v.last <= at - 2][-1:]
        own = bool(near) and near[0].modal in _WILL and self.stop(near[0]) >= at - 2
        return subject is not None and inside is not None and inside.form == "finite" and own

    def _will(self, verb: Verb) -> bool:
        """Whether somebody says what he will do, whatever it is."""
        if verb.form != "finite" or verb.negated or verb.passive or verb.lemma in _HOLDS | _BEFALLS:
            return False
        relative = self.words[verb.first - 1 : verb.first] in (["that"], ["which"], ["who"])
        return verb.modal in ("will", "would") and "have" not in self.words[verb.first : verb.head] and not relative

    def _promises(self, verb: Verb) -> bool:
        """`would resign`, `was ready to resign`, `agreed to resign`; not `would have resigned`."""
        words = self.words
        agrees = verb.lemma in ("object", "oppose", "mind") and verb.modal in ("will", "would") and not verb.passive
        if verb.negated and not agrees:
            # `will not raise it only if …` says little; `would not resign unless` is for the rules of threats.
            return False
        if agrees and verb.negated:
            # `would not object to a panel so long as it met in Oslo`
            return True
        if verb.form == "infinitive":
            before = next((v for v in self.clauses.verbs if v.last == verb.first), None)
            ready = verb.first > 0 and words[verb.first - 1] in _READY
            offered = before is not None and before.lemma == "offer"
            # Whoever is ready to do anything at all under a condition offers it.
            ready = ready and (verb.lemma not in _HOLDS or verb.lemma == "see")
            return offered or ready or (verb.lemma in _PLEDGES and before is not None and before.lemma in _AGREES)
        holds_out = verb.lemma == "hold" and words[verb.last : verb.last + 1] == ["out"]
        offers = (verb.lemma == "offer" or holds_out) and verb.form == "finite" and not verb.passive
        if offers and verb.modal is None and (holds_out or self.clauses.object(verb) is not None):
            # `offered the union a raise if it dropped the suit`
            return True
        if verb.modal is None or "have" in words[verb.first : verb.head]:
            return False
        if words[verb.first - 1 : verb.first] in (["that"], ["which"], ["who"]):
            # `ready to lead investors | who would buy it`
            return False
        return verb.modal in _WILL and verb.lemma in _PLEDGES and not verb.passive

    def _in_return(self) -> list[Want]:
        """`would lift the blockade in return for a loan`, `made its consent conditional on an inquiry`."""
        words = self.words
        for i in range(len(words) - 3):
            swaps = tuple(words[i : i + 3]) in _PAIRS
            hinges = words[i] in _HINGES and words[i + 1] in ("on", "upon")
            if not swaps and not hinges:
                continue
            thing = self.clauses.phrase_starting(i + (3 if swaps else 2))
            before = [v for v in self.clauses.verbs if v.last <= i]
            if thing is None or not before or words[thing.head] in NOT_WANTED:
                continue
            if swaps and not any(self._promises(v) for v in before):
                offered = self._offered_before(i)
                if offered:
                    return self._things(thing, offered, i)
                continue
            subject = self.clauses.subject(before[-1])
            if words[i] == "dependent" and not any(v.lemma == "make" for v in before[-2:]):
                # `are dependent on the mill for jobs` is how things are.
                continue
            thing_said = subject is not None and self.words[subject.head] in DEMAND_NOUNS | _BARGAINS | _MOVES
            if words[i] in _HANGING and not (thing_said and words[thing.head] in ASKABLE):
                continue
            if hinges and subject is not None and thing_said:
                # `It is conditional on an inquiry, Lund said.`: the speaker's condition, or of whose offer it is.
                by = () if self.words[subject.head] == "it" else self.referents.possessor(self.passage, subject)
                return self._things(thing, by, i)
            by = self.referents.who(self.passage, subject)
            if by:
                return self._things(thing, by, i)
        return []

    def _offered_before(self, at: int) -> tuple[str, ...]:
        """Whose offer a bargain ends (`an offer by Norway to free the crew | in exchange for a pledge`)."""
        offers = [p for p in self.clauses.phrases if p.last <= at and self.words[p.head] in ("offer", "proposal")]
        return self.referents.possessor(self.passage, offers[-1]) if offers else ()

    def _things(self, thing: Phrase, by: tuple[str, ...], begin: int) -> list[Want]:
        members = self.listed(thing)
        end = members[-1][1]
        if len(members) == 1 and self.words[end : end + 2] in (["and", "on"], ["and", "upon"]):
            further = self.clauses.phrase_starting(end + 2)
            members += [] if further is None else self.listed(further)
        out = []
        for member, stop in members:
            first = begin if member is thing else member.first
            to = self.asked_of(member, stop, by)
            out.append(self.want("condition", by, to, member.first, stop, first, "in return"))
        return out


def _to_be_done(want: Want, verb: Verb) -> Want:
    """A condition as what is to be done: `lift the ban` of `if the port lifted the ban`."""
    word, _, rest = want.what.partition(" ")
    if word in ("has", "have", "had") and verb.form == "finite" and not verb.passive and verb.last - verb.first == 2:
        # `until the port has lifted the ban`
        done, _, rest = rest.partition(" ")
        return dataclasses.replace(want, what=f"{lemma(done)} {rest}") if rest else want
    if verb.form != "finite" or verb.passive or verb.modal is not None or verb.last - verb.first != 1 or not rest:
        return want
    return dataclasses.replace(want, what=f"{lemma(word)} {rest}")
