"""All deadlines of a year as a calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.result import State
from cchc_desktop.services import planning, recording
from cchc_desktop.services.deadlines import calendar_days, export_calendar
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths

AT = datetime(2027, 8, 30, 2, 42, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path, paths: Paths) -> Iterator[tuple[Project, Plan]]:
    with Project.create(tmp_path / "so.cchc", paths, first=sample_change()) as project:
        yield project, project.wanted_plan(2027)


def task(project: Project, plan: Plan, words: str) -> Task:
    rows = (row for row in project.rows(plan) if isinstance(row, Task))
    return next(row for row in rows if row.text.startswith(words))


def test_each_period_has_its_three_dates(opened: tuple[Project, Plan]) -> None:
    titles = {day.title: day.day for day in calendar_days(*opened)}
    assert titles["Báo cáo quý III năm 2027: hạn phòng gửi"] == date(2027, 9, 1)
    assert titles["Báo cáo quý III năm 2027: ngày chốt số liệu"] == date(2027, 9, 14)
    assert titles["Báo cáo năm 2027: hạn gửi Sở Nội vụ"] == date(2027, 12, 16)
    assert sum(title.startswith("Báo cáo ") for title in titles) == 12


def test_a_deadline_tells_who_and_what(opened: tuple[Project, Plan]) -> None:
    project, plan = opened
    wanted = task(project, plan, "Gắn mã QR")
    (day,) = [day for day in calendar_days(*opened) if day.key == wanted.id]
    assert (day.day, day.title) == (date(2027, 6, 30), f"Hạn: {wanted.text}")
    assert "Đơn vị chủ trì: Văn phòng Sở" in day.note.splitlines()
    assert "Thời gian: Quý II" in day.note.splitlines()


def test_a_deadline_keeps_its_key_when_its_day_moves(opened: tuple[Project, Plan]) -> None:
    project, plan = opened
    wanted = task(project, plan, "Gắn mã QR")
    project.apply(planning.edit(project, wanted.id, time="Quý IV"))
    (day,) = [day for day in calendar_days(*opened) if day.key == wanted.id]
    assert day.day == date(2027, 12, 31)
    keys = [day.key for day in calendar_days(*opened)]
    assert len(keys) == len(set(keys))


def test_what_is_done_is_left_out_and_an_event_adds(opened: tuple[Project, Plan]) -> None:
    project, plan = opened
    done = task(project, plan, "Gắn mã QR")
    waiting = task(project, plan, "Tham mưu UBND tỉnh sửa đổi")
    keys = {day.key for day in calendar_days(*opened)}
    assert done.id in keys
    assert waiting.id not in keys
    project.apply(recording.record(project, done.id, "q3-2027", state=State.DONE))
    told = recording.tell_event(project, plan, waiting.time, date(2027, 8, 25), date(2027, 10, 31))
    project.apply(told)
    days = {day.key: day.day for day in calendar_days(*opened)}
    assert done.id not in days
    assert days[waiting.id] == date(2027, 10, 31)


def test_a_folder_gets_a_name_and_an_old_file_is_kept(
    opened: tuple[Project, Plan], tmp_path: Path
) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    written = export_calendar(*opened, folder, AT)
    assert written.path.name == "Lich-CCHC-2027_SNgV.ics"
    events = Calendar.from_ical(written.path.read_bytes()).walk("VEVENT")
    assert len(events) == len(calendar_days(*opened))
    assert export_calendar(*opened, written.path, AT).kept is not None
