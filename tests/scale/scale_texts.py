"""Invented documents in any number, some of which copy others."""

from __future__ import annotations

import random

from onrecord.editions.fingerprints import Fingerprint, fingerprint
from onrecord.types import Annotated, Annotations, Block, Document, Source

WORDS = (
    "harbour council ferry lantern quarry orchard tariff engine bishop glacier market violin copper window treaty"
    " meadow anchor barley signal winter bridge saddle pepper cannon garden mirror tunnel velvet candle ribbon"
).split()


def sentence(seed: int) -> str:
    """A sentence of twelve words; equal seeds give equal sentences, others hardly share a run of words."""
    words = random.Random(seed).choices(WORDS, k=12)
    return " ".join(words).capitalize() + "."


def document(name: str, *sentences: str) -> Annotated:
    """A document of one paragraph for each sentence."""
    text, blocks = "", []
    for part in sentences:
        text += "\n\n" if text else ""
        blocks.append(Block("paragraph", len(text), len(text) + len(part)))
        text += part
    return Annotated(Document(name, text, tuple(blocks), Source(name, "text/plain", "0" * 64)), Annotations())


def story(name: str, seed: int, length: int = 6) -> Annotated:
    """A document whose sentences no story of another seed has."""
    return document(name, *(sentence(seed * 1000 + n) for n in range(length)))


def prints(start: int, end: int) -> list[Fingerprint]:
    """Fingerprints of stories `start` to `end`; every second one is a copy of the one before."""
    return [fingerprint(story(f"d{n:05d}", n // 2)) for n in range(start, end)]


def copies(start: int, end: int) -> set[tuple[str, str]]:
    """The pairs among them that share their text."""
    return {(f"d{n:05d}", f"d{n + 1:05d}") for n in range(start, end - 1) if n % 2 == 0}
