"""Who the names of one document name.

Names become parties by their full form; a surname alone goes to its only bearer, and to nobody where two people bear
it; a short form or an acronym goes to the one organisation that it shortens; countries, their adjectives' governments
and (as actors) their capitals are one party. Plural descriptions of people (`regional observers`) are groups.
"""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotation import lexicons
from onrecord.annotation.names import Name
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import tables
from onrecord.types import Mention, Party, PartyKind


def fold(text: str) -> str:
    """The text without accents, case and full stops: what two spellings of a name have in common."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace(".", "").replace("’", "'")


@dataclass(slots=True, eq=False)
class _Draft:
    """A party while its mentions are still being gathered."""

    name: str
    kind: PartyKind | None
    role: str | None = None
    country: str | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    female: bool | None = None
    forms: set[str] = field(default_factory=set)

    def rename(self, name: str) -> None:
        """Make one of the aliases the name."""
        if name != self.name:
            self.aliases = [self.name, *(a for a in self.aliases if a != name)]
            self.name = name

    def add(self, text: str) -> None:
        if text != self.name and text not in self.aliases:
            self.aliases.append(text)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The parties of a document and which of its spans name them."""

    mentions: tuple[Mention, ...]
    parties: tuple[Party, ...]
    order: tuple[tuple[int, int, str, PartyKind], ...]
    """(sentence number, start, party id, kind) of every mention, in order."""
    starts: tuple[int, ...]
    """The starts of `order`, to look up by."""
    female: dict[str, bool]
    """Of persons whose gender a given name or a form of address tells: whether they are women."""


_SPEECH = frozenset(
    "said says told added asked wrote argued insisted claimed warned tweeted explained noted stated replied "
    "denied announced testified "
    "believes thinks wants".split()
)
_PLACE_NOUNS = frozenset("town city village province state region district island port county suburb capital".split())
_LOCATIVE = frozenset("in at near from outside across around inside throughout into".split())


def _words_are_common(name: str) -> bool:
    known = tables().words
    return any(w.lower() in known and len(w) > 2 for w in name.split())


def _decide(name: Name, sentence: Sentence) -> PartyKind:
    """The kind of a name that nothing but its surroundings can tell."""
    before = sentence.lower[name.first - 1] if name.first else ""
    after = sentence.lower[name.last : name.last + 3]
    words = name.text.split()
    if len(words) == 1 and any(c.isdigit() or c == "." for c in name.text):
        return "organisation"
    if after[:1] and (after[0] in _SPEECH or after[0] in ("who", "whose")) and not _words_are_common(name.text):
        return "person"
    if (
        len(after) > 2
        and after[0] == ","
        and (after[1] == "who" or (after[1] in ("a", "an", "the") and after[2] in lexicons.words_of("offices.txt")))
    ):
        return "person"
    if before in _LOCATIVE and len(words) < 3 and (len(words) == 1 or not _words_are_common(name.text)):
        return "place"
    if before == "of" and name.first > 1 and sentence.lower[name.first - 2] in _PLACE_NOUNS:
        return "place"
    if before in ("the", "a", "an"):
        return "organisation"
    if 2 <= len(words) <= 3 and not _words_are_common(name.text):
        return "person"
    if len(words) == 1 and not _words_are_common(name.text):
        return (
            "person"
            if (after[:1] and after[0] in ("'s", "’s")) or before in ("to", "with", "by", "and", "that")
            else "organisation"
        )
    return "organisation"


def _female(words: Sequence[str], honorific: str) -> bool | None:
    if honorific in ("mrs", "ms", "miss", "mme", "lady", "madam"):
        return True
    if honorific == "mr":
        return False
    return lexicons.gender_of(words[0]) if words else None


