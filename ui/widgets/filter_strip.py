"""Over the filtered table: what it is filtered by, how many tasks are left, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import Theme
from ui.widgets.controls import button, tip_words, when_escaped
from ui.widgets.cut_label import CutLabel


class FilterStrip(QWidget):
    """Hidden while nothing is filtered."""

    again_asked = Signal()  # as the filter is, on the rows as they are
    save_asked = Signal()
    end_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filterStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        icon = QLabel()
        icon.setPixmap(theme.pixmap("list-filter", "tintfg", 16, self.devicePixelRatioF()))
        self._words = CutLabel()
        self._again = button(theme, "Lọc lại", kind="link")
        self._save = button(theme, "Lưu bộ lọc…", kind="link")
        self._end = button(theme, "Bỏ lọc", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(12))
        row.addWidget(icon)
        row.addWidget(self._words, 1)
        row.addSpacing(theme.px(8))
        for made, asked in (
            (self._again, self.again_asked),
            (self._save, self.save_asked),
            (self._end, self.end_asked),
        ):
            made.clicked.connect(asked)
            when_escaped(made, self.end_asked.emit)
            row.addWidget(made)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, words: str, *, outdated: bool, saved: bool) -> None:
        """`outdated`: the filter would leave other rows, applied anew; `saved`: it has a name."""
        self._words.setText(words)
        self._words.setToolTip(tip_words(words))
        self._again.setVisible(outdated)
        self._save.setVisible(not saved)
        self.show()
