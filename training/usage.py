"""Counts which labels the arguments of single predicates have, by where they stand and what they open with.

    python -m training.usage --data FOLDER --into annotator.json

The counts of the training part (`training/srl_train.jsonl`) are written into the JSON file beside an exported model.
The weight is no result of training: it was chosen on what a run had held back (see `runs.md`, section 6).
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.decoding_usage import place_of
from onrecord.annotation.tagging import lemma
from training.readers import Predicated, read_predicates

WEIGHT = 0.4
LEAST = 3
"""So many arguments a predicate has in a place at least, or its counts say too little."""

Counts = dict[str, collections.Counter[str]]


def usage_of(sentences: Iterable[Predicated]) -> dict[str, Any]:
    """The counts as plain tables for JSON (see `decoding_usage.Usage.of`)."""
    usual: Counts = collections.defaultdict(collections.Counter)
    each: dict[str, Counts] = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for sentence in sentences:
        forms = [sentence.text[start:end] for start, end in sentence.tokens]
        for predicate in sentence.predicates:
            stem = lemma(forms[predicate.token])
            for first, _, label in predicate.arguments:
                if label in ARGUMENTS:
                    place = place_of(forms, predicate.token, first)
                    usual[place][label] += 1
                    each[stem][place][label] += 1
    kept = {
        stem: {place: _plain(found) for place, found in sorted(places.items()) if found.total() >= LEAST}
        for stem, places in sorted(each.items())
    }
    return {
        "weight": WEIGHT,
        "all": {place: _plain(found) for place, found in sorted(usual.items())},
        "each": {stem: places for stem, places in kept.items() if places},
    }


def _plain(found: collections.Counter[str]) -> dict[str, int]:
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    args = parser.parse_args()
    about = json.loads(args.into.read_text(encoding="utf-8"))
    about["usage"] = usage_of(read_predicates(args.data / "training" / "srl_train.jsonl"))
    args.into.write_text(json.dumps(about) + "\n", encoding="utf-8")
    print(len(about["usage"]["each"]), "predicates")


if __name__ == "__main__":
    main()
