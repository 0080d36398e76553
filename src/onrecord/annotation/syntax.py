"""A sentence's words with their tags, its noun phrases and its verb groups."""

from __future__ import annotations

import bisect
import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotation.lexicons import document_nouns
from onrecord.annotation.phrases import CALENDAR, NOUNS, noun_phrases
from onrecord.annotation.reported_verbs import settle_reported
from onrecord.annotation.tagging import lemma, tag_words
from onrecord.annotation.tokens import TOKEN
from onrecord.types import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())
HAVE = frozenset("have has had having 've ’ve".split())
DO = frozenset("do does did".split())
NEGATIONS = frozenset("not n't n’t never no nor neither cannot".split())


NEARBY = 12
"""How many verb groups are looked at on either side of a word: sentences that people write have fewer in all."""


class Sentence:
    """The words of one sentence: parallel lists of texts, lower-cased texts, offsets and tags, and its phrases."""

    __slots__ = (
        "end",
        "ends",
        "group_of",
        "groups",
        "kind",
        "lower",
        "phrase_at",
        "phrase_to",
        "phrases",
        "start",
        "starts",
        "tags",
        "text",
        "words",
    )

    def __init__(self, text: str, start: int, end: int, kind: str = "paragraph") -> None:
        found = list(TOKEN.finditer(text, start, end))
        self.text = text
        self.start = start
        self.end = end
        self.kind = kind
        self.words = [m.group() for m in found]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.lower = [w.lower() for w in self.words]
        self.tags = tag_words(self.words, in_title_case(self.words))
        _settle_words(self.tags, self.lower)
        _settle_possessives(self.tags, self.lower, self.starts, self.ends)
        _settle_participles(self.tags, self.lower)
        settle_reported(self.tags, self.lower)
        self._parse()

    def retagged(self, tags: Mapping[int, str]) -> Sentence:
        """The sentence with other tags for some words, by their indexes."""
        other = copy.copy(self)
        other.tags = [tags.get(k, tag) for k, tag in enumerate(self.tags)]
        other._parse()
        return other

    def _parse(self) -> None:
        """Find the phrases and the verb groups by the tags."""
        self.phrases = noun_phrases(self.tags, self.lower)
        self.phrase_to = {last: first for first, last in self.phrases}
        self.phrase_at = dict(self.phrases)
        self.groups = _verb_groups(self)
        self.group_of: list[int | None] = [None] * len(self.words)
        for index, group in enumerate(self.groups):
            for k in range(group.first, group.last):
                self.group_of[k] = index

    def __len__(self) -> int:
        return len(self.words)

    def group_at(self, k: int) -> VerbGroup | None:
        """The verb group that word `k` belongs to."""
        index = self.group_of[k] if k < len(self.group_of) else None
        return self.groups[index] if index is not None else None

    def groups_before(self, i: int) -> list[VerbGroup]:
        """The verb groups that end at or before word `i`, the nearest last; a dozen at most."""
        end = bisect.bisect_right(self.groups, i, key=lambda group: group.last)
        return self.groups[max(0, end - NEARBY) : end]

    def groups_from(self, i: int) -> list[VerbGroup]:
        """The verb groups that begin at or after word `i`, the nearest first; a dozen at most."""
        start = bisect.bisect_left(self.groups, i, key=lambda group: group.first)
        return self.groups[start : start + NEARBY]

    def span(self, first: int, last: int) -> Span:
        """The offsets of words `first` to `last`, the last one excluded."""
        return self.starts[first], self.ends[last - 1]


_ADJECTIVES_AS_NOUNS = frozenset(
    "executive official representative deputy executives officials accused "
    "military militant".split()
)
"""Words that are tagged as adjectives, and name a person where no noun follows: `its chief executive, Ada Quill, …`."""


def _is_past(word: str) -> bool:
    """Whether a word looks like a past form; short ones (`need`, `speed`) are nouns."""
    return word.endswith("ed") and len(word) > 5


def _follows_mark(tags: list[str], i: int) -> bool:
    """Whether a mark of possession stands before word `i`."""
    return i > 0 and tags[i - 1] == "POS"


_ACTED_ON = frozenset({"RP", "DT", "PRP$", "TO"})


