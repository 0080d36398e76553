"""Statements whose content stands before its attribution: `“…,” X said`, `…, said X`, `The port, X said, will …`."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import phrase_end
from onrecord.annotation.contents import clause_end, closed, stop_of
from onrecord.annotation.cues import ADDRESSED
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.subjects import Subject, inserted, subject
from onrecord.annotation.syntax import FINITE, Sentence, VerbGroup
from onrecord.types import Span, Stance


def told_before(
    page: Page, number: int, sentence: Sentence, group: VerbGroup, stance: Stance, after: str, odds: float
) -> Attribution | None:
    """`“…,” X said`, `…, said X`, `… , X said on Friday`: the content stands before the attribution."""
    behind = sentence.tags[group.first - 1] if group.first else ""
    mark = (
        group.first - 1
        if behind == "''"
        else group.first - 2
        if behind == "," and group.first > 1 and sentence.tags[group.first - 2] == "''"
        else -1
    )
    ended = page.quotation_ending(sentence.ends[mark]) if mark >= 0 else None
    quoted = ended is not None and (ended[0] <= sentence.start or ended[1] - ended[0] > 24)
    inverted = (
        group.first not in sentence.phrase_to
        and (quoted or (group.lemma not in ADDRESSED and _inserted_nothing(sentence, group)))
        and group.last in sentence.phrase_at
        and sentence.lower[group.last] not in CALENDAR
    )
    who: Subject | None = None
    if inverted and not quoted and after == "S":
        return None
    if inverted and group.first:
        left = group.first
        if sentence.tags[left - 1] not in ("''", ",", "``", ":", ".") or group.form != "finite":
            return None
        end = _inverted_end(page, sentence, group.last)
        who = Subject(group.last, end, sentence.phrase_at[group.last])
    else:
        who = subject(sentence, group)
        if who is None or who.last > group.first:
            return None
        left = who.first
        if left == 0 and number == 0:
            return None
    interrupting = not inverted and group.last < len(sentence) and sentence.tags[group.last] == ","
    content = _before(page, number, sentence, left, interrupting)
    if not content or (
        after in ("that", "S", "wh", "to", "quote", "np+that") and not page.quotation_ending(content[-1][1])
    ):
        return None
    if (
        not inverted
        and page.quotation_ending(content[-1][1]) is None
        and after not in ("none", "np")
        and not after.startswith("p:")
    ):
        return None
    last = who.last if inverted else group.last
    content += _going_on(page, number, sentence.ends[last - 1]) or _resumed(page, sentence, group, content, last)
    cue = sentence.span(group.first, group.last)
    return Attribution(
        (sentence.span(who.first, who.last),),
        (cue,),
        content,
        stance,
        number,
        round(max(odds, 0.7), 3),
        "content, verb source" if inverted else "content, source verb",
    )


def as_told(
    page: Page,
    number: int,
    sentence: Sentence,
    group: VerbGroup,
    stance: Stance,
    odds: float,
    earlier: Sequence[Attribution],
) -> Attribution | None:
    """`…, as X said`: the content is the clause before, or what somebody else is told to say or deny of it there."""
    who = subject(sentence, group)
    if who is None:
        return None
    end = sentence.ends[who.first - 3]
    begin = next((k for k in range(who.first - 3) if sentence.tags[k] not in ("CC", "RB", ",")), 0)
    start = sentence.starts[begin]
    for item in earlier:
        for low, high in item.content:
            if start < low < end <= high + 1:
                start = low + 5 if page.text[low : low + 5].lower() == "that " else low
    if end - start < _LEAST:
        return None
    return Attribution(
        (sentence.span(who.first, who.last),),
        (sentence.span(group.first, group.last),),
        ((start, end),),
        stance,
        number,
        round(max(odds, 0.7), 3),
        "content, as source verb",
    )


_LEAST = 12
"""Characters of the shortest clause that `as X said` takes up."""


def _inserted_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether no subject stands before a verb behind a comma: `…, said the mayor`."""
    return group.first < 2 or sentence.tags[group.first - 1] != "," or inserted(sentence, group.first) is None


