"""The left half of the dialog Xuất: what is to be written, in which form, and where to."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.errors import RefusedOutput
from ui.export.request import FORMATS, PLAN, REPORT, ExportRequest
from ui.theme import Theme
from ui.widgets.controls import button, choice, label

_LAYOUTS = (("Cột của kế hoạch", None), ("Mẫu 7 cột", SEVEN), ("Mẫu 6 cột", SIX))


class ExportForm(QWidget):
    """`changed`: something else is wanted than before; `touched`: anything was typed or chosen."""

    changed = Signal()
    touched = Signal()

    def __init__(self, request: ExportRequest, folder: Path, theme: Theme) -> None:
        super().__init__()
        self.request = request
        self._own_name = False  # the name was typed, not proposed
        box, self.what = choice(theme, ("Kế hoạch", "Bảng tiến độ", "Báo cáo"), request.what)
        variants, self.variant = choice(theme, ("Bản giấy", "Bản điện tử"))
        self.format, self.layouts, self.period = QComboBox(), QComboBox(), QComboBox()
        for words, columns in _LAYOUTS:
            self.layouts.addItem(words, columns)
        for period in request.contents.periods(request.plan.year):
            self.period.addItem(period.full_name, period)
            if period == request.asked_period:
                self.period.setCurrentIndex(self.period.count() - 1)
        self.folder, self.name = QLineEdit(str(folder)), QLineEdit()
        self._kinds: dict[QWidget, tuple[int, ...]] = {  # what a field is about
            variants: (PLAN, REPORT),
            self.layouts: (PLAN,),
            self.period: (REPORT,),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(box)
        column.addLayout(
            self._grid(
                theme,
                (
                    ("Kỳ", self.period),
                    ("Dạng tệp", self.format),
                    ("Bản", variants),
                    ("Bảng", self.layouts),
                    ("Thư mục", self._folder_row(theme)),
                    ("Tên tệp", self.name),
                ),
            )
        )
        self.what.idClicked.connect(self._show_what)
        self.variant.idClicked.connect(self._choose)
        self.format.activated.connect(self._choose)
        self.layouts.activated.connect(self._choose)
        self.period.activated.connect(self._choose)
        self.name.textEdited.connect(self._type_name)
        self.folder.textEdited.connect(self.touched)
        self._show_what()

    def _folder_row(self, theme: Theme) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        browse = button(theme, "Chọn…", name="Chọn thư mục")
        browse.clicked.connect(self._browse)
        self.folder.setAccessibleName("Thư mục")
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        return box

    def _grid(self, theme: Theme, rows: tuple[tuple[str, QWidget], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(rows):
            caption = label(name, "small")
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(name)
            if field in self._kinds:
                self._kinds[caption] = self._kinds[field]
        return grid

    # What is chosen

    def _show_what(self) -> None:
        what = self.what.checkedId()
        self.format.clear()
        for words, suffix in FORMATS[what]:
            self.format.addItem(words, suffix)
        for field, kinds in self._kinds.items():
            field.setVisible(what in kinds)
        self._own_name = False
        self._choose()

    def _choose(self) -> None:
        self.request = replace(
            self.request,
            what=self.what.checkedId(),
            suffix=self.format.currentData(),
            electronic=self.variant.checkedId() == 1,
            columns=self.layouts.currentData(),
            period=self.period.currentData(),
        )
        if self._own_name:
            self.name.setText(Path(self.name.text()).stem + self.request.suffix)
        else:
            self.name.setText(self.request.proposed(Path(self.folder.text())).name)
        self.touched.emit()
        self.changed.emit()

    def _type_name(self) -> None:
        self._own_name = True
        self.touched.emit()

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Chọn thư mục", self.folder.text())
        if name:
            self.folder.setText(str(Path(name)))  # with the marks of this system
            self._choose()

    def target(self) -> Path:
        """The file that is to be written; RefusedOutput where that cannot be."""
        typed, name = self.folder.text().strip(), self.name.text().strip()
        if not typed or not Path(typed).is_dir():
            what = f"Không có thư mục {typed}" if typed else "Chưa có thư mục để ghi tệp"
            raise RefusedOutput(f"{what}; hãy chọn thư mục khác.")
        if Path(name).name != name:
            raise RefusedOutput("Tên tệp không được có dấu / hay \\; hãy sửa lại tên.")
        suffix = self.request.suffix
        if not name:
            return self.request.proposed(Path(typed))
        return Path(typed) / (name if name.lower().endswith(suffix) else name + suffix)
