"""What a record's values are called where people read them: in a terminal and on a page alike."""

from __future__ import annotations

import re

from onrecord.types import Claim, Stance

STANCES: dict[Stance, str] = {
    "asserts": "said", "alleges": "alleged", "confirms": "confirmed", "denies": "denied", "demands": "demanded",
    "promises": "promised", "threatens": "threatened", "predicts": "expected", "believes": "believed", "asks": "asked",
}  # fmt: skip
"""In the past, which is the same for one who speaks and for many."""
CONTESTED = frozenset({"disputed", "denied", "retracted"})
"""The states of claims that somebody has spoken against."""
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\s+(?:that\s+)?(?=\S)", re.I)


def is_contested(claim: Claim) -> bool:
    """Whether somebody denies or disputes a claim, or has taken it back."""
    return bool(claim.denied_by) or claim.status in CONTESTED


def claimed(claim: Claim) -> str:
    """What is claimed. Of `His office denies all charges`, what is denied, and not once more that it is."""
    denied = _DENIES.search(claim.text) if claim.denied_by else None
    return claim.text[denied.end() :] if denied else claim.text
