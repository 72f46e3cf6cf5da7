"""The day a document was issued, as far as it is known: stored as the start of an ISO date."""

import re
from contextlib import suppress
from datetime import date

from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.vietnamese import legal_month

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?")
_FIGURES = re.compile(r"(?:(?:(?P<day>\d\d?)[/.-])?(?P<month>\d\d?)[/.-])(?P<year>\d{4})")
_DAY_OF_YEAR = re.compile(r"\d\d?[/.-]\d\d?")
_WORDS = re.compile(
    r"(?:ngày\s+(?P<day>\d\d?)\s+)?tháng\s+(?P<month>\d\d?)\s+năm\s+(?P<year>\d{4})", re.IGNORECASE
)
_WHOLE_DAY = len("2027-01-15")


def is_whole_day(issued: str) -> bool:
    """Whether the day itself is known, not only its year or its month."""
    return len(issued) == _WHOLE_DAY


def date_words(issued: str) -> str:
    """ "2027-01-15" as "15/01/2027", "2027-04" as "4/2027", "2027" and "" as they are: a zero
    before days below 10 and months 1 and 2 only (Nghị định 30/2020, Phụ lục I II.4).
    """
    year, month, day = (*issued.split("-"), "", "")[:3]
    return "/".join(part for part in (day, legal_month(int(month)) if month else "", year) if part)


def date_in_text(issued: str) -> str:
    """How a text cites the day (Nghị định 30/2020, Phụ lục I II.4): "ngày 02/4/2027", "tháng
    4/2027", "năm 2027"; "" where it is not known.
    """
    what = ("năm", "tháng", "ngày")[issued.count("-")]
    return f"{what} {date_words(issued)}" if issued else ""


def wanted_date(typed: str) -> str:
    """What is stored for a typed date, or a part of one; RefusedChange where it is none."""
    issued = read_date(typed)
    if issued is None:
        raise RefusedChange(f"Không đọc được ngày “{typed}”; hãy ghi như 15/01/2027.")
    return issued


def wanted_day(typed: str, year: int) -> str:
    """The ISO day of a typed one; without its year it is of that year. "" for nothing.

    RefusedChange where it is no whole day.
    """
    plain = typed.strip()
    day = read_date(f"{plain}/{year}" if _DAY_OF_YEAR.fullmatch(plain) else plain)
    if day is None or not (is_whole_day(day) or not day):
        raise RefusedChange(
            f"Không đọc được ngày “{typed}”; hãy ghi đủ ngày, tháng như 15/01/{year}."
        )
    return day


def read_date(text: str) -> str | None:
    """What is stored for a typed date, or a part of one; None where it is none."""
    plain = text.strip()
    if not plain:
        return ""
    for form in (_ISO, _FIGURES, _WORDS):
        found = form.fullmatch(plain)
        if found is None:
            continue
        named = [int(part) for name in ("year", "month", "day") if (part := found[name])]
        with suppress(ValueError):
            whole = date(*named, *(1,) * (3 - len(named))).isoformat()
            return "-".join(whole.split("-")[: len(named)])
    return None
