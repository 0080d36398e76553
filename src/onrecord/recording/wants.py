"""Where a sentence says that somebody wants something of somebody: demands, requests, conditions and offers.

The rules are constructions of English: verbs of wanting with what they govern (`urged the bank to wait`, `sought
guarantees`), the nouns for what is wanted (`her demands, including …`, `the union’s proposal to …`), bids for a
company, readiness (`offered to resign`) and threats that imply a demand (`if the ships do not turn, … will fire`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.lexicon import begins
from onrecord.recording.moves import Moves
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_answered import AnsweredReader
from onrecord.recording.wants_bargains import BargainReader
from onrecord.recording.wants_bids import BidReader
from onrecord.recording.wants_conditions import ConditionReader
from onrecord.recording.wants_fronted import FrontedReader
from onrecord.recording.wants_nouns import NounReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_sceptic import doubted
from onrecord.recording.wants_seen import HALF, as_seen, seen_wants
from onrecord.recording.wants_softly import SoftReader
from onrecord.recording.wants_speech import SpeechReader
from onrecord.recording.wants_suits import SuitReader
from onrecord.recording.wants_threats import ThreatReader
from onrecord.recording.wants_verbs import VerbReader
from onrecord.types import Move

HINT = re.compile(begins(
    r"demand|request|urg(?:e|ing)|ask|call(?:s|ed|ing)?\b|order|insist|s[eo](?:ek|ught)"
    r"|propos|offer"
    r"|bids?\b|(?:pre)?condition|appeal|petition|recommend|willing|ready to|want|plead|beg|press|push"
    r"|lost|contest|appeal|bring|brought|lodg|object"
    r"|attempt|tried to|trying to|made\b"
    r"|requir|instruct|direct|hinge|depend"
    r"|told|tell|fil(?:e|ed|ing)|launch|wrest|extract|squeez|win\b|secur|terms|ultimatum|sue[ds]?\b|suing|suit"
    r"|appl(?:y|ied|icat)|prepared to|threaten|unless"
    r"|volunteer|without"
    r"|if\b|once\b|when\b|as soon as|guarantee|invit|implor|suggest|vow|must\b|should\b|ha(?:s|ve) to\b"
    r"|needs? to\b|exchange for|return for"
    r"|provided|contingent|advis|challeng|advocat|counter|h(?:old(?:s|ing)?|eld) out|settle|accept|until|before"
    r"|tabl|circulat|submit|present"
    r"|float|put forward|pressure|chant|plea|unveil|tender|mov(?:ed|es) |motion|would like|warn"
    r"|bar(?:s|red)\b|ban|forb"
    r"|wr(?:ote|itten|ites) to|on the table|turn(?:s|ed|ing)? to|expect|await|time (?:that|for)|high time"
))  # fmt: skip
"""What a passage must contain, in lower case, to be looked at."""


class Wants:
    """What the passages of a story say that somebody wants; each is read once, when it is first asked for."""

    def __init__(self, referents: Referents, moves: Moves | None = None) -> None:
        """Nothing is read yet.

        Args:
            referents: finds whom phrases stand for.
            moves: what the network takes for something wanted, which lets a rule be content with less.
        """
        self._referents, self._moves = referents, moves
        self._read: dict[tuple[int, int], list[Want]] = {}

    def of(self, passage: Passage) -> Sequence[Want]:
        """What a passage says that somebody wants, in order."""
        key = (passage.document, passage.start)
        if key not in self._read:
            seen = () if self._moves is None else self._moves.asks(passage, HALF)
            self._read[key] = _wants_of(self._referents, passage, seen)
        return self._read[key]

    def about(self, passage: Passage) -> tuple[str, ...]:
        """Who does what the first finite verb of a passage says."""
        clauses = self._referents.clauses(passage)
        main = next((v for v in clauses.verbs if v.form == "finite"), None)
        return () if main is None else self._referents.who(passage, clauses.agent(main))


def _wants_of(referents: Referents, passage: Passage, seen: Sequence[Move]) -> list[Want]:
    if not seen and not HINT.search(passage.text.lower()):
        return []
    out = [
        *BargainReader(referents, passage).from_bargains(),
        *BidReader(referents, passage).from_bids(),
        *NounReader(referents, passage).from_nouns(),
        *VerbReader(referents, passage).from_verbs(),
        *FrontedReader(referents, passage).from_fronted(),
        *(ConditionReader(referents, passage).from_conditions() or ThreatReader(referents, passage).from_threats()),
        *SpeechReader(referents, passage).from_speech(),
        *AnsweredReader(referents, passage).from_answered(),
        *SoftReader(referents, passage).from_softly(),
    ]
    out += SuitReader(referents, passage).from_suits(out)
    further = seen_wants(referents, passage, seen)
    # A rule that finds nobody who asks gives way to the one that has him described.
    told = [w for w in further if w.by]
    out = [w for w in out if w.by or not any(f.rule == w.rule and f.start == w.start for f in told)] + further
    clauses = referents.clauses(passage)
    out = [as_seen(w, seen) for w in out]
    out = [w for w in out if not doubted(clauses, w)]
    return sorted(_distinct(out), key=lambda w: (w.start, w.end))


def _distinct(wants: list[Want]) -> list[Want]:
    """Without wants that say again what an earlier rule found in the same words."""
    out: list[Want] = []
    for want in wants:
        if not any(w.start < want.end and want.start < w.end and not (w.members and want.members) for w in out):
            out.append(want)
    return out
