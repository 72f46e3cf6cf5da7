"""The days, months, quarters and years that a report's text names."""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.vietnamese import from_roman

_MOMENT = re.compile(
    r"(?=[\dntqsc])(?:"  # how any of them begins: most places are passed by at once
    r"ngày\s+(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})\s+năm\s+(?P<y1>20\d\d)"
    r"|(?<![\d/])(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>20\d\d)(?!\d)"
    r"|tháng\s+(?P<m3>\d{1,2})(?!\s*(?:đầu|cuối|/?\d))(?:\s*(?:/|-|năm)\s*(?P<y3>20\d\d))?"
    r"|tháng\s+(?P<m4>\d{1,2})/(?P<y4>20\d\d)"
    r"|quý\s*(?P<q>IV|I{1,3}|0?[1-4])\b(?:\s*(?:/|-|năm)\s*(?P<y5>20\d\d))?"
    r"|(?P<n>0?6|0?9|sáu|chín)\s+tháng(?P<half>\s+đầu|\s+cuối)?(?:\s+năm)?(?:\s+(?P<y6>20\d\d))?"
    r"|(?<![\d/.,])(?P<y7>20\d\d)(?![\d/]|[.,]\d))",
    re.IGNORECASE,
)
_WORDS = {"sáu": 6, "chín": 9}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of which a text speaks: where, what kind ("day", "month", "quarter", "months",
    "year"), its days, and the year that it names, None for the report's own. `year_at`: where that
    year stands; `named_to`: where its words end without the year.
    """

    start: int
    end: int
    kind: str
    first: date
    last: date
    year: int | None
    year_at: tuple[int, int]
    named_to: int


def moments(text: str, year: int) -> Iterator[Moment]:
    """The times in a text in order; those without a year are of the report's."""
    for match in _MOMENT.finditer(text):
        with suppress(ValueError):  # 31/2 is no day
            if (moment := _moment(match, year)) is not None:
                yield moment


def _moment(match: re.Match[str], year: int) -> Moment | None:
    named = next((f"y{n}" for n in range(1, 8) if match[f"y{n}"]), "")
    own = int(match[named]) if named else None
    spoken = own or year
    at = match.span(named) if named else (match.end(), match.end())
    kind, first, last = _days(match, spoken)
    if not kind:
        return None
    without_year = max(match.end("q"), match.end("half")) if own else match.end()
    return Moment(match.start(), match.end(), kind, first, last, own, at, without_year)


def _days(match: re.Match[str], year: int) -> tuple[str, date, date]:
    """Kind, first and last day; ValueError where there is no such day."""
    day, month = (
        (match["d1"] or match["d2"]),
        next((match[f"m{n}"] for n in range(1, 5) if match[f"m{n}"]), None),
    )
    if day and month:
        one = date(year, int(month), int(day))
        return "day", one, one
    if month:
        return "month", date(year, int(month), 1), _end(year, int(month))
    if match["q"]:
        number = from_roman(match["q"].upper()) or int(match["q"])
        quarter = Quarter(year, number)
        return "quarter", quarter.first_day, quarter.last_day
    if match["n"]:
        count = _WORDS.get(match["n"].lower()) or int(match["n"])
        if not match["half"] and not match["y6"]:
            return "", date.min, date.min  # "trong 6 tháng": how long, not when
        if match["half"] and "cuối" in match["half"].lower():
            return "months", date(year, 13 - count, 1), date(year, 12, 31)
        return "months", date(year, 1, 1), _end(year, count)
    return "year", date(year, 1, 1), date(year, 12, 31)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
