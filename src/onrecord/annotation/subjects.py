"""Who does what a verb says: subjects, found without a parser.

A subject is found from its verb leftwards, past adverbs, appositions and relative clauses; where no rule fits the
answer is None rather than a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotation.lexicons import document_nouns
from onrecord.annotation.long_subjects import long_subject
from onrecord.annotation.objects import object_of
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.relatives import told_of
from onrecord.annotation.syntax import FINITE, Sentence, VerbGroup
from onrecord.annotation.time_adverbials import TIME_NOUNS, before_time, is_time, time_behind_comma

_MARKS = frozenset({",", ".", ":", "``", "''", "(", ")"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `first` to `last` (excluded) of a subject with its appositions; `head` ends its main noun phrase,
    which begins at `first`."""

    first: int
    last: int
    head: int


_NO_CHAIN = frozenset(
    "that if because as while whether although though since until after before when by unless lest than once".split()
)


def chain(sentence: Sentence, end: int) -> int | None:
    """The first word of the noun phrase that ends before word `end`, with the phrases that it hangs on.

    `the mayor of [Orrville]` begins at `the`; None where no noun phrase ends there.
    """
    first = sentence.phrase_to.get(end)
    tags, lower = sentence.tags, sentence.lower
    while first is not None and first > 1:
        k = first - 1
        if tags[k] == "POS":
            k -= 1
            if k + 1 in sentence.phrase_to:
                first = sentence.phrase_to[k + 1]
                continue
            break
        behind_noun = lower[k] == "by" and k in sentence.phrase_to and tags[k - 1] in NOUNS
        if (tags[k] == "IN" and (lower[k] not in _NO_CHAIN or behind_noun)) or tags[k] == "TO":
            m = k
            if m and m not in sentence.phrase_to and tags[m - 1] in ("JJ", "VBN", "VBG"):
                m -= 1
                if m and tags[m - 1] == "RB":
                    m -= 1
            if m in sentence.phrase_to and lower[sentence.phrase_to[m]] not in CALENDAR:
                first = sentence.phrase_to[m]
                continue
        elif (
            lower[k] in ("and", "or", "&") and k in sentence.phrase_to and lower[sentence.phrase_to[k]] not in CALENDAR
        ):
            first = sentence.phrase_to[k]
            continue
        elif lower[k] == "by" and tags[k - 1] == "VBN" and k - 1 in sentence.phrase_to and _is_paper(lower[k - 2]):
            # `the memo obtained by the agency`
            first = sentence.phrase_to[k - 1]
            continue
        elif tags[k] in ("VBG", "VBN") and k in sentence.phrase_to:
            # A participle with an object: `groups opposing the plan`.
            first = sentence.phrase_to[k]
            continue
        elif tags[max(0, k - 2) : k + 1] == ["VBN", "IN", "VBG"] and k - 2 in sentence.phrase_to:
            # `the man accused of killing two guards`
            first = sentence.phrase_to[k - 2]
            continue
        break
    return first


def _is_paper(word: str) -> bool:
    return word in document_nouns()


def _head_end(sentence: Sentence, first: int, last: int) -> int:
    """The end of the main noun phrase of a subject: with what `of` hangs on it, without infinitives and the like."""
    end = sentence.phrase_at.get(first, last)
    if any(g.form == "infinitive" and g.first < last for g in sentence.groups_from(end)):
        return end
    return last


def inserted(sentence: Sentence, end: int, quotes: int = 0) -> Subject | None:
    """The subject before an insertion that a comma at `end - 1` closes: an apposition, a relative clause; `quotes` is
    the number of quotation marks passed so far."""
    tags = sentence.tags
    tries = 0
    c = end - 2
    while c > 0 and tries < 3 and end - c < 40:
        quotes += tags[c] in ("``", "''")
        if tags[c] == ":" or quotes > 2:
            return None
        if quotes == 1:
            c -= 1
            continue
        if tags[c] == ",":
            tries += 1
            if tags[c - 1] == "CD" and tags[c - 2] == ",":
                # The age in `Jon Ek, 58, …` is no subject.
                c -= 2
            first = chain(sentence, c)
            opener = tags[c + 1]
            whole = None if first is None else _before_address(sentence, first, c, end)
            if whole is not None:
                return whole
            if first is not None and sentence.lower[c - 1] not in CALENDAR:
                if opener in ("WP", "WDT", "WP$") or sentence.lower[c + 1] in ("who", "where"):
                    return _outer(sentence, c, end) or Subject(first, end - 1, c)
                if opener in _APPOSED and not _finite_between(
                    sentence, c + 1, end - 1
                ):
                    plain = opener == "RB" and end - c < 6
                    return Subject(first, c if plain else end - 1, c)
                if opener in ("IN", "CC", "TO") and not (opener == "CC" and _finite_between(sentence, c + 1, end - 1)):
                    return Subject(first, c, c)
        c -= 1
    return None


