"""Drift: where a headline or key point says more, less or other than the body it stands for.

Each rule compares a stretch of a summary with the body sentence that it stands for, or with the body's words for the
same thing, and reports one kind of difference with both stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import Drift, Evidence

_EMPTY = lexicon(
    """the a an of for and or in on at to by with from that this these those it its his her their he she they be is are
    was were been being has have had as if would should will but not who which also said says say after before over
    into while amid including"""
)
_QUANTIFIERS = lexicon("most some many several few all both half nearly almost every each dozens hundreds")
_HEDGES = lexicon(
    """alleged allegedly reportedly suspected apparent apparently possible possibly potential potentially may might
    could likely claimed purported purportedly unconfirmed presumed rumoured rumored expected probably"""
)
_CAUSAL = lexicon(
    "worsen drive cause fuel trigger deepen prompt spark force push accelerate cripple devastate bring create"
)
_LINKS = lexicon("linked tied connected associated affiliated related allied loyal close")
_WORD = re.compile(r"\w+(?:[-’'.&]\w+)*", re.U)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a passage: offsets in the document, base form, whether it carries content."""

    start: int
    end: int
    low: str
    base: str
    tag: str


class _Text:
    """A passage as the rules see it."""

    def __init__(self, passage: Passage, clauses: Clauses) -> None:
        self.passage = passage
        self.clauses = clauses
        s = clauses.sentence
        self.words = [
            _Word(a, b, w, _base(w, t), t)
            for a, b, w, t in zip(s.starts, s.ends, s.lower, clauses.tags, strict=True)
            if w[0].isalnum()
        ]
        self.content = {w.base for w in self.words if w.low not in _EMPTY}
        self.names = {w.base for w in self.words if w.tag.startswith("NNP")}


def _base(word: str, tag: str) -> str:
    plain = word.replace("’", "'")
    if tag.startswith("V"):
        return lemma(plain)
    return plain[:-1] if tag in ("NNS", "NNPS") and plain.endswith("s") and len(plain) > 3 else plain


def drift_of(material: Material, referents: Referents) -> tuple[Drift, ...]:
    """What headlines and key points change, in reading order; each summary passage against its document's body."""
    out: list[Drift] = []
    carried: list[list[Passage]] = [[] for _ in material.documents]
    for passage in material.passages:
        for place in passage.places:
            carried[place[0]].append(passage)
    for document, own in enumerate(carried):
        heads = [p for p in own if p.is_summary and p.document == document]
        body = [p for p in own if p.kind == "paragraph"]
        if not heads or not body:
            continue
        index = _Index(body)
        for passage in heads:
            near = [_Text(p, referents.clauses(p)) for p in index.nearest(passage)]
            if near:
                head = _Text(passage, referents.clauses(passage))
                for line, summary, told, touches in _differences(head, near):
                    out.append(_made(material, document, line, summary, told, touches))
    return tuple(out)


class _Index:
    """The passages of a body by their words."""

    def __init__(self, body: Sequence[Passage]) -> None:
        self._body = body
        self._by_word: dict[str, list[int]] = {}
        for n, passage in enumerate(body):
            for word in sorted(gist_of(passage.text)):
                self._by_word.setdefault(word, []).append(n)

    def nearest(self, head: Passage, most: int = 6) -> list[Passage]:
        """The passages that share the most telling words with one, best first."""
        scores: dict[int, float] = {}
        for word in sorted(gist_of(head.text)):
            at = self._by_word.get(word, [])
            for n in at:
                scores[n] = scores.get(n, 0.0) + 1.0 / len(at)
        ranked = sorted(
            scores, key=lambda n: (-scores[n] / (1 + abs(len(self._body[n].text) - len(head.text)) / 300), n)
        )
        return [self._body[n] for n in ranked[:most]]


_Found = tuple[str, tuple[_Text, int, int], tuple[_Text, int, int], tuple[str, ...]]


def _made(
    material: Material,
    document: int,
    text: str,
    summary: tuple[_Text, int, int],
    told: tuple[_Text, int, int],
    touches: tuple[str, ...],
) -> Drift:
    here = material.documents[document].document.id

    def place(found: tuple[_Text, int, int]) -> Evidence:
        whole = material.quotes.everywhere(found[0].passage, found[1], found[2])
        return next((e for e in whole if e.document == here), whole[0])

    return Drift(text, place(summary), place(told), touches)


def _differences(head: _Text, near: Sequence[_Text]) -> Iterable[_Found]:
    """The differences of one summary passage, at most one of a kind."""
    for rule in (_quantifier, _number, _cause, _added, _hedge, _attribution, _wording, _figures):
        found = rule(head, near)
        if found is not None:
            yield found


def _neighbours(text: _Text, at: int, reach: int) -> set[str]:
    return {w.base for w in text.words[max(0, at - reach) : at + reach + 1] if w.low not in _EMPTY} - {
        text.words[at].base
    }


def _clause(text: _Text, first: int, last: int) -> tuple[_Text, int, int]:
    """The stretch between two words, widened to the marks around it."""
    source = text.passage
    low, high = text.words[first].start, text.words[last].end
    return text, max(low, source.start), min(high, source.end)


