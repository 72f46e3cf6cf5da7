"""What the forms of time wording mean in a plan for 2024. Days are written d/M, spans d/M-d/M."""

from datetime import date

import pytest

from cchc_desktop.domain.schedule import Schedule, read_schedule, schedule_json

YEAR = 2024
MONTHS = "31/1 29/2 31/3 30/4 31/5 30/6 31/7 31/8 30/9 31/10 30/11 31/12"
QUARTERS = "31/3 30/6 30/9 31/12"
HALVES = "30/6 31/12"
Q1, Q2, Q3, Q4 = "1/1-31/3", "1/4-30/6", "1/7-30/9", "1/10-31/12"
H1, H2, ALL_YEAR = "1/1-30/6", "1/7-31/12", "1/1-31/12"


def day(text: str) -> date:
    numbers = [int(number) for number in text.split("/")]
    return date(numbers[2] if len(numbers) > 2 else YEAR, numbers[1], numbers[0])


def days(text: str) -> tuple[date, ...]:
    return tuple(day(word) for word in text.split())


def spans(text: str) -> tuple[tuple[date, ...], ...]:
    return tuple(tuple(day(end) for end in word.split("-")) for word in text.split())


def read(text: str) -> Schedule:
    return read_schedule(text, YEAR)


def each_month(number: int) -> str:
    return " ".join(f"{number}/{month}" for month in range(1, 13))


