"""The date that stands beside a document's number."""

import re
from datetime import date

_DAY_WORD = r"ng[àaá]y?"
_FIGURES = (
    r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?(?:[/.-]\s?|năm\s?)"
    r"(?P<year>\d{4}|\d\d(?!\d|\s?/))(?!\d)"
)
_WORDS = (
    r"(?P<day_>\d{1,2})\s?,?\s?tháng\s?(?P<month_>\d{1,2})\s?,?\s?"
    r"(?:năm|/)\s?(?P<year_>\d{4})(?!\d)"
)
_LEAD = r"[,\s]{0,2}\(?(?:(?:được\s)?(?:đã\s)?(?:ký|ban hành|đề|phát hành)\s(?:ban hành\s)?)?"
_NAMED = re.compile(
    rf"{_LEAD}(?:(?:vào\s)?(?:cùng\s)?{_DAY_WORD}(?:\ský)?\s?:?\s?(?:{_FIGURES}|{_WORDS})"
    rf"|(?P<same>cùng ngày))\)?",
    re.IGNORECASE,
)
_UNNAMED = re.compile(rf"(?:\s?[(,]\s?|\t){_FIGURES}\)?")
_PART = re.compile(  # a date without its year or day
    rf"{_LEAD}(?:{_DAY_WORD}\s?(?:\d{{1,2}}\s?(?:[/.-]|tháng)\s?\d{{1,2}}|[.…/\s]{{0,12}}tháng"
    r"[.…\s\d]{0,8}(?:năm\s?\d{4})?)"
    r"|(?:trong\s)?tháng\s\d{1,2}\s?(?:[/-]|năm)\s?\d{4}|năm\s(?:19|20)\d\d)(?!\d)\)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(  # "Ngày 05/01/2027, " before who issued
    rf"(?P<other>(?:đến|tới|trước|từ|sau|hết|trong|kể|tính)\s)?(?<!\w){_DAY_WORD}\s"
    rf"(?:{_FIGURES}|{_WORDS})\s?,?\s$",
    re.IGNORECASE,
)
_YEARS = range(1945, 2101)


def read_day(text: str, at: int, same: date | None = None) -> tuple[date | None, int] | None:
    """(day, end) of the date that stands at a place; no day where it is not whole or does not
    exist; None where no date stands. `same` is what "cùng ngày" means.
    """
    if match := _NAMED.match(text, at):
        return (same if match["same"] else _day(match)), _end(text, match)
    if match := _UNNAMED.match(text, at):
        return _day(match), _end(text, match)
    if match := _PART.match(text, at):
        return None, _end(text, match)
    return None


def day_before(text: str, start: int, end: int) -> date | None:
    """The day on which, by the words that end there, something was done: "Ngày 05/01/2027, "."""
    match = _BEFORE.search(text, start, end)
    return None if match is None or match["other"] else _day(match)


def _end(text: str, match: re.Match[str]) -> int:
    """The date's end: a closing bracket belongs to it only with its opening one."""
    closes = match[0].endswith(")") and "(" not in match[0]
    return match.end() - closes


def _day(match: re.Match[str]) -> date | None:
    parts = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    year = int(parts["year"])
    year += 2000 if year < 100 else 0
    try:
        found = date(year, int(parts["month"]), int(parts["day"]))
    except ValueError:
        return None
    return found if found.year in _YEARS else None
