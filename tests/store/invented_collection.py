"""A collection of invented, annotated documents: the same for the same seed, with copies among them."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

from onrecord.types import (
    Annotated,
    Annotations,
    Block,
    Document,
    Event,
    Mention,
    Party,
    Provenance,
    Source,
    Span,
    Statement,
    Time,
)

_SYLLABLES = ("bra", "den", "fel", "gor", "hun", "kel", "lom", "mar", "nes", "ost", "pil", "ren", "sol", "tar", "vél", "łan")
_COMMON = ("the", "a", "of", "in", "on", "and", "to", "for", "that", "with")


def _word(random_: random.Random, own: str = "") -> str:
    return random_.choice(_COMMON) if random_.random() < 0.4 else own + "".join(random_.choices(_SYLLABLES, k=random_.randint(1, 3)))


def sentence(random_: random.Random, own: str = "") -> str:
    """An invented sentence of 10 to 24 invented words, now and then with quotation marks or characters beyond Latin.

    Words that are not common ones begin with `own`.
    """
    words = [_word(random_, own) for _ in range(random_.randint(10, 24))]
    if random_.random() < 0.3:
        words[4], words[7] = f"“{words[4]}", f"{words[7]}”"
    if random_.random() < 0.1:
        words[5] = random_.choice(("天気", "🌊", "Łódka", "naïve"))
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def article(number: int, seed: int = 0, paragraphs: int = 9, sentences: int = 3) -> Annotated:
    """One invented article with some sixty annotations, on something that no other one is on."""
    random_ = random.Random(f"{seed}/{number}")
    own = "".join(_SYLLABLES[int(digit)] for digit in str(number))
    title = f"Report {number}: {_word(random_, own)} treaty in doubt"
    text, blocks, spans = title, [Block("title", 0, len(title), f"char=0,{len(title)}")], []
    for _ in range(paragraphs):
        text += "\n\n"
        start = len(text)
        for n in range(sentences):
            words = sentence(random_, own)
            text += " " * (n > 0)
            spans.append((len(text), len(text) + len(words)))
            text += words
        blocks.append(Block("paragraph", start, len(text), f"char={start},{len(text)}"))
    document = Document(
        id=f"invented-{number:04d}",
        text=text,
        blocks=tuple(blocks),
        source=Source(f"invented/{number}.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest()),
        title=title,
        authors=("Ida Morrow",) if number % 3 else (),
        published=f"2025-0{1 + number % 9}-{1 + number % 28:02d}" if number % 5 else None,
        published_basis="block" if number % 5 else None,
        outlet=f"The {random_.choice(('Harbour', 'Upland', 'Evening'))} Post",
        language="en",
        tags=("shipping", "treaties"),
        provenance=Provenance(("Northwire",) if number % 4 == 0 else ()),
        maker="invented 1",
    )
    return Annotated(document, _annotations(random_, tuple(spans)))


def _annotations(random_: random.Random, sentences: tuple[Span, ...]) -> Annotations:
    parties = tuple(Party(f"p{n}", f"Party {n}", "person", "minister", None, (f"P. {n}",)) for n in range(1, 7))
    mentions, times, statements, events = [], [], [], []
    for n, (start, end) in enumerate(sentences):
        mentions.append(Mention(start, start + 5, "person", f"p{1 + n % 6}"))
        if n % 3 == 0:
            times.append(Time(end - 9, end - 3, "DATE", "2025-03-03", "2025-03-03", "2025-03-03", "on", rule="weekday"))
        if n % 3 == 1:
            statements.append(
                Statement(((start, start + 5),), ((start + 6, start + 9),), ((start + 10, end),), "asserts", "named", "p1")
            )
        if n % 2:
            confidence = round(random_.random(), 3)
            events.append(Event((start + 6, start + 12), "REJECT", ((start, start + 5),), place=(end - 4, end), confidence=confidence))
    return Annotations(sentences, tuple(mentions), parties, tuple(times), tuple(statements), tuple(events), "invented 1")


def collection(size: int, seed: int = 0, paragraphs: int = 9, sentences: int = 3) -> list[Annotated]:
    """Documents of which every seventh is a copy of the one before it, under its own id."""
    documents: list[Annotated] = []
    for number in range(size):
        if number % 7 == 6:
            copied = documents[-1]
            source = Source(f"invented/{number}.txt", "text/plain", copied.document.source.sha256)
            documents.append(replace(copied, document=replace(copied.document, id=f"invented-{number:04d}", source=source)))
        else:
            documents.append(article(number, seed, paragraphs, sentences))
    return documents
