"""Editions on one core: text to fingerprint, candidate pairs, alignment and the whole way to reports.

    python benchmarks/editions.py [FILE] [--rounds 3] [--most 2000]

FILE holds documents as JSON lines (`{"id", "text"}`); without it the sample collection is used, recombined into 100
texts that overlap each other densely. Everything is in memory before the clock starts; what is compared takes turns
within each round, and the figure is the median of the rounds' CPU time. rensa and datasketch, whose MinHash signatures
are the usual way to near-copies, are left out, with a line that says so, where they are not installed.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import onrecord
from onrecord.annotation.sentences import split
from onrecord.editions import candidates, find_reports, judge, prepare
from onrecord.editions.alignment import align, match
from onrecord.editions.fingerprints import fingerprints
from onrecord.types import Annotated, Annotations, Block, Document, Source

SAMPLE = Path(__file__).parent.parent / "examples" / "kestrel-strait"


def plain(name: str, paragraphs: Iterable[str]) -> Document:
    """A document of these paragraphs."""
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph
    return Document(name, text, tuple(blocks), Source(name, "text/plain", ""))


def sample(count: int) -> list[Document]:
    """Texts of a dozen sentences from the sample collection, each sharing some with its neighbours."""
    sentences = [d.quote(s) for d in onrecord.read(SAMPLE) for s in split(d)]
    return [
        plain(f"sample-{n:04d}", [sentences[(n * 3 + k * (1 + n % 7)) % len(sentences)] for k in range(12)])
        for n in range(count)
    ]


def words(text: str) -> list[str]:
    """What the peers hash: runs of five words."""
    found = re.findall(r"\w+", text.lower())
    return [" ".join(found[n : n + 5]) for n in range(max(1, len(found) - 4))]


OURS = "onrecord fingerprint"
RENSA = "rensa, 128 permutations"


def signers(documents: list[Document]) -> dict[str, Callable[[], object]]:
    """What makes a signature of each text, text in, by name."""
    out: dict[str, Callable[[], object]] = {OURS: lambda: list(fingerprints(documents))}
    try:
        from rensa import RMinHash
    except ImportError:
        print("rensa is not installed: left out")
    else:

        def rensa(document: Document) -> object:
            signature = RMinHash(num_perm=128, seed=1)
            signature.update(words(document.text))
            return signature.digest()

        out[RENSA] = lambda: [rensa(d) for d in documents]
    try:
        from datasketch import MinHash
    except ImportError:
        print("datasketch is not installed: left out")
    else:

        def datasketch(document: Document) -> object:
            signature = MinHash(num_perm=128, seed=1)
            signature.update_batch([word.encode() for word in words(document.text)])
            return signature.digest()

        out["datasketch, 128 permutations"] = lambda: [datasketch(d) for d in documents]
    return out


def timed(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median CPU seconds of each piece of work."""
    spent: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, run in work.items():
            begin = time.process_time()
            run()
            spent[name].append(time.process_time() - begin)
    return {name: statistics.median(seconds) for name, seconds in spent.items()}


def main() -> None:
    """Time each step and print what one core does in a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=2000, help="documents and pairs that are timed at most")
    args = parser.parse_args()
    read = (onrecord.read(args.file) if args.file else sample(100))[: args.most]
    # The annotator splits the sentences; bodies and reports are timed from there, signatures from the text.
    documents = [Annotated(d, Annotations(sentences=split(d))) for d in read]
    bodies = {d.document.id: prepare(d) for d in documents}
    prints = list(fingerprints(read))
    pairs = [(bodies[a], bodies[b]) for a, b in candidates(prints)[: args.most]]
    size = statistics.mean(p.shingles.nbytes + p.positions.nbytes + p.sentences.nbytes for p in prints)
    print(f"{len(documents)} documents, {statistics.mean(len(b.words) for b in bodies.values()):.0f} words on average")
    print(f"{size:.0f} bytes a fingerprint, {len(pairs)} candidate pairs timed")
    work = signers(read)
    work["candidates"] = lambda: candidates(prints)
    work["sentences matched"] = lambda: [match(a, b) for a, b in pairs]
    work["rows with what changes touch"] = lambda: [align(a, b) for a, b in pairs]
    work["pairs judged, with evidence"] = lambda: [judge(a, b) for a, b in pairs]
    work["documents to reports"] = lambda: find_reports(documents)
    seconds = timed(work, args.rounds)
    for name, spent in seconds.items():
        of_pairs = name.startswith(("sentences", "rows", "pairs"))
        count = len(pairs) if of_pairs else len(documents)
        print(f"{name:32} {count / max(spent, 1e-9):10,.0f} {'pairs' if of_pairs else 'documents'}/s")
    if RENSA in seconds:
        print(f"fingerprints over rensa's signatures, same run: {seconds[RENSA] / max(seconds[OURS], 1e-9):.2f}")


if __name__ == "__main__":
    main()
