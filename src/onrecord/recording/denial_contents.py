"""What a verb of denying denies, if it denies at all: `dismissed the claims as lies`, not `denied him a visa`."""

from __future__ import annotations

import re

from onrecord.recording.chunks import Phrase, Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.denial_words import (
    CALL,
    CLAUSE_AFTER,
    DEEDS,
    DENY,
    FALSE,
    FIGURES,
    GRANTED,
    JUDGED,
    SAID,
    SPURN,
    THING_SAID,
    TOLD,
    UNTRUE,
    WRONGS,
)
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.wording import clause_end, clause_text

_OPPOSES = lexicon("denounce condemn decry slam blast")


def content_of(clauses: Clauses, passage: Passage, verb: Verb) -> tuple[int, int, int] | None:
    """The offsets of what is denied and the end of the denial, or None where the verb does not deny."""
    s = clauses.sentence
    if verb.last >= len(s):
        return None
    start = s.starts[verb.last]
    whole_end = clause_end(s.text, start, passage.end)
    if verb.first and s.lower[verb.first - 1] in ("which", "who") and (comma := s.text.find(",", start, whole_end)) > 0:
        # A relative clause ends where its sentence goes on.
        whole_end = comma
    whole_end = _reported_end(s.text, start, whole_end, passage.end)
    if verb.form == "participle" and verb.first == 0 and (main := _main_after(clauses, verb)):
        # `Denying that he fled, | Ek called the report …`
        whole_end = main
    if quote := re.match(r"[”\"'’]?\s?[“\"]?(?=\w)", s.text[start:whole_end]):
        # `“flatly denies” taking it`, `denies “taking” it`
        start += quote.end()
    rest = s.text[start:whole_end]
    if verb.lemma in DENY:
        skip = re.match(
            r"(?:(?:flatly|categorically|strongly|firmly|vehemently|angrily|again|ever|on \w+day"
            r"|on \d+ \w+(?: \d{4})?|\w+ly|to (?:the )?(?:[\w’'.-]+ ){0,4}[\w’'.-]+(?= that )),?\s)+",
            rest,
        )
        if skip:
            start, rest = start + skip.end(), rest[skip.end() :]
        return (start, whole_end, whole_end) if rest and _deniable(clauses, verb, start, rest) else None
    as_first = re.match(r"(?!(?:that|this|it|these|those|them|both)\s)(?:\w+\s)?as\s", rest)
    if verb.lemma in SPURN:
        skip = re.match(r"(?:off|aside|away|at|out of hand|outright)\s", rest)
        if skip:
            start, rest, as_first = start + skip.end(), rest[skip.end() :], None
        head = _head_at(clauses, start)
        suggested = head is not None and s.lower[head.head].startswith(("suggestion", "idea", "notion"))
        if verb.lemma in _OPPOSES and suggested:
            # To denounce what somebody suggests is to be against it.
            return None
        plainly = head is not None and s.lower[head.head] in SAID and not as_first and not _is_demand(clauses, head)
        if suggested and _SHOULD.search(s.text, start, whole_end):
            # `rejected the notion that the party should let them in`: a view of what to do
            return None
        if plainly and head is not None:
            return None if _is_proposal(clauses, head) else (start, _before_as(s.text, start, whole_end), whole_end)
        if re.match(r"(?:the|any) (?:idea|view) that\b", rest) and not _SHOULD.search(rest):
            return start, whole_end, whole_end
    if verb.lemma in CALL:
        return _called(clauses, start, whole_end, bool(as_first))
    return None


_SHOULD = re.compile(r"\b(?:should|must|ought|deserves?)\b")
_SAYS = re.compile(
    r",\s(?:(?:in\s)?which|where|that)(?:,\s[^,;]{3,80},)?\s(?:[\w.’'-]+\s){0,6}?[\"“]?"
    r"(?:said|says|claimed|alleged|suggested|asserted|reported)\s"
    r"|,\s(?:saying|alleging|suggesting|claiming)\s(?=that\s)"
)


_REPORTS = re.compile(rf"\b(?:{'|'.join(sorted(SAID | TOLD))})\b", re.I)


def _reported_end(text: str, start: int, stop: int, end: int) -> int:
    """Where a report ends that is told of before what it says (`disputes the report, | which said that …`)."""
    says = _SAYS.match(text, stop, end) if _REPORTS.search(text, start, stop) else None
    return stop if says is None else clause_end(text, says.end(), end)


