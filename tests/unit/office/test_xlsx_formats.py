"""Numbers as Excel shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.office.xlsx_formats import displayed

DAY = 45366.0  # 15 March 2024


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1, "General", "1"),
        (1.1, "General", "1.1"),
        (0.1 + 0.2, "General", "0.3"),
        (2024, "@", "2024"),
        (1.1, "0.00", "1.10"),
        (1.1, "0.0", "1.1"),
        (2.345, "0.00", "2.35"),  # half away from zero, as Excel rounds
        (2.5, "0", "3"),
        (1, "00", "01"),
        (1, '0"."', "1."),
        (1, r"0\.", "1."),
        (3, '"Bước "0', "Bước 3"),
        (912345678, "0000000000", "0912345678"),
        (0.98, "0%", "98%"),
        (1, "0%", "100%"),
        (0.985, "0.0%", "98,5%"),
        (0.98, "0.##%", "98%"),
        (1234567, "#,##0", "1.234.567"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (5_000_000, '#,##0 "đồng"', "5.000.000 đồng"),
        (5_000, r"#,##0\ [$₫-42A]", "5.000 ₫"),
        (1_500_000, "#,##0,", "1.500"),
        (-5, "#,##0_);(#,##0)", "(5)"),
        (-5, "0.0", "-5.0"),
        (-0.001, "0.0", "0.0"),
        (0, '0;-0;"-"', "-"),
        (5, ";;;", ""),
        (5, '0;0;0;"chữ"', "5"),
        (7, "[Red]0", "7"),
        (0.5, "# ?/?", "0.5"),
        (12345, "0.00E+00", "12345"),
        (0.5, "#.##", ".5"),
        (1e20, "0.00", "1e+20"),
        (12, '"chưa đóng', "chưa đóng"),
        (0.5, f"0.{'0' * 300}", "0.5"),
        (1e308, "[h]:mm", "1e+308"),
    ],
)
def test_figures(number, code, text):
    assert displayed(float(number), code) == (text, "number")


@pytest.mark.parametrize(
    ("serial", "code", "text", "kind"),
    [
        (DAY, "dd/mm/yyyy", "2024-03-15", "date"),
        (DAY, "mm-dd-yy", "2024-03-15", "date"),
        (DAY, "[$-42A]dddd, dd mmmm yyyy;@", "2024-03-15", "date"),
        (DAY, '"ngày" dd "tháng" mm "năm" yyyy', "2024-03-15", "date"),
        (DAY + 0.5, "dd/mm/yyyy", "2024-03-15", "date"),
        (DAY + 0.5, "d/m/yyyy h:mm", "2024-03-15 12:00", "date"),
        (DAY, "d/m/yyyy h:mm", "2024-03-15", "date"),
        (DAY, "mm/yyyy", "3/2024", "date"),
        (DAY, "mmm-yy", "3/2024", "date"),
        (DAY, '"Tháng "m/yyyy', "3/2024", "date"),
        (DAY, "yyyy", "2024", "date"),
        (DAY, "d-mmm", "15/3", "date"),
        (0.5, "h:mm", "12:00", "text"),
        (0.5, "h:mm AM/PM", "12:00", "text"),
        (0.5, "mm:ss", "12:00", "text"),
        (1.5, "[h]:mm:ss", "36:00", "text"),
        (60, "dd/mm/yyyy", "1900-02-28", "date"),  # the day that never was
        (1, "dd/mm/yyyy", "1900-01-01", "date"),
        (2958465, "dd/mm/yyyy", "9999-12-31", "date"),
        (2958465.9999999, "d/m/yyyy h:mm", "9999-12-31 23:59", "date"),
    ],
)
def test_days_and_times(serial, code, text, kind):
    assert displayed(float(serial), code) == (text, kind)


def test_the_calendar_of_1904():
    assert displayed(DAY - 1462, "dd/mm/yyyy", mac_calendar=True) == ("2024-03-15", "date")


@pytest.mark.parametrize("serial", [-1.0, 3e6, 1e9])
def test_a_day_out_of_range_is_a_number(serial):
    assert displayed(serial, "dd/mm/yyyy")[1] == "number"


@settings(deadline=None)
@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text('0#?.,%"\\[]$-_*;dmyhsE/@a', max_size=12),
)
def test_no_format_breaks_it(number, code):
    text, kind = displayed(number, code)
    assert isinstance(text, str)
    assert kind in {"number", "date", "text"}
