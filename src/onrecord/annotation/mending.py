"""Corrections of tags that a table of tag pairs cannot make: it sees no auxiliary and not what a clause still lacks."""

from __future__ import annotations

from collections.abc import Sequence

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REPORTS = frozenset("notes reports claims says writes adds argues states remarks comments suggests".split())
_COMPOUNDS = frozenset("air drone missile rocket bomb suicide cyber arson mortar artillery war hunger".split())
"""Nouns that stand before another far more often than before their verb."""
_WHEN = frozenset({"in", "on", "at", "during"})
"""Prepositions that open a clause's adverbial, not another clause."""
_SAID_TO_BE = frozenset(
    "said believed thought known reported suspected alleged supposed rumored rumoured estimated".split()
)
_AUXILIARIES = frozenset(
    "be been being am is are was were 's ’s 're ’re 'm ’m have has had having 've ’ve 'd ’d get gets got "
    "getting".split()
)


_NEVER_NOUNS = frozenset(
    "said told had was were agreed declined warned raised lowered announced reported gave took sold bought ran "
    "faced denied opened expected began became".split()
)
"""Past tenses that are neither nouns nor adjectives, so that they cannot be what a possessor has."""


_NOT_DONE_TO = frozenset(
    "apologised apologized resigned responded replied retaliated vowed complained insisted hesitated backtracked "
    "relented capitulated testified protested abstained".split()
)
"""Past forms that are no passive participles of something: `the mayor, Ada Lund, [apologised] to staff`."""


