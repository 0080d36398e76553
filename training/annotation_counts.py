"""Count what the rule annotator rests on: tags of words, pairs of tags, and how often verbs and nouns are cues.

    python training/annotation_counts.py words GUM.jsonl OUT_DIR
    python training/annotation_counts.py cues POLNEAR.jsonl OUT_DIR

GUM.jsonl: a line for each document with `text`, `sentences` [[start, end]] and `tokens` [[start, end, lemma, upos,
xpos, …]].
POLNEAR.jsonl: a line for each document with `text` and `annotations` [{"statements": [{"source", "cue", "content"}]}],
each role a list of [start, end]. OUT_DIR is `src/onrecord/annotation/data`. The cue counts use the annotator's own
tags, so count the words first.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.annotation.complements import complement
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.sentences import split_block
from onrecord.annotation.statements_nouns import owner_of
from onrecord.annotation.syntax import Sentence

SIMPLER = {"HYPH": ":", "NFP": ":", "-LRB-": "(", "-RRB-": ")", "#": "$", "LS": "CD", "AFX": "JJ"}
SIMPLER |= dict.fromkeys(("FW", "ADD", "GW", "XX"), "NN")
"""GUM's tags that the annotator does not tell apart."""
ENDINGS = (
    (("ing",), "VBG"),
    (("ed",), "VBN"),
    (("ly",), "RB"),
    (("tion", "ness", "ment", "ity", "er", "or", "ism", "ist", "ship"), "NN"),
    (("ous", "ful", "ive", "able", "ible", "al", "ic", "less", "ish"), "JJ"),
)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def words_of(document: dict[str, Any]) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a treebank document as words and tags; a hyphenated word is one, as in the annotator."""
    text, tokens = document["text"], document["tokens"]
    ends = {end for _, end in document["sentences"]}
    sentence: list[tuple[str, str]] = []
    i = 0
    while i < len(tokens):
        start, end, tag = tokens[i][0], tokens[i][1], tokens[i][4]
        j = i
        while (
            j + 2 < len(tokens)
            and tokens[j + 1][4] == "HYPH"
            and tokens[j + 1][0] == tokens[j][1]
            and tokens[j + 2][0] == tokens[j + 1][1]
        ):
            j += 2
        if j > i:
            end, tag = tokens[j][1], tokens[j][4]
            tag = "JJ" if tag in ("VBN", "VBG") else tag
        sentence.append((text[start:end], SIMPLER.get(tag, tag)))
        i = j + 1
        if end in ends:
            yield sentence
            sentence = []


def told_by_ending(word: str) -> str | None:
    """The tag that an ending alone gives a word."""
    if word.endswith("s") and not word.endswith("ss"):
        return "NNS"
    for endings, tag in ENDINGS:
        if word.endswith(endings):
            return tag
    return "JJ" if "-" in word else None


def count_words(treebank: Path, out: Path) -> None:
    """Write `words.tsv` and `tag_pairs.tsv`."""
    words: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    pairs: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for document in lines(treebank):
        for sentence in words_of(document):
            before = "<s>"
            for word, tag in sentence:
                if tag not in ("NNP", "NNPS"):
                    words[word.lower()][tag] += 1
                elif word == word.lower():
                    words[word][tag] += 1
                pairs[before][tag] += 1
                before = tag
            pairs[before]["</s>"] += 1
    rows = []
    for word, tags in sorted(words.items()):
        total = sum(tags.values())
        kept = {t: n for t, n in tags.items() if n >= 2 or n / total > 0.04}
        if not re.fullmatch(r"[a-z'’.&-]+", word) or (total < 2 and ("." in word or told_by_ending(word) in kept)):
            continue
        rows.append(word + "\t" + " ".join(f"{t}:{n}" for t, n in sorted(kept.items(), key=lambda x: (-x[1], x[0]))))
    (out / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    table = [f"{a}\t" + " ".join(f"{b}:{n}" for b, n in sorted(row.items())) for a, row in sorted(pairs.items())]
    (out / "tag_pairs.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")


def covered(statements: list[dict[str, Any]], role: str) -> set[int]:
    """The text positions that bear a role."""
    return {i for s in statements for start, end in s[role] for i in range(start, end)}


Counts = dict[str, dict[str, list[int]]]


def count_cues(attributions: Path, out: Path) -> None:
    """How often a verb or noun is a cue, by what follows it; words within other statements' contents do not count."""
    verbs: Counts = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    nouns: Counts = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    for document in lines(attributions):
        text, statements = document["text"], document["annotations"][0]["statements"]
        cues, contents = covered(statements, "cue"), covered(statements, "content")

        def add(table: Counts, key: str, kind: str, at: int, is_cue: bool, inside: set[int] = contents) -> None:
            if is_cue or at not in inside:
                table[key][kind][0] += is_cue
                table[key][kind][1] += 1

        for line in re.finditer(r"[^\n]+", text):
            for start, end in split_block(text, *line.span()):
                sentence = Sentence(text, start, end)
                for group in sentence.groups:
                    at = sentence.starts[group.head]
                    add(
                        verbs,
                        ("pass " if group.passive else "") + group.lemma,
                        complement(sentence, group.last),
                        at,
                        at in cues,
                    )
                heads = {i for g in sentence.groups for i in range(sentence.starts[g.head], sentence.ends[g.head])}
                for first, last in sentence.phrases:
                    if sentence.tags[last - 1] in ("NN", "NNS"):
                        at = sentence.starts[last - 1]
                        alone = not any(
                            s <= at < e and heads & set(range(s, e)) for x in statements for s, e in x["cue"]
                        )
                        key = f"{singular(sentence.lower[last - 1])} {owner_of(sentence, first, last)[0]}"
                        add(nouns, key, complement(sentence, last), at, at in cues and alone)
    write_counts(verbs, out / "cues.tsv", "verb (pass: passive)", 0.05, 4)
    write_counts(nouns, out / "noun_cues.tsv", "noun, owner (poss: possessive, name: name before it, bare)", 0.04, 3)


def write_counts(table: Counts, path: Path, first: str, least: float, never: int) -> None:
    """Write the rows of words that are cues at least twice and in a share of `least`; a kind of complement without any
    cue only where it was seen `never` times."""
    rows = [f"# {first}\tas a cue/outside other contents\tthe same by what follows it"]
    for word, kinds in sorted(table.items()):
        cues, total = (sum(n[i] for n in kinds.values()) for i in (0, 1))
        if cues < 2 or cues / total < least or not word.replace(" ", "").replace("-", "").isalpha():
            continue
        shown = [f"{kind}={a}/{b}" for kind, (a, b) in sorted(kinds.items()) if a or b >= never]
        rows.append(f"{word}\t{cues}/{total}\t" + " ".join(shown))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("words", "cues"))
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    (count_words if arguments.what == "words" else count_cues)(arguments.data, arguments.out)


if __name__ == "__main__":
    main()
