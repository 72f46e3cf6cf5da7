"""Steps on cells of the plan's table: copied, pasted, filled and cleared."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.services import planning, table_editing
from ui.plan.clipboard import Block, as_mime, from_mime, repeated
from ui.plan.steps import Steps

Cells = list[tuple[str, Column, str]]  # the task's id, the column, the text


class CellSteps(Steps):
    """Act on the cells that are selected in the grid; while a text is typed somewhere, cutting,
    copying and pasting are the text's own.
    """

    def copy(self) -> None:
        """The selected cells to the clipboard, as a block."""
        field = _typed_in()
        if field is not None:
            field.copy()
            return
        cells = self.grid.chosen_cells()
        if not cells:
            return
        table = self.grid.table
        columns = sorted({column for _, column in cells})
        rows = sorted({row for row, _ in cells})
        chosen = set(cells)
        block = [
            [table.index(row, n).data() if (row, n) in chosen else "" for n in columns]
            for row in rows
        ]
        QGuiApplication.clipboard().setMimeData(as_mime(block))

    def cut(self) -> None:
        """The selected cells to the clipboard and empty."""
        field = _typed_in()
        if field is not None:
            field.cut()
        elif self.ready():
            self.copy()
            self.clear()

    def clear(self) -> None:
        """The words of the selected cells away."""
        if self.ready():
            texts = dict.fromkeys(self.grid.chosen_cells(), "")
            filled = {place: "" for place in texts if self.grid.table.text(*place)}
            self._write(filled, "Xoá nội dung ô")

    def fill_down(self) -> None:
        """The first selected row's words into the others; one row takes them from the row above."""
        if not self.ready():
            return
        table, chosen = self.grid.table, self.grid.chosen_cells()
        rows = sorted({row for row, _ in chosen if not table.is_heading(row)})
        if not rows:
            return
        source = rows[0] if len(rows) > 1 else self._task_above(rows[0])
        if source is None:
            return
        texts = {
            (row, column): table.text(source, column)
            for row, column in chosen
            if row != source and table.columns[column].key != "number"
        }
        self._write(texts, "Chép giống ô trên")

    def _task_above(self, row: int) -> int | None:
        return next((n for n in range(row - 1, -1, -1) if self._shows_task(n)), None)

    def _shows_task(self, row: int) -> bool:
        return not self.grid.table.is_heading(row) and not self.grid.isRowHidden(row)

    def write_today(self) -> None:
        """Today's date as the law writes dates in figures."""
        index, today = self.grid.currentIndex(), date.today()
        if self.ready() and index.isValid():
            text = f"{today.day:02d}/{today.month:02d}/{today.year}"
            self._write({(index.row(), index.column()): text}, "Ghi ngày hôm nay")

    def paste(self) -> None:
        """The clipboard's block from the current cell on; one row of it fills all selected rows.
        Rows past the end become new tasks.
        """
        field = _typed_in()
        if field is not None:
            field.paste()
            return
        plan, block = self.ready(), from_mime(QGuiApplication.clipboard().mimeData())
        index = self.grid.currentIndex()
        if plan is None or not block:
            return
        if not index.isValid():
            self._insert_block(plan, block, None)
            return
        if len(block) == len(block[0]) == 1 and self.grid.table.is_heading(index.row()):
            self.grid.table.setData(index, block[0][0])
            return
        chosen = self.grid.chosen_cells()
        tasks = [row for row in sorted({row for row, _ in chosen}) if self._shows_task(row)]
        columns = sorted({column for _, column in chosen})
        block = repeated(block, len(tasks), len(columns))
        row, column = (tasks[0], columns[0]) if chosen and tasks else (index.row(), index.column())
        self._paste_block(plan, block, row, column)

    def _paste_block(self, plan: Plan, block: Block, row: int, column: int) -> None:
        table = self.grid.table
        rows = [n for n in range(row, len(table.rows)) if self._shows_task(n)]
        columns = [n for n in range(column, len(table.columns)) if not self.grid.isColumnHidden(n)]
        cells = self._cells(
            {
                (target, place): text
                for target, line in zip(rows, block, strict=False)
                for place, text in zip(columns, line, strict=False)
            }
        )
        left, shown = block[len(rows) :], [table.columns[n] for n in columns]
        self.controller.do(table_editing.paste, plan, cells, left, shown)

    def insert_copied_rows(self) -> None:
        """The clipboard's rows as new tasks below the current row, columns from the first on."""
        plan, block = self.ready(), from_mime(QGuiApplication.clipboard().mimeData())
        if plan is not None and block:
            chosen = self.grid.chosen_ids()
            self._insert_block(plan, block, chosen[-1] if chosen else None)

    def _insert_block(self, plan: Plan, block: Block, after: str | None) -> None:
        table = self.grid.table
        shown = [c for n, c in enumerate(table.columns) if not self.grid.isColumnHidden(n)]
        if max(map(len, block)) < len(shown):
            shown = [column for column in shown if column.key != "number"]
        self.controller.do(table_editing.insert_texts, plan, block, shown, after)

    def _cells(self, texts: dict[tuple[int, int], str]) -> Cells:
        """Texts by row and column as cells of tasks; headings are left out."""
        table = self.grid.table
        return [
            (task.id, table.columns[column], text)
            for (row, column), text in texts.items()
            if isinstance(task := table.rows[row], Task)
        ]

    def _write(self, texts: dict[tuple[int, int], str], label: str) -> None:
        cells = self._cells(texts)
        if cells:
            self.controller.do(planning.write_cells, cells, label)


def _typed_in() -> QPlainTextEdit | QLineEdit | None:
    """The text that the user is typing in, if any."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QPlainTextEdit | QLineEdit) else None
