"""What type of event a verb tells: with its object, its subject, a particle, or by itself."""

from __future__ import annotations

import bisect
import itertools

from onrecord.annotation import event_recipients
from onrecord.annotation.event_asking import (
    ASKING,
    asked_for,
    infinitive_after,
    is_served,
    time_given,
    wants_done,
    written,
)
from onrecord.annotation.event_lexicon import event_lexicon, singular
from onrecord.annotation.event_mishaps import by_mishap
from onrecord.annotation.event_no_deeds import is_by_number, is_no_deed
from onrecord.annotation.event_refusing import BEING_WILLING, called_untrue, is_unwilling
from onrecord.annotation.objects import by_phrase, object_of
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup

EMPTY_VERBS = frozenset(
    "be have do seem appear become remain get go come take make let need use keep start begin continue stop try "
    "help".split()
)
CARRIERS = frozenset(
    "announce begin carry commence commit conduct continue declare deliver escalate express extend give hold initiate "
    "intensify issue join launch lead make mount offer open order perform pursue reaffirm reiterate renew resume send "
    "stage start step undertake voice wage".split()
)
"""Verbs that leave it to their object to say what is done."""
_TRANSITIVE = frozenset({"charge", "close", "shut", "dissolve", "release", "sack", "fire"})
"""Verbs whose type holds for what is done to somebody, not for what happens by itself."""
_LETTING = frozenset({"allow", "permit", "let"})
_BENT = {"commit": "AGREE", "oppose": "REJECT"}
BENT = frozenset(f"{verb} to" for verb in _BENT)
"""The rules of verbs whose passive tells what its subject is bent on: `is committed to`."""
_INTRANSITIVE = frozenset({"demonstrate"})
"""Verbs whose type holds only where nothing is done to a thing."""
_WITH_OFF = frozenset({"call"})
"""Verbs that `off` makes others of."""
_SUMS = frozenset("million billion thousand".split())
_WILLING = frozenset({"willing", "ready", "prepared"})
SOMEBODY = "(somebody)"
"""Stands in the lexicon for an object that is a person: `fired its clerk`, not `fired a missile`."""


