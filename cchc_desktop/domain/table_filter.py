"""What a table is filtered by, as a value: words anywhere in a row, and what the cells of columns
must say. Filters with a name are the saved views.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

EMPTY = "(trống)"  # the value of a cell without words
_MOST = 3  # values that are written out


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """A cell of the column with this key has one of the `values`, or holds the `words`, marks or
    not; one of the two is given. With neither the column is not filtered.
    """

    key: str
    values: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class TableFilter:
    """All of it must hold; without any of it nothing is left out."""

    words: str = ""
    columns: tuple[ColumnFilter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.columns)

    def of(self, key: str) -> ColumnFilter | None:
        """What a column is filtered by."""
        return next((column for column in self.columns if column.key == key), None)

    def without(self, key: str) -> "TableFilter":
        """The same, but that column lets everything through."""
        return replace(self, columns=tuple(c for c in self.columns if c.key != key))

    def having(self, column: ColumnFilter) -> "TableFilter":
        """The same with another filter of a column, which comes last."""
        return replace(self, columns=(*self.without(column.key).columns, column))


@dataclass(frozen=True, slots=True)
class CountedValue:
    """A value that a column can be filtered by, and how many rows have it; `also`: what else it is
    found by.
    """

    value: str
    count: int
    also: str = ""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter under a name."""

    name: str
    filter: TableFilter


def counted(found: Iterable[Sequence[str]], also: Iterable[str] = ()) -> dict[str, int]:
    """How many rows have each value, by the values of each row, and of those that are there `also`;
    as they come, that of empty cells last.
    """
    counts = Counter(value for values in found for value in values)
    order = sorted(dict.fromkeys((*counts, *also)), key=lambda value: value == EMPTY)
    return {value: counts[value] for value in order}


def filter_words(wanted: TableFilter, titles: Mapping[str, str]) -> str:
    """ "Chủ trì = Phòng HTQT; Thời gian = Quý II; có chữ “lãnh sự”"; `titles` of columns by key."""
    parts = [
        f"{titles.get(column.key, column.key)} {_column_words(column)}" for column in wanted.columns
    ]
    if wanted.words.strip():
        parts.append(f"có chữ “{wanted.words.strip()}”")
    return "; ".join(parts)


def _column_words(column: ColumnFilter) -> str:
    if column.words:
        return f"có chữ “{column.words}”"
    values, more = column.values[:_MOST], len(column.values) - _MOST
    return f"= {', '.join(values)}" + (f" và {more} giá trị nữa" if more > 0 else "")