PERIODS = [  # text, spans; each is due at its own end
    ("Quý I", Q1),
    ("quí II", Q2),
    ("Qúy II", Q2),
    ("QUÝ 2", Q2),
    ("QUÝ III", Q3),
    ("Q.II", Q2),
    ("Q. III", Q3),
    ("Q2", Q2),
    ("QIV", Q4),
    ("quý iii", Q3),
    ("quý 1", Q1),
    ("Quý một", Q1),
    ("Quý tư", Q4),
    ("Quý 3 (ba)", Q3),
    ("Quý ba (3)", Q3),
    ("QuýIII/2024", Q3),
    ("Quý: III", Q3),
    ("Quý II/2024", Q2),
    ("Quý II / 2024", Q2),
    ("Quý II-2024", Q2),
    ("Quý II - 2024", Q2),
    ("Quý II.2024", Q2),
    ("Quý II 2024", Q2),
    ("Quý II/24", Q2),
    ("Quý II năm 2024", Q2),
    ("Quý II, năm 2024", Q2),
    ("Quý II của năm 2024", Q2),
    ("Quý II (năm 2024)", Q2),
    ("Quý II/2025", "1/4/2025-30/6/2025"),
    ("Quý I năm sau", "1/1/2025-31/3/2025"),
    ("Trong quý II/2024", Q2),
    ("Hoàn thành trong quý III", Q3),
    ("Vào quý IV", Q4),
    ("đầu quý II", Q2),
    ("giữa quý II", Q2),
    ("cuối quý II", Q2),
    ("tháng cuối quý II", "1/6-30/6"),
    ("02 tháng đầu quý II", "1/4-31/5"),
    ("Quý đầu năm", Q1),
    ("Quý II, IV", f"{Q2} {Q4}"),
    ("Quý II,IV", f"{Q2} {Q4}"),
    ("Quý III&IV", f"{Q3} {Q4}"),
    ("Quý III và IV", f"{Q3} {Q4}"),
    ("Quý I + III", f"{Q1} {Q3}"),
    ("Quý I; III", f"{Q1} {Q3}"),
    ("Quý II hoặc quý III", f"{Q2} {Q3}"),
    ("Quý II/III", f"{Q2} {Q3}"),
    ("Quý I, II, III và IV", f"{Q1} {Q2} {Q3} {Q4}"),
    ("Quý 1,2,3,4", f"{Q1} {Q2} {Q3} {Q4}"),
    ("Quý 1/2/3/4", f"{Q1} {Q2} {Q3} {Q4}"),
    ("Quý I/2024, Quý III/2024", f"{Q1} {Q3}"),
    ("quý I và quý III năm 2025", "1/1/2025-31/3/2025 1/7/2025-30/9/2025"),
    ("Quý IV/2024 và quý I/2025", f"{Q4} 1/1/2025-31/3/2025"),
    ("Các quý I, III", f"{Q1} {Q3}"),
    ("Quý I\nQuý III", f"{Q1} {Q3}"),
    ("Quý I-II", H1),
    ("Quý I – Quý II", H1),
    ("quý I đến quý III/2024", "1/1-30/9"),
    ("quý I đến III", "1/1-30/9"),
    ("Quý I → quý II", H1),
    ("Từ quý I tới quý II", H1),
    ("từ quý II đến hết quý III", "1/4-30/9"),
    ("từ đầu quý II đến hết quý III", "1/4-30/9"),
    ("Quý IV/2023 - Quý I/2024", "1/10/2023-31/3"),
    ("Quý IV - Quý I/2024", "1/10/2023-31/3"),
    ("Từ tháng 11 năm 2024 đến tháng 2", "1/11-28/2/2025"),
    ("Tháng 6", "1/6-30/6"),
    ("tháng 02", "1/2-29/2"),
    ("Tháng Ba", "1/3-31/3"),
    ("tháng tư", "1/4-30/4"),
    ("tháng năm", "1/5-31/5"),
    ("Tháng Năm năm 2024", "1/5-31/5"),
    ("tháng mười hai", "1/12-31/12"),
    ("Tháng 10/2024", "1/10-31/10"),
    ("Tháng 10 năm 2024", "1/10-31/10"),
    ("T10/2024", "1/10-31/10"),
    ("T3", "1/3-31/3"),
    ("3/2024", "1/3-31/3"),
    ("03/2024", "1/3-31/3"),
    ("2024-03", "1/3-31/3"),
    ("Tháng 3, 6, 9, 12", "1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12"),
    ("Tháng 3/6/9/12", "1/3-31/3 1/6-30/6 1/9-30/9 1/12-31/12"),
    ("Các tháng 3 & 9", "1/3-31/3 1/9-30/9"),
    ("Tháng 01, 02/2024", "1/1-31/1 1/2-29/2"),
    ("Tháng 11, 12 và tháng 01/2025", "1/11-30/11 1/12-31/12 1/1/2025-31/1/2025"),
    ("3, 5/2024", "1/3-31/3 1/5-31/5"),
    ("Tháng 3-5", "1/3-31/5"),
    ("tháng 3 đến tháng 5", "1/3-31/5"),
    ("7/2024 - 9/2024", Q3),
    ("Tháng 11/2023 - tháng 02/2024", "1/11/2023-29/2"),
    ("từ tháng 3 đến hết quý III", "1/3-30/9"),
    ("Từ tháng 3 đến trước tháng 6", "1/3-31/5"),
    ("đầu tháng 3", "1/3-31/3"),
    ("giữa tháng 5/2024", "1/5-31/5"),
    ("Hạ tuần tháng 6", "21/6-30/6"),
    ("nửa cuối tháng 6", "16/6-30/6"),
    ("cuối tháng 6, đầu tháng 7", "1/6-30/6 1/7-31/7"),
    ("6 tháng đầu năm", H1),
    ("06 tháng cuối năm 2024", H2),
    ("sáu tháng đầu năm", H1),
    ("6 tháng đầu năm và 6 tháng cuối năm", f"{H1} {H2}"),
    ("06 tháng", H1),
    ("6 tháng năm 2024", H1),
    ("9 tháng đầu năm", "1/1-30/9"),
    ("9 tháng", "1/1-30/9"),
    ("3 tháng cuối năm", Q4),
    ("2 quý cuối năm", H2),
    ("nửa đầu năm", H1),
    ("Nửa năm cuối", H2),
    ("đầu năm", ALL_YEAR),
    ("giữa năm", ALL_YEAR),
    ("cuối năm 2024", ALL_YEAR),
    ("2024", ALL_YEAR),
    ("Năm 2024", ALL_YEAR),
    ("Trong năm 2024", ALL_YEAR),
    ("Trong năm", ALL_YEAR),
    ("2024, 2025", f"{ALL_YEAR} 1/1/2025-31/12/2025"),
    ("2024-2025", "1/1-31/12/2025"),
    ("Năm 2024 - 2025", "1/1-31/12/2025"),
    ("giai đoạn 2021-2025", "1/1/2021-31/12/2025"),
    ("Giai đoạn 01/2024-06/2024", H1),
    ("Từ năm 2024 đến năm 2025", "1/1-31/12/2025"),
    ("năm 2024 và những năm tiếp theo", ALL_YEAR),
    ("Năm 2024 và các năm sau", ALL_YEAR),
    ("từ ngày 10 đến ngày 20/5/2024", "10/5-20/5"),
    ("Từ ngày 15/3 đến hết tháng 6", "15/3-30/6"),
    ("từ đầu năm đến 30/6", "1/1-30/6"),
    ("15/3 - 20/4", "15/3-20/4"),
    ("14/3/2024 – 20/3/2024", "14/3-20/3"),
    ("15/12 - 15/01/2025", "15/12-15/1/2025"),
    ("ngày 14-16/3/2024", "14/3-16/3"),
    ("ngày 14 đến 16/3", "14/3-16/3"),
    ("10-15/3", "10/3-15/3"),
    ("từ ngày 15/12 năm trước đến ngày 14/6", "15/12/2023-14/6"),
    ("báo cáo quý I, 6 tháng, quý III, năm", f"{Q1} {H1} {Q3} {ALL_YEAR}"),
    ("Báo cáo 6 tháng, năm", f"{H1} {ALL_YEAR}"),
    ("Báo cáo 6 tháng, 9 tháng và cả năm", f"{H1} 1/1-30/9 {ALL_YEAR}"),
    ("Sơ kết 6 tháng; tổng kết năm", f"{H1} {ALL_YEAR}"),
    ("Đợt 1: tháng 3; đợt 2: tháng 9", "1/3-31/3 1/9-30/9"),
    ("Lần 1: quý II\nLần 2: quý IV", f"{Q2} {Q4}"),
    ("a) Quý I; b) Quý II", f"{Q1} {Q2}"),
    ("1. Quý I\n2. Quý III", f"{Q1} {Q3}"),
    ("Quý I: triển khai; Quý II: báo cáo", f"{Q1} {Q2}"),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[text for text, _ in PERIODS])