def type_of(sentence: Sentence, group: VerbGroup) -> tuple[str | None, bool, str]:
    """The type that a verb tells, whether its object only completes it, and the rule."""
    lexicon = event_lexicon()
    theme = object_of(sentence, group) or _behind_particle(sentence, group)
    particle = sentence.lower[group.last : group.last + 1]
    if theme is not None and theme[0] == group.last and _is_particle(sentence, theme[1]):
        # `turned the offer [down]`
        particle = sentence.lower[theme[1] : theme[1] + 1]
    verb = f"{group.lemma}_off" if particle == ["off"] and group.lemma in _WITH_OFF else group.lemma
    who = subject(sentence, group) if group.passive or verb in lexicon.by_subject else None
    if group.passive:
        theme = (who.first, who.head) if who is not None else None
    if is_no_deed(sentence, group, theme, _nouns_of(sentence, theme)):
        return None, False, verb
    for noun in _nouns_of(sentence, theme):
        kind = lexicon.with_object.get((verb, noun))
        if kind is None and verb in CARRIERS and verb not in lexicon.verbs:
            kind = lexicon.nouns.get(noun)
        if kind is not None and not (kind == "ASSAULT" and by_mishap(sentence, group)):
            return kind, not group.passive, f"{verb} + {noun}"
    if theme is not None and (verb, SOMEBODY) in lexicon.with_object and _is_somebody(sentence, *theme):
        return lexicon.with_object[verb, SOMEBODY], False, f"{verb} {SOMEBODY}"
    if theme is None and (verb, SOMEBODY) in lexicon.with_object and not group.passive and _whom(sentence, group):
        return lexicon.with_object[verb, SOMEBODY], False, f"{verb} {SOMEBODY}"
    bent = _bent_on(sentence, group, verb)
    if bent is not None:
        return bent, False, f"{verb} to"
    if verb == "warn" and theme is not None and not group.passive and _threatens(sentence, theme):
        return "THREATEN", False, "warn that"
    lets = verb in _LETTING and not group.passive and theme is not None and event_recipients.is_party(sentence, *theme)
    if lets and theme is not None and infinitive_after(sentence, theme[1]):
        return "CONCEDE", False, f"{verb} to"
    if verb == "tell" and theme is not None and not group.passive and _told_to(sentence, theme[1]):
        return "REQUEST", False, "tell to"
    if verb in ("warn", "tell") and theme is not None and not group.passive and _kept_off(sentence, theme[1]):
        return "REQUEST", False, f"{verb} not to"
    given = time_given(sentence, theme[1]) if verb == "give" and theme is not None and not group.passive else None
    if given is not None:
        return given, False, "give until"
    asked = asked_for(sentence, group, verb, theme)
    if asked is not None:
        return asked, False, f"{verb}{ASKING}"
    by_letter = written(sentence, group)
    if by_letter is not None:
        return by_letter, False, "write to"
    if verb == "want" and not group.passive and wants_done(sentence, group):
        return "REQUEST", False, "want to be"
    if verb == "serve" and theme is not None and not group.passive and is_served(sentence, theme[1]):
        return "COERCE", False, "serve with"
    if verb == "call" and not group.passive and called_untrue(sentence, group, theme):
        return "REJECT", False, "call untrue"
    if verb in _YIELDING and theme is not None and sentence.lower[theme[0]] in _REFLEXIVES and particle:
        return "CONCEDE", False, f"{verb} oneself {particle[0]}"
    if verb == "strike" and theme is None and not group.passive and is_of_work(sentence):
        return "PROTEST", False, "strike"
    if verb in _HAVING_DONE and group.passive and _to_follows(sentence, group):
        return "REQUEST", False, f"{verb} to"
    if theme is not None and (verb, "*") in lexicon.with_object:
        return lexicon.with_object[verb, "*"], not event_recipients.is_party(sentence, *theme), f"{verb} + object"
    if who is not None and not group.passive:
        for noun in _nouns_of(sentence, (who.first, who.head)):
            kind = lexicon.with_subject.get((verb, noun))
            if kind is not None:
                return kind, False, f"{noun} + {verb}"
    if verb in ("walk", "storm") and particle == ["out"]:
        left = _nouns_of(sentence, _phrase_behind(sentence, group.last + 2))
        if sentence.lower[group.last + 1 : group.last + 2] != ["of"]:
            return "PROTEST", False, "walk out"
        if _MEETINGS & set(left):
            return "REJECT", False, "walk out of"
    for k in range(group.last, min(len(sentence), group.last + 2)):
        kind = lexicon.with_word.get((verb, sentence.lower[k]))
        aside = sentence.lower[k - 1] == "not" or _is_no_noun(sentence, k) or is_by_number(sentence, k)
        if kind is not None and not aside:
            return kind, False, f"{verb} {sentence.lower[k]}"
    if particle and (verb, particle[0]) in lexicon.with_word and not _is_no_noun(sentence, group.last):
        return lexicon.with_word[verb, particle[0]], False, f"{verb} {particle[0]}"
    if (verb, "against") in lexicon.with_word and "against" in _clause_words(sentence, group.last, 9):
        return lexicon.with_word[verb, "against"], False, f"{verb} against"
    if verb in lexicon.by_pair:
        for k in range(group.last, min(len(sentence) - 1, group.last + 10)):
            kind = lexicon.with_word.get((verb, f"{sentence.lower[k]}_{sentence.lower[k + 1]}"))
            if kind is not None:
                return kind, False, f"{verb} {sentence.lower[k]} {sentence.lower[k + 1]}"
    if theme is not None and not group.passive:
        if verb == "call" and _rings(sentence, *theme):
            return "CONSULT", False, "call somebody"
        if verb in _HAVING_DONE | {"want"} and infinitive_after(sentence, theme[1]):
            return "REQUEST", False, f"{verb} to"
        if verb == "call" and _calls_names(sentence, *theme):
            return "ACCUSE", False, "call names"
        if verb == "want" and theme[0] == group.last and sentence.tags[theme[0]] != "PRP":
            return "REQUEST", False, "want"
        if verb in ("clear", "absolve") and "of" in sentence.lower[theme[1] : theme[1] + 1]:
            return "CONCEDE", False, f"{verb} of"
        if verb == "find" and "guilty" in sentence.lower[theme[1] : theme[1] + 6]:
            return "ACCUSE", False, "find guilty"
    kind = lexicon.verbs.get(verb)
    clause = _clause_words(sentence, group.last, 9)
    if verb not in EMPTY_VERBS and ("in", "protest") in itertools.pairwise(clause):
        return "PROTEST", False, f"{verb} in protest"
    if verb in _TRANSITIVE and theme is None and not group.passive:
        # `The sale [closes] on Monday`
        kind = None
    if kind == "ASSAULT" and by_mishap(sentence, group):
        # `The fire [destroyed] the shop`, `were [killed] in a crash`
        kind = None
    if verb == "release" and theme is not None and not _is_somebody(sentence, *theme):
        # `released its figures`, `the film was released`
        kind = None
    about = particle == ["that"] or (theme is not None and not event_recipients.is_party(sentence, *theme))
    if verb in _INTRANSITIVE and about:
        # `The count [demonstrates] a need`
        kind = None
    if verb == "help" and theme is None and sentence.tags[group.last : group.last + 1] in (["VB"], ["TO"]):
        # `It [helps] explain the fall`
        kind = None
    return kind, False, verb


