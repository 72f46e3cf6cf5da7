"""The user's choices for the program itself while it runs: read once, stored when they change."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.preferences import Preferences, load_preferences, save_preferences


class Choices(QObject):
    """`value` is what is chosen now."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.value = load_preferences(folder)

    def set(self, preferences: Preferences) -> None:
        """Choose, and remember it for the next start."""
        if preferences != self.value:
            self.value = preferences
            save_preferences(preferences, self._folder)
            self.changed.emit()
