"""Scores the annotator and the recorder on `training/acts/*.txt`; needs what the package needs.

    python -m training.acts_scores FILE... [--errors OUT.jsonl]

An act that has a type is found if an event's trigger meets its own. Its type is right if the event has one of those
noted; CONCEDE, RETREAT and YIELD count as one. The actor is right if the words noted meet those of the event and, in
the record of the item, one of the parties; where no actor is noted, none is judged. A deed without a type is kept if no
event on its trigger has one. Events where no act is noted are counted, and those among them that have a type.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
from collections.abc import Iterator, Sequence

import onrecord
from onrecord.types import Block, Document, Event, RecordEvent, Source, Span
from training.acts_reader import Act, Item, read

_SAME = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}
PUBLISHED = "2023-11-16"


def meets(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def right_type(act: Act, kind: str | None) -> bool:
    """Whether a type is one of an act's."""
    return _SAME.get(kind or "", kind) in {_SAME.get(k or "", k) for k in act.types}


def right_actor(act: Act, spans: Sequence[Span]) -> bool:
    """Whether spans name the one who acts, as far as that is noted."""
    return not act.who or any(meets(a, b) for a in act.who for b in spans)


def events(item: Item) -> tuple[tuple[Event, ...], tuple[RecordEvent, ...], dict[str, list[Span]]]:
    """What the annotator and the recorder find in an item, and where it speaks of each party."""
    document = Document("d", item.text, (Block("paragraph", 0, len(item.text)),), Source("d", "text/plain", ""))
    document = dataclasses.replace(document, published=PUBLISHED)
    annotated = onrecord.annotate(document)
    record = onrecord.record([annotated])
    where = {p.id: [(e.start, e.end) for e in p.evidence] for p in record.parties}
    return annotated.annotations.events, record.events, where


def score(item: Item) -> Iterator[tuple[str, Act | None, object]]:
    """The counts of an item: what is counted, of which act, and what was found."""
    by_words, recorded, where = events(item)
    for act in item.acts:
        here = [e for e in by_words if meets(e.trigger, act.trigger)]
        if act.types == {None}:
            typed = [e for e in here if e.type is not None]
            yield ("plain" if not typed else "plain wrong"), act, typed
            continue
        yield "typed", act, None
        both = [e for e in here if right_type(act, e.type)]
        actor = [e for e in here if right_actor(act, e.actor)]
        yield ("found" if here else "not found"), act, None
        if here:
            yield ("type" if both else "type wrong"), act, here
            yield ("actor" if actor else "actor wrong"), act, here
        if any(right_actor(act, e.actor) for e in both):
            yield "both", act, here
        near = [e for e in recorded if any(meets((v.start, v.end), act.trigger) for v in e.evidence)]
        good = [
            e
            for e in near
            if right_type(act, e.type) and right_actor(act, [s for p in e.actor for s in where.get(p, ())])
        ]
        yield ("record" if good else "record wrong"), act, near
    for event in by_words:
        if not any(meets(event.trigger, act.trigger) for act in item.acts):
            yield ("more typed" if event.type else "more plain"), None, event


def main() -> None:
    """Print the figures of the files that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--errors", help="where to write what was wrong, an object a line")
    args = parser.parse_args()
    counts: collections.Counter[str] = collections.Counter()
    wrong: list[str] = []
    for path in args.files:
        for item in read(path):
            for what, act, found in score(item):
                counts[what] += 1
                if args.errors and (what.split()[-1] in ("wrong", "found", "typed") and " " in what):
                    wrong.append(json.dumps(_error(item, what, act, found)))
    if args.errors:
        with open(args.errors, "w", encoding="utf-8") as out:
            out.writelines(line + "\n" for line in wrong)
    whole = counts["typed"]
    names = ("found", "type", "actor", "both", "record")
    shares = ", ".join(f"{name} {100 * counts[name] / whole:.1f}" for name in names)
    plain = counts["plain"] + counts["plain wrong"]
    print(f"{whole} acts: {shares}; {plain} plain deeds kept {100 * counts['plain'] / plain:.1f}; ", end="")
    print(f"more {counts['more typed']} typed, {counts['more plain']} plain")


def _error(item: Item, what: str, act: Act | None, found: object) -> dict[str, object]:
    own = found if isinstance(found, list) else [] if found is None else [found]
    return {
        "file": item.file,
        "what": what,
        "trigger": act and item.text[slice(*act.trigger)],
        "types": act and sorted(str(k) for k in act.types),
        "who": act and [item.text[slice(*s)] for s in act.who],
        "found": [_told(item, e) for e in own],
        "text": item.text,
    }


def _told(item: Item, event: Event | RecordEvent) -> list[object]:
    if isinstance(event, RecordEvent):
        return [event.type, list(event.actor), event.text, event.rule]
    return [item.text[slice(*event.trigger)], event.type, [item.text[slice(*s)] for s in event.actor], event.rule]


if __name__ == "__main__":
    main()
