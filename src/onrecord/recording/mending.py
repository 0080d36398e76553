"""Part-of-speech tags put right where the words around show that they are wrong (`its bid`, `could double it`)."""

from __future__ import annotations

from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import lexicon
from onrecord.recording.mending_wants import wanting
from onrecord.recording.tagged import Tagged

NOMINAL = lexicon("NN NNS NNP NNPS CD $ FW")
INNER = NOMINAL | lexicon("DT PDT PRP$ JJ JJR JJS POS VBN VBG")
VERBS = lexicon("VB VBD VBN VBG VBP VBZ")
"""Tags of words that stand in noun phrases, and of verbs."""
NOT = lexicon("not n't n’t never no longer")
OBJECT_CONTROL = lexicon(
    """ask tell order urge call force press press push want allow let enable invite instruct direct require request
    advise warn persuade convince pressure get give help permit authorize authorise expect appeal implore beg command
    compel summon prompt lead encourage challenge"""
)
"""Verbs whose object does what the infinitive after it says."""


_SETTLED = lexicon("IN DT PDT NNP NNPS PRP PRP$ CC CD TO POS WDT WP WP$ WRB EX JJR JJS RBR RP . , : ( ) $")
"""Tags that no rule changes."""
_NO_NOUNS = lexicon("denies refutes rebuts rejects dismisses contradicts")
"""Forms that are verbs wherever they stand."""


