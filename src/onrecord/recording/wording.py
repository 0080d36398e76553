"""How a line's words read on their own: where a content ends, and how it is written without its sentence."""

from __future__ import annotations

import re

_END = re.compile(
    r"[;:](?!\d)|\s[—–-]\s|--|(?<!even),?\s(?=(?:although|though|while|whereas|even though|despite)\s)"
    r"|,\s(?=but\s(?!(?:also|by|in|on|to|with|for|from|of|at|because|rather|instead|only|that|not)\s))"
    r"|(?<!,)\s(?=but\s(?:(?:he|she|it|they|we|you|i|there|the|an?|its|his|her|their|no|some|many|most|others?)\s"
    r"|(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|said|says|later|then|now|still|never)\b"
    r"|[A-Z]))"
    r"|,\s(?=(?:saying|adding|calling|insisting|telling|arguing|claiming|explaining|noting|describing|blaming|accusing"
    r"|stating|stressing|warning|which|who|whose|he said|she said|it said|they said|according)\b)"
    r"|,\s(?=as\s(?:[\w’'.-]+\s){1,6}(?:(?:has|had|have)\s)?(?:said|says|claimed|claims|alleged|alleges|reported|told"
    r"|charged|charges|asserted|asserts|contended|contends|suggested|suggests|suspected|believed|believe|put it)\b)"
    r"|\s(?=and (?:no|it|he|she|they)\s)|,\s(?=\w{3,}ing\s)|,\s(?=(?:said|says|told)\s)"
    r"|,\s(?=(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|told|added)\b)"
    r"|,\s(?=(?:the|an?|its|his|her|their)\s(?:[\w.’'-]+\s){1,4}(?:said|says)\b(?!\s(?:that|he|she|it|they)\b))"
    r"|,?\s(?=and (?:(?:also|later|has|have|had|instead|then|he|she|it|they) )?(?:said|says|called|calls"
    r"|accused|accuses"
    r"|blamed|told|added|insisted|vowed|promised|demanded|urged|asked|warned|offered)\b)"
)
_REACH = 400
"""How far, in characters, a content is followed."""
_LEAD = re.compile(
    r"\A(?:that[,:]\s+(?=\S)|(?:that|how)\s+(?=\S+\s)(?!(?:means?|meant|is|was|will|would|could|can|may|might|has|had|makes?|leaves?|shows?)(?:n['’]t)?\s))",
    re.I,
)
_DASHED = re.compile(r"\A-+\s")
"""What is left of a dateline (`(NTB) - `)."""
_OPEN = {"“": "”", "‘": "’"}


def clause_end(text: str, start: int, end: int) -> int:
    """Where a content that begins at `start` ends: at the next mark or word that opens something else, or at `end`."""
    last = min(end, start + _REACH)
    cleft = _CLEFT.match(text, start, last) is not None
    marks = (m for m in _END.finditer(text, start + 1, last) if not _is_quoted(text, start, m.start()))
    found = next(
        (
            m
            for m in marks
            if not ((cleft or _FINITE.search(text, start, m.start()) is None) and _WHO.match(text, m.start(), last))
            and not _OPENS.fullmatch(text, start, m.start())
            and not (_TOLD.match(text, m.end(), last) and _FINITE.search(text, start, m.start()) is None)
            and not (m[0].strip() in _DASHES and _PAIR.match(text, m.end(), min(last + 60, end)))
            and not _closes(text, start, m)
            and not (_DASH.fullmatch(m[0]) is not None and len(text[start : m.start()].split()) < 4)
            and not (m[0].strip() in _DASHES and _NUMBERED.search(text, max(start, m.start() - 12), m.start()))
            and not (m[0] == " " and _IN_RELATIVE.search(text, start, m.start()) and "," in text[m.end() : last])
            and not (_CONTRAST.match(text, m.end(), last) and _NOT.search(text, max(start, m.start() - 60), m.start()))
        ),
        None,
    )
    stop = found.start() if found is not None else last
    if found is None and last < end:
        # Cut for its length, but not within a word, nor within a sentence if it has several.
        whole = text.rfind(". ", start + _REACH // 4, last)
        stop = whole if whole > 0 else max(text.rfind(" ", start, last), start)
    while stop > start and text[stop - 1] in " ,.;:\n\t":
        stop -= 1
    tail = _TAIL.search(text, max(start, stop - 12), stop)
    stop = stop if tail is None else tail.start()
    half = _HALF.search(text, max(start, stop - 60), stop)
    return stop if half is None or _FINITE.search(text, half.start(), stop) is not None else half.start()


_DASHES = frozenset("—–-") | {"--"}
_PAIR = re.compile(r"[^—–;.]{2,60}?(?:\s[—–-]\s|--)")
"""An insertion between two dashes, behind the first of them."""
_OPENS = re.compile(r"\W*(?:that\b)?\W*", re.I)
"""Nothing but the word that opens a content (`that even though …`)."""
_TOLD = re.compile(r"(?:said|says|told)\s")
_NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty))\Z", re.I
)
"""Before a dash with blanks about it that only joins a number to its unit (`the three - month lease`)."""
_CONTRAST = re.compile(r"but\s(?:the|an?|its|his|her|their)\s(?:[\w’'-]+\s?){1,4}(?:\Z|[,.;”\"])")
_IN_RELATIVE = re.compile(r",\s(?:who|which|whose)\s[^,]*\Z")
"""In a relative clause between commas that is still open: `the crew, who want to leave but have no boat, wait`."""
_NOT = re.compile(r"\bnot\s")
"""`It was not the mill but the union`: one clause."""


