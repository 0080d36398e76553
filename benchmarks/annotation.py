"""How fast documents are annotated, and in how much memory; beside spaCy's small English pipeline where it is at hand.

    python benchmarks/annotation.py [INPUT...] [--rounds N] [--threads N] [--peer PYTHON] [--articles N]

INPUT defaults to the sample collection. A word is a run of characters between blanks in a speaking block. The figures
are medians over rounds, in wall and in processor time (the latter is what a busy machine leaves comparable). `--peer`
names a Python that has spaCy with its small English pipeline, which then takes turns with the rest, round by round, on
the same texts. `--articles N` annotates the inputs over and over until N documents are done and gives the peak memory
of the process.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import onrecord
from onrecord.annotation.annotator import RuleAnnotator, TrainedAnnotator
from onrecord.annotation.encoder.files import FOLDER
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.sentences import SPEAKING_KINDS
from onrecord.types import Document

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "kestrel-strait"
PEER = """
import json, sys, time, spacy
nlp = spacy.load(sys.argv[1])
texts = json.load(sys.stdin)
list(nlp.pipe(texts[:2]))
wall, cpu = time.perf_counter(), time.process_time()
for _ in nlp.pipe(texts): pass
print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]))
"""


def texts_of(documents: Sequence[Document]) -> list[str]:
    """The speaking blocks of each document."""
    return ["\n\n".join(d.text[b.start : b.end] for b in d.blocks if b.kind in SPEAKING_KINDS) for d in documents]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def peer_times(python: str, model: str, texts: list[str]) -> tuple[float, float]:
    """The peer's wall and processor seconds, its loading left out."""
    command = [python, "-c", PEER, model]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    wall, cpu = json.loads(done.stdout)
    return wall, cpu


def main() -> None:
    """Time the annotators."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--peer-model", default="en_core_web_sm")
    parser.add_argument("--articles", type=int, default=0)
    args = parser.parse_args()
    documents = onrecord.read(*args.inputs)
    trained = TrainedAnnotator(threads=args.threads)
    if args.articles:
        for k in range(args.articles):
            trained.annotate(documents[k % len(documents)])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{args.articles} articles: {peak:.0f} MB peak")
        return
    texts = texts_of(documents)
    words = sum(len(t.split()) for t in texts)
    encoder, rules = Encoder(FOLDER, args.threads), RuleAnnotator()
    encoder.read(documents[0])
    trained.annotate(documents[0])
    runs: dict[str, Callable[[], tuple[float, float]]] = {
        "network and decoding": lambda: timed(lambda: [encoder.statements(encoder.read(d)) for d in documents]),
        "rules": lambda: timed(lambda: [rules.annotate(d) for d in documents]),
        "all of annotate": lambda: timed(lambda: [trained.annotate(d) for d in documents]),
    }
    if args.peer:
        runs[f"spaCy {args.peer_model}"] = lambda: peer_times(args.peer, args.peer_model, texts)
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(args.rounds):
        for name, run in runs.items():
            seconds[name].append(run())
    print(f"{len(documents)} documents, {words:,} words, {args.threads} thread(s), median of {args.rounds}")
    for name, found in seconds.items():
        wall, cpu = (statistics.median(column) for column in zip(*found, strict=True))
        print(f"{name:28} {words / wall:8,.0f} words/s wall   {words / cpu:8,.0f} words/s of processor time")


if __name__ == "__main__":
    sys.exit(main())
