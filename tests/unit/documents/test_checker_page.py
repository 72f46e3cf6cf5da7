"""The form check of fonts, page numbers, paper and margins."""

import unicodedata

import pytest

ERRORS = [  # rule, change of a lawful plan
    ("font.name", {"item": {"font": "Arial"}}),
    ("font.name", {"cell": {"font": "Calibri"}}),
    ("font.colour", {"body": {"colour": "FF0000"}}),
    ("font.colour", {"cell": {"colour": "1F4E79"}}),
    ("font.unicode", {"dash": unicodedata.normalize("NFD", "- Các phòng bám sát việc.")}),
    ("page_number.missing", {"page_number": None}),
    ("page_number.size", {"page_number": {"size": 12}}),
    ("page_number.italic", {"page_number": {"italic": True}}),
    ("page_number.bold", {"page_number": {"bold": True}}),
    ("page_number.align", {"page_number": {"align": "right"}}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_fonts_and_page_numbers_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change) == {rule}


@pytest.mark.parametrize(
    ("rule", "layout"),
    [
        ("page.paper", {"sheet": 'w:w="12240" w:h="15840"'}),
        ("page.orientation", {"sheet": 'w:w="16838" w:h="11906"'}),
        ("page.margin_top", {"margins": "850 851 1134 1701"}),
        ("page.margin_right", {"margins": "1134 1440 1134 1701"}),
        ("page.margin_bottom", {"margins": "1134 851 1700 1701"}),
        ("page.margin_left", {"margins": "1134 851 1134 1417"}),
        ("page_number.first_page", {"first_page": ""}),
        ("page_number.first_page", {"appendix_first_page": ""}),
        ("page_number.start", {"count": '<w:pgNumType w:start="2"/>'}),
        ("page_number.figures", {"count": '<w:pgNumType w:fmt="upperRoman"/>'}),
        ("page_number.figures", {"field": " PAGE \\* roman "}),
        ("page_number.appendix", {"appendix_count": ""}),
        ("page_number.place", {"part": "footer"}),
    ],
)
def test_an_error_of_the_sheet_is_found_alone(rule, layout, rules_broken):
    assert rules_broken(**layout) == {rule}
