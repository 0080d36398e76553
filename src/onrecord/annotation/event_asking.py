"""What is asked of somebody, or granted to him, by how a sentence goes on behind its verb."""

from __future__ import annotations

from onrecord.annotation import event_recipients
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup

ASKING = " …"
"""Ends the rule of a verb that asks or refuses by what follows it."""


def asked_for(sentence: Sentence, group: VerbGroup, verb: str, theme: tuple[int, int] | None) -> str | None:
    """What a verb tells by what follows: `told the firm it [must pay]`, `suggested that it [meet]`, `[would like] the
    port to open`, `had [no plans]`."""
    if group.passive:
        return None
    if verb in _URGING and _is_duty(sentence, group.last):
        return "REQUEST"
    if theme is None:
        return None
    if verb in _TELLING and event_recipients.is_party(sentence, *theme) and _is_duty(sentence, theme[1]):
        return "REQUEST"
    if verb == "like" and group.modal in ("would", "'d", "’d") and infinitive_after(sentence, theme[1]):
        return "REQUEST"
    if verb == "have" and sentence.lower[theme[0]] == "no" and singular(sentence.lower[theme[1] - 1]) in _PLANS:
        return "REJECT"
    who = subject(sentence, group) if verb in ("allow", "permit") and not group.negated else None
    return "CONCEDE" if who is not None and event_recipients.is_party(sentence, who.first, who.head) else None


_URGING = frozenset({"suggest", "insist", "recommend", "propose", "stipulate"})
_TELLING = frozenset({"tell", "inform", "notify", "write", "remind"})
_PLANS = frozenset("plan intention intent interest desire wish appetite".split())


def _is_duty(sentence: Sentence, start: int) -> bool:
    """Whether the clause that begins at a word says what somebody is to do: `it [must pay]`, `the board [meet]`, `he
    [had two days]`; not what one will do oneself."""
    k = start + (sentence.lower[start : start + 1] == ["that"])
    last = sentence.phrase_at.get(k)
    if last is None or sentence.lower[k] in ("i", "we"):
        return False
    verb = next(iter(sentence.groups_from(last)), None)
    if verb is None or verb.first != last or verb.form not in ("finite", "infinitive"):
        return False
    if verb.lemma == "have" and verb.modal is None and not verb.negated:
        return not _UNITS.isdisjoint(sentence.lower[verb.last : verb.last + 3]) or sentence.lower[
            verb.last : verb.last + 1
        ] in (["until"], ["to"])
    one = sentence.tags[last - 1] in ("NN", "NNP")
    bare = verb.modal is None and sentence.tags[verb.first] in (("VB", "VBP") if one else ("VB",))
    return verb.modal in ("must", "should", "ought") or bare


def time_given(sentence: Sentence, last: int) -> str | None:
    """What giving somebody a time to do something tells: `gave the firm [until Friday]`, `[48 hours to leave]` asks
    it of him, `[another month to pay]` concedes it."""
    words = sentence.lower[last : last + 6]
    if words[:1] == ["who"]:
        # `gave staff who had walked out [until Friday]`
        return "REQUEST" if "until" in sentence.lower[last : last + _CLAUSE] else None
    unit = next((k for k, word in enumerate(words) if word in _UNITS), None)
    if words[:1] == ["until"] or (unit is not None and words[unit + 1 : unit + 2] == ["to"]):
        return "CONCEDE" if not _MORE.isdisjoint(words) else "REQUEST"
    return None


_CLAUSE = 20
"""How many words the clause that tells of somebody may take up."""
_UNITS = frozenset(
    "minutes hours day days night nights morning evening weekend week weeks fortnight month months year years".split()
)
_MORE = frozenset({"another", "more", "extra", "further", "additional"})


def wants_done(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether somebody wants to have something done for him: `want to be [paid] on delivery`."""
    following = next(iter(sentence.groups_from(group.last)), None)
    infinitive = following is not None and following.form == "infinitive" and following.first == group.last
    return infinitive and following is not None and following.passive and following.lemma in _DONE_FOR


_DONE_FOR = frozenset(
    "admit allow ask assure brief compensate consult evacuate exempt free give guarantee hear heard include inform "
    "involve invite notify pay permit recognise recognize refund reimburse reinstate release represent show tell "
    "transfer".split()
)
"""What is done for whoever wants it to be done to him."""
_SERVED = frozenset("injunction notice order papers subpoena summons writ warrant lawsuit".split())


def is_served(sentence: Sentence, last: int) -> bool:
    """Whether who is served gets a paper of a court or an office: `served the firm [with a notice]`."""
    end = sentence.phrase_at.get(last + 1) if sentence.lower[last : last + 1] == ["with"] else None
    return end is not None and not _SERVED.isdisjoint(sentence.lower[last + 1 : end])


def written(sentence: Sentence, group: VerbGroup) -> str | None:
    """What writing to somebody tells: `wrote to the mayor [for] a permit` asks him, `wrote to the mayor twice`
    consults him."""
    if group.lemma != "write" or group.passive or sentence.lower[group.last : group.last + 1] != ["to"]:
        return None
    last = sentence.phrase_at.get(group.last + 1)
    if last is None:
        return None
    measure = next((k for k in range(group.last + 2, last) if sentence.tags[k] == "CD"), last)
    if not event_recipients.is_party(sentence, group.last + 1, measure):
        return None
    for k in range(last, min(len(sentence), last + 5)):
        if sentence.tags[k] in (".", ":", "``"):
            break
        if sentence.lower[k] in _ASKS_IN_WRITING:
            return "REQUEST"
        if sentence.lower[k] == "for":
            end = sentence.phrase_at.get(k + 1)
            return "CONSULT" if end is None or sentence.lower[end - 1] in _UNITS else "REQUEST"
    return "CONSULT"


_ASKS_IN_WRITING = frozenset(
    "asking demanding urging requesting seeking calling inviting begging pleading imploring beseeching appealing "
    "pressing".split()
)


def infinitive_after(sentence: Sentence, last: int) -> bool:
    """Whether an infinitive follows a noun phrase that ends before word `last`, within what may hang on that or behind
    what commas enclose: `ordered the paper, which is small, [to close]`."""
    groups = sentence.groups_from(last)
    following = next(iter(groups), None)
    if following is not None and following.form == "infinitive" and "," not in sentence.tags[last : following.first]:
        return True
    for _ in range(3):
        # `the head [of a fund] [for miners], who is accused, to`
        hanging = sentence.phrase_at.get(last + 1) if sentence.tags[last : last + 1] == ["IN"] else None
        if hanging is None:
            break
        last = hanging
    if sentence.tags[last : last + 1] != [","]:
        return False
    close = next((k for k in range(last + 1, len(sentence)) if sentence.tags[k] == ","), None)
    return close is not None and any(g.form == "infinitive" and g.first == close + 1 for g in groups)
