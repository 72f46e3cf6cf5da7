"""The review of something taken in: source, doubts and rows side by side, mended step by step, then
accepted or dropped. It writes nothing and knows neither window nor project.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import YEARS, Area, Section
from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.services.cures import cures
from cchc_desktop.services.offers import repairs, write_cell
from cchc_desktop.services.reading import Reading, Repair, read_again
from cchc_desktop.services.row_repairs import take
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import beside_icon, button, label
from ui.widgets.review.doubt_list import DoubtList
from ui.widgets.review.item_model import ItemModel
from ui.widgets.review.item_table import ItemTable
from ui.widgets.review.source_view import SourceView

_SOURCE_SHARE, _ROWS_SHARE = 466, 900  # of a window 1366 pixels wide
_LARGE_SOURCE_SHARE = 540  # of the same, where letters are large
_MORE = ("group", "task", "right", "left", "goal", "no goal", "unit")
_LARGE = 150  # percent: from this text scale on counts give way to buttons
HINTS = (("F8", "chỗ ngờ sau"), ("Alt+1", "cách sửa đầu tiên"), ("Ctrl+Z", "hoàn tác"))


class ReviewPanel(QWidget):
    """`accepted(Reading)`: with what was chosen; `cancelled`: nothing is taken in."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.reading = reading
        self._done: list[Reading] = []  # before each repair
        self._undone: list[Reading] = []
        self._leaving = False  # Esc was pressed though repairs would be lost
        art = CellArt(theme)
        self.source = SourceView(reading.blocks(), theme)
        self.doubts = DoubtList(theme, art, self._cures)
        self.model = ItemModel(reading, self)
        self.table = ItemTable(self.model, art)
        self._build()
        self._connect()
        self._show()
        self._show_doubt()
        self.doubts.setFocus() if reading.doubts else self.table.setFocus()

    # Building

    def _build(self) -> None:
        px = self.theme.px
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self._rows.addWidget(_pane(self._build_doubt_head(), self.doubts))
        self._rows.addWidget(_pane(self._build_row_head(), self.table))
        self._rows.setChildrenCollapsible(False)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._source_head, row = self._head("Văn bản gốc")
        self._source_place = label("", "small")
        row.insertWidget(1, self._source_place)
        self._panes.addWidget(_pane(self._source_head, self.source))
        self._panes.addWidget(self._rows)
        self._panes.setChildrenCollapsible(False)
        self._panes.setSizes([px(_SOURCE_SHARE), px(_ROWS_SHARE)])
        self._rows.setSizes([px(300), px(270)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self._panes, 1)

    def _build_head(self) -> QWidget:
        px = self.theme.px
        head = QWidget()
        head.setObjectName("reviewHead")
        head.setFixedHeight(px(44))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(8), px(4), px(8), px(4))
        row.setSpacing(px(8))
        row.addWidget(label("Duyệt bản nhập", "page"))
        self._where = label("", "small")
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._where, 1)
        row.addWidget(label("Năm", "small"))
        self._year = QComboBox()
        self._year.setAccessibleName("Năm của kế hoạch trong tệp")
        row.addWidget(self._year)
        self._cancel = button(self.theme, "Huỷ   Esc", name="Huỷ, không nhận gì")
        self._accept = button(self.theme, "Nhận", "check", kind="primary")
        row.addWidget(self._cancel)
        row.addWidget(self._accept)
        return head

    def _build_doubt_head(self) -> QWidget:
        head, row = self._head("Chỗ ngờ")
        self._count = label("", "amber")
        row.insertWidget(1, self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first = label("xem trước", "small")
        row.insertWidget(2, self._first)
        self._back = button(self.theme, "Trước", "arrow-up", kind="quiet", name="Chỗ ngờ trước")
        self._next = button(self.theme, "Sau   F8", "arrow-down", kind="quiet", name="Chỗ ngờ sau")
        row.addWidget(self._back)
        row.addWidget(self._next)
        return head

    def _build_row_head(self) -> QWidget:
        head, row = self._head("Đã đọc")
        self._told = label("", "small")
        self._told.setVisible(self.theme.scale < _LARGE)
        row.insertWidget(1, self._told)
        self._undo = button(self.theme, "", "undo-2", kind="quiet", name="Hoàn tác sửa chữa cuối")
        row.addWidget(self._undo)
        self._offer_buttons: dict[str, QPushButton] = {}
        for key, words, icon in (
            ("part", "Tách", "split"),
            ("join", "Nối", "merge"),
            ("area", "Đặt làm lĩnh vực", "heading"),
            ("take", "Bỏ qua", "eye-off"),
        ):
            made = button(self.theme, words, icon, kind="row")
            made.setProperty("offer", key)
            made.clicked.connect(self._press_offer)
            row.addWidget(made)
            self._offer_buttons[key] = made
        self._more = button(self.theme, "Khác", kind="row menu", name="Các cách sửa khác")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._press_action)
        self._more.setMenu(self._menu)
        row.addWidget(self._more)
        return head

    def _head(self, words: str) -> tuple[QWidget, QHBoxLayout]:
        px = self.theme.px
        head = QWidget()
        head.setObjectName("paneHead")
        head.setFixedHeight(px(34))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), 0, px(12), 0)
        row.setSpacing(px(8))
        row.addWidget(label(words, "strong"))
        row.addStretch(1)
        return head, row

    def _connect(self) -> None:
        self._cancel.clicked.connect(self._ask_to_leave)
        self._accept.clicked.connect(self._take_in)
        self._year.activated.connect(self._choose_year)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._undo.clicked.connect(self.undo)
        self.doubts.cure_chosen.connect(self._cure)
        self.doubts.current_changed.connect(self._show_doubt)
        self.doubts.clicked.connect(self._show_doubt)
        self.table.chosen_changed.connect(self._show_chosen)
        self.model.taken.connect(self._turn)
        self.model.typed.connect(self._write)
        self._shortcut("F8", self._go_on)
        self._shortcut("Shift+F8", self._go_back)
        for place in range(4):
            self._shortcut(f"Alt+{place + 1}", partial(self.doubts.take, place))
        self._shortcut("F6", self._next_pane)
        self._shortcut("Ctrl+Return", self._take_in)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)

    # Steps

    def _cure(self, cure: Repair) -> None:
        """Do what was chosen for a doubt and go to the next."""
        if cure.apply is not None:
            self._step(cure.apply())
            self._show_doubt()

    def _mend(self, repair: Repair) -> None:
        """Make a repair of the chosen rows, which stay chosen."""
        chosen = self.table.chosen_items()
        if repair.apply is not None and chosen:
            row = self.reading.proposal.items[chosen[0]].row
            self._step(repair.apply())
            line = self.model.line_of(self.reading.places.get(row))
            if line is not None:
                self.table.choose(line)

    def _step(self, reading: Reading) -> None:
        self._done.append(self.reading)
        self._undone.clear()
        self._exchange(reading)

    def undo(self) -> None:
        """Take back the last repair."""
        self._travel(self._done, self._undone)

    def redo(self) -> None:
        """Repeat the repair taken back last."""
        self._travel(self._undone, self._done)

    def _travel(self, source: list[Reading], other: list[Reading]) -> None:
        if source:
            before = set(self.reading.doubts)
            other.append(self.reading)
            self._exchange(source.pop())
            if again := [doubt for doubt in self.reading.doubts if doubt not in before]:
                self.doubts.choose(again[0])

    def _exchange(self, reading: Reading) -> None:
        self.reading = reading
        self._leaving = False
        self._show()

    def _turn(self, chosen: list[int], taken: bool) -> None:
        proposal = take(self.reading.proposal, chosen, taken=taken)
        self._step(self.reading.repaired(proposal))

    def _write(self, index: int, key: str, words: str) -> None:
        self._step(write_cell(self.reading, index, key, words))

    def _choose_year(self, place: int) -> None:
        year = self._year.itemData(place)
        if year != self.reading.plan.year:
            self._step(read_again(self.reading, year))

    def _cures(self, doubt: Doubt) -> tuple[Repair, ...]:
        return cures(self.reading, doubt)

    # What is shown

    def _show(self) -> None:
        reading = self.reading
        self.model.show(reading)
        self.table.show_units()
        with QSignalBlocker(self.doubts):  # the rows on the screen stay
            self.doubts.show_doubts(reading.doubts)
        self._count.setText(str(len(reading.doubts)))
        self._count.setVisible(bool(reading.doubts))
        self._first.setText("xem trước" if reading.doubts else "không còn chỗ nào")
        for made in (self._back, self._next):
            made.setEnabled(bool(reading.doubts))
        areas = reading.proposal.count(Area)
        sure = reading.count() - len({d.row for d in reading.doubts if d.row})
        self._told.setText(
            f"{areas} lĩnh vực · {reading.count()} nhiệm vụ · {max(sure, 0)} không có chỗ ngờ"
        )
        self._undo.setEnabled(bool(self._done))
        self._show_head()
        self._show_chosen()

    def _show_head(self) -> None:
        reading, plan = self.reading, self.reading.plan
        if self._leaving:
            words = f"{len(self._done)} chỗ đã sửa sẽ mất; bấm Huỷ lần nữa nếu vẫn muốn bỏ"
        else:
            follows = "nối vào sau " if reading.extends else ""
            target = f"{follows}Kế hoạch {plan.kind} {plan.year}"
            words = f"{reading.source.name} → {target}  ·  chưa ghi gì vào tệp"
        self._where.setText(words)
        count, sections = reading.count(), reading.proposal.count(Section)
        words = f"Nhận {count} nhiệm vụ" if count or not sections else "Nhận phần lời"
        self._accept.setText(beside_icon(words))
        self._accept.setAccessibleName(words)
        self._accept.setEnabled(bool(count or sections))
        self._year.clear()
        for year in range(plan.year - 3, plan.year + 4):
            if year in YEARS:
                self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(plan.year))

    def _show_doubt(self) -> None:
        """The row of the current doubt, in the table and in the source."""
        doubt = self.doubts.current
        if doubt is None:
            return
        index = self.reading.places.get(doubt.row)
        line = self.model.line_of(index)
        if line is not None:
            self.table.choose(line)
        self._mark_source(index, doubt.row)

    def _show_chosen(self) -> None:
        """What can be done with the chosen rows, and where they stood in the source."""
        chosen = self.table.chosen_items()
        offered = repairs(self.reading, chosen, self.table.current_key())
        for key, made in self._offer_buttons.items():
            made.setEnabled(offered[key].is_possible)
        take_words = offered["take"].label
        self._offer_buttons["take"].setText(beside_icon(take_words))
        self._offer_buttons["take"].setAccessibleName(take_words)
        self._more.setEnabled(any(offered[key].is_possible for key in _MORE))
        if chosen:
            row = self.reading.proposal.items[chosen[0]].row
            self._mark_source(chosen[0], row)

    def _mark_source(self, index: int | None, row: int) -> None:
        rows = self.reading.proposal.items[index].rows if index is not None else ()
        self.source.mark(rows or ((row,) if row else ()))
        last = max(rows, default=row)
        place = f"dòng {row}–{last}" if row < last else f"dòng {row}"
        self._source_place.setText(place if row else "")

    def _offered(self) -> dict[str, Repair]:
        return repairs(self.reading, self.table.chosen_items(), self.table.current_key())

    def _press_offer(self) -> None:
        self._mend(self._offered()[self.sender().property("offer")])

    def _fill_menu(self) -> None:
        self._menu.clear()
        offered = self._offered()
        for key in _MORE:
            self._add_offer(self._menu, offered[key])

    def _add_offer(self, menu: QMenu, repair: Repair) -> None:
        words = repair.label.replace("&", "&&")
        if repair.options:
            inner = menu.addMenu(words)
            for option in repair.options:
                self._add_offer(inner, option)
            return
        icon = self.theme.icon(repair.icon) if repair.icon else None
        action = menu.addAction(icon, words) if icon else menu.addAction(words)
        action.setEnabled(repair.is_possible)
        action.setData(repair)

    def _press_action(self, action: QAction) -> None:
        self._mend(action.data())

    # Ways through and out

    def _go_on(self) -> None:
        self.doubts.go(1)
        self.doubts.setFocus()

    def _go_back(self) -> None:
        self.doubts.go(-1)
        self.doubts.setFocus()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.source, self.doubts, self.table]
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_in(self) -> None:
        if self._accept.isEnabled():
            self.accepted.emit(self.reading)

    def _ask_to_leave(self) -> None:
        """Leave; where repairs would be lost, only the second time."""
        if self._done and not self._leaving:
            self._leaving = True
            self._show_head()
        else:
            self.cancelled.emit()

    def event(self, event: QEvent) -> bool:
        """The window's own undo must wait while a review is open."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and (event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event)):  # type: ignore[attr-defined, arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif _is_redo(event):
            self.redo()
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_to_leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            share = _SOURCE_SHARE if self.theme.scale < _LARGE else _LARGE_SOURCE_SHARE
            source = event.size().width() * share // (_SOURCE_SHARE + _ROWS_SHARE)
            self._panes.setSizes([source, event.size().width() - source])


def _is_redo(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Y and event.modifiers() == control


def _pane(head: QWidget, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box
