"""The rules for drift: each finds one kind of difference between a summary and the body sentences nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.drift_words import EMPTY, Found, Text, Word, base_of, neighbours, window
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers

_QUANTIFIERS = lexicon("most some many several few all both half nearly almost every each dozens hundreds")
_ALL = lexicon("all every each")
_HEDGES = lexicon(
    """alleged allegedly reportedly suspected apparent apparently possible possibly potential potentially may might
    could likely claimed purported purportedly unconfirmed presumed rumoured rumored expected probably"""
)
_CAUSAL = lexicon(
    "worsen drive cause fuel trigger deepen prompt spark force push accelerate cripple devastate bring create"
)
_LINKS = lexicon("linked tied connected associated affiliated related allied loyal close")


def quantifier(head: Text, near: Sequence[Text]) -> Found | None:
    """`rejected most offers` becomes `rejected the offers`: the body limits a plural that the summary does not."""
    for i, word in enumerate(head.words):
        given = _quantified(head, i)
        if word.tag not in ("NNS", "NNPS") or (given is not None and given not in _ALL):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                quantifier = _quantified(text, j)
                if told.base != word.base or told.tag not in ("NNS", "NNPS") or quantifier is None:
                    continue
                if quantifier == "both" or (given is not None and quantifier in _ALL):
                    continue
                if neighbours(head, i, 4) & neighbours(text, j, 6):
                    line = f"“{quantifier}” " + (f"becomes “{given}”" if given else "is lost") + f": {word.low}"
                    return line, window(head, i), window(text, j), ("quantifier",)
    return None


_PART_OF = re.compile(
    r"\b((?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:the|its|their|his|her))\s[^,.;]{0,20}\Z", re.I
)


def _quantified(text: Text, at: int) -> str | None:
    end = text.words[at].start - text.passage.start
    part = _PART_OF.search(text.passage.text, max(0, end - 45), end)
    if part is not None:
        return part[1].lower()
    for k in range(at - 1, max(-1, at - 4), -1):
        if text.words[k].low in _QUANTIFIERS:
            return text.words[k].low
        if text.words[k].tag not in ("JJ", "NN", "CD", "IN", "DT", "VBN", "PRP$") or (
            text.words[k].low not in EMPTY and text.words[k].tag == "IN"
        ):
            return None
    return None


def number(head: Text, near: Sequence[Text]) -> Found | None:
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
                if single and _goes_on(text, j):
                    # `a private email account` is no email.
                    continue
                if single and len(head.content & text.content) >= 3:
                    return f"one becomes many: {word.low}", window(head, i, 0, 6), window(text, j, 3, 6), ("number",)
    return None


def _one(text: Text, at: int) -> bool:
    """Whether a singular has `a` or `one` before it, names and adjectives between."""
    for k in range(at - 1, max(-1, at - 5), -1):
        if text.words[k].low in ("a", "an", "one"):
            return True
        if not text.words[k].tag.startswith(("NN", "JJ")):
            return False
    return False


def cause(head: Text, near: Sequence[Text]) -> Found | None:
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


def _list_before(text: Text, verb: int) -> list[_Member]:
    """The members of the coordination that ends at a verb, as first word, end and words."""
    clauses, out = text.clauses, list[_Member]()
    lower = clauses.sentence.lower
    phrases = [p for p in clauses.phrases if p.last <= verb]
    at = verb
    for phrase in reversed(phrases):
        between = lower[phrase.last : at]
        if any(w not in (",", "and", "or", "&", "also", "already") for w in between):
            break
        out.append((phrase.first, phrase.last, frozenset(base_of(w, "NNS") for w in lower[phrase.first : phrase.last])))
        at = phrase.first
    return out[::-1]


def _heads_meet(a: _Member, b: _Member) -> bool:
    return bool((a[2] - EMPTY) & (b[2] - EMPTY))


def added(head: Text, near: Sequence[Text]) -> Found | None:
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
                if neighbours(head, i - 1, 3) & neighbours(text, j, 3):
                    at = head.passage.start
                    tie = head.passage.text[word.start - at : head.words[i : i + 4][-1].end - at]
                    return (
                        f"a tie is added: {' '.join(tie.split())}",
                        window(head, i, 4, 4),
                        window(text, j, 3, 3),
                        ("content", "attribution"),
                    )
    return None


def unattributed(head: Text, near: Sequence[Text], speakers: Speakers) -> Found | None:
    """A key point says in its own voice what the body gives as somebody's words."""
    passage = head.passage
    gist = gist_of(passage.text)
    spoken = any(speakers.at(passage.document, w.start) is not None for w in head.words)
    if passage.kind != "summary" or len(gist) < 3 or spoken:
        return None
    for text in near:
        for word in text.words:
            told = speakers.at(text.passage.document, word.start)
            if told is None or told.statement.source_kind == "none" or not told.statement.source_text:
                continue
            if len(gist & gist_of(told.statement.text)) >= 0.8 * len(gist):
                body = (text, text.passage.start, text.passage.end)
                line = f"“{told.statement.source_text}” is no longer named as the source"
                return line, (head, passage.start, passage.end), body, ("attribution",)
    return None


