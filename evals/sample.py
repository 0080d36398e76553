"""Gold records of our own, their quotes turned into offsets.

    python evals/sample.py [GOLD] > gold.json       default: the sample collection's

`NAME.gold.json` stands beside the folder NAME of its documents. It gives its evidence as quotes, because the offsets of
a page depend on what was read out of it. A quote of the document `*` stands for every document that holds it. A quote
that no document holds is an error: either the gold is wrong or the reader lost text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onrecord

SAMPLE = Path(__file__).resolve().parent.parent / "examples" / "kestrel-strait.gold.json"


def collection_of(gold: Path) -> Path:
    """The folder of the documents that a gold record is about."""
    return gold.with_name(gold.name.removesuffix(".gold.json"))


def resolve(gold: dict[str, Any], documents: Sequence[onrecord.Document]) -> dict[str, Any]:
    """The gold with file names turned into document ids and quotes into spans.

    Raises:
        ValueError: if no document holds a quote.
    """
    by_file = {d.source.name.rsplit("/", 1)[-1]: d for d in documents}

    def spans(item: dict[str, Any]) -> list[dict[str, Any]]:
        name, quote = item["document"], item["quote"]
        candidates = documents if name == "*" else [by_file[name]]
        found = []
        for document in candidates:
            start = document.text.find(quote)
            if start >= 0:
                found.append({"document": document.id, "start": start, "end": start + len(quote), "quote": quote})
        if not found:
            raise ValueError(f"no document holds the quote {quote!r} (looked in {name})")
        return found

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict) and value.keys() == {"document", "quote"}:
            return spans(value)[0]
        if isinstance(value, dict):
            return {k: walk(v, k) for k, v in value.items()}
        if isinstance(value, list) and key in ("evidence", "overlaps"):
            return [span for item in value for span in spans(item)]
        if isinstance(value, list):
            return [walk(v) for v in value]
        return value

    out: dict[str, Any] = walk(gold)
    out["documents"] = [{"id": by_file[d["id"]].id, "file": d["id"]} for d in gold["documents"]]
    for report in out["reports"]:
        report["documents"] = [by_file[name].id for name in report["documents"]]
    return out


def main() -> None:
    """Print the resolved gold."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    gold = json.loads(path.read_text(encoding="utf-8"))
    json.dump(resolve(gold, onrecord.read(collection_of(path))), sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
