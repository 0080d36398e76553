"""Values to rows and back.

JSON columns hold the fields of `onrecord.types` under their own names, in their order of definition, so that equal
values make equal bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from onrecord.types import (
    Annotated,
    Annotations,
    Block,
    Chance,
    Document,
    EdgeEvidence,
    Event,
    Mention,
    Move,
    Party,
    Provenance,
    Source,
    Span,
    Statement,
    Time,
    Trigger,
)

DOCUMENT_COLUMNS = (
    "id", "digest", "text", "title", "authors", "published", "published_basis", "modified", "outlet", "url", "language",
    "tags", "credits", "links", "source_name", "source_media_type", "source_sha256", "maker",
)
ANNOTATION_COLUMNS = ("maker", "sentences", "mentions", "parties", "times", "statements", "events", "moves", "triggers")


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    names = tuple(f.name for f in dataclasses.fields(kind))
    return names, attrgetter(*names)


def _plain(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    names, values = _fields(kind)
    return dict(zip(names, values(value), strict=True))


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain).encode


def to_json(value: Any) -> str:
    """Lists, tuples, scalars and the dataclasses of `onrecord.types` as compact JSON."""
    return _encode(value)


@dataclasses.dataclass(frozen=True, slots=True)
class DocumentRows:
    """One annotated document as it is stored."""

    value: Annotated
    digest: str
    document: tuple[str | None, ...]
    annotations: tuple[str, ...]


def to_rows(value: Annotated) -> DocumentRows:
    """The rows of one annotated document.

    Raises:
        UnicodeEncodeError: a lone surrogate in its text or metadata; such a string has no UTF-8 form.
    """
    d, a = value.document, value.annotations
    annotations = (a.maker, *(to_json(getattr(a, name)) for name in ANNOTATION_COLUMNS[1:]))
    metadata = (
        d.title, to_json(d.authors), d.published, d.published_basis, d.modified, d.outlet, d.url, d.language,
        to_json(d.tags), to_json(d.provenance.credits), to_json(d.provenance.links),
    )  # fmt: skip
    source = (d.source.name, d.source.media_type, d.source.sha256)
    to_json(source).encode("utf-8")
    digest = hashlib.sha256()
    for part in (d.id, d.text, to_json(metadata), to_json(d.blocks), d.maker, *annotations):
        encoded = part.encode("utf-8")
        digest.update(b"%d:" % len(encoded) + encoded)
    document = (d.id, digest.hexdigest(), d.text, *metadata, *source, d.maker)
    return DocumentRows(value, digest.hexdigest(), document, annotations)


def to_document(row: tuple[Any, ...], blocks: tuple[Block, ...]) -> Document:
    """The document of a row of `DOCUMENT_COLUMNS`."""
    (
        id_, _digest, text, title, authors, published, basis, modified, outlet, url, language, tags, credits_, links,
        name, media_type, sha256, maker,
    ) = row  # fmt: skip
    return Document(
        id=id_,
        text=text,
        blocks=blocks,
        source=Source(name, media_type, sha256),
        title=title,
        authors=tuple(json.loads(authors)),
        published=published,
        published_basis=basis,
        modified=modified,
        outlet=outlet,
        url=url,
        language=language,
        tags=tuple(json.loads(tags)),
        provenance=Provenance(tuple(json.loads(credits_)), tuple(json.loads(links))),
        maker=maker,
    )


def to_annotations(row: tuple[str, ...]) -> Annotations:
    """The annotations of a row of `ANNOTATION_COLUMNS`."""
    maker, sentences, mentions, parties, times, statements, events, moves, triggers = row
    return Annotations(
        sentences=_spans(json.loads(sentences)),
        mentions=tuple(Mention(**m) for m in json.loads(mentions)),
        parties=tuple(Party(**p | {"aliases": tuple(p["aliases"])}) for p in json.loads(parties)),
        times=tuple(Time(**t | {"anchor": _span(t["anchor"])}) for t in json.loads(times)),
        statements=tuple(
            Statement(**s | {name: _spans(s[name]) for name in ("source", "cue", "content")})
            for s in json.loads(statements)
        ),
        events=tuple(
            Event(
                **e
                | {"trigger": tuple(e["trigger"]), "place": _span(e["place"])}
                | {name: _spans(e[name]) for name in ("actor", "recipient")}
            )
            for e in json.loads(events)
        ),
        moves=tuple(
            Move(
                **m
                | {"content": _span(m["content"])}
                | {side: tuple(Chance(**c) for c in m.get(side, ())) for side in ("by", "to", "by_name", "to_name")}
            )
            for m in json.loads(moves)
        ),
        triggers=tuple(Trigger(**t) for t in json.loads(triggers)),
        maker=maker,
    )


def to_evidence(text: str) -> tuple[EdgeEvidence, ...]:
    """The evidence of an edge, from its JSON."""
    return tuple(EdgeEvidence(**e | {"span": _span(e["span"])}) for e in json.loads(text))


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else (pair[0], pair[1])


def _spans(pairs: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
