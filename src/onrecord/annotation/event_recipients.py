"""Whom an event is done to: the party that a verb's or a noun's complements lead to.

What an act is aimed at is often a thing (`condemned the decision`); whom it is done to is then the party behind it, and
stands further on (`of the court`, `by Orrland`, `in the north`). The search goes through the clause from the trigger,
over infinitives and prepositions, and takes the party that the most telling preposition brings; where there is none,
the object itself.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from onrecord.annotation.lexicons import human_nouns
from onrecord.annotation.objects import by_phrase, object_of
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.annotation.time_adverbials import TIME_NOUNS

_AIMED = frozenset("to against on with toward towards upon between of for from by behind among".split())
_PLACED = frozenset("in into at over across near outside inside along around throughout within onto".split())
_BEST: dict[str, tuple[str, ...]] = {
    "ACCUSE": ("against",),
    "SANCTION": ("on", "against", "from"),
    "COERCE": ("on", "against"),
    "ASSAULT": ("on", "against"),
    "PROTEST": ("against", "at", "over"),
    "THREATEN": ("against", "on"),
    "AID": ("to", "for"),
    "CONSULT": ("with", "between"),
    "COOPERATE": ("with", "between"),
    "AGREE": ("with",),
    "SUPPORT": ("with", "to"),
    "REJECT": ("by", "from", "against"),
    "CONCEDE": ("on", "to"),
    "RETREAT": ("from",),
    "REQUEST": ("from", "on", "of"),
    "MOBILIZE": ("against", "to", "towards", "toward"),
}
"""The prepositions that bring the recipient of a type before all others."""
_TRANSFERS = frozenset("return give hand send provide deliver grant offer lend transfer donate award supply".split())
"""Verbs of handing over: who stands behind `to` gets it, however far off."""
_STOPS = frozenset(
    "after as while because following amid amidst when if unless until till despite since before although though "
    "whether where whereas during like than that who which whom what whose according including pending".split()
)
_TOWARDS = frozenset("to against on from with for at into of in over toward towards upon".split())
_REACH = 30
"""How many words a search goes on; complements that people write are shorter."""
_STEP = 8
"""How many words further on a more telling preposition may stand."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    preposition: str | None


_TRADES = ("ers", "ors", "ists", "ians", "men", "women")
_THINGS = frozenset(
    "answers barriers borders chapters colors colours computers containers corners disasters doors errors factors "
    "figures floors flowers headquarters letters matters measures newspapers numbers offers orders papers powers "
    "quarters reactors rivers sectors shoulders tankers towers trailers waters".split()
)
"""Plurals that end like those of trades and name none."""


@functools.cache
def _people() -> frozenset[str]:
    """Nouns that name people or bodies of people, without a name beside them."""
    return frozenset(human_nouns()) | frozenset(
        "troops forces fighters police civilians prisoners hostages detainees families children rebels villagers man "
        "woman boy girl person miner fisherman fishermen pilot crew sailor driver striker employer activists "
        "management owner tenant landlord militant militants suspect suspects servicemen serviceman gunman gunmen "
        "insurgent insurgents fugitive teenager teenagers captive captives hostage convict convicts inmate inmates "
        "defendant guard guards migrant migrants refugee refugees peacekeeper tribe tribes guerrillas".split()
    )


