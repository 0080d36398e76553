"""What the clause around a verb without tense or modal makes of its event's reality.

A gerund, a bare infinitive, a verb in the present after `until` share the reality of what they hang on: `may win by
[attacking] the port`, `will help it [meet] the rules`, `until the army [leaves]`, `a bill [banning] strikes`.
"""

from __future__ import annotations

from onrecord.annotation import reality
from onrecord.annotation.cues import SPEECH
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.event_reality_forms import (
    MARKS,
    OPENERS,
    is_aimed_at,
    is_any,
    is_bidden,
    is_let,
    is_of_a_kind,
    of_fronted,
    of_plain_present,
    only_named,
)
from onrecord.annotation.event_types import type_of
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.syntax import BE, Sentence, VerbGroup
from onrecord.types import Reality

UNREAL: frozenset[Reality] = frozenset({"planned", "possible", "negated"})
"""The realities of what did not, or not yet, happen."""
DEPTH = 4
"""How many verbs, each hanging on the next, are followed: sentences that people write have fewer."""
_NOT_YET = frozenset({"until", "till", "once", "before", "lest", "provided", "assuming", "unless", "if"})
_NOT_YET_TWO = frozenset({("the", "time"), ("in", "case")})
_WHEN = frozenset({"when", "after", "while", "as", "where"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "could", "may", "might"})
_ASKING = frozenset(
    "suggest propose recommend demand request require ask urge order insist stipulate".split()
)
"""What goes before a clause that says what shall be, its verb in the base form."""
_ASKED = frozenset(
    "suggestion proposal recommendation demand requirement request order condition call insistence stipulation".split()
)
_MAKING = frozenset({"make", "help", "let", "see", "have", "watch"})
_WANTING = frozenset({"want", "need", "prefer", "wish"})
_TENTATIVE_VERBS = frozenset(
    "consider suggest propose recommend contemplate favor favour risk delay postpone avoid mean involve advocate "
    "envisage discuss entail require resist".split()
)
"""Verbs with whose gerund something is only thought of, or put off."""
_TENTATIVE_NOUNS = frozenset(
    "choice idea possibility chance risk plan interest purpose basis option hope way means intention prospect goal aim "
    "threat danger cost alternative task likelihood authority power right duty responsibility ability obligation "
    "point favor favour preparation view object platform promise pledge vow notion dream prospect proposal".split()
)
_TENTATIVE_ADJECTIVES = frozenset(
    "capable incapable interested aimed committed opposed closer close far averse intent bent keen afraid wary "
    "worth opposition resistance objection objections aversion reluctance hostility commitment short".split()
)
_GOING_ON = frozenset("start begin continue keep resume".split())
_SPOKEN_OF = frozenset("talk think speak dream warn joke worry fantasise fantasize".split())
"""Verbs behind which `about` or `of` names what is only spoken or thought of."""
_PAST_LINKS = frozenset("after since having despite following".split())


def of_verb_around(sentence: Sentence, group: VerbGroup, depth: int = DEPTH) -> Reality | None:
    """What governs a verb without a modal makes of it; None: nothing."""
    if group.form == "gerund" and group.first and sentence.lower[group.first - 1] in _PAST_LINKS and depth > 0:
        before = next(reversed(sentence.groups_before(group.first)), None)
        if before is not None and own_reality(sentence, before, depth - 1) == "alleged":
            # `is believed to have fled after [robbing] a bank`
            return "alleged"
    if group.form == "gerund" and sentence.lower[group.first] not in BE:
        return _of_gerund(sentence, group, depth)
    if group.form == "base" or (group.form == "finite" and sentence.tags[group.head] in ("VB", "VBP", "VBZ")):
        bare = _of_bare(sentence, group, depth)
        if bare is not None:
            return bare
    if group.form == "finite" and is_aimed_at(sentence, group):
        return "possible"
    present = {sentence.tags[group.first], sentence.tags[group.head]} & {"VBP", "VBZ"}
    if group.form == "finite" and (present or sentence.lower[group.first] in ("is", "are", "has", "have")):
        return _of_present(sentence, group)
    if group.form == "infinitive":
        governor = next(reversed(sentence.groups_before(group.first)), None)
        own = None if governor is None or depth < 1 else own_reality(sentence, governor, depth - 1)
        return own if own in UNREAL else None
    past = group.form == "finite" and sentence.tags[group.first] == "VBD"
    if past and _is_awaited(sentence, group, depth):
        return "planned"
    past = past and group.first == group.head
    return _of_participle(sentence, group, depth) if past or group.form == "participle" else None


