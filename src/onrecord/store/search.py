"""Full-text search: the user's query to FTS5's, and matches to exact words."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.types import Span

SNIPPET_CHARACTERS = 200
"""Longest snippet: about two lines of a terminal or three of a phone."""

TOKENIZER = "unicode61 remove_diacritics 2"
"""FTS5's tokenizer, the same as in the schema: words of letters and digits, without case and diacritics."""

QUERY_TERMS = 64
"""Most terms of one query; FTS5 itself refuses expressions some four times as deep."""

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks around matches. Control characters that no news text has; a text that has them only loses its highlighting."""

_TERM = re.compile(r'(-?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))')


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a document that matches a query.

    `quote == text[start:end]`: the sentences of one block from the first match to the last. `matches` are offsets into
    the document's text; `snippet` is the quote, shortened around its first match, and `snippet_matches` are offsets
    into the snippet.
    """

    document: str
    title: str | None
    start: int
    end: int
    quote: str
    matches: tuple[Span, ...]
    snippet: str
    snippet_matches: tuple[Span, ...]
    outlet: str | None = None
    published: str | None = None


def fts_query(query: str) -> str | None:
    """FTS5's form of a user's query: words, "phrases", -not, prefix*; all else is taken literally.

    All words must stand in one block. Case and diacritics do not matter. Returns None if nothing is asked.

    Raises:
        UsageError: more than `QUERY_TERMS` terms, or only words to leave out.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    # NUL would end the query inside SQLite, a lone surrogate has no UTF-8 form; no text is found by either.
    query = query.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    for minus, phrase, word in _TERM.findall(query):
        prefix = "*" if word.endswith("*") else ""
        words = (phrase or word).rstrip("*") if prefix else phrase or word
        # unicode61 splits at all but letters, digits and private-use characters; a term without any finds nothing.
        if re.search(r"[^\W_]", words):
            (unwanted if minus else wanted).append(f'"{words}"{prefix}')
    if len(wanted) + len(unwanted) > QUERY_TERMS:
        raise UsageError(f"the query has more than {QUERY_TERMS} words", f"{query[:60]}…", "Leave some out.")
    if wanted:
        return "".join([f"({' '.join(wanted)})", *(f" NOT {u}" for u in unwanted)])
    if unwanted:
        raise UsageError("the query names only words to leave out", query, "Add a word to look for.")
    return None


# In two steps, so that only the hits that are asked for carry texts through the sorting.
_RANKED = """
SELECT search.rowid
FROM search JOIN blocks AS b ON b.key = search.rowid JOIN documents AS d ON d.key = b.document_key
WHERE search MATCH ?
ORDER BY search.rank, d.id, b.start, b.key
LIMIT ? OFFSET ?
"""
_HIT = """
SELECT d.id, d.title, d.outlet, d.published, d.text, b.start, b."end", a.sentences
FROM blocks AS b JOIN documents AS d ON d.key = b.document_key JOIN annotations AS a ON a.document_key = d.key
WHERE b.key = ?
"""


def search(connection: sqlite3.Connection, query: str, limit: int, offset: int) -> list[Hit]:
    """The best hits: BM25 over blocks, ties by document id and place.

    Raises:
        UsageError: a negative limit or offset, too many words, or only words to leave out.
    """
    if limit < 0 or offset < 0:
        raise UsageError("limit and offset cannot be negative", f"limit {limit}, offset {offset}", "Use 0 or more.")
    match = fts_query(query)
    if match is None:
        return []
    keys = connection.execute(_RANKED, (match, limit, offset)).fetchall()
    rows = [connection.execute(_HIT, key).fetchone() for key in keys]
    hits: list[Hit] = []
    for row, highlighted in zip(rows, _highlighted([r[4][r[5] : r[6]] for r in rows], match), strict=True):
        id_, title, outlet, published, text, start, end, sentences = row
        matches = _matches(highlighted, text[start:end], start)
        start, end = _sentences_around(matches, (start, end), json.loads(sentences))
        snippet, snippet_matches = _snippet(text, start, end, matches)
        hits.append(Hit(id_, title, start, end, text[start:end], matches, snippet, snippet_matches, outlet, published))
    return hits


def _highlighted(texts: list[str], match: str) -> list[str]:
    """The texts with marks around what a query matches in them.

    They are indexed once more, by themselves in memory: asking the whole index again for each of them costs as much as
    the search did, which is long for a prefix of many words.
    """
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute(f"CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = '{TOKENIZER}')")
        memory.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", enumerate(texts))
        found: dict[int, str] = dict(
            memory.execute(
                f"SELECT rowid, highlight(search, 0, '{_OPEN}', '{_CLOSE}') FROM search WHERE search MATCH ?", (match,)
            )
        )
    finally:
        memory.close()
    return [found.get(number, text) for number, text in enumerate(texts)]


def _matches(highlighted: str, words: str, offset: int) -> tuple[Span, ...]:
    """Where the marked stretches stand in the text; none if the block itself has the marks in it."""
    spans: list[Span] = []
    position = offset
    parts: list[str] = []
    for index, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", highlighted)):
        parts.append(piece)
        if index % 2:
            spans.append((position, position + len(piece)))
        position += len(piece)
    return tuple(spans) if "".join(parts) == words else ()


def _sentences_around(matches: tuple[Span, ...], block: Span, sentences: list[list[int]]) -> Span:
    """From the start of the first match's sentence to the end of the last one's, within the block."""
    if not matches:
        return block
    start, end = matches[0][0], matches[-1][1]
    starts = [s for s, e in sentences if block[0] <= s <= start < e]
    ends = [e for s, e in sentences if s < end <= e <= block[1]]
    return (max(starts) if starts else block[0], min(ends) if ends else block[1])


def _snippet(text: str, start: int, end: int, matches: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """At most `SNIPPET_CHARACTERS` of the quote around its first match, whole words, `…` where something was cut."""
    left, right = start, end
    if end - start > SNIPPET_CHARACTERS:
        room = SNIPPET_CHARACTERS - 2
        if matches and matches[0][1] - start > room:
            left = max(start, matches[0][0] - room // 4)
            space = text.find(" ", left, matches[0][0])
            left = space + 1 if space >= 0 else left
        right = min(end, left + room)
        if right < end:
            space = text.rfind(" ", matches[0][1] if matches else left, right)
            right = space if space > left else right
    before = "…" if left > start else ""
    after = "…" if right < end else ""
    shift = len(before) - left
    marks = tuple((s + shift, min(e, right) + shift) for s, e in matches if left <= s < right)
    return before + re.sub(r"\s", " ", text[left:right]) + after, marks
