"""Opening a project file in the face of everything that can hinder it: each refusal comes with the
way on, such as looking only or restoring.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError, DamagedProject, ReadOnlyProject
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.services.backups import copy_to_second_place, last_good
from cchc_desktop.services.project import restore_project
from cchc_desktop.storage.backup import Backup
from cchc_desktop.storage.lock import ProjectInUse
from ui.choices import Choices
from ui.messages import Act, Messenger
from ui.project_controller import ProjectController
from ui.tasks import Task, TaskRunner


class Opener(QObject):
    """Opens and restores; says by `messages` what came of it. `is_free`: another file may be
    shown; says why not.
    """

    backups_asked = Signal(object)  # Path of the project whose backups are to be shown

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        choices: Choices,
        messages: Messenger,
        is_free: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._runner = controller, runner
        self._choices, self._messages = choices, messages
        self._is_free = is_free
        self._restoring: Task | None = None

    def may_change(self) -> bool:
        """Whether another file may take the place of the one there is; says why not."""
        if self._restoring is not None and self._restoring.is_awaited:
            self._messages.notice.emit("Hãy chờ khôi phục xong rồi chọn lại lệnh này.", [])
            return False
        return self._is_free() and self._controller.settle()

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a project file in place of the one there is; False when that was refused."""
        if not self.may_change():
            return False
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

    def restore(self, made: Backup, path: Path) -> None:
        """Put a backup in the place of a project, which is then open."""
        if not self.may_change():
            return
        shown = self._controller.project
        was_open = shown is not None and shown.path.resolve() == path.resolve()
        if was_open:
            self._controller.show(None)
        paths = self._controller.paths
        self._restoring = self._runner.run(
            f"Đang khôi phục {path.name}",
            lambda _progress: restore_project(made.path, path, paths),
            lambda _: self._show_restored(made, path),
            partial(self._refuse_to_restore, path, was_open),
            stoppable=False,
        )

    def _show_restored(self, made: Backup, path: Path) -> None:
        if self.open(path):
            self._messages.news.emit(
                f"Đã khôi phục bản lúc {_moment(made.at)}; tệp trước đó nằm trong các bản sao lưu",
                None,
            )

    def _refuse_to_restore(self, path: Path, was_open: bool, refusal: CchcError) -> None:
        if was_open:
            self.open(path)
        self._messages.problem.emit(str(refusal), [])

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
    return f"{at:%H:%M} ngày {legal_day(at)}"
