"""Measures whether the record knows who is meant by the words next to a move, on `training/moves/*.txt`.

    python -m training.referring FILE... [--wrong KIND] [--network] [--rules] [--cache FOLDER]

Each `[words] = [name]` of a passage says that the words stand for whom the name names; words without `=` must be a
party themselves. Right is an answer in which the party of the words is the party of the name. By kind of words it is
counted how many are right, wrong and unanswered, how many have a name that is no party of the record to begin with, and
where the record has a man and the line the body that he speaks for; those tell nothing about reference.
`--wrong` lists what goes wrong, `--network` measures the annotator's network's entities beside the record.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotation import annotate
from onrecord.annotation.encoder.reading import Encoder
from onrecord.recording.material import Material, prepare
from onrecord.recording.pronouns import HE, IT, THEY
from onrecord.recording.referents import Referents
from onrecord.types import Annotated, Block, Document, Source
from training.moves_reader import Party, Span, Told, read_moves

FIRST_PERSON = frozenset("i we me us my our mine ours myself ourselves".split())
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who which whose whom that this".split())
_OPENS = frozenset("the this that these those its his her their both".split())


@dataclass(frozen=True, slots=True)
class Meant:
    """Words next to a move, and those that name whom they stand for."""

    told: Told
    mention: Span
    name: Span

    @property
    def words(self) -> str:
        """The words that stand for somebody."""
        return self.told.text[slice(*self.mention)]

    @property
    def kind(self) -> str:
        """What the words are: a kind of pronoun, a description, a part of the name, or the name itself."""
        words, name = self.words, self.told.text[slice(*self.name)]
        low = words.casefold()
        for kind, some in (("he/she", HE), ("it", IT), ("they", THEY), ("I/we", FIRST_PERSON), ("you", SECOND_PERSON),
                           ("who/which", RELATIVE)):  # fmt: skip
            if low in some:
                return kind
        if self.mention == self.name or words == name:
            return "itself"
        if low.split()[0] in _OPENS:
            return "the + plural" if low.endswith("s") and not low.endswith("ss") else "the + noun"
        return "name" if any(w in name.split() for w in words.split() if w[0].isupper()) else "other"


def documents(path: Path, cache: Path | None = None) -> Iterator[tuple[Told, Annotated]]:
    """The passages of a file, annotated; kept in `cache` by their text."""
    for told in read_moves(path):
        name = hashlib.sha256(told.text.encode()).hexdigest()[:24]
        kept = None if cache is None else cache / f"{name}.pickle"
        if kept is not None and kept.exists():
            item: Annotated = pickle.loads(kept.read_bytes())
        else:
            item = annotate(document_of(name, told.text))
            if kept is not None:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pickle.dumps(item))
        yield told, item


def document_of(name: str, text: str) -> Document:
    """A passage as a document: a paragraph a block."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document(name, text, tuple(blocks), Source(name, "text/plain", ""), published="2024-06-12",
                    published_basis="given")  # fmt: skip


def meant_in(told: Told) -> list[Meant]:
    """Every mention next to a move, once each."""
    parties: list[Party] = [p for move in told.moves for p in (*move.by, *move.to)]
    return [Meant(told, *spans) for spans in dict.fromkeys((p.mention, p.name) for p in parties)]


class Answers:
    """What the record says of stretches of one passage."""

    def __init__(self, item: Annotated, by_rules_alone: bool = False) -> None:
        self.material: Material = prepare([item], (), None)
        self.referents = Referents(self.material, by_rules_alone)

    def of(self, span: Span) -> tuple[str, ...]:
        """The parties that a stretch stands for."""
        passage = self.material.quotes.passage_at(0, span[0])
        return () if passage is None else self.referents.party_at(passage, *span)

    def by_rule(self, span: Span) -> tuple[str, ...]:
        """The parties that the rules name."""
        passage = self.material.quotes.passage_at(0, span[0])
        return () if passage is None else self.referents.at(passage, *span)

    def named(self, span: Span) -> str | None:
        """The party that is named by a stretch: one mention covers it, or stands in it."""
        parties = self.material.parties
        inside = parties.within(0, *span)
        if inside:
            return max(inside, key=lambda m: m[1] - m[0])[2]
        return parties.covering(0, *span)

    def name(self, party: str) -> str:
        """The name of a party."""
        return self.material.parties.get(party).name


