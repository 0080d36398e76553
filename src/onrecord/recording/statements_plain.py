"""Statements that the sentence alone tells: a verb of saying with its clause, an account, a report in a paper.

The annotator may leave out `The museum maintains that …`, `…, as the union alleges`, `has undertaken to …`, `by the
council’s count` and `a report in the Courier that …`; where it has found something at the same verb, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.stances import of_verb
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.denial_words import SAID, TOLD
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, around
from onrecord.recording.referents import Referents
from onrecord.recording.speakers_clauses import main_clause, party_of
from onrecord.recording.statement_stances import will_of
from onrecord.types import Span, Stance


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as a passage gives it: the words that show who says it, those that say what, and the verb."""

    passage: Passage
    party: str
    said: Span
    content: Span
    stance: Stance
    cue: str
    source: str


_TELL = lexicon(
    "say add claim contend maintain insist allege argue assert warn note stress explain announce concede admit confirm "
    "deny"
)
_AS_TOLD = lexicon("say claim contend maintain insist allege argue assert suggest report deny")
_UNDERTAKE = lexicon("promise pledge vow undertake swear threaten")
_STATED = frozenset({"insist", "maintain"})
_SEEK = re.compile(
    r"\b(?:sa(?:y|id)|add|claim|conten|maintain|insist|alleg|argu|assert|warn|note|stress|expla|announc|conced|admit|confirm"
    r"|den(?:y|ie)|promis|pledg|vow|under(?:t|took)|sw[eo]r|threaten|suggest|report)",
    re.I,
)
_DISPUTES = re.compile(
    r"(?P<who>(?:The|Its|His|Her|Their|[A-Z][\w’'.&-]+)(?:\s[\w’'.&-]+){0,5}?)\s(?P<verb>dispute[sd]?|den(?:ies|ied)"
    r"|reject(?:s|ed)|contest(?:s|ed)|refute[sd])\s"
    r"(?P<what>(?:that|this|those|these|the|his|her|its|their|all|any)\s(?:[\w-]+\s){0,2}?"
    rf"(?:{'|'.join(sorted(SAID | TOLD))}))\b"
)
_SPURNED = re.compile(
    rf",\s(?:an?|the)\s(?:[\w-]+\s)?(?P<what>{'|'.join(sorted(SAID | TOLD))})\s(?:(?:that|which)\s)?"
    r"(?P<who>[^.;:“”\"]{3,70}?),?\s(?:\w+ly\s)?(?P<verb>dispute[sd]?|den(?:y|ies|ied)|reject(?:s|ed)?"
    r"|contest(?:s|ed)?|refute[sd]?)(?=[.,;])"
)
"""A report that somebody does not let stand, named behind it: `a charge that its owners reject`."""
_ACCOUNT = re.compile(
    r"\b(?:by|in|on|at)\s(?P<who>(?:his|her|its|their)|(?:the\s)?(?:[\w-]+\s){0,4}?[\w.-]+(?:['’]s|s['’]))\s"
    r"(?:own\s)?(?:latest\s|last\s|first\s)?(?P<noun>account|reckoning|count|estimates?|telling|calculations?|tally|version)\b"
)
_STANDS = re.compile(r"\b(?:st(?:and|ood|ick|uck)\w*)\s\Z")
_REPORT_IN = re.compile(
    r"\b(?:an?|the|that|another)\s(?:[\w-]+\s){0,2}?(?P<noun>report|story|article|account|claim|item)\s(?:in|by|on)\s"
    r"(?:(?:the|a)\s)?(?P<who>[^.;:,“”\"]{3,60}?)\s(?:on\s[A-Z]\w+\s)?that\s"
)

def plain_statements(
    material: Material, referents: Referents, passage: Passage, cues: Sequence[Span]
) -> Iterator[Found]:
    """The statements of a passage that none of the cues in its document stands for."""
    text = material.documents[passage.document].document.text
    if _SEEK.search(passage.text):
        yield from _with_verbs(material, referents, passage, cues)
    for found in _ACCOUNT.finditer(text, passage.start, passage.end):
        yield from _by_account(material, referents, passage, found, cues)
    for found in _REPORT_IN.finditer(text, passage.start, passage.end):
        named = material.parties.within(passage.document, found.start("who"), found.end("who"))
        paper = named[0][2] if len(named) == 1 and not _taken(cues, found.span("noun")) else None
        if paper is not None and material.parties.get(paper).kind == "organisation":
            end = _stop(text, found.end(), passage.end)
            said, content = (found.start(), end), (found.end(), end)
            yield Found(passage, paper, said, content, "asserts", found["noun"], found["who"])
    for found in _SPURNED.finditer(text, passage.start, passage.end):
        named = material.parties.within(passage.document, found.start("who"), found.end("who"))
        ends = bool(named) and named[-1][1] == found.end("who")
        who = (named[-1][2],) if ends else referents.at(passage, *found.span("who"))
        if len(who) == 1 and not _taken(cues, found.span("verb")):
            span = (found.start() + 2, found.end())
            yield Found(passage, who[0], span, (span[0], found.end("what")), "denies", found["verb"], found["who"])
    disputes = _DISPUTES.match(text, passage.start, passage.end)
    if disputes is not None and not _taken(cues, disputes.span("verb")):
        who = referents.at(passage, *disputes.span("who"))
        if len(who) == 1:
            yield Found(
                passage, who[0], (disputes.start(), disputes.end()), disputes.span("what"), "denies", disputes["verb"],
                disputes["who"],
            )  # fmt: skip


