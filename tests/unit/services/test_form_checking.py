"""What the form check finds in a document of the project gets the place where it is written."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordFile
from docx.shared import Pt

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.content import Origin
from cchc_desktop.domain.finding import RESULT, Finding, Place
from cchc_desktop.domain.plan import Area, Plan, Section, Task
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.services import planning
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.chasing import chase_of, export_chase
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import export_plan, export_timeline, plan_as_document
from cchc_desktop.services.form_checking import FormCheck, check_form, check_printed
from cchc_desktop.services.form_repair import repair_copy
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_exporting import export_report
from cchc_desktop.services.sample import whole_sample
from cchc_desktop.settings import Paths
from tests.reports import REPORT
from tests.reports import contents as report_contents

soffice = shutil.which("soffice")
Edited = Callable[[WordFile], None]


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Project:
    return Project.create(tmp_path / "mau.cchc", paths, first=whole_sample())


@pytest.fixture
def plan(project: Project) -> Plan:
    found = project.plan(2027)
    assert found is not None
    return found


def found_in(check: FormCheck) -> dict[str, Finding]:
    return {finding.rule: finding for finding in check.findings}


def places(finding: Finding) -> list[Place | None]:
    return [finding.at, *finding.also]


def edited(source: Path, edit: Edited) -> Path:
    """The file as somebody changed it in Word."""
    opened = docx.Document(str(source))
    edit(opened)
    target = source.with_name(f"sửa {source.name}")
    opened.save(str(target))
    return target


def resaved(file: Path) -> Path:
    """The file as LibreOffice saves it."""
    if soffice is None:
        pytest.skip("LibreOffice, which saves the file anew, is missing")
    out = file.parent / "lo"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    kind = "docx:MS Word 2007 XML"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    return out / file.name


def widen(paragraph: Any) -> None:
    """Two blanks between two words."""
    run = next(run for run in paragraph.runs if run.text.count(" ") > 1)
    first, second, rest = run.text.split(" ", 2)
    run.text = f"{first} {second}  {rest}"


def with_words(opened: WordFile, words: str) -> Any:
    """The paragraph, in a table or not, that has these words; the last of several."""
    cells = [c for table in opened.tables for row in table.rows for c in row.cells]
    every = [*opened.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return [p for p in every if words in p.text][-1]


@pytest.fixture(params=["python-docx", "LibreOffice"])
def saved(request: pytest.FixtureRequest) -> Callable[[Path, Edited], Path]:
    """Edits a file and saves it with another program."""

    def save(source: Path, edit: Edited) -> Path:
        done = edited(source, edit)
        return resaved(done) if request.param == "LibreOffice" else done

    return save


def test_a_lawful_plan_is_known_and_has_nothing_to_jump_to(
    project: Project, plan: Plan, tmp_path: Path
) -> None:
    check = check_form(export_plan(project, plan, tmp_path).path, project)
    assert (check.findings, check.of, check.foreign) == ([], plan, False)


def test_places_of_a_plan_that_was_changed_outside(
    project: Project, plan: Plan, tmp_path: Path, saved: Callable[[Path, Edited], Path]
) -> None:
    sections = project.sections(plan)
    line = next((s, n) for s in sections for n, words in enumerate(s.body.splitlines())
                if n and words.startswith("c) "))  # fmt: skip
    tasks = [row for row in project.rows(plan) if isinstance(row, Task)]
    repeated = next(t for t in reversed(tasks) if t.time == "Thường xuyên")
    area = next(row for row in project.rows(plan) if isinstance(row, Area))

    def edit(opened: WordFile) -> None:
        widen(with_words(opened, line[0].body.splitlines()[line[1]]))
        widen(with_words(opened, area.title))
        time = [p for p in _cells(opened) if p.text == "Thường xuyên"][-1]
        time.runs[0].text = "Thường  xuyên"
        for one in opened.paragraphs:
            if one.text.startswith("1. Mục đích"):
                one.runs[0].font.size = Pt(18)
        with_words(opened, "Số:").runs[0].text = "Số: 5 /KH-SNgV"
        opened.sections[0].left_margin = Pt(20)

    check = check_form(saved(export_plan(project, plan, tmp_path).path, edit), project)
    found = found_in(check)
    assert check.of == plan
    assert set(places(found["text.blanks"])) == {
        Place(line[0].id, "body", line[1]),
        Place(area.id, "title"),
        Place(repeated.id, "time"),
    }
    heading = next(section for section in sections if section.title == "Mục đích")
    assert places(found["clause.size"]) == [Place(heading.id, "title")]
    assert found["number_line.marks"].at == Place(plan.id, "symbol")
    assert found["page.margin_left"].at is None


def _cells(opened: WordFile) -> list[Any]:
    rows = [row for table in opened.tables for row in table.rows]
    return [p for row in rows for cell in row.cells for p in cell.paragraphs]


def test_words_that_nobody_wrote_here_belong_to_what_stands_before(
    project: Project, plan: Plan, tmp_path: Path
) -> None:
    section = next(s for s in project.sections(plan) if s.title == "Yêu cầu")
    after = section.body.splitlines()[0]

    def edit(opened: WordFile) -> None:
        (at,) = (n for n, one in enumerate(opened.paragraphs) if one.text == after)
        for words in ("Thêm  một", "Thêm hai"):
            opened.paragraphs[at + 1].insert_paragraph_before(words)
        opened.paragraphs[0].insert_paragraph_before("Bản  thảo")

    found = found_in(check_form(edited(export_plan(project, plan, tmp_path).path, edit), project))
    assert Place(section.id) in places(found["text.blanks"])
    assert plan.id not in {place.record_id for place in places(found["text.blanks"]) if place}


def test_a_plan_of_another_project_or_year_is_not_taken_for_this_one(
    project: Project, plan: Plan, tmp_path: Path, paths: Paths
) -> None:
    file = export_plan(project, plan, tmp_path / "KH.docx").path
    bad = edited(file, lambda opened: widen(with_words(opened, "a) ")))
    with Project.create(tmp_path / "khac.cchc", paths, first=whole_sample()) as other:
        check = check_form(bad, other)
        assert (check.of, check.foreign) == (None, True)
        assert [finding.at for finding in check.findings] == [None]
    assert check_form(bad, None).foreign
    next_year = planning.new_plan(project, 2028)
    after = project.after(next_year)
    of_2028 = after.plan(2028)
    assert of_2028 is not None
    write_docx(plan_as_document(after, of_2028), tmp_path / "sau.docx")
    assert check_form(tmp_path / "sau.docx", project).foreign
    check = check_form(bad, after)
    assert check.of == plan
    assert all(place and after.record(place.record_id) for place in places(check.findings[0]))


def test_a_file_of_others_has_no_places(project: Project, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Thông  báo")
    document.save(str(tmp_path / "khac.docx"))
    check = check_form(tmp_path / "khac.docx", project)
    assert (check.of, check.foreign) == (None, False)
    assert not any(finding.at for finding in check.findings)


def test_the_head_and_foot_lead_to_the_plan_or_to_the_profile(project: Project, plan: Plan) -> None:
    agency = project.agency(2027)
    assert agency is not None
    bare = replace(plan, recipients="", authority="", signer="", place="", symbol="", number="7")
    other = replace(agency, place="an bình", symbol="sngv")
    signer = Signer("s", "KT GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "TS. Trần Văn Mẫu")
    listed = RecipientList("l", "KH", "Sở Nội vụ\nLãnh đạo Sở")
    records: dict[str, Any] = {r.id: r for r in (bare, other, signer, listed)}
    held = Contents({r.id: r for r in _records(project)} | records)

    found = found_in(check_printed(held, bare))

    assert found["recipient.archive"].at == Place("l", "lines")
    assert found["authority.abbreviation"].at == Place("s", "authority")
    assert found["signer.degree"].at == Place("s", "name")
    assert found["place_date.capitals"].at == Place(agency.id, "place")

    own = replace(bare, recipients="Sở Nội vụ", authority="GIÁM ĐỐC", signer="TS. Lê Văn Thử")
    found = found_in(check_printed(Contents(held._records | {own.id: own}), own))
    assert found["recipient.archive"].at == Place(plan.id, "recipients")
    assert found["signer.degree"].at == Place(plan.id, "signer")


def _records(project: Project) -> list[Any]:
    return [r for r in project._records.values() if not isinstance(r, Agency | Signer)]


def test_a_plan_is_checked_as_it_would_be_written(project: Project, plan: Plan) -> None:
    task = next(row for row in project.rows(plan) if isinstance(row, Task))
    project.apply(planning.edit(project, task.id, text="Rà soát  thủ tục , quy trình"))
    check = check_printed(project, plan)
    found = found_in(check)
    assert check.of == plan
    assert found.keys() == {"text.blanks", "text.mark"}
    assert found["text.blanks"].at == found["text.mark"].at == Place(task.id, "task")
    assert not any(finding.mendable for finding in check.findings)


def test_a_plan_that_does_not_mention_its_appendix(project: Project, plan: Plan) -> None:
    sections = project.sections(plan)
    for section in sections:
        words = section.body.replace("Phụ lục", "bảng").replace("phụ lục", "bảng")
        words = words.replace("kèm theo", "sau")
        project.apply(planning.edit(project, section.id, body=words))
    found = found_in(check_printed(project, plan))
    assert found["appendix.mentioned"].at == Place(sections[-1].id, "body")


def test_places_of_a_report(tmp_path: Path, saved: Callable[[Path, Edited], Path]) -> None:
    held = report_contents(replace(REPORT, addressee="Sở Nội vụ"))

    def edit(opened: WordFile) -> None:
        widen(with_words(opened, "117/2012"))
        widen(with_words(opened, "Khó khăn, vướng mắc"))
        widen(with_words(opened, "Hồ sơ đã giải quyết"))
        widen(with_words(opened, "Đã đăng 15 tin, bài"))
        widen(with_words(opened, "Rà soát thủ tục hành chính thuộc"))
        with_words(opened, "Kính gửi").runs[0].text = "Kính gửi Sở Nội vụ"

    report = held.record("report")
    written = export_report(held, replace(REPORT, addressee="Sở Nội vụ"), tmp_path).path
    check = check_form(saved(written, edit), held)
    found = found_in(check)
    assert check.of == report
    assert found["addressee.mark"].at == Place("report", "addressee")
    names = {(type(held.record(p.record_id)).__name__, p.column) for p in
             places(found["text.blanks"]) if p}  # fmt: skip
    assert names == {
        ("ReportParagraph", "text"),
        ("ReportHeading", "title"),
        ("Indicator", "value"),
        ("Task", RESULT),
        ("Task", "task"),
    }


def test_a_letter_leads_to_the_profile_and_to_the_tasks(
    project: Project, plan: Plan, tmp_path: Path
) -> None:
    asking = Asking(project, plan, project.period(2027, "q3"))
    unit = next(u for u in project.units(2027) if u.name.startswith("Văn phòng"))
    chase = chase_of(asking, unit, date(2027, 9, 1))
    task = (chase.unanswered or [due.task for due in chase.late])[0]
    file = export_chase(project, plan, chase, tmp_path).path

    def edit(opened: WordFile) -> None:
        widen(with_words(opened, task.text))
        with_words(opened, "Số:").runs[0].text = "Số: 5/CV-SNgV"

    check = check_form(edited(file, edit), project)
    found = found_in(check)
    assert check.of == plan
    assert found["text.blanks"].at == Place(task.id, "task")
    assert found["number_line.letter"].at is None  # it is nowhere in the project


def test_a_timeline_leads_to_its_tasks(project: Project, plan: Plan, tmp_path: Path) -> None:
    task = [row for row in project.rows(plan) if isinstance(row, Task)][3]
    file = export_timeline(project, plan, tmp_path / "td.docx").path
    check = check_form(edited(file, lambda o: widen(with_words(o, task.text))), project)
    assert found_in(check)["text.blanks"].at == Place(task.id, "task")


def test_the_mended_copy_is_known_too(project: Project, plan: Plan, tmp_path: Path) -> None:
    file = export_plan(project, plan, tmp_path / "KH.docx").path

    def edit(opened: WordFile) -> None:
        opened.sections[0].left_margin = Pt(20)
        with_words(opened, "- Lưu:").runs[0].text = "- Lưu văn thư."

    done = repair_copy(edited(file, edit))
    check = check_form(done.path, project)
    assert check.of == plan
    assert found_in(check)["recipient.archive"].at == Place(plan.id, "recipients")


def test_what_the_file_says_it_prints_must_be_of_that_kind(
    project: Project, plan: Plan, tmp_path: Path
) -> None:
    section = project.sections(plan)[0]
    assert isinstance(section, Section)
    for origin in (Origin("BC", plan.id), Origin("KH", section.id), Origin("KH", "gone")):
        document = replace(plan_as_document(project, plan), origin=origin)
        write_docx(document, tmp_path / "KH.docx")
        assert check_form(tmp_path / "KH.docx", project).of is None