def _settle_words(tags: list[str], lower: list[str]) -> None:
    """Tags that the words around them decide: `says` is a verb, `people close to the mayor` are described."""
    for i, word in enumerate(lower):
        after = tags[i + 1] if i + 1 < len(tags) else "."
        if (word == "says" and tags[i] == "NNS") or (tags[i] == "NNS" and _paper_tells(tags, lower, i)):
            tags[i] = "VBZ"
        elif tags[i] == "NN" and _is_past(word) and _follows_mark(tags, i) and after in _ACTED_ON:
            # `Nurses at St Brannoc's [walked] out`
            tags[i] = "VBD"
        elif tags[i] == "VBD" and i and lower[i - 1] in ("a", "an", "the") and after in ("NN", "NNS", "NNP", "JJ"):
            # `a suspected Orrish smuggler`
            tags[i] = "VBN"
        elif tags[i] == "VBD" and i and tags[i - 1] == "," and lower[i + 1 : i + 2] == ["by"]:
            # `The guild, led by Ada Quill, …`
            tags[i] = "VBN"
        elif word == "close" and tags[i] == "RB" and i and tags[i - 1] in NOUNS and lower[i + 1 : i + 2] == ["to"]:
            tags[i] = "JJ"
        elif word in _ADJECTIVES_AS_NOUNS and tags[i] == "JJ" and after in (",", ".", "IN", "VBD", "VBZ", "MD", "VBP"):
            tags[i] = "NN"
        elif word == "back" and tags[i] == "RB" and i and tags[i - 1] == "MD" and after in ("DT", "CD", "NNP", "PRP$"):
            # `said it would [back] three of them`
            tags[i] = "VB"
        elif word.endswith("-year-old") and tags[i] == "JJ" and i and lower[i - 1] in ("a", "an", "the"):
            if after in (",", ".", "IN", "VBD", "VBZ", "MD", "VBP", "VBN", "WP", "RB"):
                tags[i] = "NN"
            if after == "VBN" and tags[i + 2 : i + 3] in _HAS_OBJECT:
                # `The 34-year-old [rejected] the charges`
                tags[i + 1] = "VBD"
        elif word == "bit" and i and tags[i - 1] in NOUNS and after in ("DT", "CD", "PRP", "PRP$"):
            # `A dog [bit] two officers`
            tags[i] = "VBD"


_TELLS = {
    "calls": frozenset({"for", "on"}),
    **dict.fromkeys("demands claims notes warns urges states".split(), frozenset({"that"})),
}


