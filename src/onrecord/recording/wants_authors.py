"""Who wants it: the agent of a verb, the people a participle hangs on, whoever wrote the paper that says it."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import FIRMS, is_people, lexicon
from onrecord.recording.wants_parts import Reader
from onrecord.recording.wants_words import TIMES

BLAMES = lexicon(
    "criticise criticize blame condemn attack denounce slam praise thank mock fault rebuke chide lambast blast accuse "
    "sue fine arrest charge commend"
)
"""Verbs for holding somebody answerable for what he did."""
_AGAINST = lexicon("sue petition picket blockade lobby confront press strike")
"""Verbs whose object is the other side."""
_WRITES = lexicon("write send speak turn go appeal address issue deliver meet talk")
_PAPERS = lexicon(
    "case action resolution draft letter statement petition lawsuit "
    "suit motion complaint bill communique report memo filing "
    "brief "
    "declaration manifesto ultimatum note plan proposal order ruling decree text measure version"
)


_GROUPS = lexicon("group coalition alliance consortium number dozens hundreds team partnership delegation")
_PEOPLED = lexicon("group groups coalition alliance delegation union unions crowd crowds campaign")
"""What a participle hangs on as it does on people (`a residents’ group | demanding a vote`)."""
_ISSUES = lexicon("launch file start publish circulate sign send write submit issue deliver")
_CROWDS = lexicon("string handful dozens scores hundreds thousands tens crowd crowds majority number couple")
_PERSONAL = lexicon(
    "billionaire millionaire businessman businesswoman tycoon mogul heir veteran celebrity widow widower"
)
"""Words for people that no body goes by."""
_LEADERS = lexicon("leaders officials government governments ministers executives directors managers leadership board")
_LETTERS = lexicon("letter letters petition message note memo email e-mail telegram appeal plea")
_NEAR = 12
"""How many words after a group one of it may be named."""


class AuthorReader(Reader):
    """What the rules that start from a verb share: who wants something, and of whom."""

    def _past_time(self, at: int) -> int:
        """The word after a time that stands at a word (`pressed the mill | on Monday | for a raise`)."""
        i = at
        while i < min(at + 5, len(self.words)) and (self.words[i] in TIMES or self.clauses.tags[i] == "CD"):
            i += 1
        return i

    def _meant(self, verb: Verb, asked: Phrase) -> tuple[str, ...]:
        """Whom the one asked stands for; of `fined the club and ordered it to play`, the club."""
        before = [v for v in self.clauses.verbs if v.last <= verb.first and v.form == "finite"]
        if self.clauses.tags[asked.head] == "PRP" and verb.form == "participle" and before:
            # `wrote to the board asking it to sell`
            end = verb.first - (self.words[verb.first - 1] == ",")
            reader = next((p for p in self.clauses.phrases if p.last == end), None)
            if reader is not None and self.words[reader.first - 1] in ("to", "with") and before[-1].lemma in _WRITES:
                found = self.referents.who(self.passage, reader)
                if found:
                    return found
        if self.clauses.tags[asked.head] == "PRP" and before and not before[-1].passive:
            thing = self.clauses.object(before[-1])
            # `is calling donors, asking them to give`
            joined = thing is not None and ("and" in self.words[thing.last : verb.first] or verb.form == "participle")
            if thing is not None and joined and self.clauses.tags[thing.head] != "PRP":
                found = self.referents.who(self.passage, thing)
                if found and len(found) == 1:
                    return found
        them = self.words[asked.head] == "them" and self.clauses.tags[asked.head] == "PRP"
        sides = self.referents.sides_before(self.passage, asked) if them else ()
        return sides or self.referents.who(self.passage, asked)

    def _is_own(self, asked: Phrase, found: tuple[str, ...], by: tuple[str, ...]) -> bool:
        """Whether a pronoun or description for the one asked was taken for the asker himself, or for his own body."""
        # Whoever speaks for a guild may urge the guild; to `it` or `the company` he is no speaker.
        if self.clauses.tags[asked.head] != "PRP" and self.words[asked.head] not in FIRMS:
            return False
        # `Norway’s shipowners urged the government`: of whose state they are is not whom they speak for.
        own = self.referents.stand(by) if all(map(self.referents.is_person, by)) else {*by}
        return bool(found and by) and set(found) <= own

    def _other_than_own(self, verb: Verb, asked: Phrase, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the sentence speaks of before besides the asker and his body: nobody asks his own side by its noun.

        `The miller’s director, Jon Ek, regrets the guild’s strike and has urged it to return`: the guild.
        """
        own, person = self.referents.stand(by), self.words[asked.head] in ("him", "her")
        for phrase in reversed([p for p in self.clauses.phrases if p.last <= verb.first]):
            told = self.referents.possessor(self.passage, phrase) or self.referents.who(self.passage, phrase)
            other = len(told) == 1 and own.isdisjoint(told) and not self.referents.is_place(told[0])
            if other and self.referents.is_person(told[0]) == person:
                return told
        return ()

    def _paper(self, verb: Verb) -> bool:
        """Whether a paper speaks: a resolution, a letter, a suit."""
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.head] in _PAPERS

    def _acts(self, verb: Verb) -> bool:
        """Whether a verb may be that of a clause, and does not hang on a noun (`officers accused of it`)."""
        return self.clauses.tags[verb.head] != "VBG" and verb.form != "passive participle"

    def _first_person(self, verb: Verb) -> bool:
        """Whether the speaker says it of himself (`we are seeking an order`): he is found by his statement."""
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.head] in ("we", "i")

    def _author(self, verb: Verb) -> tuple[str, ...]:
        """Who wants it: the verb's agent, or of a paper the one whose it is."""
        hung = self._sender(verb) or self._hung_on(verb) or self._blamed_for(verb) or self._quoted_as(verb)
        if hung is not None:
            return self.referents.asker(self.passage, hung)
        if verb.passive or not self._paper(verb):
            agent = self.clauses.agent(self._partner(verb) or verb)
            told = verb.form == "finite" and verb.lemma != "require"
            # `the billionaire developer` is no body.
            told = told and agent is not None and _PERSONAL.isdisjoint(self.words[agent.first : agent.last])
            topic = self.referents.topic(self.passage, agent) if told else ()
            topic = topic if self.referents.are_bodies(topic) else ()
            return self._led(agent) or self.referents.asker(self.passage, agent) or topic or self._of_group(agent)
        subject = self.clauses.subject(verb)
        if subject is None:
            return ()
        at = subject.last + (self.words[subject.last : subject.last + 1] == [","])
        if self.words[at : at + 2] in (["signed", "by"], ["drafted", "by"], ["sponsored", "by"]):
            return self.referents.who(self.passage, self.clauses.phrase_starting(at + 2))
        issued = next((v for v in self.clauses.verbs if v.lemma in _ISSUES and self.clauses.object(v) == subject), None)
        own = self.referents.possessor(self.passage, subject)
        if issued is None and self.words[subject.first - 2 : subject.first] == ["names", "to"]:
            # `put their names to an open letter asking the firm to stop`
            before = reversed([v for v in self.clauses.verbs if v.last < subject.first])
            issued = next((v for v in before if v.lemma == "put"), None)
        if own or issued is None or issued.negated or issued.modal is not None:
            return own
        # `has launched a petition, which many have signed, asking the mayor to go`
        return self.referents.who(self.passage, self.clauses.agent(issued))

    def _sender(self, verb: Verb) -> Phrase | None:
        """From whom the letter is that a participle hangs on (`printed a letter from Lund asking for it`)."""
        if verb.form != "participle" or self.clauses.tags[verb.head] != "VBG":
            return None
        before = [p for p in self.clauses.phrases if p.last <= verb.first and verb.first - p.first < _NEAR + 8]
        letter = next((p for p in reversed(before) if self.words[p.head] in _LETTERS), None)
        told = (v for v in self.clauses.verbs if v.form == "finite" and v.first < verb.first)
        if letter is None or any(v.first >= letter.last for v in told):
            return None
        senders = (p for p in before if p.first > letter.last and self.words[p.first - 1] in ("from", "by"))
        return next(senders, None)

    def _led(self, agent: Phrase | None) -> tuple[str, ...]:
        """Whose leaders ask, in `Norway, whose leaders have called for a boycott`: they ask for it."""
        if agent is None or self.words[agent.head] not in _LEADERS:
            return ()
        at = agent.first if self.words[agent.first] == "whose" else agent.first - 1
        if self.words[at : at + 1] != ["whose"]:
            return ()
        at -= self.words[at - 1 : at] == [","]
        return self.referents.who(self.passage, next((p for p in self.clauses.phrases if p.last == at), None))

    def _of_group(self, agent: Phrase | None) -> tuple[str, ...]:
        """Who is named of a group that has no name of its own (`a group including Lund urged the mill to …`)."""
        if agent is None:
            return ()
        at = agent.last
        if self.words[agent.head] in _CROWDS and self.words[at : at + 1] == ["of"]:
            # `a string of former rebels`, `tens of thousands of dockers`
            many = self.clauses.phrase_starting(at + 1)
            further = many is not None and self.words[many.head] in _CROWDS
            if many is not None and further and self.words[many.last : many.last + 1] == ["of"]:
                many = self.clauses.phrase_starting(many.last + 1)
            return self.referents.who(self.passage, many)
        if self.words[agent.head] not in _GROUPS:
            return ()
        at += self.words[at : at + 1] == [","]
        if self.words[at : at + 1] not in (["including"], ["led"], ["headed"], ["represented"], ["organised"]):
            told = self.words[agent.first] in ("a", "an") and agent.last - agent.first > 2
            if not told or self.clauses.tags[agent.head - 1] not in ("NN", "NNS", "JJ"):
                return ()
            # `a big farmers group`
            return self.referents.described(self.passage, agent)
        following = next((p for p in self.clauses.phrases if p.first > at), None)
        if following is None:
            return ()
        return self.referents.who(self.passage, following) or self.referents.body_in(self.passage, at, _NEAR)

    def _quoted_as(self, verb: Verb) -> Phrase | None:
        """Who is quoted in `quoted the general as ordering his troops to leave`."""
        if self.clauses.tags[verb.head] != "VBG" or self.words[verb.first - 1] != "as":
            return None
        before = [v for v in self.clauses.verbs if v.last < verb.first and v.form == "finite"][-1:]
        if not before or before[0].lemma not in ("quote", "cite"):
            return None
        return self.clauses.subject(before[0]) if before[0].passive else self.clauses.object(before[0])

    def _written_to(self, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Who gets the letter that says what is wanted (`asked for the files in a letter on Friday to the bank`)."""
        at = next((i for i in range(len(self.words)) if self.words[i] in ("letter", "memo", "note", "petition")), None)
        if at is None:
            return ()
        to = self._past_time(at + 1)
        sender = self.clauses.phrase_starting(to + 1) if self.words[to : to + 1] in (["from"], ["by"]) else None
        to = to if sender is None else sender.last
        asked = self.clauses.phrase_starting(to + 1) if self.words[to : to + 1] == ["to"] else None
        if asked is None:
            return ()
        stop = next((i for i in range(asked.last, len(self.words)) if self.words[i] == ","), asked.last)
        found = self.referents.who(self.passage, asked) or self.referents.first_in(
            self.passage, Phrase(asked.first, stop, asked.head)
        )
        return tuple(p for p in found if p not in by)

    def _sued(self, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the verb before names, of a participle that says what was wanted (`sued the mill, seeking damages`)."""
        before = [v for v in self.clauses.verbs if v.last <= verb.first and v.form == "finite"]
        if before and before[-1].lemma in _WRITES and verb.form != "finite":
            # `wrote to the mill on Monday to ask for an apology`
            reader = self.clauses.after(before[-1], lexicon("to with"))
            return tuple(p for p in self.referents.who(self.passage, reader) if p not in by)
        if verb.form != "participle" or not before or before[-1].lemma not in _AGAINST or before[-1].passive:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.object(before[-1])) if p not in by)

    def _partner(self, verb: Verb) -> Verb | None:
        """The verb whose auxiliary a participle shares (`are doubting the mayor and demanding that he go`)."""
        if verb.form != "participle" or self.clauses.tags[verb.head] != "VBG" or self.words[verb.first - 1] != "and":
            return None
        earlier = (v for v in reversed(self.clauses.verbs) if v.last < verb.first)
        return next((v for v in earlier if v.form == "finite" and self.clauses.tags[v.head] == "VBG"), None)

    def _blamed_for(self, verb: Verb) -> Phrase | None:
        """Who is blamed for it, in `criticised the mill for demanding a cut`."""
        if self.clauses.tags[verb.head] != "VBG" or self.words[verb.first - 1] not in ("for", "over", "in"):
            return None
        before = [v for v in self.clauses.verbs if v.last < verb.first and v.form == "finite"][-1:]
        return self.clauses.object(before[0]) if before and before[0].lemma in BLAMES else None

    def _hung_on(self, verb: Verb) -> Phrase | None:
        """The people that a participle hangs on (`consumers applying for credit`, `workers demanding a raise`)."""
        if verb.form != "participle" or self.clauses.tags[verb.head] != "VBG":
            return None
        before = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        if self.words[verb.first - 1] == ",":
            # `the guilds, including the bakers, demanding a ban`
            opens = next((i for i in range(verb.first - 2, max(0, verb.first - 14), -1) if self.words[i] == ","), 0)
            if opens and self.words[opens + 1] in ("including", "among"):
                return next((p for p in self.clauses.phrases if p.last == opens), None)
        # `recorded him telling a witness to lie`
        if before is not None and self.words[before.first - 1 : before.first] == ["with"]:
            # `are apart, with Lund calling for a ban`; not `roamed the streets with loudspeakers, ordering`
            tag = self.clauses.tags[before.head]
            apart = self.words[before.first - 2 : before.first - 1] == [","]
            somebody = tag in ("NNP", "NNPS") or (apart and tag == "NNS" and is_people(self.words[before.head]))
            return before if somebody and before.last == verb.first else None
        told = [v for v in self.clauses.verbs if v.last <= verb.first and v.form == "finite"][-1:]
        reads = before is not None and self.words[before.first - 1 : before.first] == ["to"]
        if reads and told and told[0].lemma in _WRITES:
            # `wrote to 14 banks requiring them to pay`
            return None
        somebody = before is not None and self.words[before.head] in ("him", "her", "them")
        if before is None:
            return None
        peopled = self.words[before.head] in _PEOPLED and self.words[before.first - 1 : before.first] != ["to"]
        return before if somebody or peopled or is_people(self.words[before.head]) else None