def _window(text: _Text, at: int, before: int = 3, after: int = 0) -> tuple[_Text, int, int]:
    return _clause(text, max(0, at - before), min(len(text.words) - 1, at + after))


def _quantifier(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """`rejected most offers` becomes `rejected the offers`: the body limits a plural that the summary does not."""
    for i, word in enumerate(head.words):
        if word.tag not in ("NNS", "NNPS") or _quantified(head, i):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                quantifier = _quantified(text, j)
                if told.base != word.base or told.tag not in ("NNS", "NNPS") or quantifier is None:
                    continue
                if _neighbours(head, i, 4) & _neighbours(text, j, 4):
                    line = f"“{quantifier}” is lost: {word.low}"
                    return line, _window(head, i), _window(text, j), ("quantifier",)
    return None


def _quantified(text: _Text, at: int) -> str | None:
    for k in range(at - 1, max(-1, at - 4), -1):
        if text.words[k].low in _QUANTIFIERS:
            return text.words[k].low
        if text.words[k].tag not in ("JJ", "NN", "CD", "IN", "DT", "VBN", "PRP$") or (
            text.words[k].low not in _EMPTY and text.words[k].tag == "IN"
        ):
            return None
    return None


def _number(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """`a report` becomes `reports`: one becomes many."""
    for i, word in enumerate(head.words):
        plural = word.tag == "NNS" or (i == 0 and word.tag.startswith("NNP") and word.low.endswith("s"))
        if not plural or _quantified(head, i) or (i and head.words[i - 1].tag == "CD"):
            continue
        single_form = word.low[:-1] if word.tag != "NNS" else word.base
        for text in near:
            if any(w.base == single_form and w.tag == "NNS" for w in text.words):
                continue
            for j, told in enumerate(text.words):
                single = told.base == single_form and told.tag in ("NN", "NNP", "VB", "VBP") and _one(text, j)
                if single and len(head.content & text.content) >= 3:
                    return f"one becomes many: {word.low}", _window(head, i, 0, 6), _window(text, j, 3, 6), ("number",)
    return None


def _one(text: _Text, at: int) -> bool:
    """Whether a singular has `a` or `one` before it, names and adjectives between."""
    for k in range(at - 1, max(-1, at - 5), -1):
        if text.words[k].low in ("a", "an", "one"):
            return True
        if not text.words[k].tag.startswith(("NN", "JJ")):
            return False
    return False


def _cause(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """A list of causes has a member that the body's list of the same causes does not have."""
    for verb in head.clauses.verbs:
        if verb.lemma not in _CAUSAL:
            continue
        listed = _list_before(head, verb.first)
        if len(listed) < 2:
            continue
        for text in near:
            for other in text.clauses.verbs:
                told = _list_before(text, other.first) if other.lemma in _CAUSAL else []
                if not told:
                    continue
                same = [m for m in listed if any(_heads_meet(m, t) for t in told)]
                new = [m for m in listed if not any(_heads_meet(m, t) for t in told)]
                if same and new:
                    s = head.clauses.sentence
                    first, last = listed[0][0], listed[-1][1]
                    b = text.clauses.sentence
                    added = " ".join(s.text[s.starts[new[0][0]] : s.ends[new[0][1] - 1]].split())
                    return (
                        f"a cause is added: {added}",
                        (head, s.starts[first], s.ends[max(last, verb.last) - 1]),
                        (text, b.starts[told[0][0]], b.ends[max(told[-1][1], other.last) - 1]),
                        ("cause",),
                    )
    return None


_Member = tuple[int, int, frozenset[str]]


def _list_before(text: _Text, verb: int) -> list[_Member]:
    """The members of the coordination that ends at a verb, as first word, end and words."""
    clauses, out = text.clauses, list[_Member]()
    lower = clauses.sentence.lower
    phrases = [p for p in clauses.phrases if p.last <= verb]
    at = verb
    for phrase in reversed(phrases):
        between = lower[phrase.last : at]
        if any(w not in (",", "and", "or", "&", "also", "already") for w in between):
            break
        out.append((phrase.first, phrase.last, frozenset(_base(w, "NNS") for w in lower[phrase.first : phrase.last])))
        at = phrase.first
    return out[::-1]


def _heads_meet(a: _Member, b: _Member) -> bool:
    return bool((a[2] - _EMPTY) & (b[2] - _EMPTY))


def _added(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """`traders` becomes `traders linked to the minister`: a tie to a party that the body's words do not have."""
    for i, word in enumerate(head.words):
        if word.low not in _LINKS or i == 0 or i + 1 >= len(head.words) or head.words[i + 1].low not in ("to", "with"):
            continue
        thing = head.words[i - 1]
        if not thing.tag.startswith("NN"):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                if told.base != thing.base or word.base in text.content:
                    continue
                if _neighbours(head, i - 1, 3) & _neighbours(text, j, 3):
                    tie = " ".join(w.low for w in head.words[i : i + 4])
                    return (
                        f"a tie is added: {tie}",
                        _window(head, i, 4, 4),
                        _window(text, j, 3, 3),
                        ("content", "attribution"),
                    )
    return None


def _hedge(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """`a suspected arsonist` becomes `an arsonist`: the body's doubt is lost."""
    for i, word in enumerate(head.words):
        if not word.tag.startswith(("NN", "VB")) or word.low in _EMPTY or _hedged(head, i):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                hedge = _hedged(text, j) if told.base == word.base else None
                if hedge is None or any(w.base == hedge for w in head.words):
                    continue
                if len(_neighbours(head, i, 4) & _neighbours(text, j, 4)) >= 2:
                    return f"“{hedge}” is lost: {word.low}", _window(head, i, 3, 2), _window(text, j, 3, 2), ("hedge",)
    return None


def _hedged(text: _Text, at: int) -> str | None:
    for k in range(at - 1, max(-1, at - 3), -1):
        if text.words[k].low in _HEDGES:
            return text.words[k].low
        if text.words[k].tag not in ("JJ", "NN", "RB", "VB"):
            return None
    return None


def _attribution(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """The same act has another doer: `the ministry denied the charges` becomes `Lund denied the charges`."""
    for verb in head.clauses.verbs:
        thing = head.clauses.object(verb)
        doer = head.clauses.subject(verb)
        if thing is None or doer is None or verb.lemma in ("be", "have", "say", "do", "make", "take"):
            continue
        noun = _base(head.clauses.sentence.lower[thing.head], head.clauses.tags[thing.head])
        for text in near:
            for other in text.clauses.verbs:
                if other.lemma != verb.lemma or other.passive != verb.passive:
                    continue
                told_thing, told_doer = text.clauses.object(other), text.clauses.subject(other)
                if told_thing is None or told_doer is None:
                    continue
                same = noun == _base(text.clauses.sentence.lower[told_thing.head], text.clauses.tags[told_thing.head])
                a, b = _said(head.clauses, doer), _said(text.clauses, told_doer)
                if same and a and b and not a & b:
                    s, t = head.clauses.sentence, text.clauses.sentence
                    first, begin = min(verb.first, thing.first), min(told_doer.first, other.first)
                    return (
                        f"another one does it: {_quoted(head.clauses, doer)}, not {_quoted(text.clauses, told_doer)}",
                        (head, s.starts[first], s.ends[thing.last - 1]),
                        (text, t.starts[begin], t.ends[told_thing.last - 1]),
                        ("attribution",),
                    )
    return None


def _quoted(clauses: Clauses, phrase: Phrase) -> str:
    return " ".join(clauses.sentence.text[slice(*clauses.span(phrase))].split())


def _said(clauses: Clauses, phrase: Phrase) -> set[str]:
    """The words of a phrase and of those coordinated with it; none for a pronoun."""
    if phrase.last - phrase.first == 1 and clauses.tags[phrase.first] == "PRP":
        return set()
    whole = [phrase, *clauses.coordinated(phrase)]
    return {w for p in whole for w in clauses.sentence.lower[p.first : p.last] if w not in _EMPTY}


def _wording(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """One noun stands where the body has another, in the same surroundings (`storing fuel` for `storing wood`)."""
    for text in near[:2]:
        if len(head.content & text.content) < 4:
            continue
        for i, word in enumerate(head.words):
            if not word.tag.startswith("NN") or word.base in text.content or i == 0:
                continue
            before = head.words[i - 1]
            for j in range(1, len(text.words)):
                told, mark = text.words[j], text.words[j - 1]
                if not told.tag.startswith("NN") or told.base in head.content or mark.base != before.base:
                    continue
                if mark.low in _EMPTY and not (i > 1 and j > 1 and head.words[i - 2].base == text.words[j - 2].base):
                    continue
                return f"“{told.low}” becomes “{word.low}”", _window(head, i, 2), _window(text, j, 2), ("wording",)
        found = _label(head, text)
        if found is not None:
            return found
    return None


def _label(head: _Text, text: _Text) -> _Found | None:
    """A describing word is put before a noun that the body describes in other words."""
    for i, word in enumerate(head.words):
        label = head.words[i - 1] if i else None
        if label is None or not word.tag.startswith("NN") or label.tag not in ("JJ", "NNP") or "-" not in label.low:
            continue
        if label.base in text.content:
            continue
        for j, told in enumerate(text.words):
            if told.base == word.base and told.tag == word.tag:
                return f"“{label.low}” is added: {word.low}", _window(head, i, 1), _window(text, j, 2, 3), ("wording",)
    return None


def _figures(head: _Text, near: Sequence[_Text]) -> _Found | None:
    """Another number stands before the same noun."""
    for i, word in enumerate(head.words):
        if word.tag != "CD" or i + 1 >= len(head.words) or not head.words[i + 1].tag.startswith("NN"):
            continue
        for text in near[:3]:
            if any(w.low == word.low for w in text.words):
                continue
            for j, told in enumerate(text.words[:-1]):
                same = told.tag == "CD" and text.words[j + 1].base == head.words[i + 1].base
                if same and told.low != word.low and len(head.content & text.content) >= 3:
                    return f"{told.low} becomes {word.low}", _window(head, i, 2, 2), _window(text, j, 2, 2), ("number",)
    return None
