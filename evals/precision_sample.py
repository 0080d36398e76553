"""Draw demands, deadlines, denials and claims of the visible collection, to be judged by reading.

    python evals/precision_sample.py [--each N] [--seed S]        default: 25 of each kind, seed 3

Each story of the collection is put on record from its own documents. Of each kind N items are drawn at random with the
seed from all that the records hold (all of them, if there are fewer), and printed with the title of their record, their
parties, their evidence and the words around it; claims also with the words before them that the ledger shows. A denial
is a claim that somebody denies; the claims are drawn from the rest. The judgements stand in `docs/precision.md`, by the
ids printed here: the story, the kind and the number of the item in its record.

The collection lies outside the repository, in the folder that the environment variable ONRECORD_SHARED names (default:
`../shared` beside the checkout). Where it is absent, a line says so.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onrecord
from onrecord.types import Document, Record

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = Path(os.environ.get("ONRECORD_SHARED") or ROOT.parent / "shared") / "data" / "collection"
KINDS = ("demands", "deadlines", "denials", "claims")


def records() -> Iterator[tuple[str, Record, dict[str, Document]]]:
    """The record of each story, with its name and its documents by id."""
    annotated = {d.id: onrecord.annotate(d) for d in onrecord.read(COLLECTION / "docs.jsonl")}
    for story in json.loads((COLLECTION / "stories.json").read_text(encoding="utf-8")):
        own = [annotated[i] for i in story["documents"] if i in annotated]
        yield story["id"], onrecord.record(own), {a.document.id: a.document for a in own}


def items(record: Record, kind: str) -> list[Any]:
    """The items of a kind in their order."""
    if kind == "denials":
        return [c for c in record.claims if c.denied_by]
    if kind == "claims":
        return [c for c in record.claims if not c.denied_by]
    return list(getattr(record, kind))


def line(record: Record, kind: str, item: Any) -> str:
    """What an item says, for a reader."""
    names = {p.id: p.name for p in record.parties}

    def who(ids: tuple[str, ...]) -> str:
        return ", ".join(names[i] for i in ids) or "?"

    if kind == "demands":
        answers = "; ".join(f"{a.kind} by {who(a.by)}" for a in item.answers)
        return f"{item.kind} by {who(item.by)} of {who(item.to)}: {item.what} [{item.state}] {answers}"
    if kind == "deadlines":
        return f"set by {who(item.set_by)} on {who(item.on)}, due {item.due}: {item.text} [{item.state}]"
    if kind == "denials":
        return f"denied by {who(item.denied_by)}, said by {who(item.asserted_by)}: {item.text}"
    before = f" (just before it: “{' '.join(item.context.quote.split())}”)" if item.context else ""
    return f"said by {who(item.asserted_by)} [{item.status}]: {item.text}{before}"


def main() -> None:
    """Print the drawn items."""
    options = argparse.ArgumentParser(description="Draw items of the collection's records, to be judged by reading.")
    options.add_argument("--each", type=int, default=25, help="how many of each kind")
    options.add_argument("--seed", type=int, default=3)
    given = options.parse_args()
    if not (COLLECTION / "docs.jsonl").exists():
        print(f"no collection at {COLLECTION}: set ONRECORD_SHARED to the folder that holds data/collection")
        return
    told = list(records())
    for kind in KINDS:
        pool = [
            (f"{story}/{kind}/{n}", record, documents, item)
            for story, record, documents in told
            for n, item in enumerate(items(record, kind), 1)
        ]
        drawn = sorted(random.Random(given.seed).sample(range(len(pool)), min(given.each, len(pool))))
        print(f"== {kind}: {len(drawn)} of {len(pool)}")
        for at in drawn:
            name, record, documents, item = pool[at]
            print(f"\n{name}  (record: {record.story.title})\n   {line(record, kind, item)}")
            evidence = item.evidence[0]
            text = documents[evidence.document].text
            around = text[max(0, evidence.start - 350) : evidence.start], text[evidence.end : evidence.end + 250]
            print("   " + " ".join(f"{around[0]}«{evidence.quote}»{around[1]}".split()))
        print()


if __name__ == "__main__":
    main()
