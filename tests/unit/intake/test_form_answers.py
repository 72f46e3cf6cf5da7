"""Answers typed freely: states and days."""

import pytest

from cchc_desktop.intake.form_answers import read_day, read_state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("hoàn thành", "hoàn thành"),
        ("Đã hoàn thành.", "hoàn thành"),
        ("xong", "hoàn thành"),
        ("ĐÃ XONG", "hoàn thành"),
        ("Đã thực hiện xong", "hoàn thành"),
        ("100%", "hoàn thành"),
        ("đang triển khai", "đang làm"),
        ("Đang lấy ý kiến các phòng", "đang làm"),
        ("dang lam", "đang làm"),
        ("đăng tải trên trang tin", None),
        ("tiếp tục thực hiện", "đang làm"),
        ("chưa", "chưa làm"),
        ("Chưa thực hiện", "chưa làm"),
        ("chưa hoàn thành", None),
        ("cơ bản hoàn thành", None),
        ("không hoàn thành", None),
        ("đúng hạn", None),
        ("x", None),
    ],
)
def test_states_in_any_words(text, state):
    assert read_state(text) == state


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/8/2027", "2027-08-25"),
        ("25.08.2027", "2027-08-25"),
        ("ngày 25/8/2027", "2027-08-25"),
        ("25-8-27", "2027-08-25"),
        ("25/8", "2027-08-25"),
        ("2027-08-25", "2027-08-25"),
        ("ngày 25 tháng 8 năm 2027", "2027-08-25"),
        ("31/9/2027", None),
        ("8/2027", None),
        ("tháng 8", None),
        ("cuối tháng", None),
        ("8/25/2027", None),
    ],
)
def test_days_in_every_usual_form(text, day):
    assert read_day(text, 2027) == day