def test_a_period_is_a_span_due_at_its_end(text, expected):
    schedule = read(text)

    assert schedule.spans == spans(expected)
    assert schedule.due == tuple(sorted({end for _, end in spans(expected)}))
    assert (schedule.every, schedule.ongoing, schedule.waits_for) == ((), False, None)
    assert schedule.unread == ""


DEADLINES = [  # text, due; none has a span
    ("Trước ngày 14/03/2024", "13/3"),
    ("trước 30/5", "29/5"),
    ("trước ngày 01/3/2024", "29/2"),
    ("Trước ngày 01/01/2025", "31/12"),
    ("Trước 15 tháng 12 năm 2024", "14/12"),
    ("TRƯỚC NGÀY 15/6/2024", "14/6"),
    ("trước 30-5", "29/5"),
    ("trước ngày 14.3.2024", "13/3"),
    ("xong trước ngày 20/12", "19/12"),
    ("hoàn thành trước 15/11/2024", "14/11"),
    ("Đến trước ngày 15/11", "14/11"),
    ("Chậm nhất trước ngày 15/11", "14/11"),
    ("trước tháng 6", "31/5"),
    ("trước quý IV", "30/9"),
    ("Trước năm 2025", "31/12"),
    ("trước cuối tháng 6", "30/6"),
    ("trước ngày 10/3, 10/6, 10/9", "9/3 9/6 9/9"),
    ("Trước ngày 15/6 và ngày 15/12", "14/6 14/12"),
    ("trước ngày 01 của tháng 3, tháng 6 và tháng 9", "29/2 31/5 31/8"),
    ("Trước ngày 25 các tháng 3, 6, 9, 12", "24/3 24/6 24/9 24/12"),
    ("Trước 30/6 và trước 31/12", "29/6 30/12"),
    ("Trước ngày 15/01 năm sau", "14/1/2025"),
    ("Trước 17h00 ngày 15/6", "15/6"),
    ("Trước 16 giờ 30 ngày 15/6", "15/6"),
    ("Chậm nhất 01/12/2024", "1/12"),
    ("Chậm nhất là ngày 01/12/2024", "1/12"),
    ("muộn nhất vào ngày 30/11", "30/11"),
    ("không quá ngày 15/6", "15/6"),
    ("Không muộn hơn 15/6", "15/6"),
    ("chậm nhất trong tháng 6", "30/6"),
    ("Chậm nhất đến hết quý II", "30/6"),
    ("Hạn cuối: 15/10/2024", "15/10"),
    ("đến ngày 30/6", "30/6"),
    ("Đến hết ngày 31/12/2024", "31/12"),
    ("hết tháng 10", "31/10"),
    ("hết quý III", "30/9"),
    ("Hết năm 2024", "31/12"),
    ("Từ nay đến hết năm 2024", "31/12"),
    ("Đến năm 2025", "31/12/2025"),
    ("Đến năm 2025, định hướng đến năm 2030", "31/12/2025"),
    ("đến năm 2025 và tầm nhìn 2030", "31/12/2025"),
    ("trong ngày 14/3", "14/3"),
    ("ngày 15/6", "15/6"),
    ("15/6", "15/6"),
    ("05/06/2024", "5/6"),
    ("14.03.2024", "14/3"),
    ("14.3", "14/3"),
    ("ngày 14.3", "14/3"),
    ("14-03-2024", "14/3"),
    ("14/3/24", "14/3"),
    ("14 / 3 / 2024", "14/3"),
    ("15 tháng 6", "15/6"),
    ("ngày 5 tháng 6 năm 2024", "5/6"),
    ("ngày 15 tháng Sáu", "15/6"),
    ("ngày 14 (mười bốn) tháng 3 (ba)", "14/3"),
    ("ngày 14 (mười bốn) tháng 3 (ba) năm 2024 (hai nghìn không trăm hai mươi bốn)", "14/3"),
    ("Thứ Sáu, ngày 14/3/2024", "14/3"),
    ("Thứ 6 ngày 14/3", "14/3"),
    ("T6, ngày 14/3", "14/3"),
    ("14/3/2024 (thứ Năm)", "14/3"),
    ("8h00 ngày 14/3/2024", "14/3"),
    ("Từ 8h00 đến 11h30, ngày 14/3/2024", "14/3"),
    ("ngày 10, 20 và 30/6", "10/6 20/6 30/6"),
    ("Ngày 15 tháng 3, tháng 6", "15/3 15/6"),
    ("Trong 02 ngày 14, 15/3", "14/3 15/3"),
    ("2024-03-14", "14/3"),
    ("2024-03-14 00:00:00", "14/3"),
    ("2024-03-14T00:00:00", "14/3"),
    ("ngày 15/6/2023", "15/6/2023"),
    ("Dự kiến ngày 20/5 (chậm nhất ngày 30/5)", "30/5"),
    ("Dự kiến 20/5, muộn nhất 30/5", "30/5"),
]


