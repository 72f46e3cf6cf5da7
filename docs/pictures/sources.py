"""Files that the scenes begin with: faulty, damaged, changed in Word, backups of some days."""

from datetime import datetime
from pathlib import Path

import docx
from docx.shared import Mm, Pt

import resources
from cchc_desktop.services.exporting import export_plan
from cchc_desktop.storage.backup import DAILY, MANUAL, folder_of, remember
from docs.pictures.stage import NOW, Stage

SAMPLE_FILE = "Ngoai-vu-tinh-Mau.cchc"


def make_backups(stage: Stage, path: Path) -> None:
    """Backups of some days, as the program would have made them."""
    folder = folder_of(path, stage.desktop.paths.backups)
    remember(path, folder)
    for old in folder.glob("*.cchc"):
        old.unlink()
    whole = (stage.folder / SAMPLE_FILE).read_bytes()
    for day, reason in ((27, DAILY), (28, MANUAL), (30, DAILY)):
        at = datetime(NOW.year, NOW.month, day, 8, 5)
        (folder / f"{at:%Y-%m-%d_%H%M%S-%f}_{reason}.cchc").write_bytes(whole)


def faulty_plan(folder: Path) -> Path:
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


def changed_in_word(stage: Stage) -> Path:
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


def badly_formed(folder: Path) -> Path:
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