def hedge(head: Text, near: Sequence[Text]) -> Found | None:
    """`a suspected arsonist` becomes `an arsonist`: the body's doubt is lost."""
    for i, word in enumerate(head.words):
        if not word.tag.startswith(("NN", "VB")) or word.low in EMPTY or _hedged(head, i):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                hedge = _hedged(text, j) if told.base == word.base else None
                if hedge is None or any(w.base == hedge for w in head.words):
                    continue
                if len(neighbours(head, i, 4) & neighbours(text, j, 4)) >= 2:
                    return f"“{hedge}” is lost: {word.low}", window(head, i, 3, 2), window(text, j, 3, 2), ("hedge",)
    return None


def _hedged(text: Text, at: int) -> str | None:
    for k in range(at - 1, max(-1, at - 3), -1):
        if text.words[k].low in _HEDGES:
            return text.words[k].low
        if text.words[k].tag not in ("JJ", "NN", "RB", "VB"):
            return None
    return None


def attribution(head: Text, near: Sequence[Text], referents: Referents) -> Found | None:
    """The same act has another doer: `the ministry denied the charges` becomes `Lund denied the charges`."""
    for verb in head.clauses.verbs:
        thing, doer = head.clauses.object(verb), head.clauses.subject(verb)
        if thing is None or doer is None or verb.negated or head.clauses.tags[doer.head] == "PRP":
            continue
        if verb.lemma in ("be", "have", "say", "do", "make", "take"):
            continue
        noun = base_of(head.clauses.sentence.lower[thing.head], head.clauses.tags[thing.head])
        for text in near:
            for other in text.clauses.verbs:
                told_thing, told_doer = text.clauses.object(other), text.clauses.subject(other)
                if other.lemma != verb.lemma or other.passive != verb.passive or not told_thing or not told_doer:
                    continue
                same = noun == base_of(text.clauses.sentence.lower[told_thing.head], text.clauses.tags[told_thing.head])
                if not same or len(head.content & text.content) < 3:
                    continue
                if not _others(head, doer, text, told_doer, referents, verb.form == other.form == "finite"):
                    continue
                s, t = head.clauses.sentence, text.clauses.sentence
                first, begin = min(verb.first, thing.first), min(told_doer.first, other.first)
                return (
                    f"another one does it: {_quoted(head.clauses, doer)}, not {_quoted(text.clauses, told_doer)}",
                    (head, s.starts[first], s.ends[thing.last - 1]),
                    (text, t.starts[begin], t.ends[told_thing.last - 1]),
                    ("attribution",),
                )
    return None


def _others(head: Text, doer: Phrase, text: Text, told: Phrase, referents: Referents, finite: bool) -> bool:
    """Whether two phrases stand for others: other parties, or, where neither is one, other words."""
    a, b = referents.who(head.passage, doer), referents.who(text.passage, told)
    said, meant = _said(head.clauses, doer), _said(text.clauses, told)
    if _is_short_for(said, meant) or _is_short_for(meant, said):
        return False
    if a or b:
        return bool(a and b) and not set(a) & set(b)
    return finite and bool(said and meant) and not said & meant


def _is_short_for(short: set[str], long: set[str]) -> bool:
    """Whether a name of few letters is made of the first letters of some others (`IS`, `the Islamic State group`)."""
    return any(1 < len(w) <= 5 and set(w) <= {v[0] for v in long} for w in short)


def _quoted(clauses: Clauses, phrase: Phrase) -> str:
    return " ".join(clauses.sentence.text[slice(*clauses.span(phrase))].split())


