"""Columns of the task table: one description for the grid, Excel, the section form, Word and
reading table heads.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from cchc_desktop.domain.plan import Plan, Task

OWN = "own:"  # prefix of the key of a column that only this plan has
NUMBER = "number"
LEAD, COORDINATING = "lead", "coordinating"
UNIT_KEYS = (LEAD, COORDINATING)


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of the table's width; `text` what a task shows; `reader` a task with
    typed text taken in.
    """

    key: str
    title: str
    width: int
    text: Callable[[Task], str]
    reader: Callable[[Task, str], Task]


def _field(name: str) -> tuple[Callable[[Task], str], Callable[[Task, str], Task]]:
    text: Callable[[Task], str] = attrgetter(name)

    def reader(task: Task, typed: str) -> Task:
        return replace(task, **{name: typed})  # type: ignore[arg-type]

    return text, reader


def _own(key: str) -> tuple[Callable[[Task], str], Callable[[Task, str], Task]]:
    def text(task: Task) -> str:
        return dict(task.own).get(key, "")

    def reader(task: Task, typed: str) -> Task:
        return replace(task, own=tuple((dict(task.own) | {key: typed}).items()))

    return text, reader


def _standard(key: str, title: str, width: int, field: str) -> Column:
    text, reader = _field(field)
    return Column(key, title, width, text, reader)


STANDARD = {
    column.key: column
    for column in (
        _standard(NUMBER, "STT", 5, "number"),
        _standard("goal", "Mục tiêu", 16, "goal"),
        _standard("task", "Nhiệm vụ cụ thể", 28, "text"),
        _standard("deliverable", "Kết quả/Sản phẩm", 16, "deliverable"),
        _standard(LEAD, "Đơn vị chủ trì", 12, "lead"),
        _standard(COORDINATING, "Đơn vị phối hợp", 13, "coordinating"),
        _standard("time", "Thời gian hoàn thành", 12, "time"),
    )
}
# Keys in Plan.columns: the area or group stands in a column merged downwards ("Nhiệm vụ chung").
AREA_COLUMN, GROUP_COLUMN = "area", "group"
HEADING_WIDTHS = {AREA_COLUMN: 12, GROUP_COLUMN: 12}  # shares, as Column.width
SEVEN = tuple((column.key, column.title) for column in STANDARD.values())
SIX = (
    (AREA_COLUMN, "Nhiệm vụ chung"),
    ("task", "Nhiệm vụ cụ thể"),
    ("deliverable", "Sản phẩm"),
    ("lead", "Cơ quan chủ trì"),
    ("coordinating", "Cơ quan phối hợp"),
    ("time", "Thời gian thực hiện"),
)


def column(key: str, title: str) -> Column:
    """The column of a key, under the plan's own title; unknown keys are the plan's own columns."""
    known = STANDARD.get(key)
    if known is not None:
        return replace(known, title=title)
    text, reader = _own(key)
    return Column(key, title, 10, text, reader)


def columns_of(plan: Plan) -> tuple[Column, ...]:
    """The plan's task columns in its order; area and group columns, which are headings, are left
    out.
    """
    pairs = plan.columns or SEVEN
    return tuple(
        column(key, title) for key, title in pairs if key not in (AREA_COLUMN, GROUP_COLUMN)
    )


def number_first(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns as an outline shows them: the number, which tells rows apart, before the others,
    also where there is none.
    """
    number = next((column for column in columns if column.key == NUMBER), STANDARD[NUMBER])
    return (number, *(column for column in columns if column.key != NUMBER))
