"""Plural descriptions of people (`regional observers`, `sources briefed on the call`), which are groups."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import lexicons
from onrecord.annotation.names import Name
from onrecord.annotation.party_drafts import Drafts
from onrecord.annotation.syntax import Sentence


def add_groups(drafts: Drafts, names: Sequence[Name]) -> None:
    """Plural descriptions of people, by their words without article and number."""
    nouns, demonyms = lexicons.human_nouns(), lexicons.demonyms()
    begins = {(name.sentence, k): name.first for name in names for k in range(name.first, name.last)}
    for number, sentence in enumerate(drafts.sentences):
        for first, last in sentence.phrases:
            head = sentence.lower[last - 1]
            known = nouns.get(head)
            noun = sentence.tags[last - 1] in ("NNS", "NNPS", "NN") or (last == 1 and sentence.tags[0] == "NNP")
            if known is None or not known[1] or not noun:
                continue
            if head in _NOT_PEOPLE or (number, last - 1) in begins:
                continue
            while first < last - 1 and (
                sentence.tags[first] in ("DT", "PDT", "PRP$", "VBG") or sentence.lower[first] in _AMOUNTS
            ):
                first += 1
            first = begins.get((number, first), first)
            if known[0] == "anonymous":
                last = _with_what_they_know(sentence, last)
            start, end = sentence.span(first, last)
            text = " ".join(sentence.text[start:end].split())
            key = "group " + text
            draft = next(iter(drafts.bearers(key)), None) or drafts.new(text, "group", key)
            if draft.role is None and known[0] in ("collective", "anonymous", "described"):
                draft.role = head
            for length in (1, 2):
                for k in range(first, last):
                    piece = " ".join(sentence.words[k : k + length])
                    if piece in demonyms and draft.country is None:
                        draft.country = demonyms[piece]
            draft.places.append((number, start, end))


def _with_what_they_know(sentence: Sentence, last: int) -> int:
    """The end of `sources familiar with the talks`, `sources briefed on the call`: what tells them from others."""
    k = last
    if (
        k + 2 < len(sentence)
        and sentence.tags[k] in ("JJ", "VBN", "RB", "VBG")
        and sentence.tags[k + 1] in ("IN", "TO")
        and k + 2 in sentence.phrase_at
    ):
        return sentence.phrase_at[k + 2]
    if (
        k + 1 < len(sentence)
        and sentence.lower[k] in ("in", "at", "within", "inside", "from", "with", "near")
        and k + 1 in sentence.phrase_at
    ):
        return sentence.phrase_at[k + 1]
    return last


_AMOUNTS = frozenset("of much many several some most more other few all both any no such own only very".split())
_NOT_PEOPLE = frozenset(
    "groups organizations organisations nations countries states cities companies firms teams sides outlets "
    "networks studios parties unions "
    "campaigns governments administrations ministries departments courts parliaments congresses senates "
    "councils commissions committees "
    "agencies authorities embassies regimes cabinets bureaus offices forces boards banks coalitions publics "
    "communities populations heads "
    "sources-of media side hosts counts principals privates generals anchors".split()
) - {"authorities", "media"}
