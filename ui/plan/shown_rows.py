"""Which rows of the table are shown: folding, and a filter, which does not mind marks."""

from collections.abc import Sequence

from cchc_desktop.domain.outline import headings_over
from cchc_desktop.domain.plan import Area, Group, Row, Task, heading_text
from cchc_desktop.domain.table_filter import TableFilter
from cchc_desktop.domain.task_values import TaskValues
from cchc_desktop.domain.vietnamese import fold


class ShownRows:
    """`folded` are the ids of headings whose rows are folded away. While a filter is on, it alone
    counts: what it finds is never folded away, and what is edited or comes later stays as it is
    until the filter is applied anew.
    """

    def __init__(self) -> None:
        self.folded: set[str] = set()
        self.filter = TableFilter()
        self._left_out: set[str] = set()  # ids, as the filter was applied

    @property
    def filtering(self) -> bool:
        """Whether a filter is on."""
        return bool(self.filter)

    def apply(self, wanted: TableFilter, rows: Sequence[Row], values: TaskValues) -> None:
        """Filter the rows as they are now; an empty filter leaves all of them."""
        self.filter = wanted
        plain, leaves = fold(wanted.words.strip()), values.leaving(wanted)
        self._left_out = set()
        for record in rows if wanted else ():
            if isinstance(record, Task):
                fits = leaves(record)
            else:  # a heading has no cells: it is found by its words alone
                fits = not wanted.columns and plain in fold(heading_text(record))
            if not fits:
                self._left_out.add(record.id)

    def outdated(self, record: Row, values: TaskValues) -> bool:
        """Whether the filter would treat a task otherwise, applied anew."""
        if not (self.filtering and isinstance(record, Task)):
            return False
        return values.leaving(self.filter)(record) == (record.id in self._left_out)

    def tasks_left(self, rows: Sequence[Row]) -> int:
        """How many tasks the filter leaves."""
        return sum(isinstance(row, Task) and row.id not in self._left_out for row in rows)

    def hidden(self, rows: Sequence[Row]) -> list[bool]:
        """Which of the rows are not to be seen."""
        if self.filtering:
            return self._filtered_out(rows)
        hidden, area_folded, group_folded = [], False, False
        for record in rows:
            match record:
                case Area():
                    area_folded, group_folded = record.id in self.folded, False
                    hidden.append(False)
                case Group():
                    group_folded = record.id in self.folded
                    hidden.append(area_folded)
                case Task():
                    hidden.append(area_folded or group_folded)
        return hidden

    def _filtered_out(self, rows: Sequence[Row]) -> list[bool]:
        """All but the rows that the filter leaves, and the headings over them."""
        hidden = [True] * len(rows)
        over: dict[type[Row], int] = {}
        for row, record in enumerate(rows):
            match record:
                case Area():
                    over = {Area: row}
                case Group():
                    over[Group] = row
            if record.id not in self._left_out:
                for shown in (row, *over.values()):
                    hidden[shown] = False
        return hidden

    def open_to(self, rows: Sequence[Row], row: int) -> None:
        """Show a row: no filter, and the headings over it unfolded."""
        self.filter, self._left_out = TableFilter(), set()
        for heading in headings_over(rows, row):
            self.folded.discard(heading.id)
