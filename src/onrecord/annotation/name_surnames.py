"""Surnames and firms that are words of the language: `Young said`, where the text has told of `Ada Young`.

Alone, such a word is taken for a name only where somebody is called so in full elsewhere in the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.annotation import lexicons
from onrecord.annotation.name_runs import opens
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind

if TYPE_CHECKING:
    from onrecord.annotation.names import Name

_FORMS = frozenset("corp inc co ltd plc llc group holdings".split())
_TOO_COMMON = frozenset(
    "first united national american new great general standard western eastern northern southern central pacific "
    "atlantic international global world royal federal public best good home free".split()
)
"""First words of so many firms that alone they name none."""
_DOES = frozenset({"VBD", "VBZ", "MD", "POS"})
_GOES_ON = frozenset({"'s", "’s", "himself", "herself", "who", "whose"})
_ARTICLES = frozenset("the a an this that its his her their our every each".split())
_WHEN = frozenset(
    "in by since until till last next early late mid of this on before after during from to and or".split()
)


def with_surnames(
    names: Sequence[Name], sentences: Sequence[Sentence], make: Callable[[int, int, PartyKind], Name]
) -> list[Name]:
    """The names with the words that are the surname of somebody, or the first word of a firm, named in full elsewhere.

    Args:
        names: what was found in a document, in order.
        sentences: the document's.
        make: makes the name that is one word: the number of its sentence, its own, and the kind.
    """
    kinds: dict[str, PartyKind] = {n.text.split(" ", 1)[0]: "organisation" for n in names if _is_firm(n)}
    kinds |= {n.text.rsplit(" ", 1)[1]: "person" for n in names if _is_full(n)}
    if not kinds:
        return list(names)
    # `Fox` is an outlet, but not where the text has told of `Ada Fox`.
    # `Head said` and `Dean said` are people where the text has told of `Jon Head` and of `Mia Dean`.
    found = [
        make(n.sentence, n.first, "person")
        if kinds.get(n.text) == "person" and (n.rule == "outlet" or _is_called(n, sentences[n.sentence]))
        else n
        for n in names
    ]
    taken = {(n.sentence, k) for n in found for k in range(n.opening, n.last)}
    for number, sentence in enumerate(sentences):
        if sentence.kind in ("title", "heading"):
            continue
        for k, word in enumerate(sentence.words):
            if word in kinds and (number, k) not in taken and _is_bearer(sentence, k):
                found.append(make(number, k, kinds[word]))
    return sorted(found, key=lambda n: (n.sentence, n.first))


def _is_called(name: Name, sentence: Sentence) -> bool:
    """Whether what was taken for an office stands where only a name can: alone, no article or name before it."""
    before = sentence.words[name.first - 1] if name.first else ""
    bare = name.rule == "office" and name.last - name.first == 1 and before.lower() not in _ARTICLES
    return bare and sentence.kind not in ("title", "heading") and _is_bearer(sentence, name.first)


def _is_firm(name: Name) -> bool:
    """Whether a name is a firm's with its legal form, and begins with a word by which it may be called."""
    words = name.text.split()
    if name.kind != "organisation" or len(words) < 2 or words[-1].lower().rstrip(".") not in _FORMS:
        return False
    first = words[0].lower()
    known = first in lexicons.words_of("organisation_words.txt") | lexicons.words_of("offices.txt")
    return len(first) > 3 and not known and first not in _TOO_COMMON


def _is_full(name: Name) -> bool:
    """Whether a name is somebody's in full, as far as its words tell."""
    words = name.text.split()
    if name.kind is None and len(words) == 2:
        return words[0].lower() not in tables().words
    return name.kind == "person" and len(words) > 1 and name.rule != "office"


def _is_bearer(sentence: Sentence, k: int) -> bool:
    """Whether a word with a capital stands where only a name can."""
    follows = sentence.lower[k + 1] if k + 1 < len(sentence) else "."
    before = sentence.words[k - 1] if k else ""
    if before[:1].isupper() or (follows[:1].isalpha() and sentence.words[k + 1][0].isupper()):
        return False
    if sentence.lower[k] in CALENDAR and (before.lower() in _WHEN or follows[:1].isdigit() or follows == ","):
        return False
    if not opens(sentence, k):
        return True
    return sentence.tags[k + 1 : k + 2] != [] and (sentence.tags[k + 1] in _DOES or follows in _GOES_ON)
