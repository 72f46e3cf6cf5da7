"""The register as a table of entries; what is shown and in which order is the tab's matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.register_check import Rule
from cchc_desktop.domain.register_list import Entry
from ui.file_copies import FileCopies
from ui.widgets.controls import tip_words
from ui.widgets.rows_model import Index, RowsModel


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """`width` in pixels at 100 %, 0 for the rest."""

    key: str
    title: str
    width: int = 0


COLUMNS = (
    RegisterColumn("code", "Số, ký hiệu", 142),
    RegisterColumn("issued", "Ngày", 92),
    RegisterColumn("kind", "Loại", 88),
    RegisterColumn("title", "Trích yếu, cơ quan"),
    RegisterColumn("file", "Tệp", 108),
    RegisterColumn("cited", "Được dẫn", 92),
)
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}


def cell_words(entry: Entry, key: str) -> str:
    """What a cell says."""
    match key:
        case "issued":
            return date_words(entry.document.issued)
        case "file":
            return _file_words(entry)
        case "cited":
            return f"{entry.cited} nơi" if entry.cited else "chưa dẫn"
        case "title":
            return entry.document.title or "(chưa ghi trích yếu)"
        case "code":
            return entry.document.code or "chưa có số"
    words: str = getattr(entry.document, key)
    return words


def _file_words(entry: Entry) -> str:
    broken = next((f.mark for f in entry.findings if f.rule == Rule.BROKEN_FILE), "")
    if broken:
        return broken
    count = len(entry.files)
    return "chưa có tệp" if not count else "có tệp" if count == 1 else f"{count} tệp"


class RegisterModel(RowsModel):
    """Rows are dragged out as copies of their files."""

    ENTRY = Qt.ItemDataRole.UserRole + 1

    def __init__(self, copies: FileCopies, parent: QObject | None = None) -> None:
        super().__init__([column.title for column in COLUMNS], parent)
        self._copies = copies
        self.rows: list[Entry]

    def row_of(self, document_id: str) -> int:
        """The row of a document; -1 where it is not shown."""
        return next((n for n, entry in enumerate(self.rows) if entry.id == document_id), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case self.ENTRY:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return cell_words(entry, column.key)
            case Qt.ItemDataRole.ToolTipRole if column.key == "title":
                return tip_words("\n".join(filter(None, (entry.document.title, entry.mark))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {_spoken(entry, column.key)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].files:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        numbers = sorted({index.row() for index in indexes})
        files = [file for number in numbers for file in self.rows[number].files]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self._copies.paths(files)])
        return data


def _spoken(entry: Entry, key: str) -> str:
    document: RegisteredDocument = entry.document
    words = cell_words(entry, key)
    if key == "title":
        return ". ".join(filter(None, (words, document.issuer, entry.mark)))
    return words
