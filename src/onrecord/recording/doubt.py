"""What its sentence says against an event that was taken for one that happened.

The annotator judges an event by its own verb or noun. Here the words around it are asked as well: who did nothing
(`nobody spoke`), what must or may be done, what is only asked, avoided, foreseen or feared.
"""

from __future__ import annotations

import re

from onrecord.types import Reality

_ADVERBS = r"(?:(?:be|been|being|not|also|have|ever|yet|\w+ly)\s){0,3}\Z"
_DETERMINED = r"(?:(?:an?|the|any|such|another|further|new|full|all-out|their|his|its|her|immediate)\s)*\Z"
# All patterns are for text in lower case: where case is passed over, they take three times as long.
_VERB: tuple[tuple[Reality, re.Pattern[str]], ...] = (
    ("negated", re.compile(
        r"(?:\A|[,;:“\"—`]\s?|\b(?:that|but|and|because)\s)"
        r"(?:nobody|nothing|no one|none|neither|no (?!(?:longer|doubt)\b)[\w’'-]+(?:\s[\w’'-]+){0,2}"
        r"|not (?:a|one|any)\s[\w’'-]+)\s"
        r"(?:(?:of|in|from|on)\s(?:[\w’'-]+\s){1,3})?(?:(?:is|are|was|were|has|have|had|would|will|could)\s)?"
        + _ADVERBS)),
    ("negated", re.compile(
        r"\b(?:(?:has|have|had) yet to|fail(?:s|ed|ing)? to|never|without|no longer|unable to|rather than|instead of"
        r"|far from|stop(?:s|ped)? short of)\s" + _ADVERBS)),
    # `without a shot being [fired]`
    ("negated", re.compile(r"\bwithout\s(?:[\w’'-]+\s){1,4}(?:being|having been)\s\Z")),
    ("alleged", re.compile(
        r"(?:\A|[;:]\s|[.!?]\s)[“\"]?(?:supposedly|allegedly|reportedly|purportedly|apparently|rumou?r has it that"
        r"|(?:unconfirmed|some|early|initial|first|local|press|media) (?:reports|rumou?rs)"
        r" (?:(?!say|suggest)[\w’'.-]+ ){0,6}?(?:say|said|suggest(?:ed)?)"
        r"|according to (?:(?:unconfirmed|some|early|initial) reports|(?:\w+ )?rumou?rs))\b[^;:]{0,100}\Z")),
    # `has reportedly left the town and [sold] his house`
    ("alleged", re.compile(
        r"\b(?:reportedly|allegedly|supposedly|purportedly)\s[^,;:.]{3,100},?\s(?:and|then|by|before)\s(?:(?:then|is|was|has|had|been)\s){0,2}\Z")),
    ("possible", re.compile(r"\b(?:potentially|possibly|perhaps)\s\Z")),
    # `it appears that she [called] for help`
    ("possible", re.compile(
        r"\bit (?:appears|appeared|seems|seemed|looks? (?:as (?:if|though)|like))\s(?:that\s)?(?:[\w’'.-]+\s){1,4}"
        + _ADVERBS)),
    # `provides for the [reopening] of the case`
    ("possible", re.compile(r"\b(?:allow|provid)(?:e|s|es|d|ed|ing)?\sfor\s(?:(?:the|an?|its|their|his|her)\s)?\Z")),
    # `if the vote were tied, and the choice [fell] to him`
    ("possible", re.compile(r"\bif\s[^,.;:“”\"]{3,80},\s(?:and|or)\s(?:[\w’'-]+\s){1,4}" + _ADVERBS)),
    ("negated", re.compile(
        r"\bno (?:evidence|indications?|signs?|proof|information|hint|record|reason to (?:believe|think|suspect))\s"
        r"(?:yet\s)?(?:that|of)\s[^,;:.“”\"]{0,80}\Z")),
    # `did not give any proof that the army [shelled] it`
    ("negated", re.compile(
        r"(?:\b(?:not|never|without|lacks?|lacked|lacking)|n['’]t)\s(?:[\w’'-]+\s){0,4}(?:evidence|proof|indications?|signs?)"
        r"\s(?:yet\s)?(?:that|of)\s[^,;:.“”\"]{0,80}\Z")),
    # `is on trial for [bombing] the station`, `on suspicion of [robbing] it`, `on charges of theft and [kidnapping]`
    ("alleged", re.compile(
        r"\b(?:(?:indict|arraign|prosecut|arrest|detain)(?:ed|ing)?\s(?:[^,;:.“”\"]{1,60}\s)?for"
        r"|(?:on trial|wanted|in custody|in the dock|under investigation|facing trial) for"
        r"|(?:suspicion|accusations?|allegations?|charges?|counts?) of)\s"
        r"(?:[^,;:.“”\"]{1,50}\s(?:and|or)\s)?(?:(?:having|allegedly|also)\s)*\Z")),
    ("alleged", re.compile(
        r"\b(?:amid|despite) (?:[\w-]+\s){0,2}(?:claims|allegations|accusations|reports|rumou?rs|speculation)\s"
        r"[^,;:.“”\"]{3,80}\Z"
        r"|\b(?:rumou?rs?|claims?|allegations?|accusations?|suspicions?|speculation|suggestions?"
        r"|(?:of|were|are|amid|after|by|to|on|despite|with|from|some|media|news|unconfirmed|conflicting|these|those|such)"
        r" reports) that\s"
        r"[^,;:.“”\"]{0,100}\Z")),
    ("negated", re.compile(
        r"\b(?:neither\s[^,;:.“”\"]{1,60}\snor\s(?:[\w’'.&-]+\s){1,7}"
        r"|(?:nor|or even) that\s[^,;:.“”\"]{1,60}\s"
        r"|nor\s(?:has|have|had|did|does|do|is|are|was|were)\s(?:[\w’'.&-]+\s){1,4})" + _ADVERBS)),
    # `should it fail`, `Had the guild signed, …`: a condition without `if`
    ("possible", re.compile(
        r"(?:[,;]\shad\s(?:he|she|it|they|we|you)|(?:\bshould|\A[“\"]?had)\s(?:he|she|it|they|we|you"
        r"|(?:the|an?|any|his|her|their|its|that|this|mr\.|ms\.)\s(?:[\w’'.-]+\s){0,3}[\w’'.-]+))\s" + _ADVERBS)),
    ("possible", re.compile(r"\b(?:nearly|almost|all but|on the verge of|on the brink of|short of|close to)\s\Z")),
    # `What matters is that they [return] it`: so it shall be.
    ("planned", re.compile(
        r"\b(?:important|essential|vital|crucial|necessary|imperative|urgent|desirable)\s(?:[\w’'-]+\s){0,5}that\s"
        r"(?:[\w’'.-]+\s){1,4}" + _ADVERBS)),
    ("possible", re.compile(
        r"\bit(?:['’]s| is| was)\s(?:high\s|about\s)?time['’”\"]{0,2}\s(?:that\s)?(?:[\w’'-]+\s){1,4}" + _ADVERBS)),
    ("planned", re.compile(
        r"\b(?:going to|about to|(?:recommend|demand|ask|insist|order|propos|request|urg)\w*\sthat\s[^,;.]{1,60}\sbe)\s"
        + _ADVERBS)),
    ("possible", re.compile(
        r"\b(?:(?:assuming|supposing|provided(?: that)?|as long as)\s(?:[\w’'-]+\s){1,4}"
        r"|(?:anyone|anybody|whoever|everyone|those)\s(?:else\s)?(?:who|that)\s|(?:anyone|anybody)\s)" + _ADVERBS)),
    # `the bank, if [sued], will pay`
    ("possible", re.compile(r"(?:,|\A)\s?(?:whenever|if|unless)\s(?:ever\s)?\Z")),
    ("possible", re.compile(
        r"(?:\b(?:must|ought to|needs? to|(?:has|have) to|used to|free to|obligation to|obliged to|right to|power to"
        r"|authority to|entitled to|likely to|unlikely to|supposed to|whether to|should|would|ready to|willing to"
        r"|(?:consider|weigh|mull|contemplat)(?:e|s|es|ed|ing)?"
        r"|prepared to|please|chances? of|risk of|danger of|threat of|possibility of|hopes? of|fears? of)\s|['’]d\s)"
        + _ADVERBS)),
    ("possible", re.compile(
        r"\b(?:conditional|conditioned|contingent|dependent)\s(?:up)?on\s[^;.“”\"]{0,120}\Z", re.I)),
    # `if the army left the town and [freed] the crew`: the condition goes on behind `and`.
    ("possible", re.compile(
        r"\b(?:if|unless|provided that|on condition that|as long as)\s(?:[^,;:.!?“”\"()—]|,\s(?=\w+ed\b)){3,150}"
        r"\s(?:and|or)\s" + _ADVERBS)),
)  # fmt: skip
"""What stands before a verb whose event did not, or not yet, happen."""
_NOUN: tuple[tuple[Reality, re.Pattern[str]], ...] = (
    ("negated", re.compile(
        r"(?:\bnot|n['’]t|\bnever)\s(?:had|have|made?|held?|given?|seen?|reach(?:ed)?|offer(?:ed)?|issued?|signed?|an?)\s"
        + _DETERMINED)),
    ("negated", re.compile(r"\b(?:rather than|instead of|far from|short of|without)\s" + _DETERMINED)),
    ("negated", re.compile(
        r"\bno (?:evidence|indications?|signs?|proof|record|hint|word|knowledge|mention|question|intention|talk|thought"
        r"|plans?|need|room|chance|news|reports?|information)\s(?:yet\s)?(?:of|for|about|on)\s(?:(?:[\w-]+\s){1,2}(?:or|and)\s)?"
        + _DETERMINED)),
    ("negated", re.compile(
        r"(?:\b(?:not|never|without|lacks?|lacked|lacking)|n['’]t)\s(?:[\w’'-]+\s){0,4}(?:evidence|proof|indications?|signs?)"
        r"\s(?:yet\s)?of\s" + _DETERMINED)),
    # `charges of theft and [assault]`, `arrested on suspicion of [assault]`
    ("alleged", re.compile(
        r"\b(?:(?:indict|arraign|prosecut|arrest|detain)(?:ed|ing)?\sfor|(?:on trial|wanted) for"
        r"|(?:suspicion|accusations?|allegations?|charges?|counts?|accused|suspected) of|(?:charged|arraigned) with)\s"
        r"(?:(?!(?:after|at|before|during|following|for|in|on|over|since|when|while)\s)[\w-]+,?\s(?:(?:and|or)\s)?){0,3}"
        + _DETERMINED)),
    # `gathered ahead of an [attack]`, `on the eve of his [visit]`
    ("planned", re.compile(
        r"\b(?:ahead of|eve of|(?:the )?run-up to|(?:preparations?|preparing|preparatory) (?:for|to))"
        r"\s(?:(?!last\b|past\b|previous\b|yesterday|latest\b|\d{4}\b)[\w’'.-]+\s){0,3}\Z")),
    # `there are going to be [riots]`, `was meant to be a [discussion]`
    ("planned", re.compile(
        r"\b(?:(?:going|likely|expected|set|bound|due|sure|certain|meant|supposed|intended) to|will|would|could|might"
        r"|may|should)\s"
        r"(?:(?:also|still|even|soon|probably|never|not)\s)?(?:be|have|see)\s" + _DETERMINED)),
    # `information leading to the arrest and [conviction]`
    ("planned", re.compile(
        r"\b(?:information|reward|tips?|clues?)\s(?:[^,;.“”\"]{1,60}\s)?(?:lead|leads|leading)\sto\s(?:the\s)?"
        r"(?:[\w-]+\s(?:or|and)\s)?(?:the\s)?\Z")),
    ("possible", re.compile(
        r"\b(?:allow(?:s|ed|ing)? for|(?:open|amenable) to|(?:ready|prepared|eligible|due) for)\s" + _DETERMINED)),
    ("possible", re.compile(r"\b(?:attempts?|efforts?|tries|try|stab|shot)\sat\s" + _DETERMINED)),
    # `barring an upset or a [coup]`
    ("possible", re.compile(r"\bbarring\s(?:an?|any|some|further)\s(?:[\w-]+\s(?:or\s)?){0,4}\Z")),
    ("alleged", re.compile(
        r"(?:\A|[;:]\s|[.!?]\s)[“\"]?(?:supposedly|allegedly|reportedly|purportedly|rumou?r has it that"
        r"|(?:unconfirmed|some|early|initial|first|local|press|media) (?:reports|rumou?rs)"
        r" (?:(?!say|suggest)[\w’'.-]+ ){0,6}?(?:say|said|suggest(?:ed)?)"
        r"|according to (?:(?:unconfirmed|some|early|initial) reports|(?:\w+ )?rumou?rs))\b[^;:,]*\Z")),
    ("possible", re.compile(
        r"\b(?:(?:avoid|avert|prevent|forestall|shield|protect)(?:s|ed|ing)?|rul(?:e|ed|ing) out|protection|safe|closer"
        r"|(?:risk|fear|danger|threat|possibility|prospect|chance|hope|likelihood|idea|talk|warning|prediction|rumou?r"
        r"|speculation)s?\s(?:of|about))\s"
        r"(?:(?:from|against|to)\s)?" + _DETERMINED)),
    # `would be damaged by the [release]`, `could support the [release]`
    ("possible", re.compile(
        r"\b(?:would|could|might|may)\s(?:\w+\s){0,2}(?:be \w+ed by|support|welcome|favou?r|allow|permit)\s"
        + _DETERMINED)),
    # `to spare them from [deportation]`, `a stay of [execution]`
    ("possible", re.compile(
        r"\b(?:(?:(?:spar|sav)(?:e|es|ed|ing)|(?:protect|shield|exempt)(?:ed|ing|s)?)\s[^,;:.“”\"]{1,70}\sfrom"
        r"|(?:stays?|reprieves?|suspension) of|(?:reprieve|relief|exemption|immunity) from)\s" + _DETERMINED)),
    ("possible", re.compile(
        r"\b(?:permission|permit|licen[cs]e|leave|consent|mandate|pretext|grounds|backing|support|appetite)\s(?:for|to)\s"
        + _DETERMINED)),
    ("possible", re.compile(
        r"\b(?:conditional|conditioned|contingent|dependent)\s(?:up)?on\s[^;.“”\"]{0,120}\Z", re.I)),
    ("possible", re.compile(
        r"\b(?:consider|weigh|mull|contemplat|explor|ey|discuss|debat|ponder|risk)(?:e|s|es|ed|ing)?\s(?:whether to\s)?"
        + _DETERMINED)),
    # `must open the gate or face a second [strike]`
    ("possible", re.compile(
        r"\b(?:or(?:\selse)?(?:\sto)?\s(?:face|risk|suffer|incur|endure|expect)|or be (?:met|punished) with|on pain of"
        r"|under threat of|threaten(?:s|ed|ing)? (?:\w+\s){0,3}with|(?:would|could|may|might|can) face)\s"
        r"(?:[\w’'-]+\s){0,3}\Z")),
    # `will have finished before a [strike]`, `would pay it after any [merger]`
    ("possible", re.compile(
        r"\b(?:will|would|could|might|may)\s[^,;:.]{3,90}\s"
        r"(?:before|after|until|during|ahead of|in (?:case|the event) of)\s(?:an?|any)\s(?:[\w’'.-]+\s){0,3}\Z")),
    ("planned", re.compile(
        r"\b(?:(?:foresee|envisage)(?:s|d|n)?|foresaw|(?:call|ask|push|press|plead|plan|prepare|schedule|brace|wait|hope"
        r"|campaign|lobby|argue|wish|long|look)(?:s|d|ed|ing)?\sfor|vot(?:e|ed|ing) (?:on|for)|provid(?:es|ed|ing) for"
        r"|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|suggest(?:s|ed|ing)?|seek(?:s|ing)?|sought)\s"
        r"(?:(?:(?:the|an?|his|her|its|their)\s)?[\w-]+['’]s?\s|(?:an?|another|more)\s(?:[\w-]+\s){0,2}of\s)?"
        + _DETERMINED)),
)  # fmt: skip
"""What stands before such a noun."""
_AFTER: tuple[tuple[Reality, re.Pattern[str]], ...] = (
    ("planned", re.compile(
        r"\s?(?:,\s)?(?:(?:that|which)\s)?(?:would|will|is due|was due|is set|was to|is to|due to|set (?:for|to)"
        r"|(?:(?:is|are|was|were|being)\s)?(?:also\s|now\s)?(?:planned for|scheduled (?:for|to)|expected (?:to|on|in))"
        r"|(?:is|are) (?:(?:also|now|being)\s){0,2}(?:planned|scheduled|slated|proposed|envisaged|on the cards"
        r"|in the works))\b")),
    ("possible", re.compile(
        r"\s(?:vote|ballot|threat|threats|deadline|notice|plans?|warning|fears?|pledge|option|clause|fund|authori[sz]ation"
        r"|could|might|may|should|is unnecessary|is unlikely|is possible|is likely|remains? possible)\b")),
)  # fmt: skip
"""What stands after a noun for an event that is still to come, or that only lends its name to something else."""
_WORD = re.compile(r"[a-z]+")
_CUE = 4
"""How many letters of a word are compared with those that the patterns need: enough for all its forms."""


