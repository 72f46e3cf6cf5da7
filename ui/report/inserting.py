"""Chèn…: which document, result or figure is written at the caret."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.services.source import Source
from ui.widgets.cells import CellArt
from ui.widgets.chooser import Chooser
from ui.widgets.controls import button, dialog_foot, label, resize_on_screen
from ui.widgets.tick_list import Badge, Offer

_UNUSED = Badge("chưa dùng", "circle-alert", "amb", "ambt")


class InsertDialog(QDialog):
    """Accepted, `chosen` is one of the sources; those not used yet stand first."""

    def __init__(
        self,
        art: CellArt,
        title: str,
        unused: Sequence[Source],
        sources: Sequence[Source],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = art.theme
        self.chosen: Source | None = None
        self._sources = {source.id: source for source in sources}
        self.setWindowTitle(title)
        self.chooser = Chooser(art, title, "Tìm")
        self.chooser.taken.connect(self._take)
        take = button(theme, "Chèn  Enter", kind="primary", name="Chèn")
        take.clicked.connect(self._take_current)
        hint = label("Chèn vào chỗ con trỏ trong đoạn.", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(self.chooser, 1)
        column.addLayout(dialog_foot(theme, self, take, hint))
        waiting = {source.id for source in unused}
        others = [source for source in sources if source.id not in waiting]
        self.chooser.show_offers([_offer(s, unused=s.id in waiting) for s in (*unused, *others)])
        self.chooser.setFocus()
        resize_on_screen(self, theme, 620, 480)

    def _take(self, source_id: str) -> None:
        self.chosen = self._sources[source_id]
        self.accept()

    def _take_current(self) -> None:
        if self.chooser.list.current_id:
            self._take(self.chooser.list.current_id)


def _offer(source: Source, *, unused: bool) -> Offer:
    below = " · ".join(filter(None, (source.text, source.below)))
    return Offer(source.id, source.title, below, badge=_UNUSED if unused else None)
