"""Whom a pronoun that is a subject goes on with: who says what it stands in, or whom the sentence before is about.

`Lund said he …`, `Lund, who is ill, said on Friday that he …`, `Lund rose. He …`, `Lund will meet Ek; he …`. Where the
grammar does not tell, nobody is named.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import BODIES, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

NOMINATIVE = lexicon("he she it they")
SAYS = lexicon(
    "say tell add claim insist announce argue believe think warn admit deny complain explain promise vow agree write "
    "testify confirm concede reply acknowledge stress recall predict fear hope know feel expect conclude suggest state "
    "ask demand wonder pledge swear maintain note contend assert report reveal estimate threaten"
)
_BETWEEN = lexicon("that , on monday tuesday wednesday thursday friday saturday sunday yesterday today later also then")
_COUNSEL = lexicon("lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent advocate")
"""Who speaks for somebody: what they say of `he` is said of him."""
_STOPS = (";", ":")


def carried(
    finder: Finder,
    material: Material,
    passage: Passage,
    word: str,
    phrase: Phrase,
    fits: Callable[[tuple[str, ...]], bool],
) -> tuple[str, ...] | None:
    """The parties that a nominative pronoun stands for by grammar alone; None where that does not tell.

    None at all are those of an `it` in what somebody without a name says (`the inquiry said it …`).

    Args:
        finder: reads the sentences.
        material: the documents.
        passage: the pronoun's sentence.
        word: the pronoun, in lower case.
        phrase: the pronoun's phrase.
        fits: whether the pronoun can stand for some parties.
    """
    if word not in NOMINATIVE:
        return None
    clauses = finder.clauses(passage)
    teller = _teller(clauses, phrase)
    if teller is not None:
        return _of_teller(finder, passage, clauses, teller, word, fits)
    if _mentioned(finder, material, passage, clauses, phrase, fits):
        main = _main(clauses)
        subject = None if main is None or main.last > phrase.first else clauses.subject(main)
        apart = any(w in _STOPS for w in clauses.sentence.words[: phrase.first])
        if subject is None or not apart or subject.last > phrase.first:
            return None
        found = finder.who(passage, subject)
        return found if found and fits(found) else None
    return subject_before(finder, material, passage, word, fits) or None


def _teller(clauses: Clauses, phrase: Phrase) -> Verb | None:
    """The verb of saying in whose content the pronoun is the first word: `said on Friday that [he]`."""
    s = clauses.sentence
    for verb in reversed(clauses.verbs):
        if verb.last > phrase.first:
            continue
        between = s.lower[verb.last : phrase.first]
        told = verb.lemma in ("tell", "ask", "warn", "assure", "remind") and "that" in between[-1:]
        if verb.lemma in SAYS and (told or all(w in _BETWEEN for w in between)):
            return verb
        return None
    return None


def _of_teller(
    finder: Finder,
    passage: Passage,
    clauses: Clauses,
    verb: Verb,
    word: str,
    fits: Callable[[tuple[str, ...]], bool],
) -> tuple[str, ...] | None:
    subject = clauses.subject(verb)
    if subject is None or subject.last > verb.first:
        return None
    lower = clauses.sentence.lower
    if lower[subject.head] in _COUNSEL or (
        clauses.tags[subject.head] in ("NNP", "NNPS") and lower[max(0, subject.first - 2)] in _COUNSEL
    ):
        # `His lawyer, Ada Lund, said he …`
        own = next((p for p in clauses.phrases if p.last <= verb.first and lower[p.head] in _COUNSEL), None)
        if own is not None and clauses.tags[own.first] == "PRP$":
            owner = finder.possessor(passage, own)
            return owner if owner and fits(owner) else None
    found = finder.who(passage, subject)
    told_by_body = verb.form == "finite" and lower[subject.head] in BODIES | {"office", "inquiry"}
    if word == "it" and told_by_body and (not found or lower[subject.head] == "office"):
        # A man's office stands for him.
        return found
    return found if found and fits(found) else None


def _mentioned(
    finder: Finder,
    material: Material,
    passage: Passage,
    clauses: Clauses,
    phrase: Phrase,
    fits: Callable[[tuple[str, ...]], bool],
) -> bool:
    """Whether the sentence has somebody before the pronoun for whom it can stand."""
    named = material.parties.within(passage.document, passage.start, clauses.sentence.starts[phrase.first])
    return any(fits((m[2],)) for m in named)


def _main(clauses: Clauses) -> Verb | None:
    """The first finite verb with a subject of its own, outside quotation marks where some is."""
    s = clauses.sentence
    within = quoted(s.words)
    verbs = [v for v in clauses.verbs if v.form == "finite" and clauses.subject(v) is not None]
    plain = [v for v in verbs if not within[v.first]]
    return next(iter(plain or verbs), None)


def quoted(words: Sequence[str]) -> list[bool]:
    """For each word whether it stands within double quotation marks."""
    out, within = [], False
    for word in words:
        if word in ("“", "``"):
            within = True
        out.append(within)
        if word in ("”", "''"):
            within = False
        elif word == '"':
            within = not within
            out[-1] = True
    return out


def subject_before(
    finder: Finder,
    material: Material,
    passage: Passage,
    word: str,
    fits: Callable[[tuple[str, ...]], bool],
    most: int = 3,
) -> tuple[str, ...]:
    """The subject of the sentence before, if it fits; for one that is the pronoun `word`, that of the one before it.

    `most`: how many sentences are gone back.
    """
    near = material.passages_before(passage, 1)
    if not most or not near or near[0].block < passage.block - 1 or near[0].is_summary != passage.is_summary:
        return ()
    clauses = finder.clauses(near[0])
    main = _main(clauses)
    subject = None if main is None else clauses.subject(main)
    if subject is None:
        return ()
    if clauses.tags[subject.head] == "PRP":
        same = clauses.sentence.lower[subject.head] == word
        return subject_before(finder, material, near[0], word, fits, most - 1) if same else ()
    found = finder.who(near[0], subject)
    return found if found and fits(found) else ()
