"""The content of a statement made whole: what a reader of its sentence would say that it ends and begins with.

The annotator's content may stop inside a phrase, lose its middle, run on into a sentence of its own, or begin with
whom somebody told it. The rules here look at the words around it and never beyond the sentence that holds it, but for
a quotation, which reaches to its closing mark.
"""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import Span, Statement

_MARKS = ("“", '"', "``", "''")
_CLOSING = re.compile(r"(?<!\s)(?:[”\"]|'')")
_MARK = re.compile(r"[“”\"]|``|''")
_MOST = 700
"""How far, in characters, a quotation is followed to its end."""
_GAP = 160
"""The longest stretch, in characters, that is put back between two pieces of one clause."""
_THAT = re.compile(r"that\b", re.I)
_TOLD = re.compile(r"\b(?:t(?:ell|ells|old|elling)|(?:inform|remind|assur|warn)(?:s|ed|ing)?)\Z", re.I)
_ADDRESSEE = re.compile(
    r"(?:the|an?|his|her|its|their|one|some|several|those|two|three)\s[^.;:“”\"]{2,140}?\s(?:who|whose|which)\s"
)
"""Somebody told apart from others by what he does (`told a man who had asked that …`)."""
_TIME = re.compile(
    r"(?:last (?:night|week|month|year|\w+day)|yesterday|today|earlier|later|(?:on )?(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|this (?:morning|week|afternoon|month|year)|in \d{4}),?\s(?=\S)",
    re.I,
)
_HANGING = re.compile(r"\s(?:of|for|at|in|from|with|to)\Z")
_ADVERB = re.compile(r"(?<=[a-z])\s(?P<adverb>[a-z]+ly)\Z")
_PASSED_ON = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,5}(?:reports?|reported|says?|said|writes?|wrote)\sthat\s")
_LAST_THAT = re.compile(r"\sthat\s(?=[“\"])")
_AS = re.compile(r",\sas\s\Z", re.I)
_RELATIVE = re.compile(r",?\s(?P<word>which|whom?|that)\s\Z")
_PREDICATE = re.compile(
    r"(?:(?:\w+ly|never|always|often|normally|now|also|still)\s){0,2}(?:is|are|was|were|has|have|had|will|would|can"
    r"|could|may|might|must|should|did|does|do)\b"
)
_GOES_ON = re.compile(
    r"\s\([^()\n]{1,60}\)\s(?=[a-z])|\s?(?:—|--|–)\s?(?:and|or)\s(?=[a-z])|(?:,?\sbut\s[^,.;:“\"]{3,50})?,?\s(?:and|but)\sthat\s(?=[\w“\"$])"
)
"""The clause goes on behind a bracket, or another one with `that` follows (`that it is old, [and that it leaks]`)."""
_SO = re.compile(r"\b(?:so|such)\s[^,.;:“”\"]{2,40}\Z")
_SO_THAT = re.compile(r"\sthat\s")
_HANGS = re.compile(r"\b(?:it|he|she|they|we|I|who|which)\Z")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEGUN = re.compile(
    r",?\s(?:though|although|while|because|that|if|when|and|but)\s(?=(?:an?|the|his|her|its|their|no|some|any)\s)"
    r"(?P<subject>[^,.;:“”\"()]{3,60})\Z"
)
"""A second clause of which no more than the subject is there."""
_JOINT_LAST = re.compile(r"\s(?:when|because|if|while|where|whether|unless|until|than|whose)\Z")
"""A word behind which a clause has to follow."""
_ENDED = re.compile(r"\b(?:end(?:ed|ing)|until|since|by|from)\Z")
_DATE = re.compile(
    r"\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b(?:,\s\d{4}\b)?"
)
_AND_QUOTED = re.compile(
    r",?\s(?:and|or|but)\s(?:(?:an?|the|his|her|its|their|of|for|in|as|to|too|not|also|very|even)\s){0,3}"
    r"(?:“[^“”\n]{2,200}”|\"[^\"\n]{2,200}\")"
)
"""The second of two quotations in one clause (`“unfair” and “a shame”`)."""
_LISTS = re.compile(r"(?:\s?(?P<dash>[—–]|--)\s?|,\s)(?:including|such as|among them)\s")
"""What goes on with the members of what was named last (`most demands, including a pardon`)."""
_ENDS_QUOTED = re.compile(r"[”\"]\Z")
_DASHED = re.compile(r",?\s(?:--\s|[—–]\s)?")
_CONJUNCTION = re.compile(r"(?:But|And|Yet|So|Still,|However,)\s")
_FOREIGN = re.compile(r"[“”\":;—]|--|\s[-–]\s|\n|\b(?:said|says|told|asked|according|reported|wrote|that)\b")
"""What stands in an opening that may be no part of what follows."""
_INNER = frozenset("JJ JJR JJS DT PRP$ CD NN NNP POS VBN VBG".split())
"""Tags after which a noun may still belong to the same phrase."""
_JOINS = frozenset({"IN", "TO", "DT", "PRP$"})
"""Tags of words that nothing ends with."""
_NOUNS = frozenset("NN NNS NNP NNPS".split())


