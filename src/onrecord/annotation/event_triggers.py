"""Further words that tell of something done or befallen: predicates that no event of the rules stands on.

An event says who did it or to whom; `the escape`, `after the crash`, a headline's `checks in` often do not, and are
still mentions of what another sentence tells whole.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Sequence

from onrecord.annotation import reality
from onrecord.annotation.cues import SPEECH
from onrecord.annotation.event_setting import complete
from onrecord.annotation.event_types import EMPTY_VERBS
from onrecord.annotation.events import by_sentence
from onrecord.annotation.frames import Frames
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import lemma
from onrecord.types import Event, Reality, Span, Statement, Trigger

_STATES = frozenset(
    "believe belong concern consist contain deserve exist expect feel hate hope involve know like locate love mean own "
    "prefer regard relate remember resemble think understand want wish".split()
)
"""Verbs, and nouns of the same form, that tell of nothing that happens."""
_SHORTEST = 3
"""So many letters a word has at least; what is shorter is a particle or cut off."""


def further(
    sentences: Sequence[Sentence],
    frames: Sequence[Frames],
    events: Sequence[Event],
    statements: Sequence[Statement],
) -> tuple[Trigger, ...]:
    """The predicates of a document that are verbs or nouns, and neither an event's trigger nor a statement's cue.

    Args:
        sentences: the document's sentences.
        frames: what the network sees in each of them.
        events: the document's events.
        statements: its statements. What stands in their content is as real as they make it.
    """
    taken = sorted({*(e.trigger for e in events), *(s for t in statements for s in t.cue)})
    contents = by_sentence(sentences, [(i, a, b) for i, s in enumerate(statements) for a, b in s.content])
    found: list[Trigger] = []
    for sentence, seen, held in zip(sentences, frames, contents, strict=True):
        within = [(i, statements[i]) for i in held]
        for head in seen:
            span = sentence.span(head, head + 1)
            if not _meets(taken, span) and _tells(sentence, head):
                told = Event(span, None, reality=_reality(sentence, head, seen))
                found.append(Trigger(*span, complete(told, sentence, within, (), ()).reality))
    return tuple(sorted(found, key=lambda t: t.start))


def _meets(taken: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, which are in order, shares a character with another span."""
    at = bisect.bisect_left(taken, (span[1],))
    return any(end > span[0] for _, end in taken[max(0, at - _LOOK) : at])


_LOOK = 4
"""How many triggers and cues before a word are looked at: they are short, and hardly ever stand in one another."""


def _tells(sentence: Sentence, head: int) -> bool:
    lower, tag = sentence.lower[head], sentence.tags[head]
    base = lemma(lower)
    known: Collection[str] = SPEECH if tag.startswith("VB") else ()
    return (
        len(lower) >= _SHORTEST
        and tag.startswith(("VB", "NN"))
        and base not in EMPTY_VERBS
        and base not in _STATES
        and base not in known
    )


def _reality(sentence: Sentence, head: int, frames: Frames) -> Reality:
    group = sentence.group_at(head)
    if group is not None and group.head == head:
        own = reality.of_verb(sentence, group)
    else:
        own = reality.of_noun(sentence, sentence.phrase_to.get(head + 1, head), head)
    return reality.with_figure(own, frames[head])