def _before_address(sentence: Sentence, first: int, c: int, end: int) -> Subject | None:
    """The subject before a town and its state: `Vesta Lines, Southport, Conn., said`, `Vesta Lines, based in Albany,
    N.Y., said`; the comma at `c` stands behind the town, whose name begins at word `first`."""
    tags = sentence.tags
    if end - c > 5 or c + 1 >= end - 1 or not all(tags[k] in ("NNP", ".") for k in (*range(c + 1, end - 1), c - 1)):
        return None
    k = first
    while k and tags[k - 1] in ("IN", "VBN"):
        k -= 1
    start = chain(sentence, k - 1) if k > 1 and tags[k - 1] == "," and tags[k - 2] in ("NNP", "NNPS", ".") else None
    return None if start is None else Subject(start, end - 1, k - 1)


_APPOSED = frozenset("DT NN NNS NNP JJ JJS RBS PDT PRP$ CD VBG VBN RB".split())
"""What may open an apposition or a participle about a noun phrase."""


def _outer(sentence: Sentence, c: int, end: int) -> Subject | None:
    """The subject that a relative clause hangs on in which another one hangs: `his niece, who sits on the board of a
    bank, which is small, [said]`; the comma at `c` opens the inner one."""
    k = c - 1
    while k > 0 and c - k < 25 and sentence.tags[k] not in _MARKS:
        k -= 1
    if k < 1 or sentence.tags[k] != "," or sentence.tags[k + 1] not in ("WP", "WDT", "WP$"):
        return None
    if not any(t in FINITE for t in sentence.tags[k + 1 : c]):
        return None
    first = chain(sentence, k)
    return Subject(first, end - 1, k) if first is not None else None


def _finite_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a main clause's verb stands between two words; one in a relative clause does not count."""
    for i in range(first, last):
        if sentence.tags[i] in FINITE and not any(
            t in ("WP", "WDT", "WRB") or sentence.lower[k] == "that"
            for k, t in enumerate(sentence.tags[first:i], first)
        ):
            return True
    return False