def _cues(words: str) -> frozenset[str]:
    return frozenset(w[:_CUE] for w in words.split())


_VERB_CUES = _cues(
    """nobody nothing no none neither not yet fail never without longer unable rather instead far stop supposedly
    allegedly reportedly purportedly apparently rumour reports according potentially possibly perhaps allow
    provided if nor even had should nearly almost but verge brink short close important essential vital crucial
    necessary imperative urgent desirable time going about be assuming supposing long anyone anybody whoever
    everyone those must ought need has have used free obligation right power authority entitled likely unlikely
    whether would ready willing consider weigh mull contemplate prepared please chance risk danger threat
    possibility hope fear d conditional contingent dependent unless whenever t lack lacks lacked lacking appears
    appeared seems seemed look looks indict arraign prosecute arrest detain trial wanted custody dock
    investigation facing suspicion accusation allegation charge count amid despite claim rumor rumours rumors
    speculation suggestion report"""
)
_NOUN_CUES = _cues(
    """not t never rather instead far short without no information reward tip tips clue allow open amenable ready
    prepared eligible due attempt effort tries try stab shot barring supposedly allegedly reportedly purportedly
    rumour reports according avoid avert prevent forestall shield protect rule ruling safe closer risk fear
    danger threat possibility prospect chance hope likelihood idea talk permission licence leave consent mandate
    pretext grounds backing support appetite conditional contingent dependent consider weigh mull contemplate
    explore ey eye eyed eyes eying eys discuss debate ponder face suffer incur endure expect met punished pain
    threaten will would could might may foresee envisage foresaw for vote voting propose recommend suggest seek
    sought lack lacks lacked lacking indict arraign prosecute arrest detain trial wanted suspicion accusation
    allegation charge count accused suspected charged arraigned ahead eve run preparation preparing preparatory
    going likely bound sure certain meant supposed intended set should warning prediction rumor speculation spare
    sparing save saving exempt exempts exempting stay stays reprieve suspension relief immunity"""
)
"""Words of which what stands before must hold one for any pattern to match: a first look, as most hold none."""
_STANCE = re.compile(
    r"\b(?:oppos|favou?r|support|consider|discuss|suggest|propos|recommend|reject|resist|back)(?:e|es|ed|s|ing)?\s\Z"
    r"|\b(?:against|about)\s\Z"
)
"""Before a verb in -ing: what is only thought or spoken of (`oppose cutting the grant`)."""
_REACH = 200
"""How many characters before the trigger, and after it, are looked at."""


