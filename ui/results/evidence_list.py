"""The documents that are cited for a task or its result, each with its place; one more is cited
from here.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.vietnamese import shortened
from ui.theme import Theme
from ui.widgets.controls import button, label
from ui.widgets.document_chooser import document_words

Cited = tuple[Evidence, RegisteredDocument]
_TITLE = 70  # characters of a trích yếu


class EvidenceList(QWidget):
    """`cite_asked`: one more is wanted; `opened(document_id)`; `dropped(evidence_id)`."""

    cite_asked = Signal()
    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Sequence[Cited], str, bool] | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(2))
        self._cite = button(theme, "Dẫn văn bản…", "link", kind="row", name="Dẫn văn bản")
        self._cite.setToolTip("Dẫn văn bản (Ctrl+K)")
        self._cite.clicked.connect(self.cite_asked)
        foot = QHBoxLayout()
        foot.addWidget(self._cite)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._column)
        column.addLayout(foot)

    def show_evidence(self, cited: Sequence[Cited], task_id: str, *, writable: bool) -> None:
        """What is cited; what is cited for the whole task says so."""
        if self._shown == (cited, task_id, writable):
            return  # the focus stays where it is
        self._shown = cited, task_id, writable
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for evidence, document in cited:
            self._column.addWidget(self._row(evidence, document, task_id, writable))
        self._cite.setVisible(writable)

    def _row(
        self, evidence: Evidence, document: RegisteredDocument, task_id: str, writable: bool
    ) -> QWidget:
        box, name = QWidget(), document_words(document)
        about = "cả nhiệm vụ" if evidence.target_id == task_id else ""
        title = shortened(document.title, _TITLE) if document.code else ""
        open_it = button(self._theme, name, kind="link", name=f"Mở {name}")
        open_it.clicked.connect(partial(self.opened.emit, document.id))
        top = QHBoxLayout()
        top.addWidget(open_it, 1)
        if writable:
            drop = button(self._theme, "", "x", kind="quiet", name=f"Bỏ dẫn {name}")
            drop.clicked.connect(partial(self.dropped.emit, evidence.id))
            top.addWidget(drop)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        below = " · ".join(filter(None, (evidence.locator, about, title)))
        if below:
            words = label(below, "small", wrap=True)
            words.setContentsMargins(0, 0, 0, self._theme.px(6))
            column.addWidget(words)
        return box
