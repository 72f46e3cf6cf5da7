"""The form check on documents written for it: lawful ones in many shapes give no finding, each
planted error gives exactly its own.
"""

import json
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

import pytest

import resources
from cchc_desktop.documents.checker import check_file
from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.text_width import text_width

# ------------------------------------------------------------------ a document as named lines


@dataclass(frozen=True)
class Line:
    """A paragraph; `rule` is the length in points of a line that it holds instead of text."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indent: float = 0  # millimetres
    before: float = 0
    after: float = 0
    spacing: float = 1
    font: str = ""
    colour: str = ""
    underline: bool = False
    rule: float = 0
    dash: str = "solid"


Lines = dict[str, Line]
Plant = Callable[[Lines], Lines]

SENTENCE = (
    "Các phòng chuyên môn rà soát quy trình giải quyết công việc, công khai kết quả và báo cáo "
    "Giám đốc Sở đúng thời hạn đã định trong Kế hoạch này."
)
MOTTO_WIDTH = text_width("Độc lập - Tự do - Hạnh phúc", 14, "bold")


def centred(text: str, size: float, **look: object) -> Line:
    return replace(Line(text, size, align="center"), **look)  # type: ignore[arg-type]


def text(words: str, **look: object) -> Line:
    return replace(Line(words, indent=12.7, after=6), **look)  # type: ignore[arg-type]


HEADS: Lines = {
    "superior": centred("UBND TỈNH AN BÌNH", 13),
    "agency": centred("SỞ NGOẠI VỤ", 13, bold=True),
    "agency_rule": centred("", 13, rule=40),
    "number": centred("Số: 05/KH-SNgV", 13),
    "national_name": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),
    "motto": centred("Độc lập - Tự do - Hạnh phúc", 14, bold=True),
    "motto_rule": centred("", 14, rule=MOTTO_WIDTH),
    "place_date": centred("An Bình, ngày 05 tháng 01 năm 2026", 14, italic=True),
}
TITLE: Lines = {
    "type_name": centred("KẾ HOẠCH", 14, bold=True, before=12),
    "subject": centred("Cải cách hành chính của Sở Ngoại vụ năm 2026", 14, bold=True),
    "subject_rule": centred("", 14, rule=120),
}
TEXT: Lines = {
    "basis": text("Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True),
    "last_basis": text(
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 06 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh.",
        italic=True,
    ),
    "opening": text("Sở Ngoại vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:"),
    "section": text("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
    "clause": text("1. Mục đích", bold=True),
    "point_a": text(f"a) {SENTENCE}"),
    "point_b": text("b) Giữ vững kỷ cương trong toàn Sở."),
    "point_c": text("c) Bảo đảm nguồn lực."),
    "point_d": text("d) Nêu cao trách nhiệm người đứng đầu."),
    "point_dd": text("đ) Tăng cường kiểm tra."),
    "point_e": text("e) Công khai kết quả."),
    "point_g": text("g) Sơ kết hằng quý."),
    "clause_2": text("2. Yêu cầu", bold=True),
    "dash": text("- Các phòng chuyên môn bám sát nhiệm vụ được giao."),
    "body": text(SENTENCE),
    "section_2": text("II. TỔ CHỨC THỰC HIỆN", bold=True),
    "item": text(f"1. {SENTENCE}"),
    "item_2": text("2. Các phòng thực hiện nhiệm vụ được giao tại Phụ lục kèm theo."),
    **{f"filler_{n}": text(SENTENCE) for n in range(9)},
    "end": text("Yêu cầu các đơn vị nghiêm túc thực hiện./."),
}
CLOSING: Lines = {
    "recipients_head": Line("Nơi nhận:", 12, bold=True, italic=True, align="left"),
    "recipient": Line("- Sở Nội vụ;", 11, align="left"),
    "recipient_2": Line("- Lãnh đạo Sở;", 11, align="left"),
    "archive": Line("- Lưu: VT, VP.", 11, align="left"),
    "authority": centred("KT. GIÁM ĐỐC", 14, bold=True),
    "authority_2": centred("PHÓ GIÁM ĐỐC", 14, bold=True),
    "signature": centred("", 14),
    "signer": centred("Trần Thị Minh Hòa", 14, bold=True),
}
APPENDIX: Lines = {
    "label": centred("Phụ lục", 14, bold=True),
    "name": centred("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", 14, bold=True),
    "reference": centred(
        "(Kèm theo Kế hoạch số 05/KH-SNgV ngày 05 tháng 01 năm 2026 của Sở Ngoại vụ)",
        14,
        italic=True,
    ),
    "cell": Line("Rà soát quy định", 12, align="left"),
}
PAGE_NUMBER: Lines = {"page_number": centred("2", 14)}
PLAN = HEADS | TITLE | TEXT | CLOSING | APPENDIX | PAGE_NUMBER

# ------------------------------------------------------------------ the same as a .docx


@dataclass(frozen=True)
class Layout:
    """How an office sets it: heads and closing as "table" or "tabs"; rules as "drawn", "vml",
    "border" or "typed".
    """

    columns: str = "table"
    rules: str = "drawn"
    margins: str = "1134 851 1134 1701"  # top right bottom left, twips
    sheet: str = 'w:w="11906" w:h="16838"'
    appendix_sheet: str = 'w:w="16838" w:h="11906" w:orient="landscape"'
    first_page: str = "<w:titlePg/>"
    count: str = ""
    appendix_first_page: str = "<w:titlePg/>"
    appendix_count: str = '<w:pgNumType w:start="1"/>'
    part: str = "header"  # where the page number stands
    field: str = " PAGE "
    cell_width: int = 4700


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
)


def run(line: Line, words: str | None = None) -> str:
    look = "".join(
        (
            f'<w:rFonts w:ascii="{line.font}" w:hAnsi="{line.font}"/>' if line.font else "",
            "<w:b/>" if line.bold else "",
            "<w:i/>" if line.italic else "",
            f'<w:color w:val="{line.colour}"/>' if line.colour else "",
            f'<w:sz w:val="{round(line.size * 2)}"/>',
            '<w:u w:val="single"/>' if line.underline else "",
        )
    )
    shown = line.text if words is None else words
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def drawing(line: Line, layout: Layout) -> str:
    if layout.rules == "vml":
        left = (layout.cell_width / 20 - 10.8 - line.rule) / 2
        return (
            f'<w:r><w:pict><v:line from="{left}pt,3pt" to="{left + line.rule}pt,3pt" '
            'style="position:absolute"/></w:pict></w:r>'
        )
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:align>center'
        f'</wp:align></wp:positionH><wp:extent cx="{round(line.rule * 12700)}" cy="0"/>'
        '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:ln w="9525">'
        f'<a:prstDash val="{line.dash}"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def paragraph(line: Line, layout: Layout, room: float, section: str = "") -> str:
    borders, sides, content = "", "", run(line) if line.text else ""
    if line.rule and layout.rules == "border":
        side = round((room - line.rule) / 2 * 20)
        borders = '<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'
        sides = f'w:left="{side}" w:right="{side}" '
    elif line.rule and layout.rules == "typed":
        content = run(line, "_" * round(line.rule / (line.size / 2)))
    elif line.rule:
        content = drawing(line, layout)
    return (
        f'<w:p><w:pPr>{borders}<w:spacing w:before="{round(line.before * 20)}" '
        f'w:after="{round(line.after * 20)}" w:line="{round(line.spacing * 240)}" '
        f'w:lineRule="auto"/><w:ind {sides}w:firstLine="{round(line.indent * 56.7)}"/>'
        f'<w:jc w:val="{line.align}"/>{section}</w:pPr>{content}</w:p>'
    )


def side_by_side(left: list[Line], right: list[Line], layout: Layout) -> str:
    if layout.columns == "tabs":
        pairs = [
            (left[n] if n < len(left) else None, right[n] if n < len(right) else None)
            for n in range(max(len(left), len(right)))
        ]
        rows = ""
        for one, other in pairs:
            parts = [run(one) if one and one.text else ""]
            parts += [drawing(one, layout) if one and one.rule else ""]
            parts += [f"<w:r><w:tab/></w:r>{run(other)}" if other and other.text else ""]
            parts += [vml_at(260, other.rule) if other and other.rule else ""]
            rows += f"<w:p>{''.join(parts)}</w:p>"
        return rows
    width = layout.cell_width
    room = width / 20 - 10.8
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(paragraph(line, layout, room) for line in lines)
        + "</w:tc>"
        for lines in (left, right)
    )
    grid = f'<w:gridCol w:w="{width}"/>' * 2
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def vml_at(left: float, length: float) -> str:
    return (
        f'<w:r><w:pict><v:line from="{left}pt,3pt" to="{left + length}pt,3pt" '
        'style="position:absolute"/></w:pict></w:r>'
    )


def picked(lines: Lines, *keys: str) -> list[Line]:
    return [lines[key] for key in keys if key in lines]


def section(layout: Layout, sheet: str, count: str, first_page: str) -> str:
    top, right, bottom, left = layout.margins.split()
    number = f'<w:{layout.part}Reference w:type="default" r:id="rId1"/>'
    return (
        f"<w:sectPr>{number}<w:pgSz {sheet}/>"
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"/>'
        f"{count}{first_page}</w:sectPr>"
    )


def document_xml(lines: Lines, layout: Layout) -> str:
    def flow(keys: Lines) -> str:
        return "".join(paragraph(lines[key], layout, 460) for key in keys if key in lines)

    extra = {key: line for key, line in lines.items() if key.startswith("extra_")}
    main = section(layout, layout.sheet, layout.count, layout.first_page)
    parts = [
        side_by_side(
            picked(lines, "superior", "agency", "agency_rule", "number", "letter_subject"),
            picked(lines, "national_name", "motto", "motto_rule", "place_date"),
            layout,
        )
        if lines.keys() & HEADS.keys()
        else "",
        flow(TITLE | extra | TEXT),
        side_by_side(
            picked(lines, "recipients_head", "recipient", "recipient_2", "archive"),
            picked(lines, "authority", "authority_2", "signature", "signer"),
            layout,
        )
        if lines.keys() & CLOSING.keys()
        else "",
    ]
    if lines.keys() & APPENDIX.keys():
        if any(parts):
            parts.append(f"<w:p><w:pPr>{main}</w:pPr></w:p>")
        main = section(
            layout, layout.appendix_sheet, layout.appendix_count, layout.appendix_first_page
        )
        cell = paragraph(lines["cell"], layout, 200) if "cell" in lines else "<w:p/>"
        row = f"<w:tr>{f'<w:tc>{cell}</w:tc>' * 3}</w:tr>"
        parts.append(
            flow({key: lines[key] for key in ("label", "name", "reference") if key in lines})
        )
        parts.append(
            f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid>{row * 50}</w:tbl>"
        )
    return f"<w:document {NAMESPACES}><w:body>{''.join(parts)}{main}</w:body></w:document>"


def write(path: Path, lines: Lines, layout: Layout = Layout()) -> Path:
    """The lines as a .docx; a line that is missing is left out."""
    number = lines.get("page_number")
    content = ""
    if number:
        fields = ("begin", layout.field, "separate", number.text, "end")
        look = run(number, "").partition("<w:t")[0]
        for kind, one in zip(cycle(("mark", "code", "mark", "text", "mark")), fields, strict=False):
            inner = {
                "mark": f'<w:fldChar w:fldCharType="{one}"/>',
                "code": f"<w:instrText>{one}</w:instrText>",
                "text": f"<w:t>{one}</w:t>",
            }[kind]
            content += f"{look}{inner}</w:r>"
        content = f'<w:p><w:pPr><w:jc w:val="{number.align}"/></w:pPr>{content}</w:p>'
    tag = "hdr" if layout.part == "header" else "ftr"
    parts = {
        "_rels/.rels": relations((f"{RELATIONS}/officeDocument", "word/document.xml")),
        "word/document.xml": document_xml(lines, layout),
        "word/_rels/document.xml.rels": relations(
            (f"{RELATIONS}/{layout.part}", "number.xml"), (f"{RELATIONS}/styles", "styles.xml")
        ),
        "word/number.xml": f"<w:{tag} {NAMESPACES}>{content or '<w:p/>'}</w:{tag}>",
        "word/styles.xml": STYLES,
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in parts.items():
            package.writestr(name, xml)
    return path


def relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{links}</Relationships>'


def rules_broken(path: Path) -> set[str]:
    return {finding.rule for finding in check_file(path)}


# ------------------------------------------------------------------ lawful documents


def without(lines: Lines, *keys: str) -> Lines:
    return {key: line for key, line in lines.items() if key not in keys}


def changed(lines: Lines, **texts: str) -> Lines:
    return lines | {key: replace(lines[key], text=words) for key, words in texts.items()}


SMALL = {
    key: replace(line, size=12 if key == "national_name" else 13)
    for key, line in HEADS.items()
    if key in ("national_name", "motto", "place_date")
} | {"motto_rule": centred("", 13, rule=MOTTO_WIDTH * 13 / 14)}
LETTER = (
    changed(
        without(PLAN, *TITLE, *APPENDIX, "basis", "last_basis"),
        number="Số: 12/SNgV-VP",
        recipient="- Như trên;",
    )
    | {"letter_subject": centred("V/v báo cáo cải cách hành chính", 12, before=6)}
    | {"extra_1": centred("Kính gửi: Sở Nội vụ tỉnh An Bình.", 14, after=6)}
)
LETTER_TO_MANY = LETTER | {
    "extra_1": Line("Kính gửi:", indent=30),
    "extra_2": Line("- Sở Nội vụ;", indent=45),
    "extra_3": Line("- Sở Tài chính.", indent=45, after=6),
}
LAWFUL: dict[str, tuple[Lines, Layout]] = {
    "drawn": (PLAN, Layout()),
    "vml": (PLAN, Layout(rules="vml")),
    "borders": (PLAN, Layout(rules="border")),
    "typed": (PLAN, Layout(rules="typed")),
    "tabs": (PLAN, Layout(columns="tabs", rules="vml")),
    "small sizes": (PLAN | SMALL, Layout()),
    "no appendix": (without(PLAN, *APPENDIX), Layout()),
    "appendix only": (APPENDIX | PAGE_NUMBER, Layout()),
    "letter": (LETTER, Layout()),
    "letter to many": (LETTER_TO_MANY, Layout()),
    "blank number and day": (
        changed(
            PLAN,
            number="Số:        /KH-SNgV",
            place_date="An Bình, ngày     tháng 01 năm 2026",
        ),
        Layout(),
    ),
    "dotted number and day": (
        changed(PLAN, number="Số: …/KH-SNgV", place_date="An Bình, ngày … tháng … năm 2026"),
        Layout(),
    ),
    "place with a unit": (
        changed(PLAN, place_date="Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026"),
        Layout(),
    ),
    "report with a period": (
        changed(PLAN, type_name="BÁO CÁO", number="Số: 45/BC-SNgV")
        | {"subject_rule": centred("(Quý I năm 2026)", 14, italic=True)}
        | {"extra_1": centred("", 14, rule=120)},
        Layout(),
    ),
    "unit names in bold are no titles": (
        changed(PLAN, item="1. Văn phòng Sở: chủ trì thực hiện Kế hoạch và báo cáo định kỳ."),
        Layout(),
    ),
    "single page without a number": (
        {
            key: line
            for key, line in without(PLAN, *APPENDIX, *PAGE_NUMBER).items()
            if not key.startswith(("filler", "point"))
        },
        Layout(),
    ),
}


@pytest.mark.parametrize("name", LAWFUL)
def test_a_lawful_document_has_no_finding(name: str, tmp_path: Path) -> None:
    lines, layout = LAWFUL[name]
    assert check_file(write(tmp_path / "vb.docx", lines, layout)) == []


# ------------------------------------------------------------------ planted errors


def words(key: str, new: str) -> Plant:
    return lambda lines: changed(lines, **{key: new})


def look(key: str, **new: object) -> Plant:
    return lambda lines: lines | {key: replace(lines[key], **new)}  # type: ignore[arg-type]


def gone(*keys: str) -> Plant:
    return lambda lines: without(lines, *keys)


def also(*plants: Plant) -> Plant:
    def plant(lines: Lines) -> Lines:
        for one in plants:
            lines = one(lines)
        return lines

    return plant


PLANTED: list[tuple[str, Plant]] = [
    ("font.name", look("item", font="Arial")),
    ("font.name", look("cell", font="Calibri")),
    ("font.colour", look("body", colour="FF0000")),
    ("font.colour", look("cell", colour="1F4E79")),
    ("font.unicode", words("dash", unicodedata.normalize("NFD", "- Các phòng bám sát việc."))),
    ("page_number.missing", gone("page_number")),
    ("page_number.size", look("page_number", size=12)),
    ("page_number.italic", look("page_number", italic=True)),
    ("page_number.bold", look("page_number", bold=True)),
    ("page_number.align", look("page_number", align="right")),
    ("national_name.missing", gone("national_name")),
    ("national_name.size", look("national_name", size=14)),
    ("national_name.bold", look("national_name", bold=False)),
    ("national_name.italic", look("national_name", italic=True)),
    ("national_name.text", words("national_name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")),
    ("national_name.caps", words("national_name", "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    ("motto.missing", gone("motto")),
    ("motto.text", words("motto", "Độc lập-Tự do-Hạnh phúc")),
    ("motto.text", words("motto", "Độc lập – Tự do – Hạnh phúc")),
    ("motto.text", words("motto", "Độc lập - tự do - hạnh phúc")),
    ("motto.bold", look("motto", bold=False)),
    ("motto.align", look("motto", align="left")),
    ("motto.align", look("national_name", align="left")),
    ("motto.rule", gone("motto_rule")),
    ("motto.rule", look("motto_rule", rule=MOTTO_WIDTH / 2)),
    ("motto.rule", look("motto_rule", rule=MOTTO_WIDTH * 1.3)),
    ("motto.rule", look("motto_rule", dash="dash")),
    ("motto.rule", also(gone("motto_rule"), look("motto", underline=True))),
    ("motto.spacing", look("motto", spacing=1.5)),
    ("letterhead.sizes", look("place_date", size=13)),
    ("letterhead.sizes", look("national_name", size=12)),
    ("superior.bold", look("superior", bold=True)),
    ("superior.size", look("superior", size=14)),
    ("superior.caps", words("superior", "UBND tỉnh An Bình")),
    ("agency.missing", gone("superior", "agency")),
    ("agency.bold", look("agency", bold=False)),
    ("agency.size", look("agency", size=11)),
    ("agency.caps", words("agency", "Sở Ngoại vụ")),
    ("agency.rule", gone("agency_rule")),
    ("agency.rule", look("agency_rule", rule=90)),
    ("agency.rule", look("agency_rule", rule=20)),
    ("number_line.missing", gone("number")),
    ("number_line.size", look("number", size=14)),
    ("number_line.italic", look("number", italic=True)),
    ("number_line.bold", look("number", bold=True)),
    ("number_line.zero", words("number", "Số: 5/KH-SNgV")),
    ("number_line.label", words("number", "Số 05/KH-SNgV")),
    ("number_line.label", words("number", "SỐ: 05/KH-SNgV")),
    ("number_line.marks", words("number", "Số: 05 / KH-SNgV")),
    ("number_line.marks", words("number", "Số: ² /KH-SNgV")),  # a figure that is no number
    ("number_line.marks", words("number", "Số: 05/KH - SNgV")),
    ("number_line.marks", words("number", "Số: 05/KH–SNgV")),
    ("number_line.marks", words("number", "Số: 05/KH/SNgV")),
    ("number_line.marks", words("number", "Số: 05-KH-SNgV")),
    ("number_line.kind", words("number", "Số: 05/BC-SNgV")),
    ("number_line.kind", words("number", "Số: 05/SNgV-VP")),
    ("number_line.case", words("number", "Số: 05/kh-sngv")),
    ("place_date.missing", gone("place_date")),
    ("place_date.italic", look("place_date", italic=False)),
    ("place_date.size", look("place_date", size=12)),
    ("place_date.align", look("place_date", align="right")),
    ("place_date.comma", words("place_date", "An Bình ngày 05 tháng 01 năm 2026")),
    ("place_date.capitals", words("place_date", "An bình, ngày 05 tháng 01 năm 2026")),
    ("place_date.zero", words("place_date", "An Bình, ngày 5 tháng 01 năm 2026")),
    ("place_date.zero", words("place_date", "An Bình, ngày 05 tháng 2 năm 2026")),
    ("place_date.zero", words("place_date", "An Bình, ngày 15 tháng 03 năm 2026")),
    ("place_date.full", words("place_date", "An Bình, ngày 05/01/2026")),
    ("type_name.missing", gone("type_name")),
    ("type_name.caps", words("type_name", "Kế hoạch")),
    ("type_name.bold", look("type_name", bold=False)),
    ("type_name.size", look("type_name", size=16)),
    ("type_name.align", look("type_name", align="left")),
    ("type_name.own_line", words("type_name", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026")),
    ("subject.missing", gone("subject")),
    ("subject.bold", look("subject", bold=False)),
    ("subject.italic", look("subject", italic=True)),
    ("subject.align", look("subject", align="left")),
    ("subject.caps", words("subject", "CẢI CÁCH HÀNH CHÍNH CỦA SỞ NGOẠI VỤ NĂM 2026")),
    ("subject.rule", gone("subject_rule")),
    ("subject.rule", look("subject_rule", rule=260)),
    ("basis.italic", look("basis", italic=False)),
    ("basis.mark", words("basis", "Căn cứ Luật Tổ chức chính quyền địa phương,")),
    ("basis.mark", words("last_basis", "Căn cứ Quyết định số 12/QĐ-UBND của tỉnh;")),
    ("body.size", look("dash", size=12)),
    ("body.align", look("body", align="left")),
    ("body.align", look("dash", align="center")),
    ("body.first_line", look("body", indent=15)),
    ("body.first_line", look("opening", indent=0)),
    ("body.gap", look("dash", after=3)),
    ("body.line", look("body", spacing=2)),
    ("body.line", look("body", spacing=0.8)),
    ("body.italic", look("body", italic=True)),
    ("body.bold", look("body", bold=True)),
    ("body.same_size", look("point_a", size=13)),
    ("item.bold", look("item", bold=True)),
    ("clause.bold", look("clause", bold=False)),
    ("clause.caps", words("clause", "1. MỤC ĐÍCH CHUNG")),
    ("clause.mark", words("clause", "1) Mục đích")),
    ("section.caps", words("section", "I. Mục đích, yêu cầu")),
    ("section.bold", look("section", bold=False)),
    ("section.size", look("section", size=15)),
    ("point.letter", words("point_g", "f) Sơ kết hằng quý.")),
    ("point.letter", words("point_dd", "e) Tăng cường kiểm tra.")),
    ("point.letter", words("point_b", "c) Giữ vững kỷ cương.")),
    ("point.mark", words("point_b", "b. Giữ vững kỷ cương.")),
    ("point.bold", look("point_b", bold=True)),
    ("recipients_head.missing", gone("recipients_head")),
    ("recipients_head.size", look("recipients_head", size=11)),
    ("recipients_head.italic", look("recipients_head", italic=False)),
    ("recipients_head.bold", look("recipients_head", bold=False)),
    ("recipients_head.text", words("recipients_head", "Nơi nhận")),
    ("recipient.size", look("recipient", size=12)),
    ("recipient.dash", words("recipient", "Sở Nội vụ;")),
    ("recipient.mark", words("recipient", "- Sở Nội vụ,")),
    ("recipient.mark", words("recipient_2", "- Lãnh đạo Sở")),
    ("recipient.archive", gone("archive")),
    ("recipient.archive", words("archive", "- Lưu: VT, VP")),
    ("recipient.archive", words("archive", "- Lưu VT, VP.")),
    ("recipient.archive", words("archive", "- Lưu: VP.")),
    ("authority.missing", gone("authority", "authority_2")),
    ("authority.bold", look("authority", bold=False)),
    ("authority.size", look("authority_2", size=12)),
    ("authority.caps", words("authority_2", "Phó Giám đốc")),
    ("authority.abbreviation", words("authority", "KT GIÁM ĐỐC")),
    ("authority.abbreviation", words("authority", "K/T GIÁM ĐỐC")),
    ("authority.position", gone("authority_2")),
    ("signer.missing", gone("signer")),
    ("signer.bold", look("signer", bold=False)),
    ("signer.caps", words("signer", "TRẦN THỊ MINH HÒA")),
    ("signer.degree", words("signer", "ThS. Trần Thị Minh Hòa")),
    ("appendix_label.caps", words("label", "PHỤ LỤC")),
    ("appendix_label.size", look("label", size=13)),
    ("appendix_label.bold", look("label", bold=False)),
    ("appendix_label.align", look("label", align="left")),
    ("appendix_label.number", words("label", "Phụ lục 1")),
    ("appendix_label.missing", gone("label")),
    ("appendix_label.own_line", words("label", "Phụ lục I. Danh mục")),
    ("appendix_title.caps", words("name", "Danh mục nhiệm vụ")),
    ("appendix_title.bold", look("name", bold=False)),
    ("appendix_reference.missing", gone("reference")),
    ("appendix_reference.italic", look("reference", italic=False)),
    ("appendix_reference.size", look("reference", size=12)),
    ("appendix_reference.words", words("reference", "(Đính kèm Kế hoạch số 05/KH-SNgV của Sở)")),
    ("appendix.mentioned", words("item_2", "2. Các phòng thực hiện nhiệm vụ được giao.")),
]


@pytest.mark.parametrize(("rule", "plant"), PLANTED)
def test_a_planted_error_is_found_alone(rule: str, plant: Plant, tmp_path: Path) -> None:
    assert rules_broken(write(tmp_path / "vb.docx", plant(PLAN))) == {rule}


SHEETS = [
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
]


@pytest.mark.parametrize(("rule", "sheet"), SHEETS)
def test_an_error_of_the_sheet_is_found_alone(
    rule: str, sheet: dict[str, str], tmp_path: Path
) -> None:
    layout = Layout(**sheet)  # type: ignore[arg-type]
    assert rules_broken(write(tmp_path / "vb.docx", PLAN, layout)) == {rule}


LETTERS = [
    ("number_line.letter", words("number", "Số: 12/CV-SNgV")),
    ("subject.missing", gone("letter_subject")),
    ("letter_subject.mark", words("letter_subject", "Về việc báo cáo cải cách hành chính")),
    ("letter_subject.size", look("letter_subject", size=14)),
    ("letter_subject.bold", look("letter_subject", bold=True)),
    ("letter_subject.gap", look("letter_subject", before=0)),
    ("addressee.missing", gone("extra_1")),
    ("addressee.mark", words("extra_1", "Kính gửi Sở Nội vụ.")),
    ("addressee.bold", look("extra_1", bold=True)),
    ("recipient.as_above", words("recipient", "- Sở Nội vụ;")),
]


@pytest.mark.parametrize(("rule", "plant"), LETTERS)
def test_an_error_in_a_letter_is_found_alone(rule: str, plant: Plant, tmp_path: Path) -> None:
    assert rules_broken(write(tmp_path / "vb.docx", plant(LETTER))) == {rule}


@pytest.mark.parametrize(
    "plant",
    [
        words("extra_2", "- Sở Nội vụ,"),
        words("extra_3", "- Sở Tài chính;"),
        words("extra_1", "Kính gửi: - Bộ Nội vụ;"),
    ],
)
def test_the_list_of_addressees_has_its_marks(plant: Plant, tmp_path: Path) -> None:
    assert rules_broken(write(tmp_path / "vb.docx", plant(LETTER_TO_MANY))) == {"addressee.list"}


@pytest.mark.parametrize("layout", [Layout(columns="tabs", rules="vml"), Layout(rules="border")])
@pytest.mark.parametrize(
    ("rule", "plant"),
    [
        ("number_line.zero", words("number", "Số: 5/KH-SNgV")),
        ("agency.bold", look("agency", bold=False)),
        ("place_date.italic", look("place_date", italic=False)),
        ("recipient.size", look("recipient_2", size=13)),
        ("signer.bold", look("signer", bold=False)),
        ("motto.rule", look("motto_rule", rule=60)),
    ],
)
def test_elements_are_found_in_every_layout(
    layout: Layout, rule: str, plant: Plant, tmp_path: Path
) -> None:
    assert rules_broken(write(tmp_path / "vb.docx", plant(PLAN), layout)) == {rule}


# ------------------------------------------------------------------ what a finding says


def test_repeated_errors_are_one_finding_with_places_and_count(tmp_path: Path) -> None:
    small = {key: replace(line, size=12) for key, line in PLAN.items() if key.startswith("filler")}
    (finding,) = check_file(write(tmp_path / "vb.docx", PLAN | small))
    assert finding.rule == "body.size"
    assert finding.where.startswith("Đoạn 27: «Các phòng chuyên môn")
    assert finding.where.endswith("và 6 chỗ khác (cộng 9 chỗ)")
    assert finding.found == "cỡ chữ 12"
    assert finding.expected == "cỡ chữ 13–14 (Phụ lục I, Phần I, Mục II, khoản 6.e)"


def test_elements_are_named_where_they_stand_alone(tmp_path: Path) -> None:
    (finding,) = check_file(write(tmp_path / "vb.docx", look("motto", bold=False)(PLAN)))
    assert (finding.where, finding.found) == ("Tiêu ngữ", "chữ không đậm")


def test_a_table_of_tasks_is_held_to_font_and_colour_only(tmp_path: Path) -> None:
    plant = look("cell", size=10, align="right", italic=True, spacing=3)
    assert rules_broken(write(tmp_path / "vb.docx", plant(PLAN))) == set()


def test_a_file_without_any_element_lacks_all_of_them(tmp_path: Path) -> None:
    found = rules_broken(write(tmp_path / "vb.docx", {"body": TEXT["body"]}))
    assert {
        "national_name.missing",
        "motto.missing",
        "agency.missing",
        "number_line.missing",
        "place_date.missing",
        "type_name.missing",
        "recipients_head.missing",
        "authority.missing",
    } <= found


def test_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vb.docx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(RefusedInput):
        check_file(path)


# ------------------------------------------------------------------ the rules and our own styles

_ROLES = {"recipients_head", "recipient", "authority", "signer", "page_number"} | set(
    nd30().elements
)


def our_style() -> dict[str, object]:
    return json.loads(resources.path("styles/nd30.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("role", sorted(our_style()["roles"].keys() & _ROLES))  # type: ignore[attr-defined]
def test_our_own_style_lies_within_the_rules(role: str) -> None:
    style = our_style()
    look_ = style["defaults"] | style["roles"][role]  # type: ignore[index,operator]
    form = nd30().elements[role]
    assert form.size[0] <= look_["size"] <= form.size[1]
    for aspect in ("bold", "italic", "caps"):
        wanted = getattr(form, aspect)
        assert wanted is None or look_[aspect] == wanted, aspect
    assert form.align is None or look_["align"] == form.align
    if role in ("body", "item", "point", "basis"):
        rules = nd30().ranges
        assert look_["first_line"] in rules["first_line"]
        assert rules["line"][0] <= look_["line"] <= rules["line"][1]
        assert look_["before"] + look_["after"] >= rules["paragraph_gap"][0]


def test_our_own_margins_lie_within_the_rules() -> None:
    page = our_style()["page"]
    for side in ("top", "bottom", "left", "right"):
        low, high = nd30().ranges[side]
        assert low <= page[side] <= high  # type: ignore[index]


def test_every_rule_names_its_article() -> None:
    for rule in (*nd30().rules.values(), *nd30().elements.values()):
        assert rule.title
        assert rule.article.startswith(("Phụ lục I, Phần I, Mục ", "Phụ lục III, Mục "))


# ------------------------------------------------------------------ real files


def test_a_real_plan_that_was_typed_without_form(shared_data: Path) -> None:
    found = rules_broken(shared_data / "binhdinh2020_plan.docx")
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


def test_a_real_appendix_is_held_to_the_rules_for_appendices(shared_data: Path) -> None:
    assert rules_broken(shared_data / "dongnai2024_sample.docx") == {
        "page_number.missing",
        "appendix_label.missing",
        "appendix_title.bold",
        "appendix_reference.italic",
        "appendix_reference.words",
    }
