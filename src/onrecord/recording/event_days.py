"""Which time of its sentence an event has, where the nearest one is not its own, or none was tied to it.

`exports have doubled, and Lund is to sign the pact in [May]`: the time is that of the last verb before it, not of one a
comma away. `a coup in [1989]`: a noun has the time right behind it. `In a letter filed [Monday], Lund asked`: what is
asked in it is asked on that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.dates import UNKNOWN, Day, day_of
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.types import Event, Time

_RIGHT_BEHIND = re.compile(r"\s(?:in|of|on|during)\s(?:early\s|late\s|mid-)?\Z|\s(?:last|this)?\s?\Z")
_MESSAGE = re.compile(
    r"\A[“\"]?(?:In|At)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,3}?(?P<what>letters?|statements?|filings?|speech|interview"
    r"|memo|memorandum|brief|suit|lawsuit|report|motion|petition|ruling|order|complaint|message|e-?mail|broadcast|notice"
    r"|note|article|news conference|press conference|briefing|meeting|hearing|rally|debate|ceremony|vote|session)\b"
)
"""What a sentence may begin with that tells in what its subject says or does something."""
_MADE = re.compile(
    r"\s(?:(?:that was\s|which was\s)?"
    r"(?:filed|dated|sent|released|issued|published|made|given|delivered|posted|signed|read|held|written"
    r"|handed (?:over|in|down)|broadcast|circulated|submitted|unsealed|obtained|called)\s)?"
    r"(?:(?!(?:by|until|till|before|after|for|from|since|about|that|who|which)\b)[\w’'.-]+\s){0,3}?(?:on\s|late\s|early\s|in\s|at\s)*\Z"
)


def own_times(material: Material, passage: Passage, events: Sequence[Event]) -> dict[int, int | None]:
    """For events of one sentence by where their triggers begin: the time that is theirs, where that is not the one that
    the annotator gave them."""
    times = material.documents[passage.document].annotations.times
    text = material.documents[passage.document].document.text
    out: dict[int, int | None] = {}
    own = sorted(events, key=lambda e: e.trigger)
    if len(own) > _MOST:
        return out
    for e in own:
        if e.time is None or times[e.time].start < e.trigger[1]:
            continue
        at = times[e.time].start
        untimed = (o for o in own if o.time is None and not (o.rule or "").startswith("noun "))
        nearer = [o for o in untimed if e.trigger[1] < o.trigger[0] and o.trigger[1] <= at]
        if not nearer:
            continue
        last = nearer[-1]
        if text[last.trigger[0] : last.trigger[1]].endswith("ing"):
            # `followed the blast, fighting into the night`: both on one day.
            continue
        parted = _COMMA.search(text, e.trigger[1], last.trigger[0]) is not None
        if parted and _MARK.search(text, last.trigger[1], at) is None:
            out[e.trigger[0]], out[last.trigger[0]] = None, e.time
    for e in own:
        if e.trigger[0] in out or e.reality != "asserted" or (e.rule or "").startswith("noun "):
            continue
        if e.time is not None and _OTHER_CLAUSE.search(text, e.trigger[1], times[e.time].start) is None:
            # `served notice that they will walk out on [May 3]`: that day is another clause's.
            continue
        found = _with_object(material, passage, e, text)
        holder = None if found is None else next((o for o in own if o.time == found and o is not e), None)
        if found is None or (holder is not None and not _loses(text, times[found], holder)):
            continue
        out[e.trigger[0]] = found
        if holder is not None:
            out[holder.trigger[0]] = None
    taken = {e.time for e in own}
    for e in own:
        if e.time is None and e.trigger[0] not in out and (e.rule or "").startswith("noun "):
            behind = _behind(material, passage, e, text)
            if behind is not None and behind not in taken:
                out[e.trigger[0]] = behind
    return out


_MOST = 40
"""A sentence that tells more events than people write is read as the annotator reads it."""
_COMMA = re.compile(r"[,;]\s")
_MARK = re.compile(r"[,;:—–“”\"]")


_OTHER_CLAUSE = re.compile(r"\b(?:that|to|if|unless|who|which|whether|because)\s|[,;]\s")
_OBJECT = re.compile(
    r"(?:\s(?!(?:that|to|who|which|whom|whose|whether|and|or|but|because|after|before|if|when|while|than|as|by|until|till|from|since|for"
    r"|of|into|through|about|against|over)\b)[\w’'&$.-]+){0,8}?\s(?:(?:on|in|late|early|during)\s){0,2}(?:last\s|this\s|the\s)?"
)
"""What may stand between a verb and its time: what it is done to, and where."""


def _with_object(material: Material, passage: Passage, e: Event, text: str) -> int | None:
    """The time behind a verb and its object (`filed a suit in a county court in [May]`)."""
    for number, time in material.times_in(passage):
        if time.start > e.trigger[1] + _FAR:
            break
        if time.start > e.trigger[1] and dates(time):
            alone = _ALONE.match(text, time.end) is not None
            return number if alone and _OBJECT.fullmatch(text, e.trigger[1], time.start) else None
    return None


_FAR = 70
_ALONE = re.compile(
    r"\Z|\n|[.,;:)”\"]|\s(?:—|–|--|\(|in|on|at|to|with|by|for|from|after|before|as|and|but|or|that|when|where|over|against|about"
    r"|because|during|while|who|which|if|unless|through|into|between|without|following|\w+ing)\b"
)
"""What follows a time that dates what is told, and not the noun behind it (`a [1976] law`)."""


def _loses(text: str, time: Time, holder: Event) -> bool:
    """Whether an event has its time from another clause, which the word between them opens."""
    return holder.trigger[0] > time.end and _OTHER_CLAUSE.search(text, time.end, holder.trigger[0]) is not None


def _behind(material: Material, passage: Passage, e: Event, text: str) -> int | None:
    for number, time in material.times_in(passage):
        if time.start > e.trigger[1] + 12:
            break
        if time.start > e.trigger[1] and time.relation not in ("until", "by", "since", "before", "after"):
            return number if _RIGHT_BEHIND.fullmatch(text, e.trigger[1], time.start) else None
    return None


def day_of_message(material: Material, passage: Passage) -> tuple[int, Day] | None:
    """Where a sentence begins with what its subject says or does something in, and when that was made: the end of the
    time, and its day."""
    found = _MESSAGE.match(passage.text)
    if found is None:
        return None
    for _, time in material.times_in(passage):
        start = time.start - passage.start
        if start < found.end():
            continue
        if _MADE.fullmatch(passage.text, found.end(), start) is None or time.relation in ("until", "by"):
            return None
        day, issued = day_of(time), material.published(passage.document)
        ahead = issued is not None and (day.date or "") > issued
        return None if day == UNKNOWN or ahead else (time.end, day)
    return None


def dates(time: Time) -> bool:
    """Whether a time can date what is told: it names a day or stretch of days, and no limit."""
    return day_of(time) != UNKNOWN and time.relation not in ("until", "by", "since", "before", "after")
