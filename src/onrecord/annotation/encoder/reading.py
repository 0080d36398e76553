"""Reads a document with the network: its paragraphs as windows, what the heads say of each, what they find.

`Encoder.read` makes the one pass; `statements`, `names`, `mentions`, `entities`, `predicates` and `reality` decode a
head of it when they are asked for (see `heads` for what they give).
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder import heads
from onrecord.annotation.encoder.coreference import Ranker
from onrecord.annotation.encoder.decoding import Figures, Linker, Triple, Weights, decode_all
from onrecord.annotation.encoder.decoding_ends import Ender
from onrecord.annotation.encoder.decoding_pairs import PairTable
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.decoding_usage import Usage
from onrecord.annotation.encoder.entities import Joiner
from onrecord.annotation.encoder.files import ABOUT, FOLDER, JUDGE, Model, broken, read_json, read_model
from onrecord.annotation.encoder.inputs import windows_ready
from onrecord.annotation.encoder.judging import Judge, Read
from onrecord.annotation.encoder.moves import LAYERS, LOWER, SAID, TABLES, MoveReader, read_tables, sight_of
from onrecord.annotation.encoder.network import MoveLayers, Network
from onrecord.annotation.encoder.pieces import Vocabulary, read_vocabulary
from onrecord.annotation.encoder.words import Words, words_of
from onrecord.annotation.sentences import SPEAKING_KINDS
from onrecord.types import Document, Move, Span


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as the network read it.

    `words` are those of its speaking blocks, `reads` what the statements head says of each window, `papers` what all
    heads say of it.
    """

    words: Words
    reads: tuple[Read, ...]
    text: str = ""
    papers: tuple[heads.Paper, ...] = ()

    def at(self, word: int) -> Read:
        """The window that answers for a word."""
        return self.reads[bisect.bisect_right(self.reads, word, key=lambda r: r.window.owned) - 1]