@pytest.mark.parametrize(("text", "expected"), DEADLINES, ids=[text for text, _ in DEADLINES])
def test_a_deadline_is_due_and_has_no_span(text, expected):
    schedule = read(text)

    assert schedule.due == days(expected)
    assert (schedule.spans, schedule.every, schedule.ongoing) == ((), (), False)
    assert (schedule.waits_for, schedule.unread) == (None, "")


RECURRENCES = [  # text, every, due; none has a span
    ("Hằng quý", "quarter", QUARTERS),
    ("Hàng quý", "quarter", QUARTERS),
    ("HẰNG QUÝ", "quarter", QUARTERS),
    ("hằng quí", "quarter", QUARTERS),
    ("Mỗi quý", "quarter", QUARTERS),
    ("Từng quý", "quarter", QUARTERS),
    ("theo quý", "quarter", QUARTERS),
    ("theo từng quý", "quarter", QUARTERS),
    ("các quý trong năm", "quarter", QUARTERS),
    ("Báo cáo quý", "quarter", QUARTERS),
    ("cuối mỗi quý", "quarter", QUARTERS),
    ("tháng cuối quý", "quarter", QUARTERS),
    ("1 lần/quý", "quarter", QUARTERS),
    ("01 lần / 01 quý", "quarter", QUARTERS),
    ("Quý/lần", "quarter", QUARTERS),
    ("Quý 1 lần", "quarter", QUARTERS),
    ("1 quý 1 lần", "quarter", QUARTERS),
    ("Mỗi quý ít nhất 01 lần", "quarter", QUARTERS),
    ("Tối thiểu 01 (một) lần/quý", "quarter", QUARTERS),
    ("3 tháng/lần", "quarter", QUARTERS),
    ("3 tháng một lần", "quarter", QUARTERS),
    ("4 lần/năm", "quarter", QUARTERS),
    ("Định kỳ hằng tháng", "month", MONTHS),
    ("hàng  tháng", "month", MONTHS),
    ("mỗi tháng 01 lần", "month", MONTHS),
    ("tháng 1 lần", "month", MONTHS),
    ("1 tháng/lần", "month", MONTHS),
    ("các tháng trong năm", "month", MONTHS),
    ("ngày cuối cùng của tháng", "month", MONTHS),
    ("Đầu mỗi tháng", "month", MONTHS),
    ("Định kỳ 6 tháng", "half", HALVES),
    ("6 tháng một lần", "half", HALVES),
    ("6 tháng/lần", "half", HALVES),
    ("1 lần/6 tháng", "half", HALVES),
    ("Mỗi 6 tháng", "half", HALVES),
    ("nửa năm một lần", "half", HALVES),
    ("2 lần/năm", "half", HALVES),
    ("mỗi năm 02 lần", "half", HALVES),
    ("Một năm hai lần", "half", HALVES),
    ("2 lần trong năm", "half", HALVES),
    ("hàng năm", "year", "31/12"),
    ("Định kỳ hằng năm", "year", "31/12"),
    ("1 lần/năm", "year", "31/12"),
    ("hằng ngày", "day", ""),
    ("hàng tuần", "week", ""),
    ("Thứ Sáu hàng tuần", "week", ""),
    ("trước 16h thứ Năm hàng tuần", "week", ""),
    ("tuần 1 lần", "week", ""),
    ("2 tuần một lần", "2weeks", ""),
    ("hai tuần một lần", "2weeks", ""),
    ("02 (hai) tuần/lần", "2weeks", ""),
    ("2 tuần/1 lần", "2weeks", ""),
    ("1 lần/2 tuần", "2weeks", ""),
    ("mỗi 2 tuần", "2weeks", ""),
    ("Hàng ngày, hàng tuần", "day week", ""),
    ("Định kỳ hàng tháng, quý, 6 tháng, năm", "month quarter half year", MONTHS),
    ("Hằng tháng/quý/năm", "month quarter year", MONTHS),
    ("Định kỳ quý, 6 tháng và năm", "quarter half year", QUARTERS),
    ("Hằng quý, 06 tháng, hằng năm", "quarter half year", QUARTERS),
    ("Tháng, quý, năm", "month quarter year", MONTHS),
    ("6 tháng, năm", "half year", HALVES),
    ("6 tháng và hằng năm", "half year", HALVES),
    ("hàng tháng; hàng quý", "month quarter", MONTHS),
    ("ngày 25 hằng tháng", "month", each_month(25)),
    ("trước ngày 25 hàng tháng", "month", each_month(24)),
    ("Trước ngày 25 của mỗi tháng", "month", each_month(24)),
    ("Hằng tháng, trước ngày 25", "month", each_month(24)),
    ("Hằng tháng (chậm nhất ngày 25)", "month", each_month(25)),
    ("Báo cáo tháng trước ngày 25", "month", each_month(24)),
    ("ngày 31 hằng tháng", "month", MONTHS),
    ("Ngày 05 của tháng sau", "month", "5/2 5/3 5/4 5/5 5/6 5/7 5/8 5/9 5/10 5/11 5/12 5/1/2025"),
    ("ngày 06 tháng cuối quý", "quarter", "6/3 6/6 6/9 6/12"),
    ("Ngày 06 tháng cuối mỗi quý", "quarter", "6/3 6/6 6/9 6/12"),
    ("ngày 15 của tháng cuối cùng của quý", "quarter", "15/3 15/6 15/9 15/12"),
    ("Trước ngày 15 tháng thứ 3 của quý", "quarter", "14/3 14/6 14/9 14/12"),
    ("Hằng quý, trước ngày 15 tháng cuối quý", "quarter", "14/3 14/6 14/9 14/12"),
    ("Ngày 10 tháng đầu quý", "quarter", "10/1 10/4 10/7 10/10"),
    ("Trước ngày 05 tháng đầu quý sau", "quarter", "4/4 4/7 4/10 4/1/2025"),
    ("Hằng quý, trước ngày 10/3, 10/6, 10/9, 10/12", "quarter", "9/3 9/6 9/9 9/12"),
    ("Định kỳ 6 tháng (trước ngày 15/6 và 15/12)", "half", "14/6 14/12"),
    ("Hằng năm, trước ngày 15/12", "year", "14/12"),
    ("Trước ngày 15/12 hằng năm", "year", "14/12"),
    ("ngày 20/6 hàng năm", "year", "20/6"),
]