def _main_after(clauses: Clauses, verb: Verb) -> int | None:
    """The offset of the comma before the main clause that follows an opening participle."""
    s = clauses.sentence
    for other in clauses.verbs:
        subject = clauses.subject(other) if other.form == "finite" and other.first > verb.last else None
        if subject is not None and subject.first > verb.last and s.lower[subject.first - 1] == ",":
            return s.starts[subject.first - 1]
    return None


def _called(clauses: Clauses, start: int, end: int, as_first: bool) -> tuple[int, int, int] | None:
    """What is called untrue: `called the report a lie`, `dismissed as lies a report that …`."""
    s = clauses.sentence
    rest = s.text[start:end]
    if as_first:
        judged, thing = JUDGED.match(rest), THING_SAID.search(rest)
        if judged is None or thing is None or thing.start() < judged.end() - 1:
            return None
        at = start + thing.start()
        head = next((p for p in clauses.phrases if s.starts[p.first] <= at < s.ends[p.last - 1]), None)
        begin = start + judged.end()
        return (begin if head is None else max(begin, s.starts[head.first])), end, end
    head = _head_at(clauses, start)
    if head is None:
        back = _CALLED_BACK.match(s.text, start, end)
        return None if back is None else (start, back.end("what"), back.end())
    said = s.lower[head.head] in SAID | TOLD
    if not said and s.lower[head.first] not in ("it", "them", "this", "that"):
        return None
    close = s.ends[head.last - 1]
    found = (_CALLED_SAID if said else _CALLED).match(s.text, close, end)
    if found is None:
        return None
    return start, close + len(found["more"] or "") if said else close, found.end()


_CALLED = re.compile(rf"\s(?:as\s)?(?:an?\s|the\s|all\s|\w+ly\s)?(?:\w+\s)?['’\"“”]*(?:\w+\s)?(?:{UNTRUE})\b", re.I)
_CALLED_BACK = re.compile(
    rf"(?P<what>that|this|these|those|it|both)\s(?:as\s)?(?:an?\s|all\s|\w+ly\s)?(?:\w+\s)?['’\"“”]*(?:\w+\s)?(?:{UNTRUE})\b",
    re.I,
)
"""A bare word for what was said, which the tags take for no thing (`described that as untrue`)."""
_CALLED_SAID = re.compile(
    rf"(?P<more>\s(?:that|of|by|from|about|against|in)\s[^.;]{{3,120}}?)?\s(?:as\s)?"
    rf"(?:an?\s|the\s|all\s|\w+ly\s)?(?:\w+\s)?['’\"“”]*(?:\w+\s)?{FALSE}\b",
    re.I,
)


def _is_demand(clauses: Clauses, head: Phrase) -> bool:
    """Whether a claim is one to something (`the union's pay claim`, `a claim for damages`)."""
    s = clauses.sentence
    if s.lower[head.head] not in ("claim", "claims"):
        return False
    following = s.lower[head.last : head.last + 2]
    dated = following[:1] == ["on"] and following[-1].endswith("day")
    return (following[:1] in (["for"], ["to"], ["on"]) and not dated) or bool(
        {"pay", "wage", "insurance", "damages", "land", "compensation"} & set(s.lower[head.first : head.head])
    )


def _is_proposal(clauses: Clauses, head: Phrase) -> bool:
    """Whether a suggestion is one of what to do (`suggestions that the mayor step down`), which is turned down."""
    s = clauses.sentence
    if not s.lower[head.head].startswith(("suggestion", "notion")) or "that" not in s.lower[head.last :]:
        return False
    that = s.lower.index("that", head.last)
    verb = next((v for v in clauses.verbs if v.first > that), None)
    if verb is None or verb.form != "finite":
        return True
    subject = clauses.subject(verb)
    one = subject is not None and clauses.tags[subject.head] in ("NN", "NNP")
    return verb.last - verb.first == 1 and clauses.tags[verb.head] in ("VB", "VBP") and one


def _before_as(text: str, start: int, end: int) -> int:
    found = re.search(r"[\s,]+as\s", text[start:end])
    return end if found is None else start + found.start()


def _head_at(clauses: Clauses, start: int) -> Phrase | None:
    return clauses.phrase_starting(clauses.index(start))