def _is_awaited(sentence: Sentence, group: VerbGroup, depth: int) -> bool:
    """Whether a past is one seen from what is still to come: `was to stay until the court [ruled]`."""
    first = sentence.phrase_to.get(group.first)
    if not first or sentence.lower[first - 1] not in ("until", "till", "unless", "once"):
        return False
    before = next(reversed(sentence.groups_before(first)), None)
    return before is not None and own_reality(sentence, before, depth - 1) in ("planned", "possible")


def _of_participle(sentence: Sentence, group: VerbGroup, depth: int) -> Reality | None:
    """A participle, or what may be one, behind somebody to whom it is to happen."""
    before = next(reversed(sentence.groups_before(group.first)), None)
    if before is None or before.passive or chain_end(sentence, before.last) != group.first:
        return None
    if before.lemma in _WANTING and group.form == "participle":
        # `wants the boy [returned]`
        return "planned"
    # `will see the boats [delivered]`
    return _ahead(sentence, before, depth) if before.lemma in _MAKING else None


def _of_gerund(sentence: Sentence, group: VerbGroup, depth: int) -> Reality | None:
    lower, k = sentence.lower, group.first
    link = lower[k - 1] if k else ""
    before = next(reversed(sentence.groups_before(k)), None)
    quoted = k > 1 and sentence.tags[k - 1] in ("``", "''")
    if before is not None and before.last == k - quoted and before.lemma in _TENTATIVE_VERBS:
        return "negated" if before.lemma == "avoid" else "possible"
    if before is not None and before.last == k and before.lemma in _GOING_ON:
        # `have to start [paying] them`
        own = own_reality(sentence, before, depth - 1)
        return own if own in UNREAL else None
    if k and sentence.tags[k - 1] in NOUNS and singular(lower[k - 1]) in _DRAFTS:
        # `vetoed a resolution [imposing] sanctions`
        return None if _passes(sentence, before) else "planned"
    if before is not None and sentence.phrase_at.get(before.last) == k and sentence.lower[before.last] in ("a", "an"):
        # `should obtain an order [telling] them to leave`, `did not sign a letter [agreeing] to it`
        own = own_reality(sentence, before, depth - 1)
        return own if own in UNREAL else None
    if k > 1 and lower[k - 2] == "than" and sentence.tags[k - 1] == "IN":
        # `would gain more by a sale than by [accepting] it`
        return "possible"
    if _is_kept_from(sentence, k) or only_named(sentence, group):
        return "possible"
    if link in _MEANS and before is None:
        return of_fronted(sentence, group)
    if k > 1 and sentence.tags[k - 1] in ("IN", "TO"):
        dated = lower[k - 2] in CALENDAR and k > 2
        if link in ("of", "in", "for") and _is_tentative(sentence, k - 2 - dated):
            return "possible"
        if link in ("about", "of") and before is not None and before.last == k - 1 and before.lemma in _SPOKEN_OF:
            # `is talking about [leaving] the pact`
            return "possible"
        if link in ("to", "of", "at", "from", "on", "in") and lower[k - 2] in _TENTATIVE_ADJECTIVES:
            return "possible"
        if link == "by" and before is not None and before.form == "infinitive" and _is_tried(sentence, before):
            # `tried to win by [attacking] the port`
            return None
        if link == "by" and before is not None and before.negated and before.modal in _AHEAD:
            # `will not win by [attacking] the port`
            return "possible"
        if link not in _PAST_LINKS and before is not None and is_near(sentence, before.last, k):
            going = sentence.lower[before.first - 2 : before.first] == ["not", "going"]
            return "possible" if going and link == "by" else _ahead(sentence, before, depth)
        if link in _MEANS:
            return _of_means(sentence, k, depth)
    if link in ("or", "and"):
        # `the choice of keeping it or [selling] it`
        other = next((g for g in reversed(sentence.groups_before(k)) if g.form in ("gerund", "finite")), None)
        return None if other is None or other.form != "gerund" else own_reality(sentence, other, depth - 1)
    if k and sentence.tags[k - 1] == "," and before is not None and before.form == "gerund":
        # `is talking about leaving the pact, [banning] strikes, taxing imports`
        own = own_reality(sentence, before, depth - 1)
        if own in ("planned", "possible") and not _is_said(sentence, group):
            return own
    if k and sentence.tags[k - 1] == "," and not _is_said(sentence, group):
        return _of_outcome(sentence, k)
    return None