@pytest.mark.parametrize(
    ("text", "every", "due"), RECURRENCES, ids=[text for text, *_ in RECURRENCES]
)
def test_a_recurrence_is_due_at_each_occurrence(text, every, due):
    schedule = read(text)

    assert schedule.every == tuple(every.split())
    assert schedule.due == days(due)
    assert (schedule.spans, schedule.ongoing) == ((), False)
    assert (schedule.waits_for, schedule.unread) == (None, "")


RECURRING_PERIODS = [  # text, spans, every, due
    ("Quý IV hằng năm", Q4, "year", "31/12"),
    ("tháng 3 và tháng 9 hằng năm", "1/3-31/3 1/9-30/9", "year", "31/3 30/9"),
    ("Hằng năm, vào quý II", Q2, "year", "30/6"),
    ("Hằng năm (quý I)", Q1, "year", "31/3"),
    ("Hằng tháng từ tháng 3 đến tháng 5", "1/3-31/5", "month", "31/3 30/4 31/5"),
    ("Hàng tháng, bắt đầu từ tháng 10", Q4, "month", "31/10 30/11 31/12"),
    ("Hằng quý năm 2024", ALL_YEAR, "quarter", QUARTERS),
    ("Quý I và hàng quý", Q1, "quarter", QUARTERS),
    ("Định kỳ quý I, 6 tháng, quý III và năm", f"{Q1} {Q3}", "half year", QUARTERS),
    ("Hằng năm trong giai đoạn 2021-2025", "1/1/2021-31/12/2025", "year", "31/12 31/12/2025"),
]


@pytest.mark.parametrize(
    ("text", "span", "every", "due"),
    RECURRING_PERIODS,
    ids=[text for text, *_ in RECURRING_PERIODS],
)
def test_a_recurrence_beside_a_period(text, span, every, due):
    schedule = read(text)

    assert schedule.spans == spans(span)
    assert schedule.every == tuple(every.split())
    assert schedule.due == days(due)
    assert schedule.unread == ""