def judged(meant: Meant, answers: Answers) -> tuple[str, str]:
    """`right`, `wrong`, `none` (no answer) or `no party` (the name is none), with what was answered."""
    wanted = dict.fromkeys(p for p in (answers.named(meant.name), *answers.of(meant.name)) if p is not None)
    if meant.kind == "itself":
        found = answers.of(meant.mention)
        if not found:
            return "none", ""
        spelled = answers.named(meant.mention)
        return ("right" if spelled in found or not answers.material.parties.is_named(found[0]) else "wrong",
                answers.name(found[0]))  # fmt: skip
    found = answers.of(meant.mention)
    told = " & ".join(map(answers.name, found))
    if not wanted:
        return "no party", told
    if not found:
        return "none", ""
    same = {answers.name(p).casefold() for p in found} & {answers.name(p).casefold() for p in wanted}
    if same or set(found) & set(wanted):
        return "right", told
    person = any(answers.material.parties.get(p).kind == "person" for p in found)
    bodies = all(answers.material.parties.get(p).kind != "person" for p in wanted)
    return ("for a body" if person and bodies else "wrong"), told


def by_network(meant: Sequence[Meant], item: Annotated, encoder: Encoder) -> list[str]:
    """The same for the network's entities: `right` where one entity has a mention at both stretches."""
    entities = encoder.entities(encoder.read(item.document))
    at: dict[Span, int] = {m.span: n for n, entity in enumerate(entities) for m in entity}

    def entity_of(span: Span) -> int | None:
        if span in at:
            return at[span]
        near = [s for s in at if s[0] < span[1] and span[0] < s[1] and abs(s[0] - span[0]) + abs(s[1] - span[1]) < 12]
        return None if not near else at[min(near, key=lambda s: abs(s[0] - span[0]) + abs(s[1] - span[1]))]

    out = []
    for one in meant:
        a, b = entity_of(one.mention), entity_of(one.name)
        text, names = one.told.text, [] if a is None else [item.document.quote(m.span) for m in entities[a]]
        if a is None:
            out.append("none")
        elif a == b or text[slice(*one.name)] in names:
            out.append("right")
        else:
            out.append("wrong" if any(n[:1].isupper() for n in names if len(names) > 1) else "none")
    return out


def main() -> None:
    """Measure files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--wrong", help="list what goes wrong of one kind, or of all")
    parser.add_argument("--network", action="store_true")
    parser.add_argument("--rules", action="store_true", help="leave out the ranker of antecedents")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    network: Counter[tuple[str, str]] = Counter()
    encoder = Encoder()
    for path in args.files:
        for told, item in documents(path, args.cache):
            some = meant_in(told)
            answers = Answers(item, args.rules)
            for one in some:
                verdict, answer = judged(one, answers)
                counts[one.kind, verdict] += 1
                if args.wrong in ("all", one.kind) and verdict != "right":
                    near = told.text[max(0, one.mention[0] - 250) : one.mention[1] + 60]
                    print(f"{path.stem} {told.label}: {verdict} [{one.words}] = {told.text[slice(*one.name)]}"
                          f" but {answer or '-'}\n    {near!r}")
            if args.network:
                for one, verdict in zip(some, by_network(some, item, encoder), strict=True):
                    network[one.kind, verdict] += 1
    show("record", counts)
    if args.network:
        show("network", network)


def show(title: str, counts: Counter[tuple[str, str]]) -> None:
    """Print a table: a line for each kind, one for all but the names themselves."""
    verdicts = ("right", "wrong", "none", "no party", "for a body")
    print(f"{title:14}" + "".join(f"{v:>10}" for v in verdicts) + "   right/answered  right/all")
    kinds = sorted({k for k, _ in counts})
    for kind in [*kinds, "ALL LINKS"]:
        own = [k for k in kinds if k != "itself"] if kind == "ALL LINKS" else [kind]
        row = [sum(counts[k, v] for k in own) for v in verdicts]
        print(f"{kind:14}" + "".join(f"{n:10}" for n in row)
              + f"{100 * row[0] / max(1, row[0] + row[1]):14.1f} {100 * row[0] / max(1, sum(row[:4])):13.1f}")


if __name__ == "__main__":
    main()
