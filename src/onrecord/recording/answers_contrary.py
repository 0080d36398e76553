"""Answers that say the contrary of what is asked, or that there is nothing to ask for.

`would stay` to a demand to leave, `would keep their rifles` to one to hand them over, `has full confidence in her` to
one for her resignation; `saw no need for one`, `gave in`, `stood firm` to whatever was asked just before.
"""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.answers import Reply
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import begins, lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind

HINT = re.compile(begins(
    r"stay|remain|keep|retain|hold|continu|carry|press|fight|confidence|support|backing|stand|stood|behind|need"
    r"|reason|grounds|question|nothing|relent|gave in|give in|backed down|caved|cave in|bowed|climbed down|firm|budge"
    r"|balk|counter|negotiat|bargain|yield|bend|bull[iy]|blackmail|intimidat|rush|dictat|pressur|surrender|capitulat"
    r"|oblige|consent|demur|did so|done so"
))  # fmt: skip
_OPPOSES = {
    "stay": "leave resign withdraw quit return", "remain": "leave resign withdraw quit return",
    "keep": "return free lift give put lay sell drop disarm share leave remove surrender hand dismantle",
    "retain": "return free give sell drop share leave remove surrender",
    "continue": "stop drop suspend abandon leave pause", "carry": "stop drop suspend abandon pause",
    "press": "stop drop suspend abandon pause", "proceed": "stop drop suspend abandon pause delay",
    "fight": "surrender stop leave resign return", "hold": "return free give surrender",
}  # fmt: skip
_CONTRARY = {verb: frozenset(words.split()) for verb, words in _OPPOSES.items()}
"""Verbs for what one will do, with the verbs for what one was asked to do instead."""
_ONWARD = {"carry": "on", "press": "ahead on", "hold": "on"}
"""Verbs that are meant so only with one of these words after them."""
_VOWS = lexicon("vow pledge promise intend plan insist swear continue")
_REMOVAL = frozenset("resign resignation remove quit step dismiss dismissal sack oust replace".split())
_TAKES_BACK = lexicon("correct withdraw retract apologise change reverse revise amend drop reconsider rescind")
"""What one who stands by his words, figures or decision was asked to do with them."""
_TRUST = lexicon("confidence support backing trust faith")
_BACKS = re.compile(
    r"\b(?:full|complete|total|every|absolute|utmost|unwavering|unqualified|continued|firm|his|her|their)\b"
)
_NO_NEED = lexicon("need reason grounds basis question point case cause justification plan plans intention")
_YIELDS = {
    "relent": (), "consent": (), "oblige": (), "give": ("in", "way"), "back": ("down",), "cave": ("in", ""),
    "climb": ("down",), "buckle": (),
}  # fmt: skip
_DEFIED = lexicon(
    "negotiate bargain yield bow bend bully blackmail intimidate rush dictate pressure surrender capitulate cow coerce"
)
"""What one will not do, or will not have done to oneself, by way of an answer (`will not be rushed`)."""
_RESISTS = {"balk": (), "baulk": (), "demur": (), "stand": ("firm",), "hold": ("firm",)}
_ENDS = lexicon(". , ; and but on at within after late early yesterday to ) ” ''")
_NOTHING_TO = lexicon("discuss negotiate apologise apologize answer explain retract concede hide withdraw")


def contraries_of(referents: Referents, passage: Passage) -> list[Reply]:
    """The answers of a passage that say the contrary of what is asked, in order."""
    if passage.is_summary or not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    out = []
    for verb in clauses.verbs:
        found = (
            _goes_on(referents, passage, clauses, verb)
            or _trusts(referents, passage, clauses, verb)
            or _needless(referents, passage, clauses, verb)
            or _gives_in(referents, passage, clauses, verb)
        )
        if found is not None:
            out.append(found)
    return out


