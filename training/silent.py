"""Takes the units out of the second layer of the roles' network that no text makes speak, so that none is computed.

    python -m training.silent --texts FILE.jsonl --into annotator.json [--kept 32] [--documents 500]

After training most units of that layer get a sum below 0 whatever they read, and add nothing to any figure: of 96 units
69 for all of 3.5 million pairs of a predicate and a word in 500 news articles. Reads the texts (lines with `text`) with
the model whose description is given, keeps the units with the greatest sums, and writes them back. If a unit that is
taken out has spoken, it says so.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from onrecord.annotation.encoder.decoding_pairs import Around, Floats, Ints, PairTable
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.sentences import split
from onrecord.types import Block, Document, Source


@dataclass(frozen=True)
class Heard(Around):
    """A second layer that keeps the greatest sum of each unit."""

    loudest: list[Floats] = field(default_factory=list)

    def sums(self, hidden: Floats, starts: Ints, sizes: Ints) -> Floats:
        """See Around."""
        out = super().sums(hidden, starts, sizes)
        now = out[:, : len(self.bias)].max(axis=0)
        self.loudest[:] = [np.maximum(now, *self.loudest) if self.loudest else now]
        return out


def document_of(text: str, name: str = "") -> Document:
    """A text as a document whose lines are its paragraphs."""
    lines = [Block("paragraph", at, at + len(line)) for at, line in _lines(text) if line.strip()]
    return Document(name, text, tuple(lines), Source("text", "text/plain", ""))


def loudest(folder: Path, texts: list[str]) -> Floats:
    """The greatest sum that each unit of the model in a folder gets while it reads some texts."""
    encoder = Encoder(folder)
    table = PairTable.of(encoder.model.about["roles"])
    heard = Heard(table.around.inner, table.around.bias, table.around.out)
    vars(encoder)["_roles"] = PairTable(table.near, table.out, table.product, table.bias, heard)
    for number, text in enumerate(texts):
        document = document_of(text, f"text-{number}")
        encoder.predicates(encoder.read(document), split(document))
    return heard.loudest[0]


def _lines(text: str) -> list[tuple[int, str]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, line))
        at += len(line) + 1
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--kept", type=int, default=32)
    parser.add_argument("--documents", type=int, default=500)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.texts.read_text(encoding="utf-8").splitlines()]
    sums = loudest(args.into.parent, texts[:: max(1, len(texts) // args.documents)][: args.documents])
    order = np.argsort(-sums, kind="stable")
    kept, gone = np.sort(order[: args.kept]).tolist(), order[args.kept :]
    print(f"{len(sums)} units, kept {len(kept)}; the greatest sum of one that is taken out: {sums[gone].max():.2f}")
    about = json.loads(args.into.read_text(encoding="utf-8"))
    roles = about["roles"]
    roles["around"] = [roles["around"][k] for k in kept]
    roles["around_bias"] = [roles["around_bias"][k] for k in kept]
    roles["around_out"] = [[row[k] for k in kept] for row in roles["around_out"]]
    args.into.write_text(json.dumps(about) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
