"""The sheets of exported plans on paper, as LibreOffice prints them: no heading row ends a page."""

import random
import re
from pathlib import Path

import pytest

import resources
from cchc_desktop.documents.plan_sheet import plan_workbook
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task
from cchc_desktop.office.xlsx_writer import write_xlsx
from tests.e2e import test_rendered as rendered

Page = rendered.Page
HEADINGS = {rendered.BOLD, rendered.BOLD_ITALIC}
FOOTER = "Trang "
TITLES = ("KẾ HOẠCH", "TIẾN ĐỘ")  # of the two sheets
SEEDS = 3
LONG = ("Rà soát", "quy định", "về", "thủ tục", "và", "đề xuất", "sửa đổi", "cho phù hợp")


def long_plan(seed: int) -> tuple[Plan, list[Row]]:
    """A plan whose rows are of many heights and whose headings come at no regular distance."""
    draw = random.Random(seed)
    rows: list[Row] = []
    for n in range(90):
        if n % 14 == 0:
            rows.append(Area(f"a{n}", "p", len(rows), "I", "Cải cách thể chế"))
        if n % 14 == 0 or draw.random() < 0.15:
            rows.append(Group(f"g{n}", "p", len(rows), "1", "Kiểm soát thủ tục"))
        words = " ".join(draw.choices(LONG, k=draw.randint(2, 60)))
        task = Task(f"t{n}", "p", len(rows), str(n), text=words, lead="Văn phòng", time="Quý II")
        rows.append(task)
    return Plan("p", 2027, subject="Cải cách hành chính năm 2027"), rows


def ends_with_a_heading(page: Page) -> bool:
    """Whether the lowest line of the table is a heading: bold, numbered and alone in its row."""
    lines = [line for line in page.lines if not line.text.startswith(FOOTER)]
    last = min(lines, key=lambda line: line.baseline)
    beside = [line for line in lines if abs(line.baseline - last.baseline) < 2]
    numbered = re.match(r"([IVX]+|\d+)\. ", last.text)
    return len(beside) == 1 and numbered is not None and {f for f, _ in last.fonts} <= HEADINGS


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of several workbooks by name."""
    folder = tmp_path_factory.mktemp("sheets")
    sources = [(resources.path(f"sample/{name}.docx"), 2027) for name in rendered.SAMPLES]
    shared = Path(__file__).parents[3] / "shared" / "data"
    real = [(shared / "binhdinh2020_plan.docx", 2020), (shared / "dongnai2024_sample.docx", 2024)]
    sources += [(source, year) for source, year in real if source.exists()]
    files = [rendered.exported(source, folder, ".xlsx", year) for source, year in sources]
    for seed in range(SEEDS):
        files.append(folder / f"long{seed}.xlsx")
        write_xlsx(plan_workbook(*long_plan(seed)), files[-1])
    rendered.printed_by_libreoffice(files, folder)
    return {file.stem: rendered.measured(folder / f"{file.stem}.pdf") for file in files}


def test_no_heading_ends_a_page(printed: dict[str, list[Page]]) -> None:
    for name, pages in printed.items():
        orphaned = [n for n, page in enumerate(pages, start=1) if ends_with_a_heading(page)]
        assert orphaned == [], name


def test_the_head_is_repeated_and_pages_are_counted(printed: dict[str, list[Page]]) -> None:
    for name, pages in printed.items():
        for number, page in enumerate(pages, start=1):
            (foot,) = (line for line in page.lines if line.text.startswith(FOOTER))
            assert foot.text == f"{FOOTER}{number}/{len(pages)}"
            assert any("Nhiệm vụ" in line.text for line in page.lines), name


def test_no_page_between_others_is_nearly_empty(printed: dict[str, list[Page]]) -> None:
    for seed in range(SEEDS):
        pages = printed[f"long{seed}"]
        titled = [n for n, page in enumerate(pages) if page.lines[0].text.startswith(TITLES)]
        ends = {following - 1 for following in (*titled, len(pages))}
        for number in set(range(len(pages))) - ends:
            page = pages[number]
            assert min(rule.y for rule in page.rules) < page.height / 2, number
