"""The scenes: each brings the window to where it is worth a picture. All names are invented."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import docx
from docx.shared import Mm, Pt
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

import resources
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.table_filter import ColumnFilter, TableFilter
from cchc_desktop.domain.task_values import READY_VIEWS
from cchc_desktop.services import planning, recording, registering
from cchc_desktop.services.exporting import export_plan
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.storage.backup import DAILY, MANUAL, folder_of, remember
from docs.pictures.forms import review_of_forms
from docs.pictures.register import register
from docs.pictures.report import report
from docs.pictures.stage import NOW, Stage
from docs.pictures.today import today
from ui.crash_dialog import CrashDialog
from ui.export.dialog import ExportDialog
from ui.form_check.page import FormCheckPage
from ui.help.about import AboutDialog
from ui.help.keys import KeysWindow, menu_keys
from ui.new_file import NewFileDialog
from ui.plan.replace_dialog import ReplaceDialog
from ui.plan.tab import PlanTab
from ui.profile.page import ProfilePage
from ui.review.replacing import ReplaceReview
from ui.widgets.document_chooser import DocumentChooser

_TODAY, _PLAN, _TIMELINE, _REGISTER, _REPORT = range(5)
_FILE = "Ngoai-vu-tinh-Mau.cchc"
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
_TRACE = """CCHC Desktop 0.1.0
Python 3.11.9, Qt 6.11.3
Windows 10 AMD64

  File "ui/plan/table_model.py", line 120, in data
  File "ui/widgets/cells.py", line 57, in chips
AttributeError: 'NoneType' object has no attribute 'chips'
"""


def start(stage: Stage) -> None:
    """The first start, and the dialog that begins a file."""
    stage.shoot("01-bat-dau")
    desktop = stage.desktop
    dialog = NewFileDialog(desktop.theme, lambda *_: None, desktop.window)
    dialog.year.setValue(2027)
    dialog.agency.setText("SỞ NGOẠI VỤ")
    dialog.place.setText(str(stage.folder / "CCHC_SO-NGOAI-VU.cchc"))
    stage.shoot_before(dialog, "02-tao-tep-moi")


def review(stage: Stage) -> None:
    """A plan on its way in."""
    source = _faulty_plan(stage.folder)
    stage.desktop.files.import_plan(source)
    stage.until(lambda: stage.desktop.window.covered is not None)
    stage.settle()
    QTest.keyClick(stage.desktop.window.covered, Qt.Key.Key_F8)
    stage.shoot("03-duyet-ban-nhap")
    stage.desktop.covers.show_review(None)


def plan(stage: Stage) -> None:
    """The tab Kế hoạch: details, findings, typing, filter, menus."""
    path = stage.folder / _FILE
    project = Project.create(path, stage.desktop.paths, first=whole_sample())
    for task in _tasks(project):
        for words, fields in _DOUBTS.items():
            if task.text.startswith(words):
                project.apply(planning.edit(project, task.id, **fields))
    project.close()
    _make_backups(stage, path)
    stage.desktop.files.open_path(path)
    tab = _plan_tab(stage)
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


def empty_and_refused(stage: Stage) -> None:
    """A year without a plan, a plan without rows, and a file that does not open."""
    desktop, tab = stage.desktop, _plan_tab(stage)
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
    damaged.write_bytes((stage.folder / _FILE).read_bytes()[:9_000])
    _make_backups(stage, damaged)
    desktop.files.open_path(damaged)
    tab.grid.setFocus()
    stage.settle()
    stage.shoot("20-tep-hong")
    desktop.window.bar.hide()


def results(stage: Stage) -> None:
    """The panel Kết quả with a result that has a past, and the choice of a document."""
    desktop, tab = stage.desktop, _plan_tab(stage)
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


def timeline(stage: Stage) -> None:
    """The tab Tiến độ on a day in the third quarter."""
    desktop = stage.desktop
    desktop.window.show_tab(_TIMELINE)
    tab = desktop.window.tab(_TIMELINE)
    tab.view.setFocus()
    stage.settle()
    stage.shoot("30-tien-do")
    _press(tab, "Đơn vị")
    stage.settle()
    stage.shoot("31-tien-do-theo-don-vi")
    _press(tab, "Lĩnh vực")
    _press(tab, "12 tháng")
    stage.settle()
    stage.shoot("32-tien-do-12-thang")
    _press(tab, "Quý này")


def export(stage: Stage) -> None:
    """The dialog Xuất with its pages."""
    desktop = stage.desktop
    shared = desktop.window.shared
    for tab, action, name in (
        (_PLAN, shared.export_plan, "40-xuat-ke-hoach"),
        (_TIMELINE, shared.export_timeline, "41-xuat-tien-do"),
        (_PLAN, shared.export_report, "42-xuat-bao-cao"),
    ):
        desktop.window.show_tab(tab)
        action.trigger()
        dialog = desktop.window.findChild(ExportDialog)
        stage.settle()
        stage.shoot_before(dialog, name)
        QTest.qWait(50)
    desktop.window.show_tab(_PLAN)


def profile(stage: Stage) -> None:
    """Each page of Hồ sơ cơ quan."""
    stage.desktop.covers.show_profile()
    page = stage.desktop.window.covered
    assert isinstance(page, ProfilePage)
    for place, name in enumerate(("co-quan", "don-vi", "nguoi-ky", "noi-nhan")):
        page.show_list(place)
        stage.settle()
        stage.shoot(f"5{place}-ho-so-{name}")
    page.closed.emit()
    stage.desktop.covers.show_periods()
    stage.settle()
    stage.shoot("54-ky-bao-cao")
    stage.desktop.window.cover(None)


def safety_and_help(stage: Stage) -> None:
    """Backups, the form of a Word file, keys, licences, a fault of the program."""
    desktop = stage.desktop
    _make_backups(stage, stage.folder / _FILE)
    desktop.covers.show_backups(None)
    stage.settle()
    stage.shoot("60-sao-luu-va-khoi-phuc")
    desktop.window.cover(None)
    desktop.covers.check_form(_badly_formed(stage.folder))
    stage.settle()
    stage.shoot("61-kiem-tra-the-thuc")
    _own_document(stage)
    window, theme = desktop.window, desktop.theme
    stage.shoot_before(KeysWindow(theme, menu_keys(window.menuBar()), window), "62-phim-tat")
    stage.shoot_before(AboutDialog(theme, window), "63-gioi-thieu")
    crash = CrashDialog(theme, "", stage.folder, window)
    crash.findChild(QPlainTextEdit).setPlainText(_TRACE)
    stage.shoot_before(crash, "64-chuong-trinh-gap-loi")


def _own_document(stage: Stage) -> None:
    """The plan's own file, changed in Word, and the way to the place where it is mended."""
    desktop = stage.desktop
    desktop.covers.check_form(_changed_in_word(stage))
    stage.settle()
    page = desktop.window.covered
    assert isinstance(page, FormCheckPage)
    page.show_rule("text.blanks")
    stage.settle()
    stage.shoot("61b-kiem-tra-van-ban-cua-minh")
    page.jump()
    stage.settle()
    stage.shoot("61c-den-cho-can-sua")
    desktop.window.bar.hide()


