"""What the menu Tệp does: begin, open and take in files; every path into the program ends here."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.file_places import PROJECTS, documents_folder
from ui.help.commands import HelpCommands
from ui.kit import Kit
from ui.recent_menu import RecentMenu
from ui.tasks import Progress

if TYPE_CHECKING:
    from ui.opening import Opener
    from ui.sample import Sample

_OFFICE = "Kế hoạch Word, Excel (*.docx *.xlsx *.doc *.xls)"
_TAKEN_IN = (".docx", ".xlsx", ".doc", ".xls")  # old formats are refused with what to do


class FileCommands(QObject):
    """Actions of the menus Tệp and Trợ giúp; `window` is set once it exists."""

    import_asked = Signal(object)  # list[Path]: a plan, or forms that came back, to be reviewed
    profile_asked = Signal()
    backups_asked = Signal(object)  # Path of a project, or None for the one that is open
    check_asked = Signal(object)  # Path of a Word file whose form is to be checked

    def __init__(self, kit: Kit, is_free: Callable[[], bool]) -> None:
        super().__init__()
        self._is_free = is_free  # another file may be shown; says why not
        self.controller, self.runner, self.theme = kit.controller, kit.runner, kit.theme
        self.choices, self.messages, self._shared = kit.choices, kit.messages, kit.shared
        self.window: QWidget | None = None
        self.menu = QMenu("&Tệp")
        self.recent_menu = RecentMenu(self.choices, self.menu)
        self.recent_menu.chosen.connect(self.open_path)
        self._help = HelpCommands(self.controller.paths, self.theme, self)
        self._help.check_asked.connect(self.check_asked)
        self.help_menu = self._help.menu
        self._build_menu()
        self._own_project: list[QAction] = [
            self.save_action,
            self.copy_action,
            self.profile_action,
            self.close_action,
        ]
        self.controller.opened.connect(self._follow)
        self._follow()

    # With the first file: the core that these need is not loaded before the window is there

    @cached_property
    def opener(self) -> "Opener":
        """Opens project files."""
        from ui.opening import Opener

        opener = Opener(
            self.controller, self.runner, self.choices, self.messages, self._is_free, self
        )
        opener.backups_asked.connect(self.backups_asked)
        return opener

    @cached_property
    def sample(self) -> "Sample":
        """The sample's own file."""
        from ui.sample import Sample

        return Sample(self.controller, self.opener, self.messages, self)

    def open_sample(self) -> None:
        """The sample used last, else a fresh one."""
        self.sample.open()

    def _build_menu(self) -> None:
        keys = QKeySequence.StandardKey
        self.new_action = self._action("Tạo tệp mới…", keys.New, "file-plus")
        self.open_action = self._action("Mở tệp…", keys.Open, "folder-open")
        self.menu.addMenu(self.recent_menu)
        self.sample_action = self._action("Mở dữ liệu mẫu", "", "book-open-text")
        self.menu.addSeparator()
        shared = self._shared
        exports = [shared.export_plan, shared.export_timeline, shared.export_report]
        self.menu.addActions([shared.import_plan, *exports])
        self.menu.addSeparator()
        self.save_action = self._action("Lưu", keys.Save, "save")
        self.copy_action = self._action("Lưu bản sao…", "", "copy")
        self.menu.addSeparator()
        self.profile_action = self._action("Hồ sơ cơ quan…", "", "building-2")
        self.backups_action = self._action("Sao lưu và khôi phục…", "", "history")
        self.menu.addSeparator()
        self.close_action = self._action("Đóng tệp", "Ctrl+W", "x")
        self.quit_action = self._action("Thoát", "Ctrl+Q", "")
        for action, act in (
            (self.new_action, self.ask_for_new),
            (self.open_action, self.ask_to_open),
            (self.sample_action, self.open_sample),
            (shared.import_plan, self.import_plan),
            (self.save_action, self._say_saved),
            (self.copy_action, self._ask_for_copy),
            (self.profile_action, self.profile_asked.emit),
            (self.backups_action, partial(self.backups_asked.emit, None)),
            (self.close_action, self.close_file),
            (self.quit_action, self._quit),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())

    def _action(self, words: str, keys: QKeySequence.StandardKey | str, icon: str) -> QAction:
        action = QAction(words, self)
        if icon:
            action.setIcon(self.theme.icon(icon))
        if keys:
            action.setShortcut(QKeySequence(keys))
        self.menu.addAction(action)
        return action

    def _follow(self) -> None:
        """What is possible now."""
        for action in self._own_project:
            action.setEnabled(self.controller.project is not None)

    # Beginning and opening

    def ask_for_new(self) -> None:
        """Ask for year, agency and place, and begin a file."""
        from ui.new_file import NewFileDialog

        if self.opener.may_change():
            NewFileDialog(self.theme, self._create, self.window).exec()

    def _create(self, year: int, agency: str, path: Path) -> None:
        from cchc_desktop.services.profile import first_contents
        from cchc_desktop.services.project import Project

        first = first_contents(year, agency)
        self.controller.show(Project.create(path, self.controller.paths, first=first), year)
        self.opener.remember()

    def ask_to_open(self) -> None:
        """Choose a project file and open it."""
        if not self.opener.may_change():
            return
        recent = self.choices.value.recent
        folder = Path(recent[0]).parent if recent else documents_folder()
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self.window, "Mở tệp", str(folder), PROJECTS)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a project file, or say why not and what can be done."""
        self.opener.open(path)

    def close_file(self) -> None:
        """Let the open file go."""
        if self.opener.may_change():
            self.controller.show(None)

    def import_plan(self, path: Path | None = None) -> None:
        """Take in a plan from a Word or Excel file, asked for where none is given."""
        if path is None:
            from PySide6.QtWidgets import QFileDialog

            folder = str(documents_folder())
            name, _ = QFileDialog.getOpenFileName(self.window, "Nhập kế hoạch", folder, _OFFICE)
            if not name:
                return
            path = Path(name)
        self.import_asked.emit([path])

    def takes(self, data: QMimeData) -> bool:
        """Whether something dropped is for this program."""
        return bool(_files_in(data))

    def take_dropped(self, data: QMimeData) -> None:
        """Open the project or take in the files that were dropped on the window."""
        files = _files_in(data)
        projects = [file for file in files if file.suffix.lower() == ".cchc"]
        if not projects:
            self.import_asked.emit(files)
            return
        self.open_path(projects[0])
        if len(files) > 1:
            self.messages.notice.emit(
                f"Đã mở {projects[0].name}; các tệp thả cùng chưa nhận, hãy thả lại sau.", []
            )

    # What is saved

    def _say_saved(self) -> None:
        at = self.controller.saved_at
        words = f"Đã lưu sẵn lúc {at:%H:%M}" if at else "Không có gì chưa lưu"
        self.messages.news.emit(f"{words}; mọi thay đổi được ghi ngay", None)

    def _ask_for_copy(self) -> None:
        project = self.controller.project
        assert project is not None
        folder = project.path.parent
        from PySide6.QtWidgets import QFileDialog

        from cchc_desktop.documents.file_names import free_name

        proposed = free_name(folder, f"{project.path.stem}_{date.today():%Y%m%d}.cchc")
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            "Lưu bản sao",
            str(proposed),
            PROJECTS,
            options=QFileDialog.Option.DontConfirmOverwrite,  # a name that is taken is refused
        )
        if name:
            self.save_copy(Path(name))

    def save_copy(self, target: Path) -> None:
        """A verified copy at a free name, with the files of its documents; the file that is open
        stays the one worked on.
        """
        from cchc_desktop.services.project import CopiedFiles, Project

        assert self.controller.project is not None
        self.controller.settle()
        source, paths, messages = self.controller.project.path, self.controller.paths, self.messages
        target = target if target.suffix.lower() == ".cchc" else Path(f"{target}.cchc")

        def copy(progress: Progress) -> CopiedFiles:
            with Project.open(source, paths, read_only=True) as project:
                return project.back_up_to(target, progress)

        def tell(copied: CopiedFiles) -> None:
            words = f"Đã lưu bản sao {target.name}{copied.words}"
            if copied.broken:  # it stays until it was read
                messages.notice.emit(f"{words}; hãy đính kèm lại các tệp ấy.", [])
            else:
                messages.news.emit(words, None)

        self.runner.run(f"Đang lưu bản sao {target.name}", copy, tell)

    # The end

    def _quit(self) -> None:
        if self.window is not None:
            self.window.close()

    def may_close(self) -> bool:
        """Whether the window may close now; asks once when that would stop work on its way."""
        if not self.runner.busy:
            return True
        from ui.closing import ask_to_stop

        return ask_to_stop(self.window)


def _files_in(data: QMimeData) -> list[Path]:
    """The files among what is dropped that this program can take, in their order."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (".cchc", *_TAKEN_IN)]
