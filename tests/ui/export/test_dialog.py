"""The dialog Xuất: what it proposes, shows and writes, and what it says when that is hindered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.columns import SIX
from cchc_desktop.settings import Paths
from ui.choices import Choices
from ui.export.dialog import ExportDialog
from ui.export.request import FORMATS, PLAN, REPORT, ExportRequest
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme


@pytest.fixture
def dialog(
    qtbot: QtBot, controller: ProjectController, paths: Paths, theme: Theme, tmp_path: Path
) -> Iterator[ExportDialog]:
    """On the screen for the sample plan, with an empty folder to write into."""
    from PySide6.QtWidgets import QWidget

    host, runner = QWidget(), TaskRunner()
    qtbot.addWidget(host)
    project, plan = controller.project, controller.plan
    assert project is not None
    assert plan is not None
    request = ExportRequest(project.snapshot(), plan, date(2027, 8, 30), PLAN)
    made = ExportDialog(request, runner, Choices(paths.config), Messenger(), theme, host)
    (tmp_path / "ra").mkdir()
    made.form.folder.setText(str(tmp_path / "ra"))
    made.form._choose()
    made.open()
    yield made
    made.reject()
    runner.close()


def written(dialog: ExportDialog, qtbot: QtBot) -> Path:
    """The file, once the dialog has written it."""
    with qtbot.waitSignal(dialog.written, timeout=20_000) as told:
        dialog.export_button.click()
    return told.args[0].path


def test_pages_are_shown(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(dialog.preview.pages) > 0, timeout=20_000)
    upright, turned = dialog.preview.pages[0], dialog.preview.pages[-1]
    assert (upright.landscape, turned.landscape) == (False, True)
    assert f"{len(dialog.preview.pages)} trang" in dialog._count.text()
    assert not dialog.preview.grab().toImage().isNull()


def test_word_file_in_the_lawful_form(dialog: ExportDialog, qtbot: QtBot) -> None:
    path = written(dialog, qtbot)
    assert path.name == "KH-CCHC-2027_SNgV_20261228.docx"
    assert check_file(path) == []
    assert not dialog.isVisible()


def test_six_columns_on_wish(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.layouts.setCurrentIndex(2)
    dialog.form._choose()
    table = docx.Document(str(written(dialog, qtbot))).tables[-1]
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == [title for _, title in SIX]


@pytest.mark.parametrize(
    ("what", "suffix"), [(what, suffix) for what in FORMATS for _, suffix in FORMATS[what]]
)
def test_every_format(dialog: ExportDialog, qtbot: QtBot, what: int, suffix: str) -> None:
    dialog.form.what.button(what).click()
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(suffix))
    dialog.form._choose()
    path = written(dialog, qtbot)
    assert path.suffix == suffix
    assert path.stat().st_size > 1_000
    assert path.name.startswith(("KH-", "TienDo-", "BC-")[what])


def test_file_of_the_same_name_is_kept(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    old = tmp_path / "ra" / "cu.docx"
    old.write_bytes(b"cu")
    dialog.form.name.setText("cu.docx")
    dialog.form._type_name()
    path = written(dialog, qtbot)
    kept = [p for p in path.parent.iterdir() if p != path]
    assert [p.read_bytes() for p in kept] == [b"cu"]


@pytest.mark.parametrize(
    ("folder", "name", "sentence"),
    [
        ("khong-co", "a.docx", "Không có thư mục"),
        ("", "a.docx", "Chưa có thư mục"),
        ("ra", "a/b.docx", "Tên tệp không được có dấu"),
    ],
)
def test_what_hinders_is_said_in_the_dialog(
    dialog: ExportDialog, tmp_path: Path, folder: str, name: str, sentence: str
) -> None:
    dialog.form.folder.setText(str(tmp_path / folder) if folder else "")
    dialog.form.name.setText(name)
    dialog.export_button.click()
    assert sentence in dialog._bar.text
    assert dialog.isVisible()


def test_full_disk_is_said_and_leaves_nothing(
    dialog: ExportDialog, qtbot: QtBot, small_disk: Path
) -> None:
    (small_disk / "day").write_bytes(b"0" * 405_000)
    dialog.form.folder.setText(str(small_disk))
    dialog.export_button.click()
    qtbot.waitUntil(dialog._bar.isVisible, timeout=20_000)
    assert "Chưa xuất được" in dialog._bar.text
    assert [p.name for p in small_disk.iterdir()] == ["day"]
    assert dialog.export_button.isEnabled()


def test_folder_is_remembered(dialog: ExportDialog, qtbot: QtBot, paths: Paths) -> None:
    path = written(dialog, qtbot)
    assert Choices(paths.config).value.export_folder == str(path.parent)


def test_closed_while_pages_are_laid_out(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog._lay_out()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog._runner.busy, timeout=20_000)
    assert dialog.preview.pages == ()


def test_outcome_is_told_whatever_is_done_while_writing(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.export_button.click()
        assert not dialog.form.isEnabled()
        dialog._lay_out()
        dialog.reject()
        assert dialog.isVisible()
    assert not dialog.isVisible()


def test_the_report_of_a_period_is_drafted_for_its_file(dialog: ExportDialog, qtbot: QtBot) -> None:
    form = dialog.form
    assert form.period.isHidden()
    form.what.button(REPORT).click()
    assert not form.period.isHidden()
    assert form.layouts.isHidden()
    assert form.period.currentText() == "Quý III năm 2027"  # the next one to be sent
    form.period.setCurrentIndex(form.period.findText("6 tháng đầu năm 2027"))
    form._choose()
    assert form.name.text() == "BC-CCHC-6T-2027_SNgV_20270830.docx"
    qtbot.waitUntil(lambda: len(dialog.preview.pages) > 0, timeout=20_000)
    path = written(dialog, qtbot)
    assert check_file(path) == []
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "Công tác cải cách hành chính 6 tháng đầu năm 2027" in texts
