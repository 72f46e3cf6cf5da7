"""The command Tìm và thay…: asks for the words, has the places reviewed, writes what was chosen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.contents import Contents
from ui.plan.grid import PlanGrid
from ui.project_controller import ProjectController
from ui.widgets.tab import Tab

if TYPE_CHECKING:  # loaded when it is wanted: the plan is on the screen before
    from cchc_desktop.domain.text_search import TextSearch
    from cchc_desktop.services.replacing import Cell, Replacing
    from ui.plan.replace_dialog import ReplaceDialog, Scope

_WHOLE = "Cả kế hoạch"
_LONGEST = 40  # characters of a column's title


class ReplaceCommand(QObject):
    """`review_wanted(ReviewPage)`: to be shown over the tabs; with None it is over."""

    review_wanted = Signal(object)

    def __init__(self, controller: ProjectController, grid: PlanGrid, tab: Tab) -> None:
        super().__init__(tab)
        self._controller, self._grid, self._tab = controller, grid, tab
        self._last: tuple[TextSearch, str] | None = None  # looked for, and put in its place
        self.action = tab.action("Tìm và thay…", "Ctrl+H", run=self._ask)

    def offer(self) -> None:
        """Offer it where there is something to write to."""
        writable = self._controller.writable and self._controller.plan is not None
        self.action.setEnabled(writable)

    def _ask(self) -> None:
        from ui.plan.replace_dialog import ReplaceDialog

        project, plan = self._controller.project, self._controller.plan
        if project is None or plan is None or not self._controller.settle():
            return
        contents = project.snapshot()
        scopes, chosen = self._scopes(contents, plan)
        dialog = ReplaceDialog(contents, plan, scopes, self._last, self._tab.theme, self._tab)
        dialog.where.setCurrentIndex(chosen)
        dialog.accepted.connect(partial(self._review, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _scopes(self, contents: Contents, plan: Plan) -> "tuple[list[Scope], int]":
        """Where to look, and which of these places is meant first: the cells that are selected
        where they are several, as in Excel.
        """
        from cchc_desktop.services.replacing import NARRATIVE, TABLE, narrative_cells, table_cells
        from ui.plan.replace_dialog import Scope

        table, narrative = table_cells(contents, plan), narrative_cells(contents, plan)
        scopes = [
            Scope(_WHOLE, [*table, *narrative]),
            Scope(TABLE, table),
            Scope(NARRATIVE, narrative),
        ]
        places = self._selected() if self._grid.isVisible() else []
        if not places:
            return scopes, 0
        columns = {key: title for _, key, title in places if title}
        if columns:
            titles = [shortened(title, _LONGEST) for title in columns.values()]
            words = f"Cột {titles[0]}" if len(titles) == 1 else f"{len(titles)} cột đang chọn"
            scopes.append(Scope(words, [cell for cell in table if cell.field in columns]))
        selected = {(record_id, key) for record_id, key, _ in places}
        words = f"Các ô đang chọn ({len(places)})"
        scopes.append(Scope(words, [cell for cell in table if _covers(cell, selected)]))
        return scopes, len(scopes) - 1 if len(places) > 1 else 0

    def _selected(self) -> list[tuple[str, str, str]]:
        """Of each selected cell the record's id, the field and the column's title; a heading has no
        column.
        """
        table, index = self._grid.table, self._grid.currentIndex()
        # nothing counts as selected where one stands on a heading beside its first cell
        places = self._grid.chosen_cells() or ([(index.row(), 0)] if index.isValid() else [])
        cells = [(table.rows[row], table.columns[place]) for row, place in places]
        return [
            (row.id, column.key, column.title) if isinstance(row, Task) else (row.id, "title", "")
            for row, column in cells
        ]

    def _review(self, dialog: "ReplaceDialog") -> None:
        from ui.review.replacing import ReplaceReview

        found = dialog.replacing
        self._last = found.search, found.words
        page = ReplaceReview(found, self._tab.theme)
        page.accepted.connect(self._accept)
        page.cancelled.connect(partial(self.review_wanted.emit, None))
        self.review_wanted.emit(page)

    def _accept(self, replacing: "Replacing") -> None:
        if self._controller.apply(replacing.accept()):
            self.review_wanted.emit(None)


def _covers(cell: "Cell", selected: set[tuple[str, str]]) -> bool:
    return any((record_id, cell.field) in selected for record_id in cell.covers)
