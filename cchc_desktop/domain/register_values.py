"""The values that the register's entries have in its columns for a filter, and whether a filter
leaves an entry.
"""

from collections.abc import Callable, Iterable
from datetime import date

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.register_check import Rule
from cchc_desktop.domain.register_list import Entry, Sorting
from cchc_desktop.domain.table_filter import EMPTY, ColumnFilter, CountedValue, TableFilter, counted
from cchc_desktop.domain.vietnamese import fold, one_line, sort_key

WITH_FILE, WITHOUT_FILE, BROKEN_FILE = "Có tệp", "Chưa có tệp", "Mất, hỏng tệp"
CITED, UNCITED = "Đã dẫn", "Chưa dẫn"
NAMED_COLUMNS = ("issued", "kind", "file", "cited")  # filtered by their values, not by words


def entry_value(key: str, entry: Entry) -> str:
    """What a column's cell is filtered by: a date by its quarter, or what of it is known."""
    document = entry.document
    match key:
        case "issued":
            value = _quarter(document.issued)
        case "file":
            broken = Rule.BROKEN_FILE in entry.rules
            value = BROKEN_FILE if broken else WITH_FILE if entry.files else WITHOUT_FILE
        case "cited":
            value = CITED if entry.cited else UNCITED
        case _:
            value = one_line(getattr(document, key))
    return value or EMPTY


def _quarter(issued: str) -> str:
    """ "Quý II/2027" of "2027-06-12"; a year alone is itself."""
    year, _, month = issued[:7].partition("-")
    if not month:
        return date_words(issued)
    return str(Quarter.of(date(int(year), int(month), 1)))


def leaving(wanted: TableFilter) -> Callable[[Entry], bool]:
    """Tells of an entry whether the columns of a filter leave it."""
    tests = [_test(column) for column in wanted.columns]
    return lambda entry: all(test(entry) for test in tests)


def _test(column: ColumnFilter) -> Callable[[Entry], bool]:
    key = column.key
    if column.words:
        plain = fold(column.words)
        return lambda entry: plain in fold(f"{entry_value(key, entry)}\n{_also(key, entry)}")
    values = frozenset(column.values)
    return lambda entry: entry_value(key, entry) in values


def _also(key: str, entry: Entry) -> str:
    """What stands in the cell beside its value."""
    return entry.document.issuer if key == "title" else ""


def counted_entries(
    key: str, entries: Iterable[Entry], also: Iterable[str] = ()
) -> list[CountedValue]:
    """The values that entries have in a column, and those that are there `also`: dates newest
    first, numbers as they count, others by the alphabet, empty cells last.
    """
    by_number = key == "code"
    entries = Sorting().sorted(entries, "code" if by_number else "issued", falling=not by_number)
    counts = counted(((entry_value(key, entry),) for entry in entries), also)
    beside = {entry_value(key, entry): _also(key, entry) for entry in entries}
    order = list(counts)
    if key not in ("code", "issued"):
        order.sort(key=lambda value: (value == EMPTY, sort_key(value)))
    return [CountedValue(value, counts[value], beside.get(value, "")) for value in order]
