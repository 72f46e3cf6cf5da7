"""The paragraphs of one heading, each in its row: only those of the heading shown exist."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.drafting import MARK
from cchc_desktop.domain.report import Content
from cchc_desktop.services.report_lines import join_paragraphs, type_paragraph
from cchc_desktop.services.report_standing import Entry, StandingHeading, State
from ui.project_controller import ProjectController
from ui.report.editor import ParagraphEditor
from ui.report.paragraph import ParagraphRow, ReportType
from ui.widgets.cells import CellArt
from ui.widgets.controls import action_button, head_row
from ui.widgets.cut_label import CutLabel
from ui.widgets.empty import EmptyState, Way

_LARGE = 150  # the text scale from which pictures stand for words


class TextPage(QWidget):
    """`current_changed`: another paragraph; `touched`: a key was pressed in one;
    `source_asked(id)`: show the record.
    """

    current_changed = Signal()
    touched = Signal()
    source_asked = Signal(str)
    accept_asked = Signal(str)
    keep_asked = Signal(str)
    back_asked = Signal(str)

    def __init__(
        self,
        controller: ProjectController,
        art: CellArt,
        day_of: Callable[[Entry], date | None],
        previous: QAction,
        following: QAction,
    ) -> None:
        super().__init__()
        self._controller, self._art, self._day_of = controller, art, day_of
        self._looks = ReportType(art)
        self.heading: StandingHeading | None = None
        self._rows: dict[str, ParagraphRow] = {}
        self._current = ""
        self._add: Way = ("", lambda: None)
        theme = art.theme
        self._title, self._counts = CutLabel("strong"), CutLabel("small")
        head = QWidget()
        line = head_row(head, theme)
        line.addWidget(self._title)
        line.addWidget(self._counts, 1)
        for action in (previous, following):
            shown = None if theme.scale < _LARGE else ""
            line.addWidget(action_button(theme, action, kind="quiet", words=shown))
        self._paper = QWidget()
        self._paper.setObjectName("paper")
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = EmptyState(theme)
        self._empty.hide()
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._paper)
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.area, 1)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def offer_when_empty(self, way: Way) -> None:
        """What fills a heading without paragraphs."""
        self._add = way

    # What is shown

    def show_heading(self, heading: StandingHeading | None) -> None:
        """A heading as it stands now, the same or another."""
        other = self._id_of(heading) != self._id_of(self.heading)
        if other:
            self.commit()
        place = [row.entry.id for row in self.rows]
        typing = self._paper.isAncestorOf(QApplication.focusWidget() or self)
        self.heading = heading
        entries = heading.entries if heading is not None else ()
        self._keep_rows(entries)
        writable = self._controller.writable
        for entry in entries:
            row = self._rows[entry.id]
            if not row.shows(entry, writable=writable):
                row.show_entry(entry, self._day_of(entry), writable=writable)
        self._show_head()
        if other:
            self.area.verticalScrollBar().setValue(0)
        if other or self._current not in self._rows:
            self._current = _beside(self._current, place, [entry.id for entry in entries])
            self.current_changed.emit()
        self._show_current()
        if typing and not self._paper.isAncestorOf(QApplication.focusWidget() or self):
            self.home.setFocus()  # what had the focus is gone

    def _id_of(self, heading: StandingHeading | None) -> str:
        return heading.heading.id if heading is not None else ""

    def _keep_rows(self, entries: tuple[Entry, ...]) -> None:
        """A row for each paragraph, in order; those that stay keep their widget."""
        wanted = [entry.id for entry in entries]
        for gone in self._rows.keys() - set(wanted):
            row = self._rows.pop(gone)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, entry in enumerate(entries):
            row = self._rows.get(entry.id) or self._new_row(entry)
            item = self._column.itemAt(place)
            if item is None or item.widget() is not row:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()
        self._show_empty()

    def _new_row(self, entry: Entry) -> ParagraphRow:
        editor = ParagraphEditor(self._art.theme, partial(self._write, entry.id))
        editor.touched.connect(self.touched)
        editor.source_asked.connect(self.source_asked)
        editor.stepped.connect(self._step)
        editor.joined.connect(self._join)
        editor.cursorPositionChanged.connect(self._show_caret)
        row = ParagraphRow(self._art, self._looks, entry, editor)
        row.accept_asked.connect(self.accept_asked)
        row.keep_asked.connect(self.keep_asked)
        row.back_asked.connect(self.back_asked)
        self._rows[entry.id] = row
        return row

    def _show_head(self) -> None:
        heading = self.heading
        if heading is None:
            return
        self._title.setText(heading.full_name)
        words = (
            (len(heading.entries) - heading.count(State.NEW), "đoạn"),
            (heading.count(State.EDITED, State.OWN), "đã sửa"),
            (heading.count(State.CHANGED, State.GONE), "nguồn đổi"),
            (heading.count(State.NEW), "đoạn mới"),
        )
        self._counts.setText(" · ".join(f"{count} {what}" for count, what in words if count))

    def _show_empty(self) -> None:
        empty = self.heading is not None and not self._rows
        self._empty.setVisible(empty)
        if self.heading is not None and empty:
            heads = self.heading.heading.content == Content.NOTHING
            words = (
                "Mục này chỉ đặt tên cho các mục dưới."
                if heads
                else "Mục này còn trống: trong kỳ chưa có kết quả hay văn bản nào để soạn."
            )
            self._empty.show_state(words, (self._add,), writable=self._controller.writable)

    # The current paragraph

    @property
    def current(self) -> ParagraphRow | None:
        """The paragraph that the keys are for."""
        return self._rows.get(self._current)

    @property
    def rows(self) -> list[ParagraphRow]:
        """The paragraphs in order."""
        entries = self.heading.entries if self.heading is not None else ()
        return [self._rows[entry.id] for entry in entries if entry.id in self._rows]

    @property
    def home(self) -> QWidget:
        """What takes the focus."""
        row = self.current
        return row.first_control if row is not None else self._empty.first_way or self.area

    def go_to(self, entry_id: str, caret: int | None = None) -> None:
        """Make a paragraph the current one and type in it."""
        row = self._rows.get(entry_id)
        if row is None:
            return
        self._set_current(entry_id)
        row.first_control.setFocus(Qt.FocusReason.OtherFocusReason)
        if caret is not None:
            row.editor.place_caret(caret)
        QApplication.sendPostedEvents(self._paper, QEvent.Type.LayoutRequest)
        self.area.ensureWidgetVisible(row, 0, self._art.theme.px(20))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._paper.isAncestorOf(new):
            return
        above: QObject | None = new
        while above is not None and not isinstance(above, ParagraphRow):
            above = above.parent()
        if isinstance(above, ParagraphRow):
            self._set_current(above.entry.id)

    def _set_current(self, entry_id: str) -> None:
        if entry_id != self._current:
            self._current = entry_id
            self._show_current()
            self.current_changed.emit()

    def _show_current(self) -> None:
        for row in self._rows.values():
            row.show_current(current=row.entry.id == self._current)

    def _step(self, by: int) -> None:
        """From one paragraph to the next by an arrow."""
        rows = self.rows
        place = next((n for n, row in enumerate(rows) if row.entry.id == self._current), 0) + by
        if 0 <= place < len(rows):
            self.go_to(rows[place].entry.id, -1 if by < 0 else 0)

    def _show_caret(self) -> None:
        """Keep the caret on the screen while one types."""
        row = self.current
        if row is None or not row.editor.hasFocus():
            return
        caret = row.editor.cursorRect()
        place = row.editor.mapTo(self._paper, caret.center())
        self.area.ensureVisible(place.x(), place.y(), 0, self._art.theme.px(40))

    # What is written

    def commit(self) -> None:
        """Write what is being typed."""
        for row in list(self._rows.values()):
            row.editor.commit()

    @property
    def has_changes(self) -> bool:
        """Whether words are typed that could not be written."""
        return any(row.editor.has_changes for row in self._rows.values())

    def _write(self, entry_id: str, text: str) -> bool:
        row = self._rows[entry_id]
        before, cursor = [r.entry.id for r in self.rows], row.editor.textCursor()
        line, place = cursor.blockNumber(), cursor.positionInBlock()
        if not self._controller.do(type_paragraph, entry_id, text):
            return False
        if "\n" in text and row.editor.hasFocus():
            self._follow_caret(before, line, place, text)
        return True

    def _follow_caret(self, before: list[str], line: int, place: int, text: str) -> None:
        """The caret goes with its words, which are a paragraph of their own now."""
        new = [row for row in self.rows if row.entry.id not in before]
        lines = text.split("\n")
        own = next((n for n, words in enumerate(lines) if words.strip(f" {MARK}")), 0)
        if line == own or not new:
            return
        row = new[min(line - (line > own), len(new) - 1)]
        self.go_to(row.entry.id, place + len(row.entry.text) - len(lines[line]))

    def _join(self, by: int) -> None:
        """Two paragraphs become one; the caret stands where they meet."""
        rows, row = self.rows, self.current
        if row is None or row.entry.paragraph is None:
            return
        place = rows.index(row) + by
        if not 0 <= place < len(rows) or rows[place].entry.paragraph is None:
            return
        self.commit()
        upper, lower = (rows[place], row) if by < 0 else (row, rows[place])
        meets = len(upper.editor.words)
        if self._controller.do(join_paragraphs, upper.entry.id, lower.entry.id):
            self.go_to(upper.entry.id, meets)


def _beside(gone: str, before: list[str], after: list[str]) -> str:
    """The paragraph in the place of one that is gone; the first of another heading."""
    place = before.index(gone) if gone in before else 0
    return after[min(place, len(after) - 1)] if after else ""
