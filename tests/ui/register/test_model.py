"""The register as a table."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from cchc_desktop.domain.change import added
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import registering
from ui.project_controller import ProjectController
from ui.register.model import COLUMNS, PLACES, RegisterModel
from ui.register.tab import RegisterTab


def words(model: RegisterModel, row: int) -> list[str]:
    return [model.index(row, place).data() for place in range(len(COLUMNS))]


def test_it_is_a_model(qtmodeltester: ModelTester, tab: RegisterTab) -> None:
    qtmodeltester.check(tab.model)


def test_it_stays_one_while_documents_come_change_and_go(
    qtmodeltester: ModelTester, tab: RegisterTab, controller: ProjectController
) -> None:
    qtmodeltester.check(tab.model)
    controller.apply(added("Thêm", [RegisteredDocument("e", "Kế hoạch", "7", "KH", "2027-03-01")]))
    controller.do(registering.edit_document, "e", issued="01/07/2027")
    assert [entry.id for entry in tab.model.rows] == ["e", "a", "b", "c", "d"]
    controller.do(registering.strike, ["a", "c"])
    assert [entry.id for entry in tab.model.rows] == ["e", "b", "d"]
    controller.undo()
    tab.filtering.search("quy che")
    assert [entry.id for entry in tab.model.rows] == ["c"]
    qtmodeltester.check(tab.model)


def test_what_cells_say(tab: RegisterTab) -> None:
    title = "Cải cách hành chính"
    assert words(tab.model, 3) == ["05/KH-SNgV", "08/01/2027", "Kế hoạch", title, "có tệp", "1 nơi"]
    assert words(tab.model, 0)[-2:] == ["chưa có tệp", "chưa dẫn"]
    spoken = tab.model.index(2, PLACES["title"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Trích yếu, cơ quan: Quy chế. UBND tỉnh. số ghi năm 2026, ngày ghi năm 2027"


def test_files_are_dragged_out_under_their_own_names(tab: RegisterTab) -> None:
    dragged = tab.model.index(3, 0)
    assert tab.model.flags(dragged) & Qt.ItemFlag.ItemIsDragEnabled
    assert not tab.model.flags(tab.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    (url,) = tab.model.mimeData([dragged, tab.model.index(3, 1)]).urls()
    assert url.fileName() == "Kế hoạch 05.pdf"
    assert Path(url.toLocalFile()).read_bytes() == b"%PDF-1.4"
