"""One finding in words: what the rule is about, what was found, what should stand there, the
article; and the right form below.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from cchc_desktop.domain.finding import Finding
from ui.form_check.example import example_of
from ui.form_check.picture import RightForm
from ui.theme import Theme
from ui.widgets.controls import label

_DECREE = ", Nghị định 30/2020/NĐ-CP"


class FindingDetail(QFrame):
    """Empty until a finding is shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label("", "page", wrap=True)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self.picture = RightForm(theme)
        self._over_picture = label("Mẫu đúng (văn bản ví dụ)", "small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(("Đang là", "Phải là", "Căn cứ", "Vị trí", "Cách sửa")):
            pair = label(name, "second"), label("", wrap=True)
            for column, made in enumerate(pair):
                grid.addWidget(made, place, column, Qt.AlignmentFlag.AlignTop)
            self._rows[name] = pair
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.px(16), theme.px(12)] * 2)
        whole.setSpacing(theme.px(8))
        whole.addWidget(self._title)
        whole.addLayout(grid)
        whole.addSpacing(theme.px(4))
        whole.addWidget(self._over_picture)
        whole.addWidget(self.picture, 1)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding, or none."""
        example = example_of(finding.rule) if finding else None
        self._title.setText(finding.title if finding else "")
        for name, words in _words(finding).items():
            for made in self._rows[name]:
                made.setVisible(bool(words))
            self._rows[name][1].setText(words)
        self._over_picture.setVisible(example is not None)
        self.picture.show_example(example)


def _words(finding: Finding | None) -> dict[str, str]:
    if finding is None:
        return dict.fromkeys(("Đang là", "Phải là", "Căn cứ", "Vị trí", "Cách sửa"), "")
    return {
        "Đang là": finding.found,
        "Phải là": finding.expected,
        "Căn cứ": finding.source + (_DECREE if finding.source.startswith("Phụ lục") else ""),
        "Vị trí": finding.where if finding.where != finding.title else "",
        "Cách sửa": "Bấm “Sửa giúp” để sửa trong một bản sao"
        if finding.mendable
        else "Người soạn tự sửa trong Word",
    }