def _goes_on(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`would stay`, `vowed to keep the rifles`, `will fight on`."""
    opposes = _CONTRARY.get(verb.lemma)
    if opposes is None or verb.negated or verb.passive:
        return None
    words = clauses.sentence.lower
    if verb.lemma in _ONWARD and words[verb.last : verb.last + 1] not in [[w] for w in _ONWARD[verb.lemma].split()]:
        return None
    before = next((v for v in clauses.verbs if v.last == verb.first), None)
    if verb.lemma in ("keep", "retain") and clauses.object(verb) is None:
        return None
    vowed = verb.form == "infinitive" and before is not None and before.lemma in _VOWS and not before.negated
    if not (verb.modal in ("will", "would", "'ll", "’ll") or vowed) or _supposed(clauses, verb):
        return None
    thing = clauses.object(verb) if verb.lemma in ("keep", "retain", "hold") else None
    found = _made(referents, passage, clauses, before if vowed and before else verb, verb.last, "rejects", opposes)
    if thing is None:
        return found
    s = clauses.sentence
    return dataclasses.replace(found, about=s.text[s.starts[thing.first] : s.ends[thing.last - 1]])


def _trusts(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`has full confidence in Lund`, `stands by his minister`; `Lund has the full support of the board`."""
    words = clauses.sentence.lower
    if verb.negated or verb.modal in ("may", "might", "could", "should") or _supposed(clauses, verb):
        return None
    if verb.lemma == "stand" and words[verb.last : verb.last + 1] in (["by"], ["behind"]):
        whom = clauses.phrase_starting(verb.last + 1)
        if whom is None:
            return None
        return _made(referents, passage, clauses, verb, whom.last, "rejects", _REMOVAL | _TAKES_BACK, about=whom)
    thing = clauses.object(verb)
    if thing is None or words[thing.head] not in _TRUST:
        return None
    text = " ".join(words[thing.first : thing.head])
    if not (_BACKS.search(text) or words[thing.head] == "confidence"):
        return None
    following = words[thing.last : thing.last + 1]
    if following == ["of"] or verb.lemma == "enjoy":
        # The one who is to go has the support; who gives it is told by `of`, or speaks.
        giver = clauses.phrase_starting(thing.last + 1)
        subject = clauses.subject(verb)
        found = _made(referents, passage, clauses, verb, thing.last, "rejects", _REMOVAL, about=subject)
        return _by(found, referents.who(passage, giver))
    held = verb.lemma in ("have", "express", "voice", "retain", "give")
    if following in (["in"], ["for"], ["behind"], ["to"]) and held:
        whom = clauses.phrase_starting(thing.last + 1)
        if whom is not None:
            return _made(referents, passage, clauses, verb, whom.last, "rejects", _REMOVAL, about=whom)
    return None


def _by(reply: Reply, by: tuple[str, ...]) -> Reply:
    return Reply(
        passage=reply.passage, start=reply.start, end=reply.end, kind=reply.kind, by=by, house=(), noun=None,
        whose=reply.whose, task=None, partial=False, words=reply.words, opposes=reply.opposes,
    )  # fmt: skip


def _needless(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`there was no need for one`, `sees no reason to pay`, `we have nothing to discuss`."""
    words, at = clauses.sentence.lower, verb.last
    if verb.form != "finite" or verb.modal is not None or _supposed(clauses, verb):
        return None
    if verb.lemma not in ("be", "see", "have") or (verb.lemma == "be" and not {"there"} & set(words[at - 3 : at])):
        return None
    if words[at : at + 1] == ["no"] and words[at + 1 : at + 2] and words[at + 1] in _NO_NEED - lexicon("plan plans"):
        if words[at + 2 : at + 3] not in (["for"], ["to"], ["of"], ["in"]):
            return None
        return _made(referents, passage, clauses, verb, at + 3, "rejects", frozenset(), speaks=verb.lemma == "be")
    if verb.lemma == "have" and words[at : at + 2] == ["nothing", "to"] and set(words[at + 2 : at + 3]) & _NOTHING_TO:
        return _made(referents, passage, clauses, verb, at + 3, "rejects", frozenset())
    return None


def _gives_in(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`gave in`, `relented on Friday`; `stood firm`, `would not budge`."""
    words, at = clauses.sentence.lower, verb.last
    if _supposed(clauses, verb) or verb.form not in ("finite", "infinitive"):
        return None
    if verb.passive and verb.lemma not in _DEFIED:
        return None
    following = words[at] if at < len(words) else "."
    after = words[at + 1] if at + 1 < len(words) else "."
    told = verb.form == "finite" and verb.modal is None
    refused = verb.lemma == "budge" and (verb.negated or words[max(0, verb.first - 1) : verb.first] == ["refused"])
    defied = verb.lemma in _DEFIED and (verb.negated or words[max(0, verb.first - 1) : verb.first] == ["refused"])
    if defied and (verb.lemma != "negotiate" or following == "with"):
        return _made(referents, passage, clauses, verb, at, "rejects", frozenset())
    if refused:
        return _made(referents, passage, clauses, verb, at, "rejects", frozenset())
    if not told:
        return None
    if verb.lemma == "do" and following == "so" and (after in _ENDS or at + 1 >= len(words)):
        return _made(referents, passage, clauses, verb, at + 1, "rejects" if verb.negated else "accepts", frozenset())
    if verb.lemma == "counter" and following in ("with", "by"):
        return _made(referents, passage, clauses, verb, at + 1, "counters", frozenset())
    for table, kind in ((_YIELDS, "accepts"), (_RESISTS, "rejects")):
        particles = table.get(verb.lemma)
        if particles is None:
            continue
        if (following in particles) if particles else following in _ENDS:
            answered: AnswerKind = "accepts" if (kind == "accepts") != verb.negated else "rejects"
            return _made(referents, passage, clauses, verb, at + bool(particles), answered, frozenset())
    return None


def _supposed(clauses: Clauses, verb: Verb) -> bool:
    """Whether the verb stands in a clause of `if` or `whether`, or after one that says how it may come."""
    words = clauses.sentence.lower
    for i in range(verb.first - 1, max(-1, verb.first - 9), -1):
        if words[i] in ("if", "whether", "unless", "until", "before", "might", "could"):
            return True
        if words[i] in (",", ";", "that", "said"):
            return False
    return False


def _made(
    referents: Referents, passage: Passage, clauses: Clauses, verb: Verb, stop: int, kind: AnswerKind,
    opposes: frozenset[str], *, about: Phrase | None = None, speaks: bool = False,
) -> Reply:  # fmt: skip
    s = clauses.sentence
    subject = None if speaks else clauses.subject(verb)
    by = referents.who(passage, subject)
    house = () if subject is None else tuple(p for p in referents.possessor(passage, subject) if p not in by)
    first = verb.first if subject is None or subject.last > verb.first else subject.first
    return Reply(
        passage=passage, start=s.starts[first], end=s.ends[stop - 1], kind=kind, by=by, house=house, noun=None,
        whose=() if about is None else referents.who(passage, about), task=None, partial=False,
        words="" if about is None else s.text[s.starts[about.first] : s.ends[about.last - 1]], opposes=opposes,
    )  # fmt: skip
