"""Past participles that are the verbs of what is reported: `police said the driver [fled] after a guard was shot`.

A past form behind a noun is most often a participle that tells more of the noun. It is the verb where nothing else in
the clause could be, as right behind `said`, and where a thing cannot be done to anybody (`the driver fled`).
"""

from __future__ import annotations

from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.tagging import tables

_SAYS = frozenset("said says say added adds confirmed noted reported claimed claims".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset("after as because before if once that though until when where which while who whom".split())
"""Words that open a clause with a verb of its own."""
_OF_A_PHRASE = NOUNS | {"DT", "JJ", "JJR", "JJS", "PRP$", "CD", "POS", "RB"}
_ALONE = frozenset("arrived collapsed died disappeared erupted escaped fled lied occurred resigned vanished".split())
"""Past forms of verbs that nothing can be done by: behind a noun they are its verb."""
_REACH = 14
"""How many words a subject may have."""


def settle_reported(tags: list[str], lower: list[str]) -> None:
    """Make past participles finite that are the verb of what is reported, and nouns behind `been` participles."""
    for i, tag in enumerate(tags):
        if tag == "VBN" and i and tags[i - 1] in NOUNS and lower[i + 1 : i + 2] != ["by"]:
            verb = lower[i] in _ALONE or (_can_be(lower[i], "VBD") and _is_reported(tags, lower, i))
            if verb and not _finite_in_clause(tags, lower, i):
                tags[i] = "VBD"
        elif tag == "NN" and lower[max(0, i - 1)] == "been" and _can_be(lower[i], "VBN"):
            tags[i] = "VBN"


def _can_be(word: str, wanted: str) -> bool:
    return any(tag == wanted for tag, _ in tables().words.get(word, ()))


def _is_reported(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether a verb of speech, or `that` behind one, stands right before the noun phrase that ends before word `i`."""
    k = i - 1
    while k and i - k < _REACH and tags[k] in _OF_A_PHRASE and lower[k] not in _SAYS and lower[k] != "that":
        k -= 1
    says = k - 1 if lower[k] == "that" and k else k
    return says < i - 1 and lower[says] in _SAYS and tags[says] in ("VBD", "VBZ", "VBP") and k < i - 1


def _finite_in_clause(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether a verb stands behind word `i` that is not the one of a clause opened there: it may be the clause's."""
    opened = finite = 0
    for k in range(i + 1, len(tags)):
        if tags[k] in ("``", "''", ":") or (tags[k] == "," and tags[k + 1 : k + 2] == ["CC"]):
            # What a mark and `and` begin has its own subject.
            break
        opened += lower[k] in _OPENING
        finite += tags[k] in _FINITE
    return finite > opened
