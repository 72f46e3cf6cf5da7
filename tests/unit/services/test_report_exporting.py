"""Reports are written in lawful form, with a name for Idesk and the phụ lục that say something."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.content import Table
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.result import Result
from cchc_desktop.services.report_exporting import (
    export_report,
    proposed_name,
    report_as_document,
    wanted_report,
)
from cchc_desktop.services.report_results import task_results
from tests.reports import FIGURES, PLAN, REPORT, RESULTS, contents


def text_rows(table):
    return [[cell.text for cell in row] for row in table.rows]


def period(held, key="q3"):
    return held.period(2027, key)


@pytest.mark.parametrize("electronic", [False, True])
@pytest.mark.parametrize("addressee", ["", "UBND tỉnh An Đông", "UBND tỉnh An Đông\nSở Nội vụ"])
def test_the_exported_report_keeps_the_form(tmp_path, addressee, electronic):
    report = replace(REPORT, addressee=addressee)
    written = export_report(contents(report), report, tmp_path, electronic=electronic)
    assert written.path.name == "BC-CCHC-Q3-2027_SNgV_20270914.docx"
    assert check_file(written.path) == []


def test_without_a_day_the_name_has_todays():
    undated = replace(REPORT, issued="2027-09")
    day = date(2027, 9, 20)
    name = proposed_name(contents(undated), undated, ".pdf", today=day)
    assert name == "BC-CCHC-Q3-2027_SNgV_20270920.pdf"


def test_the_figures_stand_beside_those_before():
    figures, _ = report_as_document(contents(), REPORT).appendices
    (table,) = figures.body
    assert isinstance(table, Table)
    assert text_rows(table) == [
        ["Thủ tục hành chính"],
        ["3.1", "Hồ sơ tiếp nhận trong kỳ", "hồ sơ", "196", "240", ""],
        ["3.2", "Hồ sơ đã giải quyết", "hồ sơ", "188", "233", "08 hồ sơ chưa đến hạn"],
        ["3.3", "Hồ sơ giải quyết đúng hạn", "hồ sơ", "185", "", ""],
        ["3.4", "Tỷ lệ giải quyết đúng hạn", "%", "98,40", "", ""],
        ["Chính quyền số"],
        ["7.1", "Văn bản điện tử có chữ ký số", "văn bản", "1.250", "", ""],
    ]


def test_the_tasks_stand_with_what_was_done():
    _, tasks = report_as_document(contents(), REPORT).appendices
    (table,) = tasks.body
    assert [cell.text for cell in table.head[0]] == [
        *("STT", "Nhiệm vụ cụ thể", "Kết quả/Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp"),
        *("Thời gian hoàn thành", "Kết quả", "Tình trạng"),
    ]
    assert [row[-2:] for row in text_rows(table) if len(row) > 1] == [
        ["Đã ban hành Quyết định số 31/QĐ-SNgV ngày 20/8/2027", "Hoàn thành, trong hạn"],
        ["Đã rà soát 24 thủ tục", "Hoàn thành, quá hạn 2 ngày"],
        ["Đã đăng 15 tin, bài", "Đang làm"],
        ["", "Chưa đến kỳ thực hiện"],
    ]


def test_what_an_earlier_period_told_stands_where_this_one_is_silent():
    held = contents()
    told = task_results(held, PLAN, period(held, "year"), date(2027, 12, 14))
    assert told["task-1"].text == "Đã ban hành Quyết định số 31/QĐ-SNgV ngày 20/8/2027"
    assert told["task-1"].standing == "Hoàn thành ở kỳ trước"
    assert told["task-4"].standing == "Chưa có kết quả, quá hạn 14 ngày"


def test_what_was_said_of_a_day_that_the_plan_has_no_longer_still_counts():
    moved = replace(RESULTS[1], occurrence="2027-07-31")
    held = contents(moved)
    told = task_results(held, PLAN, period(held), date(2027, 9, 14))
    assert told["task-2"].standing == "Hoàn thành"


def monthly(state, said, **of_month):
    """Results of "Hằng tháng" by month, told in the half year and in the third quarter."""
    task = Task("monthly", "plan", 9, "5", "", "Báo cáo tháng", "Báo cáo", time="Hằng tháng")
    results = []
    for month in range(1, 10):
        due = f"2027-{month:02d}-{monthrange(2027, month)[1]}"
        own = of_month.get(f"m{month}", {"state": state, "text": said, "done_on": due})
        period_id = "h1-2027" if month <= 6 else "q3-2027"
        if own:
            results.append(Result(f"r{month}", "monthly", period_id, due, **own))
    return contents(task, *results)


@pytest.mark.parametrize(
    ("of_month", "text", "standing"),
    [
        ({}, "Tháng 7–9: Đã báo cáo", "Hoàn thành 9/9 tháng"),
        (
            {"m4": {}, "m8": {"state": "đang làm", "text": "Đang tổng hợp"}},
            "Tháng 7, 9: Đã báo cáo\nTháng 8: Đang tổng hợp",
            "Hoàn thành 7/9 tháng; chưa có: tháng 4; đang làm, quá hạn: tháng 8",
        ),
        (
            {"m2": {"state": "hoàn thành", "done_on": "2027-03-12"}, "m9": {}},
            "Tháng 7, 8: Đã báo cáo",
            "Hoàn thành 8/9 tháng (quá hạn: tháng 2); chưa có: tháng 9",
        ),
    ],
)
def test_a_task_with_several_times_is_told_of_in_sum(of_month, text, standing):
    held = monthly("hoàn thành", "Đã báo cáo", **of_month)
    told = task_results(held, PLAN, period(held), date(2027, 9, 14))["monthly"]
    assert (told.text, told.standing) == (text, standing)


def test_an_appendix_without_anything_in_it_is_left_out():
    figures = tuple(figure.id for figure in FIGURES)
    (tasks,) = report_as_document(contents(without=figures), REPORT).appendices
    assert tasks.label == "Phụ lục"
    neither = replace(REPORT, with_tasks=False, with_figures=False)
    assert report_as_document(contents(neither), neither).appendices == ()


def test_what_the_profile_lacks_is_as_in_the_plan():
    plan = replace(PLAN, authority="GIÁM ĐỐC", signer="Phạm Văn Ví Dụ", recipients="Lưu: VT")
    closing = report_as_document(contents(plan, without=("signer", "list")), REPORT).closing
    assert (closing.recipients, closing.signer) == (("Lưu: VT",), "Phạm Văn Ví Dụ")
    closing = report_as_document(contents(plan), REPORT).closing
    assert (closing.recipients[-1], closing.signer) == ("Lưu: VT, VP", "Trần Văn Mẫu")


def test_a_report_that_was_not_begun_is_drafted_for_the_file_only():
    held = contents(without=("report",))
    drafted, report = wanted_report(held, period(held))
    assert report.subject == "Công tác cải cách hành chính quý III năm 2027"
    assert drafted.report_paragraphs(report)
    assert held.reports(2027) == []
    with pytest.raises(RefusedChange, match="không có kế hoạch"):
        wanted_report(contents(without=("plan", "report")), period(held))
