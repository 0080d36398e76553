"""What stands beside a name and says what it names: an apposition, what it owns, a pronoun that goes on with it.

`Nordfrakt, a haulier, …`, `insurer Vesta`, `Orrland’s ambassador`, `Vesta’s shares`, `Vesta said it would …`. Only
names whose kind neither their own words nor a gazetteer tell are looked at, and all mentions of one are of one kind.
"""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotation import lexicons
from onrecord.annotation.syntax import Sentence
from onrecord.types import PartyKind

if TYPE_CHECKING:
    from onrecord.annotation.names import Name

_FIRMS = frozenset(
    "company firm airline studio carmaker automaker supplier maker manufacturer retailer lender insurer brewer miner "
    "producer publisher broadcaster conglomerate chain utility refiner drugmaker chipmaker shipper contractor unit "
    "subsidiary startup start-up charity nonprofit non-profit newspaper bank union haulier operator developer "
    "wholesaler grocer steelmaker planemaker shipbuilder brokerage consultancy hospital regulator watchdog ngo "
    "thinktank think-tank outfit agency organisation organization group fund co-op cooperative joint-venture "
    "distributor distiller miller steelworks shipyard carrier platform app website trade-union federation "
    "association party militia movement club orchestra trust".split()
)
"""Nouns for a body, in apposition to its name."""
_PLACES = frozenset(
    "city town village suburb port province island county state region district resort hamlet capital republic "
    "country nation kingdom sultanate emirate municipality borough settlement archipelago enclave peninsula".split()
)
_RULED = frozenset(
    "state government parliament border borders ambassador army navy coast embassy exports territory prime foreign "
    "airspace "
    "waters mayor residents streets population outskirts suburbs harbour harbor".split()
)
"""What states and towns have: `Orrland’s ambassador`."""
_OWNED = frozenset(
    "shares stock board shareholders revenue customers owners profits subsidiary headquarters factory factories "
    "employees bondholders creditors listing products branches fleet workforce investors management parent".split()
)
"""What firms have: `Vesta’s shares`."""
_TELLS = frozenset("said says added insisted announced argued claimed denied insists".split())
_GOES_ON = frozenset("would will had has was is did does could can might may planned expected wanted".split())
_HEADED = frozenset("mayor governor residents people citizens outskirts streets suburb city town village".split())
_OPENING = frozenset({"“", "``", '"', "‘", "''"})
_CLOSING = frozenset({"”", "''", '"', "’"})
_SENT = frozenset("ambassador envoy embassy flights visit trip ships consul".split())
_COMPASS = frozenset("upper lower great little north south east west new old port fort mount saint st. nether".split())
"""How the names of villages begin."""
_PLACING = frozenset("off near outside inside across throughout".split())


def decided(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """The names with the kind that their surroundings tell, where they have none.

    Args:
        names: what `names.find` found in a document, in order.
        sentences: the document's.
    """
    told: dict[str, collections.Counter[PartyKind]] = {}
    surnames = {w for name in names if name.kind in ("person", None) for w in name.text.split()[1:]}
    for name in names:
        if name.kind is None and name.text not in surnames and name.text.lower() not in _COMPASS:
            kind = _told(name, sentences[name.sentence])
            if kind is not None:
                told.setdefault(name.text, collections.Counter())[kind] += 1
    kinds: dict[str, PartyKind] = {}
    for text, found in told.items():
        (kind, most), *others = found.most_common(2)
        if not others or others[0][1] < most:
            kinds[text] = kind
    # `Nordfrakt Cargo` is what `Nordfrakt` is, if that is no person.
    longer = {n.text: n.text.split()[0] for n in names if n.kind is None and " " in n.text and n.text not in told}
    kinds |= {text: kinds[word] for text, word in longer.items() if kinds.get(word) in ("organisation", "place")}
    return [
        dataclasses.replace(name, kind=kinds[name.text], rule="what stands beside it")
        if name.kind is None and name.text in kinds
        else name
        for name in names
    ]


def _told(name: Name, sentence: Sentence) -> PartyKind | None:
    """The kind that one mention’s surroundings tell."""
    lower, first, last = sentence.lower, name.first, name.last
    opening = first - 1 - (first > 1 and lower[first - 1] in ("the", "a", "an"))
    if opening >= 0 and sentence.words[opening] in _OPENING and _closes(sentence, last):
        return "work"
    behind = lower[last : last + 4]
    if behind[:1] in (["'s"], ["’s"]):
        owned = set(behind[1:3])
        return "place" if owned & _RULED else "organisation" if owned & _OWNED else None
    if behind[:1] == [","]:
        # In `the musicians of the Velda, who …` the clause is about the musicians.
        of_others = "of" in lower[max(0, first - 2) : first]
        kind = _apposed(sentence, last + 1)
        if kind is not None and not (of_others and kind == "person"):
            return kind
    before = lower[first - 1] if first else ""
    of_town = before == "of" and first > 1 and lower[first - 2] in _HEADED
    if before in _PLACING or of_town or (before == "to" and first > 1 and lower[first - 2] in _SENT):
        return "place"
    if before in ("in", "at", "near") and lower[first] in _COMPASS and last - first == 2:
        return "place"
    if before == "based" or before.endswith("-based"):
        # `the Norrvik-based Nordfrakt`, where no given name says otherwise
        return "organisation"
    if before in _FIRMS and sentence.tags[first - 1] == "NN" and " " not in before:
        return "organisation"
    return _spoken(sentence, last)


def _closes(sentence: Sentence, k: int) -> bool:
    """Whether a quotation ends at word `k`, or behind a mark there: the name before it is all that is quoted."""
    return any(w in _CLOSING for w in sentence.words[k : k + 1 + (sentence.words[k : k + 1] in ([","], ["."]))])


def _apposed(sentence: Sentence, k: int) -> PartyKind | None:
    """The kind that an apposition or a relative clause at word `k` tells."""
    word = sentence.lower[k] if k < len(sentence) else ""
    if word == "who":
        return "person"
    end = sentence.phrase_at.get(k)
    if end is None or word not in ("a", "an", "the", "its", "one", "another"):
        return None
    head = sentence.lower[end - 1]
    if word == "one" and sentence.lower[k + 1 : k + 2] == ["of"]:
        return None
    if head in _FIRMS:
        return "organisation"
    if head in _PLACES:
        return "place"
    return "person" if head in lexicons.words_of("offices.txt") else None


def _spoken(sentence: Sentence, k: int) -> PartyKind | None:
    """The kind that a pronoun tells in what the name is said to say: `Vesta said it would …`."""
    lower = sentence.lower
    if lower[k : k + 1] and lower[k] in _TELLS:
        k += 1 + (lower[k + 1 : k + 2] == ["that"])
        if lower[k : k + 1] in (["he"], ["she"]):
            return "person"
        if lower[k : k + 1] == ["it"] and lower[k + 1 : k + 2] and lower[k + 1] in _GOES_ON:
            return "organisation"
    return None