def mended(s: Tagged) -> list[str]:
    """The tags, where what stands before a word shows that it is a noun and not the verb it looks like (`its bid`)."""
    tags = wanting(s, list(s.tags))
    for i in range(1, len(tags)):
        if s.lower[i] == "operating" and s.lower[i - 1] == "chief":
            tags[i] = "JJ"
    for i in range(1, len(tags)):
        if tags[i] in _SETTLED and s.lower[i] not in _NO_NOUNS:
            continue
        if (
            s.words[i] in ("'", "’")
            and s.ends[i - 1] == s.starts[i]
            and s.lower[i - 1].endswith("s")
            and tags[i - 1][:2] == "NN"
        ):
            # `the workers’ demands`; a quotation that ends here is followed by a comma or a verb.
            follows = tags[i + 1] if i + 1 < len(tags) else "."
            tags[i] = "POS" if follows in NOMINAL or follows in ("JJ", "JJS", "JJR") else tags[i]
            continue
        if tags[i] in ("NN", "JJ") and s.words[i].islower() and (tags[i - 1] == "TO" or _asked_to(s, tags, i)):
            tags[i - 1], tags[i] = "TO", "VB"
            continue
        following = tags[i + 1] if i + 1 < len(tags) else "."
        if tags[i] == "MD" and s.words[i] == "May" and following == "CD":
            tags[i] = "NNP"
            continue
        if (
            tags[i] in ("JJ", "NN")
            and tags[i - 1] == "MD"
            and s.words[i].islower()
            and following in ("DT", "PRP$", "CD", "TO", ".", "RB", "IN")
        ):
            # `would tender its shares`
            tags[i] = "VB"
            continue
        if s.lower[i] in _NO_NOUNS:
            tags[i] = "VBZ"
            continue
        if tags[i] == "VBN" and _after_insertion(s, tags, i - (s.lower[i - 1] in _ALSO), i):
            # `The council, a body of nine states, appealed to both`
            tags[i] = "VBD"
            continue
        adjective = s.lower[i] in _LIKE_ADJECTIVES and tags[i] in ("JJ", "NN", "RB")
        if adjective and following in ("NNP", "DT", "PRP$", "CD") and _body_demanded(s, tags, i):
            # `recommended in May that the board close two schools`
            tags[i] = "VB"
            continue
        if s.lower[i] == "hand" and s.lower[i - 1] in ("to", "and") and s.lower[i + 1 : i + 2] in _OVER:
            # `to hand over the crew`
            tags[i - 1], tags[i] = ("TO" if s.lower[i - 1] == "to" else tags[i - 1]), "VB"
            continue
        times = s.lower[i + 1 : i + 2] in (["this"], ["next"])
        plain = tags[i] == "VBP" or (tags[i] == "VB" and (following in (".", ",", "IN") or times))
        if plain and s.lower[i] not in _AUXILIARIES and _after_one(s, tags, i):
            # `a federal pay hike`: no verb in the plural follows one thing.
            tags[i] = "NN"
            continue
        if tags[i] in ("VB", "VBP", "VBD") and s.lower[i] in _UNCHANGED and _after_be(s, i):
            # `must be shut at once`
            tags[i] = "VBN"
            continue
        if s.lower[i] == "open" and tags[i] == "NN" and tags[i - 1] in NOMINAL and following in ("IN", ",", "."):
            # `keeps its offer open until`
            tags[i] = "JJ"
            continue
        if (
            tags[i] == "NN"
            and s.words[i].islower()
            and following not in ("VBD", "VBZ", "VBP", "MD", "NN")
            and _demanded(s, tags, i)
        ):
            # `demanded that Norrvik hand over the list`
            tags[i] = "VB"
            continue
        if (
            tags[i] == "NNS"
            and s.words[i].islower()
            and _wants_verb(s, tags, i)
            and following not in ("VBD", "VBZ", "VBP", "MD")
        ):
            # `unless Nord Air agrees`
            tags[i] = "VBZ"
            continue
        if (
            tags[i] == "NNS"
            and s.lower[i] in _RUNS
            and tags[i - 1] in ("NN", "NNP")
            and following in ("IN", "RB", "NNP", "PRP$", "DT")
        ):
            # `the offer lapses on May 20`
            tags[i] = "VBZ"
            continue
        if tags[i] == "RB" and tags[i - 1] == "MD" and following in ("DT", "PRP$", "CD") and s.lower[i] not in NOT:
            # `could double the cost`
            tags[i] = "VB"
            continue
        if tags[i] == "NN" and s.lower[i] in _THINKS and tags[i - 1] in ("NNS", "NNP", "NNPS") and following == "IN":
            # `Insurers fear that`
            tags[i] = "VBP" if s.lower[i + 1] == "that" else tags[i]
            continue
        if tags[i] not in VERBS or tags[i] == "VBG" or (tags[i] in ("VBN", "VBD") and s.lower[i].endswith("ed")):
            continue
        follows = tags[i + 1] if i + 1 < len(tags) else "."
        if tags[i] in ("VBZ", "VB", "VBP") and s.lower[i - 1] in _DETERMINERS:
            # No verb follows an article: `the rebels left`.
            tags[i] = "NNS" if tags[i] == "VBZ" else "NN"
        elif tags[i] == "VBZ":
            plural = s.lower[i].removesuffix("s") in _BOTH or (follows == "TO" and "DT" in tags[max(0, i - 3) : i])
            if (
                plural
                and tags[i - 1] in ("JJ", "DT", "PRP$", "POS", "VBN", "NNP")
                and follows in (",", ".", "IN", "CC", "TO")
            ):
                tags[i] = "NNS"
        elif (tags[i - 1] in ("PRP$", "POS") and follows not in INNER) or (
            tags[i] in ("VB", "VBP") and tags[i - 2 : i] in (["DT", "JJ"], ["PRP$", "JJ"])
        ):
            tags[i] = "NN"
        elif tags[i - 1] in _BEFORE_NOUN and s.lower[i] in _BOTH and follows not in ("DT", "PRP", "PRP$"):
            start = i - 1
            while start > 0 and (tags[start] in ("JJ", "NN", "CD", "NNP", "$") or s.words[start] == "-"):
                start -= 1
            if tags[start] in ("DT", "PRP$", "POS", "IN"):
                tags[i] = "NN"
    return tags


_ALSO = lexicon("also later then again")
_OVER = (["over"], ["back"], ["in"], ["out"])
_AUXILIARIES = lexicon("are have do were")
_UNCHANGED = lexicon("shut put cut set shed split hurt let hit spread burst cast")
"""Verbs whose participle is their plain form."""
_ONE = lexicon("a an another each every")


