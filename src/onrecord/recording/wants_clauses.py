"""Wants that a clause says: `demanded that the ministry publish the list`, `suggested that both sides wait`."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.wants_authors import AuthorReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_tasks import further_tasks
from onrecord.recording.wants_words import ADVERBS, STATES, TIMES
from onrecord.types import DemandKind

_TO_BE_SET_UP = lexicon(
    "committee commission panel tribunal inquiry body group team mediator arbitrator expert force council board"
)
_SIDES = lexicon("sides parties countries nations governments states firms")


class ClauseReader(AuthorReader):
    """The rules for clauses with `that`, and for those without it (`insisting the boy be returned`)."""

    def _that(self, verb: Verb, kind: DemandKind) -> list[Want]:
        """`demanded that the ministry publish the list and that it pay`: a clause's subject is to do it."""
        at = self._that_at(verb)
        first = self._clause_wanted(verb, kind, verb.last - 1 if at is None else at, verb.first)
        out = [] if first is None else self._tasks(first, verb)
        for i in range(0 if at is None else at + 1, len(self.words)):
            if first is not None and self.words[i] == "that" and self.words[i - 1] in ("and", ","):
                begins = next((p.first for p in self.clauses.phrases if p.first > i), i)
                further = self._clause_wanted(verb, kind, i, begins)
                out += [] if further is None else [further]
        return out

    def _tasks(self, found: Want, verb: Verb) -> list[Want]:
        """Each of the things that one clause wants done (`that the port drop the fee, refund it and reopen`)."""
        s = self.clauses.sentence
        at = next((v for v in self.clauses.verbs if v.first >= verb.last and v.form != "infinitive"), None)
        if at is None or not s.text.startswith(found.what[:9], s.starts[at.first]):
            return [found]
        tasks = [at, *further_tasks(self.clauses, at)]
        if len(tasks) == 1 or self.clauses.tags[at.head] not in ("VB", "VBP") or at.passive:
            return [found]
        out = []
        for n, own in enumerate(tasks):
            stop = min([self.stop(own), *(t.first for t in tasks[n + 1 : n + 2])])
            while stop > own.last and self.words[stop - 1] in (",", "and"):
                stop -= 1
            begin = own.first if n else verb.first
            out.append(self.want(found.kind, found.by, found.to, own.first, stop, begin, found.rule))
        return [dataclasses.replace(w, named=found.named) for w in out]

    def _told_that(self, verb: Verb) -> Want | None:
        """`told the mill that it must sell two plants`: of whoever is told."""
        told = self.clauses.subject(verb) if verb.passive else self.clauses.object(verb)
        by = self._author(verb)
        if told is None or (not by and not verb.passive):
            return None
        at = verb.last if verb.passive else told.last
        at += self.words[at : at + 1] == ["that"]
        subject = self.clauses.phrase_starting(at)
        task = None if subject is None else next((v for v in self.clauses.verbs if v.first == subject.last), None)
        if subject is None or task is None or task.negated or task.passive:
            return None
        owes = task.lemma == "have" and self.words[task.last : task.last + 1] == ["to"]
        if owes:
            task = next((v for v in self.clauses.verbs if v.first == task.last and v.form == "infinitive"), task)
        if (not owes and task.modal not in ("must", "should")) or task.lemma in STATES or task.passive:
            return None
        to = tuple(p for p in self.referents.who(self.passage, told) if p not in by)
        same = self.clauses.tags[subject.head] == "PRP" or self.referents.who(self.passage, subject) == to
        if not to or not same or self.words[subject.head] in ("we", "i", "you"):
            return None
        kind: DemandKind = "request" if task.modal == "should" else "demand"
        return self.want(kind, by, to, task.head, self.stop(task), verb.first, "told to do")

    def _that_at(self, verb: Verb) -> int | None:
        """Where `that` opens the clause that a verb governs, right after it or after a time (`urged in May that`)."""
        for i in range(verb.last, min(verb.last + 5, len(self.words))):
            if self.words[i] == "that":
                return i if self.clauses.phrase_starting(i) is None else None
            if not (self.words[i] in ADVERBS | TIMES or self.clauses.tags[i] in ("CD", "RB")):
                return None
        return None

    def _clause_wanted(self, verb: Verb, kind: DemandKind, at: int, begin: int) -> Want | None:
        """What the clause after word `at` says is to be done."""
        later = [v for v in self.clauses.verbs if v.first > at and self._acts(v) and not self._relative(v)
                 and v.form != "infinitive"]  # fmt: skip
        by = self._author(verb)
        if not later or not (by or self._first_person(verb)):
            return None
        duty = later[0].modal in ("must", "should", "would")
        # No verb in the plural follows one alone: `insists that no worker lose money`.
        one = self.words[later[0].first - 1] in ("he", "she", "it") or self.clauses.tags[later[0].first - 1] == "NN"
        third = one and self.clauses.tags[later[0].head] == "VBP"
        bare = later[0].modal is None and self.words[later[0].first] not in ("do", "does", "did") and (
            self.clauses.tags[later[0].head] == "VB" or self.words[later[0].first] == "be" or third
        )
        if verb.lemma in ("rule", "decide", "decree"):
            of_others = later[0].passive or bool(self.clause_subject(at, later[0], by))
            if not duty or not of_others:
                # `decided he would rather wait`
                return None
        if verb.lemma == "insist" and later[0].modal is not None and later[0].lemma in STATES and not later[0].passive:
            # `insists that it must be part of the plan` says how things are.
            return None
        own = self.clauses.subject(later[0])
        if verb.lemma == "insist" and later[0].modal == "would" and own is not None:
            # `insisted that it would free nobody`: what somebody says of himself.
            doer = self.referents.who(self.passage, own)
            if self.clauses.tags[own.head] == "PRP" or set(doer) & set(by):
                return None
        if verb.lemma in ("insist", "suggest") and not bare and (not duty or verb.lemma == "suggest"):
            return self._plural_clause(verb, kind, at, later[0], by, begin) if verb.lemma == "suggest" else None
        return self._wanted_clause(verb, kind, at, later[0], by, begin)

    def _plural_clause(
        self, verb: Verb, kind: DemandKind, at: int, task: Verb, by: tuple[str, ...], begin: int
    ) -> Want | None:
        """`suggested that both sides wait`: in the plural what is to be done looks like what is."""
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= task.first), None)
        noun = "" if subject is None else self.words[subject.head]
        plural = is_people(noun) or noun in _SIDES
        plural = plural and not task.negated
        fits = plural and self.clauses.tags[task.head] == "VBP" and task.lemma not in STATES and task.modal is None
        return self._wanted_clause(verb, kind, at, task, by, begin) if fits else None

    def _wanted_clause(
        self, verb: Verb, kind: DemandKind, at: int, task: Verb, by: tuple[str, ...], begin: int
    ) -> Want | None:
        to = self.clause_subject(at, task, by)
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= task.first), None)
        opened = next((p for p in self.clauses.phrases if p.first == at and p.last == task.first), None)
        if subject is None and opened is not None and opened.last > at + 1:
            # The tags may take `that` for a part of the subject.
            subject = Phrase(at + 1, opened.last, opened.head)
        if self.is_public(subject) and not task.passive:
            return None
        none = subject is not None and self.words[subject.first] == "no"
        indefinite = subject is not None and self.words[subject.first] in ("a", "an")
        bare = self.clauses.tags[task.head] in ("VB", "VBP")
        puts_forward = verb.lemma in ("propose", "suggest", "recommend", "want")
        if subject is not None and indefinite and bare and puts_forward and self.words[subject.head] in _TO_BE_SET_UP:
            # `proposed that a committee look into it`: it has to be set up first, by the other side or with it.
            return self.want(kind, by, (), subject.first, self.stop(task), begin, "verb with clause")
        first = subject.first if subject is not None and (task.passive or none) else task.first
        to = to or (self._sued(verb, by) if task.passive else ())
        found = self.want(kind, by, to, first, self.stop(task), begin, "verb with clause")
        named = not to and not task.passive and subject is not None and self.clauses.tags[subject.head] != "PRP"
        return dataclasses.replace(found, named=named)

    def _relative(self, verb: Verb) -> bool:
        """Whether a verb is that of a relative clause (`that writers | who ask | be barred`)."""
        return self.words[verb.first - 1] in ("who", "which")

    def _singular(self, subject: Phrase) -> bool:
        """Whether a subject is one, so that a verb in the plural after it is none that tells (`the firm | close`)."""
        joined = {"and", "or"} & {*self.words[subject.first : subject.last]}
        one = self.clauses.tags[subject.head] == "NN" and not is_people(self.words[subject.head]) and not joined
        return one or self.words[subject.head] in ("he", "she", "it")

    def _subjunctive(self, verb: Verb) -> bool:
        """Whether a clause without `that` follows (`insisting the boy be returned`)."""
        subject = self.clauses.phrase_starting(verb.last)
        if subject is None or verb.lemma not in ("demand", "insist", "recommend", "request", "order"):
            return False
        # `demanded the firm | completely | withdraw`
        at = subject.last + (self.clauses.tags[subject.last : subject.last + 1] == ["RB"])
        following = next((v for v in self.clauses.verbs if v.first == at), None)
        return (
            following is not None
            and following.form != "infinitive"
            and (
                self.clauses.tags[following.head] == "VB"
                or self.words[following.first] == "be"
                or following.modal in ("must", "should", "would")
                or (self._singular(subject) and self.clauses.tags[following.head] == "VBP")
            )
        )
