"""What was sent: frozen in one step, told in words, looked at; an old report taken in from Word."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_exporting import export_report
from tests.ui.report.conftest import report_of
from ui.project_controller import ProjectController
from ui.report.old_report_dialogs import MendDialog, OldReportDialog
from ui.report.outline import HEAD
from ui.report.sent_dialogs import FreezeDialog
from ui.report.tab import ReportTab
from ui.tasks import TaskRunner


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system is asked to show."""
    files: list[Path] = []

    def keep(url: QUrl) -> bool:
        files.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    return files


def asked_to_freeze(tab: ReportTab) -> FreezeDialog:
    tab.sent.freeze.trigger()
    dialog = tab.window().findChild(FreezeDialog)
    assert isinstance(dialog, FreezeDialog)
    return dialog


def fill(dialog: FreezeDialog, number: str, issued: str, sent_on: str) -> None:
    dialog.number.setText(number)
    dialog.issued.setText(issued)
    dialog.sent_on.setText(sent_on)


def test_a_report_is_frozen_with_its_file_and_taken_back(
    tab: ReportTab,
    project: Project,
    controller: ProjectController,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    assert not tab.sent.look.isEnabled()
    before = report_of(project)
    file = export_report(project, before, tmp_path / "Báo cáo quý III.docx").path
    dialog = asked_to_freeze(tab)
    assert dialog.sent_on.text() == "30/8/2027"
    fill(dialog, "412/BC-SNgV", "14/9", "15/9/2027")
    dialog.choose(file)
    dialog.accept()
    (sent,) = project.sent_reports()
    assert (sent.number, sent.issued, sent.sent_on) == ("412", "2027-09-14", "2027-09-15")
    assert report_of(project) == replace(before, number="412", issued="2027-09-14")
    words = f"Đã gửi: 412/{sent.symbol}, 15/9/2027"
    assert tab.status().endswith(words)
    assert tab.outline.lines.items[0].state == "đã gửi"
    tab.outline.choose(HEAD)
    assert words in [label.text() for label in tab.head.findChildren(QLabel)]
    tab.sent.look.trigger()
    assert opened[0].name == file.name
    assert opened[0].read_bytes() == file.read_bytes()
    controller.undo()
    assert report_of(project) == before
    assert "Đã gửi" not in tab.status()
    assert not tab.sent.look.isEnabled()


def test_what_cannot_be_frozen_stays_in_the_dialog(tab: ReportTab, project: Project) -> None:
    dialog = asked_to_freeze(tab)
    dialog.accept()
    assert "Chưa ghi đủ số" in dialog.bar.text
    assert "hãy ghi nốt, ngày ghi như 14/9/2027" in dialog.bar.text
    fill(dialog, "412", "14/9/2027", "13/9/2027")
    dialog.accept()
    assert "Ngày gửi trước ngày ký" in dialog.bar.text
    fill(dialog, "412", "31/9/2027", "15/9/2027")
    dialog.accept()
    assert "Không đọc được ngày" in dialog.bar.text
    assert project.sent_reports() == []
    dialog.reject()


def test_without_a_file_the_frozen_words_are_shown(
    tab: ReportTab, project: Project, controller: ProjectController, opened: list[Path]
) -> None:
    dialog = asked_to_freeze(tab)
    fill(dialog, "412", "14/9/2027", "15/9/2027")
    dialog.accept()
    controller.do(planning.edit, report_of(project).id, subject="Trích yếu khác")
    tab.sent.look.trigger()
    tab.sent.look.trigger()
    assert opened[0] == opened[1]
    said = [getattr(block, "text", "") for block in read_any_file(opened[0]).blocks]
    assert "Công tác cải cách hành chính quý III năm 2027" in said
    assert "Trích yếu khác" not in said


def old_report(folder: Path, title: str = "BÁO CÁO") -> Path:
    document = docx.Document()
    for line in (
        *("SỞ NGOẠI VỤ", "Số: 250/BC-SNgV", "An Đông, ngày 14 tháng 12 năm 2026", title),
        *("Công tác cải cách hành chính năm 2026", "Kính gửi: Sở Nội vụ", "I. Kết quả"),
        *("Đã làm xong./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Trần Văn Mẫu"),
    ):
        document.add_paragraph(line)
    path = folder / "bao-cao-cu.docx"
    document.save(path)
    return path


def read(qtbot: QtBot, tab: ReportTab, runner: TaskRunner, file: Path) -> None:
    with qtbot.waitSignal(runner.ended, timeout=10_000):
        tab.sent.read_old(file)
    qtbot.waitUntil(lambda: not runner.busy)


def test_an_old_report_is_read_and_taken_in_for_its_period(
    qtbot: QtBot,
    empty_tab: ReportTab,
    runner: TaskRunner,
    project: Project,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    tab = empty_tab
    read(qtbot, tab, runner, old_report(tmp_path))
    dialog = tab.window().findChild(OldReportDialog)
    assert isinstance(dialog, OldReportDialog)
    assert dialog.period.currentText() == "Báo cáo năm 2026"
    assert dialog.said.text() == "Đã đọc 1 đề mục, 1 đoạn; không có chỗ nào phải xem lại."
    assert (dialog.number.text(), dialog.symbol.text()) == ("250", "BC-SNgV")
    assert (dialog.place.text(), dialog.issued.text()) == ("An Đông", "14/12/2026")
    assert dialog.sent_on.text() == "14/12/2026"
    assert (dialog.authority.text(), dialog.signer.text()) == ("GIÁM ĐỐC", "Trần Văn Mẫu")
    dialog.period.setCurrentText("Báo cáo quý III năm 2027")
    assert "Trích yếu ghi năm khác" in dialog.doubts.text()
    dialog.number.setText("251/BC-SNgV")
    dialog.signer.setText("Lê Thị Thử")
    dialog.authority.setText("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    dialog.issued.setText("31/2")
    dialog.accept()
    assert "Không đọc được ngày" in dialog.bar.text
    QTest.keyClick(dialog.issued, Qt.Key.Key_Backspace)
    assert dialog.bar.isHidden()  # it is being put right
    dialog.issued.setText("14/12/2026")
    dialog.accept()
    (sent,) = project.sent_reports()
    assert (sent.period_id, sent.report_id, sent.number) == ("q3-2027", "", "251")
    assert tab.status().endswith("Đã gửi: 251/BC-SNgV, 14/12/2026")
    tab.sent.look.trigger()
    assert opened[0].name == "bao-cao-cu.docx"
    read(qtbot, tab, runner, old_report(tmp_path))
    again = tab.window().findChildren(OldReportDialog)[-1]
    again.period.setCurrentText("Báo cáo quý III năm 2027")
    assert "nhận thêm thì kỳ này có hai bản" in again.doubts.text()
    again.reject()
    assert sent.text.endswith("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Thử")


def test_what_was_taken_in_is_put_right_and_the_next_report_starts_from_it(
    qtbot: QtBot,
    empty_tab: ReportTab,
    runner: TaskRunner,
    project: Project,
    controller: ProjectController,
    tmp_path: Path,
) -> None:
    tab = empty_tab
    assert not tab.sent.mend.isEnabled()
    read(qtbot, tab, runner, old_report(tmp_path))
    dialog = tab.window().findChild(OldReportDialog)
    assert isinstance(dialog, OldReportDialog)
    dialog.accept()
    (before,) = project.sent_reports()
    tab.sent.mend.trigger()
    mending = tab.window().findChild(MendDialog)
    assert isinstance(mending, MendDialog)
    assert mending.period.currentText() == "Báo cáo năm 2026"
    mending.signer.setText("Lê Thị Thử")
    mending.subject.setText("Công tác cải cách hành chính 6 tháng đầu năm 2027")
    mending.period.setCurrentText("Báo cáo 6 tháng đầu năm 2027")
    mending.issued.setText("14/6/2027")
    mending.sent_on.setText("13/6")
    mending.accept()
    assert "Ngày gửi trước ngày ký" in mending.bar.text
    mending.sent_on.setText("15/6")
    mending.accept()
    (sent,) = project.sent_reports()
    assert (sent.period_id, sent.year, sent.sent_on) == ("h1-2027", 2027, "2027-06-15")
    assert (sent.id, sent.digest) == (before.id, before.digest)
    assert "Lê Thị Thử" in sent.text
    assert "Trần Văn Mẫu" not in sent.text
    assert "Đã làm xong." in sent.text
    controller.undo()
    assert project.sent_reports() == [before]
    controller.redo()
    tab.commands.draft.trigger()
    assert report_of(project).addressee == "Sở Nội vụ"
    assert tab.sent.mend.isEnabled()  # what the report starts from


def test_what_is_no_report_is_refused(
    qtbot: QtBot,
    empty_tab: ReportTab,
    runner: TaskRunner,
    controller: ProjectController,
    tmp_path: Path,
) -> None:
    with qtbot.waitSignal(controller.refused, timeout=10_000) as refusal:
        empty_tab.sent.read_old(old_report(tmp_path, "KẾ HOẠCH"))
    assert "không phải báo cáo" in refusal.args[0]
    assert empty_tab.window().findChild(OldReportDialog) is None
