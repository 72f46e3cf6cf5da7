"""A heading of the outline: its number and title, and what it is filled from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import Area, heading_text
from cchc_desktop.domain.report import Content, ReportHeading
from cchc_desktop.domain.report_areas import heading_of_title
from cchc_desktop.services import planning
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import action_button, label
from ui.widgets.field import TextField

_LEVELS = ("Không có đề mục", "Mục I.", "Khoản 1.")
_CONTENTS = (
    (Content.NOTHING, "Không soạn: chỉ đặt tên, hoặc tự viết"),
    (Content.OPENING, "Câu mở đầu"),
    (Content.RESULTS, "Kết quả của các lĩnh vực"),
    (Content.DIFFICULTIES, "Khó khăn, vướng mắc"),
    (Content.NEXT, "Việc còn lại và việc của kỳ sau"),
    (Content.CLOSING, "Câu kết thúc"),
)


class HeadingForm(QScrollArea):
    """Each field is written when it is left."""

    def __init__(self, controller: ProjectController, theme: Theme, keep: QAction) -> None:
        super().__init__()
        self._controller = controller
        self._heading: ReportHeading | None = None
        self._level, self._content = QComboBox(), QComboBox()
        self._level.addItems(_LEVELS)
        self._level.setAccessibleName("Cấp của đề mục")
        self._level.activated.connect(self._write_level)
        for key, words in _CONTENTS:
            self._content.addItem(words, key.value)
        self._content.setAccessibleName("Nội dung được soạn từ")
        self._content.activated.connect(self._write_content)
        self._number = TextField(theme, "Số của đề mục", partial(self._write, "number"), lines=1)
        self._number.setFixedWidth(theme.px(90))
        self._title = TextField(theme, "Tên đề mục", partial(self._write, "title"), lines=1)
        self._areas = TextField(theme, "Nhận lĩnh vực có chữ", self._write_areas, lines=2)
        self._areas.setPlaceholderText("thủ tục hành chính, một cửa; cách nhau bằng dấu phẩy")
        self._fields = {"number": self._number, "title": self._title}
        self._takes = label("", "small", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        for row, (name, widget, alignment) in enumerate(
            (
                ("Cấp", self._level, left),
                ("Số", self._number, left),
                ("Tên đề mục", self._title, Qt.AlignmentFlag(0)),
                ("Nội dung soạn từ", self._content, left),
                ("Nhận lĩnh vực có chữ", self._areas, Qt.AlignmentFlag(0)),
            )
        ):
            grid.addWidget(label(name, "small"), row, 0, top)
            grid.addWidget(widget, row, 1, alignment)
        grid.addWidget(self._takes, 5, 1)
        self.addressed = QCheckBox("Loại báo cáo này có Kính gửi")
        self.addressed.clicked.connect(self._write_addressed)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(16))
        foot.addWidget(self.addressed)
        foot.addWidget(action_button(theme, keep))
        foot.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(12))
        column.addWidget(label("Sửa đề cương của báo cáo này", "page"))
        hint = "Đoạn đã có giữ nguyên chỗ; bản nháp lần sau soạn theo đề cương mới."
        column.addWidget(label(hint, "small", wrap=True))
        column.addLayout(grid)
        column.addLayout(foot)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_heading(
        self, heading: ReportHeading, headings: Sequence[ReportHeading], *, addressed: bool
    ) -> None:
        """A heading as it is now, among all of its report; `addressed`: that has a Kính gửi."""
        other = self._heading is None or self._heading.id != heading.id
        if other:
            self.commit()
        self._heading, writable = heading, self._controller.writable
        self._level.setCurrentIndex(min(heading.level, len(_LEVELS) - 1))
        self._content.setCurrentIndex(self._content.findData(heading.content))
        for key, field in (*self._fields.items(), ("areas", self._areas)):
            value = getattr(heading, key)
            text = value if isinstance(value, str) else ", ".join(value)
            field.setReadOnly(not writable)
            (field.show_other if other else field.show_text)(text)
        self.addressed.setChecked(addressed)
        self.addressed.setEnabled(writable)
        self._level.setEnabled(writable)
        self._content.setEnabled(writable)
        self._number.setEnabled(heading.level > 0)
        self._title.setEnabled(heading.level > 0)
        self._areas.setEnabled(heading.content == Content.RESULTS)
        self._takes.setText(self._taken_words(heading, headings))

    def _taken_words(self, heading: ReportHeading, headings: Sequence[ReportHeading]) -> str:
        """Which areas of the plan go to the heading, and which go nowhere."""
        project, plan = self._controller.project, self._controller.plan
        if project is None or plan is None or heading.content != Content.RESULTS:
            return ""
        areas = [row for row in project.rows(plan) if isinstance(row, Area)]
        feeding = [one for one in headings if one.content == Content.RESULTS]
        goes = [(area, heading_of_title(feeding, area.title)) for area in areas]
        mine = [heading_text(area) for area, to in goes if to is not None and to.id == heading.id]
        stray = [heading_text(area) for area, to in goes if to is None]
        lines = [f"Đang nhận: {'; '.join(mine)}" if mine else "Chưa nhận lĩnh vực nào."]
        if stray:
            lines.append(f"Chưa có mục nhận: {'; '.join(stray)}")
        return "\n".join(lines)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        return self._title if self._title.isEnabled() else self._level

    def commit(self) -> None:
        """Write now what is being typed."""
        for field in (*self._fields.values(), self._areas):
            field.commit()

    def _edit(self, **fields: object) -> bool:
        project, heading = self._controller.project, self._heading
        if project is None or heading is None or not project.holds(heading.id):
            return False
        return self._controller.do(planning.edit, heading.id, **fields)

    def _write(self, key: str, text: str) -> bool:
        return self._edit(**{key: " ".join(text.split())})

    def _write_areas(self, text: str) -> bool:
        words = (" ".join(part.split()) for part in text.replace("\n", ",").split(","))
        return self._edit(areas=tuple(word for word in words if word))

    def _write_addressed(self, due: bool) -> None:
        """Whether the report has a Kính gửi; without one nobody is named there."""
        if self._heading is not None:
            fields = {"addressee_due": True} if due else {"addressee_due": False, "addressee": ""}
            self._controller.do(planning.edit, self._heading.report_id, **fields)

    def _write_level(self, level: int) -> None:
        self._edit(level=level)

    def _write_content(self, place: int) -> None:
        self._edit(content=self._content.itemData(place))
