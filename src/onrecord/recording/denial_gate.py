"""Which denials are sure enough to be put on record: those that tell who denies, and what.

`The firm denied the report` tells only that somebody denies something. Unless what he denies was found before it, such
a line stays a statement, and is no denial of a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.claim_words import CALLING
from onrecord.recording.denial import Denial
from onrecord.recording.denial_doers import TITLED
from onrecord.recording.denial_lines import says_what
from onrecord.recording.denial_words import SAID
from onrecord.recording.material import Material
from onrecord.recording.statements import Told
from onrecord.recording.wording import has_verb, without_dateline

_OWNERS = r"(?:(?:an?|the|his|her|their|its|our|my|company|campaign|family|team|club|press|media|defen[cs]e)\s)*"
_SOMEBODYS = re.compile(
    rf"{_OWNERS}(?:(?-i:[a-z]+)['’]s?\s)?"
    r"(?:famil(?:y|ies)|spokes(?:man|woman|person|people)|lawyers?|attorneys?|aides?|advis[eo]rs?|representatives?|reps?"
    r"|relatives?|parents?|mother|father|brothers?|sisters?|wife|husband|widow|son|daughter|friends?|colleagues?|clients?"
    r"|supporters?|members?|followers?|leaders?|executives?|sides?|agents?|publicists?|managers?|management)"
    rf"|{_OWNERS}(?:teams?|company|firm|bank|club|party|union|ministry|department|government|administration|agency|council"
    r"|commission|committee|board|network|newspaper|paper|site|website|man|woman|teenager|youth|boy|girl|person|suspect"
    r"|driver|defendant|source|clinic|hospital|school|university|organi[sz]ation|group|association|church|campaign|studio"
    r"|label|office)"
    r"|(?:the\s)?(?:others?|some|many|most|several|both|all|one)",
    re.I,
)
"""A description of one whose name it leaves out, or who is somebody's, without whose (`company spokesman`)."""
_CALLED_SO = (
    (
        re.compile(r"\b(?:reports?|stor(?:y|ies)|articles?|reporting)\b", re.I),
        re.compile(r"\b(?:report|publish|wr[io]t)", re.I),
    ),
    (re.compile(r"\brumou?rs?\b", re.I), re.compile(r"\brumou?r", re.I)),
)


_DEFINITE = re.compile(r"(?:the|his|her|its|their)\s|[^,;]{0,40}?['’]s?\s", re.I)
_SUCH = re.compile(r"(?:this|that|these|those|such)\s[a-z]", re.I)
"""Before a description that points to who was named before (`those firms`)."""
_BY = re.compile(r"\bby\s")
"""Behind a verb of denying: that who denies follows, and what is denied stands before."""
_SEVERAL = re.compile(
    r"(?:[\w-]*s|police|people|army|military|navy|force|opposition|prosecution|state|staff|crew|media|press|public"
    r"|men|women|children)\Z",
    re.I,
)
"""The last word of a description that needs no name: of several people, or of a body of which a state has one."""
_BODY = re.compile(
    r"\b(?:embassy|consulate|mission|ministry|government|agency|department|office|council|court|command|authority|party"
    r"|delegation|union|association|board|committee|federation|parliament|administration|commission|company|campaign)\Z",
    re.I,
)
"""The last word for a body that a name before it tells (`the Swedish embassy`)."""
_BELONGS = re.compile(
    r"\b(?:lawyer|attorney|spokes\w+|agent|publicist|manager|brief|office|camp|campaign|team|family|estate|company|firm"
    r"|brother|sister|mother|father|wife|husband|widow|son|daughter|aide|adviser|advisor|solicitor|counsel)\Z",
    re.I,
)
"""The last word for somebody who is told by a name before it (`Ek’s lawyer`)."""
_HOUSE = re.compile(
    r"\b[A-Z][\w’'.&-]+ [A-Z][\w.&-]+ (?:clinic|hospital|school|university|airline|airport|bank|club|hotel|prison"
    r"|museum|church|college|theatre|theater|restaurant|brewery|shipyard|mine|mill|nightclub)\Z"
)
"""A proper name with the noun for the house that it is of (`Orland Harbour clinic`)."""
_POSSESSIVE = re.compile(r"['’]s?\s[a-z]")
_NO_NAME = re.compile(
    rf"(?-i:(?:[A-Z’']{{2,}}\s){{2}}.*[a-z])|(?:he|she|they|it|we|i|you|his|her|their|its)\b|(?-i:{'|'.join(sorted(SAID))})\s",
    re.I,
)
"""What was taken for a name, or a part of one, and is none: a heading in capitals, a pronoun, what is denied."""


