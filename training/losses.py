"""What each task's batch is made of and the loss that it gives. Every loss is a mean, so that batches weigh the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from onrecord.annotation.encoder.decoding_mentions import WIDEST
from onrecord.annotation.encoder.decoding_roles import offsets
from training.data import Item, batch_of, inputs, padded
from training.model import Annotator

FAR = -1e9


def word_vectors(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """The words' vectors and which of them are there: batch × words (× WIDTH)."""
    vectors = model.read(*inputs(items))
    there = padded([[1] * len(i.firsts) for i in items], vectors.shape[1]).bool()
    return vectors, there


def statements_loss(
    model: Annotator, items: Sequence[Item], epoch: int, outside: float, link: float, said: float
) -> tuple[Tensor, dict[str, float]]:
    """Tags, links from cues to words, and the BIO roles of words for each cue."""
    batch = batch_of(items, epoch)
    words = model.read(batch.ids, batch.features, batch.present, batch.firsts)
    logs = torch.log_softmax(model.tag(words), -1)
    weight = torch.ones(logs.shape[-1])
    weight[0] = outside
    tag = -(batch.tags * logs * weight).sum(-1)[batch.owned].mean()
    if not len(batch.cues):
        return tag, {"tag": float(tag.detach())}
    cues, parts = model.links(words)
    logits = model.roles(cues[batch.rows, batch.cues], parts[batch.rows], batch.distances)
    losses = cross_entropy(logits.transpose(1, 2), batch.roles, reduction="none")
    linked = (losses * batch.there).sum() / batch.there.sum() * 4
    cut = pair_loss(model.said, words, batch.rows, batch.cues, said_tags(batch.roles), batch.there)
    total = tag + link * linked + said * cut
    return total, {"tag": float(tag.detach()), "link": float(linked.detach()), "said": float(cut.detach())}


def said_tags(roles: Tensor) -> Tensor:
    """BIO of each row of roles (neither, source, content)."""
    before = torch.cat([torch.full_like(roles[:, :1], -1), roles[:, :-1]], dim=1)
    return torch.where(roles == 0, 0, 2 * roles - (roles != before).long())


def pair_loss(
    tagger: nn.Module, words: Tensor, rows: Tensor, at: Tensor, tags: Tensor, there: Tensor
) -> Tensor:
    """The summed loss of a pivot's words, a mean over pivots.

    Args:
        tagger: a PairTagger.
        words: batch × words × WIDTH.
        rows: each pivot's row in the batch.
        at: each pivot's word.
        tags: pivots × words.
        there: pivots × words, which words are.
    """
    classes = torch.from_numpy(offsets(at.numpy(), np.arange(words.shape[1])[None, :]))
    logits = tagger(tagger.pivot(words[rows, at]), tagger.word(words)[rows], classes)
    losses = cross_entropy(logits.transpose(1, 2), tags, reduction="none")
    return (losses * there).sum() / len(at)


def names_loss(model: Annotator, items: Sequence[Item]) -> Tensor:
    """Cross entropy of the tags, a mean over words."""
    words, there = word_vectors(model, items)
    tags = padded([i.targets.tolist() for i in items], words.shape[1])
    return cross_entropy(model.name(words)[there], tags[there])


def roles_loss(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    """Of being a predicate, a mean over words; of the arguments' tags, summed over words, a mean over predicates."""
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
    if not at:
        return found, torch.zeros(())
    row = torch.tensor(rows)
    return found, pair_loss(model.role, words, row, torch.tensor(at), padded(tags, count), there[row])


def mentions_loss(model: Annotator, items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """Of the spans, summed, for each word; of the types, a mean over mentions; of the antecedents, likewise.

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
    return spans / there.sum(), sum(types, none) / share, sum(links, none) / share


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
    """Huber loss of the ratings, a mean over events.

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
    return nn.functional.huber_loss(found * scales[sets, 0] + scales[sets, 1], ratings)


