"""Work in the background: results, failures, stopping, closing, no leaks."""

import threading

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from ui.status_line import _ProgressLine
from ui.tasks import Cancelled, Progress, Task, TaskRunner
from ui.theme import Theme


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
    told: list[tuple[Task, int, int]] = []
    gate = threading.Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        for n in range(3):
            progress(n, 3)

    task = runner.run("Việc", work, lambda _: None)
    runner.progressed.connect(lambda of, done, total: told.append((of, done, total)))
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == [(task, 0, 3), (task, 1, 3), (task, 2, 3)]


def test_quiet_work_sends_no_signals_from_its_steps(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[object] = []
    gate = threading.Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        progress(1, 2)

    task = runner.run("Việc", work, told.append, quiet=True)
    task.progressed.connect(lambda *_: told.append("tiến độ"))
    gate.set()
    qtbot.waitUntil(lambda: told != [])
    assert told == [None]


def test_work_that_waits_has_not_begun(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    here = QThread.currentThread()
    runner.started.connect(
        lambda task: told.append(f"{task.title} {QThread.currentThread() is here}")
    )
    runner.ended.connect(lambda task: told.append(f"{task.title} xong"))
    gate = threading.Event()
    runner.run("Một", lambda progress: gate.wait(5), lambda _: None)
    runner.run("Hai", lambda progress: None, lambda _: None)
    dropped = runner.run("Ba", lambda progress: None, lambda _: None)
    dropped.cancel()
    qtbot.waitUntil(lambda: told != [])
    assert told == ["Một True"]
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 5)
    assert told == ["Một True", "Một xong", "Hai True", "Hai xong", "Ba xong"]


def test_nothing_comes_back_to_an_owner_that_is_gone(runner: TaskRunner, qtbot: QtBot) -> None:
    gate, got = threading.Event(), list[int]()
    owner, other = QObject(), QObject()
    gone = runner.run("Việc", lambda progress: gate.wait(5), got.append, owner=owner)
    stays = runner.run("Việc", lambda progress: 2, got.append, owner=other)
    owner.deleteLater()
    qtbot.waitUntil(lambda: gone.cancelled)
    assert not gone.is_awaited
    assert stays.is_awaited
    gate.set()
    qtbot.waitUntil(lambda: runner.findChildren(Task) == [])
    assert got == [2]
    assert not stays.is_awaited


def test_the_status_bar_shows_and_stops_what_runs(
    runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    line = _ProgressLine(runner, theme)
    qtbot.addWidget(line)
    gates = threading.Event(), threading.Event()

    def first(progress: Progress) -> None:
        progress(1, 5)
        gates[0].wait(5)

    one = runner.run("Đang làm một", first, lambda _: None)
    two = runner.run(
        "Đang làm hai", lambda progress: gates[1].wait(5), lambda _: None, stoppable=False
    )
    qtbot.waitUntil(line.isVisible)
    assert line._words.text() == "Đang làm một · 1 / 5"
    line._stop.click()
    assert (one.cancelled, two.cancelled) == (True, False)
    gates[0].set()
    qtbot.waitUntil(lambda: line._words.text() == "Đang làm hai")
    qtbot.waitUntil(line.isVisible)
    assert not line._stop.isVisible()
    gates[1].set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not line.isVisible()


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
    qtbot.waitUntil(lambda: runner.findChildren(Task) == [])
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
    qtbot.waitUntil(lambda: runner.findChildren(Task) == [])
    assert got == []


def test_what_was_stopped_keeps_nobody_waiting(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    pages = runner.run("Dàn trang", lambda progress: gate.wait(5), lambda _: None)
    pages.cancel()
    assert not runner.busy
    file = runner.run("Ghi", lambda progress: None, lambda _: None, stoppable=False)
    file.cancel()
    assert runner.busy  # it would be left half done
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)


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