def _closes(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a dash closes an insertion that the dash before it opened."""
    if mark[0].strip() not in _DASHES:
        return False
    opened = max((text.rfind(d, start, mark.start()) for d in (" — ", " – ", " - ", "--")), default=-1)
    return opened > start and mark.start() - opened < 70


_DASH = re.compile(r"\s?[—–-]+\s?")
_CLEFT = re.compile(r"\W*(?:that\s)?it\s(?:is|was|had been|were)\s", re.I)
_WHO = re.compile(r",\s(?:who|which|whose)\b")
"""`It was the mill, not the union, who asked`: what follows belongs to the clause."""


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says)\b|\b\w{3,}ed\b"
    r"|\b(?:it|he|she|that|there|here|who|what)['’]s\b|['’](?:re|ve|d|ll)\b"
)
"""A sign that a stretch has a verb of its own."""
def has_verb(words: str) -> bool:
    """Whether words show that they have a verb of their own."""
    return _FINITE.search(words) is not None


_HALF = re.compile(r",?\sand that\s[^,]{1,50}\Z")
"""A second clause of which only the beginning is left."""


def _is_quoted(text: str, start: int, at: int) -> bool:
    """Whether an offset lies within a quotation or a bracket that was opened since `start`."""
    if text.count("“", start, at) > text.count("”", start, at):
        return True
    if text.count("(", start, at) > text.count(")", start, at):
        return True
    return text.count('"', start, at) % 2 == 1 or text.count("''", start, at) % 2 == 1


_TAIL = re.compile(r",?\s(?:and|but|or|that|as|because|when|where|which|who|while|although|if)\Z")
"""A word that joins nothing once its second half is cut off."""


def clause_text(words: str) -> str:
    """A content as a line of its own: no opening `that`, no quotation mark without its fellow, no closing comma."""
    text = _LEAD.sub("", _DASHED.sub("", " ".join(words.split()).strip(" ,;:.—–")))
    if ")" in text and "(" not in text:
        text = text.rstrip(").") if text.endswith(")") else text.replace(")", "", 1)
    for mark, close in _OPEN.items():
        if mark in text and close not in text:
            text = text.replace(mark, "")
    if text.count("”") > text.count("“"):
        text = text.replace("”", "")
    if text.count("“") == text.count("”") + 1 and text.rfind("“") > text.rfind("”"):
        text = text.rstrip(",") + "”"
    if text.count('"') % 2:
        text = text.replace('"', "")
    text = _LAST_COMMA.sub(r"\1", text)
    return " ".join(text.split()).strip(" ,;:")


_LAST_COMMA = re.compile(r",(['\"”’]+)\Z")
"""The comma by which a sentence goes on after a quotation."""


_DATELINE = re.compile(
    r"\A(?:\([A-Z][\w .]{1,20}\)\s|[A-Z]{2}[A-Z .’'-]+(?:,(?:[^.!?]|(?<=[A-Za-z]{3})\.(?=\s\d)){0,40}?)?\s?"
    r"(?:\([\w. ]{2,20}\)\s)?(?:[-–—]+)\s"
    r"|[A-Z]{3}[^.!?]{0,50}?\s(?:[-–—]+)\s)"
)


def without_dateline(text: str) -> str:
    """A sentence without the place, day and agency that open a report (`OSLO, Norway — `, `(CNN) `)."""
    found = _DATELINE.match(text)
    return text if found is None else text[found.end() :]


_SAID_BETWEEN = re.compile(
    r"[,.]?[”\"]\s(?:(?:But|And|Then|Later|Still),?\s)?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:also\s|later\s|then\s)?"
    r"(?:said|says|added|continued|wrote)[,:]?\s[“\"](?=\w)"
)
"""Who goes on between two quotations that were taken for one (`“It is old.” But he said “we like it.”`)."""


def quoted_parts(parts: list[str]) -> str:
    """The pieces of one quotation that its sentence parts by `he said`, as one."""
    text = " ".join(" ".join(p.split()) for p in parts)
    if len(parts) > 1 and parts[1][:1].islower():
        # `The offer, Lund said, was too low`: the comma belongs to what parts the two.
        text = " ".join([parts[0].rstrip(" ,"), *(" ".join(p.split()) for p in parts[1:])])
    text = _SAID_BETWEEN.sub(" … ", text)
    return re.sub(r"[,.]?\s?(?:[”\"’]+|'')\s(?:[“\"‘]+|``|'')\s?(?:\.\s?\.\s?\.\s?)?(?=\w)", " … ", text)
