"""Where a content ends: a clause's or a noun phrase's, short of the narrator's own words."""

from __future__ import annotations

from onrecord.annotation import cues
from onrecord.annotation.attribution import Page
from onrecord.annotation.complements import complement, phrase_end
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import FINITE, Sentence, VerbGroup
from onrecord.types import Span

THRESHOLD = 0.5
"""Below this probability a verb is taken for no cue. Chosen where F1 on the counted news is flat."""

_CLAUSE_ENDERS = frozenset(
    "when while as after before because although though since until unless if once whereas despite amid during".split()
)
_DETACHED = frozenset({"which", "while", "although", "though", "even", "whereas", "despite"})


def stop_of(sentence: Sentence) -> int:
    """The end of a sentence without its full stop."""
    n = len(sentence)
    while n and sentence.tags[n - 1] == ".":
        n -= 1
    return n


def word_at(sentence: Sentence, position: int) -> int:
    """The number of the first word that ends after a text position."""
    low, high = 0, len(sentence)
    while low < high:
        middle = (low + high) // 2
        if sentence.ends[middle] <= position:
            low = middle + 1
        else:
            high = middle
    return low


def closed(page: Page, sentence: Sentence, begin: int, end: int) -> Span:
    """The span of words; a quotation that it opens is taken in to its closing mark, over following sentences too."""
    start, last = sentence.span(begin, end)
    quotation = page.quotation_at(last - 1)
    if quotation is not None and start <= quotation[0] and (end >= stop_of(sentence) or quotation[1] <= sentence.end):
        last = max(last, quotation[1])
    return start, last


def is_cue(sentence: Sentence, group: VerbGroup, least: float = THRESHOLD) -> bool:
    """Whether a verb is likely enough a cue."""
    return cues.probability(group.lemma, complement(sentence, group.last), group.passive) >= least


def _clause_verb(sentence: Sentence, k: int) -> VerbGroup | None:
    """The finite verb whose subject is the noun phrase at word `k`."""
    if k not in sentence.phrase_at:
        return None
    for end in (sentence.phrase_at[k], phrase_end(sentence, k)):
        end = _skip(sentence, end, ("RB",))
        group = sentence.group_at(end) if end < len(sentence) else None
        if group is not None and group.form == "finite" and group.first <= end <= group.head:
            return group
    return None


def _skip(sentence: Sentence, k: int, tags: tuple[str, ...]) -> int:
    while k < len(sentence) and sentence.tags[k] in tags:
        k += 1
    return k


def short_end(sentence: Sentence, i: int, stop: int) -> int:
    """The end of a content that is a noun phrase: before a comma that opens no list, a conjunction with a verb, an
    adverbial of time."""
    k = i
    relative = False
    while k < stop:
        tag, word = sentence.tags[k], sentence.lower[k]
        if k > i:
            if tag == "," and _list_goes_on(sentence, k, stop):
                k += 1
                continue
            if tag in (",", ":") or (
                word in _CLAUSE_ENDERS and not (word == "as" and _clause_verb(sentence, k + 1) is None)
            ):
                break
            if tag == "CC" and _verb_soon(sentence, k + 1):
                break
            if word in CALENDAR:
                return k - 1 if sentence.tags[k - 1] == "IN" or sentence.lower[k - 1] in ("last", "next", "this") else k
            if tag in ("WP", "WDT", "WRB") or (
                tag != "POS"
                and k in sentence.phrase_at
                and k in sentence.phrase_to
                and sentence.tags[k - 1] in ("NN", "NNS")
            ):
                relative = True
            if tag in ("VBZ", "VBD", "MD", "VBP"):
                if not relative:
                    break
                relative = False
                k = _skip(sentence, k, ("VBZ", "VBD", "MD", "VBP", "VB", "VBN", "VBG", "RB"))
                continue
        k += 1
    return k


def _list_goes_on(sentence: Sentence, k: int, stop: int) -> bool:
    """Whether the comma at `k` stands in a list of noun phrases or adjectives: more commas and an `and`, no verbs."""
    if sentence.tags[k - 1] == "JJ" and k + 1 < stop and sentence.tags[k + 1] in ("JJ", "CC"):
        return True
    m, commas = k + 1, 0
    while m < stop and m < k + 25:
        tag = sentence.tags[m]
        if tag in ("``", "''", ":") or tag in FINITE or tag in ("WDT", "WP", "VBG"):
            return False
        if tag == ",":
            commas += 1
        if tag == "CC" and sentence.lower[m] in ("and", "or"):
            return not _verb_soon(sentence, m + 1) and (commas > 0 or m + 1 in sentence.phrase_at)
        m += 1
    return False


def _verb_soon(sentence: Sentence, k: int) -> bool:
    """Whether a coordinated verb or clause, not a noun, follows a conjunction."""
    k = _skip(sentence, k, ("RB",))
    if k >= len(sentence):
        return False
    return (
        sentence.tags[k] in FINITE or sentence.tags[k] in ("TO", "VBG", "VB") or _clause_verb(sentence, k) is not None
    )


