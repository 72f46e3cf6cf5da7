"""Copies of kept files under their own names, for other programs: opened to be read, dragged out.
They go with the program.
"""

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from cchc_desktop.documents.file_names import is_program, openable_name
from cchc_desktop.domain.errors import CchcError, RefusedInput
from cchc_desktop.domain.register import Attachment
from ui.project_controller import ProjectController


class FileCopies(QObject):
    """What cannot be copied is told by the controller's `refused`."""

    def __init__(self, controller: ProjectController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._folder = QTemporaryDir(QDir.temp().filePath("cchc-XXXXXX"))

    def open(self, file: Attachment) -> bool:
        """Have the system's program show a file; False where that was refused. A program that came
        as evidence is not started by a click.
        """
        if is_program(file.name):
            self._controller.refused.emit(
                f"“{file.name}” là tệp chương trình, có thể chứa mã độc nên không mở ở đây; hãy "
                "xin lại văn bản ở dạng Word, Excel, PDF hoặc ảnh."
            )
            return False
        paths = self.paths([file])
        return bool(paths) and self._show(paths[0], file.name)

    def open_written(self, record_id: str, name: str, write: Callable[[Path], object]) -> bool:
        """The same with a file that `write` makes: of a record of which none is kept."""
        try:
            target = self._place(record_id) / openable_name(name)
            if not target.exists():
                write(target)
                _protect(target)
        except CchcError as refusal:
            self._controller.refused.emit(str(refusal))
            return False
        return self._show(target, name)

    def _show(self, file: Path, name: str) -> bool:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._controller.refused.emit(
                f"Máy này không có chương trình mở tệp “{name}”; hãy kéo tệp ra thư mục khác."
            )
            return False
        return True

    def paths(self, files: Iterable[Attachment]) -> list[Path]:
        """The copies of files, those that can be made."""
        made: list[Path] = []
        for file in files:
            try:
                made.append(self._copy(file))
            except CchcError as refusal:
                self._controller.refused.emit(str(refusal))
        return made

    def _copy(self, file: Attachment) -> Path:
        project = self._controller.project
        assert project is not None, "files belong to an open project"
        target = self._place(file.id) / openable_name(file.name)
        if not target.exists():
            project.files.copy_out(file.digest, target)
            _protect(target)
        return target

    def _place(self, record_id: str) -> Path:
        """The folder of a record's copies."""
        place = Path(self._folder.path()) / record_id[:12]
        try:
            place.mkdir(exist_ok=True)
        except OSError as error:
            raise RefusedInput(
                f"Không tạo được thư mục tạm “{place}” ({error.strerror}); hãy giải phóng ổ "
                "đĩa rồi thử lại."
            ) from error
        return place


def _protect(copy: Path) -> None:
    with suppress(OSError):  # what is changed in a copy would be lost
        copy.chmod(stat.S_IREAD)
