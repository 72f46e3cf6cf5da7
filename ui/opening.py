"""Opening a project file in the face of everything that can hinder it: each refusal comes with the
way on, such as looking only or restoring.
"""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError, DamagedProject, ReadOnlyProject
from cchc_desktop.services.backups import copy_to_second_place, last_good
from cchc_desktop.services.project import restore_project
from cchc_desktop.storage.backup import Backup
from cchc_desktop.storage.lock import ProjectInUse
from ui.choices import Choices
from ui.messages import Act, Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner


class Opener(QObject):
    """Opens and restores; says by `messages` what came of it."""

    backups_asked = Signal(object)  # Path of the project whose backups are to be shown

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        choices: Choices,
        messages: Messenger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._runner = controller, runner
        self._choices, self._messages = choices, messages

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a project file in place of the one there is; False when that was refused."""
        try:
            self._controller.open(path, read_only=read_only)
        except CchcError as refusal:
            self._refuse(path, refusal)
            return False
        self.remember()
        return True

    def remember(self) -> None:
        """What follows the opening of a file, also of a new one."""
        project = self._controller.project
        assert project is not None
        self._choices.set(self._choices.value.opened(project.path))
        if project.read_only:
            self._messages.notice.emit(
                f"Tệp {project.path.name} đang mở để xem; mọi lệnh sửa đều tắt.",
                [("Mở lại để sửa", partial(self.open, project.path))],
            )
        else:
            self.copy_to_second_place()

    def copy_to_second_place(self) -> None:
        """Keep today's backup of the open file in the second place too, if there is one."""
        project, second = self._controller.project, self._choices.value.second_backups
        if project is not None and second:
            path, paths = project.path, self._controller.paths
            self._runner.run(
                "Đang sao lưu vào nơi thứ hai",
                lambda _progress: copy_to_second_place(path, paths, second, date.today()),
                self._warn,
            )

    def restore(self, made: Backup, path: Path) -> bool:
        """Put a backup in the place of a project, which is then open; False when refused."""
        shown = self._controller.project
        was_open = shown is not None and shown.path.resolve() == path.resolve()
        if was_open:
            self._controller.show(None)
        try:
            restore_project(made.path, path, self._controller.paths)
        except CchcError as refusal:
            if was_open:
                self.open(path)
            self._messages.problem.emit(str(refusal), [])
            return False
        if not self.open(path):
            return False
        self._messages.news.emit(
            f"Đã khôi phục bản lúc {_moment(made.at)}; tệp trước đó nằm trong các bản sao lưu", None
        )
        return True

    def _refuse(self, path: Path, refusal: CchcError) -> None:
        acts: list[Act] = []
        missing = isinstance(refusal.__cause__, FileNotFoundError)
        if missing:
            self._choices.set(self._choices.value.without(str(path.resolve())))
        if isinstance(refusal, ProjectInUse | ReadOnlyProject):
            acts = [
                ("Mở để xem", partial(self.open, path, read_only=True)),
                ("Thử lại", partial(self.open, path)),
            ]
        elif missing or isinstance(refusal, DamagedProject):
            acts = self._ways_back(path)
        self._messages.problem.emit(str(refusal), acts)

    def _ways_back(self, path: Path) -> list[Act]:
        good = last_good(path, self._controller.paths, self._choices.value.second_backups)
        ask = partial(self.backups_asked.emit, path)
        if good is None:
            return [("Khôi phục từ bản sao lưu…", ask)]
        words = f"Khôi phục bản lúc {_moment(good.at)}"
        return [(words, partial(self.restore, good, path)), ("Các bản sao lưu…", ask)]

    def _warn(self, sentence: str) -> None:
        if sentence:
            self._messages.notice.emit(sentence, [])


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"
