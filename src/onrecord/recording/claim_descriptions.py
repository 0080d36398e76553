"""A claim that opens with `the company`, `this option` or `those figures`, worded with what the text calls it before.

`Lund said this option was too costly` tells little when read alone. Where the sentence or those before it name one firm
only, or one option only and say more of it, the line says so too. A `this` or `those` that goes back to what no phrase
tells makes no line; a plain `the` does, as many a thing is known.
"""

from __future__ import annotations

import re

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.firms import is_credited
from onrecord.recording.lexicon import BODIES, FIRMS, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told

_OPENS = re.compile(
    r"(?P<mark>[“\"‘'`]{0,2})"
    r"(?:(?:that|also|now|then|still|today|yesterday|once|again|and|but|even|if|when|because|although),?\s){0,2}"
    r"(?P<phrase>(?P<which>the|this|that|these|those|such)\s(?P<noun>[a-z]+(?:-[a-z]+)?))(?=\s)",
    re.I,
)
_ALONE = re.compile(
    r"(?:(?:that|and|but|if|when|because|although|while|now|then),?\s){0,2}(?P<this>this|these|those)(?=\s)", re.I
)
_LIKEWISE = re.compile(
    r"(?:that\s)?the (?:same|opposite|reverse|contrary|latter|former)\s"
    r"(?:is|was|are|were|would|will|has|had|goes|applies|holds|happened|could|may|might)\b",
    re.I,
)
"""What is so in the same way as what only the sentence before tells."""
_BODIES = (FIRMS - {"group"}) | lexicon("team party agency network website charity")
"""By what a firm or body may be called whose name stands before."""
_BY_PLACE = lexicon(
    """year month week day morning afternoon evening night summer winter season century decade time moment point
    country city town state nation region area world place stage house building website site article page
    kind sort type one ones way thing things men women man woman people who guy guys two three"""
)
"""Nouns of which `this` may be where or when it is said, and those that bring on what follows."""
_BACK, _FAR = 2, 8
_POINTED = lexicon("this these those")
_LONGEST = 9
_TIES = lexicon("of into on for against")
_NO_HEAD = lexicon(
    "this that these those its his her their our my your no any each every what which another such other"
)

_APART = lexicon(
    "first second third fourth fifth last next other another new old former latter later earlier same such only time"
)
"""What tells one of several from the others, so that the bare noun may be another one."""
_PART = lexicon(
    "first second third last one two three some most many each any all none both half part pair number kind"
)
_TELLING = lexicon("NN NNS NNP NNPS POS")


