"""Every limit on hostile or broken input, named in one place. Sizes are bytes, times seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one document or one input may cost.

    A news article is some 5 kB of text and a heavy saved page some 3 MB, so the defaults leave a factor of ten or
    more; raise them for a collection that is known to be sound.
    """

    document_bytes: int = 32_000_000
    """One document, decompressed: a file, a JSON line, a CSV row, a message."""
    text_characters: int = 2_000_000
    """The text read out of one document."""
    decompressed_bytes: int = 4_000_000_000
    """One compressed file in all."""
    html_depth: int = 255
    """Nesting of elements; deeper ones are cut off by the parser."""
    file_depth: int = 32
    """Nesting of folders."""


LIMITS = Limits()
