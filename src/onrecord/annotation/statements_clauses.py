"""Statements told by a verb: `X said (that) …`, `… , X said`, `“…,” said X`, `X accused Y of …`, `Y is expected to …`."""

from __future__ import annotations

from onrecord.annotation import cues, stances
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import complement, phrase_end, skip_particles
from onrecord.annotation.contents import THRESHOLD, clause_end, closed, short_end, stop_of, word_at
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import FINITE, TIME_NOUNS, Sentence, Subject, VerbGroup, by_phrase, subject
from onrecord.types import Span, Stance

SPEECH = frozenset(
    "say add write tell ask reply respond tweet continue explain note argue conclude insist joke quip recall declare warn announce claim state "
    "exclaim testify admit observe remark shout predict complain lament report allege maintain contend acknowledge concede confirm think believe "
    "stress emphasize boast suggest assert post comment recount muse retort counter promise vow joke charge wonder agree object deny repeat reveal "
    "read go caution reason estimate figure guess hint interject mutter opine point".split()
)
"""Verbs that can stand after or inside what they tell."""

_ADDRESSED = frozenset("tell remind inform assure reassure notify advise warn ask brief show convince persuade teach promise".split())
"""Verbs whose object is who is spoken to, no part of the content."""

def find(page: Page, number: int) -> list[Attribution]:
    """The statements whose cue is a verb of sentence `number`."""
    sentence = page.sentences[number]
    found: list[Attribution] = []
    for group in sentence.groups:
        item = _statement(page, number, sentence, group, found)
        if item is not None:
            found.append(item)
    return found


def _statement(page: Page, number: int, sentence: Sentence, group: VerbGroup, earlier: list[Attribution]) -> Attribution | None:
    if group.lemma == "accord":
        return None
    quotation = page.quotation_at(sentence.starts[group.head])
    after, begin = _after(sentence, group)
    odds = cues.probability(group.lemma, complement(sentence, group.last), group.passive)
    if odds < THRESHOLD:
        return None
    stance = _stance(sentence, group, after)
    if group.passive:
        return _passive(page, number, sentence, group, after, begin, stance, odds, quotation)
    told = None if group.lemma not in SPEECH and (after != "none" or odds < 0.6) else _told_before(page, number, sentence, group, stance, after, odds)
    if told is not None:
        return told
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
    spoken = _speaker_before(sentence, group, earlier)
    impersonal = group.lemma in ("seem", "appear", "sound", "look")
    if who is None and not impersonal and not spoken:
        return None
    content, cue_end = _content(page, number, sentence, group, after, begin, stop)
    if not content:
        return None
    cue = (sentence.span(_cue_start(sentence, group), cue_end),)
    source = spoken or (_source(sentence, group, who) if who is not None else ())
    if impersonal:
        source, content = (), ((*source, *content) if sentence.lower[group.first - 1] != "it" else content)
    elif not source or any(s <= source[0][0] < e for s, e in content):
        return None
    return Attribution(source, cue, content, stance, number, round(odds, 3), f"verb + {after}", _holder(sentence, source, who))


