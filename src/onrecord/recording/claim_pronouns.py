"""A claim that begins with `he`, `she` or `they` for somebody else than its speaker, worded with the name.

`The police say he fled`: read alone, the line does not tell who fled. Where the text does not tell it either, there is
no line to give.
"""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import gender_of
from onrecord.recording.claim_words import MARKS
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.types import Span

_OPENS = re.compile(
    r"\W*(?:(?:that|also|now|then|still|today|yesterday|somehow|once|again|and|but|even|last\s\w+|on\s\w+day"
    r"|in\s\d{4}|at\s(?:the|that|one)\s(?:time|point)|when|if|after|because),?\s){0,2}"
    r"(?P<pronoun>he|she|they)(?![\w-])(?P<short>['’](?:s|d|ll|re|ve)\b)?",
    re.I,
)
_SEVERAL = re.compile(r"\band\b|\b[a-z-]{3,}s\b|\bpeople\b|\bthey\b|\bwho\b", re.I)
_LONG = 6
"""How many words the description of a speaker may have that holds nobody else."""
_NOUN = re.compile(r"[a-z]{3,}")


def named_in_full(material: Material, referents: Referents, item: Told, words: str) -> str | None:
    """The words of a claim with whom a pronoun at their beginning stands for; None where nobody can tell.

    A pronoun is left where it can stand for the speaker (`Lund said he would stay`), and within quotation marks.
    """
    found = _OPENS.match(words)
    content = item.annotation.content
    passage = material.quotes.passage_at(item.document, content[0][0]) if content else None
    if found is None or passage is None or _is_quoted(material, passage, content[0]):
        return words
    text = material.documents[item.document].document.text
    within = re.search(rf"\b{found['pronoun']}\b", text[content[0][0] : content[0][1]], re.I)
    if within is None:
        return words
    start, end = content[0][0] + within.start(), content[0][0] + within.end()
    pronoun = found["pronoun"].casefold()
    speakers = {m[2] for a, b in item.annotation.source for m in material.parties.within(item.document, a, b)}
    source = item.statement.source
    several = pronoun == "they" and _SEVERAL.search(item.statement.source_text) is not None
    own = source is not None and (several or _may_be(material, source, pronoun))
    known = source is not None and material.parties.is_named(source)
    if own and (known or pronoun == "they") and item.annotation.source and item.annotation.source[0][0] < start:
        return words
    meant = referents.at(passage, start, end)
    if own and (not meant or source in meant):
        return words
    unnamed = words if own else None
    if len(meant) != 1 or meant[0] in speakers | {source} or not _may_be(material, meant[0], pronoun, surely=True):
        return unnamed
    if len(item.statement.source_text.split()) > _LONG:
        # Whoever tells more of himself has somebody in it for whom the pronoun may stand.
        return unnamed
    name = _name(material, meant[0], passage, start)
    if name is None or found["short"] or pronoun == "they":
        # Whom `they` are is too seldom a party that the text names.
        return None
    return f"{words[: found.start('pronoun')]}{name}{words[found.end('pronoun') :]}"


def _is_quoted(material: Material, passage: Passage, content: Span) -> bool:
    """Whether a content begins within quotation marks, its own or some that were opened in its block before it."""
    document = material.documents[passage.document].document
    if document.text.startswith(MARKS, content[0]):
        return True
    before = document.text[document.blocks[passage.block].start : content[0]]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _may_be(material: Material, party: str, pronoun: str, surely: bool = False) -> bool:
    """Whether a pronoun can stand for a party: `he` and `she` for a person of that gender, `they` for several.

    `surely`: the gender has to be known.
    """
    known = material.parties.get(party)
    if pronoun == "they":
        return known.kind in ("group", "organisation")
    told = material.parties.woman(party)
    told = gender_of(known.name.split()[0]) if told is None else told
    return known.kind == "person" and (told == (pronoun == "she") or (told is None and not surely))


def _name(material: Material, party: str, passage: Passage, at: int) -> str | None:
    """How a line names somebody: by the name, or by a description of a word that stands in the same sentence."""
    name = material.parties.get(party).name
    if material.parties.is_named(party):
        return name
    near = any(m[2] == party for m in material.parties.within(passage.document, passage.start, at))
    return f"the {name}" if near and _NOUN.fullmatch(name) is not None else None
