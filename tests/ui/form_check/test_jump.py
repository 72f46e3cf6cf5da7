"""From a finding in a document of our own to the place in the window where it is written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.shared import Pt
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.services import planning
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.exporting import export_plan
from cchc_desktop.services.project import Project
from cchc_desktop.services.reporting import report_of
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from ui.desktop import Desktop
from ui.form_check.page import FormCheckPage
from ui.plan.tab import PlanTab
from ui.profile.page import ProfilePage
from ui.report.tab import ReportTab
from ui.review.panel import ReviewPanel

Click = Callable[[QWidget, str], None]
PLAN, REPORT = 1, 4  # places of tabs


@pytest.fixture
def opened(desktop: Desktop, tmp_path: Path) -> Desktop:
    """With the whole sample open."""
    project = Project.create(tmp_path / "mau.cchc", desktop.paths, first=whole_sample())
    desktop.controller.show(project)
    desktop.window.activateWindow()
    return desktop


@pytest.fixture
def plan(opened: Desktop) -> Plan:
    found = opened.controller.plan
    assert found is not None
    return found


def project_of(desktop: Desktop) -> Project:
    assert desktop.controller.project is not None
    return desktop.controller.project


def shown(desktop: Desktop, qtbot: QtBot) -> FormCheckPage:
    """The page once the check is through."""
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, FormCheckPage), timeout=20_000)
    page = desktop.window.covered
    assert isinstance(page, FormCheckPage)
    return page


def changed(
    desktop: Desktop, folder: Path, edit: Callable[[WordFile], None] = lambda opened: None
) -> Path:
    """The plan's export, as somebody changed it in Word."""
    project, plan = project_of(desktop), desktop.controller.plan
    assert plan is not None
    file = export_plan(project, plan, folder / "KH.docx").path
    opened = docx.Document(str(file))
    edit(opened)
    opened.save(str(file))
    return file


def enter(page: FormCheckPage, rule: str) -> None:
    """Enter on the finding of a rule."""
    page.show_rule(rule)
    assert page.panel.current is not None
    assert page.panel.current.rule == rule
    page.panel.list.setFocus()
    QTest.keyClick(page.panel.list, Qt.Key.Key_Return)


def plan_tab(desktop: Desktop) -> PlanTab:
    tab = desktop.window.current_tab
    assert isinstance(tab, PlanTab)
    return tab


def test_places_of_a_finding_one_after_another(
    opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path, click: Click
) -> None:
    project = project_of(opened)
    section = next(s for s in project.sections(plan) if "b) " in s.body)
    task = [row for row in project.rows(plan) if isinstance(row, Task)][6]
    body = section.body.replace("b) ", "b) Là  một ", 1)
    opened.controller.do(planning.edit, section.id, body=body)
    opened.controller.do(planning.edit, task.id, text=f"Sau  đó {task.text}")
    opened.window.show_tab(0)
    opened.covers.check_form(changed(opened, tmp_path))
    page = shown(opened, qtbot)
    assert f"Kế hoạch năm {plan.year} trong tệp đang mở" in page._against.text()
    assert page.detail.jump_button.isVisible()
    assert page.detail._rows["Cách sửa"][1].text() == (
        "Sửa tại chỗ trong chương trình rồi xuất lại, hoặc bấm “Sửa giúp”"
    )

    enter(page, "text.blanks")

    tab = plan_tab(opened)
    field = tab.narrative._fields["body"]
    assert field.textCursor().selectedText() == body.splitlines()[1]
    assert field.hasFocus()
    assert opened.window.covered is None
    assert "Dấu cách thừa" in opened.window.bar.text
    assert "Xuất lại" not in opened.window.bar.text

    click(opened.window.bar, "Chỗ sau (2/2)")

    assert plan_tab(opened).grid.current_record == project.record(task.id)
    assert tab.grid.hasFocus()
    click(opened.window.bar, "Về trang kiểm tra")
    page = shown(opened, qtbot)  # of the file, which still has both
    assert page.panel.current is not None
    assert page.panel.current.rule == "text.blanks"


def test_a_plan_is_checked_without_a_file(
    opened: Desktop, plan: Plan, qtbot: QtBot, click: Click
) -> None:
    opened.controller.do(planning.edit, plan.id, recipients="Sở Nội vụ")
    opened.window.show_tab(PLAN)
    plan_tab(opened).check_form.trigger()
    page = shown(opened, qtbot)
    assert not page.repair_button.isVisible()
    assert page.detail._rows["Cách sửa"][1].text() == "Sửa tại chỗ trong chương trình"

    page.detail.jump_button.click()

    field = plan_tab(opened).narrative.head._fields["recipients"]
    assert field.hasFocus()
    field.selectAll()
    field.insertPlainText("Sở Nội vụ\nLưu: VT, VP")
    click(opened.window.bar, "Về trang kiểm tra")  # what was typed is written first
    page = shown(opened, qtbot)
    assert page.panel.model.rowCount() == 0
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert opened.window.covered is None


