"""The form of any Word file held against Nghị định 30/2020: what was found, over the tabs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from cchc_desktop.domain.finding import Finding
from ui.theme import Theme
from ui.widgets.cells import CellArt
from ui.widgets.controls import label
from ui.widgets.cover import CoverPage
from ui.widgets.findings import FindingsPanel

_EMPTY = "Đúng thể thức Nghị định 30/2020/NĐ-CP: không có chỗ nào phải sửa."


class FormCheckPage(CoverPage):
    """The findings of one file; the file itself is not touched."""

    def __init__(self, path: Path, findings: Sequence[Finding], theme: Theme) -> None:
        super().__init__()
        against = label(f"{path.name} · đối chiếu Nghị định 30/2020/NĐ-CP", "small")
        head = self.build_head(theme, "Kiểm tra thể thức", "Đóng trang kiểm tra", against)
        line = QFrame()
        line.setProperty("kind", "line")
        panel = FindingsPanel(theme, CellArt(theme), cures=_no_cures, empty=_EMPTY)
        panel.show_findings(findings)
        self.setFocusProxy(panel.list)
        for key, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self, partial(panel.go, step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(panel, 1)


def _no_cures(finding: Finding) -> tuple[()]:
    """The file is somebody's: it is mended where it was written."""
    return ()
