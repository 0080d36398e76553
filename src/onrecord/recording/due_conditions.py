"""Due times inside what somebody makes a condition or a duty, where no want and no order is told.

`anyone who has not left by Friday will be fined`, `should the rent not be paid by Friday`, `failing an answer by June
3`, `so long as it hands over its books by June 3`, `by June 3 the mill must have paid`.
"""

from __future__ import annotations

import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.due_reading import Due, Reading, Spot
from onrecord.recording.lexicon import lexicon

_FAILS = lexicon("fail refuse neglect decline omit")
_THREATENS = lexicon("face risk lose forfeit")
_WILL = lexicon("will would shall may must can could 'll ’ll")
_OPENS = frozenset([",", ";", "—", "–", "--", ":", "“", '"', "``", "and", "but", "that"])
"""What a clause may begin behind."""
_ASKING = lexicon("how why when what where who which whether")
"""What makes a question of `should` with its subject behind it."""
_WITHOUT = lexicon("failing without absent barring lacking")
_OWED = lexicon(
    "answer answers reply response agreement deal settlement payment repayment apology undertaking guarantee "
    "guarantees assurance assurances explanation progress compromise solution offer decision consent accord "
    "concession concessions retraction breakthrough"
)
"""What may fail to come by a day."""
_WHO = lexicon("who that which whoever")
_ANYONE = lexicon("anyone anybody those whoever everyone people somebody someone")
_BY = re.compile(
    r"\b(?:by|before|(?:no|not) later than)\s(?:the\s|next\s|this\s|noon(?:\son)?\s|mid\w+(?:\son)?\s"
    r"|\d[\d:]*\s?[ap]\.?m\.?(?:\son)?\s|then\Z)*\Z",
    re.I,
)
_CLAUSE_END = frozenset([";", ":", "—", "–", "--"])
_REACH = 22


def _by(r: Reading, spot: Spot) -> bool:
    """Whether something is to be done by a time, or before it."""
    return spot.word in ("by", "before") or _BY.search(r.text_before(spot.first)) is not None


def failing(r: Reading, spot: Spot) -> Due | None:
    """`anyone who has not left by Friday will be fined`, `tenants who fail to pay by June 3 face eviction`."""
    words, first = r.words, spot.first
    if not (_by(r, spot) or (spot.word == "on" and "not" in words[max(0, first - 8) : first])):
        return None
    at = next((i for i in range(first - 1, max(-1, first - _REACH), -1) if words[i] in _WHO), None)
    if at is None or not _CLAUSE_END.isdisjoint(words[at:first]):
        return None
    whoever = words[at] == "whoever"
    head = next((p for p in r.clauses.phrases if p.last == at or (whoever and p.first == at)), None)
    inside = next((v for v in r.clauses.verbs if v.first > at), None)
    after = next((v for v in r.clauses.verbs if v.first >= spot.last and v.form == "finite"), None)
    if head is None or inside is None or inside.first > first or not (inside.negated or inside.lemma in _FAILS):
        return None
    near = after is not None and after.first - spot.last <= 6
    near = near and after is not None and (after.modal in _WILL - {"could"} or after.lemma in _THREATENS)
    # The tags may take the verb for a noun: `those who do not leave by Friday | face arrest`.
    if not near and _THREATENS.isdisjoint(words[spot.last : spot.last + 1]):
        return None
    on = () if whoever or words[head.head] in _ANYONE else r.who(head)
    return r.make(spot, "condition", head.first, on=on, what=r.text(inside.first, max(first - 1, inside.last)))


def inverted(r: Reading, spot: Spot) -> Due | None:
    """`should the rent not be paid by Friday`: a condition without `if`."""
    words, first = r.words, spot.first
    if not _by(r, spot):
        return None
    at = next((i for i in range(first - 1, max(-1, first - _REACH), -1) if words[i] == "should"), None)
    if at is None or (at > 0 and words[at - 1] in _ASKING):
        return None
    subject = r.clauses.phrase_starting(at + 1)
    verb = next((v for v in r.clauses.verbs if v.first > at and v.last <= first), None)
    if subject is None or verb is None:
        return None
    if not (verb.negated or verb.lemma in _FAILS or "not" in words[subject.last : verb.last]):
        return None
    on = () if verb.passive else r.who(subject)
    return r.make(spot, "condition", at, on=on, what=r.text(verb.first, max(first - 1, verb.last)))


