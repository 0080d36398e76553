"""Answers that take up in an apposition what was asked: `…, a request the judge granted`, `…, which they refused`."""

from __future__ import annotations

from onrecord.recording.answers_words import PAUSES, TAKES_UP, THINGS
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon

_TAKEN = lexicon("take consider do make contemplate grant accept support")
"""What is done with a step, an idea or a request."""


def granted_by(clauses: Clauses, verb: Verb) -> tuple[Phrase, Phrase] | None:
    """What is taken up and who answers it, where nothing but a name stands between (`…, a request | Ek granted`).

    The two stand as one phrase.
    """
    words, tags = clauses.sentence.lower, clauses.tags
    both = next((p for p in clauses.phrases if p.last == verb.first), None)
    if both is None or verb.passive or clauses.object(verb) is not None or words[both.first] not in ("a", "an"):
        return None
    if words[both.first - 1 : both.first] not in ([","], ["—"], ["–"], ["--"], ["-"]):
        return None
    noun = next((i for i in range(both.first + 1, both.last - 1) if words[i] in THINGS), None)
    if noun is None or tags[noun + 1] not in ("NNP", "NNPS"):
        return None
    return Phrase(both.first, noun + 1, noun), Phrase(noun + 1, both.last, both.head)


def by_name(clauses: Clauses, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
    """Who answers; nobody for a pronoun, which stands for whoever was asked (`…, a request it refused`)."""
    agent = clauses.agent(verb)
    return () if agent is not None and clauses.tags[agent.head] == "PRP" else by


def step_not_taken(clauses: Clauses, verb: Verb, task: Verb | None) -> Phrase | None:
    """What is taken up by `…, a plan that she had twice | declined to weigh`."""
    words = clauses.sentence.lower
    if task is None or task.lemma not in _TAKEN:
        return None
    if words[task.last : task.last + 1] and words[task.last] not in PAUSES - {"on", "at"}:
        return None
    named = (p for p in reversed(clauses.phrases) if p.last < verb.first and words[p.head] in THINGS | TAKES_UP)
    thing = next(named, None)
    if thing is None or words[thing.first] not in ("a", "an") or verb.first - thing.last > 8:
        return None
    opens = thing.first > 0 and words[thing.first - 1] in (",", "—", "–", "--", "-")
    between = [v for v in clauses.verbs if thing.last <= v.first < verb.first and v.lemma not in ("have", "be")]
    return thing if opens and not between else None


def antecedent(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The phrase that takes up what was asked: `…, a request that was refused`, `…, an idea the mayor ruled out`."""
    words = clauses.sentence.lower
    at = verb.first
    if not verb.passive:
        if clauses.object(verb) is not None and words[verb.last : verb.last + 1] not in (["out"], ["down"], ["aside"]):
            return None
        subject = next((p for p in clauses.phrases if p.last == verb.first), None)
        at = verb.first if subject is None else subject.first
    at -= at > 0 and words[at - 1] in ("that", "which")
    thing = next((p for p in clauses.phrases if p.last == at), None)
    takes_up = thing is not None and thing.first > 1 and words[thing.first - 1] in (",", "—", "–", "--", "-")
    fits = thing is not None and words[thing.head] in THINGS | TAKES_UP and words[thing.first] in ("a", "an")
    return thing if takes_up and fits else None


def takes_up(clauses: Clauses, verb: Verb) -> bool:
    """Whether `which` after a comma is what is answered, and stands for all that was told before it."""
    words = clauses.sentence.lower
    subject = next((p for p in clauses.phrases if p.last == verb.first), None)
    if verb.passive or clauses.object(verb) is not None or subject is None or subject.first < 2:
        return False
    return words[subject.first - 1] == "which" and words[subject.first - 2] == ","
