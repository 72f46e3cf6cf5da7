"""Which version this is, and under which licences its parts are shipped."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

import resources
from ui.theme import Theme
from ui.widgets.controls import button, label, resize_on_screen

PROGRAM = "cchc-desktop"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)[^;]*(;.*)?$")
_QT = (
    "Qt và PySide6 được dùng theo giấy phép LGPL-3.0: nối động, không sửa; ai cũng có thể thay "
    "bằng bản Qt khác cùng phiên bản. Mã nguồn: code.qt.io."
)


class AboutDialog(QDialog):
    """The program's name and version, then one line a part, then the texts of the licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu CCHC Desktop")
        resize_on_screen(self, theme, 640, 520)
        text = QPlainTextEdit(licences())
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName("Các phần kèm theo và giấy phép")
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = button(theme, "Đóng")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(label(f"CCHC Desktop {version()}", "page"))
        what = "Kế hoạch cải cách hành chính của một sở. Chạy trên máy này, không cần mạng."
        column.addWidget(label(what, "small", wrap=True))
        column.addWidget(text, 1)
        column.addLayout(row)
        close.setFocus()


def version() -> str:
    """The program's version; "" where it runs without being installed."""
    found = _found(PROGRAM)
    return found.version if found else ""


def licences() -> str:
    """Every part that is shipped with its licence, and the texts of the licences."""
    parts = shipped_parts()
    lines = [f"Python {sys.version.split()[0]}: PSF-2.0"]
    lines += [f"{part.name} {part.version}: {_licence_of(part)}" for part in parts]
    lines += ["Lucide (hình nút lệnh): ISC", "SQLite: thuộc phạm vi công cộng", "", _QT]
    icons = resources.text("icons/LICENSE")
    texts = [(part.name, text) for part in parts for text in _texts_of(part)]
    for name, text in [("Lucide", icons), *texts]:
        lines += ["", "—" * 24, name, "", text.strip()]
    return "\n".join(lines)


def shipped_parts() -> list[Distribution]:
    """What the program needs and what that needs, by name."""
    parts: dict[str, Distribution] = {}
    waiting = [PROGRAM]
    while waiting:
        found = _found(waiting.pop())
        if found is None or found.name.lower() in parts:
            continue  # for another system, or not installed
        parts[found.name.lower()] = found
        for requirement in found.requires or []:
            matched = _REQUIREMENT.match(requirement)
            if matched and "extra" not in (matched[2] or ""):
                waiting.append(matched[1])
    parts.pop(PROGRAM, None)
    return [parts[name] for name in sorted(parts)]


def _found(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _licence_of(part: Distribution) -> str:
    about = part.metadata
    for field in ("License-Expression", "License"):
        for named in about.get_all(field) or []:
            if named.strip():
                return str(named).strip().splitlines()[0]
    classified = [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    return classified[0].rpartition(" :: ")[2] if classified else "xem bên dưới"


def _texts_of(part: Distribution) -> list[str]:
    """The licence files that a part ships with its metadata."""
    own = [
        file
        for file in part.files or []
        if "dist-info" in str(file)
        and any(word in file.name.upper() for word in ("LICEN", "COPYING", "NOTICE"))
    ]
    return [_decoded(file.read_binary()) for file in own if Path(str(file.locate())).is_file()]


def _decoded(text: bytes) -> str:
    """A licence's words; a few old ones are not in UTF-8."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")
