"""Measures the heads on the dev parts (or on what training held back), one line of JSON for each.

    python -m training.measure --model weights.pt|annotator.onnx --data FOLDER --encoder FOLDER [--part dev|held]
        [--heads names,roles,…] [--limit TEXTS]

`--tune` chooses the heads' decoding weights on what training held back and writes them into the weights file; the dev
parts are never looked at for this. The statements have their own command (predict.py) and the scorer of the evaluation
kit.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch

from onrecord.annotation.encoder.decoding_ends import Phrases, phrases_of
from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, mention_scores, mentions_of
from onrecord.annotation.encoder.decoding_names import bio_spans, names_of
from onrecord.annotation.encoder.decoding_roles import PairFigures, roles_of_each
from onrecord.annotation.encoder.decoding_usage import used_of
from onrecord.annotation.encoder.pieces import Vocabulary, read_vocabulary
from training.config import settings_of
from training.data import Item
from training.examples import NAME_TAGS, RATED_SETS, RoleTargets
from training.head_scoring import exact, pearson
from training.reading import Figure, Model, load, mention_figures, read
from training.sampling import climb
from training.tasks import examples_of, windows_of_examples

OVERLAP = 48
"""Pieces of context before a window when reading."""
HEADS = ("names", "roles", "mentions", "reality")
GRIDS: dict[str, dict[str, tuple[float, ...]]] = {
    "names": {"outside": (-0.5, 0.0, 0.5, 1.0)},
    "roles": {
        "least": (-1.0, -0.5, 0.0, 0.5), "outside": (-0.5, 0.0, 0.5, 1.0), "inside": (-0.5, 0.0, 0.5)
    },
    "mentions": {"least": (-1.0, -0.6, -0.3, 0.0, 0.3)},
}  # fmt: skip
"""What is tried for each decoding weight; all start at 0."""


def owned(item: Item, word: int) -> bool:
    """Whether the item's window answers for a word (index within it)."""
    return item.window.first + word >= item.window.owned


def names_pairs(items: Sequence[Item], figures: Sequence[Figure], decoding: dict[str, float]) -> list[Any]:
    """Gold and found names of each window."""
    out = []
    for item, figure in zip(items, figures, strict=True):
        gold = [(a, b, NAME_TAGS[1 + 2 * k][2:]) for a, b, k in bio_spans(item.targets.tolist())]
        found = names_of(figure["names"], **decoding)
        out.append(([n for n in gold if owned(item, n[1] - 1)], [n for n in found if owned(item, n[1] - 1)]))
    return out


def sentences_of(targets: RoleTargets, count: int) -> list[tuple[int, int]]:
    """The sentences of a window of `count` words: those with predicates as given, and what lies between."""
    edges = sorted({0, count, *(int(edge) for edge in targets.sentences.flat)})
    return list(pairwise(edges))


def phrases_seen(item: Item, figure: Figure, model: Model) -> Phrases:
    """What a window shows of where phrases end."""
    return phrases_of(item.forms(), mention_scores(mention_figures(figure), model.widths))


def roles_pairs(
    items: Sequence[Item], figures: Sequence[Figure], model: Model, decoding: dict[str, float]
) -> tuple[list[Any], list[Any]]:
    """Gold and found predicates; gold and found arguments as (predicate, first, end, label), all labels but C-V."""
    table, ender, usage = model.pair_table("roles"), model.ender, model.usage
    predicates, arguments = [], []
    for item, figure in zip(items, figures, strict=True):
        t = item.targets
        sentences = sentences_of(t, len(item.firsts))
        phrases = phrases_seen(item, figure, model) if ender else None
        used = None if usage is None else used_of(item.forms())
        seen = PairFigures(figure["predicates"], figure["pivots"], figure["arguments"], sentences, 0, phrases, used)
        found = roles_of_each([seen], table, **decoding, ender=ender, usage=usage)[0]
        found = [r for r in found if owned(item, r.predicate)]
        wanted = [(p, a) for p, a in zip(t.predicates.tolist(), t.all, strict=True) if owned(item, p)]
        predicates.append(([p for p, _ in wanted], [r.predicate for r in found]))
        arguments.append(
            (
                [(p, *a) for p, args in wanted for a in args if a[2] != "C-V"],
                [(r.predicate, *a) for r in found for a in r.arguments if a[2] != "C-V"],
            )
        )
    return predicates, arguments


