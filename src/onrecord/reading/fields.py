"""Named fields (of a JSON line, a CSV row) to an item: the content and what was given with it."""

from __future__ import annotations

import email.utils
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onrecord.errors import Problem
from onrecord.reading.dates import find_date
from onrecord.reading.given import Given, document_id
from onrecord.types import Source

# Names by which collections call the fields, the contract's own first. Case, blanks, `-` and `_` do not matter.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "docid", "documentid"),
    "text": ("text", "content", "body", "article", "fulltext", "articletext", "articlebody", "maintext", "story"),
    "html": ("html", "rawhtml", "contenthtml", "bodyhtml"),
    "title": ("title", "headline"),
    "published": ("published", "publishedat", "publicationdate", "publishdate", "datepublished", "pubdate", "date"),
    "url": ("url", "link", "address"),
    "outlet": ("outlet", "source", "publisher", "publication", "sitename"),
    "authors": ("authors", "author", "byline"),
    "tags": ("tags", "keywords"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One document's content, not yet read: `is_page` tells HTML from plain text."""

    given: Given
    content: str
    is_page: bool


def plain_name(name: str) -> str:
    """A field's name as it is compared: `Published-At` is `publishedat`."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def content_name(names: Mapping[str, Any] | list[str], text_column: str | None) -> tuple[str, bool] | None:
    """The field that holds the document, and whether it is HTML; None if there is none.

    `text_column` names it; otherwise the first of the known names that is there and, in a mapping, not empty.
    """
    by_plain = {plain_name(n): n for n in reversed(list(names))}
    if text_column is not None:
        column = text_column if text_column in names else by_plain.get(plain_name(text_column))
        return None if column is None else (column, plain_name(column) in _NAMES["html"])
    for known, is_page in ((_NAMES["text"], False), (_NAMES["html"], True)):
        for name in known:
            column = by_plain.get(name)
            if column is not None and not (isinstance(names, Mapping) and names[column] in (None, "")):
                return column, is_page
    return None


def known_names() -> str:
    """The names under which the content is looked for, for a message."""
    return ", ".join(_NAMES["text"] + _NAMES["html"][:1])


def item_of(
    fields: Mapping[str, Any],
    content: bytes,
    *,
    source_name: str,
    where: str,
    media_type: str,
    text_column: str | None = None,
) -> list[Item | Problem]:
    """The item that the fields make, after problems with single fields, or the one problem that keeps it from being.

    Args:
        fields: the names and values as they came.
        content: the item's bytes, for its hash and, without an `id`, its id.
        source_name: the input, with the line or row.
        where: the same for a reader, for problems.
        media_type: of the input.
        text_column: the field that holds the document, if the caller named it.
    """
    column = content_name(fields, text_column)
    if column is None:
        if text_column is not None:
            return [Problem(f"no field `{_short(text_column)}`", where, "Name the field that holds the text.")]
        return [Problem(f"no text ({known_names()})", where, "Name the field that holds the text.")]
    text = fields[column[0]]
    if not isinstance(text, str):
        return [Problem(f"`{_short(column[0])}` is {_kind(text)}, not a string", where, "Give the text as a string.")]
    values = {plain_name(name): value for name, value in reversed(list(fields.items())) if name != column[0]}

    problems: list[Item | Problem] = []

    def first(field: str) -> Any:
        return next((v for n in _NAMES[field] if (v := values.get(n)) not in (None, "", [])), None)

    def string(field: str) -> str | None:
        value = first(field)
        if isinstance(value, Mapping):  # `"source": {"id": null, "name": "…"}`, as news interfaces have it
            value = value.get("name")
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        problems.append(
            Problem(f"`{field}` is {_kind(value)}, not a string; the document is read without it", where, "Mend it.")
        )
        return None

    published = string("published")
    moment = None if published is None else iso_date(published, string("language"))
    if published is not None and moment is None:
        problems.append(
            Problem(
                f"`published` is “{_short(published)}”, no date that can be told for sure; the document is read without"
                " it",
                where,
                "Write dates as 2025-12-03 or 2025-12-03T18:00:00Z.",
            )
        )
    given = Given(
        id=string("id") or document_id(source_name, content),
        source=Source(source_name, media_type, hashlib.sha256(content).hexdigest()),
        title=string("title"),
        authors=_names(first("authors"), r"[;|\n]"),
        published=moment,
        outlet=string("outlet"),
        url=string("url"),
        language=string("language"),
        tags=_names(first("tags"), r"[;|,\n]"),
    )
    broken = next((f for f, v in _strings(given) if not is_storable(v)), None)
    if broken:
        return [
            Problem(f"`{broken}` holds half a surrogate pair or a NUL", where, "Mend the export that wrote it.")
        ]
    return [*problems, Item(given, text, column[1])]


def iso_date(value: str, language: str | None = None) -> str | None:
    """A date or moment in ISO 8601 (`2025-12-03`, `2025-12-03T18:00:00+00:00`) from one that was given, if it is sure.

    ISO 8601 is taken as it is, an e-mail's `Date` by its standard, and other forms as `onrecord.reading.dates` reads
    them, unless day and month could be exchanged: `12/03/2025` is December or March.
    """
    value = value.strip()[:64]
    try:
        if re.fullmatch(r"\d{4}-?\d\d-?\d\d", value):
            return date.fromisoformat(value).isoformat()
        if re.match(r"\d{4}-?\d\d-?\d\d[T ]", value):
            return datetime.fromisoformat(re.sub(r" ?(?:UTC|GMT|Z)$", "+00:00", value)).isoformat()
        if re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d", value):
            return email.utils.parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    month_last, month_first = (find_date(value, day_first=d, language=language) for d in (True, False))
    return month_last if month_last == month_first else None


def is_storable(text: str) -> bool:
    """Whether a text can be written as UTF-8 and kept: no half surrogate pairs, no NUL."""
    if "\0" in text:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _names(value: Any, separators: str) -> tuple[str, ...]:
    """Names from a list (of strings or of objects with a `name`) or from one string with separators."""
    if isinstance(value, str):
        value = re.split(separators, value)
    elif isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list):
        return ()
    names = (v.get("name") if isinstance(v, Mapping) else v for v in value)
    return tuple(dict.fromkeys(n.strip() for n in names if isinstance(n, str) and n.strip()))


def _strings(given: Given) -> list[tuple[str, str]]:
    single = ("id", "title", "published", "outlet", "url", "language")
    pairs = [(name, getattr(given, name)) for name in single]
    pairs += [("authors", v) for v in given.authors] + [("tags", v) for v in given.tags]
    return [(name, value) for name, value in pairs if value is not None]


def _kind(value: Any) -> str:
    if isinstance(value, (bool, float, int)):
        return "a number" if not isinstance(value, bool) else "true or false"
    return "a list" if isinstance(value, list) else "an object"


def _short(text: str) -> str:
    printable = "".join(c if c.isprintable() else "�" for c in text[:40])
    return printable + ("…" if len(text) > 40 else "")
