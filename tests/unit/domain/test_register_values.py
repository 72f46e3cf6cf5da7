"""The values that the register's entries have for a filter."""

import pytest

from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.register_list import Entry, entries_of
from cchc_desktop.domain.register_values import (
    BROKEN_FILE,
    CITED,
    UNCITED,
    WITH_FILE,
    WITHOUT_FILE,
    counted_entries,
    entry_value,
    leaving,
)
from cchc_desktop.domain.table_filter import EMPTY, ColumnFilter, TableFilter

DOCUMENTS = (
    RegisteredDocument("a", "Báo cáo", "41", "BC-SNgV", "2027-06-12", "Sở A", "Công tác 6 tháng"),
    RegisteredDocument("b", "Kế hoạch", "5", "KH-SNgV", "2027", "UBND tỉnh", "Cải cách"),
    RegisteredDocument("c", "", "7", "KH-SNgV", "", "Sở A", ""),
    RegisteredDocument("d", "Báo cáo", "8", "BC-SNgV", "2026-11", "Sở A", "Tổng kết"),
)


@pytest.fixture
def entries() -> list[Entry]:
    files = [Attachment("f1", "a", "1.pdf", "11", 1), Attachment("f2", "d", "2.pdf", "22", 1)]
    evidence = [Evidence("e", "a", "t1", "")]
    return entries_of(DOCUMENTS, files, evidence, {"22": "mất tệp"})


def ids(wanted: TableFilter, entries: list[Entry]) -> list[str]:
    return [entry.id for entry in filter(leaving(wanted), entries)]


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("code", ["41/BC-SNgV", "5/KH-SNgV", "7/KH-SNgV", "8/BC-SNgV"]),
        ("issued", ["Quý II/2027", "2027", EMPTY, "Quý IV/2026"]),
        ("kind", ["Báo cáo", "Kế hoạch", EMPTY, "Báo cáo"]),
        ("file", [WITH_FILE, WITHOUT_FILE, WITHOUT_FILE, BROKEN_FILE]),
        ("cited", [CITED, UNCITED, UNCITED, UNCITED]),
    ],
)
def test_each_column_has_values(entries: list[Entry], key: str, values: list[str]) -> None:
    assert [entry_value(key, entry) for entry in entries] == values


def test_values_are_counted_newest_or_by_the_alphabet(entries: list[Entry]) -> None:
    def counts(key: str, *also: str) -> list[tuple[str, int]]:
        return [(c.value, c.count) for c in counted_entries(key, entries, also)]

    dates = [("Quý II/2027", 1), ("2027", 1), ("Quý IV/2026", 1), (EMPTY, 1)]
    assert counts("issued") == dates
    numbers = [value for value, _ in counts("code")]
    assert numbers == ["5/KH-SNgV", "7/KH-SNgV", "8/BC-SNgV", "41/BC-SNgV"]
    assert counts("kind", "Công văn") == [
        ("Báo cáo", 2),
        ("Công văn", 0),
        ("Kế hoạch", 1),
        (EMPTY, 1),
    ]


def test_columns_of_a_filter_all_hold(entries: list[Entry]) -> None:
    reports = ColumnFilter("kind", ("Báo cáo",))
    assert ids(TableFilter(columns=(reports,)), entries) == ["a", "d"]
    whole = ColumnFilter("file", (WITH_FILE, WITHOUT_FILE))
    assert ids(TableFilter(columns=(reports, whole)), entries) == ["a"]
    assert ids(TableFilter(), entries) == ["a", "b", "c", "d"]


def test_words_are_looked_for_in_the_title_and_the_issuer(entries: list[Entry]) -> None:
    assert ids(TableFilter(columns=(ColumnFilter("title", words="ubnd"),)), entries) == ["b"]
    assert ids(TableFilter(columns=(ColumnFilter("title", words="tong ket"),)), entries) == ["d"]
    (reform,) = [c for c in counted_entries("title", entries) if c.value == "Cải cách"]
    assert reform.also == "UBND tỉnh"
