"""Printed publication dates and times, in many languages, to ISO 8601.

`find_dates` knows the shapes in which publishers print a moment: ISO 8601 and its compact form, RFC 2822 and the
Unix form, `3. Mai 2024`, `May 3, 2024`, `2024. május 3.`, `2024年5月3日`, `03/05/2024`, with a time of day before or
after. Month names of 68 languages come from `data/months.tsv` (after the Unicode CLDR, with Levantine, Maghrebi,
Austrian and Zulu names added). Persian calendar dates, Buddhist and Japanese era years are converted. Digits of any
script count.

This is for a date that a publisher prints about a document, not for the times that a text speaks of: a date needs a
day, a month and a year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_LONGEST = 2000
"""Code points that are looked at; a printed date stands at the front of what bears it."""

_NEAR = 40
"""Code points between a date and its time of day at the most: `3 May 2024 (Friday), updated at 10:15`."""

_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "wat": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "sast": 120, "cat": 120, "eet": 120, "eest": 180, "eat": 180, "msk": 180, "мск": 180, "ist": 330, "wib": 420,
    "hkt": 480, "sgt": 480, "wita": 480, "wit": 540, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Abbreviations of time zones, in minutes east of UTC. Where one is used in several places, the newsroom's more
frequent meaning is taken (IST is India's, CST North America's)."""

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_PM = ("pm", "p.m", "下午", "晚上", "오후", "午後", "μμ", "م")

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"
    r"(?:[T\s]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z(?!\w)|[+-]\d{2}:?\d{2}(?!\d))?)?",
    re.I,
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)")
_CJK = re.compile(r"(\d{4}|(?:令和|平成|昭和)\s?\d{1,2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s?tháng\s(\d{1,2})(?:,|\snăm)?\s(\d{4})(?!\d)", re.I)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})\s?([./-]|\.\s)\s?(\d{1,2})\s?\2\s?(\d{2,4})(?!\d|[./-]\d)")
_TIME = re.compile(
    r"(?<![\d.:/-])(오전|오후|上午|下午|晚上|午前|午後)?\s?(\d{1,2})(?:\s?[:h.٫時点时시]\s?|\sh\s)(\d{2})[分분]?(?::(\d{2}))?(?![\d/]|\.\d)"
    r"\s?([ap]\.?m\b\.?|[πμ]\.?μ\b\.?|[صم](?!\w))?"
    r"[\s(]{0,2}((?:UTC|GMT)?[+-]\d{1,2}:?\d{2}(?!\d)|[a-zмск]{1,4}(?!\w))?",
    re.I,
)
_HOUR = re.compile(r"(?<![\d.:/-])(\d{1,2})\s?([ap])\.?m\b", re.I)
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\d+|[^\s\d,.;:/()|•·–—-]+")
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})", re.I)

_PERSIAN = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_MONTH_FIRST = frozenset({"en", "tl", "fil"})


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    """Month word -> language -> month, 1 to 12."""
    table: dict[str, dict[str, int]] = {}
    for line in files("onrecord.reading").joinpath("data/months.tsv").read_text("utf-8").splitlines():
        language, *months = line.split("\t")
        for number, names in enumerate(months, 1):
            for name in filter(None, names.split("|")):
                table.setdefault(name, {})[language] = number
    return table


def _month(word: str, language: str | None) -> int | None:
    known = _months().get(word)
    if not known:
        return None
    return known.get(language or "") or next(iter(known.values()))


