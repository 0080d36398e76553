"""Trains the ranker of antecedents (`onrecord.recording.antecedent_ranker`) on `training/moves/*.txt`.

    python -m training.referring_ranker FILE... [--held FILE...] [--cache FOLDER] [--out FILE]

An example is a pronoun or description next to a move with its candidates; right is each that the passage's line gives
as the name or as other words for the same, and nobody where there is none such. The network's loss is the negative
logarithm of the share that the right ones together have of the softmax over all candidates and nobody.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from onrecord.recording.antecedent_features import CLASSES, Features, anaphor_of, weighable
from onrecord.recording.antecedents import Candidates
from onrecord.recording.referents import phrase_at
from training.referring import Answers, Meant, documents, meant_in

HIDDEN, EPOCHS, RATE, DECAY, KEPT = 24, 25, 3e-3, 0.1, 0.6


@dataclass(frozen=True, slots=True)
class Example:
    """An anaphor with its candidates: a row of features each, whether each is right, and the parties that they are;
    the parties that the rules name, and whether they are right."""

    kind: int
    rows: np.ndarray
    right: np.ndarray
    names: tuple[str, ...]
    by_rule: str
    rule_right: bool


def examples(path: Path, cache: Path | None) -> list[Example]:
    """The examples of a file."""
    out = []
    for told, item in documents(path, cache):
        answers = Answers(item, by_rules_alone=True)
        candidates = Candidates(answers.referents, answers.material)
        some = meant_in(told)
        for one in some:
            example = _example(one, some, answers, candidates, Features(answers.material))
            if example is not None:
                out.append(example)
    return out


def _example(
    one: Meant, some: Sequence[Meant], answers: Answers, candidates: Candidates, rows_of: Features
) -> Example | None:
    passage = answers.material.quotes.passage_at(0, one.mention[0])
    if passage is None:
        return None
    clauses = answers.referents.clauses(passage)
    phrase = phrase_at(clauses, *one.mention)
    anaphor = None if phrase is None else anaphor_of(clauses, passage, phrase, candidates.roles(passage))
    if anaphor is None:
        return None
    by_rule = answers.by_rule(one.mention)
    before = weighable(anaphor, candidates.before(passage, anaphor.start), by_rule)
    if not before:
        return None
    spans = [one.name, *(m.mention for m in some if m.name == one.name and m.mention[1] <= one.mention[0])]
    spans = [s for s in spans if s[1] <= one.mention[0]]
    named = {p for s in [one.name] if one.name != one.mention and (p := answers.named(s)) is not None}
    if one.mention == one.name:
        spans = []
    right = [any(_same(s, (c.start, c.end)) for s in spans) or c.party in named for _, c in before]
    meant = named | {c.party for (_, c), is_right in zip(before, right, strict=True) if is_right and c.party}
    text = one.told.text
    return Example(
        anaphor.kind, np.array(rows_of.rows(anaphor, before, by_rule), np.float32), np.array(right),
        tuple(answers.name(c.party) if c.party else text[c.start : c.end] for _, c in before),
        " & ".join(map(answers.name, by_rule)), bool(set(by_rule) & meant),
    )  # fmt: skip


def _same(gold: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a candidate is what a line names: it lies within its words or the other way round, near one end."""
    return gold[0] < span[1] and span[0] < gold[1] and (abs(gold[0] - span[0]) < 5 or abs(gold[1] - span[1]) < 2)


class Network(nn.Module):
    """One hidden layer; a figure for each candidate against nobody's, which is that of the anaphor's class."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.inner = nn.Linear(width, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1, bias=False)
        self.nobody = nn.Parameter(torch.zeros(len(CLASSES)))
        self.keep = nn.Dropout(1 - KEPT)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """The figure of each row."""
        out: torch.Tensor = self.outer(self.keep(torch.relu(self.inner(rows)))).squeeze(-1)
        return out

    def against_nobody(self, figures: torch.Tensor, kind: int) -> torch.Tensor:
        """The figures of one anaphor's candidates, and last that of nobody."""
        return torch.cat([figures, self.nobody[kind : kind + 1]])


