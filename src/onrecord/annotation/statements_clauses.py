"""Statements told by a verb: `X said (that) …`, `… , X said`, `“…,” said X`, `X accused Y of …`, `Y is expected to …`."""

from __future__ import annotations

from onrecord.annotation import cues, stances
from onrecord.annotation.attribution import Attribution, Page
from onrecord.annotation.complements import complement, phrase_end, short_end, skip_particles
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import FINITE, Sentence, Subject, VerbGroup, by_phrase, chain, subject
from onrecord.types import Span, Stance

THRESHOLD = 0.4
"""Below this probability a verb is taken for no cue. Chosen where F1 on held-back parts of the counted news is flat."""

SPEECH = frozenset(
    "say add write tell ask reply respond tweet continue explain note argue conclude insist joke quip recall declare warn announce claim state "
    "exclaim testify admit observe remark shout predict complain lament report allege maintain contend acknowledge concede confirm think believe "
    "stress emphasize boast suggest assert post comment recount muse retort counter promise vow joke charge wonder agree object deny repeat reveal "
    "read go caution reason estimate figure guess hint interject mutter opine point".split()
)
"""Verbs that can stand after or inside what they tell."""

_ADDRESSED = frozenset("tell remind inform assure reassure notify advise warn ask brief show convince persuade teach promise".split())
"""Verbs whose object is who is spoken to, no part of the content."""

_BODY_ONLY = frozenset({"that", "S", "wh", "quote"})


def find(page: Page, number: int) -> list[Attribution]:
    """The statements whose cue is a verb of sentence `number`."""
    sentence = page.sentences[number]
    found: list[Attribution] = []
    for group in sentence.groups:
        item = _statement(page, number, sentence, group)
        if item is not None:
            found.append(item)
    return found


def _stop(sentence: Sentence) -> int:
    n = len(sentence)
    while n and sentence.tags[n - 1] == ".":
        n -= 1
    return n


def _statement(page: Page, number: int, sentence: Sentence, group: VerbGroup) -> Attribution | None:
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
    told = None if group.lemma not in SPEECH else _told_before(page, number, sentence, group, stance, after, odds)
    if told is not None:
        return told
    if after == "none":
        return None
    who = subject(sentence, group)
    impersonal = group.lemma in ("seem", "appear", "sound", "look")
    if who is None and not impersonal:
        return None
    content, cue_end = _content(page, number, sentence, group, after, begin)
    if not content:
        return None
    cue = (sentence.span(_cue_start(sentence, group), cue_end),)
    source = (sentence.span(who.first, who.last),) if who is not None else ()
    if impersonal:
        source, content = (), (*source, *content) if sentence.lower[group.first - 1] != "it" else content
    elif any(s <= source[0][0] < e for s, e in content):
        return None
    return Attribution(source, cue, content, stance, number, round(odds, 3), f"verb + {after}")


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
        if i < n and i in sentence.phrase_at and sentence.lower[i] in CALENDAR:
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
    inverted = group.first not in sentence.phrase_to and group.last in sentence.phrase_at and sentence.lower[group.last] not in CALENDAR
    who: Subject | None = None
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
    content = _before(page, number, sentence, left)
    if not content or (after in ("that", "S", "wh", "to", "quote", "np+that") and not page.quotation_ending(content[-1][1])):
        return None
    if not inverted and page.quotation_ending(content[-1][1]) is None and after not in ("none", "np") and not after.startswith("p:"):
        return None
    right = sentence.ends[(who.last if inverted else group.last) - 1]
    content += _going_on(page, number, right)
    cue = sentence.span(group.first, group.last)
    return Attribution((sentence.span(who.first, who.last),), (cue,), content, stance, number, round(max(odds, 0.7), 3),
                       "content, verb source" if inverted else "content, source verb")


def _inverted_end(page: Page, sentence: Sentence, first: int) -> int:
    """The end of a source that follows its verb: with its apposition and relative clause, before an adverbial."""
    end = phrase_end(sentence, first)
    n = _stop(sentence)
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


def _before(page: Page, number: int, sentence: Sentence, left: int) -> tuple[Span, ...]:
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
    if sentence.tags[k] != "," or k < 3:
        return ()
    first = 0
    while first < k and sentence.tags[first] == "CC":
        first += 1
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
    quotation = next((q for q in page.quotations if right <= q[0] < sentence.end and q[1] >= sentence.end - 1), None)
    if quotation is not None and sum(c.isalpha() for c in page.text[right : quotation[0]]) < 25:
        found = (quotation,)
    return found + page.continuation(number, found[0][1] if found else right)


