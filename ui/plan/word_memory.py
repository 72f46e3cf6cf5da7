"""Words used before, for suggestions: earlier cells of a column in all years, and the units."""

from PySide6.QtCore import QObject

from cchc_desktop.domain.columns import STANDARD
from cchc_desktop.domain.plan import Task
from ui.project_controller import ProjectController
from ui.widgets.suggestions import Matching, Source
from ui.widgets.unit_chips import UNIT_COLUMNS

_SEPARATORS = ";\n"
_LONGEST = 200  # characters of a cell worth offering again


class WordMemory(QObject):
    """Asked when an editor opens, so that it always knows the newest cells."""

    def __init__(self, controller: ProjectController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller

    def source(self, key: str) -> Source:
        """What to offer in a column's editor."""
        if key in UNIT_COLUMNS:
            names = Matching(lambda: [unit.name for unit in self._controller.units])
            return lambda typed: _last_part(typed, names)
        return Matching(lambda: self._cells(key))

    def _cells(self, key: str) -> list[str]:
        """The column's distinct cells, the years newest first."""
        project, column = self._controller.project, STANDARD.get(key)
        if project is None or column is None:
            return []
        seen: dict[str, None] = {}
        for plan in reversed(project.plans()):
            for row in project.rows(plan):
                if isinstance(row, Task) and 0 < len(text := column.text(row)) <= _LONGEST:
                    seen.setdefault(text)
        return list(seen)


def _last_part(typed: str, names: Source) -> list[str]:
    """The cell with its last name completed."""
    cut = max((typed.rfind(mark) for mark in _SEPARATORS), default=-1) + 1
    head, last = typed[:cut], typed[cut:]
    blank = " " if head and head[-1] == ";" else ""
    return [f"{head}{blank}{name}" for name in names(last)]
