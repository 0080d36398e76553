"""Word lists, written as plain text."""

from __future__ import annotations

import re


def lexicon(words: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(words.split())


def begins(alternatives: str) -> str:
    """A pattern for words that begin in one of several ways, which are parted by `|`, outside of brackets.

    They are put under their first letters: a word is compared with those of its own letter only, so that the first look
    at a sentence takes a third of the time.
    """
    under: dict[str, list[str]] = {}
    for way in _ALTERNATIVE.findall(alternatives):
        letter = way[0] if way[0].isalpha() and way[1:2] not in ("?", "*", "{") else ""
        under.setdefault(letter, []).append(way.removeprefix(letter))
    sorted_ways = "|".join(f"{letter}(?:{'|'.join(ways)})" for letter, ways in under.items())
    return rf"\b(?:{sorted_ways})"


_ALTERNATIVE = re.compile(r"(?:[^|(]|\((?:[^()]|\([^()]*\))*\))+")
"""One alternative of a pattern, with groups in groups."""

PEOPLE = lexicon(
    """officials authorities leaders members lawyers attorneys relatives employees teachers doctors nurses
    drivers miners pilots players actors writers farmers fishermen students protesters demonstrators activists
    campaigners critics analysts economists observers experts scientists researchers residents voters lawmakers
    legislators senators congressmen ministers diplomats negotiators mediators prosecutors judges jurors
    investors shareholders creditors bondholders lenders regulators investigators inspectors unions studios
    companies banks airlines rebels militants insurgents fighters troops soldiers police survivors victims
    families prisoners hostages kidnappers hijackers migrants refugees exiles opponents supporters sources
    executives directors managers employers owners landlords tenants bidders plaintiffs defendants mayors
    governors councillors delegates parliamentarians republicans democrats people women men children staff crew
    aides advisers advisors colleagues groups charities organisations organizations
    agencies hospitals churches universities councils federations associations ministries carriers clubs clans tribes
    stagehands stewards guards nuns monks priests clerks firemen patients pupils cadets dockhands farmhands deckhands
    suppliers utilities insurers newspapers envoys clerics bishops imams rabbis wives mothers fathers parents"""
)
"""Plurals that name groups of people or bodies: described parties where no name stands."""

NO_AGENTS = lexicon(
    """anchor another answer banner barrier boiler bomber booster border bulldozer bumper burger center centimeter
    centimetre centre chapter charter chopper clamour cluster coast color colour computer container contour
    cooler corner cost cruiser cylinder destroyer dinner disaster disorder dollar door drawer either error exist
    factor favor figure filter finger fist floor flower folder former freezer freighter harbor headquarter
    heater helicopter horror hour however humor kilometer kilometre labor ladder laser layer letter list liter
    litre matter measure meter metre millimeter millimetre mirror mist monitor motor neither newsletter
    newspaper number offer order other pager paper post poster power prayer printer processor quarter rather
    razor reactor register remainder reminder river roller router rumor rumour scooter sector semiconductor
    sensor server shoulder shutter skyscraper slipper sneaker sticker summer supper tanker terror test theater
    theatre tiger tour tower tractor trailer trigger tumor tumour vapor water weather winter"""
)
"""Singulars with the endings of those who do something, for what is nobody: things, measures, seasons."""


def is_people(noun: str) -> bool:
    """Whether a lower-case plural names people: by list, or by its ending (`insurers`, `archivists`)."""
    return noun in PEOPLE or (len(noun) > 5 and noun.endswith(_PEOPLE_ENDINGS) and noun[:-1] not in NO_AGENTS)


_PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "women")

BODIES = lexicon(
    """government company firm union court judge board council committee parliament ministry department agency army
    military police university hospital school club league party group management studio bank regulator
    commission opposition family senate navy guard fleet militia embassy society foundation institute authority
    secretariat congress tribunal jury guild federation association administration city state delegation
    cooperative co-operative consortium partnership syndicate chamber watchdog charity"""
)
"""Singulars that stand for a body which is usually named elsewhere in the text."""


THREATS = lexicon(
    "attack strike fire respond retaliate bomb invade destroy kill act close shut block boycott strike walk sue quit "
    "resign leave withdraw suspend cut impose face seize expel arrest punish shoot launch storm execute dismiss fine"
)
"""Verbs that a threat is made with, in the base form."""


PERSONS = lexicon(
    """leader head boss source aide adviser advisor member father mother son daughter brother sister wife husband widow
    uncle aunt great-uncle nephew niece cousin grandfather grandmother stepfather stepmother boyfriend
    girlfriend fiancee judge prosecutor lawyer attorney spokesman spokeswoman spokesperson official diplomat
    ambassador envoy minister president premier chancellor governor mayor senator lawmaker legislator chairman
    chairwoman chairperson chief executive director manager coach captain commander general officer sergeant
    doctor surgeon nurse teacher professor researcher scientist economist analyst expert activist campaigner
    author writer actor actress singer director editor journalist negotiator mediator bishop priest imam
    secretary commissioner inspector detective pilot driver farmer worker neighbour neighbor witness resident
    arbitrator magistrate receiver administrator trustee ombudsman plaintiff defendant suspect conciliator auditor
    landlord tenant petitioner appellant complainant secretary-general attache attaché"""
)
"""Nouns for one person by kinship, office or trade."""


SECOND = lexicon("deputy vice assistant")
"""Before an office: whoever has it is not the one who is called by the office alone."""


FIRMS = lexicon(
    """company firm airline studio club group carmaker automaker supplier maker manufacturer retailer lender insurer
    brewer miner operator producer publisher broadcaster buyer bidder suitor conglomerate chain utility refiner
    drugmaker chipmaker shipper developer contractor employer
    fund miller steelmaker planemaker railway shipyard bank"""
)
"""Singulars for a business by what it does, which a text may call it by after it is named."""
