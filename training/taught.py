"""What a teacher said of texts that nobody annotated, on disk and as windows to learn from.

A shard holds some texts and, window by window in their order, the teacher's figures. Windows are cut as everywhere, so
that only their numbers are kept; a shard that was cut otherwise is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.pieces import Vocabulary
from onrecord.annotation.encoder.words import Window, Words
from training.data import Item, items_of_text

LIKELY = 0.3
"""From what probability on the arguments of a word are taught as those of a predicate."""


Tags = tuple[NDArray[np.float16], ...]
"""For each predicate the probabilities of the tags of the words that it may reach, words × tags."""


class Taught(NamedTuple):
    """Of a window: `likely`, for each word the probability that it is a predicate; `at`, the words that are likely to
    be; `sentences`, for each of these the first word that it may reach and the end; `tags`, those of these words;
    `reality`, the rating of each predicate."""

    likely: NDArray[np.float32]
    at: NDArray[np.int64]
    sentences: NDArray[np.int64]
    tags: Tags
    reality: NDArray[np.float32]


def write_shard(path: Path, texts: Sequence[str], windows: Sequence[Taught], kinds: int) -> None:
    """Writes a shard; `kinds` is the number of tags."""
    none = np.zeros((0, kinds), np.float16)
    np.savez(
        path,
        texts=np.frombuffer(json.dumps(list(texts)).encode(), np.uint8),
        words=np.array([len(w.likely) for w in windows]),
        predicates=np.array([len(w.at) for w in windows]),
        likely=np.concatenate([w.likely for w in windows]),
        at=np.concatenate([w.at for w in windows]),
        sentences=np.concatenate([w.sentences.reshape(-1, 2) for w in windows]),
        tags=np.concatenate([none, *(t for w in windows for t in w.tags)]),
        reality=np.concatenate([w.reality for w in windows]),
    )


def texts_of(path: Path) -> list[str]:
    """The texts of a shard."""
    with np.load(path) as held:
        return [str(text) for text in json.loads(held["texts"].tobytes().decode())]


def read_shard(path: Path, vocabulary: Vocabulary, limit: int, first: int = 0) -> list[Item]:
    """The windows of a shard.

    Args:
        path: its file.
        vocabulary: of the word pieces.
        limit: the most pieces in a window.
        first: the number of its first text.

    Raises:
        ValueError: its windows were cut in another way.
    """
    with np.load(path) as held:
        said = _windows({name: held[name] for name in held.files})

    def learn(words: Words, window: Window) -> Taught:
        mine = next(said, None)
        if mine is None or len(mine.likely) != window.end - window.first:
            raise ValueError(f"{path}: its windows were cut in another way; let the teacher read the texts again")
        return mine

    texts = enumerate(texts_of(path), first)
    return [i for n, text in texts for i in items_of_text(n, text, vocabulary, limit, 0, learn)]


def _windows(held: dict[str, NDArray[np.float32]]) -> Iterator[Taught]:
    words = np.split(held["likely"], np.cumsum(held["words"])[:-1].astype(int))
    edges = np.cumsum(held["predicates"])[:-1].astype(int)
    reach = held["sentences"].astype(np.int64)
    rows = np.split(held["tags"], np.cumsum(reach[:, 1] - reach[:, 0])[:-1]) if len(reach) else []
    begin = 0
    for likely, at, sentences, reality in zip(
        words, *(np.split(held[name], edges) for name in ("at", "sentences", "reality")), strict=True
    ):
        tags = tuple(rows[begin : begin + len(at)])
        begin += len(at)
        yield Taught(likely, at.astype(np.int64), sentences.astype(np.int64).reshape(-1, 2), tags, reality)
