"""Where sentences begin and end.

`split` works block by block, so no sentence crosses a block, and only on blocks that say something: title, summary,
heading, paragraph, caption. A full stop ends a sentence unless it belongs to an abbreviation or an initial; closing
quotation marks and brackets stay with the sentence they close. One pass, linear in the text.
"""

from __future__ import annotations

import re

from onrecord.types import Document, Span

SPEAKING_KINDS: frozenset[str] = frozenset({"title", "summary", "heading", "paragraph", "caption"})
"""The kinds of block whose words are somebody's words about the world; the rest is furniture."""

TITLES = (
    "Mr Mrs Ms Mx Dr Prof Rev Fr Hon St Ste Messrs Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Pvt Brig Gov Sen Rep Reps Sens "
    "Pres Sec Supt Amb Asst Atty Insp Det Msgr Sr Mme Mlle Gens Govs"
).split()
"""Abbreviated titles: a name follows, so they never end a sentence."""

MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
OTHER_ABBREVIATIONS = (
    "Inc Corp Ltd Co Cos LLC Bros Jr Esq etc al vs v No Nos Vol Fig pp p approx est dept Dept Univ Assn Ave Blvd Rd "
    "Mt Ft Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore "
    "Pa Tenn Tex Va Vt Wash Wis Wyo Mon Tue Tues Wed Thu Thurs Fri Sat Sun e.g i.e cf ca c viz Ph.D M.D D.C U.S U.K U.N"
).split()
"""Abbreviations that can stand at the end of a sentence as well as within it."""

_NEVER_LAST = frozenset(w.lower() for w in (*TITLES, "vs", "v", "e.g", "i.e", "cf", "viz", "fig", "ca", "approx"))
_MAYBE_LAST = frozenset(w.lower() for w in (*MONTHS, *OTHER_ABBREVIATIONS)) - _NEVER_LAST
_WORDS_TOO = frozenset(
    "no est c p al sun sat fri mon wed dept del ill ind mass miss wash pa la va md mo tex co mt fig kan ark".split()
)
"""Abbreviations that are words as well: taken for an abbreviation only where a capital starts them."""

_STARTERS = frozenset(
    "The A An In On At For From With By To As If When While After Before Since Although Though Because But And Or So "
    "Yet "
    "He She It They We I You This That These Those There His Her Their Its Our My Your What Who Why How Where Which "
    "Some Many Most Both All No Not One Two Another Other However Meanwhile Also Now Then Still Even Only Last".split()
)
"""Words that, with a capital, begin a sentence rather than go on with a name."""

_END = re.compile(r"""(?:[.!?…]{1,8}|\.(?:[ ]\.){1,4})(?:''|["'”’»)\]])*(?=\s)""")
_WORD_BEFORE = re.compile(r"[^\s\"“”‘(\[—–/]{1,30}\Z")
_NEXT = re.compile(r"\s+((?:``|''|[\"“‘'(\[«•—–-])*)(\w*)")
_SPEAKER_NEXT = re.compile(
    r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,4}(?:said|says|asked|added|wrote|told|replied|shouted|tweeted|continued|"
    r"explained|exclaimed|recalled|argued|insisted|warned|concluded)\b"
)


def _abbreviation_goes_on(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation within the sentence."""
    found = _WORD_BEFORE.search(text, max(0, stop - 30), stop)
    word = found.group() if found else ""
    lower = word.lower()
    if lower in _NEVER_LAST and (word[0].isupper() or lower not in _WORDS_TOO):
        return True
    if len(word) == 1 and word.isupper():
        return word != "I" or following not in _STARTERS
    dotted = len(word) > 1 and all(len(part) <= 2 for part in word.split(".")) and "." in word
    if not dotted and (lower not in _MAYBE_LAST or (lower in _WORDS_TOO and not word[0].isupper())):
        return False
    return following not in _STARTERS


_SLUG = re.compile(
    r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|EXCLUSIVE|FACTBOX|ANALYSIS|BRIEF|INSIGHT|FOCUS|TIMELINE|EXPLAINER"
    r"|INTERVIEW|PREVIEW|BREAKINGVIEWS|POLL|SCENARIOS|Update|Exclusive|Factbox|Analysis)(?:\s\d{1,2})?(?:-|:\s|\s-\s)"
)


def after_slug(text: str, start: int, end: int) -> int:
    """Where a headline begins behind an agency's mark (`UPDATE 2-`, `EXCLUSIVE-`, `Factbox: `)."""
    found = _SLUG.match(text, start, end)
    return start if found is None or found.end() == end else found.end()


def split_block(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, in order; they cover all of it but the blanks between them."""
    spans: list[Span] = []
    here = start
    while here < end and text[here].isspace():
        here += 1
    for found in _END.finditer(text, here, end):
        after = _NEXT.match(text, found.end(), end)
        if after is None or (after.end() >= end and not after.group(2)):
            continue
        opening, word = after.groups()
        # A lower-case word goes on with the sentence: “Why?” he asked; U.S. officials; about 5 p.m. on Friday.
        if word[:1].islower() and not opening.startswith("•"):
            continue
        mark = found.group()
        if mark[0] == "." and not mark.startswith("..") and _abbreviation_goes_on(text, found.start(), word):
            continue
        if mark[-1] in "\"'”’»" and mark[0] in "!?…" and _SPEAKER_NEXT.match(text, found.end(), end):
            continue
        if found.end() > here:
            spans.append((here, found.end()))
            here = found.end()
            while here < end and text[here].isspace():
                here += 1
    last = end
    while last > here and text[last - 1].isspace():
        last -= 1
    if last > here:
        spans.append((here, last))
    return spans


def split(document: Document) -> tuple[Span, ...]:
    """The sentence spans of a document's speaking blocks, in the order of the text.

    Offsets are code points into `document.text`. Every character of those blocks that is not a blank lies in exactly
    one sentence.
    """
    spans: list[Span] = []
    for block in document.blocks:
        if block.kind in SPEAKING_KINDS:
            spans.extend(split_block(document.text, block.start, block.end))
    return tuple(sorted(spans))
