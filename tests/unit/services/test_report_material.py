"""What a report is drafted from: which periods it covers, which documents ask for it."""

from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Record
from cchc_desktop.domain.draft_material import Material, Told
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.report import Figure, Indicator
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.report_material import covered, material_of

PLAN = Plan("p", 2027, number="15", symbol="KH-SNgV", issued="2026-12-30", subject="Cải cách")
AGENCY = Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")


def material(key: str, *records: Record, plan: Plan = PLAN) -> Material:
    contents = Contents({r.id: r for r in (plan, AGENCY, Area("a", "p", 0, "I", "X"), *records)})
    return material_of(contents, plan, contents.period(2027, key))


def task(name: str, time: str) -> Task:
    return Task(name, "p", 1, text=name, time=time)


def result(task_id: str, key: str, state: str = State.DONE, occurrence: str = "") -> Result:
    return Result(f"{task_id}-{key}-{occurrence}", task_id, f"{key}-2027", occurrence, "x", state)


def letter(
    name: str, title: str, issued: str = "2027-01-05", issuer: str = "Sở Nội vụ"
) -> RegisteredDocument:
    return RegisteredDocument(name, "Công văn", name, "SNV-CCHC", issued, issuer, title)


def one(found: Material, name: str) -> Told:
    return next(told for told in found.told if told.task.id == name)


def ids(records: Sequence[Record]) -> list[str]:
    return [record.id for record in records]


def test_a_report_covers_the_periods_inside_its_own() -> None:
    contents = Contents({})
    periods = {
        key: [p.key for p in covered(contents, contents.period(2027, key))]
        for key in ("q1", "h1", "q3", "year")
    }
    assert periods == {
        "q1": ["q1"],
        "h1": ["q1", "h1"],
        "q3": ["q3"],
        "year": ["q1", "h1", "q3", "year"],
    }


def test_of_each_occurrence_what_was_said_last() -> None:
    records = [
        *(task("t", "Thường xuyên"), result("t", "q1"), result("t", "h1")),
        *(task("u", "Quý I"), result("u", "q1")),
    ]
    assert ids(one(material("h1", *records), "t").results) == ["t-h1-"]
    assert ids(one(material("h1", *records), "u").results) == ["u-q1-"]
    assert one(material("q3", *records), "u").results == ()


def test_what_is_left_and_what_comes() -> None:
    records = [
        *(task("late", "Quý I"), task("next", "Quý III"), task("far", "Quý IV")),
        *(task("ongoing", "Thường xuyên"), task("each", "Hằng quý")),
        *(task("done", "Quý II"), result("done", "h1")),
        *(task("wide", "Từ tháng 5 đến tháng 8"), result("wide", "h1", State.UNDER_WAY)),
    ]
    found = material("h1", *records)
    assert {t.task.id for t in found.told if t.left} == {"late", "each", "wide"}
    assert {t.task.id for t in found.told if t.coming} == {"next", "each", "wide"}
    assert {t.task.id for t in found.told if t.ongoing} == {"ongoing"}
    assert {t.task.id for t in found.told if t.begun} == {"done", "wide"}
    assert one(material("q3", *records), "wide").begun


def test_evidence_of_a_task_up_to_the_end_of_the_period() -> None:
    early = RegisteredDocument("d1", "Kế hoạch", "1", "KH-SNgV", "2027-02-01")
    late = RegisteredDocument("d2", "Kế hoạch", "2", "KH-SNgV", "2027-08-01")
    links = [Evidence("e1", "d1", "t"), Evidence("e2", "d2", "t"), Evidence("e3", "gone", "t")]
    records = [task("t", "Quý I"), early, late, *links]
    assert [d.id for _, d in one(material("h1", *records), "t").documents] == ["d1"]


def test_what_asks_for_the_report() -> None:
    rule = letter("1", "quy định chế độ báo cáo định kỳ lĩnh vực nội vụ", "2020-08-12", "UBND tỉnh")
    guide = letter("2", "hướng dẫn báo cáo cải cách hành chính năm 2027")
    letters = [
        rule,
        guide,
        letter("3", "hướng dẫn báo cáo cải cách hành chính năm 2026"),
        letter("4", "báo cáo cải cách hành chính quý III"),
        letter("5", "báo cáo CCHC", "2027-09-01"),
        letter("6", "báo cáo tài chính"),
        letter("7", "báo cáo CCHC", issuer="Sở Ngoại vụ"),
    ]
    assert ids(material("h1", *letters).asked_by) == ["1", "2"]
    assert ids(material("q3", *letters).asked_by) == ["1", "2", "4", "5"]


def test_without_one_the_plan_does() -> None:
    found = material("h1")
    assert [(d.id, d.code, d.kind) for d in found.asked_by] == [("p", "15/KH-SNgV", "Kế hoạch")]
    assert found.plan_document is not None
    assert material("q3").plan_document is None  # it was issued before
    assert material("h1", plan=Plan("p", 2027)).asked_by == ()


def test_the_registers_own_record_of_the_plan() -> None:
    registered = RegisteredDocument("d", "Kế hoạch", "15", "KH-SNgV", "2026-12-30")
    found = material("h1", registered)
    assert found.plan_document == registered
    linked = material("h1", registered, task("t", "Quý I"), Evidence("e", "d", "t"))
    assert linked.plan_document is None


def test_the_last_report_looks_into_the_next_years_plan() -> None:
    records = [Plan("q", 2028), Task("x", "q", 0, text="Việc năm sau")]
    assert ids(material("year", *records).ahead) == ["x"]
    assert material("q3", *records).ahead == ()


def test_the_agency_as_its_plan_writes_it() -> None:
    assert material("h1").speaker.name == "Sở Ngoại vụ"
    assert material("h1").speaker.subject == "Sở"
    assert material("h1").period.last == date(2027, 6, 14)


def test_figures_stand_beside_those_of_the_period_and_the_year_before() -> None:
    files, done = Indicator("i1", "1", "Hồ sơ tiếp nhận", "hồ sơ"), Indicator("i2", "2", "Đúng hạn")
    share = Indicator("i3", "3", "Tỷ lệ đúng hạn", "%", "2", "1")
    values = {
        ("i1", "q3-2027"): "196",
        ("i2", "q3-2027"): "125",
        ("i1", "h1-2027"): "240",
        ("i2", "h1-2027"): "144",
        ("i1", "q3-2026"): "182",
    }
    figures = [Figure(f"{i}{p}", i, p, value) for (i, p), value in values.items()]
    words = [line.words for line in material("q3", files, done, share, *figures).figures]
    assert words == [
        "hồ sơ tiếp nhận: 196 hồ sơ, kỳ trước là 240 hồ sơ, tăng 7,69 % so với cùng kỳ năm trước "
        "(182 hồ sơ)",
        "đúng hạn: 125, kỳ trước là 144",
        "tỷ lệ đúng hạn: 63,78 %, tăng 3,78 điểm phần trăm so với kỳ trước (60 %)",
    ]
    first = material("q1", files, Figure("f", "i1", "q1-2027", "12")).figures
    assert [line.words for line in first] == ["hồ sơ tiếp nhận: 12 hồ sơ"]
