"""Words with a capital that name nobody: peoples' adjectives, days, abbreviations for things, states behind towns.

`Kurdish`, `Middle Eastern` and `Election Day` have capitals by the rules of spelling, `DNA` and `URL` because they
are abbreviations, `Fla.` stands behind a town only to tell where that is, and `NOT` is shouted.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation import lexicons
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables

_QUARTERS = frozenset("roman greek north south east west middle central far latin native sub-saharan pan-".split())
_ETHNIC = frozenset(
    "african asian european arab arabic kurdish hispanic latino latina latinx islamist islamic jewish muslim christian "
    "catholic protestant sunni shia shiite anglican mormon hindu buddhist sikh eastern western northern southern "
    "american african-american asian-american native-american anglo-saxon arab-american scandinavian balkan caribbean "
    "mediterranean slavic roma caucasian pashtun hutu tutsi uighur uyghur rohingya tamil tibetan chechen basque "
    "catalan".split()
)
_PEOPLES = frozenset(
    "africans asians europeans arabs kurds hispanics latinos latinas islamists jews sunnis shiites anglicans mormons "
    "hindus buddhists sikhs americans african-americans asian-americans scandinavians slavs pashtuns hutus tutsis "
    "uighurs uyghurs rohingyas tamils tibetans chechens basques catalans easterners westerners northerners southerners "
    "eurosceptics evangelicals protestants".split()
)
_ALONE = frozenset({"north", "south", "east", "west", "middle", "central", "far", "native", "american", "americans"})
"""Words that tell a people only together with another one, or that something else reads."""
_NO_BODIES = frozenset(
    "DNA RNA HIV AIDS HR TV PC DVD CD DUI DWI URL PDF GPS USB SD CEO CFO COO CTO CIO GDP GNP CPI AAA ID IQ UFO SUV ATM "
    "PIN SIM LGBT LGBTQ LGBTI GMT UTC BST CET EST EDT PST PDT RIP R.I.P OMG LOL FAQ MVP IPO ETF R&D M&A Q&A AM PM "
    "A.M P.M CCTV SMS MRI PTSD ADHD STEM HTTP HTTPS WWW HTML XML MBA PHD BA MA LP EP VIP DIY BBQ OK O.K RSVP TBA ASAP "
    "NGO NGOS MP MPS MEP MEPS PR GMO GMOS VAT ISBN SOS KO DJ MC UTC IED IEDS VR AR APR FY Q1 Q2 Q3 Q4 H1 H2 "
    "COVID COVID-19 SARS EBITDA ESG LNG LPG CO2 AI".split()
)
"""Abbreviations for things, times and callings, none of which acts."""
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man "
    "N.C S.C N.D S.D N.H N.J N.M N.Y R.I W.Va B.C N.B N.S D.C "
    "AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR "
    "PA RI SC SD TN TX UT VA VT WA WI WV WY DC NSW ONT".split()
)
_DAYS = frozenset("day eve".split())
_FEASTS = frozenset(
    "thanksgiving christmas easter ramadan halloween hanukkah passover diwali eid lent yuletide valentine "
    "hogmanay".split()
)
_PARTS_OF_SPEECH = frozenset("NN NNS VB VBD VBG VBN VBP VBZ JJ RB IN DT PRP PRP$ MD CC WRB".split())


def state_behind(sentence: Sentence, i: int) -> bool:
    """Whether word `i` is a state's abbreviation behind a town: `Norrvik, Fla.`."""
    if i < 2 or sentence.words[i].rstrip(".") not in _STATES or sentence.words[i - 1] != ",":
        return False
    return sentence.words[i - 2][0].isupper()


def no_body(word: str) -> bool:
    """Whether an abbreviation stands for a thing, a time or a calling."""
    return word.rstrip(".") in _NO_BODIES


def shouted(sentence: Sentence, i: int) -> bool:
    """Whether an ordinary word is set in capitals to be heard: `they did NOT go`, of two words next to one another."""
    beside = [w for w in (*sentence.words[max(0, i - 1) : i], *sentence.words[i + 1 : i + 2]) if _in_capitals(w)]
    if not _ordinary_capitals(sentence.words[i]) or not all(map(_ordinary_capitals, beside)):
        # In `NEW HALVARD` the second word is a name.
        return False
    if len(sentence.words[i]) < 5 and sentence.words[i + 1 : i + 2] and _is_of_body(sentence.words[i + 1]):
        # `SEA Airport Police`: letters that stand for a name, and are a word by chance.
        return False
    return bool(beside) or not _is_noun(sentence.words[i])


def _is_of_body(word: str) -> bool:
    """Whether a word with a capital, not in capitals, is one of the names of bodies and buildings."""
    kinds = lexicons.words_of("organisation_words.txt") | lexicons.facility_words()
    return word[0].isupper() and not word.isupper() and word.lower() in kinds


def _in_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _ordinary_capitals(word: str) -> bool:
    if not _in_capitals(word) or word in lexicons.gazetteer():
        return False
    tags = tables().words.get(word.lower())
    return tags is not None and any(tag in _PARTS_OF_SPEECH for tag, _ in tags)


def _is_noun(word: str) -> bool:
    tags = tables().words.get(word.lower(), ())
    return any(tag in ("NN", "NNS") for tag, _ in tags)


def people_of(words: Sequence[str]) -> bool | None:
    """Whether words name a people (`Asian Americans`); False for its adjective (`Middle Eastern`), else None."""
    lower = [w.lower() for w in words]
    if len(lower) == 1 and lower[0] in _ALONE:
        return None
    if not all(w in _QUARTERS or w in _ETHNIC for w in lower[:-1]):
        return None
    return True if lower[-1] in _PEOPLES else False if lower[-1] in _ETHNIC else None


def day_or_feast(words: Sequence[str]) -> bool:
    """Whether words name a day of the year (`Election Day`, `Thanksgiving`, `New Year`)."""
    lower = [w.lower() for w in words]
    if lower[0] in _FEASTS and len(lower) < 3:
        return True
    if len(lower) == 1 and lower[0].endswith("days") and lower[0][:-1] in CALENDAR:
        return True
    named = len(lower) > 1 and lower[-1] in _DAYS and words[0] not in lexicons.given_names()
    return named or lower == ["new", "year"]


_NUMBERED = frozenset("number numbers card cards benefits checks cheques".split())


def of_thing(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words only tell what a number or a payment is: `Social Security numbers` are of nobody who acts."""
    named = sentence.lower[first:last] in (["social", "security"], ["medicare"], ["medicaid"])
    return named and sentence.lower[last : last + 1] != [] and sentence.lower[last] in _NUMBERED


def compound(word: str) -> bool:
    """Whether a hyphenated word is no name: `Norrvik-founded`, `Swedish-Norwegian`."""
    first, _, last = word.rpartition("-")
    if not first:
        return False
    if last.islower():
        return len(last) > 3 and last in tables().words
    known = lexicons.demonyms()
    ethnic = last.lower() in _ETHNIC and last.lower() not in _ALONE
    return (last in known or ethnic) and (first in known or first.lower() in _ETHNIC or first in lexicons.gazetteer())
