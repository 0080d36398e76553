"""Temporal expressions: where they stand, what they mean, and what fixed it (docs/times.md)."""

from __future__ import annotations

from onrecord.annotation.times.countries import country_of
from onrecord.annotation.times.finding import find

__all__ = ["country_of", "find"]
