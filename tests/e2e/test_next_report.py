"""From report to report: an old one taken in from Word, the next begun on it, sent and frozen, and
the one after that written by the command.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any Qt is imported

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from tests.e2e.test_report_story import close, opened, shown
from ui.report.old_report_dialogs import OldReportDialog
from ui.report.sent_dialogs import FreezeDialog

ASKED = "- Đề nghị UBND tỉnh bố trí kinh phí nâng cấp máy chủ."
OPENING = "Theo yêu cầu của Sở Nội vụ, Sở Ngoại vụ báo cáo công tác {} như sau:"
OLD = (
    *("UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "Số: 250/BC-SNgV", "Mẫu, ngày 12 tháng 6 năm 2027"),
    *("BÁO CÁO", "Công tác cải cách hành chính 6 tháng đầu năm 2027", "Kính gửi: Sở Nội vụ"),
    *(OPENING.format("6 tháng đầu năm 2027"), "I. Công tác chỉ đạo, điều hành"),
    *("- Đã ban hành kế hoạch.", "II. Kết quả đạt được", "1. Về thể chế", "- Đã rà soát."),
    *("2. Về kiểm soát thủ tục hành chính", "- Đã công bố 02 thủ tục."),
    *("III. Tồn tại, hạn chế", "- Thiếu biên chế.", "IV. Nhiệm vụ trọng tâm Quý III/2027"),
    *("- Sơ kết.", "V. Kiến nghị, đề xuất", ASKED, "Trên đây là Báo cáo của Sở./."),
    *("Nơi nhận:", "- Như trên;", "- Chánh Văn phòng;", "- Lưu: VT.", "KT. GIÁM ĐỐC"),
    *("PHÓ GIÁM ĐỐC", "Trần Văn Mẫu"),
)


def old_report(folder: Path) -> Path:
    document, path = docx.Document(), folder / "Báo cáo 6 tháng.docx"
    for line in OLD:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def words_of(path: Path) -> list[str]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts = [paragraph.text for paragraph in document.paragraphs]
    return [line.strip() for text in (*texts, *cells) for line in text.splitlines()]


def test_each_report_starts_from_the_one_before(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    paths: Paths,
    program: Callable[..., Any],
) -> None:
    path = tmp_path / "Sở Ngoại vụ.cchc"
    Project.create(path, paths, first=whole_sample()).close()
    desktop = opened(qtbot, qapp, paths, path)
    tab, project = shown(desktop), desktop.controller.project
    assert project is not None

    tab.sent.read_old(old_report(tmp_path))
    qtbot.waitUntil(lambda: desktop.window.findChild(OldReportDialog) is not None)
    desktop.window.findChild(OldReportDialog).accept()
    (taken_in,) = project.sent_reports()
    assert taken_in.period_id == "h1-2027"
    tab.commands.draft.trigger()
    titles = [heading.name for heading in tab.open.headings]
    assert "2. Về kiểm soát thủ tục hành chính" in titles
    assert "IV. Nhiệm vụ trọng tâm quý IV năm 2027" in titles
    tab.sent.freeze.trigger()
    dialog = desktop.window.findChild(FreezeDialog)
    dialog.number.setText("412")
    dialog.issued.setText("14/9")
    dialog.sent_on.setText("15/9")
    dialog.accept()
    assert [sent.period_id for sent in project.sent_reports()] == ["q3-2027", "h1-2027"]
    close(desktop)

    out = tmp_path / "Báo cáo năm.docx"
    program("export", "report", path, out, "--year", "2027", "--period", "year")
    written = words_of(out)
    assert OPENING.format("năm 2027") in written
    assert "Kính gửi: Sở Nội vụ." in written
    assert "V. Kiến nghị, đề xuất" in written
    assert ASKED in written
    assert "- Thiếu biên chế." in written
    assert "- Chánh Văn phòng;" in written
    assert "Trần Văn Mẫu" in written
    assert "- Đã công bố 02 thủ tục." not in written
