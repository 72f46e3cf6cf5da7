"""The commands of the tab Văn bản on the documents chosen: actions with their keys."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.register_check import document_name
from cchc_desktop.services import registering
from cchc_desktop.services.citing import cited_at, targets
from cchc_desktop.services.register_view import broken_files
from cchc_desktop.services.registering import KeptFile
from ui.file_copies import FileCopies
from ui.file_places import documents_folder
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.register.citing import CitingDialog
from ui.register.table import RegisterTable
from ui.tasks import Progress, TaskRunner
from ui.widgets.tab import Tab

_ENTER = ("Enter", "Return")


class RegisterCommands(QObject):
    """`added(document id)`: it is to be filled in; `checked(broken)`: by digest what is wrong with
    the kept files.
    """

    added = Signal(str)
    checked = Signal(object)

    def __init__(
        self,
        controller: ProjectController,
        runner: TaskRunner,
        messages: Messenger,
        table: RegisterTable,
        copies: FileCopies,
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._controller, self._runner, self._messages = controller, runner, messages
        self._table, self._copies, self._tab = table, copies, tab
        make = tab.action
        self.add = make("Thêm văn bản", "", "plus", self.add_document)
        self.add.setShortcuts(
            [QKeySequence(f"Ctrl+{key}") for key in _ENTER] + [QKeySequence("Ins")]
        )
        self.open = make("Mở tệp", "", "folder-open", self.open_files)
        self.open.setShortcuts([QKeySequence(key) for key in _ENTER])
        self.cite = make("Dẫn vào…", "F4", "link", self.ask_where_cited)
        self.attach = make("Đính kèm tệp…", "Ctrl+K", "paperclip", self.ask_for_files)
        self.delete = make("Xoá văn bản", "Del", "trash-2", self.delete_chosen)
        self.check = make("Kiểm tra các tệp đã cất", "", "list-checks", self.check_files)
        self.add.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for action in (self.open, self.delete):  # these keys mean other things in other places
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def offer(self) -> None:
        """Offer what is possible now."""
        writable, current = self._controller.writable, self._table.current
        self.add.setEnabled(writable)
        for action in (self.cite, self.attach, self.delete):
            action.setEnabled(writable and current is not None)
        self.open.setEnabled(current is not None and bool(current.files))
        self.check.setEnabled(self._controller.project is not None)

    # Documents

    def add_document(self) -> None:
        """A new document, its first field open."""
        self._controller.settle()
        document = RegisteredDocument(new_id())
        if self._controller.do(registering.register, [document]):
            self.added.emit(document.id)

    def delete_chosen(self) -> None:
        """Take the chosen documents away; it can be undone."""
        ids = [entry.id for entry in self._table.chosen()]
        if ids:
            row = self._table.currentIndex().row()
            if self._controller.do(registering.strike, ids):
                rows = self._table.entries.rows
                if rows:
                    self._table.go_to([rows[min(row, len(rows) - 1)].id])

    def ask_where_cited(self) -> None:
        """Ask which tasks and results of the year shown the document is evidence of."""
        entry, project, plan = self._table.current, self._controller.project, self._controller.plan
        if entry is None or project is None or not self._controller.settle():
            return
        if plan is None:
            year = self._controller.year
            self._controller.refused.emit(
                f"Chưa có kế hoạch năm {year} để dẫn vào; hãy chọn năm khác, hoặc nhập kế hoạch."
            )
            return
        offered = targets(project, plan)
        ids = {target.id for target in offered}
        links = (place.link for place in cited_at(project, entry.id))
        places = {link.target_id: (link.locator, link.note) for link in links}
        here = {target: place for target, place in places.items() if target in ids}
        name = document_name(entry.document)
        dialog = CitingDialog(self._tab.theme, name, offered, here, self._tab)
        if dialog.exec():
            self._controller.do(registering.cite_in, entry.id, dialog.places, ids)
        dialog.deleteLater()

    # Files

    def open_files(self) -> None:
        """Open the current document's file; of several the one chosen in a menu."""
        entry = self._table.current
        if entry is None or not entry.files:
            return
        if len(entry.files) == 1:
            self._copies.open(entry.files[0])
            return
        menu = QMenu(self._table)
        for file in entry.files:
            menu.addAction(file.name.replace("&", "&&")).setData(file)
        menu.setActiveAction(menu.actions()[0])
        box = self._table.visualRect(self._table.currentIndex())
        chosen = menu.exec(self._table.viewport().mapToGlobal(box.bottomLeft()))
        if chosen is not None:
            self.open_file(chosen.data())
        menu.deleteLater()

    def open_file(self, file: Attachment) -> None:
        """Have the system's program show a copy of a file."""
        self._copies.open(file)

    def ask_for_files(self) -> None:
        """Attach files, chosen in a dialog, to the current document."""
        entry = self._table.current
        if entry is None:
            return
        names, _ = QFileDialog.getOpenFileNames(
            self._tab, "Đính kèm tệp", str(documents_folder()), "Mọi tệp (*)"
        )
        if names:
            self.attach_files(entry.id, [Path(name) for name in names])

    def attach_files(self, document_id: str, files: Sequence[Path]) -> None:
        """Keep files, in the background, and attach them."""
        project = self._controller.project
        assert project is not None, "files belong to an open project"
        store = project.files

        def keep(_progress: Progress) -> list[KeptFile]:
            return registering.keep_files(store, files)

        def attach(kept: list[KeptFile]) -> None:
            if self._controller.project is project:
                self._controller.do(registering.attach_kept, document_id, kept)
                self._say_known(document_id, kept)

        self._runner.run("Đang cất tệp", keep, attach, owner=self)

    def _say_known(self, document_id: str, kept: Sequence[KeptFile]) -> None:
        """A file that another document has already is worth knowing."""
        project = self._controller.project
        assert project is not None
        digests = {file.digest for file in kept}
        for file in project.attachments():
            if file.digest in digests and file.document_id != document_id:
                other = project.record(file.document_id)
                assert isinstance(other, RegisteredDocument)
                self._messages.notice.emit(
                    f"Tệp “{file.name}” cũng là tệp của văn bản {document_name(other)}; nếu nhầm, "
                    "hãy gỡ tệp khỏi một trong hai.",
                    [],
                )
                return

    def _say_sent(self, broken: Sequence[str]) -> None:
        """Sent reports stand in no row of the register: which of them have no whole file."""
        if broken:
            listed = ", ".join(f"“{name}”" for name in broken)
            self._messages.notice.emit(
                f"Bản báo cáo đã gửi {listed} bị mất hoặc bị sửa; hãy chép lại thư mục tệp từ bản "
                "sao lưu, hoặc chốt lại bản đã gửi.",
                [],
            )

    def check_files(self) -> None:
        """Read all kept files, in the background, and tell which are missing or changed."""
        project = self._controller.project
        if project is None:
            return
        names, store = project.kept_files(), project.files
        sent = {one.digest for one in project.sent_reports()}

        def look(progress: Progress) -> dict[str, str]:
            return broken_files(names, store, progress)

        def tell(broken: dict[str, str]) -> None:
            if self._controller.project is project:
                self.checked.emit(broken)
                count = len(names)
                words = (
                    f"{len(broken)} / {count} tệp bị mất hoặc bị sửa"
                    if broken
                    else f"Đã kiểm tra {count} tệp, đều nguyên vẹn"
                )
                self._messages.news.emit(words, None)
                self._say_sent([names[digest] for digest in broken if digest in sent])

        self._runner.run("Đang kiểm tra tệp", look, tell, owner=self)
