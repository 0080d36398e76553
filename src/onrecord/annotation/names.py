"""Names: capitalised sequences, what they name, and the title, office or country that stands with them.

A name is found by its capitals and by gazetteers; its kind is decided by evidence (a title or a form of address before
it, a given name, a word that makes it an organisation, a gazetteer), never by a guess from its shape alone: without
evidence it stays undecided and `parties` looks at the rest of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation import lexicons
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: words `first` to `last` (excluded) of sentence number `sentence`.

    `kind` is None where there is no evidence. `opening` is the first word of the whole phrase with its title and
    country. `rule` says what decided.
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


_PARTICLES = frozenset("de del della di da dos du van von der den bin ibn ben al el la le y e ter zu".split())
_JOINTS = frozenset({"of", "for", "&", "and", "on", "in", "to"})
_MODIFIERS = frozenset(
    "former then acting interim deputy vice senior chief late longtime veteran fellow republican democratic presumptive presidential "
    "vice-presidential gop assistant associate first second prime foreign interior defense defence finance justice health "
    "education trade energy attorney lieutenant national federal state city county police army opposition new top managing "
    "executive creative communications campaign press executive-director conservative liberal independent".split()
)
_NO_NAMES = frozenset(
    "i mr. mrs. ms. dr. republican republicans democrat democrats democratic muslim muslims christian christians jewish jews jew catholic "
    "asian african european arab western eastern northern southern nordic hispanic latino est edt gmt utc pst pdt cet bst god internet web english christmas easter islam islamic christianity tv a.m. p.m. ok".split()
)
_GROUP_NAMES = frozenset("republicans democrats muslims christians jews catholics tories liberals conservatives greens communists".split())
_PEOPLE = frozenset("people peoples women men children workers farmers veterans".split())
_AND_HEADS = frozenset("service services administration commission department agency bureau committee ministry council office authority".split())


_COMPOUND_ENDS = frozenset(
    "based winning born led backed style like owned run controlled listed area era educated wide bound funded brokered sponsored sponsoring "
    "nominated linked aligned occupied held dominated made trained made-up type speaking affiliated inspired allied elect".split()
)


def _capital(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    if not word[0].isupper() or (word[-1].isdigit() and word.rstrip("0123456789.,").isupper() and len(word) > 2):
        return False
    if "-" in word and sentence.lower[i].rsplit("-", 1)[1] in _COMPOUND_ENDS:
        return False
    if sentence.lower[i] in CALENDAR and not (sentence.lower[i] in ("may", "april", "june", "august") and sentence.tags[i] != "NNP"):
        return False
    return sentence.tags[i] in ("NNP", "NNPS") or (i > 0 and word[0].isupper() and sentence.tags[i] in ("NN", "NNS", "JJ", "VBG", "VBN"))


_COMMON_ENDINGS = ("tion", "sion", "ness", "ment", "ity", "ism", "ship", "ing", "ed", "ly", "ous", "ful", "ers", "ists", "ance", "ence")


def _first_word(sentence: Sentence) -> int:
    """The first word of a sentence that is no mark."""
    return next((i for i, word in enumerate(sentence.words) if word[0].isalnum()), 0)


def _mere_opener(sentence: Sentence, i: int) -> bool:
    """Whether an ordinary word only opens the sentence, or a quotation in it, with its capital."""
    word, lower = sentence.words[i], sentence.lower[i]
    after = i + 1
    if after < len(sentence) and sentence.words[after][:1].isupper() and sentence.tags[after] in ("NNP", "NNPS"):
        return False
    if word in lexicons.given_names() or word in lexicons.gazetteer() or (word.isupper() and len(word) > 1) or not lower.isalpha():
        return False
    if lower in tables().words or (len(word) > 6 and lower.endswith(_COMMON_ENDINGS)):
        return True
    return after < len(sentence) and sentence.tags[after] in ("NN", "NNS", "JJ")


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is the first of its sentence or of a quotation."""
    return i == _first_word(sentence) or (i > 0 and sentence.words[i - 1] in ("“", "``", '"', "‘", ":"))


def _gazetteer_at(sentence: Sentence, i: int) -> tuple[int, lexicons.Known] | None:
    """The longest gazetteer name that starts at word `i`: its end and what it is."""
    starts = lexicons.gazetteer_starts()
    longest = starts.get(sentence.words[i]) or (starts.get(sentence.words[i].title()) if sentence.words[i].isupper() else None)
    if longest is None:
        return None
    names = lexicons.gazetteer()
    for length in range(min(longest + 1, len(sentence) - i), 0, -1):
        piece = " ".join(sentence.text[sentence.starts[i] : sentence.ends[i + length - 1]].split())
        known = names.get(piece) or (names.get(piece.title()) if len(piece) > 3 and piece.isupper() else None)
        if known is not None:
            return i + length, known
    return None


