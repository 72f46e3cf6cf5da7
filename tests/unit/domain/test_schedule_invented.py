"""A hundred invented time cells of plans for 2025, with what design.md's rules make of them."""

from datetime import date

import pytest

from cchc_desktop.domain.schedule import read_schedule

YEAR = 2025
QUARTERS = "31/3 30/6 30/9 31/12"
MONTHS = "31/1 28/2 31/3 30/4 31/5 30/6 31/7 31/8 30/9 31/10 30/11 31/12"


def day(text: str) -> date:
    numbers = [int(number) for number in text.split("/")]
    return date(numbers[2] if len(numbers) > 2 else YEAR, numbers[1], numbers[0])


def days(text: str) -> list[date]:
    return [day(word) for word in text.split()]


def spans(text: str) -> list[tuple[date, ...]]:
    return [tuple(map(day, word.split("-"))) for word in text.split()]


# text, spans, due, every, ongoing, the condition's words, words not understood
CASES = [
    ("Quý I năm 2025", "1/1-31/3", "31/3", "", False, None, ""),
    ("Trong Quý III/2025", "1/7-30/9", "30/9", "", False, None, ""),
    ("Quý 1, Quý 3", "1/1-31/3 1/7-30/9", "31/3 30/9", "", False, None, ""),
    ("quý II và III năm 2025", "1/4-30/6 1/7-30/9", "30/6 30/9", "", False, None, ""),
    ("Từ quý III/2025 đến hết quý I/2026", "1/7-31/3/2026", "31/3/2026", "", False, None, ""),
    ("Quý I - Quý IV/2025", "1/1-31/12", "31/12", "", False, None, ""),
    ("Quý 2 + Quý 4", "1/4-30/6 1/10-31/12", "30/6 31/12", "", False, None, ""),
    ("Trong các quý I, III", "1/1-31/3 1/7-30/9", "31/3 30/9", "", False, None, ""),
    ("Thực hiện trong quý IV", "1/10-31/12", "31/12", "", False, None, ""),
    ("Q1/2025, Q3/2025", "1/1-31/3 1/7-30/9", "31/3 30/9", "", False, None, ""),
    ("Tháng 5 năm 2025", "1/5-31/5", "31/5", "", False, None, ""),
    ("Tháng 02 đến tháng 4/2025", "1/2-30/4", "30/4", "", False, None, ""),
    ("Tháng 6 và tháng 12", "1/6-30/6 1/12-31/12", "30/6 31/12", "", False, None, ""),
    (
        "Các tháng 02, 5, 8, 11",
        "1/2-28/2 1/5-31/5 1/8-31/8 1/11-30/11",
        "28/2 31/5 31/8 30/11",
        "",
        False,
        None,
        "",
    ),
    ("Tháng 9, 10/2025", "1/9-30/9 1/10-31/10", "30/9 31/10", "", False, None, ""),
    ("07/2025 - 9/2025", "1/7-30/9", "30/9", "", False, None, ""),
    ("11/2025", "1/11-30/11", "30/11", "", False, None, ""),
    ("Khoảng tháng 8/2025", "1/8-31/8", "31/8", "", False, None, ""),
    ("Hoàn thành trong tháng 10 năm 2025", "1/10-31/10", "31/10", "", False, None, ""),
    ("Tháng mười một", "1/11-30/11", "30/11", "", False, None, ""),
    ("Trước 15/02/2025", "", "14/2", "", False, None, ""),
    ("Hoàn thành trước ngày 01/3/2025", "", "28/2", "", False, None, ""),
    ("Chậm nhất vào ngày 20 tháng 12 năm 2025", "", "20/12", "", False, None, ""),
    ("Xong trước 30 tháng 4", "", "29/4", "", False, None, ""),
    ("Đến hết ngày 31/10/2025", "", "31/10", "", False, None, ""),
    ("Không muộn hơn ngày 05-6-2025", "", "5/6", "", False, None, ""),
    ("Trước quý II/2025", "", "31/3", "", False, None, ""),
    ("Trước tháng 12/2025", "", "30/11", "", False, None, ""),
    ("Chậm nhất trong quý II", "", "30/6", "", False, None, ""),
    ("Muộn nhất hết tháng 7", "", "31/7", "", False, None, ""),
    ("Ngày 09/11/2025", "", "9/11", "", False, None, ""),
    ("Thứ Năm, ngày 20 tháng 11 năm 2025", "", "20/11", "", False, None, ""),
    ("8h00 ngày 05/5/2025", "", "5/5", "", False, None, ""),
    ("Trước 16 giờ 30 ngày 12/9/2025", "", "12/9", "", False, None, ""),
    ("Từ ngày 01/4 đến ngày 30/5/2025", "1/4-30/5", "30/5", "", False, None, ""),
    ("Từ 05 - 20/8/2025", "5/8-20/8", "20/8", "", False, None, ""),
    ("ngày 25, 26/6/2025", "", "25/6 26/6", "", False, None, ""),
    ("Trước các ngày 10/3, 10/6 và 10/9/2025", "", "9/3 9/6 9/9", "", False, None, ""),
    ("Hạn cuối: 15/10/2025", "", "15/10", "", False, None, ""),
    ("Chậm nhất ngày 15 (mười lăm) tháng 8 (tám) năm 2025", "", "15/8", "", False, None, ""),
    ("6 tháng đầu năm 2025", "1/1-30/6", "30/6", "", False, None, ""),
    ("06 tháng cuối năm", "1/7-31/12", "31/12", "", False, None, ""),
    ("Trong 9 tháng đầu năm 2025", "1/1-30/9", "30/9", "", False, None, ""),
    ("3 tháng đầu năm", "1/1-31/3", "31/3", "", False, None, ""),
    ("Hết năm 2025", "", "31/12", "", False, None, ""),
    ("Năm 2025", "1/1-31/12", "31/12", "", False, None, ""),
    ("Giai đoạn 2025 - 2030", "1/1-31/12/2030", "31/12/2030", "", False, None, ""),
    ("Từ năm 2025 đến năm 2027", "1/1-31/12/2027", "31/12/2027", "", False, None, ""),
    ("Năm 2025 và các năm tiếp theo", "1/1-31/12", "31/12", "", False, None, ""),
    ("Đến năm 2025, tầm nhìn đến năm 2030", "", "31/12", "", False, None, ""),
    ("Hàng quý", "", QUARTERS, "quarter", False, None, ""),
    ("Hằng tháng, hằng quý", "", MONTHS, "month quarter", False, None, ""),
    ("Định kỳ quý, 6 tháng, năm", "", QUARTERS, "quarter half year", False, None, ""),
    ("Mỗi tháng một lần", "", MONTHS, "month", False, None, ""),
    ("Định kỳ 01 tháng/lần", "", MONTHS, "month", False, None, ""),
    ("02 lần/năm", "", "30/6 31/12", "half", False, None, ""),
    ("Tối thiểu 01 lần/quý", "", QUARTERS, "quarter", False, None, ""),
    ("Ít nhất mỗi quý 1 lần", "", QUARTERS, "quarter", False, None, ""),
    ("2 tuần/1 lần", "", "", "2weeks", False, None, ""),
    ("Hằng tuần", "", "", "week", False, None, ""),
    ("Hàng ngày, hàng tuần", "", "", "day week", False, None, ""),
    (
        "Trước ngày 20 hằng tháng",
        "",
        "19/1 19/2 19/3 19/4 19/5 19/6 19/7 19/8 19/9 19/10 19/11 19/12",
        "month",
        False,
        None,
        "",
    ),
    (
        "Chậm nhất ngày 14 của tháng cuối quý",
        "",
        "14/3 14/6 14/9 14/12",
        "quarter",
        False,
        None,
        "",
    ),
    ("Trước ngày 10 tháng cuối mỗi quý", "", "9/3 9/6 9/9 9/12", "quarter", False, None, ""),
    (
        "Hằng quý, trước ngày 15 của tháng cuối quý",
        "",
        "14/3 14/6 14/9 14/12",
        "quarter",
        False,
        None,
        "",
    ),
    ("Tháng 12 hằng năm", "1/12-31/12", "31/12", "year", False, None, ""),
    ("Trước ngày 31/01 hàng năm", "", "30/1", "year", False, None, ""),
    ("Hàng năm, vào quý II", "1/4-30/6", "30/6", "year", False, None, ""),
    ("Định kỳ hằng năm", "", "31/12", "year", False, None, ""),
    (
        "Báo cáo định kỳ hằng quý, 06 tháng và năm",
        "",
        QUARTERS,
        "quarter half year",
        False,
        None,
        "",
    ),
    ("Báo cáo 6 tháng, báo cáo năm", "1/1-30/6 1/1-31/12", "30/6 31/12", "", False, None, ""),
    ("Thường xuyên, liên tục", "", "", "", True, None, ""),
    ("Thực hiện thường xuyên", "", "", "", True, None, ""),
    ("Thường xuyên trong năm", "", "", "", True, None, ""),
    ("Cả năm", "", "", "", True, None, ""),
    ("Thường xuyên, định kỳ hàng quý", "", QUARTERS, "quarter", True, None, ""),
    ("Quý I và thường xuyên", "1/1-31/3", "31/3", "", True, None, ""),
    ("Thường xuyên; báo cáo trước ngày 15/12", "", "14/12", "", True, None, ""),
    (
        "Ngay sau khi Trung ương ban hành hướng dẫn",
        "",
        "",
        "",
        False,
        "Ngay sau khi Trung ương ban hành hướng dẫn",
        "",
    ),
    ("Theo Kế hoạch của Sở Nội vụ", "", "", "", False, "Theo Kế hoạch của Sở Nội vụ", ""),
    ("Căn cứ tình hình thực tế", "", "", "", False, "Căn cứ tình hình thực tế", ""),
    ("Tùy theo yêu cầu nhiệm vụ", "", "", "", False, "Tùy theo yêu cầu nhiệm vụ", ""),
    ("Khi có chỉ đạo của UBND tỉnh", "", "", "", False, "Khi có chỉ đạo của UBND tỉnh", ""),
    ("Đúng thời hạn quy định", "", "", "", False, "Đúng thời hạn quy định", ""),
    (
        "Trong vòng 10 ngày kể từ ngày nhận đủ hồ sơ",
        "",
        "",
        "",
        False,
        "Trong vòng 10 ngày kể từ ngày nhận đủ hồ sơ",
        "",
    ),
    (
        "Quý II (sau khi có kết quả công bố Chỉ số)",
        "1/4-30/6",
        "30/6",
        "",
        False,
        "sau khi có kết quả công bố Chỉ số",
        "",
    ),
    (
        "Theo hướng dẫn của Bộ Nội vụ, chậm nhất 30/11",
        "",
        "30/11",
        "",
        False,
        "Theo hướng dẫn của Bộ Nội vụ",
        "",
    ),
    (
        "Hằng quý hoặc đột xuất khi có yêu cầu",
        "",
        QUARTERS,
        "quarter",
        False,
        "đột xuất khi có yêu cầu",
        "",
    ),
    (
        "Theo Quyết định số 25/QĐ-UBND ngày 10/01/2025",
        "",
        "",
        "",
        False,
        "Theo Quyết định số 25/QĐ-UBND ngày 10/01/2025",
        "",
    ),
    ("Dự kiến quý III (muộn nhất 15/10)", "1/7-30/9", "15/10", "", False, None, ""),
    ("Dự kiến ngày 10/5/2025, chậm nhất ngày 20/5/2025", "", "20/5", "", False, None, ""),
    ("Dự kiến trong tháng 7", "1/7-31/7", "31/7", "", False, None, ""),
    ("- Ban hành: Quý I\n- Thực hiện: Thường xuyên", "1/1-31/3", "31/3", "", True, None, ""),
    ("Lần 1: tháng 6\nLần 2: tháng 12", "1/6-30/6 1/12-31/12", "30/6 31/12", "", False, None, ""),
    ("Bắt đầu từ ngày 01/7/2025", "1/7-31/12", "", "", False, None, ""),
    ("Từ quý II/2025", "1/4-31/12", "", "", False, None, ""),
    ("30/02/2025", "", "", "", False, None, "30/02/2025"),
    ("Quý VI", "", "", "", False, None, "Quý VI"),
    ("Tháng 15", "", "", "", False, None, "Tháng 15"),
    ("Chưa có kế hoạch cụ thể", "", "", "", False, None, "Chưa có kế hoạch cụ thể"),
]


@pytest.mark.parametrize(
    ("text", "span", "due", "every", "ongoing", "waits_for", "unread"),
    CASES,
    ids=[case[0] for case in CASES],
)
def test_reading(text, span, due, every, ongoing, waits_for, unread):
    schedule = read_schedule(text, YEAR)

    assert list(schedule.spans) == spans(span)
    assert list(schedule.due) == days(due)
    assert list(schedule.every) == every.split()
    assert schedule.ongoing is ongoing
    assert schedule.waits_for == waits_for
    assert schedule.unread == unread
