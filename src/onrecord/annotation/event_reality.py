"""What the clauses around an event make of its reality: what governs its verb or noun may keep it from being a fact.

`reality` judges an event by its own verb group or noun phrase. A verb in `-ing`, a bare infinitive and a noun have no
tense of their own: they share the reality of what they hang on. `may win by [attacking] the port`, `will help it
[meet] the rules`, `until the army [leaves]`, `planned a [strike]`, `a [strike] by pilots would hurt`.
"""

from __future__ import annotations

import bisect
import dataclasses

from onrecord.annotation import reality
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.syntax import BE, Sentence, VerbGroup
from onrecord.types import Event, Reality

_MARKS = frozenset({",", ":", ".", "``", "''", "(", ")"})
_UNREAL: frozenset[Reality] = frozenset({"planned", "possible", "negated"})


def settled(sentence: Sentence, event: Event) -> Event:
    """The event with what governs its trigger in its sentence taken into account; others than asserted ones stay."""
    if event.reality != "asserted":
        return event
    at = bisect.bisect_left(sentence.starts, event.trigger[0])
    if at >= len(sentence):
        return event
    if (event.rule or "").startswith("noun "):
        first = next((first for first, last in sentence.phrases if first <= at and last == at + 1), None)
        own = None if first is None else _of_noun(sentence, first, at)
    else:
        group = sentence.group_at(at)
        own = None if group is None or group.modal is not None else _of_verb(sentence, group)
    return event if own is None or own == "asserted" else dataclasses.replace(event, reality=own)


# Verbs.

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
    "point favor favour preparation view object".split()
)
_TENTATIVE_ADJECTIVES = frozenset(
    "capable incapable interested aimed committed opposed closer close far averse intent bent keen afraid wary "
    "worth opposition short".split()
)
_PAST_LINKS = frozenset("after since having despite following".split())


