"""Statements that no verb of saying introduces, for the list of what is said.

Who `puts the number at 180`, `lets it be known that` or `stands by its count` says so; what somebody denies or demands
on this record he says, too, in whatever words (`a finding that the state disputes`, `called on both to come in`).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.recording.denial import Denial
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.speakers_clauses import party_of
from onrecord.recording.statement_stances import will_of
from onrecord.recording.statements import Told
from onrecord.recording.statements_plain import plain_statements, subject_of
from onrecord.types import Demand, Evidence, RecordStatement, Span, Stance

_NUMBER = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|up to|upwards of|at least|at most|close to|no more than"
    r"|no less than|no fewer than|(?:more|less|fewer) than|between|just|only|well|anywhere) )*[“\"]?(?P<money>[$€£¥])?"
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|a dozen|dozens|hundreds|thousands|half|a third|a quarter|a million|zero)\b"
)
_PUT_AT = re.compile(
    rf"\b(?P<verb>puts?|estimate[sd]?|assess(?:es|ed)|value[sd]?|reckon(?:s|ed)?|rate[sd]?)\s"
    rf"(?P<what>(?:[^.;:“”\"]|\.(?=\d)){{2,90}}?)\s(?P<at>at|as)\s(?P<amount>{_NUMBER})"
    r"(?P<unit>\s?%|\s(?:per\s?cent|percent|million|billion|crore|lakh))?",
    re.I,
)
_QUANTITY = re.compile(
    r"\b(?:numbers?|tolls?|figures?|costs?|loss(?:es)?|totals?|damages?|sums?|counts?|prices?|values?|odds|chances?|shares?"
    r"|sizes?|crowds?|turnout|deaths?|dead|membership|shortfalls?|deficits?|debts?|bills?|strength|distance|rate|amount"
    r"|proportion|percentage|backlog|gap|worth|it|attendance|casualties|population)\b",
    re.I,
)
_NO_AMOUNT = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|:\d\d)", re.I)
_TOLD = re.compile(
    r"\b(?:(?P<known>(?:let|lets|letting)\s(?:it|(?:the\s|his\s|her\s|its\s|their\s)?[\w’' -]{2,40}?)\s(?:be\s)?"
    r"(?:know|known|understood))"
    r"|(?P<word>(?:sent|sends|sending|send)\s(?:back\s)?word)|(?P<notice>(?:served?|serves|gave|given|gives)\s(?:formal\s)?notice)"
    r"|(?P<understand>(?:gave|given|gives|giving)\s(?:it|[\w’' -]{2,30}?)\sto\sunderstand)"
    r"|(?P<record>(?:went|gone|goes|is|was)\son\s(?:the\s)?record(?:\sas\ssaying)?)"
    r"|(?P<oath>(?:took|taken|takes)\san\soath)"
    r"|(?P<held>(?:has|have|had)\s(?:long\s|always\s)?held(?:\sall\salong)?))\s(?:on\s\w+\s)?that\s(?=\S)",
    re.I,
)
"""What says that somebody says something, in more words than one."""
_STANDS_BY = re.compile(
    r"\b(?:stands?|stood|standing|sticks?|stuck|sticking)\s(?:firmly\s)?(?:by|to)\s"
    r"(?P<what>(?:the|his|her|its|their|that)\s(?:[\w-]+\s){0,3}?(?:count|figures?|account|story|reporting|findings?"
    r"|version|claims?|statements?|numbers?|estimates?|tally|allegations?|accusations?|testimony|words))\b",
    re.I,
)
_IN_WORDS = re.compile(r"[”\"],?\sin\sthe\swords\sof\s(?P<who>[^.;:“”\"\n]{3,80})", re.I)
_SEEK = re.compile(
    r"put|let|stand|stood|stick|stuck|held|word|notice|record|understand|oath|estimate|value|rate|reckon|assess"
)
_RULES = frozenset(
    [
        "verb with infinitive", "verb with clause", "verb with object", "ask for", "call on", "of oneself", "want done",
        "told to do", "call for",
    ]
)  # fmt: skip
"""Rules by whose demands somebody says in words what he wants."""
_CONFIDENCE = 0.7
_TELLS = frozenset({"demands", "asks", "promises", "threatens"})


def found_statements(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    lines: Sequence[RecordStatement],
    denials: Sequence[Denial],
    demands: Sequence[Demand],
) -> list[RecordStatement]:
    """The statements of the story that are not listed yet, in no particular order."""
    cues: dict[int, list[Span]] = {}
    for item in told:
        if item.statement.source is not None or item.annotation.source:
            cues.setdefault(item.document, []).extend(item.annotation.cue)
    for known in cues.values():
        known.sort()
    out: list[RecordStatement] = []
    for passage in material.passages:
        if passage.kind == "title":
            continue
        near = _near(cues.get(passage.document, []), passage)
        if _SEEK.search(passage.text.casefold()):
            out.extend(_in(material, referents, passage, near))
        for f in plain_statements(material, referents, passage, near):
            out.append(_line(material, passage, f.party, f.said, f.content, f.stance, f.cue, f.source))
    taken = _Taken((*lines, *out))
    out.extend(_denied(material, denials, taken))
    out.extend(_demanded(material, referents, demands, taken))
    return out


def _near(cues: Sequence[Span], passage: Passage) -> Sequence[Span]:
    """The cues of a document that stand in one of its passages."""
    low = bisect.bisect_left(cues, (passage.start, 0))
    return cues[low : bisect.bisect_left(cues, (passage.end, 0), low)]


class _Taken:
    """Where something is listed already: by document, with its stance."""

    def __init__(self, lines: Iterable[RecordStatement]) -> None:
        self._spans: dict[str, list[tuple[int, int, RecordStatement]]] = {}
        for line in lines:
            for e in line.evidence:
                self._spans.setdefault(e.document, []).append((e.start, e.end, line))

    def over(self, evidence: Evidence) -> Iterator[RecordStatement]:
        """What stands where some evidence stands."""
        for start, end, line in self._spans.get(evidence.document, ()):
            if start < evidence.end and end > evidence.start:
                yield line


def _in(
    material: Material, referents: Referents, passage: Passage, cues: Sequence[Span]
) -> Iterator[RecordStatement]:
    text = material.documents[passage.document].document.text
    for pattern, stance in ((_PUT_AT, "asserts"), (_TOLD, "asserts"), (_STANDS_BY, "confirms")):
        for found in pattern.finditer(text, passage.start, passage.end):
            low = found.start()
            if _quoted(text, passage.start, low) or any(a < found.end() and b > low for a, b in cues):
                continue
            if pattern is _PUT_AT and not _is_amount(text, found):
                continue
            clauses = referents.clauses(passage)
            verb = clauses.verb_at(low)
            invariant = verb is not None and verb.lemma in ("put", "let")
            if verb is None or verb.negated or clauses.in_condition(verb):
                continue
            if not invariant and (verb.form != "finite" or verb.passive):
                continue
            subject = subject_of(clauses, passage, verb)
            party = None if subject is None else party_of(material, referents, passage, clauses, subject)
            if subject is None or party is None or (pattern is _PUT_AT and _is_thing(material, party)):
                continue
            end = _end(text, found.end(), passage.end) if pattern is _TOLD else found.end()
            at = found.end() if pattern is _TOLD else found.start("what")
            said: Stance = will_of(text[at:end]) or ("asserts" if stance == "asserts" else "confirms")
            source = clauses.span(subject)
            cue = text[low:at].strip()
            yield _line(material, passage, party, (source[0], low), (at, end), said, cue, text[slice(*source)])
    for found in _IN_WORDS.finditer(text, passage.start, passage.end):
        opening = max(text.rfind("“", passage.start, found.start()), text.rfind('"', passage.start, found.start()))
        named = material.parties.within(passage.document, found.start("who"), found.end("who"))
        if opening < 0 or not named or any(a < found.start() and b > opening for a, b in cues):
            continue
        who = next((m for m in named if material.parties.get(m[2]).kind == "person"), named[-1])
        yield _line(
            material, passage, who[2], (opening, found.end("who")), (opening, found.start() + 1), "asserts",
            "in the words of", found["who"],
        )  # fmt: skip


def _is_amount(text: str, found: re.Match[str]) -> bool:
    """Whether something is put at an amount, not at a place or an hour."""
    if _NO_AMOUNT.match(text, found.end("amount")) is not None:
        return False
    counted = bool(found["money"] or found["unit"]) or _QUANTITY.search(found["what"]) is not None
    plain = found["verb"].casefold() in ("put", "puts")
    return counted and (found["at"] == "at" or not plain)


def _is_thing(material: Material, party: str) -> bool:
    return material.parties.get(party).kind in ("product", "facility", "event")


def _quoted(text: str, low: int, at: int) -> bool:
    """Whether a place lies within quotation marks that open in its sentence."""
    return text.count("“", low, at) > text.count("”", low, at) or text.count('"', low, at) % 2 == 1


def _end(text: str, at: int, end: int) -> int:
    stop = text.find("; ", at, end)
    end = end if stop < 0 else stop
    while end > at and text[end - 1] in " .\n":
        end -= 1
    return end


def _line(
    material: Material, passage: Passage, party: str, said: Span, content: Span, stance: Stance, cue: str, source: str
) -> RecordStatement:
    text = material.documents[passage.document].document.text
    return RecordStatement(
        id="",
        source=party,
        source_kind="named" if material.parties.is_named(party) else "described",
        source_text=" ".join(source.split()),
        stance=stance,
        via=None,
        text=" ".join(text[slice(*content)].split()).rstrip(" ,;"),
        evidence=merged(material.quotes.everywhere(passage, min(said[0], content[0]), max(content[1], said[1]))),
        rule="words of telling",
        cue=" ".join(cue.split()),
        confidence=_CONFIDENCE,
    )


def _denied(material: Material, denials: Sequence[Denial], taken: _Taken) -> Iterator[RecordStatement]:
    """What somebody denies in a sentence where no statement is listed as a denial of his."""
    for denial in denials:
        passage = denial.passage
        [evidence, *_] = material.quotes.everywhere(passage, denial.start, denial.end)
        near = list(taken.over(evidence))
        if denial.answers or not denial.by or any(n.stance == "denies" or n.source in denial.by for n in near):
            continue
        text = material.documents[passage.document].document.text
        line = _line(material, passage, denial.by[0], (denial.start, denial.end), (denial.start, denial.end), "denies",
                     _word(text, denial.at), "")  # fmt: skip
        yield line


def _word(text: str, at: int) -> str:
    found = re.compile(r"[\w’'-]+").match(text, at)
    return "" if found is None else found[0]


def _demanded(
    material: Material, referents: Referents, demands: Sequence[Demand], taken: _Taken
) -> Iterator[RecordStatement]:
    """What somebody wants in words where no statement is listed that wants something."""
    numbers = {d.document.id: n for n, d in enumerate(material.documents)}
    for demand in demands:
        if demand.rule not in _RULES or not demand.by or demand.kind not in ("demand", "request"):
            continue
        evidence = demand.evidence[0]
        passage = material.quotes.passage_at(numbers[evidence.document], evidence.start)
        if passage is None or any(n.stance in _TELLS for n in taken.over(evidence)):
            continue
        clauses = referents.clauses(passage)
        verb = clauses.verb_at(evidence.start)
        if verb is None or verb.negated or verb.modal in ("will", "may", "might") or evidence.end > passage.end:
            continue
        subject = subject_of(clauses, passage, verb)
        who = None if subject is None or verb.passive else party_of(material, referents, passage, clauses, subject)
        if who is not None and who not in demand.by:
            continue
        low, high = clauses.span(verb)
        cue = passage.text[low - passage.start : high - passage.start]
        if verb.form == "infinitive" or clauses.tags[verb.head] == "VB":
            # The second of two things that are wanted.
            cue, high = "", low - 1
        word = cue.split()[-1:]
        if any(n.source == demand.by[0] and word and word == n.cue.split()[-1:] for n in taken.over(evidence)):
            continue
        content = (min(high + 1, evidence.end), evidence.end)
        yield _line(material, passage, demand.by[0], (evidence.start, evidence.end), content, "demands", cue, "")
