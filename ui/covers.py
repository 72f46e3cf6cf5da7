"""What covers the tabs of a window, one thing at a time: the profile, the periods, the backups, a
form check, a review. Each is loaded when it is first asked for.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.files import FileCommands
from ui.kit import Kit
from ui.main_window import MainWindow
from ui.widgets.cover import CoverPage
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Place
    from ui.form_check.commands import Checkable, FormCheckCommands
    from ui.review.taking_in import TakingIn


class Covers(QObject):
    """Lives as long as its window."""

    def __init__(self, kit: Kit, files: FileCommands, window: MainWindow) -> None:
        super().__init__(window)
        self._kit, self._files, self._window = kit, files, window
        self.taking_in: TakingIn | None = None  # from the first import
        self._checks: FormCheckCommands | None = None  # from the first form check

    def is_free(self) -> bool:
        """Whether another page or file may be shown: a review is not interrupted, nor the reading
        before it.
        """
        if self.taking_in is not None and self.taking_in.is_reading:
            busy = "Hãy chờ đọc xong tệp đang nhập rồi chọn lại lệnh này."
        elif not isinstance(self._window.covered, CoverPage | EmptyState | None):
            busy = "Hãy duyệt xong trang đang mở rồi chọn lại lệnh này."
        else:
            return True
        self._kit.messages.notice.emit(busy, [])
        return False

    def show_profile(self, place: "Place | None" = None) -> None:
        """The agency's profile, at a place of it."""
        from ui.profile.page import ProfilePage

        page = ProfilePage(self._kit.controller, self._kit.theme)
        if place is not None:
            page.jump_to(place)
        self._cover(page)

    def show_periods(self) -> None:
        """The reporting periods of the year."""
        from ui.profile.periods import PeriodsPage

        self._cover(PeriodsPage(self._kit.controller, self._kit.theme))

    def show_backups(self, path: Path | None) -> None:
        """The backups of a project file, by default of the open one."""
        from ui.safety.page import BackupsPage

        self._cover(BackupsPage(self._files, path))

    def check_form(self, of: "Checkable") -> None:
        """Hold a Word file, or a plan or a report as it would be written now, against the decree in
        the background, then show what was found.
        """
        from ui.form_check.commands import FormCheckCommands

        if self._checks is None:
            self._checks = FormCheckCommands(self._kit, self._window)
            self._checks.page_wanted.connect(self._cover)
            self._checks.place_wanted.connect(self.show_place)
        self._checks.check(of)

    def show_place(self, place: "Place") -> None:
        """A place in the tab that has it, or in the profile, instead of what covers the tabs."""
        if not self.is_free():
            return
        self._window.cover(None)
        if not self._window.jump_to(place):
            self.show_profile(place)

    def take_in(self, files: list[Path]) -> None:
        """Read a plan, or forms that came back, and have that reviewed."""
        from ui.review.taking_in import TakingIn

        if not self._files.opener.may_change():
            return
        if self.taking_in is None:
            self.taking_in = TakingIn(self._kit, self._files.opener, self._window)
            self.taking_in.review_wanted.connect(self.show_review)
            self.taking_in.check_asked.connect(self.check_form)
        self.taking_in.begin(files)

    def show_review(self, panel: QWidget | None) -> None:
        """What is to be reviewed, over whatever may go; None once that is over."""
        if panel is not None and not self.is_free():
            panel.deleteLater()
            return
        if panel is not None:
            self._window.bar.hide()  # what it said was about another file
        self._window.cover(panel)

    def _cover(self, page: CoverPage) -> None:
        if not self.is_free():
            page.deleteLater()
            return
        page.closed.connect(self._uncover)
        self._window.cover(page)

    def _uncover(self) -> None:
        self._window.cover(None)
