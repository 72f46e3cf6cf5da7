"""Dẫn vào…: which tasks and results a document is evidence of, with mục, trang of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.services.citing import Target
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.chooser import Chooser
from ui.widgets.controls import button, dialog_foot, label, resize_on_screen
from ui.widgets.tick_list import Badge, Offer

_CITED = Badge("đang dẫn", "link", "gry", "gryt")


class CitingDialog(QDialog):
    """Accepted, `places` are those chosen: by the target's id mục, trang and a note."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        targets: Sequence[Target],
        places: Mapping[str, tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._targets, self._before = theme, targets, places
        self.places = dict(places)
        self.setWindowTitle(f"Dẫn {name} vào…")
        self.chooser = Chooser(CellArt(theme), "Nhiệm vụ và kết quả", "Tìm nhiệm vụ, kết quả")
        self.locator, self.note = QLineEdit(), QLineEdit()
        self.locator.setPlaceholderText("Mục II.1, trang 3")
        self._take = button(theme, "Nhận  Ctrl+Enter", kind="primary", name="Nhận")
        self._build()
        self._connect()
        self._show_offers()
        self._show_place()
        resize_on_screen(self, theme, 640, 560)

    def _build(self) -> None:
        theme = self._theme
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        for words, field in (("&Mục, trang", self.locator), ("&Ghi chú", self.note)):
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        self._count = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(self.chooser, 1)
        column.addLayout(form)
        hint = "Enter hoặc phím cách để chọn một dòng; mục, trang ghi cho dòng đang đứng."
        column.addWidget(label(hint, "small", wrap=True))
        column.addLayout(dialog_foot(theme, self, self._take, self._count))
        self.chooser.setFocus()

    def _connect(self) -> None:
        self._take.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.chooser.list.turned.connect(self._turn)
        self.chooser.taken.connect(self._turn_and_go_on)
        self.chooser.list.current_changed.connect(self._show_place)
        self.locator.textEdited.connect(self._write_place)
        self.note.textEdited.connect(self._write_place)

    def _show_offers(self) -> None:
        self.chooser.show_offers(
            [
                Offer(
                    target.id,
                    target.title,
                    target.below,
                    target.id in self.places,
                    _CITED if target.id in self._before else None,
                )
                for target in self._targets
            ]
        )
        self._count.setText(f"{len(self.places)} nơi được chọn")

    def _turn(self, target_id: str) -> None:
        if target_id in self.places:
            del self.places[target_id]
        else:
            self.places[target_id] = self._before.get(target_id, ("", ""))
        self._show_offers()
        self._show_place()

    def _turn_and_go_on(self, target_id: str) -> None:
        """Chosen by Enter: mục, trang come next."""
        self._turn(target_id)
        if target_id in self.places:
            self.locator.setFocus()

    def _show_place(self) -> None:
        current = self.chooser.list.current_id
        locator, note = self.places.get(current, ("", ""))
        for field, words in ((self.locator, locator), (self.note, note)):
            field.setEnabled(current in self.places)
            if field.text() != words:
                field.setText(words)

    def _write_place(self) -> None:
        self.places[self.chooser.list.current_id] = self.locator.text(), self.note.text()