def mended(material: Material, referents: Referents, document: int, s: Statement) -> Statement:
    """The statement with its content made whole, or itself where nothing is wrong with it."""
    text = material.documents[document].document.text
    source = tuple(_to_cue(text, s, _without_time(text, span)) for span in s.source)
    s = s if source == s.source else dataclasses.replace(s, source=source)
    if not s.content:
        return s
    s = _without_subject(text, _without_adverb(material, referents, document, s))
    content = _told_after(text, s, tuple(sorted(s.content)))
    content = _without_report(text, s, content)
    content = _without_addressee(text, s, content)
    content = _filled(material, document, s, content)
    content = _without_next(material, document, content)
    content = _from_its_beginning(material, document, s, content)
    content = _with_subject(material, document, s, content)
    content = _with_antecedent(material, referents, document, s, content)
    content = tuple(_to_its_end(material, referents, document, s, span) for span in content)
    return s if content == tuple(sorted(s.content)) else dataclasses.replace(s, content=content)


def _without_time(text: str, span: Span) -> Span:
    """A source without the adverbial of time that opens its sentence (`Last night [one user] posted`)."""
    found = _TIME.match(text, *span)
    return span if found is None else (found.end(), span[1])


def _to_cue(text: str, s: Statement, span: Span) -> Span:
    """A source that stops at a preposition, to the verb of saying (`the governor of [Norrvik, Ada Lund,] told`)."""
    start, end = span
    said = min((a for a, _ in s.cue), default=end)
    if _HANGING.search(text, start, end) is None or not end < said < end + 120 or "\n" in text[end:said]:
        return span
    while said > end and text[said - 1] in " ,":
        said -= 1
    return (start, said)


def _without_adverb(material: Material, referents: Referents, document: int, s: Statement) -> Statement:
    """A statement whose content takes back the adverb of its first word (`say [newly] built boats sink`)."""
    text = material.documents[document].document.text
    start, end = s.cue[-1] if s.cue else (0, 0)
    found = _ADVERB.search(text, start, end)
    if found is None or min(a for a, _ in s.content) != end + 1:
        return s
    passage = material.quotes.passage_at(document, end)
    clauses = None if passage is None else referents.clauses(passage)
    if clauses is None or clauses.tags[clauses.index(end + 1)] not in ("VBN", "JJ", "VBD"):
        return s
    first, *rest = sorted(s.content)
    cue = (*s.cue[:-1], (start, found.start()))
    return dataclasses.replace(s, cue=cue, content=((found.start("adverb"), first[1]), *rest))


_SUBJECT_LAST = re.compile(r",?\s(?P<subject>it|he|she|they|there|we|this|that)\Z")


