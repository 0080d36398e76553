"""Whether a statement makes a claim, and how the claim reads on its own."""

from __future__ import annotations

import re

from onrecord.annotation.tagging import lemma
from onrecord.recording.claim_ends import told_end, without_rest
from onrecord.recording.claim_phrases import PhraseClaims
from onrecord.recording.claim_pieces import (
    completed,
    from_subject,
    joined,
    with_name,
    within_bracket,
    without_head,
    without_topic,
)
from onrecord.recording.claim_words import (
    ACCUSING,
    BREAKS_OFF,
    CALLING,
    CLAIMS,
    DEPICTING,
    FATE,
    FEELING,
    IDIOM,
    MAKING_KNOWN,
    MARKS,
    NAMED_SO,
    NAMING,
    NEEDS_CLAUSE,
    NEXT_CLAUSE,
    NO_CLAIM,
    NOBODY,
    NOT_SAID,
    OBJECT,
    OF_A_THING,
    PASSIVE,
    PICTURES,
    PLAIN_CLAUSE,
    QUESTION,
    SAID_TO,
    SHAPED,
    SHARE_BEFORE,
    SHOWING,
    SO_MUCH,
    SUPPOSED,
    UNFINISHED,
    UNSURE,
    WITHOUT_OBJECT,
    is_mere_thing,
    without_role,
)
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_text, has_verb, quoted_parts, without_dateline
from onrecord.types import Span

