"""Who does it and to whom, by the arguments that the network gives a predicate.

An argument is a stretch of words with all that hangs on it. Who is meant is its head phrase where that names or
describes somebody; else the party that its parts lead to: the arguments of a noun or a verb within it (`the release of
[two divers]`, `to shell [the port]`), or what hangs on a preposition (`the decision of [the court]`).

The rules of a clause and the network make different mistakes. Where the rules find somebody, their answer stands, and
the network shows where his phrase begins; what they miss, it adds.
"""

from __future__ import annotations

import bisect
import dataclasses
from dataclasses import dataclass

from onrecord.annotation import event_recipients
from onrecord.annotation.event_actors import MUTUAL
from onrecord.annotation.event_setting import PRONOUNS, agrees
from onrecord.annotation.frames import Frame, Frames, Words
from onrecord.annotation.syntax import DONE_TO_SOMEBODY, Sentence
from onrecord.types import Event, Span

CORE = ("ARG1", "ARG2", "C-ARG1", "ARG3", "ARG4", "ARGM-GOL", "C-ARG2")
"""The arguments that somebody may be to whom it is done, in the order in which they are asked."""
_PLACES = ("ARGM-LOC", "ARGM-DIR")
_DEPTH = 4
"""How deep predicates within arguments are followed."""
_LEADS = frozenset("of to for against with on upon from between by toward towards at in into over among".split())
_LOCATIVE = frozenset("in at near across around throughout into inside outside from to over along".split())
_STOPS = frozenset({"WP", "WDT", "WRB", "``", "''", ":"})
_QUANTITIES = frozenset(
    "dozens hundreds thousands millions number numbers group groups scores some many several most all one two three "
    "members lot series part half majority".split()
)
_BRACKET = 8
"""How many words a bracket within a name may hold."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a predicate is aimed at, as phrases: `parties` that head an argument, `led` those that one's parts lead to,
    `places` the named places of the deed."""

    parties: tuple[Words, ...] = ()
    led: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()


def refined(sentence: Sentence, frames: Frames, head: int, event: Event, passive: bool = False) -> Event:
    """The event of the predicate at word `head` with what the network knows of its actor and its recipients."""
    frame = frames.get(head)
    if frame is None:
        return event
    own = frame.of("ARG0")
    acts = any(label in CORE and words[0] == head + 1 for label, words in frame.arguments)
    done_to = passive and own is not None and own[1] == head and sentence.lower[head] in DONE_TO_SOMEBODY and not acts
    # Who stands right before a passive participle did not do it: `the crew of a boat [seized] in May`.
    actor = event.actor if done_to else _actor(sentence, frame, event.actor)
    recipient = event.recipient
    if event.type in MUTUAL and len(actor) > len(event.actor) > 0:
        recipient = (*event.actor, *recipient)
    if passive:
        recipient = tuple(_from_start(sentence, frame.of("ARG1"), span) for span in recipient)
    aim = aims(sentence, frames, head)
    more: list[Span] = []
    for words in (*aim.parties, *aim.led, *aim.places):
        span = sentence.span(*words)
        if not any(span[0] < b and a < span[1] for a, b in (event.trigger, *actor, *recipient, *more)):
            more.append(span)
    return dataclasses.replace(event, actor=actor, recipient=(*recipient, *more))


def with_speaker(sentence: Sentence, frames: Frames, event: Event) -> Event:
    """The event with whoever says so for its actor, where that is a pronoun: `[Norrvik] says it sends food`."""
    if len(event.actor) != 1 or sentence.text[slice(*event.actor[0])].lower() not in PRONOUNS:
        return event
    for frame in frames.values():
        who, said = frame.of("ARG0"), frame.of("ARG1")
        group = sentence.group_at(frame.head)
        if who is None or said is None or group is None or group.passive or who[1] > said[0]:
            continue
        if group.lemma in _TO_HEARERS and frame.of("ARG2") is not None:
            # `told [the firm] that it had a month`: the pronoun may stand for who is told.
            continue
        own = trimmed(sentence, who)
        start, end = sentence.span(*said)
        if own is None or _is_pronoun(sentence, own):
            continue
        if not agrees(sentence, sentence.text[slice(*event.actor[0])].lower(), own[0]):
            continue
        if start <= event.actor[0][0] and event.trigger[1] <= end:
            return dataclasses.replace(event, actor=(sentence.span(*own),))
    return event


_TO_HEARERS = frozenset({"tell", "warn", "inform", "notify"})


def untold(sentence: Sentence, frames: Frames, head: int) -> tuple[Words, Aim] | None:
    """Who does what the predicate at word `head` says, and what it is aimed at, where the network sees parties on both
    sides."""
    words = frames[head].of("ARG0")
    own = None if words is None else trimmed(sentence, words)
    if own is None or (_is_pronoun(sentence, own) and sentence.lower[own[0]] not in PRONOUNS):
        return None
    said = frames[head].of("ARG1")
    if said is not None and is_clause(sentence, said):
        return None
    aim = aims(sentence, frames, head)
    return (own, aim) if aim.parties or aim.led else None


