"""Sums that are owed: who sent the bill, and who owes it, where the sentence that tells the due time leaves it out."""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.due_reading import Due
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents

_RULES = frozenset({"falls due", "had", "bound", "within", "put off"})
_SUM = re.compile(
    r"\b(?:pay(?:s|ing|ments?|able)?|paid|bills?|amount|balance|rent|fees?|fines?|tax(?:es)?|premiums?|instal?lments?"
    r"|invoices?|repay\w*|settle)\b",
    re.I,
)
_BILL = re.compile(r"\b(?:bill(?:s|ed|ing)?|invoices?d?|(?:tax|rent|account|bank) (?:demand|statement)s?)\b", re.I)
_SENT = re.compile(r"\b(?:bills?|invoices?|demands?|statements?|notices?)\s(?:[^.;,]{1,40}?\s)?from\s(?:the\s)?", re.I)
_SENDS = re.compile(
    r"\s(?:has\s|had\s)?(?:(?:sent|mailed|e-?mailed|issued|handed)\s[^.;]{1,60}?\b(?:bills?|invoices?|demands?)\b"
    r"|(?:billed|invoiced|charged)\s(?:her|him|them|the|an?|[A-Z]))"
)
_SENDER = re.compile(
    r"\b(?:her|his|their|its|the|an?)\s(?:[\w-]+\s){0,2}?"
    r"(?:provider|utility|landlord|lender|supplier|insurer|hospital|creditor"
    r"|(?:electric(?:ity)?|power|water|gas|energy|phone|telephone|cable|internet|insurance|card)\s(?:company|firm|board))\b",
    re.I,
)
"""Who sends bills, by what he is."""
_GETS = frozenset({"receive", "get", "open", "owe", "see", "find"})
_BILLS = frozenset({"bill", "invoice"})
_BACK = 8
"""How many sentences before a due time may tell who got the bill."""


def owed(material: Material, referents: Referents, due: Due, bills: dict[int, bool]) -> Due:
    """A due time for a sum with the one who owes it and the one who billed him, where the document tells them.

    `bills` keeps which documents tell of a bill.
    """
    words = due.passage.text[due.start - due.passage.start : due.end - due.passage.start]
    if due.rule not in _RULES or (due.set_by and due.on) or not _SUM.search(words):
        return due
    number = due.passage.document
    if number not in bills:
        bills[number] = _BILL.search(material.documents[number].document.text) is not None
    if not bills[number]:
        return due
    on = due.on or _debtor(material, referents, due)
    set_by = due.set_by or tuple(p for p in _biller(material, due.passage.document) if p not in on)
    return due if (set_by, on) == (due.set_by, due.on) else dataclasses.replace(due, set_by=set_by, on=on)


def _debtor(material: Material, referents: Referents, due: Due) -> tuple[str, ...]:
    """Who is said to pay in the same sentence, or to have got a bill in one before it."""
    for passage in reversed([*material.passages_before(due.passage, _BACK), due.passage]):
        clauses = referents.clauses(passage)
        for verb in clauses.verbs:
            pays = passage is due.passage and verb.lemma in ("pay", "owe", "settle")
            gets = verb.lemma in _GETS and verb.form == "finite" and not verb.passive
            if not (pays or gets or verb.lemma in _BILLS):
                continue
            if verb.lemma in _BILLS and not verb.negated:
                billed = clauses.subject(verb) if verb.passive else clauses.object(verb)
                if found := referents.who(passage, billed):
                    return found
            thing = None if not gets else clauses.object(verb)
            if gets and (thing is None or _BILL.search(clauses.sentence.text, *clauses.span(thing)) is None):
                continue
            found = referents.who(passage, clauses.subject(verb))
            if found:
                return found
    return ()


def _biller(material: Material, document: int) -> tuple[str, ...]:
    """Who sent a bill, as a document tells: by the bill, by what he did, or by what he is."""
    text, parties = material.documents[document].document.text, material.parties
    for found in _SENT.finditer(text):
        named = parties.within(document, found.end(), found.end() + 80)
        if named and named[0][0] == found.end():
            return (named[0][2],)
    told: tuple[str, ...] = ()
    for start, end, party in parties.within(document, 0, len(text)):
        if _SENDS.match(text, end) and text[max(0, start - 2) : start] != "by":
            return (party,)
    for found in _SENDER.finditer(text):
        named = parties.within(document, max(0, found.start() - 80), found.end() + 80)
        beside = [m for m in named if text[m[1] : found.start()] == ", " or text[found.end() : m[0]] in (" ", ", ")]
        if beside:
            return (beside[0][2],)
        if not told:
            name = re.sub(r"\A(?:her|his|their|its|the|an?)\s", "", found[0], flags=re.I)
            told = (parties.describe(document, found.start(), found.end(), name, "organisation"),)
    return told
