"""A page that covers the tabs for a while, such as the profile, and that another may replace."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class CoverPage(QWidget):
    """`closed`: the user is done with it."""

    closed = Signal()
