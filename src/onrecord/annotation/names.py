"""Names: capitalised sequences, what they name, and the title, office or country that stands with them.

A name is found by its capitals and by gazetteers; its kind is decided by evidence (a title or a form of address before
it, a given name, a word that makes it an organisation, a gazetteer), never by a guess from its shape alone: without
evidence it stays undecided and `parties` looks at the rest of the document.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation import lexicons, name_evidence, name_headlines, name_surnames
from onrecord.annotation.name_apostrophes import owns_firm
from onrecord.annotation.name_offices import body_of_title, office_with_of
from onrecord.annotation.name_runs import (
    GROUP_NAMES,
    MODIFIERS,
    PREFIXED,
    SURNAMES_TOO,
    capital,
    credit_end,
    gazetteer_at,
    heads_office,
    kind_of_words,
    lower_title,
    mere_opener,
    opens,
    opens_body,
    ordinary,
    run_end,
    split_run,
)
from onrecord.annotation.name_words import (
    compound,
    day_or_feast,
    no_body,
    of_thing,
    people_of,
    shouted,
    state_behind,
)
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: words `first` to `last` (excluded) of sentence number `sentence`.

    `kind` is None where there is no evidence. `opening` is the first word of the whole phrase with its title and
    country. `rule` says what decided. `vote` is the kind by the network, where there is no evidence and it has one.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: PartyKind | None
    role: str | None
    country: str | None
    opening: int
    rule: str
    vote: PartyKind | None = None


_NO_NAMES = frozenset(
    "i mr. mrs. ms. dr. republican republicans democrat democrats democratic muslim muslims christian "
    "christians jewish jews jew catholic "
    "asian african european arab western eastern northern southern nordic hispanic latino est edt gmt utc pst "
    "pdt cet bst god internet web english christmas easter islam islamic christianity tv a.m. p.m. ok".split()
)


def find_in(sentence: Sentence, number: int, known: frozenset[str] = frozenset()) -> list[Name]:
    """The names of one sentence, in order, not overlapping.

    Args:
        sentence: the sentence's words and tags.
        number: its number in the document, kept in the names.
        known: words that have a capital within sentences of the document; at the start of a sentence, an ordinary word
            is a name only if it is one of these.
    """
    found: list[Name] = []
    i, n = 0, len(sentence)
    demonyms = lexicons.demonyms()
    while i < n:
        word = sentence.words[i]
        if not (word[0].isupper() or PREFIXED.match(word)) or _is_no_name(sentence, i, known):
            i += 1
            continue
        if credit_end(sentence, i) > i:
            i = credit_end(sentence, i)
            continue
        gazetteer = gazetteer_at(sentence, i)
        if (
            gazetteer is None
            and word not in known
            and word not in demonyms
            and opens(sentence, i)
            and mere_opener(sentence, i)
            and not owns_firm(sentence, i)
        ):
            i += 1
            continue
        begins = capital(sentence, i) or PREFIXED.match(word) or heads_office(sentence, i) or opens_body(sentence, i)
        called = word in known and sentence.lower[i] not in CALENDAR
        if not (begins or gazetteer is not None or called or word in demonyms or owns_firm(sentence, i)):
            i += 1
            continue
        j = max(run_end(sentence, i), gazetteer[0] if gazetteer else 0)
        name, step = _name_of_run(sentence, number, i, j, gazetteer)
        if name is not None:
            found.append(name)
        i = max(step, i + 1)
    return found


HALVES = frozenset({"North", "South"})
"""What two states that share a name call one another."""
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ASKING = frozenset("is are was were do does did has have had would could should according".split())
"""Words that open a question or an adverbial; the name of a headline's subject begins after them."""


