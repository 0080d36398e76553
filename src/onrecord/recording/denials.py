"""Denials: who says that something is not so, and of what.

To deny is said in many ways: with a verb of denying (`denied that`, `disputes the account`), by turning a report or an
accusation away (`dismissed the claims as lies`), by a judgement on it (`called the story untrue`, `said the charges
were false`), by a plea or by standing on one's innocence. To turn down an offer or a request is to answer it, a court
that dismisses a claim decides on it, and who `did not deny` or `declined to confirm or deny` has denied nothing.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.recording.chunks import Phrase, Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.denial_words import (
    ACCUSED,
    BACK,
    CALL,
    CLAUSE_AFTER,
    DEEDS,
    DENY,
    FALSE,
    FIGURES,
    GENERAL,
    GRANTED,
    HINTS,
    JUDGED,
    JUDGES,
    NO_THING,
    NONE,
    ON,
    PLEA,
    SAID,
    SELF,
    SPURN,
    THING_SAID,
    UNCHOSEN,
    UNTRUE,
    WRONGS,
)
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import BODIES, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_end, clause_text


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: offsets of its words in its passage's document, who denies, what, and whose word it is against."""

    passage: Passage
    start: int
    end: int
    at: int
    """Offset of the word that denies."""
    by: tuple[str, ...]
    what: str
    """What is denied, in the text's words."""
    against: tuple[str, ...] = ()
    points_back: bool = False
    """Whether the content names what is denied only by pointing to what was said before."""
    answers: bool = False
    """Whether it denies by saying the contrary of what somebody else said."""
    contrary: bool = False
    """Whether `what` is not what is denied but its contrary (`there is no evidence of fraud`)."""

    @property
    def general(self) -> bool:
        """Whether it is of allegations that it does not name."""
        return bool(GENERAL.search(self.what))


def find_denials(material: Material, referents: Referents, told: Sequence[Told]) -> tuple[Denial, ...]:
    """The denials of a story in reading order."""
    at_cue = {(t.document, low): t for t in told for low, _ in t.annotation.cue}
    found = [d for p in material.passages if not p.words.isdisjoint(HINTS) for d in _in(material, referents, p, at_cue)]
    told_in: dict[int, list[Told]] = {}
    for item in told:
        told_in.setdefault(item.document, []).append(item)
    taken = {(d.passage.document, d.passage.start) for d in found}
    for item in told:
        passage = material.quotes.passage_at(item.document, item.start)
        if passage is not None and (passage.document, passage.start) not in taken:
            found.extend(_said(material, passage, item, told_in[item.document]))
    order = material.order
    return tuple(sorted(found, key=lambda d: (order[d.passage.document, d.passage.start], d.at)))


def _in(
    material: Material, referents: Referents, passage: Passage, at_cue: dict[tuple[int, int], Told]
) -> Iterator[Denial]:
    clauses = referents.clauses(passage)
    s = clauses.sentence
    for found in clauses.verbs:
        named = _apposed(clauses, found)
        # `Ada Lund, the minister of trade, denied reports`
        verb = found if named is None else replace(found, form="finite", passive=False)
        if verb.negated or (verb.modal is not None and verb.modal not in ("will",)) or not _happens(clauses, verb):
            continue
        if verb.lemma not in DENY | SPURN | CALL and not s.lower[verb.head].startswith(("plead", "pled")):
            continue
        content = None if verb.passive else _content(clauses, passage, verb)
        if verb.passive:
            content = _passive(clauses, verb)
        if content is None:
            continue
        doer = clauses.agent(verb) if named is None else named
        if doer is None or JUDGES.search(s.text[slice(*clauses.span(doer))]):
            continue
        said = at_cue.get((passage.document, s.starts[verb.first])) or at_cue.get(
            (passage.document, s.starts[verb.head])
        )
        if said is not None and said.statement.source and clauses.tags[doer.head] == "PRP":
            # The annotator follows who speaks from sentence to sentence.
            by: tuple[str, ...] = (said.statement.source,)
        else:
            by = _who(material, referents, passage, clauses, doer)
        if not by:
            continue
        yield _made(material, clauses, passage, verb, doer, by, content)
    for plea in PLEA.finditer(passage.text):
        at = passage.start + plea.start()
        pleads = next((v for v in clauses.verbs if s.starts[v.first] <= at < s.ends[v.last - 1]), None)
        earlier = [p for p in clauses.phrases if s.ends[p.last - 1] <= at and s.lower[p.head] not in ("who", "which")]
        subject = (clauses.subject(pleads) if pleads is not None else None) or (earlier[-1] if earlier else None)
        if subject is not None and s.lower[subject.head] in ("who", "which"):
            subject = earlier[-1] if earlier else None
        if subject is None:
            continue
        before = passage.text[max(0, plea.start() - 25) : plea.start()]
        by = _who(material, referents, passage, clauses, subject)
        if by and not re.search(r"\b(?:will|would|to|could|may|might|expected|not|if)\s(?:\w+\s)?\Z", before):
            end = clause_end(s.text, passage.start + plea.end(), passage.end)
            start = min(clauses.span(subject)[0], at)
            yield Denial(passage, start, end, at, by, "guilt")


