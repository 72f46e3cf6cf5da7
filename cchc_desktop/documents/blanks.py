"""Lines of a letterhead and of nơi nhận; what is not known stays blank, to be written by hand."""

from datetime import date

from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.vietnamese import document_number, legal_date, legal_month

_BLANK = " " * 3  # a part of a date, between its own two blanks
_BLANK_NUMBER = " " * 6
_BLANK_PLACE = " " * 18


def number_words(number: str, symbol: str) -> str:
    """ "05/KH-SNgV", "      /KH-SNgV"."""
    return f"{document_number(number) or _BLANK_NUMBER}/{symbol}"


def date_words(issued: str) -> str:
    """A day as far as it is known, as the start of an ISO date: "ngày     tháng 01 năm 2024"."""
    if is_whole_day(issued):
        return legal_date(date.fromisoformat(issued))
    year, month = issued[:4], issued[5:7]
    return (
        f"ngày {_BLANK} tháng {legal_month(int(month)) if month else _BLANK} năm {year or _BLANK}"
    )


def place_date(place: str, issued: str) -> str:
    """ "Bình Phước, ngày 28 tháng 02 năm 2022"."""
    return f"{place or _BLANK_PLACE}, {date_words(issued)}"


def recipients_of(lines: str) -> tuple[str, ...]:
    """The recipients of a list, one a line, without dashes and last marks."""
    return tuple(line.strip(" -–;.") for line in lines.splitlines())


def attached_to(type_name: str, number: str, issued: str, agency: str) -> str:
    """The line that ties a phụ lục to its document; `number` as `number_words` gives it."""
    return f"(Kèm theo {type_name.capitalize()} số {number} {date_words(issued)} của {agency})"