_BAD_NAMES = frozenset(
    "absurd abuse arrogant attack baseless betrayal biased blackmail bluff bluster bullying callous censorship "
    "charade corrupt cosmetic coup cowardly craven crime criminal cruel cruelty cynical dangerous deceitful "
    "deplorable derisory desperate disaster discriminatory disgrace disgraceful disgusting dishonest "
    "disproportionate distortion divisive excessive extortion fabrication farce fiction folly foolish fraud hasty "
    "heartless heavy-handed hollow humiliating humiliation hypocrisy hypocrite hypocritical illegal immoral "
    "inadequate inhuman inhumane insane insufficient insult insulting intolerable irresponsible joke laughable liar "
    "lie ludicrous meaningless misleading mistake mistaken mockery monstrous naive nonsense one-sided opportunistic "
    "outdated outrage outrageous overreach paltry pathetic piracy ploy pointless politically-motivated premature "
    "provocation punitive racist reckless reprehensible ridiculous robbery sabotage scandal sham shambles shame "
    "shameful short-sighted shortsighted slander smear smokescreen spiteful spurious stunt stupid tactic theft "
    "tone-deaf traitor treason trick unacceptable unconstitutional undemocratic unfair unfounded unjust unjustified "
    "unlawful unreasonable unworkable vindictive whitewash witch-hunt".split()
)
"""What somebody is blamed for by who calls it so."""