def _said(clauses: Clauses, phrase: Phrase) -> set[str]:
    """The words of a phrase and of those coordinated with it; none for a pronoun."""
    if phrase.last - phrase.first == 1 and clauses.tags[phrase.first] == "PRP":
        return set()
    whole = [phrase, *clauses.coordinated(phrase)]
    return {w for p in whole for w in clauses.sentence.lower[p.first : p.last] if w not in EMPTY}


def wording(head: Text, near: Sequence[Text]) -> Found | None:
    """One noun stands where the body has another, in the same surroundings (`storing fuel` for `storing wood`).

    Of headlines nothing is said: they pick shorter words for what they mean.
    """
    if head.passage.kind == "title":
        return None
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
                if mark.low in EMPTY and not (i > 1 and j > 1 and head.words[i - 2].base == text.words[j - 2].base):
                    continue
                if _goes_on(head, i) or _goes_on(text, j) or not _same_place(head, i, text, j):
                    continue
                line = f"“{_spelled(text, told)}” becomes “{_spelled(head, word)}”"
                return line, window(head, i, 2), window(text, j, 2), ("wording",)
        found = _label(head, text)
        if found is not None:
            return found
    return None


def _same_place(head: Text, i: int, text: Text, j: int) -> bool:
    """Whether two nouns stand in like surroundings: another common word on their left, or the same one on their right.

    One that only lengthens or shortens the other (`mid-May`, `fest`) is no other noun.
    """
    one, other = head.words[i], text.words[j]
    if one.low in other.low or other.low in one.low or other.low.startswith(one.low[:4]):
        return False
    if one.tag.startswith("NNP") != other.tag.startswith("NNP"):
        return False
    left = i > 1 and j > 1 and head.words[i - 2].base == text.words[j - 2].base
    right = i + 1 < len(head.words) and j + 1 < len(text.words) and head.words[i + 1].base == text.words[j + 1].base
    ends = i + 1 == len(head.words) and j + 1 == len(text.words)
    return left or right or ends


def _goes_on(text: Text, at: int) -> bool:
    """Whether a noun only qualifies the one after it."""
    return at + 1 < len(text.words) and text.words[at + 1].tag.startswith("NN")


def _spelled(text: Text, word: Word) -> str:
    start = text.passage.start
    return text.passage.text[word.start - start : word.end - start]


def _label(head: Text, text: Text) -> Found | None:
    """A describing word is put before a noun that the body describes in other words."""
    for i, word in enumerate(head.words):
        label = head.words[i - 1] if i else None
        if label is None or not word.tag.startswith("NN") or label.tag not in ("JJ", "NNP") or "-" not in label.low:
            continue
        if label.base in text.content:
            continue
        for j, told in enumerate(text.words):
            if told.base == word.base and told.tag == word.tag:
                return f"“{label.low}” is added: {word.low}", window(head, i, 1), window(text, j, 2, 3), ("wording",)
    return None


def bound(head: Text, near: Sequence[Text]) -> Found | None:
    """`up to 800 jobs` becomes `800 jobs`: the most that it may be is told as what it is."""
    for i, word in enumerate(head.words):
        if word.tag != "CD" or _UP_TO.search(_before(head, i)) or not _followed(head, i):
            continue
        for text in near[:3]:
            for j, told in enumerate(text.words):
                if told.low != word.low or not _followed(head, i) & _followed(text, j):
                    continue
                found = _UP_TO.search(_before(text, j))
                if found is not None:
                    line = f"“{found[1].lower()}” is lost: {word.low}"
                    return line, window(head, i, 2, 2), window(text, j, 3, 2), ("number",)
    return None


_UP_TO = re.compile(r"\b(up to|as (?:many|much) as|nearly|almost|fewer than|less than|close to)\s\$?\Z", re.I)


def _before(text: Text, at: int) -> str:
    end = text.words[at].start - text.passage.start
    return text.passage.text[max(0, end - 16) : end]


def _followed(text: Text, at: int) -> set[str]:
    """The base forms of the two words after one that carry content."""
    return {w.base for w in text.words[at + 1 : at + 3] if w.low not in EMPTY and w.tag.startswith("NN")}


def figures(head: Text, near: Sequence[Text]) -> Found | None:
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
                    return f"{told.low} becomes {word.low}", window(head, i, 2, 2), window(text, j, 2, 2), ("number",)
    return None
