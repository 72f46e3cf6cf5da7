"""Stamps and keys of forms: what they say comes back, what is damaged is noticed."""

import pytest

from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.section_form import (
    document_words,
    occurrence_words,
    read_key,
    read_stamp,
    row_key,
    stamp,
    without_occurrence,
)

STAMP = stamp("plan", "q3-2027", "unit", "2027-08-25")
CELLS = {"task": "Rà soát", "text": "Đã rà soát\n12 thủ tục"}
KEY = row_key("t1", "2027-09-30", CELLS).written(STAMP)


def test_a_stamp_is_found_in_any_line():
    assert read_stamp(f"Mã phiếu: {STAMP.text} (lập ngày 25/08/2027)") == STAMP
    assert read_stamp("Mã phiếu: CCHC1-abc") is None


def test_a_key_says_its_row_and_what_stood_in_it():
    key = read_key(f" {KEY} ", STAMP)
    assert (key.task_id, key.occurrence) == ("t1", "2027-09-30")
    assert key.was("text", "Đã rà soát 12 thủ tục")  # other programs have other line ends
    assert key.was("state", "")
    assert not key.was("text", "Đã rà soát 13 thủ tục")
    assert not key.was("text", "")


@pytest.mark.parametrize("damaged", ["", "t1", KEY[1:], KEY[:-1], KEY.replace("09-30", "06-30")])
def test_a_damaged_key_is_none(damaged):
    assert read_key(damaged, STAMP) is None


@pytest.mark.parametrize(
    "other", [("p", "q3-2027", "unit"), ("plan", "h1-2027", "unit"), ("plan", "q3-2027", "u")]
)
def test_a_key_of_another_form_is_none(other):
    assert read_key(KEY, stamp(*other, "2027-08-25")) is None


def test_a_key_holds_in_a_form_made_on_another_day():
    assert read_key(KEY, stamp("plan", "q3-2027", "unit")) is not None


@pytest.mark.parametrize("time", ["Hằng quý", "", "Quý I\nQuý II", "Tháng 6 (kỳ họp)"])
def test_the_words_on_an_occurrence_come_apart_again(time):
    words = occurrence_words("2027-06-30")
    assert words == "(kỳ 30/6)"
    assert without_occurrence(f"{time} {words}".strip()) == (time, words)
    assert without_occurrence(time) == (time, "")


def test_documents_in_words():
    document = RegisteredDocument("d", "Kế hoạch", "178", "KH-SNgV", "2021-02-28")
    assert document_words(document) == "Kế hoạch số 178/KH-SNgV ngày 28/02/2021"
    assert document_words(RegisteredDocument("d", title="Rà soát")) == "Rà soát"
