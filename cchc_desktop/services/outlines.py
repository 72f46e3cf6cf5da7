"""The outlines of reports: those shipped with the program, in front of them the office's own.

`outlines_for(contents, year, period)` gives what fits, best first; `make_own` copies one into the
file, where `planning.edit` edits it and its headings, `insert_headings`, `move_headings`,
`delete_headings` and `delete_outline` do the rest.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import resources
from cchc_desktop.domain.agency import valid_in
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.order import arranged
from cchc_desktop.domain.plan import POSITION_STEP, new_id
from cchc_desktop.domain.report import Outline, OutlineHeading
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project


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


def all_outlines(contents: Contents) -> list[FullOutline]:
    """Every outline for the page that edits them: the office's own, then the shipped."""
    return [*(_own(contents, outline) for outline in contents.outlines()), *shipped_outlines()]


@cache
def shipped_outlines() -> tuple[FullOutline, ...]:
    """The outlines in resources/outlines, the latest programme first."""
    files = sorted(resources.path("outlines").glob("*_*.json"))
    found = [_read(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(found, key=lambda full: -(full.outline.valid_from or 0)))


def make_own(full: FullOutline, name: str = "") -> Change:
    """A copy of an outline in the file, to be edited; the edits of the change create the outline
    first, then its headings.
    """
    outline = replace(full.outline, id=new_id(), name=name or full.outline.name)
    headings = [replace(h, id=new_id(), outline_id=outline.id) for h in full.headings]
    return added(f"Tạo đề cương {outline.name}", [outline, *headings])


def insert_headings(
    contents: Contents,
    outline_id: str,
    headings: Sequence[OutlineHeading],
    before: str | None = None,
) -> Change:
    """New headings in front of that one, at the end without one; they get their place here."""
    own = [replace(heading, outline_id=outline_id) for heading in headings]
    return Change("Thêm mục đề cương", arranged(contents.outline_headings(outline_id), own, before))


def move_headings(project: Project, ids: Collection[str], before: str | None = None) -> Change:
    """Headings of one outline brought together in front of that one, or to the end."""
    first = project.record(next(iter(ids)))
    assert isinstance(first, OutlineHeading), "only headings of an outline"
    siblings = project.outline_headings(first.outline_id)
    chosen = [heading for heading in siblings if heading.id in ids]
    return Change("Chuyển mục đề cương", arranged(siblings, chosen, before))


def delete_headings(project: Project, ids: Collection[str]) -> Change:
    """Headings of an outline taken away."""
    return Change("Xoá mục đề cương", tuple(Edit(project.record(id_), None) for id_ in ids))


def delete_outline(project: Project, outline_id: str) -> Change:
    """An outline of the office's own taken away; the shipped one serves again."""
    headings = [Edit(heading, None) for heading in project.outline_headings(outline_id)]
    return Change("Xoá đề cương", (*headings, Edit(project.record(outline_id), None)))


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