def absent(r: Reading, spot: Spot) -> Due | None:
    """`failing an answer by June 3, the mill will sue`, `without a deal by Friday the yard would close`."""
    words, first = r.words, spot.first
    if not _by(r, spot):
        return None
    near = range(first - 1, max(-1, first - 12), -1)
    at = next((i for i in near if words[i] in _WITHOUT or words[i - 1 : i + 2] == _ABSENCE), None)
    if at is None or (words[at] == "absence" and words[at + 1] != "of"):
        return None
    thing = r.clauses.phrase_starting(at + 1 + (words[at] == "absence"))
    if thing is None or words[thing.head] not in _OWED or {",", ";"} & set(words[at:first]):
        return None
    after = [v for v in r.clauses.verbs if v.form == "finite"]
    chief = next((v for v in after if v.first >= spot.last), None) if at < 4 else None
    chief = chief or next((v for v in reversed(after) if v.last <= at), None)
    if chief is None or chief.modal not in _WILL:
        return None
    setter = _one_who(r, chief)
    begin = at - 2 if words[at] == "absence" and at > 1 else at
    on = (
        tuple(p for p in r.who(r.clauses.phrase_starting(thing.last + 1)) if p not in setter)
        if (words[thing.last : thing.last + 1] == ["from"])
        else ()
    )
    return r.make(spot, "condition", begin, set_by=setter, on=on, what=r.text(thing.first, first - 1))


def _one_who(r: Reading, verb: Verb) -> tuple[str, ...]:
    """Who will do something; of a pronoun the one who speaks is a better guess, and is known later."""
    subject = r.clauses.subject(verb)
    if verb.passive or subject is None or r.clauses.tags[subject.head] == "PRP" or verb.lemma in _THREATENS:
        # Who `will face a fine` does not set it.
        return ()
    return r.subject(verb)


_ABSENCE = ["the", "absence", "of"]


def proviso(r: Reading, spot: Spot) -> Due | None:
    """`will wait so long as it hands over its books by June 3`, `provided that the club pays by Friday`."""
    words, first = r.words, spot.first
    if not _by(r, spot):
        return None
    at = next((i for i in range(first - 1, max(-1, first - _REACH), -1) if _begins_proviso(words, i)), None)
    if at is None or not _CLAUSE_END.isdisjoint(words[at:first]):
        return None
    verb = next((v for v in r.clauses.verbs if v.first > at and v.form == "finite"), None)
    taken = next((p for p in r.clauses.phrases if p.first > at and p.last < first), None)
    if taken is not None and (verb is None or verb.first > first) and _hides_verb(r, taken):
        # The tags may take the verb for a noun (`so long as | Nord Air opens | its books`).
        on = r.referents.first_in(r.passage, taken)
        chief = next((v for v in reversed(r.clauses.verbs) if v.last <= at and v.form == "finite"), verb)
        setter = () if chief is None else tuple(p for p in _one_who(r, chief) if p not in on)
        return r.make(spot, "condition", at, set_by=setter, on=on, what=r.text(taken.head, first - 1)) if on else None
    subject = None if verb is None else r.clauses.subject(verb)
    if verb is None or verb.first > first or subject is None or subject.first <= at or verb.negated:
        return None
    verbs = [v for v in r.clauses.verbs if v.form == "finite"]
    chief = next((v for v in reversed(verbs) if v.last <= at), None) or _after(verbs, spot.last)
    on = () if verb.passive else r.who(subject)
    setter = () if chief is None else tuple(p for p in _one_who(r, chief) if p not in on)
    begin = at - (words[at] in ("long", "condition", "understanding"))
    return r.make(spot, "condition", begin, set_by=setter, on=on, what=r.text(verb.first, max(first - 1, verb.last)))


def _hides_verb(r: Reading, phrase: Phrase) -> bool:
    """Whether a phrase ends in what must be a verb, as an object follows."""
    follows = r.clauses.tags[phrase.last : phrase.last + 1]
    governs = follows in (["PRP$"], ["DT"], ["PRP"])
    return phrase.last - phrase.first > 1 and r.words[phrase.head].endswith("s") and governs


def _after(verbs: list[Verb], last: int) -> Verb | None:
    return next((v for v in verbs if v.first >= last and v.modal in _WILL), None)


