"""From annotated documents to a record, on one core: how long it takes, and how it grows with the documents.

    python benchmarks/recording.py [FILE] [--counts 50 500 5000] [--rounds 3] [--seed 1]

FILE holds articles as JSON lines; the first of them, however little they have to do with each other, are put on record
as one story. Without it the documents of an invented dispute are made: twelve sentences each, of two dozen kinds, with
names, sums, days and ports that change from document to document, some of them told again in others; two people in each
document occur nowhere else. A document is a function of its number and the seed, and a report of its own.

Reading, annotation (by the rules alone, which is fast) and, of FILE, the reports are made before the clock starts. The
figure is CPU time, the best of the rounds for up to a thousand documents and of one for more.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import onrecord
from onrecord.annotation import RuleAnnotator, annotate
from onrecord.editions import find_reports
from onrecord.recording import make_record
from onrecord.types import Annotated, Block, Document, Report, Source

FIRST = "Ada Jon Mara Odd Siri Tomas Inga Pelle Runa Bo Vera Nils Tove Emil Karin Lars Maja Stig Ylva Anton".split()
PLACES = "Norrvik Sarrow Orland Veld Kestrel Arden".split()
OF_PLACES = ("Dockers Union", "Port Authority", "Mining Board", "Shipping Council", "Teachers League")
BODIES = [f"the {place} {body}" for place in PLACES for body in OF_PLACES]
PORTS = "Norrvik Sarrow Orland Veld Kestrel Arden Molby Hestra Tarn Ulvik".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
KINDS = [
    "{A} said on {day} that {n} ships had left {port} since the strike began.",
    "{B} demanded that {C} pay the {n} loaders of {port} by {day}.",
    "{C} rejected the demand on {day}, {X} said.",
    "“We will not sign anything before the {port} inquiry ends,” {X}, who speaks for {B}, told reporters.",
    "{X} denied that {C} had paid {n} million dollars to {Y}.",
    "{B} gave {C} until {day} to reopen the gates at {port}, or it would call out its {n} members.",
    "According to {Y}, the fire at {port} destroyed {n} containers.",
    "{A} accused {B} of hiding the figures for {port}.",
    "{X} is expected to meet {Y} in {port} next week.",
    "Police in {port} arrested {n} people on {day} after a march to the offices of {C}.",
    "{C} offered {B} a raise of {n} percent, but {B} has not answered.",
    "“It is a matter of days,” said {Y}, a harbour master in {port}.",
    "Analysts fear that the dispute could cost {port} {n} million dollars a month.",
    "The court in {port} ordered {C} to hand over its books within {n} days.",
    "{Y} told the {port} Courier that {X} had known of the plan for {n} weeks.",
    "{B} extended its deadline for {C} by {n} days.",
    "{X} said {C} would appeal the ruling of the court in {port}.",
    "About {n} people work in the port of {port}, which has been losing ships for years because of silt.",
    "Talks between {B} and {C} broke down on {day} over pay at {port}.",
    "{A} called on {C} to return to the table.",
    "{X}, the chair of {B}, confirmed the closure of {n} piers.",
    "Nobody from {C} could be reached for comment.",
    "{Y} said he saw {n} trucks burn near {port} on {day} night.",
    "{C} will close its {port} terminal unless {B} calls off the strike.",
]


def invented(number: int, seed: int) -> Document:
    """The document of this number."""
    draw = random.Random(f"{seed} {number}")
    people = [f"{draw.choice(FIRST)} {surname(draw.randrange(40))}" for _ in range(4)]
    people += [f"{draw.choice(FIRST)} {surname(1000 + 2 * number + n)}" for n in range(2)]
    bodies = draw.sample(BODIES, 3)
    sentences = []
    for kind in draw.sample(KINDS, 12):
        x, y = draw.sample(people, 2)
        a, b, c = bodies if draw.random() < 0.5 else bodies[::-1]
        line = kind.format(
            A=a, B=b, C=c, X=x, Y=y, n=draw.randrange(3, 900), port=draw.choice(PORTS), day=draw.choice(DAYS)
        )
        sentences.append(line[0].upper() + line[1:])
    text, blocks = "", []
    for start in range(0, len(sentences), 3):
        text += "\n\n" if text else ""
        paragraph = " ".join(sentences[start : start + 3])
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph
    day = f"2024-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
    name = f"invented-{number:05d}"
    return Document(name, text, tuple(blocks), Source(name, "text/plain", ""), published=day, published_basis="given")


def surname(number: int) -> str:
    """A surname of its own for each number."""
    syllables = "ber dal fors gren holm kvist lund mark nes quist rud sund tveit vang wik ås".split()
    out = ""
    while number or not out:
        number, at = divmod(number, len(syllables))
        out += syllables[at]
    return out.capitalize()


def spent(documents: list[Annotated], reports: Sequence[Report], rounds: int) -> float:
    """CPU seconds for one record of these documents."""
    best = float("inf")
    for _ in range(rounds if len(documents) <= 1000 else 1):
        begin = time.process_time()
        make_record(documents, reports)
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    """Time records of growing stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--counts", type=int, nargs="+", default=[50, 500, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    most = max(args.counts)
    read = onrecord.read(args.file)[:most] if args.file else [invented(n, args.seed) for n in range(most)]
    documents = [annotate(d, RuleAnnotator()) for d in read]
    for count in sorted({min(c, len(documents)) for c in args.counts}):
        reports = find_reports(documents[:count]) if args.file else []
        seconds = spent(documents[:count], reports, args.rounds)
        size = sum(len(d.document.text) for d in documents[:count])
        print(f"{count:5} documents, {size / 1000:8,.0f} kB: {seconds:8.2f} s, {1000 * seconds / count:6.1f} ms each")


if __name__ == "__main__":
    main()
