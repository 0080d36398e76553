"""Tags put right around what somebody wants: `The text calls upon`, `to free nine men`, `that Norvik hand back ships`.

These are forms that are as often a noun or an adjective as a verb, and that the words of wanting around them settle.
"""

from __future__ import annotations

from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.tagged import Tagged

_NAMES = lexicon("NN NNS NNP NNPS CD")
_FINITE = lexicon("VBD VBZ VBP MD")
_OBJECTS = lexicon("DT PRP$ CD PRP PRP$ $")
_WANTING = lexicon("wants calls demands requests urges asks seeks orders offers insists appeals proposes")
"""Forms that are a verb where a subject without an article of its own stands before them."""
_WILLING = lexicon("prepared ready willing refused refuses wants want wanted offered offers vowed")
_ADJECTIVES = lexicon("free open clear close clean empty lower slow clear")
_MADE = lexicon("made sent published released obtained seen written dated signed filed read issued given posted")
_RELATIVES = lexicon("who which")
_WANTED = lexicon("want demand seek ask urge call insist plan plead propose")
_AWAY = lexicon("over back out up down in off aside")
_DEMANDS = lexicon("demand insist request recommend propose ask order urge require")
_DOES = lexicon(
    "fire free name release stop halt end cut ban share report return lift fund scrap review open close sack "
    "limit cap raise cancel reform repair test guard help aid back double replace supply pay sign finance waive "
    "refund drop hire post order study review"
)
"""Nouns that are verbs where they go on with a list of tasks."""
_NO_NOUNS = lexicon("has is does says was")
_TELLS = lexicon(
    "say tell think know believe hope see show claim mean suggest insist warn ensure note find hear feel deny decide "
    "learn understand prove admit argue be make let help have watch expect"
)
"""Verbs that a clause without `that` may follow."""
_SETTLED = lexicon(
    "IN DT PDT PRP PRP$ CC CD TO MD POS WDT WP WP$ WRB EX RP NNPS VBG JJR JJS RBR RBS . , : ( ) $ `` ''"
)
"""Tags that no rule below changes but for these words."""
_DOUBTFUL = frozenset(["down", "executive", "mine", "―", "‒", "‐"])
_NAMES_TOO, _OBJECTS_TOO = _NAMES | {"JJ", "RB"}, _OBJECTS | _NAMES
_QUOTES = frozenset(["“", '"', "``"])
_PLURALS = lexicon("NNS NNPS")