class _Drafts:
    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.all: list[_Draft] = []
        self.by_form: dict[str, list[_Draft]] = {}
        self.by_first_name: dict[str, list[_Draft]] = {}
        self.by_word: dict[str, list[_Draft]] = {}
        """Organisations by the words of their names."""
        self.by_role: dict[str, list[_Draft]] = {}

    def new(self, name: str, kind: PartyKind | None, *forms: str) -> _Draft:
        draft = _Draft(name, kind)
        self.all.append(draft)
        if kind == "organisation" and len(name) < 100:
            for word in dict.fromkeys(name.split()):
                self.by_word.setdefault(word, []).append(draft)
        self.index(draft, name, *forms)
        return draft

    def index(self, draft: _Draft, *forms: str) -> None:
        for form in map(fold, forms):
            if form and form not in draft.forms:
                draft.forms.add(form)
                self.by_form.setdefault(form, []).append(draft)

    def bearers(self, form: str) -> list[_Draft]:
        return self.by_form.get(fold(form), [])

    def put(self, draft: _Draft, name: Name) -> None:
        draft.places.append((name.sentence, name.start, name.end))
        draft.add(name.text)
        if draft.kind is None:
            draft.kind = name.kind
        if name.role and draft.kind == "person" and name.role not in draft.roles:
            draft.roles.append(name.role)
            for word in set(fold(name.role).split()):
                holders = self.by_role.setdefault(word, [])
                if draft not in holders:
                    holders.append(draft)
        if draft.country is None and (draft.kind != "person" or name.role):
            draft.country = name.country


def _short_forms(text: str) -> list[str]:
    """What an organisation may be called for short: its first words, its acronym."""
    words = [w for w in text.split() if w[0].isalnum()]
    bodies = lexicons.words_of("organisation_words.txt")
    big = [w for w in words if w[0].isupper()]
    forms = []
    if len(words) > 2 and words[0] in lexicons.demonyms():
        # The Orrish Air Force is the Air Force.
        forms.append(" ".join(words[1:]))
        forms.append("".join(w[0] for w in words[1:] if w[0].isupper()))
    if len(words) == 2 and words[0] in lexicons.gazetteer() and words[1].lower() not in bodies and len(words[1]) > 3:
        # The Orrville Gulls are the Gulls.
        forms.append(words[1])
    if len(big) > 1:
        forms.append("".join(w[0] for w in big))
        if len(words) > 1 and words[0].lower() in bodies and words[1].lower() not in ("of", "for", "and", "on"):
            # The Institut Maurel is Maurel.
            forms.append(" ".join(w for w in words[1:] if w.lower().rstrip(".") not in bodies))
        while len(words) > 1 and words[-1].lower().rstrip(".") in bodies:
            words = words[:-1]
            forms.append(" ".join(words))
        if (
            words[0].lower() not in bodies
            and len(words[0]) > 3
            and words[0] not in lexicons.demonyms()
            and words[0] not in lexicons.gazetteer()
        ):
            forms.append(words[0])
    return forms


def _gather(names: Sequence[Name], sentences: Sequence[Sentence]) -> _Drafts:
    drafts = _Drafts(sentences)
    countries = lexicons.countries()
    later: list[Name] = []
    # Full names first, wherever they stand, so that a headline's surname finds its bearer.
    for name in names:
        words = name.text.split()
        if name.rule in ("country", "government", "capital") and name.country:
            if name.rule == "capital" and not _acts(name, sentences[name.sentence]):
                draft = _first(drafts.bearers("place " + name.text)) or drafts.new(
                    name.text, "place", "place " + name.text
                )
            else:
                country = countries[name.country].name
                draft = _first(drafts.bearers("state " + name.country)) or drafts.new(
                    country, "organisation", "state " + name.country, country
                )
                draft.role = draft.role or "government"
            draft.country = name.country
            drafts.put(draft, name)
        elif name.rule == "office":
            later.append(name)
        elif name.kind == "person" and len(words) > 1:
            full = [d for d in drafts.bearers(name.text) if d.kind == "person"]
            draft = full[0] if full else drafts.new(name.text, "person", words[-1])
            if not full:
                drafts.by_first_name.setdefault(fold(words[0]), []).append(draft)
            if draft.female is None:
                honorific = sentences[name.sentence].lower[name.first - 1].rstrip(".") if name.first else ""
                draft.female = _female(words, honorific)
            drafts.put(draft, name)
        elif name.kind in ("organisation", "group", "facility", "place"):
            same = [d for d in drafts.bearers(name.text) if d.kind == name.kind or d.kind == "organisation"]
            if name.kind == "place":
                # A town is no short form of a body that is called after it.
                same = [d for d in same if d.kind == "place" or fold(d.name) == fold(name.text)]
            short = name.rule == "organisation word" or (name.rule == "what stands beside it" and name.kind != "place")
            if not same and len(words) == 1 and short:
                later.append(name)
                continue
            known = lexicons.gazetteer().get(name.text)
            full_name = known.name if known else name.text
            draft = (
                same[0]
                if same
                else drafts.new(
                    full_name, name.kind, name.text, *(_short_forms(full_name) if name.kind == "organisation" else ())
                )
            )
            if name.rule == "outlet":
                draft.role = "outlet"
            elif name.rule == "state body":
                draft.role = name.role
            drafts.put(draft, name)
        else:
            later.append(name)
    for name in sorted(later, key=lambda name: " " not in name.text):
        _place_later(drafts, name, sentences[name.sentence])
    return drafts