def _deniable(clauses: Clauses, verb: Verb, start: int, rest: str) -> bool:
    """Whether what follows a verb of denying is something that can be so or not be so."""
    s, word = clauses.sentence, clauses.index(start)
    tag, low = clauses.tags[word], s.lower[word]
    strict = verb.lemma != "deny"
    if low == "that" or (tag == "VBG" and not strict):
        return True
    if low in ("it", "this", "them", "so", "everything"):
        following = clauses.tags[word + 1] if word + 1 < len(s) else "."
        return not following.startswith(("NN", "DT", "PRP$", "JJ")) or (
            low == "this" and THING_SAID.match(s.text, s.starts[word + 1]) is not None
        )
    if low in ("he", "she", "they", "there", "we", "i") and not strict:
        return True
    if CLAUSE_AFTER.match(rest):
        return True
    if re.match(rf"(?:(?:any|all|no|every|personal) )?(?:{'|'.join(sorted(WRONGS))})\b", rest, re.I):
        return True
    phrase = clauses.phrase_starting(word)
    if phrase is None:
        return False
    if not strict and any(v.form == "finite" and v.first in (phrase.last, phrase.last + 1) for v in clauses.verbs):
        # `denies the company is planning it`: a clause without `that`
        return True
    head = s.lower[phrase.head]
    members = [s.lower[p.head] for p in (phrase, *clauses.coordinated(phrase))]
    if any(m in SAID or m in WRONGS for m in members):
        return True
    if not strict and head in TOLD and _SAYS.search(rest):
        # `denied an article, which said that he had fled`
        return True
    inner = re.match(r"(?:\w+\s){0,2}(?:of|in)\s(?:the\s|all\s|any\s)?(?:\w+\s)?(\w+)", rest)
    if strict:
        return (
            (head in FIGURES
            and verb.lemma in ("dispute", "contest"))
            or bool(inner and inner[1].lower() in SAID | FIGURES)
        )
    other = clauses.phrase_starting(phrase.last)
    if other is not None or head in GRANTED or s.lower[phrase.first] in ("him", "her", "us", "me", "you"):
        # `denied Lund a permit`, `denied the request`
        return False
    if s.lower[phrase.first] in ("a", "an") and head not in DEEDS:
        # `denied an offer to plead guilty`
        return False
    if head in ("count", "counts", "offence", "offences", "offense", "offenses"):
        return True
    if clauses.tags[phrase.head] in ("NNP", "NNPS") or clauses.tags[phrase.first] in ("CD",):
        after = next((v for v in clauses.verbs if v.first == phrase.last), None)
        return after is not None and after.form == "finite"
    return (
        s.lower[phrase.first] in ("any", "all", "having", "being")
        or head in DEEDS
        or clauses.tags[phrase.first] in ("NN", "NNS", "VBG")
    )


def passive_content(clauses: Clauses, verb: Verb) -> tuple[int, int, int] | None:
    """What is denied in `the report was denied by the ministry`."""
    if clauses.after(verb, lexicon("by")) is None or verb.lemma not in DENY | SPURN:
        return None
    thing, s = clauses.subject(verb), clauses.sentence
    if thing is None and verb.first == 1 and s.lower[0] in ("that", "this") and verb.lemma in DENY:
        # `That was contradicted by the mayor`: taken for a relative word
        return s.starts[0], s.ends[0], s.ends[0]
    noun = "" if thing is None else clauses.sentence.lower[thing.head]
    if thing is None or not (noun in SAID or (verb.lemma in DENY and noun in ("that", "this", "it"))):
        return None
    start, end = clauses.span(thing)
    return start, end, end


def relative_content(clauses: Clauses, verb: Verb, passage: Passage) -> tuple[tuple[int, int, int], str] | None:
    """What a relative clause denies (`an accusation that Lund rejected`, `which Ek denies`), and what that is of.

    The offsets are those of the noun for what is said, or of the relative word.
    """
    s = clauses.sentence
    subject = clauses.subject(verb)
    if subject is None or not 0 <= verb.first - subject.last <= 2 or verb.lemma not in DENY | SPURN:
        return None
    at = subject.first - 1
    if at < 2:
        return None
    end = s.ends[verb.last - 1]
    if s.lower[at] == "which" and s.lower[at - 1] == "," and verb.lemma in DENY:
        if s.lower[at - 2] in SAID:
            # `the accusations, which he denies`: he denies them, and not what his sentence says of them.
            return (s.starts[at - 2], s.ends[at - 2], end), ""
        meant = s.text[passage.start : s.starts[at - 1]]
        return (s.starts[at], s.ends[at], end), clause_text(meant)
    head = next((p for p in clauses.phrases if p.last == (at if s.lower[at] in ("that", "which") else at + 1)), None)
    if head is None or s.lower[head.head] not in SAID:
        return None
    start, stop = clauses.span(head)
    comma = head.first - 1
    meant = clause_text(s.text[passage.start : s.starts[comma]]) if comma > 0 and s.lower[comma] in (",", "—") else ""
    return (start, stop, end), meant
