"""The main window: menus, tabs, the year, messages and the status bar. State and edits belong to
the controller, files to the file commands.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.files import FileCommands
from ui.kit import Kit
from ui.look_menus import LookMenus
from ui.messages import MessageBar, Toast
from ui.status_line import StatusLine
from ui.tab_row import TabRow
from ui.widgets.cover import CoverPage, Holding
from ui.widgets.tab import Tab, TabPlace, Telling

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Place

_GEOMETRY = "geometry"
_HINTS = (("Tab", "chuyển nút"), ("F1", "phím tắt"))  # where no tab is on the screen
_MENUS = (("edit", "&Sửa"), ("view", "&Xem"), ("insert", "&Chèn"), ("tools", "Công &cụ"))


class MainWindow(QMainWindow):
    """Empty until `refresh`. `look_wanted(theme, scale)`: another look, which takes another
    window; `system_changed`: the system's look is another one; `activated`: it came to the front.
    """

    look_wanted = Signal(str, int)
    system_changed = Signal()
    activated = Signal()
    _painted = Signal()  # for the first time: the user sees it

    def __init__(
        self,
        kit: Kit,
        files: FileCommands,
        make_start: Callable[[], QWidget],
        places: Sequence[TabPlace],
        first: int,
        settings: QSettings,
    ) -> None:
        """`first`: the place of the tab that is shown when the window opens."""
        super().__init__()
        self.controller, self.theme, self.shared = kit.controller, kit.theme, kit.shared
        self.files, self._make_start = files, make_start
        self._start: QWidget | None = None
        self._places, self._made = places, dict[int, Tab]()
        self._settings = settings
        self._is_painted = False
        self._may_lose = self._may_leave = False  # words that cannot be written
        self._over: QWidget | None = None  # a page that covers the tabs for a while
        self.setAcceptDrops(True)
        self.bar = MessageBar(kit.theme)
        self._tab_row = TabRow(places, first, kit.theme)
        self.pages = QStackedWidget()  # made in here at once, a page is styled once
        self.toast = Toast(kit.theme, self._build_centre())
        self._status = StatusLine(kit.controller, kit.runner, kit.theme)
        self.setStatusBar(self._status)
        self._build_menus()
        self._connect()
        self._restore_geometry()

    # Building

    def _build_centre(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        line.setObjectName("underTabs")
        for widget in (self._tab_row, line, self.bar):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        return centre

    def _build_menus(self) -> None:
        bar = self.menuBar()
        bar.addMenu(self.files.menu)
        self._menus = {key: bar.addMenu(words) for key, words in _MENUS}
        look = LookMenus(self.theme, self.files.choices.value.theme, self)
        look.chosen.connect(self.look_wanted)
        self._look = look.actions
        bar.addMenu(self.files.help_menu)

    def _connect(self) -> None:
        controller = self.controller
        controller.opened.connect(self.bar.hide)  # what it said was about another file
        controller.opened.connect(self.toast.hide)
        controller.changed.connect(self.toast.hide)  # it named an earlier step; `done` comes after
        controller.opened.connect(self.refresh)
        controller.plan_chosen.connect(self.refresh)
        controller.changed.connect(self.refresh_state)
        controller.refused.connect(self.bar.show_problem)
        controller.done.connect(self.toast.show_done)
        controller.done.connect(self._forget_refusal)
        controller.travelled.connect(self.toast.show_news)
        controller.opened.connect(self.focus_page)
        self.files.messages.show_on(self.bar, self.toast)
        self.toast.undo_asked.connect(controller.undo)
        self._tab_row.tab_chosen.connect(self._choose_tab)
        self._tab_row.year_chosen.connect(self._choose_year)

    # What is shown

    def refresh(self) -> None:
        """Another file or year: title, years, page, menus."""
        project = self.controller.project
        name = project.path.name if project else "Chưa có tệp"
        read_only = " (chỉ xem)" if project and project.read_only else ""
        self.setWindowTitle(f"{name}{read_only} – CCHC Desktop")
        self._tab_row.setVisible(project is not None)
        self._show_years()
        self._show_tab(self._tab_row.place)
        self.refresh_state()

    def refresh_state(self) -> None:
        """After each step: what there is to know, what is saved."""
        project = self.controller.project
        if project is not None:
            if warnings := project.take_warnings():
                self.bar.show_notice(" ".join(warnings))
            if self._tab_row.years.currentData() not in self.controller.years():
                self._show_years()
        self._show_status()

    def _forget_refusal(self) -> None:
        self._may_lose = self._may_leave = False

    def _choose_year(self, year: int) -> None:
        if not self.controller.choose_year(year):
            self._show_years()  # words of this year are still to be written

    def _show_years(self) -> None:
        self._tab_row.show_years(self.controller.years(), self.controller.year)

    def _choose_tab(self, place: int) -> None:
        """Another tab, but words that are refused are not left where nobody sees them; whoever
        chooses once more means it.
        """
        here = next((n for n, tab in self._made.items() if tab is self.current_tab), place)
        if here != place and not self.controller.settle() and not self._may_leave:
            self._may_leave = True
            self._tab_row.choose(here)
            return
        self._show_tab(place)

    def _show_tab(self, place: int) -> None:
        page = self._over
        if page is None:
            page = self.start if self.controller.project is None else self.tab(place)
        self.pages.setCurrentWidget(page)
        self._fill_menus()
        self._show_status()

    def _fill_menus(self) -> None:
        tab = self.current_tab
        for key, menu in self._menus.items():
            for old in menu.actions():  # clear() would end the tabs' own actions
                menu.removeAction(old)
                if old.isSeparator():
                    old.deleteLater()
            actions: list[QAction | None] = list(tab.menu_actions(key)) if tab else []
            if key == "edit":
                actions = [self.shared.undo, self.shared.redo, None, *actions]
            elif key == "tools":
                actions = [*actions, None, self.shared.periods] if tab else []
            elif key == "view":
                actions = [*self._tab_row.actions_of_tabs, None, *actions, None, *self._look]
            for action in actions:
                menu.addSeparator() if action is None else menu.addAction(action)
            menu.menuAction().setVisible(not menu.isEmpty())

    @property
    def current_tab(self) -> Tab | None:
        """The tab on the screen; None while something else is."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Tab) else None

    def _show_status(self) -> None:
        shown = self._over or self.current_tab
        if isinstance(shown, Telling):
            self._status.show_tab(shown.status(), shown.hints)
        else:
            self._status.show_tab("", _HINTS)

    @property
    def covered(self) -> QWidget | None:
        """The page over the tabs."""
        return self._over

    def cover(self, page: QWidget | None) -> None:
        """Show a page over the tabs, such as a review; None takes it away for good."""
        if self._over is not None:
            self.pages.removeWidget(self._over)
            self._over.deleteLater()
        self._over = page
        if page is not None:
            self.toast.hide()  # the keys that it names are the page's own from now on
            self.pages.addWidget(page)
        years = isinstance(page, CoverPage | None)  # a review has its own year
        self._tab_row.enable(tabs=page is None, years=years)
        self._show_tab(self._tab_row.place)
        self.focus_page()

    def focus_page(self) -> None:
        """Keys are for what is on the screen, not for the list of years."""
        page = self.current_tab.home if self.current_tab else self.pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def start(self) -> QWidget:
        """The page of a window without a file."""
        if self._start is None:
            self._start = self._make_start()
            self.pages.addWidget(self._start)
        return self._start

    def tab(self, number: int) -> Tab:
        """A tab by its place; made now if it was never shown."""
        if number not in self._made:
            made = self._places[number].make()
            made.status_changed.connect(self._show_status)
            self._made[number] = made
            self.pages.addWidget(made)
        return self._made[number]

    @property
    def place(self) -> int:
        """Which tab is chosen, by its place."""
        return self._tab_row.place

    def show_tab(self, number: int) -> None:
        """Show a tab by its place."""
        self._tab_row.choose(number)

    def jump_to(self, place: "Place") -> bool:
        """Show a place in the tab that has it; False where none has."""
        for number in sorted(range(len(self._places)), key=lambda n: n not in self._made):
            if self.tab(number).jump_to(place):
                self.show_tab(number)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.system_changed.emit()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._painted.emit()

    def once_painted(self, act: Callable[[], None]) -> None:
        """Do something when the window is on the screen: now, or after its first painting."""
        if self._is_painted:
            act()
        else:
            self._painted.connect(act, Qt.ConnectionType.QueuedConnection)

    # Files dropped, the end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.take_dropped(event.mimeData())

    def _restore_geometry(self) -> None:
        stored = self._settings.value(_GEOMETRY)
        if not (isinstance(stored, QByteArray) and self.restoreGeometry(stored)):
            self.resize(1366, 698)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.controller.settle() and not self._may_lose:
            self._may_lose = True  # whoever closes once more means it
            sentence = "Chữ đang gõ chưa ghi được. Hãy sửa rồi ghi lại, hoặc đóng lần nữa để bỏ."
            self.bar.show_problem(f"{self.bar.text} {sentence}".strip())
            event.ignore()
            return
        stays = isinstance(self._over, Holding) and not self._over.may_leave()
        if stays or not self.files.may_close():
            event.ignore()
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        event.accept()
