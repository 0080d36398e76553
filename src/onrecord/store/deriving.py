"""Reports and stories brought up to date with documents that came: at the cost of these and what they touch.

A batch of pending documents goes through the stages of `find_reports`, with what these need of the documents before:

1. their longer sentences are noted; where one becomes boilerplate (or no longer is), its other documents count as new;
2. the candidate index gives the documents to compare them with; each pair is judged;
3. the families around every pair that changed are made anew from their pairs;
4. reports that are new join stories or begin some; the stories of all changed reports are summed up anew.

The reports are those that `find_reports` makes of all documents, whatever the order in which they came, except for
their ids, which stay, and for texts in more than `MAX_DOCUMENTS` documents, whose pairs stay as they were found.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection as Sqlite

from onrecord.editions.decision import SAME_TEXT
from onrecord.editions.families import families
from onrecord.editions.fingerprints import fingerprints
from onrecord.editions.reports import judge
from onrecord.store import candidates, derived, state
from onrecord.store import documents as stored
from onrecord.store.rows import to_evidence, to_json
from onrecord.store.shelf import StoredCentres
from onrecord.store.texts import Texts
from onrecord.stories.assign import place, summary
from onrecord.types import Direction, Edge, EditionRelation, Report
from onrecord.version import __version__

BATCH = 500
"""Documents in one transaction: a few seconds, for which another writer waits."""

_MADE_BY = "reports"
"""In the archive's state: the version of the stages that made what is derived."""
_DERIVED = (
    "story_words", "story_centres", "story_reports", "story_documents", "stories", "edges", "report_documents",
    "reports", "pairs", "boilerplate", "long_sentences", "described",
)  # fmt: skip


def advance(sqlite: Sqlite, archive: Path, most: int = BATCH) -> int:
    """Take account of some pending documents; how many there were. Within a write transaction.

    Raises:
        ArchiveError: the candidate index beside the archive cannot be written.
    """
    _of_this_version(sqlite)
    keys = [k for (k,) in sqlite.execute("SELECT document_key FROM pending ORDER BY document_key LIMIT ?", (most,))]
    if keys:
        folder = candidates.folder_of(archive)
        texts = Texts(sqlite)
        texts.load(keys)
        with candidates.opened(sqlite, folder) as index:
            others = texts.describe(keys)
            prints = list(fingerprints(texts.annotated(key).document for key in keys))
            offered = set(index.add(prints))
            if others:
                offered.update(index.candidates(fingerprints(texts.annotated(k).document for k in sorted(others))))
            changed = _compare(sqlite, texts, offered, keys, others)
            _group(sqlite, texts, changed | set(keys))
            sqlite.executemany("DELETE FROM pending WHERE document_key = ?", ((key,) for key in keys))
            marks = ", ".join("?" * len(keys))
            digests = sqlite.execute(f"SELECT digest FROM documents WHERE key IN ({marks}) ORDER BY key", keys)
            candidates.committed(sqlite, folder, index, [digest for (digest,) in digests])
    if sqlite.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is None:
        made_from = state.made_from(sqlite)
        if state.get(sqlite, state.DERIVED) != made_from:
            state.put(sqlite, state.DERIVED, made_from)
    return len(keys)


def _of_this_version(sqlite: Sqlite) -> None:
    """Begin anew if another version of the stages has been at work here."""
    if state.get(sqlite, _MADE_BY) == __version__:
        return
    for table in _DERIVED:
        sqlite.execute(f"DELETE FROM {table}")
    sqlite.execute("DELETE FROM state WHERE name IN (?, ?)", (candidates.SEEN, state.DERIVED))
    sqlite.execute("INSERT OR IGNORE INTO pending SELECT key FROM documents")
    state.put(sqlite, _MADE_BY, __version__)


# ---- pairs


