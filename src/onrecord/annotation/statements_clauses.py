"""Statements told by a verb: `X said (that) …`, `X accused Y of …`, `Y is expected to …`."""

from __future__ import annotations

from onrecord.annotation import cues, stances
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import complement, phrase_end, skip_particles
from onrecord.annotation.contents import THRESHOLD, clause_end, closed, short_end, stop_of, word_at
from onrecord.annotation.cues import ADDRESSED, SPEECH
from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.lexicons import human_nouns
from onrecord.annotation.objects import by_phrase
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.statements_inverted import as_told, told_before
from onrecord.annotation.subjects import Subject, subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.annotation.time_adverbials import TIME_NOUNS
from onrecord.types import Span, Stance


def find(page: Page, number: int) -> list[Attribution]:
    """The statements whose cue is a verb of sentence `number`."""
    sentence = page.sentences[number]
    found: list[Attribution] = []
    for group in sentence.groups:
        item = _statement(page, number, sentence, group, found)
        if item is not None:
            found.append(item)
    return found


def _statement(
    page: Page, number: int, sentence: Sentence, group: VerbGroup, earlier: list[Attribution]
) -> Attribution | None:
    if group.lemma == "accord":
        return None
    if group.lemma == "admit" and _lets_in(sentence, group):
        return None
    clear = _made_clear(page, number, sentence, group) if group.lemma == "make" else None
    if clear is not None:
        return clear
    quotation = page.quotation_at(sentence.starts[group.head])
    after, begin = _after(sentence, group)
    if after in _CLAUSAL and complement(sentence, begin + 1) == "S":
        # `They chanted as they marched`: a clause of time or cause, no content.
        after = "none"
    odds = cues.probability(group.lemma, complement(sentence, group.last), group.passive)
    if odds < THRESHOLD and (group.lemma not in SPEECH or group.passive):
        return None
    stance = _stance(sentence, group, after)
    if group.passive:
        return _passive(page, number, sentence, group, after, begin, stance, odds)
    told = (
        None
        if group.lemma not in SPEECH and (after != "none" or odds < 0.6)
        else told_before(page, number, sentence, group, stance, after, odds)
    )
    if told is not None and (odds >= THRESHOLD or page.quotation_ending(told.content[0][1]) is not None):
        return told
    if odds < THRESHOLD:
        return None
    if quotation is None and _behind_as(sentence, group):
        return as_told(page, number, sentence, group, stance, odds, earlier)
    stop = stop_of(sentence)
    other = _special(page, number, sentence, group, stance, after, odds, stop) if quotation is None else None
    if other is not None:
        return other
    if after == "none":
        return None
    if quotation is not None:
        # Somebody else's words: what they tell ends with them.
        stop = min(stop, word_at(sentence, quotation[1] - 1))
        if odds < 0.6:
            return None
    who = subject(sentence, group)
    if quotation is not None and who is not None and sentence.lower[who.first] in ("i", "we", "you"):
        return None
    quoted = _quoted(sentence, group)
    spoken = quoted or _speaker_before(sentence, group, earlier)
    impersonal = group.lemma in ("seem", "appear", "sound", "look")
    if who is None and not impersonal and not spoken:
        return None
    content, cue_end = _content(page, number, sentence, group, after, begin, stop)
    if not content:
        return None
    cue = (sentence.span(group.first, cue_end),)
    source = spoken or (_source(sentence, group, who) if who is not None else ())
    if impersonal:
        source, content = (), ((*source, *content) if sentence.lower[max(0, group.first - 1)] != "it" else content)
    elif not source or any(s <= source[0][0] < e for s, e in content):
        return None
    holder = None if quoted else _holder(sentence, source, who)
    return Attribution(source, cue, content, stance, number, round(odds, 3), f"verb + {after}", holder)


