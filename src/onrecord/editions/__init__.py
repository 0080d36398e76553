"""Editions: annotated documents to reports: near-copies, alignments, who derives from whom, origins."""

from __future__ import annotations

from onrecord.editions.bodies import Body, prepare
from onrecord.editions.boilerplate import without_boilerplate
from onrecord.editions.families import families
from onrecord.editions.fingerprints import Fingerprint, candidates, fingerprint
from onrecord.editions.independence import count_origins, origin_groups
from onrecord.editions.reports import compare, find_reports, judge

__all__ = [
    "Body", "Fingerprint", "candidates", "compare", "count_origins", "families", "find_reports", "fingerprint", "judge",
    "origin_groups", "prepare", "without_boilerplate",
]
