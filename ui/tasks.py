"""Work in the background: the only place with threads. Work gets snapshots, never the project or a
widget, and reports through a callable; its outcome comes back in the window's own thread.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cchc_desktop.domain.errors import CchcError

if TYPE_CHECKING:  # loaded with the first work: the window is there before
    from concurrent.futures import Future, ThreadPoolExecutor

_TURN = 0.0003  # seconds until another thread has its turn
T = TypeVar("T")
Progress = Callable[[int, int], None]  # (done, of all); raises Cancelled once the user stopped it
Work = Callable[[Progress], T]
_Ends = tuple[Callable[[Any], None], Callable[[CchcError], None] | None]  # done, refused


class Cancelled(Exception):
    """The user stopped the work."""


class Task(QObject):
    """One piece of work on its way; its signals come from the work's own thread."""

    started = Signal(object)  # itself
    progressed = Signal(object, int, int)  # itself, done, of all
    finished = Signal(object, object)  # itself, the Future, done

    def __init__(self, title: str, parent: QObject, *, stoppable: bool, quiet: bool) -> None:
        super().__init__(parent)
        self.title, self.stoppable, self.quiet = title, stoppable, quiet
        self.cancelled = self.over = False

    @property
    def is_awaited(self) -> bool:
        """Whether its outcome is still to come."""
        return not (self.cancelled or self.over)

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; its result is not used whatever it does."""
        self.cancelled = True

    def do(self, work: Work[T]) -> T:
        """Do the work, in its own thread."""
        if not self.cancelled:
            self.started.emit(self)
            with suppress(Cancelled):
                return work(self._report)
        raise Cancelled  # anew: what the work held ends here and not in the window's thread

    def _report(self, done: int, total: int) -> None:
        if self.cancelled:
            raise Cancelled
        # a signal lets the lock go for less time than the window's thread takes to wake, which then
        # waits anew: with one at each of thousands of steps, keys would wait for long
        if not self.quiet:
            self.progressed.emit(self, done, total)


class TaskRunner(QObject):
    """Runs one piece of work after another; a second one waits for the first."""

    started = Signal(object)  # Task: its turn has come
    progressed = Signal(object, int, int)  # Task, done, of all
    ended = Signal(object)  # Task
    failed = Signal(object)  # the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)  # keys are answered also while work runs
        self._running: dict[Task, _Ends] = {}

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")

    @property
    def busy(self) -> bool:
        """Whether work is on its way that somebody waits for, or that must not stop half way."""
        told = [task for task in self._running if not task.quiet]
        return any(task.is_awaited or not task.stoppable for task in told)

    def run(
        self,
        title: str,
        work: Work[T],
        done: Callable[[T], None],
        refused: Callable[[CchcError], None] | None = None,
        *,
        owner: QObject | None = None,
        stoppable: bool = True,
        quiet: bool = False,
    ) -> Task:
        """Start the work; `done` gets its result, `refused` what the user can act on. Everything
        else that it raises goes to `failed`. It is cancelled with its owner's end; what is not
        `stoppable` leaves something half done for the user when its outcome is not used; what is
        `quiet` is not told in the window, and nobody waits for it.
        """
        task = Task(title, self, stoppable=stoppable, quiet=quiet)
        self._running[task] = (done, refused)
        queued = Qt.ConnectionType.QueuedConnection
        if not quiet:
            task.started.connect(self.started, queued)
            task.progressed.connect(self.progressed, queued)
        task.finished.connect(self._settle, queued)
        if owner is not None:
            owner.destroyed.connect(task.cancel)
        future = self._pool.submit(task.do, work)
        future.add_done_callback(partial(task.finished.emit, task))
        return task

    def close(self) -> None:
        """Stop what runs and wait for its thread."""
        for task in self._running:
            task.cancel()
        self._running.clear()
        if "_pool" in self.__dict__:  # it is made with the first work
            self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object, object)
    def _settle(self, task: Task, future: "Future[Any]") -> None:
        ends = self._running.pop(task, None)
        task.over = True
        if not task.quiet:
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
