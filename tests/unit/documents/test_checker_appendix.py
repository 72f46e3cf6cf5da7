"""The form check of appendices."""

import pytest

ERRORS = [  # rule, change of a lawful plan
    ("appendix_label.caps", {"label": "PHỤ LỤC"}),
    ("appendix_label.size", {"label": {"size": 13}}),
    ("appendix_label.bold", {"label": {"bold": False}}),
    ("appendix_label.align", {"label": {"align": "left"}}),
    ("appendix_label.number", {"label": "Phụ lục 1"}),
    ("appendix_label.missing", {"label": None}),
    ("appendix_label.own_line", {"label": "Phụ lục I. Danh mục"}),
    ("appendix_title.caps", {"name": "Danh mục nhiệm vụ"}),
    ("appendix_title.bold", {"name": {"bold": False}}),
    ("appendix_reference.missing", {"reference": None}),
    ("appendix_reference.italic", {"reference": {"italic": False}}),
    ("appendix_reference.size", {"reference": {"size": 12}}),
    ("appendix_reference.words", {"reference": "(Đính kèm Kế hoạch số 05/KH-SNgV của Sở)"}),
    ("appendix.mentioned", {"item_2": "2. Các phòng thực hiện nhiệm vụ được giao."}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_an_appendix_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change) == {rule}


def test_a_table_of_tasks_is_held_to_font_and_colour_only(rules_broken):
    look = {"size": 10, "align": "right", "italic": True, "spacing": 3}
    assert rules_broken({"cell": look}) == set()
