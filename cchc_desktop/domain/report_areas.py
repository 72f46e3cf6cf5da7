"""Which heading of a report takes which area of a plan: areas are renamed, headings know them by
words.
"""

import re
from collections.abc import Sequence

from cchc_desktop.domain.plan import PlacedTask
from cchc_desktop.domain.report import Content, OutlineHeading, ReportHeading
from cchc_desktop.domain.vietnamese import fold, one_line

Heading = OutlineHeading | ReportHeading

_NO_WORD = re.compile(r"[^\w]+")


def heading_of_title(headings: Sequence[Heading], title: str) -> Heading | None:
    """The heading whose words stand first in an area's title, of two the longer ones; None where
    none does.
    """
    text = _words(title)
    found = [
        (text.find(f" {word} "), -len(word), place, heading)
        for place, heading in enumerate(headings)
        for area in heading.areas
        if (word := _words(area).strip()) and f" {word} " in text
    ]
    return min(found, key=lambda match: match[:3])[3] if found else None


def heading_of(headings: Sequence[Heading], place: PlacedTask) -> Heading | None:
    """The heading that takes a task: by its area, else by its group; None where none knows them."""
    for row in (place.area, place.group):
        found = heading_of_title(headings, row.title) if row is not None else None
        if found is not None:
            return found
    return None


def fed_by_results(headings: Sequence[Heading]) -> list[Heading]:
    """The headings that results go to, in order."""
    return [heading for heading in headings if heading.content == Content.RESULTS]


def _words(text: str) -> str:
    return f" {_NO_WORD.sub(' ', fold(one_line(text))).strip()} "