def subject(sentence: Sentence, group: VerbGroup, depth: int = 0) -> Subject | None:
    """The subject of a verb group, or None where no rule finds one."""
    if depth > 4:
        return None
    tags, lower = sentence.tags, sentence.lower
    i = group.first
    while i and tags[i - 1] == "RB":
        i -= 1
    if i == 0:
        return _after_opening(sentence, group, depth)
    before = tags[i - 1]
    if group.form in ("gerund", "participle", "infinitive", "base"):
        return _controller(sentence, group, i, depth)
    if (before in ("WP", "WDT") and lower[i - 1] != "whom") or lower[i - 1] == "that":
        k = i - 1
        if k and tags[k - 1] == ",":
            k -= 1
        if lower[i - 1] == "what":
            return None
        near = sentence.phrase_to.get(k)
        if near is not None and lower[i - 1] == "who" and lower[near] in ("a", "an", "one", "two", "three"):
            # `the parents of [a girl] who died`
            return Subject(near, k, k)
        first = chain(sentence, k)
        return Subject(first, k, k) if first is not None else None
    if before == "POS" and group.form == "finite":
        # `Nurses at St Brannoc's [left]`: the mark belongs to the name.
        start = chain(sentence, i - 1)
        return None if start is None else Subject(start, i, i)
    end = before_time(sentence, i)
    opening = time_behind_comma(sentence, end)
    past = inserted(sentence, opening) if opening is not None else None
    if past is not None:
        # `The firm, a maker of paint, last night [offered] …`
        return past
    first = long_subject(sentence, end)
    if first is None:
        first = chain(sentence, end)
    if first is not None and lower[end - 1] in TIME_NOUNS and first > 1 and tags[first - 1] == "IN":
        # `the delegates visiting earlier in the week said`
        k = first - 1
        while k and tags[k - 1] in ("RB", "RBR", "VBG", "VBN", "IN", "JJR"):
            k -= 1
        first = chain(sentence, k) if k < first - 1 and k in sentence.phrase_to else first
        if first is not None and first < k <= end and k in sentence.phrase_to:
            return Subject(first, end, k)
    if first is None and group.form == "finite" and tags[end - 1] in _ENDED:
        # `the bill that the senate passed [would ban]`
        about = told_of(sentence, end, end)
        start = None if about is None else chain(sentence, about)
        return None if start is None or about is None else Subject(start, end, about)
    if first is not None:
        about = told_of(sentence, first, end)
        start = None if about is None else chain(sentence, about)
        if start is not None and about is not None:
            return Subject(start, end, about)
        if is_time(sentence, first, sentence.phrase_at[first]) and first in sentence.phrase_to:
            # `attacks [last week on the port] killed`
            start = chain(sentence, first)
            return None if start is None else Subject(start, end, first)
        if lower[first] in CALENDAR and first and sentence.phrase_to.get(first) is not None:
            return Subject(sentence.phrase_to[first], first, first)
        if first > 1 and tags[first - 1] == "IN" and lower[first - 1] in _ASIDE:
            # `the mayor, in a statement, said`, `the office (OFO) during a briefing said`
            k = first - 1
            comma = tags[k - 1] == ","
            past = (inserted(sentence, k) if comma else None) or _before_bracket(sentence, k - comma)
            if past is not None:
                return past
            if lower[first] in CALENDAR and lower[k] == "on":
                # `the mission , on Sunday condemned`
                start = chain(sentence, k - comma)
                return None if start is None else Subject(start, k - comma, k - comma)
        return Subject(first, end, _head_end(sentence, first, end))
    if before in (",", ")"):
        if before == ")":
            return _before_bracket(sentence, i)
        return inserted(sentence, i) or _coordinated(sentence, group, i, depth)
    if before == "''" and i > 2 and tags[i - 2] == ",":
        return inserted(sentence, i - 1, 1)
    if before == "CC":
        return _coordinated(sentence, group, i, depth)
    return None


_ENDED = FINITE | {"VBN"}
"""Tags of a verb right before another one."""
_ASIDE = frozenset("in at on during through via after before amid".split())


def _before_bracket(sentence: Sentence, i: int) -> Subject | None:
    """The subject before the brackets that close right before word `i`."""
    if sentence.tags[i - 1] != ")":
        return None
    k = max(0, i - 2)
    while k and sentence.tags[k] != "(":
        k -= 1
    first = chain(sentence, k) if k else None
    return Subject(first, i, k) if first is not None else None


def _coordinated(sentence: Sentence, group: VerbGroup, i: int, depth: int) -> Subject | None:
    """The subject of the finite verb that a coordinated one follows."""
    before = [
        g for g in sentence.groups_before(i) if g.form == "finite" and not _clause_starts_between(sentence, g.last, i)
    ]
    if not before:
        return None
    if i > 1 and sentence.tags[i - 1] == "CC" and sentence.tags[i - 2] == ",":
        # Behind a comma a clause goes on that is no aside: `said they were lost when the firm moved, and [asked] …`
        before = [g for g in before if not _in_aside(sentence, g)] or before
    # The same tense is the better sign: `said the port is open and promised …`.
    alike = [
        g
        for g in before
        if sentence.tags[g.head] == sentence.tags[group.head] and (g.modal is None) == (group.modal is None)
    ]
    return subject(sentence, (alike or before)[-1], depth + 1)


