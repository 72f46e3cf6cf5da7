"""The files that the page writes in the background."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.receipt import FormState
from ui.project_controller import ProjectController
from ui.today.tab import TodayTab

TODAY = date(2027, 8, 30)


def test_the_calendar(
    today: TodayTab,
    qtbot: QtBot,
    choose_file: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    target = tmp_path / "Lich.ics"
    choose_file(target)
    with qtbot.waitSignal(today.files._messages.news) as told:
        today._calendar.trigger()
    assert told.args is not None
    assert told.args[0] == "Đã xuất Lich.ics"
    assert told.args[1][0] == "Mở thư mục"
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert today._choices.value.export_folder == str(tmp_path)


def test_letters_to_several_units(today: TodayTab, qtbot: QtBot, tmp_path: Path) -> None:
    project, plan = today._controller.project, today._controller.plan
    assert project is not None
    assert plan is not None
    units = today.deeds._behind()[:2]
    with qtbot.waitSignal(today.files._messages.news) as told:
        today.files.write_letters(units, project.period(2027, "q3"), tmp_path)
    assert told.args is not None
    assert told.args[0] == f"Đã xuất 2 tệp vào {tmp_path.name}"
    files = sorted(tmp_path.glob("DonDoc_*.docx"))
    assert len(files) == 2
    assert [check_file(file) for file in files] == [[], []]


def test_forms_that_are_written_are_sent(
    today: TodayTab, controller: ProjectController, qtbot: QtBot, tmp_path: Path
) -> None:
    project = controller.project
    assert project is not None
    unit = next(line.unit for line in today.deeds.board if line.unit.short == "HTQT")
    with qtbot.waitSignal(today.files._messages.news):
        today.files.write_forms([unit], project.period(2027, "q3"), tmp_path)
    assert (tmp_path / "Phieu-Q3-2027_HTQT_SNgV.xlsx").is_file()
    states: dict[str, Any] = {line.unit.id: line.state for line in today.deeds.board}
    assert states[unit.id] is FormState.SENT
    assert project.next_undo.startswith("Ghi đã gửi phiếu cho Phòng Hợp tác quốc tế")
    controller.undo()
    assert {line.state for line in today.deeds.board} == {FormState.UNSENT}
