"""A report from its first draft to a new one: the clerk's words stay, what changed is flagged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.redrafting import Standing
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import planning, recording, registering, report_editing, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.reporting import Redraft
from cchc_desktop.settings import Paths, Person

PLAN = Plan("p", 2027, subject="Cải cách hành chính của Sở Ngoại vụ năm 2027")
AREAS = ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công")
TASKS = 20


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        rows: list[Area | Task] = []
        for number in range(TASKS):
            if number % 7 == 0:
                rows.append(Area(f"a{number}", "p", len(rows), "I", AREAS[number // 7]))
            rows.append(Task(f"t{number}", "p", len(rows), text=f"Việc {number}", time="Quý II"))
        agency = Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
        results = [
            Result(f"r{n}", f"t{n}", "h1-2027", "", f"Đã làm {n} lần tại các phòng", State.DONE)
            for n in range(TASKS)
        ]
        project.apply(added("Tạo", [PLAN, agency, *rows, *results]))
        yield project


def say(project: Project, task: str, **fields: str) -> None:
    project.apply(recording.record(project, task, "h1-2027", **fields))


def begun(project: Project) -> Report:
    period = project.period(2027, "h1")
    project.apply(begin_report(project, 2027, period))
    report = reporting.report_of(project, period)
    assert report is not None
    return report


def paragraph(project: Project, report: Report, key: str) -> ReportParagraph:
    return next(p for p in project.report_paragraphs(report) if p.key == key)


def edit(project: Project, report: Report, key: str, old: str, new: str) -> None:
    known = paragraph(project, report, key)
    assert old in known.text
    text = known.text.replace(old, new)
    project.apply(report_editing.edit_paragraph(project, known.id, text))


def again(project: Project, report: Report) -> Redraft:
    return reporting.redraft(project, report)


def flagged(project: Project, report: Report) -> set[str]:
    return {offer.key for offer in again(project, report).flagged}


def text(project: Project, report: Report, key: str) -> str:
    return paragraph(project, report, key).text


def test_a_draft_that_nobody_touched_offers_nothing(project: Project) -> None:
    report = begun(project)
    assert report.subject == "Công tác cải cách hành chính 6 tháng đầu năm 2027"
    assert again(project, report).offers == ()
    assert text(project, report, "task:t3") == "- Đã làm 3 lần tại các phòng."


def test_every_stretch_says_where_it_comes_from(project: Project) -> None:
    report = begun(project)
    for one in project.report_paragraphs(report):
        assert one.sources
        for start, end, source in one.sources:
            assert 0 <= start < end <= len(one.text)
            assert project.holds(source)


def test_ten_edits_and_three_changed_sources(project: Project) -> None:
    report = begun(project)
    for number in range(10):
        edit(project, report, f"task:t{number}", "các phòng", f"các phòng thuộc Sở, {number} buổi")
    mine = {n: text(project, report, f"task:t{n}") for n in range(10)}
    say(project, "t2", text="Đã làm 222 lần tại các phòng")  # edited elsewhere
    say(project, "t4", text="Đã làm 4 lần tại Văn phòng")  # edited in the same place
    say(project, "t15", text="Đã làm 1515 lần tại các phòng")  # not edited
    redrafted = again(project, report)
    assert {offer.key for offer in redrafted.flagged} == {"task:t2", "task:t4", "task:t15"}
    assert {offer.key: offer.joined for offer in redrafted.offers} == {
        "task:t2": True,
        "task:t4": False,
        "task:t15": True,
    }
    assert {n: text(project, report, f"task:t{n}") for n in range(10)} == mine
    project.apply(reporting.accept_drafts(redrafted))
    assert text(project, report, "task:t2") == "- Đã làm 222 lần tại các phòng thuộc Sở, 2 buổi."
    assert text(project, report, "task:t15") == "- Đã làm 1515 lần tại các phòng."
    rest = {n: text(project, report, f"task:t{n}") for n in range(10) if n != 2}
    assert rest == {n: words for n, words in mine.items() if n != 2}
    assert flagged(project, report) == {"task:t4"}


def test_the_words_of_the_clerk_are_kept_and_the_draft_counts_as_seen(project: Project) -> None:
    report = begun(project)
    edit(project, report, "task:t4", "các phòng", "ba phòng")
    say(project, "t4", text="Đã làm 4 lần tại Văn phòng")
    project.apply(reporting.keep_mine(again(project, report), ["task:t4"]))
    assert text(project, report, "task:t4") == "- Đã làm 4 lần tại ba phòng."
    assert flagged(project, report) == set()
    say(project, "t4", text="Đã làm 5 lần tại Văn phòng")
    assert flagged(project, report) == {"task:t4"}
    project.apply(reporting.accept_drafts(again(project, report), ["task:t4"]))
    assert text(project, report, "task:t4") == "- Đã làm 5 lần tại ba phòng."


def test_an_offer_is_accepted_by_itself_and_undone(project: Project) -> None:
    report = begun(project)
    say(project, "t1", text="Đã làm khác")
    say(project, "t2", text="Đã làm khác nữa")
    change = reporting.accept_drafts(again(project, report), ["task:t1"])
    assert change.label == "Nhận số mới"
    project.apply(change)
    assert flagged(project, report) == {"task:t2"}
    project.apply(change.inverse())
    assert flagged(project, report) == {"task:t1", "task:t2"}


def test_what_is_new_comes_behind_what_stands_before_it(project: Project) -> None:
    say(project, "t1", text="", state="")
    say(project, "t2", text="", state="")
    report = begun(project)
    say(project, "t1", text="Một", state=State.DONE)
    say(project, "t2", text="Hai", state=State.DONE)
    offers = again(project, report).offers
    new = [offer.key for offer in offers if offer.standing == Standing.NEW]
    assert new == ["task:t1", "task:t2"]
    assert flagged(project, report) == {"next:t1", "next:t2"}  # no more to be done
    project.apply(reporting.accept_drafts(again(project, report), new))
    under = next(ps for h, ps in reporting.printed(project, report) if h.title == AREAS[0])
    assert [p.key for p in under] == [f"task:t{n}" for n in range(7)]


def test_what_the_clerk_left_out_is_not_offered_again(project: Project) -> None:
    report = begun(project)
    gone = paragraph(project, report, "task:t3")
    project.apply(report_editing.delete_paragraphs(project, [gone.id]))
    assert again(project, report).offers == ()
    assert "task:t3" not in keys(project, report)
    say(project, "t3", text="Đã làm cái mới")
    offer = again(project, report).offers[0]
    assert (offer.standing, offer.flagged, offer.item.taken) == (Standing.NEW, False, False)
    change = reporting.accept_drafts(again(project, report), ["task:t3"])
    assert change.label == "Nhận đoạn mới"
    project.apply(change)
    assert text(project, report, "task:t3") == "- Đã làm cái mới."


def test_a_new_paragraph_that_is_not_wanted(project: Project) -> None:
    say(project, "t3", text="", state="")
    report = begun(project)
    say(project, "t3", text="Ba")
    project.apply(reporting.keep_mine(again(project, report), ["task:t3"]))
    assert "task:t3" not in keys(project, report)
    assert "task:t3" not in {offer.key for offer in again(project, report).offers}


def test_what_lost_its_source(project: Project) -> None:
    report = begun(project)
    edit(project, report, "task:t1", "các phòng", "hai phòng")
    project.apply(planning.delete(project, ["t1", "t2"]))
    offers = {o.key: o for o in again(project, report).offers if o.key.startswith("task")}
    assert {key: o.item.taken for key, o in offers.items()} == {"task:t1": False, "task:t2": True}
    assert {o.standing for o in offers.values()} == {Standing.GONE}
    assert flagged(project, report) >= {"task:t1", "task:t2"}
    project.apply(reporting.keep_mine(again(project, report), ["task:t1"]))
    project.apply(reporting.accept_drafts(again(project, report)))
    assert again(project, report).offers == ()
    assert "- Đã làm 1 lần tại hai phòng." in words(project, report)


def test_a_citation_in_short_is_no_changed_source(project: Project) -> None:
    document = RegisteredDocument(
        "d", "Kế hoạch", "31", "KH-SNgV", "2027-04-02", "Sở Ngoại vụ", "Kiểm tra công tác CCHC"
    )
    project.apply(registering.register(project, [document]))
    project.apply(registering.cite(project, "d", "t5"))
    report = begun(project)
    full = "Sở đã ban hành Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về kiểm tra công tác CCHC"
    assert text(project, report, "task:t5") == f"- {full}; theo đó, đã làm 5 lần tại các phòng."
    project.apply(registering.cite(project, "d", "t1"))
    offers = {offer.key: offer.standing for offer in again(project, report).offers}
    assert offers == {"task:t1": Standing.CHANGED, "task:t5": Standing.FORM}
    project.apply(reporting.accept_drafts(again(project, report)))
    assert text(project, report, "task:t5").startswith("- Sở đã ban hành Kế hoạch số 31/KH-SNgV;")
    project.apply(registering.edit_document(project, "d", issued="03/4/2027"))
    assert flagged(project, report) == {"task:t1"}  # the short form names no day


def test_back_to_the_draft(project: Project) -> None:
    report = begun(project)
    drafted = paragraph(project, report, "task:t4")
    edit(project, report, "task:t4", "4 lần", "bốn lần")
    project.apply(reporting.back_to_draft(project, drafted.id))
    assert paragraph(project, report, "task:t4") == drafted


def test_one_report_a_period(project: Project) -> None:
    begun(project)
    with pytest.raises(RefusedChange, match="đã có"):
        begun(project)


def test_without_a_plan_there_is_no_report(project: Project) -> None:
    with pytest.raises(RefusedChange, match="không có kế hoạch"):
        begin_report(project, 2026, project.period(2026, "h1"))


def keys(project: Project, report: Report) -> list[str]:
    return [p.key for _, under in reporting.printed(project, report) for p in under]


def words(project: Project, report: Report) -> list[str]:
    return [p.text for _, under in reporting.printed(project, report) for p in under]