_AS = re.compile(r"\b(?:as|how|that|like)\b|\A\w+ing\b")
_RUNS_ON = re.compile(r"\A[^“\"]{4,60}\b(?:later|then|also|now|has|have|had)\s(?:said|says|told|added)\b")
_QUOTES = re.compile(r"[“”\"‘]|``|''")
_THAT = re.compile(r"\bthat\s+\Z")
_OF_QUOTED = re.compile(r"(?:his|her|its|their)\s[“\"][^“”\"]+[”\"]\W*\Z")
"""A thing of somebody's in quotation marks (`his “great mistake”`), no clause."""
_BARE_OBJECT = re.compile(r"\W*(?:it|him|her|them|that|this)\s(?:an?|the|[“\"'‘`])", re.I)
_SAID_LAST = re.compile(r",?\s(?:(?:he|she|it|they) (?:said|says|added)|though|however)\W*\Z")
_FOR_LONG = re.compile(r"\A(?:an?|two|three|several|many|some)\s(?:hour|day|week|month|year|decade)s?\sthat\s", re.I)
_HEAD_LEFT = re.compile(
    r"\A(?:(?:and|or)\s\w+(?:ed|t)\s[^.;:“\"]{2,80}?\bthat\s(?=[\w$“\"])|(?:and|&)\s[A-Z][\w.]*(?:\s\([^()]{2,40}\))?,\s"
    r"|(?:broadcast|published|released|obtained|conducted|posted|aired|issued|filed|commissioned)\s"
    r"(?:on|by|in|at|for|with)\s[^,.;:“\"]{2,50},\s)"
)
"""What belongs to how something was said (`posted online [and mailed to the Courier that] the mill would close`)."""
_AND_OTHERS = re.compile(r"\Aand\s[^,.;:“\"]{3,90},\s(?=\S)")
"""More of those to whom something is put down (`According to the police [and two clerks who saw it,] he fled`)."""
_ON_AIR = re.compile(
    r"\son\s(?:\w+day['’]s\s)?(?:the\s)?[“\"][A-Z][\w’'&-]*"
    r"(?:\s(?:[A-Z][\w’'&-]*|\d+|the|of|and|with|in|to|for)){0,5}[.,]?[”\"]\W*\Z"
)
"""Where something was said, by the name of a broadcast (`on Friday’s “The Morning Hour”`)."""
_OF_SOMETHING = re.compile(
    r"\W*(?:I\s(?:think|believe|guess|feel)\s)?(?:it|that|this|these|those)(?:['’]s|\s(?:is|was|are|were|has|will|would))\b",
    re.I,
)
_POINTS_BACK = re.compile(
    r"\W*(?:that|this|these|those)(?:['’]s|\s(?:is|was|are|were|has|had|will|would)(?:n['’]t)?)\b", re.I
)
"""What is said of something that only the sentence before tells."""
_FEW = 6
"""A quotation of at most so many words may be a mere fragment."""
_VAGUE = 10
"""A quotation of fewer words that begins so says nothing of its own (`“That was a mistake”`)."""
_HEADLESS = re.compile(r"\W*(?:he|she|they|it)\b", re.I)
_SAID = re.compile(r"sa(?:id|ys|y)|told|according to", re.I)
_CALLED_TO = re.compile(r"(?:(?:the|his|her|its|their)\s)?[\w’'.-]+(?:\s[A-Z][\w’'.-]+)*\sto\s(?!be\b)[a-z]+")
"""Somebody called to do something, not by a name (`called Lund to testify`)."""
_CALLED_ONLY = re.compile(r"(?:it|him|her|them)\W*(?:\Z|(?:in|at|on|for|after|before|during|last|this)\b)", re.I)
"""What is called, without what it is called (`as the Courier called them in an article`)."""
_CALLS_ITSELF = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)\b")
_GOES_ON = re.compile(r"\s?[:,.]|\s?[“\"‘]|\sthat\b|\Z")
_TO_HAVE_DONE = re.compile(
    r"to\shave\s(?!(?:an?|the|no|any|some|to|his|her|its|their|it|as|more|enough|had)\b)(?:\w+ly\s)?(?:been\s)?\w+"
    r"(?:\s[\w’'&$€£.,-]+){2,}",
    re.I,
)
_CLAIMS_DEEDS = re.compile(r"\b(?:claim|profess|boast|admit|confess|report|alleg)\w*\Z", re.I)
"""Verbs behind which an infinitive tells what one has done oneself (`claimed to have burned 12 trucks`)."""
_SAID_WHERE = re.compile(
    r"\s(?:in|on|at|through|via|during)\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s?){1,3}(?:\sto)?\Z", re.I
)
"""Where or to whom something is said, behind the verb (`estimated | in a note to`)."""
_LEAST = 5
"""So many words has a clause that is told, but for those of which the verb is a plain one."""
_WHAT = re.compile(r"\W*(?:what|who|where|how|why)", re.I)
_RELATIVES = frozenset({"who", "which", "whom", "whose", "that", "where"})
_DOING = re.compile(r"\w{2,}ing\b")
_MORE = re.compile(r"\s[a-z]")
_STARTS = re.compile(r"(?:the|an?|its|his|her|their|our|no|some|many|all|most|both|[A-Z][\w’'-]+)\s")
"""How a clause begins, as what is said in so many words is one though no verb was seen in it."""
_PLAIN = re.compile(
    r"\b(?:say|said|told|add|argu|not(?:e|ing)\b|claim|insist|warn(?!ing against)|suggest|tell|announc|stat|stress"
    r"|explain|maintain|contend|assert)\w*\Z",
    re.I,
)
"""Verbs of saying that have a clause after them, with `that` or without."""


def _is_said_to(item: Told, cue: str) -> bool:
    """Whether a source is whom something is said to or of, or stands within what is said: then he says nothing."""
    source, cues, content = item.annotation.source, item.annotation.cue, item.annotation.content
    if not source:
        return False
    start, end = min(a for a, _ in source), max(b for _, b in source)
    if any(a <= start and end <= b for a, b in content):
        return True
    by = cue.casefold().endswith(" by")
    if PASSIVE.search(cue) is None:
        return False
    return not by if start < cues[0][0] else cue.casefold().endswith("written by")


