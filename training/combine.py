"""Puts the statements of the rules and those of the model together: a small logistic model judges each of them.

The rules are precise where a construction is plain, the model finds what no rule foresaw; each statement that either
proposes is judged by what the model's figures say of its words and by whether the other side proposes it too. The
judge is fitted on the documents that training held back (the model knows the others by heart).

    python -m training.combine held-back --data DATA > held-back.jsonl
    onrecord annotate held-back.jsonl > rules.jsonl            # and the same for DOCS
    python -m training.combine read --data DATA --model FILE --encoder FOLDER --rules rules.jsonl \
        --docs DOCS --docs-rules DOCS-RULES > OUT.jsonl

`read` prints five-fold figures on the held-back documents for several thresholds to standard error, then reads DOCS.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding import CONTENT, SOURCE, TAGS, Figures, Linker, Weights, decode, distances
from onrecord.annotation.encoder.words import Window, Words, fragments, runs
from training.config import read_config
from training.readers import Attributed, Attribution, attributions, lines, read_statements
from training.sampling import split
from training.scoring import agreement, figures

Numbers = NDArray[np.float64]
Read = tuple[Window, Figures]
Rules = Sequence[tuple[Attribution, float]]
"""A document's statements by the rules, each with the rules' confidence."""
QUOTES = "\"“”«»"
WIDE = Weights(outside=1.5, transitions=0.3, source=0.1, content=0.05)
"""Decoding that proposes much: the judge throws out what is wrong."""
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45)
RIDGE = 2.0
"""The penalty on the judge's weights; its features are scaled to spread 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that one side proposes, with its words; `confidence` is the rules' own, 0 for the model's."""

    said: Attribution
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    by_rules: bool
    confidence: float


def candidate(words: Words, said: Attribution, by_rules: bool, confidence: float = 0.0) -> Candidate:
    """A candidate with the words of its roles."""
    sets = (
        frozenset(i for first, end in fragments(words, spans) for i in range(first, end))
        for spans in (said.source, said.cue, said.content)
    )
    return Candidate(said, *sets, by_rules, confidence)


def log_odds(p: float) -> float:
    """log(p / (1 - p)), with p kept within .001 and .999."""
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


def features(
    text: str, item: Candidate, others: Sequence[Candidate], read: Read, words: Words, linker: Linker
) -> list[float]:
    """What the judge sees of a candidate: the model's figures for its words, and how far the other side agrees.

    Args:
        text: the document's.
        item: the candidate; its cue begins in `read`'s window.
        others: the other side's candidates of the same document.
        read: the window and the model's figures for it.
        words: the document's.
        linker: the model's.
    """
    window, heads = read
    tags = np.exp(heads.tags)

    def chance(*names: str) -> Numbers:
        return np.asarray(tags[:, [TAGS.index(n) for n in names]].sum(axis=1))

    def inside(ids: frozenset[int]) -> list[int]:
        return [i - window.first for i in sorted(ids) if window.first <= i < window.end]

    def mean(values: Numbers, ids: Sequence[int]) -> float:
        return float(values[list(ids)].mean()) if ids else 0.0

    at = min(item.cue) - window.first
    away = distances([at], words.paragraphs[window.first : window.end])
    roles = linker.roles(heads.cues[[at]], heads.parts, away)[0]
    cue, source, content = inside(item.cue), inside(item.source), inside(item.content)
    begins = [first for first, _ in runs(content)]
    best_source = log_odds(mean(roles[:, SOURCE], source) if source else float(roles[:, SOURCE].max()))
    same = [o for o in others if o.cue & item.cue]
    sourced = float(bool(item.source))
    shared = [
        1.0,
        log_odds(float(chance("B-cue", "I-cue")[cue].max())),
        log_odds(float(chance("B-cue")[cue].max())),
        log_odds(mean(roles[:, CONTENT], content)),
        log_odds(mean(chance("B-content", "I-content"), content)),
        log_odds(float(roles[content, CONTENT].sum() / max(roles[:, CONTENT].sum(), 1e-6))),
        mean(chance("B-content"), begins),
        sourced,
        best_source * sourced,
        best_source * (1 - sourced),
        log_odds(mean(chance("B-source", "I-source"), source)) * sourced,
        max((agreement(o.content, item.content) for o in same), default=0.0),
        max((agreement(o.source, item.source) for o in same), default=0.0),
        float(bool(same)),
        max((agreement(o.content, item.content) for o in others), default=0.0),
        math.log(len(item.content)),
        float(any(mark in text[a:b] for a, b in item.said.content for mark in QUOTES)),
        float(len(begins) > 1),
    ]
    rules = float(item.by_rules)
    return [*(f * rules for f in shared), *(f * (1 - rules) for f in shared), item.confidence]


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic model; the first weight is the constant."""

    centre: Numbers
    spread: Numbers
    weights: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """The probability that each candidate is right."""
        scaled = (rows - self.centre) / self.spread
        return np.asarray(1 / (1 + np.exp(-(scaled @ self.weights[1:] + self.weights[0]))))


def fit(rows: Numbers, right: NDArray[np.bool_], rounds: int = 25) -> Judge:
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
    return Judge(centre, spread, weights)


def pick(items: Sequence[Candidate], chances: Numbers, least: float) -> list[Attribution]:
    """The likeliest candidates above `least` of which no two share a cue or most of their content."""
    kept: list[Candidate] = []
    for k in np.argsort(-chances, kind="stable"):
        item = items[int(k)]
        if chances[k] < least:
            break
        clash = (
            item.cue & o.cue or len(item.content & o.content) > 0.6 * len(o.content)
            or agreement(item.content, o.content) > 0.4
            for o in kept
        )  # fmt: skip
        if not any(clash):
            kept.append(item)
    return [o.said for o in kept]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A document's candidates with their features, a row each."""

    document: Attributed
    words: Words
    items: tuple[Candidate, ...]
    rows: Numbers

    def right(self) -> NDArray[np.bool_]:
        """Whether each candidate matches a statement of the first annotator: source and content shared by half."""
        gold = [candidate(self.words, s, False) for s in self.document.annotations[0]]

        def best(item: Candidate) -> float:
            pairs = (min(agreement(g.source, item.source), agreement(g.content, item.content)) for g in gold)
            return max(pairs, default=0.0)

        return np.array([best(item) >= 0.5 for item in self.items], np.bool_)


