"""What the clauses around an event make of its reality: what governs its verb or noun may keep it from being a fact.

`reality` judges an event by its own verb group or noun phrase. A verb in `-ing`, a bare infinitive and a noun have no
tense of their own: they share the reality of what they hang on. `may win by [attacking] the port`, `will help it
[meet] the rules`, `until the army [leaves]`, `planned a [strike]`, `a [strike] by pilots would hurt`.
"""

from __future__ import annotations

import bisect
import dataclasses

from onrecord.annotation.event_no_deeds import is_no_deed
from onrecord.annotation.event_reality_clauses import is_only_supposed, of_clause, refuses
from onrecord.annotation.event_reality_nouns import of_noun_around
from onrecord.annotation.event_reality_verbs import of_verb_around
from onrecord.annotation.reality import of_verb
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event


def settled(sentence: Sentence, event: Event) -> Event:
    """The event with what governs its trigger in its sentence taken into account; others than asserted ones stay.

    Only where nobody does it (`no boat fired`), what the network alone took out of the facts is told as not so.
    """
    if event.reality not in ("asserted", "possible") or (event.rule or "").startswith("says "):
        return event
    at = bisect.bisect_left(sentence.starts, event.trigger[0])
    if at >= len(sentence):
        return event
    if event.reality == "possible":
        group = sentence.group_at(at)
        doubted = group is not None and group.modal is None and of_verb(sentence, group) == "asserted"
        if group is not None and doubted and of_clause(sentence, group) == "negated":
            return dataclasses.replace(event, reality="negated")
        return event
    if (event.rule or "").startswith("will not "):
        if not refuses(sentence, at):
            return dataclasses.replace(event, reality="negated")
        return dataclasses.replace(event, reality="possible") if is_only_supposed(sentence, at) else event
    if (event.rule or "").startswith("noun "):
        first = sentence.phrase_to.get(at + 1)
        own = None if first is None else of_noun_around(sentence, first, at)
    else:
        group = sentence.group_at(at)
        if group is not None and group.lemma == "threaten" and is_no_deed(sentence, group, None, ()):
            # `The leak threatens to flood it`: nobody threatens, and it has not come about.
            return dataclasses.replace(event, type=None, reality="possible")
        if group is not None and event.type is None and _is_prospect(sentence, group):
            return dataclasses.replace(event, reality="planned")
        own = None if group is None or group.modal is not None else of_verb_around(sentence, group)
        if own in (None, "asserted") and group is not None and group.modal is None and event.type != "REJECT":
            own = of_clause(sentence, group)
    return event if own is None or own == "asserted" else dataclasses.replace(event, reality=own)


_EXPECTING = frozenset(
    "expect schedule slate set suppose project forecast tip poise plan intend hope consider weigh mull contemplate "
    "prepare aim threaten".split()
)


def _is_prospect(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb without a type only puts ahead what its infinitive names, or its subject: `a bid is expected`."""
    following = next(iter(sentence.groups_from(group.last)), None)
    ahead = following is not None and following.form == "infinitive" and following.first == group.last
    awaited = group.passive and group.lemma in ("expect", "schedule", "slate", "plan", "forecast")
    return awaited or (ahead and group.lemma in _EXPECTING)
