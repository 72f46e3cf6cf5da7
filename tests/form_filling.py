"""A unit's form in the hands of whoever fills it in: written into, and damaged as forms are."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.domain.section_form import KEY, TITLES


class Form:
    """A form opened by openpyxl. Rows are named by words of their task, and of their time where
    those are not enough; columns by key.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet: Worksheet = self.book["Phiếu"]
        cells = ((cell.row, cell.value) for cell in self.sheet["A"])
        self.head = next(row for row, value in cells if value == TITLES["number"])

    def column(self, key: str) -> int:
        """The number of a column."""
        title = TITLES[key]
        head = self.sheet[self.head]
        return next(c.column for c in head if str(c.value or "").startswith(title))

    def row(self, task: str, time: str = "") -> int:
        """The number of the first row whose task has these words."""
        for row in range(self.head + 1, self.sheet.max_row + 1):
            if task in self.text(row, "task") and time in self.text(row, "time"):
                return row
        raise LookupError(task)

    def task_rows(self) -> list[int]:
        """The rows with a task."""
        rows = range(self.head + 1, self.sheet.max_row + 1)
        return [row for row in rows if self.text(row, "task")]

    def spare_row(self) -> int:
        """The first row for work outside the plan."""
        return self.task_rows()[-1] + 2

    def text(self, row: int, key: str) -> str:
        """What a cell says."""
        return str(self.sheet.cell(row, self.column(key)).value or "")

    def write(self, row: int, **answers: object) -> "Form":
        """Writes cells of a row, by column."""
        for key, value in answers.items():
            cell = self.sheet.cell(row, self.column(key))
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl takes "=..." as a formula, a cell of text does not
        return self

    def values(self, row: int) -> list[object]:
        """All cells of a row, from the first column."""
        return [self.sheet.cell(row, n).value for n in range(1, self.sheet.max_column + 1)]

    def put(self, row: int, values: list[object]) -> None:
        """All cells of a row at once."""
        for number, value in enumerate(values, start=1):
            self.sheet.cell(row, number).value = value

    def swap_keys(self, one: int, other: int) -> None:
        """The keys of two rows in each other's place: pasted without the hidden column."""
        column = self.column(KEY)
        a, b = self.sheet.cell(one, column), self.sheet.cell(other, column)
        a.value, b.value = b.value, a.value

    def lose(self, *keys: str) -> "Form":
        """Deletes columns."""
        for key in keys:
            self.sheet.delete_cols(self.column(key))
        return self

    def lose_stamp(self) -> "Form":
        """Takes the line with the stamp away."""
        for row in range(1, self.head):
            if "Mã phiếu" in str(self.sheet.cell(row, 1).value):
                self.sheet.cell(row, 1).value = None
        return self

    def saved(self, name: str = "") -> Path:
        """Saved, under another name in the same folder where one is given."""
        path = self.path.with_name(name) if name else self.path
        self.book.save(path)
        return path
