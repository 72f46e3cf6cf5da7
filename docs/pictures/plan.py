"""The scenes of the tab Kế hoạch: findings, typing, filters, replacing, results, what is empty."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.table_filter import ColumnFilter, TableFilter
from cchc_desktop.domain.task_values import READY_VIEWS
from cchc_desktop.services import planning, recording, registering
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import whole_sample
from docs.pictures.sources import SAMPLE_FILE, make_backups
from docs.pictures.stage import Stage
from ui.plan.replace_dialog import ReplaceDialog
from ui.plan.tab import PlanTab
from ui.review.replacing import ReplaceReview
from ui.widgets.document_chooser import DocumentChooser

_DOUBTS = {  # what is worth checking in the sample, by the words of the task
    "Mở 02 buổi": {"time": "Tháng 3, 9/2026"},
    "Gắn mã QR": {"lead": "Tổ một cửa", "deliverable": ""},
    "Ban hành kế hoạch đào tạo": {"lead": ""},
    "Sửa đổi quy chế chi tiêu": {"time": "Sớm nhất có thể"},
}
_SO_FAR = {  # a result of the third quarter, which has a past
    "state": "đang làm",
    "text": "Đã gắn mã QR trên giấy hẹn của 12/14 thủ tục.",
    "figures": "12/14 thủ tục",
    "next_step": "Gắn 2 thủ tục còn lại trong tháng 9.",
    "said_by": "Văn phòng Sở",
    "said_on": "27/8",
}


def plan(stage: Stage, place: int) -> None:
    """The tab Kế hoạch: details, findings, typing, filter, menus."""
    path = stage.folder / SAMPLE_FILE
    project = Project.create(path, stage.desktop.paths, first=whole_sample())
    for task in _tasks(project):
        for words, fields in _DOUBTS.items():
            if task.text.startswith(words):
                project.apply(planning.edit(project, task.id, **fields))
    project.close()
    make_backups(stage, path)
    stage.desktop.files.open_path(path)
    tab = _plan_tab(stage, place)
    tab.grid.go_to(Place(_task(tab, "Rà soát 14").id))
    tab.grid.setFocus()
    stage.settle()
    stage.shoot("10-ke-hoach")
    _findings(stage, tab)
    _typing(stage, tab)
    _filter(stage, tab)
    _narrative(stage, tab)
    _menu(stage)
    _replacing(stage, tab)


def _findings(stage: Stage, tab: PlanTab) -> None:
    pressed = tab.findChildren(type(tab.commands.delete))
    by_key = {action.shortcut().toString(): action for action in pressed}
    by_key["F7"].trigger()
    for _ in range(2):
        by_key["F8"].trigger()
    stage.settle()
    stage.shoot("11-kiem-tra")
    by_key["F4"].trigger()
    by_key["F4"].trigger()  # the pane away


def _typing(stage: Stage, tab: PlanTab) -> None:
    task = _task(tab, "Rà soát 14")
    tab.grid.go_to(Place(task.id, "time"), edit=True)
    stage.settle()
    stage.shoot("12-sua-thoi-gian")
    editor = tab.grid.findChild(QPlainTextEdit, "cellEditor")
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    tab.grid.go_to(Place(_task(tab, "Gắn mã QR").id))
    tab.commands.delete.trigger()
    stage.settle()
    stage.shoot("13-da-xoa-hoan-tac")
    stage.desktop.controller.undo()
    stage.desktop.window.toast.hide()


def _filter(stage: Stage, tab: PlanTab) -> None:
    stage.desktop.window.activateWindow()
    tab.toolbar.filter.setFocus()
    QTest.keyClicks(tab.toolbar.filter, "lanh su")
    stage.settle()
    stage.shoot("14-loc")
    tab.filtering.end()
    tab.grid.go_to(Place(_task(tab, "Rà soát 14").id, "lead"))
    tab.grid.setFocus()
    stage.settle()
    by_key = {action.shortcut().toString(): action for action in tab.actions()}
    by_key["Alt+L"].trigger()
    stage.settle()
    stage.shoot("14a-loc-cot")
    lead = ColumnFilter("lead", ("Phòng Hợp tác quốc tế",))
    tab.filtering.choose(TableFilter(columns=(*READY_VIEWS[0].filter.columns, lead)))
    tab.grid.setFocus()
    stage.settle()
    stage.shoot("14b-dang-loc")
    tab.filtering.end()
    stage.settle()


def _narrative(stage: Stage, tab: PlanTab) -> None:
    tab.show_view(1)
    tab.jump_to(Place(tab.narrative.model.sections[0].plan_id))
    stage.settle()
    stage.shoot("15-phan-dau-van-ban")
    tab.narrative.list.setCurrentIndex(tab.narrative.model.index(3, 0))
    stage.settle()
    stage.shoot("16-phan-loi")
    tab.show_view(0)


def _menu(stage: Stage) -> None:
    bar = stage.desktop.window.menuBar()
    place = next(action for action in bar.actions() if action.text() == "&Chèn")
    menu = place.menu()
    menu.popup(bar.mapToGlobal(bar.actionGeometry(place).bottomLeft()))
    menu.move(bar.actionGeometry(place).bottomLeft())
    stage.shoot_before(menu, "17-lenh-chen")


def _replacing(stage: Stage, tab: PlanTab) -> None:
    stage.shoot_before(_replace_dialog(tab), "24-tim-va-thay")
    _replace_dialog(tab).accept()
    review = stage.desktop.window.covered
    assert isinstance(review, ReplaceReview)
    review.table.choose_row(3)
    QTest.keyClick(review.table, Qt.Key.Key_Space)
    stage.settle()
    stage.shoot("24b-xem-truoc-khi-thay")
    stage.desktop.covers.show_review(None)


def _replace_dialog(tab: PlanTab) -> ReplaceDialog:
    tab.replacing.action.trigger()
    dialog = next(made for made in tab.findChildren(ReplaceDialog) if made.isVisible())
    dialog.old.setText("2027")
    dialog.new.setText("2028")
    return dialog


def empty_and_refused(stage: Stage, place: int) -> None:
    """A year without a plan, a plan without rows, and a file that does not open."""
    desktop, tab = stage.desktop, _plan_tab(stage, place)
    desktop.controller.choose_year(2028)
    stage.settle()
    stage.shoot("18-chua-co-ke-hoach")
    desktop.controller.do(planning.new_plan, 2028)
    desktop.window.toast.hide()
    stage.settle()
    stage.shoot("19-bang-trong")
    desktop.controller.undo()
    desktop.window.toast.hide()
    desktop.controller.choose_year(2027)
    damaged = stage.folder / "Ban-hong.cchc"
    damaged.write_bytes((stage.folder / SAMPLE_FILE).read_bytes()[:9_000])
    make_backups(stage, damaged)
    desktop.files.open_path(damaged)
    tab.grid.setFocus()
    stage.settle()
    stage.shoot("20-tep-hong")
    desktop.window.bar.hide()


def results(stage: Stage, place: int) -> None:
    """The panel Kết quả with a result that has a past, and the choice of a document."""
    desktop, tab = stage.desktop, _plan_tab(stage, place)
    controller = desktop.controller
    task, project = _task(tab, "Gắn mã QR"), controller.project
    assert project is not None
    controller.do(recording.record, task.id, "q3-2027", "", **_SO_FAR)
    documents = project.documents()
    cited = next(document for document in documents if document.number == "66")
    controller.do(registering.cite, cited.id, task.id, "mục II.1, trang 3")
    desktop.window.toast.hide()
    desktop.window.jump_to(Place(task.id, RESULT))
    stage.settle()
    stage.shoot("21-ket-qua")
    tab.results.ensureWidgetVisible(tab.results.evidence, 0, 10_000)
    stage.settle()
    stage.shoot("22-ket-qua-cac-ky-khac")
    chooser = DocumentChooser(documents, desktop.theme, desktop.window, locator=True)
    stage.shoot_before(chooser, "23-dan-van-ban")
    by_key = {action.shortcut().toString(): action for action in tab.actions()}
    by_key["F4"].trigger()


def _plan_tab(stage: Stage, place: int) -> PlanTab:
    tab = stage.desktop.window.tab(place)
    assert isinstance(tab, PlanTab)
    return tab


def _tasks(project: Project | None) -> list[Task]:
    assert project is not None
    return [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]


def _task(tab: PlanTab, words: str) -> Task:
    found = (row for row in tab.model.rows if isinstance(row, Task))
    return next(task for task in found if task.text.startswith(words))
