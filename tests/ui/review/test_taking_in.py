"""A plan on its way from the file through the review into the project, in the real window."""

import gc
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import resources
from cchc_desktop.domain.plan import Task
from cchc_desktop.services.collecting import export_forms
from cchc_desktop.services.project import Project
from ui.desktop import Desktop
from ui.review.forms import FormReview
from ui.review.panel import ReviewPanel

SAMPLE = "sample/ke-hoach-mau-7-cot.docx"


def review_of(desktop: Desktop, qtbot: QtBot, path: Path) -> ReviewPanel:
    desktop.files.import_plan(path)
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, ReviewPanel))
    panel = desktop.window.covered
    assert isinstance(panel, ReviewPanel)
    return panel


def tasks_in(project: Project, year: int) -> list[Task]:
    plan = project.plan(year)
    return [row for row in project.rows(plan) if isinstance(row, Task)] if plan else []


def test_into_the_open_project_and_back_in_one_step(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    project = Project.create(tmp_path / "so.cchc", desktop.paths)
    desktop.controller.show(project)
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    count, year = panel.reading.count(), panel.reading.plan.year
    assert not tasks_in(project, year)
    panel.head.accept.click()
    assert desktop.window.covered is None
    plan = desktop.window.current_tab
    assert plan is not None
    assert desktop.window.focusWidget() is plan.home
    assert desktop.controller.year == year
    assert len(tasks_in(project, year)) == count > 0
    desktop.controller.undo()
    assert not tasks_in(project, year)
    assert project.plans() == []


def test_into_a_new_file_where_none_is_open(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    chosen = str(tmp_path / "moi")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (chosen, ""))
    panel.head.accept.click()
    project = desktop.controller.project
    assert project is not None
    assert project.path.name == "moi.cchc"
    assert tasks_in(project, panel.reading.plan.year)


def test_nothing_is_written_when_the_review_is_left(desktop: Desktop, qtbot: QtBot) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    panel.head.cancel.click()
    assert desktop.window.covered is None
    assert desktop.controller.project is None


def test_a_second_file_waits_for_the_first(desktop: Desktop, qtbot: QtBot) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    desktop.files.import_plan(resources.path(SAMPLE))
    assert "Hãy duyệt xong" in desktop.window.bar.text
    assert desktop.window.covered is panel


def test_a_second_file_waits_for_the_reading_too(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.files.import_plan(resources.path(SAMPLE))
    desktop.files.import_plan(resources.path("sample/ke-hoach-mau-6-cot.docx"))
    assert "Hãy chờ đọc xong" in desktop.window.bar.text
    desktop.covers.show_profile()
    assert desktop.window.covered is None
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, ReviewPanel))
    assert not desktop.runner.busy
    panel = desktop.window.covered
    assert isinstance(panel, ReviewPanel)
    assert panel.reading.source.name.endswith("7-cot.docx")
    gc.collect()
    panel.head.cancel.click()
    assert desktop.window.covered is None


def test_reading_that_was_stopped_hinders_nothing(desktop: Desktop, qtbot: QtBot) -> None:
    gate = threading.Event()
    desktop.runner.run("Việc trước", lambda progress: gate.wait(5), lambda _: None)
    desktop.files.import_plan(resources.path(SAMPLE))
    reading = desktop.covers.taking_in._task  # type: ignore[union-attr]
    assert reading is not None
    reading.cancel()
    gate.set()
    review_of(desktop, qtbot, resources.path(SAMPLE))


def test_another_file_waits_for_the_review(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, project: Project
) -> None:
    Project.create(tmp_path / "khac.cchc", desktop.paths).close()
    desktop.controller.show(project)
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    files = desktop.files
    waiting: tuple[Callable[[], object], ...] = (
        lambda: files.open_path(tmp_path / "khac.cchc"),
        files.close_action.trigger,
        files.sample_action.trigger,
        files.new_action.trigger,
        files.open_action.trigger,
        lambda: desktop.change_look("dark", 0),
    )
    for act in waiting:
        desktop.window.bar.hide()
        act()
        assert "Hãy duyệt xong" in desktop.window.bar.text
        assert desktop.window.bar.isVisible()
        assert desktop.controller.project is project
        assert desktop.window.covered is panel


def test_a_review_is_not_accepted_into_another_file(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, project: Project
) -> None:
    desktop.controller.show(project)
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    other = Project.create(tmp_path / "khac.cchc", desktop.paths)
    desktop.controller.show(other)  # nothing in the window does so now
    panel.head.accept.click()
    assert "hãy huỷ rồi nhập lại" in desktop.window.bar.text
    assert other.next_undo == ""


