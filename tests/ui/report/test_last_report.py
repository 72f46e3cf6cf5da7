"""What the last report said, beside the one at work: seen, inserted, opened whole."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton

from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services import report_editing
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_standing import State
from cchc_desktop.services.reporting import report_of as report_in
from cchc_desktop.services.sent_reports import freeze
from tests.ui.report.conftest import choose, report_of, texts
from ui.project_controller import ProjectController
from ui.report.tab import ReportTab

SHORTAGE = "- Trong 6 tháng đầu năm 2027, Sở còn thiếu 01 biên chế."
SURVEY = "- Đã khảo sát 120 người, tổ chức; mức độ hài lòng đạt 96,5 %."
TITLE = "Báo cáo 6 tháng đầu năm 2027"


@pytest.fixture
def project(project: Project) -> Project:
    """The report of the half year was sent, with a difficulty in the clerk's own words."""
    period = project.period(2027, "h1")
    project.apply(begin_report(project, 2027, period))
    report = report_in(project, period)
    assert report is not None
    headings = project.report_headings(report)
    heading = next(h for h in headings if h.content == "difficulties")
    project.apply(report_editing.insert_paragraph(project, heading.id, SHORTAGE))
    project.apply(freeze(project, report, None, date(2027, 6, 15), "250", "2027-06-14"))
    return project


def labels(tab: ReportTab) -> list[str]:
    page = tab.sources.widget()
    return [label.text() for label in page.findChildren(QLabel)] if page is not None else []


def button(tab: ReportTab, words: str, at: str) -> QPushButton:
    """The button below the words of a source."""
    page = tab.sources.widget()
    assert page is not None
    shown = page.findChildren(QLabel)
    top = next(one for one in shown if one.text() == at)
    below = [b for b in page.findChildren(QPushButton) if b.text().startswith(words)]
    place = top.mapTo(page, top.rect().bottomLeft()).y()
    return min((b for b in below if b.mapTo(page, b.rect().topLeft()).y() >= place),
               key=lambda b: b.mapTo(page, b.rect().topLeft()).y())  # fmt: skip


def test_the_pane_shows_what_the_last_report_said_under_the_heading(tab: ReportTab) -> None:
    shown = labels(tab)
    assert "Kỳ trước viết ở mục này" in shown
    assert TITLE in shown
    assert "250/BC-SNgV · 14/6/2027" in shown
    assert SURVEY in shown
    choose(tab, "Cải cách tài chính công")
    assert "Không có gì ở mục này." not in labels(tab)
    choose(tab, "Kết quả thực hiện")  # it only heads others
    assert TITLE not in labels(tab)


def test_a_paragraph_of_the_last_report_is_inserted_and_taken_back(
    tab: ReportTab, project: Project, controller: ProjectController
) -> None:
    before = texts(tab)
    button(tab, "Chèn đoạn", SURVEY).click()
    assert texts(tab) == [before[0], SURVEY, *before[1:]]
    row = tab.text.current
    assert row is not None
    assert row.entry.text == SURVEY
    assert row.entry.state is State.CARRIED
    assert row.entry.paragraph is not None
    ((_, _, source),) = row.entry.paragraph.sources
    assert source == project.sent_reports()[0].id
    assert "Đã có ở mục này" in labels(tab)
    assert "tự viết" not in " ".join(labels(tab))
    controller.undo()
    assert texts(tab) == before


def test_words_that_went_on_are_the_clerks_once_they_are_edited(tab: ReportTab) -> None:
    choose(tab, "Khó khăn")
    row = next(row for row in tab.text.rows if row.editor.words == SHORTAGE)
    assert row.entry.state is State.CARRIED
    tab.text.go_to(row.entry.id, len(SHORTAGE) - 1)
    row.editor.insertPlainText(" làm công tác tổng hợp")
    tab.commit()
    assert row.entry.state is State.OWN


def test_the_last_report_is_opened_whole(tab: ReportTab, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def keep(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    button(tab, "Mở cả báo cáo", TITLE).click()
    said = [getattr(block, "text", "") for block in read_any_file(opened[0]).blocks]
    assert SHORTAGE in said
    choose(tab, "Khó khăn")
    row = next(row for row in tab.text.rows if row.editor.words == SHORTAGE)
    tab.text.go_to(row.entry.id, 5)
    tab.to_source.trigger()
    assert opened == [opened[0], opened[0]]


def test_the_outline_says_whether_there_is_a_kinh_gui(
    tab: ReportTab, project: Project, controller: ProjectController
) -> None:
    tab.edit_outline.setChecked(True)
    tick = tab.heading_form.addressed
    assert not tick.isChecked()
    tick.click()
    assert report_of(project).addressee_due
    assert project.next_undo == "Sửa Lựa chọn có Kính gửi"
    tab.open.refresh()
    tab._outline_pane.keep.trigger()
    assert [outline.addressee_due for outline in project.outlines()] == [True]
    tick.click()
    assert not report_of(project).addressed
    controller.undo()
    assert tick.isChecked()