def wanting(s: Tagged, tags: list[str]) -> list[str]:
    """The tags, with those that wanting settles put right in place."""
    for i in range(1, len(tags)):
        if tags[i] in _SETTLED and s.lower[i] not in _DOUBTFUL:
            continue
        word, before, follows = s.lower[i], tags[i - 1], tags[i + 1] if i + 1 < len(tags) else "."
        if word in _WANTING and tags[i] in ("NNS", "NN") and _tells(s, tags, i, follows):
            tags[i] = "VBZ"
        elif word == "want" and tags[i] == "NN" and before in _NAMES_TOO and (follows in _OBJECTS or follows == "TO"):
            # `Guests who fell ill want a refund`
            tags[i] = "VBP"
        elif tags[i] == "VBN" and before in _NAMES and s.lower[i + 1 : i + 2] == ["by"] and _by_a_day(s, tags, i):
            # `if the board agreed by Nov. 20`
            tags[i] = "VBD"
        elif tags[i] == "VBN" and word in _URGED and _governs(s, tags, i):
            # `has published her taxes and called on the mayor to pay`, `before the developer called for a ban`
            tags[i] = "VBD"
        elif tags[i] == "VBN" and word in _TOLD_TO and _tells_to(s, tags, i):
            # `threw out the motion and again told jurors to stay at home`
            tags[i] = "VBD"
        elif tags[i] == "VBN" and word in _PROPOSED and before == "," and follows == "TO" and "NNP" in tags[:i]:
            # `Vesta Lines, the ferry firm, proposed to buy it`
            tags[i] = "VBD"
        elif tags[i] == "NNP" and before == "DT" and word in PERSONS and follows not in _NAMES and follows != "POS":
            # `urged the Governor to drop it`
            tags[i] = "NN"
        elif word in _MADE and tags[i] == "VBD" and before == "NN" and _hung(s, tags, i):
            # `called on the board in a letter made public on Monday to meet`
            tags[i] = "VBN"
        elif tags[i] == "VBP" and before in ("NN", "NNS", "NNP", "PRP") and _let(s, tags, i):
            # `willing to let the sailors go`
            tags[i] = "VB"
        elif word in _WANTED and tags[i] in ("VB", "NN") and before == "," and _after_clause(s, tags, i - 1):
            # `Workers, who have blocked the gates so that nothing can leave, want the mill to pay`
            tags[i] = "VBP"
        elif tags[i] in ("VB", "VBP", "NN") and s.words[i - 1] in _QUOTES and s.lower[i - 2] == "to" and i > 1:
            # `asked Norway to “do what they ask”`
            tags[i - 2], tags[i] = "TO", "VB"
        elif word == "have" and tags[i] == "VB" and before in _PLURALS and follows in ("VBN", "RB", "VBD"):
            tags[i] = "VBP" if not _base(s, tags, i) else "VB"
        elif (word == "mine" and tags[i] == "PRP" and before in ("NN", "NNP", "JJ", "DT")) or (
            word == "executive" and s.lower[i - 1] == "chief"
        ):
            tags[i] = "NN"
        elif word in _ADJECTIVES and s.lower[i - 1] == "to" and follows in _OBJECTS and tags[i] in ("JJ", "NN", "RB"):
            # `72 hours to free nine men`
            tags[i - 1], tags[i] = "TO", "VB"
        elif (
            word in _DOES
            and tags[i] == "NN"
            and s.lower[i - 1] in (",", "and")
            and follows in _OBJECTS | {"NNS", "NNP"}
            and _further(s, tags, i)
        ):
            # `demanded that the port freeze the fee, refund drivers and drop charges`
            tags[i] = "VB"
        elif (
            word in _DOES
            and tags[i] == "NN"
            and s.lower[i - 1] == "and"
            and follows in _AFTER_TASK
            and _begun(s, tags, i)
        ):
            # `urged her to drop the appeal and release $31 million`
            tags[i] = "VB"
        elif word in _DOES and tags[i] in ("NN", "JJ") and s.lower[i - 1] == "," and follows in _OBJECTS | {"NNP"}:
            # `asked the board to publish the list, fire Lund and pay`
            tags[i] = "VB" if _listed(s, tags, i) else tags[i]
        elif tags[i] in ("NN", "JJ") and s.lower[i - 1] == "to" and follows == "DT" and s.lower[i + 1] in ("a", "an"):
            # `a threat to wrest a better deal`
            if s.words[i].islower():
                tags[i - 1], tags[i] = "TO", "VB"
        elif tags[i] in ("NN", "JJ") and before == "RB" and i > 1 and tags[i - 2] == "MD" and s.words[i].islower():
            # `should first hand over the crew`
            tags[i] = "VB" if follows in _OBJECTS | {"IN", "RB", "RP", "NNP", "TO"} else tags[i]
        elif word in ("―", "‒", "‐"):
            tags[i] = ":"
        elif tags[i] == "NN" and s.lower[i - 1] in ("not", "n't", "n’t") and s.lower[i - 2] in ("did", "does", "do"):
            # `did not state that`
            tags[i] = "VB"
        elif word == "down" and before == "MD" and follows == "NNS":
            tags[i] = "VB"
        elif tags[i] in ("NN", "JJ") and s.lower[i - 1] == "to" and s.lower[i - 2] in _WILLING and i > 1:
            # `was prepared to part with three mills`
            if s.words[i].islower() and follows in ("IN", "DT", "PRP$", "CD", "NNP", "."):
                tags[i - 1], tags[i] = "TO", "VB"
        elif word in _DOES and tags[i] == "NN" and follows in ("NN", "NNS", "JJ", "VBG") and _demanded(s, tags, i):
            # `demanding that police release video of it`
            tags[i] = "VB"
        elif tags[i] in ("NN", "JJ") and s.words[i].islower() and before in ("NNP", "NNPS", "NN", "NNS"):
            moves = s.lower[i + 1 : i + 2] and s.lower[i + 1] in _AWAY and follows in ("IN", "RB", "RP")
            beyond = tags[i + 2] if i + 2 < len(tags) else "."
            ends = word == "step" and moves
            if (ends or (moves and beyond in _OBJECTS | _NAMES)) and _demanded(s, tags, i):
                # `demanded that neighbouring Norvik hand back two men`
                tags[i] = "VB"
        elif tags[i] == "VBZ" and before == "NN" and _owned(s, tags, i) and follows not in _OBJECTS | {"VBN", "IN"}:
            # `to hand over their cargo lists first`
            tags[i] = "NNS"
        elif tags[i] == "VBD" and follows in ("NN", "NNS") and s.words[i - 1] in _QUOTES and tags[i - 2] == "DT":
            # `an end to the “rigged economy”`
            tags[i] = "JJ"
        elif tags[i] == "VBZ" and s.lower[i] not in _NO_NOUNS and _object_goes_on(s, tags, i, follows):
            # `to wear shorter dresses`, `for building permanent harbour bases in the north`
            tags[i] = "NNS"
    return tags


