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

from onrecord.annotation.mending import mend

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
        bases = set(self.lemmas.values())
        for line in read_lines("event_types.tsv"):
            _, how, words, *_ = line.split("\t")
            for base in words.split() if not how.startswith("noun") else ():
                if base not in bases:
                    # Verbs of events that the lists of verbs leave out: `battled`, `vandalised`, `mobbed`.
                    for form in verb_forms(base).values():
                        self.lemmas.setdefault(form, base)
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


@functools.lru_cache(maxsize=16384)
def _candidates(word: str, first: bool, caseless: bool) -> Candidates:
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
    known = tables().words.get(lower)
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
    return list(_most_likely(tuple(words), caseless))


@functools.lru_cache(maxsize=4096)
def _most_likely(words: tuple[str, ...], caseless: bool) -> tuple[str, ...]:
    """The tags of `tag_words`. A record reads again the sentences that were annotated for it, so the last are kept."""
    table = tables()
    pairs = table.pairs
    scores: dict[str, float] = {"<s>": 0.0}
    backs: list[dict[str, str]] = []
    first = True
    for word in words:
        new: dict[str, float] = {}
        back: dict[str, str] = {}
        if len(scores) == 1:
            # Most words have one tag, so that there is nothing to choose from.
            [(origin, only)] = scores.items()
            row = pairs[origin]
            for tag, emission in _candidates(word, first, caseless):
                best = only + row.get(tag, -8.0) + emission
                if best > new.get(tag, -1e30):
                    new[tag] = best
                    back[tag] = origin
        else:
            rows = [(previous, score, pairs[previous]) for previous, score in scores.items()]
            for tag, emission in _candidates(word, first, caseless):
                best, origin = -1e30, ""
                for previous, score, row in rows:
                    value = score + row.get(tag, -8.0)
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
        return ()
    tag = max(scores, key=lambda t: scores[t] + pairs[t].get("</s>", -8.0))
    tags = [tag]
    for back in reversed(backs[1:]):
        tag = back[tag]
        tags.append(tag)
    tags.reverse()
    mend(words, tags, _nouns())
    return tuple(tags)


@functools.cache
def _nouns() -> frozenset[str]:
    """Verbs whose base form is a noun as well."""
    return frozenset(w for line in read_lines("noun_verbs.txt") for w in line.split())


def lemma(word: str) -> str:
    """The base form of a verb form, or the word itself in lower case where the lists do not know it."""
    lower = word.lower()
    found = tables().lemmas.get(lower)
    if found is not None:
        return found
    for ending in ("ed", "ing"):
        # British doubling: cancelled, travelling.
        base = lower.removesuffix(ending)
        if base != lower and base.endswith("ll") and base[:-1] in tables().lemmas:
            return base[:-1]
    if lower.startswith("re") and lower[2:] in tables().lemmas:
        # rehired, refiling
        return "re" + tables().lemmas[lower[2:]]
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return lower[: -len(ending)] + put
    return lower
