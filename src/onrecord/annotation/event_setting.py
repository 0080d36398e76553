"""What surrounds an event: the statement that tells it, its time and place, and what these make of its reality."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence

from onrecord.annotation import event_recipients, reality
from onrecord.annotation.event_times import time_of
from onrecord.annotation.event_types import BODIES
from onrecord.annotation.frames import Frame, Frames
from onrecord.annotation.lexicons import human_nouns, words_of
from onrecord.annotation.syntax import Sentence
from onrecord.types import Event, Mention, Reality, Span, Statement, Time

PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_FRIENDLY = frozenset({"CONCEDE", "RETREAT", "AID", "SUPPORT", "CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})


_NARRATED = re.compile(
    r",\s(?:an?\s(?:charge|claim|allegation|accusation|suggestion|demand|offer|proposal|request|condition|plan|idea|move)"
    r"|(?:a|the|one|two|three|four|five|six|ten|\d+)\s(?:day|week|fortnight|month|year)s?\s(?:after|before))\s"
)
"""What ends somebody's words and goes on in the writer's: `accused it of fraud, [a charge] the firm denied`."""
DAYS_AHEAD = frozenset({"CONSULT", "PROTEST"})
"""Types of what is told as coming up on its day, and not as somebody's promise: `the union will strike on Monday`."""


def complete(
    event: Event,
    sentence: Sentence,
    within: Sequence[tuple[int, Statement]],
    times: Sequence[tuple[int, Time]],
    mentions: Sequence[Mention],
    frames: Frames | None = None,
) -> Event:
    """The event with its time, place and statement, and what that statement's stance makes of its reality."""
    start, end = event.trigger
    best: int | None = None
    own: Reality = event.reality
    size = 10**9
    for index, statement in within:
        length = sum(b - a for a, b in statement.content)
        held = length < size and any(a <= start and end <= b for a, b in statement.content)
        if held and not _NARRATED.search(sentence.text, statement.content[0][0], start):
            best, size = index, length
    statements_by = dict(within)
    if best is not None:
        own = _within(event, own, best, within, sentence)
    actor, kind, rule = event.actor, event.type, event.rule
    told = statements_by[best] if best is not None else None
    # `He turned it down, [the lawyer] said`: whoever speaks after it is somebody else.
    is_person = len(actor) == 1 and sentence.text[slice(*actor[0])].lower() in ("he", "she")
    teller = sentence.text[slice(*told.source[0])].lower() if told is not None and told.source else ""
    if (
        told is not None
        and told.source
        and len(actor) == 1
        and sentence.text[actor[0][0] : actor[0][1]].lower() in PRONOUNS
        and sentence.start <= told.source[0][0] < sentence.end
        and _may_stand_for(sentence, sentence.text[actor[0][0] : actor[0][1]].lower(), told, mentions)
        and not _other_subject(sentence, told, actor[0])
        and not _heard_by(sentence, told)
        and not (is_person and told.source[0][0] > start and teller not in PRONOUNS)
    ):
        # `The ministry said it had …`: the actor is whoever says so.
        actor = told.source
    time = time_of(event, sentence, times, frames)
    by_himself = told is not None and bool(actor) and actor == told.source
    met = kind in DAYS_AHEAD and time is not None and told is None
    promised = own == "planned" and (event.rule or "").startswith("will ") and not met
    if promised and actor and (told is None or by_himself):
        # What somebody says he will do is a promise or a threat of today (PLOVER).
        kind = "AGREE" if kind in _FRIENDLY else "THREATEN" if kind in _HOSTILE else kind
        announced = kind == "THREATEN" and event.type in _DONE_TO_SOMEBODY and not _at_somebody(sentence, event)
        said = told is None or announced or (kind == "AGREE" and not _binds(sentence, told))
        own = own if kind == event.type or said else "asserted"
    if time is None and told is not None and by_himself and own == "asserted" and kind in _BY_WORDS:
        # `said on Monday that it accepted the plan`: he does it by saying so.
        time = time_of(dataclasses.replace(event, trigger=told.cue[0]), sentence, times, frames)
    return dataclasses.replace(
        event,
        type=kind,
        actor=actor,
        place=_place(event, sentence, mentions),
        time=time,
        reality=own,
        statement=best,
        rule=rule,
    )


