"""What somebody says will or would come, in the plain future of a thing: `the sale would leave us poor, she said`.

What a person or body will do himself is a plan or a promise; what a thing will do, or what will be done to it, is a
view of what may come.
"""

from __future__ import annotations

from onrecord.recording.clauses import Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers

_FUTURE = lexicon("will would 'll ’ll wo shall")
_PERFECT = lexicon("have 've ’ve")
_STANCES = lexicon("asserts believes predicts alleges confirms")
_PERSONAL = lexicon("i we he she they you who that which it what there this")
_RELATIVES = lexicon("that which who")
_WISHING = lexicon("like love prefer hate want")


def foreseen(passage: Passage, start: int, end: int, referents: Referents, speakers: Speakers) -> int | None:
    """The offset of the verb in the clause at `start` to `end` by which somebody says what a thing will do, if any."""
    clauses = referents.clauses(passage)
    words = clauses.sentence.lower
    for verb in clauses.verbs:
        at = clauses.sentence.starts[verb.first]
        if not start <= at < end or verb.form != "finite" or not _is_ahead(verb, words):
            continue
        told = speakers.at(passage.document, at)
        if told is None or told.statement.source is None or told.statement.stance not in _STANCES:
            continue
        if verb.first and words[verb.first - 1] in _RELATIVES:
            # `every change that would raise the fee` tells which.
            continue
        phrase = clauses.subject(verb)
        if phrase is None or words[phrase.first] in _PERSONAL or clauses.tags[phrase.head][:3] == "NNP":
            continue
        if phrase.first and clauses.tags[phrase.first - 1] in ("NN", "NNS") and words[phrase.first - 1] not in _TIMES:
            # `the damage a strike would do` tells which
            continue
        if not _ASKED.isdisjoint(words[max(0, phrase.first - 3) : phrase.first]):
            # `looked into what the cost would be`
            continue
        if "would" in words[verb.first : verb.last] and not _HABIT.isdisjoint(words):
            # `when it was held, the signal would often drop`
            continue
        if words[phrase.head] in _PEOPLE or referents.who(passage, phrase):
            continue
        return at
    return None


_ASKED = lexicon("what how which whether why")
_TIMES = lexicon(
    "today tomorrow yesterday week month year morning afternoon evening night day weekend time years months"
)
_HABIT = lexicon("sometimes often whenever usually always")
_PEOPLE = lexicon(
    "people officials workers members voters leaders lawmakers troops soldiers police forces company companies "
    "government union board court judge president minister spokesman spokeswoman group team party men women children "
    "man woman boy girl firm bank agency office department council committee panel jury police airline newspaper"
)


def _is_ahead(verb: Verb, words: list[str]) -> bool:
    """Whether a verb stands in the future: `will fall`, `would be hurt`; not `would have fallen`, `would like`."""
    own = words[verb.first : verb.last]
    return own[0] in _FUTURE and not _PERFECT & set(own) and own[-1] not in _WISHING
