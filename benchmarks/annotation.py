"""How fast documents are annotated, and in how much memory; beside spaCy's small English pipeline where it is at hand.

    python benchmarks/annotation.py [INPUT...] [--rounds N] [--processes N] [--peer PYTHON] [--limit N]
        [--model FOLDER] [--articles N]

INPUT defaults to the sample collection. A word is a run of characters between blanks in a speaking block. What is
compared takes turns, round by round, on the same texts; the figures are medians over rounds, in wall and in processor
time (the latter is what a busy machine leaves comparable). `--processes` lets so many processes, each on one thread, do
the same work side by side: two of them are what two processors give, for either side. `--peer` names a Python that has
spaCy with its small English pipeline. `--articles N` annotates the inputs over and over until N documents are done and
gives the peak memory of the process.

`the network alone` is a pass over windows that are ready, with nothing before or after: no code around it can be faster
than that. `all heads` adds words, windows and the decoding of statements, names, predicates with their arguments, the
reality of these, mentions with their types and the entities they belong to.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import onrecord
from onrecord.annotation.annotator import RuleAnnotator, TrainedAnnotator
from onrecord.annotation.encoder.files import FOLDER, Model, read_model
from onrecord.annotation.encoder.inputs import Ready, windows_ready
from onrecord.annotation.encoder.network import Network
from onrecord.annotation.encoder.pieces import Vocabulary, read_vocabulary
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.encoder.words import words_of
from onrecord.annotation.sentences import SPEAKING_KINDS, split
from onrecord.types import Document

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "kestrel-strait"
PEER = """
import json, sys, time, spacy
nlp = spacy.load(sys.argv[1])
texts = json.loads(sys.stdin.readline())
list(nlp.pipe(texts[:2]))
print("ready", flush=True)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in nlp.pipe(texts): pass
    print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]), flush=True)
"""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def texts_of(documents: Sequence[Document]) -> list[str]:
    """The speaking blocks of each document."""
    return ["\n\n".join(d.text[b.start : b.end] for b in d.blocks if b.kind in SPEAKING_KINDS) for d in documents]


def ready_windows(document: Document, model: Model, vocabulary: Vocabulary) -> list[Ready]:
    """A document's windows as the network takes them."""
    blocks = sorted((b.start, b.end) for b in document.blocks if b.kind in SPEAKING_KINDS)
    return windows_ready(words_of(document.text, blocks), vocabulary, model.window, model.overlap)


def all_heads(encoder: Encoder, document: Document) -> None:
    """One pass, and what every head finds."""
    pages = encoder.read(document)
    encoder.statements(pages)
    encoder.names(pages)
    predicates = encoder.predicates(pages, split(document))
    encoder.reality(pages, [p.span[0] for p in predicates])
    encoder.entities(pages)


def works(documents: Sequence[Document], folder: Path) -> dict[str, Callable[[], object]]:
    """What is timed, by name."""
    encoder, rules, trained = Encoder(folder), RuleAnnotator(), TrainedAnnotator(folder, threads=1)
    model, vocabulary = read_model(folder), read_vocabulary(folder)
    network = Network(model)
    windows = [window for document in documents for window in ready_windows(document, model, vocabulary)]
    return {
        "the network alone": lambda: [network.read(window, network.outputs) for window in windows],
        "network and statements": lambda: [encoder.statements(encoder.read(d)) for d in documents],
        "all heads": lambda: [all_heads(encoder, d) for d in documents],
        "rules": lambda: [rules.annotate(d) for d in documents],
        "all of annotate": lambda: [trained.annotate(d) for d in documents],
    }


def work(documents: Sequence[Document], folder: Path) -> None:
    """Answers each line of the standard input, a name out of `works`, with wall and processor seconds."""
    known = works(documents, folder)
    for run in works(documents[:1], folder).values():
        run()
    print("ready", flush=True)
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        known[line.strip()]()
        print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]), flush=True)


class Workers:
    """Processes that do the same work side by side, each on one thread."""

    def __init__(self, command: Sequence[str], count: int, given: str = "") -> None:
        """Start them, and wait until they have loaded what they need. `given`: a line that each is told first."""
        environment = {**os.environ, **ONE_THREAD}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": environment}
        self._all = [subprocess.Popen(command, **pipes) for _ in range(count)]
        for process in self._all:
            if given:
                self._tell(process, given)
        for process in self._all:
            process.stdout.readline()

    @staticmethod
    def _tell(process: subprocess.Popen[str], line: str) -> None:
        process.stdin.write(line + "\n")
        process.stdin.flush()

    def run(self, name: str) -> tuple[float, float]:
        """The longest wall and the mean processor seconds."""
        for process in self._all:
            self._tell(process, name)
        said = [json.loads(process.stdout.readline()) for process in self._all]
        return max(wall for wall, _ in said), statistics.mean(cpu for _, cpu in said)

    def end(self) -> None:
        """Let them go."""
        for process in self._all:
            process.stdin.close()
            process.wait()


def compare(args: argparse.Namespace, documents: Sequence[Document]) -> None:
    """Time everything in turns and print it."""
    texts = texts_of(documents)
    words = sum(len(t.split()) for t in texts)
    command = [sys.executable, __file__, *args.inputs, "--work", "--limit", str(args.limit), "--model", str(args.model)]
    ours = Workers(command, args.processes)
    runs = dict.fromkeys(works([], args.model), ours)
    if args.peer:
        peer = f"spaCy {args.peer_model}"
        runs[peer] = Workers([args.peer, "-c", PEER, args.peer_model], args.processes, json.dumps(texts))
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(args.rounds):
        for name, workers in runs.items():
            seconds[name].append(workers.run(name))
    for workers in set(runs.values()):
        workers.end()
    print(f"{len(documents)} documents, {words:,} words, {args.processes} process(es), median of {args.rounds}")
    middle = {name: [statistics.median(c) for c in zip(*found, strict=True)] for name, found in seconds.items()}
    for name, (wall, cpu) in middle.items():
        ratio = f"   {middle[peer][1] / cpu:5.2f} x" if args.peer else ""
        speed = f"{args.processes * words / wall:8,.0f} words/s   {words / cpu:8,.0f} per processor second"
        print(f"{name:32} {speed}{ratio}")


def main() -> None:
    """Time the annotators, or measure the memory that they take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--peer-model", default="en_core_web_sm")
    parser.add_argument("--limit", type=int, default=0, help="take so many documents only")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of another model")
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    documents = onrecord.read(*args.inputs)[: args.limit or None]
    if args.work:
        work(documents, args.model)
    elif args.articles:
        trained = TrainedAnnotator(args.model, threads=1)
        for k in range(args.articles):
            trained.annotate(documents[k % len(documents)])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{args.articles} articles: {peak:.0f} MB peak")
    else:
        compare(args, documents)


if __name__ == "__main__":
    sys.exit(main())
