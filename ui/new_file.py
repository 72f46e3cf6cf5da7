"""The one small dialog that begins a file: which year, whose plan, and where it is kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.documents.file_names import project_file_name
from cchc_desktop.domain.errors import CchcError, RefusedProject
from cchc_desktop.domain.plan import YEARS
from ui.file_places import PROJECTS, documents_folder
from ui.theme import Theme
from ui.widgets.controls import button, dialog_foot, label

Create = Callable[[int, str, Path], None]  # year, agency's name, file; raises CchcError


class NewFileDialog(QDialog):
    """Accepted once `create` has made the file; until then it stays and says what hinders."""

    def __init__(self, theme: Theme, create: Create, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._create = create
        self._folder = documents_folder()
        self.setWindowTitle("Tạo tệp mới")
        self.setMinimumWidth(theme.px(560))
        self.year = QSpinBox()
        self.year.setRange(YEARS[0], YEARS[-1])
        self.year.setValue(_year_to_plan(date.today()))
        self.year.setMaximumWidth(theme.px(100))
        self.year.lineEdit().setTextMargins(theme.px(7), 0, 0, 0)  # the style sheet cannot
        self.agency = QLineEdit()
        self.agency.setPlaceholderText("Ví dụ: SỞ NGOẠI VỤ")
        self.place = QLineEdit()
        self.agency.textEdited.connect(self._propose)
        self._problem = label("", "warning", wrap=True)
        self._problem.hide()
        choose = button(theme, "Chọn…", "folder-open", name="Chọn nơi lưu")
        choose.clicked.connect(self._choose_place)
        make = button(theme, "Tạo tệp", kind="primary")
        make.clicked.connect(self._make)
        self._lay_out(theme, choose, make)
        self._propose("")
        self.agency.setFocus()

    def _lay_out(self, theme: Theme, choose: QWidget, make: QPushButton) -> None:
        place = QHBoxLayout()
        place.setSpacing(theme.px(6))
        place.addWidget(self.place, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.setVerticalSpacing(theme.px(8))
        form.setHorizontalSpacing(theme.px(16))
        for words, field in (("&Năm kế hoạch", self.year), ("&Cơ quan", self.agency)):
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        form.addRow("&Lưu ở", place)
        named = form.labelForField(place)
        assert named is not None
        named.setBuddy(self.place)  # type: ignore[attr-defined]
        self.place.setAccessibleName("Lưu ở")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(form)
        note = "Một tệp giữ kế hoạch của mọi năm. Phòng, người ký, nơi nhận khai sau cũng được."
        column.addWidget(label(note, "small", wrap=True))
        column.addWidget(self._problem)
        column.addLayout(dialog_foot(theme, self, make))

    def _propose(self, agency: str) -> None:
        if not self.place.isModified():
            self.place.setText(str(self._folder / project_file_name(self._folder, agency)))

    def _choose_place(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite  # a name that is taken is refused
        name, _ = QFileDialog.getSaveFileName(
            self, "Nơi lưu tệp", self.place.text(), PROJECTS, options=options
        )
        if name:
            self.place.setText(name)
            self.place.setModified(True)

    def _make(self) -> None:
        path = Path(self.place.text().strip())
        try:
            if not path.name:
                raise RefusedProject("Chưa có tên tệp; hãy ghi nơi lưu tệp.")
            if path.suffix.lower() != ".cchc":
                path = path.with_name(path.name + ".cchc")
            self._create(self.year.value(), self.agency.text(), path)
        except CchcError as refusal:
            self._problem.setText(str(refusal))
            self._problem.show()
            return
        self.accept()


def _year_to_plan(today: date) -> int:
    return today.year + (today.month >= 10)  # plans are made in the last quarter
