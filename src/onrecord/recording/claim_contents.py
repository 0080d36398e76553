"""Whether a statement makes a claim, and how the claim reads on its own."""

from __future__ import annotations

import re

from onrecord.annotation.tagging import lemma
from onrecord.recording.claim_words import (
    ACCUSING,
    CALLING,
    CLAIMS,
    FEELING,
    MARKS,
    NEXT_CLAUSE,
    NO_CLAIM,
    OBJECT,
    PLAIN_CLAUSE,
    SHOWING,
    UNFINISHED,
    UNSURE,
    is_mere_thing,
    without_role,
)
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_end, clause_text, quoted_parts, without_dateline


class Contents:
    """Judges the statements of a story by their words."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents

    def claims(self, item: Told) -> bool:
        """Whether the verb of a statement is one of claiming; a quotation without one needs none."""
        text = self._material.documents[item.document].document.text
        cue = " ".join(text[a:b] for a, b in sorted(item.annotation.cue))
        if not cue:
            return True
        if UNSURE.search(re.sub(r"\A(?:according|due) to\b", "", cue, flags=re.I)):
            return False
        if CALLING.search(cue) and not self.calls(item):
            return False
        words = [lemma(w) for w in re.findall(r"[a-z]+", cue.casefold())]
        if not SHOWING.isdisjoint(words) and is_mere_thing(item.statement.text):
            return False
        return not CLAIMS.isdisjoint(words) and not self._goes_on(item)

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
        if re.match(r"an?\s", item.statement.source_text, re.I) and item.statement.text[:1].isupper():
            return False
        return any(CALLING.search(text, a, b) for a, b in item.annotation.cue)

    def worded(self, item: Told) -> str | None:
        """The text of a claim: its content, or, where that is no clause of its own, who says it and how as well.

        None where there is none to make: what is merely announced, asked or spoken about is no claim.
        """
        text = self._material.documents[item.document].document.text
        content = sorted(item.annotation.content)
        passage = self._material.quotes.passage_at(item.document, item.start)
        words = quoted_parts([text[a:b] for a, b in content])
        quoted = words.startswith(MARKS)
        if not quoted:
            words = without_dateline(words)
            words = words[: clause_end(words, 0, len(words))]
        if UNFINISHED.search(words.rstrip("”\"’', .")) and len(words.split()) < 4:
            return None
        if NO_CLAIM.match(words) or (quoted and FEELING.search(words)):
            return None
        if item.annotation.source and content and content[-1][1] <= min(a for a, _ in item.annotation.source):
            words = without_role(words)
        accuses = any(ACCUSING.search(text, a, b) for a, b in item.annotation.cue)
        if OBJECT.match(words) and not accuses and not self.calls(item):
            return None
        if passage is None or quoted or (self.is_clause(passage, words) and not accuses):
            return without_dateline(clause_text(words))
        spans = [
            s for s in (*item.annotation.source, *item.annotation.cue, *content) if passage.start <= s[0] < passage.end
        ]
        low, high = min(a for a, _ in spans), min(max(b for _, b in spans), passage.end)
        return without_dateline(clause_text(text[low : clause_end(text, max(low, item.start), high)]))

    def is_clause(self, passage: Passage, words: str) -> bool:
        """Whether words of a passage have a verb with its subject among them."""
        if PLAIN_CLAUSE.match(words):
            return True
        at = passage.text.find(words.strip(" .,")[:60])
        if at < 0:
            # Quoted on both sides of its verb of saying, or run over several sentences: whole clauses as a rule.
            return True
        start, end = passage.start + at, passage.start + at + len(words)
        clauses = self._referents.clauses(passage)
        s = clauses.sentence
        for verb in clauses.verbs:
            if start < s.starts[verb.first] < end and verb.form in ("finite", "participle"):
                subject = clauses.subject(verb)
                if subject is not None and s.starts[subject.first] >= start and verb.form == "finite":
                    return True
        return False
