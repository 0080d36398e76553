"""Denials: who says that something is not so, and of what.

To deny is said in many ways: with a verb of denying (`denied that`, `disputes the account`), by turning a report or an
accusation away (`dismissed the claims as lies`), by a judgement on it (`called the story untrue`, `said the charges
were false`), by a plea or by standing on one's innocence. To turn down an offer or a request is to answer it, a court
that dismisses a claim decides on it, and who `did not deny` or `declined to confirm or deny` has denied nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.recording.chunks import Phrase, Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.denial import Denial
from onrecord.recording.denial_accusers import OWNED, accusers, accusers_beside
from onrecord.recording.denial_contents import content_of, passive_content, relative_content
from onrecord.recording.denial_doers import apposed, denier, main_subject, mistaken, relative_to
from onrecord.recording.denial_lines import reported, says_what, taken_on
from onrecord.recording.denial_passive import denied_reports
from onrecord.recording.denial_patterns import brief_denials, denials_by_idiom, denials_of_a_charge
from onrecord.recording.denial_statements import denials_said
from onrecord.recording.denial_wording import shortened
from onrecord.recording.denial_words import BACK, CALL, DENY, HINTS, JUDGES, ON, PLEA, SPURN
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_end, clause_text

_DENYING = DENY | SPURN | CALL


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
            found.extend(denials_said(material, passage, item, told_in[item.document]))
    order = material.order
    found = [_against(material, d, told_in.get(d.passage.document, ())) for d in found]
    return tuple(sorted(found, key=lambda d: (order[d.passage.document, d.passage.start], d.at)))


def _against(material: Material, denial: Denial, told: Sequence[Told]) -> Denial:
    """A denial with whose word it is against, where its own sentence tells."""
    if denial.against or denial.passage.is_summary:
        return denial
    beside = accusers_beside(material, denial, [t for t in told if denial.passage.start <= t.start < denial.at])
    return replace(denial, against=beside) if beside else denial


def _in(
    material: Material, referents: Referents, passage: Passage, at_cue: dict[tuple[int, int], Told]
) -> Iterator[Denial]:
    clauses = referents.clauses(passage)
    s = clauses.sentence
    made_here: list[Denial] = []
    for found in clauses.verbs:
        # `Ada Lund, the minister of trade, denied reports`, `Organisers flatly denied ever seeing it`
        named = apposed(clauses, found) or mistaken(clauses, found)
        verb = found if named is None else replace(found, form="finite", passive=False)
        if verb.negated or (verb.modal is not None and verb.modal not in ("will",)) or not _happens(clauses, verb):
            continue
        if verb.lemma not in _DENYING and not s.lower[verb.head].startswith(("plead", "pled")):
            continue
        content = None if verb.passive else content_of(clauses, passage, verb)
        if verb.passive:
            content = passive_content(clauses, verb)
        meant = ""
        relative = relative_content(clauses, verb, passage) if content is None and not verb.passive else None
        if relative is not None:
            content, meant = relative
        if content is None:
            continue
        doer = main_subject(clauses, verb) or clauses.agent(verb) if named is None else named
        said = at_cue.get((passage.document, s.starts[verb.first])) or at_cue.get(
            (passage.document, s.starts[verb.head])
        )
        known = () if said is None or said.statement.source is None else (said.statement.source,)
        if said is not None and said.statement.cue.casefold().startswith("according"):
            # `According to the Courier she denied it`
            known = ()
        if doer is None and known and said is not None and not JUDGES.search(said.statement.source_text):
            # A quotation or a bracket stands between the verb and its subject; the annotator saw through it.
            start = min(a for a, _ in (*said.annotation.source, *said.annotation.cue))
            doer = clauses.phrase_starting(clauses.index(start))
        if doer is None and verb.form == "finite" and verb.lemma in DENY:
            # No other verb stands before: what opens the sentence is its subject (`The owner of “Star” denies …`).
            opens = clauses.phrases[0] if clauses.phrases and verb == clauses.verbs[0] else None
            doer = opens if opens is not None and opens.last <= verb.first and not clauses.hangs(opens) else None
        if doer is None or JUDGES.search(s.text[slice(*clauses.span(doer))]):
            continue
        if s.lower[doer.first] in ("no", "few", "neither"):
            continue
        if s.lower[doer.head] == "who":
            doer = relative_to(clauses, verb, doer) or doer
        if clauses.tags[doer.head] == "PRP" and known:
            # The annotator follows who speaks from sentence to sentence.
            by: tuple[str, ...] = known
        else:
            by = denier(material, referents, passage, clauses, doer) or known
        if not by:
            continue
        if s.lower[doer.head] == "it" and not any(_is_body(material, p) for p in by):
            # `She wrote to the border guard. It denies …`: no deed or thing denies.
            by = _body_before(material, referents, passage) or by
        if s.lower[doer.head] in BODIES and all(material.parties.get(p).kind == "person" for p in by):
            # `the company` is nobody who was named before it.
            continue
        made = _made(material, referents, clauses, passage, verb, doer, by, content)
        if made is None or (verb.lemma == "contradict" and clauses.tags[doer.head] == "PRP"):
            # `they contradict it`: findings do.
            continue
        if verb.lemma == "challenge" and not _challenges(material, by):
            # `a report that challenges the idea`
            continue
        if relative is not None:
            made = replace(made, points_back=True, meant=meant)
        asked = _ASKED_IF.search(passage.text, 0, max(0, made.start - passage.start))
        if asked is not None and made.points_back and not made.meant:
            # `Asked if his party had sold its votes, Lund denied it.`
            made = replace(made, meant=clause_text(asked["what"]))
        if made.points_back and not made.meant and _THE_CLAIM.match(made.what):
            # `The Front claimed responsibility for it. The army disputed the claim.`
            told_before = material.passages_before(passage, 1)
            made = replace(made, meant=taken_on(told_before[0].text) if told_before else "")
        if made.points_back and any(by == e.by and not e.points_back for e in made_here):
            # `denied that it had spied, calling the claim a lie`: one denial told twice.
            continue
        made_here.append(made)
    made_here.extend(denials_of_a_charge(material, referents, passage, made_here))
    made_here.extend(_passive(material, referents, passage, made_here))
    made_here.extend(denials_by_idiom(material, referents, passage, made_here))
    yield from made_here
    yield from brief_denials(material, referents, passage, made_here)
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
        by = denier(material, referents, passage, clauses, subject)
        if by and not re.search(r"\b(?:will|would|to|could|may|might|expected|not|if)\s(?:\w+\s)?\Z", before):
            close = passage.start + plea.end()
            end = clause_end(s.text, close, passage.end)
            charge = _CHARGE.match(s.text, close, end)
            end = close if charge is None or not says_what(s.text[charge.end() : end]) else end
            charge = charge if end > close else None
            what = "guilt" if charge is None else clause_text(s.text[charge.end() : end])
            start = min(clauses.span(subject)[0], at)
            yield Denial(passage, start, end, at, by, what)


def _challenges(material: Material, by: Sequence[str]) -> bool:
    """Whether those who challenge an account are people or bodies, as no report or habit is."""
    nouns = [material.parties.get(p).name.split()[-1].casefold() for p in by if not material.parties.is_named(p)]
    return all(n in BODIES | PERSONS or is_people(n) for n in nouns)


def _is_body(material: Material, party: str) -> bool:
    """Whether a party may deny as an `it`: a body by its name, or by the noun that describes it."""
    found = material.parties.get(party)
    return material.parties.is_named(party) or found.name.split()[-1].casefold() in BODIES | FIRMS


def _body_before(material: Material, referents: Referents, passage: Passage) -> tuple[str, ...]:
    """The body that the sentence before tells of last."""
    for before in material.passages_before(passage, 1):
        clauses = referents.clauses(before)
        s = clauses.sentence
        for phrase in reversed(clauses.phrases):
            last = next((i for i in range(phrase.head, phrase.first - 1, -1) if s.lower[i] in BODIES | FIRMS), None)
            if last == phrase.head:
                return referents.who(before, phrase) or referents.described(before, phrase)
            if last is not None and clauses.tags[last + 1] == "CD":
                # `has written to the border guard four times`
                low, end = s.starts[phrase.first], s.ends[last]
                return (material.parties.describe(before.document, low, end, s.text[low:end], "organisation"),)
    return ()


_ASKED_IF = re.compile(
    r"\b[Aa]sked\s(?:[\w’'.-]+\s){0,8}?(?:if|whether)\s(?P<what>[^,;?!]{4,160}),\s(?:[^,;?!]{0,60})\Z"
)
"""Before who denies it: what he was asked."""
_THE_CLAIM = re.compile(r"(?:the|that|this|its|their) claims?\b(?! (?:of|that|to|by)\b)", re.I)
_CHARGE = re.compile(
    r"(?:\s(?:on \w+|in court|yesterday|today))?\s(?:to|of)\s(?:(?:an?|the|\w+) (?:\w+ )?(?:charges?|counts?)"
    r" (?:of|that) )?(?!(?:all|the|any) (?:\w+ )?(?:charges?|counts?)\b)",
    re.I,
)
"""Between a plea and what it is to: `pleaded not guilty on Monday [to two counts of] fraud`."""


def _passive(material: Material, referents: Referents, passage: Passage, made: Sequence[Denial]) -> Iterator[Denial]:
    """Denials told of the report that is denied."""
    clauses = referents.clauses(passage)
    text = clauses.sentence.text
    for found in denied_reports(passage):
        doer = clauses.phrase_starting(clauses.index(found.doer))
        if doer is None or any(d.at == found.at for d in made):
            continue
        end = clauses.span(doer)[1]
        if JUDGES.search(text[found.doer : end]):
            continue
        by = denier(material, referents, passage, clauses, doer)
        if by:
            what = reported(" ".join(text[found.start : found.stop].split()))
            against = accusers(material, passage, (found.start, found.stop), clauses, referents)
            yield Denial(passage, found.start, end, found.at, by, what, tuple(a for a in against if a not in by))


def _happens(clauses: Clauses, verb: Verb) -> bool:
    """Whether somebody does deny: not `refused to deny`, `asked him to deny`, `neither confirmed nor denied`."""
    s = clauses.sentence
    before = s.lower[max(0, verb.first - 4) : verb.first]
    at = s.starts[verb.first]
    by_sense = verb.lemma in DENY and verb.lemma != "deny" and verb.first > 0
    if verb.form == "participle" and by_sense and s.lower[verb.first - 1] not in _WRITINGS:
        # `It came in May, refuting reports that …`: what happened does, and nobody says so.
        return False
    if verb.form == "participle" and _IN_A_LIST.search(s.text, max(0, at - 160), at):
        # `hindered the inquiry by lying to it, denying that …`: what he is accused of
        return False
    if clauses.tags[verb.head] == "VB" and verb.modal is None and _TO.search(s.text, max(0, at - 60), at):
        # `to keep his choices open and deny …`
        return False
    if (
        verb.form == "participle"
        and verb.first
        and clauses.tags[verb.first - 1] in ("NN", "NNS")
        and s.lower[verb.first - 1] not in _WRITINGS
    ):
        # `a bubble denying science`
        return False
    if verb.form == "infinitive":
        said = _TOOK_TO.search(s.text, max(0, s.starts[verb.first] - 80), s.ends[verb.first])
        on = bool(before) and any(w.startswith(tuple(ON)) for w in before[-2:])
        return (on or said is not None) and "not" not in before
    if any(
        w in ("nor", "without", "neither", "never", "if", "whether", "unless", "hardly", "could", "can", "or")
        for w in before[-3:]
    ):
        return False
    if verb.form == "passive participle" and s.lower[verb.last : verb.last + 1] != ["by"]:
        return False
    return before[-1:] == [] or before[-1] not in ("for", "of", "to", "from", "about", "against")


_WRITINGS = frozenset({"release", "statement", "letter", "note", "tweet", "post", "message"})
_IN_A_LIST = re.compile(r"\bby\s\w+ing\b[^.;]{3,120},\s\Z")
_TO = re.compile(r"\bto\s[a-z]+\s[^.;,]{0,50}?\b(?:and|or)\s\Z")
_TOOK_TO = re.compile(
    r"\b(?:took|turned|went|came|called|held|gave|issued|released|posted|published|appeared|wrote|used|tweeted)\s"
    r"(?:[\w’'.-]+\s){1,7}?to\Z"
)
"""What somebody did in order to deny it (`took to the radio to deny rumours`, `held a news conference to deny …`)."""
_IS_SO = re.compile(
    r"(?:that\s)?(?:that|this|it)\s(?:is|was|were|had been|has been)\s(?:the case|so|true|correct)", re.I
)


def _made(
    material: Material,
    referents: Referents,
    clauses: Clauses,
    passage: Passage,
    verb: Verb,
    doer: Phrase,
    by: tuple[str, ...],
    content: tuple[int, int, int],
) -> Denial | None:
    s = clauses.sentence
    words = shortened(" ".join(s.text[content[0] : content[1]].split())).strip(" ,.;")
    at = s.starts[verb.head]
    low = clauses.span(doer)[0]
    start = low if 0 <= at - low <= 150 else s.starts[verb.first]
    bare = re.split(
        r"\s(?:in|on|from|at|to|during|as|through|yesterday|today|again|when|last|this|after|before)\b|,",
        words,
        maxsplit=1,
    )[0]
    back = bool(BACK.match(bare)) or bare == "that" or OWNED.fullmatch(words) is not None or _IS_SO.fullmatch(words)
    whole = " ".join(s.text[content[0] : content[1]].split()).strip(" ,.;")
    text = reported(whole)
    # `an article which, quoting a clerk, said that he fled`: not shortened before what is reported.
    text = reported(words) if text == clause_text(whole) else shortened(text).strip(" ,.;")
    against = accusers(material, passage, content[:2], clauses, referents)
    if against and set(against) <= set(by):
        # Nobody denies what he says himself.
        return None
    end = max(content[2], s.ends[verb.last - 1])
    if verb.passive:
        agent = clauses.span(doer)
        start, end = min(content[0], start), max(end, agent[1])
    return Denial(passage, start, end, at, by, text, tuple(a for a in against if a not in by), bool(back))
