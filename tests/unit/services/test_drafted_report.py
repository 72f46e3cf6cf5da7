"""A drafted report names every document that it was given, with number and day, under its heading:
once with invented content, once with what a real report mentions.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Record, added
from cchc_desktop.domain.citation import read_citations
from cchc_desktop.domain.document_code import number_key
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

# the paragraphs of the report by the heading they stand under, and the plan's area that feeds it
_AREA_OF = {
    "I": "VII",
    "II.1": "I",
    "II.2": "II",
    "II.3": "III",
    "II.4": "IV",
    "II.5": "V",
    "II.6": "VI",
}
_HEADING = re.compile(r"\**\s*(?P<number>[IVX]+|\d)\.\s+(?P<title>\w[^.]*?)\s*\**")
INVENTED = """
Thực hiện Công văn số 12/SNV-CCHC ngày 05/02/2021 của Sở Nội vụ hướng dẫn báo cáo cải cách hành
chính định kỳ năm 2021, Sở Ngoại vụ báo cáo kết quả 6 tháng đầu năm 2021 như sau:

**I. Công tác chỉ đạo điều hành**

- Sở đã ban hành Kế hoạch số 5/KH-SNgV ngày 10/01/2021 về tuyên truyền năm 2021. Theo đó, đã tổ
chức 02 buổi.

**II. Kết quả thực hiện**

**1. Cải cách thể chế**

- Thực hiện Quyết định số 77/QĐ-UBND ngày 14/01/2021 của UBND tỉnh về rà soát văn bản, Sở đã ban
hành Kế hoạch số 21/KH-SNgV ngày 03/3/2021 về rà soát văn bản năm 2021.

- Đã góp ý 04 dự thảo.

**2. Cải cách thủ tục hành chính**

- Sở đã có Văn bản số 88/SNgV-VP ngày 29/4/2021 về việc đăng ký danh mục thủ tục hành chính; Văn
phòng UBND tỉnh đã trả lời tại Công văn số 9/VPUBND-KSTT ngày 10/5/2021.

**6. Hiện đại hóa hành chính**

- Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về giao dịch điện tử và Quyết
định số 77/QĐ-UBND ngày 14/01/2021, Sở đã số hóa 120 hồ sơ.

**III. Khó khăn, vướng mắc**

Chưa có người làm văn thư.

**IV. Phương hướng, nhiệm vụ**

- Rà soát văn bản theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

Trên đây là Báo cáo của Sở Ngoại vụ./.
"""


@dataclass
class Written:
    """A report as somebody wrote it: its paragraphs by the number of their heading."""

    paragraphs: dict[str, list[str]]

    @property
    def text(self) -> str:
        return "\n".join(one for under in self.paragraphs.values() for one in under)


def written(text: str) -> Written:
    text = text[: text.index("Trên đây là Báo cáo")]
    paragraphs: dict[str, list[str]] = {"": []}
    above, heading = "", ""
    for block in re.split(r"\n\s*\n", text):
        line = " ".join(block.replace("#", "").split())
        found = _HEADING.fullmatch(line.strip("* "))
        if found is None:
            if line.startswith(("- ", "Thực hiện ")) or not paragraphs[heading]:
                paragraphs[heading].append(line)
            else:
                paragraphs[heading][-1] += f" {line}"
            continue
        number = found["number"]
        above = number if not number.isdigit() else above
        heading = f"{above}.{number}" if number.isdigit() else number
        paragraphs[heading] = []
    paragraphs[""] = [one for one in paragraphs[""] if one.startswith("Thực hiện")]
    return Written(paragraphs)


def registered(text: str) -> list[RegisteredDocument]:
    return [
        RegisteredDocument(
            f"d{place}",
            one.kind,
            one.number,
            one.symbol,
            one.issued.isoformat() if one.issued else "",
            one.issuer,
            one.title,
        )
        for place, one in enumerate(read_citations(text).citations)
        if one.kind != "Luật"  # cited by its name alone
    ]


def cited_in(text: str, register: Sequence[RegisteredDocument]) -> set[str]:
    """The số, ký hiệu of the register's documents that a text cites."""
    keys = {number_key(document.number, document.symbol): document for document in register}
    found = [keys.get(number_key(one.number, one.symbol)) for one in read_citations(text).citations]
    return {document.code for document in found if document is not None}