def is_party(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the noun phrase of words `first` to `last` names or describes somebody, or holds a name."""
    if sentence.tags[first] == "PRP":
        return sentence.lower[first] in ("him", "her", "them", "us", "me", "you")
    head = sentence.lower[last - 1]
    trade = sentence.tags[last - 1] == "NNS" and head.endswith(_TRADES) and len(head) > 5 and head not in _THINGS
    return trade or head in _people() or is_named(sentence, first, last)


_SUM = re.compile(r"[A-Z]{1,3}\d[\d.,]*(?:[kmb]|bn|m?illion|billion)\b")
"""A sum of money with its currency: `N14.3billion`, `R20m`."""


def is_named(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun phrase holds a name, be it as an adjective."""
    for k in range(first, last):
        if sentence.lower[k] in CALENDAR or sentence.tags[k][:2] not in ("NN", "JJ") or _SUM.match(sentence.words[k]):
            continue
        if sentence.words[k][0].isupper() and (k or sentence.tags[k] in ("NNP", "NNPS")):
            return True
    return False


def is_time(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun phrase tells when."""
    return sentence.lower[first] in CALENDAR or sentence.lower[last - 1] in TIME_NOUNS | CALENDAR


def widened(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The noun phrase with those that `and`, `or` or commas join to it: `[the port, the union and the mayor]`."""
    end = last
    k = last
    while k < len(sentence) and k < first + _REACH:
        j = k + 1 if sentence.tags[k] == "," else k
        joins = j < len(sentence) and sentence.lower[j] in ("and", "or", "&")
        j += joins
        following = sentence.phrase_at.get(j)
        if j == k or following is None or is_time(sentence, j, following):
            break
        group = sentence.group_at(following)
        if (group is not None and group.first == following and group.form == "finite") or not is_party(
            sentence, j, following
        ):
            break
        k = following
        if joins:
            end = following
            break
    return first, end


def with_place(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """A party with the named place that hangs on it right behind: `[people] in the [Orrish valley]`."""
    k = last
    if k + 1 < len(sentence) and sentence.tags[k] == "IN" and sentence.lower[k] in _PLACED | {"of", "from"}:
        end = sentence.phrase_at.get(k + 1)
        if end is not None and is_named(sentence, k + 1, end) and not is_time(sentence, k + 1, end):
            return (first, last), (k + 1, end)
    return ((first, last),)


def search(
    sentence: Sentence, start: int, kind: str | None, skip: int = -1, verb: str | None = None
) -> tuple[int, int] | None:
    """The party that the words from `start` on lead to, or None.

    A preposition that tells more wins over one that stands a few words nearer, not over one much nearer; after a verb
    of handing over `to` always wins.

    Args:
        sentence: the sentence.
        start: the word after the trigger.
        kind: the type of the event.
        skip: where a noun phrase begins that is no candidate (the object that only completes the verb).
        verb: the lemma of the verb, where one tells the event.
    """
    best: int | None = None
    chosen: _Candidate | None = None
    first_choices = _BEST.get(kind or "", ())
    for candidate in _candidates(sentence, start, skip, first_choices, skip >= 0 and verb in _TRANSFERS):
        preposition = candidate.preposition
        if preposition == "to" and verb in _TRANSFERS and sentence.tags[candidate.first - 2] not in ("VBN", "JJ"):
            rank = -_REACH
        elif preposition in first_choices:
            rank = 0
        elif preposition is None or preposition in _AIMED:
            rank = 1
        elif preposition in _PLACED:
            rank = 2
        else:
            rank = 3
        cost = rank * _STEP + candidate.first - start
        if best is None or cost < best:
            best, chosen = cost, candidate
    return None if chosen is None else widened(sentence, chosen.first, chosen.last)


def _candidates(
    sentence: Sentence, start: int, skip: int, first_choices: tuple[str, ...] = (), to_any: bool = False
) -> list[_Candidate]:
    """The parties of the rest of the clause, each with the preposition that brings it; `to_any`: who stands behind `to`
    need be no party."""
    found: list[_Candidate] = []
    tags, lower = sentence.tags, sentence.lower
    k, preposition = start, None
    limit = min(len(sentence), start + _REACH)
    while k < limit:
        if tags[k] in (".", ":", "``") or (lower[k] in _STOPS and k > start):
            break
        if tags[k] == "," and lower[k + 1 : k + 2] in (["including"], ["excluding"]):
            # `imposed fines, including two of a million, on the port`
            close = next((i for i in range(k + 2, limit - 1) if tags[i] == ","), None)
            if close is None or tags[close + 1] not in ("IN", "TO"):
                break
            k = close
        elif tags[k] == "," and not _goes_on(sentence, k, bool(found), first_choices):
            break
        group = sentence.group_at(k)
        if group is not None and group.first == k and group.form == "finite" and k > start:
            break
        if tags[k] == "CC" and k + 1 < len(tags) and tags[k + 1] in ("VBD", "VBZ", "VBN"):
            break
        last = sentence.phrase_at.get(k)
        if last is not None:
            handed = preposition == "to" and to_any and tags[k] != "PRP"
            if k != skip and (handed or is_party(sentence, k, last)) and not is_time(sentence, k, last):
                found.append(_Candidate(k, last, preposition))
            preposition = None
            k = last
            continue
        if tags[k] in ("IN", "TO"):
            preposition = lower[k]
        elif group is not None:
            preposition = None
        k += 1
    return found


def _goes_on(sentence: Sentence, k: int, found: bool, first_choices: tuple[str, ...]) -> bool:
    """Whether the clause goes on after the comma at word `k`: a preposition follows, and nobody was found yet or it
    tells more than others: `discussed the dam in Orrville, [with] the mayor`."""
    if k + 1 >= len(sentence) or sentence.tags[k + 1] not in ("IN", "TO"):
        return False
    word = sentence.lower[k + 1]
    return word in _AIMED | _PLACED and (not found or word in first_choices)


def recipients(
    sentence: Sentence, group: VerbGroup, kind: str | None, completes: bool, told: set[int]
) -> tuple[tuple[int, int], ...]:
    """Whom an active verb aims at, as phrases: the party first, then what the act is about.

    The party is the object, or what the rest of the clause leads to where that is a thing or only completes the verb.
    """
    theme = object_of(sentence, group)
    if theme is not None and completes:
        told.update(range(*theme))
        completes = not (kind in _OVER_PEOPLE and is_party(sentence, *theme) and _is_person(sentence, theme[1] - 1))
    if kind is not None and theme is None:
        aimed = _through_infinitive(sentence, group, kind) or _of_clause(sentence, group, kind)
        if aimed:
            return aimed
    if kind is not None:
        if theme is not None and not completes and is_party(sentence, *theme):
            other = _other_side(sentence, theme) or _partner(sentence, theme, kind)
            return (other, theme) if other is not None else with_place(sentence, *widened(sentence, *theme))
        blamed = _of_claims(sentence, group.last) if kind == "ACCUSE" else None
        if blamed is not None:
            return (blamed,)
        skip = theme[0] if theme is not None and completes else -1
        start = theme[1] if theme is not None and completes and not is_party(sentence, *theme) else group.last
        party = search(sentence, start, kind, skip, group.lemma) or (
            in_condition(sentence, group.last) if kind in _CONDITIONAL else None
        )
        if party is not None:
            found = with_place(sentence, *party)
            return (*found, theme) if theme is not None and not completes else found
    if theme is not None and not completes:
        return (theme,)
    return _towards(sentence, group, kind, theme, told)


def _other_side(sentence: Sentence, theme: tuple[int, int]) -> tuple[int, int] | None:
    """The other side of a thing that bears a name: `closed Chad's border with [Peru]`, `cut its ties with [Chad]`."""
    first, last = theme
    if "POS" not in sentence.tags[first:last] or sentence.lower[last : last + 1] != ["with"]:
        return None
    end = sentence.phrase_at.get(last + 1)
    if _is_person(sentence, last - 1) or end is None or not is_party(sentence, last + 1, end):
        return None
    return widened(sentence, last + 1, end)


def _partner(sentence: Sentence, theme: tuple[int, int], kind: str) -> tuple[int, int] | None:
    """With whom something is done about what bears a name: `discussed Chad with [Peru]`."""
    end = sentence.phrase_at.get(theme[1] + 1)
    if kind not in ("CONSULT", "COOPERATE") or sentence.lower[theme[1] : theme[1] + 1] != ["with"] or end is None:
        return None
    return widened(sentence, theme[1] + 1, end) if is_party(sentence, theme[1] + 1, end) else None


_OVER_PEOPLE = frozenset({"CONCEDE"})
"""Types whose verb may be completed by those whom it is done to: `released the [hostages]`."""
_CONDITIONAL = frozenset({"REJECT", "THREATEN"})
"""Types of acts that are aimed at whoever could avert them."""


def _is_person(sentence: Sentence, head: int) -> bool:
    """Whether a noun phrase with its head at word `head` names people, not a thing with a name in it."""
    word = sentence.lower[head]
    return sentence.tags[head] in ("NNP", "NNPS") or word in _people() or word.removesuffix("s") in _people()


def _through_infinitive(sentence: Sentence, group: VerbGroup, kind: str) -> tuple[tuple[int, int], ...]:
    """The parties that the infinitive right behind a verb acts on: `agreed to send ships to [Orrland]`."""
    following = next(iter(sentence.groups_from(group.last)), None)
    if following is None or following.form != "infinitive" or following.first > group.last:
        return ()
    found = recipients(sentence, following, kind, False, set())
    if following.lemma in _TRANSFERS or (found and not is_party(sentence, *found[0])):
        party = search(sentence, following.last, kind, verb=following.lemma)
        return with_place(sentence, *party) if party is not None else found
    return found


def _of_clause(sentence: Sentence, group: VerbGroup, kind: str) -> tuple[tuple[int, int], ...]:
    """Who is to act in the clause that a verb's `that` opens: `demanded that [the port] reopen`."""
    found = _subject_after_that(sentence, group.last)
    return () if found is None else (found,)


def _subject_after_that(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """The party right behind the `that` at word `k`, adverbs and a condition's word in between."""
    if sentence.lower[k : k + 1] != ["that"] or k in sentence.phrase_at:
        return None
    k += 1
    while k < len(sentence) and (sentence.tags[k] in ("RB", "IN") or sentence.lower[k] in ("if", "unless")):
        k += 1
    last = sentence.phrase_at.get(k)
    return (k, last) if last is not None and is_party(sentence, k, last) else None


_CHARGES = frozenset("claim claims allegation allegations accusation accusations suspicion suspicions".split())


def _of_claims(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Whom claims are about that an inquiry is made into: `opened a probe into claims that [two guards] stole`."""
    for k in range(start, min(len(sentence) - 1, start + 6)):
        if sentence.lower[k] in _CHARGES:
            return _subject_after_that(sentence, k + 1)
    return None


def handed_to(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Who gets what is handed over: `was returned by the museum to [Chad]`."""
    if group.lemma not in _TRANSFERS:
        return None
    for k in range(group.last, min(len(sentence) - 1, group.last + 10)):
        if sentence.tags[k] in (",", ":", "``", "''", "."):
            return None
        last = sentence.phrase_at.get(k + 1)
        if sentence.lower[k] == "to" and last is not None and is_party(sentence, k + 1, last):
            return widened(sentence, k + 1, last)
    return None


def in_condition(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Who could avert a refusal or a threat by a condition behind word `start`: `will not return until [Chad] pays`,
    `until their terms are met by [the owner]`."""
    for k in range(start, min(len(sentence) - 1, start + _REACH)):
        if sentence.tags[k] in (":", "``", "''", "."):
            return None
        if sentence.lower[k] in ("until", "unless", "if"):
            last = sentence.phrase_at.get(k + 1)
            if last is not None and is_party(sentence, k + 1, last):
                return k + 1, last
            verb = next((g for g in sentence.groups_from(k + 1) if g.form == "finite"), None)
            agent = by_phrase(sentence, verb) if verb is not None and verb.passive else None
            return agent if agent is not None and is_party(sentence, *agent) else None
    return None


def _towards(
    sentence: Sentence, group: VerbGroup, kind: str | None, theme: tuple[int, int] | None, told: set[int]
) -> tuple[tuple[int, int], ...]:
    """What follows `to`, `against`, … where no party was found and the verb has no object of its own."""
    n = len(sentence)
    start, reach = (group.last, 8) if theme is None else (theme[1], 14)
    if theme is not None and start in sentence.phrase_at and sentence.lower[start] not in CALENDAR:
        # Two objects: gave [Orrland] [two ships].
        return (theme,)
    for k in range(start, min(n, start + reach)):
        if sentence.tags[k] in (":", "``", "''") or (sentence.tags[k] == "," and not _phrase_follows(sentence, k)):
            break
        if theme is None and (_finite_at(sentence, k) or sentence.lower[k] in _STOPS):
            break
        if (
            sentence.tags[k] in ("IN", "TO")
            and sentence.lower[k] in _TOWARDS
            and k + 1 in sentence.phrase_at
            and not is_time(sentence, k + 1, sentence.phrase_at[k + 1])
            and not _is_set_phrase(sentence, k)
        ):
            return ((k + 1, sentence.phrase_at[k + 1]),)
    if theme is not None:
        return (theme,)
    # A verb with an infinitive: what that one acts on (threatened to shell [the port]).
    following = next(
        (g for g in sentence.groups_from(group.last)[:1] if g.first <= group.last + 1 and g.form == "infinitive"), None
    )
    return () if following is None else recipients(sentence, following, kind, False, told)


def _is_set_phrase(sentence: Sentence, k: int) -> bool:
    """Whether the preposition at word `k` and a bare noun make one saying: `on alert`, `on strike`, `in doubt`."""
    return sentence.lower[k] in ("on", "in") and sentence.tags[k + 1] == "NN" and sentence.phrase_at[k + 1] == k + 2


def _phrase_follows(sentence: Sentence, comma: int) -> bool:
    """Whether a preposition with its phrase stands right behind a comma."""
    k = comma + 1
    return k + 1 in sentence.phrase_at and sentence.tags[k] in ("IN", "TO")


def _finite_at(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb begins at word `k`."""
    group = sentence.group_at(k)
    return group is not None and group.first == k and group.form == "finite"