def _is_no_name(sentence: Sentence, i: int, known: frozenset[str]) -> bool:
    """Whether a capitalised word before a name is none of it.

    It is a number (`Forty-three`) or the label of a politician's party and seat (`(N-Orrville)`). It opens a question
    (`Is Norrvik Mills closing?`), or it is the label of a picture, set in capitals, of what the text writes otherwise
    (`NORRVIK Ada Lund`, where the text has `Norrvik`).
    """
    word = sentence.words[i]
    head, _, rest = word.partition("-")
    if state_behind(sentence, i) or no_body(word) or compound(word):
        return True
    if shouted(sentence, i) and not _all_capitals(sentence) and gazetteer_at(sentence, i) is None:
        return True
    opened = len(word) > 4 and word.isupper() and opens(sentence, i) and sentence.words[i + 1 : i + 2] != []
    if opened and word.lower() in tables().words and sentence.words[i + 1].islower() and word not in known:
        # `DOCK workers have …`: the first word of a report, set in capitals.
        return gazetteer_at(sentence, i) is None
    if sentence.words[i + 1 : i + 2] == [word] and word.isalpha():
        # `Vesta Vesta said`: a caption that ran into the text.
        return True
    seat = len(head) == 1 and rest[:1].isupper() and i > 0 and sentence.words[i - 1] in ("(", ",")
    if seat or (rest and head.lower() in _TENS):
        return True
    follows = i + 1 < len(sentence) and capital(sentence, i + 1)
    if opens(sentence, i) and sentence.lower[i] in _ASKING and (follows or sentence.lower[i] == "according"):
        return True
    label = len(word) > 3 and word.isupper() and word.isalpha() and word.title() in known
    return label and follows and not _all_capitals(sentence)


def _is_title(sentence: Sentence, k: int) -> bool:
    """Whether a title that a name follows begins at word `k`."""
    titles = lexicons.words_of("offices.txt") | lexicons.words_of("honorifics.txt")
    return sentence.lower[k].rstrip(".") in titles and capital(sentence, k + 1) and sentence.lower[k + 1] not in titles


def _all_capitals(sentence: Sentence) -> bool:
    """Whether a sentence is set in capitals, so that they tell nothing."""
    letters = [w for w in sentence.words if len(w) > 2 and w.isalpha()]
    return 2 * sum(w.isupper() for w in letters) > len(letters)


def _make(
    sentence: Sentence,
    number: int,
    first: int,
    last: int,
    opening: int,
    kind: PartyKind | None,
    role: str | None,
    country: str | None,
    rule: str,
) -> Name:
    start, end = sentence.span(first, last)
    text = " ".join(sentence.text[start:end].split())
    return Name(number, first, last, start, end, text, kind, role, country, opening, rule)


_COUNTRY_HEADS = frozenset("government regime administration authorities".split())
_BODY_HEADS = frozenset(
    "military army navy police parliament ministry embassy court congress senate cabinet intelligence forces "
    "troops".split()
)