def test_a_report_is_checked_without_a_file(opened: Desktop, qtbot: QtBot) -> None:
    project, controller = project_of(opened), opened.controller
    period = project.period(2027, "q3")
    controller.do(begin_report, 2027, period)
    report = report_of(project, period)
    assert report is not None
    paragraph = next(p for p in project.report_paragraphs(report) if p.text.count(" ") > 3)
    wide = paragraph.text.replace(" ", "  ").replace("-  ", "- ")
    controller.do(planning.edit, paragraph.id, text=wide)
    controller.do(planning.edit, report.id, recipients="Sở Nội vụ")
    opened.window.show_tab(REPORT)
    tab = opened.window.current_tab
    assert isinstance(tab, ReportTab)
    tab.open.choose(period.id)
    tab.check_form.trigger()
    page = shown(opened, qtbot)
    assert page._against.text().startswith("Báo cáo quý III năm 2027 trong tệp đang mở")
    enter(page, "text.blanks")
    assert opened.window.current_tab is tab
    assert tab.text.current is not None
    assert tab.text.current.entry.id == paragraph.id
    tab.check_form.trigger()
    enter(shown(opened, qtbot), "recipient.archive")
    assert tab.head._fields["recipients"].hasFocus()


def test_a_place_in_the_profile(opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path) -> None:
    def edit(opened: WordFile) -> None:
        for row in opened.tables[0].rows:
            for cell in row.cells:
                for one in cell.paragraphs:
                    if one.text == "SỞ NGOẠI VỤ":
                        one.runs[0].font.size = Pt(20)

    opened.covers.check_form(changed(opened, tmp_path, edit))
    page = shown(opened, qtbot)
    page.show_rule("agency.size")
    cure = page.detail._rows["Cách sửa"][1].text()
    assert cure == "Xuất lại từ chương trình thì đúng thể thức, hoặc bấm “Sửa giúp”"
    enter(page, "agency.size")
    profile = opened.window.covered
    assert isinstance(profile, ProfilePage)
    view = profile.views[0]
    assert view.current_id == getattr(project_of(opened).agency(plan.year), "id", "")
    assert view.shown.columns[view.table.currentIndex().column()].field == "name"
    assert view.table.hasFocus()
    assert opened.window.bar.text.endswith("Xuất lại từ chương trình thì đúng thể thức.")


def test_the_year_of_the_plan_is_shown(
    opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.controller.do(planning.edit, plan.id, recipients="Sở Nội vụ")
    file = changed(opened, tmp_path)
    opened.controller.do(planning.new_plan, 2028)
    opened.controller.choose_year(2028)
    opened.covers.check_form(file)
    enter(shown(opened, qtbot), "recipient.archive")
    assert opened.controller.year == plan.year
    assert plan_tab(opened).narrative.head._fields["recipients"].hasFocus()


def test_a_place_that_is_gone(opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path) -> None:
    task = next(row for row in project_of(opened).rows(plan) if isinstance(row, Task))
    opened.controller.do(planning.edit, task.id, text="Rà  soát")
    file = changed(opened, tmp_path)
    opened.covers.check_form(file)
    page = shown(opened, qtbot)
    opened.controller.undo()
    opened.controller.do(planning.delete, [task.id])
    enter(page, "text.blanks")
    assert "không còn" in opened.window.bar.text
    assert opened.window.covered is page


def test_the_file_of_another_project_offers_no_jump(
    opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path, paths: Paths
) -> None:
    opened.controller.do(planning.edit, plan.id, recipients="Sở Nội vụ")
    file = changed(opened, tmp_path)
    other = Project.create(tmp_path / "khac.cchc", paths, first=whole_sample())
    opened.controller.show(other)
    opened.covers.check_form(file)
    page = shown(opened, qtbot)
    assert "một tệp CCHC khác" in page._against.text()
    enter(page, "recipient.archive")
    assert opened.window.covered is page
    assert not page.detail.jump_button.isVisible()
    assert page.detail._rows["Cách sửa"][1].text() == "Người soạn tự sửa trong Word"


def test_the_mended_copy_has_its_places_too(
    opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.controller.do(planning.edit, plan.id, recipients="Sở Nội vụ")

    def edit(opened: WordFile) -> None:
        opened.sections[0].left_margin = Pt(20)

    file = changed(opened, tmp_path, edit)
    opened.covers.check_form(file)
    page = shown(opened, qtbot)
    page.repair_button.click()
    qtbot.waitUntil(lambda: page.path != file, timeout=20_000)
    enter(page, "recipient.archive")
    (back,) = (
        one
        for one in opened.window.bar.findChildren(QPushButton)
        if one.text() == "Về trang kiểm tra"
    )
    back.click()
    assert shown(opened, qtbot).path == tmp_path / "KH_da-sua.docx"
    assert QApplication.activeModalWidget() is None


def test_the_plans_own_file_that_is_dropped_is_offered_a_check(
    opened: Desktop, plan: Plan, qtbot: QtBot, tmp_path: Path, click: Click
) -> None:
    file = changed(opened, tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    opened.files.take_dropped(data)
    qtbot.waitUntil(opened.window.bar.isVisible, timeout=20_000)
    assert "được xuất từ chính tệp dữ liệu đang mở" in opened.window.bar.text
    click(opened.window.bar, "Kiểm tra thể thức")
    page = shown(opened, qtbot)
    assert page.check.of == plan
    opened.window.cover(None)
    opened.files.take_dropped(data)
    qtbot.waitUntil(opened.window.bar.isVisible, timeout=20_000)
    click(opened.window.bar, "Vẫn nhập")
    qtbot.waitUntil(lambda: isinstance(opened.window.covered, ReviewPanel), timeout=20_000)


def test_what_is_typed_and_refused_is_put_right_before_a_check(opened: Desktop, plan: Plan) -> None:
    controller = opened.controller

    def refuse(project: Project) -> Change:
        raise RefusedChange("Không đọc được ngày; hãy ghi lại.")

    controller.settling.connect(partial(controller.do, refuse))
    opened.covers.check_form(plan)
    assert not opened.runner.busy
    assert opened.window.bar.text == "Không đọc được ngày; hãy ghi lại."
