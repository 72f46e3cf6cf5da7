"""A report on paper, both as LibreOffice prints the Word file and as our own PDF, measured as the
plans are. All lengths in points unless they say mm.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from tests.e2e import test_rendered as rendered
from tests.reports import REPORT, records

Page = rendered.Page
_COPIES = 4  # of each paragraph, so that there are pages to number


def exported(folder: Path, ending: str) -> Path:
    """The report through the command line."""
    written = replace(REPORT, addressee="Ủy ban nhân dân tỉnh An Đông\nSở Nội vụ")
    longer = [
        replace(record, id=f"{record.id}-{copy}")
        for record in records()
        if isinstance(record, ReportParagraph) and not record.text.endswith(("./.", ":"))
        for copy in range(_COPIES)
    ]
    kept = [record for record in records() if record.id != REPORT.id]
    paths = Paths(folder / "data", folder / "config", folder / "logs")
    file, out = folder / "bao-cao.cchc", folder / f"bao-cao{ending}"
    Project.create(file, paths, first=added("Mẫu", [written, *kept, *longer])).close()
    words = ["export", "report", str(file), str(out), "--year", "2027", "--period", "q3"]
    command = [sys.executable, "-m", "cchc_desktop", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return out


@pytest.fixture(scope="module", params=[".docx", ".pdf"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    folder = tmp_path_factory.mktemp("report")
    file = exported(folder, request.param)
    if request.param == ".docx":
        rendered.printed_by_libreoffice([file], folder)
    return rendered.measured(folder / "bao-cao.pdf")


def parts(pages: list[Page]) -> list[list[Page]]:
    """The report's own pages, those of phụ lục I, those of phụ lục II."""
    starts = [n for n, page in enumerate(pages) if page.lines[0].text.startswith("Phụ lục I")]
    assert len(starts) == 2
    first, second = starts
    return [pages[:first], pages[first:second], pages[second:]]


def test_the_form_of_the_pages(pages: list[Page]) -> None:
    rendered.test_a4_and_margins(pages)
    own, figures, tasks = parts(pages)
    assert len(own) > 2
    assert all(page.width < page.height for page in (*own, *figures))
    assert all(page.width > page.height for page in tasks)


def test_the_head_with_its_addressees(pages: list[Page]) -> None:
    lines = [line.text for line in pages[0].lines]
    head = ("BÁO CÁO", "Công tác cải cách hành chính quý III năm 2027", "Kính gửi:",
            "- Ủy ban nhân dân tỉnh An Đông;", "- Sở Nội vụ.")  # fmt: skip
    assert [line for line in lines if line in head] == list(head)
    page = pages[0]
    label, first, last = (page.line(words) for words in head[2:])
    assert label.right <= first.left + 2  # dashes stand below the colon
    assert first.left == pytest.approx(last.left, abs=1)
    assert {size for line in (label, first, last) for _, size in line.fonts} == {14}
    text = page.line("Thực hiện Công văn số 95")
    assert last.baseline - text.baseline > 20
    title = page.line("quý III năm 2027")
    rule = page.rule_under(title)
    assert 1 / 3 <= (rule.right - rule.left) / (title.right - title.left) <= 1 / 2


def test_each_part_has_its_own_page_numbers(pages: list[Page]) -> None:
    for part in parts(pages):
        for number, page in enumerate(part, start=1):
            shown = [line.text for line in page.lines if page.height - line.top < 19 * rendered.MM]
            assert shown == ([str(number)] if number > 1 else [])


def test_the_appendices_say_what_they_belong_to(pages: list[Page]) -> None:
    _, figures, tasks = parts(pages)
    for part, title in ((figures, "SỐ LIỆU CẢI CÁCH"), (tasks, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ")):
        page = part[0]
        assert page.line(title).fonts == {(rendered.BOLD, 14)}
        reference = page.line("(Kèm theo Báo cáo số 412/BC-SNgV ngày 14 tháng 9 năm 2027")
        assert reference.fonts <= {(rendered.ITALIC, 13), (rendered.ITALIC, 14)}


def test_the_closing_ends_the_report(pages: list[Page]) -> None:
    own, *_ = parts(pages)
    lines = own[-1].lines
    assert any(line.text.endswith("./.") for line in lines)
    listed = [line.text for line in lines if {size for _, size in line.fonts} == {11}]
    assert listed[0] == "- Như trên;"
    assert listed[-1] == "- Lưu: VT, VP."
    assert own[-1].line("Trần Văn Mẫu").fonts == {(rendered.BOLD, 14)}
