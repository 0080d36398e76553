"""What somebody does by what he says of another: asks what the other must do, blames him, turns down what he wants.

`The mayor said the port must open` asks, `the ministry said rebels were behind the raid` accuses, `the firm said the
mill was not for sale` and `the premier said that was a lie` reject.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator

from onrecord.annotation import event_recipients
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.event_refusing import TALES, UNTRUE, is_unwilling
from onrecord.annotation.event_setting import PRONOUNS
from onrecord.annotation.lexicons import document_nouns
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event, Span, Statement


def of_statement(sentence: Sentence, statement: Statement) -> Iterator[Event]:
    """The events that a statement's content makes of its being said."""
    if not statement.source or not statement.content or not sentence.start <= statement.cue[0][0] < sentence.end:
        return
    if _is_left_open(sentence, statement):
        return
    for found in (_of_duty(sentence, statement), _of_blame(sentence, statement), _of_refusal(sentence, statement)):
        if found is not None:
            yield found


_DUTIES = frozenset({"must", "should", "ought"})


def _of_duty(sentence: Sentence, statement: Statement) -> Event | None:
    """What somebody says that another must do is asked of him: `the mayor said the port [must] open`."""
    at = statement.content[0][0]
    for group in sentence.groups:
        if sentence.starts[group.first] < at:
            continue
        if group.modal not in _DUTIES or group.form != "finite" or "have" in sentence.lower[group.first : group.head]:
            # `must have left`: so it is thought.
            return None
        who = subject(sentence, group)
        if who is None or sentence.starts[who.first] < at or sentence.tags[who.first] == "EX":
            return None
        if sentence.lower[who.first] in PRONOUNS and who.head - who.first == 1:
            return None
        aimed = (sentence.span(who.first, who.head),)
        return Event(statement.cue[0], "REQUEST", statement.source, aimed, confidence=0.6, rule=f"says … {group.modal}")
    return None


_OPENING = frozenset("whether if how why when where what who which".split())
_DENYING = frozenset({"not", "n't", "n’t", "never", "no", "cannot", "without"})


def _is_left_open(sentence: Sentence, statement: Statement) -> bool:
    """Whether a statement does not say what its content tells: `asked [whether] the port should open`, `gave [no]
    proof that rebels were behind it`."""
    first = bisect.bisect_left(sentence.starts, statement.content[0][0])
    opener = sentence.lower[max(0, first - 1) : first + 1]
    cue = range(bisect.bisect_left(sentence.starts, statement.cue[0][0]), first)
    return not _OPENING.isdisjoint(opener) or any(sentence.lower[k] in _DENYING for k in cue)


_TO_BLAME = frozenset({("responsible",), ("behind",), ("guilty",), ("to", "blame"), ("at", "fault")})


def _of_blame(sentence: Sentence, statement: Statement) -> Event | None:
    """Who is said to be responsible is accused: `the ministry said [rebels] were behind the raid`."""
    at = statement.content[0][0]
    group = next((g for g in sentence.groups if sentence.starts[g.first] >= at), None)
    if group is None or group.lemma != "be" or group.form != "finite" or group.negated:
        return None
    after = tuple(sentence.lower[group.last : group.last + 2])
    who = subject(sentence, group)
    if not _TO_BLAME & {after, after[:1]} or who is None or sentence.starts[who.first] < at:
        return None
    if not event_recipients.is_party(sentence, who.first, who.head):
        return None
    blamed = (sentence.span(who.first, who.head),)
    return Event(statement.cue[0], "ACCUSE", statement.source, blamed, confidence=0.6, rule="says … responsible")


def _of_refusal(sentence: Sentence, statement: Statement) -> Event | None:
    """What is said to be untrue, not to be had, or not to come is rejected by who says so: `said the report was
    [false]`, `said the mill was [not for sale]`, `said nobody [would be freed]`, `said there [would be no] delay`."""
    at = statement.content[0][0]
    group = next((g for g in sentence.groups if sentence.starts[g.first] >= at and g.form == "finite"), None)
    if group is None or _is_paper(sentence, statement):
        return None
    if _is_no_such(sentence, statement.content[0]):
        return Event(statement.cue[0], "REJECT", statement.source, (), confidence=0.6, rule="says … no such")
    words = (
        _kept_back(sentence, group)
        if group.lemma == "be" and not group.passive
        else "not be done" if group.passive and _is_withheld(sentence, group, at) else None
    )
    to = next((k for k in range(group.last, min(len(sentence), group.last + 4)) if sentence.tags[k] == "TO"), None)
    if words is None and to is not None and is_unwilling(sentence, group, to) and _by_somebody(sentence, group, to):
        words = "not willing to"
    if words is None and group.lemma == "be" and not group.negated and _is_tale(sentence, group, at):
        words = "untrue"
    if words is None:
        return None
    # `There will be no deal if they strike`
    held_over = words == "no" and not {"if", "unless"}.isdisjoint(sentence.lower[group.last :])
    kind = "THREATEN" if held_over else "REJECT"
    aimed = None if words == "untrue" else event_recipients.search(sentence, group.last, kind)
    whom = () if aimed is None else (sentence.span(*aimed),)
    return Event(statement.cue[0], kind, statement.source, whom, confidence=0.6, rule=f"says … {words}")


