"""The accusation that a denial is of, where the text tells it as an accusation and not as somebody's words."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from onrecord.recording.denial import Denial
from onrecord.recording.denial_lines import DOES
from onrecord.recording.denial_wording import shortened, without_denial
from onrecord.recording.denial_words import SAID
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wording import clause_end, clause_text
from onrecord.types import Evidence

_ACCUSED = re.compile(
    r"\b(?P<active>accus(?:es?|ed|ing))\s(?P<whom>[^.;“”\"]{2,70}?)\sof\s(?=\w)"
    r"|\b(?:accused of|charged with|suspected of|on trial for|indicted for)\s(?=\w)"
    r"|\b(?:indicted|charged|arrested|held|detained|tried|arraigned|jailed|wanted|sued)\s(?:[^.;,“”\"]{1,60}?\s)?"
    r"(?:on|over)\s(?:\w+\s){0,2}(?:charges?|counts?|suspicion|allegations?|accusations?)\s"
    r"(?:of|that|including|for|such as)\s(?=\w)"
    r"|\b(?:charge sheet|indictment|charges|complaint|lawsuit|suit)\b[^.;“”\"]{0,60}?\s"
    r"(?:includ(?:es?|ed)|list(?:s|ed)?)\s(?:(?:charges|counts|allegations)\s(?:of|that)\s)?(?=\w)"
    r"|\b(?P<told>reports?|rumou?rs?|claims?|speculation|allegations?|suggestions?|accusations?)\s(?:\w+\s){0,3}?that\s"
    r"(?:(?:said|says|claimed|alleged|revealed|suggested)\s(?:that\s)?(?=\w)"
    rf"|(?!{DOES}\s)(?=\w))"
    r"|\b(?P<alleges>alleg(?:es?|ed))\s(?:in [^.;,]{3,40}\s)?that\s(?=\w)"
    r"|\b(?P<ground>su(?:es|ed|ing)|asked|petitioned|urged|sought|filed|complained|appealed|applied|went to court)\b"
    r"[^.;“”\"]{3,200}?\son\s(?:the\s)?(?:grounds?|basis)\sthat\s(?=\w)",
    re.I,
)
_BY = re.compile(r"\W{0,2}(?:(?:has|have|had|also|publicly|repeatedly|earlier|later)\s)*\W{0,2}\Z", re.I)
_IN = re.compile(r"\b(?:in|at|of|from|near|on|by|with|for)\s(?:the\s)?\Z")
"""Before a name that hangs on another word (`two suits heard in Oslo | accuse …`)."""
_WHEN = re.compile(
    r",?\s(?:(?:earlier|late|early)\s)?(?:(?:this|last)\s(?:\w+\s)?(?:week|month|year|spring|summer|autumn|fall|winter|\w+day)"
    r"|on\s\w+day|yesterday|today|in\s(?:19|20)\d\d)\Z"
)
"""When somebody was charged, behind what with (`charged with theft | this month`)."""
_DOING = re.compile(r"(?!(?:any|no|every|some)thing|during)[a-z]{2,}ing\s")
_PRONOUN = re.compile(r"\b(?:him|her|them|it|us|me|you|themselves|each other|who|whom|his|their|its)\b", re.I)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s|also\s)?\Z", re.I)


_INDICTS = re.compile(r"(?:indicted|charged|sued|arraigned)\b", re.I)
_AMONG = re.compile(r"\b(?:charges?|counts?|allegations?)\s(?:including|such as)\s\Z", re.I)
"""Before one of several charges (`indicted on charges including | assault`)."""
_BROUGHT = re.compile(
    r"(?:indicted|charged|sued|arraigned)\s(?P<whom>(?:an?|the|\w+['’]s|[A-Z])\s?[^.;,“”\"]{1,60}?)\s"
    r"(?:on\s\w+day\s)?(?:on|over)\s"
)
_LISTS = re.compile(r"\s(?:includ(?:es?|ed)|list(?:s|ed)?)\b", re.I)
_INSERTED = re.compile(r",\s(?:who|which|whom|whose)\s[^,;]{1,80},(?=\s\w+ing\b)")
"""What is told of somebody in a list of charges (`assault on a guard, | who was bruised, | obstructing him and …`)."""
_TAKEN_UP = re.compile(r",\s(?:an?|the)\s(?:\w+\s)?\w+\s(?:which|that|who)\b|,\swhere\s")
"""Where a sentence takes up one word of an accusation to tell of it (`joining the rebels, | where his uncle …`)."""
_CHARGES = re.compile(r"\b(?:charge|accusation|allegation)s?\b", re.I)
_SAID = re.compile(r",\s(?:said|says|according)\s")
_NOUN_LAST = re.compile(rf",\s(?:an?\s|the\s)?(?:[\w-]+\s)?(?:{'|'.join(sorted(SAID))})\Z", re.I)
_GUILT = "guilt"


@dataclass(frozen=True, slots=True)
class Accusation:
    """What somebody is accused of, by whom if the text names him right there, and where it says so."""

    text: str
    by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    passage: Passage
    start: int
    """Offset of the words that accuse."""
    bare: str = ""
    """The text without whom it is brought against."""


def accusation_before(material: Material, referents: Referents, denial: Denial) -> Accusation | None:
    """The accusation told last before a denial: in its own sentence or the two before it, of charges the eight before.

    Who brought the charges may be told in another sentence than what they are.
    """
    legal = _CHARGES.search(denial.what) is not None or denial.what == _GUILT
    near = [denial.passage, *material.passages_before(denial.passage, 8 if legal else 2)]
    first: Accusation | None = None
    for passage in sorted(near, key=lambda p: -p.start):
        stop = denial.at - passage.start if passage is denial.passage else len(passage.text)
        for found in reversed(list(_ACCUSED.finditer(passage.text, 0, max(0, stop)))):
            made = _made(material, referents, passage, found, denial)
            if made is None:
                continue
            first = first or made
            if first.by or not legal:
                return first
            if made.by and _INDICTS.match(found[0]):
                return replace(first, by=made.by)
    return first


def repeats(accusation: Accusation, what: str) -> bool:
    """Whether words tell what an accusation tells (`of taking sides`, `denied having taken sides`)."""
    mine, other = gist_of(what), gist_of(accusation.text)
    return len(mine & other) >= 2 and len(mine & other) >= 0.6 * min(len(mine), len(other))


_SEVERAL = re.compile(r"\b(?:all|both|every|each|two|three|four|five|six|seven|eight|nine|ten|\d+|several)\b", re.I)


def stands_for_all(accusation: Accusation, denial: Denial) -> bool:
    """Whether what is denied are several charges, and one thing is told of what somebody is accused of."""
    plea = denial.passage.text[denial.at - denial.passage.start :]
    several = re.match(r"[^.;,]{0,60}\b(?:charges|counts)\b", plea)
    one = re.search(r"\band\b|,(?!\s\d)|\bcharges\b|\bcounts\b", accusation.text) is None
    return several is not None and one and _SEVERAL.search(several[0]) is not None


def _made(
    material: Material, referents: Referents, passage: Passage, found: re.Match[str], denial: Denial
) -> Accusation | None:
    at, low = passage.start + found.start(), passage.start + found.end()
    document = material.documents[passage.document].document.text
    passive = _PASSIVE.search(passage.text[: found.start()]) is not None
    told = found["told"]
    if (found["active"] and passive) or (told and (denial.what == _GUILT or _of_others(denial, told))):
        return None
    own = passage is denial.passage
    stop = passage.end if not own else denial.start if denial.start > low else denial.at
    listed = None if _LISTS.search(found[0]) is None else _INSERTED.sub(",", document[low:stop])
    if found["told"] and own and clause_end(document, low, passage.end) > stop:
        # `a claim that Lund disputes`
        return None
    if found["told"]:
        end = _before_verb(referents, passage, at, low, min(clause_end(document, low, passage.end), stop))
    else:
        end = min(clause_end(document, low, passage.end), stop)
    taken = _TAKEN_UP.search(document, low, end)
    words = document[low : end if taken is None else taken.start()] if listed is None else listed.split(";")[0]
    words = shortened(words)
    text = _NOUN_LAST.sub("", without_denial(clause_text(_SAID.split(words, maxsplit=1)[0])).rstrip(" .,"))
    if found["told"] is None:
        text = _WHEN.sub("", text)
    bare, whom = text, found["whom"] or ""
    if found["active"] and _DOING.match(text) and not _PRONOUN.search(whom):
        # `accused the yard of hiding losses`: that the yard hid them
        text = f"{whom.strip(' ,')} {text}"
    if listed is not None or _AMONG.search(found[0]):
        brought = _BROUGHT.search(found[0])
        against = f" against {brought['whom']}" if brought is not None and not passive else ""
        text = f"charges{against} including {text}"
    brings = found["active"] or found["alleges"] or found["ground"]
    brings = brings or (_INDICTS.match(found[0]) is not None and not passive)
    by = _accuser(material, referents, passage, at) if brings else ()
    if found["told"]:
        # `a Courier report that …`
        by = tuple(m[2] for m in material.parties.within(passage.document, passage.start, at) if m[1] == at - 1)
    if not gist_of(text) or set(by) & set(denial.by):
        return None
    return Accusation(text, by, material.quotes.everywhere(passage, at, end), passage, at, bare)


def _of_others(denial: Denial, told: str) -> bool:
    """Whether charges are denied, and what is told are only reports (`after reports that …; he denies the charges`)."""
    return _CHARGES.search(denial.what) is not None and _CHARGES.search(told) is None


_LINKS = frozenset({",", "and", "but", "or", "that", "which", "who", "where", "when", "because", "while", "as", "if"})


def _accuser(material: Material, referents: Referents, passage: Passage, at: int) -> tuple[str, ...]:
    """Who accuses: the subject of the verb at an offset, or else whoever is named right before it."""
    clauses = referents.clauses(passage)
    verb = clauses.verb_at(at)
    subject = None if verb is None or verb.passive else clauses.subject(verb)
    found = () if subject is None else referents.who(passage, subject)
    named = material.parties.within(passage.document, passage.start, at)
    text = material.documents[passage.document].document.text
    if found or not named or _BY.match(text, named[-1][1], at) is None or _IN.search(text, passage.start, named[-1][0]):
        return found
    return (named[-1][2],)


def _before_verb(referents: Referents, passage: Passage, at: int, low: int, end: int) -> int:
    """Where the words of a report end that its own verb follows (`rumours that it was for sale | lifted the price`)."""
    clauses = referents.clauses(passage)
    s = clauses.sentence
    inside = [v for v in clauses.verbs if v.form == "finite" and low <= s.starts[v.first] < end]
    for before, verb in itertools.pairwise(inside):
        if _LINKS.isdisjoint(s.lower[before.last : verb.first]):
            first = verb.first
            while first > before.last and clauses.tags[first - 1] == "RB":
                first -= 1
            return s.ends[first - 1]
    return end