def again(stage: Stage) -> None:
    """The first page with files opened before."""
    stage.desktop.controller.show(None)
    stage.settle()
    stage.shoot("70-bat-dau-lan-sau")


SCENES: tuple[Callable[[Stage], None], ...] = (
    start,
    review,
    plan,
    empty_and_refused,
    results,
    timeline,
    partial(register, place=_REGISTER),
    export,
    partial(today, place=_TODAY),
    review_of_forms,
    partial(report, place=_REPORT),
    profile,
    safety_and_help,
    again,
)


def _plan_tab(stage: Stage) -> PlanTab:
    tab = stage.desktop.window.tab(_PLAN)
    assert isinstance(tab, PlanTab)
    return tab


def _press(within: QWidget, words: str) -> None:
    made = within.findChildren(QPushButton)
    next(button for button in made if button.text() == words).click()


def _tasks(project: Project | None) -> list[Task]:
    assert project is not None
    return [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]


def _task(tab: PlanTab, words: str) -> Task:
    found = (row for row in tab.model.rows if isinstance(row, Task))
    return next(task for task in found if task.text.startswith(words))


def _make_backups(stage: Stage, path: Path) -> None:
    """Backups of some days, as the program would have made them."""
    folder = folder_of(path, stage.desktop.paths.backups)
    remember(path, folder)
    for old in folder.glob("*.cchc"):
        old.unlink()
    whole = (stage.folder / _FILE).read_bytes()
    for day, reason in ((27, DAILY), (28, MANUAL), (30, DAILY)):
        at = datetime(NOW.year, NOW.month, day, 8, 5)
        (folder / f"{at:%Y-%m-%d_%H%M%S-%f}_{reason}.cchc").write_bytes(whole)


def _faulty_plan(folder: Path) -> Path:
    """The sample with what goes wrong in real files: a row cut in two, another year, a new name."""
    document = docx.Document(str(resources.path("sample/ke-hoach-mau-7-cot.docx")))
    table = max(document.tables, key=lambda table: len(table.rows))
    rows = {row.cells[2].text[:10]: row for row in table.rows}
    _write(rows["Mở 02 buổi"].cells[6], "Tháng 3, 9/2026")
    _write(rows["Hướng dẫn "].cells[4], "Tổ một cửa điện tử")
    path = folder / "KH-CCHC-2027.docx"
    document.save(str(path))
    return path


def _write(cell: object, words: str) -> None:
    cell.text = words  # type: ignore[attr-defined]


def _changed_in_word(stage: Stage) -> Path:
    """The plan as it was exported, then typed in."""
    project, plan = stage.desktop.controller.project, stage.desktop.controller.plan
    assert project is not None, "the sample is open"
    assert plan is not None, "it has a plan"
    path = export_plan(project, plan, stage.folder / "Ke-hoach-2027.docx").path
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("b) "):
            run = paragraph.runs[0]
            run.text, run.font.size = run.text.replace("b) ", "b) Cần  ", 1), Pt(15)
    document.sections[0].left_margin = Mm(25)
    document.save(str(path))
    return path


def _badly_formed(folder: Path) -> Path:
    """A Word file that breaks the decree in several ways."""
    document = docx.Document()
    lines = (
        "SỞ NGOẠI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2027",
        "I. MỤC ĐÍCH",
        "Nâng cao chất lượng phục vụ người dân.",
    )
    for line in lines:
        document.add_paragraph(line)
    path = folder / "Ke-hoach-cu.docx"
    document.save(str(path))
    return path
