"""How lines around an article begin, in many languages: `Published`, `Lesen Sie auch`, `Foto:` (`data/phrases.tsv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for line in files("onrecord.reading").joinpath("data/phrases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, phrases = line.split("\t")
            table.setdefault(kind, {}).update(dict.fromkeys(phrases.split("|")))
    return {kind: tuple(phrases) for kind, phrases in table.items()}


def phrase_at_start(kind: str, text: str) -> str | None:
    """The phrase of this kind that a line begins with, or None. A phrase must end where a word ends."""
    shown = text[:80].lstrip("▶►»›>•·-–—*[(| ")
    head = shown.casefold()
    phrases = _phrases()[kind]
    if not head.startswith(phrases):
        return None
    for phrase in phrases:
        if head.startswith(phrase):
            after = head[len(phrase) : len(phrase) + 1]
            joined = shown[len(phrase) : len(phrase) + 1].isupper() and len(shown) == len(head)  # `ByAnn Lee`: two elements
            if not phrase[-1].isalnum() or not after.isalnum() or joined or phrase[-1] > "\u0e00":
                return phrase
    return None


def is_phrase(kind: str, text: str) -> bool:
    """Whether a line is nothing but a phrase of this kind, end punctuation apart."""
    phrase = phrase_at_start(kind, text)
    return phrase is not None and len(text.strip(" :?!.…")) <= len(phrase) + 3
