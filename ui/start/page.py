"""The first page: take in a plan, begin a file, open one, or look at the sample."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.files import FileCommands
from ui.start.recent import RecentFiles
from ui.theme import TAB, Theme
from ui.widgets.controls import action_button, button, label

_WIDTH = 760  # pixels at 100 % of the column in the middle
_BUTTON = 212


class StartPage(QScrollArea):
    """Shown while no file is open."""

    def __init__(self, files: FileCommands, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._theme = files, theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons: list[QPushButton] = []
        middle = QWidget()
        middle.setMaximumWidth(theme.px(_WIDTH))
        self._fill(middle)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(*[theme.px(16)] * 4)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.buttons[0])
        files.choices.changed.connect(self.recent.show_files)

    def _fill(self, middle: QWidget) -> None:
        theme, files = self._theme, self._files
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("Bắt đầu", "page"))
        sentence = "Chọn một cách. Tệp nằm trên máy này, không cần mạng, không cần tài khoản."
        column.addWidget(label(sentence, "second", wrap=True))
        column.addSpacing(theme.px(4))
        for icon, title, what, words, act in (
            (
                "file-input",
                "Nhập kế hoạch đã có",
                "Từ tệp Word hoặc Excel của năm trước. Anh chị duyệt lại rồi mới nhận.",
                "Chọn tệp Word, Excel…",
                files.import_plan,
            ),
            (
                "plus",
                "Tạo tệp mới",
                "Khai tên cơ quan, các phòng rồi gõ kế hoạch.",
                "Tạo tệp mới…",
                files.ask_for_new,
            ),
            (
                "folder-open",
                "Mở tệp .cchc",
                "Tệp đã làm ở máy này hay chép từ máy khác.",
                "Mở tệp…",
                files.ask_to_open,
            ),
            (
                "book-open-text",
                "Xem dữ liệu mẫu",
                "Kế hoạch của một Sở giả định, để thử. Lần sau mở lại đúng tệp này.",
                "Mở dữ liệu mẫu",
                files.open_sample,
            ),
        ):
            column.addWidget(self._card(icon, title, what, words, act))
        column.addSpacing(theme.px(4))
        column.addWidget(self._drop_area())
        column.addSpacing(theme.px(8))
        column.addLayout(self._foot())
        column.addStretch(1)

    def _card(
        self, icon: str, title: str, what: str, words: str, act: Callable[[], None]
    ) -> QWidget:
        theme, number = self._theme, len(self.buttons) + 1
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(*[theme.px(16), theme.px(10)] * 2)
        row.setSpacing(theme.px(16))
        drawing = QLabel()
        drawing.setPixmap(theme.pixmap(icon, "text2", 24, self.devicePixelRatioF()))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        head = label(title, "strong")
        head.setFont(theme.font(TAB, bold=True))
        texts.addWidget(head)
        texts.addWidget(label(what, "second", wrap=True))
        choose = button(
            theme, f"{words}    Alt+{number}", kind="" if number > 1 else "primary", name=words
        )
        choose.setFixedWidth(theme.px(_BUTTON))
        choose.setMinimumHeight(theme.px(34))
        choose.setAccessibleDescription(what)
        choose.clicked.connect(lambda _checked=False: act())
        QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(choose.click)
        self.buttons.append(choose)
        row.addWidget(drawing)
        row.addLayout(texts, 1)
        row.addWidget(choose)
        return card

    def _drop_area(self) -> QWidget:
        theme = self._theme
        area = QFrame()
        area.setProperty("kind", "drop")
        area.setFixedHeight(theme.px(56))
        drawing = QLabel()
        drawing.setPixmap(theme.pixmap("inbox", "text2", 18, self.devicePixelRatioF()))
        row = QHBoxLayout(area)
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(drawing)
        row.addWidget(label("hoặc thả tệp .docx, .xlsx, .cchc vào đây", "second"))
        row.addStretch(1)
        return area

    def _foot(self) -> QHBoxLayout:
        theme = self._theme
        self.recent = RecentFiles(self._files, theme)
        self.backups = action_button(
            theme, self._files.backups_action, words="Khôi phục từ bản sao lưu…"
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(40))
        for title, widget in (
            ("Tệp mở gần đây", self.recent),
            ("Tệp hỏng hay lỡ xoá?", self.backups),
        ):
            line = QFrame()
            line.setProperty("kind", "line")
            line.setFixedHeight(1)
            part = QVBoxLayout()
            part.setSpacing(theme.px(6))
            part.addWidget(label(title, "small"))
            part.addWidget(line)
            if widget is self.backups:
                part.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                part.addWidget(widget)
            part.addStretch(1)
            row.addLayout(part, 1)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.buttons[0].setFocus()
