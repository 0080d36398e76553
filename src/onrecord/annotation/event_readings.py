"""Other readings of a sentence's events, held in doubt: who else may do it, and to whom.

The rules settle on one actor and one recipient, the likeliest, and leave out verbs that tell of no event by
themselves. Whoever wants every pair of parties that a sentence may relate finds the others here, with the trigger and
the type of the event that they are another reading of and a low confidence. A record leaves them out.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence

from onrecord.annotation import event_recipients, reality
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event, Span

IN_DOUBT = 0.3
"""The highest confidence of an event in doubt; those that the rules stand by have more."""
_FURTHER = 0.2
"""The confidence where the recipients are no parties, or the verb tells of no event by itself."""
_MOST = 8
"""How many recipients an event in doubt lists."""
_REACH = 12
"""How many words behind a verb the place where it happened may begin."""


def in_doubt(sentence: Sentence, events: Sequence[Event]) -> list[Event]:
    """The events in doubt of a sentence.

    Args:
        sentence: the sentence.
        events: what the rules stand by, with triggers in the sentence.
    """
    told = {event.trigger for event in events}
    found: list[Event] = []
    for event in events:
        if event.actor:
            found.extend(_with_others(sentence, event, IN_DOUBT))
        else:
            where = _where(sentence, event)
            if where is not None:
                # `was arrested in Orrland`: by those who rule there, one may think.
                found.append(_doubted(event, IN_DOUBT, (where,), event.recipient))
    for group in sentence.groups:
        if group.form == "finite" and sentence.span(group.head, group.head + 1) not in told:
            untold = _untold(sentence, group)
            if untold is not None:
                found.extend(_with_others(sentence, untold, _FURTHER))
    return found


_MARK = "in doubt: "


def plain(rule: str | None) -> str | None:
    """The rule of an event without the mark of one in doubt."""
    return rule if rule is None else rule.removeprefix(_MARK)


def _doubted(event: Event, confidence: float, actor: tuple[Span, ...], recipient: tuple[Span, ...]) -> Event:
    rule = f"{_MARK}{event.rule}"
    return dataclasses.replace(event, actor=actor, recipient=recipient, confidence=confidence, rule=rule)


def _with_others(sentence: Sentence, event: Event, confidence: float) -> list[Event]:
    """The event with the parties, and with the things, that the sentence names besides its own parts."""
    parties, things = _others(sentence, event)
    found = [_doubted(event, confidence, event.actor, parties)] if parties else []
    return [*found, _doubted(event, _FURTHER, event.actor, things)] if things else found


def _others(sentence: Sentence, event: Event) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The parties and the things of a sentence besides an event's own parts, those after its trigger first.

    Of several who act together, each but the first is among them: they may act upon each other.
    """
    at = bisect.bisect_left(sentence.starts, event.trigger[0])
    parties: list[Span] = []
    things: list[Span] = []
    for first, last in sorted(sentence.phrases, key=lambda p: (p[0] < at, abs(p[0] - at))):
        span = sentence.span(first, last)
        own = (event.trigger, *event.recipient, *(a for a in event.actor if not _further_member(sentence, a, first)))
        if any(span[0] < b and a < span[1] for a, b in own) or event_recipients.is_time(sentence, first, last):
            continue
        if event_recipients.is_party(sentence, first, last):
            parties.append(span)
        elif sentence.tags[first] not in ("PRP", "EX", "WP"):
            things.append(span)
    return tuple(parties[:_MOST]), tuple(things[:_MOST])


def _further_member(sentence: Sentence, actor: Span, first: int) -> bool:
    """Whether the phrase at word `first` is joined to another within the actor: `Peru and [Chad]`."""
    return actor[0] < sentence.starts[first] < actor[1] and sentence.lower[first - 1] in ("and", ",")


def _where(sentence: Sentence, event: Event) -> Span | None:
    """The named place right after `in` behind the trigger of an event, in its clause."""
    at = bisect.bisect_left(sentence.starts, event.trigger[1])
    for k in range(at, min(at + _REACH, len(sentence) - 1)):
        if sentence.tags[k] in (",", ":", "``", "''"):
            return None
        last = sentence.phrase_at.get(k + 1)
        if sentence.lower[k] == "in" and last is not None and event_recipients.is_named(sentence, k + 1, last):
            return None if event_recipients.is_time(sentence, k + 1, last) else sentence.span(k + 1, last)
    return None


def _untold(sentence: Sentence, group: VerbGroup) -> Event | None:
    """The event of a verb by which the rules see none told, if somebody is its subject."""
    who = subject(sentence, group)
    if who is None or group.passive:
        return None
    trigger, actor = sentence.span(group.head, group.head + 1), sentence.span(who.first, who.head)
    return Event(trigger, None, (actor,), reality=reality.of_verb(sentence, group), rule=group.lemma)
