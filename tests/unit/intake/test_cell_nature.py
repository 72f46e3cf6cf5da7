"""What the words of a cell look like: a time or a unit, told by their diacritics too."""

import pytest

from cchc_desktop.intake.cell_nature import is_capitals, looks_like_time, looks_like_unit


@pytest.mark.parametrize(
    "text", ["Quý II", "QUÍ 3", "Trước ngày 15/11", "Hằng tháng", "Q.III", "T10", "5.10"]
)
def test_times(text: str) -> None:
    assert looks_like_time(text)


@pytest.mark.parametrize("text", ["Quy chế", "Quy trình nội bộ", "Nam Định", "Thu thập", "1.500"])
def test_words_that_are_no_time(text: str) -> None:
    assert not looks_like_time(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Tổ công tác", "- Văn phòng", "Ủy ban nhân dân xã", "Sở Y tế", "Các sở, ngành"),
        *("Công an tỉnh", "Trạm Y tế", "Hội Nông dân", "Tỉnh đoàn", "Các xã, phường", "Khoa Dược"),
        *("Kế toán", "Đ/c Phó Giám đốc", "Trưởng các phòng", "Chuyên viên phụ trách"),
    ],
)
def test_units(text: str) -> None:
    assert looks_like_unit(text)


@pytest.mark.parametrize("text", ["Tờ trình", "Bản cam kết", "Số liệu", "Bộ hồ sơ mẫu", "Hội nghị"])
def test_words_that_are_no_unit(text: str) -> None:
    assert not looks_like_unit(text)


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("CẢI CÁCH THỂ CHẾ", True),
        ("II. BỘ MÁY", True),
        ("TCVN ISO 9001:2015", False),
        ("Bộ", False),
    ],
)
def test_titles_in_capitals_are_spoken_words(text: str, capitals: bool) -> None:
    assert is_capitals(text) == capitals
