"""What tests do in the tab Văn bản: keys, files that are dropped; and what they look at."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.project import Project
from ui.register.tab import RegisterTab

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def shown(tab: RegisterTab) -> str:
    """The ids of the documents listed, from above."""
    return "".join(entry.id for entry in tab.model.rows)


def document(project: Project, key: str) -> RegisteredDocument:
    record = project.record(key)
    assert isinstance(record, RegisteredDocument)
    return record


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


def dropped(tab: RegisterTab, place: QPoint, *files: Path) -> bool:
    """Whether the tab takes files that are dropped at a place of it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, action, data, left, Modifier.NoModifier)
    QApplication.sendEvent(tab, entering)
    if entering.isAccepted():
        QApplication.sendEvent(
            tab, QDropEvent(QPointF(place), action, data, left, Modifier.NoModifier)
        )
    return entering.isAccepted()


def row_place(tab: RegisterTab, key: str) -> QPoint:
    """The middle of a document's row, in the tab."""
    index = tab.model.index(tab.model.row_of(key), 0)
    return tab.table.viewport().mapTo(tab, tab.table.visualRect(index).center())
