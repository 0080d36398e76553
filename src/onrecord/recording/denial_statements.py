"""Denials without a verb of denying: statements that something is not so (`said there was no truth in it`)."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.recording.denial import Denial
from onrecord.recording.denial_accusers import OWNED, accusers
from onrecord.recording.denial_lines import turned
from onrecord.recording.denial_words import ACCUSED, BACK, JUDGES, NO_THING, NONE, SELF, UNCHOSEN
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_text


def denials_said(material: Material, passage: Passage, item: Told, others: Sequence[Told]) -> Iterator[Denial]:
    """A statement whose content says that something is not so."""
    statement = item.statement
    source = statement.source or _named_before(material, passage, item)
    if (
        source is None
        or not statement.text
        or statement.stance in ("demands", "asks", "predicts", "promises")
    ):
        return
    if re.search(r"\bof (?:whom|which)\b", statement.source_text):
        # `the victims, many of whom say`: it is not they who say it.
        return
    if _only_beside(material, item) or re.match(r"(?:turn|prov|sound|appear|seem)", statement.cue, re.I):
        # `It turns out that the rumours were false`: nobody says so.
        return
    text = _denying_part(statement.text)
    sure = NONE.match(text)
    answers, asked = False, ""
    if not sure:
        asked, of_whom = _asked(material, passage, item)
        source = of_whom or source
        if JUDGES.search(statement.source_text) or not (asked or _contrary(material, passage, item, others)):
            return
        answers = True
    if sure and JUDGES.search(statement.source_text):
        return
    spans = [
        s
        for s in (*item.annotation.source, *item.annotation.cue, *item.annotation.content)
        if passage.start <= s[0] < passage.end
    ]
    if not spans or (item.annotation.content and item.annotation.content[0][0] >= passage.end):
        # `He wrote:`, and what he wrote stands below.
        return
    start, end = min(a for a, _ in spans), min(max(b for _, b in spans), passage.end)
    denied = turned(text)
    against = accusers(material, passage, item.annotation.content[0]) if item.annotation.content else ()
    if source in against and item.annotation.source and item.annotation.source[0][1] <= passage.end:
        # Nobody calls his own account false: `the secretary’s office said Ek’s account was false`.
        low, high = item.annotation.source[0]
        source = material.parties.describe(passage.document, low, high, statement.source_text, "organisation")
    yield Denial(
        passage,
        start,
        end,
        item.start,
        (source,),
        denied.text,
        against,
        points_back=BACK.match(denied.text) is not None or OWNED.fullmatch(denied.text) is not None,
        answers=answers and not asked,
        contrary=not denied.plain or bool(asked),
        meant=asked,
    )


_AND_THAT = re.compile(r",?\s(?:and|but)\s(?=that\s)")


def _denying_part(content: str) -> str:
    """The first of several things said that says of something that it is not so; the whole where none does.

    `said that she would stay and | that reports of a sale were false`
    """
    if NONE.match(content) is not None:
        return content
    parts = _AND_THAT.split(content)
    return next((p for p in parts[1:] if NONE.match(p) is not None), content)


_ASKED = re.compile(
    r"\basked\s(?:[\w’'.-]+\s){0,6}?(?:if|whether)\s"
    r"(?P<what>(?:[\w’'-]+\s){1,6}?(?:had|has|have|was|were|did|knew|\w{2,}ed)\s[^,;?!.“”\"]{3,120})[,.]\W*\Z",
    re.I,
)
"""What somebody was asked, at the end of the sentence before his answer or right before it in his own."""
_NO = re.compile(
    r"\W*(?:no\b(?=\W)|not (?:at all|true)\b|never\b|absolutely not\b|of course not\b"
    r"|(?:that )?(?:I|we|he|she|it|they)\b ?(?:(?:had|have|has|was|were|did|do|does|am|is|are)(?: not|n[’']t)"
    r"|(?:['’](?:ve|m|re|d) )not"
    r"|(?:had |have |has )?never)\b)",
    re.I,
)


def _asked(material: Material, passage: Passage, item: Told) -> tuple[str, str | None]:
    """What somebody was asked whether it was so, if he answers that it was not; and who was, for an answer by `he`.

    `Asked if the mill had burned waste, Ek said it had not`, `Ek was asked whether he had fled. “I did not,” he said.`
    """
    text = item.statement.text
    if _NO.match(text) is None or UNCHOSEN.search(" ".join(text.split()[:5])):
        return "", None
    head = min(a for a, _ in (*item.annotation.source, *item.annotation.cue, *item.annotation.content))
    own = _question(passage.text[: max(0, head - passage.start)])
    if own is not None:
        return clause_text(own["what"]), None
    before = next(iter(material.passages_before(passage, 1)), None) if head - passage.start < 3 else None
    question = None if before is None or before.is_summary else _question(before.text)
    if before is None or question is None:
        return "", None
    whom: str | None = None
    if item.statement.source_text.casefold() in ("he", "she"):
        # Whoever is named last before `was asked`, or between `asked` and `if`: his answer follows.
        passive = _WAS.search(before.text, 0, question.start()) is not None
        stop = before.start + (question.start() if passive else question.start("what"))
        named = material.parties.within(before.document, before.start, stop)
        people = [m[2] for m in named if material.parties.get(m[2]).kind == "person"]
        whom = people[-1] if people else None
    return clause_text(question["what"]), whom


def _question(text: str) -> re.Match[str] | None:
    """The question at the end of a text that asks whether something is so, and not what somebody thinks of it."""
    found = _ASKED.search(text)
    return None if found is None or _VIEW.search(found["what"]) else found


_VIEW = re.compile(
    r"\b(?:mistakes?|right|wrong|fair|unfair|worth|good|bad|proud|sorry|happy|ready|surprised|worried|afraid|better"
    r"|worse)\b",
    re.I,
)
_WAS = re.compile(r"\b(?:was|were|been|when|being)\s(?:\w+\s)?\Z")


def _only_beside(material: Material, item: Told) -> bool:
    """Whether the party of a statement is only named in what is told of its source (`the man seized by the Front`)."""
    if item.statement.source is None or not item.annotation.source:
        return False
    relative = re.search(r"\b(?:who|which|that|by|whom|whose)\b", item.statement.source_text)
    low, high = item.annotation.source[0]
    text = material.documents[item.document].document.text
    if re.search(r"\w+ed\sby\s(?:the\s)?\Z", text[max(0, low - 30) : low]):
        return True
    named = [m for m in material.parties.within(item.document, low, high) if m[2] == item.statement.source]
    return relative is not None and bool(named) and all(m[0] >= low + relative.start() for m in named)


def _named_before(material: Material, passage: Passage, item: Told) -> str | None:
    """Who is named right before the description that a statement has for its source (`Ek, head of the club, said`)."""
    if not item.annotation.source:
        return None
    start = item.annotation.source[0][0]
    named = material.parties.within(passage.document, passage.start, start)
    return named[-1][2] if named and 0 <= start - named[-1][1] <= 3 else None


def _contrary(material: Material, passage: Passage, item: Told, others: Sequence[Told]) -> bool:
    """Whether a negated content answers what somebody else said, or an accusation made shortly before."""
    text = item.statement.text
    thing = NO_THING.match(text)
    if thing is not None:
        noun = thing[1].casefold().rstrip("s")
        before = others[max(0, bisect.bisect_left(others, item.start, key=lambda t: t.start) - _FEW) :]
        return any(
            t.start < item.start and t.statement.source not in (None, item.statement.source)
            and noun in t.statement.text.casefold() and not re.search(rf"\bno (?:\w+ )?{noun}", t.statement.text, re.I)
            for t in before[:_FEW]
        )  # fmt: skip
    if _NEGATED.match(text) and not _MODAL.search(text[:60]):
        said = gist_of(_NOT.sub(" ", text)[:200])
        before = others[max(0, bisect.bisect_left(others, item.start, key=lambda t: t.start) - _FEW) :][:_FEW]
        if any(
            t.start < item.start and t.statement.source not in (None, item.statement.source)
            and t.statement.stance != "denies" and not _NOT.search(t.statement.text)
            and len(common := said & gist_of(t.statement.text)) >= 4 and len(common) >= 0.75 * len(said)
            for t in before
        ):  # fmt: skip
            return True
    first = re.split(r"[.;!?]", text.strip("“\"”' "), maxsplit=1)[0]
    if _is_told_before(material, passage, item, others, first):
        return True
    if not SELF.match(text) or UNCHOSEN.search(" ".join(first.split()[:7])):
        return False
    source = item.statement.source
    said = gist_of(_NOT.sub(" ", first))
    near = [p for p in material.passages_before(passage, 2) if ACCUSED.search(p.text) and said & gist_of(p.text)]
    if any(m[2] == source for p in near for m in material.parties.within(p.document, p.start, p.end)):
        return True
    # Somebody who is named by no name there may be meant, too; where he is, it is he who was accused.
    named = any(m[2] == source for m in material.parties.within(passage.document, 0, passage.start))
    return ACCUSED.search(passage.text) is not None or (bool(near) and not named)


def _is_told_before(
    material: Material, passage: Passage, item: Told, others: Sequence[Told], content: str
) -> bool:
    """Whether a sentence shortly before tells as a fact just what a content says was not so.

    `A pump that was switched off caused it. … The embassy said that no pump had been switched off.`
    """
    clause = re.split(r",?\s(?:and|but|because)\s", content, maxsplit=1)[0]
    said = gist_of(_NOT.sub(" ", clause))
    if _NEGATED_FACT.match(clause) is None or _MODAL.search(clause) or len(said) < 2:
        return False
    own = [t for t in others if t.statement.source == item.statement.source and t.document == passage.document]
    return any(
        said <= gist_of(p.text) and _NOT.search(p.text) is None and not p.is_summary
        and not any(p.start <= t.start < p.end for t in own)
        for p in material.passages_before(passage, _SENTENCES)
    )  # fmt: skip


_SENTENCES = 6
"""How many sentences before one may tell what it says was not so."""
_NEGATED_FACT = re.compile(
    r"\W*(?:that\s)?(?:no\s(?:[\w’'-]+\s){1,3}?(?:had|has|have|was|were)\s(?:ever\s|yet\s)?(?:been\s)?[a-z]{3,}"
    r"|(?:the|his|her|its|their|an?)\s(?:[\w’'-]+\s){1,3}?(?:had|has|have|was|were|did)(?:\s(?:not|never)|n[’']t)\s)",
    re.I,
)
_NOT = re.compile(r"\b(?:no|not|never|none|neither|nobody|nothing)\b|n['’]t\b", re.I)
_NEGATED = re.compile(r"\W*(?:[\w’'.-]+\s){0,6}?(?:not|never|none|nobody|\w+n['’]t)\b", re.I)
_MODAL = re.compile(r"\b(?:will|would|wo|should|must|can|could|may|might|shall|cannot)\b", re.I)
_FEW = 12
"""How many statements before one may be what it answers."""