def mentions_pairs(
    items: Sequence[Item], figures: Sequence[Figure], model: Model, decoding: dict[str, float]
) -> tuple[list[Any], list[Any]]:
    """Gold and found mentions; the same with their types."""
    spans, typed = [], []
    for item, figure in zip(items, figures, strict=True):
        t = item.targets
        types = {
            (a, b): MENTION_TYPES[k]
            for a, b, k in zip(t.firsts.tolist(), t.lasts.tolist(), t.types.tolist(), strict=True)
        }
        gold = [s for s in t.all if owned(item, s[1])]
        found = [m for m in mentions_of(mention_figures(figure), model.widths, **decoding) if owned(item, m.end - 1)]
        spans.append((gold, [(m.first, m.end - 1) for m in found]))
        typed.append(([(*s, types.get(s)) for s in gold], [(m.first, m.end - 1, m.type) for m in found]))
    return spans, typed


def reality_figures(items: Sequence[Item], figures: Sequence[Figure]) -> dict[str, float]:
    """The correlation in each set, and their mean."""
    pairs: dict[str, list[tuple[float, float]]] = collections.defaultdict(list)
    for item, figure in zip(items, figures, strict=True):
        t = item.targets
        for at, rating in zip(t.at.tolist(), t.ratings.tolist(), strict=True):
            if owned(item, at):
                pairs[RATED_SETS[t.set]].append((float(figure["reality"][at, 0]), rating))
    out = {name: pearson(pairs[name]) for name in RATED_SETS}
    return {**out, "mean": round(sum(out.values()) / len(out), 4)}


def figures_of(
    head: str, items: Sequence[Item], figures: Sequence[Figure], model: Model, decoding: dict[str, float]
) -> dict[str, Any]:
    """A head's figures; `main` is the one to choose by."""
    if head == "names":
        found = exact(names_pairs(items, figures, decoding))
        return {"main": found["f1"], "names": found}
    if head == "roles":
        predicates, arguments = (exact(p) for p in roles_pairs(items, figures, model, decoding))
        return {"main": arguments["f1"], "predicates": predicates, "arguments": arguments}
    if head == "mentions":
        spans, typed = (exact(p) for p in mentions_pairs(items, figures, model, decoding))
        return {"main": spans["f1"], "spans": spans, "with types": typed}
    rated = reality_figures(items, figures)
    return {"main": rated["mean"], **rated}


def items_of_head(
    head: str, data: Path, part: str, config: dict[str, Any], vocabulary: Vocabulary, limit: int | None
) -> list[Item]:
    """The windows of a head's dev part, or of what training held back; sentences joined as in training."""
    kept = settings_of(config, alone=0.0)
    name, held = ("train", True) if part == "held" else ("dev", None)
    texts = examples_of(head, data / "training", name, kept, held)(0)
    return windows_of_examples(texts[:limit], vocabulary, config["window"], OVERLAP)


def tune(head: str, items: Sequence[Item], figures: Sequence[Figure], model: Model) -> dict[str, float]:
    """The decoding weights with the best main figure, one after the other, twice over."""
    grid = GRIDS.get(head, {})
    return climb(
        dict.fromkeys(grid, 0.0), grid, lambda w: float(figures_of(head, items, figures, model, w)["main"])
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--part", choices=("dev", "held"), default="dev")
    parser.add_argument("--heads", default=",".join(HEADS))
    parser.add_argument("--limit", type=int, help="read so many texts only")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = load(args.model, args.threads)
    vocabulary = read_vocabulary(args.encoder)
    chosen = dict(model.decoding)
    for head in args.heads.split(","):
        if args.tune:
            held = items_of_head(head, args.data, "held", model.config, vocabulary, args.limit)
            chosen[head] = tune(head, held, read(model, held), model)
        items = items_of_head(head, args.data, args.part, model.config, vocabulary, args.limit)
        found = figures_of(head, items, read(model, items), model, chosen.get(head, {}))
        print(json.dumps({"head": head, "part": args.part, "decoding": chosen.get(head, {}), **found}), flush=True)
    if args.tune:
        kept = torch.load(args.model, weights_only=True)
        torch.save({**kept, "decoding": chosen}, args.model)


if __name__ == "__main__":
    main()
