"""Words with their parts of speech, found with a small table of counts.

The tags are those of the Penn Treebank. `tag` picks the most likely sequence of tags under a first-order hidden Markov
model (Viterbi) whose two tables, `data/words.tsv` and `data/tag_pairs.tsv`, are counts; verbs of `data/verbs.txt` in
all their forms are added to them, and an unknown word is judged by its ending and its capital. About nine words in ten
come out right, which is enough for the rules that rest on it and nothing more.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from importlib.resources import files

_PUNCTUATION = {
    ",": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    ":": ":",
    ";": ":",
    "--": ":",
    "—": ":",
    "–": ":",
    "-": ":",
    "…": ":",
    "...": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    '"': "''",
    "“": "``",
    "”": "''",
    "``": "``",
    "''": "''",
    "‘": "``",
    "’": "''",
    "'": "''",
    "$": "$",
    "€": "$",
    "£": "$",
    "•": ":",
    "/": ":",
    "%": "NN",
    "&": "CC",
}
_CLITICS = {"re": "VBP", "ve": "VBP", "m": "VBP", "ll": "MD", "d": "MD"}
_SUFFIXES: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = (
    ("ingly", (("RB", 1.0),)),
    ("ing", (("VBG", 0.7), ("NN", 0.2), ("JJ", 0.1))),
    ("ed", (("VBD", 0.45), ("VBN", 0.45), ("JJ", 0.1))),
    ("ly", (("RB", 0.9), ("JJ", 0.1))),
    ("ness", (("NN", 1.0),)),
    ("tion", (("NN", 1.0),)),
    ("sion", (("NN", 1.0),)),
    ("ment", (("NN", 1.0),)),
    ("ity", (("NN", 1.0),)),
    ("ism", (("NN", 1.0),)),
    ("ship", (("NN", 1.0),)),
    ("ous", (("JJ", 1.0),)),
    ("ful", (("JJ", 1.0),)),
    ("ive", (("JJ", 0.8), ("NN", 0.2))),
    ("able", (("JJ", 1.0),)),
    ("ible", (("JJ", 1.0),)),
    ("less", (("JJ", 1.0),)),
    ("ical", (("JJ", 1.0),)),
    ("al", (("JJ", 0.7), ("NN", 0.3))),
    ("ic", (("JJ", 0.7), ("NN", 0.3))),
    ("ish", (("JJ", 0.7), ("NN", 0.3))),
    ("ss", (("NN", 1.0),)),
    ("us", (("NN", 1.0),)),
    ("ers", (("NNS", 0.97), ("VBZ", 0.03))),
    ("s", (("NNS", 0.85), ("VBZ", 0.15))),
    ("er", (("NN", 0.9), ("JJR", 0.1))),
    ("est", (("JJS", 0.6), ("NN", 0.4))),
)
_UNKNOWN = (("NN", 0.6), ("JJ", 0.25), ("VB", 0.1), ("VBP", 0.05))
_VERB_WEIGHTS = {"VB": 2.0, "VBP": 1.0, "VBZ": 1.0, "VBD": 3.0, "VBN": 3.0, "VBG": 3.0}
"""How often a verb form of the lists counts as seen at least; enough to stand beside a noun, not to drown it."""
_NOUN_WEIGHT = 6.0
"""The same for the noun of a verb that is as often one (`noun_verbs.txt`)."""

Candidates = tuple[tuple[str, float], ...]


def read_lines(name: str) -> list[str]:
    """The lines of a file in `data/`, without blank ones and comments (`#`)."""
    text = (files("onrecord.annotation") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


_STRESSED_LAST = ("mit", "fer", "pel", "cur", "gret", "trol", "quip", "bet", "gin", "get", "net")


def _double(base: str) -> str:
    """The base with its last consonant doubled where spelling asks for it before `-ed`, `-ing`: stop, admit."""
    if len(base) < 3 or base[-1] in "aeiouwxy" or base[-2] not in "aeiou" or base[-3] in "aeiou":
        return base
    one_syllable = sum(c in "aeiouy" for c in base) == 1
    return base + base[-1] if one_syllable or base.endswith(_STRESSED_LAST) else base


def verb_forms(base: str, past: str | None = None, participle: str | None = None) -> dict[str, str]:
    """The forms of an English verb by tag; regular ones by the rules of spelling.

    >>> verb_forms("deny")["VBD"], verb_forms("strike", "struck", "struck")["VBG"]
    ('denied', 'striking')
    """
    if base.endswith("y") and base[-2] not in "aeiou":
        third, ed = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        ed = base + "d" if base.endswith("e") else _double(base) + "ed"
    if base.endswith("ie"):
        ing = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        ing = base[:-1] + "ing"
    else:
        ing = _double(base) + "ing"
    return {"VB": base, "VBP": base, "VBZ": third, "VBD": past or ed, "VBN": participle or ed, "VBG": ing}


class Tables:
    """The counts, as logarithms, and the lemmas of known verb forms; made once and never changed."""

    __slots__ = ("_suffix_cache", "bounds", "lemmas", "pairs", "words")

    def __init__(self) -> None:
        counts: dict[str, dict[str, float]] = {}
        tag_totals: dict[str, float] = {}
        for line in read_lines("words.tsv"):
            word, rest = line.split("\t")
            entry = counts[word] = {}
            for item in rest.split():
                tag, number = item.rsplit(":", 1)
                entry[tag] = float(number)
        self.lemmas: dict[str, str] = {}
        nouns = _nouns()
        for line in [*read_lines("irregular_verbs.txt"), *read_lines("verbs.txt")]:
            for item in line.split():
                base, *irregular = item.split(":")
                noun = base in nouns
                for tag, form in verb_forms(base, *irregular).items():
                    entry = counts.setdefault(form, {})
                    weight = _VERB_WEIGHTS[tag] * (0.5 if noun and tag in ("VB", "VBP", "VBZ") else 1.0)
                    entry[tag] = max(entry.get(tag, 0.0), weight)
                    if noun and tag in ("VB", "VBZ"):
                        as_noun = "NN" if tag == "VB" else "NNS"
                        entry[as_noun] = max(entry.get(as_noun, 0.0), _NOUN_WEIGHT)
                    self.lemmas.setdefault(form, base)
        self.lemmas |= dict.fromkeys(
            ("am", "is", "are", "was", "were", "been", "being", "be", "’s", "'s", "’re", "'re"), "be"
        )
        self.lemmas |= dict.fromkeys(("has", "have", "had", "having", "’ve", "'ve"), "have")
        for line in read_lines("more_words.tsv"):
            word, rest = line.split("\t")
            entry = counts.setdefault(word, {})
            for item in rest.split():
                tag, number = item.rsplit(":", 1)
                entry[tag] = max(entry.get(tag, 0.0), float(number))
        for entry in counts.values():
            for tag, count in entry.items():
                tag_totals[tag] = tag_totals.get(tag, 0.0) + count
        self.words: dict[str, Candidates] = {
            word: tuple((tag, math.log(number / tag_totals[tag])) for tag, number in entry.items())
            for word, entry in counts.items()
        }
        self.pairs: dict[str, dict[str, float]] = {}
        tags = sorted(tag_totals)
        for line in read_lines("tag_pairs.tsv"):
            first, rest = line.split("\t")
            numbers = {t: float(n) for t, n in (item.rsplit(":", 1) for item in rest.split())}
            total = sum(numbers.values()) + 0.1 * len(tags)
            row = {t: math.log((numbers.get(t, 0.0) + 0.1) / total) for t in {*tags, *numbers, "</s>"}}
            self.pairs[first] = row


@functools.cache
def tables() -> Tables:
    """The tables, read from the package's data on first use."""
    return Tables()


