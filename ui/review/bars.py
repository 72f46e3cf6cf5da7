"""The bars of reviews: what is being taken in, and what can be done with the chosen rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from cchc_desktop.domain.plan import YEARS, Area, Section
from cchc_desktop.services.reading import Reading, Repair
from ui.theme import Theme
from ui.widgets.controls import beside_icon, button, head_row, label, show_kind, tip_words, upright
from ui.widgets.cut_label import CutLabel

LARGE = 150  # percent: from this text scale on counts give way to buttons
_OFFERED = (
    ("part", "Tách", "split"),
    ("join", "Nối", "merge"),
    ("area", "Đặt làm lĩnh vực", "heading"),
    ("take", "Bỏ qua", "eye-off"),
)
_MORE = ("group", "task", "right", "left", "goal", "no goal", "unit")
_YEARS_AROUND = 3


class HeadBar(QWidget):
    """The file, the plan it becomes, and the two ways out."""

    year_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._large = theme.scale >= LARGE
        row, self.words = review_head(self, theme, "Duyệt bản nhập")
        row.addWidget(label("Năm", "small"))
        self.year = QComboBox()
        self.year.setAccessibleName("Năm của kế hoạch trong tệp")
        self.year.activated.connect(self._choose)
        row.addWidget(self.year)
        self.cancel = button(theme, "Huỷ   Esc", name="Huỷ, không nhận gì")
        self.accept = button(theme, "Nhận", "check", kind="primary")
        row.addWidget(self.cancel)
        row.addWidget(self.accept)

    def show_reading(self, reading: Reading, *, losing: int = 0) -> None:
        """What would be accepted; `losing`: so many repairs would be lost by leaving now."""
        plan = reading.plan
        follows = "nối vào sau " if reading.extends else ""
        words = f"{reading.source.name} → {follows}Kế hoạch {plan.kind} {plan.year}"
        words += "" if self._large else "  ·  chưa ghi gì vào tệp"
        if losing:
            words = f"{losing} chỗ đã sửa sẽ mất; thoát lần nữa để bỏ"
        self.words.setText(words)
        show_kind(self.words, "warning" if losing else "small")
        count, sections = reading.count(), reading.proposal.count(Section)
        words = f"Nhận {count} nhiệm vụ" if count or not sections else "Nhận phần lời"
        self.accept.setText(beside_icon(words))
        self.accept.setAccessibleName(words)
        self.accept.setEnabled(bool(count or sections))
        self.year.clear()
        for year in range(plan.year - _YEARS_AROUND, plan.year + _YEARS_AROUND + 1):
            if year in YEARS:
                self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(plan.year))

    def _choose(self, place: int) -> None:
        self.year_chosen.emit(self.year.itemData(place))


class ChoiceHead(QWidget):
    """The head of choices among changes: all, none, and the two ways out."""

    def __init__(
        self, theme: Theme, title: str, everything: QPushButton, none: QPushButton, leaving: str
    ) -> None:
        """`everything`, `none`: choose so; `leaving`: what a screen reader says of the way out."""
        super().__init__()
        row, self.words = review_head(self, theme, title)
        self.all, self.none = everything, none
        self.cancel = button(theme, "Huỷ   Esc", name=leaving)
        self.accept = button(theme, "", "check", kind="primary")
        for widget in (self.all, self.none, upright(theme), self.cancel, self.accept):
            row.addWidget(widget)

    def show_choices(self, words: str, accept: str, *, possible: bool) -> None:
        """What is chosen so far, and what accepting it would do."""
        self.words.setText(words)
        show_kind(self.words, "small")
        self.accept.setText(beside_icon(accept))
        self.accept.setAccessibleName(accept)
        self.accept.setEnabled(possible)

    def warn_of_loss(self, steps: int) -> None:
        """Say that leaving once more loses so many choices."""
        self.words.setText(f"{steps} lựa chọn sẽ mất; thoát lần nữa để bỏ")
        show_kind(self.words, "warning")


class RowBar(QWidget):
    """Counts of what was read and the repairs of the chosen rows; `offers` are asked for when one
    is pressed.
    """

    mended = Signal(object)  # Repair

    def __init__(self, theme: Theme, offers: Callable[[], Mapping[str, Repair]]) -> None:
        super().__init__()
        self._theme, self._offers = theme, offers
        row = pane_head(self, theme, "Đã đọc")
        self.told = label("", "small")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.insertWidget(1, self.told, 100)  # before the room at the right
        self.told.setHidden(theme.scale >= LARGE)  # here it is no window of its own any more
        self._hidden = label("", "small")
        row.insertWidget(2, self._hidden)
        self.undo = button(theme, "", "undo-2", kind="quiet", name="Hoàn tác sửa chữa cuối")
        row.addWidget(self.undo)
        self.buttons: dict[str, QPushButton] = {}
        self._in_menu = ("area", *_MORE) if theme.scale >= LARGE else _MORE
        for key, words, icon in _OFFERED:
            if key in self._in_menu:
                continue
            made = button(theme, words, icon, kind="row")
            made.setProperty("offer", key)
            made.clicked.connect(self._press)
            row.addWidget(made)
            self.buttons[key] = made
        self._more = button(theme, "Khác", kind="row menu", name="Các cách sửa khác")
        self.menu = QMenu(self._more)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.menu.triggered.connect(self._press_action)
        self._more.setMenu(self.menu)
        row.addWidget(self._more)

    def show_reading(self, reading: Reading, *, undoable: bool) -> None:
        """Counts, and what fits the chosen rows."""
        doubted = {doubt.row for doubt in reading.doubts if doubt.row}
        areas, tasks = reading.proposal.count(Area), reading.count()
        sure = max(tasks - len(doubted), 0)
        self.told.setText(f"{areas} lĩnh vực · {tasks} nhiệm vụ · {sure} đã rõ")
        self.undo.setEnabled(undoable)
        self.show_offers()

    def show_hidden(self, titles: Sequence[str]) -> None:
        """The columns that have no room: how many, and which in the tip."""
        self._hidden.setText(f"{len(titles)} cột ẩn" if titles else "")
        self._hidden.setToolTip(tip_words("\n".join(titles)))

    def show_offers(self) -> None:
        """Other rows are chosen."""
        offered = self._offers()
        for key, made in self.buttons.items():
            made.setEnabled(offered[key].is_possible)
        words = offered["take"].label
        self.buttons["take"].setText(beside_icon(words))
        self.buttons["take"].setAccessibleName(words)
        self._more.setEnabled(any(offered[key].is_possible for key in self._in_menu))

    def fill_menu(self) -> None:
        """The repairs that have no button of their own."""
        self.menu.clear()
        offered = self._offers()
        for key in self._in_menu:
            self._add(self.menu, offered[key])

    def _add(self, menu: QMenu, repair: Repair) -> None:
        words = repair.label.replace("&", "&&")
        if repair.options:
            inner = menu.addMenu(words)
            for option in repair.options:
                self._add(inner, option)
            return
        action = menu.addAction(words)
        if repair.icon:
            action.setIcon(self._theme.icon(repair.icon))
        action.setEnabled(repair.is_possible)
        action.setData(repair)

    def _press(self) -> None:
        self.mended.emit(self._offers()[self.sender().property("offer")])

    def _press_action(self, action: QAction) -> None:
        self.mended.emit(action.data())


def review_head(box: QWidget, theme: Theme, title: str) -> tuple[QHBoxLayout, QLabel]:
    """Make a widget the head of a review: its title, the words beside it, room for the ways out."""
    px = theme.px
    box.setObjectName("reviewHead")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box.setFixedHeight(px(44))
    row = QHBoxLayout(box)
    row.setContentsMargins(px(8), px(4), px(8), px(4))
    row.setSpacing(px(8))
    row.addWidget(label(title, "page"))
    words = CutLabel("small")
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row.addWidget(words, 1)
    return row, words


def pane_head(box: QWidget, theme: Theme, words: str) -> QHBoxLayout:
    """Make a widget the head of a pane: its title at the left, room at the right."""
    row = head_row(box, theme)
    row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
    row.addWidget(label(words, "strong"))
    row.addStretch(1)
    return row
