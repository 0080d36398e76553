"""Who derives from whom, where it is known: relation, direction with evidence, and none without.

    python benchmarks/derivation/run.py [--seed 1] [--errors]

Every sample text of six sentences or more is turned into one version by each of the operations of `versions.py`.
Parent and version are then judged as a pair under five conditions:

    nothing        neither date nor outlet nor credit: the direction is `undetermined`
    dates          both have a date: from the earlier one to the later one
    credit         the version says where it was first published: from there
    contradiction  the version says so, but is dated two days before it: `undetermined`
    hidden parent  two versions that credit an agency whose text is not at hand: `undetermined` between them

Printed is the share of pairs whose relation is one of those that are right for the operation, and of pairs whose
direction is right, for each. Texts of different stories are judged as well: they must not be joined.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from versions import OPERATIONS, Operation, Story, document, story

import onrecord
from onrecord.editions import judge
from onrecord.editions.credits import find_credits
from onrecord.editions.decision import SAME_TEXT
from onrecord.types import Annotated, Annotations, Document, Edge

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "examples" / "kestrel-strait", *sorted((ROOT / "evals" / "stories").glob("*/")))
SENTENCES = 6
CONDITIONS = ("nothing", "dates", "credit", "contradiction", "hidden parent")
FIRST, LATER, BEFORE = "2031-03-05", "2031-03-06", "2031-03-03"
OUTLET, OTHER = "The Lumen Gazette", "Vennerby Courier"
AGENCY = "Reuters"
TURNED = {"abridged": "expanded", "expanded": "abridged"}


def samples() -> list[tuple[str, str, Story]]:
    """Folder, title and text of the longest document of each folder that credits nobody: one for each happening."""
    found = []
    for folder in FOLDERS:
        texts = [(d.title or "Untitled", story(d)) for d in onrecord.read(folder) if not find_credits(d)]
        title, longest = max(texts, key=lambda t: (sum(map(len, t[1])), t[0]), default=("", ()))
        if sum(map(len, longest)) >= SENTENCES:
            found.append((folder.name, title, longest))
    return found


def versions(
    condition: str, operation: Operation, parent: tuple[str, str, Story], other: tuple[str, str, Story], seed: int
) -> tuple[Document, Document]:
    """A text and its version, with what the condition lets be known of them."""
    name, title, paragraphs = parent
    made = operation.make((paragraphs, other[2]), random.Random(f"{seed} {name} {operation.name}"))
    new = title if operation.name != "retitle" else "What is known so far"
    old_known: dict[str, object] = {}
    new_known: dict[str, object] = {}
    if condition in ("dates", "contradiction"):
        late = LATER if condition == "dates" else BEFORE
        old_known = {"published": FIRST, "published_basis": "given", "outlet": OUTLET}
        new_known = {"published": late, "published_basis": "given", "outlet": OTHER}
    if condition in ("credit", "contradiction"):
        old_known["outlet"], new_known["outlet"] = OUTLET, OTHER
        made = (*made, (f"This article was first published in {OUTLET}.",))
    if condition == "hidden parent":
        paragraphs = ((f"PORT LUMEN ({AGENCY}) - {paragraphs[0][0]}", *paragraphs[0][1:]), *paragraphs[1:])
        made = ((f"PORT LUMEN ({AGENCY}) - {made[0][0]}", *made[0][1:]), *made[1:])
        old_known = {"published": FIRST, "published_basis": "given", "outlet": OUTLET}
        new_known = {"published": LATER, "published_basis": "given", "outlet": OTHER}
    key = f"{seed} {name} {operation.name} {condition}"
    return document(f"{key} old", title, paragraphs, **old_known), document(f"{key} new", new, made, **new_known)


def judged(a: Document, b: Document) -> Edge | None:
    """What is made of the pair."""
    return judge(Annotated(a, Annotations()), Annotated(b, Annotations()))


def relation(edge: Edge | None, parent: Document) -> str:
    """What the version is to its parent, whichever way the edge runs."""
    if edge is None:
        return "unrelated"
    return edge.relation if edge.from_ == parent.id else TURNED.get(edge.relation, edge.relation)


def main() -> None:
    """Make and judge all pairs; print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="print every pair that is judged wrong")
    args = parser.parse_args()
    texts = samples()
    related: Counter[str] = Counter()
    directed: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for condition in CONDITIONS:
        for operation in OPERATIONS:
            for n, text in enumerate(texts):
                next_text = texts[(n + 1) % len(texts)]
                old, new = versions(condition, operation, text, next_text, args.seed)
                edge = judged(old, new)
                what = relation(edge, old)
                known = condition in ("dates", "credit")
                wanted = ("from-to", old.id) if known else ("undetermined",)
                got = (edge.direction, edge.from_)[: len(wanted)] if edge else ("no edge",)
                count[operation.name] += 1
                count[condition] += 1
                related[operation.name] += what in operation.right
                directed[condition] += got == wanted
                if args.errors and (what not in operation.right or got != wanted):
                    print(f"{text[0]} / {operation.name} / {condition}: {what}, {got[0]}")
                if operation.parents == 2 and condition == "nothing":
                    second = document(f"{old.id} second", next_text[1], next_text[2])
                    count["second parent"] += 1
                    related["second parent"] += relation(judged(second, new), second) in operation.right
    joined = strangers = 0
    for n, (name, title, paragraphs) in enumerate(texts):
        for other, other_title, others in texts[n + 1 :]:
            edge = judged(document(name, title, paragraphs), document(other, other_title, others))
            strangers += 1
            joined += edge is not None and edge.relation in SAME_TEXT
    print(f"{len(texts)} texts, seed {args.seed}")
    for name in (*(operation.name for operation in OPERATIONS), "second parent"):
        print(f"relation right, {name:14} {related[name] / count[name]:7.1%}")
    for condition in CONDITIONS:
        print(f"direction right, {condition:14} {directed[condition] / count[condition]:6.1%}")
    print(f"texts of different stories joined {joined} of {strangers}")


if __name__ == "__main__":
    main()
