"""The sample of an invented department: a file of its own that the user need not name."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from cchc_desktop.documents.file_names import free_name
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services.project import Project
from ui.messages import Messenger
from ui.opening import Opener
from ui.project_controller import ProjectController

_NAME = "Dữ liệu mẫu.cchc"


class Sample(QObject):
    """What was tried in the sample is kept; a fresh one is a further file."""

    def __init__(
        self,
        controller: ProjectController,
        opener: Opener,
        messages: Messenger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._opener, self._messages = controller, opener, messages

    @property
    def folder(self) -> Path:
        """Where the samples are."""
        return self._controller.paths.data / "mau"

    def open(self) -> None:
        """The sample used last, else a fresh one."""
        made = sorted(self.folder.glob("*.cchc"), key=lambda path: path.stat().st_mtime)
        if not made:
            self.open_fresh()
        elif self._opener.open(made[-1]):
            self._messages.notice.emit(
                "Đây là dữ liệu mẫu để thử, mở lại như anh chị đã để lần trước.",
                [("Làm mẫu mới", self.open_fresh)],
            )

    def open_fresh(self) -> None:
        """A new sample, as it is delivered."""
        if not self._opener.may_change():
            return
        with suppress(OSError):  # creating the file says it better
            self.folder.mkdir(parents=True, exist_ok=True)
        path = free_name(self.folder, _NAME)
        try:
            from cchc_desktop.services.sample import whole_sample

            made = Project.create(path, self._controller.paths, first=whole_sample())
        except CchcError as refusal:
            self._messages.problem.emit(str(refusal), [])
            return
        self._controller.show(made)
        self._opener.remember()
        self._messages.notice.emit(
            "Đây là dữ liệu mẫu của một Sở giả định; hãy thử tuỳ ý, kế hoạch thật không bị đụng.",
            [],
        )
