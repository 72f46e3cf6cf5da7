"""Tìm và thay…: which words, by which others, where; how many places there are is told at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.text_search import TextSearch
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.replacing import Cell, Replacing, find
from ui.theme import Theme
from ui.widgets.controls import button, dialog_foot, label

_PAUSE = 150  # milliseconds without a key


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words may be looked for."""

    words: str
    cells: Sequence[Cell]


class ReplaceDialog(QDialog):
    """Accepted, `replacing` is what was found; `last`: the search and the words to begin with."""

    def __init__(
        self,
        contents: Contents,
        plan: Plan,
        scopes: Sequence[Scope],
        last: tuple[TextSearch, str] | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = partial(find, contents, plan)
        self._scopes = scopes
        self.setWindowTitle("Tìm và thay")
        self.setMinimumWidth(theme.px(520))
        self.old, self.new = QLineEdit(), QLineEdit()
        self.new.setPlaceholderText("để trống thì bỏ chữ tìm thấy")
        self.where = QComboBox()
        self.where.addItems([scope.words for scope in scopes])
        self.match_case = QCheckBox("Phân biệt &hoa thường")
        self.whole_words = QCheckBox("Đúng &cả từ")
        self.any_marks = QCheckBox("Không phân biệt &dấu (tinh, tính, tỉnh là một)")
        self._count = label("", "small")
        self._preview = button(theme, "Xem trước", kind="primary")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._show_count)
        self._build(theme)
        if last is not None:
            self._begin_with(*last)
        self._connect()
        self._show_count()

    def _build(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(8))
        for words, field in (
            ("&Tìm", self.old),
            ("Thay &bằng", self.new),
            ("Ở", self.where),
            ("", self.match_case),
            ("", self.whole_words),
            ("", self.any_marks),
        ):
            form.addRow(words, field)
            if words:
                field.setAccessibleName(words.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(form)
        column.addLayout(dialog_foot(theme, self, self._preview, self._count))
        self.old.setFocus()

    def _begin_with(self, search: TextSearch, words: str) -> None:
        self.old.setText(search.words)
        self.old.selectAll()
        self.new.setText(words)
        self.match_case.setChecked(search.match_case)
        self.whole_words.setChecked(search.whole_words)
        self.any_marks.setChecked(search.any_marks)

    def _connect(self) -> None:
        for field in (self.old, self.new):
            field.textChanged.connect(self._soon.start)
        for tick in (self.match_case, self.whole_words, self.any_marks):
            tick.toggled.connect(self._show_count)
        self.where.currentIndexChanged.connect(self._show_count)
        self._preview.clicked.connect(self._go_on)

    @property
    def replacing(self) -> Replacing:
        """What is found as the fields stand now."""
        search = TextSearch(
            self.old.text(),
            self.match_case.isChecked(),
            self.whole_words.isChecked(),
            self.any_marks.isChecked(),
        )
        return self._find(self._scopes[self.where.currentIndex()].cells, search, self.new.text())

    def _show_count(self) -> Replacing:
        self._soon.stop()
        found = self.replacing
        self._count.setText(_count_words(found))
        return found

    def _go_on(self) -> None:
        if self._show_count().hits:
            self.accept()
        else:
            if not self.old.text():
                self._count.setText("Hãy gõ chữ cần tìm")
            self.old.setFocus()


def _count_words(found: Replacing) -> str:
    if found.hits:
        return f"{len(found.hits)} chỗ trong {len(found.texts)} ô"
    if not found.search.words:
        return ""
    same = found.search.words == found.words
    return "Chữ thay giống chữ tìm" if same else "Không thấy chỗ nào"
