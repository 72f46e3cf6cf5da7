"""The first page: take in a plan, begin a file, open one, or look at the sample."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.files import FileCommands
from ui.theme import Theme
from ui.widgets.controls import action_button, label


class StartPage(QWidget):
    """Shown while no file is open."""

    def __init__(self, files: FileCommands, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addWidget(label("Bắt đầu", "page"))
        for action in (files.new_action, files.open_action, files.sample_action):
            column.addWidget(action_button(theme, action))
        column.addStretch(1)
