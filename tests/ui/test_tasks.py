"""Work in the background: results, failures, stopping, closing, no leaks."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ui.tasks import Cancelled, Progress, Task, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_the_result_comes_back_in_the_windows_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[tuple[int, bool, bool]] = []
    here = QThread.currentThread()
    work_thread: list[int] = []

    def work(progress: Progress) -> int:
        work_thread.append(threading.get_ident())
        return 42

    runner.run(
        "Việc", work, lambda n: got.append((n, QThread.currentThread() is here, runner.busy))
    )
    assert runner.busy
    qtbot.waitUntil(lambda: got != [])
    assert got == [(42, True, False)]
    assert work_thread != [threading.get_ident()]


def test_progress_is_told(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    gate = threading.Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        for n in range(3):
            progress(n, 3)

    task = runner.run("Việc", work, lambda _: None)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_failure_is_told_and_the_next_work_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    done: list[str] = []

    def fail(progress: Progress) -> str:
        raise ValueError("hỏng")

    with qtbot.waitSignal(runner.failed) as told:
        runner.run("Hỏng", fail, done.append)
    assert str(told.args[0]) == "hỏng"
    runner.run("Được", lambda progress: "xong", done.append)
    qtbot.waitUntil(lambda: done == ["xong"])


def test_stopped_work_gives_nothing_and_is_no_failure(runner: TaskRunner, qtbot: QtBot) -> None:
    begun, stopped = threading.Event(), threading.Event()
    told: list[object] = []
    runner.failed.connect(told.append)

    def work(progress: Progress) -> str:
        begun.set()
        try:
            while True:
                progress(0, 1)
        except Cancelled:
            stopped.set()
            raise

    task = runner.run("Lâu", work, told.append)
    assert begun.wait(5)
    task.cancel()
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == []


def test_work_that_does_not_hear_is_waited_for_but_not_used(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gate, got = threading.Event(), []  # type: tuple[threading.Event, list[str]]

    def work(progress: Progress) -> str:
        gate.wait(5)
        return "muộn"

    task = runner.run("Lâu", work, got.append)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert got == []


def test_closing_stops_what_runs_and_what_waits(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[str] = []
    begun = threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        while True:
            progress(0, 1)

    runner.run("Lâu", work, got.append)
    runner.run("Chờ", lambda progress: "sau", got.append)
    assert begun.wait(5)
    runner.close()
    assert not runner.busy
    qtbot.wait(20)
    assert got == []


def test_works_wait_for_each_other(runner: TaskRunner, qtbot: QtBot) -> None:
    got: list[int] = []
    for n in range(5):
        runner.run("Việc", lambda progress, n=n: n, got.append)
    qtbot.waitUntil(lambda: len(got) == 5)
    assert got == [0, 1, 2, 3, 4]


def test_nothing_is_left_of_finished_work(runner: TaskRunner, qtbot: QtBot) -> None:
    for _ in range(20):
        runner.run("Việc", lambda progress: None, lambda _: None)
    qtbot.waitUntil(lambda: not runner.busy)
    qtbot.waitUntil(lambda: runner.findChildren(Task) == [])
