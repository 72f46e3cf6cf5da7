"""Work in the background: the only place with threads. Work gets snapshots, never the project or a
widget, and reports through a callable; its outcome comes back in the window's own thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cchc_desktop.domain.errors import CchcError

T = TypeVar("T")
Progress = Callable[[int, int], None]  # (done, of all); raises Cancelled once the user stopped it
Work = Callable[[Progress], T]
_Ends = tuple[Callable[[Any], None], Callable[[CchcError], None] | None]  # done, refused


class Cancelled(Exception):
    """The user stopped the work."""


class Task(QObject):
    """One piece of work on its way."""

    progressed = Signal(int, int)
    finished = Signal(object)  # the Future, done

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop; its result is not used whatever it does."""
        self.cancelled = True

    def report(self, done: int, total: int) -> None:
        """Called by the work, in its own thread."""
        if self.cancelled:
            raise Cancelled
        self.progressed.emit(done, total)


class TaskRunner(QObject):
    """Runs one piece of work after another; a second one waits for the first."""

    started = Signal(object)  # Task
    ended = Signal(object)  # Task
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
        self._running: dict[Task, _Ends] = {}

    @property
    def busy(self) -> bool:
        """Whether work is on its way."""
        return bool(self._running)

    def run(
        self,
        title: str,
        work: Work[T],
        done: Callable[[T], None],
        refused: Callable[[CchcError], None] | None = None,
    ) -> Task:
        """Start the work; `done` gets its result, `refused` what the user can act on. Everything
        else that it raises goes to `failed`.
        """
        task = Task(title, self)
        self._running[task] = (done, refused)
        task.finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        future = self._pool.submit(work, task.report)
        future.add_done_callback(task.finished.emit)
        self.started.emit(task)
        return task

    def close(self) -> None:
        """Stop what runs and wait for its thread."""
        for task in self._running:
            task.cancel()
        self._running.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _settle(self, future: "Future[Any]") -> None:
        task = self.sender()
        assert isinstance(task, Task)
        ends = self._running.pop(task, None)
        self.ended.emit(task)
        task.deleteLater()
        if ends is None or task.cancelled or future.cancelled():
            return
        done, refused = ends
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, CchcError) and refused is not None:
            refused(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
