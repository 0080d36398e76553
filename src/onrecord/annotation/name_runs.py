"""Capitalised sequences: where they begin and end, what stands in them, and what their words say about their kind."""

from __future__ import annotations

import re

from onrecord.annotation import lexicons
from onrecord.annotation.name_apostrophes import possessive_end
from onrecord.annotation.name_words import compound, no_body, shouted, state_behind
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind

GROUP_NAMES = frozenset(
    "republicans democrats muslims christians jews catholics tories liberals conservatives greens communists".split()
)
_PARTICLES = frozenset("de del della di da dos du van von der den bin ibn ben al el la le y e ter zu".split())
MODIFIERS = frozenset(
    "former then acting interim deputy vice senior chief late longtime veteran fellow republican democratic "
    "presumptive presidential "
    "vice-presidential gop assistant associate first second prime foreign interior defense defence finance "
    "justice health "
    "education trade energy attorney lieutenant national federal state city county police army opposition new "
    "top managing "
    "executive creative communications campaign press executive-director conservative liberal independent".split()
)
PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|abu|bin|ibn|d|l)[-'’‑][A-Z]")
"""How a surname begins that has its article or preposition in lower case before it (`al-Tayeb`, `d’Aubert`)."""
ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)[-‑](?=\w{3})", re.I)
"""The Arabic article before a surname, which is often left out."""
_DISTRICTS = frozenset(
    "school irrigation water fire transit hospital park utility sewer sanitary library health".split()
)
"""Before `District` in the name of a body."""
_NAMED_FOR = frozenset("saint st king queen prince princess lord lady".split())
"""Titles of those whom bodies and buildings are named for."""
_AND_HEADS = frozenset(
    "service services administration commission department agency bureau committee ministry council office "
    "authority".split()
)


_COMPOUND_ENDS = frozenset(
    "based winning born led backed style like owned run controlled listed area era educated wide bound funded "
    "brokered sponsored sponsoring "
    "old nominated linked aligned occupied held dominated made trained made-up type speaking affiliated inspired "
    "allied elect".split()
)


_OPENERS = frozenset(
    "according meanwhile however moreover furthermore nevertheless nonetheless therefore thus also additionally "
    "separately earlier later afterwards elsewhere instead otherwise likewise similarly consequently accordingly "
    "yesterday today tomorrow tonight overnight recently previously initially eventually finally then "
    "asked writes says reports adds explains argues wrote added despite although though because while when if "
    "since unless after before until during following amid".split()
)
"""Words that open a sentence and are never the first word of a name, whatever follows."""
_LABELS = frozenset(
    "UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE ANALYSIS OPINION EXPLAINER CORRECTED CORRECTION URGENT FACTBOX "
    "TIMELINE INSIGHT DEVELOPING VIDEO PHOTOS ALERT FLASH RPT WRAPUP ADVISORY READ SEE OFFICIAL IMAGE "
    "PHOTO PICTURED REPORT WARNING".split()
)
"""What a desk sets before its headline or text."""
_GERUND_ENDS = ("izing", "ising", "fying", "cating", "rating", "lating", "nating")
"""How gerunds end that no name of a person or body does."""
_ADVERB_ENDS = ("ically", "edly", "ingly", "fully", "ously", "nately", "ually", "ently", "antly", "onally", "arily")
"""How adverbs that say something of a whole sentence end; no name of a person or body does."""


