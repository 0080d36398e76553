"""Background: lasting conditions that a story rests on, with the causes that the text states."""

from __future__ import annotations

import re

from onrecord.recording.material import Material
from onrecord.types import Background

_CAUSED = re.compile(
    r"(?P<cause>[^.;:]{8,160}?)\s(?:has|have|had)\s(?:already\s|also\s|long\s)?"
    r"(?:driven|caused|worsened|fuell?ed|led to|deepened|forced|triggered|prompted|left|pushed|crippled|devastated|sparked)\s"
    r"(?P<effect>[^.;]{6,160})"
)
_LONG = re.compile(
    r"\b(?:for (?:years|decades|months|generations)|since (?:the )?(?:\w+ )?(?:1[89]|20)\d\d|decades-long|years-long|long-running|long-standing"
    r"|ever since|in recent years|for more than \w+ (?:years|decades|months))\b", re.I)


def background_of(material: Material) -> tuple[Background, ...]:
    """Conditions that go on: those whose cause the text states in the perfect, and those it says last long."""
    out = []
    for passage in material.passages:
        if passage.is_summary:
            continue
        caused = _CAUSED.search(passage.text)
        lasting = _LONG.search(passage.text)
        if caused is not None:
            start, end = passage.start + caused.start("cause"), passage.start + caused.end("effect")
            cause = re.sub(r"^\W*(?:where|as|while|and|but|which)\s+", "", " ".join(caused["cause"].split(",")[-1].split()))
            text = " ".join(passage.text[caused.start("cause") : caused.end("effect")].split())
            out.append(Background(text, cause, material.quotes.everywhere(passage, start, end), "cause in the perfect"))
        elif lasting is not None:
            whole = material.quotes.everywhere(passage, passage.start, passage.end)
            out.append(Background(" ".join(passage.text.split()), None, whole, "long-lasting"))
    return tuple(out)