def _without_subject(text: str, s: Statement) -> Statement:
    """A source without the subject of what is said (`according to the union[,] | it was 1,100`)."""
    if len(s.source) != 1 or not s.cue or not s.content:
        return s
    (start, end), (low, high) = s.source[0], min(s.content)
    found = _SUBJECT_LAST.search(text, start, end)
    according = text[s.cue[0][0] : s.cue[0][1]].casefold().startswith("according")
    if found is None or not according or not 0 < low - end <= 2 or s.cue[0][0] > start:
        return s
    content = ((found.start("subject"), high), *sorted(s.content)[1:])
    return dataclasses.replace(s, source=((start, found.start()),), content=content)


def _without_report(text: str, s: Statement, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What somebody is cited for, without who passes it on (`The Courier reports that X, according to Ek`)."""
    start, end = content[0]
    if not s.cue or not text[s.cue[0][0] : s.cue[0][1]].casefold().startswith("according"):
        return content
    found = _PASSED_ON.match(text, start, end)
    return content if found is None else ((found.end(), end), *content[1:])


def _told_after(text: str, s: Statement, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The clause with `that` alone, where what opens the sentence is not his (`Rather than go, Ek said that`)."""
    if len(content) != 2 or not s.cue or not s.source:
        return content
    said = max(b for _, b in (*s.cue, *s.source))
    first, second = content
    if first[1] <= min(a for a, _ in (*s.cue, *s.source)) and second[0] >= said and _THAT.match(text, second[0]):
        return (second,) if not text.startswith(_MARKS, first[0]) else content
    return content


def _without_addressee(text: str, s: Statement, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What somebody is told, without who that is (`told a man who had asked that “no boat will sail”`)."""
    start, end = content[0]
    if not s.cue or _TOLD.search(text, s.cue[-1][0], s.cue[-1][1]) is None or start < s.cue[-1][1]:
        return content
    if _ADDRESSEE.match(text, start, end) is None:
        return content
    found = list(_LAST_THAT.finditer(text, start, end))
    return ((found[-1].start() + 1, end), *content[1:]) if found else content


def _filled(material: Material, document: int, s: Statement, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces of one sentence with what stands between them, if that is neither who speaks nor a verb of saying."""
    text = material.documents[document].document.text
    whole = [content[0]]
    for start, end in content[1:]:
        first, low = whole[-1]
        passage = material.quotes.passage_at(document, low - 1)
        apart = start - low > _GAP or any(low <= a < start for a, _ in (*s.source, *s.cue))
        apart = apart or passage is None or start >= passage.end
        if apart or text[low - 1] in "”\"'.!?" or text.startswith(_MARKS, start):
            whole.append((start, end))
        else:
            whole[-1] = (first, end)
    return tuple(whole)


def _without_next(material: Material, document: int, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A clause in the narrator’s words without a quotation of a later sentence that was laid to it."""
    if len(content) < 2:
        return content
    text = material.documents[document].document.text
    passage = material.quotes.passage_at(document, content[0][0])
    if passage is None or any(text.startswith(_MARKS, a) for a, b in content if a < passage.end):
        return content
    if len(text[content[0][0] : content[0][1]].split()) < 4:
        return content
    if any(text[a:b].count("“") + text[a:b].count('"') + text[a:b].count("``") for a, b in content if a < passage.end):
        return content
    kept = tuple(span for span in content if span[0] < passage.end)
    return kept or content


def _from_its_beginning(
    material: Material, document: int, s: Statement, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """A sentence that ends with who says it, from its first word (`[Two men smashed] the window, the police said`)."""
    said = (*s.source, *s.cue)
    text, (start, end) = material.documents[document].document.text, content[0]
    passage = material.quotes.passage_at(document, start)
    if len(content) != 1 or not said or passage is None or not s.source:
        return content
    if not passage.start < start < end <= min(a for a, _ in said) or max(b for _, b in said) > passage.end:
        return content
    if text.startswith(_MARKS, start) and text[end - 1] in "”\"',.":
        return content
    opening = _CONJUNCTION.match(text, passage.start, start)
    first = passage.start if opening is None else opening.end()
    if first >= start or _FOREIGN.search(text, first, start) is not None or text[start - 1] != " ":
        return content
    return ((first, end),)


def _with_subject(material: Material, document: int, s: Statement, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A predicate with its subject, where who says it stands between (`The pier, as Ek pointed out, is shut`)."""
    if len(content) != 1 or not s.source or not s.cue:
        return content
    text = material.documents[document].document.text
    start, end = content[0]
    first = min(a for a, _ in s.source)
    passage = material.quotes.passage_at(document, first)
    if passage is None or start < max(b for _, b in (*s.cue, *s.source)) or start >= passage.end:
        return content
    before = _AS.search(text, passage.start, first)
    if before is None or _PREDICATE.match(text, start, end) is None:
        return content
    opening = text[passage.start : before.start()]
    if len(opening.split()) > 8 or "," in opening or any(m in opening for m in _MARKS):
        return content
    return ((passage.start, before.start()), (start, end))


def _with_antecedent(
    material: Material, referents: Referents, document: int, s: Statement, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """A predicate with the thing that a relative pronoun takes up (`the pier, which Ek said was shut`)."""
    if len(content) > 2 or not s.source or not s.cue:
        return content
    text = material.documents[document].document.text
    speaks, said = min(a for a, _ in s.source), max(b for _, b in (*s.source, *s.cue))
    passage = material.quotes.passage_at(document, speaks)
    if passage is None or not said <= content[-1][0] < passage.end or content[0][0] < passage.start:
        return content
    relative = _RELATIVE.search(text, passage.start, speaks)
    if relative is None or (len(content) == 2 and content[0] != relative.span("word")):
        return content
    clauses = referents.clauses(passage)
    first = clauses.index(content[-1][0])
    if first >= len(clauses.tags) or clauses.tags[first] not in ("VBD", "VBZ", "VBP", "MD", "VBN"):
        return content
    starts, ends = clauses.sentence.starts, clauses.sentence.ends
    taken = next((p for p in clauses.phrases if ends[p.last - 1] == relative.start()), None)
    for _ in range(2):
        # `changes [to the act], which Ek said were small`: all of the noun phrase.
        if taken is None or not taken.first or relative["word"] in ("who", "whom"):
            break
        if clauses.tags[taken.first - 1] not in ("IN", "TO"):
            break
        wider = next((p for p in clauses.phrases if p.last == taken.first - 1), None)
        if wider is None:
            break
        taken = wider
    return content if taken is None else ((starts[taken.first], relative.start()), content[-1])


def _to_its_end(material: Material, referents: Referents, document: int, s: Statement, span: Span) -> Span:
    """A piece that stops inside a quotation or a noun phrase, or before its verb, to the end of it."""
    text = material.documents[document].document.text
    start, end = span
    verb = _before_verb(material, referents, document, s, span)
    if verb is not None:
        return verb
    passage = material.quotes.passage_at(document, end - 1)
    if passage is None or end >= passage.end:
        return span
    more = _further(material, referents, passage, s, span)
    if more is not None:
        return more
    if not text[end : end + 2].strip() or text[end : end + 1] != " " or not text[end + 1].islower():
        return span
    if any(a < passage.end and b > end for a, b in (*s.source, *s.cue)):
        stops = min(a for a, b in (*s.source, *s.cue) if b > end)
    else:
        stops = passage.end
    if text.startswith(_MARKS, start) and _CLOSING.search(text, start + 2, end) is None and stops == passage.end:
        mark = _MARK.search(text, end, min(len(text), end + _MOST))
        closes = mark is not None and _CLOSING.match(text, mark.start()) is not None
        return (start, mark.end() if mark is not None and closes else _full_stop(text, passage.end))
    clauses = referents.clauses(passage)
    last = clauses.index(end - 1)
    tags, sentence = clauses.tags, clauses.sentence
    after = last + 1
    if after < len(tags) and tags[last] in _JOINS and sentence.starts[after] < stops:
        hangs = next((p for p in clauses.phrases if p.first <= after < p.last), None)
        return span if hangs is None else (start, min(sentence.ends[hangs.last - 1], stops))
    if after >= len(tags) or tags[last] not in _INNER or tags[after] not in _NOUNS or sentence.starts[after] >= stops:
        return span
    phrase = next((p for p in clauses.phrases if p.first <= last < p.last), None)
    if phrase is None or phrase.last <= after:
        return span
    return (start, min(sentence.ends[phrase.last - 1], stops))


def _further(
    material: Material, referents: Referents, passage: Passage, s: Statement, span: Span
) -> Span | None:
    """A piece that was left while its clause goes on: to the end of the sentence, of the date or of the quotation."""
    text = material.documents[passage.document].document.text
    start, end = span
    if start < max((b for _, b in (*s.cue, *s.source)), default=0) or any(a >= end for a, _ in s.content):
        # What comes before its verb of saying ends there.
        return None
    dated = _DATE.match(text, end, passage.end) if _ENDED.search(text, start, end) else None
    if dated is not None:
        return (start, dated.end())
    quoted = _AND_QUOTED.match(text, end, passage.end) if _ENDS_QUOTED.search(text, start, end) else None
    if quoted is not None:
        return (start, quoted.end())
    lists = _LISTS.match(text, end, passage.end)
    if lists is not None:
        stops = text.find(lists["dash"], lists.end(), passage.end) if lists["dash"] else -1
        stops = _full_stop(text, passage.end) if stops < 0 else stops
        clauses = referents.clauses(passage)
        if _FINITE.isdisjoint(clauses.tags[clauses.index(lists.end()) : clauses.index(stops - 1) + 1]):
            return (start, stops)
    if text.startswith(_MARKS, start) and _CLOSING.search(text, start + 2, end) is not None:
        return None
    on = _GOES_ON.match(text, end, passage.end) is not None
    on = on or (_SO.search(text, max(start, end - 50), end) is not None and _SO_THAT.match(text, end) is not None)
    on = on or (text[end : end + 1] == " " and _JOINT_LAST.search(text, start, end) is not None)
    if not on and text[end : end + 1] == " ":
        begun = _BEGUN.search(text, max(start, end - 80), end)
        if begun is not None or _HANGS.search(text, start, end) is not None:
            clauses = referents.clauses(passage)
            after, first = clauses.index(end + 1), clauses.index(end if begun is None else begun.start("subject"))
            on = after < len(clauses.tags) and clauses.tags[after] in _FINITE
            on = on and _FINITE.isdisjoint(clauses.tags[first:after])
    return (start, _full_stop(text, passage.end)) if on else None


def _before_verb(
    material: Material, referents: Referents, document: int, s: Statement, span: Span
) -> Span | None:
    """A subject to the end of its sentence, where its verb comes next (`that [Ek, a smith], fired the shot`)."""
    text = material.documents[document].document.text
    start, end = span
    if len(s.content) != 1 or not s.cue or start < max(b for _, b in (*s.cue, *s.source)):
        return None
    passage = material.quotes.passage_at(document, end - 1)
    joint = _DASHED.match(text, end)
    if passage is None or text.startswith(_MARKS, start) or joint is None:
        return None
    clauses = referents.clauses(passage)
    after = clauses.index(joint.end())
    if after >= len(clauses.tags) or clauses.tags[after] not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    starts = clauses.sentence.starts
    if any(v.form == "finite" and start <= starts[v.first] < end for v in clauses.verbs):
        return None
    verb = next((v for v in clauses.verbs if v.first == after), None)
    subject = None if verb is None else clauses.subject(verb)
    if subject is None or not start <= starts[subject.first] < end:
        return None
    return (start, _full_stop(text, passage.end))


def _full_stop(text: str, end: int) -> int:
    """The end of a sentence without its full stop."""
    while end and text[end - 1] in " .\n":
        end -= 1
    return end
