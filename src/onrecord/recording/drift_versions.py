"""What a later version of a report changes in a sentence of the earlier one: numbers, hedges, quantifiers.

Which version is the later one is what the report's edges say, or else the number of the update in the headline; where
both leave it undetermined, nothing is compared.
"""

from __future__ import annotations

import re

from onrecord.editions import compare
from onrecord.recording import drift_numbers as numbers
from onrecord.recording import drift_rules as rules
from onrecord.recording.drift_words import Found, Text
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import Span

_TELLING = frozenset({"number", "hedge", "quantifier"})
"""What a change must touch to be looked at."""


def version_drift(material: Material, referents: Referents) -> list[tuple[int, Found]]:
    """The changes between versions, each with the index of the later document; the places are later and earlier."""
    index = {d.document.id: n for n, d in enumerate(material.documents)}
    out: list[tuple[int, Found]] = []
    for report in material.reports:
        seen: set[int] = set()
        for edge in report.edges:
            known = edge.from_ in index and edge.to in index
            if not known or edge.relation == "copy":
                continue
            earlier, later = index[edge.from_], index[edge.to]
            if edge.direction != "from-to":
                one, other = _update(material, earlier), _update(material, later)
                if one == other:
                    continue
                earlier, later = (earlier, later) if one < other else (later, earlier)
            if later in seen:
                continue
            seen.add(later)
            for row in compare(material.documents[earlier], material.documents[later]).rows:
                if row.op != "reworded" or row.a is None or row.b is None or _TELLING.isdisjoint(row.touches):
                    continue
                before, after = _sentence(material, earlier, row.a), _sentence(material, later, row.b)
                if before is not None and after is not None:
                    out.extend((later, found) for found in _changes(referents, before, after))
    return out


_UPDATE = re.compile(r"(?:UPDATE|WRAPUP|REFILE-UPDATE)\s?(\d{1,2})\s?[-–—:]", re.I)


def _update(material: Material, document: int) -> int:
    """Which update of a report its headline says that it is (`UPDATE 2-…`); 0 for a first version."""
    found = _UPDATE.match(material.documents[document].document.title or "")
    return 0 if found is None else int(found[1] or 1)


def _sentence(material: Material, document: int, span: Span) -> Passage | None:
    """The passage of a sentence of the body, where it stands first in that document."""
    passage = material.quotes.passage_at(document, span[0])
    return None if passage is None or passage.is_summary else passage


def _changes(referents: Referents, before: Passage, after: Passage) -> list[Found]:
    old, new = Text(before, referents.clauses(before)), Text(after, referents.clauses(after))
    found = [
        rules.quantifier(new, [old]),
        rules.number(new, [old]),
        rules.hedge(new, [old]),
        numbers.figures(new, [old]),
    ]
    return [(f"in a later version: {f[0]}", *f[1:]) for f in found if f is not None]