class Contents:
    """Judges the statements of a story by their words."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents
        self._phrases = PhraseClaims(material, referents)

    def claims(self, item: Told) -> bool:
        """Whether the verb of a statement is one of claiming; a quotation without one needs none."""
        text = self._material.documents[item.document].document.text
        cue = " ".join(text[a:b] for a, b in sorted(item.annotation.cue))
        if not cue:
            return True
        if UNSURE.search(_SAID_WHERE.sub("", re.sub(r"\A(?:according|due) to\b", "", cue, flags=re.I))):
            return False
        if CALLING.search(cue) and not self.calls(item):
            return False
        if DEPICTING.search(cue) and not self._says_as_what(item):
            return False
        if self._is_elsewhere(item):
            return False
        if item.statement.source_text == "who" and _RUNS_ON.match(item.statement.text):
            # `those who first reported a fire later said …`: the verb of the sentence was taken in.
            return False
        if SHAPED.search(cue) and FATE.match(item.statement.text):
            return False
        if _is_said_to(item, cue) or NOBODY.match(item.statement.source_text) or OF_A_THING.search(cue):
            return False
        if item.annotation.source:
            speaks = min(a for a, _ in item.annotation.source)
            if SUPPOSED.search(text, max(0, speaks - 24), speaks) or SHARE_BEFORE.search(
                text, max(0, speaks - 24), speaks
            ):
                return False
            if CALLING.search(cue) is None and self._lacks_object(item, speaks):
                return False
        said = min(a for a, _ in item.annotation.cue)
        if NOT_SAID.search(text, max(0, said - 30), said) or item.statement.source_text.casefold().endswith(" you"):
            return False
        words = [lemma(w) for w in re.findall(r"[a-z]+", cue.casefold())]
        if not NEEDS_CLAUSE.isdisjoint(words) and not self._has_clause(item):
            return False
        if not SHOWING.isdisjoint(words) and is_mere_thing(item.statement.text):
            return False
        if not MAKING_KNOWN.isdisjoint(words) and not self._has_clause(item, whole=True):
            return False
        if words and words[-1] == "continue" and _GOES_ON.match(text, item.annotation.cue[-1][1]) is None:
            return False
        shows = item.annotation.source_kind == "document" and "show" in words and not self._is_picture(item)
        return (shows or not CLAIMS.isdisjoint(words)) and not self._goes_on(item)

    def _is_elsewhere(self, item: Told) -> bool:
        """Whether what was taken for a content stands in another sentence than its verb, without quotation marks."""
        text = self._material.documents[item.document].document.text
        passage = self._material.quotes.passage_at(item.document, min(a for a, _ in item.annotation.cue))
        if passage is None or not item.annotation.content:
            return False
        start, end = item.annotation.content[0][0], max(b for _, b in item.annotation.content)
        outside = end <= passage.start or start >= passage.end
        close = text[passage.end - 1 : passage.end] == ":" or _QUOTES.search(text, start, end) is not None
        before = text[max(0, start - 400) : start]
        return outside and not close and before.count("“") == before.count("”") and before.count('"') % 2 == 0

    def _says_as_what(self, item: Told) -> bool:
        """Whether somebody who describes a thing says what it is (`described it as a farce`), or is quoted on it."""
        text = self._material.documents[item.document].document.text
        end = max((b for _, b in item.annotation.cue), default=0)
        return any(text.startswith(MARKS, a) or _AS.search(text, min(a, end), b) for a, b in item.annotation.content)

    def _is_picture(self, item: Told) -> bool:
        """Whether what shows something is a picture, which says nothing (`footage shows him running`)."""
        passage = self._material.quotes.passage_at(item.document, item.start)
        clauses = None if passage is None else self._referents.clauses(passage)
        verb = None if clauses is None else clauses.verb_at(item.start)
        subject = None if clauses is None or verb is None else clauses.subject(verb)
        nouns = {w for n in (item.statement.source_text.casefold(),) for w in n.split()[:3]}
        if clauses is not None and subject is not None:
            nouns.add(clauses.sentence.lower[subject.head])
        return not PICTURES.isdisjoint(nouns)

    def _lacks_object(self, item: Told, speaks: int) -> bool:
        """Whether what is said is part of a relative clause, so that its object stands before who says it."""
        content = item.annotation.content
        passage = self._material.quotes.passage_at(item.document, speaks)
        if passage is None or not content or content[0][0] < speaks:
            return False
        text = self._material.documents[item.document].document.text
        found = WITHOUT_OBJECT.search(text, max(passage.start, speaks - 60), speaks)
        if found is None or text.startswith(MARKS, content[0][0]):
            return False
        if SAID_TO.search(text, passage.start, found.start("noun")) is not None:
            return False
        clauses = self._referents.clauses(passage)
        noun = clauses.tags[clauses.index(found.start("noun"))] in ("NN", "NNS")
        return noun and clauses.tags[clauses.index(content[0][0])] in ("PRP", "DT", "NNP", "PRP$")

    def _has_clause(self, item: Told, whole: bool = False) -> bool:
        """Whether what follows a verb is a clause or a quotation, not a thing (`found a leak`).

        `whole`: a thing with a clause of its own (`terms of a sale that is planned`) is none either.
        """
        text = self._material.documents[item.document].document.text
        content = sorted(item.annotation.content)
        passage = self._material.quotes.passage_at(item.document, item.start)
        if not content or passage is None:
            return False
        start, end = content[0]
        recalls = re.match(r"(?:the|an?|its|his|her|their)\s", text[start : start + 6], re.I)
        if recalls is not None and not PLAIN_CLAUSE.match(text[start:end]):
            # `recalled its pill after the ministry said that …`: the clause within is no more than a time.
            return self._begins_clause(passage, start)
        if text.startswith(MARKS, start) or _THAT.search(text, max(0, start - 6), start) or len(content) > 1:
            return True
        before = max((b for _, b in (*item.annotation.cue, *item.annotation.source)), default=0)
        if whole and before <= start < passage.end and not text.startswith("that ", start):
            return self._begins_clause(passage, start)
        return self.is_clause(passage, text[start:end])

    def _begins_clause(self, passage: Passage, start: int) -> bool:
        """Whether a finite verb has the words at an offset for its subject."""
        clauses = self._referents.clauses(passage)
        s = clauses.sentence
        for verb in clauses.verbs:
            subject = clauses.subject(verb) if verb.form == "finite" and s.starts[verb.first] > start else None
            if subject is not None and s.starts[subject.first] <= start < s.ends[subject.last - 1]:
                return True
        return False

    def _goes_on(self, item: Told) -> bool:
        """Whether a verb of saying has what it says after it, so that what was taken for it is the article's own."""
        text = self._material.documents[item.document].document.text
        cue, content = item.annotation.cue, item.annotation.content
        if not cue or not content or max(b for _, b in content) > min(a for a, _ in cue):
            return False
        if text.startswith(MARKS, min(a for a, _ in content)):
            return False
        return NEXT_CLAUSE.match(text, max(b for _, b in cue)) is not None

    def calls(self, item: Told) -> bool:
        """Whether somebody calls a thing something (`called the offer an insult`, but not `a firm called Nord Air`)."""
        text = self._material.documents[item.document].document.text
        passage = self._material.quotes.passage_at(item.document, item.start)
        verb = None if passage is None else self._referents.clauses(passage).verb_at(item.start)
        if verb is None or verb.passive or verb.form == "passive participle":
            return False
        content, cue = item.annotation.content, item.annotation.cue
        if content and cue and IDIOM.match(text, min(a for a, _ in content)):
            return False
        if content and _CALLED_TO.match(text, content[0][0]):
            return False
        if content and _CALLED_ONLY.match(text, content[0][0], content[-1][1]):
            return False
        if content and cue and NAMED_SO.search(text, cue[-1][0], cue[-1][1]):
            said = min(a for a, _ in content)
            if cue[-1][1] <= said <= cue[-1][1] + 2 and text.startswith(MARKS, said):
                # `the plan labelled “a gift”`: somebody else labelled it.
                return False
        itself = content and cue and _CALLS_ITSELF.match(text, cue[-1][1]) is not None
        if itself and text.endswith(" ", 0, cue[-1][0]) and text.endswith("ing", 0, cue[-1][1]) and any(
            b == cue[-1][0] - 1 for _, b in item.annotation.source
        ):
            # `a group calling itself Free Harbour`
            return False
        if re.match(r"an?\s", item.statement.source_text, re.I) and re.match(r"(?:the\s)?[A-Z]", item.statement.text):
            return False
        return any(CALLING.search(text, a, b) for a, b in item.annotation.cue)

    def worded(self, item: Told) -> str | None:
        """The text of a claim: its content, or, where that is no clause of its own, who says it and how as well.

        None where there is none to make: what is merely announced, asked or spoken about is no claim.
        """
        text = self._material.documents[item.document].document.text
        content = sorted(item.annotation.content)
        passage = self._material.quotes.passage_at(item.document, item.start)
        said = (*item.annotation.source, *item.annotation.cue)
        content = without_topic(text, said, within_bracket(text, said, content))
        if passage is not None:
            content = completed(text, said, content, passage.end)
            if content and self._begins_with_verb(passage, content[0][0]):
                content = from_subject(text, said, content)
            elif content and self._is_told_after(item, content) and not self._begins_clause(passage, content[0][0]):
                content = with_name(text, content)
        words = quoted_parts([text[a:b] for a, b in joined(text, item, content)])
        words = without_head(text, content[0][0], words) if content else words
        quoted = words.startswith(MARKS)
        if not quoted:
            words = without_dateline(words)
            words = words[: told_end(words, 0, len(words), self._is_told_after(item, content))]
            words = without_rest(words, bool(content) and _MORE.match(text, content[-1][1]) is not None)
        if UNFINISHED.search(words.rstrip("”\"’', .")) and len(words.split()) < 4:
            return None
        if BREAKS_OFF.search(words):
            return None
        did = _TO_HAVE_DONE.match(words) is not None and any(
            _CLAIMS_DEEDS.search(text, a, b) for a, b in item.annotation.cue
        )
        if did and not quoted:
            # `claimed to have burned 12 trucks`
            return clause_text(words)
        if NO_CLAIM.match(words) or SO_MUCH.match(words) or QUESTION.match(words) or (quoted and FEELING.search(words)):
            return None
        if item.annotation.source and content and content[-1][1] <= min(a for a, _ in item.annotation.source):
            words = without_role(words)
        if item.statement.cue[:9].casefold() == "according":
            words = _AND_OTHERS.sub("", words)
        words = _HEAD_LEFT.sub("", _FOR_LONG.sub("", _SAID_LAST.sub("", _ON_AIR.sub("", words))))
        if quoted and _OF_SOMETHING.match(words) and len(words.split()) < _VAGUE:
            return None
        if not quoted and (_POINTS_BACK.match(words) or (passage is not None and passage.kind == "title" and (
            _HEADLESS.match(words) is not None
        ))):
            return None
        if passage is not None and _OF_QUOTED.match(words) and not self._begins_clause(passage, content[0][0]):
            return None
        accuses = any(ACCUSING.search(text, a, b) for a, b in item.annotation.cue)
        if OBJECT.match(words) and not accuses and not self.calls(item):
            return None
        if quoted and passage is not None and self._is_fragment(item, words):
            return self._phrases.whole(item, passage) if accuses else None
        if passage is None or quoted:
            return without_dateline(clause_text(words))
        calls = any(NAMING.search(text, a, b) for a, b in item.annotation.cue)
        if calls and not accuses:
            return self._phrases.called(item, passage, content)
        told = bool(content) and _THAT.search(text, max(0, content[0][0] - 6), content[0][0]) is not None
        told = told or words.startswith("that ")
        plain = any(_PLAIN.search(text, a, b) for a, b in item.annotation.cue)
        sources = item.annotation.source
        ends = bool(content and sources) and content[-1][1] <= sources[0][0]
        plain = plain or (ends and any(_SAID.fullmatch(text, a, b) for a, b in item.annotation.cue))
        finite = has_verb(words) or self._has_finite(item, passage)
        # `Ada Lund, who doctors said lost a leg`: the two pieces are a subject and its verb.
        clause = self.is_clause(passage, words) or (len(content) == 2 and _QUOTES.search(words) is None)
        if not plain and not told and _DOING.match(words) and not self._begins_clause(passage, content[0][0]):
            clause = False
        long = len(words.split()) >= _FEW and _STARTS.match(words) is not None
        if told or (not accuses and ((plain and (finite or long)) or clause)):
            return without_dateline(clause_text(words))
        if accuses:
            return self._phrases.reproach(item, passage, content)
        if finite and (ends or item.statement.cue[:9].casefold() == "according"):
            return without_dateline(clause_text(words))
        return self._phrases.thing(item, passage, words, content)

    def _begins_with_verb(self, passage: Passage, start: int) -> bool:
        """Whether a finite verb stands at an offset."""
        verb = self._referents.clauses(passage).verb_at(start) if passage.start <= start < passage.end else None
        return verb is not None and verb.form == "finite"

    def is_told(self, item: Told) -> bool:
        """Whether a content begins with the subject of a finite verb (`The mill spent nine million, Ek said`)."""
        if not item.annotation.content or len(item.statement.text.split()) < _LEAST or _WHAT.match(item.statement.text):
            return False
        start = min(a for a, _ in item.annotation.content)
        passage = self._material.quotes.passage_at(item.document, start)
        return passage is not None and self._begins_clause(passage, start) and self._has_finite(item, passage)

    def _has_finite(self, item: Told, passage: Passage) -> bool:
        """Whether a finite verb is tagged within what a statement has of a passage."""
        clauses = self._referents.clauses(passage)
        starts = [clauses.sentence.starts[v.first] for v in clauses.verbs if v.form == "finite"]
        return any(a <= at < b for a, b in item.annotation.content for at in starts)

    def _is_fragment(self, item: Told, words: str) -> bool:
        """Whether what is quoted is a few words without a verb (`“sound science”`), which state nothing."""
        if len(words.split()) > _FEW or len(item.annotation.content) != 1:
            return False
        start, end = item.annotation.content[0]
        passage = self._material.quotes.passage_at(item.document, start)
        if passage is None or end > passage.end:
            return False
        clauses = self._referents.clauses(passage)
        tags = clauses.tags[clauses.index(start) : clauses.index(end - 1) + 1]
        return not any(tag[:2] in ("VB", "MD") for tag in tags) and has_verb(words) is False

    def _is_told_after(self, item: Told, content: list[Span]) -> bool:
        """Whether who says it stands behind all of a content, so that none of it is the reporter's."""
        said = (*item.annotation.source, *item.annotation.cue)
        return bool(said and content) and max(b for _, b in content) <= min(a for a, _ in said)

    def is_clause(self, passage: Passage, words: str) -> bool:
        """Whether words of a passage have a verb with its subject among them."""
        if PLAIN_CLAUSE.match(words):
            return True
        at = passage.text.find(words.strip(" .,")[:60])
        if at < 0:
            # Quoted on both sides of its verb of saying, or run over several sentences: whole clauses as a rule.
            return has_verb(words) or len(words.split()) > _FEW * 2
        start, end = passage.start + at, passage.start + at + len(words)
        clauses = self._referents.clauses(passage)
        s = clauses.sentence
        for verb in clauses.verbs:
            if start < s.starts[verb.first] < end and verb.form in ("finite", "participle"):
                subject = clauses.subject(verb)
                # `a cache of papers that shows it`: no verb of the thing, but of a clause that hangs on it.
                ahead = {verb.first - 1} | (set() if subject is None else {subject.first - 1})
                relative = any(i >= 0 and s.starts[i] > start and s.lower[i] in _RELATIVES for i in ahead)
                if subject is not None and s.starts[subject.first] >= start and verb.form == "finite" and not relative:
                    return True
        return False
