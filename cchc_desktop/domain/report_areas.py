"""Which heading of a report takes which area of a plan: areas are renamed, headings know them by
words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from cchc_desktop.domain.draft_material import FigureWords, Told
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import PlacedTask, heading_text
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


def tasks_placed(
    told: Iterable[Told], headings: Sequence[Heading]
) -> tuple[dict[str, list[Told]], list[Finding]]:
    """The tasks by the heading that takes them; what none takes goes to the last, and is said."""
    placed: dict[str, list[Told]] = defaultdict(list)
    stray: dict[str, Told] = {}
    for one in told:
        heading = heading_of(headings, one.place)
        if heading is None:
            stray.setdefault(heading_text(one.place.area), one)
            if not headings:
                continue
            heading = headings[-1]
        placed[heading.id].append(one)
    return placed, [_stray_finding(name, one, headings) for name, one in stray.items()]


def figures_placed(
    lines: Iterable[FigureWords], headings: Sequence[Heading]
) -> dict[str, list[FigureWords]]:
    """The figures by the heading that their group is of, else by the last."""
    placed: dict[str, list[FigureWords]] = defaultdict(list)
    for line in lines:
        heading = heading_of_title(headings, line.group) or (headings[-1] if headings else None)
        if heading is not None:
            placed[heading.id].append(line)
    return placed


def _stray_finding(name: str, told: Told, headings: Sequence[Heading]) -> Finding:
    area = told.place.area
    at = Place(area.id if area is not None else told.task.id)
    what = (
        f"Lĩnh vực “{name}” không có mục nào trong đề cương nhận"
        if name
        else ("Có nhiệm vụ không thuộc lĩnh vực nào")
    )
    where = (
        f"kết quả được ghi vào mục “{headings[-1].title}”"
        if headings
        else ("kết quả chưa được ghi vào báo cáo")
    )
    expected = f"Thêm mục hoặc chữ nhận biết lĩnh vực vào đề cương; tạm thời {where}"
    return Finding("report-area", "Đề cương", what, expected, at, "chưa có mục")


def _words(text: str) -> str:
    return f" {_NO_WORD.sub(' ', fold(one_line(text))).strip()} "
