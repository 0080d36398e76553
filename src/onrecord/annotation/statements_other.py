"""Statements without a verb of their own: `according to X`, `X: …` in a headline."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import phrase_end
from onrecord.annotation.lexicons import document_nouns, human_nouns
from onrecord.annotation.syntax import FINITE, Sentence
from onrecord.types import Span


def find(page: Page, number: int) -> list[Attribution]:
    """The statements of sentence `number` whose cue is a preposition or a colon."""
    sentence = page.sentences[number]
    found: list[Attribution] = []
    for i, word in enumerate(sentence.lower):
        if word == "according" and i + 2 < len(sentence) and sentence.lower[i + 1] == "to":
            item = _according(page, number, sentence, i)
            if item is not None:
                found.append(item)
    if sentence.kind == "title":
        item = _headline(page, number, sentence)
        if item is not None:
            found.append(item)
    return found


def cited(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Whom a statement's source has it from: `the Tribune said, citing two officials`."""
    more: list[Attribution] = []
    by_sentence: dict[int, list[Attribution]] = {}
    for item in found:
        by_sentence.setdefault(item.sentence, []).append(item)
    for number, items in by_sentence.items():
        sentence = page.sentences[number]
        for group in sentence.groups:
            if group.form != "gerund" or group.lemma not in ("cite", "quote") or group.last not in sentence.phrase_at:
                continue
            first, last = group.last, phrase_end(sentence, group.last)
            head = sentence.lower[sentence.phrase_at[first] - 1]
            speaks = (
                sentence.tags[sentence.phrase_at[first] - 1] == "NNP"
                or head in human_nouns()
                or head in document_nouns()
            )
            passed_on = next(
                (
                    i
                    for i in items
                    if i.stance in ("asserts", "alleges", "confirms")
                    and i.cue[0] != sentence.span(group.first, group.last)
                    and i.content
                    and not any(s <= sentence.starts[first] < e for s, e in i.content)
                ),
                None,
            )
            if speaks and passed_on is not None:
                more.append(
                    Attribution(
                        (sentence.span(first, last),),
                        (sentence.span(group.first, group.last),),
                        passed_on.content,
                        "asserts",
                        number,
                        0.8,
                        "cited",
                        told_by=passed_on.cue[0],
                    )
                )
    return more


def _according(page: Page, number: int, sentence: Sentence, i: int) -> Attribution | None:
    first = i + 2
    n = len(sentence)
    while n and sentence.tags[n - 1] == ".":
        n -= 1
    if first not in sentence.phrase_at:
        return None
    end = phrase_end(sentence, first)
    # The source runs on (`multiple sources briefed on the call`) to a comma; an apposition after it belongs to it.
    while (
        end < n
        and sentence.tags[end] not in (",", ":", "``", "''", "CC")
        and sentence.tags[end] not in FINITE
        and sentence.lower[end] not in ("that", "which")
    ):
        end += 1
    opening = i == 0 or (i < 3 and not any(t in FINITE for t in sentence.tags[:i]))
    if opening:
        if end >= n:
            return None
        if sentence.tags[end] == "," and end + 1 < n and sentence.tags[end + 1] in ("DT", "VBG", "WP", "WDT", "VBN"):
            k = end + 1
            while k < n and sentence.tags[k] not in (",", "``", "''", ":"):
                k += 1
            if (
                k < n
                and sentence.tags[k] == ","
                and not any(
                    sentence.tags[m] in FINITE and not any(t in ("WP", "WDT", "WRB") for t in sentence.tags[end:m])
                    for m in range(end, k)
                )
            ):
                end = k
        begin = end + (sentence.tags[end] in (",", ":"))
        if begin >= n:
            return None
        content: Span = sentence.span(begin, n)
        quotation = page.quotation_at(content[1] - 1)
        if quotation is not None:
            content = (content[0], max(content[1], min(quotation[1], sentence.end)))
    else:
        start = 0
        while start < i and sentence.tags[start] == "CC":
            start += 1
        last = i - (sentence.tags[i - 1] in (",", ":"))
        if last <= start:
            return None
        content = sentence.span(start, last)
        if end + 1 < n and sentence.tags[end] == "," and sentence.tags[end + 1] in ("DT", "WP", "WDT"):
            k = end + 1
            while k < n and sentence.tags[k] not in (",", "``", "''", ":"):
                k += 1
            end = k
    return Attribution(
        (sentence.span(first, end),), (sentence.span(i, i + 2),), (content,), "asserts", number, 0.9, "according to"
    )


def _headline(page: Page, number: int, sentence: Sentence) -> Attribution | None:
    """`Name: what the name says`, at the start of a title."""
    if ":" not in sentence.words[:6]:
        return None
    colon = sentence.words.index(":")
    if colon == 0 or sentence.phrase_to.get(colon) != 0 or colon + 3 > len(sentence):
        return None
    if not any(t in FINITE or t == "VB" for t in sentence.tags[colon:]) and sentence.tags[colon + 1] not in (
        "``",
        "''",
    ):
        return None
    stop = len(sentence) - (sentence.tags[-1] == "." and sentence.words[-1] == ".")
    return Attribution(
        (sentence.span(0, colon),),
        (sentence.span(colon, colon + 1),),
        (sentence.span(colon + 1, stop),),
        "asserts",
        number,
        0.6,
        "headline colon",
    )
