"""The profile over the tabs: a list of lists at the left, the chosen one beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout

from ui.profile.list_view import ProfileListView
from ui.profile.lists import LISTS
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import button, label
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
        close = button(theme, "Đóng  Esc", "x", name="Đóng hồ sơ")
        close.clicked.connect(self.closed)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(*[theme.px(12), theme.px(8)] * 2)
        head.addWidget(label("Hồ sơ cơ quan", "page"))
        head.addStretch(1)
        head.addWidget(close)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._chooser)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.setFocusProxy(self._chooser)
        controller.settling.connect(self.commit)
        controller.opened.connect(self.closed)

    def commit(self) -> None:
        """Write what is being typed in a cell."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        for view in self.views:
            view.commit()

    def show_list(self, place: int) -> None:
        """Show one of the lists."""
        self._chooser.setCurrentRow(place)
