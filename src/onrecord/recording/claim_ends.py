"""Where what is claimed ends: with its clause, or before the reporter speaks again.

A content keeps what belongs to its clause (`the mill burnt down, killing a guard`; `he was ill but went to work`; `it
has two doors: one of oak and one of steel`). It loses what tells of the speaking (`…, adding that`, `… but declined to
say why`, `…, as the mayor put it`), and what is only added of somebody in it (`…, who has three sons`).
"""

from __future__ import annotations

import re

from onrecord.recording.wording import has_verb

_REACH = 400
"""How far, in characters, a content is followed."""
_SPEECH = (
    r"(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|wr(?:ote|ites|iting)|call(?:ed|ing)|admit(?:s|ted|ting)"
    r"|den(?:ied|ies|ying)|add(?:ed|s|ing)|insist(?:ed|s|ing)|argu(?:ed|es|ing)|not(?:ed|ing)|point(?:ed|s|ing)\sout"
    r"|made\s(?:it\s)?clear|(?:declin|refus|acknowledg|conced|stress|warn|claim|explain|describ|blam|accus|stat|vow"
    r"|promis|pledg|demand|urg|ask|offer|signall?|suggest|conclud|report|confirm|announc|reiterat|emphasi[sz]|cit"
    r"|quot|apologi[sz]|prais|critici[sz]|jok|elaborat|comment|contend|assert|alleg|maintain|reject|dismiss|remark"
    r"|observ|question|predict|declar|respond|defend|complain|thank|hint|refut|rebut|disput)(?:ed|ing)|(?:testif|specif|repl)(?:ied|ying)"
    r"|(?:did\snot|didn['’]t|would\snot|could\snot)\s(?:say|comment|elaborate|specify|give|provide|name|identify|explain|confirm))"
)
_SPEAKS = re.compile(rf"\b{_SPEECH}\b", re.I)
_A_NOUN = re.compile(r"\b(?:an?|the|this|that|no|any|some|of|his|her|its|their|our|my|your)\s(?:[\w’'-]+\s)?\Z", re.I)
"""Before a form in -ing that is a noun."""
_TELLS_ON = re.compile(
    r",?\s(?:and|but)\s(?:[\w’'.-]+\s){1,6}?(?:could\snot\s(?:immediately\s)?be\s(?:immediately\s)?(?:reached|located|contacted)\b"
    r"|(?:did\snot|didn['’]t)\s(?:immediately\s)?(?:respond|return)\b)"
    rf"|,?\s(?:and|but)\s(?:(?:\w+ly|also|then|later|has|have|had|instead|still|again|even|once|he|she|it|they)\s)"
    rf"{{0,3}}{_SPEECH}\b"
)
"""A second verb of saying, of the same speaker."""
_ADVERB = re.compile(r"\s\w+ly\Z")
_BUT_LY = re.compile(r"but\s\w+ly\s")
"""`Politely but firmly declined`: two adverbs of one verb."""
_CONTRAST = re.compile(r",?\s(?:-\s)?(?=(?:but|although|though|even\sthough|while|whereas|as)\s)")
_NOT_ONLY = re.compile(r"\bnot\s(?:only|just|merely|simply|so\smuch)\b")
"""Before a `but` that belongs to the same clause (`not only old but also leaky`)."""
_AS_MANY = re.compile(r"\bas\s\w+\Z", re.I)
"""Before the `as` that compares (`as many as 40 claimed it`)."""
_AS_MUCH = re.compile(r"as\s\w+\sas\b")
_CLAUSE = re.compile(r"[^,;:.—–“\"]{0,90}")
_WHILE = re.compile(r"(?:while|whereas)\s(?!\w+ing\b|(?:\w+ly\s)?(?:on|in|at|under|still)\b)")
_BEHIND = re.compile(
    r",\s(?=(?:which|who|whose|whom|according|(?:said|says|told)\s)\b|(?:he|she|it|they)\s(?:said|says|told|added)\b"
    r"|(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|told|added)\b"
    r"|(?:an?|another|yet\sanother)\s(?:\w+\s){0,2}?(?:claim|charge|assertion|remark|comment|reference|nod|contrast|reversal"
    r"|turnaround|hurdle|setback)\b"
    r"|(?:the|an?|its|his|her|their)\s(?:[\w.’'-]+\s){1,4}(?:said|says)\b(?!\s(?:that|he|she|it|they)\b)"
    r"|as\s(?:[\w’'.-]+\s){1,6}?(?:(?:has|had|have)\s)?(?:said|says|claimed|claims|alleged|alleges|reported|told"
    r"|charged|charges|asserted|asserts|contended|contends|suggested|suggests|suspected|believed|believe|put it)\b)"
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|whom)\s")
_RESULT = re.compile(r",\s(?:which\s(?:means|meant|makes|made|would|could|is\swhy|reads?|says?)|some\sof\swhich)\b")
"""A relative clause that goes on with the thought, or quotes what the thing says."""
_RESUMES = re.compile(
    r",[”\"]?\s(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|with|to|from"
    r"|in|for|by|of|at|on|as|into|that|not|never|or)\b|\w{3,}ed\b)"
)
"""Behind the comma that closes a relative clause: the clause that it stands in goes on."""
_GERUND = re.compile(
    rf",\s(?=(?:\w+ly\s)?(?:{_SPEECH}|referring|alluding|pointing|prompting|sparking|drawing|triggering|echoing"
    r"|contradicting|rebuffing|signal+ing|speaking|tweeting|sounding|smiling|laughing|raising|fuel+ing|revealing"
    r"|comparing|likening|gesturing|shouting|reminding|advising|recalling|appearing|ending|dodging|posing|hoping)\s)"
)
"""A participle of the one who speaks, or of what his words brought about."""
_ING = re.compile(r",\s(?:\w+ly\s)?\w+ing\s")
_DASH = re.compile(r"\s[—–]\s|\s?—\s?|\s?--\s?|\s-\s-\s|\s-\s(?=[“\"])")
_CLEFT = re.compile(r"\W*(?:that\s)?it\s(?:is|was|had been|were)\s", re.I)
"""`It was the mill, not the union, who asked`: what follows belongs to the clause."""
_PAIR = 130
"""The longest insertion between two dashes."""
_DASHED_ON = re.compile(
    r"(?:and|or|not|nor|including|especially|particularly|even|except|depending|from|in\sparticular|if|unless|because"
    r"|with|without|at\sleast|more|most|all|both|one)\b"
)
"""Behind a dash: more of the same clause."""
_SEMICOLON = re.compile(r"[;:](?!\d)\s?")
_LAST = re.compile(r",?\s(?:and|but|or|that|as|because|when|where|which|who|while|although|if)\Z")
"""A word that joins nothing once its second half is cut off."""
_HALF = re.compile(r",?\sand that\s[^,]{1,50}\Z")
"""A second clause of which only the beginning is left."""
_REST = re.compile(r",?\s(?:but|and|or|that|which)\W*\Z|\s?\(\W*\Z|\s(?:[–—]|-{1,2})\W*\Z")
"""What is left at the end of something that breaks off there: a dash, `, but`, a bracket."""
_CUT = re.compile(r"\s(?:[–—]|-{1,2})\s?(?:with|as|after|and|but|while)(?:\s[\w’'$-]+){0,2}\Z")
"""What is left of an insertion whose sentence goes on (`it was sold in May – with two`)."""
_OPENED = re.compile(r"[“”\"()]|''|``")