def capital(sentence: Sentence, i: int) -> bool:
    """Whether word `i` has the capital of a name: no calendar word, no number, no `Orrville-based`."""
    word = sentence.words[i]
    if not word[0].isupper() or (word[-1].isdigit() and word.rstrip("0123456789.,").isupper() and len(word) > 2):
        return False
    full_stop = i > 0 and sentence.words[i - 1][-1] == "."
    if sentence.lower[i] in _OPENERS and (full_stop or opens(sentence, i)):
        # `… by Norrvik Corp. According to Lund`: the sentences may not have been parted.
        return False
    if sentence.lower[i].endswith(_ADVERB_ENDS) and len(word) > 7 and opens(sentence, i):
        # `Ironically Lund had offered …`
        return False
    if sentence.lower[i].endswith(_GERUND_ENDS) and len(word) > 7 and opens(sentence, i):
        # `Tranquilizing Bruno would take too long`
        return False
    if len(word) > 5 and opens(sentence, i) and sentence.words[i + 1 : i + 2] and (
        sentence.words[i + 1] in lexicons.given_names() and _is_gerund(sentence.lower[i])
    ):
        # `Knowing Ada Lund, I am not surprised`
        return False
    if word in _LABELS and (opens(sentence, i) or sentence.words[i + 1 : i + 2] in ([":"], ["-"], ["–"], ["—"])):
        return False
    if "-" in word and (sentence.lower[i].rsplit("-", 1)[1] in _COMPOUND_ENDS or compound(word)):
        return False
    if state_behind(sentence, i) or (word.isupper() and (no_body(word) or _shouts(sentence, i))):
        return False
    if sentence.lower[i] in _MONTH_NAMES and i and sentence.words[i - 1] in lexicons.given_names():
        # `Ada May said`, not `told Ada May 5 was too late`
        return not (i + 1 < len(sentence) and sentence.words[i + 1][0].isdigit())
    if sentence.lower[i] in CALENDAR and not (
        sentence.lower[i] in ("may", "april", "june", "august") and sentence.tags[i] != "NNP"
    ):
        return False
    return sentence.tags[i] in ("NNP", "NNPS") or (
        i > 0 and word[0].isupper() and sentence.tags[i] in ("NN", "NNS", "JJ", "VBG", "VBN")
    )


def _is_gerund(word: str) -> bool:
    tags = tables().words.get(word, ())
    return word.endswith("ing") and bool(tags) and max(tags, key=lambda t: t[1])[0] == "VBG"


_MONTH_NAMES = frozenset({"may", "june", "august", "april"})
"""Months that are surnames too."""


def _shouts(sentence: Sentence, i: int) -> bool:
    """Whether a word is set in capitals in a sentence that is not."""
    letters = [w for w in sentence.words if len(w) > 2 and w.isalpha()]
    return 2 * sum(w.isupper() for w in letters) <= len(letters) and shouted(sentence, i)


COMMON_ENDINGS = (
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ism",
    "ship",
    "ing",
    "ed",
    "ly",
    "ous",
    "ful",
    "ers",
    "ists",
    "ance",
    "ence",
)
"""How common nouns, adverbs, participles and adjectives end."""
_PLURAL_TOO = ("tion", "sion", "ness", "ment", "ity", "ism", "ship", "ance", "ence", "off", "out", "down", "age", "ure")
"""How common nouns end that open a sentence in the plural (`Shipments rose`)."""


def _first_word(sentence: Sentence) -> int:
    """The first word of a sentence that is no mark."""
    return next((i for i, word in enumerate(sentence.words) if word[0].isalnum()), 0)


def mere_opener(sentence: Sentence, i: int) -> bool:
    """Whether an ordinary word only opens the sentence, or a quotation in it, with its capital."""
    word, lower = sentence.words[i], sentence.lower[i]
    after = i + 1
    if after < len(sentence) and sentence.words[after][:1].isupper() and sentence.tags[after] in ("NNP", "NNPS"):
        return False
    follows = sentence.lower[after] if after < len(sentence) else ""
    if follows in _PARTICLES and sentence.tags[i] in ("NNP", "NNPS"):
        return not (after + 1 < len(sentence) and capital(sentence, after + 1))
    if after < len(sentence) and PREFIXED.match(sentence.words[after]):
        return False
    if (
        word in lexicons.given_names()
        or word in lexicons.gazetteer()
        or (word.isupper() and len(word) > 1)
        or not lower.isalpha()
    ):
        return False
    if lower in ("department", "ministry") and after + 1 < len(sentence) and sentence.lower[after] == "of":
        return False
    if heads_office(sentence, i):
        return False
    if opens_body(sentence, i):
        return False
    people = lexicons.human_nouns().get(lower)
    if people is not None and people[1]:
        # `Hostages were moved`
        return True
    single = f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
    if (
        lower in tables().words
        or single in tables().words
        or (len(word) > 6 and lower.endswith(COMMON_ENDINGS))
        or (len(word) > 6 and single != lower and single.endswith(_PLURAL_TOO))
    ):
        return True
    return after < len(sentence) and sentence.tags[after] in ("NN", "NNS", "JJ")


