"""The tab as a whole: empty states, views, panes, names, menus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan import Area
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    at,
    editor,
    last_step,
    press,
    rows,
    shown_button,
    text,
    type_words,
)
from ui.kit import Kit
from ui.plan.pane import DETAILS, FINDINGS
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController
from ui.theme import Theme

MakeTab = Callable[[ProjectController], PlanTab]


@pytest.fixture
def bare(
    tmp_path: Path, paths: Paths, qtbot: QtBot, make_tab: MakeTab
) -> tuple[PlanTab, ProjectController]:
    """A new file, without any plan."""
    controller = ProjectController(paths)
    controller.show(Project.create(tmp_path / "moi.cchc", paths), 2027)
    tab = make_tab(controller)
    tab.destroyed.connect(controller.close)
    return tab, controller


# From nothing to a first row


def test_from_no_plan_to_the_first_task(
    bare: tuple[PlanTab, ProjectController], qtbot: QtBot
) -> None:
    tab, controller = bare
    assert not tab.grid.isVisible()
    assert not tab.commands.add_task.isEnabled()
    shown_button(tab, "Tạo kế hoạch trống").click()
    assert controller.plan is not None
    assert tab.commands.add_task.isEnabled()
    shown_button(tab, "Thêm lĩnh vực").click()
    assert editor(tab) is not None
    type_words("Cải cách thể chế")
    press(Key.Key_Return)
    assert tab.model.text(0, 0) == "I. Cải cách thể chế"
    press(Key.Key_Return, CTRL)
    type_words("Mục tiêu")
    press(Key.Key_Return)
    assert text(tab, 1, "goal") == "Mục tiêu"
    for _ in range(6):
        controller.undo()
    assert controller.plan is None
    assert not tab.grid.isVisible()
    assert not tab.commands.add_task.isEnabled()
    controller.redo()
    controller.redo()
    assert tab.grid.isVisible()
    assert tab.grid.currentIndex().isValid()


def test_a_file_to_read_offers_no_way_to_fill_it(
    bare: tuple[PlanTab, ProjectController],
) -> None:
    tab, controller = bare
    assert controller.project is not None
    path = controller.project.path
    controller.show(None)
    controller.open(path, read_only=True)
    buttons = [b for b in tab.findChildren(QPushButton) if not b.isHidden()]
    assert "Tạo kế hoạch trống" not in [b.text() for b in buttons]


# Views


def test_rows_are_not_touched_while_the_narrative_is_shown(
    tab: PlanTab, controller: ProjectController
) -> None:
    at(tab)
    press(Key.Key_T, CTRL)
    assert tab.narrative.isVisible()
    count = len(tab.model.rows)
    for key in (Key.Key_Minus, Key.Key_Return, Key.Key_D, Key.Key_U):
        press(key, CTRL)
    press(Key.Key_Down, ALT)
    assert (len(tab.model.rows), last_step(controller)) == (count, "")
    press(Key.Key_T, CTRL)
    assert tab.grid.isVisible()
    assert tab.grid.hasFocus()


def test_f6_goes_round_and_back(tab: PlanTab) -> None:
    at(tab)
    seen = []
    for _ in range(3):
        press(Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert isinstance(seen[0], QTabBar)
    assert seen[1:] == [tab.toolbar.filter, tab.grid]
    press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is tab.toolbar.filter
    tab.pane.actions_of_pages[DETAILS].trigger()
    press(Key.Key_F6)
    press(Key.Key_F6)
    assert QApplication.focusWidget() is tab.toolbar.filter


def test_the_pane_is_chosen_closed_and_leaves_the_focus(tab: PlanTab) -> None:
    at(tab)
    press(Key.Key_F7)
    assert tab.findings.isVisible()
    assert (
        tab.pane.actions_of_pages[FINDINGS].isChecked(),
        tab.pane.actions_of_pages[DETAILS].isChecked(),
    ) == (True, False)
    press(Key.Key_F4)
    assert tab.details.isVisible()
    tab.details._fields["task"].setFocus()
    press(Key.Key_F4)
    assert not tab.details.isVisible()
    assert tab.grid.hasFocus()


# For everybody


@pytest.mark.parametrize("view", [0, 1])
def test_every_control_has_a_name(tab: PlanTab, view: int) -> None:
    at(tab, "time", 1)
    press(Key.Key_F2)
    type_words("Quý")
    tab.show_view(view)
    tab.pane.turn_to(view)
    tab.findings.go(1)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTabBar)
    nameless = [
        (type(widget).__name__, widget.objectName())
        for kind in kinds
        for widget in tab.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)()) and not _qts_own(widget)
    ]
    assert nameless == []


def _qts_own(widget: QWidget) -> bool:
    """Parts of Qt's widgets: header views, the popup of a box, the button that clears a line."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(parent, QTabBar | QAbstractItemView | QLineEdit)
        or (parent is not None and parent.inherits("QComboBoxPrivateContainer"))
    )


