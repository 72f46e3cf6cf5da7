"""The pane Nguồn: where the current paragraph comes from, what its heading has not said yet, and
what earlier reports said there.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import Place
from cchc_desktop.services.sent_cards import Before
from cchc_desktop.services.source import Source, SourceKind, Used
from ui.theme import Theme
from ui.widgets.controls import button, label

_MOST = 15  # sources shown that are not used yet, which can be searched for, and paragraphs
_OPEN = {
    SourceKind.RESULT: "Mở nhiệm vụ",
    SourceKind.TASK: "Mở nhiệm vụ",
    SourceKind.DOCUMENT: "Mở văn bản",
    SourceKind.FIGURE: "Mở bảng số liệu",
    SourceKind.PLAN: "Mở kế hoạch",
    SourceKind.SENT: "Mở cả báo cáo",
}
_INSERT = {
    SourceKind.RESULT: ("Chèn kết quả", ""),
    SourceKind.DOCUMENT: ("Chèn trích dẫn", "quote"),
    SourceKind.FIGURE: ("Chèn số liệu", "sigma"),
    SourceKind.SENT: ("Chèn đoạn", ""),
}
_CHANGED = "Đổi sau khi soạn"


class SourcesPane(QScrollArea):
    """`open_asked(Place)`; `insert_asked(Source)`: write it into the text."""

    open_asked = Signal(object)
    insert_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Nguồn của đoạn")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sources(
        self,
        used: Sequence[Used],
        unused: Sequence[Source],
        before: Sequence[Before],
        words: str,
        *,
        writable: bool,
    ) -> None:
        """The sources of a paragraph, those that are not used yet under its heading, what earlier
        reports said there; `words` stand where there is no source.
        """
        state = (tuple(used), tuple(unused), tuple(before), words, writable)
        if state == self._shown:
            return
        self._shown = state
        theme, page = self._theme, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(8))
        if words:
            column.addWidget(label(words, "small", wrap=True))
        for one in used:
            column.addWidget(self._card(one))
        if unused:
            column.addSpacing(theme.px(4))
            column.addWidget(label("Chưa dùng trong mục này", "small"))
        for place, source in enumerate(unused[:_MOST]):
            first = writable and all(s.kind != SourceKind.DOCUMENT for s in unused[:place])
            column.addWidget(self._card(Used(source), insert=writable, keys=first))
        if len(unused) > _MOST:
            rest = f"Còn {len(unused) - _MOST} nguồn khác; Ctrl+K, Ctrl+R, Ctrl+J để tìm."
            column.addWidget(label(rest, "small", wrap=True))
        for report in before:
            column.addSpacing(theme.px(4))
            column.addWidget(label(f"{report.name} viết ở mục này", "small"))
            column.addWidget(self._report_card(report, insert=writable))
        column.addStretch(1)
        self.setWidget(page)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        page = self.widget()
        return (page.findChild(QPushButton) if page is not None else None) or self

    def _card(self, used: Used, *, insert: bool = False, keys: bool = False) -> QWidget:
        theme, frame, source = self._theme, QFrame(), used.source
        frame.setProperty("kind", "changed card" if used.changed else "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(10), theme.px(7), theme.px(10), theme.px(8))
        column.setSpacing(theme.px(2))
        if used.changed:
            column.addWidget(self._mark(_CHANGED))
        column.addWidget(label(source.title, "strong", wrap=True))
        if source.text:
            column.addWidget(label(source.text, wrap=True))
        below = " · ".join(filter(None, (source.below, used.before and f"trước: {used.before}")))
        if below:
            column.addWidget(label(below, "small", wrap=True))
        column.addSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(
            self._insert_button(source, keys=keys) if insert else self._open_button(source)
        )
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _report_card(self, before: Before, *, insert: bool) -> QWidget:
        """An earlier report: each of its paragraphs with the button that inserts it."""
        theme, frame, report = self._theme, QFrame(), before.report
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(10), theme.px(7), theme.px(10), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(label(report.title, "strong", wrap=True))
        column.addWidget(label(report.below, "small", wrap=True))
        column.addWidget(self._open_button(report), 0, Qt.AlignmentFlag.AlignLeft)
        if not before.paragraphs:
            column.addWidget(label("Không có gì ở mục này.", "small", wrap=True))
        for paragraph in before.paragraphs[:_MOST]:
            column.addSpacing(theme.px(4))
            column.addWidget(label(paragraph.text, wrap=True))
            if paragraph.text in before.here:
                column.addWidget(label("Đã có ở mục này", "small"))
            elif insert:
                made = self._insert_button(paragraph, keys=False)
                column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if len(before.paragraphs) > _MOST:
            rest = f"Còn {len(before.paragraphs) - _MOST} đoạn khác; mở cả báo cáo để xem."
            column.addWidget(label(rest, "small", wrap=True))
        return frame

    def _open_button(self, source: Source) -> QPushButton:
        made = button(self._theme, _OPEN[source.kind], kind="row")
        made.setAccessibleName(f"{_OPEN[source.kind]}: {source.title}")
        made.setProperty("place", source.at)
        made.clicked.connect(self._open)
        return made

    def _mark(self, words: str) -> QWidget:
        box, theme = QWidget(), self._theme
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        picture = label("")
        picture.setPixmap(theme.pixmap("refresh-cw", "amb", 13, self.devicePixelRatioF()))
        row.addWidget(picture)
        row.addWidget(label(words, "small amber"))
        row.addStretch(1)
        return box

    def _insert_button(self, source: Source, *, keys: bool) -> QPushButton:
        words, icon = _INSERT[source.kind]
        shown = f"{words}    Ctrl+K" if keys and source.kind is SourceKind.DOCUMENT else words
        made = button(self._theme, shown, icon, kind="row", name=f"{words}: {source.title}")
        made.setProperty("source", source)
        made.clicked.connect(self._insert)
        return made

    def _open(self) -> None:
        place: Place = self.sender().property("place")
        self.open_asked.emit(Place(*place))

    def _insert(self) -> None:
        self.insert_asked.emit(self.sender().property("source"))
