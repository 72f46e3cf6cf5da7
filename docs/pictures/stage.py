"""The stage of the pictures: the program with its own folders on a small screen, and a camera."""

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cchc_desktop.preferences import Preferences, save_preferences
from cchc_desktop.settings import Paths
from tests.contrast_themes import contrast_palette
from ui.desktop import Desktop

WIDTH, HEIGHT, TITLE = 1366, 728, 30  # what a taskbar leaves of 1366x768; a title
FOLDER = Path(tempfile.gettempdir()) / "CCHC"  # it is in the pictures: no name of a machine
TODAY = date(2027, 8, 30)
NOW = datetime(2027, 8, 30, 9, 42)
_COLOURS, _KIND = 256, 0xE0E0E0  # of a picture; the bits by which two differ plainly
_PATIENCE = 20_000  # milliseconds


def application() -> QApplication:
    """Qt, drawing in memory on a screen of that size with a caret that does not blink."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    screen = {"name": "small", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = FOLDER / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(FOLDER)
    made = QApplication([])
    made.setStyle("Fusion")
    made.setCursorFlashTime(0)
    return made


class Stage:
    """One window in one look; what it shows is changed by the scenes. The shade is one of the
    preferences, or "contrast".
    """

    def __init__(self, made: QApplication, shade: str, scale: int, out: Path) -> None:
        self.out, self.folder = out, FOLDER / "So-Ngoai-vu"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        own = self.folder / "own"
        paths = Paths(own / "data", own / "config", own / "logs")
        contrast = contrast_palette("night sky") if shade == "contrast" else None
        chosen = Preferences(
            theme="light" if contrast else shade,
            text_scale=scale,
            export_folder=str(self.folder),
        )
        save_preferences(chosen, paths.config)
        self.desktop = Desktop(made, paths, lambda: TODAY, lambda _: contrast)
        self.desktop.begin(None)
        self.window.resize(WIDTH, HEIGHT - TITLE)
        self.settle()

    @property
    def window(self) -> QWidget:
        """The main window."""
        return self.desktop.window

    def close(self) -> None:
        """Let everything go."""
        self.desktop.window.hide()
        self.desktop.window.deleteLater()
        self.desktop.close()
        QTest.qWait(0)

    # Waiting

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        for _ in range(_PATIENCE // 20):
            if holds():
                return
            QTest.qWait(20)
        raise TimeoutError("a scene did not come about")

    def settle(self) -> None:
        """Let the program do what it does a moment later, and its work in the background."""
        QTest.qWait(350)
        self.until(lambda: not self.desktop.runner.busy)
        QTest.qWait(50)

    # The camera

    def shoot(self, name: str) -> None:
        """The window as it is."""
        self.desktop.controller.saved_at = NOW if self.desktop.controller.project else None
        self.desktop.window.refresh_state()
        QTest.qWait(20)
        _keep(self.window.grab(), self.out / f"{name}.png")

    def shoot_before(self, front: QWidget, name: str) -> None:
        """What stands before the window, cut where the screen ends."""
        front.show()
        self.settle()
        picture = QPixmap(WIDTH, HEIGHT)
        picture.fill(self.desktop.theme.colour("head"))
        painter = QPainter(picture)
        whole = QRect(0, TITLE, WIDTH, HEIGHT - TITLE)
        self._paint_title(painter, whole, self.window.windowTitle())
        painter.drawPixmap(whole.topLeft(), self.window.grab())
        if isinstance(front, QDialog):
            place = QRect(QPoint(0, 0), front.size().grownBy(QMargins(0, TITLE, 0, 0)))
            place.moveCenter(picture.rect().center())
            place.adjust(0, TITLE, 0, 0)
            self._paint_title(painter, place, front.windowTitle())
        else:
            place = QRect(front.pos() + QPoint(0, TITLE), front.size())
        painter.drawPixmap(place, front.grab())
        painter.setPen(self.desktop.theme.colour("edge"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        _keep(picture, self.out / f"{name}.png")
        front.close()

    def _paint_title(self, painter: QPainter, place: QRect, words: str) -> None:
        """What the system paints over a dialog."""
        bar = QRect(place.left(), place.top() - TITLE, place.width(), TITLE)
        painter.fillRect(bar, self.desktop.theme.colour("title"))
        painter.setPen(self.desktop.theme.colour("edge"))
        painter.drawRect(bar.adjusted(-1, -1, 0, 0))
        painter.setPen(self.desktop.theme.colour("text"))
        font = QFont(self.desktop.theme.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.drawText(bar.adjusted(12, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _keep(picture: QPixmap, path: Path) -> None:
    """Write a picture with the colours that it needs: text stays crisp and the file small."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _ in counted.most_common()]
    table = colours[: _COLOURS // 2]
    kinds = {colour & _KIND for colour in table}
    for colour in colours[_COLOURS // 2 :]:  # of what is rare, one of each kind
        if colour & _KIND not in kinds and len(table) < _COLOURS:
            table.append(colour)
            kinds.add(colour & _KIND)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(path), "PNG", 0)
