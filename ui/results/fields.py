"""The texts of a result as fields, each written when it is left."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.result import Result
from cchc_desktop.services.names import FIELD_NAMES
from ui.theme import Theme
from ui.widgets.controls import label
from ui.widgets.field import TextField

TEXT, DONE_ON = "text", "done_on"
_DAYS = (DONE_ON, "said_on")
Write = Callable[[str, str], bool]  # a field of `Result` and its words; False: refused


@dataclass(frozen=True, slots=True)
class _Line:
    """A field: how many lines it has at least, its place in the grid, and how wide it is."""

    key: str
    lines: int
    row: int
    column: int = 0
    columns: int = 3
    hint: str = ""


FIRST = (_Line(TEXT, 4, 0, hint="đã làm gì, ban hành văn bản nào"),)
REST = (
    _Line("figures", 1, 0, hint="14/14 thủ tục, đạt 100 %"),
    _Line("difficulty", 1, 1),
    _Line("next_step", 1, 2),
    _Line("said_by", 1, 3, columns=2),
    _Line("said_on", 1, 3, column=2, columns=1, hint="25/6"),
)
DAY = (_Line(DONE_ON, 1, 0, columns=3, hint="25/6; để trống khi chưa xong"),)


class ResultFields(QWidget):
    """Some of the fields; `write` takes what was typed."""

    def __init__(self, theme: Theme, lines: tuple[_Line, ...], write: Write) -> None:
        super().__init__()
        self._write = write
        self.fields: dict[str, TextField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(3))
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for line in lines:
            name = FIELD_NAMES[Result][line.key]
            field = TextField(theme, name, partial(write, line.key), lines=line.lines)
            field.setPlaceholderText(line.hint)
            self.fields[line.key] = field
            title = label(name, "small")
            title.setContentsMargins(0, theme.px(5), 0, 0)
            grid.addWidget(title, 2 * line.row, line.column, 1, line.columns)
            grid.addWidget(field, 2 * line.row + 1, line.column, 1, line.columns)

    def show_result(self, result: Result | None, *, other: bool, writable: bool) -> None:
        """What the result holds; `other`: it is another one than before."""
        for key, field in self.fields.items():
            text: str = getattr(result, key) if result is not None else ""
            show = field.show_other if other else field.show_text
            show(date_words(text) if key in _DAYS else text)
            field.setReadOnly(not writable)

    def commit(self) -> bool:
        """Write what is being typed; False where something was refused and stays."""
        for field in self.fields.values():
            field.commit()
        return not any(field.has_changes for field in self.fields.values())
