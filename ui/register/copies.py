"""Copies of kept files under their own names, for other programs: opened to be read, dragged out.
They go with the program.
"""

import stat
from collections.abc import Iterable
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
        if not paths:
            return False
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0]))):
            sentence = (
                f"Máy này không có chương trình mở tệp “{file.name}”; hãy kéo tệp ra thư mục khác."
            )
            self._controller.refused.emit(sentence)
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
        place = Path(self._folder.path()) / file.id[:12]
        target = place / openable_name(file.name)
        if not target.exists():
            try:
                place.mkdir(exist_ok=True)
            except OSError as error:
                raise RefusedInput(
                    f"Không tạo được thư mục tạm “{place}” ({error.strerror}); hãy giải phóng ổ "
                    "đĩa rồi thử lại."
                ) from error
            project.files.copy_out(file.digest, target)
            with suppress(OSError):  # what is changed in a copy would be lost
                target.chmod(stat.S_IREAD)
        return target
