"""Who does what to whom in one sentence: noun phrases, verb groups, and what ties them.

A shallow reading that rests on part-of-speech tags: noun phrases are runs of their words, verb groups take in their
auxiliaries, and a verb's subject is found by walking left past what hangs on other words (prepositional phrases,
infinitives with their objects, appositions between commas). It is meant for the plain declarative sentences of news.
"""

from __future__ import annotations

import bisect

from onrecord.recording.chunks import DAYS, EARLY, TODAY, Phrase, Verb, noun_phrases, verb_groups
from onrecord.recording.lexicon import lexicon
from onrecord.recording.mending import OBJECT_CONTROL, mended
from onrecord.recording.tagged import Tagged

__all__ = ["Clauses", "Phrase", "Verb"]

_OPENERS = lexicon("that if when while as after before because although though unless since once until whether where")
_REPORTS = lexicon(
    "demand request urge propose recommend say tell announce claim believe think warn insist add note report rule "
    "argue find decide maintain contend hold"
)
_CALLS_FOR = lexicon("call appeal press push")
_BLAMES = lexicon("accuse urge warn blame denounce criticise criticize condemn")
_SELVES = lexicon("himself herself itself themselves")
_EARLIER = lexicon("earlier later early late")
_SPANS = lexicon("night week month year morning afternoon evening spring summer autumn fall winter")
_EITHER = lexicon("before after since until as")
_SUBJECTS = lexicon("he she they we i")
_MORE = lexicon("more fewer less")
_BY = lexicon("by")
_NEARLY = lexicon("around about over under")


