"""What becomes of something asked where nobody is said to answer it.

A bid is withdrawn or completed, a plan is given up, talks fail over a demand, a patient reaches the hospital that he
was to be brought to. Each such telling ends the demand that it speaks of: the maker's own, the one told just before,
the one that its clause names, or the one whose destination is reached.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from onrecord.recording.answers import Reply
from onrecord.recording.answers_drafts import Draft
from onrecord.recording.answers_words import THINGS
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import begins, lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind, Evidence

HINT = re.compile(begins(
    r"withdr|dropp|drops|rescind|retract|abandon|scrap|shelv|ditch|axed|fail|collaps|founder|broke|fell|complet|taken"
    r"|rushed|flown|brought|moved|transferred|carried|airlifted|evacuated|driven|made it|got back|agree[sd] to|succe"
))  # fmt: skip
_TAKES_BACK = lexicon("withdraw drop rescind retract abandon")
_GIVES_UP = _TAKES_BACK | lexicon("scrap shelve ditch axe")
_PLANS = lexicon("plan plans idea proposal scheme project effort initiative")
_TALKS = lexicon("talks talk negotiations negotiation discussions mediation bargaining deal")
_FAILS = lexicon("fail collapse founder")
_PARTS = {"break": "down", "fall": "apart"}
_OVER = lexicon("when after because over as")
_BUYS = lexicon("buy acquire purchase merge")
_PURCHASES = lexicon("offer bid acquisition purchase takeover buyout merger")
_BRINGS = lexicon("take rush fly bring move transfer carry airlift evacuate drive")
_ARRIVES = {"make": ["it", "to"], "get": ["back", "to"]}
_STOPS = re.compile(r"(?:not |never )?(?:stop|halt|end|cease|drop|abandon|scrap|shelve|withdraw|reject|block|cancel)\b")
_PLACE = re.compile(r"\bto (?:the )?((?:St\. )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4})")
_KINDS_OF_PLACE = lexicon("hospital clinic airport station centre center prison university medical general")
_GAP = 4
"""How many characters lie between two sentences that follow one another, be a new paragraph between them."""
_FAR = 1500
"""How many characters before a request what it asked for may be told, as a caption or a summary tells it."""


def fates_of(referents: Referents, passage: Passage) -> list[Reply]:
    """What a passage tells of what became of something asked, in order."""
    if not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    found = [_fate(referents, passage, clauses, v) for v in clauses.verbs]
    return [r for r in found if r is not None]


def _fate(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    if verb.negated or verb.modal is not None or verb.form == "infinitive" or clauses.in_condition(verb):
        # `will strike unless the firm abandons its plan`: nothing has become of it yet.
        return None
    words = clauses.sentence.lower
    subject = clauses.subject(verb)
    if verb.lemma in _GIVES_UP:
        thing = subject if verb.passive else clauses.object(verb)
        if thing is None or (words[thing.head] not in THINGS and not (verb.passive and words[thing.head] in _PLANS)):
            return None
        if verb.lemma not in _TAKES_BACK and not verb.passive:
            return None
        by = referents.who(passage, clauses.agent(verb))
        whose = referents.possessor(passage, thing)
        own = clauses.tags[thing.first] == "PRP$" and not verb.passive
        if by and whose and not set(by) & set(whose) and not own:
            # What is somebody else's cannot be taken back.
            return None
        found = _made(clauses, passage, verb, thing, "withdrawn", whose if own and whose else by or whose)
        return dataclasses.replace(found, about=_about(clauses, thing))
    told = verb.form == "finite" and subject is not None and subject.last <= verb.first
    if not told or subject is None:
        return None
    parts = words[verb.last : verb.last + 1] == [_PARTS.get(verb.lemma, "")]
    if words[subject.head] in _TALKS and not verb.passive and (verb.lemma in _FAILS or parts):
        near = words[verb.last : verb.last + 8]
        return _made(clauses, passage, verb, subject, "failed", ()) if _OVER & set(near) else None
    thing = clauses.object(verb)
    if verb.lemma == "complete" and not verb.passive and thing is not None and words[thing.head] in _PURCHASES:
        return _made(clauses, passage, verb, thing, "completed", referents.who(passage, subject))
    won = verb.lemma == "succeed" or (verb.lemma == "be" and words[verb.last : verb.last + 1] == ["successful"])
    if won and words[subject.head] in ("bid", "offer"):
        # `its tender offer for the mill was successful`
        return _made(clauses, passage, verb, subject, "completed", referents.possessor(passage, subject))
    task = next((v for v in clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
    if verb.lemma == "agree" and not verb.passive and task is not None and task.lemma in _BUYS:
        return _made(clauses, passage, verb, subject, "agreed", referents.who(passage, subject))
    arrives = words[verb.last : verb.last + 2] == _ARRIVES.get(verb.lemma) and not verb.passive
    if arrives or (verb.lemma in _BRINGS and verb.passive and clauses.tags[verb.head] in ("VBN", "VBD")):
        stop = min(verb.last + 10, len(words))
        place = _PLACE.search(clauses.sentence.text, clauses.sentence.starts[verb.last - 1],
                              clauses.sentence.ends[stop - 1])  # fmt: skip
        return None if place is None else _made(clauses, passage, verb, subject, "brought", (), place[1])
    return None


def _about(clauses: Clauses, thing: Phrase) -> str:
    """What a noun for something wanted says that it is for (`its demand | for an end to it`)."""
    s = clauses.sentence
    if s.lower[thing.last : thing.last + 1] not in (["for"], ["that"], ["to"]):
        return ""
    ends = (i for i in range(thing.last + 1, len(s)) if s.lower[i] in (",", ";", ".", "and", "but"))
    stop = next(ends, len(s))
    return s.text[s.starts[thing.last] : s.ends[stop - 1]]


def _made(
    clauses: Clauses, passage: Passage, verb: Verb, thing: Phrase, fate: str, by: tuple[str, ...], place: str = ""
) -> Reply:
    s = clauses.sentence
    first, last = min(verb.first, thing.first), max(verb.last, thing.last)
    kind: AnswerKind = "rejects" if fate == "failed" else "accepts"
    end = s.ends[last - 1]
    if place:
        end = max(end, s.text.find(place, s.starts[verb.last - 1]) + len(place))
    return Reply(
        passage=passage, start=s.starts[first], end=end, kind=kind, by=by, house=(), noun=s.lower[thing.head], whose=(),
        task=place or None, partial=False, fate=fate,
    )  # fmt: skip


def settle(drafts: Sequence[Draft], reply: Reply, evidence: tuple[Evidence, ...]) -> None:
    """End the demand whose fate is told, if any of the drafts near it is meant."""
    if reply.fate == "withdrawn":
        _withdraw(drafts, reply, evidence)
    elif reply.fate == "failed":
        named = [d for d in drafts if any(w.start >= reply.end for w in d.told_in(reply.passage))]
        for draft in named[:1]:
            draft.add("rejects", draft.to, evidence)
    elif reply.fate == "completed":
        made = [d for d in drafts if d.kind == "offer" and set(d.by) & set(reply.by) and _is_told(d, reply)]
        for draft in made[-1:]:
            draft.add("accepts", draft.to, evidence)
    elif reply.fate == "agreed":
        # Who agrees to buy, or to be bought, has come to terms with the other side.
        sides = set(reply.by)
        made = [d for d in drafts if d.kind == "offer" and d.wants[0].rule == "bid" and sides & {*d.by, *d.to}]
        for draft in [d for d in made if d.wants[0].passage.document == reply.passage.document][-1:]:
            draft.add("accepts", draft.to, evidence)
    else:
        for draft in [d for d in drafts if _is_brought(d, reply)][-1:]:
            draft.add("accepts", draft.to, evidence)


def _is_told(draft: Draft, reply: Reply) -> bool:
    return draft.told_before(reply.passage) or bool(draft.told_in(reply.passage))


def _withdraw(drafts: Sequence[Draft], reply: Reply, evidence: tuple[Evidence, ...]) -> None:
    """Who takes back his own: the last one of his that goes by the noun. What is given up by nobody that the text names
    is what was asked just before."""
    if reply.by:
        told = [d for d in drafts if _is_told(d, reply) and not _is_later(d, reply)]
        own = [d for d in told if set(d.by) & set(reply.by) and reply.noun in d.nouns]
        # `has dropped its demand for an end to it`: what is named, by whatever name it was told who wants it.
        named = gist_of(reply.about)
        alike = [d for d in told if d.kind != "offer" and len(named & d.gist) > 1 and overlap(named, d.gist) >= 0.6]
        for draft in (alike or own)[-1:]:
            draft.withdrawn = True
        return
    here = reply.passage
    last = max(
        (d for d in drafts if _is_just_before(d, here)), key=lambda d: d.wants[-1].start, default=None
    )  # fmt: skip
    if last is None:
        return
    if _STOPS.match(last.wants[0].what):
        # Who asks that a plan be dropped has what he wants.
        last.add("accepts", last.to, evidence)
    elif last.kind != "condition":
        last.withdrawn = True


def _is_later(draft: Draft, reply: Reply) -> bool:
    """Whether a demand is first told behind the reply, in its sentence (`dropped its demand and | now wants …`)."""
    first = draft.wants[0]
    return first.passage == reply.passage and first.start >= reply.end


def _is_just_before(draft: Draft, here: Passage) -> bool:
    """Whether a demand is told in the last sentence before a passage, be it that of the paragraph before."""
    return any(
        w.passage.document == here.document and 0 <= here.start - w.passage.end <= _GAP for w in draft.wants
    )


def _is_brought(draft: Draft, reply: Reply) -> bool:
    """Whether somebody was to be brought where the reply says that somebody was brought."""
    first = draft.wants[0]
    verb = first.what.split(" ", 1)[0].lower()
    wanted = _PLACE.search(first.what)
    if verb not in _BRINGS or wanted is None or reply.task is None or draft.kind == "offer":
        return False
    one, other = (
        {w for w in name.casefold().split() if w not in _KINDS_OF_PLACE} for name in (wanted[1], reply.task)
    )
    # Another report of the same happening may be read before the one that tells of the request.
    near = first.passage.document != reply.passage.document or first.start - reply.end <= _FAR
    return bool(one and other) and (one <= other or other <= one) and near
