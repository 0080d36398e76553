"""Events: what the annotator found, and what wants and words imply."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.recording.actors import aimed_at, described, who
from onrecord.recording.acts import BLAMED, Happening, acts_of
from onrecord.recording.answers import Reply
from onrecord.recording.dates import UNKNOWN, Day, day_of
from onrecord.recording.deadlines import Gathered
from onrecord.recording.doubt import in_doubt
from onrecord.recording.due import Due
from onrecord.recording.due_mentions import words_of
from onrecord.recording.event_days import day_of_message, own_times
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, around
from onrecord.recording.referents import Referents
from onrecord.recording.relative_days import dated_by_others, told_past
from onrecord.recording.statements import Told
from onrecord.recording.wants_parts import Want
from onrecord.types import DeadlineState, Event, Reality, RecordEvent, Span, Time


def events_of(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    deadlines: Sequence[Gathered],
    wants: Sequence[Want] = (),
    replies: Sequence[Reply] = (),
) -> tuple[Happening, ...]:
    """The events of bodies, summaries and titles as each sentence tells them, in reading order.

    Events that the annotator itself holds in doubt are left out. What is dated after the day of publication is
    planned. A due time dates no event but its own. Which of them are one happening `event_links` says.
    """
    dues: dict[tuple[int, int], list[Due]] = {}
    for due in (d for g in deadlines for d in g.dues):
        dues.setdefault((due.passage.document, due.passage.start), []).append(due)
    statement_ids = {(t.document, t.index): t.statement.id for t in told}
    due_spans = {
        (d.passage.document, t.start)
        for own in dues.values()
        for d in own
        for _, t in material.times_in(d.passage)
        if _names(d, t)
    }
    cues: dict[tuple[int, int], list[tuple[Span, DeadlineState, Gathered]]] = {}
    for deadline in deadlines:
        for passage, start, end, state in deadline.cues:
            cues.setdefault((passage.document, passage.start), []).append(((start, end), state, deadline))
    rows: list[Happening] = []
    for document, item in enumerate(material.documents):
        for at, found in _retimed(material, document, item.annotations.events):
            key = (at.document, at.start)
            made = _made(material, referents, statement_ids, at, found, due_spans, dues.get(key, ()))
            rows.append(_by_deadline(made, cues.get(key, ())))
    rows = _only_wanted(material, rows, wants)
    rows.extend(acts_of(material, rows, told, wants, replies, [d for own in dues.values() for d in own]))
    rows = _by_message(material, referents, rows)
    rows.sort(key=lambda h: (h.passage.document, h.trigger))
    return tuple(dated_by_others(material, rows))


def _retimed(material: Material, document: int, events: Sequence[Event]) -> Iterator[tuple[Passage, Event]]:
    """The events of a document that are not in doubt, with their sentences, each with the time that is its own."""
    sentences: dict[int, tuple[Passage, list[Event]]] = {}
    for event in events:
        passage = material.quotes.passage_at(document, event.trigger[0])
        if passage is not None and event.confidence > IN_DOUBT:
            sentences.setdefault(passage.start, (passage, []))[1].append(event)
    for passage, own in sentences.values():
        times = own_times(material, passage, own)
        for event in own:
            at = event.trigger[0]
            yield passage, dataclasses.replace(event, time=times[at]) if at in times else event


def _only_wanted(material: Material, rows: Sequence[Happening], wants: Sequence[Want]) -> list[Happening]:
    """The events with those planned that are what somebody wants (`demanded an amnesty`): nobody says they happened."""
    heads: dict[tuple[int, int], list[Span]] = {}
    for want in wants:
        text = material.documents[want.passage.document].document.text
        start = max(want.start, want.end - len(want.what))
        head = _HEAD.match(text, start, want.end)
        if head is not None:
            heads.setdefault((want.passage.document, want.passage.start), []).append(head.span())
    return [
        dataclasses.replace(h, event=dataclasses.replace(h.event, reality="planned"))
        if h.event.reality == "asserted"
        and (h.event.rule or "").startswith("noun ")
        and any(start <= h.trigger[0] < end for start, end in heads.get((h.passage.document, h.passage.start), ()))
        else h
        for h in rows
    ]


def _by_message(material: Material, referents: Referents, rows: Sequence[Happening]) -> list[Happening]:
    """The events with the day of what they are said in, where their sentence begins with it and they have none."""
    known: dict[tuple[int, int], tuple[int, Day] | None] = {}
    out = []
    for h in rows:
        key = (h.passage.document, h.passage.start)
        if key not in known:
            known[key] = day_of_message(material, h.passage)
        made = known[key]
        if made is not None and h.event.date is None and h.event.reality == "asserted" and h.trigger[0] > made[0]:
            verbs = referents.clauses(h.passage).verbs
            starts = referents.clauses(h.passage).sentence.starts
            main = next((v for v in verbs if v.form == "finite" and starts[v.first] > made[0]), None)
            if main is not None and starts[main.first] <= h.trigger[0] + 12 and h.trigger[0] <= starts[main.head]:
                day = made[1]
                event = dataclasses.replace(h.event, date=day.date, end=day.end, precision=day.precision)
                h = dataclasses.replace(h, event=event)
        out.append(h)
    return out


_HEAD = re.compile(r"(?:(?!(?:of|to|in|on|for|over|after|from|by|with|at|that|who|which|because)\b)[\w’'-]+\s*){1,5}")
"""The words of what is wanted up to the first that hangs something on it; what hangs on it may well have happened."""


_LABOUR = re.compile(
    r"\b(?:unions?|guild|workers|walkout|work stoppage|pickets?|picketing|contract talks|pay|wages|employers?"
    r"|employees|labou?r"
    r"|(?:writers|actors|teachers|nurses|doctors|pilots|drivers|miners|dockers|rail|transit|general)['’]? strike)\b",
    re.I,
)
"""What shows that a strike is one of workers."""


_ARMS = re.compile(
    r"\b(?:air|missile|drone|military|army|navy|troops|rebels?|militants?|warplanes?|bomb(?:s|ed|ing)?|rockets?|soldiers"
    r"|killed|vessels?|war)\b",
    re.I,
)
"""What shows that a strike may be an attack; a document without any of it tells of one of workers."""
_AT_PLACES = frozenset({"ASSAULT", "PROTEST"})
"""Types whose noun may have the name of a place before it that only tells where."""
_REACH = 70
"""How many characters from its trigger the words may lie that an event is quoted with."""


def _by_deadline(h: Happening, cues: Sequence[tuple[Span, DeadlineState, Gathered]]) -> Happening:
    """The event with what the deadline that it ends tells of it: it passes on its day; to lift it is to yield."""
    for (start, end), state, deadline in cues:
        if not start <= h.trigger[0] < end:
            continue
        if state == "expired" and h.event.date is None and deadline.day is not None:
            day = deadline.day
            dated = dataclasses.replace(h.event, date=day.date, end=day.end, precision=day.precision)
            return dataclasses.replace(h, event=dated)
        if state in ("withdrawn", "extended") and h.event.type is None:
            return dataclasses.replace(h, event=dataclasses.replace(h.event, type="CONCEDE"))
    return h


def _names(due: Due, time: Time) -> bool:
    """Whether a time is that of the due day, not of the day on which it was set: `72 hours on [Tuesday] to pay`."""
    return due.day.date is not None and due.start <= time.start < due.end and day_of(time).date == due.day.date


def _made(
    material: Material,
    referents: Referents,
    statement_ids: dict[tuple[int, int], str],
    passage: Passage,
    e: Event,
    due_spans: set[tuple[int, int]],
    dues: Sequence[Due],
) -> Happening:
    document = passage.document
    times = material.documents[document].annotations.times
    text = material.documents[document].document.text
    time = e.time
    if time is not None and ((document, times[time].start) in due_spans or times[time].relation in ("until", "by")):
        time = _before(material, passage, e.trigger, due_spans)
    accused = BLAMED.search(text, max(passage.start, e.trigger[0] - 150), e.trigger[0])
    if accused is not None:
        # `accused the navy on Thursday of firing at dawn`: the day of the accusation is not that of the deed.
        later = [n for n, t in material.times_in(passage) if t.start >= e.trigger[1]]
        time = later[0] if later else None
    day = UNKNOWN if time is None else day_of(times[time])
    if time is not None and e.reality == "asserted":
        day = told_past(day, times[time], material.published(document), referents.clauses(passage), e.trigger)
    whole = [s for s in (*e.actor, e.trigger, *e.recipient) if passage.start <= s[0] and s[1] <= passage.end]
    actor = who(material, referents, passage, e.actor)
    if not actor and e.actor and _is_for_pronoun(referents, passage, e.trigger, e.actor[0]):
        # `a clerk said he had …`: whoever says so, and not whom the pronoun may stand for besides. `The socialist said
        # he …` goes on with somebody who has a name.
        actor = described(material, referents, passage, e.actor)
        known = text.startswith(("the ", "The "), e.actor[0][0])
        actor = () if known and any(material.parties.get(p).kind == "person" for p in actor) else actor
    actor = (
        actor
        or referents.doer_at(passage, e.trigger[0])
        or described(material, referents, passage, e.actor)
    )
    if e.type in _AT_PLACES and (e.rule or "").startswith("noun ") and e.actor and e.actor[0][1] + 20 > e.trigger[0]:
        # The Orrville attacks were not made by the town, nor its protests.
        actor = tuple(p for p in actor if material.parties.get(p).kind != "place")
    if not e.actor:
        # The words around the trigger show who and what it is about.
        clauses = referents.clauses(passage)
        verb = clauses.verb_at(e.trigger[0])
        if verb is not None:
            whole.extend(clauses.span(p) for p in (clauses.subject(verb), clauses.object(verb)) if p is not None)
    low, high = e.trigger[0] - _REACH, e.trigger[1] + _REACH
    spans = [s for s in whole if low <= s[0] and s[1] <= high]
    recipient = who(material, referents, passage, aimed_at(material, passage, e.recipient))
    if accused is not None:
        blamed = material.parties.within(document, accused.start(), accused.end())
        actor = (blamed[0][2],) if blamed else actor
    type_ = e.type
    granted = next((d for d in dues if _is_given(d) and d.start <= e.trigger[0] < d.end), None)
    if granted is not None and type_ in (None, "REQUEST") and e.trigger[0] < granted.start + 20:
        type_ = "CONCEDE" if granted.moved else "REQUEST"
        actor, recipient = granted.set_by or actor, granted.on or recipient
    if (
        type_ == "ASSAULT"
        and text[e.trigger[0] : e.trigger[1]].casefold() in ("strike", "strikes")
        and (_LABOUR.search(passage.text) or not (_ARMS.search(passage.text) or _ARMS.search(text)))
    ):
        type_ = "PROTEST"
    type_ = _in_records(type_, e.rule)
    evidence = material.quotes.spans(document, spans)
    stated = None if e.statement is None else statement_ids.get((document, e.statement))
    return Happening(
        passage,
        e.trigger,
        time,
        RecordEvent(
            id="",
            type=type_,
            mode=e.mode,
            actor=actor,
            recipient=tuple(p for p in recipient if p not in actor),
            date=day.date,
            end=day.end,
            precision=day.precision,
            place=None if e.place is None else text[e.place[0] : e.place[1]],
            reality="alleged"
            if accused is not None and e.reality == "asserted"
            else _reality(
                type_,
                e,
                day,
                material.published(document),
                text[max(passage.start, e.trigger[0] - 80) : e.trigger[0]],
                in_doubt(
                    passage.text,
                    e.trigger[0] - passage.start,
                    e.trigger[1] - passage.start,
                    noun=(e.rule or "").startswith("noun "),
                ),
                may_say=_MAY_SAY.match(text, e.trigger[0]) is not None,
            ),
            statements=() if stated is None else (stated,),
            evidence=evidence,
            text=" ".join(text[slice(*around(passage, min(s[0] for s in whole), max(s[1] for s in whole)))].split()),
            rule=e.rule,
            confidence=e.confidence,
        ),
    )


def _is_given(due: Due) -> bool:
    """Whether somebody gives time by it, or sets a day as a deadline."""
    named = due.rule == "deadline" and bool(due.set_by)
    return due.rule == "granted" or (named and _SETS.match(words_of(due)) is not None)


_SETS = re.compile(
    r"(?:\w+\s){0,2}?(?:set|sets|setting|fixed|fixes|gave|gives|given|imposed|imposes|issued|named)\b", re.I
)


def _is_for_pronoun(referents: Referents, passage: Passage, trigger: Span, actor: Span) -> bool:
    """Whether an actor is somebody else than the pronoun that is the subject of the verb that tells the deed."""
    clauses = referents.clauses(passage)
    verb = clauses.verb_at(trigger[0])
    subject = None if verb is None else clauses.subject(verb)
    if subject is None or clauses.tags[subject.head] != "PRP" or _SIDES.match(
        passage.text, max(0, actor[0] - passage.start)
    ):
        return False
    start, end = clauses.span(subject)
    return actor[1] <= start or end <= actor[0]


_SIDES = re.compile(r"(?:the|both)\s(?:two\s)?(?:parties|sides)\b", re.I)


def _in_records(type_: str | None, rule: str | None) -> str | None:
    """The type of a deed between the parties of a story: to sign a deal with each other is to agree, to apologise to
    yield."""
    if type_ != "SUPPORT" or rule is None:
        return type_
    verb = rule.removeprefix("will ").split()[0]
    return "AGREE" if verb in _CLOSING and "+" in rule else "CONCEDE" if verb in _SORRY else type_


_CLOSING = frozenset("sign reach strike conclude finalise finalize agree".split())
_SORRY = frozenset({"apologise", "apologize"})
def _before(material: Material, passage: Passage, trigger: Span, due_spans: set[tuple[int, int]]) -> int | None:
    """The time right before a trigger that sets no term: `which [in October] gave both until Friday`."""
    text = material.documents[passage.document].document.text
    for number, time in reversed(list(material.times_in(passage))):
        if time.end > trigger[0] or (passage.document, time.start) in due_spans or time.relation in ("until", "by"):
            continue
        return number if _NEAR_VERB.fullmatch(text, time.end, trigger[0]) else None
    return None


_NEAR_VERB = re.compile(r"\s(?:[\w’'.-]+\s){0,2}")
_MAY_SAY = re.compile(r"(?:may|might|could|can)\b")
_MAY = re.compile(r"\b(?:may|might|could)\b[^,;:.“”\"]{0,40}\Z")


def _reality(
    type_: str | None,
    e: Event,
    day: Day,
    published: str | None,
    before: str,
    doubt: Reality | None,
    *,
    may_say: bool,
) -> Reality:
    """What is dated after the day of publication is planned; what `may have to` happen is possible, and so is what
    somebody `may say`."""
    if e.reality != "asserted":
        return e.reality
    rule = e.rule or ""
    if rule.startswith("says ") and may_say:
        return "possible"
    if published is not None and day.date is not None and day.date > published:
        return "planned"
    if _MAY.search(before):
        return "possible"
    if doubt is not None and not rule.startswith("will "):
        # `would not pay` is a refusal already.
        return doubt
    # An attack that is told only in somebody's words stands on his word.
    return "alleged" if type_ == "ASSAULT" and e.statement is not None else "asserted"
