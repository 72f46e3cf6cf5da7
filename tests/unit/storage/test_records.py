"""Every record comes back from its table and from the log as it went in, whatever text it holds."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.domain.change import Edit, Record
from cchc_desktop.domain.plan import Plan, Section, Task
from cchc_desktop.domain.unit import Unit
from cchc_desktop.storage.migrations import history
from cchc_desktop.storage.records import TABLES, load_all, table_of, write_edit

RECORD_TYPES = get_args(Record)
WHOLE = st.integers(-(2**63), 2**63 - 1)  # what SQLite keeps
BOUNDS = {"year": st.integers(2000, 2100), "position": WHOLE, "level": WHOLE, "size": WHOLE}
BOUNDS |= {"valid_from": st.none() | WHOLE, "valid_to": st.none() | WHOLE}


def of_type(record: type[Record]) -> st.SearchStrategy[Record]:
    """Records with every field filled, texts of any Unicode characters."""
    filled = {field.name: BOUNDS.get(field.name, ...) for field in fields(record)}
    return st.builds(record, **filled)


@pytest.fixture(scope="module")
def db() -> Iterator[Database]:
    with closing(Database(memory=True)) as db:
        history.apply(db)
        yield db


def test_every_record_type_has_a_table_with_its_fields(db: Database) -> None:
    assert {table.record for table in TABLES.values()} == set(RECORD_TYPES)
    for table in TABLES.values():
        assert set(db.table(table.name).columns_dict) == {f.name for f in fields(table.record)}


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_record_survives_table_and_log(db: Database, record_type: type[Record]) -> None:
    @settings(deadline=None, max_examples=60)
    @given(first=of_type(record_type), second=of_type(record_type))
    def check(first: Record, second: Record) -> None:
        table = table_of(first)
        assert table.load_record(table.dump_record(first)) == first
        db.execute(f'DELETE FROM "{table.name}"')
        write_edit(db, Edit(None, first))
        assert load_all(db) == {first.id: first}
        changed = type(second)(first.id, *(getattr(second, f.name) for f in fields(second)[1:]))
        write_edit(db, Edit(first, changed))
        assert load_all(db) == {first.id: changed}
        write_edit(db, Edit(changed, None))
        assert load_all(db) == {}

    check()


def test_types_survive(db: Database) -> None:
    records: list[Record] = [
        Plan("p", 2024, columns=(("task", "Việc"), ("own:1", "Ghi chú"))),
        Section("s", "p", 1, holds_table=True),
        Task("t", "p", -5, own=(("own:1", 'a "b" \\ \n c'),)),
        Unit("u", "Tổ", aliases=("A", "B"), members=("x",), valid_from=2020),
    ]
    for record in records:
        write_edit(db, Edit(None, record))
    loaded = load_all(db)
    assert [loaded[record.id] for record in records] == records
    section = loaded["s"]
    assert isinstance(section, Section)
    assert section.holds_table is True


def test_log_of_an_older_program_takes_defaults() -> None:
    task = TABLES["tasks"].load_record('{"id": "t", "plan_id": "p", "position": 7, "gone": "x"}')
    assert task == Task("t", "p", 7)


def test_json_keeps_vietnamese_letters() -> None:
    stored = TABLES["tasks"].dump_record(Task("t", "p", 1, text="Đẩy mạnh chuyển đổi số"))
    assert stored is not None
    assert "Đẩy mạnh chuyển đổi số" in stored
