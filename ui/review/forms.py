"""The review of the forms that came back from the units: each change beside what there is, accepted
or kept one by one, all of a form, or none.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.services.merging import Merge, ReturnedForm
from ui.review.bars import LARGE, ChoiceHead, pane_head
from ui.review.change_lines import CONTESTED, NEW, all_lines, lines_of
from ui.review.change_model import ChangeModel
from ui.review.change_table import ChangeTable
from ui.review.form_list import FormList, Standing
from ui.review.page import ReviewPage
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label

_LIST, _WIDTH = 268, 1366  # pixels at 100 %: the list, and the window that it is a part of
_WIDEST = 390  # pixels: the list in large letters


class FormReview(ReviewPage[Merge]):
    """`accepted(Merge)`: with what was chosen. `reminder_asked(ReturnedForm)`: words are wanted to
    be sent to the unit of a form that was refused.
    """

    reminder_asked = Signal(object)
    hints = (("Space", "nhận / giữ"), ("F8", "chỗ phải chọn"), ("Ctrl+Z", "hoàn tác"))

    def __init__(self, merge: Merge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(merge, theme, parent)
        art = CellArt(theme)
        self.forms = FormList(art, self._standing)
        self.model = ChangeModel(self)
        name = "Các thay đổi của phiếu; phím cách để nhận hoặc giữ cũ"
        self.table = ChangeTable(self.model, art, name)
        self.head = ChoiceHead(
            theme,
            f"Duyệt phiếu {merge.period.words}",
            button(theme, "Nhận hết phiếu này"),
            button(theme, "Giữ cũ hết", name="Giữ cũ hết trong phiếu này"),
            "Huỷ, không nhận gì",
        )
        self._build()
        self._connect()
        self.forms.forms.show(merge.forms)
        first = next((n for n, form in enumerate(merge.forms) if not form.is_refused), 0)
        self.forms.setCurrentIndex(self.forms.forms.index(first))
        self.show_state()
        if not self.table.go_to_open(1) and len(self.model.rows) > 1:
            self.table.choose_row(1)
        self.setFocusProxy(self.table if self.model.rows else self.forms)

    def status(self) -> str:
        """What becomes of choices that are not made."""
        return "Chỗ chưa chọn sẽ giữ như cũ; chưa ghi gì vào tệp"

    # Building

    def _build(self) -> None:
        head = QWidget()
        pane_row = pane_head(head, self.theme, "Phiếu vừa nhận")
        self._count = label("", "small")
        pane_row.insertWidget(1, self._count)
        self._remind = button(self.theme, "Chép lời nhắc", kind="row")
        self._told = label(
            "Thả thêm phiếu vào cửa sổ sau khi ghi xong đợt này.", "small", wrap=True
        )
        px = self.theme.px
        foot = QWidget()
        foot_column = QVBoxLayout(foot)
        foot_column.setContentsMargins(px(12), px(8), px(12), px(8))
        foot_column.addWidget(self._remind, 0, Qt.AlignmentFlag.AlignLeft)
        foot_column.addWidget(self._told)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((head, 0), (self.forms, 1), (foot, 0)):
            column.addWidget(widget, stretch)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(left)
        panes.addWidget(self.table)
        panes.setChildrenCollapsible(False)
        panes.setStretchFactor(1, 1)
        width = min(px(_LIST), _WIDEST)
        panes.setSizes([width, _WIDTH - width])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(panes, 1)

    def _connect(self) -> None:
        self.forms.selectionModel().currentChanged.connect(self._show_form)
        self.model.chosen.connect(self._choose)
        self.head.all.clicked.connect(partial(self._turn_all, True))
        self.head.none.clicked.connect(partial(self._turn_all, False))
        self.head.cancel.clicked.connect(self.ask_to_leave)
        self.head.accept.clicked.connect(self._take_in)
        self._remind.clicked.connect(self._ask_for_reminder)
        self.shortcut("F8", partial(self._go, 1))
        self.shortcut("Shift+F8", partial(self._go, -1))
        self.shortcut("F6", self._next_pane)
        self.shortcut("Ctrl+Return", self._take_in)

    # Steps

    def _choose(self, row: int, place: int) -> None:
        """A part of a line's button: one of the answers of a contested cell, else yes or no."""
        line = self.model.rows[row]
        if line.kind == CONTESTED:
            chosen, taken = line.items[place], line.chosen != place
        else:
            chosen, taken = line.items[0], place == 0
        if line.chosen != place or line.kind == CONTESTED:
            self.step(self.state.taken(chosen, taken))

    def _turn_all(self, taken: bool) -> None:
        """All that the chosen form says, or nothing of it; what is contested waits to be chosen."""
        lines = [line for line in self.model.rows if line.kind != CONTESTED or not taken]
        items = {item for line in lines for item in line.items}
        wanted = self.state.with_choice(items if taken else (), () if taken else items)
        if wanted.proposal != self.state.proposal:
            self.step(wanted)

    # What is shown

    def show_state(self) -> None:
        """The choices as they are now."""
        self._show_form()
        self._show_head()
        self.forms.viewport().update()

    def warn_of_loss(self, steps: int) -> None:
        """Say that leaving once more loses so many choices."""
        self.head.warn_of_loss(steps)

    def _show_head(self) -> None:
        merge, lines = self.state, all_lines(self.state)
        taken = sum(line.is_taken for line in lines)
        still_open = sum(line.is_open for line in lines)
        told = [f"còn {still_open} chỗ phải chọn"] if still_open else []  # never cut off
        told += [f"nhận {taken}", f"giữ cũ {len(lines) - taken - still_open}"]
        if self.theme.scale < LARGE:
            told.append("chưa ghi gì vào tệp")
        words = f"Ghi {taken} thay đổi" if taken else "Ghi nhận phiếu đã về"
        possible = not all(form.is_refused for form in merge.forms)
        self.head.show_choices("  ·  ".join(told), words, possible=possible)
        self._count.setText(str(len(merge.forms)))

    def _show_form(self) -> None:
        form = self.forms.current
        lines = lines_of(self.state, form) if form is not None else []
        self.table.show_lines(lines)
        for made in (self.head.all, self.head.none):
            made.setEnabled(any(line.choices for line in lines))
        self._remind.setVisible(form is not None and form.is_refused and form.unit is not None)

    def _standing(self, form: ReturnedForm) -> Standing:
        if form.is_refused:
            return "circle-x", "red", next(r.why for r in form.refused if not r.where)
        lines = [line for line in lines_of(self.state, form) if line.choices]
        new = sum(line.kind == NEW for line in lines)
        words = f"{len(lines) - new} ô" + (f", {new} mới" if new else "")
        if still_open := sum(line.is_open for line in lines):
            return "triangle-alert", "amb", f"{still_open} chỗ phải chọn · {words}"
        return (
            ("check", "grn", f"{words}, không vướng")
            if lines
            else ("check", "grn", "không có gì mới")
        )

    # Ways through and out

    def _go(self, step: int) -> None:
        """The next cell in which a choice is to be made, in this form or in the next ones."""
        if self.table.go_to_open(step):
            self.table.setFocus()
            return
        forms = self.state.forms
        at = self.forms.currentIndex().row()
        for away in range(1, len(forms)):
            place = (at + step * away) % len(forms)
            if any(line.is_open for line in lines_of(self.state, forms[place])):
                self.forms.setCurrentIndex(self.forms.forms.index(place))
                self.table.go_to_open(step)
                self.table.setFocus()
                return

    def _next_pane(self) -> None:
        pane = self.forms if self.table.hasFocus() else self.table
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_for_reminder(self) -> None:
        self.reminder_asked.emit(self.forms.current)

    def _take_in(self) -> None:
        if self.head.accept.isEnabled():
            self.accepted.emit(self.state)
