"""The phụ lục số liệu for Qt: a row for each indicator under the row of its group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.figures import (
    FigureLine,
    edit_indicator,
    figure_lines,
    write_figure,
)
from ui.project_controller import ProjectController
from ui.widgets.rows_model import Index, RowsModel

_PARTS = "parts"  # of a percentage: the codes of its tử số and mẫu số


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table: `width` in pixels at 100 %, 0 for the rest; `field` of the indicator
    that is typed in it, or of the figure.
    """

    key: str
    title: str
    width: int
    typed: bool = True


COLUMNS = (
    _Column("code", "Mã", 48),
    _Column("name", "Chỉ tiêu", 0),
    _Column("unit", "Đơn vị", 84),
    _Column(_PARTS, "Cách tính", 84),
    _Column("value", "Kỳ này", 92),
    _Column("before", "Kỳ trước", 84, typed=False),
    _Column("last_year", "Năm trước", 88, typed=False),
    _Column("note", "Ghi chú", 120),
)
KEYS = [column.key for column in COLUMNS]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A group's name, or an indicator with its values."""

    id: str
    group: str = ""
    line: FigureLine | None = None


class FiguresModel(RowsModel):
    """Follows the file when it is told to."""

    ROW = Qt.ItemDataRole.UserRole + 1

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__([column.title for column in COLUMNS], parent)
        self._controller = controller
        self._period: ReportingPeriod | None = None
        self.rows: list[FigureRow]

    def show_period(self, period: ReportingPeriod | None) -> None:
        """The figures of a period as the file has them now."""
        self._period, project = period, self._controller.project
        lines: Sequence[FigureLine] = ()
        if project is not None and period is not None:
            lines = figure_lines(project, period.year, period)
        self.show_rows(_rows(lines))

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator; -1 where it is not there."""
        return next((n for n, row in enumerate(self.rows) if row.id == indicator_id), -1)

    @property
    def filled(self) -> int:
        """How many indicators have a value in the period."""
        return sum(row.line is not None and bool(row.line.value) for row in self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == self.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _text(row, column.key, typed=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            computed = ", tính từ tử số và mẫu số" if is_computed(row, column.key) else ""
            return f"{column.title}: {_text(row, column.key, typed=False)}{computed}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.rows[index.row()].line is None:
            return flags
        typed = self._controller.writable and COLUMNS[index.column()].typed
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, key = self.rows[index.row()], COLUMNS[index.column()].key
        line, period = row.line, self._period
        if role != Qt.ItemDataRole.EditRole or line is None or period is None:
            return False
        words = " ".join(nfc(str(value)).split())
        if words == _text(row, key, typed=True):
            return True
        if key == _PARTS:
            return self._write_parts(line, words)
        if key not in ("value", "note"):
            return self._controller.do(edit_indicator, line.indicator.id, **{key: words})
        figure = line.figure
        told = {
            "value": figure.value if figure is not None else "",
            "note": figure.note if figure is not None else "",
            key: words,
        }
        return self._controller.do(
            write_figure, line.indicator.id, period, told["value"], told["note"]
        )

    def _write_parts(self, line: FigureLine, words: str) -> bool:
        numerator, slash, denominator = (part.strip() for part in words.partition("/"))
        codes = {row.line.indicator.code for row in self.rows if row.line is not None}
        known = not words or (slash and {numerator, denominator} <= codes)
        if not known:
            self._controller.refused.emit(
                "Cách tính là mã tử số / mã mẫu số của hai dòng trong bảng, ví dụ 1.2 / 1.1; "
                "hãy gõ lại, hoặc để trống."
            )
            return False
        return self._controller.do(
            edit_indicator, line.indicator.id, numerator=numerator, denominator=denominator
        )


def _part_words(line: FigureLine) -> str:
    parts = line.indicator.numerator, line.indicator.denominator
    return " / ".join(parts) if any(parts) else ""


def is_computed(row: FigureRow, key: str) -> bool:
    """Whether a value is not typed but follows from its parts."""
    line = row.line
    return key == "value" and line is not None and bool(line.value) and not _typed_value(line)


def _typed_value(line: FigureLine) -> str:
    return line.figure.value if line.figure is not None else ""


def _rows(lines: Sequence[FigureLine]) -> list[FigureRow]:
    groups: dict[str, list[FigureLine]] = {}
    for line in lines:
        groups.setdefault(line.indicator.group, []).append(line)
    rows: list[FigureRow] = []
    for group, under in groups.items():
        if group:
            rows.append(FigureRow(f"group:{group}", group))
        rows += [FigureRow(line.indicator.id, line=line) for line in under]
    return rows


def _text(row: FigureRow, key: str, *, typed: bool) -> str:
    line = row.line
    if line is None:
        return row.group if key == "name" else ""
    match key:
        case "value":
            return _typed_value(line) if typed else line.value
        case "before" | "last_year":
            return str(getattr(line, key))
        case "note":
            return line.figure.note if line.figure is not None else ""
        case "parts":
            return _part_words(line)
    return str(getattr(line.indicator, key))
