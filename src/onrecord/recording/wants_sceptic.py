"""What looks like a demand and is not told as one: asked about, guessed, imagined, laid down by law, or cut short."""

from __future__ import annotations

import re

from onrecord.recording.clauses import Clauses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import DEMAND_NOUNS

_GUESSES = lexicon("perhaps maybe presumably possibly hypothetically")
_IMAGINES = lexicon("say suppose imagine assume picture")
"""Words that open what is only imagined (`Say the port demanded a fee`)."""
_DENIES = lexicon("deny dispute rebut refute doubt")
_SAYS = lexicon(
    "say state claim allege mean suggest tell report write argue believe think know confirm recall remember"
)
_MARKS = frozenset(["“", '"', "``", "‘", "(", "-", "—"])
_RULES = lexicon("law laws rule rules act constitution statute statutes agreement contract regulations amendment code")
_REQUIREMENTS = lexicon("requirement requirements rule rules law policy provision guideline guidelines regulation")
"""What a clause with `that` belongs to which tells how things are always done."""
_THINKS = lexicon("think thinks thought believe believes believed feel feels felt agree agrees agreed reckon reckons")
_POLLED = lexicon(
    "percent % voters respondents americans britons people conservatives liberals republicans democrats majority most "
    "half third quarter readers viewers fans adults users"
)
"""Whoever is asked for an opinion, and puts nothing to anybody."""
_SURVEYS = lexicon("poll polls polled survey surveyed percent %")
_PROVIDES = lexicon("plan agreement deal contract treaty pact budget accord program programme schedule strategy")
"""What `calls for` something because it says so, not because somebody asks."""
_PAPERS = lexicon(
    "order recommendation recommendations language letter ruling law bill policy resolution statement memo rule "
    "subpoena warrant injunction report lawsuit suit petition plan measure text email message ad article column"
)
_LAWS = lexicon("laws rules policies regulations statutes")
_ISSUES = lexicon(
    "sign send write issue file publish release pass adopt post circulate draft deliver submit present introduce "
    "make put sponsor approve receive get have bring start launch establish unveil announce set"
)
"""What is done with a paper by the one who wants what it says, or by the one who reads it."""
_PLAINLY = frozenset(["duty", "told by its answer", "time granted", "at the request"])
_CLAUSE_FREE = re.compile(r"\b(?:that|which|who|whether)(?: [\w’'-]+){1,4}\Z")
"""A clause that has just begun: it still wants its verb."""
_NOTHING = re.compile(r"(?:do|does|did|doing) (?:so|it|that|this)\b|(?:do|does|did)(?: not|n['’]t)?\Z")


def doubted(clauses: Clauses, want: Want) -> bool:
    """Whether a want is none that the sentence tells as a fact and in full.

    Args:
        clauses: the reading of the sentence.
        want: what a rule found in it.
    """
    at = clauses.index(want.start)
    return (
        _asked_about(clauses, want)
        or (not _presupposed(clauses, want, at) and _guessed(clauses, at))
        or _imagined(clauses)
        or _unsaid(clauses, at)
        or _laid_down(clauses, want, at)
        or _opinion(clauses, want, at)
        or _of_a_paper(clauses, at)
        or _cut_short(clauses, want)
    )


def _asked_about(clauses: Clauses, want: Want) -> bool:
    """Whether the sentence asks whether it is so (`But has he called for a vote?`)."""
    words = clauses.sentence.lower
    tail = [w for w in words[-2:] if w not in ("”", '"', "''")]
    return tail[-1:] == ["?"] and not want.rule.startswith("noun") and '"' not in want.what and "“" not in want.what


def _presupposed(clauses: Clauses, want: Want, at: int) -> bool:
    """Whether the demand is told as known, whatever is guessed of it (`should perhaps heed | Lund’s demand to …`)."""
    phrase = clauses.phrase_starting(at)
    owned = phrase is not None and any(clauses.tags[i] == "POS" for i in range(phrase.first, phrase.last))
    return want.rule.startswith("noun") and owned


def _guessed(clauses: Clauses, at: int) -> bool:
    """Whether it is only guessed (`perhaps the moderators will demand it`), or said not to be so."""
    words = clauses.sentence.lower
    for i in range(min(at, len(words)) - 1, max(-1, at - 12), -1):
        if words[i] in (";", ":"):
            return False
        if words[i] in _GUESSES or words[i : i + 2] == ["not", "that"]:
            return True
    return False


def _unsaid(clauses: Clauses, at: int) -> bool:
    """Whether somebody denies it or does not say it (`denied that he asked her to lie`), or it did not happen."""
    words = clauses.sentence.lower
    verb = next((v for v in clauses.verbs if v.first == at), None)
    subject = None if verb is None else clauses.subject(verb)
    begin = at if subject is None or not at - 6 <= subject.first < at else subject.first
    before = next((p for p in clauses.phrases if p.last == at), None)
    begin = begin if before is None else before.first
    if words[begin - 1 : begin] == ["without"] or words[begin - 2 : begin] == ["instead", "of"]:
        return True
    told = [v for v in clauses.verbs if v.last in (begin, begin - 1)]
    linked = [v for v in told if v.last == begin or words[begin - 1] == "that"]
    return any(v.lemma in _DENIES or (v.negated and v.lemma in _SAYS) for v in linked)