def _day(year: int, month: int, day: int) -> str | None:
    """The ISO day, Buddhist years brought to the common era; None if there is no such day."""
    if 2400 <= year < 2700:
        year -= 543
    if not 1700 <= year < 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _persian_day(year: int, month: int, day: int) -> str | None:
    """The Gregorian day of a Solar Hijri date, by the 33-year cycle (right for 1925 to 2087)."""
    if not (1300 <= year <= 1466 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    leaps = sum(1 for y in range(1300, year) if y % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
    days = (year - 1300) * 365 + leaps + min(month - 1, 6) * 31 + max(month - 7, 0) * 30 + day - 1
    return (date(1921, 3, 21) + timedelta(days=days)).isoformat()


def _zone(text: str | None) -> str:
    """`+02:00` for what stands for a zone, or nothing."""
    if not text:
        return ""
    found = _OFFSET.fullmatch(text)
    if found:
        return f"{found[1]}{int(found[2]):02}:{found[3]}" if int(found[2]) <= 14 and int(found[3]) < 60 else ""
    minutes = _ZONES.get(text.casefold())
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _clock(hour: str, minute: str | None, second: str | None, zone: str | None, half: str = "") -> str:
    """`T18:00:00+00:00`, or nothing if there is no such time."""
    h, m, s = int(hour), int(minute or 0), int(second or 0)
    if half.casefold().startswith(_PM) and h < 12:
        h += 12
    elif half.casefold().startswith("a") and h == 12:
        h = 0
    return f"T{h:02}:{m:02}:{s:02}{_zone(zone)}" if h < 24 and m < 60 and s < 60 else ""


def _time_near(text: str, start: int, end: int) -> str:
    """The time of day beside the date at `start` to `end`: after it, else before it."""
    for low, high in ((end, end + _NEAR), (max(0, start - _NEAR), start)):
        window = text[low:high]
        found = _TIME.search(window)
        if found:
            clock = _clock(found[2], found[3], found[4], found[6], found[5] or found[1] or "")
            if clock:
                return clock
        hour = _HOUR.search(window)
        if hour:
            return _clock(hour[1], None, None, None, hour[2] + "m")
    return ""


Found = tuple[int, int, str]
"""Start, end, ISO date or date and time. The offsets are those of the day, without the time of day."""


def _machine_dates(text: str) -> Iterator[Found]:
    for pattern in (_ISO, _COMPACT):
        for m in pattern.finditer(text):
            day = _day(int(m[1]), int(m[2]), int(m[3]))
            if day is None and pattern is _ISO:
                day = _persian_day(int(m[1]), int(m[2]), int(m[3]))
            if day:
                yield (
                    m.start(),
                    m.end(),
                    day + (_clock(m[4], m[5], m[6], m[7]) if m[4] else _time_near(text, *m.span())),
                )


def _east_asian_dates(text: str) -> Iterator[Found]:
    for m in _CJK.finditer(text):
        era = _ERAS.get(m[1][:2])
        day = _day(era + int(m[1][2:]) if era else int(m[1]), int(m[2]), int(m[3]))
        if day:
            yield m.start(), m.end(), day + _time_near(text, *m.span())
    for m in _VIETNAMESE.finditer(text):
        day = _day(int(m[3]), int(m[2]), int(m[1]))
        if day:
            yield m.start(), m.end(), day + _time_near(text, *m.span())


def _numeric_dates(text: str, month_first: bool) -> Iterator[Found]:
    for m in _NUMERIC.finditer(text):
        a, b, c = int(m[1]), int(m[3]), int(m[4])
        if len(m[1]) == 4:
            day = _persian_day(a, b, c) or _day(a, b, c)
        elif len(m[1]) == 3 or len(m[4]) == 3:
            continue
        else:
            year = c if len(m[4]) == 4 else 2000 + c if c < 70 else 1900 + c
            if len(m[4]) == 2 and m[2].strip() == "-":
                continue  # 10-12-05 is as often a score or a number as a date
            first, second = (a, b) if month_first and m[2] == "/" else (b, a)
            day = _day(year, first, second) or _day(year, second, first)
        if day:
            yield m.start(), m.end(), day + _time_near(text, *m.span())


def _worded_dates(text: str, language: str | None) -> Iterator[Found]:
    """Dates with a month's name. One that rests on another language's word gives way to one that does not.

    Short names of months are other words elsewhere: `Sat 24 Feb` is no September, though Hausa calls it Satumba.
    """
    own: list[Found] = []
    foreign: list[Found] = []
    for found, word in _by_words(text, language):
        known = _months().get(word, {})
        (own if not known or {language, "en"} & known.keys() else foreign).append(found)
    yield from own
    yield from (f for f in foreign if not any(f[0] < end and start < f[1] for start, end, _ in own))


def _by_words(text: str, language: str | None) -> Iterator[tuple[Found, str]]:
    """Dates with a month's name, each with the word that was taken for it."""
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
    for i, (_, _, word) in enumerate(tokens):
        if word.isdecimal():
            continue
        month, width = _month(word, language), 1
        if month is None and i + 1 < len(tokens):  # Arabic and Thai months of two words: كانون الثاني, มิ.ย.
            month = _month(f"{word} {tokens[i + 1][2]}", language) or _month(f"{word}.{tokens[i + 1][2]}", language)
            width = 1 if month is None else 2
        persian = word in _PERSIAN
        if month is None and not persian:
            continue
        # Words such as "de", "of", "th" and "m." may stand between the numbers and the month.
        before = [t for t in tokens[max(0, i - 2) : i] if t[2].isdecimal()][-1:]
        after = [t for t in tokens[i + width : i + width + 4] if t[2].isdecimal()][:2]
        for year, day in _readings(tokens, i + width, before, after):
            number = _PERSIAN.index(word) + 1 if persian and int(year[2]) < 1500 else month
            if number is None:
                continue
            iso = (_persian_day if int(year[2]) < 1500 else _day)(int(year[2]), number, int(day[2]))
            if iso:
                start, end = min(tokens[i][0], year[0], day[0]), max(tokens[i + width - 1][1], year[1], day[1])
                # The time of day may stand between day and year.
                last = day[1] if year[0] - tokens[i][1] > 12 else end
                yield (start, end, iso + _time_near(text, start, last)), word
                break


def _readings(
    tokens: list[tuple[int, int, str]],
    after_month: int,
    before: list[tuple[int, int, str]],
    after: list[tuple[int, int, str]],
) -> Iterator[tuple[tuple[int, int, str], tuple[int, int, str]]]:
    """Pairs of year and day that may belong to a month, the likeliest first."""

    def is_year(t: tuple[int, int, str]) -> bool:
        return len(t[2]) == 4

    if before and not is_year(before[0]) and after and is_year(after[0]):
        yield after[0], before[0]
    if len(after) == 2 and not is_year(after[0]) and is_year(after[1]):
        yield after[1], after[0]
    if before and is_year(before[0]) and after and not is_year(after[0]):
        yield before[0], after[0]
    if before and not is_year(before[0]) and after and len(after[0][2]) == 2:
        year = after[0]
        yield (year[0], year[1], "20" + year[2]), before[0]
    if after and not is_year(after[0]):
        for t in tokens[after_month : after_month + 7]:
            if t[2].isdecimal() and is_year(t):
                yield t, after[0]


def find_dates(s: str, *, day_first: bool | None = None, language: str | None = None) -> list[Found]:
    """All printed dates in `s`, in order.

    Args:
        s: a line or an attribute's value; only its first 2,000 code points are looked at.
        day_first: how `03/04/2024` is read; None: month first in English and Tagalog, day first elsewhere.
        language: ISO 639-1 code; decides between languages that use one word for different months.

    Returns:
        (start, end, ISO date or date and time) for each; offsets are code points of `s` and cover the day alone.
    """
    text = s[:_LONGEST]
    if _DIGIT.search(text) is None:
        return []
    folded = "".join(c if len(f := unicodedata.normalize("NFKC", c).casefold()) != 1 else f for c in text)
    month_first = (language in _MONTH_FIRST or language is None) if day_first is None else not day_first
    found = [*_machine_dates(text), *_east_asian_dates(folded), *_worded_dates(folded, language)]
    found += _numeric_dates(text, month_first)
    found.sort(key=lambda f: (f[0], -f[1]))
    kept: list[Found] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def find_date(s: str, *, day_first: bool | None = None, language: str | None = None) -> str | None:
    """The first printed date in `s` as ISO 8601, with its time of day and zone where they are printed, or None.

    >>> find_date("Veröffentlicht am 3. Mai 2024, 18.05 Uhr", language="de")
    '2024-05-03T18:05:00'
    """
    found = find_dates(s, day_first=day_first, language=language)
    return found[0][2] if found else None
