"""The scenes: each brings the window to where it is worth a picture. All names are invented."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from docs.pictures.forms import review_of_forms
from docs.pictures.plan import empty_and_refused, plan, results
from docs.pictures.register import register
from docs.pictures.report import report
from docs.pictures.sources import (
    SAMPLE_FILE,
    badly_formed,
    changed_in_word,
    faulty_plan,
    make_backups,
)
from docs.pictures.stage import Stage
from docs.pictures.today import today
from ui.crash_dialog import CrashDialog
from ui.export.dialog import ExportDialog
from ui.form_check.page import FormCheckPage
from ui.help.about import AboutDialog
from ui.help.keys import KeysWindow, menu_keys
from ui.new_file import NewFileDialog
from ui.profile.page import ProfilePage

_TODAY, _PLAN, _TIMELINE, _REGISTER, _REPORT = range(5)
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
    source = faulty_plan(stage.folder)
    stage.desktop.files.import_plan(source)
    stage.until(lambda: stage.desktop.window.covered is not None)
    stage.settle()
    QTest.keyClick(stage.desktop.window.covered, Qt.Key.Key_F8)
    stage.settle()
    stage.shoot("03-duyet-ban-nhap")
    stage.desktop.covers.show_review(None)


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
    make_backups(stage, stage.folder / SAMPLE_FILE)
    desktop.covers.show_backups(None)
    stage.settle()
    stage.shoot("60-sao-luu-va-khoi-phuc")
    desktop.window.cover(None)
    desktop.covers.check_form(badly_formed(stage.folder))
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
    desktop.covers.check_form(changed_in_word(stage))
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
    partial(plan, place=_PLAN),
    partial(empty_and_refused, place=_PLAN),
    partial(results, place=_PLAN),
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


def _press(within: QWidget, words: str) -> None:
    made = within.findChildren(QPushButton)
    next(button for button in made if button.text() == words).click()