def in_doubt(words: str, start: int, end: int, *, noun: bool) -> Reality | None:
    """What a sentence makes of an event whose trigger stands at `start` to `end` of its words; None: nothing to say.

    `noun`: whether the trigger is a noun. A question is asked by its verbs; what its nouns name may well have happened.
    """
    before = words[max(0, start - _REACH) : start].lower()
    if has_cue(before, _NOUN_CUES if noun else _VERB_CUES):
        for reality, pattern in _NOUN if noun else _VERB:
            if pattern.search(before) is not None:
                return reality
    if not noun and words[start:end].endswith("ing") and _STANCE.search(before) is not None:
        return "possible"
    if noun:
        after = words[end : end + _REACH].lower()
        return next((reality for reality, pattern in _AFTER if pattern.match(after) is not None), None)
    return "possible" if _is_asked(words, start) else None


def has_cue(before: str, cues: frozenset[str]) -> bool:
    """Whether words in lower case hold one of those that the patterns need."""
    return not cues.isdisjoint([w[:_CUE] for w in _WORD.findall(before)])


def _is_asked(words: str, at: int) -> bool:
    """Whether a sentence is a question at an offset: as a whole, or in the quotation that it ends with."""
    if not words.rstrip(" ”\"’'").endswith("?"):
        return False
    quote = max(words.rfind(mark, 0, at) for mark in ("“", '"', "''", "``", ": "))
    opened = any(mark in words for mark in ("“", '"', "''", "``", ": "))
    return not opened or quote >= 0