def _special(page: Page, number: int, sentence: Sentence, group: VerbGroup, stance: Stance, after: str, odds: float,
             stop: int) -> Attribution | None:
    """Orders of words of their own: `Said Ada Quill, “…”`, `As the mayor told it, …`, `a charge that she denied`."""
    cue = (sentence.span(group.first, group.last),)
    rate = round(odds, 3)
    if group.first == 0 and after == "np+quote" and group.lemma in SPEECH and group.last in sentence.phrase_at:
        end = phrase_end(sentence, group.last)
        quotation = page.quotation_from(sentence.ends[end - 1])
        if quotation is not None and quotation[0] < sentence.end:
            return Attribution((sentence.span(group.last, end),), cue, (quotation, *page.continuation(number, quotation[1])), stance, number, rate,
                               "verb source content")
    who = subject(sentence, group) if group.form == "finite" else None
    if who is None or who.last > group.first:
        return None
    source = (sentence.span(who.first, who.last),)
    if sentence.lower[0] == "as" and who.first == 1 and group.lemma in SPEECH and "," in sentence.tags[group.last :]:
        comma = sentence.tags.index(",", group.last)
        if comma + 2 < stop and comma - group.last < 12 and (after in ("none", "np") or after.startswith("p:")):
            return Attribution(source, cue, (closed(page, sentence, comma + 1, stop),), stance, number, rate, "as source verb, content")
    if who.first < 2 or not (after in ("none", "other") or (after.startswith("p:") and group.last + 1 < stop)):
        return None
    k = who.first - 1
    if sentence.lower[k] in ("which", "that", "whom") and k and sentence.tags[k - 1] in (",", "NN", "NNS", "NNP", "IN"):
        theme = sentence.span(k, k + 1)
    elif who.first in sentence.phrase_to and sentence.tags[k] in ("NN", "NNS"):
        theme = sentence.span(sentence.phrase_to[who.first], who.first)
    else:
        return None
    rest = (closed(page, sentence, group.last, clause_end(page, sentence, group, group.last, stop)),) if after == "other" else ()
    return Attribution(source, cue, (theme, *rest), stance, number, rate, "content source verb")


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


def _cue_start(sentence: Sentence, group: VerbGroup) -> int:
    """The first word of a cue: `to` with the verb that governs it belongs to the verb group."""
    return group.first


def _stance(sentence: Sentence, group: VerbGroup, after: str) -> Stance:
    stance = stances.of_verb(group.lemma) or "asserts"
    if group.negated and stance in ("asserts", "alleges", "confirms", "believes"):
        return "denies" if stance != "believes" else "believes"
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
    if group.lemma == "warn" and after in ("np+to",):
        return "threatens"
    return stance


_REFUSING = frozenset("reject dismiss refuse decline rebuff renounce disagree downplay".split())
_WORDS = frozenset(
    "claim allegation accusation charge report suggestion criticism notion idea rumor rumour assertion speculation concern argument complaint "
    "characterization theory fear account story".split()
)


