"""The next report starts from the last one that was sent: written here and frozen, or taken in from
Word.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from cchc_desktop.domain.agency import Agency, Signer
from cchc_desktop.domain.change import added
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services import planning, report_editing
from cchc_desktop.services.beginning_report import begin_report, outlines_to_begin
from cchc_desktop.services.last_report import last_sent, said_before, year_before
from cchc_desktop.services.old_reports import keep_old_report
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_checking import cures, report_findings
from cchc_desktop.services.report_outline import keep_outline
from cchc_desktop.services.report_standing import State, standing
from cchc_desktop.services.reporting import in_order, printed, redraft, report_of
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.services.sent_reports import freeze
from cchc_desktop.settings import Paths, Person
from tests.reports import own_outline

OPENING = (
    "Thực hiện Công văn số 77/SNV-CCHC ngày 01/6/2027 của Sở Nội vụ, Sở Ngoại vụ tỉnh Mẫu báo cáo "
    "công tác cải cách hành chính 6 tháng đầu năm 2027 như sau:"
)
SHORTAGE = "- Trong 6 tháng đầu năm 2027, Sở còn thiếu 01 biên chế."
ASKED = "- Đề nghị UBND tỉnh bố trí kinh phí nâng cấp máy chủ."
OLD = (
    *("UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "Số: 250/BC-SNgV", "Mẫu, ngày 12 tháng 6 năm 2027"),
    *("BÁO CÁO", "Công tác cải cách hành chính 6 tháng đầu năm 2027", "Kính gửi: Sở Nội vụ"),
    *(OPENING, "I. Công tác chỉ đạo, điều hành", "- Đã ban hành kế hoạch."),
    *("II. Kết quả đạt được", "1. Về thể chế", "- Đã rà soát 05 văn bản."),
    *("2. Về kiểm soát TTHC", "- Đã công bố 02 thủ tục.", "- Đã niêm yết 30 thủ tục."),
    *("III. Tồn tại, hạn chế", SHORTAGE, "IV. Nhiệm vụ trọng tâm Quý III/2027"),
    *("- Sơ kết 6 tháng.", "V. Kiến nghị, đề xuất", ASKED),
    *("Trên đây là Báo cáo của Sở 6 tháng đầu năm 2027./.", "Nơi nhận:", "- Như trên;"),
    *("- Chánh Văn phòng;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Mẫu"),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    path, who = tmp_path / "KH.cchc", Person("Lan", "PC")
    with Project.create(path, paths, who, first=whole_sample()) as project:
        yield project


def begun(project: Project, key: str = "q3") -> Report:
    period = project.period(2027, key)
    project.apply(begin_report(project, 2027, period))
    report = report_of(project, period)
    assert report is not None
    return report


def take_in(
    project: Project,
    folder: Path,
    key: str = "h1",
    year: int = 2027,
    lines: tuple[str, ...] = OLD,
) -> None:
    """The old report from its Word file."""
    document, file = docx.Document(), folder / "cũ.docx"
    for line in lines:
        document.add_paragraph(line)
    document.save(str(file))
    period = project.period(year, key)
    project.apply(keep_old_report(project, file, read_any_file(file), period))


def said(project: Project, report: Report) -> dict[str, list[str]]:
    return {h.title or h.content: [p.text for p in ps] for h, ps in printed(project, report)}


def under(project: Project, report: Report, content: str) -> list[ReportParagraph]:
    return next(ps for heading, ps in in_order(project, report) if heading.content == content)


def carried(project: Project, report: Report) -> list[Finding]:
    return [found for found in report_findings(project, report) if found.rule == "carried"]


def work_on(project: Project, report: Report) -> None:
    """What a clerk does to a report by hand before it is sent."""
    (opening,) = under(project, report, "opening")
    project.apply(report_editing.edit_paragraph(project, opening.id, OPENING))
    headings = {heading.content: heading for heading in project.report_headings(report)}
    difficulties = headings["difficulties"]
    project.apply(report_editing.insert_paragraph(project, difficulties.id, SHORTAGE))
    results = headings["results"]
    project.apply(report_editing.insert_paragraph(project, results.id, "- Việc của kỳ này."))
    new = ReportHeading("v", report.id, 0, 1, "V", "Kiến nghị, đề xuất")
    closing = headings["closing"]
    project.apply(report_editing.insert_headings(project, report, [new], closing.id))
    project.apply(report_editing.insert_paragraph(project, "v", ASKED))
    project.apply(
        planning.edit(
            project,
            report.id,
            addressee="Sở Nội vụ",
            recipients="Chánh Văn phòng\nLưu: VT",
            authority="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
            signer="Trần Văn Mẫu",
            with_tasks=False,
        )
    )


def frozen(project: Project) -> None:
    work_on(project, begun(project, "h1"))
    report = report_of(project, project.period(2027, "h1"))
    assert report is not None
    project.apply(freeze(project, report, None, date(2027, 6, 15), "12", "2027-06-14"))


def test_the_next_report_starts_from_the_one_that_was_sent(project: Project) -> None:
    frozen(project)
    report = begun(project)
    assert (report.number, report.issued, report.with_tasks) == ("", "", False)
    assert (report.addressee, report.addressee_due) == ("Sở Nội vụ", True)
    assert report.recipients == "Như trên\nChánh Văn phòng\nLưu: VT"
    assert (report.authority, report.signer) == ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Trần Văn Mẫu")
    texts = said(project, report)
    assert texts["opening"] == [OPENING.replace("6 tháng đầu", "quý III")]
    assert texts["Khó khăn, vướng mắc"][-1] == SHORTAGE
    assert texts["Kiến nghị, đề xuất"] == [ASKED]
    assert "- Việc của kỳ này." not in [text for under in texts.values() for text in under]
    assert report.subject == "Công tác cải cách hành chính quý III năm 2027"
    titles = [heading.title for heading in project.report_headings(report)]
    assert "Phương hướng, nhiệm vụ quý IV năm 2027" in titles


def test_headings_that_had_no_words_are_there_again(project: Project) -> None:
    report = begun(project)
    headings = project.report_headings(report)
    empty = [h.title for h, paragraphs in in_order(project, report) if h.title and not paragraphs]
    assert len(empty) > 3, "some right under another"
    project.apply(freeze(project, report, None, date(2027, 9, 15), "12", "2027-09-14"))
    year = begun(project, "year")
    again = project.report_headings(year)
    assert [(h.level, h.number, h.content, h.areas) for h in again] == [
        (h.level, h.number, h.content, h.areas) for h in headings
    ]
    before = [line for one in said_before(project, year) for ls in one.said.values() for line in ls]
    assert not [line for line in before if any(line.endswith(title) for title in empty)]


def test_what_goes_on_names_its_source_and_its_old_times_are_found(project: Project) -> None:
    frozen(project)
    report, (sent,) = begun(project), project.sent_reports()
    *_, shortage = under(project, report, "difficulties")
    assert shortage.sources == ((0, len(SHORTAGE), sent.id),)
    (opening,) = under(project, report, "opening")
    assert opening.key == "opening"
    assert opening.draft != opening.text
    headings = standing(project, redraft(project, report))
    states = {entry.id: entry.state for heading in headings for entry in heading.entries}
    assert (states[opening.id], states[shortage.id]) == (State.EDITED, State.CARRIED)
    stale = [f for f in report_findings(project, report) if f.rule == "stale-period"]
    assert [finding.at and finding.at.record_id for finding in stale] == [shortage.id]
    found, other = carried(project, report)
    assert (found.at and found.at.record_id, found.mark) == (shortage.id, "từ kỳ trước")
    (keep,) = cures(project, report, found)
    assert keep.label == "Giữ"
    project.apply(keep)
    assert carried(project, report) == [other]
    project.undo()
    project.apply(report_editing.edit_paragraph(project, shortage.id, "- Còn thiếu biên chế."))
    assert carried(project, report) == [other]
    headings = standing(project, redraft(project, report))
    states = {entry.id: entry.state for heading in headings for entry in heading.entries}
    assert states[shortage.id] is State.OWN


def test_what_was_sent_counts_not_what_became_of_the_report(project: Project) -> None:
    frozen(project)
    last = report_of(project, project.period(2027, "h1"))
    assert last is not None
    project.apply(planning.edit(project, last.id, signer="Người Khác", recipients="Lưu: VT"))
    (opening,) = under(project, last, "opening")
    project.apply(report_editing.edit_paragraph(project, opening.id, "Sửa sau khi gửi:"))
    report = begun(project)
    assert report.signer == "Trần Văn Mẫu"
    assert said(project, report)["opening"] == [OPENING.replace("6 tháng đầu", "quý III")]
    project.undo()
    last = report_of(project, project.period(2027, "h1"))
    assert last is not None
    project.apply(report_editing.delete_report(project, last))
    report = begun(project)
    assert report.signer == "Trần Văn Mẫu"
    assert said(project, report)["Kiến nghị, đề xuất"] == [ASKED]


def test_what_was_only_drafted_is_drafted_anew(project: Project) -> None:
    report = begun(project, "h1")
    project.apply(freeze(project, report, None, date(2027, 6, 15), "12", "2027-06-14"))
    plain = begin_report(project, 2027, project.period(2027, "q3"))
    report = begun(project)
    drafted = {p.text for p in project.report_paragraphs(report)}
    assert not [p for p in project.report_paragraphs(report) if not p.key or p.edited]
    assert drafted == {e.record.text for e in plain.edits if isinstance(e.record, ReportParagraph)}
    assert (report.recipients, report.signer, report.place, report.symbol) == ("", "", "", "")


def test_an_old_report_from_word_is_such_a_version(project: Project, tmp_path: Path) -> None:
    take_in(project, tmp_path)
    report = begun(project)
    texts = said(project, report)
    assert texts["opening"] == [OPENING.replace("6 tháng đầu", "quý III")]
    assert texts["Tồn tại, hạn chế"][-1] == SHORTAGE
    assert texts["Kiến nghị, đề xuất"] == [ASKED]
    assert texts["closing"] == ["Trên đây là Báo cáo của Sở quý III năm 2027./."]
    assert "Nhiệm vụ trọng tâm quý IV năm 2027" in texts
    assert any("thủ tục" in text for text in texts["Về kiểm soát TTHC"])
    assert "- Đã công bố 02 thủ tục." not in texts["Về kiểm soát TTHC"]
    assert report.addressee == "Sở Nội vụ"
    assert report.recipients == "Như trên\nChánh Văn phòng\nLưu: VT"
    assert (report.authority, report.signer) == ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Trần Văn Mẫu")


def test_the_offices_own_outline_goes_before_the_headings_of_the_last_report(
    project: Project, tmp_path: Path
) -> None:
    take_in(project, tmp_path)
    period = project.period(2027, "q3")
    names = [full.outline.name for full in outlines_to_begin(project, 2027, period)]
    assert names[0] == "Báo cáo 6 tháng đầu năm 2027 đã gửi"
    shipped = outlines_for(project, 2027, period)[0]
    project.apply(own_outline(shipped, "Của Sở"))
    names = [full.outline.name for full in outlines_to_begin(project, 2027, period)]
    assert names[:2] == ["Của Sở", "Báo cáo 6 tháng đầu năm 2027 đã gửi"]
    report = begun(project)
    assert report.addressee == ""  # the office's outline says that there is no Kính gửi
    assert said(project, report)["Khó khăn, vướng mắc"][-1] == SHORTAGE


def test_an_outline_with_a_kinh_gui_has_one_in_each_report(project: Project) -> None:
    report = begun(project, "h1")
    project.apply(planning.edit(project, report.id, addressee_due=True))
    report = replace(report, addressee_due=True)
    project.apply(keep_outline(project, report))
    (outline,) = project.outlines()
    assert outline.addressee_due
    project.apply(report_editing.delete_report(project, report))
    again = begun(project, "h1")
    assert again.addressee_due
    rules = [finding.rule for finding in report_findings(project, again)]
    assert "no-addressee" in rules
    project.apply(planning.edit(project, again.id, addressee_due=False))
    again = replace(again, addressee_due=False)
    assert "no-addressee" not in [f.rule for f in report_findings(project, again)]
    project.apply(keep_outline(project, again))
    assert not project.outlines()[0].addressee_due


def test_who_may_sign_by_the_profile_signs(project: Project, tmp_path: Path) -> None:
    take_in(project, tmp_path)
    project.apply(added("Ký", [Signer("s1", "GIÁM ĐỐC", "Lê Thị Thử")]))
    change = begin_report(project, 2027, project.period(2027, "q3"))
    assert signed(change.edits[0].record) == ("", "")  # the profile's one signer
    deputy = Signer("s2", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Trần Văn Mẫu")
    project.apply(added("Ký", [deputy]))
    change = begin_report(project, 2027, project.period(2027, "q3"))
    assert signed(change.edits[0].record) == (deputy.authority, deputy.name)


def signed(report: object) -> tuple[str, str]:
    assert isinstance(report, Report)
    return report.authority, report.signer


def test_of_another_office_only_where_the_report_went(project: Project, tmp_path: Path) -> None:
    agency = project.agency(2027)
    assert agency is not None
    project.apply(planning.edit(project, agency.id, name="SỞ TÀI CHÍNH"))
    assert isinstance(project.record(agency.id), Agency)
    take_in(project, tmp_path)
    report = begun(project)
    assert (report.addressee, report.signer, report.symbol) == ("Sở Nội vụ", "", "")


def test_the_last_is_of_the_period_before_and_the_newest_version(
    project: Project, tmp_path: Path
) -> None:
    q3 = project.period(2027, "q3")
    assert (last_sent(project, q3), year_before(project, q3)) == (None, None)
    for key, year in (("q3", 2026), ("q1", 2027), ("year", 2027), ("h1", 2027), ("h1", 2027)):
        take_in(project, tmp_path, key, year)
    first, second = [sent for sent in project.sent_reports() if sent.period_id == "h1-2027"]
    newer = replace(second, issued="2027-06-20")
    project.apply(planning.edit(project, second.id, issued=newer.issued))
    assert last_sent(project, q3) == newer
    formerly = year_before(project, q3)
    assert formerly is not None
    assert formerly.period_id == "q3-2026"
    assert first != newer


def test_what_both_said_under_the_headings_of_a_report(project: Project, tmp_path: Path) -> None:
    take_in(project, tmp_path, "q3", 2026)
    take_in(project, tmp_path)
    report = begun(project)
    last, formerly = said_before(project, report)
    assert [x.sent.period_id for x in (last, formerly)] == ["h1-2027", "q3-2026"]
    headings = {heading.id: heading.title for heading in project.report_headings(report)}
    told = {headings[heading_id]: lines for heading_id, lines in last.said.items()}
    assert told["Về kiểm soát TTHC"] == ("- Đã công bố 02 thủ tục.", "- Đã niêm yết 30 thủ tục.")
    assert told["Nhiệm vụ trọng tâm quý IV năm 2027"] == ("- Sơ kết 6 tháng.",)
    assert told["Kiến nghị, đề xuất"] == (ASKED,)


def test_each_of_the_first_lines_goes_on(project: Project, tmp_path: Path) -> None:
    basis = "Căn cứ Kế hoạch số 5/KH-UBND ngày 10/01/2027 của UBND tỉnh Mẫu;"
    at = OLD.index(OPENING)
    take_in(project, tmp_path, lines=(*OLD[:at], basis, *OLD[at:]))
    first, second = under(project, begun(project), "opening")
    assert (first.text, first.key, first.carried) == (basis, "", True)
    assert (second.key, second.edited) == ("opening", True)
