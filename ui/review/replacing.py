"""The review of words replaced in a plan: each place as it is and as it would be, taken or left."""

from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.text_search import surroundings
from cchc_desktop.services.replacing import Hit, Replacing, replacing_words
from ui.review.bars import ChoiceHead
from ui.review.change_lines import CHANGED, Line
from ui.review.change_model import CHOICE, COLUMN, NEW, OLD, TASK, ChangeModel
from ui.review.change_table import ChangeTable
from ui.review.page import ReviewPage
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button

_HEADS = ("Dòng", "Cột", "Đang có", "Sẽ thành", "Chọn")
_CHOICES = ("Thay", "Giữ")
_SHARES = {TASK: 330, COLUMN: 140, OLD: 385, NEW: 230, CHOICE: 110}
_AROUND = 80  # characters that are shown before a place, and behind it


class ReplaceReview(ReviewPage[Replacing]):
    """`accepted(Replacing)`: with the places that were chosen."""

    hints = (("Ctrl+Enter", "thay"), ("Space", "thay / giữ"), ("Ctrl+Z", "hoàn tác"))

    def __init__(self, state: Replacing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(state, theme, parent)
        self.model = ChangeModel(self, _HEADS)
        name = "Các chỗ tìm thấy; phím cách để thay hoặc giữ"
        self.table = ChangeTable(self.model, CellArt(theme), name, _SHARES)
        self._build()
        self._connect()
        self.show_state()
        self.table.choose_row(1)
        self.setFocusProxy(self.table)

    def status(self) -> str:
        """What becomes of the file."""
        return "Chưa ghi gì vào tệp"

    def _build(self) -> None:
        theme = self.theme
        self.head = ChoiceHead(
            theme,
            replacing_words(self.state.search.words, self.state.words),
            button(theme, "Thay hết"),
            button(theme, "Giữ hết"),
            "Huỷ, không thay gì",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.model.chosen.connect(self._choose)
        self.head.all.clicked.connect(partial(self._turn_all, True))
        self.head.none.clicked.connect(partial(self._turn_all, False))
        self.head.cancel.clicked.connect(self.ask_to_leave)
        self.head.accept.clicked.connect(self._take_in)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.shortcut(keys, self._take_in)

    # Steps

    def _choose(self, row: int, place: int) -> None:
        line = self.model.rows[row]
        if line.chosen != place:
            self.step(self.state.with_choice(line.items, taken=place == 0))

    def _turn_all(self, taken: bool) -> None:
        wanted = self.state.with_choice(range(len(self.state.hits)), taken=taken)
        if wanted.hits != self.state.hits:
            self.step(wanted)

    # What is shown

    def show_state(self) -> None:
        """The places as they are chosen now."""
        self.table.show_lines(lines_of(self.state))
        hits, cells = self.state.hits, len(self.state.texts)
        taken = sum(hit.taken for hit in hits)
        left = f"  ·  giữ {len(hits) - taken}" if taken < len(hits) else ""
        told = f"thay {taken} chỗ trong {cells} ô{left}"
        self.head.show_choices(told, f"Thay {taken} chỗ", possible=bool(taken))

    def warn_of_loss(self, steps: int) -> None:
        """Say that leaving once more loses so many choices."""
        self.head.warn_of_loss(steps)

    def _take_in(self) -> None:
        if self.head.accept.isEnabled():
            self.accepted.emit(self.state)


def lines_of(state: Replacing) -> list[Line]:
    """A line a place, under the headings of the plan's parts."""
    lines: list[Line] = []
    placed = enumerate(state.hits)
    for under, of_part in groupby(placed, key=lambda pair: pair[1].cell.under):
        part = [_line(place, hit, state.words) for place, hit in of_part]
        taken = sum(line.is_taken for line in part)
        note = f"{len(part)} chỗ · thay {taken}"
        lines += [Line(f"head {part[0].id}", CHANGED, under, note, heads=True), *part]
    return lines


def _line(place: int, hit: Hit, words: str) -> Line:
    cell = hit.cell
    before, behind = surroundings(cell.text, hit.start, hit.end, _AROUND)
    return Line(
        id=str(place),
        kind=CHANGED,
        text=cell.where,
        column=cell.title,
        old=f"{before}{cell.text[hit.start : hit.end]}{behind}",
        answers=(("", f"{before}{words}{behind}"),),
        items=(place,),
        choices=_CHOICES,
        chosen=0 if hit.taken else 1,
    )