def _content(page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int) -> tuple[tuple[Span, ...], int]:
    """The content after a verb, and where its cue ends (a preposition that the verb governs belongs to the cue)."""
    stop = _stop(sentence)
    cue_end = group.last
    if begin >= stop:
        return (), cue_end
    if after == "quote":
        quotation = page.quotation_at(sentence.starts[begin])
        if quotation is not None and (quotation[1] >= sentence.ends[stop - 1]):
            return (quotation, *page.continuation(number, quotation[1])), cue_end
    if after in ("that", "S", "wh", "quote", "np+that", "np+quote"):
        end = clause_end(page, sentence, group, begin, stop)
        if sentence.tags[begin] == "," and begin + 1 < end:
            begin += 1
        return ((_closed(page, sentence, begin, end),) if end > begin else ()), cue_end
    if after.startswith("p:"):
        cue_end = begin + 1
        begin += 1
        if begin >= stop:
            return (), cue_end
        end = short_end(sentence, begin, stop)
    elif after in ("to", "ing", "np+to", "np+as", "np+of", "np+for", "adj"):
        end = clause_end(page, sentence, group, begin, stop)
    else:
        end = short_end(sentence, begin, stop)
    return ((_closed(page, sentence, begin, end),) if end > begin else ()), cue_end


def _closed(page: Page, sentence: Sentence, begin: int, end: int) -> Span:
    """The span of words, a closing quotation mark (with the full stop before it) taken in."""
    start, last = sentence.span(begin, end)
    quotation = page.quotation_at(last - 1)
    if quotation is not None and start <= quotation[0] and quotation[1] <= sentence.end:
        last = max(last, quotation[1])
    return start, last


def clause_end(page: Page, sentence: Sentence, group: VerbGroup, begin: int, stop: int) -> int:
    """The end of a content that is a clause: the sentence's, or where the narrator speaks again."""
    k = begin
    while k < stop:
        tag, word = sentence.tags[k], sentence.lower[k]
        if word == ";" and page.quotation_at(sentence.starts[k]) is None:
            return k
        if tag == "," and k + 1 < stop and _narrator(page, sentence, k + 1, stop):
            return k
        if tag == "CC" and k > begin and word in ("and", "but") and _cue_verb(sentence, k + 1, group):
            return k - 1 if sentence.tags[k - 1] == "," else k
        if word == "according" and k > begin:
            return k
        k += 1
    return stop


def _narrator(page: Page, sentence: Sentence, k: int, stop: int) -> bool:
    """Whether the words after a comma are the narrator's: another cue, an attribution."""
    if page.quotation_at(sentence.starts[k]) is not None:
        return False
    if sentence.lower[k] == "according":
        return True
    m = k
    while m < stop and sentence.tags[m] in ("RB", "CC", "IN"):
        m += 1
    for group in sentence.groups:
        if group.first <= m <= group.head and group.form == "gerund":
            return cues.probability(group.lemma, complement(sentence, group.last), False) >= THRESHOLD
        if m > k and m in sentence.phrase_at and group.form == "finite" and group.first == phrase_end(sentence, m):
            return cues.probability(group.lemma, complement(sentence, group.last), False) >= 0.6
    if k in sentence.phrase_at:
        end = phrase_end(sentence, k)
        for group in sentence.groups:
            if group.first == end and group.lemma in SPEECH and (group.last >= stop or complement(sentence, group.last) in ("none",)):
                return True
    return False


def _cue_verb(sentence: Sentence, k: int, group: VerbGroup) -> bool:
    """Whether a coordinated verb at word `k` is a cue of the same source."""
    for other in sentence.groups:
        if other.first <= k <= other.head:
            same_form = sentence.tags[other.head] == sentence.tags[group.head] or (other.form == "finite" and group.form == "finite" and other.modal is None)
            return same_form and cues.probability(other.lemma, complement(sentence, other.last), other.passive) >= THRESHOLD
    return False


def _passive(page: Page, number: int, sentence: Sentence, group: VerbGroup, after: str, begin: int, stance: Stance, odds: float,
             quotation: Span | None) -> Attribution | None:
    """`Y is expected to …`, `X was asked whether …`: no source unless a `by` names one."""
    stop = _stop(sentence)
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
        rest = (_closed(page, sentence, begin, end),) if end > begin else ()
    addressed = group.lemma in ("ask", "tell", "inform", "remind")
    content = rest if addressed else (*theme, *rest)
    if not content:
        return None
    return Attribution(source, (sentence.span(group.first, group.last),), content, stance, number, round(odds * 0.8, 3), "passive")


__all__ = ["SPEECH", "THRESHOLD", "chain", "clause_end", "find"]
