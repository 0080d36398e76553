"""The encoder and its heads, in torch.

The encoder is BERT's (MiniLM-L6: 6 layers of 384, 12 heads), written out here so that it exports cleanly and needs no
other library; `load_encoder` takes the weights from a safetensors file with Hugging Face's names.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder.decoding import DISTANCES, TAGS
from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, WIDEST
from onrecord.annotation.encoder.decoding_names import NAMES
from onrecord.annotation.encoder.decoding_pairs import OFFSETS
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.words import FEATURES
from training.examples import RELATIONS
from training.quantising import Rounding

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
SAID_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a word can be to one cue, in BIO: learned beside the links, but decoding does better without it (runs.md)."""
APART = 10
"""Classes of how many mentions stand between two."""
TREE = 128
"""The width of a word's vectors in the head of trees."""
MASK = 103
"""The vocabulary's piece for a hidden word, `[MASK]`."""
SPECIAL = 999
"""Below it are the vocabulary's special pieces, which are never hidden."""


class Sizes(NamedTuple):
    """The widths of the heads' vectors."""

    link: int
    pair: int
    context: int
    mention: int
    coreference: int
    reality: int


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.query = Rounding(WIDTH, WIDTH)
        self.key = Rounding(WIDTH, WIDTH)
        self.value = Rounding(WIDTH, WIDTH)
        self.joined = Rounding(WIDTH, WIDTH)
        self.joined_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Rounding(WIDTH, INNER)
        self.down = Rounding(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden`: batch × pieces × WIDTH; `mask`: batch × 1 × 1 × pieces, true where there is a piece."""
        batch, length, _ = hidden.shape
        each = (batch, length, HEADS, WIDTH // HEADS)
        parts = (f(hidden).view(each).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(*parts, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.joined_norm(hidden + self.joined(seen))
        return self.down_norm(hidden + self.down(functional.gelu(self.up(hidden))))


class Encoder(nn.Module):
    """Word pieces to one vector each. A word's feature (case, start of a paragraph) is added to its pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.features = nn.Embedding(FEATURES + 1, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, features: Tensor, present: Tensor) -> Tensor:
        """All of batch × pieces; `present` is true where there is a piece, `features` are those of words.FEATURES."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(places) + self.kinds.weight[0]
        hidden = self.norm(hidden + self.features(features))
        mask = present[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden


class Scores(NamedTuple):
    """What the heads say of each word; the names are those of the exported model's outputs.

    Statements: `tags` (logits), `cues` and `parts` (link vectors). Names: `names` (logits). Mentions: see
    decoding_mentions.MentionFigures; `anaphors` and `antecedents`: for coreference, a half as a mention's first word, a
    half as its last. Predicates: `predicates` (a logit), `pivots` and `arguments` (vectors of the pair network).
    `reality`: from -3 (certainly not so) to 3 (certainly so).
    """

    tags: Tensor
    cues: Tensor
    parts: Tensor
    names: Tensor
    mention_starts: Tensor
    mention_ends: Tensor
    mention_bounds: Tensor
    mention_types: Tensor
    anaphors: Tensor
    antecedents: Tensor
    predicates: Tensor
    pivots: Tensor
    arguments: Tensor
    reality: Tensor


class PairTagger(nn.Module):
    """Tags for words as seen from a pivot: relu(pivot + word + distance) and pivot × word, each through a linear layer.

    The sum knows what stands where; the product can match a word with the pivot that it depends on. With a `context`, a
    second layer of that width sees for each word the sums of its neighbours and the mean of all, with the same pivot:
    what else the pivot has, and where a piece ends.
    """

    def __init__(self, tags: int, size: int, context: int = 0) -> None:
        super().__init__()
        self.pivot = Rounding(WIDTH, size)
        self.word = Rounding(WIDTH, size, bias=False)
        self.near = nn.Parameter(torch.randn(OFFSETS, size) * 0.3)
        self.out = nn.Linear(size, tags)
        self.product = nn.Linear(size, tags, bias=False)
        self.around = nn.Linear(4 * size, context) if context else None
        self.around_out = nn.Linear(context, tags, bias=False) if context else None
        with torch.no_grad():
            self.out.bias[0] += 3.0
            if self.around_out is not None:
                self.around_out.weight.zero_()

    def forward(self, pivots: Tensor, words: Tensor, classes: Tensor, there: Tensor) -> Tensor:
        """Logits: pivots × words × tags, from pivots × size, pivots × words × size, pivots × words (twice).

        `there`: whether there is a word; those that are not come last.
        """
        pivots = pivots[:, None, :]
        hidden = functional.relu(pivots + words + self.near[classes])
        logits = self.out(hidden) + self.product(pivots * words)
        if self.around is None or self.around_out is None:
            return logits
        hidden = hidden * there[:, :, None]
        nothing = torch.zeros_like(hidden[:, :1])
        mean = hidden.sum(1, keepdim=True) / there.sum(1)[:, None, None]
        parts = (hidden, torch.cat([nothing, hidden[:, :-1]], 1), torch.cat([hidden[:, 1:], nothing], 1))
        seen = torch.cat([*parts, mean.expand(-1, hidden.shape[1], -1)], -1)
        return logits + self.around_out(functional.relu(self.around(seen)))


class Annotator(nn.Module):
    """The encoder with all heads."""

    def __init__(self, sizes: Sizes, dropout: float, masked: float = 0.0) -> None:
        super().__init__()
        self.sizes = sizes
        self.masked = masked
        self.encoder = Encoder()
        self.dropout = nn.Dropout(dropout)
        self.tag = Rounding(WIDTH, len(TAGS))
        self.cue = Rounding(WIDTH, 2 * sizes.link)
        self.part = Rounding(WIDTH, 2 * sizes.link)
        self.distance = nn.Parameter(torch.zeros(DISTANCES, 2))
        self.bias = nn.Parameter(torch.tensor([-2.0, -1.0]))
        self.follow = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.first = nn.Parameter(torch.zeros(len(TAGS)))
        self.said = PairTagger(len(SAID_TAGS), sizes.pair)
        self.name = Rounding(WIDTH, 1 + 2 * len(NAMES))
        self.mention_start = Rounding(WIDTH, sizes.mention)
        self.mention_end = Rounding(WIDTH, sizes.mention)
        self.mention_bound = Rounding(WIDTH, 2)
        self.mention_type = Rounding(WIDTH, 2 * len(MENTION_TYPES))
        self.widths = nn.Parameter(torch.full((WIDEST,), -4.0))
        self.anaphor = Rounding(WIDTH, 2 * sizes.coreference)
        self.antecedent = Rounding(WIDTH, 2 * sizes.coreference)
        self.apart = nn.Parameter(torch.zeros(APART))
        self.predicate = Rounding(WIDTH, 1)
        self.role = PairTagger(1 + 2 * len(ARGUMENTS), sizes.pair, sizes.context)
        self.tree_word = nn.Linear(WIDTH, TREE)
        self.tree_head = nn.Linear(WIDTH, TREE)
        self.tree_pair = nn.Parameter(torch.eye(TREE))
        self.tree_likely = nn.Linear(TREE, 1)
        self.tree_relation = nn.Linear(WIDTH, len(RELATIONS))
        self.real_inner = Rounding(WIDTH, sizes.reality)
        self.real = Rounding(sizes.reality, 1)

    def read(self, ids: Tensor, features: Tensor, present: Tensor, firsts: Tensor) -> Tensor:
        """A vector for each word. `firsts`: batch × words, each word's first piece (0 where there is no word)."""
        if self.training and self.masked:
            hide = (torch.rand(ids.shape) < self.masked) & (ids >= SPECIAL)
            ids = torch.where(hide, MASK, ids)
        hidden = self.encoder(ids, features, present)
        return self.dropout(torch.gather(hidden, 1, firsts[:, :, None].expand(-1, -1, WIDTH)))

    def links(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The link head's vectors: as a cue, as a part."""
        return functional.gelu(self.cue(words)), functional.gelu(self.part(words))

    def bounds(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The mention head's vectors as a first and a last word, and its figures for being either."""
        starts, ends = functional.gelu(self.mention_start(words)), functional.gelu(self.mention_end(words))
        return starts, ends, self.mention_bound(words)

    def reality(self, words: Tensor) -> Tensor:
        """The reality of each word as an event."""
        return self.real(functional.gelu(self.real_inner(words)))

    def forward(self, ids: Tensor, features: Tensor, present: Tensor, firsts: Tensor) -> Scores:
        """All heads; see `read`."""
        words = self.read(ids, features, present, firsts)
        return Scores(
            self.tag(words), *self.links(words), self.name(words),
            *self.bounds(words), self.mention_type(words), self.anaphor(words), self.antecedent(words),
            self.predicate(words), self.role.pivot(words), self.role.word(words), self.reality(words),
        )  # fmt: skip

    def roles(self, cues: Tensor, parts: Tensor, distances: Tensor) -> Tensor:
        """Logits of (neither, source, content): cues × words × 3.

        Args:
            cues: the cue vectors, cues × 2·size.
            parts: the vectors of each cue's window's words, cues × words × 2·size.
            distances: the distance classes, cues × words.
        """
        count, length = distances.shape
        size = self.sizes.link
        split = parts.view(count, length, 2, size)
        score = (split * cues.view(count, 1, 2, size)).sum(-1) / size**0.5
        score = score + self.distance[distances] + self.bias
        return torch.cat([torch.zeros_like(score[:, :, :1]), score], dim=-1)

    def spans(self, words: Tensor) -> Tensor:
        """Logits of all spans of words being mentions: batch × first × last."""
        starts, ends, bounds = self.bounds(words)
        count = words.shape[1]
        score = starts @ ends.transpose(1, 2) / self.sizes.mention**0.5
        width = (torch.arange(count)[None, :] - torch.arange(count)[:, None]).clamp(0, WIDEST - 1)
        return score + bounds[:, :, :1] + bounds[:, None, :, 1] + self.widths[width]

    def arcs(self, words: Tensor) -> Tensor:
        """Logits of words depending on others (themselves: on none): batch × words × heads.

        A biaffine score (Dozat and Manning 2017). Learned beside predicates and mentions, and not part of the shipped
        model: it shows the layers where phrases end.
        """
        own, heads = functional.gelu(self.tree_word(words)), functional.gelu(self.tree_head(words))
        return own @ self.tree_pair @ heads.transpose(1, 2) / TREE**0.5 + self.tree_likely(heads).transpose(1, 2)

    def antecedents(self, words: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
        """Logits of one window's mentions (rows) having others (columns) as antecedents.

        Args:
            words: words × WIDTH.
            firsts: the mentions' first words, in the order of the text.
            lasts: their last words.
        """
        size = self.sizes.coreference
        sides = []
        for layer in (self.anaphor, self.antecedent):
            values = layer(words)
            sides.append(functional.gelu(values[firsts, :size] + values[lasts, size:]))
        order = torch.arange(len(firsts))
        apart = apart_class(order[:, None] - order[None, :])
        return sides[0] @ sides[1].T / size**0.5 + self.apart[apart]


def apart_class(count: Tensor) -> Tensor:
    """The class of a number of mentions between two: 0 to 4 each, then log-spaced up to APART - 1."""
    count = count.clamp(min=0)
    far = 2 + torch.log2(count.clamp(min=4).double()).long()
    return torch.where(count < 4, count, far).clamp(max=APART - 1)


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Puts the published weights into an encoder; the word features stay zero, so they change nothing at first."""
    encoder.load_state_dict({**renamed(load_file(path)), "features.weight": encoder.features.weight})


def renamed(published: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Hugging Face's names for BERT's weights to those of Encoder; the pooler is left out."""
    inner = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "joined", "attention.output.LayerNorm": "joined_norm",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "down_norm",
    }
    outer = {
        "embeddings.word_embeddings": "words", "embeddings.position_embeddings": "positions",
        "embeddings.token_type_embeddings": "kinds", "embeddings.LayerNorm": "norm",
    }
    out = {}
    for name, value in published.items():
        stem, _, leaf = name.removeprefix("bert.").rpartition(".")
        if stem in outer:
            out[f"{outer[stem]}.{leaf}"] = value
        elif stem.startswith("encoder.layer."):
            number, _, rest = stem.removeprefix("encoder.layer.").partition(".")
            out[f"layers.{number}.{inner[rest]}.{leaf}"] = value
    return out
