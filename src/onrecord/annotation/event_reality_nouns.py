"""What the clause around a noun makes of its event's reality.

A noun's deed comes about by the verb whose object or subject it is, or hangs on another noun: `planned a [strike]`,
`talks on a [truce]`, `a [strike] by pilots would hurt`, `the [meeting] did not take place`.
"""

from __future__ import annotations

from onrecord.annotation import reality
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.event_reality_clauses import of_clause
from onrecord.annotation.event_reality_forms import OPENERS
from onrecord.annotation.event_reality_verbs import UNREAL, chain_end, is_near, own_reality
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.syntax import BE, Sentence
from onrecord.types import Reality

_HELD_UP = frozenset(
    "want need await expect fear favor favour predict forecast advocate threaten promise pledge vow foresee envisage "
    "desire anticipate require urge merit deserve invite prepare draft plan plot arrange solicit schedule postpone "
    "delay request demand seek".split()
)
"""Verbs of whose object it is not said that it has come about."""
_OF_THE_KNOWN = frozenset("await want prepare arrange schedule postpone delay request demand seek".split())
"""Those of them that say so even of what is known: `awaits the [release]`."""
_THOUGHT_OF = frozenset("contemplate mull weigh consider ponder mean spell".split())
_KEPT_OFF = frozenset("withhold lack avoid avert prevent forestall preclude forgo forego obviate".split())
"""Verbs of whose object it is said that it has not."""
_CALLED_OFF = frozenset("avert avoid prevent forestall cancel scrap abort foil thwart shelve abandon".split())
"""Verbs in whose passive it is said of the subject."""
_AGREEING = frozenset({"agree", "consent", "assent", "commit"})
_OF_WHAT_IS = frozenset(
    "end finish complete halt stop resume continue discuss review investigate probe examine avenge condemn denounce "
    "answer mark recall remember reject oppose survive attend address settle resolve solve ease reverse overturn "
    "remain say tell report explain describe understand know".split()
)
"""Verbs whose object is there before them."""
_OFFERS = frozenset(
    "offer bid proposal demand request call appeal ultimatum invitation plea plan suggestion threat warning".split()
)
_FENDING_OFF = frozenset("block defeat fight resist thwart stop counter top match beat".split())
_BRINGING_ABOUT = frozenset(
    "make sign reach hold launch stage begin start issue give offer deliver mount carry conduct win get receive grant "
    "provide lodge file place order impose seek request negotiate secure obtain take call form conclude strike plan "
    "prepare consider organise organize schedule announce submit approve open lead commit declare wage file bring "
    "seal clinch ratify endorse lift withdraw accept have see become join come enter trigger provoke cause "
    "spark".split()
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


def of_noun_around(sentence: Sentence, first: int, head: int) -> Reality | None:
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
    if first == head and first and lower[first - 1] == "be" and lower[head].endswith("ing"):
        # `would be [meeting] them` is a verb.
        before = next(reversed(sentence.groups_before(first)), None)
        return None if before is None else own_reality(sentence, before)
    granted = bool(words) and (words[0] in _TAKEN_FOR_GRANTED or "POS" in sentence.tags[first:head])
    link = lower[first - 1] if first else ""
    if link in _DEEDS_AHEAD or (link == "to" and first > 1 and lower[first - 2] == "subject"):
        return None if granted and link != "to" else "possible"
    near = lower[first - 2] if link == "to" and first > 1 else link
    beside = link == "to" and first > 2 and sentence.tags[first - 3] in NOUNS
    if near in ("near", "nearing", "nearer", "close", "closer") and not beside:
        # `close to a deal`, not `people close to the talks`
        return "possible"
    if first > 1 and not granted and sentence.tags[first - 2] in NOUNS:
        on_what = singular(lower[first - 2])
        if (link == "for" and on_what in _PURPOSES) or (link in _ABOUT and on_what in _DEALS):
            return "possible"
    if not granted and _calls_off(sentence, first):
        return "negated"
    if not granted and reality.is_conditional(sentence, first):
        return "possible"
    return _of_object(sentence, first, head, granted) or _of_subject(sentence, first, head, granted)


def _calls_off(sentence: Sentence, first: int) -> bool:
    """Whether the verb before word `first` calls off what the phrase there names."""
    before = next(reversed(sentence.groups_before(first)), None)
    if before is None or before.lemma != "call" or before.passive or reality.of_verb(sentence, before) != "asserted":
        return False
    return sentence.lower[before.last : first] == ["off"]


def _is_unreal_near(sentence: Sentence, first: int) -> bool:
    before = next(reversed(sentence.groups_before(first)), None)
    return before is not None and is_near(sentence, before.last, first) and own_reality(sentence, before) in UNREAL


def _of_object(sentence: Sentence, first: int, head: int, granted: bool) -> Reality | None:
    """A noun that is the object of a verb, or stands behind its preposition: it comes about by what the verb tells."""
    before = next(reversed(sentence.groups_before(first)), None)
    if before is None or before.lemma in BE:
        return None
    if first - before.last > 2:
        measured = _measured(sentence, first)
        if measured is None or measured != before.last:
            return None
        # `promised 50 million crowns in [aid]`
        first, granted = measured, False
    to_it = first - 1 == before.last and sentence.lower[first - 1] == "to"
    if to_it and before.lemma in _AGREEING and not granted and own_reality(sentence, before) == "asserted":
        # `agreed to a [meeting]`
        return "planned"
    direct = before.last == first or (
        before.last == first - 1 and sentence.tags[first - 1] in ("RB", "RP", "PRP") and not before.passive
    )
    noun = singular(sentence.lower[head])
    own = own_reality(sentence, before)
    if direct and not before.passive:
        if before.lemma in _KEPT_OFF:
            return "negated" if own == "asserted" and noun not in _OFFERS else None
        if own == "asserted" and before.lemma in _THOUGHT_OF and not granted:
            return "possible"
        goes_on = before.lemma == "negotiate" and sentence.tags[before.head] == "VBG"
        held_up = before.lemma in _HELD_UP and (not granted or before.lemma in _OF_THE_KNOWN)
        if own == "negated" and before.lemma in ("want", "need", "seek"):
            # `does not want the union's [support]`
            return "possible"
        if own == "asserted" and (goes_on or held_up):
            return "planned"
        if before.lemma == "face" and sentence.lower[first] in ("a", "an") and own in UNREAL:
            return own
    if before.lemma in _FENDING_OFF and noun in _OFFERS:
        # `sued to block the [bid]`: it was made.
        return None
    if own not in UNREAL or before.lemma in _OF_WHAT_IS or _is_told_of(sentence, head + 1):
        return None
    if direct and not before.passive:
        return own if not granted or (before.lemma in _BRINGING_ABOUT and not _is_old(sentence, first, head)) else None
    brings = sentence.lower[first - 1] in _ON_THE_WAY and (
        first - 1 == before.last or sentence.tags[before.last] in ("RP", "RB")
    )
    return own if brings and not granted and (own != "negated" or before.lemma in _BRINGING_ABOUT) else None


def _measured(sentence: Sentence, first: int) -> int | None:
    """Where the sum or the count begins that a noun phrase hangs on: `[two million crowns] in aid`, `[30 days] of
    talks`."""
    if not first or sentence.lower[first - 1] not in ("in", "of"):
        return None
    begin = sentence.phrase_to.get(first - 1)
    if begin is None:
        return None
    tags = sentence.tags[begin : first - 1]
    return begin if {"CD", "$"} & set(tags) or sentence.lower[first - 2] in _SUMS else None


_SUMS = frozenset({"millions", "billions", "thousands", "hundreds", "dozens"})


def _is_told_of(sentence: Sentence, k: int) -> bool:
    """Whether a clause about a noun that ends before word `k` says what it did: `talks [that stalled]`."""
    return sentence.tags[k : k + 2] in (["WDT", "VBD"], ["IN", "VBD"], ["WP", "VBD"])


def _is_old(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a phrase itself dates what it names: `the June strike`, `Monday's attack`, `the previous talks`."""
    return not (_OLD | CALENDAR).isdisjoint(sentence.lower[first:head])


_OLD = frozenset("latest previous last recent past earlier existing current ongoing same".split())


def _of_subject(sentence: Sentence, first: int, head: int, granted: bool) -> Reality | None:
    """A noun that is the subject of a verb: called off, not brought about, or one that would do something."""
    end = chain_end(sentence, head + 1)
    group = next(iter(sentence.groups_from(head + 1)), None)
    if group is None or group.first > end:
        return None
    if group.form == "infinitive" and not granted and first and sentence.lower[first - 1] == "for":
        # `the time for [talks] to begin`
        return "planned"
    if group.form != "finite":
        return None
    link = sentence.lower[first - 1] if first else ""
    counted = link == "of" and first > 1 and singular(sentence.lower[first - 2]) in _COUNTS
    if first and sentence.tags[first - 1] in ("IN", "TO", "POS") and link not in OPENERS and not counted:
        # What hangs on the subject is no subject.
        return None
    if group.passive and group.lemma in _CALLED_OFF and not group.negated:
        return "negated" if group.modal is None else None
    if group.passive and group.lemma in _BRINGING_ABOUT:
        own = reality.of_verb(sentence, group)
        return own if own in UNREAL and not _is_old(sentence, first, head) else None
    if not granted and group.passive and group.lemma in _CALLED_FOR and not _is_old(sentence, first, head):
        # `decides when a [meeting] is required`
        return "possible"
    takes_place = group.lemma == "take" and sentence.lower[group.last : group.last + 1] == ["place"]
    if (takes_place or group.lemma in _TAKING_PLACE) and not group.passive:
        own = reality.of_verb(sentence, group)
        return own if own in UNREAL else of_clause(sentence, group)
    if not granted and group.modal in ("would", "could", "might", "may"):
        return "possible"
    to_come = group.modal == "will" and not group.negated and group.lemma not in _OF_WHAT_IS | _GOING_ON
    return "planned" if to_come and not granted and not _is_old(sentence, first, head) else None


_CALLED_FOR = frozenset("allow ban forbid need permit prohibit recommend require warrant".split())
"""Verbs in whose passive a deed is only spoken of."""
_COUNTS = frozenset("series round string number spate wave couple set pair dozen".split())
_GOING_ON = frozenset("enter last go be have need become keep stay".split())
"""Verbs that are said of what is under way: `a strike that will [enter] its third week`."""


_TAKING_PLACE = frozenset({"happen", "occur", "materialise", "materialize", "ensue", "begin", "start", "resume"})
