"""What a body may be called by a common noun, as far as its name says what it is: `the regulator` is no union."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import FIRMS, lexicon

_SORTS: dict[str, frozenset[str]] = {
    "union": lexicon(
        "union guild brotherhood teamsters workers engineers pilots nurses teachers drivers miners machinists "
        "musicians dockers railwaymen seafarers steelworkers journalists firefighters unison"
    ),
    "court": lexicon("court tribunal"),
    "council": lexicon("council borough"),
    "ministry": lexicon("ministry department secretariat treasury"),
    "regulator": lexicon("commission authority agency inspectorate ombudsman regulator administration bureau watchdog"),
    "parliament": lexicon("parliament congress senate assembly duma knesset bundestag"),
    "party": lexicon("party democrats republicans conservatives liberals greens labour"),
    "media": lexicon(
        "news times post herald radio press tribune gazette newswire ledger chronicle courier argus guardian "
        "television telegraph newspaper journal mercury sentinel"
    ),
    "school": lexicon("university school college academy institute"),
    "police": lexicon("police constabulary"),
    "army": lexicon("army navy military brigade front movement militia battalion regiment forces"),
    "league": lexicon(
        "association federation forum league society alliance chamber confederation coalition committee campaign "
        "foundation charity church diocese parish"
    ),
    "service": lexicon("service services hospital clinic museum library"),
    "firm": lexicon(
        "inc plc ltd llc corp corporation co company ag sa nv gmbh holdings airlines airways air motors energy group "
        "bank partners capital industries foods"
    ),
}
"""Words of a name that say of what sort its bearer is."""
_OF_WORD = {word: sort for sort, words in _SORTS.items() for word in sorted(words)}
_CALLED: dict[str, frozenset[str]] = {
    "union": lexicon("union league"),
    "guild": lexicon("union league"),
    "regulator": lexicon("regulator service ministry council"),
    "watchdog": lexicon("regulator service ministry council league"),
    "authority": lexicon("regulator service ministry council"),
    "agency": lexicon("regulator service ministry media firm"),
    "department": lexicon("ministry police service"),
    "court": lexicon("court"),
    "tribunal": lexicon("court"),
    "council": lexicon("council league"),
    "university": lexicon("school"),
    "school": lexicon("school"),
    "college": lexicon("school"),
    "charity": lexicon("league service"),
    "nonprofit": lexicon("league service school"),
    "association": lexicon("league union"),
    "federation": lexicon("league union"),
    "society": lexicon("league"),
    "hospital": lexicon("service"),
    "army": lexicon("army"),
    "military": lexicon("army"),
    "airline": lexicon("firm"),
    "operator": lexicon("firm service regulator"),
    "utility": lexicon("firm service regulator"),
    "bank": lexicon("firm"),
    "publisher": lexicon("firm media"),
    "broadcaster": lexicon("firm media"),
    "buyer": lexicon("firm service league"),
    "bidder": lexicon("firm league"),
    "lender": lexicon("firm league"),
    "employer": frozenset(_SORTS),
    "developer": lexicon("firm council"),
    "supplier": lexicon("firm"),
    "fund": lexicon("firm league"),
    "club": lexicon("firm league"),
    "studio": lexicon("firm"),
    "group": frozenset(_SORTS),
}
"""For a noun the sorts of bodies that are called so; a noun for a firm that is missing stands for firms alone."""
_FIRM = frozenset({"firm"})
_WORD = re.compile(r"[^\W\d_]+")
_HANGS = re.compile(r"\s(?:of|for|in|at|on)\s")


def sort_of(name: str) -> str | None:
    """Of what sort a body is by the words of its name, the last one before `of` first; None where they do not say.

    >>> sort_of("Bank of the Harbour Workers")
    'firm'
    >>> sort_of("Vesta Lines") is None
    True
    """
    for part in _HANGS.split(name):
        found = [_OF_WORD[w] for w in _WORD.findall(part.casefold()) if w in _OF_WORD]
        if found:
            return found[-1]
    return None


def may_be_called(name: str, noun: str) -> bool:
    """Whether a text may go on with a body of this name by a noun with `the`."""
    sort = sort_of(name)
    if sort is None:
        return True
    called = _CALLED.get(noun, _FIRM if noun in FIRMS else None)
    return called is None or sort in called


def is_called(name: str, noun: str) -> bool:
    """Whether a name says that its bearer is what the noun means, as a commission is a regulator."""
    sort = sort_of(name)
    return sort is not None and sort in _CALLED.get(noun, _FIRM if noun in FIRMS else frozenset())
