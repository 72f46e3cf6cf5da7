"""Buttons, labels and rows as the look wants them, made in one call each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.theme import Theme


class _Button(QPushButton):
    """Enter does what the focus is on, also beside a dialog's default; a pressed choice has its
    effect already and leaves Enter to the dialog.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isCheckable():
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    theme: Theme,
    words: str,
    icon: str = "",
    *,
    kind: str = "",
    name: str = "",
    checkable: bool = False,
) -> QPushButton:
    """A push button; `kind` as in look.qss; `name` is what a screen reader says."""
    made = _Button(beside_icon(words) if icon else words.replace("&", "&&"))
    made.setProperty("kind", kind)
    if icon:
        role = "fillfg" if kind == "primary" else "text"
        made.setIcon(theme.toggle_icon(icon) if checkable else theme.icon(icon, role))
        made.setIconSize(QSize(theme.px(16), theme.px(16)))
    made.setCheckable(checkable)
    made.setAccessibleName(name or words)
    if name and not words:
        made.setToolTip(tip_words(name))
    made.setAutoDefault(False)
    return made


def action_button(
    theme: Theme, action: QAction, *, kind: str = "", words: str | None = None
) -> QPushButton:
    """A button that runs an action and follows its state and its name."""
    made = button(
        theme, words if words is not None else action.text(), kind=kind, name=action.text()
    )
    icon = action.property("icon_name")
    if kind == "primary":
        made.setIcon(theme.icon(icon, "fillfg"))
    elif action.isCheckable() and icon:
        made.setIcon(theme.toggle_icon(icon))
    else:
        made.setIcon(action.icon())
    if not action.icon().isNull():
        made.setText(beside_icon(made.text()))
    made.setIconSize(QSize(theme.px(16), theme.px(16)))
    made.setCheckable(action.isCheckable())
    keys = action.shortcut().toString()

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setChecked(action.isChecked())
        made.setAccessibleName(action.text())
        made.setToolTip(f"{action.text()} ({keys})" if keys else action.text())

    action.changed.connect(follow)
    made.clicked.connect(action.trigger)
    follow()
    return made


def when_escaped(field: QWidget, act: Callable[[], None]) -> None:
    """What Esc does while a field has the focus."""
    when_pressed("Esc", field, act)


def when_pressed(keys: str, control: QWidget, act: Callable[[], None]) -> None:
    """What keys do while a control has the focus."""
    shortcut = QShortcut(QKeySequence(keys), control)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)


def beside_icon(words: str) -> str:
    """Words with a gap to the picture before them; style sheets know no such gap."""
    return f" {words.strip()}" if words.strip() else ""


def choice(theme: Theme, words: Sequence[str], chosen: int = 0) -> tuple[QWidget, QButtonGroup]:
    """Buttons joined in a row, one of which is pressed; the group's ids are the places."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    group = QButtonGroup(box)
    for place, text in enumerate(words):
        kind = "left" if place == 0 else "right" if place == len(words) - 1 else "middle"
        made = button(theme, text, kind=kind, checkable=True)
        made.setChecked(place == chosen)
        group.addButton(made, place)
        row.addWidget(made)
    return box, group


def label(words: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    """A text that is never taken for markup; `kind` as in look.qss."""
    made = QLabel()
    made.setTextFormat(made.textFormat().PlainText)
    made.setText(words)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def tip_words(words: str) -> str:
    """What a tip says, as it is: Qt takes words with tags for markup, and would fetch the pictures
    that a document from elsewhere names.
    """
    return RichText.convertFromPlainText(words) if RichText.mightBeRichText(words) else words


def show_kind(widget: QWidget, kind: str) -> None:
    """Another kind of look.qss for a widget that is on the screen already."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def key_hint(theme: Theme, key: str, words: str) -> QWidget:
    """A key's cap and what the key does, for the status bar."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, theme.px(8), 0)
    row.setSpacing(theme.px(4))
    middle = Qt.AlignmentFlag.AlignVCenter
    row.addWidget(label(key, "key"), 0, middle)
    row.addWidget(label(words, "small"), 0, middle)
    return box


def resize_on_screen(window: QWidget, theme: Theme, width: int, height: int) -> None:
    """A dialog's size in pixels at 100 %, never larger than the screen leaves room for."""
    room = window.screen().availableGeometry()
    frame = theme.px(16), 40 + theme.px(16)  # what the system draws around it
    window.resize(
        min(theme.px(width), room.width() - frame[0]),
        min(theme.px(height), room.height() - frame[1]),
    )


def dialog_foot(
    theme: Theme,
    dialog: QDialog,
    take: QPushButton,
    beside: QWidget | None = None,
    *,
    cancel_name: str = "",
) -> QHBoxLayout:
    """The last row of a dialog: the button that Enter presses and the way out, at the left what is
    `beside` them.
    """
    cancel = button(theme, "Huỷ", name=cancel_name)
    cancel.clicked.connect(dialog.reject)
    take.setDefault(True)
    row = QHBoxLayout()
    if beside is not None:
        row.addWidget(beside)
    row.addStretch(1)
    row.addWidget(take)
    row.addWidget(cancel)
    return row


def upright(theme: Theme) -> QFrame:
    """A thin line between groups of a toolbar."""
    line = QFrame()
    line.setProperty("kind", "upright")
    line.setFixedSize(1, theme.px(24))
    return line


def head_row(box: QWidget, theme: Theme) -> QHBoxLayout:
    """Make a widget the head of a pane or of a page; what stands in it goes into the row."""
    box.setObjectName("paneHead")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box.setFixedHeight(theme.px(34))
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
    row.setSpacing(theme.px(8))
    return row


def tool_row(theme: Theme) -> tuple[QWidget, QHBoxLayout]:
    """The toolbar of a tab."""
    box = QWidget()
    box.setObjectName("toolRow")
    box.setFixedHeight(theme.px(40))
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
    row.setSpacing(theme.px(8))
    return box, row


def icon_button(theme: Theme, action: QAction) -> QToolButton:
    """A small flat button with a picture only; a screen reader says the action's words."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setAutoRaise(True)
    made.setIconSize(QSize(theme.px(16), theme.px(16)))
    made.setFixedSize(theme.px(34), theme.px(30))
    made.setAccessibleName(action.text())
    return made