def _of_people(sentence: Sentence, j: int) -> bool:
    """Whether a possessive belongs to a body's name: `the Orrish People’s Army`."""
    return (
        sentence.tags[j] == "POS"
        and j + 1 < len(sentence)
        and sentence.lower[j + 1] in lexicons.words_of("organisation_words.txt") | {"republic"}
        and sentence.words[j + 1][0].isupper()
        and (sentence.lower[j - 1] in _PEOPLE or sentence.lower[j - 1] in lexicons.human_nouns())
    )


def _run_end(sentence: Sentence, i: int) -> int:
    """The end of the capitalised sequence that starts at word `i`."""
    n, lower = len(sentence), sentence.lower
    j = i + 1
    while j < n:
        if _capital(sentence, j):
            j += 1
            continue
        word = lower[j]
        if word in _PARTICLES and j + 1 < n and _capital(sentence, j + 1) and word not in ("e", "y"):
            j += 2
            continue
        if word in ("of", "for", "&", "and", "on"):
            k = j + 1
            if k < n and lower[k] == "the":
                k += 1
            if k < n and _capital(sentence, k) and _joins(sentence, i, j, k):
                j = k + 1
                continue
        if _of_people(sentence, j):
            j += 2
            continue
        if word in ('"', "“") and _nickname(sentence, j):
            j += 3
            continue
        break
    return j


def _nickname(sentence: Sentence, j: int) -> bool:
    """Whether `"Word"` + a capital follows: John "Red" Miller."""
    return (
        j + 3 < len(sentence)
        and sentence.words[j + 2] in '”"'
        and _capital(sentence, j + 1)
        and _capital(sentence, j + 3)
        and sentence.tags[j - 1] == "NNP"
    )


def _joins(sentence: Sentence, first: int, joint: int, after: int) -> bool:
    """Whether `of`, `for`, `and` at `joint` belongs to one name."""
    lower = sentence.lower
    before = lower[joint - 1]
    offices, bodies = lexicons.words_of("offices.txt"), lexicons.words_of("organisation_words.txt")
    if lower[joint] == "&":
        return True
    if lower[joint] == "of":
        return before in bodies or before in offices or before in ("republic", "university", "speaker", "chamber", "court", "city", "state", "states",
                                                                   "people", "emirates", "kingdom", "islands", "daughters", "sons", "academy", "doctors", "joint")
    if lower[joint] in ("for", "on"):
        return before in bodies and before not in ("campaign", "house", "senate", "police", "congress", "army")
    if lower[first] in bodies and "of" in lower[first:joint] and sentence.tags[after] != "NNPS" and before not in lexicons.gazetteer():
        # The Academy of Arts and Sciences.
        return True
    # A and B Service: one body, where the words before `and` name nothing by themselves.
    end = after
    while end < len(sentence) and _capital(sentence, end):
        end += 1
    single = " ".join(sentence.words[first:joint])
    return lower[end - 1] in _AND_HEADS and joint - first <= 3 and single not in lexicons.gazetteer() and sentence.words[first] not in lexicons.given_names()


def _split_run(sentence: Sentence, i: int, j: int) -> tuple[int, int, str | None]:
    """Within a run: where the demonym ends, where the title ends, and the demonym's country."""
    words, lower = sentence.words, sentence.lower
    demonyms, offices, honorifics = lexicons.demonyms(), lexicons.words_of("offices.txt"), lexicons.words_of("honorifics.txt")
    country = None
    k = i
    for length in (2, 1):
        piece = " ".join(words[i : i + length])
        if i + length <= j and piece in demonyms:
            country, k = demonyms[piece], i + length
            break
    title_end = k
    for m in range(k, j):
        if lower[m].rstrip(".") in honorifics and (m == k or m == title_end):
            title_end = m + 1
        elif lower[m] in offices and m + 1 <= j and not (m + 1 < j and lower[m + 1] == "of"):
            title_end = m + 1
    return k, title_end, country


