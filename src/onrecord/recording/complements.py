"""What a task that is a bare verb goes on with: `respond by Friday | to the charge`, `meet on Tuesday | with Ek`.

`Meet`, `answer` or `respond` alone tell nobody what is wanted. What follows the verb is kept, without its day; where
nothing follows, there is nothing to put on record, but for when somebody is to answer what was put to him.
"""

from __future__ import annotations

import re

_EMPTY = re.compile(
    r"\A(?:to |must |should |be able to )?(?:meet|answer|respond|reply|act|react|decide|rule|move|proceed|go|do|make"
    r"|take|be|have|get|give|tell|say|consider|know|see|think|try|begin|start|continue|come|work|appear|agree|accept|comply)"
    r"(?: (?:so|it|that|this))?\Z",
    re.I,
)
_REPLIES = re.compile(r"(?:to )?(?:answer|respond|reply|decide)\Z")
"""What is asked of those to whom something has been proposed: when they are to do it says enough."""
_TOLD = re.compile(r"\A(?:had|has|have) (?:already |also |earlier )?\w+(?:ed|en|wn|ne|id|un|ught|met|set|put)\b")
"""What is told as done and wanted by nobody (`had ruled`)."""
_WHEN = re.compile(
    r"(?: ?,? ?\b(?:by|before|on|until|till|within|no later than|not later than|this|next|last|the|a|end of|early|late"
    r"|noon|midnight|midday|dawn|dusk|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight|week|month|year"
    r"|days?|hours?|weeks?|months?|morning|afternoon|evening|night|close of business|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|two|three|four|five|six|seven|ten|\d{1,4}(?:[:.]\d\d)?"
    r"|[ap]\.?m\b\.?)(?![\w])){1,12},?"
)
"""A day or a stretch of time right after the verb."""
_REST = re.compile(
    r" ((?:to|with|in|about|over|on|against|for|at|under|upon|how|whether|why|what|when|where)"
    r" (?!(?:by|on|until) )(?:(?!,? (?:but|while|after|before|by|until|and|as|if|because|unless)\b|, | (?:said|says)\b)"
    r"[^.;:!?\"“”\n]){2,160})"
)
_DANGLES = re.compile(r"(?: (?:that|which|who|on|by|in|to|at|of|the|a|an|it|he|she|they))+\Z")
"""Words that nothing ends with."""


def is_empty(task: str) -> bool:
    """Whether a task says nothing for want of a complement."""
    return _EMPTY.match(task) is not None or is_past(task, bare=True)


def is_past(task: str, *, bare: bool = False) -> bool:
    """Whether words tell what was done before, and no task; with `bare`, whether they are the verb alone."""
    found = _TOLD.match(task)
    return found is not None and (not bare or found.end() == len(task))


def completed(task: str, following: str) -> str | None:
    """A task with the complement that follows it in its sentence; None where it says nothing without and has none.

    Args:
        task: the words that say what is to be done.
        following: the rest of the sentence after them.
    """
    if not is_empty(task):
        return task
    if is_past(task):
        return None
    when = _WHEN.match(following)
    rest = _REST.match(following, when.end() if when is not None else 0)
    if rest is None and when is not None and _REPLIES.match(task):
        # `asked both sides to answer by noon on Saturday`
        return (task + when[0]).rstrip(" ,")
    if rest is None:
        return None
    last = re.sub(r" (?:on|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z", "", rest[1].strip())
    last = _DANGLES.sub("", " ".join(last.split()))
    return None if " " not in last else f"{task} {last}"


def past_aside(task: str, following: str) -> str:
    """A task with whom it goes to where an exception stands between: `hand over the crew, but not the ship, to …`.

    Args:
        task: the words that say what is to be done.
        following: the rest of the sentence after them.
    """
    found = _ASIDE.match(following)
    return task if found is None else task + found.group().rstrip()


_ASIDE = re.compile(
    r", (?:but |and |though |if )?not [^,.;:“”\"]{1,60}, (?:to|from|for|with|over|into|until|before) "
    r"[^,.;:“”\"()]{1,80}(?=[,.;:“”\"()]|\Z)"
)
