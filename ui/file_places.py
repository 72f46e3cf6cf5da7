"""Where the user keeps files, and how project files are called in dialogs."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

PROJECTS = "Tệp dữ liệu CCHC (*.cchc)"


def documents_folder() -> Path:
    """The user's folder for documents; the home folder where there is none."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(places[0]) if places else Path.home()
    return folder if folder.is_dir() else Path.home()
