"""Which rows of the table are shown: folding, and a filter that does not mind marks."""

from collections.abc import Sequence

from cchc_desktop.domain.columns import Column
from cchc_desktop.domain.outline import headings_over
from cchc_desktop.domain.plan import Area, Group, Row, Task, heading_text
from cchc_desktop.domain.vietnamese import fold


class ShownRows:
    """`folded` are the ids of headings whose rows are folded away. While a filter is on, it alone
    counts: what it finds is never folded away.
    """

    def __init__(self) -> None:
        self.folded: set[str] = set()
        self._wanted = ""
        self._columns: Sequence[Column] = ()
        self._plain: dict[Row, str] = {}  # rows without marks: typing a filter asks again and again

    @property
    def filtering(self) -> bool:
        """Whether a filter is on."""
        return bool(self._wanted)

    def look_for(self, words: str) -> None:
        """Filter by words, or not at all without any."""
        self._wanted = fold(words.strip())

    def hidden(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[bool]:
        """Which of the rows are not to be seen."""
        if self._wanted:
            return self._filtered_out(rows, columns)
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

    def _filtered_out(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[bool]:
        """All but the rows that hold the words, and the headings over them."""
        if columns is not self._columns:
            self._columns = columns
            self._plain.clear()
        known, self._plain = self._plain, {}
        hidden = [True] * len(rows)
        over: dict[type[Row], int] = {}
        for row, record in enumerate(rows):
            match record:
                case Area():
                    over = {Area: row}
                case Group():
                    over[Group] = row
            plain = self._plain[record] = known.get(record) or self._folded_words(record)
            if self._wanted in plain:
                for shown in (row, *over.values()):
                    hidden[shown] = False
        return hidden

    def _folded_words(self, record: Row) -> str:
        if not isinstance(record, Task):
            return fold(heading_text(record))
        return "\n".join(fold(column.text(record)) for column in self._columns)

    def open_to(self, rows: Sequence[Row], row: int) -> None:
        """Show a row: no filter, and the headings over it unfolded."""
        self._wanted = ""
        for heading in headings_over(rows, row):
            self.folded.discard(heading.id)
