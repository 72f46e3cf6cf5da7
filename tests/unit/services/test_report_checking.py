"""What is wrong with a report is found, nothing where nothing is; what mends it; what is kept."""

import unicodedata
from dataclasses import replace
from functools import partial

import pytest

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.services.report_checking import (
    cures,
    report_check,
    report_findings,
)
from tests.reports import DOCUMENTS, FIGURES, REPORT, SIGNERS, contents, headings, paragraphs

WORDS = {p.id: p for p in paragraphs()} | {h.id: h for h in headings()} | {"report": REPORT}


def planted(place, old, new):
    """The record of a place with other words in it."""
    record = WORDS[place]
    column = {Report: "subject", ReportHeading: "title", ReportParagraph: "text"}[type(record)]
    words = getattr(record, column)
    assert words.count(old) == 1, (old, words)
    return replace(record, **{column: words.replace(old, new)})


def findings(*records, without=()):
    held = contents(*records, without=without)
    return report_findings(held, held.record("report"))


def rules(*records, **options):
    return [(f.rule, f.at.record_id) for f in findings(*records, **options)]


def test_nothing_is_found_in_the_clean_report():
    assert findings() == []


OF_ITS_OWN_TIME = [  # sentences that speak of other times and documents, rightly
    "tăng 12 % so với cùng kỳ năm 2026; lũy kế 9 tháng đầu năm 2027 đã giải quyết 620 hồ sơ.",
    "Thực hiện Quyết định số 1500/QĐ-UBND ngày 20/12/2026 của UBND tỉnh về kế hoạch năm 2027.",
    "Chỉ số cải cách hành chính năm 2026 của Sở xếp thứ 5/20, tăng 02 bậc so với năm 2025.",
    "Sở đã hoàn thành 12/12 nhiệm vụ (100%); đạt 3/8 đơn vị, bằng 37,5 %.",
    "Đề án số hóa giai đoạn 2026-2030, định hướng đến năm 2035 được trình UBND tỉnh.",
    "Tổ chức 04 cuộc họp giao ban (ngày 05/7, 02/8, 16/8 và 06/9).",
    "Sở có 05 công chức được tuyển dụng từ năm 2020, 01 công chức nhiệm kỳ 2027-2032.",
    "Đã gửi Báo cáo số 200/BC-SNgV ngày 14/6/2027 về kết quả 6 tháng đầu năm 2027.",
    "Tiếp tục thực hiện Kế hoạch số 45/KH-SNgV ngày 10/3/2026 về chuyển đổi số năm 2026.",
    "Định kỳ quý I, 6 tháng, quý III và năm, Sở báo cáo Sở Nội vụ.",
    "Khắc phục các tồn tại, hạn chế nêu trong kết luận thanh tra năm 2026.",
    "Phối hợp kỷ niệm 50 năm thiết lập quan hệ (1977 - 2027); kinh phí 1.250.000 đồng.",
    "Từ quý I đến quý III năm 2027, Sở đã thực hiện 03 cuộc kiểm tra.",
]


@pytest.mark.parametrize("sentence", OF_ITS_OWN_TIME)
def test_other_times_may_be_spoken_of(sentence):
    assert findings(planted("difficulties-1", "Trước đây,", f"{sentence} Trước đây,")) == []


