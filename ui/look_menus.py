"""The menus of text sizes and shades."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import SCALES, Theme

_SHADES = (("system", "Theo Windows"), ("light", "Sáng"), ("dark", "Tối"))


class LookMenus(QObject):
    """`chosen(shade, scale)`: "" or 0 leaves that one as it is; `chosen` is the shade now."""

    chosen = Signal(str, int)

    def __init__(self, theme: Theme, chosen: str, window: QWidget) -> None:
        super().__init__(window)
        sizes, shades = QMenu("Cỡ chữ", window), QMenu("Nền", window)
        for scale in SCALES:
            size = sizes.addAction(f"{scale} %")
            size.setCheckable(True)
            size.setChecked(scale == theme.scale)
            size.setData(("", scale))
        if theme.contrast is not None:
            shades.addAction("Đang dùng chủ đề tương phản của Windows").setEnabled(False)
            shades.addSeparator()
        for shade, words in _SHADES:
            choice = shades.addAction(words)
            choice.setCheckable(True)
            choice.setChecked(shade == chosen)
            choice.setData((shade, 0))
        for menu in (sizes, shades):
            menu.triggered.connect(self._choose)
        self.actions: list[QAction | None] = [sizes.menuAction(), shades.menuAction()]

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(*action.data())
