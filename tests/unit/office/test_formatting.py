"""Effective formatting: what Word would show, through defaults, styles, lists and theme."""

import zipfile
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.formatted import (
    FormattedDocument,
    FormattedParagraph,
    FormattedTable,
    paragraphs,
)
from cchc_desktop.office.formatting import read_formatting

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THEME = (
    f"<a:theme {NAMESPACES}><a:themeElements><a:clrScheme>"
    '<a:dk1><a:sysClr lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def read(
    path: Path, body: str, styles: str = "", numbering: str = "", header: str = ""
) -> FormattedDocument:
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        "word/theme.xml": THEME,
        "word/header.xml": f"<w:hdr {NAMESPACES}>{header or '<w:p/>'}</w:hdr>",
    }
    kinds = ("styles", "numbering", "theme", "header")
    with zipfile.ZipFile(path / "vb.docx", "w") as package:
        package.writestr("_rels/.rels", links(("officeDocument", "word/document.xml")))
        targets = [(kind, f"{kind}.xml") for kind in kinds]
        package.writestr("word/_rels/document.xml.rels", links(*targets))
        for name, xml in parts.items():
            package.writestr(name, xml)
    return read_formatting(path / "vb.docx")


def links(*targets: tuple[str, str]) -> str:
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets
    )
    return f'<Relationships xmlns="{address}">{inner}</Relationships>'


def first(document: FormattedDocument) -> FormattedParagraph:
    return next(paragraphs(document.sections[0].blocks))


def paragraph(properties: str = "", run: str = "", words: str = "Chữ") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
    )


