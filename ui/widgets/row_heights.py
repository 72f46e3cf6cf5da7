"""Rows as high as their words: what is on the screen at once, the rest while nothing happens."""

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

_SLICE = 0.008  # seconds of work between two events


class RowHeights(QObject):
    """Sets the heights of a view's rows; `needed(row)` is what a row needs, in pixels."""

    def __init__(self, view: QTableView, needed: Callable[[int], int]) -> None:
        super().__init__(view)
        self._view, self._needed = view, needed
        self._unfitted = range(0)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._fit_some)

    @property
    def settled(self) -> bool:
        """Whether every row has its height."""
        return not self._unfitted

    def fit(self, rows: Iterable[int]) -> None:
        """Fit these rows, in order, that are shown."""
        for row in rows:
            if not self._view.isRowHidden(row):
                height = self._needed(row)
                if height != self._view.rowHeight(row):
                    self._view.setRowHeight(row, height)

    def fit_all(self) -> None:
        """Fit every row: those on the screen now."""
        self.fit(self._on_screen())
        self.fit_all_later()

    def fit_all_later(self) -> None:
        """Fit every row while nothing else happens."""
        self._unfitted = range(self._view.model().rowCount())
        self._idle.start()

    def _on_screen(self) -> range:
        view, count = self._view, self._view.model().rowCount()
        first = max(view.rowAt(0), 0)
        last = view.rowAt(view.viewport().height())
        return range(first, min(count, (last if last >= 0 else first + 60) + 2))

    def _fit_some(self) -> None:
        """A slice of work; what is on the screen stays where it is."""
        until = perf_counter() + _SLICE
        top, bar = self._view.rowAt(0), self._view.verticalScrollBar()
        scrolled = bar.value()
        before = self._view.rowViewportPosition(top) if top > 0 else 0
        left = self._unfitted[:]
        while left and perf_counter() < until:
            chunk, left = left[:8], left[8:]
            self.fit(row for row in chunk if row < self._view.model().rowCount())
        self._unfitted = left
        if not left:
            self._idle.stop()
        moved = self._view.rowViewportPosition(top) - before if top > 0 else 0
        if moved:
            self._view.updateGeometries()  # the bar's range first
            bar.setValue(scrolled + moved)
