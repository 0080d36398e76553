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
from onrecord.annotation.encoder.words import FEATURES

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.joined_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
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
    """What the heads say of each word: tag logits; its vector as a cue; its vectors as part of a source, a content."""

    tags: Tensor
    cues: Tensor
    parts: Tensor


class Annotator(nn.Module):
    """The encoder with the statements head: tags, and links from cues to words."""

    def __init__(self, link_size: int, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.cue = nn.Linear(WIDTH, 2 * link_size)
        self.part = nn.Linear(WIDTH, 2 * link_size)
        self.distance = nn.Parameter(torch.zeros(DISTANCES, 2))
        self.bias = nn.Parameter(torch.tensor([-2.0, -1.0]))
        self.link_size = link_size

    def forward(self, ids: Tensor, features: Tensor, present: Tensor, firsts: Tensor) -> Scores:
        """`firsts`: batch × words, the index of each word's first piece (0 where there is no word)."""
        hidden = self.encoder(ids, features, present)
        words = torch.gather(hidden, 1, firsts[:, :, None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        cues, parts = functional.gelu(self.cue(words)), functional.gelu(self.part(words))
        return Scores(self.tag(words), cues, parts)

    def roles(self, cues: Tensor, parts: Tensor, distances: Tensor) -> Tensor:
        """Logits of (neither, source, content): cues × words × 3.

        Args:
            cues: the cue vectors, cues × 2·size.
            parts: the vectors of each cue's window's words, cues × words × 2·size.
            distances: the distance classes, cues × words.
        """
        count, length = distances.shape
        split = parts.view(count, length, 2, self.link_size)
        score = (split * cues.view(count, 1, 2, self.link_size)).sum(-1) / self.link_size**0.5
        score = score + self.distance[distances] + self.bias
        return torch.cat([torch.zeros_like(score[:, :, :1]), score], dim=-1)


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