ONGOING = [  # text, spans, due, every
    ("Thường xuyên", "", "", ""),
    ("THƯỜNG XUYÊN", "", "", ""),
    ("Thường xuyên, liên tục", "", "", ""),
    ("Thực hiện thường xuyên", "", "", ""),
    ("Cả năm", "", "", ""),
    ("suốt cả năm", "", "", ""),
    ("Quanh năm", "", "", ""),
    ("Thường xuyên trong năm", "", "", ""),
    ("cả năm 2024", ALL_YEAR, "", ""),
    ("Thường xuyên trong năm 2024", ALL_YEAR, "", ""),
    ("Thường xuyên từ tháng 3 đến tháng 12", "1/3-31/12", "", ""),
    ("Cả năm và hàng quý", "", QUARTERS, "quarter"),
    ("Thường xuyên, định kỳ hằng tháng", "", MONTHS, "month"),
    ("Quý I Thường xuyên", Q1, "31/3", ""),
    ("Quý II, thường xuyên", Q2, "30/6", ""),
    ("- Dự kiến tháng 10/2024\n- Thường xuyên", "1/10-31/10", "31/10", ""),
    ("- Dự kiến tháng 10/2024 - Thường xuyên", "1/10-31/10", "31/10", ""),
    ("Thường xuyên; báo cáo trước ngày 15/12", "", "14/12", ""),
    ("Ban hành trong tháng 01; thực hiện trong cả năm", "1/1-31/1", "31/1", ""),
]


@pytest.mark.parametrize(
    ("text", "span", "due", "every"), ONGOING, ids=[text for text, *_ in ONGOING]
)
def test_ongoing_has_no_deadline_of_its_own(text, span, due, every):
    schedule = read(text)

    assert schedule.ongoing
    assert schedule.spans == spans(span)
    assert schedule.due == days(due)
    assert schedule.every == tuple(every.split())
    assert schedule.unread == ""


ONLY_CONDITIONS = [
    "Sau khi Tỉnh ban hành Quy chế quản lý thống nhất các hoạt động đối ngoại",
    "Ngay sau khi Kế hoạch được phê duyệt",
    "Khi có yêu cầu",
    "Đột xuất",
    "đột xuất khi có yêu cầu",
    "Theo thời hạn đăng ký với UBND tỉnh",
    "Theo tiến độ đã được phê duyệt",
    "Theo quy định của tỉnh",
    "theo kế hoạch hằng năm của UBND tỉnh",
    "Theo Kế hoạch quý III, quý IV của Sở",
    "Theo Kế hoạch 15/KH-UBND ngày 14/3/2024",
    "Theo Kế hoạch số 15/KH-UBND, ngày 14 tháng 3 năm 2024 của UBND tỉnh",
    "Theo Quyết định số 06/2024/QĐ-UBND",
    "Theo Chương trình công tác năm 2024",
    "Theo Nghị quyết 39-NQ/TW",
    "Căn cứ tình hình thực tế",
    "Tuỳ theo yêu cầu công việc",
    "Tùy thuộc tiến độ của các đơn vị",
    "kể từ ngày ký",
    "Từ ngày Quyết định có hiệu lực",
    "trong vòng 05 ngày kể từ ngày nhận được văn bản",
    "Trong vòng 05 (năm) ngày làm việc kể từ ngày 01 tháng 6",
    "Trong 05 ngày làm việc",
    "05 ngày làm việc",
    "Chậm nhất 05 ngày sau khi kết thúc hội nghị",
    "Không quá 10 ngày làm việc",
    "Sau 30 ngày",
    "đúng thời hạn quy định",
    "Đúng hạn",
    "Đảm bảo tiến độ đề ra",
    "trước khi kết thúc năm học",
    "Trước kỳ họp thứ 9 của HĐND tỉnh",
    "Sau Hội nghị tổng kết",
]


@pytest.mark.parametrize("text", ONLY_CONDITIONS)
def test_a_condition_has_no_date(text):
    schedule = read(text)

    assert schedule == Schedule(text, waits_for=text)


CONDITIONS = [  # text, the condition's words, spans, due, ongoing
    ("Thực hiện theo Văn bản đề nghị", "theo Văn bản đề nghị", "", "", False),
    (
        "Tháng 01, 02/2024 (sau khi UBND tỉnh ban hành KH)",
        "sau khi UBND tỉnh ban hành KH",
        "1/1-31/1 1/2-29/2",
        "31/1 29/2",
        False,
    ),
    (
        "Thường xuyên và theo Kế hoạch của các cơ quan",
        "theo Kế hoạch của các cơ quan",
        "",
        "",
        True,
    ),
    (
        "Sau khi Tỉnh ban hành Quy chế, dự kiến quý III",
        "Sau khi Tỉnh ban hành Quy chế",
        Q3,
        "30/9",
        False,
    ),
    (
        "Sau khi UBND tỉnh ban hành Kế hoạch (dự kiến tháng 3/2024)",
        "Sau khi UBND tỉnh ban hành Kế hoạch",
        "1/3-31/3",
        "31/3",
        False,
    ),
    (
        "Theo Quyết định số 15/QĐ-UBND ngày 14/3/2024, trước ngày 30/6/2024",
        "Theo Quyết định số 15/QĐ-UBND ngày 14/3/2024",
        "",
        "29/6",
        False,
    ),
    ("Theo yêu cầu của Bộ trước ngày 30/6", "Theo yêu cầu của Bộ", "", "29/6", False),
    ("Theo quy định; thường xuyên", "Theo quy định", "", "", True),
    ("Theo quy định\nThường xuyên", "Theo quy định", "", "", True),
    ("Quý II theo Kế hoạch số 15/KH-UBND", "theo Kế hoạch số 15/KH-UBND", Q2, "30/6", False),
    ("Quý I/2024 và khi có văn bản thay thế", "khi có văn bản thay thế", Q1, "31/3", False),
    ("Từ khi ban hành đến hết năm", "Từ khi ban hành", "", "31/12", False),
    (
        "Sau khi Tỉnh ban hành\nQuy chế quản lý",
        "Sau khi Tỉnh ban hành Quy chế quản lý",
        "",
        "",
        False,
    ),
    (
        "Ngay sau khi Kế hoạch được ban hành và thực hiện thường xuyên",
        "Ngay sau khi Kế hoạch được ban hành",
        "",
        "",
        True,
    ),
]