_UNSETTLED = frozenset({"NNS", "JJ", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ"})
"""Tags that the neighbours of a word may still change."""


def mend(words: Sequence[str], tags: list[str], nouns: frozenset[str]) -> None:
    """Correct the tags of one sentence in place.

    Args:
        words: the sentence's words and marks.
        tags: their tags.
        nouns: verbs whose base form is a noun as well.
    """
    clause = _Clause()
    for i in range(len(tags)):
        low = words[i].lower()
        if low in _NEVER_NOUNS and i > 1 and _ends_name(words, i - 1) and tags[i] in ("VBD", "VBN", "NN"):
            # `Corrigan’s said`: the possessive is part of a firm's name.
            tags[i - 1 : i + 1] = ["NNP", "VBD"]
        if tags[i] in _UNSETTLED:
            tags[i] = _noun_or_verb(words, tags, i, low, nouns, clause)
        if tags[i] == "VBN" and not _after_auxiliary(words, tags, i):
            told = low in _NOT_DONE_TO and i > 1 and (tags[i - 1] == "," or tags[i - 1] in NOMINAL)
            if told or _is_past(words, tags, i, clause):
                tags[i] = "VBD"
        clause.pass_over(tags[i], low)
    _only_verb(words, tags)


def _ends_name(words: Sequence[str], i: int) -> bool:
    """Whether a possessive that ends a firm's name is word `i`: `Corrigan’s`, not `he’s` or `is said to be`."""
    is_possessive = words[i] in ("'s", "’s") and words[i - 1][0].isupper() and len(words[i - 1]) > 4
    return is_possessive and " ".join(words[i + 2 : i + 3]) not in ("to", "by", ",")


class _Clause:
    """What has been seen of the clause so far."""

    __slots__ = ("finite", "nominal", "opened")

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.finite = False
        self.nominal = False
        self.opened = False
        """Whether it opened with an adverbial, so that its own verb comes later."""

    def pass_over(self, tag: str, low: str) -> None:
        if tag in (",", ".", ":", "``", "''"):
            self.begin()
            return
        self.finite = self.finite or tag in _FINITE
        if tag in NOMINAL:
            self.nominal = True
        elif tag in ("VBG", "TO", "WRB", "IN") and not self.finite and not self.nominal and low not in _WHEN:
            self.opened = True


def _noun_or_verb(
    words: Sequence[str], tags: Sequence[str], i: int, low: str, nouns: frozenset[str], clause: _Clause
) -> str:
    """The tag of word `i` where its neighbours decide between noun and verb, tense and base form."""
    tag = tags[i]
    before = tags[i - 1] if i else ""
    after = tags[i + 1] if i + 1 < len(tags) else "."
    if tag == "NNS":
        final = i > 2 and i + 2 >= len(tags) and before == "NNP" and "," in tags[max(0, i - 6) : i]
        # `…, the Tribune notes.`
        return "VBZ" if final and low in _REPORTS else tag
    if before == "POS" and tag in ("VB", "VBP", "VBD", "VBN", "VBG") and after[:2] not in ("NN", "JJ"):
        # `the union’s bid`
        return "NN"
    if (
        tag in ("VB", "VBP")
        and before == "CD"
        and low in nouns
        and (tags[i - 2 : i - 1] == ["NNP"] or after in ("VBD", "VBN"))
    ):
        # `the Nov. 21 call`
        return "NN"
    if tag == "VBP" and before in ("DT", "PRP$", "JJ", "POS") and low in nouns:
        # `its economic embargo`
        return "NN"
    if tag == "JJ" and low.endswith("ing") and after in ("DT", "PRP$", "NNP", "CD") and _is_being(words, tags, i):
        # `is currently striking the port`
        return "VBG"
    if tag == "VB":
        if before in ("CD", "DT", "PRP$", "JJ", "POS") and low in nouns:
            return "NN"
        if before == "DT" and words[i - 1].lower() in ("a", "an", "the") and after in ("IN", ",", "."):
            # `won the [sue] of the year` does not occur: what an article brings, and ends there, is a noun.
            return "NN"
        return "VBP" if _plain_present(words, tags, i, clause.finite) else tag
    if tag == "VBZ" and low.endswith("s") and low not in _AUXILIARIES:
        if i and words[i - 1].lower() in _COMPOUNDS:
            # `two dozen air strikes`
            return "NNS"
        subjectless = before in ("IN", "DT", "PRP$", "CD") and words[i - 1].lower() != "that"
        opening = i < 2 and before in ("", "CC") and low.removesuffix("s") in nouns
        # `Orrish forces opened fire`, `attacked by rebels`, `But advocates …`
        return "NNS" if subjectless or opening or after in ("VBD", "VBN", "MD") else tag
    if tag == "VBG" and after in ("VBD", "VBZ", "MD") and before in ("VBD", "IN", "VBZ"):
        # `said [shelling] had gone on`
        return "NN"
    if tag == "VBD" and before in (",", "NN", "NNS", "NNP", ")") and low[-2:] == "ed" and _by_somebody(words, tags, i):
        # `two boats, [seized] last week by a cutter`
        return "VBN"
    if tag == "VBD" and low in _SAID_TO_BE and after == "TO" and " ".join(words[i + 2 : i + 3]) in ("be", "have"):
        # `two men, believed to be divers`; but `he believed to have …` does not occur.
        return tag if before == "PRP" else "VBN"
    if i == 0 and tag == "VBD" and low not in ("said", "wrote", "added"):
        # `Asked about it, she …`
        return "VBN"
    return tag


_BY_ITSELF = frozenset(
    "abided climbed declined differed dropped increased jumped passed started stopped tumbled voted lived died ended "
    "advanced slipped plunged surged soared opened closed finished".split()
)
"""Past tenses before a `by` that brings no doer: `voted by`, `climbed by`."""
_TIMES = frozenset("NNP CD RB JJ NN IN".split())


def _by_somebody(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether `by` and whoever did it follow word `i`, at most a time between."""
    if words[i].lower() in _BY_ITSELF:
        return False
    for k in range(i + 1, min(len(tags) - 1, i + 5)):
        if words[k].lower() == "by":
            return tags[k + 1] in ("DT", "NNP", "NNS", "PRP$") and not {"percent", "%", "third", "half", "quarter"} & {
                w.lower() for w in words[k + 1 : k + 4]
            }
        if tags[k] not in _TIMES or (tags[k] == "NN" and words[k].lower() not in _PARTS_OF_TIME):
            return False
    return False


_PARTS_OF_TIME = frozenset("week weekend month year night evening morning afternoon spring summer autumn fall".split())


def _is_being(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a form of `be` stands before word `i`, adverbs between them allowed."""
    k = i - 1
    while k >= 0 and tags[k] == "RB":
        k -= 1
    return k >= 0 and words[k].lower() in ("am", "is", "are", "was", "were", "been")


def _is_past(words: Sequence[str], tags: Sequence[str], i: int, clause: _Clause) -> bool:
    """Whether a bare participle is a past tense: a pronoun before it, an object, or no other verb in its clause."""
    before = next((t for t in reversed(tags[max(0, i - 4) : i]) if t != "RB"), "")
    if before not in ("PRP", "WP", "WDT") and words[i].lower().endswith("ed") and _by_somebody(words, tags, i):
        return False
    if before not in ("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", ")"):
        return False
    k = i + 1
    while k < len(tags) and tags[k] == "RB":
        k += 1
    after = tags[k] if k < len(tags) else "."
    objective = after in ("DT", "PRP", "PRP$", "NNP", "``", "WP", "CD") or (
        after == "IN" and words[k].lower() == "that"
    )
    if before in ("PRP", "WP", "WDT") or objective or (after in ("NN", "NNS", "JJ") and not clause.finite):
        return True
    return not clause.finite and not clause.opened and not _verb_follows(words, tags, i)


def _only_verb(words: Sequence[str], tags: list[str]) -> None:
    """Make the last bare participle a past tense where the sentence has no finite verb: `The mayor, a diver, left.`"""
    if any(tag in _FINITE for tag in tags):
        return
    for i in range(len(tags) - 1, 0, -1):
        if tags[i] == "VBN" and tags[i - 1] in (",", ")", "''", *NOMINAL) and not _after_auxiliary(words, tags, i):
            tags[i] = "VBD"
            return


_BARE_AFTER = frozenset(
    "to will would can could may might must should shall do does did let lets make makes made help helps helped "
    "have had see saw "
    "watch watched hear heard n't n’t not 'll ’ll 'd ’d wo ca".split()
)


def _plain_present(words: Sequence[str], tags: Sequence[str], i: int, finite: bool) -> bool:
    """Whether a base form is a present tense: a plural or a pronoun before it and nothing that asks for a base."""
    k = i - 1
    while k >= 0 and tags[k] == "RB":
        k -= 1
    if k < 0 or any(words[m].lower() in _BARE_AFTER for m in range(max(0, i - 5), i)):
        return False
    if tags[k] in ("NNS", "NNPS", "CD") or (tags[k] == "PRP" and words[k].lower() in ("they", "we", "you", "i")):
        return True
    return tags[k] in ("NN", "NNP") and not finite and k > 0


def _after_auxiliary(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether an auxiliary stands before word `i`, adverbs between them allowed."""
    k = i - 1
    while k >= 0 and tags[k] == "RB":
        k -= 1
    if k >= 0 and words[k].lower() in _AUXILIARIES:
        return True
    # Was it [closed]? Have they [said] …
    return k == 1 and tags[k] in ("PRP", "NNP") and words[0].lower() in _AUXILIARIES


_SUBORDINATORS = frozenset("after when while because as since if although though before until unless where".split())


def _verb_follows(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a finite verb of the same clause follows word `i`."""
    for k in range(i + 1, min(len(tags), i + 26)):
        if tags[k] in _FINITE:
            return True
        if tags[k] in (",", ":", "``", "''") or words[k].lower() in _SUBORDINATORS:
            return False
    return False
