"""What the clerk does to a report by hand: order, headings, and what is put in at the caret."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import figures, report_editing, report_sources, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_sources import Unused
from cchc_desktop.settings import Paths, Person

RECORDS = [
    Plan("p", 2027),
    Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu"),
    Area("a1", "p", 1, "I", "Cải cách thể chế"),
    Task("t1", "p", 2, text="Rà soát văn bản", time="Quý I"),
    Task("t2", "p", 3, text="Góp ý dự thảo", time="Quý I"),
    Result("r1", "t1", "h1-2027", "", "Đã rà soát 14 văn bản", State.DONE),
    Result("r2", "t2", "h1-2027", "", "Đã góp ý 02 dự thảo", State.DONE),
    RegisteredDocument("d1", "Kế hoạch", "31", "KH-SNgV", "2027-04-02", "Sở Ngoại vụ", "rà soát"),
    RegisteredDocument("d2", "Quyết định", "118", "QĐ-UBND", "2027-04-14", "UBND tỉnh"),
    Evidence("e1", "d1", "r1"),
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        project.apply(added("Tạo", RECORDS))
        project.apply(begin_report(project, 2027, project.period(2027, "h1")))
        yield project


def report_of(project: Project) -> Report:
    report = reporting.report_of(project, project.period(2027, "h1"))
    assert report is not None
    return report


def by_key(project: Project, key: str) -> ReportParagraph:
    return next(p for p in project.report_paragraphs(report_of(project)) if p.key == key)


def heading(project: Project, title: str) -> ReportHeading:
    headings = project.report_headings(report_of(project))
    return next(h for h in headings if h.title.startswith(title))


def texts(project: Project, title: str) -> list[str]:
    wanted = heading(project, title).id
    return [
        p.text
        for h, under in reporting.printed(project, report_of(project))
        for p in under
        if h.id == wanted
    ]


def do(project: Project, change: Change) -> None:
    """The change applied, taken back, and applied again."""
    project.apply(change)
    project.apply(change.inverse())
    project.apply(change)


THE_CHE = "Cải cách thể chế"
FIRST = (
    "- Sở đã ban hành Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về rà soát; theo đó, "
    "đã rà soát 14 văn bản."
)
SECOND = "- Đã góp ý 02 dự thảo."


def test_a_paragraph_of_the_clerks_own(project: Project) -> None:
    assert texts(project, THE_CHE) == [FIRST, SECOND]
    second = by_key(project, "task:t2")
    where = heading(project, THE_CHE).id
    do(project, report_editing.insert_paragraph(project, where, "- Việc khác.", second.id))
    assert texts(project, THE_CHE) == [FIRST, "- Việc khác.", SECOND]
    own = next(p for p in project.report_paragraphs(report_of(project)) if not p.key)
    assert own.edited
    do(project, report_editing.edit_paragraph(project, own.id, " "))
    assert not project.holds(own.id)


def test_paragraphs_are_moved(project: Project) -> None:
    first, second = by_key(project, "task:t1"), by_key(project, "task:t2")
    where = heading(project, THE_CHE).id
    do(project, report_editing.move_paragraphs(project, [second.id], where, first.id))
    assert texts(project, THE_CHE) == [SECOND, FIRST]
    other = heading(project, "Cải cách tài chính công").id
    do(project, report_editing.move_paragraphs(project, [first.id], other))
    assert texts(project, THE_CHE) == [SECOND]
    assert texts(project, "Cải cách tài chính công") == [FIRST]
    assert reporting.redraft(project, report_of(project)).flagged == ()


def test_a_heading_goes_alone(project: Project) -> None:
    do(project, report_editing.delete_heading(project, heading(project, THE_CHE).id))
    assert texts(project, "Kết quả thực hiện") == [FIRST, SECOND]
    opening = project.report_headings(report_of(project))[0]
    said = by_key(project, "opening").text
    do(project, report_editing.delete_heading(project, opening.id))
    assert texts(project, "Công tác chỉ đạo")[0] == said


def test_headings_are_put_in_and_moved(project: Project) -> None:
    report, third = report_of(project), heading(project, "Khó khăn")
    new = ReportHeading("h", "", 0, 1, "V", "Kiến nghị, đề xuất")
    do(project, report_editing.insert_headings(project, report, [new], third.id))
    titles = [h.title for h in project.report_headings(report)]
    assert titles.index("Kiến nghị, đề xuất") == titles.index("Khó khăn, vướng mắc") - 1
    do(project, report_editing.move_headings(project, ["h"]))
    assert project.report_headings(report)[-1].id == "h"


def test_a_citation_is_full_the_first_time(project: Project) -> None:
    second = by_key(project, "task:t2")
    at = len("- Đã góp ý")
    do(project, report_editing.insert_citation(project, second.id, at, "d2"))
    full = "Quyết định số 118/QĐ-UBND ngày 14/4/2027 của UBND tỉnh"
    after = by_key(project, "task:t2")
    assert after.text == f"- Đã góp ý {full} 02 dự thảo."
    words = {source: after.text[start:end] for start, end, source in after.sources}
    assert words["d2"] == full
    do(project, report_editing.insert_citation(project, second.id, len(after.text) - 1, "d2"))
    assert by_key(project, "task:t2").text.endswith("dự thảo Quyết định số 118/QĐ-UBND.")


def test_what_stands_before_decides(project: Project) -> None:
    at = len("- ")
    do(project, report_editing.insert_citation(project, by_key(project, "task:t2").id, at, "d1"))
    short = "- Kế hoạch số 31/KH-SNgV Đã góp ý 02 dự thảo."
    assert by_key(project, "task:t2").text == short
    opening = by_key(project, "opening")
    do(project, report_editing.insert_citation(project, opening.id, 0, "d1"))
    full = "Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về rà soát "
    assert by_key(project, "opening").text == full + opening.text


def test_a_figure_and_a_result_at_the_caret(project: Project) -> None:
    period = project.period(2027, "h1")
    for code, value in (("3.7", "196"), ("3.8", "125")):
        do(project, figures.write_figure(project, f"indicator-{code}", period, value))
    second = by_key(project, "task:t2")
    at = len(SECOND) - 1
    do(project, report_editing.insert_figure(project, second.id, at, "indicator-3.9"))
    assert by_key(project, "task:t2").text == "- Đã góp ý 02 dự thảo 63,78 %."
    end = len(by_key(project, "task:t2").text)
    do(project, report_editing.insert_result(project, second.id, end, "r1"))
    after = by_key(project, "task:t2")
    assert after.text == "- Đã góp ý 02 dự thảo 63,78 %. Đã rà soát 14 văn bản"
    words = {source: after.text[start:end] for start, end, source in after.sources}
    assert words["r1"] == "Đã rà soát 14 văn bản"
    assert words["indicator-3.9"] == "63,78 %"


def test_a_report_is_taken_away(project: Project) -> None:
    report = report_of(project)
    do(project, report_editing.delete_report(project, report))
    assert reporting.report_of(project, project.period(2027, "h1")) is None
    assert project.report_paragraphs(report) == []


def test_what_a_heading_could_still_say(project: Project) -> None:
    period, report = project.period(2027, "h1"), report_of(project)
    where = heading(project, THE_CHE).id
    assert report_sources.unused_sources(project, report, where) == Unused((), (), ())
    do(project, figures.write_figure(project, "indicator-2.1", period, "3"))
    first = by_key(project, "task:t1")
    do(project, report_editing.edit_paragraph(project, first.id, "- Viết lại hết."))
    found = report_sources.unused_sources(project, report, where)
    assert [r.id for r in found.results] == ["r1"]
    assert [d.id for d in found.documents] == ["d1"]
    assert [line.words for line in found.figures] == ["3 văn bản"]