def _apposed(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The phrase before an insertion between commas that a form like a participle follows: the one who did it."""
    s, comma = clauses.sentence, verb.first - 1
    if verb.form != "passive participle" or comma < 2 or s.lower[comma] != ",":
        return None
    if s.lower[verb.last : verb.last + 1] == ["by"]:
        return None
    for i in range(comma - 1, max(0, comma - 25), -1):
        if s.lower[i] == ",":
            return next((p for p in clauses.phrases if p.last == i), None)
    return None


def _happens(clauses: Clauses, verb: Verb) -> bool:
    """Whether somebody does deny: not `refused to deny`, `asked him to deny`, `neither confirmed nor denied`."""
    s = clauses.sentence
    before = s.lower[max(0, verb.first - 4) : verb.first]
    if verb.form == "infinitive":
        return bool(before) and any(w.startswith(tuple(ON)) for w in before[-2:]) and "not" not in before
    if any(
        w in ("nor", "without", "neither", "never", "if", "whether", "unless", "hardly", "could", "can", "or")
        for w in before[-3:]
    ):
        return False
    if verb.form == "passive participle" and s.lower[verb.last : verb.last + 1] != ["by"]:
        return False
    return not (before[-1:] == ["for"] or before[-1:] == ["of"] or before[-1:] == ["to"])


def _content(clauses: Clauses, passage: Passage, verb: Verb) -> tuple[int, int, int] | None:
    """The offsets of what is denied and the end of the denial, or None where the verb does not deny."""
    s = clauses.sentence
    if verb.last >= len(s):
        return None
    start = s.starts[verb.last]
    whole_end = clause_end(s.text, start, passage.end)
    if verb.first and s.lower[verb.first - 1] in ("which", "who") and (comma := s.text.find(",", start, whole_end)) > 0:
        # A relative clause ends where its sentence goes on.
        whole_end = comma
    rest = s.text[start:whole_end]
    if verb.lemma in DENY:
        skip = re.match(
            r"(?:(?:flatly|categorically|strongly|firmly|vehemently|angrily|again|on \w+day|\w+ly),?\s)+", rest
        )
        if skip:
            start, rest = start + skip.end(), rest[skip.end() :]
        return (start, whole_end, whole_end) if rest and _deniable(clauses, verb, start, rest) else None
    as_first = re.match(r"(?:\w+\s)?as\s", rest)
    if verb.lemma in SPURN:
        skip = re.match(r"(?:off|aside|away|at|out of hand|outright)\s", rest)
        if skip:
            start, rest, as_first = start + skip.end(), rest[skip.end() :], None
        head = _head_at(clauses, start)
        plainly = head is not None and s.lower[head.head] in SAID and not as_first and not _is_demand(clauses, head)
        if plainly and head is not None:
            return None if _is_proposal(clauses, head) else (start, _before_as(s.text, start, whole_end), whole_end)
        if re.match(r"(?:the|any) (?:idea|view) that\b", rest):
            return start, whole_end, whole_end
    if verb.lemma in CALL:
        return _called(clauses, start, whole_end, bool(as_first))
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
        return None
    said = s.lower[head.head] in SAID
    if not said and s.lower[head.first] not in ("it", "them", "this", "that"):
        return None
    close = s.ends[head.last - 1]
    found = (_CALLED_SAID if said else _CALLED).match(s.text, close, end)
    if found is None:
        return None
    return start, close + len(found["more"] or "") if said else close, found.end()


_CALLED = re.compile(rf"\s(?:as\s)?(?:an?\s|the\s|all\s|\w+ly\s)?(?:\w+\s)?['’\"“”]*(?:\w+\s)?(?:{UNTRUE})\b", re.I)
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
    return s.lower[head.last : head.last + 1] in (["for"], ["to"], ["on"]) or bool(
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
    head = s.lower[phrase.head]
    members = [s.lower[p.head] for p in (phrase, *clauses.coordinated(phrase))]
    if any(m in SAID or m in WRONGS for m in members):
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
    if clauses.tags[phrase.head] in ("NNP", "NNPS") or clauses.tags[phrase.first] in ("CD",):
        after = next((v for v in clauses.verbs if v.first == phrase.last), None)
        return after is not None and after.form == "finite"
    return (
        s.lower[phrase.first] in ("any", "all", "having", "being")
        or head in DEEDS
        or clauses.tags[phrase.first] in ("NN", "NNS", "VBG")
    )


def _passive(clauses: Clauses, verb: Verb) -> tuple[int, int, int] | None:
    """What is denied in `the report was denied by the ministry`."""
    if clauses.after(verb, lexicon("by")) is None or verb.lemma not in DENY | SPURN:
        return None
    thing = clauses.subject(verb)
    if thing is None or clauses.sentence.lower[thing.head] not in SAID:
        return None
    start, end = clauses.span(thing)
    return start, end, end


def _who(material: Material, referents: Referents, passage: Passage, clauses: Clauses, doer: Phrase) -> tuple[str, ...]:
    found = referents.who(passage, doer)
    if found:
        return found
    s = clauses.sentence
    start, end = clauses.span(doer)
    noun = s.lower[doer.head]
    if (
        is_people(noun)
        or noun in BODIES
        or noun in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "official", "source")
    ):
        party = material.parties.describe(passage.document, start, end, " ".join(s.text[start:end].split()))
        return () if party is None else (party,)
    return ()


def _made(
    material: Material,
    clauses: Clauses,
    passage: Passage,
    verb: Verb,
    doer: Phrase,
    by: tuple[str, ...],
    content: tuple[int, int, int],
) -> Denial:
    s = clauses.sentence
    words = " ".join(s.text[content[0] : content[1]].split()).strip(" ,.;")
    clause = CLAUSE_AFTER.match(words)
    at = s.starts[verb.head]
    low = clauses.span(doer)[0]
    start = low if 0 <= at - low <= 150 else s.starts[verb.first]
    bare = re.split(
        r"\s(?:in|on|from|at|to|during|as|through|yesterday|today|again|when|last|this|after|before)\b|,",
        words,
        maxsplit=1,
    )[0]
    back = bool(BACK.match(bare)) or re.fullmatch(r"that", bare) is not None
    text = clause_text(words[clause.end() :] if clause else words)
    against = _accusers(material, passage, content[:2])
    end = max(content[2], s.ends[verb.last - 1])
    if verb.passive:
        agent = clauses.span(doer)
        start, end = min(content[0], start), max(end, agent[1])
    return Denial(passage, start, end, at, by, text, tuple(a for a in against if a not in by), back)


_MADE_BY = re.compile(
    r"\b(?:allegations?|accusations?|claims?|charges?|suggestions?|assertions?|reports?|complaints?)\s+"
    r"(?:(?:made|levell?ed|brought|raised|put|published)\s+)?(?:by|from|in)\s(?:the\s)?",
    re.I,
)
_OWN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|assertions?|suggestions?"
    r"|accounts?|version|reports?"
    r"|story)\b",
    re.I,
)


def _accusers(material: Material, passage: Passage, content: tuple[int, int]) -> tuple[str, ...]:
    """Whose allegations a denial names: `the claims made by Ek`, `Ek’s claim that …`."""
    text = material.documents[passage.document].document.text
    found = _MADE_BY.search(text, *content)
    if found is not None:
        named = material.parties.within(passage.document, found.end() - 4, content[1])
        return (named[0][2],) if named and abs(named[0][0] - found.end()) < 5 else ()
    found = _OWN.search(text, *content)
    if found is not None:
        named = [
            m
            for m in material.parties.within(passage.document, content[0], found.start() + 2)
            if found.start() - m[1] in (0, -2, -1)
        ]
        return (named[-1][2],) if named else ()
    return ()


def _said(material: Material, passage: Passage, item: Told, others: Sequence[Told]) -> Iterator[Denial]:
    """A statement whose content says that something is not so."""
    statement = item.statement
    source = statement.source or _named_before(material, passage, item)
    if (
        source is None
        or not statement.text
        or statement.stance in ("demands", "asks", "predicts", "promises")
    ):
        return
    text = statement.text
    sure = NONE.search(text)
    answers = False
    if not sure:
        if JUDGES.search(statement.source_text) or not _contrary(material, passage, item, others):
            return
        answers = True
    if sure and JUDGES.search(statement.source_text):
        return
    spans = [
        s
        for s in (*item.annotation.source, *item.annotation.cue, *item.annotation.content)
        if passage.start <= s[0] < passage.end
    ]
    if not spans:
        return
    start, end = min(a for a, _ in spans), min(max(b for _, b in spans), passage.end)
    yield Denial(
        passage, start, end, item.start, (source,), clause_text(text), answers=answers, contrary=True
    )


def _named_before(material: Material, passage: Passage, item: Told) -> str | None:
    """Who is named right before the description that a statement has for its source (`Ek, head of the club, said`)."""
    if not item.annotation.source:
        return None
    start = item.annotation.source[0][0]
    named = material.parties.within(passage.document, passage.start, start)
    return named[-1][2] if named and 0 <= start - named[-1][1] <= 3 else None


def _contrary(material: Material, passage: Passage, item: Told, others: Sequence[Told]) -> bool:
    """Whether a negated content answers what somebody else said, or an accusation made shortly before."""
    text = item.statement.text
    thing = NO_THING.match(text)
    if thing is not None:
        noun = thing[1].casefold().rstrip("s")
        before = others[max(0, bisect.bisect_left(others, item.start, key=lambda t: t.start) - _FEW) :]
        return any(
            t.start < item.start and t.statement.source not in (None, item.statement.source)
            and noun in t.statement.text.casefold() and not re.search(rf"\bno (?:\w+ )?{noun}", t.statement.text, re.I)
            for t in before[:_FEW]
        )  # fmt: skip
    if _NEGATED.match(text) and not _MODAL.search(text[:60]):
        said = gist_of(_NOT.sub(" ", text)[:200])
        before = others[max(0, bisect.bisect_left(others, item.start, key=lambda t: t.start) - _FEW) :][:_FEW]
        if any(
            t.start < item.start and t.statement.source not in (None, item.statement.source)
            and t.statement.stance != "denies" and not _NOT.search(t.statement.text)
            and len(common := said & gist_of(t.statement.text)) >= 4 and len(common) >= 0.75 * len(said)
            for t in before
        ):  # fmt: skip
            return True
    first = re.split(r"[.;!?]", text.strip("“\"”' "), maxsplit=1)[0]
    if not SELF.match(text) or UNCHOSEN.search(" ".join(first.split()[:7])):
        return False
    near = [p.text for p in material.passages_before(passage, 2)] + [passage.text]
    return any(ACCUSED.search(p) for p in near)


_NOT = re.compile(r"\b(?:no|not|never|none|neither|nobody|nothing)\b|n['’]t\b", re.I)
_NEGATED = re.compile(r"\W*(?:[\w’'.-]+\s){0,6}?(?:no|not|never|none|nobody|\w+n['’]t)\b", re.I)
_MODAL = re.compile(r"\b(?:will|would|wo|should|must|can|could|may|might|shall|cannot)\b", re.I)
_FEW = 12
"""How many statements before one may be what it answers."""
