"""Lists of what is wanted: `a raise, a shorter week and the rehiring of 40 loaders`."""

from __future__ import annotations

from onrecord.annotation.lexicons import human_nouns
from onrecord.recording.clauses import Phrase
from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.wants_extents import HANGS, Extents
from onrecord.recording.wants_words import MONEY

_MEMBER_STOPS = lexicon(", ; . — -- – \" '' ” but while after before as when")
_REFLEXIVES = lexicon("himself herself itself themselves myself ourselves")
_ABOUT = lexicon("more than over about around nearly almost at least up to roughly")
"""What stands before a number (`and | more than | 40 agents`)."""
_RATES = lexicon("day week month year hour shift share head ton tonne barrel night")
_SPANS = lexicon("year month week quarter season spring summer autumn fall winter")


class ListReader(Extents):
    """The parts of a list."""

    def listed(self, first: Phrase) -> list[tuple[Phrase, int]]:
        """The members of a list that begins with a phrase, each with the word where it ends.

        `a raise, a shorter week and the rehiring of 40 loaders` has three. Two nouns that hang on one preposition
        (`guarantees on jobs and pay`) are one member.
        """
        words, tags = self.words, self.clauses.tags
        out: list[tuple[Phrase, int]] = []
        member, begin = first, first
        while True:
            end = self._member_end(member)
            out.append((begin, end))
            if member is first and words[first.first] == "the" and end == first.last and self.shared_list(end):
                break
            at = self._past_contrast(end)
            comma = at < len(words) and words[at] == ","
            at += comma
            joined = words[at : at + 1] == ["and"] or words[at : at + 1] == ["plus"]
            at += joined
            if words[at : at + 3] == ["as", "well", "as"]:
                joined, at = True, at + 3
            following = self.clauses.phrase_starting(at) if comma or joined else None
            if following is not None and comma and joined and len(out) == 1 and self._governs(following):
                break
            if following is None or tags[following.head] in ("PRP", "NNP", "NNPS") or self._opens(following):
                break
            if len(out) == 1 and self._people(following) and self._for_people(first.last, end):
                # `protection for its crews, their families and 200 agents` is one thing wanted.
                return [(first, self._list_end(following))]
            bare = {self._sort(following), self._sort(first)} & {"bare"}
            if joined and not comma and len(out) == 1 and bare and self._sort(following) == "bare" and end > first.last:
                break
            if joined and not comma and len(out) == 1 and end > first.last and bare:
                break
            member = begin = following
            if joined:
                out.append((begin, self._member_end(member)))
                return out
        # A comma without an `and` before the last one is no list.
        return out[:1]

    def _past_contrast(self, at: int) -> int:
        """Where a list goes on after what is not wanted (`water, not classrooms, and a road`) or a name set off."""
        name = self.clauses.phrase_starting(at + 1) if self.words[at : at + 1] == [","] else None
        named = name is not None and self.clauses.tags[name.first] in ("NNP", "NNPS")
        if name is not None and named and self.words[name.last : name.last + 2] == [",", "and"]:
            return name.last
        if self.words[at : at + 2] != [",", "not"]:
            return at
        contrast = self.clauses.phrase_starting(at + 2)
        return at if contrast is None or self.words[contrast.last : contrast.last + 1] != [","] else contrast.last

    def _people(self, phrase: Phrase) -> bool:
        noun = self.words[phrase.head]
        return is_people(noun) or noun in _REFLEXIVES or noun in human_nouns()

    def _for_people(self, first: int, end: int) -> bool:
        """Whether words `first` to `end` say for whom something is wanted."""
        if self.words[first : first + 1] != ["for"]:
            return False
        whom = self.clauses.phrase_starting(first + 1)
        return whom is not None and whom.last == end and self._people(whom)

    def _list_end(self, phrase: Phrase) -> int:
        """Where a list of people ends of which a phrase is a member."""
        end = phrase.last
        while self.words[end : end + 1] in ([","], ["and"]):
            at = end + 1 + (self.words[end : end + 2] == [",", "and"])
            while at < len(self.words) and self.words[at] in _ABOUT:
                at += 1
            further = self.clauses.phrase_starting(at)
            if further is None or not self._people(further) or self._opens(further):
                break
            end = further.last
        return end

    def _opens(self, phrase: Phrase) -> bool:
        """Whether a phrase is the subject of what follows, and so no member of a list."""
        beside = self.clauses.phrase_starting(phrase.last)
        # `and the old league | the Harbour Union | said`
        end = phrase.last if beside is None else beside.last
        end += self.clauses.tags[end : end + 1] == ["RB"]
        after = self.clauses.tags[end : end + 1]
        return bool(after) and after[0] in ("VBD", "VBZ", "VBP", "MD")

    def _governs(self, phrase: Phrase) -> bool:
        """Whether a phrase is the subject of a later verb, whatever stands between (`and the fee, once paid, was`)."""
        later = [v for v in self.clauses.verbs if v.first >= phrase.last and v.form == "finite"]
        subjects = [self.clauses.subject(v) for v in later]
        return any(s is not None and (s == phrase or s in self.clauses.coordinated(phrase)) for s in subjects)

    def _sort(self, phrase: Phrase) -> str:
        word = self.words[phrase.first]
        if word in ("a", "an", "the", "its", "his", "her", "their", "any", "another"):
            return "a"
        return "a" if MONEY.match(word) or word[0].isdigit() else "bare"

    def _member_end(self, phrase: Phrase) -> int:
        """Where a member of a list ends: with what hangs on it by prepositions or a relative clause."""
        words, tags = self.words, self.clauses.tags
        i = phrase.last
        while i < len(words):
            following = self.clauses.phrase_starting(i + 1)
            if words[i] in ("this", "next") and words[i + 1 : i + 2] and words[i + 1] in _SPANS:
                # `a raise this year and a guarantee`
                i += 2
                continue
            if words[i] in HANGS and following is not None:
                i = following.last
            elif words[i : i + 2] == ["and", "of"] and i > phrase.last:
                # `the return of the ship | and of the logs it had kept`
                further = self.clauses.phrase_starting(i + 2)
                if further is None:
                    break
                i = further.last
                kept = tags[i : i + 1] == ["PRP"]
                while kept and i < len(words) and words[i] not in _MEMBER_STOPS and tags[i] != "CC":
                    i += 1
            elif words[i] in ("a", "an") and self._rate(i):
                # `ten hours | a shift`
                i += 2
            elif words[i] == "and" and tags[i + 1 : i + 3] in (["CD", "IN"], ["CD", ","], ["CD", "."]):
                # `four on wards | and one in surgery`
                i += 2
            elif words[i : i + 2] == ["not", "to"] or words[i] in ("who", "which", "that", "to") or (
                tags[i] in ("VBN", "VBD", "VBG") and i > phrase.last - 1
            ):
                # `barring the board from backing or blocking it`: an `or` begins no other member.
                stop = next(
                    (
                        n for n in range(i + 1, len(words))
                        if words[n] in _MEMBER_STOPS or (tags[n] == "CC" and words[n] != "or")
                    ),
                    len(words),
                )  # fmt: skip
                return max(i, stop)
            else:
                break
        return i

    def _rate(self, i: int) -> bool:
        """Whether a word tells for each of what something counts (`four patients | a nurse`)."""
        if self.clauses.phrase_starting(i) is None:
            return False
        before = self.clauses.tags[max(0, i - 3) : i]
        return self.words[i + 1] in _RATES or (before[-1:] == ["NNS"] and "CD" in before)
