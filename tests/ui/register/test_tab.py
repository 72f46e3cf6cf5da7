"""The tab Văn bản: listed, searched, edited, files attached, all by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDesktopServices,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import added
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.register_list import BY_KIND, TO_SEE_TO
from cchc_desktop.domain.report import SentReport
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.register.citing import CitingDialog
from ui.register.tab import RegisterTab

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WhenAsked = Callable[[Callable[[Any], object]], None]


def shown(tab: RegisterTab) -> str:
    return "".join(entry.id for entry in tab.model.rows)


def document(project: Project, key: str) -> RegisteredDocument:
    record = project.record(key)
    assert isinstance(record, RegisteredDocument)
    return record


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


# Listed and found


def test_newest_first_with_counts(tab: RegisterTab) -> None:
    assert shown(tab) == "abcd"
    assert tab.status().startswith("4 văn bản · đang chọn 1")
    assert "Thả tệp Word, PDF" in tab.status()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chưa có tệp", "abc"),
        ("Chưa dẫn ở đâu", "abc"),
        ("Trùng số", ""),
        ("Năm không khớp", "c"),
        ("Kế hoạch", "d"),
        ("Khác", ""),
    ],
)
def test_folders(tab: RegisterTab, title: str, expected: str) -> None:
    tab.folders.choose(next(f for f in (*TO_SEE_TO, *BY_KIND) if f.title == title))
    assert shown(tab) == expected


def test_search_as_it_is_typed(tab: RegisterTab, qtbot: QtBot) -> None:
    press(tab.table, Key.Key_F, Modifier.ControlModifier)
    assert tab.toolbar.field.hasFocus()
    QTest.keyClicks(tab.toolbar.field, "5 khsngv")
    qtbot.waitUntil(lambda: shown(tab) == "d")
    assert tab.status().startswith("1 / 4 văn bản")
    press(tab.toolbar.field, Key.Key_Return)
    assert tab.table.hasFocus()
    press(tab.table, Key.Key_F, Modifier.ControlModifier)
    press(tab.toolbar.field, Key.Key_Escape)
    assert shown(tab) == "abcd"


def test_the_search_is_ready_before_anybody_asks(tab: RegisterTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.listing.settled)
    assert set(tab.listing._view._search._folded) == set("abcd")


def test_nothing_found_has_a_way_back(
    tab: RegisterTab, click: Callable[[QWidget, str], None]
) -> None:
    tab.filtering.search("khong co")
    assert tab.home is not tab.table
    click(tab, "Xem tất cả")
    assert shown(tab) == "abcd"
    assert tab.table.hasFocus()


def test_sorting_keeps_the_current_document(tab: RegisterTab) -> None:
    tab.table.go_to(["d"])
    tab.table.sort_by("code")
    assert shown(tab) == "dcab"
    assert tab.table.current.id == "d"
    tab.table.sort_by("code")
    assert shown(tab) == "bacd"


def test_jump_to_a_document_that_was_left_out(tab: RegisterTab) -> None:
    tab.filtering.search("quy che")
    assert tab.jump_to(Place("d", "file"))
    assert (tab.table.current.id, tab.table.current_column) == ("d", "file")
    assert tab.toolbar.field.text() == ""
    assert not tab.jump_to(Place("không có"))


def test_an_empty_register_says_how_to_fill_it(
    empty_tab: RegisterTab, click: Callable[[QWidget, str], None]
) -> None:
    tab = empty_tab
    click(tab, "Dán câu, lấy văn bản  F7")
    assert tab.paste.text.hasFocus()
    click(tab, "Thêm văn bản  Ctrl+Enter")
    assert len(tab.model.rows) == 1


def test_another_year_and_a_file_without_a_plan(
    tab: RegisterTab, controller: ProjectController
) -> None:
    controller.choose_year(2031)
    assert shown(tab) == "abcd", "the register is of all years"
    controller.show(None)
    assert shown(tab) == ""
    assert tab.details._entry is None


# Edited


def test_f2_edits_the_field_of_the_column(tab: RegisterTab, project: Project) -> None:
    tab.table.go_to(["b"], "title")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["title"]
    assert field.hasFocus()
    QTest.keyClicks(field, "Gui  ket qua quy")
    press(field, Key.Key_Return)
    assert document(project, "b").title == "Gui ket qua quy"
    assert field.words == "Gui ket qua quy"
    assert tab.details._fields["issuer"].hasFocus(), "Enter goes on"


def test_number_and_symbol_are_typed_as_one(tab: RegisterTab, project: Project) -> None:
    tab.table.go_to(["b"], "code")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["code"]
    QTest.keyClicks(field, "97/SNgV-VP")
    press(field, Key.Key_Tab)
    assert (document(project, "b").number, document(project, "b").symbol) == ("97", "SNgV-VP")
    tab._controller.undo()
    assert document(project, "b").code == "96/SNgV-VP"
    assert field.words == "96/SNgV-VP"


def test_what_is_refused_stays_where_it_was_typed(
    tab: RegisterTab, controller: ProjectController, project: Project, qtbot: QtBot
) -> None:
    tab.table.go_to(["b"], "issued")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["issued"]
    QTest.keyClicks(field, "32/13/2027")
    with qtbot.waitSignal(controller.refused) as refused:
        press(field, Key.Key_Return)
    assert "hãy ghi như" in refused.args[0]
    assert field.words == "32/13/2027"
    tab.table.go_to(["d"])
    qtbot.waitUntil(lambda: tab.table.current.id == "b")
    assert field.words == "32/13/2027", "the document that it was typed for is shown again"
    press(field, Key.Key_Escape)
    assert field.words == "20/5/2027"
    tab.table.go_to(["d"])
    assert tab.details._entry.id == "d"


def test_a_document_that_moves_while_it_is_edited_stays_current(
    tab: RegisterTab, project: Project
) -> None:
    tab.table.go_to(["d"], "issued")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["issued"]
    QTest.keyClicks(field, "1/12/2027")
    press(field, Key.Key_Return)
    assert shown(tab) == "dabc"
    assert tab.table.current.id == "d"
    assert field.words == "01/12/2027"


def test_the_caret_stays_where_one_types_while_the_row_moves(
    tab: RegisterTab, controller: ProjectController
) -> None:
    tab.table.go_to(["d"], "title")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["title"]
    press(field, Key.Key_Home)
    QTest.keyClicks(field, "abc ")
    controller.do(registering.edit_document, "d", issued="1/12/2027")
    assert shown(tab) == "dabc"
    assert field.words == "abc Cải cách hành chính", "not written yet, not lost"
    assert field.textCursor().position() == 4


def test_a_new_document_is_filled_in_at_once(tab: RegisterTab, project: Project) -> None:
    tab.filtering.search("quy che")
    press(tab.table, Key.Key_Return, Modifier.ControlModifier)
    field = tab.details._fields["code"]
    assert field.hasFocus()
    QTest.keyClicks(field, "31/KH-SNgV")
    press(field, Key.Key_Return)
    assert "31/KH-SNgV" in [document.code for document in project.documents()]
    press(tab.details._fields["kind"], Key.Key_Return, Modifier.ControlModifier)
    assert len(project.documents()) == 6, "also from the form"


def test_letters_that_are_being_composed_are_not_disturbed(
    tab: RegisterTab, project: Project
) -> None:
    tab.table.go_to(["b"], "title")
    press(tab.table, Key.Key_F2)
    field = tab.details._fields["title"]
    QApplication.sendEvent(field, QInputMethodEvent("kê", []))
    press(field, Key.Key_Return)
    assert field.hasFocus(), "Enter is for the input method"
    field.commit()
    assert document(project, "b").title == "Đề nghị gửi kết quả"


def test_delete_strikes_what_is_chosen_and_undo_brings_it_back(
    tab: RegisterTab, controller: ProjectController, project: Project
) -> None:
    tab.table.go_to(["b", "c"])
    press(tab.table, Key.Key_Delete)
    assert shown(tab) == "ad"
    assert tab.table.current.id == "d"
    controller.undo()
    assert shown(tab) == "abcd"


def test_delete_in_a_field_is_for_its_letters(tab: RegisterTab, project: Project) -> None:
    tab.edit_current()
    press(tab.details._fields["code"], Key.Key_Delete)
    assert len(project.documents()) == 4


# Files


def dropped(tab: RegisterTab, place: QPoint, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, action, data, left, Modifier.NoModifier)
    QApplication.sendEvent(tab, entering)
    if entering.isAccepted():
        QApplication.sendEvent(
            tab, QDropEvent(QPointF(place), action, data, left, Modifier.NoModifier)
        )
    return entering.isAccepted()


def row_place(tab: RegisterTab, key: str) -> QPoint:
    index = tab.model.index(tab.model.row_of(key), 0)
    return tab.table.viewport().mapTo(tab, tab.table.visualRect(index).center())


def test_files_dropped_on_a_row_are_its_files(
    tab: RegisterTab, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "Phụ lục.xlsx"
    other.write_bytes(b"PK")
    assert dropped(tab, row_place(tab, "b"), other, tmp_path)
    qtbot.waitUntil(lambda: len(project.attachments("b")) == 1)
    (file,) = project.attachments("b")
    assert file.name == "Phụ lục.xlsx"
    assert tab.model.rows[1].files == (file,)
    tab.table.go_to(["b"])
    assert tab.details._files.item(0).text() == "Phụ lục.xlsx  ·  1 KB"


def test_forms_that_are_dropped_here_are_no_documents(
    tab: RegisterTab, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    form, sheet = tmp_path / "Phieu-Q3-2027_HTQT_SNgV.xlsx", tmp_path / "gui lai.xlsx"
    for file in (form, sheet):
        file.write_bytes(b"PK")
    with qtbot.waitSignal(tab.sheets_given) as given:
        dropped(tab, row_place(tab, "b"), form)
    assert given.args == [[form]]
    beside = tab.table.viewport().mapTo(tab, QPoint(50, tab.table.viewport().height() - 5))
    with qtbot.waitSignal(tab.sheets_given) as given:
        dropped(tab, beside, form, sheet)
    assert given.args == [[form, sheet]]
    assert project.attachments("b") == []


def test_a_folder_alone_is_not_taken(tab: RegisterTab, tmp_path: Path) -> None:
    assert not dropped(tab, row_place(tab, "b"), tmp_path)


def test_a_file_of_two_documents_is_told(
    tab: RegisterTab, project: Project, messages: Messenger, qtbot: QtBot, scan: Path
) -> None:
    with qtbot.waitSignal(messages.notice) as told:
        dropped(tab, row_place(tab, "a"), scan)
    assert "05/KH-SNgV" in told.args[0]
    assert len(list(project.files.folder.iterdir())) == 1


def test_attach_by_the_dialog(
    tab: RegisterTab,
    project: Project,
    qtbot: QtBot,
    scan: Path,
    choose_file: Callable[[Path], None],
) -> None:
    tab.table.go_to(["c"])
    choose_file(scan)
    press(tab.table, Key.Key_K, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: len(project.attachments("c")) == 1)


def test_copied_files_are_pasted_onto_a_document(
    tab: RegisterTab, project: Project, qtbot: QtBot, scan: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    QApplication.clipboard().setMimeData(data)
    tab.table.go_to(["b"])
    press(tab.table, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: len(project.attachments("b")) == 1)


def test_copied_words_are_read(tab: RegisterTab, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Kế hoạch số 31/KH-SNgV")
    tab.pane.turn_to(None)
    with qtbot.waitSignal(tab.paste.text.settled):
        press(tab.table, Key.Key_V, Modifier.ControlModifier)
    assert tab.paste.add.accessibleName() == "Thêm 1 văn bản"
    assert tab.paste.text.hasFocus()


def test_files_dropped_beside_documents_are_new_ones(
    tab: RegisterTab, project: Project, qtbot: QtBot, tmp_path: Path, scan: Path
) -> None:
    document = docx.Document()
    for line in (
        "SỞ MẪU",
        "Số: 77/TB-SNgV",
        "Mẫu, ngày 02 tháng 4 năm 2027",
        "THÔNG BÁO",
        "Nghỉ lễ",
    ):
        document.add_paragraph(line)
    path = tmp_path / "Thông báo.docx"
    document.save(str(path))
    below = tab.table.viewport().mapTo(tab, tab.table.viewport().rect().bottomLeft())
    assert dropped(tab, below, path, scan)
    qtbot.waitUntil(lambda: tab.paste.list.isVisible() and tab.paste.list.offers.rowCount() == 2)
    new, unread = tab.paste.list.offers.items
    assert (new.title, new.ticked) == ("77/TB-SNgV · 02/4/2027", True)
    assert (unread.ticked, unread.badge.words) == (False, "chưa rõ số")
    tab.paste.accept()
    assert tab.table.current.document.code == "77/TB-SNgV"
    assert [file.name for file in tab.table.current.files] == ["Thông báo.docx"]
    assert [offer.id for offer in tab.paste.list.offers.items] == ["1"], "the other one waits"
    tab.paste.clear()
    assert tab.paste.list.offers.items == []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system's programs were asked to show."""
    paths: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: paths.append(Path(url.toLocalFile())) or True
    )
    return paths


