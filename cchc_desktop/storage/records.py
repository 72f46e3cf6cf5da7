"""Frozen records <-> table rows and JSON. A table's columns are its record's fields, by name;
tuples are JSON lists; a field that an older log does not know takes its default.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_origin, get_type_hints

from sqlite_utils import Database

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Edit, Record
from cchc_desktop.domain.finding import KeptFinding
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.report import (
    Figure,
    Indicator,
    Outline,
    OutlineHeading,
    Report,
    ReportHeading,
    ReportParagraph,
    SentReport,
)
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.waiting import HappenedEvent


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _from_column(declared: Any) -> Callable[[Any], Any] | None:
    """How a column's value becomes a field's; None where it is the same."""
    if get_origin(declared) is tuple:
        return lambda stored: _tuples(json.loads(stored))
    return bool if declared is bool else None


def _to_column(value: Any) -> Any:
    return _to_json(value) if isinstance(value, tuple) else value


def _to_json(value: Any) -> str:
    """Compact JSON with Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Table:
    """A record type and the table that keeps it."""

    name: str
    record: Callable[..., Record]
    columns: tuple[str, ...]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]  # (column's index, reader)

    @property
    def column_list(self) -> str:
        """The columns as SQL names them."""
        return ", ".join(f'"{column}"' for column in self.columns)

    def row(self, record: Record) -> tuple[Any, ...]:
        """The record's values in column order."""
        return tuple(_to_column(getattr(record, column)) for column in self.columns)

    def load(self, db: Database) -> Iterator[Record]:
        """All records of the table."""
        for row in db.execute(f'SELECT {self.column_list} FROM "{self.name}"'):
            values = list(row)
            for index, reader in self.readers:
                values[index] = reader(values[index])
            yield self.record(*values)

    def dump_record(self, record: Record | None) -> str | None:
        """The record as one JSON object; None for None."""
        if record is None:
            return None
        return _to_json({column: getattr(record, column) for column in self.columns})

    def load_record(self, text: str | None) -> Record | None:
        """A record from its JSON object; None for None."""
        if text is None:
            return None
        stored: Mapping[str, Any] = json.loads(text)
        return self.record(**{c: _tuples(stored[c]) for c in self.columns if c in stored})


def _table(name: str, record: type[Record]) -> Table:
    hints = get_type_hints(record)
    columns = tuple(field.name for field in fields(record))
    readers = ((index, _from_column(hints[column])) for index, column in enumerate(columns))
    return Table(name, record, columns, tuple((i, r) for i, r in readers if r is not None))


_TABLES: dict[type[Record], Table] = {
    record: _table(name, record)
    for name, record in (
        ("plans", Plan),
        ("sections", Section),
        ("areas", Area),
        ("task_groups", Group),
        ("tasks", Task),
        ("agencies", Agency),
        ("signers", Signer),
        ("recipient_lists", RecipientList),
        ("units", Unit),
        ("kept_findings", KeptFinding),
        ("reporting_periods", ReportingPeriod),
        ("results", Result),
        ("documents", RegisteredDocument),
        ("attachments", Attachment),
        ("evidence", Evidence),
        ("form_receipts", FormReceipt),
        ("happened_events", HappenedEvent),
        ("outlines", Outline),
        ("outline_headings", OutlineHeading),
        ("reports", Report),
        ("report_headings", ReportHeading),
        ("report_paragraphs", ReportParagraph),
        ("indicators", Indicator),
        ("figures", Figure),
        ("sent_reports", SentReport),
    )
}
TABLES: dict[str, Table] = {table.name: table for table in _TABLES.values()}


def table_of(record: Record) -> Table:
    """The table that keeps this kind of record."""
    return _TABLES[type(record)]


def load_all(db: Database) -> dict[str, Record]:
    """Every record of the project by its id."""
    return {record.id: record for table in TABLES.values() for record in table.load(db)}


def write_edit(db: Database, edit: Edit) -> None:
    """Bring one row to the edit's `after`; runs inside the caller's transaction."""
    table = table_of(edit.record)
    marks = ", ".join("?" * len(table.columns))
    if edit.after is None:
        db.execute(f'DELETE FROM "{table.name}" WHERE id = ?', [edit.record.id])
    elif edit.before is None:
        sql = f'INSERT INTO "{table.name}" ({table.column_list}) VALUES ({marks})'
        db.execute(sql, table.row(edit.after))
    else:
        sql = f'UPDATE "{table.name}" SET ({table.column_list}) = ({marks}) WHERE id = ?'
        db.execute(sql, (*table.row(edit.after), edit.after.id))