def _imagined(clauses: Clauses) -> bool:
    """Whether the sentence bids its reader to imagine it."""
    words = clauses.sentence.lower
    first = 1 if words[:1] and words[0] in _MARKS else 0
    opens = words[first : first + 1]
    return bool(opens) and opens[0] in _IMAGINES and clauses.phrase_starting(first + 1) is not None


def _laid_down(clauses: Clauses, want: Want, at: int) -> bool:
    """Whether a law or a rule says it (`Under the law, judges must …`, `a requirement that agencies seek advice`)."""
    words = clauses.sentence.lower
    governed = [i for i in range(max(0, at - 8), at) if words[i] == "that" and i and words[i - 1] in _REQUIREMENTS]
    if governed and want.rule != "noun with clause":
        return True
    if want.rule != "duty":
        return False
    return any(words[i] in ("under", "by") and set(words[i + 1 : i + 6]) & _RULES for i in range(max(0, at)))


def _opinion(clauses: Clauses, want: Want, at: int) -> bool:
    """Whether people who were asked for their opinion say what somebody should do."""
    if want.rule != "duty":
        return False
    before = set(clauses.sentence.lower[max(0, at - 10) : at])
    return bool(before & _SURVEYS) or (bool(before & _THINKS) and bool(before & _POLLED))


def _of_a_paper(clauses: Clauses, at: int) -> bool:
    """Whether a paper wants it that is somebody else’s (`language calling for aid`), or a plan provides for it."""
    words, tags = clauses.sentence.lower, clauses.tags
    verb = next((v for v in clauses.verbs if v.first == at), None)
    if verb is None:
        return False
    subject = clauses.subject(verb)
    if verb.form == "finite" and verb.lemma == "call" and subject is not None and words[subject.head] in _PROVIDES:
        return True
    if verb.form != "participle" or tags[verb.head] != "VBG":
        return False
    paper = next((p for p in clauses.phrases if p.last == verb.first), None)
    if paper is not None and words[paper.head] in _LAWS:
        # `have laws calling for it`: how things are always done.
        return True
    if paper is None or words[paper.head] not in _PAPERS:
        return False
    if any(tags[i] in ("POS", "PRP$") for i in range(paper.first, paper.last)):
        return False
    holds = [v for v in clauses.verbs if v.last <= paper.first]
    return not (holds and holds[-1].lemma in _ISSUES)


def _cut_short(clauses: Clauses, want: Want) -> bool:
    """Whether the words for what is wanted break off, or say nothing (`a full`, `do so`, `a request`)."""
    words, tags = clauses.sentence.lower, clauses.tags
    if _NOTHING.match(want.what) or want.what.endswith("(") or want.what.count("(") != want.what.count(")"):
        return True
    last = want.what.split()[-1:]
    if last and last[0].lower() in DEMAND_NOUNS and len(want.what.split()) < 3 and want.rule in _BARE:
        return True
    if want.rule == "filing" and last and _FILED.match(want.what):
        # `filed a request with the court`: for what is not said.
        return True
    stop = clauses.index(want.end)
    while stop < len(words) and clauses.sentence.starts[stop] < want.end:
        stop += 1
    if words[stop : stop + 1] in (["'"], ["’"]) and tags[stop + 1 : stop + 2] in (["NN"], ["NNS"], ["JJ"]):
        # `half of the miners' | shares`: a possessive that is not closed.
        return True
    if want.rule in _PLAINLY:
        return False
    if _CLAUSE_FREE.search(want.what) and words[stop : stop + 1] in ([","], ["("], ["—"], ["for"], ["on"], ["upon"]):
        return True
    if want.what.lower() in ("a", "an", "the", "no") or (
        tags[stop - 1] == "CD" and words[stop : stop + 1] == ["-"] and tags[stop + 1 : stop + 2] in (["NN"], ["JJ"])
    ):
        # `an 8 | - year deal`
        return True
    if words[stop : stop + 1] == words[stop + 2 : stop + 3] == ["-"]:
        # `the face | - to - face meeting`
        return True
    hyphen = words[stop : stop + 1] == ["-"] and clauses.sentence.starts[stop] == clauses.sentence.ends[stop - 1]
    if (hyphen and tags[stop - 1] in ("CD", "NN")) or words[stop - 1] == "-":
        return True
    after = stop + (tags[stop : stop + 1] == ["RB"])
    follows = after < len(words) and (tags[after] == "VB" or words[after] == "be")
    if follows and want.rule == "verb with object" and words[after - 1] not in ("to", "and", "or"):
        # `demanded the reforms | be the first thing`
        return True
    adjective = 0 < stop <= len(words) and tags[stop - 1] in ("JJ", "JJR") and tags[stop - 2 : stop - 1] == ["DT"]
    joined = words[stop : stop + 1] == [","] and tags[stop + 1 : stop + 2] == ["JJ"]
    return adjective and (joined or words[stop : stop + 1] in (["“"], ['"'], ["``"]))


_FILED = re.compile(
    r"(?:an?|the|its|his|her|their) (?:[\w-]+ ){0,6}(?:request|petition|motion|application|claim)s?"
    r" (?:to|with)\b(?!.* for )"
)
_BARE = frozenset(["verb with object", "noun with for", "call for", "ask for"])