def test_enter_opens_a_copy_that_cannot_be_written(tab: RegisterTab, opened: list[Path]) -> None:
    tab.table.go_to(["d"])
    press(tab.table, Key.Key_Return)
    (path,) = opened
    assert path.name == "Kế hoạch 05.pdf"
    assert path.read_bytes() == b"%PDF-1.4"
    assert not path.stat().st_mode & 0o222
    press(tab.table, Key.Key_Return)
    assert opened == [path, path], "one copy is enough"


def test_reserved_names_open_under_safe_ones(
    tab: RegisterTab, controller: ProjectController, opened: list[Path], tmp_path: Path
) -> None:
    for number, name in enumerate(("CON", "NUL.pdf", "a?.pdf", "Ệ" * 80 + ".docx")):
        source = tmp_path / name
        source.write_bytes(bytes([number]))
        controller.do(registering.attach, "b", [source])
    for file in controller.project.attachments("b"):
        assert tab.commands.open_file(file) is None
    assert sorted(path.name for path in opened)[:3] == ["_CON", "_NUL.pdf", "a_.pdf"]


def test_a_program_is_not_started(
    tab: RegisterTab,
    controller: ProjectController,
    project: Project,
    tmp_path: Path,
    opened: list[Path],
    qtbot: QtBot,
) -> None:
    (tmp_path / "Báo cáo.pdf.exe").write_bytes(b"MZ")
    controller.do(registering.attach, "b", [tmp_path / "Báo cáo.pdf.exe"])
    tab.table.go_to(["b"])
    with qtbot.waitSignal(controller.refused) as refused:
        press(tab.table, Key.Key_Return)
    assert "là tệp chương trình" in refused.args[0]
    assert opened == []


