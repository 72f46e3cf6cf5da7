"""One paragraph of the report: its state in the margin, its words, and what a new draft offers."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.difference import differences, woven
from cchc_desktop.services.report_standing import Entry, State
from ui.report.editor import INDENT, LINE, ParagraphEditor
from ui.report.margin import MARGIN, Margin
from ui.report.woven_text import EDGE, SIDE, WovenText, report_font
from ui.widgets.cells import CellArt
from ui.widgets.changed_words import ChangedWords
from ui.widgets.controls import beside_icon, button, label

_ROOMY = 150  # the text scale up to which there is room for all words
_TEXT = 118  # pixels at 100 %: the words' left edge
_SIZE, _SMALL_SIZE, _SMALL_LINE = 17, 15, 21
_ACCEPT = {
    State.CHANGED: "Nhận số mới",
    State.GONE: "Bỏ đoạn này",
    State.NEW: "Nhận đoạn này",
}
_KEEP = {State.CHANGED: "Giữ câu của tôi", State.GONE: "Giữ câu của tôi", State.NEW: "Không dùng"}


class ReportType:
    """The looks of words that went and came, shared by all paragraphs."""

    def __init__(self, art: CellArt) -> None:
        theme = art.theme
        large, small = report_font(theme.px(_SIZE)), report_font(theme.px(_SMALL_SIZE))
        self.large = ChangedWords(art, large, theme.px(LINE), theme.px(INDENT))
        self.small = ChangedWords(art, small, theme.px(_SMALL_LINE))


class ParagraphRow(QWidget):
    """Asks for everything, by its paragraph's id; `show_entry` tells what came of it."""

    accept_asked = Signal(str)
    keep_asked = Signal(str)
    back_asked = Signal(str)

    def __init__(
        self, art: CellArt, looks: ReportType, entry: Entry, editor: ParagraphEditor
    ) -> None:
        super().__init__()
        self._art, self._looks, self.entry, self.editor = art, looks, entry, editor
        self._margin = Margin(art)
        self._day: date | None = None
        self._shown: tuple[Entry, bool] | None = None
        self._current, self.compares = False, False
        self._compare: QWidget | None = None
        self._buttons: QWidget | None = None
        self._accept_button: QPushButton | None = None
        self._offered: tuple[State, bool] | None = None  # what the buttons are for
        theme = art.theme
        self.changed = WovenText(looks.large, "Đoạn có nguồn đã đổi, Enter để sửa", to_edit=True)
        self.changed.edit_asked.connect(self.edit)
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        self._strut = QSpacerItem(theme.px(_TEXT - SIDE), 0, fixed, least)  # the margin's room
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacerItem(self._strut)
        self._column = QVBoxLayout()
        row.addLayout(self._column, 1)
        edge = theme.px(8 - EDGE)
        self._column.setContentsMargins(0, edge, theme.px(14 - SIDE), edge)
        self._column.setSpacing(theme.px(6))
        top = Qt.AlignmentFlag.AlignTop
        self._column.addWidget(self.changed, 0, top)
        self._column.addWidget(editor, 1, top)

    # What is shown

    def shows(self, entry: Entry, *, writable: bool) -> bool:
        """Whether it is shown like this already."""
        return self._shown == (entry, writable)

    def show_entry(self, entry: Entry, day: date | None, *, writable: bool) -> None:
        """The paragraph as it stands; `day`: when it was last edited, or its source changed."""
        before = self.entry.state
        self.entry, self._day, self._shown = entry, day, (entry, writable)
        self.editor.setReadOnly(not writable or entry.paragraph is None)
        paragraph = entry.paragraph
        if paragraph is not None:
            flaws = [words for words, _ in entry.flaws]
            self.editor.show_text(paragraph.text, paragraph.sources, flaws)
        words = entry.state.value
        self.editor.setAccessibleName(f"Đoạn, {words}" + "".join(f", {m}" for m in entry.marks))
        focused = self.editor.hasFocus()
        self._show_view(writable=writable, typing=focused and before in _ACCEPT)
        if focused and self.changed.isVisibleTo(self):
            self.changed.setFocus()  # its source has changed just now
        self._strut.changeSize(
            self._strut.sizeHint().width(),
            self._margin.height(entry, day),
            QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Minimum,
        )
        self._column.invalidate()
        self.update()

    def _show_view(self, *, writable: bool, typing: bool = False) -> None:
        """The words to be typed in, or what went and came of them where nobody types."""
        entry = self.entry
        differs = entry.state in _ACCEPT
        can_compare = entry.paragraph is not None and bool(entry.paragraph.key)
        self.compares = self.compares and can_compare and entry.state is not State.GONE
        if differs:
            self._weave()
        typing = typing or self.editor.has_changes
        editing = (not differs or typing) and not self.compares
        self.editor.setVisible(editing)
        if editing and self.changed.hasFocus():
            self.editor.setFocus()  # else the focus would go anywhere when its widget is hidden
        self.changed.setVisible(differs and not typing and not self.compares)
        self._show_comparison()
        self._show_buttons(writable=writable)

    def _weave(self) -> None:
        entry = self.entry
        if entry.state is State.GONE:
            self.changed.show_words(entry.text, ((0, len(entry.text)),))
        elif entry.offer is not None and not entry.offer.joined:
            text, gone, come = woven(
                entry.offer.mine.draft if entry.offer.mine else "", entry.offered
            )
            self.changed.show_words(text, gone, come)
        else:
            self.changed.show_words(*woven(entry.text, entry.offered))

    def edit(self) -> None:
        """Type in it."""
        if self.entry.paragraph is None:
            return
        if self.compares:
            self.compare(on=False)
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.hide()

    def leave(self) -> None:
        """The focus is elsewhere: what went and came is shown again."""
        if self.entry.state in _ACCEPT and not self.editor.has_changes and not self.compares:
            self.changed.show()
            self.editor.hide()

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        if self.compares and self._buttons is not None:
            return self._buttons.findChild(QPushButton) or self
        return self.editor if self.editor.isVisibleTo(self) else self.changed

    def show_current(self, *, current: bool) -> None:
        """Whether the keys are for this paragraph."""
        if current != self._current:
            self._current = current
            self._name_key()
            self.update()
        if not current:
            self.leave()

    # Side by side

    def compare(self, *, on: bool) -> None:
        """The draft beside the clerk's words, or no more."""
        self.compares = on
        self._show_view(writable=not self.editor.isReadOnly())
        self.first_control.setFocus()

    def _show_comparison(self) -> None:
        if self._compare is not None:
            self._compare.hide()
            self._compare.deleteLater()
            self._compare = None
        paragraph = self.entry.paragraph
        if not self.compares or paragraph is None:
            return
        offer = self.entry.offer if self.entry.state is State.CHANGED else None
        draft = offer.draft.text if offer is not None and offer.draft else paragraph.draft
        gone, come = differences(draft, paragraph.text)
        box, theme = QWidget(), self._art.theme
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(SIDE), 0, theme.px(SIDE), 0)
        row.setSpacing(theme.px(10))
        top = Qt.AlignmentFlag.AlignTop
        first = "Bản nháp mới" if offer is not None else "Bản nháp"
        row.addWidget(self._quote(first, draft, gone, came=False), 1, top)
        row.addWidget(
            self._quote("Bản của tôi · đang dùng", paragraph.text, come, came=True), 1, top
        )
        self._compare = box
        self._column.insertWidget(2, box)
        box.show()

    def _quote(
        self, title: str, text: str, places: tuple[tuple[int, int], ...], *, came: bool
    ) -> QWidget:
        theme, frame = self._art.theme, QFrame()
        frame.setProperty("kind", "quote")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(6))
        column.setSpacing(theme.px(2))
        column.addWidget(label(title, "small"))
        words = WovenText(self._looks.small, title)
        words.show_words(text, () if came else places, places if came else ())
        column.addWidget(words)
        return frame

    # Buttons

    def _show_buttons(self, *, writable: bool) -> None:
        offers = self.entry.state in _ACCEPT and writable
        wanted = (self.entry.state, self.compares) if offers or self.compares else None
        if wanted == self._offered:
            return
        self._offered = wanted
        old, self._buttons, self._accept_button = self._buttons, None, None
        if old is not None:
            if old.isAncestorOf(QApplication.focusWidget() or self):
                self.first_control.setFocus()
            old.hide()
            old.deleteLater()
        if wanted is None:
            return
        self._buttons, theme = QWidget(), self._art.theme
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(theme.px(SIDE), 0, theme.px(SIDE), 0)
        row.setSpacing(theme.px(6))
        for made in self._make_buttons(offers=offers, writable=writable):
            row.addWidget(made)
        row.addStretch(1)
        self._column.addWidget(self._buttons)
        self._buttons.show()

    def _make_buttons(self, *, offers: bool, writable: bool) -> list[QPushButton]:
        theme, state = self._art.theme, self.entry.state
        made: list[QPushButton] = []
        if offers:
            words = _ACCEPT[state]
            accept = button(theme, words, kind="primary row", name=words)
            accept.setIcon(theme.icon("check", "fillfg"))
            accept.clicked.connect(self._accept)
            self._accept_button = accept
            self._name_key()
            keep = button(theme, _KEEP[state], kind="row")
            keep.clicked.connect(self._keep)
            made += [accept, keep]
        elif self.compares and writable:
            back = button(theme, "Trở về bản nháp", kind="row")
            back.clicked.connect(self._back)
            made.append(back)
        if self.compares or (offers and state is State.CHANGED):
            words = "Đóng so sánh" if self.compares else "Xem cạnh nhau"
            short = "Đóng" if self.compares else "Cạnh nhau"
            beside = button(theme, short if theme.scale > _ROOMY else words, kind="row", name=words)
            beside.clicked.connect(self.turn_comparison)
            made.append(beside)
        return made

    def _name_key(self) -> None:
        """The key is that of the current paragraph only."""
        if self._accept_button is not None and self.entry.state in _ACCEPT:
            key = "    Alt+1" if self._current else ""
            self._accept_button.setText(beside_icon(f"{_ACCEPT[self.entry.state]}{key}"))

    def turn_comparison(self) -> None:
        """Side by side, or no more; nothing where there is no draft to compare with."""
        paragraph = self.entry.paragraph
        edited = self.entry.state in (State.EDITED, State.CHANGED)
        if self.compares or (paragraph is not None and edited):
            self.compare(on=not self.compares)

    def _accept(self) -> None:
        self.accept_asked.emit(self.entry.id)

    def _keep(self) -> None:
        self.keep_asked.emit(self.entry.id)

    def _back(self) -> None:
        self.back_asked.emit(self.entry.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """In the margin: side by side; beside the words: type in them."""
        if event.position().x() < self._art.theme.px(MARGIN):
            self.turn_comparison()
        elif not self.compares:
            self.first_control.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._art.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("here" if self._current else "base"))
        if self._current:  # a frame where the ground does not tell it
            painter.fillRect(self.rect().adjusted(3, 3, -3, -4), theme.colour("win"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        self._margin.paint(painter, self.height() - 1, self.entry, self._day)
        painter.end()
