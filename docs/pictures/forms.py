"""The scene of the review of returned forms: filled in as units do, with answers that differ."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.domain.section_form import OUTSIDE_PLAN
from cchc_desktop.services import collecting
from docs.pictures.stage import TODAY, Stage
from ui.review.forms import FormReview

_TASK = 2  # column of the form
_SAID = {  # by the short name of the unit: a task's beginning, and what its cells say
    "HTQT": (
        ("Tham mưu UBND", {"G": "Đã gửi dự thảo lấy ý kiến các sở, ngành", "H": "đang làm"}),
        ("Góp ý dự thảo", {"G": "Đã góp ý 05 dự thảo", "I": "32/8"}),
        ("Rà soát 14", {"G": "Đã rà soát 04 thủ tục về hội nghị quốc tế", "H": "đang làm"}),
    ),
    "LS-NVNONN": (
        ("Rà soát 14", {"G": "Đã rà soát 14 thủ tục, đề xuất giảm 05", "H": "hoàn thành"}),
        ("Theo dõi hồ sơ", {"G": "Không có hồ sơ quá hạn", "H": "hoàn thành"}),
    ),
    "VP Sở": (
        ("Niêm yết thủ tục", {"G": "Đã niêm yết lại 14/14 thủ tục", "H": "hoàn thành"}),
        (
            "Lập danh mục",
            {
                "G": "Đã rà soát 20 văn bản",
                "K": "Báo cáo số 130/BC-SNgV ngày 15/8/2027 về kết quả rà soát văn bản",
            },
        ),
        (OUTSIDE_PLAN, {"B": "Hội thi cải cách hành chính cấp Sở", "G": "60 người dự"}),
    ),
}


def review_of_forms(stage: Stage) -> None:
    """What three units answered, one of them with another answer than the others."""
    desktop = stage.desktop
    project, plan = desktop.controller.project, desktop.controller.plan
    assert project is not None
    assert plan is not None
    units = {unit.id: unit.short for unit in project.units(plan.year) if unit.short in _SAID}
    period, folder = project.period(plan.year, "q3"), stage.folder / "phieu"
    made = collecting.export_forms(project, plan, period, folder, TODAY, units)
    for file in made:
        _fill(file.path, _SAID[file.unit.short])
    desktop.covers.take_in([file.path for file in made])
    stage.until(lambda: isinstance(desktop.window.covered, FormReview))
    review = desktop.window.covered
    assert isinstance(review, FormReview)
    stage.settle()
    stage.shoot("38-duyet-phieu")
    review.forms.setCurrentIndex(review.forms.forms.index(len(made) - 1))
    stage.settle()
    stage.shoot("39-duyet-phieu-viec-moi")
    desktop.covers.show_review(None)


def _fill(form: Path, said: tuple[tuple[str, dict[str, str]], ...]) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for words, cells in said:
        row = _row(sheet, words)
        for column, text in cells.items():
            sheet[f"{column}{row}"] = text
    book.save(form)


def _row(sheet: Worksheet, words: str) -> int:
    """The last row that begins so: of a task with several due days, the newest one that is asked;
    the first free one under a heading.
    """
    heads = {n: str(sheet.cell(n, 1).value or "") for n in range(1, sheet.max_row + 1)}
    tasks = {n: str(sheet.cell(n, _TASK).value or "") for n in heads}
    if (below := next((n for n in heads if heads[n].startswith(words)), None)) is not None:
        return below + 1
    return max(n for n in tasks if tasks[n].startswith(words))
