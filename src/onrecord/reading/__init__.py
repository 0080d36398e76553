"""Reading: bytes to `Document`, with text, blocks by kind, metadata and a map back to the source."""
