"""Chọn trong sổ…: which document of the register some words mean."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import RegisteredDocument
from ui.widgets.cells import CellArt
from ui.widgets.chooser import Chooser
from ui.widgets.controls import button, label, resize_on_screen
from ui.widgets.tick_list import Offer


class ChoosingDialog(QDialog):
    """Accepted, `chosen` is the id of a document that has a number."""

    def __init__(
        self,
        art: CellArt,
        words: str,
        documents: Sequence[RegisteredDocument],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = art.theme
        self.chosen = ""
        self.setWindowTitle("Chọn trong sổ")
        self.chooser = Chooser(art, "Văn bản trong sổ", "Tìm số, ngày, trích yếu")
        self.chooser.taken.connect(self._take)
        take = button(theme, "Chọn", kind="primary")
        take.setDefault(True)
        take.clicked.connect(self._take_current)
        cancel = button(theme, "Huỷ")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(take)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(label(f"“{words}” là văn bản nào?", "strong", wrap=True))
        column.addWidget(self.chooser, 1)
        hint = "Số và ngày của văn bản được ghi vào sau những chữ này trong câu dán."
        column.addWidget(label(hint, "small", wrap=True))
        column.addLayout(row)
        self.chooser.show_offers([_offer(document) for document in documents if document.number])
        self.chooser.setFocus()
        resize_on_screen(self, theme, 560, 480)

    def _take(self, document_id: str) -> None:
        self.chosen = document_id
        self.accept()

    def _take_current(self) -> None:
        if self.chooser.list.current_id:
            self._take(self.chooser.list.current_id)


def _offer(document: RegisteredDocument) -> Offer:
    title = " · ".join(filter(None, (document.code, date_words(document.issued))))
    below = " · ".join(filter(None, (document.kind, document.title)))
    return Offer(document.id, title, below)
