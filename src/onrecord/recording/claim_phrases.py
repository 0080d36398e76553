"""What is claimed where it is no clause: what somebody calls a thing, what deed or figure he confirms or foretells.

A line stands beside its speaker, so it begins behind the verb that tells of his speaking: of `Ek called the offer an
insult` it has `the offer an insult`, of `the navy confirmed the loss of two boats` it has `the loss of two boats`. Who
only calls somebody, or confirms or praises a thing, has said nothing of it: then there is no line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.claim_ends import told_end
from onrecord.recording.claim_words import DOING, NAMING
from onrecord.recording.clauses import Clauses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_text, without_dateline
from onrecord.types import Span

_AS = re.compile(r"\s(?<!\bwell\s)as\s(?!well\b|part\b)", re.I)
_AS_ONLY = re.compile(
    r"\b(?:describ|denounc|condemn|hail|portray|depict|characteri[sz]|dismiss|slam|blast|pictur)\w*", re.I
)
"""Verbs behind whose object only an `as` tells what it is said to be."""
_OFF = re.compile(r"\s(?:off|out|on|for|up|upon|in|back|by|at|over|to)\b", re.I)
"""Behind `called`: that it is no naming (`called off the talks`, `called for calm`)."""
_WHEN = re.compile(
    r"(?:this|that|every|each|the|an?)\s(?:(?:same|next|following|past|very)\s)?(?:second|minute|hour|day|week|month|year"
    r"|morning|afternoon|evening|night|time|weekend)s?\b",
    re.I,
)
_OPENING = frozenset("“‘") | {"``", '"', "''", "'"}
_SAID_IN = re.compile(
    r",?\s(?:in|on|via|through|during|at)\s(?:(?:an?|the|his|her|its|their|several|two)\s)(?:[\w’'-]+\s){0,3}?"
    r"(?:interviews?|statements?|tweets?|posts?|e-?mails?|letters?|speech|conference|briefing|call|video|release|article)\b"
    r"[^.;:“”\"]*\Z"
)
"""Where something was said (`in an interview with the Courier`), behind what is no clause."""
_TO_PRESS = re.compile(
    r"\s(?:to|with)\s(?:the\s)?(?:(?:[A-Z][\w.&-]*\s){0,3}(?:Press|News|Times|Post|Courier|Herald|Guardian|Telegraph|Journal|Radio"
    r"|Reuters|AFP|AP|BBC|CNN|NPR|ABC|NBC|CBS)|reporters|journalists|(?:the\s)?(?:media|press))\b(?:\son\s\w+day)?\W*\Z"
)
"""To whom it was said (`confirmed the sale to the Harbour Post`)."""
_GIVES = lexicon(
    """confirm report predict forecast project estimate expect anticipate allege claim reveal warn fear admit
    acknowledge concede foresee"""
)
"""Verbs behind which a deed or a figure alone is claimed (`confirmed the death of two sailors`)."""
_OWNS_UP = lexicon("admit acknowledge confess concede")
_FORESEES = lexicon("expect predict forecast project anticipate estimate foresee")
_DEEDS = lexicon(
    """death loss sale outbreak killing murder attack raid collapse crash arrival departure return rise fall drop
    increase decrease decline shortage growth closure closing cut delay theft leak breach explosion fire blast
    shooting arrest release transfer appointment capture sinking existence presence absence use disappearance
    discovery recovery involvement participation success failure defeat victory surge shift damage purchase
    merger takeover launch resignation dismissal departure flood spread withdrawal deployment destruction injury
    accident landing saving"""
)
"""Nouns that tell of something happening or being so (`the sinking of the ferry`)."""
_DEED = re.compile(
    r"(?P<owned>['’]s?\s(?:[\w-]+\s){0,2}?)?(?P<noun>[a-z]+)"
    r"(?(owned)\b|(?=\s(?:of|in|by|to|at|on|from|over|against|among|between|near|during|after)\b))"
)
_FIGURE = re.compile(r"[$€£]\s?\d|\b\d[\d.,]*\s?(?:%|percent|per\scent|million|billion|people|\w+s\b)", re.I)
_GERUND = re.compile(r"(?:having\s)?\w{2,}ing\b", re.I)
_TO_DO = re.compile(r"\A(?:(?!to\b)[\w’'&.,$-]+\s){1,10}?to\s[a-z]{2,}")
_LEAST = 3
"""So many words tell of a deed; `the deaths` alone tell nothing."""
_OBJECT_AHEAD = re.compile(r"(?:,\s|\b)(?:what|which|whom)\s\Z", re.I)
"""Before who calls something so: that the thing stands there, or nowhere (`what [the mayor called] a crime`)."""
_RELATIVE_LAST = re.compile(r",?\s(?:that|which|whom|who)\W*\Z")
_JUDGING = re.compile(r"\b(?:critici[sz]|denounc|condemn)\w*", re.I)
"""Verbs that only judge, so that what follows has to tell for what or as what."""
_FOR_WHAT = re.compile(r"\s(?:for|as|over|because)\s")
_DECLARES = frozenset({"declare", "proclaim", "deem", "pronounce", "consider", "regard"})
_MAKES_SO = frozenset({"declare", "proclaim", "pronounce"})
_MADE_SO = re.compile(
    r"\s[“\"‘']?(?:closed|shut|open|over|finished|independent|in force|in effect|off[- ]limits)(?![\w-])"
)
_OF = re.compile(r"(?:,\s|\s)(?:of|for|with)\s")
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|that)", re.I)
_SAYING = re.compile(r",?\s(?:saying|adding|arguing|claiming|insisting|noting|explaining)\s")
_DEED_WORDS = 8
"""Within how many words of a thing the deed stands that it is."""


def begins_behind(text: str, verb: re.Match[str] | None, cue: Span, content: Span) -> int | None:
    """Where the words begin that are said behind a verb of calling; None where the verb calls for or off something."""
    end = cue[1] if verb is None else verb.end()
    if content[0] < end:
        return None
    if verb is not None and verb[0][:4].casefold() == "call" and _OFF.match(text, end, content[0]):
        return None
    return content[0]


def is_made_so(verbs: Collection[str], words: str) -> bool:
    """Whether a thing is what it is declared to be by being declared so (`the strait closed`): a deed, and no claim."""
    return not _MAKES_SO.isdisjoint(verbs) and _MADE_SO.search(words) is not None


def names_it(clauses: Clauses, text: str, start: int, end: int, verb: str) -> bool:
    """Whether the words behind a verb of calling have a thing and, behind it, what it is called.

    `the offer an insult`, `Lund “a liar”`, `the deal unfair`, `the vote as a farce`; but not `the home`, `the race for
    the senator`, `the “murder” of three clerks`.
    """
    if _AS.search(text, start, end):
        return True
    if _AS_ONLY.match(verb):
        return False
    s, tags = clauses.sentence, clauses.tags
    first, last = clauses.index(start), clauses.index(end - 1) + 1
    commas = 0
    for i in range(first + 1, min(last, len(tags))):
        before, tag = tags[i - 1], tags[i]
        commas += s.lower[i - 1] == ","
        closed = s.lower[i - 1] == "," and commas > 1 and commas % 2 == 0
        thing = before[:2] == "NN" or before in ("PRP", "CD", "EX") or s.lower[i - 1] in ("”", ")", "one")
        thing = thing or closed or (before == "VBG" and i == first + 1)
        if not thing:
            continue
        if _opens_quotation(text, s.lower[i], s.starts[i], s.ends[i]):
            return True
        if tag in ("DT", "PRP$") and not _WHEN.match(text, s.starts[i], end):
            return True
        plain = s.lower[i] == text[s.starts[i] : s.ends[i]]
        if tag[:2] == "JJ" and plain and (i + 1 >= last or tags[i + 1][:2] != "NN" or before == "PRP"):
            return True
        if tag[:2] == "RB" and i + 1 < last and (tags[i + 1][:2] == "JJ" or tags[i + 1] in ("CD", "VBN", "DT")):
            return True
        if before == "PRP" and i == first + 1 and tag[:2] == "NN":
            return True
    return False


def _opens_quotation(text: str, word: str, start: int, end: int) -> bool:
    """Whether a mark opens a quotation; a straight one does where a blank stands before it and none behind."""
    if word[:1] in "“‘" or word == "``":
        return True
    opens = text[start - 1 : start].isspace() and not text[end : end + 1].isspace()
    return opens and word[:1] in "\"'" and len(word) < 3


def without_place(words: str) -> str:
    """What is no clause without where it was said."""
    return _SAID_IN.sub("", _TO_PRESS.sub("", words))


def tells_of_a_deed(
    clauses: Clauses, text: str, start: int, end: int, verbs: frozenset[str], deeds: Sequence[int]
) -> bool:
    """Whether words that are no clause tell what is so: a deed (`the loss of two boats`), a figure, what is to come.

    Args:
        verbs: the words of the verb of saying, in their base form.
        deeds: where the words begin that the annotator takes for something happening.
    """
    words = text[start:end]
    if not verbs.isdisjoint(_OWNS_UP) and _GERUND.match(words):
        return True
    if not verbs.isdisjoint(_FORESEES) and _TO_DO.match(words):
        return True
    if verbs.isdisjoint(_GIVES) or len(without_place(words).split()) < _LEAST:
        return False
    s = clauses.sentence
    first = clauses.index(start)
    stop = s.ends[min(first + _DEED_WORDS, len(s.ends)) - 1]
    ahead = text[start : min(stop, end)]
    if _GERUND.match(words):
        return False
    if any(start <= at < start + len(ahead) for at in deeds):
        return True
    nouns = (m["noun"] for m in _DEED.finditer(text, start, start + len(ahead)))
    if any(n in _DEEDS or n.removesuffix("s") in _DEEDS or n.removesuffix("es") in _DEEDS for n in nouns):
        return True
    return _FIGURE.search(words) is not None


def base_forms(cue: str) -> frozenset[str]:
    """The words of a verb of saying in their base form."""
    return frozenset(lemma(w) for w in re.findall(r"[a-z]+", cue.casefold()))


def _did(words: str) -> str:
    """What begins with a participle, as what somebody did (`calling it a lie`: `called it a lie`)."""
    first, blank, rest = words.partition(" ")
    return f"{DOING.get(first.casefold(), first.lower())}{blank}{rest}"


def _thing_said(words: str) -> str:
    """A line of what is no clause: without where it was said, and with the `that` that points to a thing."""
    line = clause_text(without_place(words))
    return f"that {line}" if words.startswith("that ") else line


class PhraseClaims:
    """Words the claims that are no clauses of their own."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents
        self._triggers: dict[int, list[int]] = {}

    def called(self, item: Told, passage: Passage, content: list[Span]) -> str | None:
        """What somebody calls a thing, behind the verb; None where only a thing is named."""
        text = self._material.documents[item.document].document.text
        cue = max(item.annotation.cue, key=lambda c: c[1])
        verb = next((m for m in NAMING.finditer(text, *cue)), None)
        behind = [c for c in content if c[0] >= cue[0]]
        start = begins_behind(text, verb, cue, behind[0]) if behind else None
        if start is None or verb is None or not passage.start <= start < passage.end:
            return None
        end = told_end(text, start, min(max(b for _, b in behind), passage.end))
        goes_on = _SAYING.search(text, start, end)
        end = end if goes_on is None else goes_on.start()
        words = _thing_said(text[start:end])
        source = min((a for a, _ in item.annotation.source), default=start)
        if len(content) == 2 and behind == content[1:] and passage.start <= content[0][0] < content[0][1] <= source:
            # `a blast that the mayor described as “a crime”`
            thing = _RELATIVE_LAST.sub("", text[slice(*content[0])])
            return None if re.match(r"\W*(?:what|it|he|she|they)\b", thing, re.I) else clause_text(f"{thing} {words}")
        ahead = _OBJECT_AHEAD.search(text, max(0, source - 12), source)
        if ahead is not None:
            thing_ahead = self._thing_before(passage, ahead.start()) if ahead[0][0] == "," else None
            return None if thing_ahead is None else clause_text(f"{thing_ahead} {words}")
        return words if names_it(self._referents.clauses(passage), text, start, end, verb[0]) else None

    def _thing_before(self, passage: Passage, comma: int) -> str | None:
        """The thing right before a comma and `which`, where it hangs on no other thing."""
        clauses = self._referents.clauses(passage)
        s, tags = clauses.sentence, clauses.tags
        thing = next((p for p in reversed(clauses.phrases) if s.ends[p.last - 1] == comma), None)
        if thing is None or tags[thing.first] not in ("DT", "NNP"):
            return None
        if thing.first > 1 and tags[thing.first - 1] in ("IN", "TO", "CC") and tags[thing.first - 2][:2] != "VB":
            return None
        return s.text[s.starts[thing.first] : s.ends[thing.last - 1]]

    def reproach(self, item: Told, passage: Passage, content: list[Span]) -> str | None:
        """What somebody accuses or criticises somebody of; None where only whom or what he criticises is told."""
        text = self._material.documents[item.document].document.text
        cue = max(item.annotation.cue, key=lambda c: c[1])
        if any(_JUDGING.search(text, a, b) for a, b in item.annotation.cue):
            if content[0][0] < cue[1]:
                return None
            as_what = self.called(item, passage, content)
            if as_what is not None:
                return as_what
            if _FOR_WHAT.search(text, content[0][0], content[-1][1]) is None:
                return None
        return self.whole(item, passage)

    def thing(self, item: Told, passage: Passage, words: str, content: list[Span]) -> str | None:
        """A deed, a figure or what is to come that somebody confirms or foretells without a clause of its own."""
        text = self._material.documents[item.document].document.text
        cue = max(item.annotation.cue, key=lambda c: c[1])
        start, end = content[0]
        if start < cue[1] or end > passage.end:
            return None
        verbs = base_forms(text[cue[0] : cue[1]])
        clauses = self._referents.clauses(passage)
        if not verbs.isdisjoint(_DECLARES) and names_it(clauses, text, start, end, "declare"):
            return None if is_made_so(verbs, words) else _thing_said(words)
        if tells_of_a_deed(clauses, text, start, end, verbs, self._deeds(item.document)):
            return _thing_said(words)
        return None

    def _deeds(self, document: int) -> Sequence[int]:
        """Where the words begin, in a document, that tell of something happening."""
        if document not in self._triggers:
            events = self._material.documents[document].annotations.events
            self._triggers[document] = sorted(e.trigger[0] for e in events)
        return self._triggers[document]

    def whole(self, item: Told, passage: Passage) -> str:
        """A claim with who makes it and how; a pronoun gives way to whom it stands for."""
        text = self._material.documents[item.document].document.text
        source, cue, content = (
            sorted(s for s in part if passage.start <= s[0] < passage.end)
            for part in (item.annotation.source, item.annotation.cue, item.annotation.content)
        )
        spans = [*source, *cue, *content]
        low, high = min(a for a, _ in spans), min(max(b for _, b in spans), passage.end)
        if source and cue and content and content[-1][1] <= source[0][0] and text[: cue[0][1]].endswith("ing"):
            # `Calling it a scam, Lund said …`
            words = text[cue[0][0] : told_end(text, cue[0][0], content[-1][1])]
            return clause_text(f"{self._name(item)} {_did(words)}")
        trails = bool(source and cue) and source[0][0] == low and cue[0][0] - source[-1][1] > 12
        if trails and text[: cue[0][1]].endswith("ing"):
            # `Lund left the talks early, calling the offer an insult`: only what he calls it.
            return clause_text(f"{self._name(item)} {_did(text[cue[0][0] : told_end(text, cue[0][0], high)])}")
        if trails and content and cue[0][0] < content[0][0]:
            # `Lund said it was late and accused the mill of waste`: only what he accuses it of.
            return clause_text(f"{self._name(item)} {text[cue[0][0] : told_end(text, cue[0][0], high)]}")
        end = told_end(text, max(low, item.start), high)
        words = text[low:end]
        if not _OF.search(words):
            # `accuses Ek, whose firm lost, of waste`: what stands between is left out.
            of = _OF.search(text, end, high)
            words += "" if of is None else text[of.start() : told_end(text, of.start() + 1, high)]
        if source and source[0][0] == low and item.statement.source is not None:
            pronoun = _PRONOUN.fullmatch(text, *source[0])
            if pronoun is not None:
                words = self._name(item) + words[len(pronoun[0]) :]
        return without_dateline(clause_text(words))

    def _name(self, item: Told) -> str:
        """Who makes a statement, as its line names him: by its words, or for a pronoun by the party's name."""
        said = item.statement.source_text
        if item.statement.source is None or _PRONOUN.fullmatch(said) is None:
            return said
        return self._material.parties.get(item.statement.source).name
