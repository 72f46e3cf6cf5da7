"""Files of documents: dropped, pasted, opened as copies, checked."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import added
from cchc_desktop.domain.register_list import TO_SEE_TO
from cchc_desktop.domain.report import SentReport
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from tests.ui.register.keys import Key, Modifier, dropped, press, row_place, shown
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.register.tab import RegisterTab


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
