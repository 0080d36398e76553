"""Temporal expressions: detection, normalisation, anchoring."""