def _compare(
    sqlite: Sqlite, texts: Texts, offered: set[tuple[str, str]], batch: Sequence[int], others: set[int]
) -> set[int]:
    """Judge pairs.

    Args:
        sqlite: the archive.
        texts: its documents.
        offered: the pairs that the index offers.
        batch: the documents that are new or changed: what is known of them holds good no more.
        others: the documents of which sentences are boilerplate now, or no longer: their known pairs are judged, too.

    Returns:
        The documents of pairs that came, went or changed.
    """
    key_of = stored.keys_of(sqlite, sorted({document for pair in offered for document in pair}))
    pairs = {(key_of[a], key_of[b]) for a, b in offered if a in key_of and b in key_of}
    for key in others:
        pairs.update(_known_pairs(sqlite, key))
    pairs = {(min(pair), max(pair)) for pair in pairs}
    # What the index has seen of documents that are still pending after a kill is compared when it is their turn.
    described = _described(sqlite, {key for pair in pairs for key in pair})
    changed: set[int] = set()
    for key in batch:
        for pair in _known_pairs(sqlite, key):
            if (min(pair), max(pair)) not in pairs:
                sqlite.execute("DELETE FROM pairs WHERE from_key = ? AND to_key = ?", pair)
                changed.update(pair)
    for one, other in sorted(pairs):
        if one not in described or other not in described:
            continue
        a, b = texts.ready(one), texts.ready(other)
        credits = {a.document.id: texts.credits(one), b.document.id: texts.credits(other)}
        edge = judge(a, b, credits)
        if _store_pair(sqlite, one, other, edge, a.document.id):
            changed.update((one, other))
    return changed


def _known_pairs(sqlite: Sqlite, key: int) -> list[tuple[int, int]]:
    query = "SELECT from_key, to_key FROM pairs WHERE"
    return sqlite.execute(f"{query} from_key = ? UNION {query} to_key = ?", (key, key)).fetchall()


def _described(sqlite: Sqlite, keys: set[int]) -> set[int]:
    found: set[int] = set()
    ordered = sorted(keys)
    for first in range(0, len(ordered), 500):
        some = ordered[first : first + 500]
        query = f"SELECT document_key FROM described WHERE document_key IN ({', '.join('?' * len(some))})"
        found.update(key for (key,) in sqlite.execute(query, some))
    return found


def _store_pair(sqlite: Sqlite, one: int, other: int, edge: Edge | None, id_of_one: str) -> bool:
    """Whether this changed what is known of the pair."""
    new = None
    if edge is not None:
        ends = (one, other) if edge.from_ == id_of_one else (other, one)
        evidence = to_json(edge.evidence) if edge.relation in SAME_TEXT else "[]"
        new = (*ends, edge.relation, edge.direction, evidence)
    query = "SELECT * FROM pairs WHERE (from_key = ? AND to_key = ?) OR (from_key = ? AND to_key = ?)"
    old = sqlite.execute(query, (one, other, other, one)).fetchone()
    if old == new:
        return False
    if old is not None:
        sqlite.execute("DELETE FROM pairs WHERE from_key = ? AND to_key = ?", old[:2])
    if new is not None:
        sqlite.execute("INSERT INTO pairs VALUES (?, ?, ?, ?, ?)", new)
    return True


# ---- families


