"""Which document of the register is cited, and where in it: a list that is searched."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.vietnamese import fold, shortened
from ui.theme import Theme
from ui.widgets.controls import button, label, resize_on_screen
from ui.widgets.list_model import ListModel

_TITLE = 90  # characters of a trích yếu
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def document_words(document: RegisteredDocument) -> str:
    """ "Kế hoạch 178/KH-SNgV, 28/02/2021"."""
    name = f"{document.kind} {document.code}".strip() or shortened(document.title, _TITLE)
    return ", ".join(filter(None, (name, date_words(document.issued))))


def _line(document: RegisteredDocument) -> str:
    title = shortened(document.title, _TITLE) if document.code else ""
    return " · ".join(filter(None, (document_words(document), title)))


def choose_document(
    documents: Sequence[RegisteredDocument], theme: Theme, parent: QWidget
) -> tuple[str, str] | None:
    """The id of a document of these and mục, trang in it; None when given up."""
    dialog = DocumentChooser(documents, theme, parent)
    return dialog.choice if dialog.exec() else None


class DocumentChooser(QDialog):
    """Words are searched for without regard to diacritics, in any order."""

    def __init__(
        self, documents: Sequence[RegisteredDocument], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dẫn văn bản")
        self._documents = [(fold(f"{_line(d)} {d.title} {d.issuer}"), d) for d in documents]
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm số, ký hiệu, ngày, trích yếu; không cần gõ dấu")
        self.search.setAccessibleName("Tìm văn bản, không cần gõ dấu")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self._model = ListModel(_line, _line, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName("Các văn bản trong sổ")
        self.list.setProperty("kind", "choice")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self.accept)
        self._empty = label("", "small", wrap=True)
        self.locator = QLineEdit()
        self.locator.setAccessibleName("Mục, trang")
        self.locator.setPlaceholderText("mục II.1, trang 3; để trống nếu là cả văn bản")
        self._take = button(theme, "Dẫn", kind="primary")
        self._take.setDefault(True)
        self._take.clicked.connect(self.accept)
        cancel = button(theme, "Huỷ")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._take)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(6))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addWidget(label("Mục, trang", "small"))
        column.addWidget(self.locator)
        column.addLayout(row)
        resize_on_screen(self, theme, 640, 440)
        self._show()

    @property
    def choice(self) -> tuple[str, str]:
        """The chosen document's id, and mục, trang."""
        document: RegisteredDocument = self.list.currentIndex().data(ListModel.ITEM)
        return document.id, self.locator.text().strip()

    def accept(self, _index: QModelIndex | None = None) -> None:
        if self.list.currentIndex().isValid():
            super().accept()

    def _show(self) -> None:
        wanted = fold(self.search.text()).split()
        found = [d for words, d in self._documents if all(word in words for word in wanted)]
        self._model.show(found)
        self.list.setCurrentIndex(self._model.index(0))
        self._take.setEnabled(bool(found))
        self._empty.setVisible(not found)
        self._empty.setText(
            "Không có văn bản nào khớp với chữ tìm."
            if self._documents
            else "Sổ văn bản còn trống; hãy thêm văn bản ở trang Văn bản trước."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The search keeps the letters, the list gets the arrows."""
        if event.key() in _TO_LIST and self.search.hasFocus():
            self.list.setFocus()
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
