"""Outlines: what is shipped, the office's own before it, and which heading takes which area."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.plan import Area, Group, PlacedTask, Task
from cchc_desktop.domain.report import Content
from cchc_desktop.domain.report_areas import fed_by_results, heading_of, heading_of_title
from cchc_desktop.domain.reporting_period import ReportingPeriod, preset_periods
from cchc_desktop.services import outlines, planning
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person
from tests.reports import own_outline

KEYS = ("q1", "h1", "q3", "year")


def period(year: int, key: str) -> ReportingPeriod:
    return next(p for p in preset_periods(year) if p.key == key)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        yield project


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("year", "fourth"),
    [
        (2020, "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
        (2021, "Cải cách chế độ công vụ"),
        (2035, "Cải cách chế độ công vụ"),
    ],
)
def test_the_shipped_outline_of_a_year(year: int, fourth: str, key: str) -> None:
    found = outlines_for(Contents({}), year, period(year, key))
    assert [full.outline.periods for full in found] == [(key,)]
    titles = [h.title for h in found[0].headings if h.level == 2]
    assert titles[3] == fourth
    contents = [h.content for h in found[0].headings]
    assert (contents[0], contents[-1]) == (Content.OPENING, Content.CLOSING)
    ids = [h.id for full in outlines.shipped_outlines() for h in full.headings]
    assert len(ids) == len(set(ids))


def test_a_period_of_the_offices_own_has_all_to_choose_from() -> None:
    nine = ReportingPeriod("x", 2027, "x", "9 tháng", *["2027-01-01"] * 5)
    assert len(outlines_for(Contents({}), 2027, nine)) == len(KEYS)


@pytest.mark.parametrize(
    ("area", "number"),
    [
        ("Cải cách thể chế", "1"),
        ("CẢI CÁCH TTHC", "2"),
        ("Kiểm soát thủ tục hành chính, một cửa", "2"),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", "3"),
        ("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức", "4"),
        ("4. Cải cách chế độ công vụ", "4"),
        ("Cải cách tài chính công", "5"),
        ("Hiện đại hóa hành chính", "6"),
        ("6. Xây dựng, phát triển CQĐT, CQS", "6"),
        ("Xây dựng và phát triển Chính phủ điện tử, Chính phủ số", "6"),
        ("Công tác chỉ đạo, điều hành cải cách hành chính", "I"),
        ("Công tác tuyên truyền", "I"),
        ("Công tác khác", None),
    ],
)
@pytest.mark.parametrize("year", [2020, 2027])
def test_areas_are_known_by_their_words(year: int, area: str, number: str | None) -> None:
    headings = fed_by_results(outlines_for(Contents({}), year, period(year, "h1"))[0].headings)
    found = heading_of_title(headings, area)
    assert (found.number if found is not None else None) == number


def test_a_group_is_asked_where_the_area_is_not_known() -> None:
    headings = fed_by_results(outlines_for(Contents({}), 2027, period(2027, "h1"))[0].headings)
    area = Area("a", "p", 0, "A", "Nhiệm vụ trong năm")
    group = Group("g", "p", 0, "1", "Cải cách tài chính công")
    found = heading_of(headings, PlacedTask(Task("t", "p", 1), area, group, False))
    assert found is not None
    assert found.number == "5"


def test_the_offices_own_comes_first(project: Project) -> None:
    h1 = period(2027, "h1")
    shipped = outlines_for(project, 2027, h1)[0]
    project.apply(own_outline(shipped, "Đề cương của tỉnh"))
    own = outlines_for(project, 2027, h1)[0]
    assert (own.own, own.outline.name) == (True, "Đề cương của tỉnh")
    assert [h.title for h in own.headings] == [h.title for h in shipped.headings]
    assert outlines_for(project, 2027, period(2027, "q1"))[0].own is False


def test_an_own_outline_is_valid_for_its_years(project: Project) -> None:
    h1 = period(2027, "h1")
    project.apply(own_outline(outlines_for(project, 2027, h1)[0], "Đề cương của tỉnh"))
    own = outlines_for(project, 2027, h1)[0]
    project.apply(planning.edit(project, own.outline.id, valid_from=2025, valid_to=2026))
    assert outlines_for(project, 2027, h1)[0].own is False
