"""What a Word file says, read as Word prints it."""

import time
import unicodedata

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.grid import SourceParagraph, SourceTable
from cchc_desktop.office.reader import read_office_file


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, properties=""):
    inner = "".join(run(part) if not part.startswith("<") else part for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*content, properties=""):
    inner = "".join(
        paragraph(part) if not part.startswith(("<w:p>", "<w:tbl", "<w:sdt")) else part
        for part in content
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def row(*cells, properties=""):
    inner = "".join(part if part.startswith("<") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows, widths=()):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def grid(source):
    """The cells of a table as (row, column, rows, columns, text)."""
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in source.cells]


@pytest.fixture
def read(write_word):
    """A function body XML -> SourceFile."""
    return lambda body, **others: read_office_file(write_word(body, **others))


@pytest.fixture
def read_table(read):
    """A function rows -> the only table of such a file."""

    def only_table(*rows, **others):
        (block,) = read(table(*rows, **others)).blocks
        return block

    return only_table


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, FIELD_END = map(FIELD.format, ("begin", "separate", "end"))
INSTRUCTION = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    "<w:r><mc:AlternateContent>"
    "<mc:Choice Requires='wps'><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:br w:type="page"/><w:t>sau trang</w:t></w:r>', "sau trang"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t>30</w:t><w:noBreakHyphen/><w:t>6</w:t></w:r>", "30-6"),
        ("<w:r><w:t>kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r>", "kếhoạch"),
        ("<w:r><w:t>a\xa0b\u2009c\u3000d</w:t></w:r>", "a b c d"),
        ("<w:r><w:t>\ufeffa\u200bb\u00adc\u200e</w:t></w:r>", "abc"),
        ("<w:r><w:t>Quý\u2011IV\u2028nữa</w:t></w:r>", "Quý-IV\nnữa"),
        ("<w:r><w:t>dòng một\n  dòng hai</w:t></w:r>", "dòng một   dòng hai"),
        ("<w:r><w:t>\uf0b7 Rà soát \uf0b3 95%</w:t></w:r>", "• Rà soát ≥ 95%"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95%</w:t></w:r>', "≥ 95%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t> a</w:t></w:r>', "➢ a"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t> a</w:t></w:r>', "- a"),
        ('<w:r><w:sym w:char="xyz"/><w:sym/><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:t>trước<!-- chú -->sau</w:t></w:r>", "trướcsau"),
        ('<w:hyperlink r:id="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>', "liên kết"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>5/6</w:t></w:r></w:fldSimple>', "5/6"),
        (f"{BEGIN}{INSTRUCTION}{SEPARATE}{run('7')}{FIELD_END}{run(' trang')}", "7 trang"),
        (f"{BEGIN}{run('IF ')}{BEGIN}{run('A')}{SEPARATE}{run('1')}{FIELD_END}{run(' x')}"
         f"{SEPARATE}{run('đúng')}{FIELD_END}", "đúng"),
        (f"{BEGIN}{INSTRUCTION}{FIELD_END}{run('a')}", "a"),
        (f"{BEGIN}{run('chữ không mất')}", "chữ không mất"),
        (f"{run('a')}{FIELD_END}{SEPARATE}{run('b')}", "ab"),
        ("<w:smartTag><w:customXml><w:r><w:t>a</w:t></w:r></w:customXml></w:smartTag>", "a"),
        ("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>"
         f"{run('a')}</w:sdtContent></w:sdt>", "a"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
         f"{run('Bấm để nhập')}</w:sdtContent></w:sdt>{run('b')}", "b"),
        (f"{run('hiện')}{run('ẩn', '<w:vanish/>')}", "hiện"),
        (run('hiện') + run(' nữa', '<w:vanish w:val="0"/>'), "hiện nữa"),
        (f"{run('ẩn', '<w:vanish/>')}<w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ("<m:oMath><m:r><m:t>x≥2</m:t></m:r></m:oMath>", "x≥2"),
        ("<w:ruby><w:rt><w:r><w:t>chú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r>"
         "</w:rubyBase></w:ruby>", "a"),
        (f"<w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
         "thêm"),
        (f"<w:del>{run('bỏ')}</w:del><w:moveFrom>{run('đi')}</w:moveFrom>"
         f"<w:moveTo>{run('đến')}</w:moveTo>", "đến"),
        (f"<w:ins><w:del>{run('bỏ')}</w:del>{run('giữ')}</w:ins>", "giữ"),
        ("<w:r><w:t>a</w:t><w:footnoteReference w:id='2'/></w:r>", "a"),
        (SHAPE.format(BOX.format("")) + run("a"), "a"),
    ],
)  # fmt: skip
def test_content_of_a_paragraph(read, content, text):
    (block,) = read(paragraph(content)).blocks
    assert block.text == text


def test_tab_stops_are_no_tabs(read):
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert read(paragraph("a", properties=stops)).blocks[0].text == "a"


def test_text_is_nfc(read):
    decomposed = unicodedata.normalize("NFD", "Thủ tục hành chính")
    assert read(paragraph(decomposed)).blocks[0].text == "Thủ tục hành chính"


def test_blank_paragraphs_are_left_out(read):
    source = read(paragraph() + paragraph(" \xa0\u200b ") + paragraph("a") + "<w:p/><w:sectPr/>")
    assert [block.text for block in source.blocks] == ["a"]


def test_wrapped_blocks_stay_in_order(read):
    body = (
        paragraph("1")
        + f"<w:sdt><w:sdtContent>{paragraph('2')}{table(row('3'))}</w:sdtContent></w:sdt>"
        + f"<w:customXml>{paragraph('4')}</w:customXml>"
        + paragraph("5")
    )
    blocks = read(body).blocks
    assert [b.cells[0].text if isinstance(b, SourceTable) else b.text for b in blocks] == [
        "1", "2", "3", "4", "5",
    ]  # fmt: skip


def test_looks_directly_and_through_styles(read):
    styles = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>
        <w:i w:val="0"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="N"/>
        <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>
        <w:rPr><w:i/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="u2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="M"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="O"><w:basedOn w:val="O"/></w:style>
      <w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="T"><w:basedOn w:val="S"/>
        <w:rPr><w:b w:val="0"/></w:rPr></w:style>"""
    style = '<w:pStyle w:val="{}"/>'.format
    bold, plain, strong = "<w:b/>", '<w:b w:val="false"/>', '<w:rStyle w:val="S"/>'
    body = "".join(
        (
            paragraph("plain"),
            paragraph("A", properties=style("A")),
            paragraph("B", properties=style("B")),
            paragraph(run("not bold", plain), properties=style("A") + '<w:jc w:val="both"/>'),
            paragraph(run("bold", bold), run(" ", plain), run("bold", strong)),
            paragraph(run("half", bold), run("half")),
            paragraph(run("off", '<w:rStyle w:val="T"/>'), properties=style("A")),
            paragraph(run("hidden", '<w:rStyle w:val="H"/>'), "seen"),
            paragraph("two", properties=style("u2")),
            paragraph("one", properties=style("M")),
            paragraph("direct", properties='<w:outlineLvl w:val="3"/>'),
            paragraph("body", properties=style("M") + '<w:outlineLvl w:val="9"/>'),
            paragraph("circle", properties=style("O")),
            paragraph("unknown", properties=style("none")),
            paragraph("mark only", properties="<w:rPr><w:b/></w:rPr>"),
        )
    )
    looks = [
        (p.text, p.bold, p.italic, p.centred, p.heading) for p in read(body, styles=styles).blocks
    ]
    assert looks == [
        ("plain", False, False, False, 0),
        ("A", True, False, True, 0),
        ("B", True, True, True, 0),
        ("not bold", False, False, False, 0),
        ("bold bold", True, False, False, 0),
        ("halfhalf", False, False, False, 0),
        ("off", False, False, True, 0),
        ("seen", False, False, False, 0),
        ("two", False, True, False, 2),
        ("one", False, True, False, 1),
        ("direct", False, False, False, 4),
        ("body", False, True, False, 0),
        ("circle", False, True, False, 0),
        ("unknown", False, False, False, 0),
        ("mark only", False, False, False, 0),
    ]


def test_tracked_changes_are_accepted_and_noted(read):
    gone, new = "<w:del w:id='1'/>", "<w:ins w:id='1'/>"
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        paragraph("Nửa đầu ", properties=mark + "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")
        + paragraph("nửa giữa ", properties=mark)
        + paragraph("nửa sau", properties='<w:jc w:val="center"/>')
        + table(
            row("bỏ", "bỏ", properties=gone),
            row("giữ", "thêm", properties=new),
            row(cell("bỏ ô", properties="<w:cellDel/>"), "còn"),
        )
        + paragraph("cuối", properties=mark)
        + table(row("cả bảng", properties=gone))
    )
    source = read(body)
    first, kept, last = source.blocks
    assert (first.text, first.centred) == ("Nửa đầu nửa giữa nửa sau", True)
    assert [text for *_, text in grid(kept)] == ["giữ", "thêm", "còn"]
    assert kept.height == 2
    assert last.text == "cuối"
    assert len(source.notes) == 1
    assert "Track Changes" in source.notes[0]
    assert not read(paragraph("không đổi")).notes


def test_a_former_look_is_no_look(read):
    change = '<w:pPrChange><w:pPr><w:jc w:val="center"/><w:pStyle w:val="x"/></w:pPr></w:pPrChange>'
    former = "<w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>"
    (block,) = read(paragraph(run("chữ", former), properties=change)).blocks
    assert (block.text, block.bold, block.centred) == ("chữ", False, False)


def test_a_long_deletion_is_quick(write_word):
    mark = "<w:rPr><w:del/></w:rPr>"
    gone = paragraph(f"<w:del>{run('bỏ') * 20}</w:del>", properties=mark) * 3_000
    began = time.perf_counter()
    (block,) = read_office_file(write_word(gone + paragraph("còn"))).blocks
    assert block.text == "còn"
    assert time.perf_counter() - began < 5


def test_text_boxes_come_once_after_their_anchor(read):
    inner = SHAPE.format(BOX.format(paragraph("trong cùng")))
    box = SHAPE.format(BOX.format(paragraph("hộp") + paragraph(inner) + table(row("ô hộp"))))
    source = read(paragraph("trước ", box, "sau") + table(row(cell(paragraph("ô", box)))))
    anchor, boxed, innermost, boxed_table, outer = source.blocks
    assert (anchor.text, anchor.part) == ("trước sau", "body")
    assert (boxed.text, boxed.part) == ("hộp", "textbox")
    assert (innermost.text, innermost.part) == ("trong cùng", "textbox")
    assert (boxed_table.cells[0].text, boxed_table.part) == ("ô hộp", "textbox")
    assert [p.text for p in outer.cells[0].paragraphs] == ["ô", "hộp", "trong cùng"]
    assert outer.cells[0].nested[0].cells[0].text == "ô hộp"


def test_headers_and_footers_that_are_printed(read):
    def section(kind, name, first=""):
        return f'<w:sectPr><w:{kind}Reference w:type="{{}}" r:id="{name}"/>{first}</w:sectPr>'

    body = (
        paragraph("a", properties=section("header", "header1").format("default"))
        + paragraph("b", properties=section("header", "header1").format("default"))
        + paragraph("c", properties=section("header", "header2", "<w:titlePg/>").format("first"))
        + paragraph("d", properties=section("header", "header3").format("first"))
        + section("footer", "footer1").format("default")
    )
    margins = {
        "header1": paragraph("đầu"),
        "header2": paragraph("đầu trang nhất") + table(row("cơ quan")),
        "header3": paragraph("không in"),
        "footer1": paragraph("chân"),
    }
    blocks = read(body, margins=margins).blocks
    assert [(b.part, getattr(b, "text", "bảng")) for b in blocks] == [
        ("header", "đầu"), ("header", "đầu trang nhất"), ("header", "bảng"),
        ("body", "a"), ("body", "b"), ("body", "c"), ("body", "d"), ("footer", "chân"),
    ]  # fmt: skip


def test_merged_cells(read_table):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    source = read_table(
        row(cell("A", properties=restart), cell("B", properties=wide)),
        row(cell("", properties=goes_on), cell("C"), cell("D", properties=restart)),
        row(
            cell("", properties='<w:vMerge w:val="continue"/>'), cell("E"), cell(properties=goes_on)
        ),
        row(cell("F"), cell(properties=wide + restart)),
        row(cell(properties=goes_on), cell("G", properties=goes_on + wide)),
    )
    assert (source.height, source.width) == (5, 3)
    assert grid(source) == [
        (0, 0, 3, 1, "A"), (0, 1, 1, 2, "B"),
        (1, 1, 1, 1, "C"), (1, 2, 2, 1, "D"),
        (2, 1, 1, 1, "E"),
        (3, 0, 1, 1, "F"), (3, 1, 2, 2, ""),
        (4, 0, 1, 1, ""),
    ]  # fmt: skip


def test_a_merge_that_fits_nothing_above_is_a_cell_of_its_own(read_table):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    source = read_table(
        row(cell("đầu trang", properties=goes_on), cell("a", properties=restart), cell("x")),
        row(cell("b"), cell("rộng hơn", properties=goes_on + wide)),
        row(cell("c"), cell("", properties=wide)),
        row(cell("d"), cell("sau ô thường", properties=goes_on), cell("y")),
    )
    texts = {(r, c): text for r, c, _, _, text in grid(source)}
    assert texts[0, 0] == "đầu trang"
    assert texts[1, 1] == "rộng hơn"
    assert texts[3, 1] == "sau ô thường"
    assert all(rows == 1 for _, _, rows, _, _ in grid(source))


def test_text_under_a_merged_cell_is_not_printed_but_noted(read):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    source = read(table(row(cell("a", properties=restart)), row(cell("khuất", properties=goes_on))))
    assert grid(source.blocks[0]) == [(0, 0, 2, 1, "a")]
    assert "gộp dọc" in source.notes[0]


def test_horizontal_merges_of_old_files(read_table):
    source = read_table(
        row(
            cell("A", properties='<w:hMerge w:val="restart"/>'),
            cell("", properties="<w:hMerge/>"),
            "B",
        ),
        row(cell("C", properties="<w:hMerge/>"), "D", "E"),
    )
    assert grid(source) == [
        (0, 0, 1, 2, "A"), (0, 2, 1, 1, "B"),
        (1, 0, 1, 1, "C"), (1, 1, 1, 1, "D"), (1, 2, 1, 1, "E"),
    ]  # fmt: skip


def test_rows_that_begin_late_or_lack_cells(read_table):
    source = read_table(
        row("a", "b", "c"),
        row("d", "e", properties='<w:gridBefore w:val="1"/>'),
        row("f"),
        row("g", properties='<w:gridAfter w:val="2"/>'),
        "<w:tr/>",
    )
    assert (source.height, source.width) == (5, 3)
    assert [(r, c, text) for r, c, _, _, text in grid(source)][3:] == [
        (1, 1, "d"), (1, 2, "e"), (2, 0, "f"), (3, 0, "g"),
    ]  # fmt: skip


def test_cells_and_rows_out_of_place(read):
    source = read(cell("lạc") + row("lạc") + table(cell("không hàng"), row("a", "b")))
    assert [b.text for b in source.blocks[:-1]] == ["lạc", "lạc"]
    assert [(r, text) for r, *_, text in grid(source.blocks[-1])] == [
        (0, "không hàng"), (1, "a"), (1, "b"),
    ]  # fmt: skip


@pytest.mark.parametrize("span", ["0", "-3", "999999999", "x", ""])
def test_senseless_spans(read_table, span):
    source = read_table(row(cell("a", properties=f'<w:gridSpan w:val="{span}"/>'), "b"))
    assert [text for *_, text in grid(source)] == ["a", "b"]
    assert source.width <= 100


def test_wrapped_rows_cells_and_runs(read_table):
    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    wrapped_run = f"<w:p><w:customXml>{control(run('e'))}</w:customXml></w:p>"
    source = read_table(
        control(row(control(cell("a")), cell(control(paragraph("b"))))),
        f"<w:customXml>{row('c', 'd')}</w:customXml>",
        f"<w:ins>{row(cell(wrapped_run), 'f')}</w:ins>",
    )
    assert [(r, c, text) for r, c, _, _, text in grid(source)] == [
        (0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d"), (2, 0, "e"), (2, 1, "f"),
    ]  # fmt: skip


def test_nested_tables_are_kept_in_their_cell(read_table):
    deep = table(row(cell(table(row("trong cùng")))))
    source = read_table(row(cell("trước", table(row("1", "2")), "sau", deep), "bên"))
    outer, beside = source.cells
    assert outer.text == "trước\nsau"
    first, second = outer.nested
    assert grid(first) == [(0, 0, 1, 1, "1"), (0, 1, 1, 1, "2")]
    assert second.cells[0].nested[0].cells[0].text == "trong cùng"
    assert (beside.column, beside.text) == (1, "bên")


def test_deep_nesting_is_read_or_refused(read):
    def nested(depth):
        return table(row(cell(nested(depth - 1)))) if depth else paragraph("đáy")

    source = read(nested(60)).blocks[0]
    for _ in range(59):
        source = source.cells[0].nested[0]
    assert source.cells[0].text == "đáy"
    with pytest.raises(RefusedInput, match="hỏng"):
        read(nested(300))


def test_cell_paragraphs_and_bold(read_table):
    source = read_table(
        row(
            cell(paragraph("- một"), paragraph(), paragraph("- hai<w:br/>")),
            cell(paragraph(run("đậm", "<w:b/>")), paragraph(run("cả", "<w:b/>"))),
            cell(paragraph(run("đậm", "<w:b/>")), paragraph("thường")),
            cell(),
        )
    )
    assert source.cells[0].text == "- một\n- hai"
    assert [c.bold for c in source.cells] == [False, True, False, False]
    assert source.cells[3].paragraphs == ()


def test_head_rows_and_hidden_rows(read_table):
    source = read_table(
        row("a", properties="<w:tblHeader/>"),
        row("b", properties='<w:tblHeader w:val="0"/>'),
        row("c", properties="<w:hidden/>"),
    )
    assert source.head_rows == {0}
    assert source.hidden_rows == {2}


def test_borders_dragged_a_little_make_no_columns(read_table):
    two, three = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
    source = read_table(
        row(cell("STT", properties=two), "Nhiệm vụ", "Thời gian"),
        row("1", cell("Rà soát", properties=two), "Quý I"),
        row(cell("I. Thể chế", properties=three), ""),
        widths=(700, 60, 5000, 1500),
    )
    assert source.width == 3
    assert grid(source) == [
        (0, 0, 1, 1, "STT"), (0, 1, 1, 1, "Nhiệm vụ"), (0, 2, 1, 1, "Thời gian"),
        (1, 0, 1, 1, "1"), (1, 1, 1, 1, "Rà soát"), (1, 2, 1, 1, "Quý I"),
        (2, 0, 1, 2, "I. Thể chế"), (2, 2, 1, 1, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("widths", [(50, 50, 50), (0, 0, 0), (900, 90, 900), (900, 900), ()])
def test_narrow_columns_that_hold_cells_stay(read_table, widths):
    source = read_table(row("a", "b", "c"), row("d", "e", "f"), widths=widths)
    assert [(c.row, c.column) for c in source.cells] == [(r, c) for r in (0, 1) for c in (0, 1, 2)]


def test_a_file_of_python_docx(tmp_path):
    document = docx.Document()
    document.add_heading("Mục tiêu", 1)
    document.add_paragraph("KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("gạch", style="List Bullet")
    document.add_paragraph("số", style="List Number")
    made = document.add_table(3, 3)
    made.cell(0, 0).merge(made.cell(1, 1)).text = "gộp"
    made.cell(2, 2).text = "cuối"
    made.rows[0]._tr.get_or_add_trPr().append(made._tbl.makeelement(qn("w:tblHeader")))
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.save(tmp_path / "a.docx")
    head, heading, title, bullet, number, read = read_office_file(tmp_path / "a.docx").blocks
    assert (head.text, head.part) == ("đầu trang", "header")
    assert heading == SourceParagraph("Mục tiêu", bold=True, heading=1)
    assert (title.text, title.centred) == ("KẾ HOẠCH", True)
    assert (bullet.full_text, number.full_text) == ("- gạch", "1. số")
    assert [entry for entry in grid(read) if entry[-1]] == [
        (0, 0, 2, 2, "gộp"), (2, 2, 1, 1, "cuối"),
    ]  # fmt: skip
    assert read.head_rows == {0}


def test_embedded_foreign_content_is_noted(read):
    assert "altChunk" in read(paragraph("a") + '<w:altChunk r:id="x"/>').notes[0]


@pytest.mark.parametrize(
    ("name", "shape", "paragraphs"),
    [("binhdinh2020_plan.docx", (21, 6), 42), ("dongnai2024_sample.docx", (15, 7), 2)],
)
def test_real_documents(shared_data, name, shape, paragraphs):
    source = read_office_file(shared_data / name)
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    largest = max(tables, key=lambda block: block.height)
    assert (largest.height, largest.width) == shape
    assert sum(isinstance(block, SourceParagraph) for block in source.blocks) == paragraphs
    assert not source.notes
    covered = sum(c.rows * c.columns for c in largest.cells)
    assert covered == largest.height * largest.width


def test_five_thousand_rows_in_seconds(write_word):
    rows = "".join(row(str(n), *("Rà soát thủ tục hành chính",) * 6) for n in range(5_000))
    path = write_word(table(rows))
    began = time.perf_counter()
    (source,) = read_office_file(path).blocks
    assert (source.height, source.width, len(source.cells)) == (5_000, 7, 35_000)
    assert time.perf_counter() - began < 5