def _acts(name: Name, sentence: Sentence) -> bool:
    """Whether a capital stands for its government here: it is no adverbial of place and no part of an address."""
    before = sentence.lower[name.first - 1] if name.first else ""
    after = sentence.lower[name.last] if name.last < len(sentence) else ""
    if (
        before in _LOCATIVE
        or before in ("to", "of", "the", ",", "for")
        or after in (",", "(", "-", "—", "–", "--", ":")
    ):
        return False
    return sentence.tags[name.last] not in ("NN", "NNS", "NNP") if name.last < len(sentence) else True


def _first(drafts: Sequence[_Draft]) -> _Draft | None:
    return drafts[0] if drafts else None


def _place_later(drafts: _Drafts, name: Name, sentence: Sentence) -> None:
    words = name.text.split()
    if name.rule == "office":
        holders = drafts.by_role.get(fold(words[-1]), [])
        if len(holders) == 1:
            drafts.put(holders[0], name)
        return
    if name.text in ("North", "South") and name.first and sentence.lower[name.first - 1] in ("the", "and"):
        halves = [d for d in drafts.all if d.role == "government" and d.name.startswith(name.text + " ")]
        if len(halves) == 1:
            drafts.put(halves[0], name)
            return
        if sentence.lower[name.first - 1] == "the":
            # Without a state of that name it is a region, and nobody who acts.
            return
    people = [d for d in drafts.bearers(words[-1]) if d.kind == "person"]
    if len(words) == 1 and not people:
        people = drafts.by_first_name.get(fold(name.text), [])
    bodies = [d for d in drafts.bearers(name.text) if d.kind != "person"]
    honorific = sentence.lower[name.first - 1].rstrip(".") if name.first else ""
    woman = _female((), honorific)
    if len(words) == 1 and len(people) == 1 and woman is not None and people[0].female is (not woman):
        # `Mrs Quill` is not Adam Quill.
        drafts.put(drafts.new(f"{sentence.words[name.first - 1]} {name.text}", "person"), name)
        return
    if len(words) > 1:
        people = [d for d in drafts.bearers(name.text) if d.kind == "person"]
    if len(people) == 1 and name.kind in (None, "person"):
        drafts.put(people[0], name)
        return
    if len(people) > 1 and name.kind in (None, "person"):
        fitting = [d for d in people if woman is not None and d.female is woman]
        if len(fitting) == 1:
            drafts.put(fitting[0], name)
        return
    if not bodies and len(words) == 1 and name.rule == "organisation word":
        # `the Academy`: the one body whose name has that word.
        bodies = drafts.by_word.get(name.text, [])
        if len(bodies) > 1:
            return
    if bodies and name.kind != "person":
        drafts.put(bodies[0], name)
        return
    kind = name.kind or name.vote or _decide(name, sentence)
    forms = (words[-1],) if kind == "person" else _short_forms(name.text) if kind == "organisation" else ()
    draft = drafts.new(name.text, kind, *forms)
    if kind == "person" and len(words) > 1:
        drafts.by_first_name.setdefault(fold(words[0]), []).append(draft)
    drafts.put(draft, name)