def _governs(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a past form has what it governs after it, and no auxiliary before it: then nothing is done to anybody."""
    begin = i
    while begin and (tags[begin - 1] == "RB" or s.lower[begin - 1] in ("been", "being")):
        begin -= 1
    if begin and (s.lower[begin - 1] in _AUXILIARIES or tags[begin - 1] in ("VBG", "VBN", "TO", "MD")):
        return False
    follows = s.lower[i + 1 : i + 2]
    if s.lower[i] == "called":
        return follows in (["on"], ["upon"], ["for"]) and tags[i + 2 : i + 3] not in (["IN"], ["."], [","], [])
    return bool(follows) and tags[i + 1] in ("DT", "PRP", "PRP$", "NNP", "NNPS") and tags[begin - 1 : begin] != ["IN"]


def _tells_to(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a past form goes on with `and` after another verb, and has both whom it tells and what he is to do."""
    begin = i - (tags[i - 1] == "RB")
    if s.lower[begin - 1] not in ("and", "but") or "VBD" not in tags[: begin - 1]:
        return False
    at = i + 1
    while at < min(i + 6, len(tags)) and tags[at] in _TOLD:
        at += 1
    return at > i + 1 and s.lower[at : at + 1] == ["to"] and tags[at + 1 : at + 2] == ["VB"]


_TOLD = _OBJECTS_TOO | {"PDT", "JJ", "POS"}
_TOLD_TO = lexicon("told asked ordered instructed directed advised invited begged pressed warned")
_URGED = lexicon("called urged demanded implored besought")
_PROPOSED = lexicon("proposed offered agreed vowed refused")
_AUXILIARIES = lexicon("be is are was were am has have had having 's ’s 're ’re 've ’ve 'd ’d get gets got")


def _by_a_day(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a form in a condition is followed by the day until which something is to be done, and by no doer."""
    day = s.words[i + 2] if i + 2 < len(tags) else ""
    dated = tags[i + 2 : i + 3] == ["CD"] or day.strip(".").casefold() in _DAYS
    dated = dated or s.lower[i + 2 : i + 4] == ["the", "end"]
    return dated and bool({"if", "unless", "once", "provided"} & set(s.lower[max(0, i - 8) : i]))


_DAYS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday midnight noon tomorrow january february march april may"
    " june july august september october november december jan feb mar apr aug sept oct nov dec"
)


def _object_goes_on(s: Tagged, tags: list[str], i: int, follows: str) -> bool:
    """Whether a word ends the object, without an article, of a task (`to wear | shorter dresses`)."""
    at = i - 1
    while at > 0 and i - at < 4 and tags[at] in ("NN", "NNP", "JJ", "JJR"):
        at -= 1
    if at == i - 1 or at < 1 or (tags[i - 1] not in ("JJ", "JJR") and follows in _OBJECTS | {"VBN", "JJ", "TO", "RB"}):
        return False
    task = tags[at] == "VB" and s.lower[at - 1] == "to"
    done = tags[at] == "VBG" and s.lower[at - 1] in ("for", "of", "by", "on")
    return (task or done) and lemma(s.words[at]) not in _TELLS


def _tells(s: Tagged, tags: list[str], i: int, follows: str) -> bool:
    """Whether a form of wanting is the verb of its sentence: a subject before it, no verb yet, and an object after."""
    before = tags[i - 1]
    closes = before == "," and _inserted(s, tags, i - 1)
    if not closes and before not in ("NN", "NNP", "NNPS", "CD", "RB", "PRP"):
        return False
    word, following = s.lower[i], s.lower[i + 1 : i + 2]
    begin = i
    while begin > 0 and s.lower[begin - 1] not in ("that", "which", "who", "but", ";", ":", "says", "said"):
        begin -= 1
    if not closes and any(t in _FINITE for t in tags[begin : i]):
        return False
    if not closes and begin and tags[begin - 1] == "IN" and s.lower[begin - 1] != "that":
        return False
    if word == "wants":
        return follows in _OBJECTS | _NAMES | {"TO", "JJ", "RB", "IN"}
    if following in (["on"], ["upon"]) and word in ("calls",):
        return tags[i + 2 : i + 3] != [] and tags[i + 2] in _OBJECTS | _NAMES
    return follows in ("DT", "PRP$", "PRP") or (following == ["that"] and word != "calls")


def _inserted(s: Tagged, tags: list[str], comma: int) -> bool:
    """Whether a comma closes what another one opens right after the first noun phrase of the sentence."""
    at = next((j for j in range(comma - 1, max(0, comma - 30), -1) if s.lower[j] == ","), None)
    return at is not None and tags[at - 1] in _NAMES and not any(t in _FINITE for t in tags[:at])


def _hung(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a word hangs on a noun that a preposition governs (`said in a letter | sent to`)."""
    at = i - 1
    while at > 0 and tags[at] in ("NN", "NNP", "JJ", "DT", "PRP$", "POS"):
        at -= 1
    if tags[at] != "IN" or s.lower[at] in ("that", "if", "because", "as"):
        return False
    for j in range(at - 1, -1, -1):
        if s.lower[j] in (",", "that", "who", "which", "and", "but", ";"):
            return False
        if tags[j] in _FINITE or tags[j] == "VBN":
            return True
    return False


def _let(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a word is what somebody is let do: only the object stands between it and the verb."""
    at = i - 1
    while at > 0 and i - at < 6 and tags[at] in ("NN", "NNS", "NNP", "DT", "PRP$", "PRP", "JJ", "CD", "POS"):
        at -= 1
    return s.lower[at] in ("let", "lets", "letting", "help", "helped", "make", "made")


def _after_clause(s: Tagged, tags: list[str], comma: int) -> bool:
    """Whether a comma closes a relative clause about the people with whom the sentence begins."""
    at = next((j for j in range(comma - 1, 0, -1) if s.lower[j] == "," and s.lower[j + 1] in _RELATIVES), None)
    people = at is not None and (tags[at - 1] in _PLURALS or is_people(s.lower[at - 1]))
    return at is not None and at < 8 and people and not any(t in _FINITE for t in tags[:at])


def _base(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether what governs a verb wants its plain form (`will the mills have`, `demands that the mills have`)."""
    for j in range(i - 1, max(-1, i - 8), -1):
        if tags[j] == "MD" or s.lower[j] in ("let", "make", "made", "help", "to", "do", "did", "does"):
            return True
        if s.lower[j] == "that":
            return j > 0 and lemma(s.words[j - 1]) in _DEMANDS
        if s.lower[j] in (",", ";"):
            return False
    return False


def _demanded(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether only a subject of a few words stands between `demanded that` and a word."""
    at = i - 1
    while at > 0 and i - at < 5 and s.lower[at] != "that" and tags[at] in _NAMES | {"JJ", "DT", "POS", "VBG", "VBN"}:
        at -= 1
    if s.lower[at] != "that":
        return False
    if at and s.lower[at - 1] in ("and", ","):
        # `demanded that the school stay open and that Lund step down`
        return any(s.lower[j] == "that" and lemma(s.words[j - 1]) in _DEMANDS for j in range(1, at))
    return s.lower[at - 1] == "condition" or any(lemma(w) in _DEMANDS for w in s.words[max(0, at - 4) : at])


def _further(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a task stands before in a clause that is demanded, and a word goes on with it."""
    near = range(max(1, i - 25), i)
    at = next((j for j in near if s.lower[j] == "that" and lemma(s.words[j - 1]) in _DEMANDS), None)
    begun = at is not None and any(t in ("VB", "NN") for t in tags[at:i])
    return begun and (s.lower[i - 1] == "and" or "and" in s.lower[i + 1 : i + 20])


def _begun(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether somebody is told before to do something, in the infinitive."""
    near = range(max(1, i - 15), i - 1)
    opens = (j for j in near if s.lower[j] == "to" and tags[j + 1] in ("VB", "NN"))
    return any(any(lemma(w) in _DEMANDS for w in s.words[max(0, j - 6) : j]) for j in opens)


_AFTER_TASK = frozenset(["$", "DT", "PRP$", "PRP"])


def _listed(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether an infinitive stands before the comma, and another task follows with `and`."""
    near = range(max(1, i - 15), i - 1)
    opened = any(s.lower[j] == "to" and tags[j + 1] in ("VB", "NN", "JJ") for j in near)
    return opened and "and" in s.lower[i + 1 : i + 15]


def _owned(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether a word ends the object of a verb in its plain form (`hand over | their cargo lists`)."""
    at = i - 1
    while at > 0 and tags[at] in ("NN", "JJ"):
        at -= 1
    if s.lower[i] in _NO_NOUNS or tags[at] not in ("PRP$", "DT") or at == 0:
        return False
    if s.lower[at - 1] in _AWAY and at > 2:
        return tags[at - 2] == "VB" or s.lower[at - 3] == "to"
    return tags[at - 1] == "VB"
