"""Parties of one document while their mentions are gathered, and the forms by which they are looked up."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotation import lexicons
from onrecord.annotation.name_runs import ARTICLE
from onrecord.annotation.names import Name
from onrecord.annotation.syntax import Sentence
from onrecord.types import PartyKind


def fold(text: str) -> str:
    """The text without accents, case and full stops: what two spellings of a name have in common."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace(".", "").replace("’", "'")


@dataclass(slots=True, eq=False)
class Draft:
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
        """Take a spelling for an alias, if it is a new one."""
        if text != self.name and text not in self.aliases:
            self.aliases.append(text)


def female(words: Sequence[str], honorific: str) -> bool | None:
    """Whether somebody is a woman by the form of address or the given name; None where neither tells."""
    if honorific in ("mrs", "ms", "miss", "mme", "lady", "madam"):
        return True
    if honorific == "mr":
        return False
    return lexicons.gender_of(words[0]) if words else None


class Drafts:
    """All parties of a document, by form, first name, word and role."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.all: list[Draft] = []
        self.by_form: dict[str, list[Draft]] = {}
        self.by_first_name: dict[str, list[Draft]] = {}
        self.by_word: dict[str, list[Draft]] = {}
        """Organisations by the words of their names."""
        self.by_role: dict[str, list[Draft]] = {}

    def new(self, name: str, kind: PartyKind | None, *forms: str) -> Draft:
        """A new party, found by its name and by other forms from now on."""
        draft = Draft(name, kind)
        self.all.append(draft)
        if kind == "organisation" and len(name) < 100:
            for word in dict.fromkeys(name.split()):
                self.by_word.setdefault(word, []).append(draft)
        self.index(draft, name, *forms)
        return draft

    def index(self, draft: Draft, *forms: str) -> None:
        """Let a party be found by more forms."""
        for form in map(fold, forms):
            # `al-Rashid` is `Rashid` too.
            for spelled in dict.fromkeys((form, ARTICLE.sub("", form))):
                if spelled and spelled not in draft.forms:
                    draft.forms.add(spelled)
                    self.by_form.setdefault(spelled, []).append(draft)

    def bearers(self, form: str) -> list[Draft]:
        """The parties of a form, accents and case aside, in the order of their discovery."""
        return self.by_form.get(fold(form), [])

    def put(self, draft: Draft, name: Name) -> None:
        """Take a name for a mention of a party, with the role and the country that stand beside it."""
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


def short_forms(text: str) -> list[str]:
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
