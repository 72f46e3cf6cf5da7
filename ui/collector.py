"""Python's search for circles of garbage, in the window's own thread and between its events only.

By itself it begins anywhere: in a worker's thread, where Qt's objects must not end, or in the midst
of Qt's own work, which may hold a lock that their end needs.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_BEGUN = 3_000  # milliseconds until all is there that the program begins with
_PAUSE = 1_000  # milliseconds from one look to the next
_MANY = 5_000  # new objects that are worth a search
_OFTEN = 10  # searches among the young, before the older ones are looked through too


class Collector(QObject):
    """Takes the search over from Python for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.collect)
        QTimer.singleShot(_BEGUN, self, self.begin)

    def begin(self) -> None:
        """What is there by now stays: to search it again and again would be felt while typing."""
        gc.freeze()
        self._timer.start()

    def begin_anew(self) -> None:
        """Another window takes the place of the one that the program began with."""
        QTimer.singleShot(_BEGUN, self, _freeze_anew)

    def collect(self) -> None:
        """Look through what is young, and through older things once that was done often."""
        young, older, oldest = gc.get_count()
        if young > _MANY:
            gc.collect(2 if oldest > _OFTEN else 1 if older > _OFTEN else 0)


def _freeze_anew() -> None:
    """What is left of the window that went goes; what is there by now stays."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
