"""Rules for drift of deeds: a summary takes a step that the body does not take.

`suspended the order` becomes `withdrew the order`, `offered a guarantee` becomes `won a guarantee`, `is accused of
stealing` becomes `stole`. Each rule looks at all that the body says of the thing: if any of it takes the step, nothing
is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Verb
from onrecord.recording.drift_body import Body
from onrecord.recording.drift_words import EMPTY, Found, Text, base_of, sentence_of, stem
from onrecord.recording.lexicon import lexicon

_STEPS = (
    (
        lexicon("suspend pause postpone delay defer freeze"),
        lexicon("withdraw drop scrap cancel abandon end revoke repeal annul"),
    ),
    (lexicon("arrest detain question investigate suspect"), lexicon("charge indict convict jail sentence")),
    (lexicon("charge indict"), lexicon("convict jail sentence")),
    (lexicon("injure wound hurt"), lexicon("kill")),
    (lexicon("limit restrict curb reduce cut lower ease relax"), lexicon("ban end abolish scrap lift remove")),
    (lexicon("ask urge invite advise encourage"), lexicon("order force compel")),
    (lexicon("damage"), lexicon("destroy wreck flatten")),
    (lexicon("study consider weigh review examine mull"), lexicon("accept approve agree back sign adopt")),
)
"""Deeds as (what was done, the step beyond it that a summary may make of it)."""
_ACHIEVE = lexicon("win secure gain obtain land clinch get")
_OFFER = lexicon("offer propose")
_GIVEN = lexicon(
    """win secure gain obtain land clinch get agree accept approve grant guarantee award receive sign reach give
    conclude seal"""
)
_ADMIT = lexicon("admit concede acknowledge confess")
_BLAME = lexicon("blame fault condemn rebuke criticise criticize accuse chide scold")
_LIMITED = re.compile(
    r"\b(?:on|in|at) (?:some|a few|several|certain)\b|\b(?:on occasion|at times|sometimes|occasionally|in part|partly"
    r"|some of|may have|might have|could have|to some extent|not always|a few)\b",
    re.I,
)
_BOTH = re.compile(
    r"\b(?:neither|both|either|each) (?:side|part(?:y|ies)|of the|of them|sides|government|camp|team)s?\b", re.I
)
_BECAUSE = re.compile(r"\b(?:over|because of|due to|caused by|owing to)\b", re.I)
_NO_REASON = re.compile(
    r"\b(?:not|n['’]t|neither|nobody|no one|declin\w+|refus\w+)\b[^.;]{0,40}?\b(?:say|explain|disclose) why\b"
    r"|\b(?:g[ai]ve[ns]?|offer\w*|with|citing|stat\w+) no (?:reason|explanation)s?\b"
    r"|\b(?:not|n['’]t) (?:say|explain|disclose|know|give (?:a|any) reasons?(?: why)?)"
    r"(?: why\b| what (?:caused|led)\b|\Z)"
    r"|\b(?:cause|reason|motive)s? (?:of|for|behind) [^.;]{2,50} (?:is|was|are|were|remains?)"
    r" (?:not (?:immediately )?(?:known|clear)"
    r"|unknown|unclear|under investigation|being investigated)",
    re.I,
)
_ACCUSED = re.compile(
    r"\b(?:accus\w+ [^.;]{0,60}?\bof|suspected of|on suspicion of|charg\w+ (?:[^.;]{0,60}? )?with"
    r"|alleg\w+ (?:to have|that (?:he|she|they|it))|allegations? (?:of|that (?:he|she|they|it)))\s(?:having\s)?\Z",
    re.I,
)
_TOLD_BY = re.compile(
    r"\b(?:accus\w+|alleg\w+|suspect\w*|charg\w+|sa(?:ys?|id)|claims?|court|trial|jury|police|hears?|told|according|report\w*|suit|lawsuit"
    r"|probe|investigat\w*)\b|[‘’“”\"'?:]",
    re.I,
)
"""What in a headline tells that it is somebody's word."""
_PLAIN = lexicon("be have do make take get go come say use put give")
_OPEN = re.compile(r"\bwhether\b", re.I)
_HEAD_OPEN = re.compile(
    r"\b(?:may|might|could|would|should|whether|if|unless|consider\w*|weigh\w*|mull\w*|urg\w*|ask\w*|want\w*|seek\w*|hop\w*"
    r"|plan\w*|vot\w*|decid\w*|debat\w*|demand\w*|propos\w*|call\w*|likely|ponder\w*|said|says?|not|no)\b|\?",
    re.I,
)