def style(name: str, inner: str, kind: str = "paragraph", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{base}{inner}</w:style>'


NAMED = '<w:pStyle w:val="B"/>'
CHARACTER = '<w:rStyle w:val="C"/>'
BOLD = "<w:rPr><w:b/></w:rPr>"

RUNS = [
    ("nothing said: Word's own", "", "", "", {"fonts": ("Times New Roman",), "size": 10.0}),
    ("defaults", "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='26'/></w:rPr></w:rPrDefault>"
     "</w:docDefaults>", "", "", {"size": 13.0}),
    ("style over its base", style("A", "<w:rPr><w:sz w:val='24'/><w:i/></w:rPr>")
     + style("B", "<w:rPr><w:sz w:val='28'/></w:rPr>", based_on="A"), NAMED, "",
     {"size": 14.0, "italic": True}),
    ("direct over style", style("B", "<w:rPr><w:sz w:val='28'/><w:b/></w:rPr>"), NAMED,
     "<w:sz w:val='25'/><w:b w:val='0'/>", {"size": 12.5, "bold": False}),
    ("toggles of two styles undo each other", style("B", BOLD) + style("C", BOLD, "character"),
     NAMED, CHARACTER, {"bold": False}),
    ("a toggle of one style", style("C", BOLD, "character"), "", CHARACTER, {"bold": True}),
    ("within a chain the last word counts", style("A", BOLD)
     + style("B", "<w:rPr><w:b w:val='false'/></w:rPr>", based_on="A"), NAMED, "", {"bold": False}),
    ("a circle of styles", style("A", BOLD, based_on="B") + style("B", "", based_on="A"), NAMED, "",
     {"bold": True}),
    ("capitals", "", "", "<w:caps/>", {"text": "CHỮ"}),
    ("the default style", '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
     "<w:rPr><w:sz w:val='30'/></w:rPr></w:style>", "", "", {"size": 15.0}),
    ("theme font before the named one", "", "",
     "<w:rFonts w:ascii='Arial' w:asciiTheme='minorHAnsi' w:hAnsiTheme='majorHAnsi'/>",
     {"fonts": ("Calibri", "Cambria")}),
    ("only the fonts of letters that occur", "", "", "<w:rFonts w:ascii='Arial'/>",
     {"fonts": ("Arial", "Times New Roman")}),
    ("automatic colour is black", "", "", "<w:color w:val='auto'/>", {"colour": "000000"}),
    ("theme colour before the value", "", "",
     "<w:color w:val='000000' w:themeColor='accent1'/>", {"colour": "4472C4"}),
    ("black text of the theme, lighter", "", "",
     "<w:color w:val='auto' w:themeColor='text1' w:themeTint='BF'/>", {"colour": "404040"}),
    ("underlined and raised", "", "", "<w:u w:val='single'/><w:vertAlign w:val='superscript'/>",
     {"underlined": True, "raised": True}),
]  # fmt: skip


@pytest.mark.parametrize(("styles", "properties", "run", "wanted"), [row[1:] for row in RUNS],
                         ids=[row[0] for row in RUNS])  # fmt: skip
def test_a_run_looks_as_word_shows_it(
    styles: str, properties: str, run: str, wanted: dict[str, object], tmp_path: Path
) -> None:
    shown = first(read(tmp_path, paragraph(properties, run), styles)).runs[0]
    assert {key: getattr(shown, key) for key in wanted} == wanted


SPACED = style("B", "<w:pPr><w:spacing w:before='120' w:after='60' w:line='360'/></w:pPr>")
PARAGRAPHS = [
    ("nothing said", "", "", {"align": "left", "line": 1.0, "before": 0.0, "first_line": 0.0}),
    ("spacing of a style", SPACED, NAMED, {"before": 6.0, "after": 3.0, "line": 1.5}),
    ("direct over style, the rest stays", SPACED, NAMED + "<w:spacing w:after='200'/>",
     {"before": 6.0, "after": 10.0}),
    ("exact lines", "", "<w:spacing w:line='340' w:lineRule='exact'/>",
     {"line": 17.0, "line_rule": "exact"}),
    ("automatic space", "", "<w:spacing w:before='0' w:beforeAutospacing='1'/>", {"before": 14.0}),
    ("start and end", "", "<w:ind w:start='567' w:end='200' w:firstLine='720'/>",
     {"left": 28.35, "right": 10.0, "first_line": 36.0}),
    ("hanging over first line", style("B", "<w:pPr><w:ind w:firstLine='720'/></w:pPr>"),
     NAMED + "<w:ind w:hanging='360'/>", {"first_line": -18.0}),
    ("characters as unit", "", "<w:ind w:firstLineChars='200'/>", {"first_line": 20.0}),
    ("characters with their twips", "", "<w:ind w:firstLineChars='200' w:firstLine='560'/>",
     {"first_line": 28.0}),
    ("justified", "", "<w:jc w:val='both'/>", {"align": "both"}),
    ("the end is right", "", "<w:jc w:val='end'/>", {"align": "right"}),
    ("no space within a style", "", "<w:contextualSpacing/>", {"contextual": True}),
    ("a border below", "", "<w:pBdr><w:bottom w:val='single'/><w:top w:val='nil'/></w:pBdr>",
     {"borders": frozenset({"bottom"})}),
]  # fmt: skip


@pytest.mark.parametrize(("styles", "properties", "wanted"), [row[1:] for row in PARAGRAPHS],
                         ids=[row[0] for row in PARAGRAPHS])  # fmt: skip
def test_a_paragraph_is_set_as_word_sets_it(
    styles: str, properties: str, wanted: dict[str, object], tmp_path: Path
) -> None:
    shown = first(read(tmp_path, paragraph(properties), styles))
    assert {key: getattr(shown, key) for key in wanted} == wanted


LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720" '
    'w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'


def test_a_list_gives_number_look_and_indents(tmp_path: Path) -> None:
    body = paragraph(IN_LIST) + paragraph(IN_LIST + '<w:ind w:firstLine="720" w:left="0"/>')
    one, other = paragraphs(read(tmp_path, body, numbering=LIST).sections[0].blocks)
    assert [one.full_text, other.full_text] == ["a) Chữ", "b) Chữ"]
    assert one.label is not None
    assert one.label.bold
    assert (one.left, one.first_line) == (36, -18)
    assert (other.left, other.first_line) == (0, 36)


def test_the_indents_of_a_style_come_before_those_of_its_list(tmp_path: Path) -> None:
    styles = style("B", f'<w:pPr>{IN_LIST}<w:ind w:left="0" w:firstLine="720"/></w:pPr>')
    shown = first(read(tmp_path, paragraph(NAMED), styles, LIST))
    assert (shown.left, shown.first_line, shown.full_text) == (0, 36, "a) Chữ")


def test_what_is_hidden_or_deleted_is_not_shown(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>còn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    assert first(read(tmp_path, body)).text == "còn thêm"


TABLE_STYLE = style(
    "T",
    "<w:tblStylePr w:type='firstRow'><w:rPr><w:b/><w:color w:val='FFFFFF'/></w:rPr></w:tblStylePr>",
    "table",
)


@pytest.mark.parametrize(("look", "bold"), [("0420", True), ("0400", False)])
def test_a_table_style_sets_its_first_row(look: str, bold: bool, tmp_path: Path) -> None:
    cell = f"<w:tr><w:tc>{paragraph()}</w:tc></w:tr>"
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="{look}"/></w:tblPr>'
        f"<w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>{cell * 2}</w:tbl>"
    )
    document = read(tmp_path, table, TABLE_STYLE)
    head, row = (one.runs[0] for one in paragraphs(document.sections[0].blocks))
    assert (head.bold, row.bold) == (bold, False)
    (block,) = document.sections[0].blocks
    assert isinstance(block, FormattedTable)
    assert block.rows[0][0].width == pytest.approx(100 - 10.8)


def test_a_merged_cell_is_listed_where_it_begins(tmp_path: Path) -> None:
    def cell(properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph()}</w:tc>"

    wide, merged = cell("<w:gridSpan w:val='2'/>"), cell("<w:vMerge w:val='restart'/>")
    grid = "<w:gridCol w:w='1000'/>" * 3
    table = (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{wide}{merged}</w:tr>"
        f"<w:tr>{cell('')}{cell('')}{cell('<w:vMerge/>')}</w:tr></w:tbl>"
    )
    (block,) = read(tmp_path, table).sections[0].blocks
    assert isinstance(block, FormattedTable)
    assert [[(c.column, c.columns) for c in row] for row in block.rows] == [
        [(0, 2), (2, 1)],
        [(0, 1), (1, 1)],
    ]


def drawn(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


ANCHOR = (
    '<w:drawing><wp:anchor><wp:positionH relativeFrom="{frm}"><wp:posOffset>{left}</wp:posOffset>'
    '</wp:positionH><wp:extent cx="{cx}" cy="{cy}"/>{inner}</wp:anchor></w:drawing>'
)
SHAPE = "<wps:wsp><wps:spPr><a:ln><a:prstDash val='{dash}'/></a:ln></wps:spPr></wps:wsp>"
LINES = [
    ("DrawingML", ANCHOR.format(frm="column", left=127000, cx=1270000, cy=0,
     inner=SHAPE.format(dash="solid")), [(100, 10, False, True)]),
    ("dashed, placed on the page", ANCHOR.format(frm="page", left=0, cx=1270000, cy=635,
     inner=SHAPE.format(dash="dash")), [(100, 0, True, False)]),
    ("a picture is no line", ANCHOR.format(frm="column", left=0, cx=1270000, cy=900000, inner=""),
     []),
    ("the newer of two alternatives", "<mc:AlternateContent><mc:Choice>" + ANCHOR.format(
     frm="column", left=0, cx=1270000, cy=0, inner="") + "</mc:Choice><mc:Fallback><w:pict>"
     "<v:line from='0,0' to='9pt,0'/></w:pict></mc:Fallback></mc:AlternateContent>",
     [(100, 0, False, True)]),
    ("VML", "<w:pict><v:line style='position:absolute' from='77pt,.5pt' to='203pt,.5pt'/></w:pict>",
     [(126, 77, False, True)]),
    ("VML connector", "<w:pict><v:shape type='#_x0000_t32' "
     "style='position:absolute;margin-left:36pt;width:72pt;height:0'/></w:pict>",
     [(72, 36, False, True)]),
    ("VML group", "<w:pict><v:group style='width:200pt;height:0;margin-left:10pt' "
     "coordsize='4000,0'><v:line from='0,0' to='2000,0'/></v:group></w:pict>",
     [(100, 10, False, True)]),
    ("a group of shapes", ANCHOR.format(frm="column", left=0, cx=2540000, cy=500000, inner=
     "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:chOff x='0' y='0'/><a:chExt cx='5080000' cy='1000000'/>"
     "</a:xfrm></wpg:grpSpPr><wps:wsp><wps:spPr><a:xfrm><a:off x='2540000' y='0'/>"
     "<a:ext cx='2540000' cy='0'/></a:xfrm></wps:spPr></wps:wsp></wpg:wgp>"),
     [(100, 100, False, True)]),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "wanted"), [row[1:] for row in LINES],
                         ids=[row[0] for row in LINES])  # fmt: skip
def test_drawn_lines_are_measured(
    inner: str, wanted: list[tuple[float, float, bool, bool]], tmp_path: Path
) -> None:
    lines = first(read(tmp_path, drawn(inner))).lines
    found = [(line.width, line.left, line.from_page, line.solid) for line in lines]
    assert found == [pytest.approx(one) for one in wanted]


def test_the_text_of_a_text_box_belongs_to_its_paragraph(tmp_path: Path) -> None:
    box = (
        "<w:drawing><wp:anchor><wp:extent cx='900000' cy='900000'/>"
        f"<wps:txbx><w:txbxContent>{paragraph(words='KHẨN')}</w:txbxContent></wps:txbx>"
        "</wp:anchor></w:drawing>"
    )
    (boxed,) = first(read(tmp_path, drawn(box))).boxes
    assert isinstance(boxed, FormattedParagraph)
    assert boxed.text == "KHẨN"


def test_text_boxes_inside_text_boxes_are_read_once(tmp_path: Path) -> None:
    body = paragraph(words="KHẨN")
    for _ in range(30):
        body = drawn(f"<w:pict><w:txbxContent>{body}</w:txbxContent></w:pict>")
    (section,) = read(tmp_path, body).sections
    assert [p.text for p in paragraphs(section.blocks)].count("KHẨN") == 1


@pytest.mark.parametrize("value", ["nan", "-inf", "1e400", "1e-320", "-5", "9" * 400, "²", ""])
def test_figures_that_measure_nothing_do_no_harm(value: str, tmp_path: Path) -> None:
    lengths = (
        f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:before="{value}" w:line="{value}"/><w:ind w:left="{value}"/>'
    )
    colour = f'<w:color w:themeColor="accent1" w:themeTint="{value}" w:themeShade="FFFF"/>'
    line = ANCHOR.format(frm="column", left=value, cx=value, cy=0, inner="")
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr>{paragraph()}</w:tc>'
    table = f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{value}"/></w:trPr>{cell}</w:tr></w:tbl>'
    section = f'<w:sectPr><w:pgSz w:w="{value}"/><w:pgNumType w:start="{value}"/></w:sectPr>'
    look = f'{colour}<w:sz w:val="{value}"/>'
    document = read(tmp_path, paragraph(lengths, look) + drawn(line) + table + section)
    assert [p.text for p in paragraphs(document.sections[0].blocks)] == ["Chữ", "", "Chữ"]


MARK = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
CODE = "<w:r><w:rPr><w:sz w:val='26'/></w:rPr><w:instrText>{}</w:instrText></w:r>"
FIELDS = [
    "<w:fldSimple w:instr=' PAGE '><w:r><w:rPr><w:sz w:val='26'/></w:rPr><w:t>2</w:t></w:r>"
    "</w:fldSimple>",
    MARK.format("begin") + CODE.format(" PAGE ") + MARK.format("separate")
    + "<w:r><w:rPr><w:sz w:val='26'/></w:rPr><w:t>2</w:t></w:r>" + MARK.format("end"),
    MARK.format("begin") + CODE.format(" PAGE ") + MARK.format("end"),
]  # fmt: skip


@pytest.mark.parametrize("inner", FIELDS, ids=["simple", "updated", "never updated"])
def test_a_field_is_a_run_with_its_code(inner: str, tmp_path: Path) -> None:
    header = f"<w:sdt><w:sdtContent><w:p>{inner}</w:p></w:sdtContent></w:sdt>"
    body = "<w:p/><w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr>"
    (section,) = read(tmp_path, body, header=header).sections
    (shown,) = next(paragraphs(section.headers["default"])).runs
    assert (shown.field, shown.size) == ("PAGE", 13)


def test_a_section_takes_over_the_header_of_the_one_before(tmp_path: Path) -> None:
    body = (
        "<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='header'/><w:titlePg/>"
        "</w:sectPr></w:pPr></w:p><w:p/><w:sectPr><w:pgSz w:w='16838' w:h='11906'/>"
        "<w:pgMar w:top='1134' w:left='1701' w:right='850' w:bottom='1134' w:gutter='284'/>"
        "<w:pgNumType w:start='1' w:fmt='upperRoman'/></w:sectPr>"
    )
    one, other = read(tmp_path, body, header=paragraph(words="2")).sections
    assert one.title_page
    assert other.headers == one.headers != {}
    assert other.landscape
    assert other.margins_mm["left"] == pytest.approx(35, abs=0.1)
    assert (other.first_number, other.number_format) == (1, "upperRoman")


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("<w:p><w:r><w:br w:type='page'/><w:t>Phụ lục</w:t></w:r></w:p>", True, False),
        ("<w:p><w:r><w:t>Hết</w:t><w:br w:type='page'/></w:r></w:p>", False, True),
        (paragraph("<w:pageBreakBefore/>"), True, False),
    ],
)
def test_page_breaks(body: str, before: bool, after: bool, tmp_path: Path) -> None:
    shown = first(read(tmp_path, body))
    assert (shown.breaks_before, shown.breaks_after) == (before, after)


def test_a_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "vb.docx", "w") as package:
        package.writestr("_rels/.rels", links(("officeDocument", "xl/workbook.xml")))
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(RefusedInput, match="Word"):
        read_formatting(tmp_path / "vb.docx")
