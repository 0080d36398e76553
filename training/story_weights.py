"""Count how rare words are in news, for the stories stage.

    python training/story_weights.py FILE FILE... > src/onrecord/stories/data/weights.tsv

Each FILE is a collection that `onrecord.read` reads. Of documents that may be versions of one text one is counted. A
word's share of the documents is the lowest of those in the collections; words of under four in 1,000 are left out.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter

import onrecord
from onrecord.editions import candidates, fingerprint

LEAST = 0.004
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def shares(source: str) -> dict[str, float]:
    """The share of a collection's documents that each word stands in."""
    documents = list(onrecord.read(source))
    versions = {later for _, later in candidates(map(fingerprint, documents))}
    counted = [d for d in documents if d.id not in versions]
    counts: Counter[str] = Counter()
    for document in counted:
        words = (w for b in document.body() for w in WORD.findall(document.text[b.start : b.end]))
        counts.update({word.lower().replace("’", "'").removesuffix("'s") for word in words})
    return {word: count / len(counted) for word, count in counts.items()}


def main() -> None:
    """Print the list: a weight, a tab, its words."""
    first, *others = map(shares, sys.argv[1:])
    by_weight: dict[float, list[str]] = {}
    for word, share in first.items():
        least = min([share, *(other.get(word, 0.0) for other in others)])
        if least >= LEAST and word.isascii() and not any(c.isdigit() for c in word):
            by_weight.setdefault(round(-math.log(least), 1), []).append(word)
    print("# Words of English news: the natural logarithm of documents to documents with the word, and the words.")
    for weight, words in sorted(by_weight.items()):
        print(f"{abs(weight):.1f}\t{' '.join(sorted(words))}")


if __name__ == "__main__":
    main()
