"""The toolbar of the tab Kế hoạch."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.actions import SharedActions
from ui.theme import Theme
from ui.widgets.controls import action_button, button, choice, icon_button, tool_row, upright
from ui.widgets.count_button import CountButton
from ui.widgets.search_field import SearchField

_TIGHT = 175  # the text scale from which some buttons have room for a picture only


class PlanToolbar(QWidget):
    """`view_chosen(page)`."""

    view_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        shared: SharedActions,
        add: QAction,
        check_list: QAction,
        details: QAction,
        columns: QMenu,
        views: QMenu,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.narrow = theme.scale >= 150
        bar, row = tool_row(theme)
        if self.narrow:
            row.setSpacing(theme.px(4))
        for action in (shared.undo, shared.redo):
            row.addWidget(icon_button(theme, action))
        row.addWidget(upright(theme))
        names = ("Bảng" if self.narrow else "Bảng nhiệm vụ", "Phần lời")
        view_box, self._views = choice(theme, names)
        self._views.idClicked.connect(self.view_chosen)
        row.addWidget(view_box)
        row.addWidget(upright(theme))
        words = "Thêm" if self.narrow else "Thêm nhiệm vụ"
        row.addWidget(action_button(theme, add, kind="quiet", words=words))
        if not self.narrow:
            row.addWidget(action_button(theme, shared.import_plan, kind="quiet", words="Nhập…"))
        self._columns = button(theme, "Cột", "columns-3", kind="quiet")
        self._columns.setMenu(columns)
        row.addWidget(self._columns)
        self.filter = SearchField("Lọc trong bảng    Ctrl+F", "Lọc trong bảng, không cần gõ dấu")
        self.filter.setMinimumWidth(theme.px(70))
        self.filter.setMaximumWidth(theme.px(210))
        row.addWidget(self.filter, 1)
        if not self.narrow:
            filters = button(theme, "", "list-filter", kind="quiet", name=views.title())
            filters.setMenu(views)
            row.addWidget(filters)
        row.addStretch(1)
        self._check = CountButton(
            theme, "Kiểm tra", "list-checks", "amb", name="Kiểm tra", needs_some=False
        )
        self._check.clicked.connect(check_list.trigger)
        check_list.toggled.connect(self._check.setChecked)
        row.addWidget(self._check)
        words_of_details = "" if theme.scale >= _TIGHT else None
        row.addWidget(action_button(theme, details, words=words_of_details))
        row.addWidget(action_button(theme, shared.export_plan, kind="primary", words="Xuất…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def show_view(self, page: int) -> None:
        """Press the button of a page."""
        self._views.button(page).setChecked(True)

    def show_count(self, count: int) -> None:
        """How much there is to see to."""
        self._check.show_count(count)

    def name_columns(self, words: str) -> None:
        """What the button of the columns says."""
        self._columns.setText(f" {words}")
        self._columns.setAccessibleName(words)