def is_clause(sentence: Sentence, words: Words) -> bool:
    """Whether an argument is a clause: `that` opens it, or its own verb is finite."""
    if sentence.lower[words[0]] == "that" and words[0] not in sentence.phrase_at:
        return True
    for k in range(*words):
        if sentence.tags[k] in _STOPS or sentence.lower[k] == "that":
            return False
        group = sentence.group_at(k)
        if group is not None:
            return group.form == "finite"
    return False


def _actor(sentence: Sentence, frame: Frame, by_rules: tuple[Span, ...]) -> tuple[Span, ...]:
    """Who does it: by the rules, from where the network sees his phrase begin; by the network alone where they see
    nobody, or something that is no party."""
    words = frame.of("ARG0")
    own = None if words is None else trimmed(sentence, words)
    if words is None or own is None or _is_pronoun(sentence, own):
        return by_rules
    if not by_rules:
        return (sentence.span(*own),)
    if len(by_rules) > 1:
        return by_rules
    joined = _joined_before(sentence, words, by_rules[0])
    return (joined, *by_rules) if joined is not None else (_from_start(sentence, words, by_rules[0]),)


def _joined_before(sentence: Sentence, words: Words, span: Span) -> Span | None:
    """The first of several who act, where the rules see the last only: `[Ada Lund], left, and Jon Ek`."""
    first, own = bisect.bisect_left(sentence.starts, span[0]), trimmed(sentence, words)
    head = None if own is None else head_phrase(sentence, own)
    if head is None or not own or first - 2 < own[0] or own[1] > first or sentence.lower[first - 1] != "and":
        return None
    both = event_recipients.is_party(sentence, *head) and sentence.tags[first - 2] == ","
    return sentence.span(*own) if both and first < words[1] else None


def _from_start(sentence: Sentence, words: Words | None, span: Span) -> Span:
    """A phrase of the rules from where the argument that holds it begins: `[Ada Lund], a doctor`."""
    own = None if words is None else trimmed(sentence, words)
    if words is None or own is None or _is_pronoun(sentence, own):
        return span
    whole, mine = sentence.span(*words), sentence.span(*own)
    held = whole[0] <= span[0] < whole[1] and mine[0] < span[0]
    return mine if held and (span[0] < mine[1] or _is_told_of(sentence, own[1])) else span


def _is_told_of(sentence: Sentence, k: int) -> bool:
    """Whether an apposition or a clause about what stands before it begins at word `k`; a dash or a list does not."""
    tags = sentence.tags[k : k + 2]
    return tags[:1] != [":"] and (tags[:1] != [","] or tags[1:] in (["DT"], ["WP"], ["WDT"]))


def _is_pronoun(sentence: Sentence, words: Words) -> bool:
    return words[1] - words[0] == 1 and (
        sentence.lower[words[0]] in PRONOUNS or sentence.tags[words[0]] in ("PRP", "PRP$", "WP", "WDT", "EX", "DT")
    )


def trimmed(sentence: Sentence, words: Words) -> Words | None:
    """An argument without the preposition before it, and without what is told of it behind: clauses, appositions."""
    first, end = words
    while first < end and sentence.tags[first] in ("IN", "TO", "``", ",", ":", "RB"):
        first += 1
    k = first
    while k < end:
        tag = sentence.tags[k]
        group = sentence.group_at(k)
        if tag in _STOPS or (k > first and sentence.lower[k] == "that"):
            break
        if tag == "(":
            close = next((i for i in range(k, min(end, k + _BRACKET)) if sentence.tags[i] == ")"), None)
            if close is None or close + 1 >= end or sentence.tags[close + 1] == ",":
                break
            k = close
        opens_clause = group is not None and group.first == k and not _within_phrase(sentence, k)
        if opens_clause or (tag == "," and not _list_goes_on(sentence, k, end)):
            break
        k += 1
    while k > first and sentence.tags[k - 1] in ("POS", ",", "CC", "IN", "TO", "(", "RB"):
        k -= 1
    return (first, k) if k > first else None


def _within_phrase(sentence: Sentence, k: int) -> bool:
    """Whether word `k` stands within a noun phrase, not at its start."""
    index = bisect.bisect_left(sentence.phrases, (k, 0)) - 1
    return index >= 0 and k < sentence.phrases[index][1]


def _list_goes_on(sentence: Sentence, comma: int, end: int) -> bool:
    """Whether a list of phrases goes on behind a comma and `and` ends it before word `end`."""
    k = comma
    while k < end and sentence.tags[k] == ",":
        k += 1
        if sentence.lower[k : k + 1] in (["and"], ["or"]):
            return True
        last = sentence.phrase_at.get(k)
        if last is None:
            return False
        if sentence.lower[last : last + 1] in (["and"], ["or"]) and last + 1 < end:
            return True
        k = last
    return False


