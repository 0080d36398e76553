"""A million documents into the candidate index, one after the other: cost, planted copies found, memory.

    python benchmarks/editions_million.py [FILE] [--documents 1000000] [--folder DIR] [--seed 1]

FILE holds articles as JSON lines (`{"id", "text"}`); without it the sample collection is used. Their sentences are
recombined: a document is ten to thirty of them, and every third to sixth word of each is replaced by another one of the
articles, so that two documents share a phrase now and then and no more. Three documents in ten are made from an earlier
one, in one of the ways of `KINDS`. A document is a function of its number and the seed; only the index is kept.

What is timed is CPU: text to fingerprint, and adding to the index with everything that belongs to it (looking for
pairs, writing, merging). Making the documents is not. Recall is the share of the planted copies that were offered
together with what they were made from when the later one came.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

import onrecord
from onrecord.annotation.sentences import split
from onrecord.editions.fingerprints import fingerprints
from onrecord.scale import CandidateIndex
from onrecord.types import Block, Document, Source

SAMPLE = Path(__file__).parent.parent / "examples" / "kestrel-strait"
BATCH = 1000
"""Documents that arrive together, as from a feed."""
PLANTED = 0.3
STEPS = (8, 8, 8, 1)
"""How often the third, fourth, fifth and sixth word is the next to be replaced: five old words in a row stay seldom."""
KINDS = ("reprint", "new lead", "abridged", "expanded", "reordered", "edited", "excerpt", "merged")


@dataclass(frozen=True)
class Generator:
    """Documents by number, from sentences with `%s` for each word that is replaced; `slots` says how many there are."""

    sentences: list[str]
    slots: list[int]
    words: list[str]
    seed: int

    def _random(self, number: int, purpose: str) -> random.Random:
        return random.Random(zlib.crc32(purpose.encode(), self.seed) << 32 | number)

    def is_copy(self, number: int) -> bool:
        """Whether this document is made from an earlier one."""
        return number > 1 and zlib.crc32(b"%d %d" % (self.seed, number)) < PLANTED * 2**32

    def planted(self, number: int) -> tuple[str, tuple[int, ...]] | None:
        """The kind of copy that this document is and the numbers of what it was made from; None for an original."""
        if not self.is_copy(number):
            return None
        random_ = self._random(number, "plan")
        kind = random_.choice(KINDS)
        sources = set()
        for _ in range(2 if kind == "merged" else 1):
            source = random_.randrange(number)
            while self.is_copy(source):
                source -= 1
            sources.add(source)
        return kind, tuple(sorted(sources))

    def own(self, number: int, part: str = "body") -> list[str]:
        """The sentences of an original."""
        random_ = self._random(number, part)
        chosen = random_.choices(range(len(self.sentences)), k=random_.randint(*(10, 30) if part == "body" else (2, 4)))
        new = iter(random_.choices(self.words, k=sum(self.slots[n] for n in chosen)))
        return [self.sentences[n] % tuple(islice(new, self.slots[n])) for n in chosen]

    def text(self, number: int) -> list[str]:
        """The sentences of a document."""
        planted = self.planted(number)
        if planted is None:
            return self.own(number)
        kind, sources = planted
        random_ = self._random(number, "copy")
        base = self.own(sources[0])
        if kind == "new lead":
            return self.own(number, "lead") + base[1:]
        if kind == "abridged":
            return base[: max(3, len(base) * 2 // 5)]
        if kind == "expanded":
            return base + self.own(number)
        if kind == "reordered":
            return random_.sample(base, len(base))
        if kind == "edited":
            return [self._edited(sentence, random_) if n % 2 == 0 else sentence for n, sentence in enumerate(base)]
        if kind == "excerpt":
            start = random_.randrange(len(base) - 3)
            return self.own(number) + base[start : start + 4]
        if kind == "merged":
            return [sentence for source in sources for sentence in self.own(source)[:8]]
        return base

    def _edited(self, sentence: str, random_: random.Random) -> str:
        words = sentence.split(" ")
        words[random_.randrange(len(words))] = random_.choice(self.words)
        return " ".join(words)

    def document(self, number: int) -> Document:
        """The document, in paragraphs of two sentences."""
        sentences = self.text(number)
        text, blocks = "", []
        for start in range(0, len(sentences), 2):
            paragraph = " ".join(sentences[start : start + 2])
            text += "\n\n" if text else ""
            blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
            text += paragraph
        name = f"document-{number:07d}"
        return Document(name, text, tuple(blocks), Source(name, "text/plain", ""))


def generator(source: Path, seed: int) -> Generator:
    """One that draws on the articles of this file."""
    found = (d.quote(s).split() for d in onrecord.read(source) for s in split(d))
    every = [words for words in found if 8 <= len(words) <= 40]
    vocabulary = sorted({word for words in every for word in words})
    random_ = random.Random(seed)
    sentences, slots = [], []
    for words in every:
        words = [word.replace("%", "%%") for word in words]
        steps = random_.choices((3, 4, 5, 6), STEPS, k=len(words))
        at = list(accumulate(steps, initial=random_.randint(0, 3)))
        places = [place for place in at if place < len(words)]
        for place in places:
            words[place] = "%s"
        sentences.append(" ".join(words))
        slots.append(len(places))
    return Generator(sentences, slots, vocabulary, seed)


def main() -> None:
    """Add the documents, and print each tenth as it is done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the index is made; a temporary folder without it")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    made = generator(args.file, args.seed)
    print(f"{len(made.sentences)} sentences, {args.documents} documents, seed {args.seed}", flush=True)
    if args.documents < 10:
        sys.exit("At least ten documents, please: one for each tenth.")
    with tempfile.TemporaryDirectory() as temporary:
        run(made, args.documents, args.folder or Path(temporary) / "index")


def run(made: Generator, documents: int, folder: Path) -> None:
    """The whole run, with its figures."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    costs = []
    print("tenth  fingerprint us  index us  pairs offered  index bytes a document", flush=True)
    with CandidateIndex(folder) as index:
        for tenth in range(10):
            start, end = documents * tenth // 10, documents * (tenth + 1) // 10
            spent = [0.0, 0.0]
            offered = 0
            for first in range(start, end, BATCH):
                numbers = range(first, min(end, first + BATCH))
                batch = [made.document(n) for n in numbers]
                begin = time.process_time()
                prints = list(fingerprints(batch))
                middle = time.process_time()
                pairs = set(index.add(prints))
                if numbers.stop == documents:
                    index.commit()
                spent[0] += middle - begin
                spent[1] += time.process_time() - middle
                offered += len(pairs)
                for number in numbers:
                    plan = made.planted(number)
                    for source in plan[1] if plan else ():
                        assert plan is not None
                        planted[plan[0]] += 1
                        found[plan[0]] += (f"document-{source:07d}", f"document-{number:07d}") in pairs
            count = end - start
            costs.append(sum(spent) / count)
            size = index.size() / max(1, len(index))
            print(
                f"{tenth + 1:5} {spent[0] / count * 1e6:15.0f} {spent[1] / count * 1e6:9.0f} {offered:14}"
                f" {size:24.0f}", flush=True,
            )
        index.check()
        assert len(index) == documents
    print(f"cost of a document, last tenth over second: {costs[-1] / costs[1]:.2f}")
    for kind in KINDS:
        print(f"{kind:10} {found[kind]:7} of {planted[kind]:7} found")
    print(f"recall of planted copies {found.total() / max(1, planted.total()):.4f}")
    # Linux counts in units of 1024 bytes, macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"peak memory {peak / 1e6:.0f} MB, mapped files that were in use included")


if __name__ == "__main__":
    main()
