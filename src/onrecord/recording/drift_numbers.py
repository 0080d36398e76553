"""Rules for drift of numbers: another one, the most that it may be, another day of the week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.drift_body import Body
from onrecord.recording.drift_words import EMPTY, Found, Number, Text, Word, sentence_of, window
from onrecord.recording.lexicon import lexicon

_UP_TO = re.compile(r"\b(up to|as (?:many|much) as|nearly|almost|fewer than|less than|close to|under)\s\$?\Z", re.I)
_BOUNDED = re.compile(
    r"\b(?:more than|over|at least|up to|as (?:many|much) as|nearly|almost|fewer than|less than|close to|under|about"
    r"|around|some|roughly|approximately|an estimated)\s\$?\Z",
    re.I,
)
_LIKE = 0.1
"""Numbers that differ by less than this share of the larger one are one number, rounded."""
_DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday")


def figures(head: Text, near: Sequence[Text], body: Body | None = None) -> Found | None:
    """Another number stands before the same noun, and the body has the summary's number nowhere.

    A later version (no body given) is held against the one sentence that it rewords, so nothing is rounded there.
    """
    for number in head.numbers:
        noun = _noun(head, number)
        dead = _harm(head, number) if noun is None and body is not None else None
        if (noun is None and dead is None) or any(n.value == number.value for text in near for n in text.numbers):
            continue
        for text in near[:3]:
            for told in text.numbers:
                if dead is not None and _harm(text, told) != dead:
                    continue
                if (dead is None and _noun(text, told) != noun) or len(head.content & text.content) < 3:
                    continue
                if body is not None and _fits(head, number, text, told):
                    continue
                if body is not None and dead is None and not _told_of(head, number, text, told):
                    continue
                if body is None or not body.has_number(number.value):
                    line = f"{_spelled(text, told)} becomes {_spelled(head, number)}"
                    return line, window(head, number.first, 2, 2), window(text, told.first, 2, 2), ("number",)
    return None


def bound(head: Text, near: Sequence[Text]) -> Found | None:
    """`up to 800 jobs` becomes `800 jobs`: the most that it may be is told as what it is."""
    for number in head.numbers:
        if _BOUNDED.search(_before(head, number)):
            continue
        for text in near[:3]:
            for told in text.numbers:
                found = _UP_TO.search(_before(text, told)) if told.value == number.value else None
                if found is not None and _same_thing(head, number, text, told):
                    line = f"“{found[1].lower()}” is lost: {_spelled(head, number)}"
                    return line, window(head, number.first, 2, 2), window(text, told.first, 4, 2), ("number",)
    return None


def day(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`will vote on Thursday` becomes `will vote on Friday`: the body never names the summary's day of the week."""
    for word in head.words:
        if word.low not in _DAYS or word.low in body.words:
            continue
        for text in near[:2]:
            days = [w for w in text.words if w.low in _DAYS]
            if len(days) != 1 or len((head.content & text.content) - EMPTY) < 3:
                continue
            if _dated(head, word) & _dated(text, days[0]):
                return f"{days[0].low} becomes {word.low}", sentence_of(head), sentence_of(text), ("date",)
    return None


def _dated(text: Text, day: Word) -> set[str]:
    """The verb soon before a day of the week."""
    at = text.words.index(day)
    verbs = [w for w in text.words[max(0, at - 6) : at] if w.tag.startswith("VB") and w.low not in EMPTY]
    return {verbs[-1].base} if verbs else set()


def _noun(text: Text, number: Number) -> str | None:
    """The base form of the noun right after a number."""
    after = text.words[number.last + 1 : number.last + 2]
    return after[0].base if after and after[0].tag.startswith("NN") and after[0].low not in EMPTY else None


def _fits(head: Text, number: Number, text: Text, told: Number) -> bool:
    """Whether one number is the other one rounded, or within the bounds that are named."""
    if abs(number.value - told.value) < _LIKE * max(number.value, told.value):
        return True
    return _BOUNDED.search(_before(head, number)) is not None


def _harm(text: Text, number: Number) -> str | None:
    """What is told of so many people right beside a number (`kills 14`, `nine workers were killed`, `14 dead`)."""
    words = text.words[max(0, number.first - 2) : number.last + 5]
    return next((_HARM[w.low] for w in words if w.low in _HARM), None)


_HARM = {
    "kill": "killed", "kills": "killed", "killed": "killed", "killing": "killed", "dead": "killed", "died": "killed",
    "die": "killed", "injures": "hurt", "injured": "hurt", "injuring": "hurt", "hurt": "hurt", "wounded": "hurt",
    "wounds": "hurt",
}  # fmt: skip


def _told_of(head: Text, number: Number, text: Text, told: Number) -> bool:
    """Whether the same is told of both numbers: what stands around them shares a verb."""
    around, other = _verbs_near(head, number), _verbs_near(text, told)
    return bool(around & other)


def _verbs_near(text: Text, number: Number) -> set[str]:
    words = text.words[max(0, number.first - 5) : number.last + 5]
    return {w.base for w in words if w.tag.startswith("VB") and w.low not in EMPTY}


def _same_thing(head: Text, number: Number, text: Text, told: Number) -> bool:
    """Whether two equal numbers count the same: a noun after them, or the verb before them, is the same."""
    if _followed(head, number) & _followed(text, told):
        return True
    before = head.words[number.first - 1] if number.first else None
    return before is not None and before.tag.startswith("VB") and before.base in _verbs_near(text, told)


def _before(text: Text, number: Number) -> str:
    end = text.words[number.first].start - text.passage.start
    return text.passage.text[max(0, end - 16) : end]


def _followed(text: Text, number: Number) -> set[str]:
    """The base forms of the two words after a number that are nouns."""
    after = text.words[number.last + 1 : number.last + 3]
    return {w.base for w in after if w.low not in EMPTY and w.tag.startswith("NN")}


def _spelled(text: Text, number: Number) -> str:
    at = text.passage.start
    words = text.passage.text[text.words[number.first].start - at : text.words[number.last].end - at]
    return " ".join(words.split())