def train(some: Sequence[Example], seed: int) -> Network:
    """The network trained on examples."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    network = Network(some[0].rows.shape[1])
    ready = [(torch.tensor(e.rows), torch.tensor([*e.right, not e.right.any()]), e.kind) for e in some]
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    order = np.random.default_rng(seed)
    steps = EPOCHS * len(ready) // 16
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(EPOCHS):
        network.train()
        each = order.permutation(len(ready))
        for at in range(0, len(each) - 15, 16):
            batch = [ready[i] for i in each[at : at + 16]]
            sizes = [len(rows) for rows, _, _ in batch]
            figures = network(torch.cat([rows for rows, _, _ in batch]))
            loss = torch.zeros(())
            for part, (_, right, kind) in zip(figures.split(sizes), batch, strict=True):
                each_one = network.against_nobody(part, kind)
                loss = loss + torch.logsumexp(each_one, 0) - torch.logsumexp(each_one[right], 0)
            optimiser.zero_grad()
            (loss / len(batch)).backward()
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def chosen(network: Network, e: Example) -> int | None:
    """Which candidate is chosen: the first of the likeliest party; None for nobody."""
    with torch.no_grad():
        shares = torch.softmax(network.against_nobody(network(torch.tensor(e.rows)), e.kind), 0).tolist()
    together: Counter[str] = Counter()
    for name, share in zip(e.names, shares[:-1], strict=True):
        together[name] += share
    best = max(together, key=together.__getitem__)
    return None if together[best] < shares[-1] else e.names.index(best)


def measured(network: Network, some: Sequence[Example]) -> None:
    """Print by class what the ranker makes of those that go on with somebody, what the rules make of them, and how
    many go on with nobody and how often the ranker names somebody for them."""
    counts: Counter[tuple[int, str]] = Counter()
    for e in some:
        at = chosen(network, e)
        right = {n for n, is_right in zip(e.names, e.right, strict=True) if is_right}
        if not right:
            counts[e.kind, "null"] += 1
            counts[e.kind, "null wrong"] += at is not None
            continue
        counts[e.kind, "none" if at is None else "right" if e.names[at] in right else "wrong"] += 1
        by_rule = "right" if e.rule_right or e.by_rule in right else "wrong"
        counts[e.kind, f"rule {by_rule if e.by_rule else 'none'}"] += 1
    columns = ("right", "wrong", "none", "rule right", "rule wrong", "rule none", "null", "null wrong")
    print(f"{'':8}" + "".join(f"{c:>12}" for c in columns))
    for kind in [*range(len(CLASSES)), -1]:
        row = [sum(n for (k, v), n in counts.items() if v == c and kind in (k, -1)) for c in columns]
        print(f"{'ALL' if kind < 0 else CLASSES[kind]:8}" + "".join(f"{n:12}" for n in row)
              + f"   {100 * row[0] / max(1, sum(row[:3])):6.1f} {100 * row[3] / max(1, sum(row[3:6])):6.1f}")


def main() -> None:
    """Train and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--held", type=Path, nargs="*", default=[])
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    some = [e for path in args.files for e in examples(path, args.cache)]
    held = [e for path in args.held for e in examples(path, args.cache)]
    network = train(some, args.seed)
    print("developing", len(some))
    measured(network, some)
    if held:
        print("held", len(held))
        measured(network, held)
    if args.out is not None:
        write(network, args.out)


def write(network: Network, path: Path) -> None:
    """Write the weights for `onrecord.recording.antecedent_ranker`."""
    layers = {
        "inner": network.inner.weight, "bias": network.inner.bias, "outer": network.outer.weight[0],
        "nobody": network.nobody,
    }  # fmt: skip
    tables = {name: _rounded(layer.detach().tolist()) for name, layer in layers.items()}
    path.write_text(json.dumps(tables, separators=(",", ":")) + "\n", encoding="utf-8")


def _rounded(of: Any) -> Any:
    return [_rounded(x) for x in of] if isinstance(of, list) else round(of, 3)


if __name__ == "__main__":
    main()