def _lower_title(sentence: Sentence, i: int) -> int:
    """The first word of a lower-case title that stands directly before word `i`, or `i`."""
    offices = lexicons.words_of("offices.txt")
    k = i
    if k and sentence.lower[k - 1] in offices and sentence.tags[k - 1] in ("NN", "JJ", "NNP", "NNS"):
        k -= 1
        while k and (sentence.lower[k - 1] in _MODIFIERS or sentence.lower[k - 1] in offices) and sentence.tags[k - 1] not in ("VBD", "VBZ"):
            k -= 1
    return k


def _kind(sentence: Sentence, first: int, last: int, titled: bool) -> tuple[PartyKind | None, str]:
    """What the words of a name say about its kind."""
    words, lower = sentence.words[first:last], sentence.lower[first:last]
    bare = [w.rstrip(".") for w in lower]
    camel = any(w[1:] != w[1:].lower() and not w.isupper() and w.isalpha() and w[:2] not in ("Mc", "Mac", "De", "Di", "La", "Le") and "c" not in w[1:3] for w in words)
    bodies = lexicons.words_of("organisation_words.txt")
    if titled:
        return "person", "title"
    if lower[-1] in _GROUP_NAMES:
        return "group", "group name"
    if bare[-1] in lexicons.place_words() and len(words) > 1:
        return "place", "place word"
    if camel and words[0] not in lexicons.given_names():
        return "organisation", "capitals within"
    if "&" in words:
        return "organisation", "ampersand"
    if bare[-1] in bodies or (any(w in bodies for w in bare) and words[0] not in lexicons.given_names()) or "of" in lower:
        return "organisation", "organisation word"
    if bare[-1] in lexicons.facility_words() and len(words) > 1:
        return "facility", "facility word"
    if len(words) > 1 and words[0] in lexicons.given_names():
        return "person", "given name"
    if len(words) > 2 and len(words[0]) == 2 and words[0][1] == "." or (len(words) > 2 and len(words[1]) == 2 and words[1][1] == "."):
        return "person", "initial"
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        return "organisation", "acronym"
    if len(words) > 1 and any(w in _PARTICLES for w in lower[1:-1]):
        return "person", "particle"
    return None, "capitals"


def _ordinary(word: str) -> bool:
    """Whether a single capitalised word is an ordinary noun or adjective: `Game 7`, `the Year of …`."""
    if word.isupper() or word in lexicons.given_names():
        return False
    known = tables().words.get(word.lower())
    return known is not None and any(tag in ("NN", "NNS", "JJ", "VB", "CD") for tag, _ in known) and word.lower() not in lexicons.words_of("organisation_words.txt")


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
        if not word[0].isupper():
            i += 1
            continue
        gazetteer = _gazetteer_at(sentence, i)
        if gazetteer is None and word not in known and word not in demonyms and _opens(sentence, i) and _mere_opener(sentence, i):
            i += 1
            continue
        if not (_capital(sentence, i) or gazetteer is not None or word in known or word in demonyms):
            i += 1
            continue
        j = max(_run_end(sentence, i), gazetteer[0] if gazetteer else 0)
        name, step = _name_of_run(sentence, number, i, j, gazetteer)
        if name is not None:
            found.append(name)
        i = max(step, i + 1)
    return found


def _make(sentence: Sentence, number: int, first: int, last: int, opening: int, kind: PartyKind | None, role: str | None,
          country: str | None, rule: str) -> Name:
    start, end = sentence.span(first, last)
    text = " ".join(sentence.text[start:end].split())
    return Name(number, first, last, start, end, text, kind, role, country, opening, rule)


_COUNTRY_HEADS = frozenset("government regime administration authorities".split())
_BODY_HEADS = frozenset("military army navy police parliament ministry embassy court congress senate cabinet intelligence forces troops".split())