STALE = [  # rule, place, its words, what was left from an older text
    ("stale-year", "report", "quý III năm 2027", "quý III năm 2026"),
    ("stale-year", "opening-1", "quý III năm 2027", "quý III năm 2026"),
    ("stale-year", "opening-1", "quý III năm 2027", "quý III/2025"),
    ("stale-year", "steering-1", "năm 2027, gắn", "năm 2025, gắn"),
    ("stale-year", "steering-2", "trong kỳ", "trong năm 2026"),
    ("stale-year", "institutions-2", "tháng 7/2027", "tháng 7/2026"),
    ("stale-year", "institutions-2", "tháng 7/2027", "tháng 7 năm 2026"),
    ("stale-year", "public-finance-1", "dự toán năm 2027", "dự toán năm 2024"),
    ("stale-year", "digital-2", "ngày 14/9/2027", "ngày 14/9/2026"),
    ("stale-year", "next", "quý IV năm 2027", "quý IV năm 2026"),
    ("stale-year", "next-1", "hành chính năm 2027", "hành chính năm 2026"),
    ("stale-year", "next-1", "30/11/2027", "30/11/2026"),
    ("stale-year", "closing-1", "quý III năm 2027", "quý III năm 2026"),
    ("stale-period", "report", "quý III năm 2027", "quý II năm 2027"),
    ("stale-period", "opening-1", "quý III năm 2027", "quý I năm 2027"),
    ("stale-period", "opening-1", "quý III năm 2027", "Quý 2/2027"),
    ("stale-period", "opening-1", "quý III năm 2027", "6 tháng đầu năm 2027"),
    ("stale-year", "opening-1", "quý III năm 2027", "6 tháng đầu năm 2026"),
    ("stale-period", "steering-2", "trong kỳ", "trong quý II"),
    ("stale-period", "digital-1", "được duy trì", "được duy trì trong 06 tháng đầu năm"),
    ("stale-period", "closing-1", "quý III năm 2027", "quý IV năm 2027"),
    ("stale-period", "next", "quý IV năm 2027", "quý III năm 2027"),
    ("stale-month", "institutions-2", "tháng 7/2027", "tháng 3/2027"),
    ("stale-month", "institutions-2", "tháng 7/2027", "tháng 3"),
    ("stale-day", "digital-2", "đến ngày 14/9/2027", "đến ngày 14/6/2027"),
    ("past-deadline", "next-1", "30/11/2027", "30/6/2027"),
    ("past-deadline", "next-2", "tháng 12/2027", "tháng 6/2027"),
    ("past-deadline", "steering-2", "trong kỳ", "sẽ hoàn thành trước ngày 30/5/2027; đã"),
    ("stale-name", "difficulties-1", "Sở có", "Sở Hợp tác quốc tế có"),
    ("stale-name", "closing-1", "của Sở Ngoại vụ", "của Sở Hợp tác Quốc tế"),
    ("stale-name", "steering-2", "thường xuyên", "thường xuyên theo ý kiến đồng chí Lê Thị Thử"),
]
CITED = [
    ("no-number", "steering-2", "được duy trì thường xuyên", "được duy trì; đã có văn bản gửi Sở "
     "Nội vụ về việc tuyên truyền"),
    ("no-number", "difficulties-1", "Trước đây,", "Sở đã ban hành Quy chế chi tiêu nội bộ. Trước "
     "đây,"),
    ("citation-year", "public-finance-2", "17/12/2012", "17/12/2013"),
    ("citation-date", "institutions-1", "20/8/2027", "02/8/2027"),
    ("citation-date", "procedures-2", "23/4/2018", "24/4/2018"),
    ("citation-code", "institutions-1", "31/QĐ-SNgV", "31/QĐ-UBND"),
    ("citation-code", "steering-1", "12/KH-SNgV", "21/KH-SNgV"),
    ("citation-issuer", "opening-1", "của Sở Nội vụ về", "của Bộ Nội vụ về"),
    ("citation-kind", "institutions-1", "Quyết định số 31", "Kế hoạch số 31"),
    ("citation-future", "institutions-2", "15/2019/QĐ-UBND ngày 08/4/2019",
     "150/QĐ-UBND ngày 08/11/2027"),
    ("citation-dates", "difficulties-1", "Trước đây,", "Theo Quyết định số 15/2019/QĐ-UBND ngày "
     "09/4/2019 của UBND tỉnh An Đông, trước đây,"),
]  # fmt: skip
FIGURED = [
    ("figure-differs", "procedures-1", "196 hồ sơ", "169 hồ sơ"),
    ("figure-differs", "procedures-1", "đã giải quyết 188", "đã giải quyết 180"),
    ("figure-differs", "digital-1", "1.250 văn bản", "1.205 văn bản"),
    ("wrong-share", "procedures-1", "đạt 98,4 %", "đạt 98,9 %"),
    ("wrong-share", "steering-2", "trong kỳ", "giải quyết 188 hồ sơ trên tổng số 196 hồ sơ (90 %); "
     "trong kỳ"),
    ("wrong-share", "steering-2", "trong kỳ", "hoàn thành 31/75 nhiệm vụ, đạt 43,33%; trong kỳ"),
]  # fmt: skip
TYPED = [
    ("slip", "institutions-2", "UBND tỉnh", "UNBD tỉnh"),
    ("slip", "institutions-2", "UBND tỉnh", "UBND Tỉnh"),
    ("slip", "procedures-2", "24 thủ tục", "24 TTCH"),
    ("slip", "procedures-2", "của Chính phủ", "của Chính Phủ"),
    ("slip", "procedures", "thủ tục hành chính", "thủ tục hành chinh"),
    ("slip", "closing-1", "Sở Nội vụ", "Sở nội vụ"),
    ("slip", "digital-2", "được trình bày", "được bổ xung, trình bày"),
    ("two-blanks", "steering-2", "thường xuyên; trong", "thường xuyên;  trong"),
    ("two-blanks", "next-2", "Xây dựng Kế", "Xây dựng   Kế"),
    ("blank-before-mark", "steering-2", "thường xuyên;", "thường xuyên ;"),
    ("blank-before-mark", "public-finance-2", "áp dụng.", "áp dụng ."),
    ("blank-before-mark", "procedures-1", "kỳ: 196", "kỳ : 196"),
    ("blank-in-brackets", "steering-2", "tin, bài, tăng", "tin, bài ( chưa kể báo in), tăng"),
    ("no-blank", "steering-2", "tin, bài, tăng", "tin, bài,tăng"),
    ("day-zero", "digital-2", "14/9/2027", "14/09/2027"),
    ("day-zero", "institutions-2", "08/4/2019", "8/4/2019"),
    ("day-zero", "institutions-2", "tháng 7/2027", "tháng 07/2027"),
    ("letters", "difficulties-1", "biên chế", unicodedata.normalize("NFD", "biên chế")),
    ("unwritten", "difficulties-1", "02 công chức", "……. công chức"),
    ("unwritten", "difficulties-1", "Trước đây,", "Theo văn bản số     /SNgV-VP, trước đây,"),
    ("end-mark", "closing-1", "tổng hợp./.", "tổng hợp."),
    ("end-mark", "closing-1", "tổng hợp./.", "tổng hợp"),
    ("end-mark", "closing-1", "tổng hợp./.", "tổng hợp/."),
    ("end-mark", "next-2", "tháng 12/2027.", "tháng 12/2027./."),
]
PLANTED = [*STALE, *CITED, *FIGURED, *TYPED]


