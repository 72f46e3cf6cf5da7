"""The tables of a report's phụ lục: its figures, and the plan's tasks with what was done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cchc_desktop.documents.plan_table import plan_table
from cchc_desktop.documents.table_lines import Line, ShownColumn
from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN, SEVEN, column
from cchc_desktop.domain.content import Cell, Table
from cchc_desktop.domain.plan import Plan, Row, Task
from cchc_desktop.domain.report import Indicator

_FIGURES = (
    ("STT", 6),
    ("Chỉ tiêu", 40),
    ("Đơn vị tính", 12),
    ("Kỳ này", 13),
    ("Kỳ trước", 13),
    ("Ghi chú", 16),
)
_RESULT_WIDTH, _STANDING_WIDTH = 25, 16  # shares, as ShownColumn.width


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A line of the phụ lục số liệu: values as they are printed, "" for none."""

    indicator: Indicator
    value: str
    before: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What the report says of a task: what was done, a line each, and how it stands."""

    text: str = ""
    standing: str = ""


def figures_table(figures: Iterable[PrintedFigure]) -> Table:
    """The figures in their order, those of one group under its name."""
    rows: list[tuple[Cell, ...]] = []
    for group, lines in groupby(figures, key=lambda figure: figure.indicator.group):
        if group:
            rows.append((Cell(group, "cell_area", len(_FIGURES)),))
        rows += map(_figure_cells, lines)
    head = tuple(Cell(title, "cell_head") for title, _ in _FIGURES)
    return Table(tuple(width for _, width in _FIGURES), (head,), tuple(rows))


def _figure_cells(figure: PrintedFigure) -> tuple[Cell, ...]:
    return (
        Cell(figure.indicator.code, "cell_centre"),
        Cell(figure.indicator.name),
        Cell(figure.indicator.unit, "cell_centre"),
        Cell(figure.value, "cell_centre"),
        Cell(figure.before, "cell_centre"),
        Cell(figure.note),
    )


def results_table(plan: Plan, rows: Sequence[Row], results: Mapping[str, TaskResult]) -> Table:
    """The plan's table with two columns more, without those that say nothing in any row; `results`
    by the ids of the tasks.
    """
    nothing = TaskResult()
    tasks = [row for row in rows if isinstance(row, Task)]
    said = tuple(
        (key, title)
        for key, title in plan.columns or SEVEN
        if key in (AREA_COLUMN, GROUP_COLUMN) or any(map(column(key, title).text, tasks))
    )

    def of(line: Line) -> TaskResult:
        return results.get(line.task.id, nothing) if line.task is not None else nothing

    def texts(lines: Sequence[Line]) -> list[str]:
        return [of(line).text for line in lines]

    def standings(lines: Sequence[Line]) -> list[str]:
        return [of(line).standing for line in lines]

    more = (
        ShownColumn("result", "Kết quả", _RESULT_WIDTH, "cell", texts),
        ShownColumn("standing", "Tình trạng", _STANDING_WIDTH, "cell", standings),
    )
    return plan_table(replace(plan, columns=said), rows, more)
