"""Which language a text is written in."""

from __future__ import annotations

import re

_SAMPLE = 3000
"""Code points that are classified; more do not change the answer on news text."""

_TOO_SHORT = 40
"""Code points below which a classifier's guess is not worth more than nothing."""

_ENGLISH = frozenset("the and that with from his their has have which they this been would were".split())
"""Function words that no other language has: together some 12 % of English text."""
_ENGLISH_SHARE = 0.08
"""Share of them among a text's words from which nothing but English is possible."""
_ENOUGH_WORDS = 40

_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), frozenset({"ja"})),
    (re.compile("[\uac00-\ud7af]"), frozenset({"ko"})),
    (re.compile("[\u4e00-\u9fff]"), frozenset({"zh", "ja", "yue"})),
    (
        re.compile("[\u0400-\u04ff]"),
        frozenset({"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz", "az", "bs"}),
    ),
    (re.compile("[\u0600-\u06ff]"), frozenset({"ar", "fa", "ur", "ps", "ug", "sd", "ku", "ckb", "az", "ks"})),
    (re.compile("[\u0590-\u05ff]"), frozenset({"he", "yi"})),
    (re.compile("[\u0370-\u03ff]"), frozenset({"el"})),
    (re.compile("[\u0900-\u097f]"), frozenset({"hi", "mr", "ne", "sa", "kok", "bho"})),
    (re.compile("[\u0530-\u058f]"), frozenset({"hy"})),
    (re.compile("[\u10a0-\u10ff]"), frozenset({"ka"})),
    (re.compile("[\u0e00-\u0e7f]"), frozenset({"th"})),
    (re.compile("[\u0a80-\u0aff]"), frozenset({"gu"})),
    (re.compile("[\u0980-\u09ff]"), frozenset({"bn", "as"})),
    (re.compile("[\u0a00-\u0a7f]"), frozenset({"pa"})),
    (re.compile("[\u0b80-\u0bff]"), frozenset({"ta"})),
    (re.compile("[\u0c00-\u0c7f]"), frozenset({"te"})),
    (re.compile("[\u0c80-\u0cff]"), frozenset({"kn"})),
    (re.compile("[\u0d00-\u0d7f]"), frozenset({"ml"})),
    (re.compile("[\u0d80-\u0dff]"), frozenset({"si"})),
    (re.compile("[\u1200-\u137f]"), frozenset({"am", "ti"})),
    (re.compile("[\u1780-\u17ff]"), frozenset({"km"})),
    (re.compile("[\u1000-\u109f]"), frozenset({"my"})),
)
"""Scripts and the languages that are written in them, those first whose letters mix with another's."""

_ALIASES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "fil": "tl",
    "nb": "no",
    "nn": "no",
    "jp": "ja",
    "cn": "zh",
    "cz": "cs",
    "gr": "el",
}
"""Withdrawn or mistaken codes and the two written forms of Norwegian, as one code each."""


def _written_in(sample: str) -> frozenset[str] | None:
    """The languages of the script that at least a third of the letters belong to; None: Latin or unknown."""
    if sample.isascii():
        return None
    letters = sum(c.isalpha() for c in sample) or 1
    for pattern, languages in _SCRIPTS:
        if len(pattern.findall(sample)) * (10 if "ja" in languages and len(languages) == 1 else 3) > letters:
            return languages
    return None


def language_code(declared: str | None) -> str | None:
    """The language subtag of a BCP 47 tag or locale (`de-AT`, `en_US`), in lower case; None if it is no such tag."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", declared or "")
    if not found:
        return None
    code = found[1].lower()
    return _ALIASES.get(code, code)


def language_of(text: str, declared: str | None = None) -> str | None:
    """The ISO 639 code of the language that `text` is written in.

    What is declared wins where the script agrees with it. English is what page templates declare by default, so that
    one is checked against the classifier (py3langid) too, which must be sure to overrule it.

    Args:
        text: the text; its first 3,000 code points are looked at.
        declared: a language tag or locale that came with the text, or None.

    Returns:
        A code of two or three letters, or None for a text too short to tell whose language nobody declared.
    """
    sample, code = text[:_SAMPLE], language_code(declared)
    written = _written_in(sample)
    if written and len(written) == 1:
        return next(iter(written))
    fits = code is not None and (written is None or code in written)
    if fits and (code != "en" or len(sample) < 200):
        return code
    if len(sample.strip()) < _TOO_SHORT:
        return code if fits else min(written) if written else None
    guess, sure = _classified(sample)
    if fits and (guess == code or not sure):
        return code
    return guess if written is None or guess in written else min(written)


def _plainly_english(sample: str) -> bool:
    """Whether a text's function words show that it is English: no classifier need be asked."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    own = [word for word in words if word in _ENGLISH]
    return len(words) >= _ENOUGH_WORDS and len(own) >= _ENGLISH_SHARE * len(words) and {"the", "and"} <= {*own}


def _classified(sample: str) -> tuple[str, bool]:
    """The classifier's language, and whether the runner-up is far behind it."""
    if _plainly_english(sample):
        return "en", True
    import py3langid  # 0.3 s and numpy: only texts that may be in another language pay for it

    ranked = py3langid.rank(sample)
    best, second = ranked[0], ranked[1]
    code = language_code(str(best[0])) or str(best[0])
    return code, float(best[1]) - float(second[1]) > 40.0
