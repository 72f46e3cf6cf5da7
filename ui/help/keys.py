"""All keys as a plain list: those of the menus are read from the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.controls import resize_on_screen

Keys = tuple[str, str]  # the key, what it does
IN_TABLES: list[Keys] = [
    ("F2", "Sửa ô đang chọn"),
    ("Enter", "Ghi ô đang sửa"),
    ("Alt+Enter", "Xuống dòng trong ô"),
    ("Esc", "Bỏ phần đang gõ"),
    ("Tab", "Sang ô, nút kế tiếp"),
    ("F6", "Sang phần khác của cửa sổ"),
    ("F8", "Chỗ cần xem kế tiếp"),
    ("Alt+1", "Nhận cách sửa đầu tiên; ở trang Bắt đầu: nút thứ nhất"),
    ("Alt", "Vào thanh lệnh"),
]


class KeysWindow(QDialog):
    """Stays beside the main window while one works."""

    def __init__(self, theme: Theme, of_menus: list[Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Phím tắt")
        resize_on_screen(self, theme, 520, 560)
        keys = [*of_menus, *IN_TABLES]
        table = QTableWidget(len(keys), 2)
        table.setAccessibleName("Phím tắt")
        table.setHorizontalHeaderLabels(["Phím", "Làm gì"])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(30))
        table.setColumnWidth(0, theme.px(150))
        table.setProperty("kind", "list")
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, pair in enumerate(keys):
            for column, words in enumerate(pair):
                table.setItem(row, column, QTableWidgetItem(words))
        table.selectRow(0)
        QVBoxLayout(self).addWidget(table)


def menu_keys(menu: QMenuBar | QMenu) -> list[Keys]:
    """The keys of a menu and of those within it, in their order."""
    found: list[Keys] = []
    for action in menu.actions():
        within = action.menu()
        if isinstance(within, QMenu):
            found += menu_keys(within)
        elif not action.shortcut().isEmpty():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words, _, _step = action.text().partition(":")  # "Hoàn tác: Sửa Thời gian"
            found.append((keys, words.replace("&", "").rstrip("…")))
    return found