def step(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """A deed becomes the stronger one that the body does not tell of the same thing."""
    for deed, things in _deeds(head):
        for done, beyond in _STEPS:
            if deed not in beyond:
                continue
            for text in near[:4]:
                for told in text.clauses.verbs:
                    thing = _thing(text, told)
                    if told.lemma not in done or told.negated or thing not in things or thing is None:
                        continue
                    if not _shared(head, text) - {stem(thing)} or _is_told(body.telling_of(thing), beyond):
                        continue
                    line = f"{told.lemma} becomes {deed}: {thing}"
                    return line, sentence_of(head), sentence_of(text), ("event",)
    return None


def achieved(head: Text, body: Body) -> Found | None:
    """`offered a guarantee` becomes `wins a guarantee`: what is only offered is told as got, or as agreed to."""
    for deed, things in _deeds(head):
        if deed not in _ACHIEVE:
            continue
        for noun in sorted(things):
            telling = body.telling_of(noun)
            following = [t for t in (body.after(text) for text in telling) if t is not None]
            if _is_told([*telling, *following], _GIVEN):
                continue
            for text in [*telling, *following]:
                for told in text.clauses.verbs:
                    if told.lemma in _OFFER and _thing(text, told) in (noun, "one") and not told.negated:
                        line = f"what is offered is told as got: {noun}"
                        return line, sentence_of(head), sentence_of(text), ("event",)
    return None


def half(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`offered half of what the union asked` becomes `agrees to the demand`: a part is told as the whole."""
    for deed, things in _deeds(head):
        wanted = things & _WANTED
        if (
            deed not in _YIELD
            or not wanted
            or _is_told([t for w in sorted(wanted) for t in body.telling_of(w)], _YIELD)
        ):
            continue
        for text in near[:4]:
            part = _HALF.search(text.passage.text)
            if part is not None and len(_shared(head, text)) >= 2:
                line = f"“{part[0].lower()}” becomes all: {min(wanted)}"
                return line, sentence_of(head), sentence_of(text), ("quantifier", "event")
    return None


def panel(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`a committee of the council approved` becomes `council approves`: what a part does is told of the whole."""
    for verb in head.clauses.verbs:
        doer, thing = head.clauses.subject(verb), _thing(head, verb)
        if verb.lemma not in _VOTED or doer is None or thing is None or verb.negated:
            continue
        name = head.clauses.sentence.lower[doer.head]
        for text in near[:4]:
            for told in text.clauses.verbs:
                other = text.clauses.subject(told)
                if told.lemma not in _VOTED or told.negated or other is None or _thing(text, told) != thing:
                    continue
                words = text.clauses.sentence.lower[other.first : other.last]
                part = next((w for w in words if w in _PARTS), None)
                if part is None or name not in text.clauses.sentence.lower or name in _PARTS:
                    continue
                if any(_votes(t, name) for t in body.telling_of(thing)):
                    continue
                line = f"a {part} becomes the {name}: {told.lemma} {thing}"
                return line, sentence_of(head), sentence_of(text), ("name",)
    return None


def _votes(text: Text, name: str) -> bool:
    """Whether a sentence tells that a whole body voted."""
    for verb in text.clauses.verbs:
        doer = text.clauses.subject(verb)
        if verb.lemma in _VOTED and doer is not None and text.clauses.sentence.lower[doer.head] == name:
            return True
    return False


_WANTED = lexicon("demand request term condition call plea ultimatum")
_YIELD = lexicon("agree accept meet grant yield bow concede satisfy fulfil fulfill")
_HALF = re.compile(
    r"\b(?:(?:half|part|some|a (?:third|quarter|fraction)) of (?:what|the)|less than (?:half|what)"
    r"|(?:far|well) (?:short|below)|short of)\b",
    re.I,
)
_VOTED = lexicon("approve pass back adopt endorse reject clear vote ratify block")
_PARTS = lexicon("committee panel subcommittee commission board caucus faction chamber")


def _deeds(head: Text) -> list[tuple[str, frozenset[str]]]:
    """What a summary tells as done, as base forms of verbs, each with the nouns that it may be done to.

    A headline without a word that is tagged as a verb is read by its words (`Nurses win pay rise`).
    """
    nouns = frozenset(w.base for w in head.words if w.tag.startswith("NN") and w.low not in EMPTY)
    verbs = [v for v in head.clauses.verbs if not v.negated and v.modal is None]
    if not head.clauses.verbs:
        return [(lemma(w.low), nouns - {w.base}) for w in head.words[1:] if w.tag.startswith("NN")]
    return [(v.lemma, nouns) for v in verbs]


def _is_told(texts: Sequence[Text], deeds: frozenset[str]) -> bool:
    return any(v.lemma in deeds and not v.negated for t in texts for v in t.clauses.verbs)


def admission(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`conceded that checks were late on some days` becomes `admits checks were unsafe`: more is admitted."""
    verb = next((v for v in head.clauses.verbs if v.lemma in _ADMIT), None)
    if verb is None or _LIMITED.search(head.passage.text):
        return None
    at = head.clauses.sentence.ends[verb.last - 1]
    said = [w for w in head.words if w.start >= at and w.low not in EMPTY]
    for text in near:
        told = next((v for v in text.clauses.verbs if v.lemma in _ADMIT), None)
        if told is None:
            continue
        limited = _LIMITED.search(text.passage.text, text.clauses.sentence.ends[told.last - 1] - text.passage.start)
        new = [w for w in said if not body.telling_of(w.base) and w.tag[:2] in ("JJ", "NN", "VB")]
        if limited is not None and new and any(stem(w.base) in text.stems for w in said):
            line = f"more is admitted: {new[-1].low}, where the body limits it (“{limited[0].lower()}”)"
            return line, sentence_of(head), sentence_of(text), ("hedge", "quantifier")
    return None


def blame(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`said that neither side had moved` becomes `blames the owners`: one of two sides is blamed."""
    for verb in head.clauses.verbs:
        doer = head.clauses.subject(verb)
        if (
            verb.lemma not in _BLAME
            or doer is None
            or head.clauses.object(verb) is None
            or _BOTH.search(head.passage.text)
        ):
            continue
        by = {stem(base_of(w, "NN")) for w in head.clauses.sentence.lower[doer.first : doer.last]} - {"the"}
        telling = [t for w in sorted(by) for t in near if w in t.stems]
        if any(v.lemma in _BLAME for t in telling for v in t.clauses.verbs):
            continue
        for text in telling:
            both = _BOTH.search(text.passage.text)
            if both is not None:
                return f"“{both[0].lower()}” becomes one of them", sentence_of(head), sentence_of(text), ("name",)
    return None


def reason(head: Text, near: Sequence[Text]) -> Found | None:
    """`gave no reason for leaving` becomes `leaves over pay`: a cause is told that the body says is not known."""
    given = _BECAUSE.search(head.passage.text)
    if given is None or head.passage.text[given.end() :].lstrip()[:1].isdigit():
        return None
    for text in near[:4]:
        none = _NO_REASON.search(text.passage.text)
        if none is not None and (len(_shared(head, text)) >= 2 or len(_shared(head, near[0])) >= 2):
            return f"a cause is told; the body: “{none[0]}”", sentence_of(head), sentence_of(text), ("cause",)
    return None


def accused(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`is accused of stealing` becomes `stole`: what somebody is accused of is told as done."""
    if _TOLD_BY.search(head.passage.text):
        return None
    for verb in head.clauses.verbs:
        if verb.form != "finite" or verb.modal or verb.negated or (verb.lemma in _PLAIN and _thing(head, verb) is None):
            continue
        for text in near[:4]:
            for told in text.clauses.verbs:
                if told.lemma != verb.lemma or len(_shared(head, text) - {stem(verb.lemma)}) < 2:
                    continue
                start = text.clauses.sentence.starts[told.head] - text.passage.start
                charge = _ACCUSED.search(text.passage.text, max(0, start - 90), start)
                if verb.lemma in _PLAIN and _thing(head, verb) != _thing(text, told):
                    continue
                if charge is not None and not _told_as_done(head, verb, body):
                    line = f"what is alleged is told as done: {verb.lemma}"
                    return line, sentence_of(head), sentence_of(text), ("hedge", "attribution")
    return None


def undecided(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """`whether the pilot will be freed is open` becomes `pilot to be freed`: what is undecided is told as settled."""
    if _HEAD_OPEN.search(head.passage.text):
        return None
    for verb in head.clauses.verbs:
        if verb.lemma in _PLAIN:
            continue
        for text in near[:4]:
            mark = _OPEN.search(text.passage.text)
            told = next((w for w in text.words if w.base == verb.lemma), None)
            shared = _shared(head, text) - {stem(verb.lemma)}
            if mark is None or told is None or told.start - text.passage.start < mark.start() or not shared:
                continue
            if not _UNSETTLED.search(text.passage.text) or _is_settled(verb, shared, body):
                continue
            line = f"what is undecided is told as settled: {verb.lemma}"
            return line, sentence_of(head), sentence_of(text), ("hedge",)
    return None


def _is_settled(verb: Verb, shared: set[str], body: Body) -> bool:
    """Whether another sentence of the body tells the deed of the same without leaving it open."""
    return any(
        v.lemma == verb.lemma and shared & t.stems and not _OPEN.search(t.passage.text)
        for t in body.telling_of(verb.lemma)
        for v in t.clauses.verbs
    )


_UNSETTLED = re.compile(
    r"\b(?:remain\w*|unclear|not (?:clear|known|said?|say)|question|decid\w+|uncertain|unknown|open|doubt\w*"
    r"|investigat\w*|examin\w*|looking into|consider\w*|declin\w*|would not)\b",
    re.I,
)


def _told_as_done(head: Text, verb: Verb, body: Body) -> bool:
    """Whether some sentence of the body tells the deed itself in a finite verb, without an accusation in it."""
    return any(
        v.lemma == verb.lemma
        and v.form == "finite"
        and not _TOLD_BY.search(t.passage.text)
        and len(_shared(head, t)) > 1
        for t in body.telling_of(verb.lemma)
        for v in t.clauses.verbs
    )


def _thing(text: Text, verb: Verb) -> str | None:
    """The base form of what a verb is done to: its object, or the subject of a passive."""
    phrase = text.clauses.subject(verb) if verb.passive else text.clauses.object(verb)
    if phrase is None and text.passage.is_summary and text.clauses.sentence.lower[verb.head].endswith("ed"):
        # `Sanctions lifted`
        phrase = text.clauses.subject(verb)
    if phrase is None:
        return None
    noun = base_of(text.clauses.sentence.lower[phrase.head], text.clauses.tags[phrase.head])
    return None if noun in EMPTY else noun


def _shared(head: Text, text: Text) -> set[str]:
    """The stems of content words that two passages share."""
    return head.stems & text.stems
