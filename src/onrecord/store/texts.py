"""Documents made ready for comparison, from the archive; and the sentences that are boilerplate in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection as Sqlite

import numpy as np

from onrecord.editions.bodies import Body, prepare_all
from onrecord.editions.boilerplate import SAMPLE, is_boilerplate, long_sentences, rank, sample_shingles, without
from onrecord.editions.credits import Credit, find_credits
from onrecord.store import documents as stored
from onrecord.types import Annotated

MOST = 4000
"""Documents that are kept at hand; some 80 MB."""


def _signed(hashes: Iterable[int]) -> list[int]:
    values: list[int] = np.array(sorted(hashes), dtype=np.uint64).view(np.int64).tolist()
    return values


class Texts:
    """Documents by key, read when they are first asked for. For one transaction."""

    def __init__(self, sqlite: Sqlite) -> None:
        self._sqlite = sqlite
        self._whole: dict[int, Body] = {}
        self._ready: dict[int, Body] = {}
        self._credits: dict[int, tuple[Credit, ...]] = {}

    def load(self, keys: Iterable[int]) -> None:
        """Have these at hand: many at once cost less each than one by one."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._whole]
        if len(self._whole) + len(missing) > MOST:
            self._whole, self._ready, self._credits = {}, {}, {}
        found = stored.load_keys(self._sqlite, missing)
        for key, body in zip(found, prepare_all(found.values()), strict=True):
            self._whole[key] = body

    def whole(self, key: int) -> Body:
        """The body with all its sentences."""
        if key not in self._whole:
            self.load([key])
        return self._whole[key]

    def annotated(self, key: int) -> Annotated:
        """The document itself."""
        return self.whole(key).annotated

    def ready(self, key: int) -> Body:
        """The body without boilerplate."""
        if key not in self._ready:
            body = self.whole(key)
            keys = long_sentences(body)
            common = _among(self._sqlite, "boilerplate", _signed(keys))
            found = {int(np.int64(k).view(np.uint64)) for k in common}
            self._ready[key] = without(body, found) if found else body
        return self._ready[key]

    def credits(self, key: int) -> tuple[Credit, ...]:
        """What the document credits."""
        if key not in self._credits:
            self._credits[key] = find_credits(self.annotated(key).document)
        return self._credits[key]

    def describe(self, keys: Sequence[int]) -> set[int]:
        """Note the longer sentences of new or changed documents.

        Returns:
            Keys of other documents of which sentences have become boilerplate, or no longer are.
        """
        sqlite = self._sqlite
        touched: set[int] = set()
        for key in keys:
            body = self.whole(key)
            new = _signed(long_sentences(body))
            row = sqlite.execute("SELECT sentences FROM described WHERE document_key = ?", (key,)).fetchone()
            old = [] if row is None else np.frombuffer(row[0], dtype="<i8").tolist()
            place = rank(body.document.id)
            sqlite.executemany(
                "DELETE FROM long_sentences WHERE hash = ? AND rank = ? AND document_key = ?",
                ((h, place, key) for h in old),
            )
            sqlite.executemany("INSERT INTO long_sentences VALUES (?, ?, ?)", ((h, place, key) for h in new))
            sqlite.execute(
                "INSERT OR REPLACE INTO described VALUES (?, ?)", (key, np.array(new, dtype="<i8").tobytes())
            )
            touched.update(old)
            touched.update(new)
        return self._judged(sorted(touched)) - set(keys)

    def _judged(self, hashes: Sequence[int]) -> set[int]:
        changed: set[int] = set()
        boilerplate = _among(self._sqlite, "boilerplate", hashes)
        for sentence in hashes:
            holders = self._sqlite.execute(
                "SELECT document_key FROM long_sentences WHERE hash = ? ORDER BY rank LIMIT ?", (sentence, SAMPLE)
            ).fetchall()
            sample = [sample_shingles(self.whole(key)) for (key,) in holders] if len(holders) > 2 else []
            if is_boilerplate(sample) == (sentence in boilerplate):
                continue
            if sentence in boilerplate:
                self._sqlite.execute("DELETE FROM boilerplate WHERE hash = ?", (sentence,))
            else:
                self._sqlite.execute("INSERT INTO boilerplate VALUES (?)", (sentence,))
            every = self._sqlite.execute("SELECT document_key FROM long_sentences WHERE hash = ?", (sentence,))
            changed.update(key for (key,) in every)
        self._ready = {}
        return changed


def _among(sqlite: Sqlite, table: str, hashes: Sequence[int]) -> set[int]:
    """Those of the hashes that are in the table."""
    found: set[int] = set()
    for first in range(0, len(hashes), 500):
        some = hashes[first : first + 500]
        rows = sqlite.execute(f"SELECT hash FROM {table} WHERE hash IN ({', '.join('?' * len(some))})", some)
        found.update(h for (h,) in rows)
    return found