def propose(document: Attributed, words: Words, reads: Sequence[Read], linker: Linker, rules: Rules) -> Proposed:
    """All candidates of a document: the model's, decoded widely, and the rules'."""
    model = [candidate(words, s, False) for window, heads in reads for s in decode(words, window, heads, linker, WIDE)]
    ruled = [candidate(words, s, True, confidence) for s, confidence in rules]
    ruled = [c for c in ruled if c.cue and c.content]
    rows = []
    for item in [*model, *ruled]:
        read = next(r for r in reads if r[0].owned <= min(item.cue) < r[0].end)
        rows.append(features(document.text, item, model if item.by_rules else ruled, read, words, linker))
    size = len(rows[0]) if rows else 0
    return Proposed(document, words, (*model, *ruled), np.array(rows, float).reshape(len(rows), size))


def cross_validated(proposed: Sequence[Proposed], least: float, folds: int = 5) -> dict[str, float]:
    """Figures where every document is judged by a judge that was fitted on the other folds."""
    out = []
    for fold in range(folds):
        others = [p for i, p in enumerate(proposed) if i % folds != fold and p.items]
        judge = fit(np.vstack([p.rows for p in others]), np.concatenate([p.right() for p in others]))
        for p in proposed[fold::folds]:
            found = pick(p.items, judge(p.rows), least) if p.items else []
            out.append((p.words, p.document.annotations[0], found))
    return figures(out)


def rules_in(path: Path) -> dict[str, Rules]:
    """The rules' statements by document, those inside another one's content left out."""
    found: dict[str, Rules] = {}
    for row in lines(path):
        kept = [s for s in row["statements"] if s.get("via") is None]
        found[row["id"]] = list(zip(attributions(kept), [float(s["confidence"]) for s in kept], strict=True))
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("held-back", "read"))
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("statements.toml"))
    for name in ("data", "model", "encoder", "rules", "docs", "docs-rules"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    config = read_config(args.config)
    train = args.data / "statements" / "train.jsonl"
    _, dev = split(read_statements(train), config.dev_documents, config.seed)
    if args.what == "held-back":
        ids = {d.id for d in dev}
        for row in lines(train):
            if row["id"] in ids:
                print(json.dumps({k: v for k, v in row.items() if k != "annotations"}, ensure_ascii=False))
        return
    import torch  # the rest of this module needs none

    from onrecord.annotation.encoder.pieces import read_vocabulary
    from training.data import items_of
    from training.predict import OVERLAP, load, read

    torch.set_num_threads(args.threads)
    model, vocabulary = load(args.model, args.threads), read_vocabulary(args.encoder)

    def all_of(documents: Sequence[Attributed], rules: dict[str, Rules]) -> list[Proposed]:
        items = items_of(documents, vocabulary, model.window, OVERLAP, learn=False)
        heads = read(model.forward, items)
        reads: list[list[Read]] = [[] for _ in documents]
        for item, head in zip(items, heads, strict=True):
            reads[item.document].append((item.window, head))
        by_document = {item.document: item.words for item in items}
        return [
            propose(d, by_document[i], reads[i], model.linker, rules.get(d.id, []))
            for i, d in enumerate(documents)
            if i in by_document
        ]

    proposed = all_of(dev, rules_in(args.rules))
    reached = {least: cross_validated(proposed, least) for least in THRESHOLDS}
    for least, row in reached.items():
        print(least, row, file=sys.stderr)
    if args.docs:
        least = max(THRESHOLDS, key=lambda t: reached[t]["link"])
        judge = fit(np.vstack([p.rows for p in proposed]), np.concatenate([p.right() for p in proposed]))
        documents = [Attributed(d["id"], d["text"], ()) for d in lines(args.docs)]
        for p in all_of(documents, rules_in(args.docs_rules)):
            found = pick(p.items, judge(p.rows), least) if p.items else []
            said = [{"source": s.source, "cue": s.cue, "content": s.content} for s in found]
            print(json.dumps({"id": p.document.id, "text": p.document.text, "statements": said}, ensure_ascii=False))


if __name__ == "__main__":
    main()
