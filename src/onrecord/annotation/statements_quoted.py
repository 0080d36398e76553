"""Quotations that no verb in their own sentence attributes: those that `X continued:` announces."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import stances
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.cues import SPEECH
from onrecord.annotation.subjects import subject


def rest(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Statements of the form `X verb:` with the quotation in the next block."""
    more: list[Attribution] = []
    for number, sentence in enumerate(page.sentences[:-1]):
        if not len(sentence) or sentence.words[-1] not in (":", ","):
            continue
        following = page.wholly_quoted(number + 1) or page.quotation_at(page.sentences[number + 1].start)
        if following is None:
            continue
        for group in reversed(sentence.groups):
            if group.lemma not in SPEECH and stances.of_verb(group.lemma) is None:
                continue
            who = subject(sentence, group)
            if who is None:
                continue
            content = (following, *page.continuation(number + 1, following[1]))
            more.append(
                Attribution(
                    (sentence.span(who.first, who.last),),
                    (sentence.span(group.first, group.last),),
                    content,
                    stances.of_verb(group.lemma) or "asserts",
                    number,
                    0.85,
                    "announced quotation",
                )
            )
            break
    return more