def _fronted(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb stands in an adverbial clause that opens the sentence."""
    first = _skip(sentence, 0, ("CC", "RB"))
    if first >= group.head or "," in sentence.tags[first : group.first]:
        return False
    return (sentence.tags[first] in ("WRB", "VBG") or sentence.lower[first] in _CLAUSE_ENDERS) or (
        first == group.first and group.form in ("gerund", "participle")
    )


def clause_end(page: Page, sentence: Sentence, group: VerbGroup, begin: int, stop: int, whole: bool = True) -> int:
    """The end of a content that is a clause: the sentence's, or where the narrator speaks again.

    Args:
        page: for the quotations, which are never cut.
        sentence: the sentence of the verb.
        group: the verb whose content it is.
        begin: the first word of the content.
        stop: the sentence's end without its full stop.
        whole: whether the content is a clause with a verb of its own; an infinitive or a phrase ends sooner.
    """
    fronted = _fronted(sentence, group)
    relative = (
        group.first > 1 and sentence.tags[group.first - 1] in ("WP", "WDT") and sentence.tags[group.first - 2] == ","
    )
    k = begin
    while k < stop:
        quotation = page.quotation_at(sentence.starts[k])
        if quotation is not None and quotation[0] >= sentence.starts[begin]:
            if quotation[1] >= sentence.ends[stop - 1]:
                return stop
            k = max(k + 1, word_at(sentence, quotation[1]))
            # American usage puts the clause's comma inside the quotation.
            if (
                k < stop
                and page.text[quotation[1] - 2] == ","
                and _cut_at_comma(page, sentence, k, stop, fronted, whole, relative)
            ):
                return k
            continue
        tag, word = sentence.tags[k], sentence.lower[k]
        if k > begin and word in (";", "according"):
            return k - 1 if sentence.tags[k - 1] == "," else k
        if tag == "," and k + 1 < stop and _cut_at_comma(page, sentence, k + 1, stop, fronted, whole, relative):
            return k
        if k > begin and word in _CONCESSIVE and _concession(sentence, k + 1):
            return k - 1 if sentence.tags[k - 1] == "," or sentence.lower[k - 1] == "even" else k
        if tag == ":" and k > begin and k + 1 < stop and word != ":":
            spoken = sentence.group_at(_skip(sentence, k + 1, ("RB",)))
            if spoken is not None and spoken.form == "gerund" and is_cue(sentence, spoken):
                return k
        if tag == "CC" and k > begin and word in ("and", "but") and _other_statement(sentence, k + 1, group):
            return k - 1 if sentence.tags[k - 1] == "," else k
        k += 1
    return stop


_CONCESSIVE = frozenset({"although", "though", "while", "whereas", "as"})


def _concession(sentence: Sentence, k: int) -> bool:
    """Whether a clause with a cue of its own follows: `… although the union says`."""
    clause = _clause_verb(sentence, k)
    return clause is not None and is_cue(sentence, clause, 0.6)


def _cut_at_comma(
    page: Page, sentence: Sentence, k: int, stop: int, fronted: bool, whole: bool, relative: bool
) -> bool:
    """Whether the words after a comma are the narrator's."""
    if page.quotation_at(sentence.starts[k]) is not None:
        return False
    word, tag = sentence.lower[k], sentence.tags[k]
    if word in _DETACHED or word == "according":
        return True
    own = _clause_verb(sentence, k)
    if own is not None and (
        fronted
        or (own.last >= stop and is_cue(sentence, own, 0.6))
        or (not whole and tag in ("PRP", "DT", "NNP", "NNS"))
    ):
        return True
    m = _skip(sentence, k, ("RB", "CC", "IN"))
    if m >= stop:
        return False
    group = sentence.group_at(m)
    if group is not None and group.form in ("finite", "participle") and relative and m == k:
        # `…, who said it was safe, resigned`: the main clause goes on.
        return True
    if group is not None and group.form == "gerund":
        return is_cue(sentence, group) or (not whole and m == k)
    if (
        group is not None
        and group.form == "finite"
        and group.first <= m
        and (is_cue(sentence, group) or (tag == "CC" and not whole))
    ):
        return True
    other = _clause_verb(sentence, m)
    if m > k and other is not None:
        return is_cue(sentence, other, 0.6) or (not whole and tag == "CC")
    return False


def _other_statement(sentence: Sentence, k: int, group: VerbGroup) -> bool:
    """Whether a coordinated verb or clause at word `k` is another statement: of the same source, or of another one."""
    k = _skip(sentence, k, ("RB",))
    other = sentence.group_at(k) if k < len(sentence) else None
    if other is not None:
        same = sentence.tags[other.head] == sentence.tags[group.head] or (
            other.form == group.form == "finite" and other.modal is None
        )
        return same and is_cue(sentence, other)
    clause = _clause_verb(sentence, k)
    return clause is not None and is_cue(sentence, clause, 0.7)