def _lets_in(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether somebody is let in and nothing is conceded: `stopped admitting new patients`."""
    last = sentence.phrase_at.get(group.last)
    noun = singular(sentence.lower[last - 1]) if last is not None else ""
    return noun in human_nouns() or noun in _LET_IN


_LET_IN = frozenset("patient student pupil visitor guest inspector prisoner refugee migrant passenger child".split())


def _made_clear(page: Page, number: int, sentence: Sentence, group: VerbGroup) -> Attribution | None:
    """`The mayor made (it) clear on Friday that the port would close`."""
    plain = group.last + (sentence.lower[group.last : group.last + 1] == ["it"])
    if sentence.lower[plain : plain + 1] not in (["clear"], ["plain"]) or group.passive:
        return None
    that = next((k for k in range(plain + 1, min(len(sentence), plain + 9)) if sentence.lower[k] == "that"), None)
    who = subject(sentence, group)
    if that is None or who is None or (sentence.groups_from(plain)[:1] and sentence.groups_from(plain)[0].first < that):
        return None
    end = clause_end(page, sentence, group, that, stop_of(sentence))
    if end <= that + 1 or sentence.span(who.first, who.last)[1] > sentence.starts[group.first]:
        return None
    source = _source(sentence, group, who)
    content = (closed(page, sentence, that, end),)
    cue = (sentence.span(group.first, plain + 1),)
    return Attribution(source, cue, content, "asserts", number, 0.8, "made clear", _holder(sentence, source, who))


def _special(
    page: Page, number: int, sentence: Sentence, group: VerbGroup, stance: Stance, after: str, odds: float, stop: int
) -> Attribution | None:
    """Orders of words of their own: `Said Ada Quill, “…”`, `As the mayor told it, …`, `a charge that she denied`."""
    cue = (sentence.span(group.first, group.last),)
    rate = round(odds, 3)
    if group.first == 0 and after == "np+quote" and group.lemma in SPEECH and group.last in sentence.phrase_at:
        end = phrase_end(sentence, group.last)
        quotation = page.quotation_from(sentence.ends[end - 1])
        if quotation is not None and quotation[0] < sentence.end:
            return Attribution(
                (sentence.span(group.last, end),),
                cue,
                (quotation, *page.continuation(number, quotation[1])),
                stance,
                number,
                rate,
                "verb source content",
            )
    who = subject(sentence, group) if group.form == "finite" else None
    if who is None or who.last > group.first:
        return None
    source = (sentence.span(who.first, who.last),)
    if sentence.lower[0] == "as" and who.first == 1 and group.lemma in SPEECH and "," in sentence.tags[group.last :]:
        comma = sentence.tags.index(",", group.last)
        if comma + 2 < stop and comma - group.last < 12 and (after in ("none", "np") or after.startswith("p:")):
            return Attribution(
                source, cue, (closed(page, sentence, comma + 1, stop),), stance, number, rate, "as source verb, content"
            )
    if who.first < 2 or sentence.groups_from(who.last)[0] is not group:
        return None
    k = who.first - 1
    who_did = sentence.lower[k] in ("who", "which", "that") and after in ("other", "adj") and k - (
        sentence.tags[k - 1] == ","
    )
    if who_did and who_did in sentence.phrase_to:
        # `Jon Ek, who the police say fired first, …`
        end = _relative_end(sentence, k, group.last, clause_end(page, sentence, group, group.last, stop))
        theme = sentence.span(sentence.phrase_to[who_did], who_did)
        told = (theme, closed(page, sentence, group.last, end))
        return Attribution(source, cue, told, stance, number, rate, "subject source verb")
    if after not in ("none", "other") and not (after.startswith("p:") and group.last + 1 < stop):
        return None
    if sentence.lower[k] in ("which", "that", "whom") and k and sentence.tags[k - 1] in (",", "NN", "NNS", "NNP", "IN"):
        theme = sentence.span(k, k + 1)
    elif who.first in sentence.phrase_to and sentence.tags[k] in ("NN", "NNS"):
        theme = sentence.span(sentence.phrase_to[who.first], who.first)
    else:
        return None
    rest = (
        (closed(page, sentence, group.last, clause_end(page, sentence, group, group.last, stop)),)
        if after == "other"
        else ()
    )
    return Attribution(source, cue, (theme, *rest), stance, number, rate, "content source verb")


def _relative_end(sentence: Sentence, opener: int, begin: int, end: int) -> int:
    """Where a relative clause ends: at its closing comma, or before the main clause's verb."""
    if opener and sentence.tags[opener - 1] == ",":
        return next((m for m in range(begin, end) if sentence.tags[m] == ","), end)
    later = [g for g in sentence.groups_from(begin + 1) if g.form == "finite" and g.first < end]
    return later[0].first if later else end


def _behind_as(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb of speech takes up what stands before it: `…, as the mayor said on Friday`.

    What follows it right away is its own content (`as the bank said that …`, `as the mayor announced a rise`).
    """
    if group.form != "finite" or (group.lemma not in SPEECH and group.lemma not in ("allege", "report", "predict")):
        return False
    who = subject(sentence, group)
    if who is None or who.first < 4 or who.last > group.first:
        return False
    if sentence.lower[who.first - 1] != "as" or sentence.tags[who.first - 2] != ",":
        return False
    kind, at = complement(sentence, group.last), skip_particles(sentence, group.last)
    dated = at in sentence.phrase_at and _is_time(sentence, at, sentence.phrase_at[at])
    return kind == "none" or kind.startswith("p:") or (kind == "np" and (dated or group.lemma in ADDRESSED))


_PASSES_ON = frozenset("quote cite report paraphrase describe show record depict".split())
"""Verbs whose object is whose words are passed on: `quoted [the mayor] as saying`."""


def _quoted(sentence: Sentence, group: VerbGroup) -> tuple[Span, ...]:
    """Whose words somebody passes on, where `quoted X as saying` tells them."""
    k = group.first - 1
    if group.form != "gerund" or k < 2 or sentence.lower[k] != "as":
        return ()
    governor = next((g for g in reversed(sentence.groups_before(k)) if g.lemma in _PASSES_ON), None)
    if governor is None or governor.passive or governor.last not in sentence.phrase_at:
        return ()
    end = k - (sentence.tags[k - 1] == ",")
    return (sentence.span(governor.last, end),) if governor.last < end else ()


def _speaker_before(sentence: Sentence, group: VerbGroup, earlier: list[Attribution]) -> tuple[Span, ...]:
    """The source of the statement before, where `…, adding that` goes on from it."""
    if group.form != "gerund" or not group.first or sentence.tags[group.first - 1] not in (",", "CC", "''", ":"):
        return ()
    for item in reversed(earlier):
        if item.source and item.rule != "passive":
            return item.source
    return ()


def _source(sentence: Sentence, group: VerbGroup, who: Subject) -> tuple[Span, ...]:
    """The source's words: the relative pronoun itself where the verb stands in a relative clause."""
    k = group.first - 1
    if k >= who.last and (sentence.tags[k] in ("WP", "WDT") or sentence.lower[k] in ("who", "which")):
        return (sentence.span(k, k + 1),)
    return (sentence.span(who.first, who.last),)


def _holder(sentence: Sentence, source: tuple[Span, ...], who: Subject | None) -> Span | None:
    """The words that name the source where its own are a relative pronoun."""
    if who is None or not source:
        return None
    named = sentence.span(who.first, who.last)
    return named if source[0][0] >= named[1] else None


def stance_at(sentence: Sentence, cue: Span) -> Stance:
    """What a cue that is no rule's does: by its first verb with a stance, else by its last noun with one."""
    for group in sentence.groups:
        touched = sentence.starts[group.first] < cue[1] and cue[0] < sentence.ends[group.last - 1]
        if touched and (stances.of_verb(group.lemma) is not None or group.lemma in _REFUSING):
            return _stance(sentence, group, _after(sentence, group)[0])
    for k in range(len(sentence) - 1, -1, -1):
        if sentence.starts[k] < cue[1] and cue[0] < sentence.ends[k]:
            stance = stances.of_noun(singular(sentence.lower[k]))
            if stance is not None:
                return stance
    return "asserts"


def _stance(sentence: Sentence, group: VerbGroup, after: str) -> Stance:
    stance = stances.of_verb(group.lemma) or "asserts"
    if group.negated and stance in ("asserts", "alleges", "confirms", "believes"):
        # Who has not said or confirmed something has not denied it either.
        return stance if stance == "believes" else "asserts"
    if group.lemma in _REFUSING:
        return "denies" if _about_words(sentence, group) else "asserts"
    if group.lemma == "call" and after in ("p:for", "p:on"):
        return "demands"
    if group.lemma in ("ask", "tell", "want", "like", "beg") and after in ("np+to", "p:for"):
        return "demands"
    if group.lemma == "seek" and not after.startswith("to"):
        return "demands"
    if group.lemma == "agree" and after == "to":
        return "promises"
    if group.lemma == "warn" and (after == "np+to" or _warned_off(sentence, group)):
        # `warned visitors (not) to swim`
        return "demands"
    return stance


def _warned_off(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether somebody is warned not to do something."""
    k = sentence.phrase_at.get(group.last, group.last)
    return sentence.lower[k : k + 2] == ["not", "to"]


_REFUSING = frozenset("reject dismiss refuse decline rebuff renounce disagree downplay".split())
_WORDS = frozenset(
    "claim allegation accusation charge report suggestion criticism notion idea rumor rumour assertion "
    "speculation concern argument complaint "
    "characterization theory fear account story".split()
)


def _about_words(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what is rejected is something said (a denial) and not something asked or offered (an answer)."""
    return any(
        sentence.lower[k].removesuffix("s") in _WORDS for k in range(group.last, min(len(sentence), group.last + 6))
    )


_CLAUSAL = frozenset("p:as p:after p:before p:because p:while p:since p:although p:though p:until".split())
_ASIDES = frozenset({"however", "though", "too", "meanwhile", "instead", "moreover"})


def _is_time(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun phrase is an adverbial of time: `Friday`, `last week`, `last Wednesday`."""
    opening, head = sentence.lower[first], sentence.lower[last - 1]
    return opening in CALENDAR or (opening in ("last", "this", "earlier") and (head in TIME_NOUNS or head in CALENDAR))


def _after(sentence: Sentence, group: VerbGroup) -> tuple[str, int]:
    """The complement and where it begins, past adverbials of time and place after a verb of speech, and past who is
    spoken to."""
    i = skip_particles(sentence, group.last)
    kind = complement(sentence, i)
    n = len(sentence)
    for _ in range(4):
        if i in sentence.phrase_at and _is_time(sentence, i, sentence.phrase_at[i]):
            i = sentence.phrase_at[i]
        elif kind == "none" and i + 3 < n and sentence.lower[i + 1] in _ASIDES and sentence.tags[i + 2] == ",":
            # `They stress, however, that …`
            i += 3
        elif (
            group.lemma in ADDRESSED
            and i in sentence.phrase_at
            and kind in ("np", "np+that", "np+quote", "np+of", "np+as", "np+for")
        ):
            i = phrase_end(sentence, i) if kind != "np+that" else sentence.phrase_at[i]
        elif (
            group.lemma in SPEECH
            and kind.startswith("p:")
            and kind not in ("p:for", "p:of", "p:about", "p:against")
            and i + 1 in sentence.phrase_at
        ):
            i = phrase_end(sentence, i + 1)
        else:
            break
        i = skip_particles(sentence, i)
        if i < n and sentence.tags[i] == "," and i + 1 < n and sentence.tags[i + 1] in ("``", "''"):
            return "quote", i + 1
        kind = complement(sentence, i)
    if kind == "quote" and sentence.tags[i] not in ("``", "''"):
        i += 1
    if kind == "S" and i > group.last and sentence.lower[i - 1] in ("not", "hardly", "barely"):
        # `She said [not one] house stood`: what is told begins with the negation.
        i -= 1
    return kind, i


def _content(
    page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int, stop: int
) -> tuple[tuple[Span, ...], int]:
    """The content after a verb, and where its cue ends (a preposition that the verb governs belongs to the cue)."""
    cue_end = group.last
    if begin >= stop:
        return (), cue_end
    if after == "quote":
        quotation = page.quotation_at(sentence.starts[begin])
        if quotation is not None and (quotation[1] >= sentence.ends[stop - 1] or page.text[quotation[1] - 2] in ",.?!"):
            more = page.continuation(number, quotation[1]) if quotation[1] >= sentence.ends[stop - 1] else ()
            return (quotation, *more), cue_end
    if after in ("that", "S", "wh", "quote", "np+that", "np+quote"):
        end = clause_end(page, sentence, group, begin, stop)
        if sentence.tags[begin] == "," and begin + 1 < end:
            begin += 1
        if end <= begin:
            return (), cue_end
        told = closed(page, sentence, begin, end)
        # A sentence in quotation marks right behind it is the same speaker's.
        more = page.continuation(number, told[1]) if end >= stop_of(sentence) else ()
        return (told, *more), cue_end
    if after.startswith("p:"):
        cue_end = begin + 1
        begin += 1
        if begin >= stop:
            return (), cue_end
        following = complement(sentence, begin)
        end = (
            clause_end(page, sentence, group, begin, stop)
            if following in ("wh", "S", "quote")
            else short_end(sentence, begin, stop)
        )
    elif after in ("to", "ing", "np+to", "np+as", "np+of", "np+for", "adj") or (
        group.lemma in ("call", "name", "label", "dub", "describe", "consider", "find", "deem", "brand", "declare")
        and after == "np"
    ):
        end = clause_end(page, sentence, group, begin, stop, whole=False)
    else:
        end = short_end(sentence, begin, stop)
    return ((closed(page, sentence, begin, end),) if end > begin else ()), cue_end


_FELT = frozenset(
    "worry concern upset please anger convince disappoint surprise divide interest oppose commit determine prepare "
    "alarm frustrate outrage satisfy amuse bother excite dedicate bend inclined".split()
)


def _passive(
    page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int, stance: Stance, odds: float
) -> Attribution | None:
    """`Y is expected to …`, `X was asked whether …`: no source unless a `by` names one."""
    stop = stop_of(sentence)
    agent = by_phrase(sentence, group)
    source = (sentence.span(agent[0], phrase_end(sentence, agent[0])),) if agent is not None else ()
    who = subject(sentence, group)
    theme = (sentence.span(who.first, who.head),) if who is not None else ()
    if agent is not None and agent[0] <= begin + 1:
        begin = phrase_end(sentence, agent[0])
        after = "none" if begin >= stop else complement(sentence, begin)
    if begin >= stop or after == "none":
        rest: tuple[Span, ...] = ()
    else:
        end = (
            clause_end(page, sentence, group, begin, stop)
            if not after.startswith("p:")
            else short_end(sentence, begin + 1, stop)
        )
        rest = (closed(page, sentence, begin, end),) if end > begin else ()
    if group.lemma in _FELT and not source:
        # `The owners were worried that …`: they hold the view that the participle names.
        if not rest or not theme:
            return None
        source, theme = theme, ()
    addressed = group.lemma in ("ask", "tell", "inform", "remind")
    content = rest if addressed else (*theme, *rest)
    if not content:
        return None
    return Attribution(
        source, (sentence.span(group.first, group.last),), content, stance, number, round(odds * 0.8, 3), "passive"
    )
