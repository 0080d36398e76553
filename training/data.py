"""Windows as tensors: what the model reads and what it is to learn, padded to a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from onrecord.annotation.encoder.decoding import distances
from onrecord.annotation.encoder.inputs import ready
from onrecord.annotation.encoder.pieces import Vocabulary
from onrecord.annotation.encoder.words import FEATURES, Window, Words, pieces_of, windows_of, words_of
from training.readers import Attributed
from training.targets import Targets, targets_of


@dataclass(frozen=True, slots=True)
class Item:
    """A window ready to be read: piece ids and features with the begin and end pieces, each word's first piece.

    `document` is the number of the text it is of. `targets`: what its task has to learn (see targets.py, examples.py).
    `text`: the whole text.
    """

    document: int
    words: Words
    window: Window
    ids: tuple[int, ...]
    features: tuple[int, ...]
    firsts: tuple[int, ...]
    targets: Any
    text: str = ""

    def forms(self) -> list[str]:
        """The window's words."""
        return [self.text[a:b] for a, b in self.words.spans[self.window.first : self.window.end]]


def items_of_text(
    number: int, text: str, vocabulary: Vocabulary, limit: int, overlap: int, learn: Callable[[Words, Window], Any]
) -> list[Item]:
    """The windows of a text, in order; `learn` gives the targets of a window."""
    words = words_of(text)
    pieces = pieces_of(words, vocabulary.cut)
    out = []
    for window in windows_of(words, [len(p) for p in pieces], limit - 2, overlap):
        read = ready(words, pieces, window, vocabulary)
        targets = learn(words, window)
        out.append(Item(number, words, window, read.ids, read.features, read.firsts, targets, text))
    return out


def items_of(
    documents: Sequence[Attributed], vocabulary: Vocabulary, limit: int, overlap: int, learn: bool
) -> list[Item]:
    """All windows of documents with statements, in order. With `learn`, their targets too."""
    out = []
    for number, document in enumerate(documents):

        def targets(words: Words, window: Window, document: Attributed = document) -> Targets | None:
            return targets_of(words, document.annotations, window) if learn else None

        out += items_of_text(number, document.text, vocabulary, limit, overlap, targets)
    return out


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors. `rows` are the cues' batch rows; `cues`, `roles` and `distances` have a row for each cue."""

    ids: Tensor
    features: Tensor
    present: Tensor
    firsts: Tensor
    tags: Tensor
    owned: Tensor
    rows: Tensor
    cues: Tensor
    roles: Tensor
    distances: Tensor
    there: Tensor


def padded(rows: Sequence[Sequence[int]], length: int, fill: int = 0) -> Tensor:
    """Rows of different lengths as one tensor."""
    out = np.full((len(rows), length), fill, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def inputs(items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, features, present, firsts."""
    length = max(len(i.ids) for i in items)
    count = max(len(i.firsts) for i in items)
    present = padded([[1] * len(i.ids) for i in items], length).bool()
    return (
        padded([i.ids for i in items], length),
        padded([i.features for i in items], length, FEATURES),
        present,
        padded([i.firsts for i in items], count),
    )


def batch_of(items: Sequence[Item], annotator: int) -> Batch:
    """A batch to learn from. Where several people annotated a document, `annotator` picks the one whose links count."""
    ids, features, present, firsts = inputs(items)
    count = firsts.shape[1]
    tags = np.zeros((len(items), count, 7), np.float32)
    owned = np.zeros((len(items), count), np.bool_)
    rows, cues, roles, away, there = [], [], [], [], []
    for number, item in enumerate(items):
        assert item.targets is not None
        size = len(item.firsts)
        tags[number, :size] = item.targets.tags
        owned[number, :size] = item.targets.owned
        at, what = item.targets.links[annotator % len(item.targets.links)]
        paragraphs = item.words.paragraphs[item.window.first : item.window.end]
        far_off = distances(at, paragraphs).tolist()
        for cue, row, far in zip(at.tolist(), what.tolist(), far_off, strict=True):
            rows.append(number)
            cues.append(cue)
            roles.append(row)
            away.append(far)
            there.append([1] * size)
    return Batch(
        ids, features, present, firsts, torch.from_numpy(tags), torch.from_numpy(owned),
        torch.tensor(rows, dtype=torch.long), torch.tensor(cues, dtype=torch.long),
        padded(roles, count), padded(away, count), padded(there, count).bool(),
    )  # fmt: skip
