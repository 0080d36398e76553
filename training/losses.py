"""What each task's batch is made of and the loss that it gives. Losses are means, so that batches weigh the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from onrecord.annotation.encoder.decoding import TAGS, allowed
from onrecord.annotation.encoder.decoding_mentions import WIDEST
from onrecord.annotation.encoder.decoding_pairs import offsets
from training.data import Item, batch_of, inputs, padded
from training.examples import UNKNOWN, TreeTargets
from training.model import Annotator, PairTagger

FAR = -1e9
BARRED = -1e4
"""The score of what may not be, small enough for sums in single precision."""


def word_vectors(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """The words' vectors and which of them are there: batch × words (× WIDTH)."""
    vectors = model.read(*inputs(items))
    there = padded([[1] * len(i.firsts) for i in items], vectors.shape[1]).bool()
    return vectors, there


def statements_loss(
    model: Annotator, items: Sequence[Item], epoch: int, outside: float, sequence: float, link: float, said: float
) -> tuple[Tensor, dict[str, float]]:
    """Tags by themselves and as a sequence, links from cues to words, and the BIO roles of words for each cue."""
    batch = batch_of(items, epoch)
    words = model.read(batch.ids, batch.features, batch.present, batch.firsts)
    emissions = model.tag(words)
    logs = torch.log_softmax(emissions, -1)
    weight = torch.ones(logs.shape[-1])
    weight[0] = outside
    tag = -(batch.tags * logs * weight).sum(-1)[batch.owned].mean()
    whole = sequence_loss(model, emissions, batch.tags, batch.owned, opening(items, emissions.shape[1]))
    parts_of = {"tag": float(tag.detach()), "sequence": float(whole.detach())}
    tag = tag + sequence * whole
    if not len(batch.cues):
        return tag, parts_of
    cues, parts = model.links(words)
    logits = model.roles(cues[batch.rows, batch.cues], parts[batch.rows], batch.distances)
    losses = cross_entropy(logits.transpose(1, 2), batch.roles, reduction="none")
    linked = (losses * batch.there).sum() / batch.there.sum() * 4
    if not said:
        return tag + link * linked, {**parts_of, "link": float(linked.detach())}
    bounds = torch.tensor(
        [paragraph_of(items[row], at) for row, at in zip(batch.rows.tolist(), batch.cues.tolist(), strict=True)]
    )
    cut = pair_loss(model.said, words, batch.rows, batch.cues, bounds, said_tags(batch.roles))
    total = tag + link * linked + said * cut
    return total, {**parts_of, "link": float(linked.detach()), "said": float(cut.detach())}


def opening(items: Sequence[Item], count: int) -> Tensor:
    """Which words begin a paragraph: batch × words."""
    out = torch.zeros(len(items), count, dtype=torch.bool)
    for number, item in enumerate(items):
        of = np.asarray(item.words.paragraphs[item.window.first : item.window.end])
        out[number, np.flatnonzero(of[1:] != of[:-1]) + 1] = True
    return out


def sequence_loss(model: Annotator, emissions: Tensor, tags: Tensor, there: Tensor, opens: Tensor) -> Tensor:
    """Minus the log probability of the tags as a sequence, for each word (a linear-chain CRF: Lafferty et al. 2001).

    Args:
        model: has the scores of tags after one another and as first ones.
        emissions: batch × words × tags.
        tags: of the same shape, the annotators' votes as probabilities; the score is then the one expected.
        there: batch × words, whether there is a word; those that are not come last.
        opens: batch × words, whether the word begins a paragraph; no piece runs on into it.
    """
    within = torch.tensor([name.startswith("I-") for name in TAGS])
    legal = torch.tensor([[allowed(a, b) for b in range(len(TAGS))] for a in range(len(TAGS))])
    follow = model.follow.masked_fill(~legal, BARRED)
    first = model.first  # a window may begin within a piece
    mask = there.to(emissions.dtype)
    expected = ((tags * emissions).sum(-1) * mask).sum()
    expected = expected + (tags[:, 0] * first).sum()
    pairs = torch.einsum("bia,ac,bic->bi", tags[:, :-1], model.follow.masked_fill(~legal, 0.0), tags[:, 1:])
    expected = expected + (pairs * mask[:, 1:]).sum()
    emissions = emissions.masked_fill(opens[:, :, None] & within, BARRED)
    score = emissions[:, 0] + first
    for i in range(1, emissions.shape[1]):
        after = torch.logsumexp(score[:, :, None] + follow, 1) + emissions[:, i]
        score = torch.where(there[:, i, None], after, score)
    return (torch.logsumexp(score, 1).sum() - expected) / mask.sum()


