"""Filtering the register by its columns, and the widths that are kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.table_filter import ColumnFilter, TableFilter
from cchc_desktop.services import registering
from tests.ui.plan.keys import ALT, Key, press, type_words
from ui.choices import Choices
from ui.register.model import PLACES
from ui.register.tab import RegisterTab
from ui.widgets.filter_popup import FilterPopup

PLANS = TableFilter(columns=(ColumnFilter("kind", ("Kế hoạch",)),))


def shown(tab: RegisterTab) -> list[str]:
    return [entry.id for entry in tab.model.rows]


def test_a_kind_is_chosen_by_keys(tab: RegisterTab) -> None:
    tab.table.go_to(["a"], "kind")
    press(Key.Key_L, ALT)
    popup = tab.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    type_words("ke hoach")
    press(Key.Key_Return)
    assert tab.listing.wanted == PLANS
    assert shown(tab) == ["d"]
    assert tab.filtering.strip.words == "Đang lọc 1/4 văn bản · Loại = Kế hoạch"
    assert QApplication.focusWidget() is tab.table


def test_the_mark_filters_and_the_rest_of_the_head_sorts(tab: RegisterTab) -> None:
    head, left = tab.table.head, Qt.MouseButton.LeftButton
    mark = head.mark_box(PLACES["kind"])
    QTest.mouseClick(head.viewport(), left, pos=mark.center())
    popup = tab.findChild(FilterPopup)
    assert isinstance(popup, FilterPopup)
    assert popup.isVisible()
    assert tab.listing.order == ("issued", True)
    press(Key.Key_Escape)
    beside = mark.center()
    beside.setX(mark.left() - 30)
    QTest.mouseClick(head.viewport(), left, pos=beside)
    assert not popup.isVisible()
    assert tab.listing.order[0] == "kind"


def test_columns_filter_beside_folders_and_search(tab: RegisterTab) -> None:
    tab.filtering._choose(TableFilter(columns=(ColumnFilter("issued", ("Quý II/2027",)),)))
    assert shown(tab) == ["a", "b", "c"]
    tab.toolbar.field.setText("cong")
    tab.toolbar.field.tell_now()
    assert shown(tab) == ["a", "b"]
    tab.filtering.end()
    assert len(shown(tab)) == 4
    assert not tab.filtering.strip.isVisible()


def test_a_document_that_was_left_out_is_shown_all_the_same(tab: RegisterTab) -> None:
    tab.filtering._choose(PLANS)
    assert tab.jump_to(Place("b"))
    assert tab.table.current is not None
    assert tab.table.current.id == "b"
    assert not tab.listing.wanted


def test_an_edited_document_stays_listed(tab: RegisterTab) -> None:
    tab.filtering._choose(PLANS)
    tab._controller.do(registering.edit_document, "d", kind="Báo cáo")
    assert shown(tab) == ["d"]
    tab.filtering._choose(PLANS)
    assert shown(tab) == []
    assert not tab.filtering.strip.isHidden()
    tab.filtering.strip._end.click()
    assert len(shown(tab)) == 4


def test_a_dragged_width_is_kept_and_can_be_reset(tab: RegisterTab, qtbot: QtBot) -> None:
    paths, place = tab._controller.paths, PLACES["code"]
    default = tab.table.columnWidth(place)
    tab.table.head.resizeSection(place, default + 30)
    stored = {"register.code": default + 30}
    qtbot.waitUntil(lambda: Choices(paths.config).value.widths == stored)
    tab.resize(1200, 600)
    assert tab.table.columnWidth(place) == default + 30
    assert tab.table.horizontalScrollBar().maximum() == 0
    tab.filtering._widths.trigger()
    assert tab.table.columnWidth(place) == default
    assert Choices(paths.config).value.widths == {}
