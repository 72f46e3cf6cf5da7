"""The outlines of reports: those shipped with the program, in front of them the office's own.

`outlines_for(contents, year, period)` gives what fits, best first. One of the office's own is the
outline of a report that it keeps (`report_outline`).
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from cchc_desktop.domain.agency import valid_in
from cchc_desktop.domain.plan import POSITION_STEP
from cchc_desktop.domain.report import Outline, OutlineHeading
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.contents import Contents


@dataclass(frozen=True, slots=True)
class FullOutline:
    """An outline with its headings in order; `own`: it lies in the project file."""

    outline: Outline
    headings: tuple[OutlineHeading, ...]
    own: bool = False


def outlines_for(contents: Contents, year: int, period: ReportingPeriod) -> list[FullOutline]:
    """The outlines for a report of that year and period, best first: the office's own for the
    period, the shipped one, then what is chosen by hand. Never empty: where the years of all
    programmes are over, the latest serves.
    """
    own = [_own(contents, outline) for outline in valid_in(contents.outlines(), year)]
    fitting = [full for full in own if period.key in full.outline.periods]
    by_hand = [full for full in own if not full.outline.periods]
    return [*fitting, *_shipped_for(year, period), *by_hand]


@cache
def shipped_outlines() -> tuple[FullOutline, ...]:
    """The outlines in resources/outlines, the latest programme first."""
    files = sorted(resources.path("outlines").glob("*_*.json"))
    found = [_read(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(found, key=lambda full: -(full.outline.valid_from or 0)))


def _own(contents: Contents, outline: Outline) -> FullOutline:
    return FullOutline(outline, tuple(contents.outline_headings(outline.id)), own=True)


def _shipped_for(year: int, period: ReportingPeriod) -> list[FullOutline]:
    """Those of the year's programme for the period; for a period of the office's own, all of it."""
    shipped = shipped_outlines()
    years = [full for full in shipped if valid_in([full.outline], year)]
    if not years:
        latest = shipped[0].outline.valid_from
        years = [full for full in shipped if full.outline.valid_from == latest]
    return [full for full in years if period.key in full.outline.periods] or years


def _read(stored: dict[str, Any]) -> FullOutline:
    fields: list[dict[str, Any]] = stored.pop("headings")
    outline = Outline(**{**stored, "periods": tuple(stored["periods"])})
    headings = [
        OutlineHeading(
            **{
                **heading,
                "id": f"{outline.id}-{place}",
                "outline_id": outline.id,
                "position": place * POSITION_STEP,
                "areas": tuple(heading.get("areas", ())),
            }
        )
        for place, heading in enumerate(fields, start=1)
    ]
    return FullOutline(outline, tuple(headings))