def _is_said(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a gerund tells what is done by saying it, which goes with `said` and not with what is said, or tells
    nothing."""
    return group.lemma in SPEECH | _LIKE_PREPOSITIONS or type_of(sentence, group)[0] in _BY_WORDS


_LIKE_PREPOSITIONS = frozenset("include exclude concern regard follow accord bar depend start begin".split())
_BY_WORDS = frozenset({"ACCUSE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


def _of_outcome(sentence: Sentence, k: int) -> Reality | None:
    """What comes of something still to come: `the film will open in May, [giving] them a year`."""
    for group in reversed(sentence.groups_before(k)):
        if k - group.last > _MEANS_REACH:
            return None
        if group.form == "finite":
            return _ahead(sentence, group, 1) if group.modal is not None else None
    return None


_MEANS = frozenset({"by", "before", "without", "through"})
_MEANS_REACH = 20
"""How many words behind a verb the way to do it may be told."""


def _of_means(sentence: Sentence, k: int, depth: int) -> Reality | None:
    """By what, or before what, something still to come is done, also behind a mark, other gerunds and what hangs on
    them: `will stay two days in Orrland, before [returning]`."""
    for group in reversed(sentence.groups_before(k)):
        if k - group.last > _MEANS_REACH:
            return None
        if group.form != "gerund":
            tried = group.form == "infinitive" and _is_tried(sentence, group)
            return None if tried else _ahead(sentence, group, depth)
    return None


_KEEPING_FROM = frozenset(
    "abstain ban bar block deter disqualify discourage dissuade enjoin exempt forbid hinder keep prevent prohibit "
    "refrain restrain stop".split()
)
_BANS = frozenset("ban prohibition restriction moratorium curb injunction rule".split())


def _is_kept_from(sentence: Sentence, k: int) -> bool:
    """Whether a gerund tells what somebody is kept from, or what is banned: `barred the crew from [landing]`, `a ban on
    ships [entering] the port`."""
    lower = sentence.lower
    if k and lower[k - 1] == "from":
        before = next(reversed(sentence.groups_before(k)), None)
        return before is not None and before.lemma in _KEEPING_FROM and chain_end(sentence, before.last) >= k - 1
    first = sentence.phrase_to.get(k)
    on = k if first is None else first
    return on > 1 and lower[on - 1] in ("on", "against") and singular(lower[on - 2]) in _BANS


def _is_tried(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether an infinitive tells what somebody tried, wanted, meant to reach by what he did."""
    governor = next(reversed(sentence.groups_before(group.first)), None)
    if governor is None or governor.last != group.first:
        return False
    return governor.lemma in _TRYING and reality.of_verb(sentence, governor) == "asserted"


_TRYING = frozenset({"try", "attempt", "seek", "struggle", "fight"})
_DRAFTS = frozenset("bill proposal motion amendment draft plan initiative petition resolution measure".split())
"""What says what shall be done, and may come to nothing."""


def _passes(sentence: Sentence, group: VerbGroup | None) -> bool:
    """Whether a verb makes what a draft says so: `passed a bill [banning] strikes`."""
    return group is not None and group.lemma in _PASSING and reality.of_verb(sentence, group) == "asserted"


_PASSING = frozenset("pass adopt approve sign enact issue ratify implement".split())


def _is_tentative(sentence: Sentence, k: int) -> bool:
    """Whether word `k` names what is no more than thought of."""
    noun = singular(sentence.lower[k])
    return sentence.tags[k] in NOUNS and noun in _TENTATIVE_NOUNS


def is_near(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words `start` to `end` stay in one clause: no mark, no other clause opened."""
    return end - start <= _REACH and not any(
        sentence.tags[k] in MARKS or sentence.tags[k] in ("WDT", "WP", "WRB", "CC") or sentence.lower[k] in OPENERS
        for k in range(start, end)
    )


_REACH = 9
"""How many words behind a verb what hangs on it may begin."""


def _ahead(sentence: Sentence, group: VerbGroup, depth: int) -> Reality | None:
    """The reality of a governing verb where it is still to come or may come; None where it happened or is denied."""
    own = own_reality(sentence, group, depth - 1)
    return own if own in ("planned", "possible") else None


def own_reality(sentence: Sentence, group: VerbGroup, depth: int = DEPTH) -> Reality:
    """The reality of a verb by its group and, where it has no tense, by what it hangs on."""
    own = reality.of_verb(sentence, group)
    if own == "asserted" and group.modal is None and depth > 0:
        return of_verb_around(sentence, group, depth) or own
    return own


def _of_bare(sentence: Sentence, group: VerbGroup, depth: int) -> Reality | None:
    """A verb in the base form: the second of two that share a modal or `to`, what is asked for, what one is made do."""
    lower, k, tag = sentence.lower, group.first, sentence.tags[group.head]
    earlier = sentence.groups_before(k)
    before = next(reversed(earlier), None)
    if tag in ("VB", "VBP") and is_bidden(sentence, group):
        return "planned"
    if k > 1 and lower[k - 1] in _BETWEEN_TO and lower[k - 2] == "to":
        # `told crews to either [stop] or leave`, `no time to “[refuse] help”`
        return "planned"
    if k > 1 and lower[k - 1] in ("then", "also", "later", "even") and lower[k - 2] in ("and", "or", "but"):
        # `will let it buy the mill and then [sell] it`
        k -= 1
    if tag == "VB" and k and lower[k - 1] in ("and", "or", "but", ","):
        # `might leave the pact and [sign] another`
        shared = next((g for g in reversed(earlier[-3:]) if g.modal is not None or g.form == "infinitive"), None)
        if shared is None:
            return None if lower[group.head] in _LIKE_THE_PAST else "possible"
        own = own_reality(sentence, shared, depth - 1)
        return own if own in UNREAL else None
    if tag not in ("VB", "VBP"):
        return None
    start = 0 if before is None else before.last
    if before is not None and chain_end(sentence, start) == k and is_let(sentence, before):
        return "planned"
    if before is not None and before.lemma in _MAKING and chain_end(sentence, start) == k:
        own = own_reality(sentence, before, depth - 1)
        return own if own in UNREAL else None
    if k - start > _REACH:
        return None
    told = "that" in lower[start:k] or sentence.phrase_at.get(start) == k
    if before is not None and before.lemma in _ASKING and told:
        return "planned"
    asked = any(
        sentence.tags[m] in NOUNS and singular(lower[m]) in _ASKED and lower[m + 1] == "that"
        for m in range(start, max(start, k - 1))
    )
    return "planned" if asked else None


_BETWEEN_TO = frozenset({"either", "both", "neither", "not", "“", '"', "``", "‘"})
"""What may part `to` from its verb."""
_LIKE_THE_PAST = frozenset(
    "put set cut hit quit let read spread shut burst cast hurt split beat bid rid shed cost".split()
)
"""Verbs whose base form is their past as well."""


def _of_present(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """A verb in the present in a clause of time or condition: what it tells is still to come."""
    lower = sentence.lower
    own = of_plain_present(sentence, group)
    if own is not None:
        return own
    for k in range(group.first - 1, max(-1, group.first - 10), -1):
        other = sentence.group_at(k)
        if other is not None and other.form == "finite" and "and" in lower[other.last : group.first]:
            # `before the system is changed and the board [meets]`
            return _of_present(sentence, other)
        if sentence.tags[k] in MARKS or other is not None:
            return None
        pair = (lower[k], lower[k + 1] if k + 1 < len(lower) else "")
        soon = lower[k] == "as" and lower[max(0, k - 2) : k] in (["as", "soon"], ["as", "long"], ["so", "long"])
        if lower[k] in _NOT_YET or pair in _NOT_YET_TWO or soon:
            return "possible" if lower[k] in ("if", "unless", "lest") else "planned"
        if lower[k] in _WHOEVER:
            return "possible"
        if lower[k] in ("that", "who") and k and sentence.tags[k - 1] in NOUNS and is_any(sentence, k):
            # `any ship that [enters] the port`
            return "possible"
        if lower[k] in ("that", "who") and k and k == group.first - 1 and is_of_a_kind(sentence, k, group):
            # `drivers who [block] the gate are fined`
            return "possible"
        if lower[k] in ("that", "which") and k and sentence.tags[k - 1] in NOUNS:
            # `defeated a bill that [bans] strikes`
            before = next(reversed(sentence.groups_before(k)), None)
            draft = k == group.first - 1 and singular(lower[k - 1]) in _DRAFTS
            return "planned" if draft and not _passes(sentence, before) else None
        if lower[k] in _WHEN:
            main = [g for g in (*sentence.groups_before(k), *sentence.groups_from(group.last)) if g.form == "finite"]
            ahead = any(g.modal in _AHEAD or _is_scheduled(sentence, g) for g in main)
            return "planned" if ahead and lower[k] in ("when", "after") else None
    return None


_WHOEVER = frozenset({"whoever", "whomever", "whatever", "whichever"})


def _is_scheduled(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb puts ahead what follows it: `is set to`, `is expected to`."""
    return sentence.lower[group.last : group.last + 1] == ["to"] and (
        (group.passive and group.lemma in _SCHEDULED)
        or (group.lemma == "be" and sentence.lower[group.last - 1] in ("is", "are"))
    )


_SCHEDULED = frozenset("expect schedule set slate plan due".split())


def chain_end(sentence: Sentence, k: int) -> int:
    """The end of the noun phrase at word `k`, if one begins there, and of what hangs on it by prepositions."""
    k = sentence.phrase_at.get(k, k)
    steps = 0
    while k + 1 < len(sentence) and sentence.tags[k] in ("IN", "TO") and k + 1 in sentence.phrase_at and steps < 3:
        if sentence.lower[k] in OPENERS:
            break
        k = sentence.phrase_at[k + 1]
        steps += 1
    return k
