"""The profile over the tabs: a list of lists at the left, the chosen one beside it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout

from cchc_desktop.domain.finding import Place
from ui.profile.list_view import ProfileListView
from ui.profile.lists import LISTS
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.cover import CoverPage


class ProfilePage(CoverPage):
    """Shows the file that is open when it is made; another file closes it."""

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Hồ sơ cơ quan")
        self._chooser = QListWidget()
        self._chooser.setAccessibleName("Phần của hồ sơ")
        self._chooser.setFixedWidth(theme.px(140))
        self._chooser.setProperty("kind", "pages")
        self.views = [ProfileListView(controller, theme, shown) for shown in LISTS]
        self._stack = QStackedWidget()
        for view in self.views:
            self._chooser.addItem(view.shown.title)
            self._stack.addWidget(view)
        self._chooser.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._chooser.setCurrentRow(0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._chooser)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.build_head(theme, "Hồ sơ cơ quan", "Đóng hồ sơ"))
        column.addLayout(body, 1)
        self.setFocusProxy(self._chooser)
        controller.settling.connect(self.commit)
        controller.opened.connect(self.closed)

    def commit(self) -> None:
        """Write what is being typed in a cell."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        for view in self.views:
            view.commit()

    def jump_to(self, place: Place) -> bool:
        """Show a place of the profile; False where it is none."""
        for number, view in enumerate(self.views):
            if view.model.row_of(place.record_id) >= 0:
                self.show_list(number)
                view.go_to(place.record_id, place.column)
                self.setFocusProxy(view.table)
                return True
        return False

    def show_list(self, place: int) -> None:
        """Show one of the lists."""
        self._chooser.setCurrentRow(place)
