"""A document's fields, by keyboard: typed, refused, composed, struck."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from tests.ui.register.keys import Key, Modifier, document, press, shown
from ui.project_controller import ProjectController
from ui.register.tab import RegisterTab


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
