"""The form check on documents written for it: lawful ones in many shapes give no finding; what a
finding says. The planted errors stand in test_checker_*.py.
"""

import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.errors import RefusedInput

LAWFUL = {  # name -> document, change, layout
    "rules drawn": ("plan", {}, {}),
    "rules in VML": ("plan", {}, {"rules": "vml"}),
    "rules as borders": ("plan", {}, {"rules": "border"}),
    "rules typed": ("plan", {}, {"rules": "typed"}),
    "columns by tabs": ("plan", {}, {"columns": "tabs", "rules": "vml"}),
    "small sizes": (
        "plan",
        {
            "national_name": {"size": 12},
            "motto": {"size": 13},
            "motto_rule": {"size": 13, "rule": 159.14},
            "place_date": {"size": 13},
        },
        {},
    ),
    "no appendix": ("plan without appendix", {}, {}),
    "appendix only": ("appendix", {}, {}),
    "letter": ("letter", {}, {}),
    "letter to many": ("letter to many", {}, {}),
    "blank number and day": (
        "plan",
        {
            "number": "Số:        /KH-SNgV",
            "place_date": "An Bình, ngày     tháng 01 năm 2026",
        },
        {},
    ),
    "dotted number and day": (
        "plan",
        {"number": "Số: …/KH-SNgV", "place_date": "An Bình, ngày … tháng … năm 2026"},
        {},
    ),
    "place with a unit": (
        "plan",
        {"place_date": "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026"},
        {},
    ),
    "report with a period": (
        "plan",
        {
            "type_name": "BÁO CÁO",
            "number": "Số: 45/BC-SNgV",
            "subject_rule": {"text": "(Quý I năm 2026)", "italic": True, "rule": 0},
            "extra_1": {"align": "center", "rule": 120},
        },
        {},
    ),
    "unit names in bold are no titles": (
        "plan",
        {"item": "1. Văn phòng Sở: chủ trì thực hiện Kế hoạch và báo cáo định kỳ."},
        {},
    ),
    "single page without a number": ("plan of one page", {}, {}),
}


@pytest.mark.parametrize(("document", "change", "layout"), LAWFUL.values(), ids=LAWFUL)
def test_a_lawful_document_has_no_finding(document, change, layout, written):
    assert check_file(written(change, document, **layout)) == []


@pytest.mark.parametrize("layout", [{"columns": "tabs", "rules": "vml"}, {"rules": "border"}])
@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("number_line.zero", {"number": "Số: 5/KH-SNgV"}),
        ("agency.bold", {"agency": {"bold": False}}),
        ("place_date.italic", {"place_date": {"italic": False}}),
        ("recipient.size", {"recipient_2": {"size": 13}}),
        ("signer.bold", {"signer": {"bold": False}}),
        ("motto.rule", {"motto_rule": {"rule": 60}}),
    ],
)
def test_elements_are_found_in_every_layout(layout, rule, change, rules_broken):
    assert rules_broken(change, **layout) == {rule}


def test_repeated_errors_are_one_finding_with_places_and_count(written):
    (finding,) = check_file(written({f"filler_{n}": {"size": 12} for n in range(9)}))
    assert finding.rule == "body.size"
    assert finding.where.startswith("Đoạn 27: «Các phòng chuyên môn")
    assert finding.where.endswith("và 6 chỗ khác (cộng 9 chỗ)")
    assert finding.found == "cỡ chữ 12"
    assert finding.expected == "cỡ chữ 13–14"
    assert finding.source == "Phụ lục I, Phần I, Mục II, khoản 6.e"
    assert (finding.title, finding.group) == ("Nội dung văn bản", "Nội dung")
    assert finding.mendable == 9


def test_elements_are_named_where_they_stand_alone(written):
    (finding,) = check_file(written({"motto": {"bold": False}}))
    assert (finding.where, finding.found) == ("Tiêu ngữ", "chữ không đậm")


def test_a_file_without_any_element_lacks_all_of_them(rules_broken):
    assert {
        "national_name.missing",
        "motto.missing",
        "agency.missing",
        "number_line.missing",
        "place_date.missing",
        "type_name.missing",
        "recipients_head.missing",
        "authority.missing",
    } <= rules_broken(document="one paragraph")


def test_something_else_is_refused(tmp_path):
    path = tmp_path / "vb.docx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(RefusedInput):
        check_file(path)


def test_a_real_plan_that_was_typed_without_form(shared_data):
    found = {finding.rule for finding in check_file(shared_data / "binhdinh2020_plan.docx")}
    assert {
        "page_number.missing",
        "motto.rule",
        "agency.bold",
        "body.align",
        "clause.bold",
    } <= found
    assert not {rule for rule in found if rule.endswith(".missing")} - {"page_number.missing"}
    assert not {
        rule for rule in found if rule.startswith(("font.", "page.margin", "number_line.m"))
    }


def test_a_real_appendix_is_held_to_the_rules_for_appendices(shared_data):
    found = {finding.rule for finding in check_file(shared_data / "dongnai2024_sample.docx")}
    assert found == {
        "page_number.missing",
        "appendix_label.missing",
        "appendix_title.bold",
        "appendix_reference.italic",
        "appendix_reference.words",
    }