def subject_of(clauses: Clauses, passage: Passage, verb: Verb) -> Phrase | None:
    """The subject of a verb; where insertions hide it, the phrase that the sentence opens with."""
    subject = clauses.subject(verb) if verb.form == "finite" else None
    if subject is None:
        main = main_clause(clauses, passage, verb.last)
        if main is not None:
            joined = verb.first and clauses.sentence.lower[verb.first - 1] in ("and", "but")
            return main[0] if main[1] == verb.first or joined else None
        first = next((p for p in clauses.phrases if not clauses.hangs(p)), None)
        subject = None if first is None or first.last > verb.first else first
    return subject


def _taken(cues: Sequence[Span], span: Span) -> bool:
    return any(a < span[1] and b > span[0] for a, b in cues)


def _stop(text: str, at: int, end: int) -> int:
    """Where a clause ends: at a semicolon, or with its sentence."""
    semicolon = text.find("; ", at, end)
    end = end if semicolon < 0 else semicolon
    while end > at and text[end - 1] in " .\n":
        end -= 1
    return end


def _with_verbs(
    material: Material, referents: Referents, passage: Passage, cues: Sequence[Span]
) -> Iterator[Found]:
    """`The museum maintains that …`, `as the union alleges`, `has undertaken to …`."""
    clauses = referents.clauses(passage)
    s, told = clauses.sentence, -1
    for verb in clauses.verbs:
        if verb.lemma not in _TELL | _UNDERTAKE | _AS_TOLD or verb.form != "finite" or verb.passive or verb.modal:
            continue
        low, high = clauses.span(verb)
        if verb.negated or clauses.in_condition(verb) or _taken(cues, (low, high)):
            continue
        if _within_quotes(s.text, passage.start, low):
            continue
        following = s.lower[verb.last] if verb.last < len(s) else ""
        subject = subject_of(clauses, passage, verb)
        party = None if subject is None else party_of(material, referents, passage, clauses, subject)
        if subject is None or party is None or subject.last > verb.first:
            continue
        begin = clauses.span(subject)[0]
        source = s.text[begin : clauses.span(subject)[1]]
        stance: Stance = "asserts" if verb.lemma in _STATED else of_verb(verb.lemma) or "asserts"
        if verb.lemma in _TELL and following == "that" and clauses.tags[verb.last] == "IN" and verb.last + 1 < len(s):
            at, end = s.starts[verb.last + 1], _stop(s.text, high, passage.end)
            will = will_of(s.text[at:end]) if stance == "asserts" else None
            yield Found(passage, party, (begin, high), (at, end), will or stance, s.text[low:high], source)
        elif verb.lemma in _UNDERTAKE and following == "to" and "not" not in s.lower[verb.first : verb.last]:
            content = (high + 1, _stop(s.text, high, passage.end))
            yield Found(passage, party, (begin, high), content, stance, s.text[low:high], source)
        elif verb.lemma in _AS_TOLD and subject.first and (
            s.lower[subject.first - 1] == "as" or (s.lower[subject.first - 1] == "and" and subject.first - 1 == told)
        ) and following in (",", ".", "and", ";", "", "”", ")", "--", "—"):
            told, content = verb.last, (s.starts[subject.first - 1], high)
            yield Found(passage, party, (begin, high), content, stance, s.text[low:high], source)


def _within_quotes(text: str, low: int, at: int) -> bool:
    return text.count("“", low, at) > text.count("”", low, at) or text.count('"', low, at) % 2 == 1


def _by_account(
    material: Material, referents: Referents, passage: Passage, found: re.Match[str], cues: Sequence[Span]
) -> Iterator[Found]:
    """What is so `by the council’s count`, with the clause around it."""
    text = material.documents[passage.document].document.text
    if _STANDS.search(text, max(passage.start, found.start() - 20), found.start()):
        return
    if _taken(cues, found.span()) or _within_quotes(text, passage.start, found.start()):
        return
    named = material.parties.within(passage.document, found.start("who"), found.end("who"))
    if found["who"].casefold() in ("his", "her", "its", "their"):
        who = referents.at(passage, *found.span("who"))
    elif named:
        who = (named[-1][2],)
    else:
        who = referents.at(passage, found.start("who"), found.end("who") - 2)
    if len(who) != 1 or material.parties.get(who[0]).kind not in ("person", "organisation", "group"):
        return
    low, high = around(passage, found.start(), found.end())
    if text[found.start() - 2 : found.start()] == ", " or low == found.start():
        # `…, by the council’s count`: all of what stands before it.
        parted = text.rfind("; ", passage.start, found.start())
        low = passage.start if parted < 0 else parted + 2
    while high > low and text[high - 1] in " .\n,":
        high -= 1
    cue = f"by {found['who']} {found['noun']}"
    yield Found(passage, who[0], (low, high), (low, high), "asserts", cue, found["who"])