_DONE_TO_SOMEBODY = frozenset({"COERCE", "SANCTION"})
"""Hostile types that threaten only where somebody is named to whom it would be done: a firm that will close a unit of
its own announces it."""


def _at_somebody(sentence: Sentence, event: Event) -> bool:
    """Whether one of an event's recipients names or describes somebody, and does not only tell where."""
    for start, end in event.recipient:
        first, last = bisect.bisect_left(sentence.starts, start), bisect.bisect_left(sentence.ends, end) + 1
        if first >= len(sentence) or (first and sentence.lower[first - 1] in _WHERE):
            continue
        if event_recipients.is_party(sentence, first, min(last, len(sentence))):
            return True
    return False


BINDING = re.compile(r"\b(?:promis|pledg|vow|agree|commit|guarant|assur|offer|swear|swor|undert|accept)", re.I)
"""The verbs by which somebody binds himself."""


def _binds(sentence: Sentence, told: Statement) -> bool:
    """Whether the cue of what somebody says he will do is a promise; by `said` it is only announced."""
    return bool(told.cue) and BINDING.search(sentence.text, told.cue[0][0], told.cue[-1][1]) is not None


_MORE_BODIES = frozenset("campaign coalition firm organisation organization party side studio team union".split())


def agrees(sentence: Sentence, pronoun: str, first: int) -> bool:
    """Whether a pronoun can stand for whom the phrase at a word describes: `[the ministry] said she` and `[their
    lawyer] said they` are of somebody else."""
    last = sentence.phrase_at.get(first)
    if last is None:
        return True
    if last - first == 1 and sentence.lower[first] in PRONOUNS - {"i", "we"} and pronoun not in ("i", "we"):
        return sentence.lower[first] == pronoun
    if pronoun == "they" and sentence.lower[first] == "their":
        return False
    noun, tag = sentence.lower[last - 1], sentence.tags[last - 1]
    body = noun in BODIES or noun in _MORE_BODIES or noun in words_of("organisation_words.txt")
    if pronoun in ("he", "she"):
        return tag not in ("NNS", "NNPS") and not (tag == "NN" and body)
    # `Orrland’s president said it would …` is of Orrland.
    person = tag == "NN" and not body and noun in human_nouns() and "POS" not in sentence.tags[first:last]
    return pronoun != "it" or not person


def _may_stand_for(sentence: Sentence, pronoun: str, told: Statement, mentions: Sequence[Mention]) -> bool:
    """Whether a pronoun fits the kind of name that a statement's source bears, if it bears one."""
    start, end = told.source[0]
    if not agrees(sentence, pronoun, bisect.bisect_left(sentence.starts, start)):
        return False
    kinds = {m.kind for m in mentions if start < m.end and m.start < end}
    if pronoun == "it":
        return "person" not in kinds
    return pronoun not in ("he", "she") or not kinds or "person" in kinds


_TO_HEARERS = frozenset("tell told tells telling warn warned warns inform informed notify notified".split())
_ANYBODY = frozenset("reporters journalists parliament lawmakers viewers".split())


def _heard_by(sentence: Sentence, told: Statement) -> bool:
    """Whether somebody is told it whom a pronoun in it may stand for: `told [the firm] that it had a month`."""
    start, end = told.cue[-1]
    if not _TO_HEARERS & set(sentence.text[start:end].lower().split()):
        return False
    k = bisect.bisect_left(sentence.starts, end)
    last = sentence.phrase_at.get(k)
    return last is not None and sentence.lower[last - 1] not in _ANYBODY and sentence.tags[k] != "PRP"


def _other_subject(sentence: Sentence, told: Statement, pronoun: Span) -> bool:
    """Whether somebody else acts in what is said before a pronoun: `ruled that the city must open what [it] closed`."""
    at = told.content[0][0] if told.content else pronoun[0]
    for group in sentence.groups_from(bisect.bisect_left(sentence.starts, at)):
        if sentence.starts[group.first] >= pronoun[0]:
            return False
        last = group.first
        first = sentence.phrase_to.get(last)
        if group.form == "finite" and first is not None and sentence.starts[first] >= at:
            return sentence.tags[first] != "PRP"
    return False


