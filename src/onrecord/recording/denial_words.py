"""The words in which denials are told."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon

SAID = lexicon(
    """allegation allegations accusation accusations claim claims charge charges report reports rumor rumors rumour
    rumours suggestion suggestions insinuation insinuations suspicion suspicions story stories account accounts
    assertion assertions contention criticism criticisms version speculation complaint complaints notion imputation
    hearsay talk innuendo"""
)
"""Nouns for what is said or thought of somebody."""
CONCLUDED = lexicon(
    "finding findings conclusion conclusions contention view assessment verdict diagnosis reading figure"
)
"""Nouns for what somebody has come to say of a matter, as a clause takes them up (`a finding the state disputes`)."""
WRONGS = lexicon(
    """wrongdoing involvement responsibility knowledge guilt liability complicity misconduct negligence impropriety
    culpability fault collusion"""
)
THINGS = re.compile(
    r"(?:report|stud(?:y|ie)|evidence|data|test|figure|video|film|letter|article|book|law|decision|ruling|statement"
    r"|finding|record|document|e-?mail|account|review|analys[ie]s|version|map|result|poll|photo(?:graph)?|image|footage"
    r"|fact|number|post|tweet|policy|order|bill|rule|claim|story|storie|day|week|year|time|one|thing|history|science)s?\Z"
)
"""What may gainsay something, and is nobody."""
GRANTED = lexicon(
    """offer offers proposal request requests appeal appeals motion motions application applications petition bail visa
    visas permit permits permission entry access parole asylum benefit benefits coverage admission right rights
    opportunity chance service services treatment license licence licenses licences loan loans funding credit
    justice freedom sanctuary bid injunction
    entrance relief certification registration seat passage leave refuge clearance approval"""
)
"""What one is denied, and not what one denies."""
DEEDS = lexicon(
    """attack attacks murder murders killing killings bribery corruption fraud theft affair plot meeting deal payment
    payments abuse assault link links tie ties connection connections role existence plan plans intention
    torture rape"""
)
TOLD = lexicon(
    """estimate estimates tally figure figures number numbers finding findings statement statements reporting article
    articles calculation calculations characterization characterisation portrayal description depiction"""
)
"""Nouns for what may be said to be wrong, though nobody is accused with it."""
FIGURES = lexicon(
    """estimate estimates tally count sum figure figures finding findings number numbers bill characterization
    characterisation charge"""
)
DENY = lexicon("deny refute rebut rebutt dispute contest contradict challenge disclaim")
SPURN = lexicon(
    "rubbish reject dismiss brush rebuff repudiate scoff shrug laugh discount wave denounce slam blast decry deride"
    " scotch quash debunk dispel"
)
CALL = lexicon("call brand label describe term deem denounce dismiss reject condemn slam blast characterize")
ON = lexicon("continue go move rush act quick hasten hurry appear")
JUDGES = re.compile(
    r"\b(?:judges?|courts?|jur(?:y|ies|ors)|tribunals?|justices?(?! (?:minister|ministry|department|secretary))"
    r"|magistrates?|arbitrators?|appeals panel|referees?)\b",
    re.I,
)
UNTRUE = (
    r"un(?:true|founded|substantiated)|false(?:hoods?)?|baseless|groundless|fabricat(?:ed|ions?)|lies?|slander(?:ous)?"
    r"|libel(?:lous)?|smears?|propaganda|fiction|fake|hoax|inaccurate|incorrect|bogus|inventions?|invented"
    r"|without (?:foundation|basis)|no basis|not true|wide of the mark|made up"
)
POOR = (
    r"unjustified|nonsens(?:e|ical)|rubbish|wrong|ludicrous|absurd|preposterous|outrageous|ridiculous|without merit"
    r"|fantasy|politically motivated|malicious|laughable|far-fetched|hogwash|garbage"
    r"|scurrilous|defamatory|riddled with \w+|full of (?:errors|holes|mistakes)"
)
FALSE = rf"(?:{UNTRUE}|{POOR})"
"""Judgements on a report or an accusation that amount to a denial; on anything else only the first half do."""
JUDGED = re.compile(rf"[^.;]{{0,30}}?\b{FALSE}\b", re.I)
THING_SAID = re.compile(rf"\b(?:{'|'.join(sorted(SAID))})\b", re.I)
BACK = re.compile(
    r"(?:it|this|that|them|so|these|those|both|all of it|all this"
    r"|(?:the|this|that|these|those|such|his|her|its|their|both|all such|any such) (?:\w+ )?"
    rf"(?:{'|'.join(sorted(SAID))})|(?:the|this|that) (?:article|reporting|statement)"
    r"|(?:this|that|these|those|his|her|its|their)"
    r" (?:figures?|numbers?|findings?|characteri[sz]ation|description|portrayal|statements?|remarks?))\Z",
    re.I,
)
"""A content that only points back to what was said before."""
GENERAL = re.compile(
    r"\A\W*(?:all|any|every|such|these|those|each|the|his|her|their|its)?\s?(?:\w+ ){0,3}"
    r"(?:allegations|accusations|charges|claims|wrongdoing|misconduct|guilt|liability|impropriety)\W*\Z"
    r"|\b(?:all|any|every|these|those|such)\b[^.;]{0,40}\b(?:allegations?|accusations?|charges?|claims?|wrongdoing)\b",
    re.I,
)
CLAUSE_AFTER = re.compile(
    r"\A(?:[\w’'.-]+\s+){0,5}?(?:" + "|".join(sorted(SAID | TOLD | {"idea", "view", "belief"})) + r")"
    r"(?:\s(?:on |this |last )?\w+)?(?:\s(?:by|from|of|made by|in)\s(?:[\w’'.-]+,?\s){1,6}?)?"
    r"(?:,[^,;]{1,60},)?,?\s?that\s",
    re.I,
)
PLEA = re.compile(
    r"\b(?:plead(?:s|ed|ing)?|pled|entered (?:a )?pleas? of|enters? (?:a )?pleas? of)\s(?:\w+\s)?not[\s-]guilty\b"
    r"|\b(?:maintain|profess|protest|proclaim|insist(?:s|ed|ing)? on|assert|declar)(?:s|es|ed|ing|d)?\s"
    r"(?:(?:his|her|their|its)\s)?(?:\w+\s)?innocence\b",
    re.I,
)
NONE = re.compile(
    r"\A\W*(?:that )?(?:there )?(?:is|was|were|are|has been|had been) ['’\"”“]*(?:absolutely "
    r"|simply )?no (?:\w+ )?(?:evidence|proof|truth"
    r"|basis|substance)\b"
    r"|\A\W*(?:that )?there (?:is|was|are|were) no such \w+"
    rf"|\A\W*(?:that )?(?:[\w’'.,-]+ ){{0,8}}?(?:{'|'.join(sorted(SAID | TOLD))})\b"
    rf"(?:[^.;“\"]|\.(?=[\w-])){{0,160}}? (?:is|are|was|were) (?!not\b|never\b|no\b)(?:\w+ )?"
    rf"(?:a |all |an )?(?:\w+ )?(?:['’\"”“]+[\w ]{{1,30}}['’\"”“]+ (?:and|or) )?['’\"”“]*"
    rf"(?:(?:\w+ly|flat|flat-out|plain|just|dead|quite) )?{FALSE}\b"
    rf"|\A\W*(?:that )?(?:it|this|they|that)(?: is| are| was| were|['’]s) (?:\w+ )?(?:a |all "
    rf"|an )?['’\"”“]*(?:{UNTRUE})(?:\W*\Z|['’\"”“]*,? and that\b)"
    r"|\A\W*(?:that )?(?:it|this|that)(?: is| was|['’]s) (?:\w+ )?['’\"”“]*(?:\w+ly )?"
    r"(?:not (?:\w+ )?(?:true|so|the case|correct)|untrue|false|a lie)"
    r"(?=\W*\Z|[.,;:!]|['’\"”“]*,? (?:and )?(?:that|to say|to suggest)\b)"
    r"|\A\W*(?:that )?(?:[\w.’'-]+ ){1,14}?(?:had|has|have) (?:absolutely )?nothing to do with\b"
    r"|\A\W*(?:that )?(?:it|he|she|they|I|we|his \w+|her \w+|the \w+) (?:had |has |have )?(?:nothing to do with"
    r"|(?:did|done) (?:absolutely )?nothing (?:wrong|illegal|improper|of the kind|of the sort)"
    r"|(?:did|done) no such thing"
    r"|kn[eo]wn? nothing (?:of|about)"
    r"|(?:broke|broken|violated) no (?:laws?|rules?))\b"
    r"|\A\W*not (?:so|true)\W*\Z|\A\W*(?:that )?nothing of the (?:kind|sort) (?:had|has|was|were|is|ever)\b"
    r"|\A\W*(?:that )?(?:he|she|they|I|we|his client|her client) (?:is|was|am|are|were) (?:\w+ly )?innocent\b"
    r"|\A\W*(?:that )?it (?:is|was) ['’\"”“]*(?:\w+ly )?(?:wrong|incorrect|nonsense|absurd)"
    r"['’\"”“]*,? (?:that|to (?:say|suggest|claim))\b"
    r"|\A\W*(?:he|she|they|it)(?: is| are| was| were| has been| have been|['’]s|['’]re|['’]ve been) (?:\w+ly )?"
    r"(?:lying|a liar|liars|making (?:it|this|that|things|all of this) up)\b"
    r"|\A\W*(?:he|she|they) (?:made|invented|fabricated) (?:it|this|that|all of it"
    r"|(?:the|this) (?:whole )?(?:thing|story))\b"
    r"|\A\W*(?:that )?(?:nobody|no one|none of (?:\w+ )?\w+)\b[^.;,]{0,40}? ever\b"
    r"|\A\W*(?:that )?no such \w+ (?:was|were|had|has|have|exists?|existed|took)\b",
    re.I,
)
"""A content that says of something that it is not so."""
SELF = re.compile(
    r"\A\W*(?:that )?(?:it|he|she|they|I|we|(?:his|her|their|its|our|my) (?:\w+ )?\w+|the (?:company|firm|ministry"
    r"|government|party|union"
    r"|committee|agency|army|military|police|bank|group|team|client))"
    r"(?: (?:had |have |has )?(?:[a-z]+(?:ed|ld|nt|pt|ft|ok|ve|de|ew|aw|ought|aught)|done|did|told|paid)"
    r" (?:no|nothing|none)\b"
    r"| (?:had |have |has |were |was |did )?(?:never|not|no (?:part|role|hand|knowledge|involvement"
    r"|connections?|links?"
    r"|ties))\b| (?:did|had|was|were|have|has)n['’]t\b)",
    re.I,
)
"""A content in which somebody says what he did not do."""
NO_THING = re.compile(
    r"\A\W*(?:that )?there (?:is|are|was|were|had been|has been|have been) no "
    r"(?!(?:\w+ )?(?:question|doubt|need|reason|way|place|room|chance|signs?|time|words?|answer|point|winner"
    r"|alternative|choice|guarantee|going|timetable|date|plans?)\b)(?:\w+ )?(\w{4,})\b",
    re.I,
)
ACCUSED = re.compile(
    r"\b(?:accus\w+|alleg\w+|charg(?:e|es|ed) (?:with|that)|blam(?:e|es|ed|ing)|rumou?r\w*|suspected of|indict\w*)\b",
    re.I,
)
UNCHOSEN = re.compile(
    r"\b(?:know|want|expect|think|believe|see|feel|hear|heard|seen|decided?|received?|plan|intend|need|seek|agree"
    r"|comment|going|yet|confirm\w*|verif\w*|determin\w*"
    r"|able|sure|recall|remember|like|(?:not|never|n['’]t) have|been told|been informed"
    r"|been notified|regret|care|mind)\b",
    re.I,
)
HINTS = lexicon(
    """back water scorn issue light differ deny denies denied denying denial denials refute refutes refuted refuting
    rebut
    rebuts rebutted dispute disputes disputed disputing contest contests contested contesting disclaim disclaims
    disclaimed disclaiming scotches scotched quashes quashed debunks debunked dispels dispelled challenge challenges
    challenged challenging contradict contradicts contradicted contradicting
    reject rejects rejected rejecting
    dismiss dismisses dismissed dismissing brush brushes brushed brushing rebuffed repudiate repudiates repudiated
    scoffed scoffs rubbished rubbishes shrugged laughed discounted waved denounce denounces denounced denouncing
    slammed blasted decried derided ridiculed call calls called calling brand branded branding label labelled
    labeled describe describes described describing termed deemed condemned condemning plead pleads pleaded pleading
    pled plea innocence
    """
)
