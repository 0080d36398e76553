"""What the words of a claim may be: which verbs claim, and which contents say something that could be disputed."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import PERSONS, lexicon
from onrecord.types import Stance

NO_CLAIM = re.compile(
    r"\W*(?:whether|(?:some|any|every|no)?things? (?:and|that|about|to|like|he|she|they|I|we|you|in|on)"
    r"|(?:when )?(?:asked|pressed|questioned) (?:about|on|by|if|in|what|why|how)|let (?=me|us|no|there)\w+"
    r"|(?:if|when)\b(?![^.;]{8,200},\s)|why|how|what|who|whom|which|where|to"
    r"|(?:in )?an? (?:\w+ )?(?:statement|tweet|e-?mail|interview|news conference)(?= (?:released|issued|posted|sent"
    r"|published|with|to|on|by|that))|in an? (?:statement|tweet|e-?mail|interview|post|letter)"
    r"|(?:it|he|she|they) (?:said|says|told)|the words|is|was|were|are|has|had|would|will|may"
    r"|(?:after|before|during|while) \w+ing|(?:very |\w+ly )?(?:simply |just )?because)\b",
    re.I,
)
SO_MUCH = re.compile(
    r"\W*(?:(?:very|too|so|as|little|much|nothing|more|no|a|lot|the|same|rest|otherwise|yes)\W+){0,3}"
    r"(?:so|little|much|nothing|more|lot|same|rest|otherwise|yes|no)\W*\Z",
    re.I,
)
"""How much is said, not what (`said little`, `said the same`)."""
QUESTION = re.compile(
    r"\W*(?:(?:and|but|so|well|then|now)\W+)?(?:wh(?:o|at|en|ere|y|ich|ose)|how|do(?:es)?|did|is|are|was|were|has|have|had|can"
    r"|could|will|would|should|shall|may|might|am)(?:n['’]t)?\b(?:[^.!?…]|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=Mrs)\.)*\?[”\"'’]*\Z",
    re.I,
)
"""A question and nothing else: somebody asks, he claims nothing."""
DOING = {
    "accusing": "accused", "blaming": "blamed", "calling": "called", "branding": "branded", "labeling": "labeled",
    "labelling": "labelled", "dubbing": "dubbed", "describing": "described", "denouncing": "denounced",
    "condemning": "condemned", "criticizing": "criticized", "criticising": "criticised", "charging": "charged",
    "suing": "sued",
}  # fmt: skip
"""Participles of judging and accusing, and the past tense of which a line is made (`Ek left, calling it a lie`)."""
OBJECT = re.compile(
    r"\W*(?:(?:him|her|it|them)sel(?:f|ves)|him|them|us|me|it (?:after|before|in|on|at|for|with|by))\b", re.I
)
"""What somebody does something to (`found himself in a crowd`); only of accusing and calling is it part of a claim."""
MERE = re.compile(
    r"\W*(?:(?:the|an?|its|his|her|their|our|all|some|several|many|two|three|four|dozens of|a series of|these|those"
    r"|this|that|more|further|full|every|no)\s){1,3}"
    r"(?:[\w’'-]+\s){0,3}?(?:details?|lists?|features?|news|videos?|footage|clips?|photo(?:graph)?s?|pictures?|images?"
    r"|statements?|messages?|letters?|notes?|schedules?|dates?|names?|versions?|updates?|results?|information|story"
    r"|stories|articles?|reports?|tour|album|trailer|poster|debacle|episode|line-?up|range|roster|squad|findings"
    r"|plans?|measures|programmes?|programs?|initiatives?|campaigns?|products?|conversations?|exchanges?|transcripts?|recordings?|tapes?|scenes?|moments?)\b(?!['’])",
    re.I,
)
"""What is made known as a thing (`announced the details of the tour`), so that nothing is said of it."""
SHOWING = lexicon(
    "announce confirm reveal tweet post publish share unveil release describe report write disclose detail note"
)
MAKING_KNOWN = lexicon("announce unveil release publish share detail issue indict sue")
"""Verbs that claim only with a clause: who announces a change, or sues a man, has so far said nothing."""
NEXT_CLAUSE = re.compile(r",?\s(?:(?:on\s)?\w+day,?\s|in\s(?:\w+\s){1,4})?that\b")
"""After a verb of saying: what it says follows, so that what stands before it is not said by it."""
BREAKS_OFF = re.compile(r"\b(?:that|which|who)\s(?:says|said|reads|read|states|stated)\W*\Z", re.I)
"""How a line ends whose quotation was left out."""
UNFINISHED = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|it|he|she|they|the|a|an|of|to|and|or)\Z", re.I)
FEELING = re.compile(
    r"\b(?:condolences?|regrets?|vows?|sympath\w+|prayers?|our thoughts|thoughts (?:are|and)|hearts? (?:goes"
    r"|go|is|are)|shock(?:ed)?"
    r"|saddened|heartbroken|devastated|grie(?:f|ve|ving|ved)|thank(?:s| you)|congratulat\w+|so proud"
    r"|miss (?:him|her|them|you)"
    r"|sorely missed|rest in peace|love you|honou?red|thrilled|delighted|excited|unbelievable|oh my god)\b",
    re.I,
)
"""Words of condolence, thanks and joy: said, but nothing that could be disputed."""
PLAIN_CLAUSE = re.compile(
    r"\W*(?:that )?(?!which|who|where|what)(?:(?:U\.S\.|[\w’'-]+) ){1,4}?(?:is|are|was|were|has|have|had|will|would"
    r"|could|should|can|may|might|must|did|does)\b"
)
"""A clause at first sight: a few words and a plain auxiliary."""
PLAIN_CLAUSE_AHEAD = re.compile(r"\W*(?:[\w’'-]+ ){1,6}?(?:is|are|was|were|has|have|had|will|would)\b")
CLAIMS = lexicon(
    """say tell announce report add write state explain note reveal suggest claim allege accuse confirm believe argue
    insist maintain warn predict estimate think fear contend assert acknowledge admit concede declare describe call
    testify disclose tweet observe stress emphasize emphasise remark recall respond reply answer joke continue conclude
    inform notify rule find indicate determine complain charge blame suspect imply point mention hint agree proclaim
    boast opine clarify repeat reiterate assume speculate assure reaffirm specify criticize criticise denounce condemn
    calculate reckon swear recount brand label dub term accord post hold advise caution cry shout
    counter retort interject quip muse write lament forecast project expect volunteer relate
    accept recognize recognise consider regard sue indict"""
)
"""Verbs, in the base form, by which somebody stands for something."""
NEEDS_CLAUSE = lexicon(
    """write find respond repeat reiterate reaffirm
    recognize recognise accept believe continue stress emphasize emphasise underline underscore
    consider recall hold note observe think assume notice
    calculate reply answer lament discover know learn contend boast"""
)
"""Verbs that claim only with a clause: to find a man, to recognise a state, to repeat a tour is to claim nothing."""
SUPPOSED = re.compile(
    r"\b(?:(?:if|unless|until|once|whether|should)\s(?:\w+\sor\s|or\snot\s)?"
    r"|(?:suggestion|implication|notion|idea|rumou?r|speculation|impression|possibility)s?\sthat\s(?:Mrs?\.?\s)?)\Z",
    re.I,
)
"""Before a speaker: that he will have said so is supposed, not told."""
NOT_SAID = re.compile(
    r"(?:\bnot|n['’]t|\bcannot|\bnever|\bwithout|\bstop(?:s|ped)?|\b(?:refus|declin|fail)\w*\sto|\bhas yet to"
    r"|\bunable to)\s(?:\w+ly\s)?\Z",
    re.I,
)
"""Before a verb of saying: that it is not said."""
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|gets)\s(?:\w+ly\s)?(?:accus|blam|charg|critici[sz]|denounc|condemn|suspect"
    r"|told|written|warn|inform|describ|call|brand|label|dub|praised|advised|notified|reminded|assured|indict|sued)",
    re.I,
)
"""Where a subject has this said to him or of him, it is not he who says it (`was criticised for his pay`)."""
WITHOUT_OBJECT = re.compile(
    r"\b(?!(?:fact|claim|idea|news|report|belief|evidence|sign|allegation|notion|suggestion|day|time|way|view|extent)s?\b)"
    r"(?P<noun>[A-Za-z][\w’'-]*),?\s(?P<word>that|which|whom)\s\Z"
)
"""Before a speaker: the thing that his words lack an object for (`the system that [he] claims he will change`)."""
SAID_TO = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|wrote|added|argued|stated|explained)\s(?:\w+ly\s)?"
    r"(?:(?:through|to|in|at|via|on|by|during|with|from)\s(?:[\w’'-]+\s){0,4}?"
    r"|(?:the|an?|his|her|its|their)\s(?:[\w-]+\s)?|\w+\s)?\Z"
)
"""Before a noun and `that`: what is said begins there (`said through a lawyer that he had paid`)."""
NOBODY = re.compile(
    r"(?:(?:few|no|none|nobody|neither|hardly any|not (?:all|many|every|one))\b"
    r"|(?:(?:only|just|about|some|nearly|almost)\s)?"
    r"(?:\d[\d.,]*\s?(?:%|percent\b|per\scent\b)|a\s(?:\w+\s)?majority\b|(?:half|most|three-quarters|two-thirds)\sof\b))",
    re.I,
)
"""A speaker who is none: what `few buyers believe`, or `52 percent of buyers`, is not said by buyers."""
SHARE_BEFORE = re.compile(
    r"(?:%|\bpercent|\bper\scent|\bmajority|\bhalf|\bquarters?|\bthirds?)\sof\s(?:the\s)?\Z", re.I
)
"""Before a speaker: how many of them a count found."""
SHAPED = re.compile(r"(?:feared|believed|presumed|thought|reported|considered|suspected)\Z", re.I)
FATE = re.compile(r"(?:captured|dead|missing|trapped|killed|drowned|lost|injured|wounded|buried|stolen|hurt)\b", re.I)
"""After a participle of fearing: what somebody is feared to be (`dozens feared captured`), said by nobody named."""
OF_A_THING = re.compile(r"\b(?:think|thinks|thought|thinking|hear|heard|know|knows|knew)\s+(?:of|about)\Z", re.I)
"""To think of a thing is to say nothing of it."""
IDIOM = re.compile(
    r"\W*(?:(?:for|on|in|off|up|out|upon)\s|(?:the\s|an?\s)?(?:police|doctor|ambulance|plumber|attention)\b|an?\s(?:\w+\s)?"
    r"(?:halt|end|stop|meeting|session|election|vote|strike|truce|ceasefire|time|referendum|conference)\b)",
    re.I,
)
"""What is called without being called something (`called a halt`, `called a meeting`)."""
DEPICTING = re.compile(r"\b(?:describ|depict|recount|detail)\w*\Z", re.I)
"""To describe a thing is to say something of it only where what it is said to be follows."""
PICTURES = lexicon(
    "video videos footage clip clips film tape photo photos photograph photographs picture pictures image images"
)
NAMED_SO = re.compile(r"\b(?:describ|brand|label|dub|term)\w*\Z", re.I)
UNSURE = re.compile(
    r"\b(?:not|never|to|will|would|should|could|can|may|might|must|doubts?|yet|considering|assuming|supposing)\b|n['’]t\b"
    r"|\b(?:after|before|while|during)\Z",
    re.I,
)
"""In what says that somebody claims: that he did not, or has not so far; or that he spoke `after` something."""
ACCUSING = re.compile(r"\b(?:accus|blam|suspect|charg|indict|convict|critici[sz]|denounc|condemn)\w*", re.I)
"""Verbs with an object of their own before what is alleged (`accused the bank of hiding losses`)."""
SAID_BACK = re.compile(r"\b(?:reports?|stor(?:y|ies)|rumou?rs?|speculation|complaints?)\b", re.I)
"""What is denied under these names need not be what was quoted last."""
CALLING = re.compile(r"\b(?:call|describ|brand|label|dub|term)(?:s|es|e|ed|led|bed|med|ing)?\b", re.I)
NAMING = re.compile(
    r"\b(?:call|describ|brand|label|dub|term|denounc|condemn|hail|portray|characteri[sz]|dismiss)"
    r"(?:s|es|e|ed|led|bed|med|ing|ling|bing|ming)?\b",
    re.I,
)
"""Verbs with a thing and what it is said to be behind them (`called the offer an insult`, `hailed it as a victory`)."""
MARKS = ("“", '"', "‘", "``", "'")
NUMBER = re.compile(r"\d[\d.,]*")


_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did"
    r"|wo|ca)\b|n['’]t\b"
    r"|\b(?:he|she|it|they|we|i|you|who|that)\b|\b\w{2,}(?:ed|ing)\b|[“”\"`]|'s\b|’s\b|\b(?:made|went|took|gave|said"
    r"|got|came|left|won|lost|sent)\b",
    re.I,
)


_ROLE = re.compile(r",\s(?:an?|the|another|one|his|her|its|their)\s(?:[\w’'-]+\s){0,3}?([\w-]+)\Z")


def without_role(words: str) -> str:
    """A content without what its speaker, named next, is called: `They moved, [another brother], Jon Ek, said`."""
    stripped = words.rstrip(" ,")
    found = _ROLE.search(stripped, max(0, len(stripped) - 60))
    return stripped[: found.start()] if found is not None and found[1] in PERSONS else words


def says_something(stance: Stance, text: str) -> bool:
    """Whether a content is a proposition and not merely a thing that is mentioned (`announced the schedule`)."""
    return stance in ("alleges", "confirms") or bool(_VERB.search(text))


def is_mere_thing(text: str) -> bool:
    """Whether a content only names what is made known (`the details of its tour`), with no verb near its beginning."""
    return MERE.match(text) is not None and PLAIN_CLAUSE_AHEAD.match(text) is None
