"""Verbs that elsewhere tell what one party does to another, and here do not: `met the [target]`, `shares [closed] up`.

Their words are those of a deed; what goes with them makes of it what befalls a thing, a name, a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation import event_recipients
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup

_MET = frozenset(
    "challenge condition cost criterion deadline demand disaster expectation forecast goal guideline limit need "
    "objective obligation quota regulation requirement rule standard target threshold".split()
)
"""What is met without a meeting."""
_AT_THE_CLOSE = frozenset({"up", "down", "at", "higher", "lower", "flat", "unchanged", "above", "below", "mixed"})


def is_no_deed(sentence: Sentence, group: VerbGroup, theme: tuple[int, int] | None, nouns: Sequence[str]) -> bool:
    """Whether a verb that else tells a deed tells something of a thing: `met the [target]`, `shares [closed up] 3
    cents`, `the storm [threatened to flood] it`, `is [bent on] winning`.

    Args:
        sentence: the sentence.
        group: the verb.
        theme: its object, as words.
        nouns: the nouns of that object.
    """
    if group.lemma == "meet":
        return not _MET.isdisjoint(nouns)
    if group.lemma == "close":
        return not group.passive and sentence.lower[group.last : group.last + 1] != [] and (
            sentence.lower[group.last] in _AT_THE_CLOSE
        )
    if group.lemma == "tackle":
        # `tackle the shortage`
        return theme is None or not event_recipients.is_party(sentence, *theme)
    if group.lemma == "call":
        return _only_names(sentence, group)
    if group.lemma == "bar" and group.form == "gerund":
        # `barring an upset`, where it is a preposition
        return theme is not None and sentence.lower[theme[0]] in ("a", "an", "any", "some", "further", "last-minute")
    if group.lemma in _CONTESTED and is_of_contest(sentence, group.lemma):
        return True
    if group.lemma == "strike" and sentence.tags[group.last : group.last + 1] == ["PRP"]:
        # `It [strikes] me as odd`
        return sentence.lower[group.last + 1 : group.last + 2] == ["as"]
    if group.lemma == "capture":
        return not _NOT_CAPTURED.isdisjoint(nouns)
    if group.lemma == "host":
        return not _SHOWS.isdisjoint(nouns)
    if group.lemma == "take" and "to" in sentence.lower[group.last : group.last + 2]:
        # `was [taken] to hospital`, `[takes] time to heal`
        return _OUTDOORS.isdisjoint(sentence.lower[group.last : group.last + 6])
    if group.lemma in ("lay", "pick"):
        return _is_put_or_got(sentence, group, theme)
    if group.lemma == "oppose" and group.head and sentence.lower[group.head - 1] == "as":
        # `a truce [as opposed] to a treaty`
        return True
    if group.lemma == "bend":
        return group.passive
    if group.lemma == "threaten" and not group.passive and sentence.lower[group.last : group.last + 1] == ["to"]:
        who = subject(sentence, group)
        return who is not None and sentence.tags[who.first] not in ("PRP", "WP", "WDT") and not (
            event_recipients.is_party(sentence, who.first, who.head)
        )
    return False


_NOT_CAPTURED = frozenset(
    "attention audience crown essence feeling footage frustration heart imagination image medal mind moment mood "
    "nomination photo photograph picture prize sense share spirit title trophy video vote".split()
)
"""What is captured without a fight."""
_SHOWS = frozenset(
    "award broadcast ceremony contest emmy gala game grammy oscar party podcast program programme series show".split()
)
"""What is hosted without anybody being met."""
_OUTDOORS = frozenset(
    "street streets square squares road roads barricades avenues court task custody hostage prisoner action aim steps "
    "measures part".split()
)
"""What is taken to in protest, or to have somebody blamed."""
_CONTESTED = frozenset("attack batter battle beat bomb crush fight hit rout shoot storm strike thrash".split())
"""Verbs of a fight that tell of matches and votes as well."""
_OF_MATCHES = frozenset(
    "batsman championship fastball goalkeeper grandslam halftime half-time heavyweight homer infielder inning innings "
    "linebacker midfielder mlb nba nfl nhl outfielder pitcher playoff playoffs quarterback quarter-final quarterfinal "
    "quarterfinals semi-final semifinal semifinals shutout striker tiebreak touchdown touchdowns tournament uefa "
    "wicket wickets".split()
)
"""Words of sport that are of nothing else."""
_OF_GAMES = frozenset(
    "champion champions club coach cup fans final finals game games goal goals league match points round season "
    "team title victory win".split()
)
"""Words two of which show that a sentence is about a match."""
_OF_VOTES = frozenset(
    "ballot caucus caucuses election head-to-head matchup matchups nomination polls primaries primary".split()
)
_OF_HARM = frozenset(
    "ambulance army bullet charged court gun guns hospital injured killed knife military murder officers police "
    "soldiers troops wounded".split()
)
"""Words that show that somebody was hurt in earnest."""
_SCORE = re.compile(r"(?<![\d–-])\d{1,2}[-–]\d{1,2}(?![\d–-]|\s?(?:day|hour|per|vote|year))")


def is_of_contest(sentence: Sentence, verb: str) -> bool:
    """Whether a sentence tells of a match, or for `beat` and `battle` of a vote: `Orrville [beat] Lund 3-1`."""
    words = set(sentence.lower)
    if not words.isdisjoint(_OF_HARM):
        return False
    if not words.isdisjoint(_OF_MATCHES) or _SCORE.search(sentence.text, sentence.start, sentence.end):
        return True
    if verb in ("beat", "battle") and not words.isdisjoint(_OF_VOTES):
        return True
    return len(words & _OF_GAMES) > 1


def _is_put_or_got(sentence: Sentence, group: VerbGroup, theme: tuple[int, int] | None) -> bool:
    """Whether `lay` and `pick` are not of people who lose their work or are taken away: `laid her to rest`, `[picked]
    up speed`."""
    party = theme is not None and event_recipients.is_party(sentence, *theme)
    if group.lemma == "pick":
        return sentence.lower[group.last : group.last + 1] == ["up"] and not party
    end = group.last if theme is None or group.passive else theme[1]
    return party and "off" not in sentence.lower[group.last : end + 1]


def _only_names(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether `called` only gives the name of a thing: `opened a shop [called] Lund`."""
    first = sentence.phrase_to.get(group.first)
    alone = group.first == group.head and sentence.lower[group.head] == "called"
    if first is None or not alone or not sentence.groups_before(first):
        return False
    several = sentence.tags[first][:2] in ("JJ", "NN") and sentence.tags[group.first - 1] == "NNS"
    some = sentence.lower[first] in ("a", "an") or several
    named = sentence.tags[group.last : group.last + 2]
    return some and (named[:1] in (["NNP"], ["``"]) or named == ["DT", "NNP"])


def is_by_number(sentence: Sentence, k: int) -> bool:
    """Whether the word before word `k` is a number, or a day comes after it: `turned 50 [on] Friday`."""
    day = sentence.lower[k] == "on" and sentence.lower[k + 1 : k + 2] != [] and sentence.lower[k + 1] in CALENDAR
    return day or sentence.tags[k - 1] == "CD"