def known_among(material: Material, denial: Denial) -> tuple[str, ...]:
    """Those of who deny whom the text tells: by a name, or by a description that leaves out nothing.

    `The candidate` and `the group’s leader` have a name that the text gives somewhere else.
    """
    parties = material.parties
    if denial.passage.is_summary and not all(
        parties.is_named(p) and _ends_in_name(parties.get(p).name) for p in denial.by
    ):
        # Headlines tell shortly what the body tells with names.
        return ()
    text = material.documents[denial.passage.document].document.text
    if _SUCH.match(text, denial.start, denial.at) and _BY.search(text, denial.at, denial.end) is None:
        return ()
    definite = _DEFINITE.match(text, denial.start, denial.at) is not None
    known = []
    for party in denial.by:
        name = parties.get(party).name
        last = re.split(r"\s(?:of|for|in|at|from|with|who|on)\s", name, maxsplit=1)[0]
        body = _BODY.search(last) is not None and (last != last.casefold() or "’s " not in last.replace("'", "’"))
        whose = _POSSESSIVE.search(name)
        owner = "" if whose is None else name[: whose.start()].split()[-1]
        owned = owner[:1].isupper() and _BELONGS.search(last) is not None
        pointed = definite or (_PRONOUN.match(text, denial.start) is not None and name == name.casefold())
        of = (pointed or whose is not None) and not name.istitle() and not owned
        told = _SOMEBODYS.fullmatch(name) is None and (not of or body or _SEVERAL.search(last) is not None)
        proper = _ends_in_name(name) or _HOUSE.search(name) is not None
        named = parties.is_named(party) and proper and _SOMEBODYS.fullmatch(name) is None
        if (named or told) and not _NO_NAME.match(name):
            known.append(party)
    return tuple(known)


def names_its_subject(material: Material, denial: Denial) -> bool:
    """Whether the pronoun that opens what is denied can be who denies it: no person is an `it`, no firm a `he`."""
    opens = _PRONOUN.match(denial.what)
    party = material.parties.get(denial.by[0])
    if opens is None or len(denial.by) > 1 or re.search(r"['’]s?\s", party.name):
        return True
    person = party.kind == "person" or TITLED.match(party.name) is not None
    pronoun = opens["pronoun"].casefold()
    return person if pronoun in ("he", "she") else not person


_PRONOUN = re.compile(r"(?:that\s)?(?P<pronoun>he|she|it|they)\s", re.I)


def _ends_in_name(name: str) -> bool:
    """Whether it is a name to its last word, and no description that holds one (`Acting Harbour director`)."""
    last = name.split()[-1]
    return last != last.casefold()


def is_called_so(what: str, told: Sequence[Told]) -> bool:
    """Whether what a denial points back to is called after how it was told (`The Courier reported …`: `the report`)."""
    return any(
        noun.search(what) and any(cue.search(t.statement.cue) or t.statement.source_kind == "outlet" for t in told)
        for noun, cue in _CALLED_SO
    )


def line_of(denial: Denial) -> str | None:
    """What a denial that repeats no claim denies, as a line of its own; None where its words do not tell it."""
    if denial.meant and _SUBORDINATE.search(denial.meant):
        return None
    if denial.meant:
        return without_dateline(denial.meant)
    if denial.points_back or denial.contrary or denial.what == "guilt" or not says_what(denial.what):
        return None
    return denial.what


_ACCUSATION = re.compile(
    r"\b(?:allegation|accusation|charge|claim|criticism|assertion|complaint)(?P<several>s)?\b", re.I
)
_ACCUSES = re.compile(r"(?:accus|alleg|charg|claim|blam|complain|suspect|criticis)", re.I)
_TRUE = re.compile(
    r"\b(?:reports?|reporting|account|story|article|version|claims?)\b.{0,40}"
    r"\b(?:accurate|true|correct|false|untrue|wrong)\b"
)
_SUBORDINATE = re.compile(r"\b(?:because|after|when|while|since|if|although|though|before|until)\b")
_ASIDE = re.compile(r"(?:--|—|–|,)\s?(?:which|who|whose)\b")


def is_of_truth(text: str) -> bool:
    """Whether a claim is of what was said, not what was said itself (`maintained that its report was accurate`)."""
    return _TRUE.search(text) is not None


def may_mean(material: Material, denial: Denial, text: str, told: Sequence[Told]) -> bool:
    """Whether a denial that points back may point to what statements say: in the two sentences before or its own.

    Allegations that it does not name must be told as such; what somebody believes or expects nobody has said, and words
    that are no clause (`the firm, which is known for …`) say nothing.
    """
    low = min((p.start for p in material.passages_before(denial.passage, 2)), default=denial.passage.start)
    near = [t for t in told if t.document == denial.passage.document and low <= t.start < denial.at]
    near = [t for t in near if t.statement.stance in ("asserts", "alleges", "confirms")]
    aside = _ASIDE.search(text)
    if not near or (aside is not None and not has_verb(text[: aside.start()])):
        return False
    if denial.meant and _SUBORDINATE.search(text):
        # `it sank because they were drunk, which he denies`: that it sank, or why?
        return False
    accusation = _ACCUSATION.search(denial.what)
    if accusation is None:
        return True
    if any(
        t.statement.stance == "alleges" or _ACCUSES.search(t.statement.cue) or CALLING.search(t.statement.cue)
        for t in near
    ):
        return True
    names = [material.parties.get(p).name.split()[-1] for p in denial.by]
    return accusation["several"] is None and any(n in t.statement.text for t in near for n in names)