def _inverted_end(page: Page, sentence: Sentence, first: int) -> int:
    """The end of a source that follows its verb: with its apposition and relative clause, before an adverbial."""
    end = phrase_end(sentence, first)
    n = stop_of(sentence)
    if end < n and sentence.words[end] == "(" and ")" in sentence.words[end : end + 6]:
        end = sentence.words.index(")", end) + 1
    if end < n and sentence.tags[end] == "," and end + 1 < n and page.quotation_at(sentence.starts[end + 1]) is None:
        opener = sentence.tags[end + 1]
        if (
            opener in ("DT", "NN", "NNS", "JJ", "NNP", "WP", "WDT", "CD", "PRP$")
            and sentence.lower[end + 1] not in CALENDAR
        ):
            k = end + 1
            while (
                k < n
                and sentence.tags[k] not in ("``", "''", ":")
                and not (
                    sentence.tags[k] == ","
                    and k + 1 < n
                    and sentence.tags[k + 1] in ("IN", "VBG", "RB", "CC", "``", "''")
                )
            ):
                k += 1
            return k
    return end


def _before(page: Page, number: int, sentence: Sentence, left: int, interrupting: bool) -> tuple[Span, ...]:
    """What stands before an attribution that begins at word `left`: a quotation, or a clause and a comma."""
    if left == 0:
        # `“… .” Smith said.`: the quotation closes the sentence before.
        if number and "\n" not in page.text[page.sentences[number - 1].end : sentence.start]:
            quotation = page.quotation_ending(page.sentences[number - 1].end)
            return (quotation,) if quotation is not None else ()
        return ()
    k = left - 1
    if sentence.tags[k] in (",", ":") and k and sentence.tags[k - 1] in ("''", "``"):
        k -= 1
    if sentence.tags[k] in ("''", "``"):
        quotation = page.quotation_ending(sentence.ends[k])
        if quotation is None:
            return ()
        if quotation[0] <= sentence.start or page.text[quotation[0] - 1 : quotation[0]] == "\n":
            return (quotation,)
        # Words of the narrator before the quotation, in the same sentence: a mixed quotation.
        first = 0
        while first < k and sentence.tags[first] in ("CC", "RB", ","):
            first += 1
        start = sentence.starts[first]
        length = quotation[1] - quotation[0]
        if (
            quotation[0] - start > 12
            and length < 3 * (quotation[0] - start)
            and sentence.tags[k - 1] in (",", ".", "''")
        ):
            return ((start, quotation[1]),)
        return (quotation,)
    if sentence.tags[k] != "," or (k < 3 and not interrupting):
        return ()
    first = 0
    while first < k and sentence.tags[first] == "CC":
        first += 1
    if interrupting and "," not in sentence.tags[first:k]:
        # `The port, he said, will open`: whatever stands before it goes on behind it.
        return (sentence.span(first, k),) if first < k else ()
    clause = any(t in FINITE for t in sentence.tags[first:k])
    adverbial = sentence.tags[first] in ("IN", "WRB", "VBG", "TO", "VBN")
    if not clause or (adverbial and not _main_clause(sentence, first, k)):
        return ()
    return (sentence.span(first, k),)


def _main_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause follows the adverbial that opens the words `first` to `last`."""
    return any(sentence.tags[c] == "," and any(t in FINITE for t in sentence.tags[c:last]) for c in range(first, last))


def _going_on(page: Page, number: int, right: int) -> tuple[Span, ...]:
    """The rest of a quotation that an attribution interrupts: in the same sentence, then in the next ones."""
    sentence = page.sentences[number]
    found: tuple[Span, ...] = ()
    quotation = page.quotation_from(right)
    if (
        quotation is not None
        and quotation[0] < sentence.end <= quotation[1] + 1
        and sum(c.isalpha() for c in page.text[right : quotation[0]]) < 25
    ):
        found = (quotation,)
    return found + page.continuation(number, found[0][1] if found else right)


def _resumed(
    page: Page, sentence: Sentence, group: VerbGroup, content: tuple[Span, ...], last: int
) -> tuple[Span, ...]:
    """The rest of a clause that an attribution interrupts: `The port, he said, will open again.`"""
    stop = stop_of(sentence)
    if page.quotation_ending(content[-1][1]) is not None or last + 2 >= stop or sentence.tags[last] != ",":
        return ()
    if sentence.tags[last + 1] in ("VBG", "WDT", "WP") or sentence.lower[last + 1] in (
        "adding",
        "according",
        "while",
        "as",
    ):
        return ()
    end = clause_end(page, sentence, group, last + 1, stop)
    return (closed(page, sentence, last + 1, end),) if end > last + 1 else ()
