"""The words of English temporal expressions. Keys are lower case tokens as `tokens.tokenize` cuts them."""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}
MONTHS_SHORT: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}
ANY_MONTH: Final = MONTHS | MONTHS_SHORT
NAMES_TOO: Final = frozenset({"april", "may", "june", "august", "march", "jan", "mar", "dec", "sep"})
"""Months that are also names, verbs or other words, so that a bare one needs a sign that it is a month."""

WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}
WEEKDAYS_SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}
ANY_WEEKDAY: Final = WEEKDAYS | WEEKDAYS_SHORT
WEEKDAYS_PLURAL: Final = {name + "s": number for name, number in WEEKDAYS.items()}

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season: meteorological seasons of the northern hemisphere."""

PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "dawn": "MO", "dusk": "EV",
    "daytime": "DT", "lunchtime": "MI", "nighttime": "NI",
}
PART_HOURS: Final = {
    "MO": (0, 12), "MI": (12, 13), "DT": (6, 18), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "PM": (12, 24),
}
"""Hours that a part of a day may cover, first inclusive, last exclusive; wide on purpose."""

UNITS: Final = {
    "second": "S", "seconds": "S", "sec": "S", "secs": "S", "minute": "MIN", "minutes": "MIN", "min": "MIN",
    "mins": "MIN", "hour": "H", "hours": "H", "hr": "H", "hrs": "H", "day": "D", "days": "D", "week": "W",
    "weeks": "W", "fortnight": "F", "fortnights": "F", "month": "M", "months": "M", "quarter": "Q", "quarters": "Q",
    "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "E", "decades": "E", "century": "C",
    "centuries": "C", "weekend": "WE", "weekends": "WE", "night": "N", "nights": "N",
}
PLURAL_UNITS: Final = frozenset(
    """seconds secs minutes mins hours hrs days weeks fortnights months quarters years yrs decades centuries""".split()
)
DATE_UNITS: Final = frozenset({"D", "W", "M", "Q", "Y", "E", "C", "WE"})

CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}
DECADES: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}
SCALES: Final = {"hundred": 100, "thousand": 1000}
FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
VAGUE: Final = {"few", "several", "many", "some", "countless", "numerous", "various"}

SHIFTS: Final = {
    "last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "following": 1,
    "coming": 1, "upcoming": 1, "current": 0, "present": 0, "subsequent": 1, "succeeding": 1, "same": 0, "that": 0,
}
NARRATIVE: Final = frozenset("previous preceding prior following subsequent succeeding same that".split())
"""Shifts that count from the date the text speaks of, not from the day it was published."""

APPROXIMATE: Final = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "circa": "APPROX", "over": "MORE_THAN", "under": "LESS_THAN",
}
EARLY_LATE: Final = {
    "early": "START", "late": "END", "mid": "MID", "middle": "MID", "earlier": "BEFORE", "later": "AFTER",
}
BOUNDARIES: Final = {
    "beginning": "START", "start": "START", "end": "END", "middle": "MID", "close": "END", "turn": "START",
    "conclusion": "END", "outset": "START",
}
TODAY: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

FIXED_DAYS: Final = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("christmas",): (12, 25),
    ("new", "year", "'", "s", "day"): (1, 1), ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "years", "day"): (1, 1), ("new", "years", "eve"): (12, 31), ("new", "year", "'", "s"): (1, 1),
    ("valentine", "'", "s", "day"): (2, 14), ("halloween",): (10, 31), ("boxing", "day"): (12, 26),
    ("april", "fools", "'", "day"): (4, 1), ("april", "fool", "'", "s", "day"): (4, 1),
    ("bastille", "day"): (7, 14), ("may", "day"): (5, 1),
    ("veterans", "day"): (11, 11), ("armistice", "day"): (11, 11), ("st", ".", "patrick", "'", "s", "day"): (3, 17),
    ("all", "saints", "'", "day"): (11, 1),
}
MOVING_DAYS: Final = {
    ("thanksgiving", "day"): "thanksgiving", ("thanksgiving",): "thanksgiving", ("labor", "day"): "labor",
    ("memorial", "day"): "memorial", ("easter", "sunday"): "easter", ("easter", "monday"): "easter monday",
    ("easter",): "easter", ("good", "friday"): "good friday", ("election", "day"): "election",
    ("martin", "luther", "king", "day"): "king", ("palm", "sunday"): "palm sunday",
    ("ash", "wednesday"): "ash wednesday", ("black", "friday"): "black friday", ("cyber", "monday"): "cyber monday",
    ("columbus", "day"): "columbus", ("presidents", "'", "day"): "presidents",
}

ZONES: Final = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "est": -300, "edt": -240,
    "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420,
    "pt": -480,
}
"""Minutes east of Greenwich. The American two-letter names stand for standard time, whatever the season."""
