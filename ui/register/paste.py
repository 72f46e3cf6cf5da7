"""Dán câu, lấy văn bản: what a pasted text cites, offered for the register; the clerk ticks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.citation import CitedText, read_citations
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Item, Proposal
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.registering_file import ReadFile, propose_files, read_files
from cchc_desktop.services.registering_text import added_fields, propose_documents
from ui.project_controller import ProjectController
from ui.register.marked_text import Look, Mark, MarkedText
from ui.tasks import Task, TaskRunner
from ui.widgets.cells import CellArt
from ui.widgets.controls import button, label
from ui.widgets.document_chooser import DocumentChooser
from ui.widgets.tick_list import Badge, Offer, TickList

_NEW = Badge("mới", "plus", "tintfg", "tint")
_KNOWN = Badge("đã có", "check", "gry", "gryt")
_DOUBTFUL = {
    kind: Badge(words, "triangle-alert", "amb", "ambt")
    for kind, words in (
        (DoubtKind.NUMBER_YEAR, "năm lệch"),
        (DoubtKind.OTHER_DATE, "hai ngày"),
        (DoubtKind.TWO_DATES, "hai ngày"),
        (DoubtKind.UNNUMBERED, "chưa có số"),
        (DoubtKind.TOO_LONG, "quá dài"),
        (DoubtKind.UNREAD, "chưa rõ số"),
    )
}
_AT_ONCE = 4_000  # characters that are read without a thread: some milliseconds
_NOTHING = CitedText((), ())


class PastePanel(QWidget):
    """`shown_asked(document id)`: a known document is to be shown in the register."""

    shown_asked = Signal(str)

    def __init__(self, controller: ProjectController, runner: TaskRunner, art: CellArt) -> None:
        super().__init__()
        self._controller, self._runner, self._art = controller, runner, art
        self._cited, self._proposal = _NOTHING, Proposal("", ())
        self._read_text = ""  # what was read: while one types on, its places are not the text's
        self._files: list[ReadFile] = []
        self._turned: dict[str, bool] = {}  # by the source's words: as the clerk ticked
        self._reading: Task | None = None
        self.text = MarkedText(art.theme)
        self.list = TickList(art, "Văn bản tìm thấy", bold=True)
        self._build()
        self.text.settled.connect(self.read)
        self.text.touched.connect(self.list.choose)
        self.list.turned.connect(self._turn)
        self.list.current_changed.connect(self._show_source)
        self.list.taken.connect(self._act_on)
        controller.opened.connect(self._forget_files)
        self._show()

    def _build(self) -> None:
        theme = self._art.theme
        self._found = label("", "small", wrap=True)
        self._choose = button(theme, "Chọn trong sổ…", kind="row")
        self._choose.clicked.connect(self._ask_for_choice)
        self.add = button(theme, "", "plus", kind="primary")
        self.add.clicked.connect(self.accept)
        self._clear = button(theme, "Xoá câu dán")
        self._clear.clicked.connect(self.clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.add)
        row.addWidget(self._clear)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(12), theme.px(10)] * 2)
        column.setSpacing(theme.px(8))
        column.addWidget(label("Dán một câu hay cả báo cáo (Ctrl+V)", "small"))
        column.addWidget(self.text, 1)
        column.addWidget(self._found)
        column.addWidget(self.list, 2)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus first."""
        return self.text

    # Reading

    def read(self) -> None:
        """Read the text as it is now, in the background where it is long."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        text = self.text.toPlainText()
        take = partial(self._take, text)
        if len(text) <= _AT_ONCE:
            take(read_citations(text))
        else:
            self._reading = self._runner.run(
                "Đang đọc câu dán", lambda _progress: read_citations(text), take, owner=self
            )

    def _take(self, text: str, cited: CitedText) -> None:
        self._reading, self._read_text, self._cited = None, text, cited
        self.refresh()

    def _forget_files(self) -> None:
        """Another project: what was kept beside the last one is not its own."""
        self._files = []

    def take_files(self, files: Sequence[Path]) -> None:
        """Read files in the background, and offer them as documents."""
        project = self._controller.project
        assert project is not None, "files are kept beside an open project"
        store = project.files

        def take(read: list[ReadFile]) -> None:
            if self._controller.project is project:
                self._files += read
                self.refresh()

        self._runner.run(
            "Đang đọc tệp", lambda progress: read_files(store, files, progress), take, owner=self
        )

    def refresh(self) -> None:
        """Hold what was read against the register as it is now."""
        project = self._controller.project
        parts = [propose_documents(project, self._cited)] if project is not None else []
        if project is not None and self._files:
            first = len(self._cited.citations) + 1
            parts.append(propose_files(project, self._files, first))
        self._proposal = Proposal(
            "Thêm văn bản",
            tuple(self._as_ticked(item) for part in parts for item in part.items),
            tuple(doubt for part in parts for doubt in part.doubts),
        )
        self._show()

    def _as_ticked(self, item: Item) -> Item:
        return replace(item, taken=self._turned.get(item.source, item.taken))

    # Showing

    def _show(self) -> None:
        offers = [self._offer(items) for items in self._rows()]
        notes = [
            Offer(f"n{place}", f"“{doubt.text}”", _told(doubt), None, _DOUBTFUL[doubt.kind])
            for place, doubt in enumerate(self._notes())
        ]
        self.list.show_offers([*offers, *notes])
        self.list.setVisible(bool(offers or notes))
        if self.text.toPlainText() == self._read_text:
            self.text.show_marks(self._marks())
        self._found.setText(self._words_found(len(offers)))
        self._choose.setVisible(bool(self._cited.unnumbered))
        self._show_button()

    def _rows(self) -> list[list[Item]]:
        """The items of each document: its record, and its file."""
        return [list(items) for _, items in groupby(self._proposal.items, key=lambda i: i.row)]

    def _notes(self) -> list[Doubt]:
        """The doubts about what is not on offer: documents without a number first."""
        offered = {item.row for item in self._proposal.items}
        left = [doubt for doubt in self._proposal.doubts if doubt.row not in offered]
        return sorted(left, key=lambda doubt: doubt.kind is not DoubtKind.UNNUMBERED)

    def _doubts_of(self, row: int) -> list[Doubt]:
        return [doubt for doubt in self._proposal.doubts if doubt.row == row]

    def _words_found(self, documents: int) -> str:
        if documents or self._cited.unnumbered:
            count = len(self._cited.unnumbered)
            return f"Tìm thấy {documents} văn bản" + (f", {count} chỗ thiếu số" if count else "")
        if self.text.toPlainText().strip():
            return "Chưa thấy số văn bản nào trong câu này."
        return "Câu như “Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về …” cho một văn bản đủ các ô."

    def _show_button(self) -> None:
        taken = [items[0] for items in self._rows() if items[0].taken]
        new = sum(item.edit.before is None for item in taken)
        words = f"Thêm {new} văn bản" if new else "Thêm văn bản"
        if taken and not new:
            words = f"Bổ sung {len(taken)} văn bản"
        self.add.setText(f" {words}   Ctrl+Enter")
        self.add.setAccessibleName(words)
        self.add.setEnabled(bool(taken) and self._controller.writable)
        self._clear.setEnabled(bool(self.text.toPlainText() or self._files))

    def _offer(self, items: Sequence[Item]) -> Offer:
        first, document = items[0], items[0].edit.record
        assert isinstance(document, RegisteredDocument), "documents come before their files"
        doubts = self._doubts_of(first.row)
        name = document.code or document.title or first.source
        title = " · ".join(filter(None, (name, date_words(document.issued))))
        badge, told = _NEW, document.title if document.code else ""
        if first.edit.before is not None:
            badge = _KNOWN
            lacking = ", ".join([*added_fields(first.edit), *("tệp" for _ in items[1:])])
            told = f"ghi thêm {lacking}" if lacking else told
        elif doubts:
            badge, told = _DOUBTFUL[doubts[0].kind], ", ".join(doubt.why for doubt in doubts)
        idle = all(item.edit.before == item.edit.after for item in items)
        ticked = None if idle or not self._controller.writable else first.taken
        below = " · ".join(filter(None, (document.kind, told)))
        return Offer(str(first.row), title, below, ticked, badge)

    def _marks(self) -> list[Mark]:
        marks: list[Mark] = []
        known = {item.row for item in self._proposal.items if item.edit.before is not None}
        for row, citation in enumerate(self._cited.citations, start=1):
            look = Look.DOUBTFUL if self._doubts_of(row) else Look.NEW
            look = Look.KNOWN if row in known else look
            marks += [Mark(start, end, look, str(row)) for start, end in citation.places]
        for place, each in enumerate(self._cited.unnumbered):
            marks.append(Mark(each.start, each.end, Look.DOUBTFUL, f"n{place}"))
        return marks

    # Choosing and taking

    def _show_source(self, offer_id: str) -> None:
        """Where a document that is chosen in the list stands in the text."""
        if self.list.hasFocus():
            self.text.go_to(offer_id)

    def _turn(self, offer_id: str) -> None:
        for item in self._proposal.items:
            if str(item.row) == offer_id:
                self._turned[item.source] = not item.taken
                break
        self.refresh()

    def _act_on(self, offer_id: str) -> None:
        """Enter: a known document is shown, words without a number are looked for."""
        if offer_id.startswith("n"):
            self._ask_for_choice()
            return
        for item in self._proposal.items:
            if str(item.row) == offer_id and item.edit.before is not None:
                self.shown_asked.emit(item.edit.before.id)

    def _ask_for_choice(self) -> None:
        """Which document of the register the words without a number mean: its number is written
        behind them.
        """
        project, current = self._controller.project, self.list.current_id
        assert project is not None, "there is a register"
        place = int(current.removeprefix("n")) if current.startswith("n") else 0
        if place >= len(self._cited.unnumbered) or self.text.toPlainText() != self._read_text:
            return
        spoken = self._cited.unnumbered[place]
        dialog = DocumentChooser(
            [document for document in project.documents() if document.number],
            self._art.theme,
            self,
            title="Chọn trong sổ",
            take="Chọn",
            question=f"“{spoken.text}” là văn bản nào?",
            hint="Số và ngày của văn bản được ghi vào sau những chữ này trong câu dán.",
        )
        if dialog.exec():
            chosen = project.record(dialog.choice[0])
            assert isinstance(chosen, RegisteredDocument)
            self.text.insert_at(spoken.end, f" số {chosen.code} ngày {date_words(chosen.issued)}")
        dialog.deleteLater()

    def accept(self) -> None:
        """Have the register take what is ticked, in one step."""
        if not self.add.isEnabled():
            return
        change = replace(self._proposal, label=self.add.accessibleName()).accept()
        taken = {item.source for item in self._proposal.items if item.taken}
        before, self._turned = (self._files, self._turned), {}
        self._files = [file for file in self._files if file.kept.name not in taken]
        if self._controller.apply(change):
            self.shown_asked.emit(change.edits[0].record.id)
        else:
            self._files, self._turned = before

    def clear(self) -> None:
        """Take the text and the files away."""
        self.text.clear()
        self._files, self._turned = [], {}
        self.read()
        self.text.setFocus()


def _told(doubt: Doubt) -> str:
    return "Enter để chọn trong sổ" if doubt.kind is DoubtKind.UNNUMBERED else doubt.why
