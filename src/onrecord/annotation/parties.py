"""Who the names of one document name.

Names become parties by their full form; a surname alone goes to its only bearer, and to nobody where two people bear
it; a short form or an acronym goes to the one organisation that it shortens; countries, their adjectives' governments
and (as actors) their capitals are one party. Plural descriptions of people (`regional observers`) are groups.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation import lexicons
from onrecord.annotation.names import Name
from onrecord.annotation.party_drafts import Draft, Drafts, female, fold, short_forms
from onrecord.annotation.party_genders import by_pronouns
from onrecord.annotation.party_groups import add_groups
from onrecord.annotation.party_kinds import LOCATIVE, decide
from onrecord.annotation.syntax import Sentence
from onrecord.types import Mention, Party, PartyKind


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


def _gather(names: Sequence[Name], sentences: Sequence[Sentence]) -> Drafts:
    drafts = Drafts(sentences)
    countries = lexicons.countries()
    later: list[Name] = []
    own_letters = _own_letters(names)
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
        elif name.rule == "office" or (name.rule == "outlet" and name.text in _SHARED_TITLES):
            later.append(name)
        elif name.kind == "person" and len(words) > 1:
            full = [d for d in drafts.bearers(name.text) if d.kind == "person"] or _with_initial(drafts, words)
            draft = full[0] if full else drafts.new(name.text, "person", words[-1], _without_initials(words))
            if not full:
                drafts.by_first_name.setdefault(fold(words[0]), []).append(draft)
            if draft.female is None:
                honorific = sentences[name.sentence].lower[name.first - 1].rstrip(".") if name.first else ""
                draft.female = female(words, honorific)
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
            if not same and name.text in own_letters:
                # `the RNC`, where the text has told of the Royal Norrvik Constabulary.
                later.append(name)
                continue
            known = lexicons.gazetteer().get(name.text)
            full_name = known.name if known else name.text
            draft = (
                same[0]
                if same
                else drafts.new(
                    full_name, name.kind, name.text, *(short_forms(full_name) if name.kind == "organisation" else ())
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


def _own_letters(names: Sequence[Name]) -> frozenset[str]:
    """The initials of names of three words and more that nothing but the document knows."""
    known = lexicons.gazetteer()
    parts = (n.text.split() for n in names if n.kind in (None, "organisation") and n.text not in known)
    return frozenset("".join(w[0] for w in p if w[0].isupper()) for p in parts if len(p) > 2)


_SHARED_TITLES = frozenset("Post Times Telegraph".split())
"""Words that many papers’ names end in, each of them also the short name of one that everybody knows."""


def _paper_called(drafts: Drafts, name: Name, full: str) -> Draft:
    """The paper that a title shared by many means: the one that the document names in full, else the best known.

    `The Post` is the Norrvik Post where that is named; of several the one named last before.
    """
    papers = [d for d in drafts.by_word.get(name.text, []) if d.name.split()[-1] == name.text and " " in d.name]
    before = [(max(p[1] for p in d.places if p[1] < name.start), n) for n, d in enumerate(papers) if any(
        p[1] < name.start for p in d.places
    )]  # fmt: skip
    found = papers[max(before)[1]] if before else _first(papers)
    if found is None:
        found = _first(drafts.bearers(full)) or drafts.new(full, "organisation", name.text, *short_forms(full))
    found.role = "outlet"
    return found


def _acts(name: Name, sentence: Sentence) -> bool:
    """Whether a capital stands for its government here: it is no adverbial of place and no part of an address."""
    before = sentence.lower[name.first - 1] if name.first else ""
    after = sentence.lower[name.last] if name.last < len(sentence) else ""
    if (
        before in LOCATIVE
        or before in ("to", "of", "the", ",", "for")
        or after in (",", "(", "-", "—", "–", "--", ":")
    ):
        return False
    return sentence.tags[name.last] not in ("NN", "NNS", "NNP") if name.last < len(sentence) else True


def _without_initials(words: Sequence[str]) -> str:
    """A name without the letters in its middle: `Ada E. Quill` is Ada Quill."""
    return " ".join([words[0], *(w for w in words[1:-1] if len(w.rstrip(".")) > 1), words[-1]])


def _with_initial(drafts: Drafts, words: Sequence[str]) -> list[Draft]:
    """The one person of the same name, where only one of the two spellings has a letter in its middle."""
    plain = _without_initials(words)
    fitting = [d for d in drafts.bearers(plain) if d.kind == "person"]
    if len(words[0].rstrip(".")) < 2 or len(fitting) != 1:
        return []
    other = fitting[0].name.split()
    alike = _without_initials(other) == plain
    return fitting if alike and (len(words) == len(plain.split()) or len(other) == len(plain.split())) else []


def _first(drafts: Sequence[Draft]) -> Draft | None:
    return drafts[0] if drafts else None


def _place_later(drafts: Drafts, name: Name, sentence: Sentence) -> None:
    words = name.text.split()
    if name.rule == "office":
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        holders = drafts.by_role.get(fold(head), [])
        if "of" in words:
            # The minister of one thing is not the minister of another.
            wanted = set(fold(name.role or "").split())
            holders = [d for d in holders if any(wanted <= set(fold(role).split()) for role in d.roles)]
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
    if name.rule == "outlet":
        drafts.put(_paper_called(drafts, name, lexicons.gazetteer()[name.text].name), name)
        return
    people = [d for d in drafts.bearers(words[-1]) if d.kind == "person"]
    if len(words) == 1 and not people:
        people = drafts.by_first_name.get(fold(name.text), [])
    bodies = [d for d in drafts.bearers(name.text) if d.kind != "person"]
    honorific = sentence.lower[name.first - 1].rstrip(".") if name.first else ""
    woman = female((), honorific)
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
    if len(name.text) == 2 and name.text.isupper():
        # Two letters fit too many names: only one that the reader has met by then.
        bodies = [d for d in bodies if any(start < name.start for _, start, _ in d.places)]
    if bodies and name.kind != "person":
        drafts.put(bodies[0], name)
        return
    kind = name.kind or name.vote or decide(name, sentence)
    forms = (words[-1],) if kind == "person" else short_forms(name.text) if kind == "organisation" else ()
    draft = drafts.new(name.text, kind, *forms)
    if kind == "person" and len(words) > 1:
        drafts.by_first_name.setdefault(fold(words[0]), []).append(draft)
    drafts.put(draft, name)


def resolve(sentences: Sequence[Sentence], names: Sequence[Name]) -> Resolved:
    """The parties of a document and their mentions.

    Args:
        sentences: the document's sentences.
        names: what `names.find` found in them.
    """
    drafts = _gather(names, sentences)
    add_groups(drafts, names)
    drafts.all = [d for d in drafts.all if d.places]
    drafts.all.sort(key=lambda d: min(p[1] for p in d.places))
    mentions: list[Mention] = []
    parties: list[Party] = []
    order: list[tuple[int, int, str, PartyKind]] = []
    women: dict[str, bool] = {}
    for index, draft in enumerate(drafts.all, 1):
        party = f"p{index}"
        kind: PartyKind = draft.kind or "organisation"
        if kind == "organisation" and draft.role != "government":
            longest = max((draft.name, *draft.aliases), key=lambda name: (len(name.split()), name == draft.name))
            draft.rename(_first_called(sentences, draft, longest))
        role = ", ".join(draft.roles) or draft.role
        parties.append(
            Party(party, draft.name, kind, role, draft.country, tuple(a for a in draft.aliases if a != draft.name))
        )
        if draft.female is not None:
            women[party] = draft.female
        for number, start, end in draft.places:
            mentions.append(Mention(start, end, kind, party))
            order.append((number, start, party, kind))
    mentions.sort(key=lambda m: (m.start, m.end))
    people = [(m.start, m.end, m.party) for m in mentions if m.kind == "person" and m.party is not None]
    if sentences:
        women = {**by_pronouns(sentences[0].text, people), **women}
    order.sort()
    return Resolved(tuple(mentions), tuple(parties), tuple(order), tuple(start for _, start, _, _ in order), women)


_FORMS = frozenset("inc corp corporation co company ltd limited plc llc group sa ag nv se".split())


def _first_called(sentences: Sequence[Sentence], draft: Draft, longest: str) -> str:
    """The longest name of a body, or a shorter one that it begins with, if the text calls it so before and more often.

    `Boeing` is not the branch `Boeing Commercial Airplanes` that is named once below.
    """
    if longest.split()[-1].lower().rstrip(".") in _FORMS or not sentences:
        return longest
    text = sentences[0].text
    called = [
        " ".join(text[start:end].split())
        for number, start, end in sorted(draft.places)
        if sentences[number].kind not in ("title", "heading")
    ]
    first = called[0] if called else longest
    shorter = len(first.split()) < len(longest.split()) - 1 and longest.startswith(first + " ")
    return first if shorter and called.count(first) > 2 * called.count(longest) else longest


def inside(resolved: Resolved, start: int, end: int) -> list[tuple[int, str]]:
    """Starts and party ids of the mentions that begin from `start` to `end` (excluded)."""
    first, last = bisect.bisect_left(resolved.starts, start), bisect.bisect_left(resolved.starts, end)
    return [(at, party) for _, at, party, _ in resolved.order[first:last]]
