"""The scene of the tab Báo cáo: the report of a third quarter, some of it edited, some of its
sources changed since. All names are invented.
"""

import sqlite3
from dataclasses import replace
from datetime import date

from PySide6.QtTest import QTest

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.plan import Task, new_id
from cchc_desktop.domain.report import Content, ReportParagraph
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import report_editing, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.figures import write_figure
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_exporting import export_report
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.services.sent_reports import freeze
from docs.pictures.stage import Stage
from ui.report.inserting import InsertDialog
from ui.report.old_report_dialogs import OldReportDialog
from ui.report.outline import FIGURES, HEAD
from ui.report.sent_dialogs import FreezeDialog
from ui.report.tab import ReportTab

_FILE, _HEADING = "Ngoai-vu-bao-cao.cchc", "Cải cách thủ tục"
_LOGGED = "2027-08-30T09:12:00"
_OWN = "- Sở đã có văn bản gửi UBND tỉnh xin ý kiến về mã tra cứu trên giấy hẹn."
_EDITED = "- Theo dõi hồ sơ sắp đến hạn hằng ngày; xin lỗi bằng văn bản khi để quá hạn."
_SHORTAGE = "- Trong 6 tháng đầu năm 2027, Sở còn thiếu 01 biên chế làm công tác tổng hợp."
_FIGURES = {"1.1": "41", "1.2": "30", "1.8": "14", "1.9": "14"}


def report(stage: Stage, place: int) -> None:
    """A report begun, its text with what has changed, its check, figures, outline and pages."""
    desktop = stage.desktop
    before = desktop.controller.project
    assert before is not None
    path = stage.folder / _FILE
    with Project.create(path, desktop.paths, first=whole_sample()) as project:
        _send_half_year(project)
    desktop.files.open_path(path)
    desktop.window.show_tab(place)
    tab = desktop.window.tab(place)
    assert isinstance(tab, ReportTab)
    tab.home.setFocus()
    stage.settle()
    stage.shoot("80-bao-cao-chua-soan")
    tab.commands.draft.trigger()
    _work_on(stage, tab)
    _text(stage, tab)
    _pages(stage, tab)
    desktop.files.open_path(before.path)
    desktop.window.show_tab(0)
    stage.settle()


def _send_half_year(project: Project) -> None:
    """The report before it, with a difficulty in the clerk's own words, was sent."""
    period = project.period(2027, "h1")
    project.apply(begin_report(project, 2027, period))
    made = reporting.report_of(project, period)
    assert made is not None
    headings = project.report_headings(made)
    heading = next(one for one in headings if one.content == Content.DIFFICULTIES)
    project.apply(report_editing.insert_paragraph(project, heading.id, _SHORTAGE))
    project.apply(freeze(project, made, None, date(2027, 6, 15), "250", "2027-06-14"))


def _work_on(stage: Stage, tab: ReportTab) -> None:
    """What a clerk does in some days, all of it logged on the same."""
    controller = stage.desktop.controller
    project = controller.project
    assert project is not None
    made = tab.open.report
    assert made is not None
    under = {h.title[:16]: (h, ps) for h, ps in reporting.in_order(project, made)}
    heading, drafted = under[_HEADING]
    _, ahead = under["Phương hướng, nh"]
    tab.outline.choose(heading.id)
    controller.do(report_editing.insert_paragraph, heading.id, _OWN)
    controller.do(report_editing.move_paragraphs, [p.id for p in ahead[4:8]], heading.id)
    controller.do(report_editing.edit_paragraph, ahead[5].id, _EDITED)
    for code, value in _FIGURES.items():
        period = project.period(2027, "q3")
        controller.do(write_figure, f"indicator-{code}", period, value)
    _say_otherwise(stage, project, drafted[0])
    with sqlite3.connect(project.path) as file:
        file.execute("UPDATE change_log SET at = ?", (_LOGGED,))
    file.close()
    tab.outline.step(1)  # the days beside the paragraphs are read anew
    tab.outline.choose(heading.id)
    stage.until(lambda: any(found.rule == "no-number" for found in tab.open.findings))
    stage.desktop.window.toast.hide()
    stage.until(lambda: _checked(tab))
    tab.outline.step(1)
    tab.outline.step(-1)  # shown anew, with the days of the log