def filled(report: Written, rows: Sequence[Area | Task], *, verbatim: bool) -> list[Record]:
    """The records of a project in which somebody has entered what the report mentions."""
    register = registered(report.text)
    by_code = {document.code: document for document in register}
    records: list[Record] = [*register]
    areas: dict[str, list[Task]] = {}
    for row in rows:
        if isinstance(row, Area):
            areas[row.number] = []
        else:
            areas[list(areas)[-1]].append(row)
    for heading, area in _AREA_OF.items():
        for place, text in enumerate(report.paragraphs.get(heading, [])):
            task = areas[area][place % len(areas[area])]
            occurrence = f"2021-{place + 1:02d}-28"
            said = text.removeprefix("- ") if verbatim else f"Đã xong phần {place + 1}."
            result = Result(f"{task.id}-{place}", task.id, "h1-2021", occurrence, said, State.DONE)
            records.append(result)
            for code in sorted(cited_in(text, register)):
                link = f"{result.id}-{code}"
                records.append(Evidence(link, by_code[code].id, result.id))
    first = areas["I"][0]
    records += [
        Result("r3", first.id, "h1-2021", "x", difficulty=report.paragraphs["III"][0]),
        *(
            Result(f"r4-{n}", task.id, "h1-2021", "y", next_step=text.removeprefix("- "))
            for n, (text, task) in enumerate(
                zip(report.paragraphs["IV"], tasks(rows), strict=False)
            )
        ),
    ]
    return records


def tasks(rows: Sequence[Area | Task]) -> list[Task]:
    return [row for row in rows if isinstance(row, Task)]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", tmp_path, tmp_path)


def drafted(tmp_path: Path, paths: Paths, records: Sequence[Record]) -> dict[str, str]:
    """The text under each heading of a report that is drafted from the records."""
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        plan = Plan("p", 2021, subject="Cải cách hành chính của Sở Ngoại vụ năm 2021")
        agency = Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
        project.apply(added("Tạo", [plan, agency, *records]))
        period = project.period(2021, "h1")
        project.apply(begin_report(project, 2021, period))
        report = reporting.report_of(project, period)
        assert report is not None
        assert reporting.redraft(project, report).findings == ()
        found: dict[str, str] = {}
        above = ""
        for heading, under in reporting.printed(project, report):
            above = heading.number if heading.level == 1 else above
            number = heading.number if heading.level < 2 else f"{above}.{heading.number}"
            found[number] = "\n".join([found.get(number, ""), *(p.text for p in under)])
        return found


def expected(report: Written) -> dict[str, set[str]]:
    register = registered(report.text)
    return {
        heading: cited_in("\n".join(under), register)
        for heading, under in report.paragraphs.items()
    }


def invented_rows() -> list[Area | Task]:
    rows: list[Area | Task] = []
    for number, title in zip(
        ("I", "II", "III", "IV", "V", "VI", "VII"),
        (
            *("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy"),
            *("Cải cách chế độ công vụ", "Cải cách tài chính công", "6. Xây dựng CQĐT, CQS"),
            "Công tác chỉ đạo, điều hành cải cách hành chính",
        ),
        strict=True,
    ):
        rows.append(Area(f"a{number}", "p", len(rows), number, title))
        for place in range(2):
            rows.append(Task(f"t{number}{place}", "p", len(rows), text=f"Việc {number}.{place}"))
    return rows


def real_rows(shared_data: Path) -> list[Area | Task]:
    stored = json.loads((shared_data / "binhdinh2020_tasks.json").read_text(encoding="utf-8"))
    rows: list[Area | Task] = []
    title = ""
    for place, fields in enumerate(stored):
        if fields["area"] != title:
            title = fields["area"]
            number, _, name = title.partition(". ")
            rows.append(Area(f"a{place}", "p", len(rows), number, name))
        kept = {
            key: fields[key] or ""
            for key in ("text", "deliverable", "lead", "time")
            if key in fields
        }
        rows.append(Task(f"t{place}", "p", len(rows), **{**kept, "text": fields["task"]}))
    return rows


@pytest.mark.parametrize("verbatim", [True, False])
def test_every_document_of_an_invented_report(tmp_path: Path, paths: Paths, verbatim: bool) -> None:
    report = written(INVENTED)
    wanted = expected(report)
    assert sum(map(len, wanted.values())) == 9
    rows = invented_rows()
    records = [*rows, *filled(report, rows, verbatim=verbatim)]
    check(report, drafted(tmp_path, paths, records))


@pytest.mark.parametrize("verbatim", [True, False])
def test_every_document_of_a_real_report(
    tmp_path: Path, paths: Paths, shared_data: Path, verbatim: bool
) -> None:
    file = shared_data / "binhdinh2021_report_6months.txt"
    report = written(file.read_text(encoding="utf-8"))
    assert sum(map(len, expected(report).values())) >= 31
    rows = real_rows(shared_data)
    records = [*rows, *filled(report, rows, verbatim=verbatim)]
    check(report, drafted(tmp_path, paths, records))


def check(report: Written, found: dict[str, str]) -> None:
    register = registered(report.text)
    for heading, wanted in expected(report).items():
        assert cited_in(found[heading], register) == wanted, heading
    days = {
        number_key(one.number, one.symbol): one.issued.isoformat() if one.issued else ""
        for one in read_citations("\n".join(found.values())).citations
    }
    for document in register:
        assert days[number_key(document.number, document.symbol)] == document.issued