def _after_one(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a word ends a phrase that opens with `a` and has a noun before it (`a federal minimum-wage | hike`)."""
    at = i - 1
    while at > 0 and tags[at] in ("JJ", "NN", "NNS", "CD"):
        at -= 1
    return tags[i - 1] in ("NN", "NNS") and s.lower[at] in _ONE


_OPENS = lexicon("after that and while as because when before since but")
_FINITE = lexicon("VBD VBZ VBP MD")
_UNDERGOES_NOTHING = lexicon(
    "appeal agree offer refuse decline vow promise threaten fail stand vote insist continue begin try hope want seek "
    "apologise apologize respond reply resign quit object call plead press push"
)
"""Verbs whose past form after an insertion is no passive, though no object follows."""


def _after_insertion(s: Tagged, tags: list[str], begin: int, i: int) -> bool:
    """Whether a past form goes on with the subject before what commas set off: it has an object, or needs none.

    `begin` is the word after the closing mark; only an adverb may stand between it and the form at `i`.
    """
    mark = s.lower[begin - 1] if begin else ""
    if mark not in (",", "—", "–", "--"):
        return False
    follows = tags[i + 1] if i + 1 < len(tags) else "."
    objects = ("DT", "PRP$", "CD", "$", "PRP", "NNP") if begin < i else ("DT", "PRP$", "CD", "$", "PRP")
    if follows not in objects and lemma(s.lower[i]) not in _UNDERGOES_NOTHING:
        return False
    at = next((j for j in range(begin - 2, max(0, begin - 30), -1) if s.lower[j] == mark), None)
    if at is None or tags[at - 1] not in NOMINAL or s.lower[i + 1 : i + 2] == ["by"]:
        return False
    for j in range(at - 1, -1, -1):
        if tags[j] in _FINITE:
            return False
        if s.lower[j] in _OPENS:
            break
    return True


def _after_be(s: Tagged, i: int) -> bool:
    """Whether `be` stands before a word, with at most an adverb between."""
    at = i - 1 - (i > 1 and s.lower[i - 1].endswith("ly"))
    return s.lower[at] in ("be", "been", "being", "is", "are", "was", "were")


def _asked_to(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a word after `to` ends what somebody is asked to do (`asked the League to arbitrate`)."""
    follows = tags[i + 1] if i + 1 < len(tags) else "."
    if s.lower[i - 1] != "to" or follows not in (".", ",", "IN", "DT", "PRP$", "NNS", "CD", "PRP"):
        return False
    verbs = OBJECT_CONTROL if follows in (".", ",", "IN", "DT") else _COMMANDS
    return any(
        t in VERBS and lemma(w) in verbs
        for w, t in zip(s.words[max(0, i - 10) : i - 1], tags[max(0, i - 10) : i - 1], strict=True)
    )


_RUNS = lexicon("lapses expires ends closes keeps extends rejects accepts insists stands")


_LIKE_ADJECTIVES = lexicon("close open free lower clear clean empty slow")


def _body_demanded(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a subject of a few words stands between a word and the `that` of something demanded."""
    at = i - 1
    while at > 0 and i - at < 5 and tags[at] in ("NN", "NNS", "NNP", "JJ", "DT", "POS"):
        at -= 1
    demands = (lemma(w) in _DEMANDS for w in s.words[max(0, at - 4) : at])
    return at < i - 1 and s.lower[at] == "that" and any(demands)


def _demanded(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether only a name stands between `demanded that` and the word at `i`."""
    at = i - 1
    while at > 0 and tags[at] in ("NNP", "NNPS"):
        at -= 1
    return 1 <= at < i - 1 and s.lower[at] == "that" and lemma(s.words[at - 1]) in _DEMANDS


_DEMANDS = lexicon("demand insist request recommend propose ask order urge require suggest")


def _wants_verb(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether only a name stands between a word that opens a clause and the word at `i`."""
    at = i - 1
    while at > 0 and tags[at] == "NNP":
        at -= 1
    return at < i - 1 and s.lower[at] in ("unless", "until", "if", "because", "once", "when", "provided")


_COMMANDS = lexicon("ask tell order urge press instruct direct command require request implore beg compel persuade")
_THINKS = lexicon("fear hope claim report worry charge doubt estimate guess plan promise warn")
_DETERMINERS = lexicon("the a an some no every each these those")
_BEFORE_NOUN = lexicon("DT JJ NN NNP CD")
_BOTH = lexicon(
    "bid offer call demand request order plan strike report claim appeal proposal deal talk vote threat charge"
)
"""Words that are as often nouns as verbs."""
