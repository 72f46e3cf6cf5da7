"""The tab Văn bản: folders, the register, and the pane with a document's details and what was
pasted.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import Place
from ui.file_copies import FileCopies
from ui.kit import Kit
from ui.register.commands import RegisterCommands
from ui.register.details import DetailPane
from ui.register.drops import FileDrops, files_in
from ui.register.filtering import RegisterFiltering
from ui.register.folder_list import FolderList
from ui.register.listing import Listing
from ui.register.model import PLACES, RegisterModel
from ui.register.pages import RegisterPages
from ui.register.paste import PastePanel
from ui.register.table import RegisterTable
from ui.register.toolbar import RegisterToolbar
from ui.widgets.cells import CellArt
from ui.widgets.kept_widths import KeptWidths
from ui.widgets.side_pane import SidePage, SidePane
from ui.widgets.tab import Tab

_DETAILS, _PASTE = 0, 1
_FOLDERS, _PANE = 176, 376  # pixels at 100 %
_NARROW = 150  # the text scale from which the pane waits until it is asked for


class RegisterTab(Tab):
    """The register of all years. While hidden it only remembers that it is out of date."""

    hints = (("Enter", "mở tệp"), ("F2", "sửa"), ("F4", "dẫn vào"))
    place_asked = Signal(object)  # Place: where a document is cited
    sheets_given = Signal(object)  # list[Path]: forms that came back, no documents

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent)
        controller, theme, runner = kit.controller, kit.theme, kit.runner
        self._controller = controller
        self.listing = Listing(controller, self)
        art = CellArt(theme)
        copies = FileCopies(controller, self)
        self.model = RegisterModel(copies, self)
        widths = KeptWidths(kit.choices, "register", theme, self)
        self.table = RegisterTable(self.model, art, widths)
        self.commands = RegisterCommands(controller, runner, kit.messages, self.table, copies, self)
        self.folders = FolderList(art)
        self.details = DetailPane(controller, theme)
        self.paste = PastePanel(controller, runner, art)
        self._make_actions()
        pages = (
            SidePage("Chi tiết", "", "panel-right", self.details),
            SidePage("Dán câu", "F7", "clipboard-paste", self.paste),
        )
        self.pane = SidePane(self, pages)
        self.toolbar = RegisterToolbar(
            theme,
            kit.shared,
            self.commands.add,
            (self.commands.open, self.commands.cite),
            self.pane.actions_of_pages,
        )
        self.filtering = RegisterFiltering(
            self.listing, self.table, self.folders, self.toolbar.field, art, self
        )
        self._pages = RegisterPages(
            theme,
            self.table,
            self._show_paste_page,
            self.commands.add.trigger,
            self.filtering.end_and_leave,
        )
        self._drops = FileDrops(controller, self.table, self.details, self)
        self._build()
        self._connect()

    # Building

    def _make_actions(self) -> None:
        self._edit = self.action("Sửa văn bản", "F2", run=self.edit_current)
        paste = QKeySequence.StandardKey.Paste
        self._paste_here = self.action("Dán", paste, run=self._paste_words)
        self._paste_here.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._rounds = self.make_round_actions()

    def _build(self) -> None:
        theme = self.theme
        self.folders.setFixedWidth(theme.px(_FOLDERS))
        split = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.folders, self._pages, self.pane):
            split.addWidget(widget)
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        split.setCollapsible(1, False)
        split.setSizes([theme.px(_FOLDERS), 1366, theme.px(_PANE)])
        self.pane.setMinimumWidth(theme.px(320))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.filtering.strip)
        column.addWidget(split, 1)
        self.table.addActions([self.commands.open, self._edit, self.commands.cite])
        self.table.addActions([self.commands.attach, self._paste_here, self.commands.delete])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.folders.addAction(self._paste_here)
        self.removeAction(self.commands.add)  # Ctrl+Enter means another thing where one pastes
        homes: list[QWidget] = [self.toolbar, self.folders, self._pages, self.details]
        for home in homes:
            home.addAction(self.commands.add)
        self.pane.turned.connect(self._make_room)
        self.pane.turn_to(None if theme.scale >= _NARROW else _PASTE)

    def _connect(self) -> None:
        controller, commands = self._controller, self.commands
        controller.settling.connect(self.commit)
        self.listing.outdated.connect(self._refresh_if_shown)
        self.table.current_changed.connect(self._show_current)
        self.table.selectionModel().selectionChanged.connect(self.status_changed)
        self.table.doubleClicked.connect(self._open_or_edit)
        self.filtering.applied.connect(self._show_entries)
        self.filtering.left.connect(self._go_home)
        commands.added.connect(self._fill_in)
        commands.checked.connect(self.listing.take_broken)
        self._drops.given.connect(commands.attach_files)
        self._drops.left.connect(self._take_files)
        self._drops.sheets.connect(self.sheets_given)
        details = self.details
        # queued: the document is gone back to when the step away from it is over
        details.held.connect(self._go_back, Qt.ConnectionType.QueuedConnection)
        details.open_asked.connect(commands.open_file)
        details.attach_asked.connect(commands.attach.trigger)
        details.cite_asked.connect(commands.cite.trigger)
        details.place_asked.connect(self._ask_for_place)
        self.paste.shown_asked.connect(self._show_document)
        self.pane.left.connect(self._go_home)
        self.pane.actions_of_pages[_PASTE].triggered.connect(self._begin_paste)

    # What the window asks

    def menu_actions(self, menu: str) -> list[QAction | None]:
        commands = self.commands
        match menu:
            case "edit":
                actions: list[QAction | None] = [
                    self._edit,
                    commands.cite,
                    self._paste_here,
                    None,
                    commands.delete,
                ]
                return [*actions, None, self.filtering.find]
            case "insert":
                return [commands.add, commands.attach, self.pane.actions_of_pages[_PASTE]]
            case "view":
                panes: list[QAction | None] = [*self.pane.actions_of_pages, None]
                return [*panes, *self.filtering.actions, None, *self._rounds]
            case "tools":
                return [commands.open, commands.check]
        return []

    def status(self) -> str:
        listed, all_of_it = len(self.model.rows), len(self.listing.entries)
        count = f"{all_of_it} văn bản" if listed == all_of_it else f"{listed} / {all_of_it} văn bản"
        chosen, hidden = len(self.table.chosen()), self.table.hidden_columns
        parts = (chosen and f"đang chọn {chosen}", hidden and f"{hidden} cột ẩn")
        words = " · ".join([count, *(part for part in parts if part)])
        return (
            f"{words}    Thả tệp Word, PDF vào đây để thêm" if self._controller.writable else words
        )

    @property
    def home(self) -> QWidget:
        """The table, or what fills an empty one."""
        return self._pages.home or self.toolbar.field

    def jump_to(self, place: Place) -> bool:
        self._refresh_if_stale()
        if all(entry.id != place.record_id for entry in self.listing.entries):
            return False
        column = place.column if place.column in PLACES else ""
        self._show_document(place.record_id, column)
        self.table.setFocus()
        return True

    def commit(self) -> None:
        """Write what is being typed anywhere in the tab."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        self.details.commit()

    # Following the file

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_if_stale()
        super().showEvent(event)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self.listing.stale:
            self.listing.read()
            self.folders.show_counts(self.listing.counts)
            self._show_entries()
            self.paste.refresh()

    def _show_entries(self) -> None:
        self.table.show_entries(self.listing.shown())
        self.filtering.tell()
        self._pages.show_page(
            some_left_out=bool(self.listing.entries), writable=self._controller.writable
        )
        self._show_current()

    def _show_current(self) -> None:
        self.details.show_entry(self.table.current)
        self.commands.offer()
        self._edit.setEnabled(self.table.current is not None)
        self.status_changed.emit()

    # Where the clerk goes

    def _show_document(self, document_id: str, column: str = "") -> None:
        """Make a document the current one, also where it was left out."""
        if self.model.row_of(document_id) < 0:
            self.filtering.end()
        self.table.go_to([document_id], column)

    def _go_back(self, document_id: str) -> None:
        self._show_document(document_id)

    def _fill_in(self, document_id: str) -> None:
        """A new document: its fields are open."""
        self._show_document(document_id)
        self.pane.turn_to(_DETAILS)
        self.details.edit("code")

    def edit_current(self) -> None:
        """Type in the field of the current cell."""
        if self.table.current is not None:
            self.pane.turn_to(_DETAILS)
            self.details.edit(self.table.current_column)

    def _open_or_edit(self) -> None:
        entry = self.table.current
        if entry is not None and entry.files:
            self.commands.open_files()
        else:
            self.edit_current()

    def _ask_for_place(self, task_id: str) -> None:
        self.place_asked.emit(Place(task_id))

    # The pane

    def _begin_paste(self, on: bool) -> None:
        if on:
            self.paste.first_control.setFocus()

    def _show_paste_page(self) -> None:
        self.pane.turn_to(_PASTE)
        self._begin_paste(True)

    def _paste_words(self) -> None:
        """Words from the clipboard are for the box that reads them; files are for a document."""
        data = QGuiApplication.clipboard().mimeData()
        entry, files = self.table.current, files_in(data)
        if files and entry is not None and self._controller.writable:
            self.commands.attach_files(entry.id, files)
        elif data.hasText() and not files:
            self._show_paste_page()
            self.paste.text.paste()

    def _make_room(self, page: int | None) -> None:
        self.folders.setVisible(page is None or self.theme.scale < _NARROW)

    def _go_home(self) -> None:
        self.home.setFocus()

    def areas(self) -> list[tuple[QWidget, QWidget]]:
        return [
            (self.toolbar, self.toolbar.field),
            (self.folders, self.folders),
            (self._pages, self.home),
            (self.pane, self.pane.first_control),
        ]

    # What is dropped

    def _take_files(self, files: list[Path]) -> None:
        """Files that are dropped beside all documents may be new ones."""
        self.pane.turn_to(_PASTE)
        self.paste.take_files(files)