def test_a_missing_file_is_said(
    tab: RegisterTab, controller: ProjectController, project: Project, qtbot: QtBot
) -> None:
    (file,) = project.attachments("d")
    project.files.path(file.digest).unlink()
    tab.table.go_to(["d"])
    with qtbot.waitSignal(controller.refused) as refused:
        press(tab.table, Key.Key_Return)
    assert "mất tệp" in refused.args[0]


def test_files_are_checked_by_their_hash(
    tab: RegisterTab, project: Project, messages: Messenger, qtbot: QtBot
) -> None:
    (file,) = project.attachments("d")
    project.files.path(file.digest).write_bytes(b"%PDF-1.5")
    with qtbot.waitSignal(messages.news) as told:
        tab.commands.check.trigger()
    assert told.args[0] == "1 / 1 tệp bị mất hoặc bị sửa"
    tab.folders.choose(next(f for f in TO_SEE_TO if f.title == "Mất, hỏng tệp"))
    assert shown(tab) == "d"
    assert tab.model.rows[0].mark == "tệp đã bị sửa"


def test_files_of_sent_reports_are_checked_too(
    tab: RegisterTab, project: Project, messages: Messenger, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "bc.docx").write_bytes(b"PK")
    digest, _ = project.files.keep(tmp_path / "bc.docx")
    sent = SentReport("s", "q3-2027", 2027, file_name="BC-CCHC.docx", digest=digest)
    project.apply(added("Chốt", [sent]))
    with qtbot.waitSignal(messages.news) as told:
        tab.commands.check.trigger()
    assert told.args[0] == "Đã kiểm tra 2 tệp, đều nguyên vẹn"
    project.files.path(digest).unlink()
    with qtbot.waitSignal(messages.notice) as warned:
        tab.commands.check.trigger()
    assert "“BC-CCHC.docx”" in warned.args[0]


