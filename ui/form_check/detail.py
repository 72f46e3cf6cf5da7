"""One finding in words: what the rule is about, what was found, what should stand there, the
article, how it is mended; and the right form below.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.domain.finding import Finding
from cchc_desktop.services.form_checking import FormCheck
from ui.form_check.example import example_of
from ui.form_check.picture import RightForm
from ui.theme import Theme
from ui.widgets.controls import button, label

_DECREE = ", Nghị định 30/2020/NĐ-CP"
_ROWS = ("Đang là", "Phải là", "Căn cứ", "Vị trí", "Cách sửa")
EXPORT_ANEW = "Xuất lại từ chương trình thì đúng thể thức"


class FindingDetail(QScrollArea):
    """Empty until a finding is shown. The picture has the room that the words leave."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chi tiết của lỗi đang chọn")
        self._title = label("", "page", wrap=True)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self.picture = RightForm(theme)
        self._over_picture = label("Mẫu đúng (văn bản ví dụ)", "small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_ROWS):
            pair = label(name, "second"), label("", wrap=True)
            for column, made in enumerate(pair):
                grid.addWidget(made, place, column, Qt.AlignmentFlag.AlignTop)
            self._rows[name] = pair
        self.jump_button = button(theme, "Đến chỗ này  Enter", "arrow-right", name="Đến chỗ này")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.jump_button, 0, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(*[theme.px(16), theme.px(12)] * 2)
        whole.setSpacing(theme.px(8))
        whole.addLayout(head)
        whole.addLayout(grid)
        whole.addSpacing(theme.px(4))
        whole.addWidget(self._over_picture)
        whole.addWidget(self.picture, 1)
        self.setWidget(page)
        self.show_finding(None, FormCheck(()), in_file=True)

    def show_finding(self, finding: Finding | None, check: FormCheck, *, in_file: bool) -> None:
        """Another finding of a check, or none; `in_file`: it is of a file, not of the project's own
        words.
        """
        example = example_of(finding.rule) if finding else None
        self._title.setText(finding.title if finding else "")
        self.jump_button.setVisible(finding is not None and finding.at is not None)
        rows = _words(finding, _cure(finding, check, in_file=in_file)) if finding else {}
        for name in _ROWS:
            words = rows.get(name, "")
            for made in self._rows[name]:
                made.setVisible(bool(words))
            self._rows[name][1].setText(words)
        self._over_picture.setVisible(example is not None)
        self.picture.show_example(example)


def _words(finding: Finding, cure: str) -> dict[str, str]:
    return {
        "Đang là": finding.found,
        "Phải là": finding.expected,
        "Căn cứ": finding.source + (_DECREE if finding.source.startswith("Phụ lục") else ""),
        "Vị trí": finding.where if finding.where != finding.title else "",
        "Cách sửa": cure,
    }


def _cure(finding: Finding, check: FormCheck, *, in_file: bool) -> str:
    """How it is mended: in the copy, in the program, or by hand."""
    if check.of is None:
        copy = "Bấm “Sửa giúp” để sửa trong một bản sao"
        return copy if finding.mendable else "Người soạn tự sửa trong Word"
    if finding.at is None or nd30().is_of_looks(finding.rule):
        here = EXPORT_ANEW
    else:
        here = f"Sửa tại chỗ trong chương trình{' rồi xuất lại' if in_file else ''}"
    return f"{here}, hoặc bấm “Sửa giúp”" if finding.mendable else here
