"""Scale: candidates kept on disk beside an archive, and the way to reports as stages from file to file."""

from __future__ import annotations

from onrecord.scale.index import CandidateIndex

__all__ = ["CandidateIndex"]
