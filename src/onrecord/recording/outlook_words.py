"""The words in which outlooks are told, and those that only look like it."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon

RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("modal", re.compile(r"\b(?:may|might|could)\b(?! not only)(?! have \w+(?:ed|en|wn)\b)(?= \w)")),
    ("conditional", re.compile(r"\bif\b[^.;]{0,80}\b(?:will|would|won['’]t|wouldn['’]t)\b|\b(?:will"
    r"|would)\b[^.;]{0,80}\bif\b")),
    ("expected", re.compile(
        r"\b(?:is|are|was|were|be|been|being|widely|seem(?:s|ed)?|look(?:s|ed)?|appear(?:s|ed)?|remains?)"
        r" (?:\w+ly |also |now |still |more |less"
        r"|very |not |all but )?(?:expected|forecast|predicted|projected|tipped|feared|poised|set to"
        r"|slated|scheduled to"
        r"|bound to|likely|unlikely|certain to|sure to)\b"
        r"|(?<!more )(?<!less )(?<!most )(?<!least )\b(?:un)?likely to\b"
        r"|\b(?:vote|ruling|decision|verdict|result|talks|answer) (?:due|expected)\b")),
    ("feared", re.compile(
        r"\b(?:fears?|feared|fearing|worr(?:y|ies|ied) (?:that|about|it|they|he|she)|warn(?:s|ed|ing)?"
        r"|predict(?:s|ed|ing)?"
        r"|expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|forecasts?"
        r"|hop(?:es?|ed)(?= (?:to|that|for|the|an?|it|they|he|she|his|her|its|their|we|this|these|[a-z]+s) )"
        r"|hoping(?! to\b)"
        r"|(?:confident|optimistic|hopeful|pessimistic)[”\"]? (?:that|about|of|it|he|she|they|we|the)"
        r"|(?:[’']m|am|[’']re|is|was|are|were|remains?|remained|feels?|felt|sounded) (?:\w+ly |very |still |more |quite"
        r" |not |less )?(?:hopeful|optimistic|pessimistic|upbeat)\b"
        r"|rais(?:ing|es|ed) concerns?(?= (?:that|of|about|over))"
        r"|concerns? (?:of|that)|dread(?:s|ed)?|fears? (?:of|that))\b")),
    ("would", re.compile(
        r"\b(?:an?|the|such|that|this|any)\s(?:[\w’'-]+\s){1,4}would (?:also |then |likely |probably )?(?:hit"
        r"|hurt|cost"
        r"|leave|mean|push|force|halve|double|add|deal|cause|bring|drive|cripple|affect|raise|boost|give|strip|make"
        r"|create|save|reduce|increase|eliminate|enable|result|lead|put|undermine|weaken|strengthen|endanger|threaten"
        r"|resolve|open|close|block|free|strand|hamper|delay|help|hinder|expose|disrupt|paralyse|paralyze|wipe|destroy|split|end|lower|cut)\b"
        r"|\b(?:will|would) (?:also |still |now |then |surely |likely |probably |only |not )?be"
        r" (?:(?:an?|the|nothing short of) )?(?:\w+ly )?(?:huge |big |major |serious |severe |great |heavy |real"
        r" |further |terrible |crushing |significant |historic )?(?:boost|blow|setback|disaster|catastrophe|victory"
        r"|defeat|breakthrough|relief|boon|embarrassment|humiliation|tragedy|nightmare|threat|challenge|end of"
        r"|disastrous|catastrophic|devastating|horrible|difficult|hard to|impossible|costly|harmful|painful|fatal"
        r"|ruinous|chaotic)\b")),
    ("turns", re.compile(
        r"\bthere will be\b|\b(?:will|wo|would)(?: not|n['’]t)? (?:probably|likely|surely|inevitably|eventually"
        r"|almost certainly|soon|never)\b|\bi (?:think|believe|suspect|doubt|bet)\b[^.;]{0,60}\b(?:will|going to)\b"
        r"|(?:\b(?<!that )(?<!which )(?<!who )(?:will|would|shall)|['’]ll)"
        r" (?:not |also |then |soon |probably |only |further |never |be |have to )?"
        r"(?:fall|rise|weaken|strengthen|lose|cost|last|run (?:out|dry|short)|collapse|shrink|grow|reach|exceed|hit"
        r"|hurt|worsen|deteriorate|improve|recover|suffer|die|starve|starving|dying|counting|fail|win|spread|double"
        r"|triple|halve|drop|climb|slow|ease|pick up|soar|plunge|dry up|backfire|escalate|flood|drown|vanish"
        r"|disappear"
        r"|go under|go bankrupt|go hungry|destroy|ruin|wipe|lead to|result in|end in"
        r"|take (?:years|months|decades|weeks))\b")),
    ("risk", re.compile(
        r"\b(?:risk(?:s|ed|ing)?(?= (?!factors?|involved|management|assessments?))|threaten(?:s|ed|ing)? to"
        r"|imperil(?:s|ing)?|jeopardi[sz]\w*|in jeopardy|endanger(?:s|ing)?"
        r"|prospects? (?:of|that|for)"
        r"|possibility (?:of|that)|potentially (?!\w+ed\b)\w+|looming|looms?|on the brink|on the verge"
        r"|long shadow|cloud over"
        r"|path of)\b")),
    ("open", re.compile(
        r"\b(?:remains? (?:to be seen|unclear|uncertain|unknown)|(?:is|was|are|were|it['’]s) (?:unclear|uncertain"
        r"|not clear|not known)"
        r"|hangs? in the balance|no (?:signs?|end) (?:of|in sight)|divided (?:on|over) whether|in doubt"
        r"|(?:all but|now|basically|virtually|nearly|practically|almost) impossible|out of reach|a long way off|far off"
        r"|(?:no|little|slim|any|some) (?:chance|hope|prospect|likelihood) (?:of|that|for)\b"
        r"|too late|too (?:early|soon) to (?:say|tell|know|predict|judge))\b")),
)  # fmt: skip
"""What marks a view of what may come, by rule; the first one in a clause counts. All but `modal`, for which `May` is a
month, are looked for in lower case."""

TRIGGERS = lexicon(
    """may might could will would won wouldn ll expected forecast forecasts predicted projected tipped feared poised set
    slated scheduled bound likely unlikely certain sure fear fears fearing worry worries worried warn warns warned
    warning predict predicts predicting expect expects expecting anticipate anticipates anticipated anticipating hope
    hopes hoped hoping confident optimistic hopeful pessimistic concern concerns dread dreads dreaded risk risks risked
    risking threaten threatens threatened threatening imperil imperils imperiled imperilled jeopardize jeopardise
    jeopardizes jeopardises jeopardy endanger endangers endangered prospect prospects possibility potential potentially
    impossible reach off chance little slim upbeat sounded felt feels
    looming loom looms brink verge shadow cloud path remain remains unclear uncertain clear known hang hangs sign signs
    end divided doubt stake late early soon"""
)
"""Words without which no rule can match: a first look."""

NOWHERE = re.compile(
    r"\?[”\"'’]*(?:\s(?:[\w’'.-]+\s){0,4}(?:wrote|asked|said|asks|wondered)\b[^.;]{0,40})?\Z|\A\W*(?:what|which|how|who|do|does|did|are|is|will|would|could|can)\b.*\?\W*\Z"
    r"|\b(?:if|than|as|when) you\b|\bask(?:s|ed)? (?:\w+ ){0,3}?(?:if|whether)\b"
)
"""What, in lower case, keeps a whole clause from being an outlook: it asks, or advises a reader."""
NONE = re.compile(
    # Where no word begins nothing can match: that is seen at once, not once for each of the many kinds.
    r"(?=\b\w|\A|['’]s )(?:"
    r"\b(?:could|might) (?:not|never)\b(?! (?:be ruled out|rule out|hold|last|survive|be excluded|be avoided))"
    r"|\bcouldn['’]t\b|\b(?:was|were|been|being|ever|never) (?:ever |never |also )?warned\b"
    r"(?! that| of (?:a|an|possible)\b)"
    r"|\b(?:may|might|could) (?:also |well |already |not )?have (?:\w+ly )?(?!to\b)\w+"
    r"|\byou(?:['’]ll|['’]re)? (?:\w+ )?(?:may|might|could|will|can)\b"
    r"|\bso (?:that )?(?:\w+ ){1,3}could\b|\bcould be (?:seen|heard|interpreted|described|said|found)\b"
    r"|\b(?:\d+ ?(?:%|percent|per cent)|\w+ times) (?:more|less) likely\b|\bmore likely to (?:say|be"
    r"|have)\b[^.]*\bthan\b"
    r"|\blikely (?:\w+ed|was|were|had|has been)\b"
    r"|\b(?:that|which|and) (?:could|might) (?:not|n['’]t) be \w+|\bcould not be traced\b"
    r"|\b(?:has|have|had|was|were) (?:already |often )?(?:been )?warned (?:before|already|in|by|about|of|twice)\b"
    r"|\b(?:never|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )not) (?:have )?expected\b"
    r"|\b(?:was|were) no signs?\b|\bmay be because\b"
    r"|\bunclear as to\b|\bthan hope\b|\bhad (?:\w+ )?warned\b(?! that)"
    r"|\A\W*expect\b|\bdelays?\b[^.]*; expect\b|\b(?:to|can) expect\b|\bexpect from\b|\b(?:was|were|is|are) hoping\b"
    r"|\b(?:presidential|party|gop|republican|democratic|nomination|the|a|of|['’]s) hopefuls?\b"
    r"|\b(?:could|might) (?:no longer|only|barely|hardly|scarcely)\b|\bhow (?:[\w’'-]+ ){1,6}could\b"
    r"|\bi hope (?:to|so)\b|\bno idea (?:if|whether)\b|\bwould have\b|\bwould(?:n['’]t| not) have\b"
    r"|\b(?:may|might|could) (?:just |well |also )?be the (?:\w+ ){0,2}?(?:\w+est|first|only|most)\b"
    r"|\b(?:just|may|might) (?:might|may|could) be\b|\bmight be the first\b"
    r"|\bin fear\b|\bfears and\b|\b(?:without|for|with|the|no|out of|any) fear\b|\bfears? no\b"
    r"|\b(?:best|next|last|some|no|any|of|have|had|little|have|great|with|gives?|gave) hopes?\b(?! (?:that|of)\b)"
    r"|\bwarn(?:s|ed|ing)? (?:\w+ ){0,4}?(?:not to|against)\b|\bif possible\b"
    r"|\b(?:see|know|determine|decide|wonder|check)\w* (?:if|whether)\b"
    r"|\b(?:was|were|had been) (?:\w+ )?(?:scheduled|slated|set|due)\b"
    r"|\b(?:may|might|could) (?:\w+ )?be (?:\w+ing\b|part of|one of|responsible|behind|involved|linked"
    r"|related|true|guilty"
    r"|aware|an? (?!\w*\s?(?:blow|boost|setback|disaster|problem|step|risk|threat|\w*point|game|help|danger|target)))"
    r"|\bmay(?:be)? (?:not )?be (?:well|easier|too|more|less|better|fair|wrong|right)\b"
    r"|\b(?:those|these|such|any|on the|of the) (?:worries|fears|concerns|hopes|risks)\b(?! (?:that|of)\b)"
    r"|\b(?:than|as) (?:had )?(?:\w+ )?(?:expected|predicted|forecast|feared|hoped|anticipated)\b"
    r"|\b(?:predicted|expected|feared|hoped) (?:that )?(?:he|she|they|it) (?:had|was|were|did)\b"
    r"|\bfear (?:and|or)\b|\b(?:and|or|of) fear\b|\bhoped (?:\w+ ){1,4}had\b"
    r"|\bwarning (?:shots?|signs?|labels?|lights?|systems?|strikes?)\b"
    r"|\b(?:citing|reflecting|because of|due to|despite|after) (?:the |an? )?(?:expected|projected|forecast)\b"
    r"|\bhad (?:\w+ )?(?:expected|hoped|feared|predicted|forecast|anticipated)\b"
    r"|\bdid(?:n['’]t| not) (?:expect|anticipate|predict)\b|\b(?:high|higher|low|lower)[- ]risk\b"
    r"|\b(?:some|one|many|critics|people|we|i|cynics|others) (?:may|might|could) (?:say|argue|think|ask|wonder|call)\b"
    r"|\A\W*warning\b(?! (?:that|of)\b)"
    r"|\bknown for\b|\brisks? (?:factors?|involved|management)\b|\bhigher risks?\b|\bpotential harms?\b"
    r"|\b(?:unclear|not clear|not known|unknown|uncertain|known)\b[^.;]{0,60}\b(?:was|were|had|has|have|did)\b"
    # of a child, of what is so or was so, of what is only named
    r"|\bexpect(?:s|ed|ing)? (?:[\w’'-]+ ){0,3}(?:child|children|baby|babies|twins|triplets)\b"
    r"|\bnever expect(?:s|ed)? to\b"
    r"|(?:\A\W*|\b(?:on|of|about|for|with) |['’]s )(?:expected|anticipated|projected) (?!to\b|that\b|by\b)"
    r"|\b(?:much|long|highly|eagerly|widely|hotly|keenly)[- ](?:anticipated|awaited|expected|feared|dreaded|hoped)\b"
    r"|\b(?:an?|the|this|that|his|her|their|its|outdoor|weather|daily)(?: [\w-]+)?"
    r" forecasts?\b(?! (?:of|that|for|calls?|shows?|says?|predicts?|to)\b)"
    r"|\b(?:has|have|had) (?:\w+ly |also |always |often )?(?:predicted|forecast|foreseen|anticipated)\b"
    r"(?! (?:that|an?|the)\b[^.;]{0,60}\b(?:will|would|may|might|could)\b)"
    r"|\bhop(?:e|es|ing|ed) (?:that )?(?:it|this|that|he|she|they) (?:is|are|isn|aren|was|were|wasn|weren)\b"
    r"(?! (?:not )?going\b)"
    r"|\ball (?:i|he|she|we|they|you) could\b|\bnothing could\b|\bcould (?:often|always|usually|sometimes|really)\b"
    r"|\b(?:may|might|could)(?: not)? be[,;.](?!\w)|\b(?:might|could) be (?:wrong|right|true|mistaken|fair)\b"
    r"|\bany (?:\w+ ){1,2}(?:that|which|who) (?:may|might|could)\b"
    r"|\b(?:any|looking for) (?:[\w’'-]+ ){1,3}that could\b"
    r"|\b(?:places|ways|cases|areas) where (?:[\w’'-]+ ){1,3}could\b"
    r"|\b(?:was|were|is|are) (?:most |very )?likely (?:the|an?|not the|because|due|caused|been|worth)\b"
    r"|\b(?:ought to|should|need to) be worried\b|\bmay the \w+ be\b"
    r"|\bthere (?:was|were) (?:high|great|some|big) hopes\b"
    r"|\b(?:what|which|how|where|when|who) (?:the |an? |its |their |his |her )?[\w’'-]+"
    r" (?:will|would) (?:be|look|do|mean) if\b"
    r"|\b(?:will|would) (?:usually|generally|normally|typically|often|always|sometimes|probably have)\b"
    r"|\b(?:has|have|had|recently|previously|repeatedly|once|earlier|already) (?:\w+ly )?threatened to\b"
    r"|\btak(?:e|es|en|ing) (?:\w+ )?risks?\b|\btook (?:\w+ )?risks?\b|\b(?:own|no|without|calculated|any) risks?\b"
    r"|\b(?:what|how|which|why|where) (?:[\w’'-]+ ){0,4}(?:it|they|he|she|we) (?:will|would|may|might|could)\b"
    r"|\b(?:things|those|people|anything|someone|anyone) (?:that|who|which) (?:are|is|may|might|could|can) \w+\b"
    r"|\b(?:told|said|thought|believed) (?:us |me |them )?(?:it |that )?(?:would|could) never\b"
    r"|\bto worry about\b|\bworr(?:y|ied) about\W*\Z|\bneed(?:n['’]t| not) worry\b"
    r"|\brisk(?:s|ed|ing)? (?:his|her|their|its|my|our|your) (?:own )?(?:life|lives|neck|necks|limbs)\b"
    r"|\b(?:chances?|prospects?|possibility|hope) (?:of|for) parole\b"
    r"|\bbefore it(?:['’]s| is| was) too late\b|\b(?:may|might) (?:look|seem|sound|appear|feel)\b"
    r"|\b(?:do|does|did)(?:n['’]t| not) (?:endanger|jeopardi[sz]e|threaten|imperil|risk)\b"
    r"|\b(?:which|that) could (?:see|hear|tell)\b|\bas if\b"
    r"|\b(?:condition|identity|motive|cause|whereabouts)\b[^.;]{0,20}\b(?:remains?|is|was) (?:unknown"
    r"|unclear|uncertain)\b"
    r")"
)
"""What, in lower case, looks like an outlook and is none: what could not be done, what may have been, advice, figures
of groups, questions, a candidate who is called a hopeful, and what is not known of things past."""
