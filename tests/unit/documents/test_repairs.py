"""Sửa giúp on planted errors: what is safe is mended in a copy, what is not stays a finding, and no
word moves.
"""

import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.errors import RefusedInput, RefusedOutput
from cchc_desktop.office.docx_names import TEXT, W
from cchc_desktop.services.form_repair import copy_name, repair_copy

MENDED = [  # rule, change of a lawful plan, layout, document
    *(
        (rule, change, {}, "plan")
        for rule, change in [
            ("national_name.size", {"national_name": {"size": 14}}),
            ("national_name.bold", {"national_name": {"bold": False}}),
            ("national_name.caps", {"national_name": "Cộng hòa xã hội chủ nghĩa Việt Nam"}),
            ("motto.bold", {"motto": {"bold": False}}),
            ("motto.align", {"motto": {"align": "left"}}),
            ("motto.align", {"national_name": {"align": "left"}}),
            ("motto.rule", {"motto_rule": None}),
            ("motto.rule", {"motto_rule": None, "motto": {"underline": True}}),
            ("motto.spacing", {"motto": {"spacing": 1.5}}),
            ("motto.spacing", {"national_name": {"after": 20}}),
            ("letterhead.sizes", {"place_date": {"size": 13}}),
            ("letterhead.sizes", {"national_name": {"size": 12}}),
            ("superior.bold", {"superior": {"bold": True}}),
            ("superior.caps", {"superior": "UBND tỉnh An Bình"}),
            ("agency.size", {"agency": {"size": 11}}),
            ("agency.caps", {"agency": "Sở Ngoại vụ"}),
            ("agency.rule", {"agency_rule": None}),
            ("agency.rule", {"agency_rule": {"rule": 90}}),
            ("motto.rule", {"motto_rule": {"dash": "dash"}}),
            ("subject.rule", {"subject_rule": {"rule": 260}}),
            ("number_line.size", {"number": {"size": 14}}),
            ("number_line.italic", {"number": {"italic": True}}),
            ("number_line.zero", {"number": "Số: 5/KH-SNgV"}),
            ("place_date.size", {"place_date": {"size": 12}}),
            ("place_date.align", {"place_date": {"align": "right"}}),
            ("place_date.zero", {"place_date": "An Bình, ngày 5 tháng 01 năm 2026"}),
            ("place_date.zero", {"place_date": "An Bình, ngày 05 tháng 2 năm 2026"}),
            ("place_date.zero", {"place_date": "An Bình, ngày 15 tháng 03 năm 2026"}),
            ("place_date.zero", {"place_date": "An Bình, ngày 5 tháng 03 năm 2026"}),
            ("type_name.caps", {"type_name": "Kế hoạch"}),
            ("type_name.align", {"type_name": {"align": "left"}}),
            ("subject.italic", {"subject": {"italic": True}}),
            ("subject.rule", {"subject_rule": None}),
            ("basis.italic", {"basis": {"italic": False}}),
            ("body.size", {"dash": {"size": 12}}),
            ("body.align", {"body": {"align": "left"}}),
            ("body.first_line", {"body": {"indent": 15}}),
            ("body.first_line", {"opening": {"indent": 0}}),
            ("body.first_line", {"body": {"text": "    Các phòng báo cáo.", "indent": 0}}),
            ("body.first_line", {"body": {"text": f"{' ' * 9}Các phòng.", "indent": 0}}),
            ("body.gap", {"dash": {"after": 3}}),
            ("body.line", {"body": {"spacing": 2}}),
            ("body.line", {"body": {"spacing": 0.8}}),
            ("body.italic", {"body": {"italic": True}}),
            ("body.bold", {"body": {"bold": True}}),
            ("body.same_size", {"point_a": {"size": 13}}),
            ("item.bold", {"item": {"bold": True}}),
            ("clause.bold", {"clause": {"bold": False}}),
            ("section.caps", {"section": "I. Mục đích, yêu cầu theo Nghị quyết 30c/NQ-CP"}),
            ("section.size", {"section": {"size": 15}}),
            ("point.bold", {"point_b": {"bold": True}}),
            ("recipients_head.size", {"recipients_head": {"size": 11}}),
            ("recipients_head.italic", {"recipients_head": {"italic": False}}),
            ("recipient.size", {"recipient": {"size": 12}}),
            ("authority.bold", {"authority": {"bold": False}}),
            ("authority.caps", {"authority_2": "Phó Giám đốc"}),
            ("signer.bold", {"signer": {"bold": False}}),
            ("appendix_label.size", {"label": {"size": 13}}),
            ("appendix_title.caps", {"name": "Danh mục nhiệm vụ"}),
            ("appendix_reference.italic", {"reference": {"italic": False}}),
            ("font.name", {"item": {"font": "Arial"}}),
            ("font.colour", {"cell": {"colour": "1F4E79"}}),
            ("font.unicode", {"dash": unicodedata.normalize("NFD", "- Các phòng bám sát việc.")}),
            ("text.blanks", {"dash": "- Các  phòng bám   sát việc."}),
            ("text.mark", {"dash": "- Các phòng , ban bám sát việc ./."}),
            ("page_number.missing", {"page_number": None}),
            ("page_number.size", {"page_number": {"size": 12}}),
            ("page_number.italic", {"page_number": {"italic": True}}),
            ("page_number.align", {"page_number": {"align": "right"}}),
        ]
    ),
    *(
        (rule, {}, layout, "plan")
        for rule, layout in [
            ("page.paper", {"sheet": 'w:w="12240" w:h="15840"'}),
            ("page.paper", {"appendix_sheet": 'w:w="15840" w:h="12240" w:orient="landscape"'}),
            ("page.margin_top", {"margins": "850 851 1134 1701"}),
            ("page.margin_right", {"margins": "1134 1440 1134 1701"}),
            ("page.margin_bottom", {"margins": "1134 851 1700 1701"}),
            ("page.margin_left", {"margins": "1134 851 1134 1417"}),
            ("page_number.first_page", {"first_page": ""}),
            ("page_number.start", {"count": '<w:pgNumType w:start="2"/>'}),
            ("page_number.figures", {"count": '<w:pgNumType w:fmt="upperRoman"/>'}),
            ("page_number.figures", {"field": " PAGE \\* roman "}),
            ("page_number.appendix", {"appendix_count": ""}),
            ("page_number.place", {"part": "footer"}),
        ]
    ),
    ("letter_subject.gap", {"letter_subject": {"before": 0}}, {}, "letter"),
    ("addressee.size", {"extra_1": {"size": 12}}, {}, "letter"),
]
LEFT = [  # rule, change of a lawful plan: the clerk's own matter
    ("national_name.text", {"national_name": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"}),
    ("motto.text", {"motto": "Độc lập-Tự do-Hạnh phúc"}),
    ("agency.missing", {"superior": None, "agency": None}),
    ("number_line.kind", {"number": "Số: 05/BC-SNgV"}),
    ("place_date.comma", {"place_date": "An Bình ngày 05 tháng 01 năm 2026"}),
    ("type_name.missing", {"type_name": None}),
    ("subject.caps", {"subject": "CẢI CÁCH HÀNH CHÍNH CỦA SỞ NGOẠI VỤ NĂM 2026"}),
    ("basis.mark", {"basis": "Căn cứ Luật Tổ chức chính quyền địa phương,"}),
    ("clause.mark", {"clause": "1) Mục đích"}),
    ("point.letter", {"point_g": "f) Sơ kết hằng quý."}),
    ("recipient.archive", {"archive": "- Lưu: VT, VP"}),
    ("signer.missing", {"signer": None}),
    ("signer.degree", {"signer": "ThS. Trần Thị Minh Hòa"}),
    ("font.name", {"item": {"font": ".VnTime"}}),
    ("font.colour", {"cell": {"colour": "FFFFFF"}}),
]


def words(path: Path) -> str:
    """All letters of the body, without blanks: what no repair may move."""
    body = docx.Document(str(path)).element.body
    return "".join("".join(t.text or "" for t in body.iter(TEXT)).split())


def as_mended(text: str) -> str:
    """The same with the few characters that a repair is allowed to write."""
    for old, new in (
        ("Số:5/", "Số:05/"),
        ("ngày5tháng", "ngày05tháng"),
        ("tháng2năm2026", "tháng02năm2026"),
        ("tháng03năm2026", "tháng3năm2026"),
    ):
        text = text.replace(old, new, 1)
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("rule", "change", "layout", "document"), MENDED)
def test_what_is_safe_is_mended_in_a_copy(rule, change, layout, document, written, tmp_path):
    source = written(change, document, **layout)
    before = source.read_bytes()
    assert {finding.rule for finding in check_file(source) if finding.mendable} == {rule}
    done = repair_copy(source)
    assert done.path == tmp_path / "vb_da-sua.docx"
    assert (done.left, done.places > 0) == ([], True)
    assert check_file(done.path) == []
    assert source.read_bytes() == before
    assert words(done.path) == as_mended(words(source))


@pytest.mark.parametrize(("rule", "change"), LEFT)
def test_what_is_not_safe_stays_a_finding(rule, change, written):
    source = written(change)
    done = repair_copy(source)
    assert [(finding.rule, finding.mendable) for finding in done.left] == [(rule, 0)]
    assert done.places == 0
    assert words(done.path) == words(source)


def test_many_errors_together_and_once_only(written):
    change = {
        key: value
        for rule, one, layout, document in MENDED
        for key, value in one.items()
        if document == "plan" and isinstance(value, dict)
    } | {"number": "Số: 5/KH-SNgV", "archive": "- Lưu: VT, VP", "page_number": None}
    source = written(change, margins="850 1440 1700 1417", sheet='w:w="12240" w:h="15840"')
    done = repair_copy(source)
    assert [(finding.rule, finding.mendable) for finding in done.left] == [("recipient.archive", 0)]
    again = repair_copy(done.path)
    assert again.places == 0
    assert again.left == done.left
    assert again.path.read_bytes() == done.path.read_bytes()


def test_a_run_is_cut_where_the_look_changes(written):
    """A heading's number and title share a run with the sentence; a column shares its line."""
    source = written({"item": "Điều 1. Các phòng thực hiện Kế hoạch này."})
    done = repair_copy(source)
    assert done.left == []
    runs = [
        (run.text, run.bold)
        for paragraph in docx.Document(str(done.path)).paragraphs
        if paragraph.text.startswith("Điều 1.")
        for run in paragraph.runs
    ]
    assert runs == [("Điều 1.", True), (" Các phòng thực hiện Kế hoạch này.", None)]


@pytest.mark.parametrize("columns", ["table", "tabs"])
def test_both_layouts_of_the_letterhead(columns, written):
    change = {"agency": {"bold": False}, "place_date": {"italic": False, "size": 12}}
    rules = "vml" if columns == "tabs" else "drawn"
    done = repair_copy(written(change, columns=columns, rules=rules))
    assert done.left == []


def test_nothing_else_in_the_file_is_touched(written):
    source = written({"agency": {"bold": False}})
    done = repair_copy(source)
    with zipfile.ZipFile(source) as one, zipfile.ZipFile(done.path) as other:
        assert one.namelist() == other.namelist()
        changed = [n for n in one.namelist() if one.read(n) != other.read(n)]
    assert changed == ["word/document.xml"]


def test_the_copy_never_takes_a_name(written, tmp_path):
    source = written({"agency": {"bold": False}})
    (tmp_path / "vb_da-sua.docx").write_text("của người khác")
    assert copy_name(source) == tmp_path / "vb_da-sua_2.docx"
    for target in (source, tmp_path / "vb_da-sua.docx", tmp_path / "vb.doc"):
        with pytest.raises(RefusedOutput, match="hãy"):
            repair_copy(source, target)
    assert (tmp_path / "vb_da-sua.docx").read_text() == "của người khác"


def test_what_is_no_word_file_is_refused(tmp_path):
    (tmp_path / "vb.docx").write_bytes(b"%PDF-1.7")
    with pytest.raises(RefusedInput):
        repair_copy(tmp_path / "vb.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["vb.docx"]


def test_a_real_plan_is_mended(shared_data, tmp_path):
    source = shared_data / "binhdinh2020_plan.docx"
    done = repair_copy(source, tmp_path / "ban-sua.docx")
    assert done.left == []
    assert words(done.path) == words(source)
    body = docx.Document(str(done.path)).element.body
    assert len(list(body.iter(f"{W}tbl"))) == len(
        list(docx.Document(str(source)).element.body.iter(f"{W}tbl"))
    )