def _guess(word: str) -> Candidates:
    """Candidates for a lower-case word that no table holds."""
    if word[0].isdigit() or (word[0] == "$" and len(word) > 1):
        if "-" in word:
            return (("JJ", -9.0),)
        return (("CD", -9.0), ("NNS", -12.0)) if word[-1] == "s" else (("CD", -9.0),)
    if "-" in word:
        return (("JJ", math.log(0.6) - 9), ("NN", math.log(0.4) - 9))
    for suffix, tags in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            return tuple((t, math.log(p) - 9) for t, p in tags)
    return tuple((t, math.log(p) - 9) for t, p in _UNKNOWN)


def _candidates(word: str, first: bool, caseless: bool, words: dict[str, Candidates]) -> Candidates:
    mark = _PUNCTUATION.get(word)
    if mark is not None:
        return ((mark, 0.0),)
    if word[0] in "'’‘" and len(word) > 1:
        rest = word[1:].lower()
        if rest == "s":
            return (("POS", -0.3), ("VBZ", -4.0))
        if rest in _CLITICS:
            return ((_CLITICS[rest], 0.0),)
    lower = word.lower()
    if lower in ("n't", "n’t"):
        return (("RB", 0.0),)
    known = words.get(lower)
    if not word[0].isupper():
        return known or _guess(lower)
    plural = "NNPS" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "NNP"
    if word.isupper() and len(word) > 1 and not caseless:
        return (("NNP", -8.0),) if word not in ("I", "A") or known is None else known
    if known is None:
        return (("NNP", -8.0),) if plural == "NNP" else (("NNP", -8.5), ("NNPS", -8.5))
    if word == "I":
        return known
    if first or caseless:
        return (*known, ("NNP", -10.5 if first else -9.5))
    closed = [c for c in known if c[0] in ("DT", "IN", "PRP", "PRP$", "CC", "TO", "MD", "WP", "WDT", "WRB")]
    return (("NNP", -8.0), *closed)


