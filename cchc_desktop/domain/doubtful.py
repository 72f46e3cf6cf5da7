"""What is doubtful in the words of a plan, whether they are being read in or already kept."""

import re
from collections.abc import Iterator

from cchc_desktop.domain.units import UnitMention, UnitReader

Likeness = tuple[str, str]

_YEAR = re.compile(r"\bnăm (20\d\d)\b(?! ?[-–] ?20\d\d)", re.IGNORECASE)
_OUTLOOK = re.compile(r"\b(đến|tầm nhìn) (năm )?20\d\d\b", re.IGNORECASE)


def doubtful_units(reader: UnitReader, cell: str) -> Iterator[UnitMention]:
    """Names in a lead or coordinating cell that are no unit known, or only alike."""
    return (mention for mention in reader.read(cell) if mention.name is None or not mention.sure)


def other_years(title: str, year: int) -> tuple[int, ...]:
    """The years that a title names in rising order, where the plan's is not among them."""
    years = {int(found) for found in _YEAR.findall(without_outlook(title))}
    return () if year in years else tuple(sorted(years))


def without_outlook(title: str) -> str:
    """The title without the years that it only looks ahead to: "đến năm 2030, tầm nhìn 2045"."""
    return _OUTLOOK.sub("", title)


def task_likeness(text: str, lead: str) -> Likeness | None:
    """What two tasks under one heading have alike when they are one; None for a task without
    words.
    """
    return (text.lower(), lead) if text else None