def heads_office(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is an office held of something with a capital: `Secretary of State Lund`."""
    held = sentence.lower[i] in lexicons.words_of("offices.txt") and sentence.lower[i + 1 : i + 2] == ["of"]
    return held and i + 2 < len(sentence) and sentence.words[i + 2][0].isupper()


def opens(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is the first of its sentence or of a quotation."""
    return i == _first_word(sentence) or (i > 0 and sentence.words[i - 1] in ("“", "``", '"', "‘", ":"))


def gazetteer_at(sentence: Sentence, i: int) -> tuple[int, lexicons.Known] | None:
    """The longest gazetteer name that starts at word `i`: its end and what it is."""
    starts = lexicons.gazetteer_starts()
    longest = starts.get(sentence.words[i]) or (
        starts.get(sentence.words[i].title()) if sentence.words[i].isupper() else None
    )
    if longest is None:
        return None
    names = lexicons.gazetteer()
    for length in range(min(longest + 1, len(sentence) - i), 0, -1):
        piece = " ".join(sentence.text[sentence.starts[i] : sentence.ends[i + length - 1]].split())
        known = names.get(piece) or (names.get(piece.title()) if len(piece) > 3 and piece.isupper() else None)
        if known is not None:
            return i + length, known
    return None


_AGENCIES = frozenset("Reuters REUTERS AFP EPA EFE DPA AP SWNS Getty GETTY Alamy ALAMY Shutterstock Splash".split())
_AGENCY_TAILS = frozenset("Images Photo Photos News".split())
_CREDIT_MARKS = frozenset("/ • | © ( – —".split())


def credit_end(sentence: Sentence, i: int) -> int:
    """Where a picture's credit that opens a sentence ends, if a name follows at once: `Reuters [Ada Lund] said`.

    Pages set the credit of a picture in front of the paragraph beside it; as a rule nothing parts the two. `i` where
    there is none.
    """
    if i and sentence.words[i - 1] not in _CREDIT_MARKS and i != _first_word(sentence):
        return i
    k = i
    while k < len(sentence) and (sentence.words[k] in _AGENCIES or (k > i and sentence.words[k] in ("/", "via"))):
        k += 1
        if k < len(sentence) and sentence.words[k] in _AGENCY_TAILS:
            k += 1
    follows = k > i and k < len(sentence) and capital(sentence, k)
    bodies = lexicons.words_of("organisation_words.txt") | lexicons.facility_words()
    return k if follows and sentence.lower[k] not in bodies else i


def run_end(sentence: Sentence, i: int) -> int:
    """The end of the capitalised sequence that starts at word `i`."""
    n, lower = len(sentence), sentence.lower
    j = i + 1
    while j < n:
        word = lower[j]
        if word == "flight" and j + 1 < n and lower[j + 1].isdigit():
            # `Nord Air Flight 22` is one of the carrier's flights, not the carrier.
            break
        if sentence.starts[j] == sentence.ends[j - 1] and sentence.words[j - 1].isalpha() and word.isalpha():
            # `Norrvik DailyAda Lund`: a credit, and the name that a missing space glues to it.
            break
        if word in _NETWORKS and lower[j + 1 : j + 2] != [] and lower[j + 1] in _CARRIED:
            # `the official Nord Air Twitter account` is Nord Air’s.
            break
        if sentence.words[j] == "Former":
            # A label set before a headline: `Technology Former Norrvik Mills workers …`
            break
        if j == i + 1 and sentence.words[j] in _STANDS and _association(sentence, i):
            j += 2
            continue
        if capital(sentence, j) or (PREFIXED.match(sentence.words[j]) and sentence.tags[j - 1] in ("NNP", "NNPS")):
            j += 1
            continue
        if word in _PARTICLES and word not in ("e", "y"):
            # `de la Cruz`, `van der Meer`
            k = j + 1 + (lower[j + 1 : j + 2] != [] and lower[j + 1] in _PARTICLES)
            if k < n and capital(sentence, k):
                j = k + 1
                continue
        if word in ("of", "for", "&", "and", "on"):
            k = j + 1
            if k < n and (lower[k] == "the" or (word == "for" and lower[k] in ("a", "an"))):
                k += 1
            if k < n and capital(sentence, k) and _joins(sentence, i, j, k):
                j = k + 1
                continue
        takes = word == "to" and lower[j - 1] in _TAKES_TO and {"of", "for"} & set(lower[i:j])
        if takes and j + 1 < n and capital(sentence, j + 1):
            # `the Society for the Prevention of Cruelty to Horses`
            j += 2
            continue
        if word.isdigit() and j - i > 1 and lower[j - 1] in ("local", "lodge", "channel"):
            j += 1
            continue
        inner = possessive_end(sentence, i, j)
        if inner > j:
            j = inner
            continue
        if word in ('"', "“") and _nickname(sentence, j):
            j += 3
            continue
        break
    return j


_NETWORKS = frozenset("twitter facebook instagram youtube telegram weibo tiktok snapchat linkedin reddit".split())
_CARRIED = frozenset("account accounts page pages feed feeds post posts profile channel handle group video".split())
"""What somebody has on a network that his name stands before."""
_TAKES_TO = frozenset("cruelty access aid right".split())
"""Nouns within a body’s name that `to` follows."""
_UNITED = frozenset(
    "people citizens americans mothers parents veterans women physicians doctors scientists students engineers "
    "teachers friends".split()
)
"""Who call an association after what they are for (`Citizens for Clean Rivers`)."""
_STANDS = frozenset({"Against", "Without", "Before", "Behind"})


def _ordinary_words(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitalised words are ordinary ones, none of them a name by itself."""
    return all(
        (w in tables().words or w.removesuffix("s") in tables().words or w.endswith(_KNOWN_ENDS))
        and sentence.words[k] not in lexicons.given_names()
        and gazetteer_at(sentence, k) is None
        for k, w in enumerate(sentence.lower[first:last], first)
    )  # fmt: skip


def coordinated_body(sentence: Sentence, first: int) -> bool:
    """Whether a name of two ordinary words and a body’s noun starts here: `Science and Technology Weekly`."""
    lower = sentence.lower
    if lower[first + 1 : first + 2] != ["and"]:
        return False
    end = first + 2
    while end < len(sentence) and end < first + 6 and capital(sentence, end):
        end += 1
    if end - first < 4:
        return False
    heads = lexicons.words_of("organisation_words.txt") | _PAPERS
    one, two = (_are_people(lower[k]) for k in (first, first + 2))
    if lower[end - 1] not in heads or one != two or not lexicons.words_of("offices.txt").isdisjoint(lower[first:end]):
        # `Farmers and Growers Union`, but two in `Officials and Harbour Council`.
        return False
    return _ordinary_words(sentence, first, first + 1) and _ordinary_words(sentence, first + 2, end - 1)


def _are_people(word: str) -> bool:
    known = lexicons.human_nouns().get(word)
    return (known is not None and known[1]) or word.endswith(("ers", "ors", "ists"))


def opens_body(sentence: Sentence, first: int) -> bool:
    """Whether an ordinary word with a capital is the first of a body’s name."""
    return coordinated_body(sentence, first) or _association(sentence, first)


_PAPERS = frozenset("weekly daily monthly quarterly news magazine review journal".split())


def _association(sentence: Sentence, first: int) -> bool:
    """Whether people who name an association open a sentence: `Parents Without Houses`, `People for the Fair …`."""
    lower = sentence.lower
    if lower[first] not in _UNITED or first + 2 >= len(sentence):
        return False
    if sentence.words[first + 1] in _STANDS:
        return sentence.words[first + 2][0].isupper()
    after = first + 2 + (lower[first + 2] == "the")
    called = lower[first + 1] == "for" and after < len(sentence) and capital(sentence, after)
    return called and _ordinary_words(sentence, after, after + 1)


def _nickname(sentence: Sentence, j: int) -> bool:
    """Whether `"Word"` + a capital follows: John "Red" Miller."""
    return (
        j + 3 < len(sentence)
        and sentence.words[j + 2] in '”"'
        and capital(sentence, j + 1)
        and capital(sentence, j + 3)
        and sentence.tags[j - 1] == "NNP"
    )


def _joins(sentence: Sentence, first: int, joint: int, after: int) -> bool:
    """Whether `of`, `for`, `and` at `joint` belongs to one name."""
    lower = sentence.lower
    before = lower[joint - 1]
    offices, bodies = lexicons.words_of("offices.txt"), lexicons.words_of("organisation_words.txt")
    if lower[joint] == "&":
        return True
    if lower[joint] == "and" and lower[joint + 1] == "the":
        # `Norrvik and the Harbour Commission` are two.
        return False
    if lower[joint] in ("for", "on", "and") and sentence.words[after] in lexicons.given_names():
        # `the Orrish Party for [Ada Lund]` is no one name.
        return False
    if lower[joint] == "and" and joint == first + 1 and coordinated_body(sentence, first):
        return True
    if lower[joint] == "for" and joint == first + 1 and _association(sentence, first):
        return True
    if lower[joint] == "of":
        if joint - first == 2 and sentence.words[first] in lexicons.given_names() and before not in bodies:
            # `Ada Head of Norrvik University` has a surname that is an office elsewhere.
            return False
        inside = joint - 1 > first or not opens(sentence, first)
        return (
            before in bodies
            or (inside and _heads_name(before) and not _of_person(sentence, first, joint - 1))
            or before in offices
            or before
            in (
                "republic",
                "first",
                "university",
                "speaker",
                "chamber",
                "court",
                "city",
                "state",
                "states",
                "people",
                "member",
                "commonwealth",
                "emirates",
                "kingdom",
                "islands",
                "daughters",
                "sons",
                "academy",
                "doctors",
                "joint",
                "port",
                "diocese",
                "archdiocese",
            )
        )
    if lower[joint] == "for" and lower[first] in bodies and "of" in lower[first:joint]:
        # `the Court of Arbitration for Boats`
        return True
    if lower[joint] in ("for", "on"):
        if lower[joint] == "for" and joint - first > 1 and before in _FOR_HEADS:
            return True
        return before in bodies and before not in ("campaign", "house", "senate", "police", "congress", "army")
    if (
        lower[first] in bodies
        and {"of", "for"} & set(lower[first:joint])
        and sentence.tags[after] != "NNPS"
        and before not in lexicons.gazetteer()
    ):
        # The Academy of Arts and Sciences.
        return True
    # A and B Service: one body, where the words before `and` name nothing by themselves.
    end = after
    while end < len(sentence) and capital(sentence, end):
        end += 1
        if lower[end - 1] in _AND_HEADS:
            break
    placed = 1 < joint - first <= 3 and sentence.words[first] not in lexicons.given_names()
    if placed and lower[end - 1] in _AND_HEADS and end - 1 > after and (
        _ordinary_words(sentence, first + 1, joint) and _ordinary_words(sentence, after, end - 1)
    ):
        # `Norrvik Fire and Rescue Service`: a place, and what is done there.
        return True
    single = " ".join(sentence.words[first:joint])
    return (
        lower[end - 1] in _AND_HEADS
        and joint - first <= 3
        and single not in lexicons.gazetteer()
        and sentence.words[first] not in lexicons.given_names()
        and all(w in tables().words or w.endswith(_KNOWN_ENDS) or w.upper() == "U.S." for w in lower[first:joint])
    )


_KNOWN_ENDS = ("al", "ic", "ive", "ary", "ime", "ine", "ies", "ics", *COMMON_ENDINGS)
"""How ordinary words end that the tables of words may lack."""
_FOR_HEADS = frozenset(
    "observatory conference institute coalition alliance mission project programme program initiative committee "
    "commissioner watch academy laboratory workshop campaign".split()
)
_NOT_HEADS = frozenset("most many some all none one part half rest end top much both each any several few".split())


def _of_person(sentence: Sentence, first: int, head: int) -> bool:
    """Whether the word before `of` is a surname: `Tom Price of Norrland`, `Mr. Price of Norrland`."""
    before = sentence.words[head - 1] if head else ""
    called = before in lexicons.given_names() or before.lower().rstrip(".") in lexicons.words_of("honorifics.txt")
    return called or sentence.words[first] in lexicons.given_names()


def _heads_name(word: str) -> bool:
    """Whether a word is an ordinary singular noun for a thing, so that with a capital it heads a name with `of`."""
    tags = tables().words.get(word)
    if tags is None or word in _NOT_HEADS or word in lexicons.human_nouns():
        return False
    return max(tags, key=lambda t: t[1])[0] == "NN"


_RANKS = frozenset("gen lt col maj capt cmdr cpl sgt adm gov sen rep prof rev hon dr mr mrs ms".split())


def split_run(sentence: Sentence, i: int, j: int) -> tuple[int, int, str | None]:
    """Within a run: where the demonym ends, where the title ends, and the demonym's country."""
    words, lower = sentence.words, sentence.lower
    demonyms, offices, honorifics = (
        lexicons.demonyms(),
        lexicons.words_of("offices.txt"),
        lexicons.words_of("honorifics.txt"),
    )
    country = None
    k = i
    for length in (2, 1):
        piece = " ".join(words[i : i + length])
        if i + length <= j and piece in demonyms:
            country, k = demonyms[piece], i + length
            break
    title_end = k
    named = k + (lower[k : k + 1] == ["the"])
    if j - named > 2 and lower[named].rstrip(".") in _NAMED_FOR:
        known = lexicons.words_of("organisation_words.txt") | lexicons.facility_words()
        if any(w.rstrip(".") in known for w in lower[named + 1 : j]):
            # `St. Olave’s Hospital`, `King Hakon University`
            return k, k, country
    for m in range(k, j):
        addressed = lower[m].rstrip(".") in honorifics and m in (k, title_end)
        inside = m > k and lower[m - 1] == "of"
        follows = lower[m + 1] if m + 1 < j else ""
        # `Norrvik Air Force Gen. Ada Quill`: a title cut short belongs to whom it stands before.
        # `Former AG Quill` is an attorney general; `Quill AG` is a firm.
        ranked = m > k and m + 2 <= j and lower[m].endswith(".") and lower[m].rstrip(".") in _RANKS
        if m == j - 1 and m - k == 1 and words[k] in lexicons.given_names() and lower[k] not in offices:
            # `Ada Dean` is called so, and holds no office.
            continue
        called = words[m] == "AG" and m + 1 < j and all(lower[x] in MODIFIERS for x in range(k, m))
        if addressed or ranked or called or (lower[m] in offices and not inside and follows not in ("of", "'s", "’s")):
            title_end = m + 1
    return k, title_end, country


def lower_title(sentence: Sentence, i: int) -> int:
    """The first word of a lower-case title that stands directly before word `i`, or `i`."""
    offices = lexicons.words_of("offices.txt")
    k = i
    if k and sentence.lower[k - 1] in offices and sentence.tags[k - 1] in ("NN", "JJ", "NNP", "NNS"):
        k -= 1
        while (
            k
            and (sentence.lower[k - 1] in MODIFIERS or sentence.lower[k - 1] in offices)
            and sentence.tags[k - 1] not in ("VBD", "VBZ")
        ):
            k -= 1
    return k


SURNAMES_TOO = frozenset(
    "steel church power powers guard post bank banks house press moody front force college chase price church board "
    "park fund law club rush field justice page".split()
)
"""Words of bodies' names that are surnames behind a given name (`Ada Church`)."""


def kind_of_words(sentence: Sentence, first: int, last: int, titled: bool) -> tuple[PartyKind | None, str]:
    """What the words of a name say about its kind."""
    words, lower = sentence.words[first:last], sentence.lower[first:last]
    bare = [w.rstrip(".") for w in lower]
    camel = any(
        w[1:] != w[1:].lower()
        and not w.isupper()
        and w.isalpha()
        and w[:2] not in ("Mc", "Mac", "De", "Di", "La", "Le")
        and "c" not in w[1:3]
        for w in words
    )
    bodies = lexicons.words_of("organisation_words.txt")
    if titled:
        return "person", "title"
    if bare[-1] == "district" and len(words) > 2 and lower[-2] in _DISTRICTS:
        return "organisation", "organisation word"
    if lower[-1] in GROUP_NAMES:
        return "group", "group name"
    if len(words) == 2 and words[0] in lexicons.given_names() and lower[-1] in SURNAMES_TOO:
        return "person", "given name"
    if bare[-1] in lexicons.place_words() and len(words) > 1 and bare[0] not in ("radio", "bank", "university"):
        return "place", "place word"
    if camel and words[0] not in lexicons.given_names():
        return "organisation", "capitals within"
    if "&" in words:
        return "organisation", "ampersand"
    if (
        bare[-1] in bodies
        or (any(w in bodies for w in bare) and words[0] not in lexicons.given_names())
        or "of" in lower
    ):
        return "organisation", "organisation word"
    if bare[-1] in lexicons.facility_words() and len(words) > 1:
        return "facility", "facility word"
    if len(words) > 1 and words[0] in lexicons.given_names():
        return "person", "given name"
    if (len(words) > 2 and len(words[0]) == 2 and words[0][1] == ".") or (
        len(words) > 2 and len(words[1]) == 2 and words[1][1] == "."
    ):
        return "person", "initial"
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        return "organisation", "acronym"
    if len(words) > 1 and any(w in _PARTICLES for w in lower[1:-1]):
        return "person", "particle"
    return None, "capitals"


def ordinary(word: str) -> bool:
    """Whether a single capitalised word is an ordinary noun or adjective: `Game 7`, `the Year of …`."""
    if word.isupper() or word in lexicons.given_names():
        return False
    known = tables().words.get(word.lower())
    return (
        known is not None
        and any(tag in ("NN", "NNS", "JJ", "VB", "CD") for tag, _ in known)
        and word.lower() not in lexicons.words_of("organisation_words.txt")
    )
