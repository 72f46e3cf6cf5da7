"""The figures of the period: typed beside those of the period before, percentages computed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Indicator
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.services.figures import add_indicator, delete_indicators
from ui.project_controller import ProjectController
from ui.report.figures_model import COLUMNS, KEYS, FigureRow, FiguresModel, is_computed
from ui.widgets.cell_editing import CellEditing, EditedTable
from ui.widgets.cells import CellArt
from ui.widgets.controls import action_button, head_row, label
from ui.widgets.tab import Tab

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = ("value", "before", "last_year")
_LARGE = 150  # the text scale from which there is no room for all columns
_LESS = ("parts", "last_year", "note")
_HIDDEN = "Ở cỡ chữ này 3 cột ẩn: Cách tính, Năm trước, Ghi chú."
_SIDE = 8  # pixels at 100 % beside the words of a cell, at most
_HINT = (
    "Gõ số vào cột Kỳ này; tỷ lệ tự tính theo mã tử số / mã mẫu số. Mã và tên chưa đối chiếu "
    "với biểu mẫu chính thức, sửa được ngay trong bảng."
)


class FiguresPage(QWidget):
    """Under the outline's line Phụ lục."""

    def __init__(self, controller: ProjectController, art: CellArt, tab: Tab) -> None:
        super().__init__()
        self._controller = controller
        theme = art.theme
        self.model = FiguresModel(controller, self)
        self._soon = QTimer(self)  # rows are measured once for all columns that move
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit_rows)
        self.table = self._build_table(art)
        self.add = tab.action("Thêm chỉ tiêu", "Ins", "plus", self.insert)
        self.remove = tab.action("Xoá chỉ tiêu", "Ctrl+-", "trash-2", self.delete)
        for action in (self.add, self.remove):  # their keys mean another thing in the text
            tab.removeAction(action)
            self.addAction(action)
        head = QWidget()
        row = head_row(head, theme)
        row.addWidget(label("Phụ lục. Số liệu", "strong"))
        row.addStretch(1)
        for action in (self.add, self.remove):
            row.addWidget(action_button(theme, action, kind="quiet"))
        words = f"{_HINT} {_HIDDEN}" if theme.scale >= _LARGE else _HINT
        hint = label(words, "small", wrap=True)
        hint.setContentsMargins(*[theme.px(12), theme.px(6)] * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hint)
        column.addWidget(self.table, 1)

    def _build_table(self, art: CellArt) -> EditedTable:
        theme, table = art.theme, EditedTable()
        table.setAccessibleName("Số liệu của kỳ")
        table.setProperty("kind", "list")
        table.setModel(self.model)
        self._editing = _FigureCells(art, table)
        self._editing.left.connect(self._step)
        table.setItemDelegate(self._editing)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        rows = table.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme.px(30))
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            table.setColumnHidden(place, theme.scale >= _LARGE and column.key in _LESS)
            if column.width:
                table.setColumnWidth(place, theme.px(column.width))
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._soon.start)
        self.model.dataChanged.connect(self._soon.start)
        self.model.rowsInserted.connect(self._soon.start)
        return table

    def _fit_rows(self) -> None:
        """Rows as high as their words."""
        self.table.resizeRowsToContents()

    # What is shown

    def show_period(self, period: ReportingPeriod | None) -> None:
        """The figures of a period, as they are now."""
        self.model.show_period(period)
        if not self.table.currentIndex().isValid() and self.model.rows:
            self.table.setCurrentIndex(self.model.index(1, KEYS.index("value")))
        for action in (self.add, self.remove):
            action.setEnabled(self._controller.writable)

    def go_to(self, indicator_id: str, key: str = "value") -> None:
        """Make a cell of an indicator the current one."""
        row = self.model.row_of(indicator_id)
        if row >= 0:
            column = KEYS.index(key) if key in KEYS else KEYS.index("value")
            self.table.setCurrentIndex(self.model.index(row, column))
            self.table.setFocus()

    def commit(self) -> None:
        """Write what is being typed."""
        self._editing.commit()

    @property
    def current(self) -> FigureRow | None:
        """The current row."""
        row: FigureRow | None = self.table.currentIndex().data(FiguresModel.ROW)
        return row

    def _step(self, down: int, across: int) -> None:
        index = self.table.currentIndex()
        row, column = index.row() + down, index.column() + across
        if down and row < len(self.model.rows) and self.model.rows[row].line is None:
            row += 1  # past the name of a group
        if 0 <= row < self.model.rowCount() and 0 <= column < self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(row, column))

    # What is written

    def insert(self) -> None:
        """An indicator of the office's own, in the group of the current one."""
        self._controller.settle()
        codes = [row.line.indicator.code for row in self.model.rows if row.line is not None]
        code = str(max((int(code) for code in codes if code.isdecimal()), default=0) + 1)
        current = self.current
        group = ""
        if current is not None:
            group = current.line.indicator.group if current.line is not None else current.group
        new = Indicator(new_id(), code, "Chỉ tiêu mới", group=group)
        if self._controller.do(add_indicator, new):
            self.go_to(new.id, "name")
            self.table.edit(self.table.currentIndex())

    def delete(self) -> None:
        """The current indicator away, with its figures of all periods."""
        self._controller.settle()
        current = self.current
        if current is not None and current.line is not None:
            self._controller.do(delete_indicators, [current.line.indicator.id])


class _FigureCells(CellEditing):
    """Names of groups on their ground, numbers at the right, what is computed in a paler colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, width = self.art.theme, self.view.columnWidth(index.column())
        words = index.data(Qt.ItemDataRole.DisplayRole)
        tall = self.art.text_height(words, width - theme.px(2 * _SIDE))
        return QSize(width, tall + theme.px(12))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        theme, row = self.art.theme, index.data(FiguresModel.ROW)
        key = COLUMNS[index.column()].key
        if row.line is None:
            option.font = self.art.bold
            option.backgroundBrush = QBrush(theme.colour("group"))
        elif key in _NUMBERS:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if not COLUMNS[index.column()].typed or is_computed(row, key):
            option.palette.setColor(QPalette.ColorRole.Text, theme.colour("text2"))
