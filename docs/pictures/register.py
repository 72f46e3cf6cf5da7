"""The scene of the tab Văn bản, with a small register of its own. All names are invented."""

from PySide6.QtTest import QTest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import registering
from cchc_desktop.services.citing import targets
from docs.pictures.stage import Stage
from ui.register.citing import CitingDialog
from ui.register.tab import RegisterTab

_SO, _UBND = "Sở Ngoại vụ tỉnh Mẫu", "UBND tỉnh Mẫu"
_DOCUMENTS = tuple(
    RegisteredDocument(f"vb{n}", *fields)
    for n, fields in enumerate(
        (
            ("Báo cáo", "41", "BC-SNgV", "2027-06-12", _SO, "Công tác CCHC 6 tháng đầu năm 2027"),
            ("Công văn", "215", "SNV-CCHC", "2027-06-02", "Sở Nội vụ", "Hướng dẫn báo cáo CCHC"),
            ("Công văn", "96", "SNgV-VP", "2027-05-20", _SO, "Đề nghị các phòng gửi kết quả"),
            ("Quyết định", "118", "QĐ-UBND", "2027-04-14", _UBND, "Công bố thủ tục sửa đổi"),
            ("Quyết định", "15/2026", "QĐ-UBND", "2027-04-05", _UBND, "Quy chế quản lý đoàn ra"),
            ("Kế hoạch", "28", "KH-SNgV", "2027-03-19", _SO, "Tuyên truyền CCHC năm 2027"),
            ("Kế hoạch", "22", "KH-SNgV", "2027-02-26", _SO, "Rà soát văn bản về đối ngoại"),
            ("Kế hoạch", "12", "KH-SNgV", "2027-01-08", _SO, "Cải cách hành chính năm 2027"),
            ("Báo cáo", "07", "BC-SNgV", "2027-01-06", _SO, "Kết quả kiểm tra công vụ quý IV"),
            ("Quyết định", "03", "QĐ-SNgV", "2027-01-05", _SO, "Phân công nhiệm vụ lãnh đạo Sở"),
            ("Tờ trình", "02", "TTr-SNgV", "2027-01-04", _SO, "Chương trình đoàn ra năm 2027"),
        )
    )
)
_WITHOUT_FILE, _UNCITED = {"vb2", "vb4"}, {"vb6", "vb9"}
_TEXT = (
    "Sở đã ban hành Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về kiểm tra công tác CCHC và Công văn số "
    "140/SNgV-VP ngày 10/8/2027 đôn đốc các phòng. Theo Quyết định số 118/QĐ-UBND ngày 14/4/2027; "
    "căn cứ Nghị định số 09/2019/NĐ-CP ngày 24/01/2020. Sở cũng đã có văn bản gửi Sở Tư pháp."
)


def register(stage: Stage, place: int) -> None:
    """The tab at its place: pasted citations, a document's details, where it is cited."""
    desktop = stage.desktop
    desktop.window.show_tab(place)
    tab = desktop.window.tab(place)
    assert isinstance(tab, RegisterTab)
    project = desktop.controller.project
    assert project is not None
    earlier = [document.id for document in project.documents()]  # of other scenes
    desktop.controller.do(registering.strike, earlier)
    desktop.window.toast.hide()
    tab.home.setFocus()
    stage.settle()
    stage.shoot("25-so-van-ban-con-trong")
    _fill(stage)
    tab.table.go_to(["vb1"])
    tab.table.setFocus()
    tab.paste.text.setPlainText(_TEXT)
    stage.settle()
    stage.shoot("26-van-ban")
    tab.table.go_to(["vb7"], "title")
    tab.edit_current()
    stage.settle()
    stage.shoot("27-van-ban-chi-tiet")
    _citing(stage, tab)
    tab.paste.clear()


def _fill(stage: Stage) -> None:
    controller, project = stage.desktop.controller, stage.desktop.controller.project
    assert project is not None
    controller.apply(added("Nhập", _DOCUMENTS))
    tasks = [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]
    scan = stage.folder / "van-ban-da-ky.pdf"
    scan.write_bytes(b"%PDF-1.4" + b" " * 190_000)
    for n, document in enumerate(_DOCUMENTS):
        if document.id not in _WITHOUT_FILE:
            controller.do(registering.attach, document.id, [scan])
        for task in () if document.id in _UNCITED else tasks[n : n + 1 + n % 4]:
            controller.do(registering.cite, document.id, task.id, "Mục II, trang 3")
    stage.desktop.window.toast.hide()


def _citing(stage: Stage, tab: RegisterTab) -> None:
    project = stage.desktop.controller.project
    assert project is not None
    offered = targets(project, project.wanted_plan(2027))
    places = {target.id: ("Mục II, trang 3", "") for target in offered[7:9]}
    dialog = CitingDialog(stage.desktop.theme, "12/KH-SNgV", offered, places, stage.desktop.window)
    QTest.keyClicks(dialog.chooser.field, "thu tuc")
    stage.shoot_before(dialog, "28-dan-van-ban-vao")