def _name_of_run(sentence: Sentence, number: int, i: int, j: int, gazetteer: tuple[int, lexicons.Known] | None) -> tuple[Name | None, int]:
    words, lower = sentence.words, sentence.lower
    after, title_end, country = _split_run(sentence, i, j)
    n = len(sentence)
    # A known name that fills the run, or that a lower-case word or a mark follows.
    if gazetteer is not None and gazetteer[0] == j:
        known = gazetteer[1]
        if known.kind == "country" and j < n and lower[j] in _BODY_HEADS | _COUNTRY_HEADS and words[i] in lexicons.demonyms():
            head_end = j + 1
            rule = "government" if lower[j] in _COUNTRY_HEADS else "state body"
            return _make(sentence, number, i, head_end, i, "organisation", "government" if rule == "government" else lower[j], known.country, rule), head_end
        if known.kind == "country" and words[i] in lexicons.demonyms() and j < n and sentence.tags[j] in ("NN", "NNS", "JJ"):
            return None, j
        kind: PartyKind = "place" if known.kind == "place" else "organisation"
        of_kind = {"country": "government", "outlet": "outlet"}.get(known.kind)
        return _make(sentence, number, i, j, i, kind, of_kind, known.country, known.kind), j
    if country is not None and after == j:
        # The demonym alone: people (Venezuelans), a government, or an adjective, which names nobody.
        if j < n and lower[j] in _COUNTRY_HEADS:
            return _make(sentence, number, i, j + 1, i, "organisation", "government", country, "government"), j + 1
        if j < n and lower[j] in _BODY_HEADS:
            return _make(sentence, number, i, j + 1, i, "organisation", lower[j], country, "state body"), j + 1
        if words[j - 1].endswith("s") and sentence.tags[j - 1] in ("NNPS", "NNS", "NNP") and (j >= n or sentence.tags[j] not in ("NN", "NNS", "NNP")) and not words[j-1].endswith(("ss", ".S.")):
            return _make(sentence, number, i, j, i, "group", None, country, "people"), j
        k = j
        offices = lexicons.words_of("offices.txt")
        while k < n and (lower[k] in offices or lower[k] in _MODIFIERS):
            k += 1
        if k > j and k < n and _capital(sentence, k) and lower[k - 1] in offices:
            end = _run_end(sentence, k)
            return _make(sentence, number, k, end, i, "person", " ".join(words[j:k]), country, "title"), end
        return None, j
    opening = i
    role: str | None = None
    titled = False
    first = i
    if title_end > after and title_end < j:
        first, titled = title_end, True
        honorifics = lexicons.words_of("honorifics.txt")
        title = [w for w in words[after:title_end] if w.lower().rstrip(".") not in honorifics or w.lower() in lexicons.words_of("offices.txt")]
        role = " ".join(title) or None
    elif title_end == j and title_end > after:
        if lower[j - 1].rstrip(".") in lexicons.words_of("honorifics.txt") and lower[j - 1].endswith("."):
            return None, j
        role = " ".join(words[after:j])
        return _make(sentence, number, i, j, i, "person", role, country, "office"), j
    elif country is not None and after < j:
        first = i
    if first == i:
        opening = _lower_title(sentence, i)
        if opening < i:
            titled, role = True, " ".join(words[opening:i])
            first = after if country is not None and after < j and lower[after] not in lexicons.words_of("organisation_words.txt") else i
    if lower[first] in _NO_NAMES and j - first == 1:
        if lower[first] in _GROUP_NAMES:
            return _make(sentence, number, first, j, first, "group", None, None, "group name"), j
        return None, j
    if first < j and lower[first] in ("the", "a", "an") and j - first > 1:
        first += 1
    known_rest = _gazetteer_at(sentence, first) if first > i else None
    if known_rest is not None and known_rest[0] == j and not titled:
        known = known_rest[1]
        return _make(sentence, number, first, j, opening, "place" if known.kind == "place" else "organisation", None, known.country, known.kind), j
    if not titled:
        given = next((k for k in range(first + 1, j - 1) if words[k] in lexicons.given_names()), None)
        if given is not None and all(lower[k] in tables().words or lower[k] in _MODIFIERS for k in range(first, given)):
            # `Goalkeeper Ada Quill`: ordinary words before a given name are what she is.
            return _make(sentence, number, given, j, first, "person", " ".join(words[first:given]), country, "given name"), j
    if j - first == 1 and (len(words[first]) == 1 or _ordinary(words[first])):
        return None, j
    if country is not None and not titled and j < n and sentence.tags[j] == "NNS" and lower[j] in lexicons.human_nouns():
        # `Orrish Harbour officials`: the group is named, not a body.
        return None, j
    kind_found, rule = _kind(sentence, first, j, titled)
    if titled and kind_found == "person" and sentence.lower[j - 1].rstrip(".") in lexicons.words_of("organisation_words.txt") and opening < i:
        kind_found, rule, role = "organisation", "organisation word", None
    return _make(sentence, number, first, j, opening, kind_found, role, country, rule), j


def find(sentences: Sequence[Sentence]) -> list[Name]:
    """The names of a document's sentences, in order."""
    known = frozenset(
        sentence.words[i]
        for sentence in sentences
        if sentence.kind not in ("title", "heading")
        for i in range(1, len(sentence))
        if sentence.tags[i] in ("NNP", "NNPS") and _capital(sentence, i) and not _opens(sentence, i)
    )
    return [name for number, sentence in enumerate(sentences) for name in find_in(sentence, number, known)]
