"""The form of a Word file checked in the window, and mended in a copy."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import resources
from cchc_desktop.documents.checker import check_file
from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.domain.finding import Finding
from cchc_desktop.services.form_checking import FormCheck
from ui.desktop import Desktop
from ui.form_check.detail import FindingDetail
from ui.form_check.example import example_of
from ui.form_check.page import FormCheckPage
from ui.theme import Theme
from ui.widgets.finding_lines import Heading

TEXT = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Ngoại vụ báo cáo kết quả như sau."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with errors of several parts, that is no plan."""
    odd = docx.Document()
    odd.styles["Normal"].font.name, odd.styles["Normal"].font.size = "Arial", Pt(12)
    odd.add_paragraph("BÁO CÁO")
    odd.add_paragraph("Kết quả công tác tháng 5")
    odd.add_paragraph(TEXT)
    path = tmp_path / "bao-cao.docx"
    odd.save(str(path))
    return path


def check(desktop: Desktop, qtbot: QtBot, path: Path) -> FormCheckPage:
    """The page once the check is through."""
    desktop.files.check_asked.emit(path)
    return shown(desktop, qtbot)


def shown(desktop: Desktop, qtbot: QtBot) -> FormCheckPage:
    qtbot.waitUntil(lambda: isinstance(desktop.window.covered, FormCheckPage), timeout=20_000)
    page = desktop.window.covered
    assert isinstance(page, FormCheckPage)
    return page


def test_findings_stand_under_their_parts(
    desktop: Desktop, qtbot: QtBot, report: Path, qtmodeltester: ModelTester
) -> None:
    panel = check(desktop, qtbot, report).panel
    qtmodeltester.check(panel.model)
    items = panel.model.items
    assert isinstance(items[0], Heading)
    groups = [item.words for item in items if isinstance(item, Heading)]
    assert len(groups) == len(set(groups)) > 3
    assert groups == sorted(groups, key=list(nd30().groups).index)
    found = [item for item in items if not isinstance(item, Heading)]
    assert [finding.rule for finding in found] == [one.rule for one in check_file(report)]
    assert panel.model.index(1).data().startswith(found[0].title)


def test_keys_pass_the_headings(desktop: Desktop, qtbot: QtBot, report: Path) -> None:
    panel = check(desktop, qtbot, report).panel
    rows = panel.model.finding_rows()
    seen = []
    for _ in rows:
        seen.append(panel.list.currentIndex().row())
        panel.go(1)
    assert sorted(seen) == rows
    assert panel.list.currentIndex().row() == seen[0]


