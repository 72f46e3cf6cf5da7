"""`cchc-desktop register`: a text in, its documents listed and in the register."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths

Program = Callable[..., Any]
TEXT = (
    "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2027 của UBND tỉnh về việc giao chỉ tiêu, "
    "Sở đã có Báo cáo số 9/BC-SCX; theo Quyết định 12, hạn là quý II."
)


def codes(file: Path, paths: Paths) -> list[str]:
    with Project.open(file, paths, read_only=True) as project:
        return [document.code for document in project.documents()]


def test_the_documents_of_a_text_are_listed_and_added(
    tmp_path: Path, program: Program, project: Path, paths: Paths
) -> None:
    text = tmp_path / "doan.txt"
    text.write_text(TEXT, encoding="utf-8-sig")

    first = program("register", project, "--add-from", text, "--json").json
    again = program("register", project, "--add-from", text)

    keys = ["kind", "number", "symbol", "date", "issuer", "title"]
    assert [list(document) for document in first] == [keys, keys]
    assert [list(document.values()) for document in first] == [
        ["Quyết định", "12", "QĐ-UBND", "2027-01-05", "UBND tỉnh", "giao chỉ tiêu"],
        ["Báo cáo", "9", "BC-SCX", None, "Sở", None],
    ]
    assert again.status == 0
    assert "đã thêm 0 văn bản" in again.out
    assert codes(project, paths) == ["12/QĐ-UBND", "9/BC-SCX"]


def test_a_text_may_come_from_another_command(program: Program, project: Path) -> None:
    found = program("register", project, "--add-from", "-", "--json", said=TEXT.encode()).json

    assert [document["number"] for document in found] == ["12", "9"]


def test_a_text_that_cannot_be_read_changes_nothing(
    tmp_path: Path, program: Program, project: Path, paths: Paths
) -> None:
    text = tmp_path / "doan.txt"
    text.write_bytes(TEXT.encode("utf-16"))

    outcome = program("register", project, "--add-from", text, "--json")

    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert codes(project, paths) == []


def test_the_real_report_fills_the_register(
    shared_data: Path, program: Program, project: Path
) -> None:
    report = shared_data / "binhdinh2021_report_6months.txt"

    found = program("register", project, "--add-from", report, "--json").json

    assert len(found) == 32
    assert len({(d["number"], d["symbol"]) for d in found}) == 32