def _group(sqlite: Sqlite, texts: Texts, changed: set[int]) -> None:
    """Make the reports and stories anew that these documents are in, or are now."""
    members, near, pairs = _around(sqlite, changed)
    ids = {key: texts.annotated(key).document.id for key in sorted(members | near)}
    edges = [
        Edge(ids[a], ids[b], relation, direction, to_evidence(evidence))
        for a, b, relation, direction, evidence in sorted(pairs)
    ]
    ordered = sorted(ids, key=lambda key: ids[key])
    credits = {ids[key]: texts.credits(key) for key in ordered}
    inside = {ids[key] for key in members}
    made = families([texts.annotated(key) for key in ordered], edges, credits)
    reports = [report for report in made if report.documents[0] in inside]
    homes = derived.homes(sqlite, sorted(inside))
    before = derived.remove_reports(sqlite, sorted(inside))
    kept = _with_ids(reports, before)
    derived.store_reports(sqlite, kept)
    _note_merged(sqlite, _successors(before, kept))
    by_id = {ids[key]: texts.annotated(key) for key in members}
    shelf = StoredCentres(sqlite)
    placed = place(kept, by_id, homes, shelf)
    stories = {*homes.values(), *(centre.id for centre in placed.values())}
    groups = {story: [r for r in kept if placed[r.id].id == story] for story in sorted(stories)}
    emptied = []
    for story, own in groups.items():
        everything = sorted([*derived.reports_of(sqlite, story), *own], key=lambda r: r.id)
        if everything:
            needed = sorted({d for r in everything for d in r.documents})
            documents = {d.id: d for d in stored.load_documents(sqlite, needed)}
            derived.store_story(sqlite, summary(shelf.centre(story), everything, documents))
        else:
            derived.remove_story(sqlite, story)
            shelf.remove(story)
            emptied.append(story)
    became = {d: placed[r.id].id for r in kept for d in r.documents}
    for story in emptied:
        moved = Counter(became[d] for d, home in homes.items() if home == story)
        _note_merged(sqlite, {story: min(moved, key=lambda s: (-moved[s], s))})


_Pair = tuple[int, int, EditionRelation, Direction, str]


def _around(sqlite: Sqlite, changed: set[int]) -> tuple[set[int], set[int], set[_Pair]]:
    """These and the documents that pairs of one text tie to them, those that overlap with one, and all their pairs."""
    members, near, pairs = set(changed), set[int](), set[_Pair]()
    waiting = sorted(changed)
    while waiting:
        key = waiting.pop()
        for column in ("from_key", "to_key"):
            for pair in sqlite.execute(f"SELECT * FROM pairs WHERE {column} = ?", (key,)):
                pairs.add(pair)
                other = pair[0] if column == "to_key" else pair[1]
                if pair[2] not in SAME_TEXT:
                    near.add(other)
                elif other not in members:
                    members.add(other)
                    waiting.append(other)
    return members, near - members, pairs


def _with_ids(reports: Sequence[Report], before: dict[str, tuple[str, ...]]) -> list[Report]:
    """The reports under the ids that they have had: each id goes to the report that holds most of its documents."""
    id_of = {document: report for report, documents in before.items() for document in documents}
    wanted = []
    for number, report in enumerate(reports):
        shared = Counter(id_of[d] for d in report.documents if d in id_of)
        wanted += [(-count, number, id_) for id_, count in shared.items()]
    # A report that holds most of several keeps the one of which it holds most; of as many, the one that comes first.
    taken: dict[int, str] = {}
    for _, number, id_ in sorted(wanted):
        if number not in taken and id_ not in taken.values():
            taken[number] = id_
    used = {*taken.values(), *before}
    out = []
    for number, report in enumerate(reports):
        new = taken.get(number)
        if new is None:
            new = report.id
            while new in used:
                new = f"r-{hashlib.sha256(new.encode()).hexdigest()[:12]}"
            used.add(new)
        out.append(replace(report, id=new))
    return out


def _successors(before: dict[str, tuple[str, ...]], after: Sequence[Report]) -> dict[str, str]:
    """For each id that is gone the report that has most of its documents."""
    left = {report.id for report in after}
    where = {d: report.id for report in after for d in report.documents}
    gone = {}
    for id_, documents in before.items():
        if id_ not in left:
            moved = Counter(where[d] for d in documents)
            gone[id_] = min(moved, key=lambda r: (-moved[r], r))
    return gone


def _note_merged(sqlite: Sqlite, became: dict[str, str]) -> None:
    sqlite.executemany("UPDATE merged SET became = ? WHERE became = ?", ((new, old) for old, new in became.items()))
    sqlite.executemany("INSERT OR REPLACE INTO merged VALUES (?, ?)", became.items())

