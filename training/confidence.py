"""Fits how sure the record is of its items, to the stories of `evals/stories` with gold; needs what the package needs.

    python -m training.confidence --stories evals/stories --scorer ../shared/evals/record.py --out confidence.tsv

An item of a record that meets an item of the gold (by the scorer's own comparison of evidence) is an example: right
where every key is; wrong where no other item is right for that gold and none meets it better. Demands and deadlines
that meet none are wrong, since the gold lists all of them; in other lists they are no example. How much the weights
are held down is chosen by predicting each story with a model that was fitted without it. The rules know those
stories, so that their items are right more often than others: the constant is then moved toward what was right in the
stories `held-*`, which no rule was made on. Printed are, for each list, the mean figure and the share that was right,
and the area under the ROC curve.

    python -m training.confidence --claims training/claims/judged.jsonl --out claims_gate.tsv

fits what keeps likely wrong claims out of the ledger (`onrecord.recording.claims_gate`) to claims of real news that
were judged by reading their texts, strictly: right, doubtful or wrong; a doubtful one is none that is right. A line
names the text, the offsets of source, verb and content, a digest of the claim's words and speaker, the verdict and the
signs that told of the claim. Printed is, by models that were fitted without the text at hand, and without its whole
set, how many of the right ones stand at which figure, and which share is right.

    python -m training.confidence --claims training/claims/judged.jsonl --data ../shared/data --out claims_gate.tsv

reads the texts anew and writes the signs that the rules of today tell into the judgements. What a text does not hold
any more, or in other words or by another speaker than those judged, is printed, and is no example: its verdict may
have changed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evals.sample import collection_of, resolve

import onrecord
from onrecord.editions import find_reports
from onrecord.recording import judged_by_the_annotator
from onrecord.recording.claims import claims_of
from onrecord.recording.claims_gate import Gate, is_judged
from onrecord.recording.confidence import features_of
from onrecord.recording.corrections import corrections_of
from onrecord.recording.denials import find_denials
from onrecord.recording.material import prepare
from onrecord.recording.referents import Referents
from onrecord.recording.statements import statements_of
from onrecord.types import Record, as_json

PENALTIES = (2.0, 8.0, 32.0, 128.0, 1024.0)
"""What is tried for the weight of half the squared weights beside the summed loss."""
GATE_PENALTIES = (1.0, 2.0, 4.0)
"""The same for the gate, which has more examples."""
PRIOR = 0.1
"""The weight of half the squared shift of the constant: a few dozen examples outweigh it."""
SMALLEST = 0.005
"""What is rounded to nothing is not written."""
LEAST = 4
"""A feature of fewer examples is left out."""
STEPS = 30
"""Of Newton's method, which has settled by then."""
EXHAUSTIVE = ("demands", "deadlines")
DATED = "events+date"
GATES = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
"""What is told of as the least figure for a claim that stands."""
SOURCES = {
    "reports": ("reports/docs.jsonl",),
    "stories": ("stories/docs.jsonl",),
    "times": ("times/docs.jsonl",),
    "timelines": ("timelines/docs.jsonl",),
    "statements": ("statements/train.jsonl",),
    "gum": ("training/gum_train.jsonl", "training/gum_dev.jsonl"),
}
"""Where the texts of each set of judged claims lie."""
ELEMENTS = ("source", "cue", "content")


@dataclass(frozen=True)
class Example:
    """An item of one list of one story: its features, and whether every key was right."""

    story: str
    features: dict[str, float]
    right: bool


@dataclass(frozen=True)
class Fitted:
    """A model of one list."""

    constant: float
    weights: dict[str, float]

    def chance(self, features: dict[str, float]) -> float:
        """How likely an item is right."""
        total = self.constant + sum(self.weights.get(f, 0.0) * v for f, v in features.items())
        return 1.0 / (1.0 + math.exp(-total))


def fit(examples: Sequence[Example], penalised: float) -> Fitted:
    """Logistic regression with a penalty on all weights but the constant, by Newton's method."""
    counts = Counter(f for e in examples for f in e.features)
    names = sorted(f for f, n in counts.items() if n >= LEAST)
    values = np.array([[1.0, *(e.features.get(f, 0.0) for f in names)] for e in examples])
    right = np.array([float(e.right) for e in examples])
    # The constant stays finite where all are right.
    penalty = np.diag([PRIOR, *[penalised] * len(names)])
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-values @ weights))
        slope = values.T @ (chance - right) + penalty @ weights
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + penalty
        weights -= np.linalg.solve(curve, slope)
    return Fitted(float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True)))


def left_out(examples: Sequence[Example], penalised: float) -> list[tuple[float, bool]]:
    """Each example's figure by a model that was fitted without its story, and whether it was right."""
    out = []
    for story in sorted({e.story for e in examples}):
        model = fit([e for e in examples if e.story != story], penalised)
        out += [(model.chance(e.features), e.right) for e in examples if e.story == story]
    return out


