"""The tab Kế hoạch: toolbar, the grid or the narrative, and the pane with details and findings."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.domain.plan_check import PlanCheck
from cchc_desktop.services import checking, planning
from ui.actions import SharedActions
from ui.cell_reading import CellReading, schedule_words
from ui.plan.column_menu import ColumnMenu
from ui.plan.commands import PlanCommands
from ui.plan.detail_pane import DetailPane
from ui.plan.grid import PlanGrid
from ui.plan.narrative_page import NarrativePage
from ui.plan.table_model import PlanTableModel
from ui.plan.word_memory import WordMemory
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import action_button, button, choice, icon_button, label, tool_row, upright
from ui.widgets.empty import EmptyState
from ui.widgets.findings import FindingsPanel
from ui.widgets.side_pane import SidePane
from ui.widgets.tab import Tab

_CHECK_DELAY = 200  # milliseconds after the last step
_TABLE, _NARRATIVE = 0, 1
_DETAILS, _FINDINGS = 0, 1
_TYPING_DELAY = 150


class PlanTab(Tab):
    """The plan of the year shown."""

    title, icon = "Kế hoạch", "table-2"
    hints = (
        ("F2", "sửa"),
        ("Ctrl+Enter", "thêm dòng"),
        ("Alt+↑↓", "chuyển dòng"),
        ("F1", "phím tắt"),
    )

    def __init__(self, controller: ProjectController, shared: SharedActions, theme: Theme) -> None:
        super().__init__(theme)
        self._controller, self._shared = controller, shared
        art = CellArt(theme)
        self._reading = CellReading(controller, self)
        self.model = PlanTableModel(controller, self)
        self.grid = PlanGrid(self.model, art, self._reading, WordMemory(controller, self))
        self.commands = PlanCommands(controller, self.grid, self)
        self.narrative = NarrativePage(controller, theme, self)
        self.details = DetailPane(controller, self.model, art, self._reading)
        self.findings = FindingsPanel(
            theme, art, cures=self._cures, empty="Không có chỗ nào cần xem lại."
        )
        self._check = PlanCheck()
        self._check_soon = self._timer(_CHECK_DELAY, self.check)
        self._filter_soon = self._timer(_TYPING_DELAY, self._apply_filter)
        self._make_actions()
        self._build(theme)
        self._connect()
        self.refresh()

    def _timer(self, pause: int, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(run)
        return timer

    # Building

    def _make_actions(self) -> None:
        self._find = self.action("Lọc trong bảng", "Ctrl+F", "list-filter")
        self._next = self.action("Chỗ cần xem kế tiếp", "F8", "arrow-down")
        self._previous = self.action("Chỗ cần xem trước", "Shift+F8", "arrow-up")
        self._cure = self.action("Sửa theo gợi ý đầu tiên", "Alt+1")
        self._details = self.action("Chi tiết", "F4", "panel-right", checkable=True)
        self._check_list = self.action("Kiểm tra", "F7", "list-checks", checkable=True)
        self._fold = self.action("Thu gọn mọi lĩnh vực")
        self._unfold = self.action("Mở mọi lĩnh vực")
        self._switch = self.action("Bảng nhiệm vụ / Phần lời", "Ctrl+T")

    def _build(self, theme: Theme) -> None:
        bar, row = tool_row(theme)
        for action in (self._shared.undo, self._shared.redo):
            row.addWidget(icon_button(theme, action))
        row.addWidget(upright(theme))
        narrow = theme.scale >= 150
        names = ("Bảng" if narrow else "Bảng nhiệm vụ", "Phần lời")
        self._view_box, self._view = choice(theme, names)
        row.addWidget(self._view_box)
        row.addWidget(upright(theme))
        words = "Thêm" if narrow else "Thêm nhiệm vụ"
        row.addWidget(action_button(theme, self.commands.add_task, kind="quiet", words=words))
        if not narrow:
            row.addWidget(
                action_button(theme, self._shared.import_plan, kind="quiet", words="Nhập…")
            )
        self._columns = ColumnMenu(self._controller, self.grid)
        self._column_button = button(
            theme, self._columns.words, "columns-3", kind="quiet", name="Cột"
        )
        self._column_button.setMenu(self._columns)
        row.addWidget(self._column_button)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Lọc trong bảng    Ctrl+F")
        self._filter.setAccessibleName("Lọc trong bảng, không cần gõ dấu")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(theme.px(210))
        row.addWidget(self._filter, 1)
        row.addStretch(1)
        self._finding_count = label("", "amber")
        self._check_button = self._counted(self._check_list, self._finding_count)
        row.addWidget(self._check_button)
        row.addWidget(action_button(theme, self._details))
        row.addWidget(action_button(theme, self._shared.export_plan, kind="primary", words="Xuất…"))
        self._pane = SidePane(theme, (("Chi tiết", self.details), ("Kiểm tra", self.findings)))
        self._empty = EmptyState(theme)
        self._table_page = QStackedWidget()
        self._table_page.addWidget(self.grid)
        self._table_page.addWidget(self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table_page)
        self._pages.addWidget(self.narrative)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._pages)
        self._split.addWidget(self._pane)
        self._split.setStretchFactor(0, 1)
        self._split.setCollapsible(0, False)
        self._split.setSizes([theme.px(1070), theme.px(296)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._split, 1)
        self._show_pane(None if narrow else _DETAILS)

    def _counted(self, action: QAction, count: QLabel) -> QPushButton:
        """A button with a badge beside its word."""
        made = action_button(self.theme, action, kind="counted")
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, self.theme.px(8), 0)
        inside.addStretch(1)
        inside.addWidget(count)
        return made

    def _connect(self) -> None:
        controller = self._controller
        controller.opened.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        controller.changed.connect(self._follow)
        self.grid.current_changed.connect(self._show_current)
        self.grid.selectionModel().selectionChanged.connect(self.status_changed)
        self.model.modelReset.connect(self._name_columns)
        self._view.idClicked.connect(self.show_view)
        self._filter.textChanged.connect(self._filter_soon.start)
        self._filter.returnPressed.connect(self.grid.setFocus)
        self._find.triggered.connect(self._focus_filter)
        self._next.triggered.connect(self._go_next)
        self._previous.triggered.connect(self._go_previous)
        self._cure.triggered.connect(self.findings.take_first_cure)
        self._details.triggered.connect(self._toggle_details)
        self._check_list.triggered.connect(self._toggle_findings)
        self._fold.triggered.connect(self._fold_all)
        self._unfold.triggered.connect(self._unfold_all)
        self._switch.triggered.connect(self._switch_view)
        self.findings.chosen.connect(self._jump_to_finding)
        self.findings.cure_chosen.connect(self._take_cure)
        self._pane.closed.connect(self._close_pane)
        self._pane.chosen.connect(self._show_pane)

    # What the window asks

    def menu_actions(self, menu: str) -> list[QAction | None]:
        match menu:
            case "edit":
                return [*self.commands.editing, None, self._find]
            case "insert":
                return [*self.commands.inserting, None, *self.narrative.actions_of_sections[:1]]
            case "view":
                panes: list[QAction | None] = [self._switch, self._details, self._check_list]
                return [*panes, None, self._fold, self._unfold]
            case "tools":
                return [self._next, self._previous, self._cure]
        return []

    def status(self) -> str:
        rows = self.model.rows
        areas = sum(isinstance(row, Area) for row in rows)
        tasks = sum(isinstance(row, Task) for row in rows)
        parts = [f"{areas} lĩnh vực · {tasks} nhiệm vụ"]
        record, index = self.grid.current_record, self.grid.currentIndex()
        if isinstance(record, Task) and self.model.columns[index.column()].key == "time":
            covers, due = schedule_words(self._reading.schedule(record.time))
            parts.append(f"Đọc là {covers or 'chưa rõ'}" + (f", hạn {due}" if due else ""))
        return "    ".join(parts)

    def jump_to(self, place: Place) -> bool:
        if self.narrative.show_section(place.record_id):
            self.show_view(_NARRATIVE)
            return True
        if self.grid.go_to(place):
            self.show_view(_TABLE)
            self.grid.setFocus()
            return True
        plan = self._controller.plan
        if plan is not None and plan.id == place.record_id:
            self.show_view(_NARRATIVE)
            self.narrative.show_head()
            return True
        return False

    def commit(self) -> None:
        """Write what is being typed anywhere in the tab."""
        self.details.commit()
        self.narrative.commit()

    # What is shown

    def refresh(self) -> None:
        """Another file or year."""
        self._check = PlanCheck()
        self._filter.clear()
        self._show_empty_or_table()
        self.commands.refresh()
        self._show_current()
        self.check()

    def _follow(self, change: Change) -> None:
        self._show_empty_or_table()
        self._check_soon.start()
        self.status_changed.emit()

    def _show_empty_or_table(self) -> None:
        plan, year = self._controller.plan, self._controller.year
        if plan is None:
            self._empty.show_state(
                f"Chưa có kế hoạch năm {year}.",
                (
                    ("Tạo kế hoạch trống", self._new_plan),
                    ("Nhập từ Word, Excel…", self._shared.import_plan.trigger),
                ),
                writable=self._controller.writable,
            )
        elif not self.model.rows:
            self._empty.show_state(
                "Bảng nhiệm vụ còn trống.",
                (
                    ("Thêm lĩnh vực", self.commands.add_area.trigger),
                    ("Thêm nhiệm vụ", self.commands.add_task.trigger),
                    ("Nhập từ Word, Excel…", self._shared.import_plan.trigger),
                ),
                writable=self._controller.writable,
            )
        empty = plan is None or not self.model.rows
        self._table_page.setCurrentIndex(1 if empty else 0)

    def _new_plan(self) -> None:
        self._controller.do(planning.new_plan, self._controller.year)

    def show_view(self, view: int) -> None:
        """The table (0) or the narrative (1)."""
        self.commit()
        self._pages.setCurrentIndex(view)
        self._view.button(view).setChecked(True)
        self._details.setEnabled(view == _TABLE)
        if view == _NARRATIVE and self._details.isChecked():
            self._show_pane(None)
        self.status_changed.emit()

    def _switch_view(self) -> None:
        self.show_view(_NARRATIVE if self._pages.currentIndex() == _TABLE else _TABLE)

    def _show_current(self) -> None:
        self.details.show_record(self.grid.current_record)
        self.status_changed.emit()

    def _name_columns(self) -> None:
        self._column_button.setText(self._columns.words)

    # The pane

    def _toggle_details(self, on: bool) -> None:
        self._show_pane(_DETAILS if on else None)

    def _toggle_findings(self, on: bool) -> None:
        self._show_pane(_FINDINGS if on else None)

    def _close_pane(self) -> None:
        self._show_pane(None)

    def _show_pane(self, page: int | None) -> None:
        self._pane.setVisible(page is not None)
        if page is not None:
            self._pane.show_page(page)
        self._details.setChecked(page == _DETAILS)
        self._check_list.setChecked(page == _FINDINGS)

    # Filtering and folding

    def _focus_filter(self) -> None:
        self.show_view(_TABLE)
        self._filter.setFocus()
        self._filter.selectAll()

    def _apply_filter(self) -> None:
        self.grid.filter(self._filter.text())

    def _fold_all(self) -> None:
        self.grid.fold_all(fold_them=True)

    def _unfold_all(self) -> None:
        self.grid.fold_all(fold_them=False)

    # Findings

    def check(self) -> None:
        """Look for what the clerk should see to."""
        project, plan = self._controller.project, self._controller.plan
        found = checking.plan_findings(project, plan, self._check) if project and plan else []
        self.model.show_findings(found)
        self.findings.show_findings(found)
        self._finding_count.setText(str(len(found)))
        self._finding_count.setVisible(bool(found))
        badge = self._finding_count.sizeHint().width() + self.theme.px(8) if found else 0
        self._check_button.setMinimumWidth(self.theme.px(100) + badge)
        self._check_button.setAccessibleName(f"Kiểm tra: {len(found)} chỗ")
        self._pane.name_page(_FINDINGS, f"Kiểm tra ({len(found)})" if found else "Kiểm tra")

    def _cures(self, finding: Finding) -> tuple[Change, ...]:
        project, plan = self._controller.project, self._controller.plan
        if project is None or plan is None or not self._controller.writable:
            return ()
        return checking.cures(project, plan, finding)

    def _go_next(self) -> None:
        self._show_pane(_FINDINGS)
        self.findings.go(1)

    def _go_previous(self) -> None:
        self._show_pane(_FINDINGS)
        self.findings.go(-1)

    def _jump_to_finding(self, finding: Finding) -> None:
        if finding.at is not None:
            self.jump_to(finding.at)

    def _take_cure(self, change: Change) -> None:
        if self._controller.apply(change):
            self.check()
