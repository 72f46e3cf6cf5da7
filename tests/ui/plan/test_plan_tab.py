"""The tab as a whole: empty states, views, panes, findings, names, undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
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

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.ui.plan.keys import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    at,
    current,
    editor,
    last_step,
    press,
    rows,
    text,
    type_words,
)
from ui.desktop import Desktop
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


def shown_button(tab: PlanTab, words: str) -> QPushButton:
    QApplication.processEvents()
    return next(
        b for b in tab.findChildren(QPushButton) if b.text().strip() == words and b.isVisible()
    )


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


# What is typed is never lost, and never written elsewhere


@pytest.mark.parametrize("leave", ["year", "file", "none"])
def test_another_year_or_file_takes_what_is_being_typed_in_a_cell(
    tab: PlanTab, controller: ProjectController, tmp_path: Path, paths: Paths, leave: str
) -> None:
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    controller.do(planning.new_plan, 2028)
    type_words("đang gõ")
    project = controller.project
    assert project is not None
    if leave == "year":
        controller.choose_year(2028)
    elif leave == "file":
        controller.show(Project.create(tmp_path / "khac.cchc", paths))
    else:
        controller.show(None)
    with Project.open(project.path, paths, read_only=True) as kept:
        task = kept.record(record)
    assert isinstance(task, Task)
    assert task.text == "đang gõ"


def test_another_year_takes_what_is_being_typed_in_a_field(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    controller.do(planning.new_plan, 2028)
    note = tab.details._fields["note"]
    note.setFocus()
    type_words("nhớ hỏi")
    controller.choose_year(2028)
    assert controller.project is not None
    task = controller.project.record(record)
    assert isinstance(task, Task)
    assert task.note == "nhớ hỏi"


@pytest.mark.parametrize("key", ["subject", "type_name", "recipients"])
def test_another_year_takes_what_is_being_typed_in_the_head(
    tab: PlanTab, controller: ProjectController, key: str
) -> None:
    controller.do(planning.new_plan, 2028)
    tab.show_view(1)
    field = tab.narrative.head._fields[key]
    field.setFocus()
    field.selectAll()
    type_words("đang gõ")
    controller.choose_year(2028)
    assert controller.project is not None
    assert getattr(controller.project.plan(2027), key) == "đang gõ"
    assert getattr(controller.project.plan(2028), key) != "đang gõ"
    assert field.words == getattr(controller.project.plan(2028), key)


def test_letters_still_composed_do_not_go_to_another_record(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, _ = at(tab, "task", 2)
    field = tab.details._fields["task"]
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("ti", []))
    other = text(tab, row + 1, "task")
    tab.grid.stand_on(tab.model.index(row + 1, 2))
    assert field.words == other
    tab.commit()
    assert text(tab, row + 1, "task") == other


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


# Findings


def test_f8_goes_over_all_findings_and_opens_what_is_folded(tab: PlanTab) -> None:
    row, column = at(tab, "lead", -1)
    tab.model.setData(tab.model.index(row, column), "")
    tab.check_list.check()
    tab.grid.fold_all(fold_them=True)
    count = len(tab.findings.model.items)
    assert count
    places = set()
    for _ in range(count):
        press(Key.Key_F8)
        places.add(current(tab))
        assert not tab.grid.isRowHidden(current(tab)[0])
    assert (row, column) in places
    first = tab.findings.current
    for _ in range(count):
        press(Key.Key_F8, SHIFT)
    assert tab.findings.current == first


def test_the_list_follows_a_moment_after_a_step(
    tab: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    before = len(tab.findings.model.items)
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "xyz")
    qtbot.waitUntil(lambda: len(tab.findings.model.items) == before + 1)
    assert tab.model.mark(row, column) != ""
    assert tab.toolbar._check.count == before + 1
    controller.undo()
    qtbot.waitUntil(lambda: len(tab.findings.model.items) == before)
    assert tab.model.mark(row, column) == ""


def test_alt_1_cures_and_undo_brings_the_finding_back(
    tab: PlanTab, controller: ProjectController
) -> None:
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "Quý II/2026")
    tab.check_list.check()
    while tab.findings.current is None or tab.findings.current.rule != "year":
        press(Key.Key_F8)
    count = len(tab.findings.model.items)
    assert current(tab) == (row, column)
    press(Key.Key_1, ALT)
    assert text(tab, row, "time") == "Quý II/2027"
    assert last_step(controller) == "Đổi thành 2027"
    assert len(tab.findings.model.items) == count - 1
    controller.undo()
    tab.check_list.check()
    assert len(tab.findings.model.items) == count


def test_a_finding_that_is_kept_is_gone(tab: PlanTab, controller: ProjectController) -> None:
    row, column = at(tab, "time", 2)
    tab.model.setData(tab.model.index(row, column), "Quý II/2026")
    tab.check_list.check()
    while tab.findings.current is None or tab.findings.current.rule != "year":
        press(Key.Key_F8)
    keep = tab.findings._offered[-1]
    count = len(tab.findings.model.items)
    shown_button(tab, keep.label).click()
    assert len(tab.findings.model.items) == count - 1
    assert text(tab, row, "time") == "Quý II/2026"


def test_the_findings_are_a_model_without_fault(tab: PlanTab, qtmodeltester: object) -> None:
    qtmodeltester.check(tab.findings.model)  # type: ignore[attr-defined]


def test_a_place_is_shown_wherever_it_is(tab: PlanTab, controller: ProjectController) -> None:
    project, plan = controller.project, controller.plan
    assert project is not None
    assert plan is not None
    section = project.sections(plan)[1]
    assert tab.jump_to(Place(section.id))
    assert tab.narrative._section == section
    assert tab.jump_to(Place(plan.id, "subject"))
    assert tab.narrative.head.isVisible()
    assert tab.jump_to(Place(tab.model.rows[4].id, "lead"))
    assert tab.grid.hasFocus()
    assert not tab.jump_to(Place("gone"))


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


@pytest.mark.parametrize("act", ["look", "close"])
def test_another_look_and_the_end_take_what_is_being_typed(
    desktop: Desktop, project: Project, act: str
) -> None:
    desktop.controller.show(project)
    tab = desktop.window.tab(1)
    assert isinstance(tab, PlanTab)
    row, _ = at(tab, "task", 2)
    record = tab.model.rows[row].id
    tab.grid.edit(tab.grid.currentIndex())
    open_editor = editor(tab)
    assert open_editor is not None
    open_editor.insertPlainText(" đang gõ")
    if act == "look":
        desktop.change_look("dark", 0)
    else:
        desktop.window.close()
    task = project.record(record)
    assert isinstance(task, Task)
    assert task.text.endswith(" đang gõ")


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
