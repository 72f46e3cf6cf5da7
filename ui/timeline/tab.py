"""The tab Tiến độ: the year of the plan as a strip, grouped and filtered as the clerk wants."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.progress import NOTHING_SAID
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
from cchc_desktop.services.progress import progress_of
from ui.cell_reading import CellReading
from ui.kit import Kit
from ui.timeline.legend import Legend
from ui.timeline.view import TimelineView
from ui.widgets.cells import Chip
from ui.widgets.controls import (
    action_button,
    choice,
    icon_button,
    label,
    tool_row,
    upright,
    when_escaped,
)
from ui.widgets.count_button import CountButton
from ui.widgets.empty import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.tab import Tab

_NARROW = 150  # the text scale from which the toolbar has no room for all its words
_SCALES = ("Quý", "Quý này", "12 tháng")


class TimelineTab(Tab):
    """Follows the controller; while hidden it only remembers that it is out of date."""

    hints = (("Space", "mở quý"), ("Enter", "sửa thời gian"), ("Ctrl + / −", "phóng"))
    edit_asked = Signal(object)  # Place: the time or the result of a task is to be edited
    plan_asked = Signal()  # there is nothing to show: the tab of the plan is wanted

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent)
        controller, theme, today = kit.controller, kit.theme, kit.today
        self._controller, self._shared, self._today = controller, kit.shared, today
        self._stale, self._own_scale, self._day = True, False, today()
        self._timeline = Timeline(0, ())
        self._reading = CellReading(controller, self)
        self._told = ""
        self.view = TimelineView(theme)
        self._legend = Legend(theme)
        self._build_actions()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._empty = EmptyState(theme)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_tools())
        column.addWidget(self._pages, 1)
        column.addWidget(self._legend)
        self._connect()

    # Building

    def _build_actions(self) -> None:
        make = self.action
        self._today_action = make("Hôm nay", "Ctrl+H", "calendar", self.view.show_today)
        self._filter_action = make("Lọc trong bảng", "Ctrl+F", "list-filter", self._focus_filter)
        self._result_action = make("Ghi kết quả", "F9", "check", self._ask_for_result)

    def _build_tools(self) -> QWidget:
        theme = self.theme
        box, row = tool_row(theme)
        for action in (self._shared.undo, self._shared.redo):
            row.addWidget(icon_button(theme, action))
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
        if not narrow:
            row.addWidget(action_button(theme, self._today_action, kind="quiet"))
        words = "Lọc" if narrow else "Lọc    Ctrl+F"
        self._filter = SearchField(words, "Lọc các nhiệm vụ, không cần gõ dấu")
        self._filter.setMaximumWidth(theme.px(210))
        row.addWidget(self._filter, 1)
        row.addStretch(1)
        waiting, overdue = ("Chờ", "Quá hạn") if narrow else ("Chờ sự kiện", "Quá hạn")
        if theme.scale > _NARROW:
            waiting = overdue = ""
        self._waiting = CountButton(theme, waiting, "hourglass", "amb", name="Chờ sự kiện")
        self._overdue = CountButton(theme, overdue, "circle-alert", "red", name="Quá hạn")
        row.addWidget(self._waiting)
        row.addWidget(self._overdue)
        export = self._shared.export_timeline
        row.addWidget(action_button(theme, export, kind="primary", words="In, xuất…"))
        return box

    def _connect(self) -> None:
        controller = self._controller
        controller.opened.connect(self._take_other_plan)
        controller.plan_chosen.connect(self._take_other_plan)
        controller.changed.connect(self._mark_stale)
        self._grouping.idClicked.connect(self._show_rows)
        self._scales.idClicked.connect(self._choose_scale)
        self._waiting.toggled.connect(self._show_rows)
        self._overdue.toggled.connect(self._show_rows)
        self._filter.typed.connect(self._show_rows)
        self._filter.returnPressed.connect(self._leave_filter)
        when_escaped(self._filter, self._end_filter)
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
        self._drop_filters()
        self._mark_stale()

    def _refresh(self) -> None:
        """Read the plan anew."""
        self._stale, self._day = False, self._today()
        plan, project = self._controller.plan, self._controller.project
        rows = project.rows(plan) if project is not None and plan is not None else []
        year = self._controller.year
        progress = progress_of(project, plan) if project and plan else NOTHING_SAID
        items = timeline_items(rows, year, self._reading.schedule_in, progress)
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
        self.view.show_entries(self._timeline, entries, self._lead_chips)
        self._show_page(bool(entries))
        self.status_changed.emit()

    def _lead_chips(self, cell: str) -> Sequence[Chip]:
        return self._reading.chips("lead", cell)

    # What is empty

    def _show_page(self, filled: bool) -> None:
        self._pages.setCurrentIndex(0 if filled else 1)
        self._legend.setVisible(filled)
        if filled:
            return
        if self._timeline.rows:
            self._empty.show_state(
                "Không có nhiệm vụ nào khớp với điều kiện lọc.",
                (("Bỏ lọc", self._show_all),),
                writable=True,
            )
        else:
            year, plan = self._controller.year, self._controller.plan
            self._empty.show_state(
                f"Kế hoạch năm {year} chưa có nhiệm vụ nào."
                if plan
                else f"Chưa có kế hoạch năm {year}.",
                (
                    ("Mở trang Kế hoạch", self.plan_asked.emit),
                    ("Nhập từ Word, Excel…", self._shared.import_plan.trigger),
                ),
                writable=True,
            )

    def _drop_filters(self) -> None:
        blocked = [QSignalBlocker(each) for each in (self._waiting, self._overdue, self._filter)]
        self._waiting.setChecked(False)
        self._overdue.setChecked(False)
        self._filter.clear()
        for each in blocked:
            each.unblock()

    def _show_all(self) -> None:
        self._drop_filters()
        self._show_rows()

    # Tools

    def _choose_scale(self, place: int) -> None:
        self.view.set_scale((CLOSED, this_quarter(self._day), ALL_OPEN)[place])
        self._show_scale(self.view.scale)

    def _show_scale(self, scale: Scale) -> None:
        """Press the button of the scale, none where it is one of the clerk's own."""
        current = this_quarter(self._day) if self._timeline.today is not None else None
        _press(self._scales, [scale == CLOSED, scale == current, scale == ALL_OPEN])

    def _focus_filter(self) -> None:
        self._filter.begin()

    def _leave_filter(self) -> None:
        self._filter.tell_now()
        self.home.setFocus()

    def _end_filter(self) -> None:
        self._filter.clear()
        self._leave_filter()

    @property
    def home(self) -> QWidget:
        """The strip, or what fills an empty page."""
        shown = self._pages.currentIndex() == 0
        return self.view if shown else self._empty.first_way or self._filter

    def _ask_for_result(self) -> None:
        task = self.view.current_task
        if task:
            self.edit_asked.emit(Place(task, RESULT))

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
            return [self._today_action]
        if menu == "edit":
            return [self._result_action, None, self._filter_action]
        return []


def _press(group: QButtonGroup, pressed: Sequence[bool]) -> None:
    group.setExclusive(False)  # else a pressed button could not be released
    for place, down in enumerate(pressed):
        group.button(place).setChecked(down)
    group.setExclusive(True)