def _of_verb(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """What governs a verb without a modal makes of it; None: nothing."""
    if group.form == "gerund" and sentence.lower[group.first] not in BE:
        return _of_gerund(sentence, group)
    if group.form == "base" or (group.form == "finite" and sentence.tags[group.head] in ("VB", "VBP", "VBZ")):
        bare = _of_bare(sentence, group)
        if bare is not None:
            return bare
    if group.form == "finite" and (
        sentence.tags[group.first] in ("VBP", "VBZ") or sentence.lower[group.first] in ("is", "are", "has", "have")
    ):
        return _of_present(sentence, group)
    if group.form == "participle":
        before = next(reversed(sentence.groups_before(group.first)), None)
        wanted = before is not None and before.lemma in _WANTING and not before.passive
        if before is None or _chain_end(sentence, before.last) != group.first:
            return None
        if wanted:
            # `wants the boy [returned]`
            return "planned"
        # `will see the boats [delivered]`
        return _ahead(sentence, before) if before.lemma in _MAKING and not before.passive else None
    return None


def _of_gerund(sentence: Sentence, group: VerbGroup) -> Reality | None:
    lower, k = sentence.lower, group.first
    link = lower[k - 1] if k else ""
    before = next(reversed(sentence.groups_before(k)), None)
    if before is not None and before.last == k and before.lemma in _TENTATIVE_VERBS:
        return "negated" if before.lemma == "avoid" else "possible"
    if k and sentence.tags[k - 1] in NOUNS and singular(lower[k - 1]) in _DRAFTS:
        # `vetoed a resolution [imposing] sanctions`
        return None if before is not None and before.lemma in _PASSING and _own(sentence, before) == "asserted" else (
            "planned"
        )
    if before is not None and sentence.phrase_at.get(before.last) == k and sentence.lower[before.last] in ("a", "an"):
        # `should obtain an order [telling] them to leave`
        return _ahead(sentence, before)
    if k > 1 and sentence.tags[k - 1] in ("IN", "TO"):
        if link in ("of", "in", "for") and _is_tentative(sentence, k - 2):
            return "possible"
        if link in ("to", "of", "at", "from", "on", "in") and lower[k - 2] in _TENTATIVE_ADJECTIVES:
            return "possible"
        if link not in _PAST_LINKS and before is not None and _is_near(sentence, before.last, k):
            return _ahead(sentence, before)
    return None


_DRAFTS = frozenset("bill proposal motion amendment draft plan initiative petition resolution measure".split())
"""What says what shall be done, and may come to nothing."""
_PASSING = frozenset("pass adopt approve sign enact issue ratify implement".split())


def _is_tentative(sentence: Sentence, k: int) -> bool:
    """Whether word `k` names what is no more than thought of."""
    noun = singular(sentence.lower[k])
    return sentence.tags[k] in NOUNS and noun in _TENTATIVE_NOUNS


def _is_near(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words `start` to `end` stay in one clause: no mark, no other clause opened."""
    return end - start <= _REACH and not any(
        sentence.tags[k] in _MARKS or sentence.tags[k] in ("WDT", "WP", "WRB", "CC") or sentence.lower[k] in _OPENERS
        for k in range(start, end)
    )


_REACH = 9
"""How many words behind a verb what hangs on it may begin."""
_OPENERS = frozenset("that because although though while whereas if unless than".split())


def _ahead(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """The reality of a governing verb where it is still to come or may come; None where it happened or is denied."""
    own = _own(sentence, group)
    return own if own in ("planned", "possible") else None


def _own(sentence: Sentence, group: VerbGroup) -> Reality:
    """The reality of a verb by its group and, where it has no tense, by what it hangs on."""
    own = reality.of_verb(sentence, group)
    if own == "asserted" and group.modal is None:
        return _of_verb(sentence, group) or own
    return own


def _of_bare(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """A verb in the base form: the second of two that share a modal or `to`, what is asked for, what one is made do."""
    lower, k, tag = sentence.lower, group.first, sentence.tags[group.head]
    earlier = sentence.groups_before(k)
    before = next(reversed(earlier), None)
    if tag == "VB" and k and lower[k - 1] in ("and", "or", "but", ","):
        # `might leave the pact and [sign] another`
        shared = next((g for g in reversed(earlier[-3:]) if g.modal is not None or g.form == "infinitive"), None)
        if shared is None:
            return None if lower[group.head] in _LIKE_THE_PAST else "possible"
        own = _own(sentence, shared)
        return own if own in _UNREAL else None
    if tag not in ("VB", "VBP"):
        return None
    start = 0 if before is None else before.last
    if before is not None and before.lemma in _MAKING and _chain_end(sentence, start) == k:
        own = _own(sentence, before)
        return own if own in _UNREAL else None
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


_LIKE_THE_PAST = frozenset(
    "put set cut hit quit let read spread shut burst cast hurt split beat bid rid shed cost".split()
)
"""Verbs whose base form is their past as well."""


def _of_present(sentence: Sentence, group: VerbGroup) -> Reality | None:
    """A verb in the present in a clause of time or condition: what it tells is still to come."""
    lower = sentence.lower
    for k in range(group.first - 1, max(-1, group.first - 10), -1):
        if sentence.tags[k] in _MARKS or sentence.group_at(k) is not None:
            return None
        pair = (lower[k], lower[k + 1] if k + 1 < len(lower) else "")
        soon = lower[k] == "as" and lower[max(0, k - 2) : k] in (["as", "soon"], ["as", "long"], ["so", "long"])
        if lower[k] in _NOT_YET or pair in _NOT_YET_TWO or soon:
            return "possible" if lower[k] in ("if", "unless", "lest") else "planned"
        if lower[k] in ("that", "which") and k and sentence.tags[k - 1] in NOUNS:
            # `defeated a bill that [bans] strikes`
            before = next(reversed(sentence.groups_before(k)), None)
            passed = before is not None and before.lemma in _PASSING and _own(sentence, before) == "asserted"
            return "planned" if k == group.first - 1 and singular(lower[k - 1]) in _DRAFTS and not passed else None
        if lower[k] in _WHEN:
            main = [g for g in (*sentence.groups_before(k), *sentence.groups_from(group.last)) if g.form == "finite"]
            ahead = any(g.modal in _AHEAD for g in main)
            return "planned" if ahead and lower[k] in ("when", "after") else None
    return None


# Nouns.

_HELD_UP = frozenset(
    "want need await expect fear favor favour predict forecast advocate threaten promise pledge vow foresee envisage "
    "desire anticipate require urge merit deserve invite prepare draft plot arrange solicit schedule postpone "
    "delay".split()
)
"""Verbs of whose object it is not said that it has come about."""
_OF_THE_KNOWN = frozenset("await want prepare arrange schedule postpone delay".split())
"""Those of them that say so even of what is known: `awaits the [release]`."""
_THOUGHT_OF = frozenset("contemplate mull weigh consider ponder".split())
_KEPT_OFF = frozenset("withhold lack avoid avert prevent forestall preclude forgo forego obviate".split())
"""Verbs of whose object it is said that it has not."""
_CALLED_OFF = frozenset("avert avoid prevent forestall cancel scrap abort foil thwart shelve abandon".split())
"""Verbs in whose passive it is said of the subject."""
_OF_WHAT_IS = frozenset(
    "end finish complete halt stop resume continue discuss review investigate probe examine avenge condemn denounce "
    "answer mark recall remember reject oppose survive attend address settle resolve solve ease reverse overturn "
    "remain say tell report explain describe understand know".split()
)
"""Verbs whose object is there before them."""
_OFFERS = frozenset(
    "offer bid proposal demand request call appeal ultimatum invitation plea plan suggestion threat warning".split()
)
_BRINGING_ABOUT = frozenset(
    "make sign reach hold launch stage begin start issue give offer deliver mount carry conduct win get receive grant "
    "provide lodge file place order impose seek request negotiate secure obtain take call form conclude strike plan "
    "prepare consider organise organize schedule announce submit approve open lead commit declare wage file bring "
    "seal clinch ratify endorse lift withdraw accept have see become join trigger provoke cause spark".split()
)
"""Verbs by which what their object names comes about: where they are not so, it is not."""
_ON_THE_WAY = frozenset({"to", "for", "into", "toward", "towards", "in", "with"})
_PURPOSES = frozenset(
    "plan proposal need opportunity basis ground room provision preparation deadline timetable schedule chance date "
    "excuse condition term option candidate strategy scenario reason case readiness time vote".split()
)
"""Nouns behind which `for` says what may come."""
_ABOUT = frozenset({"on", "for", "about", "over", "toward", "towards"})
_DEALS = frozenset(
    "talk negotiation agreement deal discussion debate vote ballot referendum decision question motion proposal "
    "consultation compromise".split()
)
"""Nouns behind which a preposition says what would come of it: `talks on a truce`."""
_TAKEN_FOR_GRANTED = frozenset({"the", "this", "that", "these", "those", "both", "all", "its", "his", "her", "their"})
_DEEDS_AHEAD = frozenset({"subject", "pending", "awaiting", "barring", "absent", "until"})


def _of_noun(sentence: Sentence, first: int, head: int) -> Reality | None:
    """What governs the noun phrase of words `first` to `head` makes of its event; None: nothing."""
    lower, words = sentence.lower, sentence.lower[first:head]
    if "any" in words or (words[:1] == ["another"] and _is_unreal_near(sentence, first)):
        return "possible"
    if any(w in ("thwarted", "averted", "foiled", "aborted", "cancelled", "canceled", "unsigned") for w in words):
        return "negated"
    if any(w in ("hypothetical", "mooted", "imminent", "looming", "prospective", "hoped-for") for w in words):
        return "possible"
    if any(w in ("word", "term", "phrase", "label") for w in words):
        # `would not use the word [blockade]`
        return "possible"
    granted = bool(words) and (words[0] in _TAKEN_FOR_GRANTED or "POS" in sentence.tags[first:head])
    link = lower[first - 1] if first else ""
    if link in _DEEDS_AHEAD or (link == "to" and first > 1 and lower[first - 2] == "subject"):
        return None if granted and link != "to" else "possible"
    near = lower[first - 2] if link == "to" and first > 1 else link
    if near in ("near", "nearing", "nearer", "close", "closer"):
        return "possible"
    if first > 1 and not granted and sentence.tags[first - 2] in NOUNS:
        on_what = singular(lower[first - 2])
        if (link == "for" and on_what in _PURPOSES) or (link in _ABOUT and on_what in _DEALS):
            return "possible"
    if not granted and _calls_off(sentence, first):
        return "negated"
    return _of_object(sentence, first, head, granted) or _of_subject(sentence, first, head, granted)


def _calls_off(sentence: Sentence, first: int) -> bool:
    """Whether the verb before word `first` calls off what the phrase there names."""
    before = next(reversed(sentence.groups_before(first)), None)
    if before is None or before.lemma != "call" or before.passive or reality.of_verb(sentence, before) != "asserted":
        return False
    return sentence.lower[before.last : first] == ["off"]


def _is_unreal_near(sentence: Sentence, first: int) -> bool:
    before = next(reversed(sentence.groups_before(first)), None)
    return before is not None and _is_near(sentence, before.last, first) and _own(sentence, before) in _UNREAL


def _of_object(sentence: Sentence, first: int, head: int, granted: bool) -> Reality | None:
    """A noun that is the object of a verb, or stands behind its preposition: it comes about by what the verb tells."""
    before = next(reversed(sentence.groups_before(first)), None)
    if before is None or before.lemma in BE or first - before.last > 2:
        return None
    direct = before.last == first or (
        before.last == first - 1 and sentence.tags[first - 1] in ("RB", "RP", "PRP") and not before.passive
    )
    noun = singular(sentence.lower[head])
    own = _own(sentence, before)
    if direct and not before.passive:
        if before.lemma in _KEPT_OFF:
            return "negated" if own == "asserted" and noun not in _OFFERS else None
        if own == "asserted" and before.lemma in _THOUGHT_OF and not granted:
            return "possible"
        goes_on = before.lemma == "negotiate" and sentence.tags[before.head] == "VBG"
        held_up = before.lemma in _HELD_UP and (not granted or before.lemma in _OF_THE_KNOWN)
        if own == "asserted" and (goes_on or held_up):
            return "planned"
        if before.lemma == "face" and sentence.lower[first] in ("a", "an") and own in _UNREAL:
            return own
    if own not in _UNREAL or before.lemma in _OF_WHAT_IS or _is_told_of(sentence, head + 1):
        return None
    if direct and not before.passive:
        return own if not granted or (before.lemma in _BRINGING_ABOUT and not _is_old(sentence, first, head)) else None
    brings = sentence.lower[first - 1] in _ON_THE_WAY and first - 1 == before.last
    return own if brings and not granted and (own != "negated" or before.lemma in _BRINGING_ABOUT) else None


def _is_told_of(sentence: Sentence, k: int) -> bool:
    """Whether a clause about a noun that ends before word `k` says what it did: `talks [that stalled]`."""
    return sentence.tags[k : k + 2] in (["WDT", "VBD"], ["IN", "VBD"], ["WP", "VBD"])


def _is_old(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a phrase itself dates what it names: `the June strike`, `Monday's attack`, `the previous talks`."""
    return not (_OLD | CALENDAR).isdisjoint(sentence.lower[first:head])


_OLD = frozenset("latest previous last recent past earlier existing current ongoing same".split())


def _of_subject(sentence: Sentence, first: int, head: int, granted: bool) -> Reality | None:
    """A noun that is the subject of a verb: called off, not brought about, or one that would do something."""
    end = _chain_end(sentence, head + 1)
    group = next(iter(sentence.groups_from(head + 1)), None)
    if group is None or group.first > end or group.form != "finite":
        return None
    link = sentence.lower[first - 1] if first else ""
    if first and sentence.tags[first - 1] in ("IN", "TO", "POS") and link not in _OPENERS:
        # What hangs on the subject is no subject.
        return None
    if group.passive and group.lemma in _CALLED_OFF and not group.negated:
        return "negated" if group.modal is None else None
    if group.passive and group.lemma in _BRINGING_ABOUT:
        own = reality.of_verb(sentence, group)
        return own if own in _UNREAL and not _is_old(sentence, first, head) else None
    takes_place = group.lemma == "take" and sentence.lower[group.last : group.last + 1] == ["place"]
    if (takes_place or group.lemma in _TAKING_PLACE) and not group.passive:
        own = reality.of_verb(sentence, group)
        return own if own in _UNREAL else None
    if not granted and group.modal in ("would", "could", "might", "may"):
        return "possible"
    return None


_TAKING_PLACE = frozenset({"happen", "occur", "materialise", "materialize", "ensue", "begin", "start", "resume"})


def _chain_end(sentence: Sentence, k: int) -> int:
    """The end of the noun phrase at word `k`, if one begins there, and of what hangs on it by prepositions."""
    k = sentence.phrase_at.get(k, k)
    steps = 0
    while k + 1 < len(sentence) and sentence.tags[k] in ("IN", "TO") and k + 1 in sentence.phrase_at and steps < 3:
        if sentence.lower[k] in _OPENERS:
            break
        k = sentence.phrase_at[k + 1]
        steps += 1
    return k
