"""Messages (`.eml`), such as newsletters, and pages saved as one file (`.mhtml`), which have the same form.

The HTML part is read if there is one, else the plain one; attachments are not. `Subject` is the title, `From` the
outlet, `Date` the publication date.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import hashlib
import re
from collections.abc import Iterator
from email.message import Message

from onrecord.errors import Problem
from onrecord.reading.decoding import Undecodable, decode
from onrecord.reading.fields import Item, iso_date
from onrecord.reading.given import Given, document_id
from onrecord.types import Source

# Header lines as long as this are no title or name; decoding them costs more than linear time.
_LONGEST_HEADER = 2000
# The standard library takes 17 microseconds for each part, and more than linear time for a type's parameters.
_MOST_BOUNDARIES = 100_000
_LONGEST_TYPE = 10_000
_TYPE = re.compile(rb"^content-type:[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?[^\r\n]{0,2000}\r?\n")
_TELLING = re.compile(
    rb"^(?:from|subject|date|received|mime-version|return-path|message-id|content-type):", re.I | re.M
)


def looks_like_mail(head: bytes) -> bool:
    """Whether bytes begin as a message does: a header line, and at least three headers that messages have."""
    top = head.lstrip(b"\r\n")[:4096]
    block = re.split(rb"\r?\n\r?\n", top, maxsplit=1)[0]
    return bool(_HEADER.match(top)) and len({m.group().lower() for m in _TELLING.finditer(block)}) >= 3


def read_mail(content: bytes, name: str) -> Item | Problem:
    """The item of one message."""
    if content.count(b"\n--") > _MOST_BOUNDARIES or any(len(t[0]) > _LONGEST_TYPE for t in _TYPE.finditer(content)):
        return Problem("a message of too many parts", name, "Save the part with the text and give that.")
    try:
        # compat32 keeps headers as they came; the newer policies parse every address and date at more than linear cost.
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        part = _body(message)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, email.errors.MessageError) as error:
        return Problem(f"a message that cannot be taken apart ({type(error).__name__})", name, "Save it again as .eml.")
    if part is None:
        return Problem("a message without text", name, "Its content may be an attachment: save and give that.")
    is_page = part.get_content_type() == "text/html"
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    text = decode(payload if isinstance(payload, bytes) else b"", charset, page=is_page)
    if isinstance(text, Undecodable):
        return Problem(text.what, name, text.do)
    saved_by_browser = message.get("Snapshot-Content-Location") is not None
    given = Given(
        id=document_id(name, content),
        source=Source(name, text.media_type("message/rfc822"), hashlib.sha256(content).hexdigest()),
        title=_header(message, "Subject"),
        # The day a page was saved is not the day it was published.
        published=None if saved_by_browser else iso_date(_header(message, "Date") or ""),
        outlet=None if saved_by_browser else _sender(_header(message, "From") or ""),
        url=_header(message, "Snapshot-Content-Location"),
    )
    return Item(given, text.text, is_page)


def _sender(value: str) -> str | None:
    """The name before the address, or else the address's host. (The standard library's parser recurses on comments.)"""
    name, _, address = value.partition("<")
    if not address:
        name, address = ("", value) if "@" in value else (value, "")
    return name.strip(" \"'") or address.rpartition("@")[2].strip(" >") or None


def _body(message: Message) -> Message | None:
    """The first HTML part that is no attachment, else the first plain one."""
    plain = None
    for part in _parts(message):
        if part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/html":
            return part
        if kind == "text/plain" and plain is None:
            plain = part
    return plain


def _parts(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload()
        if part.is_multipart() and isinstance(inside, list):
            waiting.extend(p for p in reversed(inside) if isinstance(p, Message))
        else:
            yield part


def _header(message: Message, name: str) -> str | None:
    raw = message.get(name)
    if raw is None:
        return None
    raw = re.sub(r"\s+", " ", str(raw)[:_LONGEST_HEADER])
    try:
        pieces = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        return raw.strip() or None
    text = ""
    for piece, charset in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            decoded = decode(piece, charset, page=True)
            text += piece.decode("ascii", "replace") if isinstance(decoded, Undecodable) else decoded.text
    return re.sub(r"[\s\x00-\x1f]+", " ", text.encode("utf-8", "replace").decode()).strip() or None