def _groups(drafts: _Drafts, names: Sequence[Name]) -> None:
    """Plural descriptions of people, by their words without article and number."""
    nouns, demonyms = lexicons.human_nouns(), lexicons.demonyms()
    begins = {(name.sentence, k): name.first for name in names for k in range(name.first, name.last)}
    for number, sentence in enumerate(drafts.sentences):
        for first, last in sentence.phrases:
            head = sentence.lower[last - 1]
            known = nouns.get(head)
            if known is None or not known[1] or sentence.tags[last - 1] not in ("NNS", "NNPS", "NN"):
                continue
            if head in _NOT_PEOPLE or (number, last - 1) in begins:
                continue
            while first < last - 1 and (
                sentence.tags[first] in ("DT", "PDT", "PRP$", "VBG") or sentence.lower[first] in _AMOUNTS
            ):
                first += 1
            first = begins.get((number, first), first)
            if known[0] == "anonymous":
                last = _with_what_they_know(sentence, last)
            start, end = sentence.span(first, last)
            text = " ".join(sentence.text[start:end].split())
            key = "group " + text
            draft = _first(drafts.bearers(key)) or drafts.new(text, "group", key)
            if draft.role is None and known[0] in ("collective", "anonymous", "described"):
                draft.role = head
            for length in (1, 2):
                for k in range(first, last):
                    piece = " ".join(sentence.words[k : k + length])
                    if piece in demonyms and draft.country is None:
                        draft.country = demonyms[piece]
            draft.places.append((number, start, end))


def _with_what_they_know(sentence: Sentence, last: int) -> int:
    """The end of `sources familiar with the talks`, `sources briefed on the call`: what tells them from others."""
    k = last
    if (
        k + 2 < len(sentence)
        and sentence.tags[k] in ("JJ", "VBN", "RB", "VBG")
        and sentence.tags[k + 1] in ("IN", "TO")
        and k + 2 in sentence.phrase_at
    ):
        return sentence.phrase_at[k + 2]
    if (
        k + 1 < len(sentence)
        and sentence.lower[k] in ("in", "at", "within", "inside", "from", "with", "near")
        and k + 1 in sentence.phrase_at
    ):
        return sentence.phrase_at[k + 1]
    return last


_AMOUNTS = frozenset("of much many several some most more other few all both any no such own only very".split())
_NOT_PEOPLE = frozenset(
    "groups organizations organisations nations countries states cities companies firms teams sides outlets "
    "networks studios parties unions "
    "campaigns governments administrations ministries departments courts parliaments congresses senates "
    "councils commissions committees "
    "agencies authorities embassies regimes cabinets bureaus offices forces boards banks coalitions publics "
    "communities populations heads "
    "sources-of media side hosts counts principals privates generals anchors".split()
) - {"authorities", "media"}


def resolve(sentences: Sequence[Sentence], names: Sequence[Name]) -> Resolved:
    """The parties of a document and their mentions.

    Args:
        sentences: the document's sentences.
        names: what `names.find` found in them.
    """
    drafts = _gather(names, sentences)
    _groups(drafts, names)
    drafts.all = [d for d in drafts.all if d.places]
    drafts.all.sort(key=lambda d: min(p[1] for p in d.places))
    mentions: list[Mention] = []
    parties: list[Party] = []
    order: list[tuple[int, int, str, PartyKind]] = []
    female: dict[str, bool] = {}
    for index, draft in enumerate(drafts.all, 1):
        party = f"p{index}"
        kind: PartyKind = draft.kind or "organisation"
        if kind == "organisation" and draft.role != "government":
            draft.rename(max((draft.name, *draft.aliases), key=lambda name: (len(name.split()), name == draft.name)))
        role = ", ".join(draft.roles) or draft.role
        parties.append(
            Party(party, draft.name, kind, role, draft.country, tuple(a for a in draft.aliases if a != draft.name))
        )
        if draft.female is not None:
            female[party] = draft.female
        for number, start, end in draft.places:
            mentions.append(Mention(start, end, kind, party))
            order.append((number, start, party, kind))
    mentions.sort(key=lambda m: (m.start, m.end))
    order.sort()
    return Resolved(tuple(mentions), tuple(parties), tuple(order), tuple(start for _, start, _, _ in order), female)


def inside(resolved: Resolved, start: int, end: int) -> list[tuple[int, str]]:
    """Starts and party ids of the mentions that begin from `start` to `end` (excluded)."""
    first, last = bisect.bisect_left(resolved.starts, start), bisect.bisect_left(resolved.starts, end)
    return [(at, party) for _, at, party, _ in resolved.order[first:last]]