def _name_of_run(
    sentence: Sentence, number: int, i: int, j: int, gazetteer: tuple[int, lexicons.Known] | None
) -> tuple[Name | None, int]:
    words, lower = sentence.words, sentence.lower
    after, title_end, country = split_run(sentence, i, j)
    n = len(sentence)
    # A known name that fills the run, or that a lower-case word or a mark follows.
    if gazetteer is not None and gazetteer[0] == j:
        known = gazetteer[1]
        if (
            known.kind == "country"
            and j < n
            and lower[j] in _BODY_HEADS | _COUNTRY_HEADS
            and words[i] in lexicons.demonyms()
        ):
            head_end = j + 1
            rule = "government" if lower[j] in _COUNTRY_HEADS else "state body"
            return _make(
                sentence,
                number,
                i,
                head_end,
                i,
                "organisation",
                "government" if rule == "government" else lower[j],
                known.country,
                rule,
            ), head_end
        if (
            known.kind == "country"
            and words[i] in lexicons.demonyms()
            and j < n
            and sentence.tags[j] in ("NN", "NNS", "JJ")
        ):
            return None, j
        kind: PartyKind = "place" if known.kind == "place" else "organisation"
        of_kind = {"country": "government", "outlet": "outlet"}.get(known.kind)
        return _make(sentence, number, i, j, i, kind, of_kind, known.country, known.kind), j
    if day_or_feast(words[i:j]) or of_thing(sentence, i, j):
        return None, j
    people = people_of(words[i:j])
    if people is not None and gazetteer is None:
        made = _make(sentence, number, i, j, i, "group", None, None, "people") if people else None
        return made, j
    office = office_with_of(sentence, after, j)
    if office is not None and office < j:
        held = " ".join(words[after:office])
        return _make(sentence, number, office, j, i, "person", held, country, "title"), j
    if office == j:
        return _make(sentence, number, i, j, i, "person", " ".join(words[after:j]), country, "office"), j
    if country is not None and after == j:
        # The demonym alone: people (Venezuelans), a government, or an adjective, which names nobody.
        if j < n and lower[j] in _COUNTRY_HEADS:
            return _make(sentence, number, i, j + 1, i, "organisation", "government", country, "government"), j + 1
        if j < n and lower[j] in _BODY_HEADS:
            return _make(sentence, number, i, j + 1, i, "organisation", lower[j], country, "state body"), j + 1
        if (
            words[j - 1].endswith("s")
            and sentence.tags[j - 1] in ("NNPS", "NNS", "NNP")
            and (j >= n or sentence.tags[j] not in ("NN", "NNS", "NNP"))
            and not words[j - 1].endswith(("ss", ".S."))
        ):
            return _make(sentence, number, i, j, i, "group", None, country, "people"), j
        k = j
        offices = lexicons.words_of("offices.txt")
        while k < n and (lower[k] in offices or lower[k] in MODIFIERS):
            k += 1
        if k > j and k < n and capital(sentence, k) and lower[k - 1] in offices:
            end = run_end(sentence, k)
            return _make(sentence, number, k, end, i, "person", " ".join(words[j:k]), country, "title"), end
        return None, j
    if gazetteer is not None and gazetteer[0] < j - 1 and _is_title(sentence, gazetteer[0]):
        # `Orrland Sen. Ada Lund`: whom the title names begins with it.
        known = gazetteer[1]
        place: PartyKind = "place" if known.kind in ("place", "capital") else "organisation"
        role = {"country": "government", "outlet": "outlet"}.get(known.kind)
        last = gazetteer[0]
        return _make(sentence, number, i, last, i, place, role, known.country, known.kind), last
    if gazetteer is not None and gazetteer[0] < j - 1 and _person_behind(sentence, i, gazetteer[0]):
        # `its ambassador to Orrland Ada Lund`
        known, last = gazetteer[1], gazetteer[0]
        place = "place" if known.kind in ("place", "capital") else "organisation"
        role = {"country": "government", "outlet": "outlet"}.get(known.kind)
        return _make(sentence, number, i, last, i, place, role, known.country, known.kind), last
    opening = i
    role = None
    titled = False
    first = i
    if title_end > after and title_end < j:
        first, titled = title_end, True
        honorifics = lexicons.words_of("honorifics.txt")
        title = [
            w
            for w in words[after:title_end]
            if w.lower().rstrip(".") not in honorifics or w.lower() in lexicons.words_of("offices.txt")
        ]
        role = " ".join(title) or None
    elif title_end == j and title_end > after:
        if lower[j - 1].rstrip(".") in lexicons.words_of("honorifics.txt") and lower[j - 1].endswith("."):
            return None, j
        role = " ".join(words[after:j])
        return _make(sentence, number, i, j, i, "person", role, country, "office"), j
    elif country is not None and after < j:
        first = i
    if first == i:
        opening = lower_title(sentence, i)
        if opening < i:
            titled, role = True, " ".join(words[opening:i])
            first = (
                after
                if country is not None and after < j and lower[after] not in lexicons.words_of("organisation_words.txt")
                else i
            )
    if titled and lower[first] == "for" and j - first > 2:
        # `Commissioner for Trade Ada Quill`
        first = next((k for k in range(first + 1, j - 1) if words[k] in lexicons.given_names()), j - 2)
    if lower[first] in _NO_NAMES and j - first == 1:
        if lower[first] in GROUP_NAMES:
            return _make(sentence, number, first, j, first, "group", None, None, "group name"), j
        return None, j
    if j - first > 1 and lower[first] in (("the", "a", "an") if titled else ("the", "a", "an", "former")):
        first += 1
    known_rest = gazetteer_at(sentence, first) if first > i else None
    if known_rest is not None and known_rest[0] == j and not titled:
        known = known_rest[1]
        return _make(
            sentence,
            number,
            first,
            j,
            opening,
            "place" if known.kind == "place" else "organisation",
            None,
            known.country,
            known.kind,
        ), j
    if not titled:
        given = next((k for k in range(first + 1, j - 1) if words[k] in lexicons.given_names()), None)
        body = lower[j - 1] in lexicons.words_of("organisation_words.txt") | lexicons.facility_words()
        given = None if body else given
        if given is not None and _tells_only_what(sentence, first, given):
            # `Goalkeeper Ada Quill`: ordinary words before a given name are what she is.
            return _make(
                sentence, number, given, j, first, "person", " ".join(words[first:given]), country, "given name"
            ), j
    addressed = titled and first > 0 and lower[first - 1].rstrip(".") in ("mr", "mrs", "ms", "miss", "dr")
    mere = ordinary(words[first]) and not addressed and not _acting_half(sentence, first)
    if j - first == 1 and (len(words[first]) == 1 or mere):
        return None, j
    if (
        country is not None
        and not titled
        and j < n
        and sentence.tags[j] == "NNS"
        and lower[j] in lexicons.human_nouns()
    ):
        # `Orrish Harbour officials`: the group is named, not a body.
        return None, j
    if titled and first > after and body_of_title(sentence, after, j):
        # `Justice League`, `Prince Hakon Community Band`
        return _make(sentence, number, after, j, i, "organisation", None, country, "organisation word"), j
    kind_found, rule = kind_of_words(sentence, first, j, titled)
    if (
        titled
        and kind_found == "person"
        and opening < i
        and not (lower[j - 1] in SURNAMES_TOO and words[first] in lexicons.given_names())
        and (lower[j - 1].rstrip(".") in lexicons.words_of("organisation_words.txt") or _plural(sentence, first, j))
    ):
        kind_found, rule, role = "organisation", "organisation word", None
    return _make(sentence, number, first, j, opening, kind_found, role, country, rule), j


