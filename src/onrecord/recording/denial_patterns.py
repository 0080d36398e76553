"""Denials found by their words in order: brief ones, those in a clause on a charge, those that an idiom tells.

The tags often take a verb that ends its sentence (`The ministry disputes that`) for a noun; these patterns do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.recording.denial import Denial
from onrecord.recording.denial_accusers import accusers
from onrecord.recording.denial_doers import denier
from onrecord.recording.denial_lines import reported
from onrecord.recording.denial_wording import shortened
from onrecord.recording.denial_words import CONCLUDED, JUDGES, SAID, TOLD, UNTRUE
from onrecord.recording.lexicon import BODIES, PERSONS, is_people
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wording import clause_end, clause_text

_BRIEF = re.compile(
    r"(?P<which>,\swhich\s)(?P<who>[^.;“”\"]{2,90}?),?\s(?:\w+ly\s|has\s|have\s)?"
    r"(?P<verb>den(?:y|ies|ied)|disput(?:es?|ed))(?=[.,;]|\s?\Z)"
    r"|(?P<subject>[^.;“”\"]{2,90}?),?\s(?:\w+ly\s)?(?P<that>den(?:y|ies|ied)|disput(?:es?|ed)|contest(?:s|ed)?)"
    rf"\s(?P<back>that|this|it|(?:that|this|the)\s(?:{'|'.join(sorted(SAID | CONCLUDED | TOLD))}))(?=[.;]|\s?\Z)"
)
_BRIEFLY = re.compile(
    r"(?:den(?:y|ies|ied)|disput(?:es?|ed)|contest(?:s|ed)?)(?:\s(?:that|this|it|the)(?:\s[a-z]+)?)?(?=[.,;]|\s?\Z)"
)
"""What such a sentence ends with, which is quick to see."""
_SAID_LAST = re.compile(rf"\b({'|'.join(sorted(SAID))})\s?\Z", re.I)
"""`the accusations, | which he denies`: he denies them, and not what his sentence says of them."""
_OF = re.compile(r",?\s(?:of|from|at|for)\s(?:the\s)?(?:\w+\s)?")
_NOT_DENIED = re.compile(r"\b(?:not|never|nor|neither|cannot|to|would|could|\w+n['’]t)\W*\Z")


def brief_denials(
    material: Material, referents: Referents, passage: Passage, made: Sequence[Denial]
) -> Iterator[Denial]:
    """Denials whose verb ends the sentence and only points back, with the name right before it.

    `, which the warden, Ole Stang, flatly denied`, `The auditor, Susan Wren, disputes that`: the tags often take the
    verb for a noun or a participle there.
    """
    if _BRIEFLY.search(passage.text) is None:
        return
    for found in _BRIEF.finditer(passage.text):
        group = "verb" if found["which"] else "that"
        at = passage.start + found.start(group)
        low, high = found.span("who" if found["which"] else "subject")
        if any(passage.start + low <= d.at <= passage.start + found.end() for d in made):
            continue
        named = material.parties.within(passage.document, passage.start + low, at)
        words = passage.text[low:high]
        if JUDGES.search(words) or _NOT_DENIED.search(words):
            continue
        close = [m for m in named if at - m[1] <= 15]
        text = material.documents[passage.document].document.text
        while len(named) > 1 and close and _OF.fullmatch(text, named[-2][1], close[-1][0]):
            # `Susan Wren of the firm Lyle & Crane, disputes that`
            close, named = [named[-2]], named[:-1]
        by: tuple[str, ...] = (close[-1][2],) if close else ()
        by = by or _described(material, referents, passage, passage.start + low, passage.start + high)
        if not by:
            continue
        said = _SAID_LAST.search(passage.text, 0, found.start()) if found["which"] else None
        meant = clause_text(passage.text[: found.start()]) if found["which"] and said is None else ""
        yield Denial(
            passage,
            close[-1][0] if close else passage.start + low,
            passage.start + found.end(),
            at,
            by,
            f"the {said[1]}" if said is not None else "which" if found["which"] else found["back"],
            points_back=True,
            meant=meant,
        )


_RELATIVE = re.compile(
    rf",?\s?[,—–-]\s(?:(?:an?\s|the\s|all\s)?(?:[\w-]+\s){{0,2}}"
    rf"(?:{'|'.join(sorted(SAID | CONCLUDED))}|point|statement)|something)\s(?:that\s|which\s)?"
    r"(?P<who>[^,.;“”\"]{2,60}?(?:,\s(?:(?!\b(?:which|who|and|but|while)\b)[^,.;“”\"]){2,50},)?)\s"
    r"(?:(?:has|have|had|always|repeatedly|consistently|long|since|also|\w+ly)\s){0,3}"
    r"(?P<verb>den(?:y|ies|ied)|disput(?:es?|ed)|contest(?:s|ed)?|reject(?:s|ed)?|refut(?:es?|ed)|rebut(?:s|ted)?"
    r"|dismiss(?:es|ed)?|(?:call(?:s|ed)?|brand(?:s|ed)?|describ(?:es?|ed)\sas)\s"
    rf"(?:an?\s|\w+ly\s|[“\"‘])*(?:{UNTRUE}|nonsense|rubbish|absurd|ridiculous))\b"
)
"""`, a charge Islamabad has always denied`, `, a finding the state disputes`, `, a claim he describes as nonsense`."""


_REPORTS = "|".join(sorted(SAID - {"criticism", "criticisms", "complaint", "complaints"}))
_TURNED_AWAY = re.compile(
    r"\b(?P<verb>push(?:es|ed)?\sback(?:\s\w+ly)?\s(?:against|on|at)|hits?\sback\sat|pour(?:s|ed)?\s(?:cold\swater|scorn)\son"
    r"|t(?:akes?|ook)\s(?:strong\s)?issue\swith|made\slight\sof|begs?\sto\sdiffer\swith)\s"
    rf"(?P<what>(?:[\w’'-]+\s){{0,4}}?(?:{_REPORTS})\s(?:that|of)\s)",
    re.I,
)
"""Denials by several words that stand for a verb (`pushed back against claims that it had hidden the losses`)."""


def denials_by_idiom(
    material: Material, referents: Referents, passage: Passage, made: Sequence[Denial]
) -> Iterator[Denial]:
    """Denials told by what somebody does with a report."""
    found = _TURNED_AWAY.search(passage.text)
    clauses = None if found is None else referents.clauses(passage)
    if found is None or clauses is None:
        return
    at = passage.start + found.start()
    verb = clauses.verb_at(at)
    doer = None if verb is None or verb.negated or verb.modal or verb.form == "infinitive" else clauses.subject(verb)
    if doer is None or any(d.at == at for d in made):
        return
    if JUDGES.search(clauses.sentence.text[slice(*clauses.span(doer))]):
        return
    by = denier(material, referents, passage, clauses, doer)
    low = passage.start + found.start("what")
    end = clause_end(clauses.sentence.text, low, passage.end)
    words = shortened(" ".join(clauses.sentence.text[low:end].split())).strip(" ,.;")
    against = accusers(material, passage, (low, end), clauses, referents)
    if by and not set(against) & set(by):
        yield Denial(passage, clauses.span(doer)[0], end, at, by, reported(words), against)


_RELATIVE_BY = re.compile(
    rf",?\s?[,—–-]\s(?:an?\s|the\s|all\s)?(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(SAID | CONCLUDED))})\s"
    r"(?:(?:that|which)\s(?:is|are|was|were|has been|have been)\s)?(?:[a-z]+ly\s|since\s|later\s|long\s)?"
    r"(?P<verb>denied|disputed|contested|rejected|refuted|rebutted|dismissed)\s(?:as\s[^,.;]{3,40}\s)?by\s"
    r"(?P<who>(?:the\s|its\s|his\s|her\s|their\s)?(?:(?!(?:who|which|and)\b)[\w’'&-]+\s?){1,5}?(?=[,.;]|\s(?:who|which|and)\b|\Z))"
)
"""`, a conclusion rejected by the ministry`."""


def denials_of_a_charge(
    material: Material, referents: Referents, passage: Passage, made: Sequence[Denial]
) -> Iterator[Denial]:
    """Denials told in a clause on the charge, or on the finding, that their sentence makes."""
    for found in (*_RELATIVE.finditer(passage.text), *_RELATIVE_BY.finditer(passage.text)):
        low, high, at = (passage.start + n for n in (*found.span("who"), found.start("verb")))
        before = passage.text[max(0, found.start("verb") - 25) : found.start("verb")]
        if any(d.at == at for d in made) or JUDGES.search(found["who"]) or _NOT_DENIED.search(before):
            continue
        named = material.parties.within(passage.document, low, high)
        by = (named[-1][2],) if named and high - named[-1][1] < 3 else _called(material, passage, low, found["who"])
        by = by or _described(material, referents, passage, low, high) or referents.party_at(passage, low, high)
        if by:
            meant = clause_text(passage.text[: found.start()])
            start, end = min(low, at), passage.start + found.end()
            yield Denial(passage, start, end, at, by, "that", points_back=True, meant=meant)


_DESCRIBED = re.compile(r"\W*(?:the\s|its\s|his\s|her\s|their\s)?(?:[a-z’'-]+\s){0,3}(?P<noun>[a-z-]+)\W*", re.I)


def _described(
    material: Material, referents: Referents, passage: Passage, low: int, high: int
) -> tuple[str, ...]:
    """Whoever denies by a description without a name (`a finding [the state] disputes`).

    The tags may take the verb behind it for its noun.
    """
    clauses = referents.clauses(passage)
    found = _DESCRIBED.fullmatch(clauses.sentence.text, low, high)
    noun = "" if found is None else found["noun"].casefold()
    if not (is_people(noun) or noun in BODIES | PERSONS):
        return ()
    phrase, last = clauses.phrase_starting(clauses.index(low)), clauses.index(high - 1)
    if phrase is None or not phrase.first <= last < phrase.last:
        return ()
    return denier(material, referents, passage, clauses, replace(phrase, head=last, last=last + 1))


def _called(material: Material, passage: Passage, low: int, who: str) -> tuple[str, ...]:
    """The party named last before an offset whose name ends in a word that is taken for no name there."""
    if not who[:1].isupper() or len(who.split()) > 1:
        return ()
    text = material.documents[passage.document].document.text
    named = material.parties.within(passage.document, max(0, low - _NEAR), low)
    bare = [m[2] for m in named if text[m[0] : m[1]] == who]
    namesakes = dict.fromkeys(m[2] for m in named if material.parties.get(m[2]).name.split()[-1:] == [who])
    return tuple(bare[-1:]) or (tuple(namesakes) if len(namesakes) == 1 else ())


_NEAR = 3000
"""How far back, in characters, such a name may stand."""