def test_detach_by_keyboard(tab: RegisterTab, project: Project) -> None:
    tab.table.go_to(["d"])
    tab.pane.turn_to(0)
    tab.details._files.setFocus()
    press(tab.details._files, Key.Key_Delete)
    assert project.attachments("d") == []
    assert len(project.documents()) == 4


# Where a document is cited


def test_cite_by_keyboard(
    tab: RegisterTab, project: Project, tasks: list[Task], when_asked: WhenAsked, qtbot: QtBot
) -> None:
    def answer(dialog: CitingDialog) -> None:
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClicks(dialog.chooser.field, "gan ma QR")
        press(dialog.chooser.field, Key.Key_Return)
        assert dialog.locator.hasFocus()
        QTest.keyClicks(dialog.locator, "Muc II")
        press(dialog.locator, Key.Key_Return, Modifier.ControlModifier)

    when_asked(answer)
    press(tab.table, Key.Key_F4)
    (link,) = [link for link in project.evidence() if link.document_id == "a"]
    assert link.target_id == next(task.id for task in tasks if task.text.startswith("Gắn mã QR"))
    assert link.locator == "Muc II"
    assert tab.model.rows[0].cited == 1
    assert "Muc II" in tab.details._places.item(0).text()


def test_what_is_cited_is_ticked_and_can_be_taken_back(
    tab: RegisterTab, project: Project, tasks: list[Task], when_asked: WhenAsked
) -> None:
    def answer(dialog: CitingDialog) -> None:
        assert list(dialog.places) == [tasks[0].id]
        dialog.chooser.list.setFocus()
        press(dialog.chooser.list, Key.Key_Home)
        assert dialog.locator.text() == "Mục I"
        press(dialog.chooser.list, Key.Key_Space)
        assert not dialog.locator.isEnabled()
        dialog.accept()

    tab.table.go_to(["d"])
    when_asked(answer)
    tab.commands.cite.trigger()
    assert project.evidence() == []


