"""The form check of the title, the legal bases and the text with its headings and points."""

import pytest

from cchc_desktop.documents.checker import check_file

ERRORS = [  # rule, change of a lawful plan
    ("type_name.missing", {"type_name": None}),
    ("type_name.caps", {"type_name": "Kế hoạch"}),
    ("type_name.bold", {"type_name": {"bold": False}}),
    ("type_name.size", {"type_name": {"size": 16}}),
    ("type_name.align", {"type_name": {"align": "left"}}),
    ("type_name.own_line", {"type_name": "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"}),
    ("subject.missing", {"subject": None}),
    ("subject.bold", {"subject": {"bold": False}}),
    ("subject.italic", {"subject": {"italic": True}}),
    ("subject.align", {"subject": {"align": "left"}}),
    ("subject.caps", {"subject": "CẢI CÁCH HÀNH CHÍNH CỦA SỞ NGOẠI VỤ NĂM 2026"}),
    ("subject.rule", {"subject_rule": None}),
    ("subject.rule", {"subject_rule": {"rule": 260}}),
    ("basis.italic", {"basis": {"italic": False}}),
    ("basis.mark", {"basis": "Căn cứ Luật Tổ chức chính quyền địa phương,"}),
    ("basis.mark", {"last_basis": "Căn cứ Quyết định số 12/QĐ-UBND của tỉnh;"}),
    ("body.size", {"dash": {"size": 12}}),
    ("body.align", {"body": {"align": "left"}}),
    ("body.align", {"dash": {"align": "center"}}),
    ("body.first_line", {"body": {"indent": 15}}),
    ("body.first_line", {"opening": {"indent": 0}}),
    ("body.gap", {"dash": {"after": 3}}),
    ("body.line", {"body": {"spacing": 2}}),
    ("body.line", {"body": {"spacing": 0.8}}),
    ("body.italic", {"body": {"italic": True}}),
    ("body.bold", {"body": {"bold": True}}),
    ("body.same_size", {"point_a": {"size": 13}}),
    ("item.bold", {"item": {"bold": True}}),
    ("clause.bold", {"clause": {"bold": False}}),
    ("clause.caps", {"clause": "1. MỤC ĐÍCH CHUNG"}),
    ("clause.mark", {"clause": "1) Mục đích"}),
    ("section.caps", {"section": "I. Mục đích, yêu cầu"}),
    ("section.bold", {"section": {"bold": False}}),
    ("section.size", {"section": {"size": 15}}),
    ("point.letter", {"point_g": "f) Sơ kết hằng quý."}),
    ("point.letter", {"point_dd": "e) Tăng cường kiểm tra."}),
    ("point.letter", {"point_b": "c) Giữ vững kỷ cương."}),
    ("point.mark", {"point_b": "b. Giữ vững kỷ cương."}),
    ("point.bold", {"point_b": {"bold": True}}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_the_text_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change) == {rule}


@pytest.mark.parametrize(
    ("rule", "text", "quoted"),
    [
        ("text.blanks", "- Các phòng  chuyên môn bám sát việc.", "“Các phòng  chuyên môn”"),
        ("text.mark", "- Các phòng chuyên môn , ban bám sát việc.", "“chuyên môn , ban”"),
        ("text.mark", "- Các phòng bám sát việc ./.", "“sát việc ./.”"),
    ],
)
def test_blanks_too_many_are_quoted(rule, text, quoted, written):
    (finding,) = check_file(written({"dash": text}))
    assert (finding.rule, finding.found, finding.group) == (rule, quoted, "Chữ và dấu câu")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("basis", "Căn  cứ Luật Tổ chức chính quyền địa phương;"),
        ("reference", "(Kèm  theo Kế hoạch số 05/KH-SNgV ngày 05 tháng 01 năm 2026)"),
    ],
)
def test_words_that_stand_wide_apart_are_known_all_the_same(line, words, rules_broken):
    assert rules_broken({line: words}) == {"text.blanks"}


@pytest.mark.parametrize(
    "text",
    [
        "- Kèm theo Kế hoạch số      /KH-SNgV ngày    tháng    năm 2026 của Sở.",
        "- Họ và tên: ...........  Chức vụ:  ………",
        "- Tệp .docx và .xlsx, tỷ lệ 0 ... 5 %, vân vân …",
        "- Thời gian:\u00a0\u00a0quý I.",
    ],
)
def test_room_that_is_left_on_purpose_is_no_error(text, rules_broken):
    assert rules_broken({"dash": text}) == set()
