"""Where the rows of a table stand: by id, under which goal, and how many tasks a heading has."""

from collections.abc import Sequence

from cchc_desktop.domain.plan import Area, Group, Row, Task


class RowPlaces:
    """Of rows in order; made anew where the order or a goal changes."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.row_of = {record.id: row for row, record in enumerate(rows)}
        self.tasks_under: dict[str, int] = {}  # by a heading's id, those of its groups among them
        self._goals: list[range] = []
        self._count(rows)
        self._find_goals(rows)

    def goal_rows(self, row: int) -> range:
        """The rows of the tasks that share this row's goal; it alone without one."""
        return self._goals[row]

    def _count(self, rows: Sequence[Row]) -> None:
        over: dict[type[Row], str] = {}
        for record in rows:
            match record:
                case Area():
                    over = {Area: record.id}
                case Group():
                    over[Group] = record.id
                case Task():
                    for heading in over.values():
                        self.tasks_under[heading] = self.tasks_under.get(heading, 0) + 1

    def _find_goals(self, rows: Sequence[Row]) -> None:
        first, goal = 0, ""
        for row, record in enumerate(rows):
            own = record.goal if isinstance(record, Task) else ""
            if row and not (own and own == goal):
                self._goals += [range(first, row)] * (row - first)
                first = row
            goal = own
        self._goals += [range(first, len(rows))] * (len(rows) - first)
