"""A full round of the units' forms with real files: sent out, filled in, damaged as forms are, some
saved by LibreOffice, and merged back.
"""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

import resources
from cchc_desktop.domain.section_form import RESULT_FIELDS
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.form_filling import Form

Program = Callable[..., Any]
Cell = tuple[str, str, str]  # task, occurrence, column

soffice = shutil.which("soffice")


@dataclass
class Round:
    """What the units wrote, and what is expected to come of it."""

    answers: dict[Cell, str] = field(default_factory=dict)
    new_tasks: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)  # words of a refusal by file
    told: dict[str, str] = field(default_factory=dict)  # words of a note by file

    def forget(self, form: Form, row: int, *columns: str) -> None:
        """Answers that this form has in a row and that are not expected to come through."""
        for column in columns or RESULT_FIELDS:
            if form.text(row, column):
                self.answers.pop((*about(form, row), column), None)


def about(form: Form, row: int) -> tuple[str, str]:
    task, occurrence, *_ = form.text(row, "key").split("|")
    return task, occurrence


def fill(form: Form, made: Round, taken: set[tuple[str, str]], year: int) -> None:
    """The unit answers all that no unit before it has answered."""
    for number, row in enumerate(form.task_rows(), start=1):
        if about(form, row) in taken:
            continue
        taken.add(about(form, row))
        answers = {
            "text": ("= Đã ban hành {} văn bản", "Tổ chức {} buổi\nphát tờ rơi")[number % 2],
            "state": ("đang làm", "hoàn thành")[number % 2],
            "difficulty": "- thiếu kinh phí",
            "figures": "+{} hồ sơ",
        }
        answers = {key: text.format(number) for key, text in answers.items()}
        form.write(row, **answers)
        if number % 3 == 0:
            form.write(row, done_on=f"ngày 3/2/{year}")
            if date(year, 2, 3) <= date.today():  # a day to come is not taken
                answers["done_on"] = f"{year}-02-03"
        made.answers |= {(*about(form, row), key): text for key, text in answers.items()}


# The ways in which forms are damaged: each says in `made` what is lost by it and must be told


def columns_moved(form: Form, made: Round) -> None:
    last = form.sheet.max_row
    for key in ("figures", "text"):
        letter = get_column_letter(form.column(key))
        form.sheet.move_range(f"{letter}{form.head}:{letter}{last}", cols=12)


def key_deleted(form: Form, made: Round) -> None:
    form.lose("key")


def other_sheets(form: Form, made: Round) -> None:
    form.sheet.title = "Kết quả của phòng"
    form.book.create_sheet("Nháp", 0).append(["Số liệu tạm"])
    made.told[form.path.name] = "“Nháp” không phải bảng của phiếu"


def rows_sorted(form: Form, made: Round) -> None:
    rows = form.task_rows()
    values = [form.values(row) for row in rows]
    for row, value in zip(rows, sorted(values, key=lambda v: str(v[1])), strict=True):
        form.put(row, value)


def keys_pasted_elsewhere(form: Form, made: Round) -> None:
    one, *_, other = form.task_rows()
    form.swap_keys(one, other)
    made.told[form.path.name] = "mã dòng bị chuyển chỗ"


def row_deleted(form: Form, made: Round) -> None:
    row = form.task_rows()[0]
    made.forget(form, row)
    form.sheet.delete_rows(row)
    made.told[form.path.name] = "không còn 1 dòng đã hỏi"


def rows_added(form: Form, made: Round) -> None:
    at = form.task_rows()[0]
    form.sheet.insert_rows(at)
    form.write(at, text="viết thêm, không rõ việc nào")
    made.refused[form.path.name] = "viết thêm, không rõ việc nào"
    form.write(form.spare_row(), task=f"Việc mới của {form.path.stem}", deliverable="Video")
    made.new_tasks.add(f"Việc mới của {form.path.stem}")


def states_of_ones_own(form: Form, made: Round) -> None:
    row = form.task_rows()[0]
    made.forget(form, row, "state")
    form.write(row, state="khá tốt")
    made.refused[form.path.name] = "“khá tốt” không rõ là tình trạng nào"


def formula_and_merged_cells(form: Form, made: Round) -> None:
    row = form.task_rows()[0]
    made.forget(form, row, "figures")
    form.sheet.cell(row, form.column("figures")).value = "=1/0"
    form.sheet.cell(row, form.column("figures")).data_type = "f"
    column = form.column("difficulty")
    if form.text(row + 1, "task"):
        made.forget(form, row + 1, "difficulty")
    form.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    made.told[form.path.name] = "Ô gộp ở cột “Khó khăn, vướng mắc”"


def stamp_lost(form: Form, made: Round) -> None:
    form.lose("key").lose_stamp()
    made.told[form.path.name] = "Phiếu mất mã"


DAMAGES = (
    rows_sorted,
    keys_pasted_elsewhere,
    stamp_lost,
    rows_added,
    row_deleted,
    formula_and_merged_cells,
    key_deleted,
    states_of_ones_own,
    other_sheets,
    columns_moved,
)


def saved_by_libreoffice(files: list[Path], folder: Path) -> None:
    """Each file opened and saved in its own place."""
    if soffice is None:
        pytest.skip("LibreOffice, which saves forms as another program, is missing")
    out = folder / "luu"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    for file in files:
        shutil.move(out / file.name, file)


