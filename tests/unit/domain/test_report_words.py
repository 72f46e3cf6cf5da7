"""Periods, documents and days as a report writes them."""

import pytest

from cchc_desktop.domain.citation_words import about, in_full, in_short
from cchc_desktop.domain.issue_date import date_in_text
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report_words import (
    filled,
    next_window,
    next_words,
    within_sentence,
)
from cchc_desktop.domain.reporting_period import ReportingPeriod, preset_periods

NINE = ReportingPeriod("x", 2027, "x", "9 tháng", "2026-12-15", "2027-09-14", "", "", "")


@pytest.mark.parametrize(
    ("period", "words", "after", "first_day"),
    [
        (preset_periods(2027)[0], "quý I năm 2027", "quý II năm 2027", "2027-04-01"),
        (preset_periods(2027)[1], "6 tháng đầu năm 2027", "quý III năm 2027", "2027-07-01"),
        (preset_periods(2027)[2], "quý III năm 2027", "quý IV năm 2027", "2027-10-01"),
        (preset_periods(2027)[3], "năm 2027", "năm 2028", "2028-01-01"),
        (NINE, "9 tháng năm 2027", "quý IV năm 2027", "2027-10-01"),
    ],
)
def test_a_report_names_its_period(
    period: ReportingPeriod, words: str, after: str, first_day: str
) -> None:
    assert (period.full_words, next_words(period)) == (words, after)
    assert next_window(period)[0].isoformat() == first_day
    assert filled("{kỳ}, {kỳ sau}, {năm}", period) == f"{words}, {after}, 2027"


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("2027-04-02", "ngày 02/4/2027"),
        ("2027-02-26", "ngày 26/02/2027"),
        ("2027-11-09", "ngày 09/11/2027"),
        ("2027-04", "tháng 4/2027"),
        ("2027", "năm 2027"),
        ("", ""),
    ],
)
def test_days_as_the_law_writes_them(issued: str, words: str) -> None:
    assert date_in_text(issued) == words


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Đã kiểm tra", "đã kiểm tra"),
        ("Sở đã kiểm tra", "Sở đã kiểm tra"),
        ("UBND tỉnh đã", "UBND tỉnh đã"),
        ("Phòng Lãnh sự đã", "Phòng Lãnh sự đã"),
        ("Gửi Sở Nội vụ", "gửi Sở Nội vụ"),
        ("Ban hành Quy chế", "ban hành Quy chế"),
        ("Kế hoạch của Sở", "Kế hoạch của Sở"),
        ("02 phòng", "02 phòng"),
        ("Cử Phó Giám đốc", "cử Phó Giám đốc"),
        ("", ""),
    ],
)
def test_words_inside_a_sentence(text: str, inside: str) -> None:
    assert within_sentence(text) == inside


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Kiểm tra công tác CCHC.", "về kiểm tra công tác CCHC"),
        ("Về việc kiểm tra", "về việc kiểm tra"),
        ("ban hành Quy chế", "về việc ban hành Quy chế"),
        ("Sửa đổi, bổ sung Quy chế", "về việc sửa đổi, bổ sung Quy chế"),
        ("Quy định chế độ báo cáo", "quy định chế độ báo cáo"),
        ("Kế hoạch Cải cách hành chính", "về Kế hoạch Cải cách hành chính"),
        ("", ""),
    ],
)
def test_a_title_behind_its_document(title: str, words: str) -> None:
    assert about(title) == words


def test_a_document_in_full_and_in_short() -> None:
    decision = RegisteredDocument(
        "d", "Quyết định", "56/2020", "QĐ-UBND", "2020-08-12", "UBND tỉnh", "quy định chế độ"
    )
    full = "Quyết định số 56/2020/QĐ-UBND ngày 12/8/2020 của UBND tỉnh quy định chế độ"
    assert in_full(decision) == full
    assert in_full(decision, with_issuer=False) == full.replace(" của UBND tỉnh", "")
    assert in_short(decision) == "Quyết định số 56/2020/QĐ-UBND"


def test_a_law_is_cited_by_its_name() -> None:
    law = RegisteredDocument("d", "Luật", "83/2015", "QH13", "2015-06-25", "Quốc hội", "Ngân sách")
    assert in_full(law) == in_short(law) == "Luật Ngân sách"


def test_what_is_not_known_is_not_said() -> None:
    assert in_full(RegisteredDocument("d")) == "Văn bản"
    assert in_full(RegisteredDocument("d", "Biên bản", issued="2027")) == "Biên bản năm 2027"