def _about_words(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what is rejected is something said (a denial) and not something asked or offered (an answer)."""
    return any(sentence.lower[k].removesuffix("s") in _WORDS for k in range(group.last, min(len(sentence), group.last + 6)))


def _after(sentence: Sentence, group: VerbGroup) -> tuple[str, int]:
    """The complement and where it begins, past adverbials of time and place after a verb of speech, and past who is
    spoken to."""
    i = skip_particles(sentence, group.last)
    kind = complement(sentence, i)
    n = len(sentence)
    for _ in range(4):
        if i < n and i in sentence.phrase_at and (
            sentence.lower[i] in CALENDAR or (sentence.lower[sentence.phrase_at[i] - 1] in TIME_NOUNS and sentence.lower[i] in ("last", "this", "earlier"))
        ):
            i = sentence.phrase_at[i]
        elif group.lemma in _ADDRESSED and i in sentence.phrase_at and kind in ("np", "np+that", "np+quote", "np+of", "np+as", "np+for"):
            i = phrase_end(sentence, i) if kind != "np+that" else sentence.phrase_at[i]
        elif group.lemma in SPEECH and kind.startswith("p:") and kind not in ("p:for", "p:of", "p:about", "p:against") and i + 1 in sentence.phrase_at:
            i = phrase_end(sentence, i + 1)
        else:
            break
        i = skip_particles(sentence, i)
        if i < n and sentence.tags[i] == "," and i + 1 < n and sentence.tags[i + 1] in ("``", "''"):
            return "quote", i + 1
        kind = complement(sentence, i)
    if kind == "quote" and sentence.tags[i] not in ("``", "''"):
        i += 1
    return kind, i


def _told_before(page: Page, number: int, sentence: Sentence, group: VerbGroup, stance: Stance, after: str, odds: float) -> Attribution | None:
    """`“…,” X said`, `…, said X`, `… , X said on Friday`: the content stands before the attribution."""
    behind = sentence.tags[group.first - 1] if group.first else ""
    mark = group.first - 1 if behind == "''" else group.first - 2 if behind == "," and group.first > 1 and sentence.tags[group.first - 2] == "''" else -1
    ended = page.quotation_ending(sentence.ends[mark]) if mark >= 0 else None
    quoted = ended is not None and (ended[0] <= sentence.start or ended[1] - ended[0] > 24)
    inverted = group.first not in sentence.phrase_to and (quoted or group.lemma not in _ADDRESSED and _inserted_nothing(sentence, group)) and group.last in sentence.phrase_at and sentence.lower[group.last] not in CALENDAR
    who: Subject | None = None
    if inverted and not quoted and after == "S":
        return None
    if inverted and group.first:
        left = group.first
        if sentence.tags[left - 1] not in ("''", ",", "``", ":", ".") or group.form != "finite":
            return None
        end = _inverted_end(page, sentence, group.last)
        who = Subject(group.last, end, sentence.phrase_at[group.last])
    else:
        who = subject(sentence, group)
        if who is None or who.last > group.first:
            return None
        left = who.first
        if left == 0 and number == 0:
            return None
    interrupting = not inverted and group.last < len(sentence) and sentence.tags[group.last] == ","
    content = _before(page, number, sentence, left, interrupting)
    if not content or (after in ("that", "S", "wh", "to", "quote", "np+that") and not page.quotation_ending(content[-1][1])):
        return None
    if not inverted and page.quotation_ending(content[-1][1]) is None and after not in ("none", "np") and not after.startswith("p:"):
        return None
    last = who.last if inverted else group.last
    content += _going_on(page, number, sentence.ends[last - 1]) or _resumed(page, sentence, group, content, last)
    cue = sentence.span(group.first, group.last)
    return Attribution((sentence.span(who.first, who.last),), (cue,), content, stance, number, round(max(odds, 0.7), 3),
                       "content, verb source" if inverted else "content, source verb")


def _inserted_nothing(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether no subject stands before a verb behind a comma: `…, said the mayor`."""
    return group.first == 0 or subject(sentence, group) is None or sentence.tags[group.first - 1] != ","


def _inverted_end(page: Page, sentence: Sentence, first: int) -> int:
    """The end of a source that follows its verb: with its apposition and relative clause, before an adverbial."""
    end = phrase_end(sentence, first)
    n = stop_of(sentence)
    if end < n and sentence.words[end] == "(" and ")" in sentence.words[end : end + 6]:
        end = sentence.words.index(")", end) + 1
    if end < n and sentence.tags[end] == "," and end + 1 < n and page.quotation_at(sentence.starts[end + 1]) is None:
        opener = sentence.tags[end + 1]
        if opener in ("DT", "NN", "NNS", "JJ", "NNP", "WP", "WDT", "CD", "PRP$") and sentence.lower[end + 1] not in CALENDAR:
            k = end + 1
            while k < n and sentence.tags[k] not in ("``", "''", ":") and not (
                sentence.tags[k] == "," and k + 1 < n and sentence.tags[k + 1] in ("IN", "VBG", "RB", "CC", "``", "''")
            ):
                k += 1
            return k
    return end


def _before(page: Page, number: int, sentence: Sentence, left: int, interrupting: bool) -> tuple[Span, ...]:
    """What stands before an attribution that begins at word `left`: a quotation, or a clause and a comma."""
    if left == 0:
        # `“… .” Smith said.`: the quotation closes the sentence before.
        if number and "\n" not in page.text[page.sentences[number - 1].end : sentence.start]:
            quotation = page.quotation_ending(page.sentences[number - 1].end)
            return (quotation,) if quotation is not None else ()
        return ()
    k = left - 1
    if sentence.tags[k] in (",", ":") and k and sentence.tags[k - 1] in ("''", "``"):
        k -= 1
    if sentence.tags[k] in ("''", "``"):
        quotation = page.quotation_ending(sentence.ends[k])
        if quotation is None:
            return ()
        if quotation[0] <= sentence.start or page.text[quotation[0] - 1 : quotation[0]] == "\n":
            return (quotation,)
        # Words of the narrator before the quotation, in the same sentence: a mixed quotation.
        first = 0
        while first < k and sentence.tags[first] in ("CC", "RB", ",") :
            first += 1
        start = sentence.starts[first]
        length = quotation[1] - quotation[0]
        if quotation[0] - start > 12 and length < 3 * (quotation[0] - start) and sentence.tags[k - 1] in (",", ".", "''"):
            return ((start, quotation[1]),)
        return (quotation,)
    if sentence.tags[k] != "," or (k < 3 and not interrupting):
        return ()
    first = 0
    while first < k and sentence.tags[first] == "CC":
        first += 1
    if interrupting and "," not in sentence.tags[first:k]:
        # `The port, he said, will open`: whatever stands before it goes on behind it.
        return (sentence.span(first, k),) if first < k else ()
    clause = any(t in FINITE for t in sentence.tags[first:k])
    if not clause or sentence.tags[first] in ("IN", "WRB", "VBG", "TO", "VBN") and not _main_clause(sentence, first, k):
        return ()
    return (sentence.span(first, k),)


def _main_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause follows the adverbial that opens the words `first` to `last`."""
    return any(sentence.tags[c] == "," and any(t in FINITE for t in sentence.tags[c:last]) for c in range(first, last))


def _going_on(page: Page, number: int, right: int) -> tuple[Span, ...]:
    """The rest of a quotation that an attribution interrupts: in the same sentence, then in the next ones."""
    sentence = page.sentences[number]
    found: tuple[Span, ...] = ()
    quotation = page.quotation_from(right)
    if quotation is not None and quotation[0] < sentence.end <= quotation[1] + 1 and sum(c.isalpha() for c in page.text[right : quotation[0]]) < 25:
        found = (quotation,)
    return found + page.continuation(number, found[0][1] if found else right)


def _resumed(page: Page, sentence: Sentence, group: VerbGroup, content: tuple[Span, ...], last: int) -> tuple[Span, ...]:
    """The rest of a clause that an attribution interrupts: `The port, he said, will open again.`"""
    stop = stop_of(sentence)
    if page.quotation_ending(content[-1][1]) is not None or last + 2 >= stop or sentence.tags[last] != ",":
        return ()
    if sentence.tags[last + 1] in ("VBG", "WDT", "WP") or sentence.lower[last + 1] in ("adding", "according", "while", "as"):
        return ()
    end = clause_end(page, sentence, group, last + 1, stop)
    return (closed(page, sentence, last + 1, end),) if end > last + 1 else ()


def _content(page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int, stop: int) -> tuple[tuple[Span, ...], int]:
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
        end = clause_end(page, sentence, group, begin, stop) if following in ("wh", "S", "quote") else short_end(sentence, begin, stop)
    elif after in ("to", "ing", "np+to", "np+as", "np+of", "np+for", "adj"):
        end = clause_end(page, sentence, group, begin, stop, whole=False)
    elif group.lemma in ("call", "name", "label", "dub", "describe", "consider", "find", "deem", "brand", "declare") and after == "np":
        end = clause_end(page, sentence, group, begin, stop, whole=False)
    else:
        end = short_end(sentence, begin, stop)
    return ((closed(page, sentence, begin, end),) if end > begin else ()), cue_end


def _passive(page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int, stance: Stance, odds: float,
             quotation: Span | None) -> Attribution | None:
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
        end = clause_end(page, sentence, group, begin, stop) if not after.startswith("p:") else short_end(sentence, begin + 1, stop)
        rest = (closed(page, sentence, begin, end),) if end > begin else ()
    addressed = group.lemma in ("ask", "tell", "inform", "remind")
    content = rest if addressed else (*theme, *rest)
    if not content:
        return None
    return Attribution(source, (sentence.span(group.first, group.last),), content, stance, number, round(odds * 0.8, 3), "passive")