def loss(figures: Sequence[tuple[float, bool]]) -> float:
    """The mean negative log likelihood."""
    return -sum(math.log(c if r else 1 - c) for c, r in figures) / len(figures)


def moved(model: Fitted, unseen: Sequence[Example]) -> Fitted:
    """The model with its constant moved toward what was right of examples that no rule was made on."""
    constant = model.constant
    for _ in range(STEPS):
        shifted = Fitted(constant, model.weights)
        chances = [shifted.chance(e.features) for e in unseen]
        slope = sum(c - e.right for c, e in zip(chances, unseen, strict=True)) + PRIOR * (constant - model.constant)
        constant -= slope / (sum(c * (1 - c) for c in chances) + PRIOR)
    return Fitted(constant, model.weights)


def examples_of(scorer: Any, story: str, gold: dict[str, Any], record: Record) -> dict[str, list[Example]]:
    """The examples of a story, by list."""
    score = scorer.Score(gold, as_json(record))
    out: dict[str, list[Example]] = {}
    for name, rows in features_of(record).items():
        listed = DATED if name == "events" else name
        answers, items = score.items(listed)
        judged: dict[int, bool] = dict.fromkeys(range(len(items)), False) if name in EXHAUSTIVE else {}
        for answer in answers:
            met = [(_meeting(scorer, score, name, answer, item), n) for n, item in enumerate(items)]
            met = [(how, n) for how, n in met if how]
            right = [n for _, n in met if _is_right(scorer, score, name, listed, answer, items[n])]
            judged |= dict.fromkeys(right, True)
            if met and not right:
                # The one that meets it best tells it wrongly; others may tell something else in the same words.
                judged.setdefault(max(met)[1], False)
        found = [Example(story, dict(rows[n]), judged[n]) for n in sorted(judged)]
        out[name] = found
    return out


def _meeting(scorer: Any, score: Any, name: str, answer: dict[str, Any], item: dict[str, Any]) -> float:
    """How well the evidence of an item meets that of an answer; 0: not at all."""
    if name == "parties":
        return float(score.map(item["id"]) == answer["id"])
    return float(scorer.meet(scorer.spans(answer), scorer.spans(item)))


def _is_right(scorer: Any, score: Any, name: str, listed: str, answer: dict[str, Any], item: dict[str, Any]) -> bool:
    if name == "drift":
        return bool(scorer.meet(scorer.spans([answer["body"]]), scorer.spans([item["body"]])))
    return all(score.ok(key, answer, item) for key in scorer.KEYS[listed])


def area(examples: Sequence[tuple[float, bool]]) -> float:
    """The area under the ROC curve: how often a right item has a higher figure than a wrong one."""
    right = [c for c, r in examples if r]
    wrong = [c for c, r in examples if not r]
    pairs = [(a > b) + 0.5 * (a == b) for a in right for b in wrong]
    return sum(pairs) / len(pairs) if pairs else float("nan")


def report(name: str, what: str, examples: Sequence[tuple[float, bool]]) -> None:
    """Print how a list's figures agree with what was right: in all, and above and below a half."""
    line = f"{name:<11} {what:<9} {len(examples):>4}"
    for low, high in ((0.0, 1.01), (0.0, 0.5), (0.5, 0.8), (0.8, 1.01)):
        part = [(c, r) for c, r in examples if low <= c < high]
        mean, share = (sum(p[k] for p in part) / len(part) if part else float("nan") for k in (0, 1))
        line += f" | {len(part):>4}: {mean:4.2f} {share:4.2f}"
    print(f"{line} | area {area(examples):.2f}")


def judged_claims(path: Path) -> list[Example]:
    """The claims of real news that were judged, each with its text for the story."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Example(f"{row['set']}/{row['id']}", row["signs"], row["verdict"] == "right")
        for row in rows
        if not row.get("changed")
    ]


def digest(speaker: str, line: str) -> str:
    """What tells whether a claim still has the words and the speaker that were judged."""
    return hashlib.sha256(f"{speaker}\n{line}".encode()).hexdigest()[:12]


def claims_in(text: str) -> dict[str, tuple[str, dict[str, float]]]:
    """All claims that the gate judges in a text, none kept out: by their offsets, the digest and the signs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8", newline="")
        material = prepare([onrecord.annotate(d) for d in onrecord.read(path)], [], None)
    referents = Referents(material)
    told = statements_of(material, referents)
    gate, by_id = Gate(material, told), {t.statement.id: t for t in told}
    denials, corrections = find_denials(material, referents, told), corrections_of(material, referents)
    out = {}
    for claim in filter(is_judged, claims_of(material, referents, told, denials, corrections)):
        item = by_id[claim.statements[0]]
        speaker = material.parties.get((*claim.asserted_by, *claim.confirmed_by)[0]).name
        place = json.dumps([getattr(item.annotation, e) for e in ELEMENTS])
        signs = {s: round(v, 3) for s, v in gate.signs(claim, item).items()}
        out[place] = (digest(speaker, claim.text), signs)
    return out


