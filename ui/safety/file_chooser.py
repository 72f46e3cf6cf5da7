"""Whose backups are shown: the files known here, lost ones too, or any other."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from cchc_desktop.services.backups import known_projects
from ui.choices import Choices
from ui.file_places import PROJECTS
from ui.project_controller import ProjectController


class FileChooser(QComboBox):
    """Begins with the file that is wanted, else with the open one, else with the one opened
    last.
    """

    chosen = Signal()

    def __init__(
        self, controller: ProjectController, choices: Choices, wanted: Path | None
    ) -> None:
        super().__init__()
        self.setAccessibleName("Tệp có bản sao lưu")
        project = controller.project
        shown = [wanted] if wanted else [project.path] if project else []
        recent = [Path(name) for name in choices.value.recent]
        known = known_projects(controller.paths)
        for path in dict.fromkeys(path.resolve() for path in (*shown, *recent, *known)):
            gone = "" if path.is_file() else "   (không còn ở chỗ cũ)"
            self.addItem(f"{path}{gone}", str(path))
        self.activated.connect(lambda _place: self.chosen.emit())

    @property
    def path(self) -> Path | None:
        """The project file chosen; None where none is known."""
        name = self.currentData()
        return Path(name) if name else None

    def ask(self) -> None:
        """Choose any other file."""
        name, _ = QFileDialog.getOpenFileName(self.window(), "Tệp cần khôi phục", "", PROJECTS)
        if name:
            self.choose(Path(name))

    def choose(self, path: Path) -> None:
        """Show another file's backups."""
        path = path.resolve()
        place = self.findData(str(path))
        if place < 0:
            self.insertItem(0, str(path), str(path))
            place = 0
        self.setCurrentIndex(place)
        self.chosen.emit()