def _paper_tells(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether word `i` is what a document does: `The resolution [calls] for a truce and [demands] that …`."""
    follows = lower[i] in _TELLS and i > 0 and lower[i + 1 : i + 2] and lower[i + 1] in _TELLS[lower[i]]
    if not follows:
        return False
    if tags[i - 1] == "CC":
        return any(tags[k] == "VBZ" and lower[k - 1] in document_nouns() for k in range(1, i - 1))
    return tags[i - 1] == "NN" and lower[i - 1] in document_nouns()


def _settle_possessives(tags: list[str], lower: list[str], starts: list[int], ends: list[int]) -> None:
    """Make the mark in `the dockers' leader` one of possession: it closes no quotation that a mark has opened."""
    opened = False
    for i, word in enumerate(lower):
        before = _glued(i, starts, ends)
        if word in ("‘", "`") or (word == "'" and not before and _glued(i + 1, starts, ends)):
            opened = True
        elif word in ("'", "’") and before:
            after = tags[i + 1] if i + 1 < len(tags) else "."
            if not opened and lower[i - 1].endswith("s") and tags[i - 1] in NOUNS and after in _POSSESSED:
                tags[i] = "POS"
            opened = False


_POSSESSED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "CD", "VBG", "VBN"})


def _glued(i: int, starts: list[int], ends: list[int]) -> bool:
    return 0 < i < len(starts) and starts[i] == ends[i - 1]


def _settle_participles(tags: list[str], lower: list[str]) -> None:
    """Make past participles that can only be the main verb finite, and nouns in `-ing` that complete `be` gerunds.

    `The mayor, a doctor, [agreed] to go`: nothing else in the sentence could be the verb of what the commas enclose an
    insertion of. `The city, which pays a third, [offered] to sign`. `The council formally [agreed] and signed`.
    `Orrland is [training] the pilots`.
    """
    finite = 0
    commas = 0
    for i, tag in enumerate(tags):
        if tag in ("VB", "VBP") and i and lower[i - 1] in ("a", "an") and tags[i + 1 : i + 2] in ([","], ["."]):
            # `said that was a [lie]`
            tags[i] = "NN"
        elif tag in FINITE:
            finite += 1
        elif tag == ",":
            commas += 1
        elif tag == "VBN":
            k = i
            while k and tags[k - 1] == "RB":
                k -= 1
            after = tags[i + 1 : i + 3]
            joined = len(after) == 2 and after[0] == "CC" and after[1] == "VBD" and k and tags[k - 1] in NOUNS
            alone = finite == 0 and commas > 1 and k and tags[k - 1] == "," and tags[0] in _SUBJECT_OPENERS
            told = k and after[:1] and after[0] in _OBJECT_OPENERS and _closes_relative(tags, k - 1)
            if told and _finite_after_comma(tags, i):
                told = False
            joined = joined or _carries_on(tags, lower, i) or _ends_relative(tags, lower, i)
            if joined or told or (alone and lower[i + 1 : i + 2] != ["by"] and not _finite_after_comma(tags, i)):
                tags[i] = "VBD"
                finite += 1
        elif tag == "NN" and lower[i].endswith("ing") and i + 1 < len(tags):
            k = i
            while k and tags[k - 1] == "RB":
                k -= 1
            if k and lower[k - 1] in BE and tags[i + 1] in ("DT", "PRP$", "NNP", "CD"):
                tags[i] = "VBG"
        if tags[i] == "VBD" and finite > 1 and _tells_of_noun(tags, lower, i):
            tags[i] = "VBN"
            finite -= 1


DONE_TO_SOMEBODY = frozenset(
    "abducted acquitted arrested captured confiscated convicted deported detained displaced evicted expelled "
    "extradited hijacked impounded imprisoned indicted injured intercepted jailed kidnapped killed ousted rescued "
    "seized sentenced wounded".split()
)
"""Past tenses of verbs that never go without an object: where none follows, the word is a passive participle."""


_SPELLS = frozenset("week month year night weekend summer spring autumn winter".split())
_HANGS_ON = frozenset("for about over with against by from between among to".split())


def _tells_of_noun(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether a word that looks like a past tense tells what was done to the noun before it: `the crew of a boat
    [seized] last week`."""
    if lower[i] not in DONE_TO_SOMEBODY or not i or tags[i - 1] not in NOUNS:
        return False
    k = i - 1
    for _ in range(3):
        while k > 0 and tags[k] in _NAMED_BY:
            k -= 1
        if lower[k] != "of" or not k:
            break
        k -= 1
    if tags[k] != "VB" and lower[k] not in _HANGS_ON:
        # It may be the subject of the verb.
        return False
    after = lower[i + 1 : i + 3]
    if not after or after[0] in ("by", "earlier") or after[0] in CALENDAR:
        return True
    if after[0] in ("last", "this", "late", "early") and after[1:] and (after[1] in CALENDAR or after[1] in _SPELLS):
        return True
    return tags[i + 1] in ("IN", ".") and not (after[0] in ("on", "upon") and after[1:] and after[1] not in CALENDAR)


def _ends_relative(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether the participle at word `i` is the verb of a clause that tells what was done: `a truce that envoys
    [brokered] in May`."""
    k = i - 1
    while k > 0 and tags[k] in _NAMED_BY:
        k -= 1
    return k < i - 1 and k > 0 and tags[k] == "WDT" and lower[i + 1 : i + 2] != ["by"] and tags[k - 1] in NOUNS


_NAMED_BY = NOUNS | {"DT", "JJ", "PRP$", "CD", "POS"}


def _carries_on(tags: list[str], lower: list[str], i: int) -> bool:
    """Whether the participle at word `i` goes on with a clause whose verb is active: `seized a house and [fired]
    rounds`, `has shut its ports and [imposed] curfews`."""
    if i < 3 or tags[i - 1] != "CC" or tags[i - 2] not in NOUNS or tags[i + 1 : i + 2] not in _HAS_OBJECT:
        return False
    for k in range(i - 3, max(-1, i - 20), -1):
        if tags[k] in (",", ":", "``", "''", "WP", "WDT", "TO"):
            return False
        if tags[k] in ("VBD", "VBN"):
            perfect = tags[k] == "VBD" or (k > 0 and lower[k - 1] in HAVE | {"now", "also"})
            return perfect and lower[k] not in BE | HAVE and tags[k + 1] in _OBJECT_OPENERS | NOUNS
    return False


_HAS_OBJECT = (["DT"], ["PRP$"], ["PRP"], ["CD"], ["NNS"], ["NNP"])
_OBJECT_OPENERS = frozenset({"TO", "DT", "PRP$", "PRP", "NNP", "CD", "NNS"})


def _closes_relative(tags: list[str], comma: int) -> bool:
    """Whether the comma closes a relative clause of its own that a comma opened: `the city, which pays a third[,]`."""
    if tags[comma] != ",":
        return False
    k = comma - 1
    while k > 0 and comma - k < 30 and tags[k] not in (",", ":", "``", "''"):
        k -= 1
    return tags[k] == "," and tags[k + 1] in ("WP", "WDT", "WP$") and any(t in FINITE for t in tags[k + 1 : comma])


_SUBJECT_OPENERS = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PRP$"})


def _finite_after_comma(tags: list[str], i: int) -> bool:
    """Whether a finite verb comes right after a comma somewhere behind word `i`, adverbs in between allowed."""
    comma = False
    for tag in tags[i + 1 :]:
        if comma and tag in FINITE:
            return True
        comma = tag == "," or (comma and tag == "RB")
    return False


def in_title_case(words: Sequence[str]) -> bool:
    """Whether most of a sentence's longer words have a capital, as in a headline."""
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.75 * len(long)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and adverbs: words `first` to `last` (excluded), `head` its main verb.

    `form`: `finite`, `infinitive` (with `to`), `gerund`, `participle` or `base`. `modal` is the modal's lower-case
    word, `negated` whether a negation stands in the group.
    """

    first: int
    last: int
    head: int
    lemma: str
    form: str
    passive: bool
    negated: bool
    modal: str | None


def _verb_groups(sentence: Sentence) -> list[VerbGroup]:
    tags, lower = sentence.tags, sentence.lower
    groups: list[VerbGroup] = []
    i, n = 0, len(tags)
    while i < n:
        tag = tags[i]
        if tag not in VERBS and tag != "MD" and not (tag == "TO" and _infinitive(tags, i)):
            i += 1
            continue
        j, head, negated, be = i, -1, False, False
        modal: str | None = None
        form = (
            "infinitive"
            if tag == "TO"
            else "finite"
            if tag in FINITE
            else {"VBG": "gerund", "VBN": "participle"}.get(tag, "base")
        )
        if tag == "TO":
            j += 1
        while j < n:
            tag = tags[j]
            if tag == "MD":
                if head >= 0 or modal is not None:
                    break
                modal = lower[j]
            elif tag in VERBS:
                if head >= 0 and not _goes_on(lower[head], tag):
                    break
                be = be or (head >= 0 and lower[head] in BE)
                head = j
            elif (
                tag == "RB"
                and (head < 0 or lower[head] in BE | HAVE | DO or lower[j] in NEGATIONS)
                and _verb_follows(tags, j)
            ):
                pass
            elif lower[j] in NEGATIONS and head >= 0 and lower[head] in BE | HAVE | DO:
                negated = True
            else:
                break
            negated = negated or lower[j] in NEGATIONS
            j += 1
        if head < 0:
            # A modal or `to` whose verb is left out.
            i = max(j, i + 1)
            continue
        passive = tags[head] == "VBN" and (be or form == "participle")
        first = i
        while first and tags[first - 1] == "RB" and lower[first - 1] not in _NO_PART:
            first -= 1
            negated = negated or lower[first] in NEGATIONS
        groups.append(VerbGroup(first, head + 1, head, lemma(sentence.words[head]), form, passive, negated, modal))
        i = max(j, head + 1)
    return groups


_NO_PART = frozenset("so then now there here only even".split())
"""Adverbs before a verb that do not belong to its group."""


def _infinitive(tags: list[str], i: int) -> bool:
    k = i + 1
    while k < len(tags) and tags[k] == "RB":
        k += 1
    return k < len(tags) and tags[k] == "VB"


def _verb_follows(tags: list[str], j: int) -> bool:
    k = j + 1
    while k < len(tags) and k < j + 4 and tags[k] == "RB":
        k += 1
    return k < len(tags) and tags[k] in VERBS


def _goes_on(auxiliary: str, tag: str) -> bool:
    """Whether a verb with `tag` forms one group with the auxiliary before it."""
    if auxiliary in BE:
        return tag in ("VBN", "VBG")
    if auxiliary in HAVE:
        return tag in ("VBN", "VBD")
    return auxiliary in DO and tag == "VB"