def strangers(folder: Path, old: Path) -> dict[Path, str]:
    """Files that are no forms of this period, with words of the reason."""
    folder.mkdir()
    xls, plan, hurt = folder / "ketqua.xlsx", folder / "bang.xlsx", folder / "hong.xlsx"
    xls.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    hurt.write_bytes(old.read_bytes()[:2000])
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nhiệm vụ", "Kết quả thực hiện", "Tình trạng"])
    book.active.append(["1", "Việc của sở khác", "Đã làm", "xong"])
    book.save(plan)
    return {
        xls: "đời cũ (.xls)",
        hurt: "bị hỏng",
        plan: "không có mã phiếu",
        resources.path("sample/ke-hoach-mau-7-cot.docx"): "không có bảng kết quả",
        old: "kỳ trước (6 tháng đầu năm",
    }


@pytest.fixture(params=["sample", "binhdinh"])
def plan(request: pytest.FixtureRequest) -> tuple[Path, int]:
    """A plan's file and its year."""
    if request.param == "sample":
        return resources.path("sample/ke-hoach-mau-7-cot.docx"), 2027
    return request.getfixturevalue("shared_data") / "binhdinh2020_plan.docx", 2020


def test_a_full_round(tmp_path: Path, program: Program, plan: tuple[Path, int]) -> None:
    source, year = plan
    file, sent, made = tmp_path / "so.cchc", tmp_path / "gui", Round()
    program("import", source, "--into", file, "--year", year)
    for key, folder in (("q3", sent), ("h1", tmp_path / "ky-truoc")):
        out = program("export", "forms", file, folder, "--year", year, "--period", key)
        assert out.status == 0, out.err
    forms = [Form(path) for path in sent.iterdir()]
    forms.sort(key=lambda form: len(form.task_rows()), reverse=True)
    taken: set[tuple[str, str]] = set()
    for form in reversed(forms):  # the smallest first, so that each has something to say
        fill(form, made, taken, year)
    for number, damage in enumerate(DAMAGES):
        damage(forms[number % len(forms)], made)
    files = [form.saved() for form in forms]
    saved_by_libreoffice([files[0], files[2], files[-1]], tmp_path)
    foreign = strangers(tmp_path / "la", next((tmp_path / "ky-truoc").iterdir()))

    before = file.read_bytes()
    seen = program("merge", *files, *foreign, files[0], "--into", file, "--json").json["forms"]
    assert file.read_bytes() == before
    by_file = {form["file"]: form for form in seen}
    for path, words in foreign.items():
        refusal = by_file[path.name]
        assert words in refusal["refused"][0]["why"]
        assert refusal["changes"] == refusal["new_rows"] == []
    assert "Trùng hẳn" in seen[-1]["refused"][0]["why"]
    for name, words in made.refused.items():
        assert any(words in refusal["why"] for refusal in by_file_first(seen, name)["refused"])
    for name, words in made.told.items():
        assert any(words in note for note in by_file_first(seen, name)["notes"]), name

    program("merge", *files, "--into", file, "--json", "--accept")
    home = tmp_path / "xem"
    with Project.open(file, Paths(home, home, home), read_only=True) as project:
        results = project.results()
        tasks = [row for row in project.rows(project.wanted_plan(year)) if hasattr(row, "lead")]
        received = project.receipts(project.period(year, "q3"))
    stored = {
        (result.task_id, result.occurrence, column): getattr(result, column)
        for result in results
        for column in RESULT_FIELDS
        if getattr(result, column)
    }
    assert stored == made.answers
    assert made.new_tasks <= {task.text for task in tasks}
    assert len(received) == len(files)


def by_file_first(forms: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(form for form in forms if form["file"] == name)


def test_what_cannot_be_merged_or_sent_is_refused_in_one_sentence(
    tmp_path: Path, program: Program, project: Path
) -> None:
    plan = resources.path("sample/ke-hoach-mau-7-cot.docx")
    before = project.read_bytes()
    for arguments, words in (
        ((plan,), "Không phải phiếu của Sở: không có bảng kết quả để điền."),
        ((plan, tmp_path / "mat.xlsx"), "Không gộp được tệp nào; ke-hoach-mau-7-cot.docx: "),
    ):
        out = program("merge", *arguments, "--into", project, "--json", "--accept")
        assert (out.status, out.out) == (1, "")
        assert out.err.startswith(words)
        assert out.err.count("\n") == 1
    sending = ("export", "forms", project, tmp_path / "gui", "--year", 2027)
    for arguments, words in (
        (("--period", "q2"), "Năm 2027 không có kỳ báo cáo “q2”"),
        (("--period", "q1", "--unit", "Phòng Pháp chế"), "Trong tệp không có đơn vị"),
    ):
        out = program(*sending, *arguments)
        assert (out.status, out.out) == (1, "")
        assert out.err.startswith(words)
    assert program(*sending).status == 2
    assert program("merge", "--into", project).status == 2
    assert not (tmp_path / "gui").exists()
    assert project.read_bytes() == before


def test_the_command_names_the_files_and_what_they_change(
    tmp_path: Path, program: Program, project: Path
) -> None:
    sending = ("export", "forms", project, tmp_path / "gui", "--year", 2027, "--period", "q1")
    out = program(*sending, "--unit", "Văn phòng")
    assert out.out == f"Văn phòng: {tmp_path / 'gui' / 'Phieu-Q1-2027_VP-So.xlsx'}\n"
    form = Form(tmp_path / "gui" / "Phieu-Q1-2027_VP-So.xlsx")
    form.write(form.task_rows()[0], text="Đã rà soát").saved()
    told = program("merge", form.path, "--into", project).out
    assert "Rà soát thủ tục hành chính | Kết quả thực hiện: (trống) → Đã rà soát" in told
    assert "Chưa ghi gì vào tệp" in told
    program("merge", form.path, "--into", project, "--accept")
    assert "Tệp này đã gộp ngày" in program("merge", form.path, "--into", project).out