_BY_WORDS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of what is done by saying it."""


def _is_past(event: Event, sentence: Sentence) -> bool:
    """Whether the verb of an event is a plain past form behind its subject in a clause about a noun."""
    k = bisect.bisect_left(sentence.starts, event.trigger[0])
    group = sentence.group_at(k)
    if group is None or group.form != "finite" or group.modal is not None or sentence.tags[group.first] != "VBD":
        return False
    first = sentence.phrase_to.get(group.first)
    if sentence.tags[group.first - 1] in ("WDT", "WP"):
        return True
    if first is None or not first:
        return False
    opener = sentence.tags[first - 1] in ("WDT", "WP") or sentence.lower[first - 1] == "that"
    return first in sentence.phrase_to or (opener and first - 1 in sentence.phrase_to)


_ANSWERS = frozenset(
    "rejected rejects reject rejecting dismissed dismisses dismiss dismissing refused refuses declined declines".split()
)


def _within(
    event: Event, own: Reality, innermost: int, within: Sequence[tuple[int, Statement]], sentence: Sentence
) -> Reality:
    """What the stances of the statements around an event make of its reality, from the innermost outwards."""
    by_index = dict(within)
    index: int | None = innermost
    is_noun = (event.rule or "").startswith("noun")
    while index is not None and index in by_index and own in ("asserted", "possible"):
        statement = by_index[index]
        stance = statement.stance
        opening = sentence.text[statement.content[0][0] : event.trigger[0]]
        if (
            stance in ("demands", "promises", "threatens", "predicts", "asks")
            and is_noun
            and any(w in opening.split() for w in ("of", "on", "in", "from", "after", "over"))
        ):
            # A noun deep within the content is taken for granted: `ordered a strike on survivors of an [attack]`.
            stance = "asserts"
        if stance in ("demands", "promises", "threatens") and _is_past(event, sentence):
            # What is to come has not been done: `agreed to restore a bonus that it [scrapped]`.
            stance = "asserts"
        if stance in ("predicts", "demands") and any(
            w in opening.split()[-3:] for w in ("have", "has", "had", "already")
        ):
            stance = "asserts"
        if (
            stance == "denies"
            and sentence.text[statement.cue[-1][0] : statement.cue[-1][1]].split()[-1].lower() in _ANSWERS
        ):
            stance = "asserts"
        own = reality.in_content(own, stance)
        index = statement.via
    return own


def with_adjuncts(event: Event, sentence: Sentence, frame: Frame | None, mentions: Sequence[Mention]) -> Event:
    """The event with the place that the network hangs on its predicate, where the rules have none."""
    if frame is None or event.place is not None:
        return event
    for label, words in frame.arguments:
        start, end = sentence.span(*words)
        if label == "ARGM-LOC":
            held = (m for m in mentions if start <= m.start and m.end <= end and _says_where(m, sentence))
            place = next(((m.start, m.end) for m in held), None)
            if place is not None:
                return dataclasses.replace(event, place=place)
    return event


_PLACES = frozenset({"place", "facility", "organisation"})
"""Kinds of names that may say where: states are among the organisations."""


def _place(event: Event, sentence: Sentence, mentions: Sequence[Mention]) -> Span | None:
    """The first place or state after `in`, `at`, `near` within reach of the trigger."""
    after = (m for m in mentions if event.trigger[1] <= m.start < event.trigger[1] + 120)
    return next(((m.start, m.end) for m in after if _says_where(m, sentence)), None)


_WHERE = frozenset({"in", "at", "near", "outside", "across"})


def _says_where(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name may be that of a place, and a preposition of place brings it."""
    words = sentence.text[sentence.start : mention.start].lower().rstrip().rsplit(" ", 2)[-2:]
    brings = bool(words) and (words[-1] in _WHERE or (words[-1] == "the" and words[0] in _WHERE))
    return brings and mention.kind in _PLACES
