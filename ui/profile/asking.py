"""The three small questions of the profile: which year, which unit, which members."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import YEARS
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import fold
from ui.theme import Theme
from ui.widgets.controls import button, dialog_foot, label
from ui.widgets.questions import question


def ask_year(proposed: int, parent: QWidget) -> int | None:
    """From which year something is another; None when given up."""
    box = question("Đổi từ năm", "Từ năm nào thì khác? Các năm trước vẫn giữ như cũ.", parent)
    box.setInputMode(QInputDialog.InputMode.IntInput)
    box.setIntRange(YEARS[0], YEARS[-1])
    box.setIntValue(proposed)
    return box.intValue() if box.exec() else None


def ask_unit(gone: Unit, units: Sequence[Unit], parent: QWidget) -> str | None:
    """The id of the unit that another one is merged into; None when given up."""
    others = [unit for unit in units if unit.id != gone.id]
    if not others:
        return None
    others.sort(key=lambda unit: _likeness(gone, unit), reverse=True)  # the likely one first
    words = f"“{gone.name}” là một với đơn vị nào? Tên này thành tên gọi khác của đơn vị đó."
    names = [_told_apart(unit) for unit in others]
    box = question("Gộp tên", words, parent)
    box.setComboBoxItems(names)
    return others[names.index(box.textValue())].id if box.exec() else None


def _likeness(one: Unit, other: Unit) -> float:
    return SequenceMatcher(None, fold(one.name), fold(other.name)).ratio()


def ask_members(
    group: Unit, units: Sequence[Unit], theme: Theme, parent: QWidget
) -> tuple[str, ...] | None:
    """The ids of the units that a group names, ticked in a list; None when given up."""
    box = QDialog(parent)
    box.setWindowTitle("Thành viên")
    box.resize(theme.px(420), theme.px(440))
    listed = QListWidget()
    listed.setAccessibleName("Các đơn vị trong nhóm")
    for unit in units:
        item = QListWidgetItem(_told_apart(unit), listed)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = unit.id in group.members
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    listed.setCurrentRow(0)
    take = button(theme, "Nhận", kind="primary")
    take.clicked.connect(box.accept)
    column = QVBoxLayout(box)
    column.setContentsMargins(*[theme.px(16)] * 4)
    column.addWidget(label(f"“{group.name}” gồm (phím cách để chọn):", wrap=True))
    column.addWidget(listed, 1)
    column.addLayout(dialog_foot(theme, box, take))
    if not box.exec():
        return None
    states = [listed.item(place).checkState() for place in range(listed.count())]
    return tuple(
        unit.id for unit, state in zip(units, states, strict=True) if state == Qt.CheckState.Checked
    )


def _told_apart(unit: Unit) -> str:
    """A unit's name with its years, by which two of one name differ."""
    first, last = unit.valid_from or "", unit.valid_to or ""
    return f"{unit.name} ({first}–{last})" if first or last else unit.name