def _checked(tab: ReportTab) -> bool:
    """Whether what the check finds in the clerk's own words is there."""
    return any(row.entry.marks for row in tab.text.rows)


def _say_otherwise(stage: Stage, project: Project, paragraph: ReportParagraph) -> None:
    """The units correct what they said, and add to it."""
    said = project.record(paragraph.sources[0][2])
    assert isinstance(said, Result)
    text = said.text.replace("09", "11").replace("03 thủ", "04 thủ")
    tasks = [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]
    surveyed = next(task for task in tasks if task.text.startswith("Khảo sát"))
    new = Result(
        new_id(),
        surveyed.id,
        said.period_id,
        text="Đã khảo sát 120 người dân, tổ chức; 98 % hài lòng",
        state=State.DONE,
        said_by="Văn phòng",
        said_on="2027-08-20",
    )
    edits = (Edit(said, replace(said, text=text)), Edit(None, new))
    stage.desktop.controller.apply(Change("Ghi kết quả", edits))


def _text(stage: Stage, tab: ReportTab) -> None:
    rows = tab.text.rows
    tab.text.go_to(rows[0].entry.id)
    stage.settle()
    stage.shoot("81-bao-cao")
    edited = next(row for row in rows if row.entry.text == _EDITED)
    tab.text.go_to(edited.entry.id)
    tab.commands.compare.trigger()
    stage.settle()
    stage.shoot("82-bao-cao-xem-canh-nhau")
    tab.commands.compare.trigger()
    tab.commands.cite.trigger()
    dialog = stage.desktop.window.findChild(InsertDialog)
    stage.shoot_before(dialog, "83-bao-cao-chen-trich-dan")
    QTest.qWait(50)
    tab.pane.turn_to(1)
    tab.findings.list.setFocus()
    stage.settle()
    stage.shoot("84-bao-cao-kiem-tra")
    tab.pane.turn_to(0)


def _before(stage: Stage, tab: ReportTab) -> None:
    """What the last report said, and what went on from it."""
    of = Content.DIFFICULTIES
    tab.outline.choose(next(h.heading.id for h in tab.open.headings if h.heading.content == of))
    tab.text.go_to(tab.text.rows[-1].entry.id)
    pane = tab.sources.isVisible()
    tab.pane.turn_to(0)
    stage.settle()
    stage.shoot("8a-bao-cao-ky-truoc")
    tab.pane.turn_to(0 if pane else None)
    project = stage.desktop.controller.project
    assert project is not None
    made = reporting.report_of(project, project.period(2027, "h1"))
    assert made is not None
    file = export_report(project, made, stage.folder / "Bao-cao-6-thang.docx").path
    tab.sent.read_old(file)
    window = stage.desktop.window
    stage.until(lambda: window.findChild(OldReportDialog) is not None)
    stage.shoot_before(window.findChild(OldReportDialog), "8b-bao-cao-nhan-bao-cao-cu")
    QTest.qWait(50)


def _pages(stage: Stage, tab: ReportTab) -> None:
    chosen = tab.outline.current_id
    tab.outline.choose(FIGURES)
    tab.figures.go_to("indicator-1.2")
    stage.settle()
    stage.shoot("85-bao-cao-so-lieu")
    tab.outline.choose(HEAD)
    stage.settle()
    stage.shoot("86-bao-cao-thong-tin")
    tab.outline.choose(chosen)
    tab.edit_outline.setChecked(True)
    stage.settle()
    stage.shoot("87-bao-cao-de-cuong")
    tab.edit_outline.setChecked(False)
    tab.preview_shown.setChecked(True)
    stage.settle()
    stage.shoot("88-bao-cao-xem-truoc")
    tab.preview_shown.setChecked(False)
    _before(stage, tab)
    tab.sent.freeze.trigger()
    stage.shoot_before(stage.desktop.window.findChild(FreezeDialog), "89-bao-cao-chot-ban-gui")
