"""Changes and the log that they make."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.change import Change, Edit, LogEntry, added, steps
from cchc_desktop.domain.plan import Task

NOON = datetime(2027, 3, 1, 12)
OLD = Task("t1", "p", 1024, text="Rà soát thủ tục")
NEW = Task("t1", "p", 1024, text="Rà soát, đơn giản hóa thủ tục")
OTHER = Task("t2", "p", 2048, text="Công khai thủ tục")


def entry(id_: int, *, undoes: int | None = None, redoes: int | None = None) -> LogEntry:
    return LogEntry(id_, f"việc {id_}", "An", NOON, undoes, redoes)


def ids(entries: list[LogEntry]) -> list[int]:
    return [entry.id for entry in entries]


def test_the_record_of_an_edit_is_the_newer_side() -> None:
    assert Edit(OLD, NEW).record is NEW
    assert Edit(None, NEW).record is NEW
    assert Edit(OLD, None).record is OLD


def test_an_edit_of_nothing_is_a_fault() -> None:
    with pytest.raises(AssertionError, match="at least one side"):
        _ = Edit(None, None).record


def test_inverse_swaps_sides_and_order() -> None:
    change = Change("Sửa nhiệm vụ", (Edit(OLD, NEW), Edit(None, OTHER)), "An", NOON)
    assert change.inverse() == Change("Sửa nhiệm vụ", (Edit(OTHER, None), Edit(NEW, OLD)), "An")
    assert change.inverse().inverse().edits == change.edits


def test_added_creates_in_order() -> None:
    assert added("Nhập", [OLD, OTHER]).edits == (Edit(None, OLD), Edit(None, OTHER))


@pytest.mark.parametrize(
    ("log", "done", "undone"),
    [
        ([], [], []),
        ([entry(1), entry(2)], [1, 2], []),
        ([entry(1), entry(2), entry(3, undoes=2)], [1], [2]),
        ([entry(1), entry(2), entry(3, undoes=2), entry(4, undoes=1)], [], [2, 1]),
        ([entry(1), entry(2, undoes=1), entry(3, redoes=1)], [1], []),
        ([entry(1), entry(2, undoes=1), entry(3)], [3], []),
        (
            [entry(1), entry(2), entry(3, undoes=2), entry(4, undoes=1), entry(5, redoes=1)],
            [1],
            [2],
        ),
    ],
)
def test_steps(log: list[LogEntry], done: list[int], undone: list[int]) -> None:
    assert tuple(map(ids, steps(log))) == (done, undone)


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_steps_follow_any_history(moves: list[str]) -> None:
    """Against a plain pair of stacks kept while the log is written."""
    log: list[LogEntry] = []
    done: list[int] = []
    undone: list[int] = []
    for id_, move in enumerate(moves, start=1):
        if move == "do":
            log.append(entry(id_))
            done.append(id_)
            undone.clear()
        elif move == "undo" and done:
            log.append(entry(id_, undoes=done[-1]))
            undone.append(done.pop())
        elif move == "redo" and undone:
            log.append(entry(id_, redoes=undone[-1]))
            done.append(undone.pop())
    assert tuple(map(ids, steps(log))) == (done, undone)
