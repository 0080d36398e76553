"""The training material of each task: what is learned from, what is held back to choose by, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.annotation.encoder.pieces import Vocabulary
from training.config import Config
from training.data import Item, items_of, items_of_text
from training.examples import Example, mention_example, name_example, rated_examples, role_examples
from training.ours_reader import read_own_reality
from training.readers import (
    Attributed,
    read_mentions,
    read_name_documents,
    read_predicates,
    read_reality,
    read_statements,
)
from training.sampling import batches, draw, split
from training.taught import read_shard

HELD_BACK = 0.05
"""The share of the names', predicates', mentions' and reality's training documents that is held back."""
JOINED_RATED = 3
"""Sentences with rated events that are joined at most."""

REPEATED = {"UW": 4, "MEANTIME": 12}
"""How often the smaller sets of rated sentences are read in an epoch."""
OWN = Path(__file__).parent / "ours" / "reality.txt"
OWN_TIMES = 4
"""How often our own are; they follow the scale of MEANTIME."""


def held_back(seed: int, name: str, share: float = HELD_BACK) -> bool:
    """Whether a document, by its name, is held back. Rated sentences: by their place in the file, in blocks of 20."""
    return draw(seed, "held back", name) < share


class Task:
    """One task's windows, made anew for each epoch, and where in them training stands."""

    def __init__(self, windows: Callable[[int], list[Item]], config: Config) -> None:
        self.windows, self.config = windows, config
        self.epoch = self.at = 0
        self._made = -1
        self._items: list[Item] = []
        self._order: list[list[int]] = []

    def next(self) -> list[Item]:
        """The next batch's windows."""
        self._make()
        if self.at >= len(self._order):
            self.epoch, self.at = self.epoch + 1, 0
            self._make()
        self.at += 1
        return [self._items[i] for i in self._order[self.at - 1]]

    def _make(self) -> None:
        if self._made != self.epoch:
            self._items = self.windows(self.epoch)
            lengths = [len(i.ids) for i in self._items]
            self._order = batches(lengths, self.config.batch_tokens, self.config.seed, self.epoch)
            self._made = self.epoch


def windows_of_examples(examples: Sequence[Example], vocabulary: Vocabulary, limit: int, overlap: int) -> list[Item]:
    """All windows of some texts; `document` is the text's number."""
    return [
        item
        for number, example in enumerate(examples)
        for item in items_of_text(number, example.text, vocabulary, limit, overlap, example.targets)
    ]


def examples_of(
    task: str, folder: Path, part: str, config: Config, held: bool | None, share: float = HELD_BACK
) -> Callable[[int], list[Example]]:
    """A task's texts by epoch.

    Args:
        task: one of TASKS but the statements.
        folder: the folder with the files.
        part: `train` or `dev`.
        config: the run's settings.
        held: true for what is held back, false for the rest, none for all.
        share: of the documents that is held back.
    """
    seed = config.seed

    def kept(name: str) -> bool:
        return held is None or held_back(seed, name, share) == held

    if task == "names":
        named = [name_example(d) for d in read_name_documents(folder / f"names_{part}.jsonl") if kept(d.id)]
        return lambda epoch: named
    if task == "mentions":
        mentioned = [mention_example(d) for d in read_mentions(folder / f"gum_{part}.jsonl") if kept(d.id)]
        return lambda epoch: mentioned
    if task == "roles":
        sentences = [
            s for s in read_predicates(folder / f"srl_{part}.jsonl") if kept(s.id.rsplit("-", 1)[0])
        ]
        return lambda epoch: role_examples(sentences, config.joined_words, seed, epoch, config.alone)
    rated = [
        s for i, s in enumerate(read_reality(folder / f"reality_{part}.jsonl")) if kept(f"rated {i // 20}")
    ]
    if held is False:
        for name, times in REPEATED.items():
            rated += [s for s in rated if s.set == name] * (times - 1)
        rated += read_own_reality(OWN) * OWN_TIMES
    return lambda epoch: rated_examples(rated, JOINED_RATED, seed, epoch)


def training_tasks(
    data: Path, config: Config, vocabulary: Vocabulary, share: float = HELD_BACK, taught: Path | None = None
) -> tuple[dict[str, Task], list[Attributed], list[Attributed]]:
    """The tasks; the documents with statements to learn from and those held back.

    Args:
        data: the training material.
        config: the run's settings.
        vocabulary: of the word pieces.
        share: of the documents that is held back.
        taught: the folder with what a teacher said, where the settings give it a share.

    Raises:
        ValueError: the settings give it a share, and there is nothing.
    """
    train, dev = split(read_statements(data / "statements" / "train.jsonl"), config.dev_documents, config.seed)
    statements = items_of(train, vocabulary, config.window, config.overlap, learn=True)
    tasks = {"statements": Task(lambda epoch: statements, config)}
    for name in ("names", "roles", "mentions", "reality"):
        texts = examples_of(name, data / "training", "train", config, False, share)

        def windows(epoch: int, texts: Callable[[int], list[Example]] = texts) -> list[Item]:
            return windows_of_examples(texts(epoch), vocabulary, config.window, config.overlap)

        tasks[name] = Task(windows, config)
    if config.shares["taught"]:
        shards = sorted(taught.glob("*.npz")) if taught else []
        if not shards:
            raise ValueError("the settings want what a teacher said: give the folder that training.teacher wrote")
        said = [i for shard in shards for i in read_shard(shard, vocabulary, config.window)]
        tasks["taught"] = Task(lambda epoch: said, config)
    return tasks, train, dev


def task_at(step: int, config: Config) -> str:
    """Which task a step is of: drawn by the shares, the same for the same seed."""
    place = draw(config.seed, "task", step) * sum(config.shares.values())
    for name, share in config.shares.items():
        place -= share
        if place < 0:
            return name
    return name
