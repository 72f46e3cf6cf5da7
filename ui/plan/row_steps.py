"""Steps on whole rows of the plan's table: put in, taken away, shifted, numbered."""

from collections.abc import Callable

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from ui.plan.steps import Steps


class RowSteps(Steps):
    """Act on the rows that are selected in the grid."""

    def insert_task(self) -> None:
        """An empty task below the selection."""
        self._insert(Task)

    def insert_group(self) -> None:
        """An empty group below the group that the selection stands in."""
        self._insert(Group)

    def insert_area(self) -> None:
        """An empty area below the area that the selection stands in."""
        self._insert(Area)

    def _insert(self, kind: type[Area] | type[Group] | type[Task]) -> None:
        self._put_in(
            lambda project, plan, after: table_editing.insert_blank(project, plan, kind, after)
        )

    def insert_same_goal(self) -> None:
        """A further task under the goal of the last one selected."""
        self._put_in(_below_same_goal)

    def _put_in(self, describe: Callable[[Project, Plan, str | None], Change]) -> None:
        plan = self.ready()
        if plan is None:
            return
        chosen = self.grid.chosen_ids()
        new = self._new_rows(
            lambda: self.controller.do(describe, plan, chosen[-1] if chosen else None)
        )
        if new:
            self.grid.go_to(Place(new[0].id, self._first_column(new[0])), edit=True)

    def _new_rows(self, step: Callable[[], bool]) -> list[Row]:
        """The rows that a step brings."""
        known = {row.id for row in self.grid.table.rows}
        return [row for row in self.grid.table.rows if row.id not in known] if step() else []

    def _first_column(self, row: Row) -> str:
        if not isinstance(row, Task):
            return ""
        keys = [column.key for column in self.grid.table.columns]
        shown = "goal" in keys and not self.grid.isColumnHidden(keys.index("goal"))
        return "goal" if shown and not row.goal else "task"

    def duplicate(self) -> None:
        """Copies of the selected rows behind them."""
        ids = self.grid.chosen_ids() if self.ready() else []
        if ids:
            new = self._new_rows(lambda: self.controller.do(planning.duplicate, ids))
            self.grid.select_rows([row.id for row in new])

    def delete(self) -> None:
        """The selected rows away; what stood below comes under the cursor."""
        if self.ready():
            self._delete(self.grid.chosen_ids())

    def delete_branches(self) -> None:
        """The selected headings away with all their rows."""
        project, plan = self.controller.project, self.ready()
        if project and plan:
            ids = self.grid.chosen_ids()
            self._delete([b for row_id in ids for b in table_editing.branch(project, plan, row_id)])

    def _delete(self, ids: list[str]) -> None:
        row, column = (self.grid.table.row_of(ids[0]) if ids else None), 0
        if row is not None:
            column = max(self.grid.currentIndex().column(), 0)
        if row is not None and self.controller.do(planning.delete, ids):
            self.grid.stand_on(self.grid.nearest_shown(row, column))

    def up(self) -> None:
        """The selected rows past the neighbour above."""
        self._shift(up=True)

    def down(self) -> None:
        """The selected rows past the neighbour below."""
        self._shift(up=False)

    def _shift(self, *, up: bool) -> None:
        """The selected rows, headings with their branches, past their neighbour."""
        ids = self.grid.chosen_ids() if self.ready() else []
        if ids and self.controller.do(table_editing.shift, ids, up=up):
            self.grid.select_rows(ids)
            self.grid.scrollTo(self.grid.currentIndex())

    def renumber(self) -> None:
        """All numbers anew in the plan's style."""
        plan = self.ready()
        if plan is not None:
            self.controller.do(table_editing.renumber, plan)


def _below_same_goal(project: Project, plan: Plan, after: str | None) -> Change:
    return table_editing.insert_same_goal(project, plan, after or "")
