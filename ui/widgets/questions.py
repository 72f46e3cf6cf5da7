"""Small questions with one answer, their buttons in Vietnamese."""

from PySide6.QtWidgets import QInputDialog, QWidget


def question(title: str, words: str, parent: QWidget) -> QInputDialog:
    """The dialog of a question; what kind of answer it takes is the caller's matter."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(words)
    box.setOkButtonText("Nhận")
    box.setCancelButtonText("Huỷ")
    return box


def ask_text(title: str, words: str, parent: QWidget, text: str = "") -> str | None:
    """A line of text, begun with `text`; None when given up."""
    box = question(title, words, parent)
    box.setTextValue(text)
    return box.textValue() if box.exec() else None