def test_a_place_is_gone_to_and_left(
    tab: RegisterTab, project: Project, tasks: list[Task], qtbot: QtBot
) -> None:
    tab.table.go_to(["d"])
    tab.pane.turn_to(0)
    tab.details._places.setFocus()
    with qtbot.waitSignal(tab.place_asked) as asked:
        press(tab.details._places, Key.Key_Return)
    assert asked.args == [Place(tasks[0].id)]
    press(tab.details._places, Key.Key_Delete)
    assert project.evidence() == []


def test_without_a_plan_there_is_nothing_to_cite_in(
    tab: RegisterTab, controller: ProjectController, qtbot: QtBot
) -> None:
    controller.choose_year(2031)
    with qtbot.waitSignal(controller.refused) as refused:
        tab.commands.cite.trigger()
    assert "Chưa có kế hoạch năm 2031" in refused.args[0]


# Keyboard, screen readers, reading only


def test_f6_walks_the_areas(tab: RegisterTab) -> None:
    tab.pane.turn_to(1)
    walked = []
    for _ in range(4):
        walked.append(QApplication.focusWidget())
        press(QApplication.focusWidget(), Key.Key_F6)
    field, folders = tab.toolbar.field, tab.folders
    assert walked[:1] == [tab.table]
    assert set(walked[2:]) == {field, folders}
    assert QApplication.focusWidget() is tab.table


def test_every_control_has_a_name(tab: RegisterTab) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    controls = [w for kind in kinds for w in tab.findChildren(kind) if w.focusPolicy()]
    for control in controls:
        if control.objectName().startswith("qt_"):
            continue
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control


def test_a_file_to_be_read_only_is_not_changed(
    tab: RegisterTab, controller: ProjectController, project: Project, scan: Path
) -> None:
    project.read_only = True
    controller.opened.emit()
    tab.table.go_to(["a"])
    commands = tab.commands
    for action in (commands.add, commands.cite, commands.attach, commands.delete):
        assert not action.isEnabled()
    assert tab.details._fields["title"].isReadOnly()
    assert not any(b.isEnabled() for b in tab.details._buttons)
    assert not dropped(tab, row_place(tab, "a"), scan)


def test_the_pane_is_closed_and_its_focus_goes_home(tab: RegisterTab) -> None:
    tab.edit_current()
    (close,) = [b for b in tab.findChildren(QPushButton) if b.accessibleName() == "Đóng trang bên"]
    close.click()
    assert tab.table.hasFocus()
    assert not tab.pane.actions_of_pages[0].isChecked()


def test_what_is_edited_stays_listed_until_another_search(
    tab: RegisterTab, controller: ProjectController, scan: Path
) -> None:
    no_file = next(f for f in TO_SEE_TO if f.title == "Chưa có tệp")
    tab.folders.choose(no_file)
    tab.table.go_to(["b"])
    controller.do(registering.attach, "b", [scan])
    assert shown(tab) == "abc"
    assert tab.table.current.id == "b"
    tab.filtering.search("so ngoai vu")
    assert shown(tab) == "a"


def test_our_own_rows_dragged_past_others_attach_nothing(tab: RegisterTab) -> None:
    class Moving(QDragMoveEvent):
        def source(self) -> QWidget:
            return tab.table

    data = tab.model.mimeData([tab.model.index(3, 0)])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    moving = Moving(row_place(tab, "a"), action, data, left, Modifier.NoModifier)
    moving.accept()
    tab._drops.eventFilter(tab, moving)
    assert not moving.isAccepted()
