"""The page Hồ sơ cơ quan over the tabs, with a few records, and acts on its lists."""

from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.domain.agency import RecipientList, Signer
from cchc_desktop.domain.change import added
from cchc_desktop.domain.units import Unit
from ui.desktop import Desktop
from ui.profile.list_view import ProfileListView
from ui.profile.page import ProfilePage
from ui.widgets.cell_editor import CellEditor

AGENCIES, UNITS, SIGNERS, RECIPIENTS = range(4)
RECORDS = (
    Unit("u1", "Phòng Hợp tác quốc tế", "HTQT"),
    Unit("u2", "Phòng HTQT", "", aliases=("P. HTQT",)),
    Unit("u3", "Các phòng chuyên môn", "", "nhóm", (), ("u1", "u2")),
    Signer("s1", "GIÁM ĐỐC", "Nguyễn Văn Mẫu"),
    RecipientList("r1", "KH", "Như trên\nLưu: VT"),
)


@pytest.fixture
def page(desktop: Desktop, tmp_path: Path) -> ProfilePage:
    """The page of a new file with the records."""
    desktop.files._create(2027, "SỞ MẪU", tmp_path / "KH.cchc")
    desktop.controller.apply(added("Nhập", RECORDS))
    desktop.files.profile_action.trigger()
    made = desktop.window.covered
    assert isinstance(made, ProfilePage)
    return made


def show(page: ProfilePage, place: int, row: int = 0, column: int = 0) -> ProfileListView:
    page.show_list(place)
    view = page.views[place]
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(row, column))
    return view


def typing(view: ProfileListView) -> CellEditor:
    """The current cell's editor, opened, all its words selected."""
    view.table.edit(view.table.currentIndex())
    editor = open_editor(view)
    assert editor is not None
    editor.setFocus()
    return editor


def open_editor(view: ProfileListView) -> CellEditor | None:
    found = [e for e in view.table.viewport().findChildren(CellEditor) if not e.isHidden()]
    return found[0] if found else None


def of(desktop: Desktop, record_id: str) -> Any:
    project = desktop.controller.project
    assert project is not None
    return project.record(record_id)


def row_of(view: ProfileListView, record_id: str) -> int:
    return view.model.row_of(record_id)
