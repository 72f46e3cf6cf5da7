"""What a column is filtered by, chosen under its head: a field to find values in, and a list of
them to be ticked. As in Excel, what is found and ticked is what stays.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.table_filter import ColumnFilter, CountedValue
from cchc_desktop.domain.vietnamese import fold
from ui.widgets.cells import CellArt
from ui.widgets.chooser import ListField
from ui.widgets.controls import button, label, when_escaped, when_pressed
from ui.widgets.tick_list import Offer, TickList

_WIDTH, _LINE = 340, 28  # pixels at 100 %
_FEW, _LINES = 4, 10  # values on the screen: what there is room for, not fewer nor more
_MANY = 200  # different values, from which they are looked for, not listed
_ALL, _VALUE = "all", "="  # ids: of the first line; before a value


class FilterPopup(QFrame):
    """`chosen(ColumnFilter)`: filter the column so; `given_up`: Esc."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, art: CellArt, window: QWidget) -> None:
        """Stands in the window itself, beside what takes keys of its own."""
        super().__init__(window)
        self._theme = theme = art.theme
        self.setProperty("kind", "floating")
        self._key, self._by_words = "", False
        self._counts: dict[str, int] = {}  # by value, in order
        self._plain: list[str] = []
        self._found: list[str] = []
        self._before: set[str] = set()  # ticked when it was opened
        self._ticked: set[str] = set()
        self._title = label("", "strong")
        self.field = ListField()
        self.field.setClearButtonEnabled(True)
        self.list = TickList(art, "Các giá trị của cột", shows_current=True, one_line=True)
        policy = self.list.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # it is there again with the next letter
        self.list.setSizePolicy(policy)
        self._note = label("", "small", wrap=True)
        self._take = button(theme, "Lọc", kind="primary")
        self._end = button(theme, "Bỏ lọc")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._take, 1)
        row.addWidget(self._end, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(8)] * 4)
        column.setSpacing(theme.px(8))
        for widget in (self._title, self.field, self._note):
            column.addWidget(widget)
        column.insertWidget(2, self.list, 1)
        column.addLayout(row)
        self.hide()
        self.field.textChanged.connect(self._find)
        self.field.key_for_list.connect(self._enter_list)
        self.field.returnPressed.connect(self.take)
        self.list.turned.connect(self._turn)
        self.list.taken.connect(self.take)
        self._take.clicked.connect(self.take)
        self._end.clicked.connect(self._choose_none)
        for control in (self.field, self.list, self._take, self._end):
            when_escaped(control, self._give_up)
        when_pressed("Tab", self._end, self.field.setFocus)  # round: to leave it is to close it
        when_pressed("Shift+Tab", self.field, self._end.setFocus)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._close_when_left)

    def open(
        self,
        column: ColumnFilter,
        title: str,
        values: Sequence[CountedValue],
        *,
        by_words: bool,
        below: QRect,
    ) -> None:
        """Choose among the values, each with its count, from what the column is filtered by now.
        `by_words`: words found in the cells are a filter of their own. `below`: a box in the
        window.
        """
        self._key, self._by_words = column.key, by_words
        self._counts = {counted.value: counted.count for counted in values}
        self._plain = [fold(f"{counted.value}\n{counted.also}") for counted in values]
        self._before = set(column.values) or set(self._counts)
        self._title.setText(f"Lọc theo “{title}”")
        hint = "Có chữ, không cần gõ dấu" if by_words else "Tìm, không cần gõ dấu"
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(f"{self._title.text()}: {hint}")
        self.field.setText(column.words)
        self._find()
        self._place(below)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    # What is found and ticked

    @property
    def _too_many(self) -> bool:
        return self._by_words and len(self._found) > _MANY

    def _find(self) -> None:
        """All that holds the words typed is ticked; without words, what was ticked before."""
        typed = fold(self.field.text().strip())
        self._found = [
            v for v, plain in zip(self._counts, self._plain, strict=True) if typed in plain
        ]
        self._ticked = set(self._found) if typed else set(self._before)
        self._show_found()

    def _show_found(self) -> None:
        found, listed = self._found, bool(self._found) and not self._too_many
        ticked = sum(value in self._ticked for value in found)
        everything = "Chọn tất cả dòng tìm thấy" if self.field.text().strip() else "Chọn tất cả"
        first = Offer(_ALL, everything, f"{ticked}/{len(found)}", ticked=ticked == len(found))
        offers = [
            Offer(f"{_VALUE}{v}", v, str(self._counts[v]), ticked=v in self._ticked) for v in found
        ]
        self.list.show_offers([first, *offers] if listed else [])
        self.list.setVisible(listed)
        self._note.setText(self._words_of_note(len(found), ticked))
        self._note.setVisible(bool(self._note.text()))
        self._take.setEnabled(bool(ticked))

    def _words_of_note(self, found: int, ticked: int) -> str:
        if not found:
            return "Không có giá trị nào khớp với chữ tìm."
        if self._too_many:
            return f"Có {found} giá trị khác nhau; hãy gõ thêm chữ cần tìm."
        return "" if ticked else "Hãy chọn ít nhất một giá trị."

    def _enter_list(self, event: QKeyEvent) -> None:
        """Arrows lead from the field into the list, where Space ticks."""
        self.list.setFocus()
        self.list.keyPressEvent(event)

    def _turn(self, offer_id: str) -> None:
        found = set(self._found)
        if offer_id != _ALL:
            self._ticked ^= {offer_id.removeprefix(_VALUE)}
        elif found <= self._ticked:
            self._ticked -= found
        else:
            self._ticked |= found
        self._show_found()

    # The end of the choice

    def take(self, _line: object = None) -> None:
        """Filter by what is found and ticked."""
        chosen = [value for value in self._found if value in self._ticked]
        typed = self.field.text().strip()
        if not chosen:
            return
        if len(chosen) == len(self._counts) and not typed:
            self._choose_none()
        elif typed and self._by_words and len(chosen) == len(self._found):
            self._choose(ColumnFilter(self._key, words=typed))
        else:
            self._choose(ColumnFilter(self._key, tuple(chosen)))

    def _choose_none(self) -> None:
        self._choose(ColumnFilter(self._key))

    def _choose(self, column: ColumnFilter) -> None:
        self.hide()
        self.chosen.emit(column)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()

    def _close_when_left(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()

    # Its place

    def _place(self, below: QRect) -> None:
        """Under the head of the column, inside the window."""
        theme, window = self._theme, self.parentWidget()
        assert window is not None
        layout, line = self.layout(), theme.px(_LINE)
        assert layout is not None
        layout.activate()
        rest = self.sizeHint().height() - self.list.sizeHint().height()
        room = (window.height() - below.bottom() - rest) // line
        lines = min(len(self._counts) + 1, max(room, _FEW), _LINES)
        self.resize(theme.px(_WIDTH), rest + lines * line)
        left = min(below.left(), window.width() - self.width())
        top = min(below.bottom() + 1, window.height() - self.height())
        self.move(QPoint(max(left, 0), max(top, 0)))
