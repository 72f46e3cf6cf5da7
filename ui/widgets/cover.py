"""What covers the tabs for a while."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class CoverPage(QWidget):
    """A page that another may replace, such as the profile. `closed`: the user is done with it."""

    closed = Signal()


@runtime_checkable
class Holding(Protocol):
    """What is to be asked before it goes with its window: something would be lost."""

    def may_leave(self) -> bool: ...
