"""The form check of the head: quốc hiệu, agency, number line, place and date."""

import pytest

from cchc_desktop.office.text_width import text_width

MOTTO_WIDTH = text_width("Độc lập - Tự do - Hạnh phúc", 14, "bold")

ERRORS = [  # rule, change of a lawful plan
    ("national_name.missing", {"national_name": None}),
    ("national_name.size", {"national_name": {"size": 14}}),
    ("national_name.bold", {"national_name": {"bold": False}}),
    ("national_name.italic", {"national_name": {"italic": True}}),
    ("national_name.text", {"national_name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"}),
    ("national_name.caps", {"national_name": "Cộng hòa xã hội chủ nghĩa Việt Nam"}),
    ("motto.missing", {"motto": None}),
    ("motto.text", {"motto": "Độc lập-Tự do-Hạnh phúc"}),
    ("motto.text", {"motto": "Độc lập – Tự do – Hạnh phúc"}),
    ("motto.text", {"motto": "Độc lập - tự do - hạnh phúc"}),
    ("motto.bold", {"motto": {"bold": False}}),
    ("motto.align", {"motto": {"align": "left"}}),
    ("motto.align", {"national_name": {"align": "left"}}),
    ("motto.rule", {"motto_rule": None}),
    ("motto.rule", {"motto_rule": {"rule": MOTTO_WIDTH / 2}}),
    ("motto.rule", {"motto_rule": {"rule": MOTTO_WIDTH * 1.3}}),
    ("motto.rule", {"motto_rule": {"dash": "dash"}}),
    ("motto.rule", {"motto_rule": None, "motto": {"underline": True}}),
    ("motto.spacing", {"motto": {"spacing": 1.5}}),
    ("letterhead.sizes", {"place_date": {"size": 13}}),
    ("letterhead.sizes", {"national_name": {"size": 12}}),
    ("superior.bold", {"superior": {"bold": True}}),
    ("superior.size", {"superior": {"size": 14}}),
    ("superior.caps", {"superior": "UBND tỉnh An Bình"}),
    ("agency.missing", {"superior": None, "agency": None}),
    ("agency.bold", {"agency": {"bold": False}}),
    ("agency.size", {"agency": {"size": 11}}),
    ("agency.caps", {"agency": "Sở Ngoại vụ"}),
    ("agency.rule", {"agency_rule": None}),
    ("agency.rule", {"agency_rule": {"rule": 90}}),
    ("agency.rule", {"agency_rule": {"rule": 20}}),
    ("number_line.missing", {"number": None}),
    ("number_line.size", {"number": {"size": 14}}),
    ("number_line.italic", {"number": {"italic": True}}),
    ("number_line.bold", {"number": {"bold": True}}),
    ("number_line.zero", {"number": "Số: 5/KH-SNgV"}),
    ("number_line.label", {"number": "Số 05/KH-SNgV"}),
    ("number_line.label", {"number": "SỐ: 05/KH-SNgV"}),
    ("number_line.marks", {"number": "Số: 05 / KH-SNgV"}),
    ("number_line.marks", {"number": "Số: 05/KH - SNgV"}),
    ("number_line.marks", {"number": "Số: 05/KH–SNgV"}),
    ("number_line.marks", {"number": "Số: 05/KH/SNgV"}),
    ("number_line.marks", {"number": "Số: 05-KH-SNgV"}),
    ("number_line.marks", {"number": "Số: ² /KH-SNgV"}),  # a figure that is no number
    ("number_line.kind", {"number": "Số: 05/BC-SNgV"}),
    ("number_line.kind", {"number": "Số: 05/SNgV-VP"}),
    ("number_line.case", {"number": "Số: 05/kh-sngv"}),
    ("place_date.missing", {"place_date": None}),
    ("place_date.italic", {"place_date": {"italic": False}}),
    ("place_date.size", {"place_date": {"size": 12}}),
    ("place_date.align", {"place_date": {"align": "right"}}),
    ("place_date.comma", {"place_date": "An Bình ngày 05 tháng 01 năm 2026"}),
    ("place_date.capitals", {"place_date": "An bình, ngày 05 tháng 01 năm 2026"}),
    ("place_date.zero", {"place_date": "An Bình, ngày 5 tháng 01 năm 2026"}),
    ("place_date.zero", {"place_date": "An Bình, ngày 05 tháng 2 năm 2026"}),
    ("place_date.zero", {"place_date": "An Bình, ngày 15 tháng 03 năm 2026"}),
    ("place_date.full", {"place_date": "An Bình, ngày 05/01/2026"}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_the_letterhead_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change) == {rule}
