"""The tab Tiến độ: the year of the plan as a strip, grouped and filtered as the clerk wants."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.timeline import Timeline, TimelineRow, layout, timeline_items
from cchc_desktop.domain.timeline_lines import (
    Entry,
    by_unit,
    containing,
    only,
    overdue_count,
    summary_words,
    waiting_count,
)
from cchc_desktop.domain.timeline_scale import ALL_OPEN, CLOSED, Scale, this_quarter
from cchc_desktop.domain.units import UnitMention
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.timeline.legend import Legend
from ui.timeline.rows import Chip
from ui.timeline.view import TimelineView
from ui.widgets.controls import action_button, button, choice, icon_button, label, tool_row, upright
from ui.widgets.count_button import CountButton
from ui.widgets.tab import Tab

_NARROW = 150  # the text scale from which the toolbar has no room for all its words
_SCALES = ("Quý", "Quý này", "12 tháng")


class TimelineTab(Tab):
    """Follows the controller; while hidden it only remembers that it is out of date."""

    title, icon = "Tiến độ", "chart-gantt"
    hints = (("Space", "mở quý"), ("Enter", "sửa thời gian"), ("Ctrl + / −", "phóng"))
    edit_asked = Signal(object)  # Place: the time of a task is to be edited
    plan_asked = Signal()  # there is nothing to show: the tab of the plan is wanted
    export_asked = Signal()

    def __init__(
        self,
        controller: ProjectController,
        theme: Theme,
        undo_actions: Sequence[QAction] = (),
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(theme)
        self._controller, self._today = controller, today
        self._stale, self._own_scale = True, False
        self._timeline = Timeline(0, ())
        self._read = cache(read_schedule)
        self._told = ""
        self.view = TimelineView(theme)
        self._legend = Legend(theme)
        self._build_actions()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._build_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_tools(undo_actions))
        column.addWidget(self._pages, 1)
        column.addWidget(self._legend)
        self._connect()

    # Building

    def _build_actions(self) -> None:
        self._today_action = self.action("Hôm nay", "Ctrl+T", "calendar")
        self._filter_action = self.action("Lọc", "Ctrl+F", "list-filter", checkable=True)
        self._export_action = self.action("In, xuất", "Ctrl+P", "printer")

    def _build_tools(self, undo_actions: Sequence[QAction]) -> QWidget:
        theme = self.theme
        box, row = tool_row(theme)
        for action in undo_actions:
            row.addWidget(icon_button(theme, action))
        if undo_actions:
            row.addWidget(upright(theme))
        narrow = theme.scale >= _NARROW
        if not narrow:
            row.addWidget(label("Nhóm theo", "small"))
        grouping, self._grouping = choice(theme, ("Lĩnh vực", "Đơn vị"))
        row.addWidget(grouping)
        if not narrow:
            row.addWidget(label("Mở", "small"))
        scales, self._scales = choice(theme, _SCALES)
        row.addWidget(scales)
        for action in (self._today_action, self._filter_action):
            words = "" if narrow else None
            row.addWidget(action_button(theme, action, kind="quiet", words=words))
        self._filter = _FilterField(theme)
        row.addWidget(self._filter)
        row.addStretch(1)
        self._waiting = CountButton(theme, "Chờ sự kiện", "hourglass", "amb")
        self._overdue = CountButton(theme, "Quá hạn", "circle-alert", "red")
        row.addWidget(self._waiting)
        row.addWidget(self._overdue)
        export = button(theme, "In, xuất", "printer", kind="primary")
        export.clicked.connect(self._export_action.trigger)
        row.addWidget(export)
        return box

    def _build_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self._empty_words = label("", wrap=True)
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_button = button(self.theme, "", "table-2", kind="primary")
        self._empty_button.clicked.connect(self._leave_empty)
        column.addStretch(1)
        column.addWidget(self._empty_words)
        column.addSpacing(self.theme.px(12))
        column.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        controller = self._controller
        controller.opened.connect(self._take_other_plan)
        controller.plan_chosen.connect(self._take_other_plan)
        controller.changed.connect(self._mark_stale)
        self._grouping.idClicked.connect(self._show_rows)
        self._scales.idClicked.connect(self._choose_scale)
        self._waiting.toggled.connect(self._show_rows)
        self._overdue.toggled.connect(self._show_rows)
        self._filter.textChanged.connect(self._show_rows)
        self._filter.left.connect(self.view.setFocus)
        self._filter.ended.connect(self._filter_action.toggle)
        self._filter_action.toggled.connect(self._show_filter)
        self._today_action.triggered.connect(self.view.show_today)
        self._export_action.triggered.connect(self.export_asked)
        self.view.edit_asked.connect(self.edit_asked)
        self.view.told.connect(self._tell)
        self.view.scale_changed.connect(self._show_scale)

    # Following the plan

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale or self._today() != self._day:
            self._refresh()
        super().showEvent(event)

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _take_other_plan(self) -> None:
        self._own_scale = False
        self._mark_stale()

    def _refresh(self) -> None:
        """Read the plan anew."""
        self._stale, self._day = False, self._today()
        plan, project = self._controller.plan, self._controller.project
        rows = project.rows(plan) if project is not None and plan is not None else []
        year = self._controller.year
        items = timeline_items(rows, year, self._read)
        self._timeline = layout(items, year, self._day)
        dated = self._timeline.today is not None
        if not self._own_scale:
            self._own_scale = True
            self.view.set_scale(this_quarter(self._day) if dated else CLOSED)
        self._show_scale(self.view.scale)
        self._scales.button(1).setEnabled(dated)
        self._today_action.setEnabled(dated)
        self._legend.show_dated(dated)
        self._waiting.show_count(waiting_count(self._timeline.rows))
        self._overdue.show_count(overdue_count(self._timeline.rows))
        self._show_rows()

    def _show_rows(self) -> None:
        entries: Sequence[Entry] = self._timeline.rows
        if self._grouping.checkedId() == 1:
            entries = by_unit(entries, self._controller.unit_reader)
        if self._waiting.isChecked():
            entries = only(entries, lambda row: bool(row.waits_for))
        if self._overdue.isChecked():
            entries = only(entries, lambda row: row.overdue)
        if self._filter.text().strip():
            entries = only(entries, containing(self._filter.text()))
        shorts = {unit.name: unit.short or unit.name for unit in self._controller.units}
        reader = self._controller.unit_reader
        self.view.show_entries(
            self._timeline,
            entries,
            lambda cell: [_chip(mention, shorts) for mention in reader.read(cell)],
        )
        self._show_page(bool(entries))
        self.status_changed.emit()

    # What is empty

    def _show_page(self, filled: bool) -> None:
        self._pages.setCurrentIndex(0 if filled else 1)
        if filled:
            return
        if self._timeline.rows:
            self._empty_words.setText("Không có nhiệm vụ nào khớp với điều kiện lọc.")
            self._empty_button.setText("Bỏ lọc")
        else:
            year = self._controller.year
            self._empty_words.setText(
                f"Kế hoạch năm {year} chưa có nhiệm vụ nào để xem tiến độ."
                if self._controller.plan is not None
                else f"Chưa có kế hoạch năm {year}."
            )
            self._empty_button.setText("Mở trang Kế hoạch")

    def _leave_empty(self) -> None:
        if not self._timeline.rows:
            self.plan_asked.emit()
            return
        self._waiting.setChecked(False)
        self._overdue.setChecked(False)
        self._filter_action.setChecked(False)

    # Tools

    def _choose_scale(self, place: int) -> None:
        self.view.set_scale((CLOSED, this_quarter(self._day), ALL_OPEN)[place])
        self._show_scale(self.view.scale)

    def _show_scale(self, scale: Scale) -> None:
        """Press the button of the scale, none where it is one of the clerk's own."""
        current = this_quarter(self._day) if self._timeline.today is not None else None
        _press(self._scales, [scale == CLOSED, scale == current, scale == ALL_OPEN])

    def _show_filter(self, on: bool) -> None:
        self._filter.setVisible(on)
        if on:
            self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._filter.clear()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words for the window

    def _tell(self, words: str) -> None:
        self._told = words
        self.status_changed.emit()

    def status(self) -> str:
        """Counts, and the current row."""
        counts = summary_words(row for row in self._timeline.rows if isinstance(row, TimelineRow))
        return " · ".join(filter(None, (counts, self._told and f"Đang chọn: {self._told}")))

    def menu_actions(self, menu: str) -> list[QAction | None]:
        """Commands of the tab."""
        if menu == "view":
            return [self._today_action, self._filter_action]
        return [self._export_action] if menu == "tools" else []


class _FilterField(QLineEdit):
    """Shown while there is a filter; Enter and arrow down go to the rows, Escape ends it."""

    left = Signal()
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setPlaceholderText("Nhiệm vụ, đơn vị, thời gian")
        self.setAccessibleName("Lọc các nhiệm vụ, không cần gõ dấu")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.px(160))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _press(group: QButtonGroup, pressed: Sequence[bool]) -> None:
    group.setExclusive(False)  # else a pressed button could not be released
    for place, down in enumerate(pressed):
        group.button(place).setChecked(down)
    group.setExclusive(True)


def _chip(mention: UnitMention, shorts: dict[str, str]) -> Chip:
    if mention.name is None or not mention.sure:
        return Chip(f"{mention.typed} ?", known=False)
    return Chip(shorts.get(mention.name, mention.name))
