"""Columns that hold two kinds of words: who leads and who co-operates, or a product and its time.
Which columns do is decided once for a table; each of their cells is parted where it says how.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.columns import STANDARD
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.intake.column_titles import meaning
from cchc_desktop.intake.head_columns import HeadColumn
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.time_apart import deliverable_and_time, says_time
from cchc_desktop.intake.unit_roles import lead_and_coordinating, says_role

_LAST_MARK = re.compile(r"(.+?)\s*(?:[,/;&+(–-]|\bvà\b)\s*(?!.*(?:[,/;&+(–-]|\bvà\b))(.+?)\)?")
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_UNCLEAR = {
    "lead": "Ô này không nói rõ đơn vị nào chủ trì, đơn vị nào phối hợp; đã giữ cả ở cột chủ trì.",
    "deliverable": "Ô này không nói rõ đâu là sản phẩm, đâu là thời gian; "
    "đã giữ cả ở cột sản phẩm.",
}
_PARTED = {
    "lead": "Cột này ghi cả đơn vị chủ trì và đơn vị phối hợp; đã tách thành hai cột.",
    "deliverable": "Cột này ghi cả sản phẩm và thời gian; đã tách thành hai cột.",
}


@dataclass(frozen=True, slots=True)
class DoubleColumn:
    """A column of `key` that holds the words of `other` too; `titles` are those of the two, `said`
    whether its title says so.
    """

    key: str
    other: str
    title: str
    titles: tuple[str, str]
    said: bool

    def apart(self, texts: dict[str, str]) -> dict[str, str]:
        """The texts of a row with the words of its cell apart, where it says how."""
        text = texts.get(self.key, "")
        if not text or self._is_head(text):
            return texts
        pair = _PARTING[self.key](text) or self._as_in_title(text)
        if pair is None:
            return texts
        apart: dict[str, str] = {}
        for key, words in texts.items():
            both = zip((key, self.other), pair, strict=True) if key == self.key else ((key, words),)
            apart |= {k: part for k, part in both if part}
        return apart

    def _as_in_title(self, text: str) -> tuple[str, str] | None:
        """ "A (B)" under "Chủ trì (phối hợp)"."""
        title, cell = _BRACKETS.fullmatch(self.title), _BRACKETS.fullmatch(text)
        if title is None or cell is None or meaning(title[2])[0] != self.other:
            return None
        return cell[1], cell[2]

    def is_unclear(self, texts: dict[str, str]) -> bool:
        """Whether the cell of a row, not having been parted, still holds both."""
        text = texts.get(self.key, "")
        if not text or self.other in texts or self._is_head(text):
            return False
        if self.key == "deliverable":
            return says_time(text)
        several = "(" in text or len(UnitReader(()).read(text)) > 1
        return says_role(text) or (self.said and several)

    def _is_head(self, text: str) -> bool:
        return folded(text) == folded(self.title)

    @property
    def why(self) -> str:
        """The doubt about the column."""
        return _PARTED[self.key]

    @property
    def why_unclear(self) -> str:
        """The doubt about a cell that was not parted."""
        return _UNCLEAR[self.key]


_PARTING: dict[str, Callable[[str], tuple[str, str] | None]] = {
    "lead": lead_and_coordinating,
    "deliverable": deliverable_and_time,
}


def double_columns(
    columns: Sequence[HeadColumn], cells: Callable[[HeadColumn], Iterable[str]]
) -> Iterator[DoubleColumn]:
    """The double ones among a table's columns, told by their titles; or, of a lead without another
    for who co-operates, by its `cells`.
    """
    keys = {column.key for column in columns}
    for column in columns:
        other = column.second_key
        if other and other not in keys:
            yield DoubleColumn(column.key, other, column.title, _titles(column, other), said=True)
        elif column.key == "lead" and "coordinating" not in keys:
            parted = (lead_and_coordinating(text) for text in cells(column) if says_role(text))
            if any(pair and all(pair) for pair in parted):
                titles = column.title, STANDARD["coordinating"].title
                yield DoubleColumn("lead", "coordinating", column.title, titles, said=False)


def _titles(column: HeadColumn, other: str) -> tuple[str, str]:
    """The titles of both: the parts of the column's own where it has one for each."""
    parts = _LAST_MARK.fullmatch(column.title)
    named = {meaning(part)[0]: part for part in parts.groups()} if parts else {}
    if named.keys() == {column.key, other}:
        first, second = named[column.key], named[other]
        return first[:1].upper() + first[1:], second[:1].upper() + second[1:]
    return STANDARD[column.key].title, STANDARD[other].title
