"""Shows a number of an Excel cell as its number format does (ECMA-376 part 1, 18.8.30-31).

Dates are given in ISO form, and shorter where the format shows less: a month "3/2024", a day
without year "15/3", a year "2024". A decimal point stays a point, since "1.1" is mostly an order
number; percentages and grouped figures are surely amounts and take the Vietnamese separators.
"""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<pad>[_*].)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<digits>[0#?][0#?.,]*|\.[0#?]+)|(?P<percent>%)"
    r"|(?P<date>[dmyhs]+|AM/PM|A/P)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-]*)")
_FIRST_DAY = datetime(1899, 12, 30)
_FALSE_LEAP_DAY = 60  # Excel counts a 29 February 1900 that never was
_MAC_SHIFT = 1462  # days between the two calendars of Excel
_LAST_SERIAL = 2958466  # the first day of the year 10000
_DAY = 86_400  # seconds
_PLAIN_DIGITS = 15  # all that Excel keeps of a number


class _Section(NamedTuple):
    """One of the up to four sections of a format: its texts, None among them for the number."""

    texts: tuple[str | None, ...] = (None,)
    digits: str = ""  # "#,##0.00"; "" for General
    percents: int = 0
    date: frozenset[str] = frozenset()  # letters of dmyhs
    elapsed: bool = False


def displayed(number: float, code: str, mac_calendar: bool = False) -> tuple[str, str]:
    """The text that Excel shows for a number under a format, and "number", "date" or "text"."""
    sections = _sections(code)
    section = sections[0]
    if number < 0 and len(sections) > 1:
        number, section = -number, sections[1]
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    serial = number + _MAC_SHIFT if mac_calendar else number
    if section.elapsed:
        return (
            (_clock(number), "text") if abs(number) < _LAST_SERIAL else (general(number), "number")
        )
    if section.date and 0 <= serial < _LAST_SERIAL:
        return displayed_day(_moment(serial), section.date)
    figure = _figure(number, section)
    return "".join(figure if text is None else text for text in section.texts).strip(), "number"


def general(number: float) -> str:
    """A number in the format General."""
    if number.is_integer() and abs(number) < 10**_PLAIN_DIGITS:
        return str(int(number))
    return f"{number:.10g}"


def _figure(number: float, section: _Section) -> str:
    whole_form, _, fraction_form = section.digits.rstrip(",").partition(".")
    if not section.digits or abs(number) >= 10**_PLAIN_DIGITS:
        return general(number)
    thousandths = len(section.digits) - len(section.digits.rstrip(","))
    try:
        exact = Decimal(repr(number)).scaleb(2 * section.percents - 3 * thousandths)
        rounded = exact.quantize(Decimal(1).scaleb(-len(fraction_form)), ROUND_HALF_UP)
    except InvalidOperation:  # a format that asks for more figures than any number has
        return general(number)
    whole_digits, _, fraction = f"{abs(rounded):f}".partition(".")
    whole_digits = whole_digits.lstrip("0").zfill(whole_form.count("0"))
    kept = fraction_form.rfind("0") + 1
    fraction = fraction[:kept] + fraction[kept:].rstrip("0")
    amount = "," in whole_form or section.percents > 0
    if "," in whole_form:
        whole_digits = f"{int(whole_digits or 0):,}".replace(",", ".")
    sign = "-" if rounded < 0 else ""
    return sign + whole_digits + (("," if amount else ".") + fraction if fraction else "")


def displayed_day(moment: datetime, letters: Collection[str] = "dmy") -> tuple[str, str]:
    """The text of a date of which a format shows those letters of dmyhs, and "date" or "text"."""
    clock = "h" in letters or "s" in letters
    if clock and "y" not in letters and "d" not in letters:
        return f"{moment:%H:%M}", "text"
    if "d" not in letters:
        return (f"{moment.month}/{moment.year}" if "m" in letters else str(moment.year)), "date"
    if "y" not in letters:
        return f"{moment.day}/{moment.month}", "date"
    time = f" {moment:%H:%M}" if clock and (moment.hour or moment.minute) else ""
    return moment.date().isoformat() + time, "date"


def _moment(serial: float) -> datetime:
    days = serial + 1 if serial < _FALSE_LEAP_DAY else serial
    return _FIRST_DAY + timedelta(seconds=min(round(days * _DAY), _LAST_SERIAL * _DAY - 1))


def _clock(days: float) -> str:
    minutes = round(abs(days) * 1440)
    return f"{'-' if days < 0 else ''}{minutes // 60}:{minutes % 60:02d}"


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKENS.finditer(code if code != "@" else "General"):
        if token["other"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_section(tokens) for tokens in sections)


def _section(tokens: list[re.Match[str]]) -> _Section:
    texts: list[str | None] = []
    digits: list[str] = []
    letters: set[str] = set()
    elapsed = False
    for token in tokens:
        match token.lastgroup:
            case "digits" | "general" if None not in texts:
                texts.append(None)
            case "date":
                letters.update(token[0].lower())
            case "bracket":
                elapsed = elapsed or bool(_ELAPSED.fullmatch(token["bracket"]))
                currency = _CURRENCY.match(token["bracket"])
                texts.append(currency[1] if currency else "")
            case "quoted" | "escaped" | "other" | "percent":
                texts.append(token[token.lastgroup])
        digits.append(token["digits"] or "")
    date = frozenset(letters & set("dmyhs"))
    if not date and {"/", "E", "e"} & {token["other"] for token in tokens}:
        return _Section()  # fractions and powers of ten: no plan shows its figures so
    return _Section(tuple(texts), "".join(digits), texts.count("%"), date, elapsed)
