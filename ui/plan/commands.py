"""What the tab Kế hoạch does to the plan's rows: actions with their keys, and their steps."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from ui.plan.clipboard import Block, as_mime, from_mime
from ui.plan.grid import PlanGrid
from ui.project_controller import ProjectController
from ui.widgets.tab import Tab

Cells = list[tuple[str, Column, str]]


class PlanCommands(QObject):
    """Acts on the grid's selection."""

    def __init__(self, controller: ProjectController, grid: PlanGrid, tab: Tab) -> None:
        super().__init__(tab)
        self._controller, self._grid, self._tab = controller, grid, tab
        keys = QKeySequence.StandardKey
        make = self._make
        self.add_task = make("Nhiệm vụ bên dưới", "Ctrl+Return", "plus", self._insert(Task))
        self.add_same_goal = make("Nhiệm vụ cùng mục tiêu", "Ctrl+M", "", self.insert_same_goal)
        self.add_group = make("Nhóm", "Ctrl+G", "", self._insert(Group))
        self.add_area = make("Lĩnh vực", "Ctrl+L", "", self._insert(Area))
        self.duplicate = make("Nhân đôi dòng", "Ctrl+U", "copy", self.duplicate_rows)
        self.delete = make("Xoá dòng", "Ctrl+-", "trash-2", self.delete_rows)
        self.delete_branch = make("Xoá cả nhánh", "", "", self.delete_branches)
        self.up = make("Chuyển lên", "Alt+Up", "arrow-up", lambda: self.shift(up=True))
        self.down = make("Chuyển xuống", "Alt+Down", "arrow-down", lambda: self.shift(up=False))
        self.renumber = make("Đánh số lại", "", "", self.number_rows)
        self.cut = make("Cắt", keys.Cut, "", self.cut_cells)
        self.copy = make("Sao chép", keys.Copy, "copy", self.copy_cells)
        self.paste = make("Dán", keys.Paste, "", self.paste_cells)
        self.paste_rows = make("Chèn các dòng đã sao chép", "", "", self.insert_copied_rows)
        self.fill_down = make("Giống ô trên", "Ctrl+D", "", self.fill_cells_down)
        self.today = make("Ghi ngày hôm nay", "Ctrl+;", "", self.write_today)
        grid.cleared.connect(self.clear_cells)

    def _make(
        self, words: str, keys: str | QKeySequence.StandardKey, icon: str, run: Callable[[], object]
    ) -> QAction:
        action = self._tab.action(words, keys, icon)
        action.triggered.connect(lambda: run())
        return action

    @property
    def inserting(self) -> list[QAction | None]:
        """The menu Chèn."""
        rows: list[QAction | None] = [
            self.add_task,
            self.add_same_goal,
            self.add_group,
            self.add_area,
        ]
        return [*rows, None, self.duplicate, self.paste_rows, None, self.fill_down, self.today]

    @property
    def editing(self) -> list[QAction | None]:
        """The tab's part of the menu Sửa."""
        rows: list[QAction | None] = [
            self.up,
            self.down,
            self.renumber,
            self.delete,
            self.delete_branch,
        ]
        return [self.cut, self.copy, self.paste, None, *rows]

    def refresh(self) -> None:
        """Offer what is possible now."""
        writable = self._controller.writable and self._controller.plan is not None
        for action in (*self.inserting, *self.editing):
            if action is not None and action is not self.copy:
                action.setEnabled(writable)

    # Rows

    def _insert(self, kind: type[Area] | type[Group] | type[Task]) -> Callable[[], None]:
        def run() -> None:
            self._put_in(
                lambda project, plan, after: table_editing.insert_blank(project, plan, kind, after)
            )

        return run

    def insert_same_goal(self) -> None:
        """A further task under the goal of the current one."""
        if isinstance(self._grid.current_record, Task):
            self._put_in(
                lambda project, plan, after: table_editing.insert_same_goal(
                    project, plan, after or ""
                )
            )

    def _put_in(self, describe: Callable[[Project, Plan, str | None], Change]) -> None:
        plan = self._ready()
        if plan is None:
            return
        chosen = self._grid.chosen_ids()
        after = chosen[-1] if chosen else None
        known = {row.id for row in self._grid.table.rows}
        if self._controller.do(describe, plan, after):
            new = next((row for row in self._grid.table.rows if row.id not in known), None)
            if new is not None:
                self._grid.go_to(Place(new.id, self._first_column(new)), edit=True)

    def _first_column(self, row: Row) -> str:
        if not isinstance(row, Task):
            return ""
        keys = [column.key for column in self._grid.table.columns]
        return "goal" if "goal" in keys and not row.goal else "task"

    def duplicate_rows(self) -> None:
        """Copies of the selected rows behind them."""
        if self._ready():
            self._controller.do(planning.duplicate, self._grid.chosen_ids())

    def delete_rows(self) -> None:
        """The selected rows away; what stood below comes under the cursor."""
        self._delete(self._grid.chosen_ids())

    def delete_branches(self) -> None:
        """The selected headings away with all their rows."""
        project, plan = self._controller.project, self._ready()
        if project and plan:
            ids = self._grid.chosen_ids()
            self._delete([b for row_id in ids for b in table_editing.branch(project, plan, row_id)])

    def _delete(self, ids: list[str]) -> None:
        if not ids or not self._ready():
            return
        index = self._grid.currentIndex()
        if self._controller.do(planning.delete, ids):
            row = min(index.row(), len(self._grid.table.rows) - 1)
            self._grid.setCurrentIndex(self._grid.table.index(row, max(index.column(), 0)))

    def shift(self, *, up: bool) -> None:
        """The selected rows, headings with their branches, past their neighbour."""
        ids = self._grid.chosen_ids()
        if ids and self._ready() and self._controller.do(table_editing.shift, ids, up=up):
            self._grid.select_rows(ids)
            self._grid.scrollTo(self._grid.currentIndex())

    def number_rows(self) -> None:
        """All numbers anew in the plan's style."""
        plan = self._ready()
        if plan is not None:
            self._controller.do(table_editing.renumber, plan)

    def _ready(self) -> Plan | None:
        """The plan, once what is being typed is written; None where edits are not possible."""
        if not self._controller.writable:
            return None
        self._grid.setFocus()
        return self._controller.plan

    # Cells

    def copy_cells(self) -> None:
        """The selected cells to the clipboard, as a block."""
        cells = self._grid.chosen_cells()
        if not cells:
            return
        table = self._grid.table
        columns = sorted({column for _, column in cells})
        rows = sorted({row for row, _ in cells})
        block = [[table.index(row, column).data() for column in columns] for row in rows]
        QGuiApplication.clipboard().setMimeData(as_mime(block))

    def cut_cells(self) -> None:
        """The selected cells to the clipboard and empty."""
        self.copy_cells()
        self.clear_cells()

    def clear_cells(self) -> None:
        """The words of the selected cells away."""
        cells = self._cells(dict.fromkeys(self._grid.chosen_cells(), ""))
        self._write([cell for cell in cells if cell[1].text(self._task(cell[0]))], "Xoá nội dung ô")

    def fill_cells_down(self) -> None:
        """The first selected row's words into the others; one row takes them from the row above."""
        chosen = self._grid.chosen_cells()
        rows = [
            row
            for row in sorted({row for row, _ in chosen})
            if not self._grid.table.is_heading(row)
        ]
        if not rows:
            return
        source = rows[0] if len(rows) > 1 else self._task_above(rows[0])
        if source is None:
            return
        table = self._grid.table
        texts = {
            (row, column): table.index(source, column).data()
            for row, column in chosen
            if row != source and table.columns[column].key != "number"
        }
        self._write(self._cells(texts), "Chép giống ô trên")

    def _task_above(self, row: int) -> int | None:
        return next((n for n in range(row - 1, -1, -1) if self._shows_task(n)), None)

    def _shows_task(self, row: int) -> bool:
        return not self._grid.table.is_heading(row) and not self._grid.isRowHidden(row)

    def write_today(self) -> None:
        """Today's date as the law writes dates in figures."""
        index, today = self._grid.currentIndex(), date.today()
        if index.isValid():
            text = f"{today.day:02d}/{today.month:02d}/{today.year}"
            self._write(self._cells({(index.row(), index.column()): text}), "Ghi ngày hôm nay")

    def paste_cells(self) -> None:
        """The clipboard's block from the current cell on; one cell fills the selection. Rows past
        the end become new tasks.
        """
        plan, block = self._ready(), from_mime(QGuiApplication.clipboard().mimeData())
        index = self._grid.currentIndex()
        if plan is None or not block:
            return
        if not index.isValid():
            self._insert_block(plan, block, None)
            return
        chosen = self._grid.chosen_cells()
        if len(block) == len(block[0]) == 1 and len(chosen) > 1:
            self._write(self._cells(dict.fromkeys(chosen, block[0][0])), "Dán")
            return
        first = self._grid.table.is_heading(index.row())
        if first and len(block) == 1 and len(block[0]) == 1:
            self._grid.table.setData(index, block[0][0])
            return
        self._paste_block(plan, block, index.row(), index.column())

    def _paste_block(self, plan: Plan, block: Block, row: int, column: int) -> None:
        table = self._grid.table
        rows = [n for n in range(row, len(table.rows)) if self._shows_task(n)]
        columns = [n for n in range(column, len(table.columns)) if not self._grid.isColumnHidden(n)]
        texts = {
            (target, place): text
            for target, line in zip(rows, block, strict=False)
            for place, text in zip(columns, line, strict=False)
        }
        shown = [table.columns[n] for n in columns]
        left = block[len(rows) :]
        self._controller.do(table_editing.paste, plan, self._cells(texts), left, shown)

    def insert_copied_rows(self) -> None:
        """The clipboard's rows as new tasks below the current row, columns from the first on."""
        plan, block = self._ready(), from_mime(QGuiApplication.clipboard().mimeData())
        if plan is not None and block:
            chosen = self._grid.chosen_ids()
            self._insert_block(plan, block, chosen[-1] if chosen else None)

    def _insert_block(self, plan: Plan, block: Block, after: str | None) -> None:
        table = self._grid.table
        shown = [c for n, c in enumerate(table.columns) if not self._grid.isColumnHidden(n)]
        if len(block[0]) < len(shown):
            shown = [column for column in shown if column.key != "number"]
        self._controller.do(table_editing.insert_texts, plan, block, shown, after)

    def _cells(self, texts: dict[tuple[int, int], str]) -> Cells:
        """Texts by row and column as cells of tasks; headings are left out."""
        table = self._grid.table
        return [
            (table.rows[row].id, table.columns[column], text)
            for (row, column), text in texts.items()
            if not table.is_heading(row)
        ]

    def _task(self, record_id: str) -> Task:
        row = self._grid.table.row_of(record_id)
        assert row is not None
        task = self._grid.table.rows[row]
        assert isinstance(task, Task)
        return task

    def _write(self, cells: Cells, label: str) -> None:
        if cells and self._ready():
            self._controller.do(planning.write_cells, cells, label)