def _tells_only_what(sentence: Sentence, first: int, given: int) -> bool:
    """Whether the words before a given name are ordinary ones; the first may be a place (`Orrville Boss Ada Quill`)."""
    lower = sentence.lower
    known = gazetteer_at(sentence, first)
    placed = known is not None and known[1].kind != "outlet" and known[0] < given
    start = known[0] if known is not None and placed else first
    calling = placed and given - start == 1 and lower[start].endswith(("er", "or", "ist", "man", "ian"))
    return calling or all(lower[k] in tables().words or lower[k] in MODIFIERS for k in range(start, given))


def _person_behind(sentence: Sentence, first: int, k: int) -> bool:
    """Whether a known name that hangs on a preposition ends before word `k`, where a given name follows."""
    hangs = first > 0 and sentence.lower[first - 1] in ("to", "in", "of", "for", "from")
    return hangs and sentence.words[k] in lexicons.given_names()


def _acting_half(sentence: Sentence, k: int) -> bool:
    """Whether word `k` is half of a land that does something: `The South retaliated`."""
    does = sentence.tags[k + 1 : k + 2] in (["VBD"], ["VBZ"], ["MD"])
    return does and sentence.words[k] in HALVES and sentence.lower[k - 1 : k] == ["the"]


def _plural(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name of several words ends in an ordinary word for several things: `owner Quill Minerals`."""
    word = sentence.lower[last - 1]
    known = tables().words
    both = word in known or word.removesuffix("s") in known
    given = sentence.words[first] in lexicons.given_names()
    return last - first > 1 and not given and len(word) > 4 and word.endswith("s") and both


def find(sentences: Sequence[Sentence]) -> list[Name]:
    """The names of a document's sentences, in order."""
    known = frozenset(
        sentence.words[i]
        for sentence in sentences
        if sentence.kind not in ("title", "heading")
        for i in range(1, len(sentence))
        if sentence.tags[i] in ("NNP", "NNPS") and capital(sentence, i) and not opens(sentence, i)
    )
    found = [name for number, sentence in enumerate(sentences) for name in find_in(sentence, number, known)]

    def surname(number: int, k: int, kind: PartyKind) -> Name:
        return _make(sentences[number], number, k, k + 1, k, kind, None, None, "surname")

    found = name_headlines.cut(name_surnames.with_surnames(found, sentences, surname), sentences)
    return name_evidence.decided(_with_surnames(found, sentences), sentences)


def _with_surnames(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """The names with the surname given to the first of two who share it: `[Adam] and Eva Quill`."""
    found = list(names)
    for k, (first, second) in enumerate(itertools.pairwise(names)):
        sentence = sentences[first.sentence]
        joined = first.sentence == second.sentence and sentence.lower[first.last : second.first] in (["and"], ["&"])
        alone = first.last - first.first == 1 and first.text in lexicons.given_names()
        named = second.text.split()
        if joined and alone and len(named) == 2 and second.kind in (None, "person"):
            text = f"{first.text} {named[1]}"
            found[k] = dataclasses.replace(first, text=text, kind="person", rule="shared surname")
    return found
