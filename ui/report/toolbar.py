"""The toolbar of the tab Báo cáo."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.actions import SharedActions
from ui.theme import Theme
from ui.widgets.controls import action_button, icon_button, tool_row, upright
from ui.widgets.count_button import CountButton

_NARROW, _TIGHT = 150, 175  # text scales from which buttons have room for a picture only


class ReportToolbar(QWidget):
    """`period_chosen(id)`: the report of another period."""

    period_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        shared: SharedActions,
        left: Sequence[QAction],
        check_list: QAction,
        right: Sequence[QAction],
        primary: QAction | None,
    ) -> None:
        super().__init__()
        narrow = theme.scale >= _NARROW
        bar, row = tool_row(theme)
        if narrow:
            row.setSpacing(theme.px(4))
        for action in (shared.undo, shared.redo):
            row.addWidget(icon_button(theme, action))
        row.addWidget(upright(theme))
        self.reports = QComboBox()
        self.reports.setAccessibleName("Báo cáo của kỳ")
        self.reports.setMinimumWidth(theme.px(120 if narrow else 190))
        self.reports.activated.connect(self._choose)
        row.addWidget(self.reports)
        for action in left:
            words = "" if narrow and action is not left[0] else None
            row.addWidget(action_button(theme, action, kind="quiet", words=words))
        row.addStretch(1)
        tight = theme.scale >= _TIGHT
        self._check = CountButton(
            theme,
            "" if tight else "Kiểm tra",
            "list-checks",
            "amb",
            name="Kiểm tra",
            needs_some=False,
        )
        self._check_list = check_list
        self._check.clicked.connect(check_list.trigger)
        check_list.toggled.connect(self._check.setChecked)
        row.addWidget(self._check)
        for action in right:
            row.addWidget(action_button(theme, action, words="" if tight else None))
        if primary is not None:
            row.addWidget(action_button(theme, primary, kind="primary", words="Xuất Word"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def show_reports(self, reports: Sequence[tuple[str, str]], chosen: str) -> None:
        """What there is to choose from, ids with names."""
        self.reports.clear()
        for period_id, name in reports:
            self.reports.addItem(name, period_id)
        self.reports.setCurrentIndex(self.reports.findData(chosen))
        self.reports.setEnabled(bool(reports))

    def show_count(self, count: int) -> None:
        """How much there is to see to."""
        self._check.show_count(count)
        self._check.setEnabled(self._check_list.isEnabled())  # there is a report

    def _choose(self, place: int) -> None:
        self.period_chosen.emit(self.reports.itemData(place))
