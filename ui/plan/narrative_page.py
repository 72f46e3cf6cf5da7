"""The narrative beside the table: the document's own head and foot, and its sections in order."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Section, new_id
from cchc_desktop.services import planning
from ui.plan.section_model import SectionModel
from ui.project_controller import ProjectController
from ui.theme import Theme
from ui.widgets.controls import action_button, label
from ui.widgets.field import TextField
from ui.widgets.tab import Tab

_LARGE = 150  # the text scale from which pictures stand for words
_LEVELS = ("Không có đề mục", "Mục I.", "Khoản 1.", "Dưới khoản")


class NarrativePage(QWidget):
    """The list of sections at the left, the chosen one to be written at the right: its fields are
    made when they are first shown, the table comes first.
    """

    def __init__(self, controller: ProjectController, theme: Theme, tab: Tab) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self._section: Section | None = None  # the one shown
        self._row = 0  # where it stands
        self.model = SectionModel(controller, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setObjectName("sectionList")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Các mục của kế hoạch")
        self.add = tab.action("Thêm mục", "", "plus", self.add_section)
        self.remove = tab.action("Xoá mục", "", "trash-2", self.remove_section)
        self.up = tab.action("Chuyển mục lên", "", "arrow-up", self.move_up)
        self.down = tab.action("Chuyển mục xuống", "", "arrow-down", self.move_down)
        self._fields: dict[str, TextField] = {}
        split = QSplitter(Qt.Orientation.Horizontal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self._pages = QStackedWidget()
        split.addWidget(self._build_left())
        split.addWidget(self._pages)
        split.setSizes([theme.px(380), theme.px(980)])
        self.list.selectionModel().currentChanged.connect(self._show)
        self.model.modelReset.connect(self._reset)
        self.model.dataChanged.connect(self._fill)
        self._reset()

    @property
    def actions_of_sections(self) -> list[QAction | None]:
        """For the menus."""
        return [self.add, self.remove, self.up, self.down]

    def _build_left(self) -> QWidget:
        box, theme = QWidget(), self._theme
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        foot.setSpacing(theme.px(6))
        foot.addWidget(action_button(theme, self.add, kind="row"))
        for action, words in ((self.up, "Lên"), (self.down, "Xuống"), (self.remove, "Xoá")):
            shown = words if theme.scale < _LARGE else ""
            foot.addWidget(action_button(theme, action, kind="row", words=shown))
        foot.addStretch(1)
        column.addLayout(foot)
        return box

    def _furnish(self) -> None:
        if not self._fields:
            from ui.plan.head_form import HeadForm

            self.head = HeadForm(self._controller, self._theme)
            self._pages.addWidget(self.head)
            self._pages.addWidget(self._build_editor())
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        self._furnish()
        super().showEvent(event)

    def _build_editor(self) -> QWidget:
        box, theme = QWidget(), self._theme
        column = QVBoxLayout(box)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._level = QComboBox()
        self._level.addItems(_LEVELS)
        self._level.setAccessibleName("Cấp của đề mục")
        self._level.activated.connect(self._write_level)
        self._number = TextField(theme, "Số của đề mục", partial(self._write, "number"), lines=1)
        self._number.setFixedWidth(theme.px(90))
        self._title = TextField(theme, "Tên đề mục", partial(self._write, "title"), lines=1)
        self._body = TextField(theme, "Nội dung", partial(self._write, "body"), grows=False)
        self._body.setFont(theme.font(15))
        self._fields = {"number": self._number, "title": self._title, "body": self._body}
        top = QHBoxLayout()
        for name, widget, stretch in (
            ("Cấp", self._level, 0),
            ("Số", self._number, 0),
            ("Tên đề mục", self._title, 1),
        ):
            pair = QVBoxLayout()
            pair.addWidget(label(name, "small"))
            pair.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
            top.addLayout(pair, stretch)
        column.addLayout(top)
        what = "Nội dung: mỗi dòng là một đoạn, dấu a), -, 1. gõ như trong văn bản"
        column.addWidget(label(what, "small", wrap=True))
        column.addWidget(self._body, 1)
        return box

    # What is shown

    def _reset(self) -> None:
        """The section shown is found again; where it is gone, the one in its place."""
        self.list.setCurrentIndex(self.model.index(self._row_to_show()))
        self._show()

    def _row_to_show(self) -> int:
        section, plan = self._section, self._controller.plan
        if section is None or plan is None or section.plan_id != plan.id:
            return 0
        row = self.model.row_of(section.id)
        return min(self._row, len(self.model.sections)) if row is None else row

    def holds(self, section_id: str) -> bool:
        """Whether a section stands here."""
        return self.model.row_of(section_id) is not None

    def go_to(self, place: Place) -> None:
        """Choose a section and a line of its field, or the document's head and its field."""
        self._furnish()
        row = self.model.row_of(place.record_id) or 0
        self.list.setCurrentIndex(self.model.index(row))
        if not row:
            self.head.go_to(place.column)
        elif place.column in self._fields:
            self._fields[place.column].go_to_line(place.line)

    def commit(self) -> None:
        """Write now what is being typed."""
        if self._fields:
            for field in self._fields.values():
                field.commit()
            self.head.commit()

    def _show(self) -> None:
        """The section that was chosen; one whose words are refused stays."""
        self.commit()
        refused = any(field.has_changes for field in self._fields.values())
        row = self.model.row_of(self._section.id) if refused and self._section else None
        if row is None or row == self.list.currentIndex().row():
            self._fill()
        else:
            QTimer.singleShot(0, self, partial(self.list.setCurrentIndex, self.model.index(row)))

    def _fill(self) -> None:
        self._row = max(self.list.currentIndex().row(), 0)
        section = self.model.section(self._row)
        other = self._section is None or section is None or self._section.id != section.id
        self._section = section
        writable = self._controller.writable and self._controller.plan is not None
        for action in (self.remove, self.up, self.down):
            action.setEnabled(writable and section is not None)
        self.add.setEnabled(writable)
        self._pages.setCurrentIndex(0 if section is None else 1)
        if section is None or not self._fields:
            return
        self._level.setCurrentIndex(min(section.level, len(_LEVELS) - 1))
        self._level.setEnabled(writable)
        for key, field in self._fields.items():
            field.setReadOnly(not writable)
            show = field.show_other if other else field.show_text
            show(getattr(section, key))
        self._number.setEnabled(section.level > 0)
        self._title.setEnabled(section.level > 0)

    # What is written

    def _write(self, key: str, text: str) -> bool:
        section = self._section
        if section is None or self.model.row_of(section.id) is None:
            return False
        return self._controller.do(planning.edit, section.id, **{key: text})

    def _write_level(self, level: int) -> None:
        if self._section is not None:
            self._controller.do(planning.edit, self._section.id, level=level)

    def add_section(self) -> None:
        """A new section behind the chosen one, of its level."""
        plan = self._controller.plan
        if plan is None:
            return
        self._furnish()
        self.commit()
        row = self.list.currentIndex().row()
        after = self.model.section(row)
        new = Section(new_id(), plan.id, 0, after.level if after and after.level else 1)
        below = self.model.section(row + 1)
        if self._controller.do(planning.insert, plan, [new], below.id if below else None):
            self.list.setCurrentIndex(self.model.index(row + 1))
            self._title.setFocus()

    def remove_section(self) -> None:
        """The chosen section away, with what is being typed in it: undo brings both back."""
        self.commit()
        if self._section is not None:
            self._controller.do(planning.delete, [self._section.id])

    def move_up(self) -> None:
        """The chosen section past the one above."""
        self._move(-1)

    def move_down(self) -> None:
        """The chosen section past the one below."""
        self._move(2)

    def _move(self, by: int) -> None:
        self.commit()
        section, row = self._section, self.list.currentIndex().row()
        if section is None or row + by < 1 or (by > 0 and self.model.section(row + 1) is None):
            return
        before = self.model.section(row + by)
        self._controller.do(planning.move, [section.id], before.id if before else None)