def head_phrase(sentence: Sentence, words: Words) -> Words | None:
    """The noun phrase that an argument begins with, past prepositions, particles, quantities and quotation marks."""
    k, end = words
    while k < end:
        last = sentence.phrase_at.get(k)
        if last is not None:
            if sentence.lower[last : last + 1] == ["of"] and sentence.lower[last - 1] in _QUANTITIES and last + 1 < end:
                k = last + 1
                continue
            return k, min(last, end)
        if sentence.group_at(k) is not None or sentence.tags[k] in _STOPS - {"``"}:
            return None
        k += 1
    return None


def _joined_end(sentence: Sentence, head: Words, end: int) -> int:
    """The end of a phrase with those that `and` or commas join to it before word `end`."""
    _, last = event_recipients.widened(sentence, *head)
    return min(last, max(end, head[1]))


def aims(sentence: Sentence, frames: Frames, head: int) -> Aim:
    """What the predicate at word `head` is aimed at; nothing where the network sees no predicate there."""
    return _aims(sentence, frames, head, 0)


def _aims(sentence: Sentence, frames: Frames, head: int, depth: int) -> Aim:
    frame = frames.get(head)
    if frame is None:
        return Aim()
    parties: list[Words] = []
    led: list[Words] = []
    places: list[Words] = []
    for label, words in sorted(frame.arguments, key=lambda a: CORE.index(a[0]) if a[0] in CORE else len(CORE)):
        if label in CORE:
            found = _of_argument(sentence, frames, head, words, depth)
            parties += found.parties
            led += found.led
            places += found.places
        elif label in _PLACES:
            places += _named(sentence, words)
    return Aim(tuple(parties), tuple(led), tuple(places))


def _of_argument(sentence: Sentence, frames: Frames, outer: int, words: Words, depth: int) -> Aim:
    if sentence.lower[words[0]] == "as":
        # `resigned as mayor`: nobody to whom it is done.
        return Aim()
    head = head_phrase(sentence, words)
    places = _named(sentence, words)
    if head is None:
        verb = next((k for k in range(*words) if k in frames and sentence.group_at(k) is not None), None)
        if verb is None or verb == outer or depth == _DEPTH:
            return Aim(places=places)
        below = _aims(sentence, frames, verb, depth + 1)
        return Aim((), (*below.parties, *below.led), (*below.places, *places))
    if event_recipients.is_time(sentence, *head):
        return Aim()
    if event_recipients.is_party(sentence, *head):
        joined = (head[0], _joined_end(sentence, head, words[1]))
        return Aim((joined, *_apposed(sentence, joined, words[1])), (), places)
    noun = head[1] - 1
    led: tuple[Words, ...] = ()
    if noun in frames and noun != outer and depth < _DEPTH:
        below = _aims(sentence, frames, noun, depth + 1)
        led = (*below.parties, *below.led)
    return Aim((), led or _led(sentence, frames, head[1], words[1], depth), places)


def _apposed(sentence: Sentence, phrase: Words, end: int) -> tuple[Words, ...]:
    """The name that a comma sets beside a description: `his brother, [Jon Ek]`."""
    k = phrase[1] + 1
    last = sentence.phrase_at.get(k)
    if last is None or last > end or sentence.tags[k - 1] != "," or sentence.tags[phrase[1] - 1] in ("NNP", "NNPS"):
        return ()
    alone = last == end or sentence.tags[last] in (",", ".")
    return ((k, last),) if alone and all(tag in ("NNP", "NNPS") for tag in sentence.tags[k:last]) else ()


def _led(sentence: Sentence, frames: Frames, start: int, end: int, depth: int) -> tuple[Words, ...]:
    """The first party that the words behind a head phrase lead to, before a clause of its own begins."""
    k = start
    while k < end:
        if sentence.tags[k] in _STOPS:
            return ()
        if k in frames and sentence.group_at(k) is not None and depth < _DEPTH:
            below = _aims(sentence, frames, k, depth + 1)
            return (*below.parties, *below.led)
        last = sentence.phrase_at.get(k)
        if last is not None:
            led = sentence.lower[k - 1] in _LEADS
            if led and event_recipients.is_party(sentence, k, last) and not event_recipients.is_time(sentence, k, last):
                return ((k, _joined_end(sentence, (k, last), end)),)
            k = last
        else:
            k += 1
    return ()


def _named(sentence: Sentence, words: Words) -> tuple[Words, ...]:
    """The named phrases that a preposition of place brings within some words, in order."""
    found: list[Words] = []
    for k in range(words[0] + 1, words[1]):
        last = sentence.phrase_at.get(k)
        if (
            last is not None
            and sentence.lower[k - 1] in _LOCATIVE
            and event_recipients.is_named(sentence, k, last)
            and not event_recipients.is_time(sentence, k, last)
        ):
            found.append((k, last))
    return tuple(found)
