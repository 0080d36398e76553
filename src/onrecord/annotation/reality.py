"""How real a text makes an event: asserted, alleged, denied, planned, possible, negated."""

from __future__ import annotations

from onrecord.annotation.frames import Frame
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Reality, Stance

_POSSIBLE_MODALS = frozenset({"may", "might", "could", "can", "should", "would", "must", "ought", "'d", "’d"})
_PLANNED_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d"})
_REFUSING = frozenset("refuse decline fail neglect forget stop cease avoid".split())
_DOING = frozenset(
    "begin start continue manage help dare use go come proceed be have allow let make get appear seem".split()
)
_INTENDING = frozenset(
    "plan vow threaten promise agree offer want intend expect prepare decide order urge ask pledge seek try "
    "attempt aim hope wish propose "
    "demand call request warn tell invite persuade force push lead schedule set need".split()
)
_ALLEGED = frozenset(
    "alleged suspected purported reported supposed so-called accused presumed allegedly reportedly apparently "
    "purportedly supposedly".split()
)
_PLANNED = frozenset("planned proposed upcoming scheduled impending expected future draft".split())
_POSSIBLE = frozenset("potential possible likely feared looming threatened eventual".split())
_PROSPECT = frozenset(
    "threat fear risk possibility prospect danger concern chance call demand plan proposal hope request "
    "likelihood warning talk idea".split()
)


_GUESSED = frozenset("likely probably possibly perhaps presumably conceivably maybe".split())
"""Adverbs by which a deed is no more than guessed at."""


def of_verb(sentence: Sentence, group: VerbGroup) -> Reality:
    """What its own clause makes of a verb's event."""
    lower = sentence.lower
    if group.negated:
        return "negated"
    if group.form == "finite" and group.modal is None and _is_guessed(sentence, group):
        return "possible"
    if any(lower[i] in _ALLEGED for i in range(group.first, group.last) if i != group.head):
        # Who [accused] somebody did so.
        return "alleged"
    if group.modal is not None:
        perfect = any(lower[i] in ("have", "'ve", "’ve") for i in range(group.first, group.head))
        if group.modal in ("'d", "’d") and sentence.tags[group.head] in ("VBN", "VBD"):
            # `who'd voted`: had.
            return "asserted"
        if group.modal in _PLANNED_MODALS and not perfect and not is_conditional(sentence, group.first):
            return "planned"
        if group.modal in _POSSIBLE_MODALS | _PLANNED_MODALS:
            return "possible"
    if is_conditional(sentence, group.first):
        return "possible"
    if group.form == "infinitive":
        return _of_infinitive(sentence, group)
    return "asserted"