@pytest.mark.parametrize(("rule", "place", "old", "new"), PLANTED)
def test_a_planted_error_is_found_alone_and_in_its_place(rule, place, old, new):
    (found,) = findings(planted(place, old, new))
    assert (found.rule, found.at.record_id) == (rule, place)
    assert found.found
    assert found.where


FOOT = [
    ("no-subject", {"subject": ""}),
    ("no-addressee", {"recipients": "Như trên\nLãnh đạo Sở\nLưu: VT"}),
    ("no-archive", {"recipients": "Sở Nội vụ\nLãnh đạo Sở"}),
    ("archive-place", {"recipients": "Sở Nội vụ\nLưu: VT\nLãnh đạo Sở"}),
    ("archive-words", {"recipients": "Sở Nội vụ\nLưu: Văn phòng"}),
]


@pytest.mark.parametrize(("rule", "fields"), FOOT)
def test_what_head_and_foot_lack_is_found(rule, fields):
    assert rules(replace(REPORT, **fields)) == [(rule, "report")]


def test_what_the_profile_lacks_is_found():
    assert rules(without=("list",)) == [("no-recipients", "report")]
    assert rules(without=("signer",)) == [("no-signer", "report")]
    second = replace(SIGNERS[0], id="second", name="Phạm Văn Ví Dụ")
    assert rules(second) == [("no-signer", "report")]
    assert rules(second, replace(REPORT, signer="Phạm Văn Ví Dụ")) == []


def test_a_report_to_a_superior_wants_an_addressee():
    due = replace(REPORT, addressee_due=True)
    (found,) = findings(due)
    assert found.rule == "no-addressee"
    held = contents(due)
    (cure,) = cures(held, due, found)
    assert cure.label == "Ghi “Sở Nội vụ”"
    assert cure.edits[0].after == replace(due, addressee="Sở Nội vụ")
    assert findings(replace(due, addressee="Ủy ban nhân dân tỉnh An Đông")) == []


