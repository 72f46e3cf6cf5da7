"""The form of a Word file checked in the window."""

from pathlib import Path

import docx
from pytestqt.qtbot import QtBot

import resources
from ui.app import Desktop
from ui.form_check.page import FormCheckPage
from ui.widgets.findings import FindingsPanel


def check(desktop: Desktop, qtbot: QtBot, path: Path) -> FindingsPanel:
    """The list once the check is through."""
    desktop.files.check_asked.emit(path)
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, FormCheckPage), timeout=20_000)
    page = desktop.window.covered
    assert page is not None
    return page.findChildren(FindingsPanel)[0]


def test_findings_name_part_and_rule(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    odd = docx.Document()
    odd.add_paragraph("KẾ HOẠCH")
    odd.save(str(tmp_path / "la.docx"))
    panel = check(desktop, qtbot, tmp_path / "la.docx")
    texts = [panel.model.index(n).data() for n in range(panel.model.rowCount())]
    assert texts
    assert all(": " in text for text in texts)


def test_lawful_file(desktop: Desktop, qtbot: QtBot) -> None:
    panel = check(desktop, qtbot, resources.path("sample/ke-hoach-mau-7-cot.docx"))
    assert panel.model.rowCount() == 0
    assert "Đúng thể thức" in panel._foot.text()


def test_no_word_file_is_refused(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "gia.docx").write_text("không phải Word")
    desktop.files.check_asked.emit(tmp_path / "gia.docx")
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    assert "gia.docx" in desktop.window.bar.text
    assert desktop.window.covered is None