def _is_no_such(sentence: Sentence, content: Span) -> bool:
    """Whether what is said denies by pointing back: `it knew [nothing of the sort]`, `had done [no such thing]`."""
    first = bisect.bisect_left(sentence.starts, content[0])
    words = sentence.lower[first : first + 10]
    return ("no", "such") in itertools.pairwise(words) or any(
        words[k : k + 3] == ["nothing", "of", "the"] and words[k + 3 : k + 4] in (["sort"], ["kind"])
        for k in range(len(words))
    )


def _is_paper(sentence: Sentence, statement: Statement) -> bool:
    """Whether a thing is what tells something: `[the records] show that the report is false`."""
    start, end = statement.source[0]
    first = bisect.bisect_left(sentence.starts, start)
    last = sentence.phrase_at.get(first) if start >= sentence.start else None
    if last is None or sentence.starts[last - 1] >= end or sentence.lower[first] in PRONOUNS:
        return False
    noun = singular(sentence.lower[last - 1])
    return noun in document_nouns() or noun in _PAPERS


_PAPERS = frozenset("data document e-mail email evidence figure footage message poll record study survey test".split())


def _by_somebody(sentence: Sentence, group: VerbGroup, to: int) -> bool:
    """Whether it is somebody who is unwilling to do what an infinitive says; `is not going to [win]` only foresees."""
    who = subject(sentence, group)
    done = next(iter(sentence.groups_from(to)), None)
    foreseen = sentence.lower[to - 1] == "going" and (done is None or done.lemma not in _WITHHELD | _YIELDED)
    if who is None or foreseen:
        return False
    return sentence.lower[who.first] in PRONOUNS - {"it"} or event_recipients.is_party(sentence, who.first, who.head)


def _is_tale(sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Whether what others say is said to be untrue: `[that] was a lie`, `[reports of a leak] were simply wrong`."""
    first = bisect.bisect_left(sentence.starts, at)
    first += sentence.lower[first] == "that" and first + 1 < group.first
    if group.modal is not None or group.first <= first:
        return False
    pointed = group.first - first == 1 and sentence.lower[first] in ("that", "this", "it")
    last = sentence.phrase_at.get(first)
    told = last is not None and singular(sentence.lower[last - 1]) in TALES
    if not pointed and not told:
        return False
    for k in range(group.last, min(len(sentence), group.last + 5)):
        if sentence.lower[k] in UNTRUE or (sentence.lower[k] == "wrong" and told):
            return True
        if sentence.tags[k] not in ("RB", "DT", "``", "''", "JJ", "PDT"):
            return False
    return False


_OUT = (("out", "of", "the", "question"), ("off", "the", "table"))
_NOT_TO_COME = frozenset(
    "amnesty apology bailout backtracking cease-fire ceasefire climbdown compromise concession deal delay exception "
    "extension going negotiation pardon payment ransom rethink retreat surrender talk truce turning u-turn".split()
)
"""What somebody refuses by saying that there will be none."""


def _kept_back(sentence: Sentence, group: VerbGroup) -> str | None:
    """The words by which something is said not to be had: `was [not for sale]`, `was [out of the question]`, `there
    would be [no extension]`."""
    rest = tuple(word for word in sentence.lower[group.last : group.last + 6] if word not in _MARKS)
    negated = group.negated or rest[:1] in (("not",), ("never",))
    rest = rest[1:] if rest[:1] in (("not",), ("never",), ("simply",), ("now",), ("absolutely",)) else rest
    if sentence.lower[max(0, group.first - 1) : group.first] == ["there"]:
        will = group.modal in ("will", "would", "can", "could", "'ll", "’ll")
        none = rest[:1] == ("no",) and any(singular(word) in _NOT_TO_COME for word in rest[1:3])
        return "no" if will and none else None
    if not negated:
        return "out of the question" if rest[:4] in _OUT or rest[:3] in _OUT else None
    if rest[:1] == ("negotiable",):
        return "not negotiable"
    if rest[:3] == ("on", "the", "table") or rest[:2] == ("for", "sale") or rest[:2] == ("on", "offer"):
        return "not for sale"
    if rest[:2] == ("open", "to") or rest[:2] == ("up", "for"):
        asked = any(singular(word) in _BARGAINS for word in rest[2:4])
        return "not for sale" if asked else None
    return None


_MARKS = frozenset({"``", "''", '"', "“", "”"})
_BARGAINS = frozenset(
    "bargaining change compromise debate discussion dispute negotiation offer renegotiation review sale talk".split()
)
_WITHHELD = frozenset(
    "accept allow amend back delay drop extend extradite free grant hand honour honor lift lower meet move negotiate "
    "pay permit postpone put raise reconsider reinstate release renegotiate renew reopen repay resume return scrap "
    "send sell sign surrender suspend tolerate withdraw waive".split()
)
"""What one wants of another to be done; who says that it will not be done refuses it."""
_YIELDED = frozenset(
    "apologise apologize bow budge capitulate compromise concede fall give leave quit resign step stop yield".split()
)
"""What one does who gives in; who says that he is not going to refuses."""
_NOBODY = frozenset({"nobody", "none", "nothing", "no"})


def _is_withheld(sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Whether a passive says that something wanted will not be done: `the pilot [would not be handed over]`, `[no]
    prisoner [would be freed]`."""
    # `could not be tolerated` blames.
    if group.modal not in ("will", "would", "wo") or group.lemma not in _WITHHELD:
        return False
    first = bisect.bisect_left(sentence.starts, at)
    first += sentence.lower[first] == "that" and first + 1 < group.first
    return group.negated or not _NOBODY.isdisjoint(sentence.lower[first : first + 1])
