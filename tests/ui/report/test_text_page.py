"""The text of a heading: typed as in any editor, written when it is left, never lost."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.services.project import Project
from cchc_desktop.services.report_standing import State
from tests.ui.plan.keys import ALT, CTRL, Key, last_step, press, refused, type_words
from tests.ui.report.conftest import choose, texts
from ui.project_controller import ProjectController
from ui.report.editor import ParagraphEditor
from ui.report.inserting import InsertDialog
from ui.report.paragraph import ParagraphRow
from ui.report.tab import ReportTab

ChangeSource = Callable[[str, str], None]
WhenAsked = Callable[[Callable[[Any], object]], None]
FIRST = "- Đã rà soát 09 thủ tục, đề xuất giảm thời gian của 03 thủ tục"


def current(tab: ReportTab) -> ParagraphRow:
    row = tab.text.current
    assert row is not None
    return row


def focused() -> ParagraphEditor:
    editor = QApplication.focusWidget()
    assert isinstance(editor, ParagraphEditor)
    return editor


def stored(tab: ReportTab, project: Project) -> list[str]:
    """What the file holds under the heading, left out paragraphs apart."""
    heading = tab.text.heading
    assert heading is not None
    assert tab.open.report is not None
    under = (p for p in project.report_paragraphs(tab.open.report) if p.text)
    return [p.text for p in under if p.heading_id == heading.heading.id]


def test_the_drafted_text_with_its_state(tab: ReportTab) -> None:
    assert [text.startswith(FIRST) for text in texts(tab)] == [True]
    assert current(tab).entry.state is State.DRAFT
    assert focused().accessibleName() == "Đoạn, nháp"
    assert focused().extraSelections(), "what comes from a record is marked"


def test_written_when_it_is_left_and_taken_back_in_one_step(
    tab: ReportTab, controller: ProjectController, project: Project
) -> None:
    press(Key.Key_End, CTRL)
    type_words(" Thêm.")
    assert stored(tab, project)[0].endswith("Thêm.") is False
    tab.outline.setFocus()
    assert stored(tab, project)[0].endswith("Thêm.")
    assert last_step(controller) == "Sửa đoạn"
    assert current(tab).entry.state is State.EDITED
    controller.undo()
    assert texts(tab)[0].endswith("Thêm.") is False
    assert current(tab).entry.state is State.DRAFT


def test_written_after_a_pause(tab: ReportTab, project: Project, qtbot: Any) -> None:
    focused()._typing.pause.setInterval(20)
    type_words("Tốt ")
    qtbot.waitUntil(lambda: stored(tab, project)[0].startswith("Tốt - Đã"))
    assert focused().caret == len("Tốt "), "the caret stays"


def test_settling_writes_what_is_typed(
    tab: ReportTab, controller: ProjectController, project: Project
) -> None:
    type_words("x")
    assert controller.settle()
    assert stored(tab, project)[0].startswith("x- Đã")


def test_enter_parts_and_backspace_joins(
    tab: ReportTab, controller: ProjectController, project: Project
) -> None:
    before = texts(tab)[0]
    focused().place_caret(before.index(", đề xuất"))
    press(Key.Key_Return)
    assert texts(tab) == ["- Đã rà soát 09 thủ tục", f"- {before[before.index(', đề') :]}"]
    assert last_step(controller) == "Tách đoạn"
    assert current(tab) is tab.text.rows[1]
    assert focused().caret == len("- "), "the caret went with its words"
    type_words("x")
    press(Key.Key_Home)
    press(Key.Key_Backspace)
    assert texts(tab) == [before.replace(", đề", " x, đề")]
    assert focused().caret == len("- Đã rà soát 09 thủ tục")
    assert stored(tab, project) == texts(tab)


def test_enter_at_the_end_begins_the_next_paragraph(
    tab: ReportTab, controller: ProjectController, project: Project
) -> None:
    press(Key.Key_End, CTRL)
    press(Key.Key_Return)
    assert texts(tab)[1] == "- "
    type_words("Câu mới.")
    tab.outline.setFocus()
    assert stored(tab, project)[1] == "- Câu mới."
    assert tab.text.rows[1].entry.state is State.OWN
    controller.undo()
    controller.undo()
    assert len(texts(tab)) == 1


def test_a_bare_paragraph_is_taken_away_when_it_is_emptied(
    tab: ReportTab, project: Project
) -> None:
    tab.commands.add.trigger()
    assert texts(tab)[1] == "- "
    type_words("x")
    tab.text.commit()
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    tab.outline.setFocus()
    assert len(stored(tab, project)) == 1


def test_arrows_go_from_paragraph_to_paragraph(tab: ReportTab) -> None:
    choose(tab, "Phương hướng")
    rows = tab.text.rows
    tab.text.go_to(rows[0].entry.id, 0)
    press(Key.Key_Down)
    assert current(tab) is rows[1]
    assert focused() is rows[1].editor
    press(Key.Key_Up)
    assert focused() is rows[0].editor
    press(Key.Key_Up)
    assert focused() is rows[0].editor, "the first one has nothing above"


def test_nothing_is_touched_while_an_input_method_composes(
    tab: ReportTab, controller: ProjectController, project: Project
) -> None:
    editor, before = focused(), stored(tab, project)
    QApplication.sendEvent(editor, QInputMethodEvent("thu", []))
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_1, ALT)
    QApplication.sendEvent(editor, override)
    assert override.isAccepted(), "no shortcut takes a key of the input method"
    editor.commit()
    assert stored(tab, project) == before
    ended = QInputMethodEvent("", [])
    ended.setCommitString("thủ ")
    QApplication.sendEvent(editor, ended)
    assert editor.words.startswith("thủ - Đã")
    editor.commit()
    assert stored(tab, project)[0].startswith("thủ - Đã")


def test_undo_takes_typing_back_first_then_the_last_step(
    tab: ReportTab, controller: ProjectController
) -> None:
    type_words("x")
    press(Key.Key_Z, CTRL)
    assert texts(tab)[0].startswith(FIRST)
    assert last_step(controller).startswith("Soạn báo cáo")


def test_refused_words_stay_to_be_mended(tab: ReportTab, controller: ProjectController) -> None:
    type_words("x")
    with refused(controller) as said:
        tab.text.commit()
    assert said
    assert texts(tab)[0].startswith(f"x{FIRST}")
    assert controller.settle()
    assert tab.text.rows[0].entry.text.startswith(f"x{FIRST}")


def test_a_heading_with_refused_words_stays(
    tab: ReportTab, controller: ProjectController, qtbot: Any
) -> None:
    heading = tab.outline.current_id
    type_words("x")
    with refused(controller):
        choose(tab, "Khó khăn")
        qtbot.waitUntil(lambda: tab.outline.current_id == heading)
        assert texts(tab)[0].startswith(f"x{FIRST}")
    assert controller.settle()
    choose(tab, "Khó khăn")
    assert tab.outline.current_id != heading


def test_escape_gives_up_what_was_typed(tab: ReportTab) -> None:
    type_words("x")
    press(Key.Key_Escape)
    assert texts(tab)[0].startswith(FIRST)


def test_words_are_pasted_without_their_looks_and_files_are_not(tab: ReportTab) -> None:
    data = QMimeData()
    data.setHtml("<b>Một</b>")
    data.setText("Một")
    QGuiApplication.clipboard().setMimeData(data)
    press(Key.Key_V, CTRL)
    assert texts(tab)[0].startswith(f"Một{FIRST}")
    assert "font-weight:7" not in focused().toHtml()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("a.docx")])
    assert not focused().canInsertFromMimeData(files)


def test_moved_deleted_and_into_the_next_heading(tab: ReportTab) -> None:
    choose(tab, "Phương hướng")
    first, second = (row.entry.id for row in tab.text.rows[:2])
    tab.text.go_to(first)
    press(Key.Key_Down, ALT)
    assert [row.entry.id for row in tab.text.rows[:2]] == [second, first]
    assert current(tab).entry.id == first
    press(Key.Key_Up, ALT)
    press(Key.Key_Up, ALT)
    assert tab.text.heading is not None
    assert tab.text.heading.heading.title == "Khó khăn, vướng mắc"
    assert [row.entry.id for row in tab.text.rows] == [first]
    tab.commands.delete.trigger()
    assert tab.text.rows == []
    assert tab.text.home is not None


# What a new draft offers


def test_a_changed_source_shows_what_went_and_came(
    tab: ReportTab, change_source: ChangeSource
) -> None:
    tab.outline.setFocus()
    change_source("09 thủ tục", "11 thủ tục")
    row = current(tab)
    assert row.entry.state is State.CHANGED
    assert row.changed.accessibleDescription().startswith("- Đã rà soát 09 11 thủ tục")
    tab.text.go_to(row.entry.id)
    assert QApplication.focusWidget() is row.changed
    assert tab.status_changed


def test_taking_the_new_words_is_one_step(
    tab: ReportTab, controller: ProjectController, change_source: ChangeSource
) -> None:
    change_source("09 thủ tục", "11 thủ tục")
    tab.text.go_to(current(tab).entry.id)
    assert QApplication.focusWidget() is current(tab).changed
    press(Key.Key_1, ALT)
    assert focused() is current(tab).editor, "one goes on in the same paragraph"
    assert texts(tab)[0].startswith("- Đã rà soát 11 thủ tục")
    assert current(tab).entry.state is State.DRAFT
    assert last_step(controller) == "Nhận số mới"
    controller.undo()
    assert current(tab).entry.state is State.CHANGED


def test_own_words_are_kept_and_the_flag_goes(
    tab: ReportTab, change_source: ChangeSource, click: Callable[[object, str], None]
) -> None:
    press(Key.Key_End, CTRL)
    type_words(" Tốt.")
    change_source("09 thủ tục", "11 thủ tục")
    tab.text.commit()
    click(current(tab), "Giữ câu của tôi")
    assert current(tab).entry.state is State.EDITED
    assert "09 thủ tục" in texts(tab)[0]
    assert texts(tab)[0].endswith("Tốt.")


def test_new_words_and_own_words_are_joined(tab: ReportTab, change_source: ChangeSource) -> None:
    press(Key.Key_End, CTRL)
    type_words(" Tốt.")
    tab.text.commit()
    change_source("09 thủ tục", "11 thủ tục")
    tab.commands.accept.trigger()
    assert texts(tab)[0].startswith("- Đã rà soát 11 thủ tục")
    assert texts(tab)[0].endswith("Tốt.")


def test_a_changed_paragraph_can_be_edited(tab: ReportTab, change_source: ChangeSource) -> None:
    tab.outline.setFocus()
    change_source("09 thủ tục", "11 thủ tục")
    row = current(tab)
    tab.text.go_to(row.entry.id)
    press(Key.Key_Return)
    assert QApplication.focusWidget() is row.editor
    assert row.editor.words.startswith(FIRST)
    type_words("x")
    tab.outline.setFocus()
    assert row.entry.state is State.CHANGED
    assert row.entry.text.startswith(f"x{FIRST}")
    assert row.changed.isVisible()
    assert not row.editor.isVisible()


def test_side_by_side_and_back_to_the_draft(
    tab: ReportTab, click: Callable[[object, str], None]
) -> None:
    type_words("x")
    press(Key.Key_2, ALT)
    row = current(tab)
    assert row.compares
    assert not row.editor.isVisible()
    click(row, "Trở về bản nháp")
    assert texts(tab)[0].startswith(FIRST)
    assert current(tab).entry.state is State.DRAFT


# Inserting


def test_a_document_is_cited_with_two_keys(
    tab: ReportTab, controller: ProjectController, when_asked: WhenAsked
) -> None:
    focused().place_caret(2)

    def answer(dialog: InsertDialog) -> None:
        QTest.keyClick(dialog.chooser.field, Key.Key_Return)

    when_asked(answer)
    press(Key.Key_K, CTRL)
    QTest.qWait(0)
    for _ in range(100):
        if last_step(controller) == "Chèn trích dẫn":
            break
        QTest.qWait(10)
    assert last_step(controller) == "Chèn trích dẫn"
    assert " số " in texts(tab)[0][: texts(tab)[0].index("Đã rà")]


def test_ctrl_and_a_click_ask_for_the_source(tab: ReportTab) -> None:
    asked: list[object] = []
    tab.jump_asked.connect(asked.append)
    editor = focused()
    editor.place_caret(12)
    place = editor.cursorRect().center() + QPoint(0, 0)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    (where,) = asked
    project = tab._controller.project
    assert project is not None
    assert project.holds(where.record_id)  # type: ignore[attr-defined]


@pytest.mark.parametrize("writable", [True, False])
def test_a_file_to_look_at_is_not_typed_in(
    tab: ReportTab, controller: ProjectController, project: Project, *, writable: bool
) -> None:
    project.read_only = not writable
    tab.text.show_heading(tab.text.heading)
    type_words("x")
    assert texts(tab)[0].startswith("x") is writable
    project.read_only = False
    tab.text.rows[0].editor.show_stored()