class Clauses:
    """The phrases and verbs of one tagged sentence."""

    def __init__(self, sentence: Tagged) -> None:
        self.sentence = sentence
        self.tags = mended(sentence)
        self.verbs = verb_groups(sentence, self.tags)
        taken = {i for v in self.verbs for i in range(v.first, v.last)}
        self.phrases = noun_phrases(sentence, self.tags, taken)
        self._phrase_ending = {p.last: p for p in self.phrases}
        self._phrase_starting = {p.first: p for p in self.phrases}
        self._order = {v.first: n for n, v in enumerate(self.verbs)}
        self._verb_ending = {v.last: v for v in self.verbs}
        self._subjects: dict[int, Phrase | None] = {}
        self._limits: dict[int, int] = {}

    def index(self, offset: int) -> int:
        """The word at a text offset, or the next one."""
        return bisect.bisect_right(self.sentence.ends, offset)

    def verb_at(self, offset: int) -> Verb | None:
        """The verb group whose words cover a text offset."""
        s = self.sentence
        for verb in self.verbs:
            if s.starts[verb.first] <= offset < s.ends[verb.last - 1]:
                return verb
        return None

    def subject(self, verb: Verb) -> Phrase | None:
        """The phrase that the verb is said of. Of a passive it is the one that something is done to."""
        if verb.first not in self._subjects:
            self._subjects[verb.first] = self._find_subject(verb)
        return self._subjects[verb.first]

    def _find_subject(self, verb: Verb) -> Phrase | None:
        if verb.form == "finite":
            return self._finite_subject(verb, 0)
        if verb.form == "infinitive":
            return self._infinitive_subject(verb)
        before = self._before(verb)
        if verb.form == "passive participle" and before is not None:
            return before
        if self.tags[verb.head] in ("VB", "VBP") and before is not None and self._opens_clause(before):
            # `demanded that the fleet withdraw`
            return before
        if verb.first and self.tags[verb.first - 1] == "CC" and self.tags[verb.head] != "VBG":
            return self._shared(verb, 0)
        governor = self._governor(verb)
        return None if governor is None else self.subject(governor)

    def _opens_clause(self, phrase: Phrase) -> bool:
        """Whether a phrase follows `that` or a verb."""
        return phrase.first > 0 and (
            self.sentence.lower[phrase.first - 1] == "that" or phrase.first in self._verb_ending
        )

    def _before(self, verb: Verb) -> Phrase | None:
        return self._phrase_ending.get(verb.first)

    def _governor(self, verb: Verb) -> Verb | None:
        """The nearest finite verb to the left, else to the right: the one whose subject a participle shares."""
        at = self._order[verb.first]
        for other in reversed(self.verbs[:at]):
            if other.form == "finite":
                return other
        for other in self.verbs[at + 1 :]:
            if other.form == "finite":
                return other
        return None

    def _infinitive_subject(self, verb: Verb) -> Phrase | None:
        at = self._order[verb.first]
        before = self.verbs[at - 1] if at else None
        if before is None:
            return None
        middle = [p for p in self.phrases if before.last <= p.first and p.last <= verb.first]
        if middle and before.lemma in OBJECT_CONTROL:
            return middle[0]
        return self.subject(before)

    def _finite_subject(self, verb: Verb, depth: int) -> Phrase | None:
        words, tags = self.sentence.lower, self.tags
        i = verb.first
        while i > 0:
            word, tag = words[i - 1], tags[i - 1]
            phrase = self._phrase_ending.get(i)
            if phrase is not None and phrase.last - phrase.first == 1 and words[phrase.head] in _SELVES:
                # `Lund | himself | asked for it`
                i = phrase.first
                continue
            if phrase is not None:
                stop = phrase.first
                if stop > 0 and words[stop] in (TODAY | DAYS if phrase.last - stop == 1 else EARLY):
                    # `Lund | yesterday | rejected it`, `Lund | late Monday | rejected it`
                    i = stop
                    continue
                if stop and tags[stop - 1] in ("IN", "TO") and self._is_preposition(stop - 1):
                    i = stop - 1
                    continue
                if stop and words[stop - 1] in ("and", "or", "&") and stop > 1:
                    # Part of a coordination: its first member stands for it, unless that is another clause.
                    left = self._phrase_ending.get(stop - 1)
                    if left is not None and not self.hangs(left):
                        return left
                    if left is not None:
                        i = stop - 1
                        continue
                hanging = self._verb_ending.get(stop)
                if hanging is not None and hanging.lemma == "say" and hanging.form == "participle":
                    # `Nord Air say pilots demand a raise`
                    return phrase
                if hanging is not None and words[phrase.head] in _SUBJECTS and phrase.first == phrase.head:
                    # `demanding she explain it`
                    return phrase
                if hanging is not None and hanging.form in ("infinitive", "participle"):
                    i = hanging.first
                    continue
                opens = None if hanging is None or hanging.form != "finite" else self._relative_opening(hanging)
                if opens is not None:
                    # The object of a relative clause (`the union that speaks for the loaders struck`).
                    i = opens
                    continue
                if words[stop] in ("last", "this") and words[phrase.head] in _SPANS:
                    # `the board | last night | offered a seat`, `the board | earlier this week | offered it`
                    begin = stop - (stop > 0 and words[stop - 1] in _EARLIER)
                    if begin in self._phrase_ending or (begin > 0 and words[begin - 1] == ","):
                        i = begin
                        continue
                return phrase
            if word in ("who", "which", "that") and tag in ("WP", "WDT", "IN", "DT"):
                before = self._phrase_ending.get(i - 1) or self._phrase_ending.get(i - 2)
                if before is not None and tag != "IN":
                    return before
                return before if word != "that" else None
            if word in (",", "—", "–", "--", ")", "]"):
                jump = self._opening(i - 1)
                if jump is None:
                    return self._shared(verb, depth) if word in (",", "—", "–", "--") else None
                i = jump
                continue
            if tag == "CC":
                return self._shared(verb, depth)
            ending = self._verb_ending.get(i)
            relative = None if ending is None or ending.form != "finite" else self._relative(ending)
            if relative is not None:
                # `mothers whose sons died after it called for a law`
                i = relative
                continue
            if ending is not None:
                if ending.form in ("infinitive", "participle", "passive participle"):
                    i = ending.first
                    continue
                return self._shared(verb, depth)
            if tag in ("RB", "RBR", "MD", "JJ", "TO", "IN", "VBN", "VBG", "POS") and word not in _OPENERS:
                i -= 1
                continue
            return None
        return None

    def _relative_opening(self, verb: Verb) -> int | None:
        """The `who`, `which` or `that` after a noun whose verb a verb is, past a time (`that for years has shown`)."""
        words, i = self.sentence.lower, verb.first
        phrase = self._phrase_ending.get(i)
        while phrase is not None and phrase.first and self.tags[phrase.first - 1] == "IN":
            i = phrase.first - 1
            phrase = self._phrase_ending.get(i)
        if i < 2 or words[i - 1] not in ("who", "which", "that"):
            return None
        return i - 1 if self._phrase_ending.get(i - 1) is not None else None

    def _is_preposition(self, at: int) -> bool:
        """Whether a word governs the phrase after it and does not open a clause.

        `before new elections was rejected`: no verb stands before it that it could be joined to, so it is one.
        """
        word = self.sentence.lower[at]
        if at == 0 and word in _NEARLY and self.tags[1:2] == ["CD"]:
            # `Around 1,800 workers walked out`
            return False
        if word == "than" and at == 1 and self.sentence.lower[0] in _MORE and self.tags[2:3] == ["CD"]:
            # `More than 400 teachers signed it`
            return False
        if word not in _OPENERS:
            return True
        told = (v for v in self.verbs if v.form == "finite" and v.first < at)
        # `“Until the port opens, …`: what opens a quotation opens its sentence.
        inside = any(w.isalnum() for w in self.sentence.lower[:at])
        return word in _EITHER and inside and not any(self._relative(v) is None for v in told)

    def _relative(self, verb: Verb) -> int | None:
        """Where the relative clause opens whose verb a verb is, if that is the first one of the sentence."""
        words = self.sentence.lower
        at = next((i for i in range(verb.first - 1, max(-1, verb.first - 8), -1) if words[i] in ("whose", "who")), None)
        told = any(v.form == "finite" and v.first < verb.first for v in self.verbs)
        return None if told or "," in words[: verb.first] else at

    def hangs(self, phrase: Phrase) -> bool:
        """Whether a preposition governs the phrase."""
        return phrase.first > 0 and self.tags[phrase.first - 1] in ("IN", "TO")

    def _opening(self, comma: int) -> int | None:
        """For the mark that closes an insertion: the position before the mark that opens it."""
        words = self.sentence.lower
        mark = words[comma]
        opening = {")": "(", "]": "["}.get(mark, mark)
        for i in range(comma - 1, max(-1, comma - 40), -1):
            if words[i] == opening:
                return i
        return None

    def _shared(self, verb: Verb, depth: int) -> Phrase | None:
        """The subject of the finite verb before, for one that goes on with it (`rejected … and offered`)."""
        if depth > 4:
            return None
        at = self._order[verb.first]
        earlier = [v for v in self.verbs[:at] if v.form == "finite"]
        if not earlier:
            return None
        before = self.sentence.lower[max(0, verb.first - 3) : verb.first]
        # After a comma the verb goes on with the main clause, not with what it reports.
        main = "," in before and "and" in before and earlier[0].lemma in _REPORTS
        # `said that Norway had broken the truce | and called for talks`: past of what is told, and of no `had`.
        reported = "had" in self.sentence.lower[earlier[-1].first : earlier[-1].head]
        called = verb.lemma in _CALLS_FOR and self.sentence.lower[verb.last : verb.last + 1] in (["for"], ["on"])
        main = main or (reported and called and "and" in before and earlier[0].lemma in _REPORTS)
        last = earlier[0] if main else earlier[-1]
        # `said the poor would suffer most | and called for talks`: what follows `would` is no past.
        apart = before[-1:] in (["and"], ["but"]) and self.tags[verb.first] == "VBD" and last.modal is not None
        # `said Ek had her support | and accused the board of envy`: who speaks blames.
        blames = before[-1:] == ["and"] and verb.lemma in _BLAMES and (last.lemma in ("be", "have") or last.passive)
        if apart or blames:
            last = next((v for v in reversed(earlier) if v.lemma in _REPORTS and v.modal is None), last)
        if before[-1:] == ["and"] and self.tags[verb.first] == "VBD" and self.tags[last.first] in ("VBZ", "VBP"):
            # `said prices fall if the port opens | and urged ministers to wait`: one goes on in one tense.
            past = [v for v in earlier if self.tags[v.first] == "VBD" or (self.tags[v.head] == "VBN" and not v.passive)]
            last = next(reversed(past), last)
        present = [v for v in earlier if self.tags[v.first] in ("VBZ", "VBP") and not v.passive]
        told = self.tags[last.first] == "VBD" and not last.passive
        if before[-2:] == [",", "and"] and self.tags[verb.first] in ("VBZ", "VBP") and told and present:
            # `which says that one of its members sent it in July, and | has called for an inquiry`
            last = present[-1] if present[-1].lemma in _REPORTS else last
        if len(earlier) > 1 and before[-1:] == ["but"] and self.in_condition(last):
            # `is ready to grant it if the troops leave, but | will not accept the demands`
            last = earlier[-2]
        return self._finite_subject(last, depth + 1)

    def object(self, verb: Verb) -> Phrase | None:
        """The phrase right after the verb, adverbs skipped. Of a passive: none."""
        if verb.passive:
            return None
        i = verb.last
        while i < len(self.sentence) and self.tags[i] in ("RB", "RP", "``", "''") and i < verb.last + 3:
            i += 1
        return self._phrase_starting.get(i)

    def agent(self, verb: Verb) -> Phrase | None:
        """The one who acts: the subject, or of a passive the phrase after `by`."""
        return self.after(verb, _BY) if verb.passive else self.subject(verb)

    def after(self, verb: Verb, prepositions: frozenset[str]) -> Phrase | None:
        """The phrase after one of some prepositions, to the right of the verb and before the next finite one."""
        words = self.sentence.lower
        for i in range(verb.last, self.limit(verb)):
            if words[i] in prepositions:
                phrase = self._phrase_starting.get(i + 1)
                if phrase is not None:
                    return phrase
        return None

    def limit(self, verb: Verb) -> int:
        """Where the verb's own words end: the next finite verb, a semicolon, or the end of the sentence."""
        if verb.last not in self._limits:
            self._limits[verb.last] = self._find_limit(verb.last)
        return self._limits[verb.last]

    def _find_limit(self, start: int) -> int:
        words = self.sentence.words
        if ";" in words[start:]:
            return words.index(";", start)
        return next((v.first for v in self.verbs if v.first >= start and v.form == "finite"), len(words))

    def in_condition(self, verb: Verb) -> bool:
        """Whether the clause of a verb is only supposed (`only if the board accepted the terms`)."""
        if "whether" in self.sentence.lower[max(0, verb.first - 6) : verb.first]:
            # `must decide whether to take or reject the offer`
            return True
        subject = self.subject(verb)
        at = verb.first if subject is None or subject.last > verb.first else subject.first
        at -= self.sentence.lower[max(0, at - 1) : at] == ["both"]
        return self.sentence.lower[max(0, at - 1) : at] in (["if"], ["unless"])

    def phrases_between(self, first: int, last: int) -> list[Phrase]:
        """The phrases among words `first` to `last` (excluded)."""
        return [p for p in self.phrases if first <= p.first and p.last <= last]

    def phrase_starting(self, word: int) -> Phrase | None:
        """The phrase that begins with a word."""
        return self._phrase_starting.get(word)

    def coordinated(self, phrase: Phrase) -> list[Phrase]:
        """The phrases joined to one by commas and `and`: for `Lund and Ek`, the phrase `Ek`."""
        words, out, i = self.sentence.lower, list[Phrase](), phrase.last
        while i < len(words) and words[i] in (",", "and", "or", "&"):
            j = i + 1
            if j < len(words) and words[j] in ("and", "or"):
                j += 1
            following = self._phrase_starting.get(j)
            if following is None:
                break
            out.append(following)
            if words[j - 1] in ("and", "or", "&"):
                return out
            i = following.last
        return []

    def span(self, phrase: Phrase | Verb) -> tuple[int, int]:
        """Text offsets of a phrase or verb group."""
        return self.sentence.span(phrase.first, phrase.last)
