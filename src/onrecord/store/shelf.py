"""Stories' centres in the archive, for `onrecord.stories.assign.place`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Connection as Sqlite

from onrecord.stories.assign import MAX_STORIES, Centre


class StoredCentres:
    """Where the centres of an archive's stories are kept."""

    def __init__(self, sqlite: Sqlite) -> None:
        self._sqlite = sqlite
        self._known: dict[str, Centre] = {}

    def holders(self, word: str) -> Sequence[str]:
        """Stories that are found by this word."""
        query = "SELECT story FROM story_words WHERE word = ? LIMIT ?"
        return [story for (story,) in self._sqlite.execute(query, (word, MAX_STORIES + 1))]

    def centre(self, story: str) -> Centre:
        """The centre of a story."""
        if story not in self._known:
            thread, reports, begin, end, weights = self._sqlite.execute(
                'SELECT thread, reports, "begin", "end", weights FROM story_centres WHERE story = ?', (story,)
            ).fetchone()
            self._known[story] = Centre(story, thread, json.loads(weights), reports, begin, end)
        return self._known[story]

    def put(self, centre: Centre) -> None:
        """Keep a centre."""
        self.remove(centre.id)
        words = ((word, centre.id) for word in centre.heavy())
        self._sqlite.executemany("INSERT INTO story_words VALUES (?, ?)", words)
        self._sqlite.execute(
            "INSERT INTO story_centres VALUES (?, ?, ?, ?, ?, ?)",
            (
                centre.id, centre.thread, centre.reports, centre.begin, centre.end,
                json.dumps(dict(centre.weights), ensure_ascii=False, separators=(",", ":")),
            ),
        )  # fmt: skip
        self._known[centre.id] = centre

    def remove(self, story: str) -> None:
        """Forget a story."""
        if self._sqlite.execute("SELECT 1 FROM story_centres WHERE story = ?", (story,)).fetchone() is not None:
            words = ((word, story) for word in self.centre(story).heavy())
            self._sqlite.executemany("DELETE FROM story_words WHERE word = ? AND story = ?", words)
            self._sqlite.execute("DELETE FROM story_centres WHERE story = ?", (story,))
        self._known.pop(story, None)