class Descriptions:
    """Words the claims of a story with what their first description stands for."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents

    def told_in_full(self, item: Told, words: str) -> str | None:
        """The words of a claim with what a description at their beginning stands for; None where nothing tells it."""
        if _LIKEWISE.match(words) or self._points_back(item, words):
            return None
        found = _OPENS.match(words)
        content = item.annotation.content
        passage = self._material.quotes.passage_at(item.document, content[0][0]) if content else None
        if found is None or passage is None:
            return words
        text = passage.text
        at = text.find(found["phrase"], max(0, content[0][0] - passage.start))
        if at < 0:
            return words
        clauses = self._referents.clauses(passage)
        phrase = clauses.phrase_starting(clauses.index(passage.start + at))
        if phrase is None or phrase.last - phrase.first != 2 or not self._is_subject(clauses, phrase):
            return words
        noun, which = found["noun"].casefold(), found["which"].casefold()
        if found["mark"]:
            # Quoted words are left but for a `this` or `those` of something that is named.
            told = self._thing(passage, clauses, phrase, noun) if which in _POINTED else None
            return words if told is None else _put(words, found, f"[{told}]")
        told = self._body(item, passage, phrase, noun)
        if told is None and noun not in FIRMS | BODIES:
            told = self._thing(passage, clauses, phrase, noun)
        if told is not None:
            return _put(words, found, told.removeprefix("the ") if which == "such" else told)
        return None if which in _POINTED and noun not in _BY_PLACE else words

    def _points_back(self, item: Told, words: str) -> bool:
        """Whether a line opens with a `this` or `these` that stands alone (`this would ruin the mill`)."""
        found = _ALONE.match(words)
        content = item.annotation.content
        passage = self._material.quotes.passage_at(item.document, content[0][0]) if found and content else None
        if found is None or passage is None:
            return False
        at = passage.text.find(found[0], max(0, content[0][0] - passage.start))
        if at < 0:
            return False
        clauses = self._referents.clauses(passage)
        word = clauses.index(passage.start + at + found.start("this"))
        return clauses.tags[word + 1 : word + 2] in (["VBZ"], ["VBP"], ["VBD"], ["MD"])

    def _is_subject(self, clauses: Clauses, phrase: Phrase) -> bool:
        """Whether a verb follows a phrase that is its subject, so that nothing behind it tells more of it."""
        return any(
            v.form == "finite" and v.first >= phrase.last
            and all(t == "RB" for t in clauses.tags[phrase.last : v.first])
            for v in clauses.verbs
        )  # fmt: skip

    def _body(self, item: Told, passage: Passage, phrase: Phrase, noun: str) -> str | None:
        """The name of the one body that a noun can stand for and that does not speak itself."""
        if noun not in _BODIES:
            return None
        parties = self._material.parties
        meant = self._referents.who(passage, phrase)
        speakers = {m[2] for a, b in item.annotation.source for m in parties.within(item.document, a, b)}
        if len(meant) != 1 or meant[0] in speakers | {item.statement.source} or not parties.is_named(meant[0]):
            return None
        start = self._referents.clauses(passage).span(phrase)[0]
        near = {
            m[2]
            for place in (*self._material.passages_before(passage, _BACK), passage)
            for m in parties.within(passage.document, place.start, min(place.end, start))
            if parties.get(m[2]).kind in ("organisation", "group", "facility")
            and not is_credited(self._material, passage.document, m[2])
        }
        return parties.get(meant[0]).name if near == set(meant) else None

    def _thing(self, passage: Passage, clauses: Clauses, phrase: Phrase, noun: str) -> str | None:
        """The fuller words of the one phrase with the same noun that stands before, if there is one."""
        found: dict[str, str] = {}
        end = clauses.sentence.starts[phrase.first]
        wanted = clauses.tags[phrase.head], lemma(noun)
        for place in (passage, *reversed(self._material.passages_before(passage, _FAR))):
            own = self._referents.clauses(place)
            for other in own.phrases:
                s = own.sentence
                if s.ends[other.last - 1] > end and place is passage:
                    break
                if s.lower[max(0, other.first - 1) : other.first] == ["of"] and s.lower[other.first - 2] in _PART:
                    # `the first of the survey missions` is another one.
                    continue
                if (own.tags[other.head], lemma(s.lower[other.head])) != wanted:
                    continue
                words = self._fuller(own, other)
                if words is None:
                    if other.last - other.first > 2:
                        return None
                    continue
                found[words.casefold()] = words
        return next(iter(found.values())) if len(found) == 1 else None

    def _fuller(self, clauses: Clauses, phrase: Phrase) -> str | None:
        """A phrase that says more than its noun, as it may be told with `the`; None for one that does not, or might not
        end where it seems to."""
        s, tags = clauses.sentence, clauses.tags
        if tags[phrase.first] in ("PRP$", "PRP", "WP", "CD") or s.lower[phrase.first] in _NO_HEAD:
            return None
        last = phrase.last
        while s.lower[last : last + 1] and s.lower[last] in _TIES and last - phrase.first < _LONGEST:
            hanging = clauses.phrase_starting(last + 1)
            if hanging is None or tags[hanging.first] in ("PRP", "PRP$"):
                return None
            last = hanging.last
        following = tags[last : last + 1]
        if last - phrase.first > _LONGEST or following in (["TO"], ["VBG"], ["VBN"], ["WDT"], ["WP"], ["CC"], ["POS"]):
            return None
        if s.lower[last : last + 1] in (["that"], ["of"], ["("]) or last - phrase.first < 3:
            return None
        inner = range(phrase.first, phrase.head)
        if any(s.lower[i] in _APART or tags[i] in ("JJR", "JJS", "VBG") for i in inner):
            return None
        if last == phrase.last and not any(tags[i] in _TELLING or "-" in s.words[i] for i in inner):
            return None
        start = s.starts[phrase.first]
        text = " ".join(s.text[start : s.ends[last - 1]].split())
        first = s.lower[phrase.first]
        if first in ("a", "an", "the"):
            return f"the {text.split(' ', 1)[1]}"
        if tags[phrase.head] == "NNS" and not any(t in ("POS", "DT", "PRP$") for t in tags[phrase.first : phrase.head]):
            # `figures on boat sales` … `these figures`
            proper = tags[phrase.first] in ("NNP", "NNPS") or not s.words[phrase.first][1:].islower()
            return f"the {text if proper else text[:1].lower() + text[1:]}"
        owned = any(t == "POS" for t in tags[phrase.first : phrase.head])
        return text if owned and tags[phrase.first] in ("NNP", "NNPS") else None


def _put(words: str, found: re.Match[str], told: str) -> str:
    """A line with what a description stands for in its place."""
    return f"{words[: found.start('phrase')]}{told}{words[found.end('phrase') :]}"
