"""Qt for painting without a window."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def application() -> QCoreApplication:
    """The running application, else a new one, to be kept as long as something is painted; without
    a display it works offscreen.
    """
    running = QCoreApplication.instance()
    if running is not None:
        return running
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