def told_end(text: str, start: int, end: int, before: bool = False) -> int:
    """Where a content that begins at `start` ends: at `end`, or before what is the reporter's.

    Args:
        text: the words it stands in.
        start: its first character.
        end: the end that the annotator gave it.
        before: whether who says it follows: then the reporter has not spoken yet.
    """
    stop = end if before else min(_joints(text, start, end), default=end)
    if stop > start + _REACH:
        stop = _shorter(text, start)
    while stop > start and text[stop - 1] in " ,.;:—–\n\t":
        stop -= 1
    if before:
        return stop
    last = _LAST.search(text, max(start, stop - 12), stop) if stop < end - 2 else None
    stop = stop if last is None else last.start()
    half = _HALF.search(text, max(start, stop - 60), stop)
    return stop if half is None or has_verb(text[half.start() + 9 : stop]) else half.start()


def without_rest(words: str, goes_on: bool) -> str:
    """Words without the beginning of something that breaks off behind them.

    `goes_on`: whether their sentence has more words right behind them.
    """
    least = max(0, len(words) - 60)
    rest = _REST.search(words, least) or (_CUT.search(words, least) if goes_on else None)
    return words if rest is None else words[: rest.start()]


def _shorter(text: str, start: int) -> int:
    """Where a content that is too long for a line is cut: after a sentence, else at a comma, else between words."""
    last = start + _REACH
    for mark in (". ", ", ", " "):
        found = text.rfind(mark, start + _REACH // 4, last)
        if found > 0:
            return found
    return last


def _joints(text: str, start: int, end: int) -> list[int]:
    """Where the reporter speaks again; the first is what counts."""
    last = min(end, start + 2 * _REACH)
    within = _quoted(text, start, last)
    cleft = _CLEFT.match(text, start, last) is not None
    found: list[int] = []

    def add(at: int, least: int = 3) -> None:
        if at > start and not within[at - start] and text.count(" ", start, at) + 1 >= least:
            found.append(at)

    for m in _TELLS_ON.finditer(text, start, last):
        if _ADVERB.search(text, max(start, m.start() - 20), m.start()) is None:
            # but `politely but firmly declined`
            add(m.start())
    for m in _CONTRAST.finditer(text, start, last):
        clause = _CLAUSE.match(text, m.end(), last)
        said = clause is not None and _speaks(clause[0])
        if _NOT_ONLY.search(text, max(start, m.start() - 120), m.start()) and text.startswith("but", m.end()):
            continue
        if _ADVERB.search(text, max(start, m.start() - 20), m.start()) and _BUT_LY.match(text, m.end()):
            continue
        if _AS_MANY.search(text, max(start, m.start() - 20), m.start()) and text.startswith("as", m.end()):
            continue
        if _AS_MUCH.match(text, m.end()) is not None:
            continue
        opposed = m[0][0] == "," and _WHILE.match(text, m.end(), last) is not None
        if said or opposed:
            add(m.start())
    for m in _BEHIND.finditer(text, start, last):
        if _RELATIVE.match(text, m.start(), last) is None:
            add(m.start(), least=1)
            continue
        # Without a verb before it, a comma in it may be the one that closes it.
        is_last = has_verb(text[start : m.start()]) or text.find(",", m.end(), last) < 0
        if is_last and not cleft and not _goes_on(text, m, last):
            add(m.start())
    for m in _GERUND.finditer(text, start, last):
        if _ING.match(text, m.start(), last) is not None:
            add(m.start(), least=1)
    for at in _dashes(text, start, last):
        add(at, least=1 if has_verb(text[start:at]) else 4)
    for m in _SEMICOLON.finditer(text, start, last):
        clause = _CLAUSE.match(text, m.end(), last)
        if clause is not None and _speaks(clause[0]):
            add(m.start())
    return found


def _speaks(clause: str) -> bool:
    """Whether a clause has a verb of saying: not `a warning`, `the reporting`."""
    return any(m[0][-3:] != "ing" or _A_NOUN.search(clause, 0, m.start()) is None for m in _SPEAKS.finditer(clause))


def _goes_on(text: str, relative: re.Match[str], last: int) -> bool:
    """Whether a relative clause only stands within another one, or takes its thought further."""
    if _RESULT.match(text, relative.start(), last) is not None:
        return True
    at = relative.end()
    for _ in range(3):
        at = text.find(",", at + 1, min(last, relative.end() + 200))
        if at < 0:
            return False
        if _RESUMES.match(text, at, last) is not None:
            return True
    return False


def _dashes(text: str, start: int, last: int) -> list[int]:
    """The dashes behind which the reporter adds something; a pair of them only encloses an insertion."""
    marks = list(_DASH.finditer(text, start + 1, last))
    found, k = [], 0
    while k < len(marks):
        closing = marks[k + 1] if k + 1 < len(marks) else None
        if closing is not None and closing.start() - marks[k].end() <= _PAIR and closing.end() < last:
            k += 2
            continue
        if _DASHED_ON.match(text, marks[k].end(), last) is None:
            found.append(marks[k].start())
        k += 1
    return found


def _quoted(text: str, start: int, last: int) -> list[bool]:
    """For each offset from `start` to `last`: whether it lies in a quotation or a bracket opened since `start`."""
    out: list[bool] = []
    deep, round_, straight = 0, 0, False
    at = start
    for m in _OPENED.finditer(text, start, last):
        out.extend([deep > 0 or round_ > 0 or straight] * (m.start() - at))
        at = m.start()
        if m[0] in ("“", "”"):
            deep = max(0, deep + (1 if m[0] == "“" else -1))
        elif m[0] in ("(", ")"):
            round_ = max(0, round_ + (1 if m[0] == "(" else -1))
        else:
            straight = not straight
    out.extend([deep > 0 or round_ > 0 or straight] * (last + 1 - at))
    return out