def test_closing_the_window_asks_where_repairs_would_be_lost(
    desktop: Desktop, qtbot: QtBot
) -> None:
    panel = review_of(desktop, qtbot, resources.path(SAMPLE))
    panel._turn([len(panel.reading.proposal.items) - 1], taken=False)
    desktop.window.close()
    assert desktop.window.isVisible()
    assert "1 chỗ đã sửa sẽ mất" in panel.head.words.text()
    panel.undo()
    assert "sẽ mất" not in panel.head.words.text()
    desktop.window.close()
    assert not desktop.window.isVisible()


def test_a_file_that_is_no_plan_is_refused_with_what_to_do(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "KH.docx"
    path.write_bytes(b"any")
    desktop.files.import_plan(path)
    qtbot.waitUntil(lambda: desktop.window.bar.text != "")
    assert desktop.window.covered is None


def test_a_project_open_to_look_at_takes_nothing_in(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    Project.create(tmp_path / "so.cchc", desktop.paths).close()
    desktop.controller.open(tmp_path / "so.cchc", read_only=True)
    desktop.files.import_plan(resources.path(SAMPLE))
    assert "mở lại để sửa" in desktop.window.bar.text


# Forms that came back


@pytest.fixture
def returned(project: Project, tmp_path: Path) -> list[Path]:
    """Two units' forms of the sample, each with an answer in its first row."""
    plan = project.plan(2027)
    assert plan is not None
    period = project.period(2027, "q1")
    forms = export_forms(project, plan, period, tmp_path / "phieu", date(2027, 2, 20))[:2]
    for form in forms:
        book = load_workbook(form.path)
        sheet = book.worksheets[0]
        head = next(row for row in sheet.iter_rows() if row[0].value == "STT")
        column = next(cell.column for cell in head if cell.value == "Kết quả thực hiện")
        first = next(
            row for row in range(head[0].row + 1, sheet.max_row) if sheet.cell(row, 2).value
        )
        sheet.cell(first, column).value = f"Đã xong phần của {form.unit.short}"
        book.save(form.path)
        book.close()
    return [form.path for form in forms]


def forms_of(desktop: Desktop, qtbot: QtBot, files: list[Path]) -> FormReview:
    desktop.files.import_asked.emit(files)
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, FormReview))
    review = desktop.window.covered
    assert isinstance(review, FormReview)
    return review


def test_forms_are_reviewed_and_written_in_one_step(
    desktop: Desktop, qtbot: QtBot, project: Project, returned: list[Path]
) -> None:
    desktop.controller.show(project)
    review = forms_of(desktop, qtbot, returned)
    assert project.results() == []
    offered = sum(item.taken for item in review.state.proposal.items)
    assert offered
    review.head.accept.click()
    assert desktop.window.covered is None
    said = {result.text for result in project.results()}
    assert said
    assert all(words.startswith("Đã xong phần của ") for words in said)
    period = project.period(2027, "q1")
    assert all(receipt.merged_on for receipt in project.receipts(period))
    desktop.controller.undo()
    assert project.results() == []
    assert project.receipts(period) == []


def test_one_form_is_known_from_a_plan(
    desktop: Desktop, qtbot: QtBot, project: Project, returned: list[Path]
) -> None:
    desktop.controller.show(project)
    review = forms_of(desktop, qtbot, returned[:1])
    assert [form.file for form in review.state.forms] == [returned[0].name]


def test_a_form_without_a_project_says_what_to_do(
    desktop: Desktop, qtbot: QtBot, project: Project, returned: list[Path]
) -> None:
    project.close()
    desktop.files.import_asked.emit(returned[:1])
    qtbot.waitUntil(lambda: "hãy mở tệp có kế hoạch" in desktop.window.bar.text)
    assert desktop.window.covered is None


def test_a_reminder_for_a_form_of_another_period(
    desktop: Desktop, qtbot: QtBot, project: Project, returned: list[Path], tmp_path: Path
) -> None:
    desktop.controller.show(project)
    plan = project.plan(2027)
    assert plan is not None
    later = project.period(2027, "h1")
    new = export_forms(project, plan, later, tmp_path / "sau", date(2027, 5, 20))
    review = forms_of(desktop, qtbot, [returned[0], new[0].path])
    review.forms.setCurrentIndex(review.forms.forms.index(0))
    review._remind.click()
    copied = QGuiApplication.clipboard().text()
    assert new[0].unit.name in copied
    assert "6 tháng đầu năm 2027" in copied
