"""The tab Văn bản with a small register, on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from ui.kit import Kit
from ui.project_controller import ProjectController
from ui.register.tab import RegisterTab

SO = "Sở Ngoại vụ tỉnh Mẫu"
DOCUMENTS = (
    RegisteredDocument("a", "Báo cáo", "41", "BC-SNgV", "2027-06-12", SO, "Công tác 6 tháng"),
    RegisteredDocument("b", "Công văn", "96", "SNgV-VP", "2027-05-20", SO, "Đề nghị gửi kết quả"),
    RegisteredDocument(
        "c", "Quyết định", "15/2026", "QĐ-UBND", "2027-04-05", "UBND tỉnh", "Quy chế"
    ),
    RegisteredDocument("d", "Kế hoạch", "05", "KH-SNgV", "2027-01-08", SO, "Cải cách hành chính"),
)


@pytest.fixture
def tasks(project: Project) -> list[Task]:
    return [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch 05.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


@pytest.fixture
def empty_tab(
    qtbot: QtBot, controller: ProjectController, make_kit: Callable[..., Kit]
) -> RegisterTab:
    """The tab of a file without documents."""
    tab = RegisterTab(make_kit(controller))
    qtbot.addWidget(tab)
    tab.resize(1366, 600)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


@pytest.fixture
def tab(empty_tab: RegisterTab, project: Project, tasks: list[Task], scan: Path) -> RegisterTab:
    """Four documents: "d" has a file and is cited once."""
    tab = empty_tab
    controller = tab._controller
    controller.apply(added("Nhập", DOCUMENTS))
    controller.do(registering.attach, "d", [scan])
    controller.do(registering.cite, "d", tasks[0].id, "Mục I")
    tab.table.go_to(["a"], "code")
    tab.table.setFocus()
    return tab