def _in_aside(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb's own clause is a relative one or one of time or cause."""
    k = group.first - 1
    while k > 0 and sentence.tags[k] not in _MARKS and sentence.tags[k] not in FINITE:
        if sentence.tags[k] in ("WP", "WDT", "WRB") or sentence.lower[k] in ("because", "while", "since", "although"):
            return True
        k -= 1
    return sentence.tags[k] in ("WP", "WDT", "WRB")


def _clause_starts_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a sentence, or a quotation that is not closed, begins between two words."""
    tags = sentence.tags[first:last]
    return "." in tags or ";" in sentence.words[first:last] or (tags.count("``") + tags.count("''")) % 2 == 1


def _after_opening(sentence: Sentence, group: VerbGroup, depth: int) -> Subject | None:
    """The subject of a participle that opens the sentence: that of the main clause after its comma."""
    if group.form not in ("gerund", "participle", "infinitive"):
        return None
    for other in sentence.groups_from(group.last):
        if other.form == "finite":
            return subject(sentence, other, depth + 1) if "," in sentence.tags[group.last : other.first] else None
    return None


def _controller(sentence: Sentence, group: VerbGroup, i: int, depth: int) -> Subject | None:
    """The subject of a participle or infinitive: its noun, or that of the verb it depends on."""
    tags, lower = sentence.tags, sentence.lower
    if group.form == "gerund" and i > 3 and tags[i - 3 : i] == [",", "CD", ","] and i - 3 in sentence.phrase_to:
        # `one of the divers, Jon Ek, 58, asking …`
        return Subject(sentence.phrase_to[i - 3], i, i - 3)
    if group.form == "participle":
        if i in sentence.phrase_to:
            return Subject(sentence.phrase_to[i], i, i)
        if tags[i - 1] == "," and i - 1 in sentence.phrase_to and lower[i - 2] not in CALENDAR:
            # `The pact, [signed] by nine states, …`
            opening = chain(sentence, i - 1)
            return None if opening is None else Subject(opening, i, i - 1)
    reach = i
    if i > 1 and tags[i - 1] == "IN" and tags[i - 2] == ":":
        # `sought help—much of which failed—before leaving`: past what the dashes enclose.
        reach = next((k for k in range(i - 3, 0, -1) if tags[k] == ":"), i)
    previous = [g for g in sentence.groups_before(reach) if not _clause_starts_between(sentence, g.last, i)]
    if not previous:
        # `Asked about it, she …`, `After accusing …, she …`: the clause that follows.
        if tags[i - 1] in ("IN", ",", "CC") and group.form != "participle":
            for other in sentence.groups_from(group.last):
                if other.form == "finite" and "," in tags[group.last : other.first]:
                    return subject(sentence, other, depth + 1)
        if i in sentence.phrase_to and group.form in ("gerund", "infinitive"):
            first = chain(sentence, i)
            return Subject(first, i, i) if first is not None else None
        return None
    governor = previous[-1]
    if group.form == "gerund" and tags[i - 1] == "IN":
        governor = next((g for g in reversed(previous) if g.form == "finite"), governor)
    called = governor.lemma == "call" and lower[governor.last : governor.last + 1] in (["on"], ["upon"])
    if group.form == "infinitive" and (called or governor.lemma in _OBJECT_CONTROL) and not governor.passive:
        k = governor.last + 1
        found = object_of(sentence, governor)
        if called and k in sentence.phrase_at:
            found = k, sentence.phrase_at[k]
        if found is not None and found[1] <= i:
            return Subject(found[0], found[1], found[1])
    if group.form == "base" and governor.lemma in _PERCEIVING and not governor.passive:
        # `heard [the mayor] speak`
        found = object_of(sentence, governor)
        if found is not None and found[1] == i:
            return Subject(found[0], found[1], found[1])
    if (
        group.form == "gerund"
        and i in sentence.phrase_to
        and tags[i - 1] != ","
        and sentence.phrase_to[i] >= governor.last
        and lower[i - 1] not in CALENDAR
        and lower[i - 1] not in TIME_NOUNS
    ):
        # `groups opposing the plan`, `left critics wondering`: the noun right before it.
        opening = chain(sentence, i)
        if opening is not None and opening >= governor.last:
            return Subject(opening, i, i)
    if group.form == "gerund" and tags[i - 1] == ",":
        finite = [g for g in previous if g.form == "finite"]
        governor = finite[-1] if finite else governor
        if group.lemma in _SPOKEN:
            # `The envoy said Peru had lied, [accusing] it of theft`: he goes on speaking.
            governor = next((g for g in finite if g.lemma in _SAYING), governor)
    return subject(sentence, governor, depth + 1)


_PERCEIVING = frozenset("hear see watch let make help have".split())
_SAYING = frozenset("say tell write announce declare tweet argue claim insist add".split())
_SPOKEN = frozenset(
    "accuse add blame call cite condemn criticise criticize denounce describe note urge warn vow".split()
)
"""Verbs by which somebody goes on who has been said to speak."""


_OBJECT_CONTROL = frozenset(
    "ask urge tell order force allow want warn invite persuade press push convince encourage advise beg "
    "command compel direct "
    "enable expect forbid help instruct lead let permit prompt remind request require teach get cause give".split()
)