def _calls_names(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what follows the object of `call` is ill: `called the offer [an insult]`, `the vote [nonsense]`."""
    if last - first > 2 and sentence.lower[last - 1] in _BAD_NAMES:
        return True
    for k in range(last, min(len(sentence), last + 6)):
        if sentence.lower[k] in _BAD_NAMES:
            return True
        if sentence.tags[k] in (",", ".", ":", "''", "IN", "CC") or sentence.tags[k][:2] == "VB":
            return False
    return False


_MEETINGS = frozenset("meeting talk negotiation hearing session summit conference parliament debate".split())


def _phrase_behind(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """The noun phrase that begins at word `k`."""
    last = sentence.phrase_at.get(k)
    return None if last is None else (k, last)


def _whom(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether `whom` opens the clause of a verb: `the clerks [whom] it had fired`."""
    before = sentence.lower[max(0, group.first - 8) : group.first]
    return "whom" in before and not {",", ";", ":"} & set(before[before.index("whom") :])


def _is_particle(sentence: Sentence, k: int) -> bool:
    """Whether word `k` is a particle that ends its clause or goes before a mark, a time, a preposition."""
    after = sentence.tags[k + 1 : k + 2]
    return sentence.lower[k : k + 1] != [] and sentence.lower[k] in _PARTICLES and (
        not after or after[0] in (",", ".", ":", "IN", "TO", "CC", "RB") or sentence.lower[k + 1] in CALENDAR
    )


def _behind_particle(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """The object behind a particle that looks like a preposition: `locked out [the crew]`, `handed over [the boat]`."""
    word = sentence.lower[group.last : group.last + 1]
    if group.passive or not word or word[0] not in ("out", "over", "off", "up", "down"):
        return None
    known = (group.lemma, sentence.lower[group.last]) in event_lexicon().with_word
    return _phrase_behind(sentence, group.last + 1) if known or group.lemma in _OUT_OR_OFF else None


_OUT_OR_OFF = frozenset({"lock", "shut", "hand", "lay", "call"})
_PARTICLES = frozenset("aside away back down in off out over through up".split())
_YIELDING = frozenset({"give", "turn", "hand"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_WORK = frozenset(
    "apprentice arbitration ballot bargaining carer cleaner clerk collector conductor contract contractor courier crew "
    "doctor dock docker driver employee employer faculty firefighter guild handler hunger janitor job "
    "labor labour librarian lockout mechanic mediator member miner musician nurse overtime paramedic pay picket pilot "
    "player porter rail roster salary seafarer shift staff staffing stoppage teacher train transit tutor union "
    "unionist wage walkout worker workforce writer actor".split()
)
_ARMS = frozenset(
    "air airbase aircraft artillery attack bomb drone fighter gunship jet militant militia missile navy rebel "
    "retaliatory rocket shell soldier troop warplane warship".split()
)


def is_of_work(sentence: Sentence) -> bool:
    """Whether a strike is one of workers, by the words of its sentence: `a two-day strike over pay`."""
    words = {singular(word) for word in sentence.lower}
    lasting = any(word.endswith(("-day", "-hour", "-week", "-month")) for word in sentence.lower)
    return (lasting or bool(words & _WORK)) and not words & _ARMS


def _to_follows(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether an infinitive follows a passive, or the one by whom it is: `was told [by a court] to pay`."""
    agent = by_phrase(sentence, group)
    k = group.last if agent is None else agent[1]
    return sentence.tags[k : k + 1] == ["TO"]


_HAVING_DONE = frozenset({"order", "invite", "direct", "command", "require", "advise", "tell"})
"""Verbs by which somebody is to do what an infinitive says: `invited both sides [to meet]`."""


_SOME = frozenset("one two three some several many most all dozens hundreds members".split())
BODIES = frozenset(
    "government administration ministry department military army navy police court parliament congress senate council "
    "commission committee agency authority embassy regime cabinet bureau office force board bank".split()
)
"""Of the nouns for people those that are bodies."""


def _is_somebody(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun phrase is about a person or persons: a pronoun of theirs, a noun such as `clerk`, a name."""
    head = sentence.lower[last - 1]
    of = sentence.phrase_at.get(last + 1) if sentence.lower[last : last + 1] == ["of"] else None
    if of is not None and (head in _SOME or sentence.tags[last - 1] == "CD"):
        # `one of [its own clerks]`
        return _is_somebody(sentence, last + 1, of)
    if sentence.tags[first] == "PRP":
        return head in ("him", "her", "them", "he", "she", "they") and sentence.lower[last : last + 1] != ["as"]
    if sentence.tags[last - 1] in ("NNP", "NNPS"):
        return True
    return singular(head) not in BODIES and event_recipients.is_party(sentence, last - 1, last)


def _threatens(sentence: Sentence, warned: tuple[int, int]) -> bool:
    """Whether what somebody is warned of is what the one who warns, or a party that is named, would do to him."""
    following = sentence.groups_from(warned[1])
    if not following or following[0].first - warned[1] > 8 or not event_recipients.is_party(sentence, *warned):
        return False
    verb = following[0]
    k = next((k for k in range(warned[1], verb.first) if sentence.lower[k] == "that"), None)
    last = None if k is None else sentence.phrase_at.get(k + 1)
    if k is None or last is None or verb.modal not in ("would", "will", "could") or verb.passive:
        return False
    own = sentence.tags[k + 1] == "PRP$" or sentence.lower[k + 1] in ("he", "she", "it", "they", "we")
    return own or event_recipients.is_named(sentence, k + 1, last)


def _bent_on(sentence: Sentence, group: VerbGroup, verb: str) -> str | None:
    """What somebody's being committed or opposed to something tells: an act of his, though the verb is passive."""
    return _BENT.get(verb) if sentence.tags[group.last : group.last + 1] == ["TO"] and group.passive else None


def _clause_words(sentence: Sentence, start: int, reach: int) -> list[str]:
    """The words from `start` on up to a mark, `reach` at most."""
    marks = (",", ":", ".", "``", "''")
    end = next((k for k in range(start, len(sentence)) if sentence.tags[k] in marks), len(sentence))
    return sentence.lower[start : min(end, start + reach)]


def _nouns_of(sentence: Sentence, phrase: tuple[int, int] | None) -> list[str]:
    """The nouns of a phrase, its head first, and of what hangs on it by `of` and `in`; singular.

    `half of the [troops]`, `[state] of [emergency]`, `[million] in [aid]`, `power sharing [deal]`; a second object
    counts as well.
    """
    found: list[str] = []
    for _ in range(3):
        if phrase is None:
            break
        first, last = phrase
        found.extend(
            singular(sentence.lower[k])
            for k in range(last - 1, first - 1, -1)
            if sentence.tags[k] in NOUNS or (sentence.lower[k] in _SUMS and k >= last - 2)
        )
        compound = sentence.tags[last : last + 1] == ["VBG"]
        hangs = last + (compound or sentence.lower[last : last + 1] in (["of"], ["in"], ["and"]))
        end = sentence.phrase_at.get(hangs)
        phrase = None if end is None else (hangs, end)
    return found


def _told_to(sentence: Sentence, last: int) -> bool:
    """Whether an infinitive stands right behind who is told something: `told the bank [to pay]`."""
    following = next(iter(sentence.groups_from(last)), None)
    return following is not None and following.form == "infinitive" and following.first == last


def _kept_off(sentence: Sentence, last: int) -> bool:
    """Whether who is told or warned is not to do something: `warned crews Tuesday [not to] stop`."""
    for k in range(last, min(len(sentence) - 1, last + 4)):
        if sentence.lower[k : k + 2] == ["not", "to"]:
            return True
        if sentence.tags[k] in (",", ":", ".", "WDT", "WP") or sentence.group_at(k) is not None:
            return False
    return False


_CALL_ENDS = frozenset({"on", "in", "after", "about", "and"})


def _rings(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the object of `call` is somebody, and nothing follows that he would be called."""
    if not event_recipients.is_party(sentence, first, last) or last >= len(sentence):
        return False
    after = sentence.lower[last]
    return after in CALENDAR or sentence.tags[last] in (",", ".", "TO") or after in _CALL_ENDS


def phrase_around(sentence: Sentence, k: int) -> list[tuple[int, int]]:
    """The noun phrase that holds word `k`, if one does."""
    index = bisect.bisect_right(sentence.phrases, (k, len(sentence))) - 1
    return [sentence.phrases[index]] if index >= 0 and sentence.phrases[index][1] > k else []


def turned(sentence: Sentence, group: VerbGroup, kind: str | None) -> tuple[str, str] | None:
    """What refusing, failing or being ready to do it makes of a verb (PLOVER): the type, and the rule."""
    following = sentence.lower[group.last : group.last + 1]
    if group.modal in ("will", "would") and following in (["neither"], ["nothing"], ["none"]) and kind is None:
        return "REJECT", "will not"
    if kind is None and group.lemma in EMPTY_VERBS:
        return None
    perfect = not {"have", "'ve", "’ve"}.isdisjoint(sentence.lower[group.first : group.head])
    if perfect and group.modal == "would":
        # `would not have earned it`: so it might have been.
        return None
    if group.negated and group.modal in ("wo", "will", "would") and kind not in ("REJECT", "THREATEN", "AGREE"):
        return ("REJECT", "will not") if _has_a_will(sentence, group) else None
    if group.form != "infinitive" or not group.first:
        return None
    before = next(reversed(sentence.groups_before(group.first)), None)
    if kind in ("AGREE", "SUPPORT") and before is not None and before.last == group.first and before.lemma == "fail":
        return "REJECT", "fail to"
    word = sentence.lower[group.first - 1]
    state = before is not None and before.form == "finite" and before.lemma != "go"
    if before is not None and state and is_unwilling(sentence, before, group.first):
        return ("REJECT", "will not") if kind != "REJECT" and _has_a_will(sentence, before) else None
    if word in _WILLING and kind != "REJECT" and before is not None and not before.negated:
        return "AGREE", f"{word} to"
    return None


def _is_no_noun(sentence: Sentence, k: int) -> bool:
    """Whether word `k` is the `no` of a noun: `said [no] bid came`, not `said [no] to it`."""
    return sentence.lower[k : k + 1] == ["no"] and sentence.tags[k + 1 : k + 2] in (["NN"], ["NNS"], ["JJ"], ["NNP"])


def _has_a_will(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether who will not do it refuses by that: no deed (`the talks will not end it`), nobody it would be done to."""
    who = subject(sentence, group)
    lexicon = event_lexicon()
    noun = "" if who is None else singular(sentence.lower[who.head - 1])
    deed = noun in lexicon.nouns or noun in lexicon.owned_nouns
    return (not group.passive or group.lemma in BEING_WILLING) and not deed
