"""Fits the judge of statements (`onrecord.annotation.encoder.judging`) and writes `judge.json` beside the model.

    python -m training.judge --data DATA --out src/onrecord/models/judge.json

It is fitted on the documents that training held back, as the network knows the others by heart; and with the rules'
cue counts taken anew without them, as those counts know them too. Prints five-fold figures for several thresholds; the
best one is written.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

import onrecord
from onrecord.annotation import cues, names, parties, statements
from onrecord.annotation.annotator import read_sentences
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.encoder.files import FOLDER
from onrecord.annotation.encoder.joining import Proposed, propose
from onrecord.annotation.encoder.judging import Candidate, Judge, Numbers, agreement, candidate, pick, settle
from onrecord.annotation.encoder.reading import Encoder, Pages
from onrecord.annotation.encoder.words import Words
from onrecord.annotation.sentences import split as split_sentences
from onrecord.types import Document
from training.annotation_counts import count_cues
from training.readers import Attributed, lines, read_statements
from training.sampling import split
from training.scoring import figures

THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
WITHIN = 1.2
"""The lowest threshold within so many points of the best F1 is taken: a missed statement costs the record more than a
needless one."""
RIDGE = 2.0
"""The penalty on the judge's weights; its features are scaled to spread 1."""


@dataclass(frozen=True, slots=True)
class Example:
    """A held-back document's candidates; `right` says of each whether it matches a statement of the first annotator."""

    gold: Attributed
    words: Words
    proposed: Proposed
    right: NDArray[np.bool_]


def fit(rows: Numbers, right: NDArray[np.bool_], least: float, rounds: int = 25) -> Judge:
    """Fits a judge by Newton's method with a ridge penalty."""
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.c_[np.ones(len(rows)), (rows - centre) / spread]
    penalty = RIDGE * np.eye(scaled.shape[1])
    penalty[0, 0] = 1e-6
    weights = np.zeros(scaled.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (p - right) + penalty @ weights
        bend = (scaled.T * (p * (1 - p))) @ scaled + penalty
        weights = weights - np.linalg.solve(bend, slope)
    return Judge(centre, spread, weights, least)


def fit_all(examples: Sequence[Example], least: float) -> Judge:
    """A judge fitted on all candidates of some documents."""
    some = [e for e in examples if e.proposed.items]
    return fit(np.vstack([e.proposed.rows for e in some]), np.concatenate([e.right for e in some]), least)


def right_ones(gold: Attributed, words: Words, items: Sequence[Candidate]) -> NDArray[np.bool_]:
    """Whether each candidate matches a statement of the first annotator: source and content shared by half."""
    wanted = [candidate(words, s, by_rules=False) for s in gold.annotations[0]]

    def best(item: Candidate) -> float:
        pairs = (min(agreement(g.source, item.source), agreement(g.content, item.content)) for g in wanted)
        return max(pairs, default=0.0)

    return np.array([best(item) >= 0.5 for item in items], np.bool_)


def cross_validated(examples: Sequence[Example], least: float, folds: int = 5) -> dict[str, float]:
    """Figures where every document is judged by a judge that was fitted on the other folds."""
    out = []
    for fold in range(folds):
        judge = fit_all([e for i, e in enumerate(examples) if i % folds != fold], least)
        for e in examples[fold::folds]:
            items = e.proposed.items
            chosen = pick(items, settle(items, judge(e.proposed.rows)), least) if items else []
            out.append((e.words, e.gold.annotations[0], [items[k].said for k in chosen]))
    return figures(out)


def proposed_of(document: Document, encoder: Encoder) -> tuple[Pages, Proposed]:
    """The candidates of a document, by the annotator's own steps."""
    pages = encoder.read(document)
    found: list[Proposed] = []

    def join(page: Page, rules: Sequence[Attribution], tellers: Sequence[int | None]) -> Sequence[Attribution]:
        outer = [r for r, teller in zip(rules, tellers, strict=True) if teller is None]
        found.append(propose(page, pages, encoder, outer))
        return rules

    sentences = read_sentences(document, split_sentences(document))
    statements.find(document, sentences, parties.resolve(sentences, names.find(sentences)), join)
    return pages, found[0]


def examples_of(train: Path, encoder: Encoder, held_back: Sequence[Attributed], folder: Path) -> list[Example]:
    """The held-back documents, read by a network and by rules that have not seen them. `folder` takes files."""
    ids = {d.id for d in held_back}
    rows = list(lines(train))
    for name, held in {"counted": False, "read": True}.items():
        kept = (row for row in rows if (row["id"] in ids) is held)
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    count_cues(folder / "counted.jsonl", folder)
    tables = []
    for name in ("cues.tsv", "noun_cues.tsv"):
        counted = (folder / name).read_text(encoding="utf-8").splitlines()
        tables.append(cues.parse([line for line in counted if not line.startswith("#")]))
    out = []
    with (
        mock.patch.object(cues, "_table", return_value=tables[0]),
        mock.patch.object(cues, "_noun_table", return_value=tables[1]),
    ):
        for gold, document in zip(held_back, onrecord.read(folder / "read.jsonl"), strict=True):
            assert gold.text == document.text
            pages, proposed = proposed_of(document, encoder)
            out.append(Example(gold, pages.words, proposed, right_ones(gold, pages.words, proposed.items)))
    return out


def written(judge: Judge, reached: dict[str, float], documents: int) -> str:
    """The judge as JSON."""
    tables = {name: [round(float(v), 6) for v in getattr(judge, name)] for name in ("centre", "spread", "weights")}
    return json.dumps({"least": judge.least, "documents": documents, "five_fold": reached, **tables}) + "\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("annotator.toml"))
    parser.add_argument("--data", type=Path, required=True, help="folder with statements/train.jsonl")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder with the model's files")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    train = args.data / "statements" / "train.jsonl"
    _, held_back = split(read_statements(train), config["dev_documents"], config["seed"])
    with tempfile.TemporaryDirectory() as folder:
        examples = examples_of(train, Encoder(args.model), held_back, Path(folder))
    reached = {least: cross_validated(examples, least) for least in THRESHOLDS}
    for least, row in reached.items():
        print(least, row, file=sys.stderr)
    best = max(row["link"] for row in reached.values())
    least = min(t for t in THRESHOLDS if reached[t]["link"] >= best - WITHIN)
    args.out.write_text(written(fit_all(examples, least), reached[least], len(examples)), encoding="utf-8")


if __name__ == "__main__":
    main()
