"""Tags that what stands around a word puts right before phrases and verbs are read off them.

`On Tuesday Lund offered`: the day is no part of the name after it. `a 7 per cent rise` is one phrase. `met Ek and
called on the mill to wait` tells two things done.
"""

from __future__ import annotations

from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.tagged import Tagged

_DAYS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december"
)
_ASKS = lexicon("called appealed pleaded pushed pressed campaigned lobbied petitioned asked urged")
_SAYS = lexicon("wants seeks demands asks offers calls orders urges proposes rejects accepts insists requests")
_OBJECTS = lexicon("DT CD PRP$ NNP PRP TO")
_TOLD = (["VBD"], ["VBN"], ["VBZ"], ["VBG"], ["VBP"])
_NOUNS = lexicon("NN NNS NNP NNPS")
_DEMANDS = lexicon(
    "demand demands demanded demanding insist insists insisted insisting request requests requested requesting "
    "recommend recommends recommended recommending propose proposes proposed proposing urge urges urged urging suggest "
    "suggests suggested suggesting ask asks asked asking order orders ordered ordering"
)
_QUOTES = frozenset(['"', "“", "‘", "``"])
_BEFORE_DAY = lexicon("on in last next since this late early")
_GOVERNED = lexicon("on upon for to with")
_SURE = lexicon("DT PDT CC CD IN TO MD NNP NNPS PRP PRP$ WP WP$ WDT WRB POS EX VB VBG JJR JJS RBR . , : ( ) $")
_DOUBTFUL = _DAYS | _QUOTES | {"per", "to", "that"}
"""Tags that no rule below changes but for these words."""


def settled(s: Tagged) -> list[str]:
    """The tags of a sentence, put right."""
    tags, words = list(s.tags), s.lower
    past = False
    for i, word in enumerate(words):
        if tags[i] in _SURE and word not in _DOUBTFUL:
            continue
        following = tags[i + 1] if i + 1 < len(tags) else "."
        if word in _DAYS and i and words[i - 1] in _BEFORE_DAY and following == "NNP" and words[i + 1] not in _DAYS:
            tags[i] = "RB"
        elif word == "per" and words[i + 1 : i + 2] == ["cent"]:
            tags[i : i + 2] = ["NN", "NN"]
        elif word == "to" and tags[i] == "IN" and following == "RB" and tags[i + 2 : i + 3] == ["VB"]:
            tags[i] = "TO"
        elif word == "to" and tags[i] == "IN" and words[i + 1 : i + 2] and words[i + 1] in _QUOTES:
            tags[i] = "TO" if tags[i + 2 : i + 3] == ["VB"] else "IN"
        elif tags[i] == "NNS" and tags[i - 1 : i] == ["NNP"] and word in _SAYS and following in _OBJECTS:
            # `Nord Air wants a five-year deal`
            tags[i] = "VBZ"
        elif word in _QUOTES and i and tags[i - 1] in ("TO", "MD") and following in ("VB", "RB"):
            # `called on him to “testify at once”`
            tags[i] = "RB"
        elif tags[i] == "VBZ" and tags[i - 1 : i] == ["NNP"] and is_people(word) and following in ("VB", "VBP", "TO"):
            # `let Danish engineers inspect it`
            tags[i] = "NNS"
        elif word == "to" and tags[i] == "IN" and tags[i - 1 : i] in _TOLD and following in ("NN", "JJ"):
            # `has proposed to divest its plants`
            if tags[i + 2 : i + 3] in (["PRP$"], ["DT"]) and s.words[i + 1].islower():
                tags[i : i + 2] = ["TO", "VB"]
        elif tags[i] == "VBD" and following in (".", ",", "IN", "RB") and _wished(words, tags, i):
            # `wants the minister sacked`
            tags[i] = "VBN"
        elif tags[i] == "VBZ" and tags[i - 1 : i] == ["NN"] and following in ("VB", "VBP"):
            # `asked that the survey ships leave`
            tags[i] = "NNS"
        elif tags[i] in ("JJ", "NN", "RB") and following in ("DT", "PRP$") and i and _demanded(words, tags, i):
            # `proposed that the council close the bridge`
            tags[i] = "VB"
        elif word == "that" and tags[i] == "DT" and words[i - 1] in ("and", ",") and "that" in words[:i]:
            # `demanded that it pay, that prices be capped and that Ek resign`
            tags[i] = "IN" if following[:2] in ("NN", "PR", "DT") else "DT"
        elif tags[i] == "VBN" and past and word in _ASKS and words[i - 1] in ("and", "but") and s.lower[i + 1 : i + 2]:
            tags[i] = "VBD" if words[i + 1] in _GOVERNED or following in ("NNP", "DT", "PRP", "PRP$", "NNS") else "VBN"
        past = past or tags[i] == "VBD"
    return tags


def _demanded(words: list[str], tags: list[str], i: int) -> bool:
    """Whether nothing but a subject stands between a verb of demanding with `that` and the word at `i`."""
    if tags[i - 1] not in _NOUNS:
        return False
    for at in range(i - 1, max(0, i - 9), -1):
        if words[at] == "that":
            return any(w in _DEMANDS for w in words[max(0, at - 4) : at])
        if tags[at][:2] not in ("NN", "DT", "PR", "JJ", "PO", "IN"):
            return False
    return False


def _wished(words: list[str], tags: list[str], i: int) -> bool:
    """Whether nothing but a phrase stands between `want` and the word at `i`."""
    for at in range(i - 1, max(-1, i - 6), -1):
        if words[at] in ("want", "wants", "wanted"):
            return at < i - 1
        if tags[at][:2] not in ("NN", "DT", "JJ", "PR", "PO", "CD"):
            return False
    return False
