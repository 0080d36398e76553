"""Statements told by a noun: `her claim that …`, `the union’s call for …`, `reports that …`."""

from __future__ import annotations

from onrecord.annotation import cues, stances
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import complement, phrase_end
from onrecord.annotation.contents import clause_end, closed, short_end, stop_of
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.syntax import Sentence, VerbGroup

_LEAST = 0.45
"""Below this probability a noun is taken for no cue."""


def find(page: Page, number: int) -> list[Attribution]:
    """The statements whose cue is a noun of sentence `number`."""
    sentence = page.sentences[number]
    found: list[Attribution] = []
    for first, last in sentence.phrases:
        if sentence.tags[last - 1] in ("NN", "NNS") and last < len(sentence):
            item = _statement(page, number, sentence, first, last)
            if item is not None:
                found.append(item)
    return found


def owner_of(sentence: Sentence, first: int, last: int) -> tuple[str, tuple[int, int] | None]:
    """How a noun phrase says whose it is, and the owner's words."""
    if sentence.tags[first] == "PRP$":
        return "poss", (first, first + 1)
    for k in range(last - 2, first, -1):
        if sentence.tags[k] == "POS":
            return "poss", (first, k)
    names = [k for k in range(first, last - 1) if sentence.tags[k] == "NNP"]
    return ("name", (names[0], names[-1] + 1)) if names else ("bare", None)


def _statement(page: Page, number: int, sentence: Sentence, first: int, last: int) -> Attribution | None:
    noun = singular(sentence.lower[last - 1])
    kind, owner = owner_of(sentence, first, last)
    after = complement(sentence, last)
    odds = cues.noun_probability(noun, kind, after)
    if (
        odds < _LEAST
        or (kind != "poss" and after != "that")
        or not (after in ("that", "to", "quote", "wh") or after.startswith("p:"))
    ):
        return None
    if page.quotation_at(sentence.starts[last - 1]) is not None:
        return None
    stop = stop_of(sentence)
    cue_first = owner[1] if owner is not None and kind == "poss" else first
    while cue_first < last - 1 and sentence.tags[cue_first] in ("POS", "DT"):
        cue_first += 1
    begin, cue_last = last, last
    if after.startswith("p:"):
        cue_last = begin = last + 1
        if begin not in sentence.phrase_at and begin < stop and sentence.tags[begin] not in ("VBG", "WRB", "WP"):
            return None
    if begin >= stop:
        return None
    like = VerbGroup(last - 1, last, last - 1, noun, "finite", False, False, None)
    if after.startswith("p:") and begin in sentence.phrase_at:
        end = min(phrase_end(sentence, begin), short_end(sentence, begin, stop))
    else:
        end = clause_end(page, sentence, like, begin, stop, whole=after == "that")
        end = min(end, _main_verb(sentence, begin, end) if first == 0 else end)
    if end <= begin:
        return None
    source = (sentence.span(*owner),) if owner is not None and kind == "poss" else ()
    stance = stances.of_noun(noun) or "asserts"
    return Attribution(
        source,
        (sentence.span(cue_first, cue_last),),
        (closed(page, sentence, begin, end),),
        stance,
        number,
        round(odds * 0.9, 3),
        f"noun + {after}",
    )


def _main_verb(sentence: Sentence, begin: int, end: int) -> int:
    """Where the main clause's verb ends the content of a noun that opens its sentence."""
    finite = [g for g in sentence.groups_from(begin + 1) if g.form == "finite" and g.first < end]
    return finite[1].first if len(finite) > 1 else end
