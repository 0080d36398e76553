"""Whether a description by an office may mean somebody who holds one: the Norrvik mayor is not the Bergen mayor."""

from __future__ import annotations

import re

_CAPITALS = re.compile(r"\b[A-Z][\w-]+")
_OFFICE_WORDS = frozenset(
    """the a an prime foreign vice deputy chief finance financial defense defence interior justice attorney general
    secretary state executive officer managing senior minister president house senate press home trade health education
    labor labour energy environment agriculture treasury acting interim former chairman chairwoman director federal
    district supreme county city high""".split()
)
"""Words of an office itself, whoever writes them with a capital."""


def may_hold(description: str, role: str | None, office: str) -> bool:
    """Whether the capitalised words that tell an office more closely are not others than those of somebody's role.

    Args:
        description: the words for whoever is meant (`The Bergen mayor`).
        role: that of the one who may be (`Norrvik Mayor`).
        office: the noun that both have, in lower case.
    """
    here, there = (
        {w for w in _CAPITALS.findall(text) if w.casefold() != office and w.casefold() not in _OFFICE_WORDS}
        for text in (description, role or "")
    )
    return not here or not there or bool(here & there)
