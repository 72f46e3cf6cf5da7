"""A whole draft: which heading takes what, in which order, and what comes next."""

from cchc_desktop.domain.draft_material import FigureWords, Material, Speaker, Told
from cchc_desktop.domain.drafting import Drafted, draft_report
from cchc_desktop.domain.plan import Area, PlacedTask, Plan, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import Content, ReportHeading
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.result import Result, State

PLAN = Plan("p", 2027)
HEADINGS = [
    ReportHeading("o", "r", 0, 0, content=Content.OPENING),
    ReportHeading("c", "r", 1, 1, "I", "Chỉ đạo", Content.RESULTS, ("chi dao",)),
    ReportHeading("k", "r", 2, 1, "II", "Kết quả"),
    ReportHeading("t", "r", 3, 2, "1", "Thể chế", Content.RESULTS, ("the che",)),
    ReportHeading("f", "r", 4, 2, "2", "Tài chính", Content.RESULTS, ("tai chinh",)),
    ReportHeading("d", "r", 5, 1, "III", "Khó khăn", Content.DIFFICULTIES),
    ReportHeading("n", "r", 6, 1, "IV", "Phương hướng", Content.NEXT),
    ReportHeading("n2", "r", 7, 1, "V", "Nhiệm vụ khác", Content.NEXT),
    ReportHeading("e", "r", 8, 0, content=Content.CLOSING),
]
SPEAKER = Speaker("Sở Ngoại vụ", "SNgV")


def told(name: str, area: str, state: str = "", goal: str = "", **fields: object) -> Told:
    said = {key: fields.pop(key) for key in ("difficulty", "next_step") if key in fields}
    task = Task(name, "p", 0, text=f"Rà soát {name}", goal=goal)
    place = PlacedTask(task, Area(area, "p", 0, "I", area) if area else None, None, False)
    text = f"Đã xong {name}" if state == State.DONE else ""
    results = (Result(f"r{name}", name, "h1-2027", "", text, state, **said),)
    return Told(place, results if state or said else (), **fields)


def drafted(*tasks: Told, headings: list[ReportHeading] = HEADINGS, **more: object) -> Drafted:
    period = preset_periods(2027)[1]
    return draft_report(Material(period, PLAN, SPEAKER, tasks, **more), headings)


def keys(found: Drafted, heading: str) -> list[str]:
    return [draft.key for draft in found.drafts if draft.heading_id == heading]


def texts(found: Drafted, heading: str) -> list[str]:
    return [draft.text for draft in found.drafts if draft.heading_id == heading]


def test_done_comes_first_and_tasks_of_a_goal_stay_together() -> None:
    found = drafted(
        told("a", "Thể chế", State.NOT_BEGUN),
        told("b", "Thể chế", State.UNDER_WAY, "G"),
        told("c", "Thể chế", State.DONE, "G"),
        told("d", "Thể chế", State.DONE),
        told("e", "Chỉ đạo", State.DONE),
        told("f", "Thể chế"),
    )
    assert keys(found, "t") == ["task:c", "task:b", "task:d", "task:a"]
    assert keys(found, "c") == ["task:e"]
    assert keys(found, "k") == []


def test_what_no_heading_takes_goes_to_the_last_and_is_said() -> None:
    found = drafted(told("a", "Việc lạ", State.DONE), told("b", "", State.DONE))
    assert keys(found, "f") == ["task:a", "task:b"]
    assert [finding.at and finding.at.record_id for finding in found.findings] == ["Việc lạ", "b"]
    assert all("“Tài chính”" in finding.expected for finding in found.findings)


def test_without_a_heading_for_results_that_is_said_too() -> None:
    found = drafted(told("a", "Thể chế", State.DONE), headings=HEADINGS[:1])
    assert [draft.key for draft in found.drafts] == ["opening"]
    assert "chưa được ghi" in found.findings[0].expected


def test_difficulties_that_are_the_same_are_said_once() -> None:
    found = drafted(
        told("a", "Thể chế", State.UNDER_WAY, difficulty="Thiếu người."),
        told("b", "Thể chế", State.UNDER_WAY, difficulty="thiếu người"),
        told("c", "Thể chế", State.DONE, difficulty=""),
    )
    assert texts(found, "d") == ["- Thiếu người."]


def test_what_comes_next() -> None:
    found = drafted(
        told("a", "Thể chế", State.UNDER_WAY, left=True, begun=True),
        told("b", "Thể chế", coming=True),
        told("c", "Thể chế", State.DONE),
        told("d", "Thể chế", State.DONE, next_step="mở rộng ra các huyện"),
        told("e", "Thể chế", State.NOT_BEGUN, left=True),
        ahead=(Task("x", "q", 0, text="Việc năm sau."),),
    )
    assert texts(found, "n") == [
        "- Tiếp tục rà soát a.",
        "- Rà soát b.",
        "- Mở rộng ra các huyện.",
        "- Rà soát e.",
        "- Việc năm sau.",
    ]
    assert keys(found, "n")[:2] == ["next:a", "next:b"]
    assert keys(found, "n2") == []  # said once


def test_figures_stand_under_the_heading_of_their_group() -> None:
    figures = (
        FigureWords("Cải cách thể chế", "văn bản: 3 văn bản", "x"),
        FigureWords("Cải cách thể chế", "tỷ lệ: 60 %", "y"),
    )
    found = drafted(told("a", "Thể chế", State.DONE), figures=figures)
    assert texts(found, "t")[-1] == "- Số liệu trong kỳ: văn bản: 3 văn bản; tỷ lệ: 60 %."


def test_the_plan_opens_the_report_and_is_cited_in_short_then() -> None:
    plan = RegisteredDocument("d", "Kế hoạch", "15", "KH-SNgV", "2026-12-30", "", "cải cách")
    found = drafted(told("a", "Chỉ đạo", State.DONE), asked_by=(plan,), plan_document=plan)
    opening = "Thực hiện Kế hoạch số 15/KH-SNgV ngày 30/12/2026 về cải cách, Sở Ngoại vụ báo cáo"
    assert texts(found, "o")[0].startswith(opening)
    assert texts(found, "c")[0] == "- Sở đã ban hành Kế hoạch số 15/KH-SNgV."
    assert texts(found, "e")[0].endswith(
        "6 tháng đầu năm 2027 của Sở Ngoại vụ, đề nghị Sở Nội vụ xem xét, tổng hợp./."
    )
