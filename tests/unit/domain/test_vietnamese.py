"""Vietnamese text: folding, order, numerals, dates."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.vietnamese import (
    POINT_LETTERS,
    document_number,
    fold,
    from_roman,
    legal_date,
    legal_month,
    nfc,
    one_line,
    roman,
    shortened,
    sort_key,
    tidy,
    unaccented,
)

VIETNAMESE = st.text(st.sampled_from("aăâbcdđeêghioôơuưyáàảãạấựĐƠƯ 1-\u0301\u0323"), max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đầu tư", "dau tu"),
        ("PHÒNG HỢP TÁC QUỐC TẾ", "phong hop tac quoc te"),
        ("ơn ưu đãi Ơ Ư Đ", "on uu dai o u d"),
        ("Quý III&IV", "quy iii&iv"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Văn phòng", "Văn phòng"),
        ("Văn phòng Sở", "Văn phòn…"),
        ("Văn\nphòng", "Văn phòng"),
        ("Báo cáo  quý", "Báo cáo…"),
        ("", ""),
    ],
)
def test_shortened(text: str, line: str) -> None:
    assert shortened(text, 9) == line


def test_unaccented_keeps_capitals() -> None:
    assert unaccented("Đề án Ưu tiên") == "De an Uu tien"


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  Văn   phòng \t Sở ", "Văn phòng Sở"),
        ("\n\n a \n\n b\u00a0c \n", "a\n\nb c"),
        ("to\u0302\u0301i", "tối"),
        ("a\r\nb\x0bc", "a\nb\nc"),
        ("", ""),
    ],
)
def test_tidy(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_one_line() -> None:
    assert one_line(" Các\nphòng \n\n chuyên  môn ") == "Các phòng chuyên môn"


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "An Giang", "Anh", "Ăn", "Ân"],  # a shorter syllable first, whatever follows it
        ["Ba Vì", "Bà Rịa", "Bả", "Bã", "Bá", "Bạ"],  # tones decide within the first syllable
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["Ca", "Cà Mau", "Cao Bằng", "Chi", "Đà Nẵng", "Đắk Lắk"],
        ["1", "2", "a"],
        ["hoà bình", "hoang"],
    ],
)
def test_dictionary_order(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


def test_order_minds_neither_case_nor_unicode_form() -> None:
    assert sort_key("HỢP TÁC") == sort_key("hợp tác")
    assert sort_key(unicodedata.normalize("NFD", "Hợp tác")) == sort_key("Hợp tác")


@settings(deadline=None)
@given(VIETNAMESE, VIETNAMESE, VIETNAMESE)
def test_order_is_total(a: str, b: str, c: str) -> None:
    x, y, z = map(sort_key, (a, b, c))
    assert (x < y) + (x == y) + (y < x) == 1
    assert not (x <= y <= z) or x <= z
    assert (x == y) == (nfc(a.lower()).split() == nfc(b.lower()).split())


@given(st.integers(1, 3999))
def test_roman_both_ways(number: int) -> None:
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (2027, "MMXXVII")],
)
def test_roman(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", "A", "I.", "MMMM", "IVI", "VIV"])
def test_ill_formed_numerals(text: str) -> None:
    assert from_roman(text) is None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2027, 2, 10), "ngày 10 tháng 02 năm 2027"),
        (date(2027, 12, 9), "ngày 09 tháng 12 năm 2027"),
    ],
)
def test_legal_date(day: date, text: str) -> None:
    assert legal_date(day) == text


def test_legal_month() -> None:
    assert [legal_month(month) for month in (1, 2, 3, 10)] == ["01", "02", "3", "10"]


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5", "05"), ("05", "05"), ("0", "00"), ("12", "12"), ("178", "178"), ("", ""), ("5a", "5a")],
)
def test_document_number(number: str, printed: str) -> None:
    assert document_number(number) == printed


def test_point_letters() -> None:
    assert POINT_LETTERS.startswith("abcdđeghiklmno")
    assert not set(POINT_LETTERS) & set("fjwzăâêôơư")
    assert len(set(POINT_LETTERS)) == len(POINT_LETTERS)
