"""Pasted sentences: read after a pause, marked, offered, taken in one step."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.citation import CitedText
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.project import Project
from ui.project_controller import ProjectController
from ui.register.marked_text import Look
from ui.register.paste import PastePanel
from ui.register.tab import RegisterTab
from ui.widgets.document_chooser import DocumentChooser

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = (
    "Sở đã ban hành Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về kiểm tra công vụ. Theo Báo cáo số "
    "41/BC-SNgV ngày 12/6/2027; căn cứ Nghị định số 09/2019/NĐ-CP ngày 24/01/2020. Sở cũng đã có "
    "văn bản gửi Sở Tư pháp."
)


@pytest.fixture
def panel(tab: RegisterTab) -> PastePanel:
    tab._show_paste_page()
    return tab.paste


def paste(panel: PastePanel, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(panel.text.settled):
        panel.text.paste()


def offered(panel: PastePanel) -> list[tuple[str, bool | None, str]]:
    return [
        (offer.title, offer.ticked, offer.badge.words if offer.badge else "")
        for offer in panel.list.offers.items
    ]


def test_the_list_is_a_model(qtmodeltester: ModelTester, panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT)
    qtmodeltester.check(panel.list.offers)


def test_only_new_documents_are_ticked(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT)
    assert offered(panel) == [
        ("31/KH-SNgV · 02/4/2027", True, "mới"),
        ("41/BC-SNgV · 12/6/2027", None, "đã có"),
        ("09/2019/NĐ-CP · 24/01/2020", False, "năm lệch"),
        ("“đã có văn bản gửi Sở Tư pháp”", None, "chưa có số"),
    ]
    assert panel.add.accessibleName() == "Thêm 1 văn bản"
    assert panel._found.text() == "Tìm thấy 3 văn bản, 1 chỗ thiếu số"


def test_what_was_found_is_marked_where_it_stands(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, "😀 " + TEXT)
    marked = [s.cursor.selectedText() for s in panel.text.extraSelections()]
    assert marked == [
        "Kế hoạch số 31/KH-SNgV ngày 02/4/2027",
        "Báo cáo số 41/BC-SNgV ngày 12/6/2027",
        "Nghị định số 09/2019/NĐ-CP ngày 24/01/2020",
        "đã có văn bản gửi Sở Tư pháp",
    ]
    looks = [mark.look for mark in panel.text._marks]
    assert looks == [Look.NEW, Look.KNOWN, Look.DOUBTFUL, Look.DOUBTFUL]
    assert panel.text.toPlainText() == "😀 " + TEXT, "the text itself is not touched"


def test_ticked_by_keyboard_and_taken_in_one_step(
    panel: PastePanel,
    qtbot: QtBot,
    controller: ProjectController,
    project: Project,
    tab: RegisterTab,
) -> None:
    paste(panel, qtbot, TEXT)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_End)
    QTest.keyClick(panel.list, Key.Key_Up)
    QTest.keyClick(panel.list, Key.Key_Space)
    assert panel.add.accessibleName() == "Thêm 2 văn bản"
    panel.text.setFocus()
    QTest.keyClick(panel.text, Key.Key_Return, Modifier.ControlModifier)
    assert len(project.documents()) == 6
    assert project.next_undo == "Thêm 2 văn bản"
    assert tab.table.current.document.code == "31/KH-SNgV"
    assert [badge for _, _, badge in offered(panel)[:3]] == ["đã có"] * 3
    assert not panel.add.isEnabled()
    controller.undo()
    assert len(project.documents()) == 4
    assert offered(panel)[0] == ("31/KH-SNgV · 02/4/2027", True, "mới")


def test_a_click_on_the_box_turns_it(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT)
    box = panel.list.visualRect(panel.list.offers.index(0)).topLeft()
    box.setX(box.x() + 14)
    box.setY(box.y() + 14)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert offered(panel)[0][1] is False
    assert not panel.add.isEnabled()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert offered(panel)[0][1] is True


def test_a_known_document_is_given_what_it_lacks(
    panel: PastePanel, qtbot: QtBot, project: Project
) -> None:
    paste(panel, qtbot, "Theo Quyết định số 15/2026/QĐ-UBND của UBND tỉnh; Báo cáo số 41/BC-SNgV.")
    assert [ticked for _, ticked, _ in offered(panel)] == [None, None]
    paste(panel, qtbot, " Kế hoạch số 05/KH-SNgV ngày 08/01/2027 về việc khác.")
    assert offered(panel)[-1][1] is None, "nothing that the clerk wrote is changed"


def test_typing_is_read_after_a_pause_only(panel: PastePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.text.settled):
        QTest.keyClicks(panel.text, "QD so 7/QD-UBND")
        assert panel._cited == CitedText((), ())
    assert panel._found.text() != ""


def test_a_paste_is_read_at_once_what_is_typed_after_it_later(
    panel: PastePanel, qtbot: QtBot, controller: ProjectController
) -> None:
    paste(panel, qtbot, TEXT)
    QTest.keyClick(panel.text, Key.Key_Home, Modifier.ControlModifier)
    with qtbot.assertNotEmitted(panel.text.settled, wait=100):
        QTest.keyClicks(panel.text, "Trong quy I ")
        QTest.keyClick(panel.text, Key.Key_A, Modifier.ControlModifier)
        QTest.keyClick(panel.text, Key.Key_Delete)
    panel.refresh()
    assert panel.text.extraSelections() == [], "the marks are those of another text"
    qtbot.waitUntil(lambda: offered(panel) == [])


def test_nothing_is_read_while_letters_are_composed(panel: PastePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.text, "a")
    QApplication.sendEvent(panel.text, QInputMethodEvent("ê", []))
    with qtbot.assertNotEmitted(panel.text.settled, wait=450):
        pass
    done = QInputMethodEvent("", [])
    done.setCommitString("ê")
    with qtbot.waitSignal(panel.text.settled):
        QApplication.sendEvent(panel.text, done)


def test_a_long_report_is_read_in_the_background(panel: PastePanel, qtbot: QtBot) -> None:
    report = "\n".join(TEXT.replace("31/KH", f"{n}/KH") for n in range(100, 160))
    paste(panel, qtbot, report)
    assert panel._reading is not None
    qtbot.waitUntil(lambda: panel._reading is None, timeout=20_000)
    assert sum(badge == "mới" for _, _, badge in offered(panel)) == 60


def test_a_text_that_is_cleared_meanwhile_offers_nothing(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT * 30)
    panel.clear()
    qtbot.waitUntil(lambda: not panel._runner.busy, timeout=20_000)
    assert offered(panel) == []
    assert panel.text.hasFocus()


def test_the_caret_in_a_mark_shows_its_document(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT)
    cursor = panel.text.textCursor()
    cursor.setPosition(TEXT.index("09/2019"))
    panel.text.setTextCursor(cursor)
    assert panel.list.currentIndex().row() == 2


def test_the_text_follows_the_list(panel: PastePanel, qtbot: QtBot) -> None:
    paste(panel, qtbot, TEXT)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.text.textCursor().position() == TEXT.index("Nghị định")
    assert panel.list.currentIndex().row() == 2


def test_enter_on_a_known_document_shows_it(
    panel: PastePanel, qtbot: QtBot, tab: RegisterTab
) -> None:
    tab.table.go_to(["d"])
    paste(panel, qtbot, TEXT)
    panel.list.choose("2")
    QTest.keyClick(panel.list, Key.Key_Return)
    assert tab.table.current.id == "a"


def test_words_without_a_number_get_one_from_the_register(
    panel: PastePanel, qtbot: QtBot, when_asked
) -> None:
    paste(panel, qtbot, TEXT)

    def answer(dialog: DocumentChooser) -> None:
        QTest.keyClicks(dialog.chooser.field, "96")
        QTest.keyClick(dialog.chooser.field, Key.Key_Return)

    when_asked(answer)
    panel._choose.click()
    assert "gửi Sở Tư pháp số 96/SNgV-VP ngày 20/5/2027." in panel.text.toPlainText()
    assert ("96/SNgV-VP · 20/5/2027", None, "đã có") in [
        (title, None, badge) for title, _, badge in offered(panel)
    ]
    panel.text.undo()
    assert panel.text.toPlainText() == TEXT


def test_files_and_looks_are_not_pasted_as_words(panel: PastePanel) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.docx")])
    assert not panel.text.canInsertFromMimeData(data)
    rich = QMimeData()
    rich.setHtml("<b>Kế hoạch</b>")
    rich.setText("Kế hoạch")
    panel.text.insertFromMimeData(rich)
    assert panel.text.toPlainText() == "Kế hoạch"


def test_a_file_to_be_read_only_takes_nothing(
    panel: PastePanel, qtbot: QtBot, project: Project, controller: ProjectController
) -> None:
    project.read_only = True
    controller.opened.emit()
    paste(panel, qtbot, TEXT)
    assert [ticked for _, ticked, _ in offered(panel)] == [None] * 4
    panel.accept()
    assert len(project.documents()) == 4


def test_documents_come_in_as_records(panel: PastePanel, qtbot: QtBot, project: Project) -> None:
    paste(panel, qtbot, TEXT)
    panel.accept()
    (new,) = [document for document in project.documents() if document.number == "31"]
    assert isinstance(new, RegisteredDocument)
    assert (new.kind, new.issued, new.title) == ("Kế hoạch", "2027-04-02", "kiểm tra công vụ")
