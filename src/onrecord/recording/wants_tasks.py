"""Several things that one verb asks for: `to drop the suit and spend the money`, `for an apology and for two seats`."""

from __future__ import annotations

from onrecord.recording.clauses import Clauses, Phrase, Verb

_RELATIVES = frozenset(["which", "whom", "whose"])
_FARTHEST = 40
"""How many words after the first task another one is looked for."""


def further_tasks(clauses: Clauses, task: Verb) -> list[Verb]:
    """The tasks that go on with a first one: `… and spend`, `…, to hand over … and to write`.

    After a comma an infinitive may as well say what for; it is a task only where a last one follows with `and`.
    """
    words, tags = clauses.sentence.lower, clauses.tags
    out: list[Verb] = []
    sure = 0
    nested = False
    for verb in clauses.verbs:
        if verb.first < task.last:
            continue
        if verb.form == "finite" and words[verb.first - 1] in ("who", "which") and verb.lemma != "be":
            # `refund drivers who had paid | and drop charges`
            continue
        if verb.form == "finite" and any(w in _RELATIVES for w in words[max(task.last, verb.first - 5) : verb.first]):
            # `hand over the files on which it was based | and to have them tested`
            continue
        if verb.first - task.last > _FARTHEST or verb.form == "finite":
            break
        before = words[verb.first - 1]
        long = verb.first - (out[-1] if out else task).last >= 2
        # `the ability to prevent and respond` goes on with the infinitive that stands next.
        # A comma before the `and` goes back to the list (`let rivals file bids, and judge them`).
        inner = nested and words[verb.first - 2] != ","
        bare = verb.form != "infinitive" and tags[verb.head] == "VB" and before in ("and", ",") and not inner
        infinitive = verb.form == "infinitive" and task.form == "infinitive" and before in ("and", ",")
        if long and (bare or infinitive) and not verb.passive:
            out.append(verb)
            sure = len(out) if before == "and" else sure
        nested = verb.form == "infinitive" and verb not in out
    return out[:sure]


def _main(clauses: Clauses, verb: Verb, stop: int) -> bool:
    """Whether a verb after a word is none of a clause that hangs on what stands there (`the data | it gathered`)."""
    if verb.first < stop or verb.form != "finite":
        return False
    subject = clauses.subject(verb)
    return subject is None or subject.first < stop


def further_things(clauses: Clauses, stop: int, preposition: str) -> list[Phrase]:
    """The things that go on with the same preposition: `called for a vote | and for an apology`."""
    words, out, i = clauses.sentence.lower, list[Phrase](), stop
    first_verb = next((v.first for v in clauses.verbs if _main(clauses, v, stop)), len(words))
    while words[stop - 1 : stop] == ["for"]:
        stop -= 1
    while i < min(stop + _FARTHEST, first_verb, len(words) - 2):
        if words[i] == "and" and words[i + 1] == preposition:
            thing = clauses.phrase_starting(i + 2)
            if thing is not None:
                out.append(thing)
                i = thing.last
                continue
        i += 1
    return out
