"""Which body a common noun, `both sides` or a pronoun that goes on with it stands for."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.recording.bodies_named import DATELINE, government, owned
from onrecord.recording.camps import camps
from onrecord.recording.clauses import Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.firms import firm
from onrecord.recording.lexicon import BODIES, FIRMS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.opponents import opponents, stands_between
from onrecord.recording.passages import Passage
from onrecord.types import RecordParty

INSTITUTIONS = lexicon(
    """tribunal assembly chamber bloc alliance consortium panel council league mission junta consulate embassy
    commission ministry authority board bureau inspectorate registry prosecution defence defense senate cabinet
    federation chancellery presidency treasury exchange watchdog regulator inquiry jury secretariat administration
    orchestra choir opera museum theatre theater clinic"""
)
"""Bodies that a text may call by what they are (`the commission`)."""
_GUILDS = lexicon("union guild federation")
_GUILD = re.compile(
    r"\b(?:union|guild|workers|local|brotherhood|federation|teamsters|association of|congress|league|alliance|syndicate"
    r"|[A-Z]\w*ers|[A-Z]\w*WU|U[A-Z]W)\b",
    re.I,
)
_LOCAL = re.compile(r"\bLocal \d+(?: of (?:the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,4})?")


def _is_state(party: RecordParty) -> bool:
    return party.role == "government" or (party.kind == "place" and party.country is not None)


def body(finder: Finder, material: Material, passage: Passage, noun: str, offset: int) -> tuple[str, ...]:
    """`the company`, `the government`: the last one of its kind that was named before."""
    parties = material.parties
    named = [parties.get(m[2]) for m in parties.within(passage.document, max(0, offset - 1500), offset)]
    if noun in FIRMS:
        own = worked_for(finder, material, passage, offset)
        own = own if own and parties.get(own[0]).kind == "organisation" else ()
        found = own or firm(finder, material, passage, noun, offset)
        if found:
            return found
    if noun == "government":
        meant = government(material, passage, offset)
        fitting = [] if meant is None else [meant]
    elif noun in _GUILDS:
        text = material.documents[passage.document].document.text
        local = next(reversed(list(_LOCAL.finditer(text, max(0, offset - 1500), offset))), None)
        whole = None if local is None else parties.covering(passage.document, *local.span())
        if whole is not None:
            return (whole,)
        if local is not None:
            return (parties.describe(passage.document, *local.span(), " ".join(local[0].split()), "organisation"),)
        fitting = [p.id for p in named if p.kind == "organisation" and _GUILD.search(p.name)]
    elif noun == "court":
        fitting = [p.id for p in named if p.kind == "organisation" and "court" in p.name.casefold()]
    else:
        fitting = []
    if fitting:
        return (fitting[-1],)
    if noun in FIRMS and noun not in BODIES:
        return ()
    theirs = owned(material, passage, noun, offset)
    if theirs is not None:
        return (theirs,)
    text = material.documents[passage.document].document.text
    article = 0 if text.startswith(noun, offset) else len("the ")
    end = offset + article + len(noun)
    return (parties.describe(passage.document, offset, min(end, passage.end), noun, "organisation"),)


def worked_for(finder: Finder, material: Material, passage: Passage, offset: int) -> tuple[str, ...]:
    """Whose people a sentence has spoken of before an offset: `Nord Air pilots asked | the firm`."""
    clauses = finder.clauses(passage)
    s = clauses.sentence
    for phrase in clauses.phrases:
        if s.ends[phrase.last - 1] <= offset and is_people(s.lower[phrase.head]) and phrase.last - phrase.first > 1:
            named = material.parties.within(passage.document, s.starts[phrase.first], s.starts[phrase.head])
            if named:
                return (named[-1][2],)
    return ()


_SURE = 3
"""How often two must be told to oppose one another before they are held to be the sides without more."""


def both(finder: Finder, material: Material, passage: Passage, noun: str) -> tuple[str, ...]:
    """`both countries`, `both companies`: the last two of them that were named."""
    parties = material.parties
    named = parties.within(passage.document, max(0, passage.start - 3000), passage.start)[-40:]
    of_states = noun in ("countries", "nations", "states", "governments")
    loose = noun in ("sides", "parties")

    def fits(party: str) -> bool:
        known = parties.get(party)
        firms = known.kind == "organisation" and not of_states and not _is_state(known)
        acts = known.role == "government" and (of_states or loose)
        return firms or acts or (loose and known.kind in ("group", "facility"))

    def described(place: Passage) -> list[tuple[int, int, str]]:
        clauses = finder.clauses(place)
        of_bodies = [p for p in clauses.phrases if clauses.sentence.lower[p.head] in BODIES | FIRMS | _GUILDS]
        return [] if of_states else [
            (*clauses.span(p), found[0]) for p in of_bodies if len(found := finder.who(place, p)) == 1
        ]

    between: frozenset[str] = frozenset()
    if noun != "men":
        opposed, between, told = opponents(material, passage, fits, described)
        spoken = camps(finder, material, passage) if loose and told < _SURE else ()
        if spoken or opposed:
            return spoken or opposed
        outlet = material.documents[passage.document].document.outlet
        named = [m for m in named if not stands_between(material, m[2], between, outlet)]
    if loose:
        bodies = sides(finder, material, passage, between)
        if len(bodies) > 1:
            return bodies
    if of_states:
        fitting = [
            m[2] for m in named if parties.get(m[2]).role == "government" or parties.get(m[2]).kind == "place"
        ]
        if len(dict.fromkeys(fitting)) < 2:
            fitting = [m[2] for m in named if parties.get(m[2]).kind in ("organisation", "place")]
        states = [p for p in fitting if parties.get(p).role == "government"]
        fitting = states if len(set(states)) > 1 else fitting
        often = Counter(fitting).most_common(3)
        if len(often) > 1 and often[1][1] > 1 and (len(often) < 3 or often[1][1] > often[2][1]):
            # The two that are named again and again, rather than a town that was named last.
            return tuple(p for p, _ in often[:2])
    elif noun == "men":
        fitting = [m[2] for m in named if parties.get(m[2]).kind == "person"]
    else:
        fitting = [m[2] for m in named if parties.get(m[2]).kind in ("organisation", "group")]
        often = Counter(fitting).most_common(3)
        if loose and len(often) > 2 and often[1][1] > max(1, often[2][1]):
            # The two that are named again and again, rather than those that were named last.
            return tuple(p for p, _ in often[:2])
    return tuple(dict.fromkeys(reversed(fitting)))[:2]


def sides_before(finder: Finder, material: Material, passage: Passage, phrase: Phrase) -> tuple[str, ...]:
    """Whom `both sides` stands for, if they were spoken of last before a phrase, in its sentence or the one before
    (`will hear both sides. She has asked | them | to …`)."""
    for place in (passage, *material.passages_before(passage, 1)):
        if place is not passage and place.block < passage.block - 1:
            break
        clauses = finder.clauses(place)
        for before in reversed(clauses.phrases):
            if place is passage and before.last > phrase.first:
                continue
            words = clauses.sentence.lower[before.first : before.last]
            if words[-1:] in (["sides"], ["parties"]) and words[0] in ("both", "the"):
                return finder.who(place, before)
            if clauses.tags[before.head] in ("NNS", "NNPS") and is_people(words[-1]):
                return ()
    return ()


_WITHIN = re.compile(r"\b(?:in|at|near|from|to|off)\s(?:the\s)?\Z", re.I)
"""Before a name that only tells where something is."""


def sides(
    finder: Finder, material: Material, passage: Passage, between: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The two bodies that a document names most before a passage; of equals, states and the ones named first.

    Its outlet, what its dateline names, and who is `between` the sides are none.
    """
    parties = material.parties
    item = material.documents[passage.document].document
    outlet = (item.outlet or "").casefold()
    first = next((b.start for b in item.blocks if b.kind == "paragraph"), 0)
    head = DATELINE.match(item.text, first, first + 120)
    named = parties.within(passage.document, first if head is None else head.end(), passage.start)
    title = next((b for b in item.blocks if b.kind == "title"), None)
    if title is not None:
        named = [*parties.within(passage.document, title.start, title.end), *named]
    named = [m for m in named if not stands_between(material, m[2], between, item.outlet)]
    acting = [m for m in named if not _WITHIN.search(item.text, max(0, m[0] - 14), m[0])]
    fitting = [m[2] for m in acting if parties.get(m[2]).kind == "organisation" or _is_state(parties.get(m[2]))]
    if len(set(fitting)) < 2:
        fitting = [m[2] for m in named if parties.get(m[2]).kind == "organisation" or _is_state(parties.get(m[2]))]
    if len(set(fitting)) < 2:
        fitting = [m[2] for m in acting if parties.get(m[2]).kind in ("organisation", "place")]
    counted = Counter(p for p in fitting if parties.get(p).name.casefold() != outlet)
    before = item.text[first : passage.start].casefold()
    for party in counted:
        # `the union`, `the ministry`: by what ends its name.
        noun = parties.get(party).name.casefold().split()[-1]
        counted[party] += before.count(f"the {noun} ") if noun in BODIES | FIRMS | INSTITUTIONS else 0
    order = {p: n for n, p in enumerate(dict.fromkeys(fitting))}
    ranked = sorted(counted, key=lambda p: (-counted[p], not _is_state(parties.get(p)), order[p]))
    return tuple(ranked[:2])


def carried_on(
    finder: Finder, material: Material, passage: Passage, phrase: Phrase, word: str, offset: int
) -> tuple[str, ...]:
    """For an `it` or `they` that is the first of its kind in a sentence: the body that the one before is about."""
    parties = material.parties
    kinds = ("organisation",) if word == "it" else ("group", "organisation") if word == "they" else ()
    before = material.passages_before(passage, 1)
    if not kinds or not before or before[0].block < passage.block - 1 or before[0].is_summary:
        return ()
    if any(parties.get(m[2]).kind in kinds for m in parties.within(passage.document, passage.start, offset)):
        return ()
    clauses = finder.clauses(before[0])
    main = next((v for v in clauses.verbs if v.form == "finite" and clauses.subject(v) is not None), None)
    subject = None if main is None else clauses.subject(main)
    if subject is None or clauses.tags[subject.head] not in ("NNP", "NNPS") or subject.first > 8:
        return ()
    found = finder.who(before[0], subject)
    return found if found and all(parties.get(p).kind in kinds for p in found) else ()
