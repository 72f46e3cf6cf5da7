"""The table of what was read: rows that grow, branches that fold, ticks by Space."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.review.item_model import NARRATIVE, ItemModel
from ui.review.item_painter import ItemPainter
from ui.widgets.cells import CellArt
from ui.widgets.row_heights import RowHeights
from ui.widgets.unit_chips import UnitChips

_NEAR = 30  # rows on either side that get their heights before one is shown
_FIXED = {"": 64, "number": 44, "lead": 146, "time": 196}  # pixels at 100 %
_ROOMY = {"goal": 150, "deliverable": 130, "coordinating": 130}  # shown in this order where wide
_OWN = 110
_LEAST_WORDS = 320  # for the task's words, before other columns are shown
_TIGHT = 150  # below this the fixed columns give way
Index = QModelIndex | QPersistentModelIndex


class ItemTable(QTableView):
    """Shows an ItemModel; `fitted`: other columns may have room now."""

    chosen_changed = Signal()
    fitted = Signal()

    def __init__(self, model: ItemModel, art: CellArt) -> None:
        super().__init__()
        self.art = art
        self.folded: set[str] = {NARRATIVE}
        self._marked: set[str] = set()  # keys of columns in which there was a doubt
        self.setModel(model)
        chips = UnitChips(model.reading.units)
        self.painter = ItemPainter(art, chips, self, self.folded.__contains__)
        self.setItemDelegate(self.painter)
        self.heights = RowHeights(self, self.painter.row_height)
        self._set_up()
        model.shown.connect(self._follow)
        self._follow()

    def _set_up(self) -> None:
        theme = self.art.theme
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(theme.px(44))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(theme.px(30))
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setFixedHeight(theme.px(28))
        head.setAccessibleName("Tên các cột")
        self.verticalScrollBar().setSingleStep(theme.px(20))
        self.setAccessibleName("Các dòng đã đọc; phím cách để lấy hoặc bỏ một dòng")

    @property
    def table(self) -> ItemModel:
        """The model."""
        model = self.model()
        assert isinstance(model, ItemModel)
        return model

    def _follow(self) -> None:
        """Once after all that a repair changed: a task may have become a heading."""
        self.painter.chips = UnitChips(self.table.reading.units)
        self._span_headings()
        self._hide_rows()
        self._fit_columns()
        self.heights.fit_all()
        self.viewport().update()

    def _span_headings(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self.table.rows):
            if line.depth < 2:
                self.setSpan(row, 0, 1, self.table.columnCount())

    # Widths

    def _fit_columns(self) -> None:
        """The main columns first; the others where there is room for them."""
        px, room = self.art.theme.px, self.viewport().width()
        keys = [self.table.key_of(column) for column in range(self.table.columnCount())]
        words = "task" if "task" in keys else keys[-1]
        widths = {key: px(_FIXED[key]) for key in keys if key in _FIXED and key != words}
        rest = room - sum(widths.values())
        self._marked |= {key for line in self.table.rows for key, _ in line.marks}
        marked = self._marked  # a column once shown stays when its last doubt goes
        others = sorted(
            (key for key in keys if key not in widths and key != words),
            key=lambda key: (key not in marked, _roominess(key)),
        )
        for key in others:
            width = px(_ROOMY.get(key, _OWN))
            if rest - width < px(_LEAST_WORDS) and key not in marked:
                break
            widths[key] = width
            rest -= width
        if rest < px(_TIGHT):  # large letters on a small screen
            for key in widths.keys() - {"", "number"}:
                rest += widths[key] - widths[key] * 3 // 5
                widths[key] = widths[key] * 3 // 5
        widths[words] = max(rest, px(80))
        for column, key in enumerate(keys):
            self.setColumnHidden(column, key not in widths)
            if key in widths:
                self.setColumnWidth(column, widths[key])
        self.fitted.emit()

    def hidden_titles(self) -> list[str]:
        """The titles of columns that have no room."""
        return [
            self.table.headerData(column, Qt.Orientation.Horizontal)
            for column in range(self.table.columnCount())
            if self.isColumnHidden(column)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
            self.heights.fit_all()

    # Folding

    def toggle(self, row: int) -> None:
        """Fold or open what stands under a heading."""
        line_id = self.table.rows[row].id
        self.folded ^= {line_id}
        self._hide_rows()
        self.heights.fit_all()

    def _hide_rows(self) -> None:
        outer = inner = False
        narrative = True  # it comes first
        for row, line in enumerate(self.table.rows):
            if narrative and not line.is_narrative:
                narrative = outer = inner = False  # a table may begin without an area
            if line.depth == 0:
                hide, outer, inner = False, line.id in self.folded, False
            elif line.depth == 1:
                hide, inner = outer, line.id in self.folded
            else:
                hide = outer or inner
            if self.isRowHidden(row) != hide:
                self.setRowHidden(row, hide)

    # The chosen rows

    def chosen_items(self) -> list[int]:
        """The indices of the items whose rows are chosen."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        lines = (self.table.rows[row] for row in sorted(rows))
        return [line.index for line in lines if line.index is not None]

    def current_key(self) -> str:
        """The key of the current cell's column."""
        index = self.currentIndex()
        return self.table.key_of(index.column()) if index.isValid() else ""

    def choose(self, row: int) -> None:
        """Make a row the chosen one and show it, opening what is folded over it."""
        if self.isRowHidden(row):
            self.folded -= {line.id for line in self.table.rows[:row]}
            self._hide_rows()
            self.heights.fit_all_later()
        self.heights.fit(range(max(row - _NEAR, 0), min(row + _NEAR, len(self.table.rows))))
        column = max(self.currentIndex().column(), 0)
        index = self.table.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        # whatever keys are held, such as those of Ctrl+Z
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        top = self.rowViewportPosition(row)
        room, height = self.viewport().height(), self.rowHeight(row)
        hints = QAbstractItemView.ScrollHint
        if top < 0 or top + height > room:
            self.scrollTo(index, hints.PositionAtCenter if height < room else hints.PositionAtTop)

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.chosen_changed.emit()

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        heading = index.isValid() and self.table.rows[index.row()].depth < 2
        fold_keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self.painter.turn(index)
        elif heading and event.key() in fold_keys and not event.modifiers():
            folded = self.table.rows[index.row()].id in self.folded
            if folded != (event.key() == Qt.Key.Key_Left):
                self.toggle(index.row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        px, x = self.art.theme.px, event.position().x()
        if index.isValid() and self.table.rows[index.row()].depth < 2 and px(24) < x < px(64):
            self.toggle(index.row())


def _roominess(key: str) -> int:
    order = list(_ROOMY)
    return order.index(key) if key in order else len(order)
