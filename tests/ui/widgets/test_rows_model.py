"""The table model whose rows have an identity: what it tells Qt when they change."""

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from ui.widgets.rows_model import Index, RowsModel

ids = st.lists(st.sampled_from("abcdefgh"), unique=True)


@dataclass(frozen=True)
class Row:
    id: str
    words: str = ""


class Shown(RowsModel):
    """Rows of two columns."""

    def __init__(self, names: str) -> None:
        super().__init__(("Tên", "Lời"))
        self.rows = [Row(name) for name in names]

    def become(self, names: str) -> None:
        self.exchange([Row(name) for name in names])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()].id if role == Qt.ItemDataRole.DisplayRole else None


def test_rows_that_stay_keep_their_place(qtmodeltester: ModelTester) -> None:
    model = Shown("abcdef")
    qtmodeltester.check(model)
    first, last = (QPersistentModelIndex(model.index(row, 1)) for row in (0, 5))
    told: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _, top, end: told.append(("gone", top, end)))
    model.rowsInserted.connect(lambda _, top, end: told.append(("come", top, end)))
    model.become("abxyef")
    assert told == [("gone", 2, 3), ("come", 2, 3)]
    assert (first.row(), last.row()) == (0, 5)
    model.become("abxyzef")
    assert told[2:] == [("come", 4, 4)]
    assert (first.row(), last.row()) == (0, 6)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=ids, new=ids)
def test_qt_finds_no_fault_whatever_comes(
    qtmodeltester: ModelTester, old: list[str], new: list[str]
) -> None:
    model = Shown("".join(old))
    qtmodeltester.check(model)
    model.become("".join(new))
    assert [row.id for row in model.rows] == new


def test_the_same_rows_are_taken_without_a_word() -> None:
    model, told = Shown("abc"), list[object]()
    model.rowsRemoved.connect(told.append)
    model.rowsInserted.connect(told.append)
    rows = [Row(name, "other words") for name in "abc"]
    model.exchange(rows)
    assert model.rows is rows
    assert told == []


def test_rows_with_other_words_are_told() -> None:
    model, told = Shown("abc"), list[tuple[int, int]]()
    model.dataChanged.connect(lambda top, end: told.append((top.row(), end.row())))
    model.show_rows([Row("a"), Row("new"), Row("b", "other words"), Row("c")])
    assert [row.id for row in model.rows] == ["a", "new", "b", "c"]
    assert told == [(2, 2)]


def test_changes_are_told_in_stretches() -> None:
    model, told = Shown("abcdefgh"), list[tuple[int, int, int, int]]()
    model.dataChanged.connect(
        lambda top, end: told.append((top.row(), top.column(), end.row(), end.column()))
    )
    model.tell([6, 1, 2, 0, 2])
    assert told == [(0, 0, 2, 1), (6, 0, 6, 1)]
    model.tell([])
    assert len(told) == 2
