"""All of the current document: its fields to be edited, its files, and where it is cited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.register_list import Entry
from cchc_desktop.services import registering
from cchc_desktop.services.citing import cited_at
from ui.project_controller import ProjectController
from ui.register.link_list import LinkList
from ui.theme import Theme
from ui.widgets.controls import button, label
from ui.widgets.field import TextField

KINDS = (
    "Kế hoạch",
    "Báo cáo",
    "Công văn",
    "Quyết định",
    "Tờ trình",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Nghị quyết",
    "Chỉ thị",
    "Nghị định",
    "Thông tư",
    "Biên bản",
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of a document; `lines` that it shows at least."""

    key: str
    name: str
    hint: str = ""
    lines: int = 1


_LINES = (
    _Line("code", "Số, ký hiệu", "31/KH-SNgV"),
    _Line("issued", "Ngày", "02/04/2027"),
    _Line("kind", "Loại", "Kế hoạch"),
    _Line("title", "Trích yếu", "", 2),
    _Line("issuer", "Cơ quan"),
    _Line("signer", "Người ký"),
    _Line("note", "Ghi chú"),
)


class DetailPane(QScrollArea):
    """Shows one entry; edits go through the controller. `held(document id)`: another one was to be
    shown, but words of this one are refused; `place_asked(task id)`: where it is cited.
    """

    held = Signal(str)
    open_asked = Signal(object)  # Attachment
    attach_asked = Signal()
    cite_asked = Signal()
    place_asked = Signal(str)  # task id

    def __init__(self, controller: ProjectController, theme: Theme) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self._entry: Entry | None = None
        self._tasks: dict[str, str] = {}  # where each link is, by its id
        self._fields: dict[str, TextField] = {}
        self._buttons: list[QPushButton] = []  # that change something
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chi tiết của văn bản đang chọn")
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(*[theme.px(12), theme.px(10)] * 2)
        column.setSpacing(theme.px(4))
        column.addLayout(self._build_fields())
        self._build_files(column)
        self._build_places(column)
        column.addStretch(1)
        self.setWidget(self._page)
        self.show_entry(None)

    # Building

    def _build_fields(self) -> QGridLayout:
        theme, grid = self._theme, QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(_LINES):
            made = TextField(
                theme,
                line.name,
                partial(self._write, line.key),
                lines=line.lines,
                one_line=line.key != "note",
            )
            made.setPlaceholderText(line.hint)
            self._fields[line.key] = made
            name = label(line.name, "small")
            name.setContentsMargins(0, theme.px(5), 0, 0)
            grid.addWidget(name, row, 0, top)
            grid.addWidget(made, row, 1, 1, 1 if line.key == "kind" else 2)
            if line.key == "kind":
                grid.addWidget(self._kind_button(), row, 2, top)
        return grid

    def _kind_button(self) -> QPushButton:
        menu = QMenu(self)
        for kind in KINDS:
            menu.addAction(kind).triggered.connect(partial(self._write_kind, kind))
        made = button(self._theme, "Chọn", kind="row menu", name="Chọn loại văn bản")
        made.setMenu(menu)
        self._buttons.append(made)
        return made

    def _build_files(self, column: QVBoxLayout) -> None:
        self._files = LinkList(self._theme, "Tệp của văn bản")
        self._files.opened.connect(self._open)
        self._files.removed.connect(self._detach)
        self._no_file = label(
            "Chưa có tệp: thả tệp vào dòng văn bản, hoặc đính kèm.", "small", wrap=True
        )
        self._open_button = self._button("Mở", lambda: self._open(self._files.current_id))
        self._detach_button = self._button("Gỡ", lambda: self._detach(self._files.current_id))
        attach = self._button("Đính kèm…", self.attach_asked.emit, "paperclip")
        self._buttons += [attach, self._detach_button]
        row = (attach, self._open_button, self._detach_button)
        self._add_part(column, "Tệp", self._no_file, self._files, row)

    def _build_places(self, column: QVBoxLayout) -> None:
        self._places = LinkList(self._theme, "Những nơi dẫn văn bản")
        self._places.opened.connect(self._go_to_place)
        self._places.removed.connect(self._uncite)
        self._no_place = label("Chưa dẫn ở đâu.", "small", wrap=True)
        self._go_button = self._button(
            "Tới nơi dẫn", lambda: self._go_to_place(self._places.current_id)
        )
        self._uncite_button = self._button("Bỏ dẫn", lambda: self._uncite(self._places.current_id))
        cite = self._button("Dẫn vào…  F4", self.cite_asked.emit, "link")
        self._buttons += [cite, self._uncite_button]
        row = (cite, self._go_button, self._uncite_button)
        self._add_part(column, "Được dẫn ở", self._no_place, self._places, row)

    def _button(self, words: str, act: Callable[[], object], icon: str = "") -> QPushButton:
        made = button(self._theme, words, icon, kind="row")
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _add_part(
        self,
        column: QVBoxLayout,
        title: str,
        empty: QWidget,
        links: LinkList,
        buttons: Sequence[QWidget],
    ) -> None:
        column.addSpacing(self._theme.px(8))
        column.addWidget(label(title, "strong"))
        column.addWidget(empty)
        column.addWidget(links)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        for made in buttons:
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)

    # Showing

    def show_entry(self, entry: Entry | None) -> None:
        """Another document, the same as it is now, or none."""
        before = self._entry
        other = (before.id if before else "") != (entry.id if entry else "")
        if other:
            self.commit()
            if before is not None and self._holds(before):
                self.held.emit(before.id)
                return
        self._entry = entry
        self._page.setVisible(entry is not None)
        for key, field in self._fields.items():
            field.setReadOnly(not self._controller.writable)
            show = field.show_other if other else field.show_text
            show(_shown(entry.document, key) if entry is not None else "")
        self._show_files(entry.files if entry else ())
        self._show_places()
        if not self._controller.writable:
            for made in self._buttons:
                made.setEnabled(False)

    def _holds(self, entry: Entry) -> bool:
        """Whether words of a document that is still there could not be written."""
        project = self._controller.project
        refused = any(field.has_changes for field in self._fields.values())
        return refused and project is not None and project.holds(entry.id)

    def _show_files(self, files: Sequence[Attachment]) -> None:
        self._files.show_links(
            [(file.id, f"{file.name}  ·  {size_words(file.size)}") for file in files]
        )
        self._no_file.setVisible(not files)
        for made in (self._open_button, self._detach_button):
            made.setEnabled(bool(files))

    def _show_places(self) -> None:
        project, entry = self._controller.project, self._entry
        cited = cited_at(project, entry.id) if project and entry and entry.cited else []
        self._tasks = {place.link.id: place.task_id for place in cited}
        self._places.show_links([(place.link.id, place.words) for place in cited])
        self._no_place.setVisible(not cited)
        for made in (self._go_button, self._uncite_button):
            made.setEnabled(bool(cited))

    # Editing

    def edit(self, key: str) -> None:
        """Begin to type in the field of a column."""
        field = self._fields.get(key) or self._fields["code"]
        if key == "cited":
            self._places.setFocus() if self._tasks else self.cite_asked.emit()
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.ensureWidgetVisible(field)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus first."""
        return self._fields["code"]

    def commit(self) -> None:
        """Write what is being typed in a field."""
        for field in self._fields.values():
            field.commit()

    def _write(self, key: str, text: str) -> bool:
        entry = self._entry
        if entry is None:
            return False
        if key == "code":
            written = self._controller.do(registering.number_document, entry.id, text)
        else:
            written = self._controller.do(registering.edit_document, entry.id, **{key: text})
        if written and self._entry is not None:  # as it was understood, also where it is the same
            self._fields[key].show_text(_shown(self._entry.document, key))
        return written

    def _write_kind(self, kind: str) -> None:
        if self._entry is not None:
            self._controller.do(registering.edit_document, self._entry.id, kind=kind)

    # Files and places

    def _open(self, file_id: str) -> None:
        files = self._entry.files if self._entry else ()
        for file in files:
            if file.id == file_id:
                self.open_asked.emit(file)

    def _detach(self, file_id: str) -> None:
        if self._controller.writable and file_id:
            self._controller.do(registering.detach, file_id)

    def _go_to_place(self, link_id: str) -> None:
        if link_id in self._tasks:
            self.place_asked.emit(self._tasks[link_id])

    def _uncite(self, link_id: str) -> None:
        if self._controller.writable and link_id:
            self._controller.do(registering.uncite, link_id)


def size_words(size: int) -> str:
    """Bytes in the words of Windows: "820 KB", "1,4 MB"."""
    if size < 1 << 20:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / (1 << 20):.1f} MB".replace(".", ",")


def _shown(document: RegisteredDocument, key: str) -> str:
    text: str = getattr(document, key)
    return date_words(text) if key == "issued" else text
