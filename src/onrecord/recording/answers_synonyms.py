"""Words that mean the same where something is wanted and where it is done or refused."""

from __future__ import annotations

import functools

_SAME = (
    ("stop", "halt end cease suspend lift freeze discontinue"), ("withdraw", "pull withdrawal pullout retreat"),
    ("pay", "wire wir transfer settle payment repay refund reimburse compensate compensation repayment reimbursement"),
    ("reinstate", "rehire reinstatement rehiring"), ("free", "release liberate freedom freed"),
    ("return", "hand extradite surrender handover extradition"),
    ("open", "reopen reopening opening"), ("resign", "quit resignation step"), ("take", "takeover"),
    ("leave", "fly depart exit go evacuate vacate departure pack"), ("meet", "receive meeting see audience"),
    ("publish", "release disclose publication disclosure"), ("recall", "recal"), ("reduce", "cut lower reduction"),
    ("raise", "increase rise hike"), ("close", "clos shut closure"), ("join", "accede accession"),
    ("apologise", "apologize apology"), ("extend", "extension prolong"), ("cancel", "scrap drop abandon withdraw"),
    ("remove", "sack fire dismiss oust replace removal dismissal ouster sacking"),
    ("guarantee", "assurance assure"), ("talk", "negotiate negotiation dialogue discuss discussion bargain"),
    ("probe", "inquiry investigation investigate inquire enquiry"), ("observer", "monitor"),
    ("correct", "fix rectify correction"), ("reply", "answer respond response"), ("write", "letter"),
    ("deploy", "deployment"), ("sell", "sale"), ("arbitrate", "arbitration"), ("inspect", "inspection inspector"),
    ("recognise", "recognize recognition"), ("testify", "testimony"), ("delay", "postpone postponement"),
    ("review", "reconsider"), ("prisoner", "detainee captive"), ("worker", "employee"), ("permit", "allow permission"),
)  # fmt: skip
_PLAIN: dict[str, str] = {}
for _word, _others in _SAME:
    for _other in _others.split():
        _PLAIN.setdefault(_other, _word)


@functools.lru_cache(maxsize=65536)
def plain(gist: frozenset[str]) -> frozenset[str]:
    """A gist with one word for all that mean the same."""
    return frozenset(_PLAIN.get(w, w) for w in gist)
