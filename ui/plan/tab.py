"""The tab Kế hoạch: toolbar, the grid or the narrative, and the pane with details and findings."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import RESULT, Finding, Place
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.domain.schedule_words import schedule_words
from ui.cell_reading import CellReading
from ui.kit import Kit
from ui.plan.check_list import CheckList
from ui.plan.column_menu import ColumnMenu
from ui.plan.commands import PlanCommands
from ui.plan.detail_pane import DetailPane
from ui.plan.filtering import Filtering
from ui.plan.grid import PlanGrid
from ui.plan.narrative_page import NarrativePage
from ui.plan.pages import NARRATIVE, TABLE, PlanPages
from ui.plan.pane import DETAILS, FINDINGS, RESULTS, PlanPane
from ui.plan.replacing import ReplaceCommand
from ui.plan.table_model import PlanTableModel
from ui.plan.toolbar import PlanToolbar
from ui.plan.view_menu import ViewMenu
from ui.plan.word_memory import WordMemory
from ui.results.panel import ResultPanel
from ui.widgets.cells import CellArt
from ui.widgets.controls import when_escaped
from ui.widgets.kept_widths import KeptWidths
from ui.widgets.tab import Tab


class PlanTab(Tab):
    """The plan of the year shown. `form_check_asked(Plan)`: its form is to be checked."""

    form_check_asked = Signal(object)
    hints = (
        ("F2", "sửa"),
        ("Ctrl+Enter", "thêm dòng"),
        ("Alt+↑↓", "chuyển dòng"),
        ("F1", "phím tắt"),
    )

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent)
        controller, theme, today = kit.controller, kit.theme, kit.today
        self._controller, self._shared = controller, kit.shared
        art = CellArt(theme)
        self._reading = CellReading(controller, self)
        self.model = PlanTableModel(controller, self)
        memory, widths = WordMemory(controller, self), KeptWidths(kit.choices, "plan", theme, self)
        self.grid = PlanGrid(self.model, art, self._reading, memory, widths)
        self.commands = PlanCommands(controller, self.grid, self)
        self.narrative = NarrativePage(controller, theme, self)
        self.details = DetailPane(controller, self.model, art, self._reading, today)
        self.results = ResultPanel(controller, theme, today)
        self.check_list = CheckList(controller, self.model, art, self)
        self.findings = self.check_list.panel
        self._columns = ColumnMenu(controller, self.grid)
        views = ViewMenu(kit.choices, self.model, self)
        self.pane = PlanPane(self, self.details, self.results, self.findings)
        self._make_actions()
        self.toolbar = PlanToolbar(
            theme,
            kit.shared,
            self.commands.add_task,
            self.pane.actions_of_pages[FINDINGS],
            self.pane.actions_of_pages[DETAILS],
            self._columns,
            views,
        )
        self.filtering = Filtering(
            controller, self.grid, self._reading, views, self._columns, self.toolbar, today, self
        )
        self._build()
        self._connect()
        self.refresh()

    # Building

    def _make_actions(self) -> None:
        make, fold = self.action, self.grid.fold_all
        self._find = make("Lọc trong bảng", "Ctrl+F", "list-filter", self._focus_filter)
        self.replacing = ReplaceCommand(self._controller, self.grid, self)
        self.check_form = make(
            "Kiểm tra thể thức kế hoạch", "", "file-text", self._ask_for_form_check
        )
        self._cite = make("Dẫn văn bản…", "Ctrl+K", "link", self._cite_document)
        self._fold = make("Thu gọn mọi lĩnh vực", run=partial(fold, fold_them=True))
        self._unfold = make("Mở mọi lĩnh vực", run=partial(fold, fold_them=False))
        self._switch = make("Bảng nhiệm vụ / Phần lời", "Ctrl+T", run=self._switch_view)
        self._rounds = self.make_round_actions()

    def _build(self) -> None:
        theme = self.theme
        split = QSplitter(Qt.Orientation.Horizontal, self)
        self._pages = PlanPages(
            self._controller,
            theme,
            self.grid,
            self.narrative,
            self.commands,
            self._shared.import_plan,
            self._end_filter,
            split,
        )
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        split.setSizes([theme.px(1070), theme.px(296)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.filtering.strip)
        column.addWidget(split, 1)
        self.pane.turn_to(None if self.toolbar.narrow else DETAILS)

    def _connect(self) -> None:
        controller, grid, bar = self._controller, self.grid, self.toolbar
        controller.settling.connect(self.commit)
        controller.opened.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        controller.changed.connect(self._follow)
        grid.current_changed.connect(self._show_current)
        grid.selectionModel().selectionChanged.connect(self.status_changed)
        # queued: the row is gone back to when the step away from it is over
        self.details.held.connect(self._go_back, Qt.ConnectionType.QueuedConnection)
        self.results.held.connect(self._go_back, Qt.ConnectionType.QueuedConnection)
        self._columns.renamed.connect(bar.name_columns)
        bar.name_columns(self._columns.words)
        bar.view_chosen.connect(self.show_view)
        self.filtering.applied.connect(self._show_rows)
        self.filtering.left.connect(self._go_home)
        when_escaped(bar.filter, self._end_words)
        bar.filter.returnPressed.connect(self._leave_filter)
        self.pane.left.connect(self._go_home)
        self.findings.chosen.connect(self._jump_to_finding)
        self.check_list.counted.connect(self._show_count)
        self.check_list.walked.connect(partial(self.pane.turn_to, FINDINGS))

    # What the window asks

    def menu_actions(self, menu: str) -> list[QAction | None]:
        sections = self.narrative.actions_of_sections
        match menu:
            case "edit":
                return [
                    *self.commands.editing,
                    None,
                    *sections[1:],
                    None,
                    self._find,
                    self.replacing.action,
                ]
            case "insert":
                return [*self.commands.inserting, None, *sections[:1], None, self._cite]
            case "view":
                panes: list[QAction | None] = [self._switch, *self.pane.actions_of_pages]
                panes += [None, *self.filtering.actions]
                return [*panes, None, self._fold, self._unfold, None, *self._rounds]
            case "tools":
                return [*self.check_list.actions, None, self.check_form]
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
        plan = self._controller.plan
        if self.narrative.holds(place.record_id) or (plan and plan.id == place.record_id):
            self.show_view(NARRATIVE)
            self.narrative.go_to(place)
        elif self.model.row_of(place.record_id) is not None:
            self.show_view(TABLE)
            if place.column == RESULT:
                self._go_to_result(place.record_id)
            else:
                self.grid.go_to(place)
                self.grid.setFocus()
        else:
            return False
        return True

    def _go_to_result(self, task_id: str) -> None:
        self.pane.turn_to(RESULTS)
        self.grid.go_to(Place(task_id))
        self.results.begin()
        # the pane takes room from the table: the row is brought back into view after that
        QTimer.singleShot(0, self, self._see_current)

    def _see_current(self) -> None:
        self.grid.scrollTo(self.grid.currentIndex())

    def commit(self) -> None:
        """Write what is being typed anywhere in the tab."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        self.grid.commit()
        self.details.commit()
        self.results.commit()
        self.narrative.commit()

    # What is shown

    def refresh(self) -> None:
        """Another file or year."""
        self.filtering.end()
        self._show_current()
        self.check_list.refresh()

    def _follow(self) -> None:
        self._show_rows()
        self.status_changed.emit()

    def _show_rows(self) -> None:
        self._pages.follow(self.filtering.wanted)
        self._offer_commands()

    def _offer_commands(self) -> None:
        table_shown = self._pages.currentIndex() == TABLE
        self.commands.offer(table_shown=table_shown)
        self.replacing.offer()
        self._cite.setEnabled(table_shown and self._controller.writable)
        self.check_form.setEnabled(self._controller.plan is not None)

    def show_view(self, view: int) -> None:
        """The table (0) or the narrative (1)."""
        self.commit()
        self._pages.setCurrentIndex(view)
        self.toolbar.show_view(view)
        self.pane.offer_rows(shown=view == TABLE)
        self._offer_commands()
        self.status_changed.emit()

    def _switch_view(self) -> None:
        self.show_view(NARRATIVE if self._pages.currentIndex() == TABLE else TABLE)
        self.home.setFocus()

    def _show_current(self) -> None:
        record = self.grid.current_record
        self.details.show_record(record)
        self.results.show_task(record if isinstance(record, Task) else None)
        self.status_changed.emit()

    def _go_back(self, record_id: str) -> None:
        self.grid.go_to(Place(record_id))

    # The pane

    def _cite_document(self) -> None:
        self._controller.settle()
        self.results.cite()

    def _go_home(self) -> None:
        self.home.setFocus()

    @property
    def home(self) -> QWidget:
        """The table, the list of sections, or what fills an empty table."""
        return self._pages.home or self.toolbar.filter

    def areas(self) -> list[tuple[QWidget, QWidget]]:
        return [
            (self.toolbar, self.toolbar.filter),
            (self._pages, self.home),
            (self.pane, self.pane.first_control),
        ]

    # Filtering

    def _focus_filter(self) -> None:
        self.show_view(TABLE)
        self.toolbar.filter.begin()

    def _leave_filter(self) -> None:
        self.toolbar.filter.tell_now()
        self.home.setFocus()

    def _end_words(self) -> None:
        self.filtering.end_words()
        self.home.setFocus()

    def _end_filter(self) -> None:
        self.filtering.end()
        self.home.setFocus()

    # Findings

    def _ask_for_form_check(self) -> None:
        self.form_check_asked.emit(self._controller.plan)

    def _show_count(self, count: int) -> None:
        self.toolbar.show_count(count)
        self.pane.show_count(FINDINGS, count)

    def _jump_to_finding(self, finding: Finding) -> None:
        if finding.at is not None:
            self.jump_to(finding.at)