def tag_words(words: Sequence[str], caseless: bool = False) -> list[str]:
    """The most likely Penn Treebank tags of one sentence's words.

    Args:
        words: the words and marks of the sentence, as `tokens.TOKEN` cuts them.
        caseless: whether capitals tell nothing, as in a headline in title case.
    """
    table = tables()
    pairs, known = table.pairs, table.words
    scores: dict[str, float] = {"<s>": 0.0}
    backs: list[dict[str, str]] = []
    first = True
    for word in words:
        new: dict[str, float] = {}
        back: dict[str, str] = {}
        for tag, emission in _candidates(word, first, caseless, known):
            best, origin = -1e30, ""
            for previous, score in scores.items():
                value = score + pairs[previous].get(tag, -8.0)
                if value > best:
                    best, origin = value, previous
            best += emission
            if best > new.get(tag, -1e30):
                new[tag] = best
                back[tag] = origin
        scores = new
        backs.append(back)
        if word[0].isalnum():
            first = False
        elif word in (":", "“", "``", '"', "•", "—", "‘"):
            first = True
    if not backs:
        return []
    tag = max(scores, key=lambda t: scores[t] + pairs[t].get("</s>", -8.0))
    tags = [tag]
    for back in reversed(backs[1:]):
        tag = back[tag]
        tags.append(tag)
    tags.reverse()
    _mend_participles(words, tags)
    return tags


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(w for line in read_lines("noun_verbs.txt") for w in line.split())


NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_PRESENT = frozenset(
    "notes reports claims says writes adds argues states remarks comments observes suggests estimates predicts".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARIES = frozenset(
    "be been being am is are was were 's ’s 're ’re 'm ’m have has had having 've ’ve 'd ’d get gets got "
    "getting".split()
)


def _mend_participles(words: Sequence[str], tags: list[str]) -> None:
    """Make a participle a past tense where it has an object or is its clause's only verb.

    A table of tag pairs cannot see the auxiliary, nor that a clause still lacks its verb.
    """
    n = len(tags)
    auxiliary = False
    finite = opened = nominal = False
    for i, tag in enumerate(tags):
        low = words[i].lower()
        if tag == "VB" and i and tags[i - 1] in ("CD", "DT", "PRP$", "JJ", "POS") and low in _nouns():
            tags[i] = tag = "NN"
        if (
            tag == "NNS"
            and i > 2
            and i + 2 >= n
            and tags[i - 1] == "NNP"
            and low in _PRESENT
            and "," in tags[i - 6 : i]
        ):
            # `…, the Tribune notes.`
            tags[i] = tag = "VBZ"
        if (
            i
            and tags[i - 1] == "POS"
            and tag in ("VB", "VBP", "VBD", "VBN", "VBG")
            and not (i + 1 < n and tags[i + 1][:2] in ("NN", "JJ"))
        ):
            # `the union’s bid`
            tags[i] = tag = "NN"
        if tag == "VB" and _plain_present(words, tags, i, finite):
            tags[i] = tag = "VBP"
        if (
            tag == "VBZ"
            and i + 1 < n
            and tags[i + 1] in ("VBD", "VBN", "MD")
            and low not in _AUXILIARIES
            and low.endswith("s")
        ):
            # `Orrish forces opened fire`
            tags[i] = tag = "NNS"
            if tags[i + 1] == "VBN":
                tags[i + 1] = "VBD"
        if i < 2 and tag == "VBZ" and (i == 0 or tags[0] == "CC") and low.removesuffix("s") in _nouns():
            tags[i] = tag = "NNS"
        if i == 0 and tag == "VBD" and low not in ("said", "wrote", "added"):
            # `Asked about it, she …`
            tags[i] = tag = "VBN"
        if tag in (",", ".", ":", "``", "''"):
            finite = auxiliary = opened = nominal = False
        elif tag == "VBN":
            before = next((t for t in reversed(tags[max(0, i - 4) : i]) if t != "RB"), "")
            if not _after_auxiliary(words, tags, i) and before in ("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", ")"):
                k = i + 1
                while k < n and tags[k] == "RB":
                    k += 1
                after = tags[k] if k < n else "."
                objective = after in ("DT", "PRP", "PRP$", "NNP", "``", "WP", "CD") or (
                    after in ("IN", "DT") and words[k].lower() == "that"
                )
                if before in ("PRP", "WP", "WDT") or objective or (not finite and not opened and not _later(tags, i)):
                    tags[i] = "VBD"
                    finite = True
            auxiliary = False
        elif low in _AUXILIARIES:
            auxiliary = True
            finite = finite or tag in _FINITE
        elif tag in _FINITE:
            finite = True
            auxiliary = False
        elif tag == "VBD" and auxiliary:
            tags[i] = "VBN"
        elif tag not in ("RB", "PRP", "CC", "NN", "NNS", "NNP"):
            auxiliary = False
        if tag in NOMINAL:
            nominal = True
        elif tag in ("VBG", "TO", "WRB", "IN") and not finite and not nominal:
            # The clause opens with an adverbial: its own verb comes later.
            opened = True


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


def _later(tags: Sequence[str], i: int) -> bool:
    """Whether a finite verb follows before the clause ends."""
    for tag in tags[i + 1 : i + 25]:
        if tag in _FINITE:
            return True
        if tag in (",", ":", "``", "''"):
            return False
    return False


def lemma(word: str) -> str:
    """The base form of a verb form, or the word itself in lower case where the lists do not know it."""
    lower = word.lower()
    found = tables().lemmas.get(lower)
    if found is not None:
        return found
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return lower[: -len(ending)] + put
    return lower