def _begins_proviso(words: list[str], at: int) -> bool:
    """Whether words begin what something is granted on (`provided`, `so long as`, `on condition that`)."""
    if words[at] in ("provided", "providing"):
        return words[at + 1 : at + 2] == ["that"] or at == 0 or words[at - 1] in (",", "only", "and", "but")
    if words[at] == "long":
        return words[at - 1 : at] in (["so"], ["as"]) and words[at + 1 : at + 2] == ["as"]
    named = words[at] in ("condition", "understanding", "proviso")
    return named and words[at - 1 : at] in (["on"], ["the"]) and words[at + 1 : at + 2] == ["that"]


def fronted(r: Reading, spot: Spot) -> Due | None:
    """`By June 3 the mill must have paid`, `No later than Friday, Nord Air has to show that its engines are safe`.

    And the condition that tells its day first: `if by Friday the road has not been cleared`.
    """
    words, clauses = r.words, r.clauses
    if not _by(r, spot):
        return None
    near = range(spot.first - 1, max(-1, spot.first - 7), -1)
    by = next((i for i in near if words[i] in ("by", "before", "later")), -1)
    if by < 0:
        return None
    begin = by - (words[by] == "later")
    condition = words[begin - 1 : begin] in (["if"], ["unless"]) and begin > 0
    if not (begin == 0 or words[begin - 1] in _OPENS or condition):
        return None
    verb = next((v for v in clauses.verbs if v.first >= spot.last), None)
    subject = None if verb is None or verb.form != "finite" else clauses.subject(verb)
    if verb is None or subject is None or subject.first < spot.last or subject.first - spot.last > 3:
        return None
    if condition:
        if words[begin - 1] == "if" and not (verb.negated or words[subject.first] == "no"):
            return None
        on = () if verb.passive else r.who(subject)
        return r.make(
            spot, "condition", begin - 1, verb.last, on=on, what=r.text(verb.first, max(r.stop(verb), verb.last))
        )
    deed = _duty(r, verb)
    if deed is None or verb.negated:
        return None
    on = _doer(r, subject, deed)
    return r.make(spot, "bound", begin, deed.last, on=on, what=r.text(deed.first, max(r.stop(deed), deed.last)))


def _duty(r: Reading, verb: Verb) -> Verb | None:
    """What must be done, by the verb behind a subject: `must pay`, `has to | pay`, `is to | be gone`."""
    if verb.modal in ("must", "shall"):
        return verb
    follows = next((v for v in r.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
    owed = verb.lemma in ("have", "need", "be") or r.words[verb.last - 1] in ("required", "obliged", "supposed")
    return follows if owed else None


def _doer(r: Reading, subject: Phrase, deed: Verb) -> tuple[str, ...]:
    return () if deed.passive else r.who(subject)


def under_orders(r: Reading, spot: Spot) -> Due | None:
    """`is under orders to cut its debt by June 3`, `has instructions to leave by Friday`."""
    if not _by(r, spot):
        return None
    verb = next((v for v in reversed(r.verbs_before(spot.first, 14)) if v.form == "infinitive"), None)
    at = -1 if verb is None else verb.first - 1
    if verb is None or r.words[at] not in ("orders", "instructions", "order", "obligation", "notice", "duty"):
        return None
    before = next((v for v in reversed(r.clauses.verbs) if v.last <= at), None)
    under = before is not None and "under" in r.words[before.last : at]
    if before is None or before.negated or not (under or before.lemma == "have"):
        return None
    on = r.subject(before)
    return r.make(spot, "bound", before.first, on=on, what=r.text(verb.first, spot.first - 1)) if on else None


def ordered_thing(r: Reading, spot: Spot) -> Due | None:
    """`wants the files on her desk by noon`, `would like the fence to be taken down by June 3`: of whom is not told."""
    first = spot.first
    if not _by(r, spot) or spot.word == "before":
        return None
    for verb in reversed(r.verbs_before(first, 16)):
        wants = verb.lemma in ("want", "demand") and verb.form == "finite" and not verb.passive
        likes = verb.lemma == "like" and verb.modal == "would"
        if not (wants or likes):
            if verb.form == "finite":
                return None
            continue
        setter, thing = r.agent(verb), r.clauses.object(verb)
        if verb.negated or not setter or thing is None or {",", ";"} & set(r.words[verb.last : first - 1]):
            return None
        return r.make(spot, "bound", verb.first, set_by=setter, what=r.text(thing.first, first - 1))
    return None