class Encoder:
    """A model that reads documents. Its network is opened when the first document is read, and once."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        """Nothing is opened yet.

        Args:
            folder: where the model's files lie.
            threads: how many windows of a document are read at once; what is found does not depend on it.
        """
        self._folder = folder
        self._threads = threads

    @functools.cached_property
    def model(self) -> Model:
        """The model's description."""
        return read_model(self._folder)

    @functools.cached_property
    def linker(self) -> Linker:
        """The tables of the link head."""
        tables = self._about("linker")
        return Linker(*(np.array(tables[name]) for name in ("distance", "bias", "pairs", "first")))

    @functools.cached_property
    def weights(self) -> Weights:
        """What decoding was tuned to."""
        return Weights(**self._about("weights"))

    @functools.cached_property
    def judge(self) -> Judge:
        """The judge of statements."""
        path = self._folder / JUDGE
        found = read_json(path)
        try:
            centre, spread, weights = (np.array(found[name], np.float64) for name in ("centre", "spread", "weights"))
            return Judge(centre, spread, weights, float(found["least"]))
        except (KeyError, TypeError, ValueError) as error:
            raise broken(path, f"the judge of statements lacks {error}") from error

    @functools.cached_property
    def _widths(self) -> NDArray[np.float32]:
        return self._array("widths", self.model.about)

    @functools.cached_property
    def _apart(self) -> NDArray[np.float32]:
        return self._array("apart", self.model.about)

    @functools.cached_property
    def _roles(self) -> PairTable:
        try:
            return PairTable.of(self._about("roles"))
        except (KeyError, TypeError, ValueError) as error:
            raise broken(self._folder / ABOUT, f"the predicates' network lacks {error}") from error

    @functools.cached_property
    def _ender(self) -> Ender | None:
        """What judges where arguments end; a model newly exported has none yet."""
        if "ends" not in self.model.about:
            return None
        try:
            return Ender.of(self._about("ends"))
        except (KeyError, TypeError, ValueError) as error:
            raise broken(self._folder / ABOUT, f"the network of arguments' ends lacks {error}") from error

    @functools.cached_property
    def _usage(self) -> Usage | None:
        """How single predicates are used; a model newly exported has nothing of it yet."""
        if "usage" not in self.model.about:
            return None
        try:
            return Usage.of(self._about("usage"), ARGUMENTS)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise broken(self._folder / ABOUT, f"the predicates' usage lacks {error}") from error

    @functools.cached_property
    def _ranker(self) -> Ranker:
        table = self._about("coreference")
        inner, inner_bias, outer, bias = (
            self._array(name, table) for name in ("inner", "inner_bias", "outer", "bias")
        )
        return Ranker(inner, inner_bias, outer, float(bias))

    @functools.cached_property
    def _joiner(self) -> Joiner | None:
        """What joins mentions to entities; a model newly exported has none yet."""
        if "entities" not in self.model.about:
            return None
        try:
            return Joiner.of(self._about("entities"))
        except (KeyError, TypeError, ValueError) as error:
            raise broken(self._folder / ABOUT, f"the network of entities lacks {error}") from error

    @functools.cached_property
    def _mover(self) -> MoveReader | None:
        """What reads moves; a model newly exported has none yet."""
        found = read_tables(self._folder)
        if found is None:
            return None
        tables, checksum = found
        layers = MoveLayers(self._folder / LAYERS, checksum)
        try:
            return MoveReader(tables, layers, self._roles)
        except KeyError as error:
            raise broken(self._folder / TABLES, f"the network of moves lacks {error}") from error

    @functools.cached_property
    def _vocabulary(self) -> Vocabulary:
        try:
            return read_vocabulary(self._folder)
        except (OSError, KeyError) as error:
            raise broken(self._folder / "vocab.txt", "the annotator's word pieces are missing or changed") from error

    @functools.cached_property
    def _network(self) -> Network:
        return Network(self.model)

    def _about(self, name: str) -> dict[str, Any]:
        found = self.model.about.get(name)
        if not isinstance(found, dict):
            raise broken(self._folder / ABOUT, f"the description of the annotator's model lacks {name!r}")
        return found

    def _array(self, name: str, table: dict[str, Any]) -> NDArray[np.float32]:
        try:
            return np.array(table[name], np.float32)
        except (KeyError, TypeError, ValueError) as error:
            raise broken(self._folder / ABOUT, f"the description of the annotator's model lacks {name!r}") from error

    def _settings(self, head: str) -> dict[str, float]:
        found: dict[str, float] = self._about("decoding").get(head, {})
        return found

    def read(self, document: Document) -> Pages:
        """One pass over a document's speaking blocks; each block is a paragraph. Depends on nothing but their words."""
        blocks = sorted((b.start, b.end) for b in document.blocks if b.kind in SPEAKING_KINDS)
        words = words_of(document.text, blocks)
        model = self.model
        windows = windows_ready(words, self._vocabulary, model.window, model.overlap)
        network = self._network
        if self._threads > 1 and len(windows) > 1:
            with ThreadPoolExecutor(self._threads) as pool:
                found = list(pool.map(lambda window: network.read(window, network.outputs), windows))
        else:
            found = [network.read(window, network.outputs) for window in windows]
        reads, papers = [], []
        for window, said in zip(windows, found, strict=True):
            figures = Figures(log_softmax(said["tags"]), said["cues"], said["parts"])
            reads.append(Read(words, window.window, figures, self.linker))
            papers.append(heads.Paper(window.window, said))
        return Pages(words, tuple(reads), document.text, tuple(papers))

    def statements(self, pages: Pages, weights: Weights | None = None) -> list[Triple]:
        """The statements that the network alone finds, in the order of their cues."""
        read = [(r.window, r.figures) for r in pages.reads]
        return decode_all(pages.words, read, self.linker, weights or self.weights)

    def names(self, pages: Pages) -> tuple[heads.Name, ...]:
        """The names in a document (PER, ORG, LOC, MISC), in its order; none shares a word with another."""
        return heads.names(pages.words, pages.papers, self._settings("names"))

    def mentions(self, pages: Pages) -> tuple[heads.Mention, ...]:
        """The mentions in a document with their types, by where they begin, the longer first; some lie in others."""
        return heads.mentions(pages.words, pages.papers, self._widths, self._settings("mentions"))

    def entities(self, pages: Pages) -> tuple[tuple[heads.Mention, ...], ...]:
        """The same mentions by whom or what they stand for, a tuple for each entity in the order of their firsts."""
        words, papers, settings = pages.words, pages.papers, self._settings("mentions")
        return heads.entities(
            pages.text, words, papers, self._widths, settings, self._apart, self._ranker, self._joiner
        )

    def predicates(self, pages: Pages, sentences: Sequence[Span]) -> tuple[heads.Predicate, ...]:
        """The predicates in a document, in its order, with their arguments (PropBank's labels) in the same sentence.

        Args:
            pages: what was read.
            sentences: the document's sentences, as `sentences.split` gives them.
        """
        settings = self._settings("roles")
        return heads.predicates(
            pages.words, pages.papers, sentences, self._roles, settings, self._widths, self._ender, self._usage
        )

    def reality(self, pages: Pages, offsets: Sequence[int]) -> list[float | None]:
        """For each offset the reality of the word that stands there, from -3 (certainly not so) to 3 (certainly so).

        Args:
            pages: what was read.
            offsets: where the words of events stand in the document's text (any character of a word).

        Returns:
            None for an offset where no word was read.
        """
        return heads.reality(pages.words, pages.papers, offsets)

    def moves(self, pages: Pages, sentences: Sequence[Span]) -> tuple[Move, ...]:
        """The moves in a document by where they begin; none where the model cannot read them.

        Args:
            pages: what was read.
            sentences: the document's sentences, as `sentences.split` gives them.
        """
        readable = bool(pages.words.spans and sentences) and {LOWER, *SAID} <= set(pages.papers[0].outputs)
        if self._mover is None or not readable:
            return ()
        return self._mover.moves(pages.words, sight_of(pages.words, pages.papers, sentences))


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Log probabilities along the last axis, in double precision."""
    scores = logits.astype(np.float64)
    scores -= scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True)))