def paragraph_of(item: Item, word: int) -> tuple[int, int]:
    """The words of a window (first, end) that stand in one word's paragraph."""
    paragraphs = item.words.paragraphs[item.window.first : item.window.end]
    return bisect_left(paragraphs, paragraphs[word]), bisect_right(paragraphs, paragraphs[word])


def said_tags(roles: Tensor) -> Tensor:
    """BIO of each row of roles (neither, source, content)."""
    before = torch.cat([torch.full_like(roles[:, :1], -1), roles[:, :-1]], dim=1)
    return torch.where(roles == 0, 0, 2 * roles - (roles != before).long())


def pair_logits(
    tagger: PairTagger, words: Tensor, rows: Tensor, at: Tensor, bounds: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """What a pair network says of the words that each pivot may reach; see `pair_loss`.

    Returns:
        Its logits, pivots × words × tags; which word each is; whether there is one (those that are not come last).
    """
    width = int((bounds[:, 1] - bounds[:, 0]).max())
    near = bounds[:, :1] + torch.arange(width)[None, :]
    there = near < bounds[:, 1:]
    near = torch.where(there, near, bounds[:, :1])
    classes = torch.from_numpy(offsets(at.numpy(), near.numpy()))
    return tagger(tagger.pivot(words[rows, at]), tagger.word(words)[rows[:, None], near], classes, there), near, there


def pair_loss(tagger: PairTagger, words: Tensor, rows: Tensor, at: Tensor, bounds: Tensor, tags: Tensor) -> Tensor:
    """The summed loss of the words that a pivot may reach, a mean over pivots.

    Args:
        tagger: the pair network.
        words: batch × words × WIDTH.
        rows: each pivot's row in the batch.
        at: each pivot's word.
        bounds: pivots × 2, the first word that a pivot may reach and the end.
        tags: pivots × words; or probabilities, pivots × words from the first that it may reach × tags.
    """
    logits, near, there = pair_logits(tagger, words, rows, at, bounds)
    wanted = tags.transpose(1, 2)[:, :, : near.shape[1]] if tags.is_floating_point() else tags.gather(1, near)
    losses = cross_entropy(logits.transpose(1, 2), wanted, reduction="none")
    return (losses * there).sum() / len(at)


def names_loss(model: Annotator, items: Sequence[Item]) -> Tensor:
    """Cross entropy of the tags, a mean over words."""
    words, there = word_vectors(model, items)
    tags = padded([i.targets.tolist() for i in items], words.shape[1])
    return cross_entropy(model.name(words)[there], tags[there])


class Parser(Protocol):
    """A model with heads of trees: the annotator in training, or its teacher."""

    tree_relation: nn.Linear

    def arcs(self, words: Tensor) -> Tensor:
        """Logits of words depending on others: batch × words × heads."""


def tree_loss(model: Parser, words: Tensor, there: Tensor, trees: Sequence[TreeTargets]) -> Tensor:
    """Of what each word depends on, and as what, a mean over the words of which it is known."""
    heads = padded([t.heads.tolist() for t in trees], words.shape[1], UNKNOWN)
    known = heads != UNKNOWN
    if not known.any():
        return torch.zeros(())
    relations = padded([t.relations.tolist() for t in trees], words.shape[1], UNKNOWN)
    arcs = model.arcs(words).masked_fill(~there[:, None, :], BARRED)
    return cross_entropy(arcs[known], heads[known]) + cross_entropy(
        model.tree_relation(words)[known], relations[known]
    )


def roles_loss(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """Of being a predicate, a mean over words; of the arguments' tags, summed over words, a mean over predicates; of
    trees."""
    words, there = word_vectors(model, items)
    count = words.shape[1]
    wanted = torch.zeros(there.shape)
    rows, at, tags = [], [], []
    for number, item in enumerate(items):
        for predicate, row in zip(item.targets.predicates.tolist(), item.targets.arguments.tolist(), strict=True):
            wanted[number, predicate] = 1
            rows.append(number)
            at.append(predicate)
            tags.append(row)
    found = nn.functional.binary_cross_entropy_with_logits(model.predicate(words)[:, :, 0][there], wanted[there])
    trees = tree_loss(model, words, there, [i.targets.tree for i in items])
    if not at:
        return found, torch.zeros(()), trees
    bounds = torch.from_numpy(np.concatenate([i.targets.sentences for i in items]))
    tags = pair_loss(model.role, words, torch.tensor(rows), torch.tensor(at), bounds, padded(tags, count))
    return found, tags, trees


def mentions_loss(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Of the spans, summed, for each word; of the types, a mean over mentions; of the antecedents, likewise; of trees.

    Antecedents: the probability that falls on any earlier mention of the same entity, or on none for the first of an
    entity within the window (Lee et al. 2017).
    """
    words, there = word_vectors(model, items)
    count = words.shape[1]
    wanted = torch.zeros(len(items), count, count)
    for number, item in enumerate(items):
        wanted[number, item.targets.firsts, item.targets.lasts] = 1
    width = torch.arange(count)[None, :] - torch.arange(count)[:, None]
    legal = (width >= 0) & (width < WIDEST) & there[:, :, None] & there[:, None, :]
    spans = nn.functional.binary_cross_entropy_with_logits(model.spans(words)[legal], wanted[legal], reduction="sum")
    types, links, mentions = [], [], 0
    kinds = model.mention_type(words)
    half = kinds.shape[-1] // 2
    for number, item in enumerate(items):
        t = item.targets
        if not len(t.firsts):
            continue
        firsts, lasts = torch.from_numpy(t.firsts), torch.from_numpy(t.lasts)
        logits = kinds[number, firsts, :half] + kinds[number, lasts, half:]
        types.append(cross_entropy(logits, torch.from_numpy(t.types), reduction="sum"))
        links.append(antecedent_loss(model.antecedents(words[number], firsts, lasts), torch.from_numpy(t.entities)))
        mentions += len(firsts)
    none = torch.zeros(())
    share = max(1, mentions)
    trees = tree_loss(model, words, there, [i.targets.tree for i in items])
    return spans / there.sum(), sum(types, none) / share, sum(links, none) / share, trees


def antecedent_loss(scores: Tensor, entities: Tensor) -> Tensor:
    """Minus the log probability of right antecedents, summed over mentions; `scores`: mentions × earlier mentions."""
    count = len(entities)
    earlier = torch.ones(count, count).tril(-1).bool()
    same = (entities[:, None] == entities[None, :]) & earlier
    first = ~same.any(dim=1, keepdim=True)
    whole = torch.cat([torch.zeros(count, 1), scores.masked_fill(~earlier, FAR)], dim=1)
    right = whole.masked_fill(~torch.cat([first, same], dim=1), FAR)
    return (torch.logsumexp(whole, 1) - torch.logsumexp(right, 1)).sum()


def reality_loss(model: Annotator, scales: Tensor, items: Sequence[Item]) -> Tensor:
    """Huber loss of the ratings, a mean over events: squared up to 3, so that the rare denials weigh.

    Args:
        model: the annotator.
        scales: sets × 2, each set's own slope and offset, as raters differed; not part of the shipped model.
        items: windows with RatedTargets.
    """
    words, _ = word_vectors(model, items)
    rows = [n for n, i in enumerate(items) for _ in i.targets.at]
    if not rows:
        return torch.zeros((), requires_grad=True)
    at = np.concatenate([i.targets.at for i in items])
    sets = torch.tensor([i.targets.set for i in items for _ in i.targets.at])
    ratings = torch.from_numpy(np.concatenate([i.targets.ratings for i in items]))
    found = model.reality(words[torch.tensor(rows), torch.from_numpy(at)])[:, 0]
    return nn.functional.huber_loss(found * scales[sets, 0] + scales[sets, 1], ratings, delta=3.0)


def taught_loss(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """What a teacher said: of predicates, a mean over words; of the tags around each that it thinks likely, weighted by
    how likely; of their reality, squared.

    The tags and predicates are learned as probabilities (Hinton, Vinyals and Dean 2015).
    """
    words, there = word_vectors(model, items)
    likely = np.zeros(there.shape, np.float32)
    for number, item in enumerate(items):
        likely[number, : len(item.targets.likely)] = item.targets.likely
    wanted = torch.from_numpy(likely)
    found = nn.functional.binary_cross_entropy_with_logits(model.predicate(words)[:, :, 0][there], wanted[there])
    rows = torch.tensor([n for n, i in enumerate(items) for _ in i.targets.at], dtype=torch.long)
    if not len(rows):
        return found, torch.zeros(()), torch.zeros(())
    at = torch.from_numpy(np.concatenate([i.targets.at for i in items]))
    bounds = torch.from_numpy(np.concatenate([i.targets.sentences for i in items]))
    width = int((bounds[:, 1] - bounds[:, 0]).max())
    tags = np.zeros((len(rows), width, model.role.out.out_features), np.float32)
    for row, said in enumerate(said for i in items for said in i.targets.tags):
        tags[row, : len(said)] = said
    arguments = pair_loss(model.role, words, rows, at, bounds, torch.from_numpy(tags))
    reality = torch.from_numpy(np.concatenate([i.targets.reality for i in items]))
    rated = nn.functional.mse_loss(model.reality(words[rows, at])[:, 0], reality)
    return found, arguments, rated
