"""The widths of a table's columns as the user dragged them, kept for the next start."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from ui.choices import Choices
from ui.theme import Theme

_PAUSE = 300  # milliseconds without another width: a drag is one choice


class KeptWidths(QObject):
    """Of the table with this name; widths are pixels at the theme's text scale."""

    def __init__(self, choices: Choices, table: str, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._choices, self._prefix, self._scale = choices, f"{table}.", theme.scale / 100
        stored = choices.value.widths.items()
        mine = ((key, width) for key, width in stored if key.startswith(self._prefix))
        self.chosen = {
            key.removeprefix(self._prefix): round(width * self._scale) for key, width in mine
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.store)

    def keep(self, key: str, width: int) -> None:
        """A column was made that wide."""
        self.chosen[key] = width
        self._pause.start()

    def forget(self) -> None:
        """No column has a width of its own."""
        self.chosen.clear()
        self.store()

    def store(self) -> None:
        """Write them for the next start."""
        self._pause.stop()
        value = self._choices.value
        others = {k: w for k, w in value.widths.items() if not k.startswith(self._prefix)}
        mine = {
            f"{self._prefix}{key}": max(round(width / self._scale), 1)
            for key, width in self.chosen.items()
        }
        self._choices.set(replace(value, widths=others | mine))
