"""Who denies: the phrase that a verb of denying has for its subject, and the party that it stands for."""

from __future__ import annotations

import re

from onrecord.recording.chunks import Phrase, Verb
from onrecord.recording.clauses import Clauses
from onrecord.recording.denial_words import THINGS
from onrecord.recording.lexicon import BODIES, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import PartyKind

_TELLS = lexicon("say tell deny insist maintain reject dismiss claim state announce respond reply")


def main_subject(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The main clause's subject, for `, calling it a lie` behind what somebody denies or says, and `Denying it, …`."""
    if verb.form == "participle" and not verb.first:
        after = [v for v in clauses.verbs if v.form == "finite" and v.first > verb.last]
        subjects = [p for v in after if (p := clauses.subject(v)) is not None]
        return next((p for p in subjects if p.first > verb.last and clauses.sentence.lower[p.first - 1] == ","), None)
    if verb.form != "participle" or not verb.first or clauses.sentence.lower[verb.first - 1] != ",":
        return None
    if clauses.sentence.lower[verb.head] == verb.lemma:
        # `friends of the guard, who was hit, deny it`
        return None
    main = next((v for v in clauses.verbs if v.form == "finite"), None)
    subject = clauses.subject(main) if main is not None and main.first < verb.first and main.lemma in _TELLS else None
    return None if subject is None or _PAPERS.search(clauses.sentence.lower[subject.head]) else subject


def apposed(clauses: Clauses, verb: Verb) -> Phrase | None:
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


_PAPERS = re.compile(r"indictment|complaint|lawsuit|suit|report|filing|affidavit|warrant|charges?\Z|documents?\Z")
"""What tells of somebody who denies, and does not deny."""
_NOT_PASSIVE = frozenset({"that", "ever", "it", "having", "being", "he", "she", "they"})


def mistaken(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The phrase right before a `denied` that the tags take for a passive, though what follows is what is denied."""
    s, after = clauses.sentence, verb.last
    if verb.form != "passive participle" or verb.lemma != "deny" or after >= len(s):
        return None
    dated = s.lower[after] in ("on", "in") and s.lower[after + 2 : after + 3] == ["that"]
    if (dated or s.lower[after] == "that") and (first := _opening(clauses, verb)) is not None:
        return first
    if s.lower[after] not in _NOT_PASSIVE and clauses.tags[after] != "VBG":
        return None
    if any(v.form == "finite" and v.first < verb.first for v in clauses.verbs):
        return None
    return next((p for p in reversed(clauses.phrases) if 0 <= verb.first - p.last <= 2), None)


def _opening(clauses: Clauses, verb: Verb) -> Phrase | None:
    """The name that opens a sentence, told of between commas before a verb (`Mr. Ek, trying to …, denied that`)."""
    s, first = clauses.sentence, next(iter(clauses.phrases), None)
    if first is None or first.first or not clauses.tags[first.head].startswith("NNP") or first.last >= verb.first:
        return None
    last = verb.first - 1
    while last > 0 and clauses.tags[last] == "RB":
        last -= 1
    relative = all(
        not {"WDT", "WP"}.isdisjoint(clauses.tags[max(0, v.first - 3) : v.first])
        for v in clauses.verbs
        if v.form == "finite" and v.first < verb.first
    )
    return first if relative and s.lower[first.last] == "," and s.lower[last] == "," else None


def relative_to(clauses: Clauses, verb: Verb, who: Phrase) -> Phrase | None:
    """Whom a `who` before a verb stands for, or who is the subject of a verb behind its clause.

    `the widow of the guard, who was hit, | denies it`; `friends of the boy, who deny it`: no boy is several.
    """
    s = clauses.sentence
    before = next((p for p in clauses.phrases if p.last in (who.first, who.first - 1)), None)
    if before is None:
        return None
    last = verb.first - 1
    while last > who.last and clauses.tags[last] == "RB":
        last -= 1
    closed = s.lower[last] == "," and any(v.form == "finite" and who.last <= v.first < last for v in clauses.verbs)
    plural = s.lower[verb.head] == verb.lemma and clauses.tags[before.head] in ("NN", "NNP")
    while (closed or plural) and before.first > 1 and s.lower[before.first - 1] == "of":
        whole = next((p for p in clauses.phrases if p.last == before.first - 1), None)
        if whole is None:
            break
        before = whole
    return before


TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\b")
"""A name with a title is a person’s, whatever it was taken for."""
_OPENS = re.compile(r"(?:\A|[.,;:”\"]\s?|['’]s?\s)\Z")
"""Before a name that opens a clause."""
_NOBODY = frozenset({"nobody", "none", "nothing", "anyone", "anybody", "everyone", "everybody", "someone", "something"})
_SENT = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})


def denier(
    material: Material, referents: Referents, passage: Passage, clauses: Clauses, doer: Phrase
) -> tuple[str, ...]:
    """The parties that the subject of a denial stands for; whoever has no name there is described."""
    s = clauses.sentence
    start, end = clauses.span(doer)
    owned = "POS" in clauses.tags[doer.first : doer.last] or s.lower[doer.first] in ("the", "its", "his", "her")
    if doer.first > 1 and s.lower[doer.first - 1] == "," and (owned or clauses.tags[doer.first] in ("NN", "JJ")):
        # `Ada Lund, head of the yard told …`: the comma behind it was left out; `Ada Lund, Ek’s doctor who …, told …`
        beside = [m for m in material.parties.within(passage.document, passage.start, start) if start - m[1] in (1, 2)]
        opens = _OPENS.search(s.text, passage.start, beside[-1][0]) if beside else None
        if beside and opens is not None and material.parties.get(beside[-1][2]).kind == "person":
            return (beside[-1][2],)
    found = referents.who(passage, doer)
    if found:
        return found
    if s.lower[doer.head] == "who":
        # `reached the actor’s aides, who denied that …`
        before = next((p for p in clauses.phrases if p.last in (doer.first, doer.first - 1)), None)
        return () if before is None else denier(material, referents, passage, clauses, before)
    noun = s.lower[doer.head]
    if noun in _SENT and s.lower[doer.last : doer.last + 1] in (["for"], ["of"]):
        # What is denied in the name of a body without a name of its own is denied by it.
        sender = clauses.phrase_starting(doer.last + 1)
        body = () if sender is None else referents.who(passage, sender) or referents.described(passage, sender)
        named = sender is not None and clauses.tags[sender.head] == "NNP"
        if body and (named or all(material.parties.get(p).kind != "place" for p in body)):
            # `a spokesman for the president in the capital, Port Adela,` speaks for no town.
            return body
        if sender is not None:
            end = clauses.span(sender)[1]
            name = re.sub(r"\A(?:the|an?)\s", "", " ".join(s.text[start:end].split()), flags=re.I)
            return (material.parties.describe(passage.document, start, end, name, "person"),)
    if (
        is_people(noun)
        or noun in BODIES
        or noun in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "official", "source")
    ):
        party = material.parties.describe(passage.document, start, end, " ".join(s.text[start:end].split()))
        return () if party is None else (party,)
    people = clauses.tags[doer.head] in ("NN", "NNS") and THINGS.search(noun) is None and noun not in _NOBODY
    if people:
        # Only people deny, whatever they are called (`organisers`, `the star`, `the censorship office`).
        name = re.sub(r"\A(?:the|an?|those|these)\s", "", " ".join(s.text[start:end].split()), flags=re.I)
        return (material.parties.describe(passage.document, start, end, name, "group"),)
    if clauses.tags[doer.head] == "NNP" and s.words[doer.head][0].isupper():
        # A name that nothing else took for one.
        name = re.sub(r"\Athe\s", "", " ".join(s.text[start:end].split()), flags=re.I)
        kind: PartyKind = "person" if TITLED.match(name) else "organisation"
        return (material.parties.describe(passage.document, start, end, name, kind),)
    return ()
