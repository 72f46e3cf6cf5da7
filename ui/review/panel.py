"""The review of a plan taken in: source, doubts and rows side by side, mended step by step."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.services.cures import cures
from cchc_desktop.services.offers import repairs, write_cell
from cchc_desktop.services.reading import Reading, Repair, read_again
from cchc_desktop.services.row_repairs import take
from ui.review.bars import LARGE, HeadBar, RowBar, pane_head
from ui.review.doubt_list import DoubtList
from ui.review.item_model import ItemModel
from ui.review.item_table import ItemTable
from ui.review.page import ReviewPage
from ui.review.source_view import SourceView
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label

_WIDTH, _SOURCE_SHARE = 1366, 466  # the source's share of the window's width
_LARGE_SOURCE_SHARE = 540  # where letters are large
_DOUBTS_SHARE, _TABLE_SHARE = 300, 270  # of the height
_CURE_KEYS = 4  # Alt+1 ... Alt+4


class ReviewPanel(ReviewPage[Reading]):
    """`accepted(Reading)`: with what was chosen."""

    hints = (("F8", "chỗ ngờ sau"), ("Alt+1", "cách sửa đầu tiên"), ("Ctrl+Z", "hoàn tác"))

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(reading, theme, parent)
        art = CellArt(theme)
        self.source = SourceView(reading.blocks(), theme)
        self.doubts = DoubtList(theme, art, self._cures)
        self.model = ItemModel(reading, self)
        self.table = ItemTable(self.model, art)
        self.head = HeadBar(theme)
        self.rows = RowBar(theme, self._offered)
        self._build()
        self._connect()
        self.show_state()
        self._show_hidden()
        self._show_doubt()

    @property
    def reading(self) -> Reading:
        """The reading as it stands now."""
        return self.state

    def status(self) -> str:
        """What becomes of doubts that are left."""
        return "Chỗ ngờ chưa xử lý sẽ nằm trong danh sách Kiểm tra"

    # Building

    def _build(self) -> None:
        px = self.theme.px
        source_head = QWidget()
        row = pane_head(source_head, self.theme, "Văn bản gốc")
        self._place = label("", "small")
        row.insertWidget(1, self._place)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(_pane(self._build_doubt_head(), self.doubts))
        right.addWidget(_pane(self.rows, self.table))
        right.setSizes([px(_DOUBTS_SHARE), px(_TABLE_SHARE)])
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(_pane(source_head, self.source))
        panes.addWidget(right)
        share = _SOURCE_SHARE if self.theme.scale < LARGE else _LARGE_SOURCE_SHARE
        panes.setSizes([share, _WIDTH - share])
        for splitter in (right, panes):
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(panes, 1)

    def _build_doubt_head(self) -> QWidget:
        head = QWidget()
        row = pane_head(head, self.theme, "Chỗ ngờ")
        self._count = label("", "amber")
        row.insertWidget(1, self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first = label("", "small")
        row.insertWidget(2, self._first)
        self._back = button(self.theme, "Trước", "arrow-up", kind="quiet", name="Chỗ ngờ trước")
        self._next = button(self.theme, "Sau   F8", "arrow-down", kind="quiet", name="Chỗ ngờ sau")
        row.addWidget(self._back)
        row.addWidget(self._next)
        return head

    def _connect(self) -> None:
        self.head.cancel.clicked.connect(self.ask_to_leave)
        self.head.accept.clicked.connect(self._take_in)
        self.head.year_chosen.connect(self._choose_year)
        self._back.clicked.connect(partial(self._go, -1))
        self._next.clicked.connect(partial(self._go, 1))
        self.rows.undo.clicked.connect(self.undo)
        self.rows.mended.connect(self._mend)
        self.doubts.cure_chosen.connect(self._cure)
        self.doubts.current_changed.connect(self._show_doubt)
        self.doubts.clicked.connect(self._show_doubt)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.fitted.connect(self._show_hidden)
        self.model.taken.connect(self._turn)
        self.model.typed.connect(self._write)
        self.shortcut("F8", partial(self._go, 1))
        self.shortcut("Shift+F8", partial(self._go, -1))
        for place in range(_CURE_KEYS):
            self.shortcut(f"Alt+{place + 1}", partial(self.doubts.take, place))
        self.shortcut("F6", self._next_pane)
        self.shortcut("Ctrl+Return", self._take_in)

    # Steps

    def _cures(self, doubt: Doubt) -> tuple[Repair, ...]:
        return cures(self.reading, doubt)

    def _offered(self) -> dict[str, Repair]:
        return repairs(self.reading, self.table.chosen_items(), self.table.current_key())

    def _cure(self, cure: Repair) -> None:
        """Do what was chosen for a doubt and go to the next."""
        if cure.apply is not None:
            self.step(cure.apply())
            self._show_doubt()

    def _mend(self, repair: Repair) -> None:
        """Make a repair of the chosen rows, which stay chosen."""
        chosen = self.table.chosen_items()
        if repair.apply is not None and chosen:
            row = self.reading.proposal.items[chosen[0]].row
            self.step(repair.apply())
            line = self.model.line_of(self.reading.places.get(row))
            if line is not None:
                self.table.choose(line)

    def _turn(self, chosen: list[int], taken: bool) -> None:
        proposal = take(self.reading.proposal, chosen, taken=taken)
        self.step(self.reading.repaired(proposal))

    def _write(self, index: int, key: str, words: str) -> None:
        self.step(write_cell(self.reading, index, key, words))

    def _choose_year(self, year: int) -> None:
        if year != self.reading.plan.year:
            self.step(read_again(self.reading, year))
            self._show_doubt()

    # What is shown

    def show_state(self) -> None:
        """The reading as it is after a repair."""
        reading = self.reading
        self.model.show(reading)
        with QSignalBlocker(self.doubts):  # the rows on the screen stay
            self.doubts.show_doubts(reading.doubts)
        self._count.setText(str(len(reading.doubts)))
        self._count.setVisible(bool(reading.doubts))
        self._first.setText("xem trước" if reading.doubts else "không còn chỗ nào")
        for made in (self._back, self._next):
            made.setEnabled(bool(reading.doubts))
        self.head.show_reading(reading)
        self.rows.show_reading(reading, undoable=self.undoable)
        self.setFocusProxy(self.doubts if reading.doubts else self.table)

    def show_return(self, before: Reading) -> None:
        """The doubt that came back with a repair taken back."""
        if again := [doubt for doubt in self.reading.doubts if doubt not in set(before.doubts)]:
            self.doubts.choose(again[0])
            self._show_doubt()

    def _show_doubt(self) -> None:
        """The row of the current doubt, in the table and in the source."""
        doubt = self.doubts.current
        if doubt is None:
            return
        index = self.reading.places.get(doubt.row)
        line = self.model.line_of(index)
        if line is not None:
            self.table.choose(line)
        self._mark(index, doubt.row)

    def _show_chosen(self) -> None:
        """What can be done with the chosen rows, and where they stood in the source."""
        self.rows.show_offers()
        chosen = self.table.chosen_items()
        if chosen:
            self._mark(chosen[0], self.reading.proposal.items[chosen[0]].row)

    def _show_hidden(self) -> None:
        self.rows.show_hidden(self.table.hidden_titles())

    def _mark(self, index: int | None, row: int) -> None:
        rows = self.reading.proposal.items[index].rows if index is not None else ()
        first, last = min(rows, default=row), max(rows, default=row)
        self.source.mark(rows or ((row,) if row else ()))
        place = f"dòng {first}–{last}" if first < last else f"dòng {first}"
        self._place.setText(place if first else "")

    # Ways through and out

    def _go(self, step: int) -> None:
        self.doubts.go(step)
        self.doubts.setFocus()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.source, self.doubts, self.table]
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_in(self) -> None:
        self.head.accept.setFocus()  # what is being typed in a cell counts
        if self.head.accept.isEnabled():
            self.accepted.emit(self.reading)

    def warn_of_loss(self, steps: int) -> None:
        """Say that leaving once more loses so many repairs."""
        self.head.show_reading(self.reading, losing=steps)


def _pane(head: QWidget, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box
