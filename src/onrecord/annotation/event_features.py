"""What a sentence shows about the type of an event: its trigger, the rules' type, the verbs and words around it.

Each feature is a string; an event has it or has it not. `event_judging` weighs them.
"""

from __future__ import annotations

from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.annotation.tagging import lemma
from onrecord.types import Reality

_NEAR = 6
"""Words this near to the trigger count apart from the others."""
_FAR = 25
_PREPOSITIONS = 8
"""How far behind the trigger a preposition counts."""
_NAME = "(name)"
"""Stands for every name: who is named must not tell what he does."""
_CONTENT = frozenset({"NN", "VB", "JJ", "RB", "MD"})


def lemmas(sentence: Sentence) -> list[str]:
    """The lemma of each word: verbs by their forms, all others in the singular, lower case."""
    return [
        lemma(word) if tag[:2] == "VB" else singular(word)
        for word, tag in zip(sentence.lower, sentence.tags, strict=True)
    ]


def features(
    sentence: Sentence, words: list[str], at: int, kind: str | None, rule: str | None, own: Reality
) -> list[str]:
    """The features of the event whose trigger is word `at`, each once, in a fixed order.

    Args:
        sentence: the sentence.
        words: its `lemmas`.
        at: the index of the trigger.
        kind: the type that the rules give the event.
        rule: the rule that did.
        own: how real the text makes the event.
    """
    verb = words[at]
    found = ["-", f"type={kind}", f"rule={rule}", f"trigger={verb}", f"type+trigger={kind}+{verb}"]
    found += [f"real={own}", f"real+type={own}+{kind}"]
    for k in range(max(0, at - _FAR), min(len(sentence), at + _FAR + 1)):
        tag = sentence.tags[k]
        if tag[:2] in _CONTENT and tag[:3] != "NNP" and k != at:
            found.append(f"word={words[k]}")
            if abs(k - at) <= _NEAR:
                found.append(f"{'after' if k > at else 'before'}={words[k]}")
        elif tag in ("IN", "TO", "RP") and 0 < k - at <= _PREPOSITIONS:
            found.append(f"preposition={words[k]}")
    group = sentence.group_at(at)
    if group is not None:
        found += _of_group(sentence, group, kind, verb)
    return list(dict.fromkeys(found))


def _of_group(sentence: Sentence, group: VerbGroup, kind: str | None, verb: str) -> list[str]:
    """What the verbs before and after a verb group and the nouns behind it show."""
    found = [f"form={group.form}{' passive' if group.passive else ''}", f"modal={group.modal}"]
    if group.negated:
        found.append("negated")
    if group.form != "finite":
        before = next(reversed(sentence.groups_before(group.first)), None)
        if before is not None:
            found += [f"under={before.lemma}", f"under+type={before.lemma}+{kind}"]
    if group.form == "infinitive":
        found.append(f"infinitive+type={kind}")
    following = next(iter(sentence.groups_from(group.last)), None)
    if following is not None:
        found += [f"next={following.lemma} {following.form}", f"type+next={kind}+{following.lemma}"]
    heads: list[str] = []
    k = group.last
    while k < len(sentence) and len(heads) < 2:
        end = sentence.phrase_at.get(k)
        if end is not None:
            named = sentence.tags[end - 1] in ("NNP", "NNPS")
            heads.append(_NAME if named else singular(sentence.lower[end - 1]))
        k = end if end is not None else k + 1
    found += [f"object{n}={head}" for n, head in enumerate(heads)]
    return [*found, *(f"trigger+object={verb}+{head}" for head in heads[:1])]
