"""Numbers typed before headings and tasks, and figures that are none."""

import pytest

from cchc_desktop.intake.numbering import depth, split_heading, split_task


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Tham mưu ban hành", "1", "Tham mưu ban hành"),
        ("1.Tổ chức tuyên truyền", "1", "Tổ chức tuyên truyền"),
        ("12) Rà soát", "12)", "Rà soát"),
        ("(3) Rà soát", "(3)", "Rà soát"),
        ("1.1. Rà soát", "1.1", "Rà soát"),
        ("1.1 Rà soát", "1.1", "Rà soát"),
        ("II.2. Rà soát", "II.2", "Rà soát"),
        ("a) Báo cáo", "a)", "Báo cáo"),
        ("đ. Báo cáo", "đ", "Báo cáo"),
        ("2/ Báo cáo", "2/", "Báo cáo"),
        ("3. 100% văn bản", "3", "100% văn bản"),
        ("4. - Mẫu đơn;\n- Tờ khai", "4", "- Mẫu đơn;\n- Tờ khai"),
        ("02 lớp bồi dưỡng", "", "02 lớp bồi dưỡng"),
        ("100% văn bản", "", "100% văn bản"),
        ("9001:2015 được áp dụng", "", "9001:2015 được áp dụng"),
        ("2.000 hồ sơ", "", "2.000 hồ sơ"),
        ("1.5 tỷ đồng", "", "1.5 tỷ đồng"),
        ("15/2013 của Chính phủ", "", "15/2013 của Chính phủ"),
        ("- Rà soát", "", "- Rà soát"),
        ("Rà soát 1. và 2.", "", "Rà soát 1. và 2."),
        ("", "", ""),
    ],
)
def test_task_number_is_parted_from_its_words(text: str, number: str, rest: str) -> None:
    found = split_task(text)
    assert (found.number, found.text) == (number, rest)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("III. Cải cách bộ máy", "III", "Cải cách bộ máy"),
        ("I.Cải cách thể chế", "I", "Cải cách thể chế"),
        ("2. Cơ chế một cửa", "2", "Cơ chế một cửa"),
        ("II.1. Kiểm soát thủ tục", "II.1", "Kiểm soát thủ tục"),
        ("B. Nhiệm vụ đột phá", "B", "Nhiệm vụ đột phá"),
        ("II.1 Kiểm soát thủ tục", "", "II.1 Kiểm soát thủ tục"),
        ("a) Kiểm soát", "", "a) Kiểm soát"),
        ("Cải cách thể chế", "", "Cải cách thể chế"),
    ],
)
def test_heading_keeps_its_words_as_typed(text: str, number: str, rest: str) -> None:
    found = split_heading(text)
    assert (found.number, found.text) == (number, rest)


def test_depths_put_parts_over_areas_over_groups() -> None:
    assert [depth(number) for number in ("", "A", "II", "2", "II.1", "2.1", "a)")] == [
        None, 0, 1, 2, 2, 3, 4
    ]  # fmt: skip
