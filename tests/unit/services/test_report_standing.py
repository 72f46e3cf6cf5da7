"""How a report stands: its paragraphs and headings in words; its sources as cards; its outline kept
for the next one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.report import Report, ReportHeading
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import report_editing, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_checking import report_check, report_findings
from cchc_desktop.services.report_outline import keep_outline
from cchc_desktop.services.report_standing import (
    NO_FLAWS,
    Flaws,
    HeadingState,
    StandingHeading,
    flaws_by_paragraph,
    standing,
)
from cchc_desktop.services.report_standing import State as Standing
from cchc_desktop.services.source import SourceKind
from cchc_desktop.services.source_cards import SourceCards
from cchc_desktop.settings import Paths, Person

RESULT = Result("r1", "t1", "q3-2027", "", "Đã rà soát 14 văn bản", State.DONE, said_by="VP")
LATE = Result("r2", "t2", "q3-2027", "", "Đã góp ý 02 dự thảo", State.DONE)
RECORDS = [
    Plan("p", 2027),
    Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu"),
    Area("a1", "p", 1, "I", "Cải cách thể chế"),
    Task("t1", "p", 2, number="1", text="Rà soát văn bản", time="Quý III"),
    Task("t2", "p", 3, number="2", text="Góp ý dự thảo", time="Quý III"),
    RESULT,
    RegisteredDocument("d1", "Kế hoạch", "31", "KH-SNgV", "2027-07-02", "Sở Ngoại vụ", "rà soát"),
    Evidence("e1", "d1", "r1"),
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        project.apply(added("Tạo", RECORDS))
        project.apply(begin_report(project, 2027, project.period(2027, "q3")))
        yield project


def report_of(project: Project) -> Report:
    report = reporting.report_of(project, project.period(2027, "q3"))
    assert report is not None
    return report


def the_che(project: Project, flaws: Mapping[str, Flaws] = NO_FLAWS) -> StandingHeading:
    """The heading of the area, as it stands."""
    redrafted = reporting.redraft(project, report_of(project))
    headings = standing(project, redrafted, flaws)
    return next(one for one in headings if one.heading.title == "Cải cách thể chế")


def write(project: Project, before: Result | None, after: Result | None) -> None:
    project.apply(Change("Ghi kết quả", (Edit(before, after),)))


def states(project: Project) -> tuple[list[Standing], HeadingState]:
    found = the_che(project)
    return [entry.state for entry in found.entries], found.state


def test_drafted_then_edited(project: Project) -> None:
    assert states(project) == ([Standing.DRAFT], HeadingState.DRAFT)
    entry = the_che(project).entries[0]
    project.apply(report_editing.edit_paragraph(project, entry.id, f"{entry.text} Tốt."))
    assert states(project) == ([Standing.EDITED], HeadingState.EDITED)
    heading = the_che(project).heading
    project.apply(report_editing.insert_paragraph(project, heading.id, "- Câu tự viết."))
    assert states(project)[0] == [Standing.EDITED, Standing.OWN]


def test_a_source_that_changed_is_told_first(project: Project) -> None:
    entry = the_che(project).entries[0]
    project.apply(report_editing.edit_paragraph(project, entry.id, f"{entry.text} Tốt."))
    write(project, RESULT, replace(RESULT, text="Đã rà soát 16 văn bản"))
    assert states(project) == ([Standing.CHANGED], HeadingState.CHANGED)
    changed = the_che(project).entries[0]
    assert "16 văn bản" in changed.offered
    assert "14 văn bản" in changed.text


def test_what_is_new_and_what_is_gone(project: Project) -> None:
    write(project, None, LATE)
    found = the_che(project).entries
    assert [entry.state for entry in found] == [Standing.DRAFT, Standing.NEW]
    assert found[1].text == ""
    assert "02 dự thảo" in found[1].offered
    assert found[1].id == the_che(project).entries[1].id, "drafted anew it is the same offer"
    write(project, LATE, None)
    write(project, RESULT, None)
    project.apply(Change("Xoá", (Edit(project.record("e1"), None),)))
    assert states(project) == ([Standing.GONE], HeadingState.CHANGED)


def test_a_heading_without_words(project: Project) -> None:
    entry = the_che(project).entries[0]
    project.apply(report_editing.delete_paragraphs(project, [entry.id]))
    assert states(project) == ([], HeadingState.EMPTY)
    redrafted = reporting.redraft(project, report_of(project))
    names = {one.full_name: one.state for one in standing(project, redrafted)}
    assert names["II. Kết quả thực hiện"] == HeadingState.NONE
    assert names["II.1. Cải cách thể chế"] == HeadingState.EMPTY
    assert "Mở đầu" in names


def test_what_a_check_says_stands_with_the_paragraph(project: Project) -> None:
    entry = the_che(project).entries[0]
    words = f"{entry.text} Sở đã có văn bản gửi tỉnh; đã có  văn bản gửi huyện."
    project.apply(report_editing.edit_paragraph(project, entry.id, words))
    check = report_check(project, report_of(project))
    findings = report_findings(project, report_of(project), check=check)
    found = the_che(project, flaws_by_paragraph(check, findings)).entries[0]
    assert "thiếu số" in found.marks
    assert len(set(found.marks)) == len(found.marks)
    assert all(words in found.text for words, _ in found.flaws)
    assert ("  ", "thừa dấu cách") in found.flaws


def test_only_paragraphs_changed(project: Project) -> None:
    redrafted = reporting.redraft(project, report_of(project))
    entry = the_che(project).entries[0]
    project.apply(report_editing.edit_paragraph(project, entry.id, "- Khác hẳn."))
    anew = reporting.redraft(project, report_of(project))
    assert reporting.held_anew(project, redrafted) == anew


# Cards


def test_a_source_says_where_it_is_and_what_it_was(project: Project) -> None:
    write(project, RESULT, replace(RESULT, text="Đã rà soát 16 văn bản"))
    cards, entry = SourceCards(project, report_of(project)), the_che(project).entries[0]
    assert entry.paragraph is not None
    first, second = cards.used(entry.paragraph, entry.offer)
    assert (first.changed, first.before) == (True, "Đã rà soát 14 văn bản")
    assert first.source.title == "Kết quả quý III · nhiệm vụ I.1"
    assert first.source.text == "Đã rà soát 16 văn bản"
    assert first.source.at == Place("t1")
    assert (second.source.kind, second.changed) == (SourceKind.DOCUMENT, False)
    assert second.source.title == "31/KH-SNgV · 02/7/2027"


def test_what_is_not_used_yet_goes_once_it_is_used(project: Project) -> None:
    heading = the_che(project).heading
    project.apply(report_editing.insert_paragraph(project, heading.id, "- Thêm."))
    write(project, None, LATE)
    cards = SourceCards(project, report_of(project))
    assert [source.id for source in cards.unused(heading)] == ["r2"]
    own = next(e for e in the_che(project).entries if e.state is Standing.OWN)
    project.apply(report_editing.insert_result(project, own.id, 2, "r2"))
    assert cards.unused(heading) == []
    assert {source.id for source in cards.insertable(SourceKind.RESULT)} == {"r1", "r2"}
    assert [source.id for source in cards.insertable(SourceKind.DOCUMENT)] == ["d1"]


# The outline for the periods to come


def test_an_outline_is_kept_with_its_places_open(project: Project) -> None:
    report = report_of(project)
    new = ReportHeading("mine", "", 0, 1, "V", "Kiến nghị quý III năm 2027")
    project.apply(report_editing.insert_headings(project, report, [new]))
    project.apply(keep_outline(project, report))
    best = outlines_for(project, 2028, project.period(2028, "q3"))[0]
    assert best.own
    titles = [heading.title for heading in best.headings]
    assert "Kiến nghị {kỳ}" in titles
    assert "Phương hướng, nhiệm vụ {kỳ sau}" in titles
    project.apply(report_editing.delete_heading(project, "mine"))
    project.apply(keep_outline(project, report))
    again = outlines_for(project, 2028, project.period(2028, "q3"))[0]
    assert again.outline == best.outline
    assert len(again.headings) == len(best.headings) - 1