def _is_guessed(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether an adverb in a verb group or right before it makes its deed a guess: `the rebels [likely] fired`."""
    first = group.first - (group.first > 0 and sentence.lower[group.first - 1] in _GUESSED)
    return not _GUESSED.isdisjoint(sentence.lower[first : group.head])


_SINGLED_OUT = frozenset("first last latest only second third next".split())


def _of_infinitive(sentence: Sentence, group: VerbGroup) -> Reality:
    governor = next(reversed(sentence.groups_before(group.first)), None)
    if governor is None or group.first - governor.last > 8:
        return "planned"
    if governor.lemma in ("be", "become", "became") and _SINGLED_OUT & set(sentence.lower[governor.last : group.first]):
        # `became the first to sign`
        return of_verb(sentence, governor)
    if sentence.lower[governor.head] == "going" and governor.last == group.first:
        # `is going to protect it and [defend] it`
        return "negated" if governor.negated else "planned"
    if governor.lemma in _REFUSING:
        return "planned" if governor.negated else "negated"
    if governor.last == group.first and _is_perfect(sentence, group):
        if governor.lemma in _HEARD and governor.modal is None and (governor.passive or governor.lemma == "claim"):
            # `is believed [to have shot]`
            return "negated" if governor.negated else "alleged"
        if governor.lemma in ("appear", "seem"):
            return "possible"
        if governor.lemma == "know" and governor.passive and governor.modal is None:
            return "negated" if governor.negated else "asserted"
    if governor.lemma == "vote" and governor.form == "finite" and governor.modal is None and _BY_VOTE & {group.lemma}:
        # `voted to ask the governor`: the vote asks him.
        return of_verb(sentence, governor)
    if governor.lemma == "be" and governor.form == "finite" and is_ahead(sentence.lower[governor.last : group.first]):
        return "planned"
    if governor.lemma in _LETTING and sentence.tags[governor.head] in ("VBZ", "VBP"):
        # `the law allows police [to arrest] anybody`
        return "possible"
    between = sentence.lower[governor.last : group.first]
    if governor.lemma == "have" and not between and sentence.tags[governor.head] in ("VBP", "VBZ", "VB"):
        # `We have [to treat] them alike`; who had to do it did it.
        return "possible"
    carries = not between or governor.lemma in _CAUSING | _LETTING
    if governor.lemma in _DOING and (carries or _is_judged(sentence, governor, between)):
        return of_verb(sentence, governor)
    if governor.lemma in _INTENDING and governor.negated:
        return "negated"
    return "planned"


def _is_perfect(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether an infinitive looks back: `to have shot`."""
    return "have" in sentence.lower[group.first : group.head]


_HEARD = frozenset(
    "allege assume believe claim estimate fear presume report repute rumor rumour say suppose suspect think "
    "understand".split()
)
"""Verbs in whose passive it is told of somebody what he is thought to have done."""
_LETTING = frozenset({"allow", "let"})
_CAUSING = frozenset("get help appear seem use".split())
"""Verbs of doing whose infinitive keeps their reality behind an object; others take it for a purpose: `made an effort
[to block] it`, `has until Friday [to pay]`."""
_JUDGED = frozenset(
    "wrong right wise unwise foolish glad happy pleased proud sorry lucky fortunate able unable quick slow careful "
    "brave reckless irresponsible good kind bold rude stupid mistaken negligent forced obliged".split()
)
"""Adjectives by which what somebody did is judged: `was wrong [to sack] him`."""


def _is_judged(sentence: Sentence, governor: VerbGroup, between: list[str]) -> bool:
    if governor.lemma != "be":
        return len(between) == 1 and sentence.tags[governor.last] in ("RB", "RP", "IN")
    return len(between) < 4 and between[-1] in _JUDGED


_BY_VOTE = frozenset(
    "accept approve ask authorise authorize censure condemn demand endorse reject request support uphold urge".split()
)
"""What a body does by voting to do it."""
_AHEAD = frozenset("due set ready likely unlikely poised about supposed free bound prepared scheduled expected".split())


def is_ahead(between: list[str]) -> bool:
    """Whether the words between `be` and an infinitive put it ahead: none (`is to meet`), or `due`, `set`, `about`."""
    return not between or between[-1] in _AHEAD


def is_conditional(sentence: Sentence, i: int) -> bool:
    """Whether an `if` or `unless` opens the clause that word `i` stands in."""
    for k in range(i - 1, max(-1, i - 12), -1):
        if sentence.tags[k] == "," and "if" in sentence.lower[max(0, k - 3) : k]:
            # `If, in fact, he comes`
            continue
        if sentence.tags[k] in (",", ":", "``", "''") and sentence.lower[k] != "-":
            return False
        if sentence.lower[k] in ("if", "unless", "whether"):
            return True
    return False


def of_noun(sentence: Sentence, first: int, head: int) -> Reality:
    """What its own phrase (words `first` to `head`) makes of a noun's event."""
    words = sentence.lower[first:head]
    if any(w in ("no", "without") for w in words) or (first and sentence.lower[first - 1] in ("no", "without")):
        return "negated"
    verb = next(reversed(sentence.groups_before(first)), None)
    denied = verb is not None and first - verb.last <= 1 and verb.lemma == "be" and verb.negated
    if denied and sentence.tags[first - 1] not in ("IN", "TO"):
        # `is not a threat`; `is not at the talks` leaves them what they are.
        return "negated"
    if any(w in _ALLEGED for w in words):
        return "alleged"
    if any(w in _PLANNED for w in words):
        return "planned"
    if any(w in _POSSIBLE for w in words):
        return "possible"
    if first > 1 and sentence.lower[first - 1] in ("of", "for") and sentence.lower[first - 2].rstrip("s") in _PROSPECT:
        return "possible"
    return "asserted"


FACT = 0.0
"""The network's figure up to which nothing is told as a fact. On 2,530 events of news and web text that it was not
trained on, the rules say `asserted` of 229 with such a figure: people hold 9 % of these for facts, and 88 % of the
others."""
DENIED = -1.0
"""The figure up to which something is told as not so, where a negation goes with it."""


def with_figure(own: Reality, frame: Frame | None) -> Reality:
    """The reality by the rules, or what the network's figure makes of an event that they hold for a fact.

    What they know to be planned, possible or negated stays: the figure says how far something is a fact, and not what
    else it is.
    """
    if own != "asserted" or frame is None or frame.reality is None or frame.reality > FACT:
        return own
    return "negated" if frame.reality <= DENIED and frame.of("ARGM-NEG") is not None else "possible"


def in_content(own: Reality, stance: Stance) -> Reality:
    """The reality of an event that stands in the content of a statement with `stance`."""
    if own == "possible" and stance == "denies":
        # The network's figure takes what is denied out of the facts as well; by whom it is denied says more.
        return "denied"
    if own != "asserted":
        return own
    if stance == "alleges":
        return "alleged"
    if stance == "denies":
        return "denied"
    if stance in ("demands", "promises", "threatens"):
        return "planned"
    if stance in ("predicts", "asks"):
        return "possible"
    return own
