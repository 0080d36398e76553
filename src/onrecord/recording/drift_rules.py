"""The rules for drift: each finds one kind of difference between a summary and the body sentences nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.drift_body import Body
from onrecord.recording.drift_words import EMPTY, Found, Text, Word, base_of, neighbours, stem, window
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
    """`rejected most offers` becomes `rejected the offers`: the body limits what the summary does not."""
    for i, word in enumerate(head.words):
        given = _quantified(head, i)
        if not word.tag.startswith("NN") or (given is not None and given not in _ALL):
            continue
        for text in near:
            for j, told in enumerate(text.words):
                quantifier = _quantified(text, j)
                if told.base != word.base or quantifier is None or told.tag[:3] != word.tag[:3]:
                    continue
                if told.tag not in ("NNS", "NNPS") and not _is_part(text, j):
                    continue
                if quantifier == "both" or quantifier in _ALL:
                    # Who leaves out `all` says less, not more.
                    continue
                if any(w.tag == "CD" for w in head.words[max(0, i - 2) : i]):
                    # `two of the four boats` becomes `two boats`
                    continue
                vague = quantifier in _VAGUE and given is None and not _is_whole(head, i)
                if vague and not _do_the_same(head, i, text, j):
                    continue
                if neighbours(head, i, 4) & neighbours(text, j, 6):
                    line = f"“{quantifier}” " + (f"becomes “{given}”" if given else "is lost") + f": {word.low}"
                    return line, window(head, i), window(text, j), ("quantifier",)
    return None


_VAGUE = lexicon("some several few many dozens hundreds every each")
"""What is no part of a known whole: `shared some photos` and `shared photos` say the same."""


def _is_whole(head: Text, at: int) -> bool:
    """Whether a noun has a word before it that makes it all there is: `the schools`, `its schools`."""
    return any(w.tag in ("DT", "PRP$") for w in head.words[max(0, at - 3) : at])


def _do_the_same(head: Text, i: int, text: Text, j: int) -> bool:
    """Whether the same verb follows soon after both nouns, so that they are who does it."""
    later = {w.base for w in text.words[j + 1 : j + 8] if w.tag.startswith("VB") and w.low not in EMPTY}
    return any(w.base in later or lemma(w.low) in later for w in head.words[i + 1 : i + 6])


def _is_part(text: Text, at: int) -> bool:
    """Whether a singular thing is told of in part (`most of the sum`)."""
    end = text.words[at].start - text.passage.start
    return _SHARE_OF.search(text.passage.text, max(0, end - 40), end) is not None


_SHARE_OF = re.compile(
    r"\b(?:most|some|half|part|much|all but [a-z]+) of (?:the|its|their|his|her)\s(?:[\w-]+\s)?\Z", re.I
)
_PART_OF = re.compile(
    r"\b((?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:the|its|their|his|her))\s[^,.;]{0,20}\Z", re.I
)


def _quantified(text: Text, at: int) -> str | None:
    end = text.words[at].start - text.passage.start
    part = _PART_OF.search(text.passage.text, max(0, end - 45), end)
    if part is not None:
        return part[1].lower()
    for k in range(at - 1, max(-1, at - 6), -1):
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
                if single and (_goes_on(text, j) or _is_any(text, told)):
                    # `a private email account` is no email, `will not cross a picket line` means no one line.
                    continue
                if single and len(head.content & text.content) >= 3:
                    return f"one becomes many: {word.low}", window(head, i, 0, 6), window(text, j, 3, 6), ("number",)
    return None


def _is_any(text: Text, word: Word) -> bool:
    """Whether the clause around a noun is negated, only possible or bare, so that `a` means any."""
    before = [v for v in text.clauses.verbs if text.clauses.sentence.starts[v.first] <= word.start]
    if not before:
        return False
    return before[-1].negated or before[-1].modal is not None or before[-1].form != "finite"


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


_LEFT_OPEN = re.compile(r"\b(?:may|might|could|would|likely|expected|said|says?)\b|\?", re.I)


def unattributed(head: Text, near: Sequence[Text], speakers: Speakers) -> Found | None:
    """A key point says in its own voice what the body gives as somebody's words."""
    passage = head.passage
    if _LEFT_OPEN.search(passage.text):
        return None
    gist = gist_of(passage.text)
    spoken = any(speakers.at(passage.document, w.start) is not None for w in head.words)
    if passage.kind != "summary" or len(gist) < 3 or spoken:
        return None
    for text in near:
        for word in text.words:
            told = speakers.at(text.passage.document, word.start)
            if told is None or told.statement.source_kind == "none" or not told.statement.source_text:
                continue
            if gist & gist_of(told.statement.source_text) or not gist_of(told.statement.source_text):
                # The key point names who it is of: `Council gives the owner a week`.
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
        if text.words[k].low in _HEDGES and text.words[k].tag not in ("VBD", "VBZ", "NN"):
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
                if other.modal != verb.modal or other.form == "infinitive" or _is_in(head.clauses, doer, text):
                    # Of an infinitive it is too uncertain who does it; `Norway's decision to drop the case` names it.
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


def _is_in(clauses: Clauses, doer: Phrase, text: Text) -> bool:
    """Whether a sentence names a doer at all, if not as the subject (`Norway`, `Norwegian`)."""
    return any(stem(w) in text.stems for w in _said(clauses, doer) if len(w) > 3)


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


def wording(head: Text, near: Sequence[Text], body: Body) -> Found | None:
    """One noun stands where the body has another, in the same surroundings (`storing fuel` for `storing wood`).

    Of headlines nothing is said: they pick shorter words for what they mean.
    """
    if head.passage.kind == "title":
        return None
    for text in near[:2]:
        if len(head.content & text.content) < 4:
            continue
        for i, word in enumerate(head.words):
            if not word.tag.startswith("NN") or i == 0 or body.telling_of(word.base):
                continue
            before = head.words[i - 1]
            if not before.tag.startswith("VB"):
                # After anything but the same verb another noun may be another name for the same thing.
                continue
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
        if label.low[0].isdigit():
            # A measure is no label.
            continue
        if label.base in text.content:
            continue
        for j, told in enumerate(text.words[:-1]):
            # The body describes it, too, in words that follow: `towns described as rebellious`.
            if told.base == word.base and told.tag == word.tag and text.words[j + 1].tag in ("VBN", "VBG", "VBD"):
                return f"“{label.low}” is added: {word.low}", window(head, i, 1), window(text, j, 2, 3), ("wording",)
    return None
