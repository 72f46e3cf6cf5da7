"""The menu of the files opened last."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.choices import Choices


class RecentMenu(QMenu):
    """Follows the user's choices by itself."""

    chosen = Signal(object)  # Path

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__("Mở &gần đây", parent)
        self._choices = choices
        self.triggered.connect(self._choose)
        # queued: an action of this menu that opens a file must outlive its own signal
        choices.changed.connect(self._fill, Qt.ConnectionType.QueuedConnection)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for place, name in enumerate(self._choices.value.recent, start=1):
            path = Path(name)
            words = f"{path.name}  ·  {path.parent}".replace("&", "&&")
            self.addAction(f"&{place}  {words}").setData(name)
        self.setEnabled(not self.isEmpty())

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(Path(action.data()))