def test_an_empty_heading_is_found_where_no_deeper_one_follows():
    assert rules(without=("difficulties-1",)) == [("heading-empty", "difficulties")]
    assert rules(replace(WORDS["difficulties-1"], text="- ")) == [("heading-empty", "difficulties")]


def test_a_task_of_the_period_without_a_result_is_found_at_its_result():
    (found,) = findings(without=("result-2",))
    assert (found.rule, found.at) == ("task-silent", Place("task-2", RESULT))
    assert found.where == "II.1 · Rà soát thủ tục hành chính thuộc thẩm quyền"


def test_the_tasks_are_gone_through_in_steps():
    held = contents()
    report = held.record("report")
    check = report_check(held, report)
    assert check.flaws == []  # its words are read by now
    steps = []
    report_findings(held, report, check=check, step=partial(steps.append, 1))
    times = {row.time for row in held.rows(held.record("plan")) if isinstance(row, Task)}
    assert len(steps) == len(times) > 1


def test_figures_that_do_not_add_up_are_found_beside_the_text():
    wrong = replace(FIGURES[2], value="201")
    assert "figure-parts" in [f.rule for f in findings(wrong)]


def test_all_of_them_at_once():
    """One of each kind in one report; where two stand in one paragraph both are found."""
    chosen = {}
    for rule, place, old, new in PLANTED:
        if rule not in {taken for taken, *_ in chosen.values()} and place not in chosen:
            chosen[place] = (rule, old, new)
    found = rules(*(planted(place, old, new) for place, (_, old, new) in chosen.items()))
    assert {(rule, place) for place, (rule, *_) in chosen.items()} == set(found)


def test_a_day_that_the_register_knows_is_found_once_and_mended():
    decree = replace(DOCUMENTS[0], id="doc-117", kind="Nghị định", number="117/2012",
                     symbol="NĐ-CP", issued="2012-12-17", issuer="Chính phủ", title="")  # fmt: skip
    wrong = planted("public-finance-2", "17/12/2012", "17/12/2013")
    assert rules(decree, wrong) == [("citation-date", "public-finance-2")]
    assert mended(decree, wrong)[2] == []


# What mends them


def mended(*records):
    """A report after the first cure of its only finding: the cure's words, and what is left."""
    held = contents(*records)
    report = held.record("report")
    (found,) = report_findings(held, report)
    first, *_ = cures(held, report, found)
    after = held.after(first)
    return first.label, after, report_findings(after, after.record("report"))


MENDABLE = [
    case[1:]
    for case in PLANTED
    if case[0] not in {"no-number", "stale-name", "past-deadline", "citation-year", "stale-month",
                       "stale-day", "unwritten", "citation-issuer", "citation-kind",
                       "citation-future", "citation-dates"}
]  # fmt: skip


@pytest.mark.parametrize(("place", "old", "new"), MENDABLE)
def test_the_first_cure_mends_it(place, old, new):
    label, _, left = mended(planted(place, old, new))
    assert left == []
    assert len(label) < 45


@pytest.mark.parametrize(("rule", "fields"), [case for case in FOOT if "archive" in case[0]])
def test_the_line_of_the_archive_is_put_at_the_end(rule, fields):
    label, after, left = mended(replace(REPORT, **fields))
    assert left == []
    assert after.record("report").recipients.splitlines()[-1].startswith("Lưu: VT")
    assert label.startswith("Ghi “Lưu: VT")


def test_a_kept_finding_stays_away_until_its_words_change():
    held = contents(planted("steering-2", "trong kỳ", "trong năm 2026"))
    report = held.record("report")
    (found,) = report_findings(held, report)
    *_, keep = cures(held, report, found)
    assert keep.label == "Giữ"
    kept = held.after(keep)
    assert report_findings(kept, report) == []
    (entry,) = kept.kept_findings(report)
    again = contents(entry, planted("steering-2", "trong kỳ đã đăng", "trong năm 2026 Sở đã đăng"))
    assert [f.rule for f in report_findings(again, report)] == ["stale-year"]