def read_anew(path: Path, data: Path) -> None:
    """Write the signs of today into the judgements, and mark those whose claim is another one by now, or is gone."""
    rows = list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))
    wanted = {(row["set"], row["id"]) for row in rows}
    found: dict[tuple[str, str], dict[str, tuple[str, dict[str, float]]]] = {}
    for name, files in SOURCES.items():
        for line in (ln for f in files for ln in (data / f).read_text(encoding="utf-8").splitlines()):
            document = json.loads(line)
            key = (name, str(document.get("id")))
            if key in wanted:
                found[key] = claims_in(document["text"])
    changed = []
    for row in rows:
        now = found.get((row["set"], row["id"]), {}).get(json.dumps([row[e] for e in ELEMENTS]))
        row.pop("changed", None)
        if now is None or now[0] != row["line"]:
            row["changed"] = "gone" if now is None else "other words"
            changed.append(row)
        if now is not None:
            row["signs"] = now[1]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    for row in changed:
        print(f"{row['changed']}: {row['set']}/{row['id']} {row['content']} {row['verdict']} {row.get('cause', '')}")
    print(f"{len(changed)} of {len(rows)} judged claims are others by now or gone")


def report_gate(figures: Sequence[tuple[float, bool]]) -> None:
    """Print what stands at each figure: how many, the share that is right, the share of the right ones."""
    right = sum(r for _, r in figures)
    print(f"{len(figures)} claims, {right / len(figures):.3f} right; area {area(figures):.3f}")
    for least in GATES:
        standing = [r for c, r in figures if c >= least]
        share = sum(standing) / max(len(standing), 1)
        kept = sum(standing) / right
        print(f"at {least:.2f}: {len(standing)} stand, {share:.3f} of them right; {kept:.3f} of the right ones stand")


def rows_of(model: Fitted, prefix: str = "") -> list[str]:
    """A model as rows of a table: the constant without a name first."""
    weights = [f"{prefix}{f}\t{w:.2f}" for f, w in sorted(model.weights.items()) if abs(w) >= SMALLEST]
    return [f"{prefix}\t{model.constant:.3f}", *weights]


def fit_gate(examples: Sequence[Example]) -> list[str]:
    """The rows of the gate's weights; its figures are printed."""
    penalised = min(GATE_PENALTIES, key=lambda p: loss(left_out(examples, p)))
    print(f"each text left out; penalty {penalised}")
    report_gate(left_out(examples, penalised))
    print("each set left out")
    sets = [Example(e.story.split("/")[0], e.features, e.right) for e in examples]
    report_gate(left_out(sets, penalised))
    return ["# How likely a claim is right: a sign, its weight. By training/confidence.py.",
            *rows_of(fit(examples, penalised))]  # fmt: skip


def read_stories(stories: Path, scorer: Any) -> Iterable[tuple[str, dict[str, list[Example]]]]:
    """Each story and its examples, as the program of today records it."""
    for path in sorted(stories.glob("*.gold.json")):
        documents = list(onrecord.read(collection_of(path)))
        gold = resolve(json.loads(path.read_text(encoding="utf-8")), documents)
        annotated = [onrecord.annotate(d) for d in documents]
        record = judged_by_the_annotator(annotated, find_reports(annotated))
        yield path.name.removesuffix(".gold.json"), examples_of(scorer, path.name, gold, record)


def main() -> None:
    """Fit, write the weights, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--data", type=Path, help="with --claims: the sets of texts, to read them anew")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.claims is not None:
        if args.data is not None:
            read_anew(args.claims, args.data)
        args.out.write_text("\n".join(fit_gate(judged_claims(args.claims))) + "\n", encoding="utf-8")
        return
    if args.stories is None or args.scorer is None:
        parser.error("give --claims, or --stories and --scorer")
    spec = importlib.util.spec_from_file_location("record_scorer", args.scorer)
    if spec is None or spec.loader is None:
        sys.exit(f"{args.scorer} is no Python file")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    seen: dict[str, list[Example]] = {}
    held: dict[str, list[Example]] = {}
    for story, found in read_stories(args.stories, scorer):
        for name, examples in found.items():
            (held if story.startswith("held-") else seen).setdefault(name, []).extend(examples)
    print("list        stories   n |  all: mean figure, share right | below .5 | .5 to .8 | above .8 | area under ROC")
    rows = ["# How sure an item of a list is: the list, a feature, its weight. By training/confidence.py."]
    for name, examples in seen.items():
        unseen = held.get(name, [])
        penalised = min(PENALTIES, key=lambda p: loss(left_out(examples, p)))
        model = fit(examples, penalised)
        report(name, "left out", left_out(examples, penalised))
        report(name, "held", [(model.chance(e.features), e.right) for e in unseen])
        model = moved(model, unseen)
        rows += rows_of(model, f"{name}\t")
    args.out.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