@pytest.mark.parametrize(
    ("text", "waits_for", "span", "due", "ongoing"), CONDITIONS, ids=[t for t, *_ in CONDITIONS]
)
def test_a_condition_beside_dates_keeps_both(text, waits_for, span, due, ongoing):
    schedule = read(text)

    assert schedule.waits_for == waits_for
    assert (schedule.spans, schedule.due) == (spans(span), days(due))
    assert schedule.ongoing is ongoing
    assert schedule.unread == ""


STARTS = [
    ("bắt đầu từ ngày 15/3", "15/3-31/12"),
    ("Từ quý II", "1/4-31/12"),
    ("Từ tháng 3/2024", "1/3-31/12"),
    ("Từ năm 2024 trở đi", ALL_YEAR),
    ("kể từ ngày 01/7/2024", H2),
    ("sau ngày 15/6", "16/6-31/12"),
    ("sau quý II", H2),
    ("Từ quý II/2025", "1/4/2025-31/12/2025"),
]


@pytest.mark.parametrize(("text", "span"), STARTS)
def test_a_start_alone_runs_to_the_end_of_the_year_without_a_deadline(text, span):
    assert read(text) == Schedule(
        text, spans=spans(span), foreign_years=(2025,) if "2025" in text else ()
    )


def test_a_start_with_a_finish_is_one_span():
    schedule = read("Bắt đầu từ tháng 3, hoàn thành trước 30/6")

    assert schedule.spans == spans("1/3-29/6")
    assert schedule.due == days("29/6")


UNREAD = [
    "Quý V",
    "quý IIII",
    "Quý 5/2024",
    "Quý X1/2024",
    "31/6",
    "31/6/2024",
    "29/2/2023",
    "ngày 31 tháng 6 năm 2024",
    "Trước ngày 31/6",
    "tháng 13",
    "Tháng 13/2024",
    "13/2024",
    "03/25/2024",
    "ngày 15/13/2024",
    "2024-13-01",
    "3/6/9/12",
    "1/2/99",
    "15/8 âm lịch",
    "Quý IV - Quý I",
    "5-6",
    "45000",
    "100%",
    "5 năm",
    "5 năm một lần",
    "Chưa xác định",
    "Không thường xuyên",
    "Năm học 2024-2025",
    "Kế hoạch số 12/KH-SNgV",
    "Kế hoạch số 12/KH-SNgV ngày 05/3/2024",
    "Kế hoạch năm 2024",
    "Quyết định 56/2020/QĐ-UBND",
    "như trên",
    "Báo cáo",
    "x",
]


@pytest.mark.parametrize("text", UNREAD)
def test_words_not_understood_are_kept_and_never_guessed(text):
    assert read(text) == Schedule(text, unread=text)


@pytest.mark.parametrize(
    ("text", "due", "unread"),
    [
        ("Quý II, V", "30/6", "V"),
        ("Tháng 2 và tháng 13", "29/2", "tháng 13"),
        ("Trước ngày 15/6 và ngày 31/6", "14/6", "ngày 31/6"),
        ("Quý II (02 lớp)", "30/6", "02 lớp"),
        ("Tháng 3, 02 cuộc", "31/3", "02 cuộc"),
        ("Gửi báo cáo về Sở Nội vụ trước ngày 15/6", "14/6", "về Sở Nội vụ"),
        ("Ban hành Kế hoạch trong quý I", "31/3", "Kế hoạch"),
        ("Tuần 2 tháng 5", "31/5", "Tuần 2"),
        ("ngày 14 (mười lăm) tháng 3", "31/3", "ngày 14 (mười lăm)"),
        ("Ngày Pháp luật 09/11", "9/11", "Ngày Pháp luật"),
        ("Quý I và trước ngày 25", "31/3", "trước ngày 25"),
        ("Kế hoạch 178 ngày 28/02/2021; báo cáo quý IV", "31/12", "Kế hoạch 178 ngày 28/02/2021"),
    ],
)
def test_what_is_understood_stands_beside_what_is_not(text, due, unread):
    schedule = read(text)

    assert schedule.due == days(due)
    assert schedule.unread == unread


