"""Reading: bytes to `Document`, with text, blocks by kind, metadata and a map back to the source."""

from onrecord.reading.formats import read_all

__all__ = ["read_all"]
