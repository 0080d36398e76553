"""A larger encoder that teaches the annotator: MPNet's ten lower layers with heads for predicates, trees and reality.

The two uppermost layers of the published encoder (all-mpnet-base-v2) serve the vectors of whole sentences and are left
out. The six lowest stay as published, so that what they say of the training windows is worked out once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.words import FEATURES
from training.examples import RATED_SETS, RELATIONS
from training.model import PairTagger

WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 768, 12, 3072, 30527, 514
FROZEN, LEARNED = 6, 4
"""Layers that stay as published, and layers above them that learn."""
DISTANCES, FARTHEST = 32, 128
"""MPNet's classes of how far two pieces are apart, and the distance from which on there is one class only."""
NAMES = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "joined",
    "attention.LayerNorm": "joined_norm", "intermediate.dense": "up", "output.dense": "down",
    "output.LayerNorm": "down_norm",
}  # fmt: skip
"""The published names of a layer's parts, and ours."""
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""The annotator's special pieces, and MPNet's for the same."""
PAIR, CONTEXT, TREE, RATED = 192, 128, 160, 192
"""Widths of the heads' vectors."""


class Layer(nn.Module):
    """One transformer layer, normalised after each half; attention takes a bias by distance."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.joined_norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """`hidden`: batch × pieces × WIDTH; `bias`: batch × HEADS × pieces × pieces."""
        batch, length, _ = hidden.shape
        each = (batch, length, HEADS, WIDTH // HEADS)
        parts = (f(hidden).view(each).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(*parts, attn_mask=bias)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.joined_norm(hidden + self.dropout(self.joined(seen)))
        return self.down_norm(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))


def distance_classes(length: int) -> Tensor:
    """MPNet's class of each two places (as T5 has them: Raffel et al. 2020): one by one, then log-spaced; one half for
    what stands before, the other for what follows."""
    places = torch.arange(length)
    away = places[:, None] - places[None, :]
    half, single = DISTANCES // 2, DISTANCES // 4
    count = away.abs()
    far = single + (torch.log(count.clamp(min=1) / single) / math.log(FARTHEST / single) * (half - single)).long()
    return (away < 0).long() * half + torch.where(count < single, count, far.clamp(max=half - 1))


class Teacher(nn.Module):
    """The encoder and its heads; the heads are built as the annotator's, only wider."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.distances = nn.Embedding(DISTANCES, HEADS)
        self.lower = nn.ModuleList(Layer() for _ in range(FROZEN))
        self.upper = nn.ModuleList(Layer() for _ in range(LEARNED))
        self.features = nn.Embedding(FEATURES + 1, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.dropout = nn.Dropout(0.1)
        self.predicate = nn.Linear(WIDTH, 1)
        self.role = PairTagger(1 + 2 * len(ARGUMENTS), PAIR, CONTEXT)
        self.role.pivot, self.role.word = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR, bias=False)
        self.tree_word, self.tree_head = nn.Linear(WIDTH, TREE), nn.Linear(WIDTH, TREE)
        self.tree_pair, self.tree_likely = nn.Parameter(torch.eye(TREE)), nn.Linear(TREE, 1)
        self.tree_relation = nn.Linear(WIDTH, len(RELATIONS))
        self.real_inner, self.real = nn.Linear(WIDTH, RATED), nn.Linear(RATED, 1)
        self.scales = nn.Parameter(torch.tensor([[1.0, 0.0]] * len(RATED_SETS)))
        for part in (self.words, self.positions, self.norm, self.distances, self.lower):
            part.requires_grad_(False)

    def _bias(self, present: Tensor) -> Tensor:
        near = self.distances(distance_classes(present.shape[1])).permute(2, 0, 1)[None]
        return near + torch.where(present, 0.0, -1e4)[:, None, None, :]

    def below(self, ids: Tensor, present: Tensor) -> Tensor:
        """What the layers that stay say of each piece; `ids` are MPNet's."""
        hidden = self.norm(self.words(ids) + self.positions(torch.arange(ids.shape[1]) + 2))
        bias = self._bias(present)
        for layer in self.lower:
            hidden = layer(hidden, bias)
        return hidden

    def above(self, hidden: Tensor, features: Tensor, present: Tensor, firsts: Tensor) -> Tensor:
        """A vector for each word, from what `below` says."""
        hidden = hidden + self.features(features)
        bias = self._bias(present)
        for layer in self.upper:
            hidden = layer(hidden, bias)
        return self.dropout(torch.gather(hidden, 1, firsts[:, :, None].expand(-1, -1, WIDTH)))

    def arcs(self, words: Tensor) -> Tensor:
        """Logits of words depending on others: batch × words × heads."""
        own, heads = functional.gelu(self.tree_word(words)), functional.gelu(self.tree_head(words))
        return own @ self.tree_pair @ heads.transpose(1, 2) / TREE**0.5 + self.tree_likely(heads).transpose(1, 2)

    def reality(self, words: Tensor) -> Tensor:
        """The reality of each word as an event."""
        return self.real(functional.gelu(self.real_inner(words)))

    def learned(self) -> dict[str, Tensor]:
        """The weights that are not as published."""
        kept = ("words.", "positions.", "norm.", "distances.", "lower.")
        return {n: v for n, v in self.state_dict().items() if not n.startswith(kept)}


def load_published(teacher: Teacher, folder: Path) -> None:
    """Puts the published weights into all layers."""
    held = load_file(folder / "model.safetensors")
    mine = teacher.state_dict()
    outer = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight", "norm.bias": "embeddings.LayerNorm.bias",
        "distances.weight": "encoder.relative_attention_bias.weight",
    }  # fmt: skip
    for number in range(FROZEN + LEARNED):
        stem = f"lower.{number}" if number < FROZEN else f"upper.{number - FROZEN}"
        for theirs, ours in NAMES.items():
            for leaf in ("weight", "bias"):
                outer[f"{stem}.{ours}.{leaf}"] = f"encoder.layer.{number}.{theirs}.{leaf}"
    for ours, theirs in outer.items():
        mine[ours].copy_(held[theirs])


def piece_numbers(annotators: Sequence[str], published: Sequence[str]) -> Tensor:
    """For each of the annotator's word pieces its number among MPNet's; both come from BERT's vocabulary."""
    numbers = {piece: i for i, piece in enumerate(published)}
    unknown = numbers["[UNK]"]
    return torch.tensor([numbers.get(SPECIAL.get(piece, piece), unknown) for piece in annotators])