def test_every_control_of_the_toolbar_is_reached_by_tab(tab: PlanTab) -> None:
    tab.toolbar.filter.setFocus()
    reached: list[QWidget] = []
    for _ in range(40):
        press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is tab.grid:
            break
        reached.append(focus)
    x = [w.mapTo(tab, w.rect().topLeft()).x() for w in reached if tab.toolbar.isAncestorOf(w)]
    assert x == sorted(x)
    assert len(x) >= 3


@pytest.fixture
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Theme]:
    """A text scale, in all the application."""
    theme = Theme(scale=request.param)
    old = qapp.styleSheet(), qapp.font()
    qapp.setFont(theme.font())
    qapp.setStyleSheet(theme.style_sheet())
    yield theme
    qapp.setStyleSheet(old[0])
    qapp.setFont(old[1])


@pytest.mark.parametrize("look", [100, 125, 150, 175], indirect=True)
def test_it_fits_the_smallest_screen(
    look: Theme, controller: ProjectController, make_kit: Callable[..., Kit], qtbot: QtBot
) -> None:
    tab = PlanTab(make_kit(controller, look=look))
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    tab.show()
    qtbot.waitUntil(lambda: tab.grid.heights.settled)
    assert tab.minimumSizeHint().width() <= 1366
    assert tab.grid.horizontalScrollBar().maximum() == 0
    for row in range(len(tab.model.rows)):
        if not tab.grid.isRowHidden(row):
            assert tab.grid.rowHeight(row) >= tab.grid.delegate.row_height(row)
    tab.pane.show()
    assert tab.minimumSizeHint().width() <= 1366, "the window would grow over the screen"


def test_the_menus_have_all_commands_with_their_keys(tab: PlanTab) -> None:
    actions = {
        action
        for menu in ("edit", "view", "insert", "tools")
        for action in tab.menu_actions(menu)
        if action is not None
    }
    missing = [a.text() for a in tab.actions() if a not in actions]
    assert missing == []
    keys = [a.shortcut().toString() for a in tab.actions() if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert not [k for k in keys if k.startswith(("Ctrl+Shift", "Alt+Shift"))]


def test_status_tells_how_a_time_is_read(tab: PlanTab) -> None:
    row, column = at(tab, "time", 1)
    tab.model.setData(tab.model.index(row, column), "Quý II")
    assert "hạn 30/6/2027" in tab.status()
    assert str(len(rows(tab))) in tab.status()
    assert str(len(rows(tab, Area))) in tab.status()


def test_a_filter_that_finds_nothing_says_so_and_esc_ends_it(tab: PlanTab, qtbot: QtBot) -> None:
    press(Key.Key_F, CTRL)
    assert QApplication.focusWidget() is tab.toolbar.filter
    type_words("xyzxyz")
    qtbot.waitUntil(lambda: tab._pages._empty.isVisible())
    assert "chữ lọc" in tab._pages._empty._words.text()
    press(Key.Key_Escape)
    assert tab.toolbar.filter.text() == ""
    assert QApplication.focusWidget() is tab.grid
    assert not tab.grid.finds_nothing
