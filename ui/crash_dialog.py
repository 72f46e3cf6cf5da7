"""The one dialog that a fault of the program shows."""

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.help.about import version
from ui.help.commands import open_folder
from ui.theme import Theme
from ui.widgets.controls import button, label, resize_on_screen


class CrashDialog(QDialog):
    """One plain sentence, the details for whoever can help, and on with the work."""

    def __init__(self, theme: Theme, trace: str, logs: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = f"{environment()}\n\n{trace}"
        self.setWindowTitle("Chương trình gặp lỗi")
        resize_on_screen(self, theme, 600, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(12))
        sentence = (
            "Chương trình gặp một lỗi của chính nó. Những gì đã ghi vẫn còn nguyên trong tệp; "
            "anh chị làm tiếp được. Nếu lỗi lặp lại, hãy gửi chi tiết dưới đây cho người hỗ trợ."
        )
        column.addWidget(label(sentence, wrap=True))
        details = QPlainTextEdit(self._details)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName("Chi tiết lỗi, không có nội dung kế hoạch")
        column.addWidget(details, 1)
        copy = button(theme, "Sao chép chi tiết", "copy")
        copy.clicked.connect(self._copy)
        folder = button(theme, "Mở thư mục nhật ký", "folder-open")
        folder.clicked.connect(lambda: open_folder(logs))
        go_on = button(theme, "Làm tiếp", kind="primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        for made in (copy, folder):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(go_on)
        column.addLayout(row)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def environment() -> str:
    """The versions and the system, in one line each."""
    lines = [
        f"CCHC Desktop {version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    return "\n".join(lines)