@pytest.mark.parametrize("text", ["", " ", "\n", "-", "...", "/."])
def test_a_cell_without_words_says_nothing(text):
    assert read(text) == Schedule(text)


def test_expected_day_is_kept_beside_the_deadline():
    schedule = read("Dự kiến tháng 5 (chậm nhất ngày 15/6)")

    assert schedule.spans == spans("1/5-31/5")
    assert schedule.due == days("15/6")
    assert schedule.expected == days("31/5")


@pytest.mark.parametrize(
    ("text", "span", "due"),
    [
        ("Quý II (chậm nhất 15/6)", Q2, "15/6"),
        ("Quý II trước ngày 15/6", Q2, "14/6"),
        ("Quý I: 15/3; Quý II: 15/6", f"{Q1} {Q2}", "15/3 15/6"),
        ("Tháng 6 (trước ngày 15)", "1/6-30/6", "14/6"),
        ("Trước ngày 15/6, quý IV", Q4, "14/6 31/12"),
        ("Quý I, trước ngày 15/12", Q1, "31/3 14/12"),
        (
            "Báo cáo quý I, 06 tháng và quý III gửi trước ngày 01 của tháng 3, tháng 6 và tháng 9; "
            "Báo cáo năm gửi trước ngày 20 tháng 11",
            f"{Q1} {H1} {Q3} {ALL_YEAR}",
            "29/2 31/5 31/8 19/11",
        ),
    ],
)
def test_a_deadline_that_belongs_to_a_period_replaces_its_end(text, span, due):
    schedule = read(text)

    assert schedule.spans == spans(span)
    assert schedule.due == days(due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Trước ngày 14/03/2024", "14/3"),
        ("Trước ngày 10/3, 10/6", "10/3 10/6"),
        ("trước ngày 06 tháng cuối quý", "6/3 6/6 6/9 6/12"),
        ("Hằng tháng, trước ngày 25", each_month(25)),
        ("Trước tháng 6", "31/5"),  # no day of June is before June
    ],
)
def test_the_office_may_count_the_day_after_before(text, due):
    assert read_schedule(text, YEAR, before_is_exclusive=False).due == days(due)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Quý II", ()),
        ("Quý II/2024", ()),
        ("Quý II/2023", (2023,)),
        ("Quý IV/2023 - Quý I/2024", (2023,)),
        ("Trước ngày 15/01/2025", (2025,)),
        ("cả năm 2023", (2023,)),
        ("Theo Kế hoạch 15/KH-UBND ngày 14/3/2023", ()),
    ],
)
def test_years_other_than_the_plans_are_flagged(text, years):
    assert read(text).foreign_years == years


WRITINGS = [
    ("Quy II/2024", "Quý II/2024"),
    ("Thuong xuyen", "Thường xuyên"),
    ("Truoc ngay 14/3/2024", "Trước ngày 14/3/2024"),
    ("Hang quy", "Hằng quý"),
    ("Quý\nIII", "Quý III"),
    ("Trước\nngày\n14/3", "Trước ngày 14/3"),
    ("Quý\u00a0III\u00a0/\u00a02024", "Quý III/2024"),
    ("quý Ⅲ", "Quý III"),
    ("Quý III／２０２４", "Quý III/2024"),
    ("１５/６/２０２４", "15/6/2024"),
    ("Quý lll", "Quý III"),
    ("Quý I ， II", "Quý I, II"),
    ("(Quý III)", "Quý III"),
    ("Quý\u200b III", "Quý III"),
    ("\ufeffThường xu\u00adyên", "Thường xuyên"),
    ("“Quý III”", "Quý III"),
    ("Quý III./.", "Quý III"),
    ("* Quý III", "Quý III"),
    ("• Quý I\n• Quý III", "Quý I\nQuý III"),
    ("+ Quý I\r\n+ Quý III", "Quý I\nQuý III"),
]


@pytest.mark.parametrize(("text", "plain"), WRITINGS)
def test_writing_does_not_change_the_meaning(text, plain):
    assert read(text).spans == read(plain).spans
    assert read(text).due == read(plain).due
    assert read(text).every == read(plain).every
    assert read(text).ongoing == read(plain).ongoing
    assert read(text).unread == ""


def test_json_form():
    schedule = read("Quý III và trước ngày 15/12 (sau khi có hướng dẫn); abc")

    assert schedule_json(schedule) == {
        "text": "Quý III và trước ngày 15/12 (sau khi có hướng dẫn); abc",
        "spans": [["2024-07-01", "2024-09-30"]],
        "due": ["2024-09-30", "2024-12-14"],
        "every": [],
        "ongoing": False,
        "waits_for": "sau khi có hướng dẫn",
        "unread": "abc",
    }