def test_the_chosen_finding_is_explained(desktop: Desktop, qtbot: QtBot, report: Path) -> None:
    page = check(desktop, qtbot, report)
    row = next(
        row for row in page.panel.model.finding_rows()
        if page.panel.model.items[row].rule == "body.size"
    )  # fmt: skip
    page.panel.list.setCurrentIndex(page.panel.model.index(row))
    words = {name: pair[1].text() for name, pair in page.detail._rows.items()}
    assert words["Đang là"] == "cỡ chữ 12"
    assert words["Phải là"] == "cỡ chữ 13–14"
    assert words["Căn cứ"].startswith("Phụ lục I, Phần I, Mục II, khoản 6.e, Nghị định 30")
    assert TEXT[:20] in words["Vị trí"]
    assert "Sửa giúp" in words["Cách sửa"]
    shot = page.detail.picture.grab().toImage()
    assert any(
        shot.pixelColor(x, shot.height() // 2).name() == "#0b5cad" for x in range(shot.width())
    )


def test_a_finding_is_told_whole_in_large_letters_on_a_small_screen(qtbot: QtBot) -> None:
    theme = Theme(scale=175)
    detail = FindingDetail(theme)
    qtbot.addWidget(detail)
    detail.setStyleSheet(theme.style_sheet())
    detail.resize(780, 400)
    where = "; ".join(f"Đoạn {n}: “Thực hiện chỉ đạo của Ủy ban”" for n in range(8))
    finding = Finding("body.size", where, "cỡ chữ 12", "cỡ chữ 13–14", title="Thân bài")
    detail.show_finding(finding, FormCheck((finding,)), in_file=True)
    with qtbot.waitExposed(detail):
        detail.show()
    said = detail._rows["Vị trí"][1]
    assert said.height() >= said.heightForWidth(said.width())
    assert detail.minimumSizeHint().height() < 400


def test_every_rule_has_an_example(qapp: object) -> None:
    rules = nd30()
    for key in (*rules.rules, *(f"{element}.size" for element in rules.elements)):
        example = example_of(key)
        assert example is not None, key
        sheet = example.page
        assert 0 < example.frame.left() < example.frame.right() < sheet.width
        assert 0 < example.frame.top() < example.frame.bottom() < sheet.height


def test_lawful_file(desktop: Desktop, qtbot: QtBot) -> None:
    page = check(desktop, qtbot, resources.path("sample/ke-hoach-mau-7-cot.docx"))
    assert page.panel.model.rowCount() == 0
    assert "Đúng thể thức" in page.panel._foot.text()
    assert not page.panel.isVisible()
    assert not page.repair_button.isVisible()


def test_a_copy_is_mended_and_shown(
    desktop: Desktop, qtbot: QtBot, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = check(desktop, qtbot, report)
    before = report.read_bytes()
    mendable = sum(finding.mendable for finding in check_file(report))
    assert page.repair_button.text() == f" Sửa giúp {mendable} chỗ"
    page.repair_button.click()
    assert not page.repair_button.isEnabled()
    copy = report.with_name("bao-cao_da-sua.docx")
    qtbot.waitUntil(lambda: page.path == copy, timeout=20_000)
    assert report.read_bytes() == before
    left = check_file(copy)
    assert left
    assert not any(finding.mendable for finding in left)
    assert len(page.panel.model.finding_rows()) == len(left)
    assert page._done.isVisible()
    assert f"Đã sửa {mendable} chỗ trong bản sao {copy.name}" in page._done.words.text()
    assert not page.repair_button.isVisible()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for one in page._done.findChildren(QPushButton):
        one.click()
    assert [url.toLocalFile() for url in opened] == [str(copy), str(copy.parent)]


def test_another_place_is_offered_where_the_copy_cannot_be_written(
    desktop: Desktop, qtbot: QtBot, report: Path, choose_file: Callable[[Path], None]
) -> None:
    page = check(desktop, qtbot, report)
    (report.parent / ".~lock.bao-cao_da-sua.docx#").touch()
    page.repair_button.click()
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    (offer,) = (
        one
        for one in desktop.window.bar.findChildren(QPushButton)
        if one.text() == "Lưu vào nơi khác…"
    )
    target = report.with_name("noi-khac.docx")
    choose_file(target)
    offer.click()
    qtbot.waitUntil(lambda: page.path == target, timeout=20_000)
    assert target.is_file()


def test_a_file_that_went_away(desktop: Desktop, qtbot: QtBot, report: Path) -> None:
    page = check(desktop, qtbot, report)
    report.unlink()
    page.repair_button.click()
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    assert "bao-cao.docx" in desktop.window.bar.text
    assert page.repair_button.isEnabled()


def test_no_word_file_is_refused(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "gia.docx").write_text("không phải Word")
    desktop.files.check_asked.emit(tmp_path / "gia.docx")
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    assert "gia.docx" in desktop.window.bar.text
    assert desktop.window.covered is None


def test_a_dropped_file_that_is_no_plan_is_offered_a_check(
    desktop: Desktop, qtbot: QtBot, report: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    desktop.files.take_dropped(data)
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    (offer,) = (
        one
        for one in desktop.window.bar.findChildren(QPushButton)
        if one.text() == "Kiểm tra thể thức"
    )
    offer.click()
    assert shown(desktop, qtbot).path == report


def test_a_broken_file_is_not_offered_a_check(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "gia.docx").write_text("không phải Word")
    desktop.files.import_plan(tmp_path / "gia.docx")
    qtbot.waitUntil(desktop.window.bar.isVisible, timeout=20_000)
    texts = [one.text() for one in desktop.window.bar.findChildren(QPushButton)]
    assert "Kiểm tra thể thức" not in texts
