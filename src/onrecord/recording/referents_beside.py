"""Who is meant by a description that a name stands beside, and by the parts that a body acts through.

`the plaintiff, Jon Ek,` is Ek; `the board of Nord Air` acts for Nord Air; `Local 212 of the League` is one body.
"""

from __future__ import annotations

import re

from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

_OPENER = (
    r"^(?:(?:meanwhile|then|later|now|today|yesterday|still|however|instead|also|elsewhere|finally|earlier|soon)\s+)"
)
OPENER = re.compile(_OPENER, re.I)
"""A word that opens a sentence and is no part of the phrase behind it (`Meanwhile islanders were told`)."""
QUANTIFIER = re.compile(_OPENER + r"?(?:(?:the|a|an|some|many|several|most|all|other)\s+)?", re.I)
"""What a description begins with that is no part of a party’s name."""
_PARTS = lexicon("local branch chapter board committee executive management leadership negotiators wing arm office")
"""What a body acts through: its board, its local, its negotiators."""
_CROWD_OF = lexicon("group coalition number majority dozens hundreds thousands scores crowd handful band")
_HEADS = lexicon("head chief boss number")
_TIES = lexicon("of for in at to on with")


def beside(finder: Finder, material: Material, passage: Passage, clauses: Clauses, phrase: Phrase) -> tuple[str, ...]:
    """The name set off by commas after a description (`the plaintiff, Jon Ek,`), or what it is a part of."""
    s = clauses.sentence
    last, hops = phrase.last, 0
    for _ in range(3 if s.lower[phrase.head] in PERSONS | _HEADS else 0):
        # `the chair of the board, Jon Ek,`, `the new head of the Bank for Fisheries, Ada Lund,`
        hanging = clauses.phrase_starting(last + 1) if s.lower[last : last + 1] and s.lower[last] in _TIES else None
        if hanging is None:
            break
        last, hops = hanging.last, hops + 1
    if s.lower[last : last + 1] == [","]:
        name = clauses.phrase_starting(last + 1)
        after_name = None if name is None else _closed(clauses, name)
        if name is not None and clauses.tags[name.head] == "NNP" and after_name is not None:
            start, end = clauses.span(name)
            named = material.parties.within(passage.document, start, end)
            after = s.lower[after_name : after_name + 1]
            if (
                named
                and (named[0][0] == start or named[0][1] == end)
                and after != ["and"]
                and clauses.tags[after_name : after_name + 1] != ["NNP"]
                and (hops < 2 or material.parties.get(named[0][2]).kind == "person")
            ):
                return (named[0][2],)
    crowd = clauses.phrase_starting(phrase.last + 1) if s.lower[phrase.last : phrase.last + 1] == ["of"] else None
    if s.lower[phrase.head] in _CROWD_OF and crowd is not None and is_people(s.lower[crowd.head]):
        # `a group of rabbis`
        start, end = s.starts[phrase.first], s.ends[crowd.last - 1]
        full = QUANTIFIER.sub("", " ".join(s.text[start:end].split()))
        return (material.parties.describe(passage.document, start, end, full, "group"),)
    if s.lower[phrase.first] == "local" and clauses.tags[phrase.head] == "CD":
        # `Local 212 of the Dockers League`
        hangs = s.lower[phrase.last : phrase.last + 1] == ["of"]
        whole = clauses.phrase_starting(phrase.last + 1) if hangs else None
        start, end = s.starts[phrase.first], s.ends[(whole or phrase).last - 1]
        full = " ".join(s.text[start:end].split())
        return (material.parties.describe(passage.document, start, end, full, "organisation"),)
    if s.lower[phrase.first] in _PARTS or s.lower[phrase.head] in _PARTS:
        if s.lower[phrase.last : phrase.last + 1] == ["of"]:
            return finder.who(passage, clauses.phrase_starting(phrase.last + 1))
        if clauses.tags[phrase.head - 1] in ("POS", "PRP$"):
            owners = finder.possessor(passage, phrase)
            if s.lower[phrase.head] == "office" and not any(material.parties.is_named(p) for p in owners):
                # `the coroner’s office`
                start, end = clauses.span(phrase)
                office = " ".join(s.text[start:end].split())
                return (material.parties.describe(passage.document, start, end, office, "organisation"),)
            return owners
    return ()


def _closed(clauses: Clauses, name: Phrase) -> int | None:
    """The word after the comma that closes an apposition: `Lund,`, `Nord Air of Norrvik,`."""
    s = clauses.sentence
    last = name.last
    if s.lower[last : last + 1] in (["of"], ["in"]):
        hanging = clauses.phrase_starting(last + 1)
        last = last if hanging is None else hanging.last
    return last + 1 if s.lower[last : last + 1] == [","] else None


def named_behind(finder: Finder, material: Material, passage: Passage, phrase: Phrase) -> str | None:
    """Who is named between commas right behind a description (`the charity’s president, retired Col. Jon Ek,`)."""
    clauses, parties = finder.clauses(passage), material.parties
    s, at = clauses.sentence, phrase.last
    noun = s.lower[phrase.head]
    if s.lower[at : at + 1] != [","] or clauses.tags[phrase.head] not in ("NN", "NNS") or noun not in _TITLED | _RIVALS:
        return None
    stop = next((i for i in range(at + 1, min(at + 9, len(s))) if s.lower[i] in (",", ".", ";", ")")), len(s))
    told = parties.within(passage.document, s.starts[at], s.ends[stop - 1])
    # `his challenger, Norvik mayor Ada Lund,`
    named = [m for m in told if m is told[-1] or parties.get(m[2]).kind != "place"]
    if len(named) != 1 or named[0][1] != s.ends[stop - 1] or not parties.is_named(named[0][2]):
        return None
    between = set(s.lower[at + 1 : clauses.index(named[0][0])])
    kind = "person" if noun in PERSONS | _RIVALS else "organisation"
    fits = noun == "owner" or parties.get(named[0][2]).kind == kind
    return named[0][2] if fits and _APART.isdisjoint(between) else None


_APART = lexicon("and or of for in at to said who")
_RIVALS = lexicon("challenger opponent rival successor predecessor deputy counterpart critic ally")
_TITLED = PERSONS | FIRMS | BODIES | {"owner", "owners"}
"""What is told of somebody right before his name."""
