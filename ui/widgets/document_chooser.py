"""Which document of the register is meant, and where asked for, which place in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.vietnamese import shortened
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.chooser import Chooser
from ui.widgets.controls import button, dialog_foot, label, resize_on_screen
from ui.widgets.tick_list import Offer

_TITLE = 90  # characters of a trích yếu
_NONE = "Sổ văn bản còn trống; hãy thêm văn bản ở trang Văn bản trước."


def document_words(document: RegisteredDocument) -> str:
    """ "Kế hoạch 178/KH-SNgV, 28/02/2021"."""
    name = f"{document.kind} {document.code}".strip() or shortened(document.title, _TITLE)
    return ", ".join(filter(None, (name, date_words(document.issued))))


def _offer(document: RegisteredDocument) -> Offer:
    named = " · ".join(filter(None, (document.code, date_words(document.issued))))
    below = " · ".join(filter(None, (document.kind, document.title)))
    return Offer(document.id, named or document.title or document.kind, below, also=document.issuer)


def choose_document(
    documents: Sequence[RegisteredDocument], theme: Theme, parent: QWidget
) -> tuple[str, str] | None:
    """The id of a document that is to be cited, and mục, trang in it; None when given up."""
    dialog = DocumentChooser(documents, theme, parent, locator=True)
    chosen = dialog.choice if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class DocumentChooser(QDialog):
    """Accepted, `choice` is the id of a document, and mục, trang. `question` stands over the list,
    `hint` under it.
    """

    def __init__(
        self,
        documents: Sequence[RegisteredDocument],
        theme: Theme,
        parent: QWidget,
        *,
        title: str = "Dẫn văn bản",
        take: str = "Dẫn",
        question: str = "",
        hint: str = "",
        locator: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chooser = Chooser(
            CellArt(theme), "Các văn bản trong sổ", "Tìm số, ngày, trích yếu", _NONE
        )
        self.chooser.taken.connect(self.accept)
        self.chooser.list.current_changed.connect(self._offer_to_take)
        self.locator = QLineEdit()
        self.locator.setAccessibleName("Mục, trang")
        self.locator.setPlaceholderText("mục II.1, trang 3; để trống nếu là cả văn bản")
        self._take = button(theme, take, kind="primary")
        self._take.clicked.connect(self.accept)
        below: list[QWidget] = [label(hint, "small", wrap=True)] if hint else []
        below += [label("Mục, trang", "small"), self.locator] if locator else []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(8))
        if question:
            column.addWidget(label(question, "strong", wrap=True))
        column.addWidget(self.chooser, 1)
        for widget in below:
            column.addWidget(widget)
        column.addLayout(dialog_foot(theme, self, self._take))
        self.chooser.show_offers([_offer(document) for document in documents])
        self._offer_to_take()
        self.chooser.setFocus()
        resize_on_screen(self, theme, 640, 480)

    @property
    def choice(self) -> tuple[str, str]:
        """The chosen document's id, and mục, trang."""
        return self.chooser.list.current_id, self.locator.text().strip()

    def accept(self, _chosen: str | bool = "") -> None:
        """Take the current document; without one the dialog stays."""
        if self.chooser.list.current_id:
            super().accept()

    def _offer_to_take(self, _current: str = "") -> None:
        self._take.setEnabled(bool(self.chooser.list.current_id))
