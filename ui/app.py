"""The program's start: Qt itself, one window a user, what is logged; then the window."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from cchc_desktop import logs
from cchc_desktop.settings import Paths, user_paths
from ui.crash import watch_for_hard_faults
from ui.desktop import Desktop


def run(file: Path | None) -> int:
    """Open the window, with a file or with the one opened last; the process's exit status. Where
    the user has a window already, that one takes the file.
    """
    application = qt_application()
    if start(application, user_paths(), file) is None:
        return 0
    return application.exec()


def start(application: QApplication, paths: Paths, file: Path | None) -> Desktop | None:
    """All that a window needs, and the window itself; None where another one took the file."""
    from ui.single_instance import SingleInstance

    instance = SingleInstance(paths.data, application)
    if instance.hand_over(file):
        return None
    logs.configure(paths.logs)
    watch_for_hard_faults(paths.logs)
    desktop = Desktop(application, paths)
    desktop.crashes.install()
    instance.asked.connect(desktop.come_forward)
    application.aboutToQuit.connect(desktop.close)
    application.aboutToQuit.connect(instance.close)
    desktop.begin(file)
    # after the file too: it loads Qt's network
    desktop.window.once_painted(partial(QTimer.singleShot, 0, instance.listen))
    return desktop


def qt_application() -> QApplication:
    """Qt itself, by the program's name and in its style."""
    # the style by an argument: setStyle would give it back, with hundreds of names made for that
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName("CCHC Desktop")
    if sys.platform != "win32":  # there a window has the icon of the program's file
        application.setWindowIcon(QIcon(str(resources.path("icons/program.svg"))))
    return application
