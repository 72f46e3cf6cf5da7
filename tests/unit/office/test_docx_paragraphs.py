"""What the paragraphs of a Word file say and look like."""

import unicodedata

import pytest

run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
hidden_run = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>".format
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, FIELD_END = map(FIELD.format, ("begin", "separate", "end"))
INSTRUCTION = "<w:r><w:instrText> PAGE </w:instrText></w:r>"


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
        (f"{run('hiện')}{hidden_run('ẩn')}", "hiện"),
        (f"{run('hiện')}<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> nữa</w:t></w:r>",
         "hiện nữa"),
        (f"{hidden_run('ẩn')}<w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ("<m:oMath><m:r><m:t>x≥2</m:t></m:r></m:oMath>", "x≥2"),
        ("<w:ruby><w:rt><w:r><w:t>chú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r>"
         "</w:rubyBase></w:ruby>", "a"),
        (f"<w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
         "thêm"),
        (f"<w:del>{run('bỏ')}</w:del><w:moveFrom>{run('đi')}</w:moveFrom>"
         f"<w:moveTo>{run('đến')}</w:moveTo>", "đến"),
        (f"<w:ins><w:del>{run('bỏ')}</w:del>{run('giữ')}</w:ins>", "giữ"),
        ("<w:r><w:t>a</w:t><w:footnoteReference w:id='2'/></w:r>", "a"),
    ],
)  # fmt: skip
def test_content_of_a_paragraph(read_word, w, content, text):
    (block,) = read_word(w.paragraph(content)).blocks
    assert block.text == text


def test_tab_stops_are_no_tabs(read_word, w):
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert read_word(w.paragraph("a", properties=stops)).blocks[0].text == "a"


def test_text_is_nfc(read_word, w):
    decomposed = unicodedata.normalize("NFD", "Thủ tục hành chính")
    assert read_word(w.paragraph(decomposed)).blocks[0].text == "Thủ tục hành chính"


def test_blank_paragraphs_are_left_out(read_word, w):
    source = read_word(
        w.paragraph() + w.paragraph(" \xa0\u200b ") + w.paragraph("a") + "<w:p/><w:sectPr/>"
    )
    assert [block.text for block in source.blocks] == ["a"]


@pytest.mark.parametrize("style", ["", "none", "look", "unseen", "list"])
@pytest.mark.parametrize("text", ["Quý  I", " a\nb ", "tờ\xa0trình\u200b", "e\u0301", "\u200b", ""])
def test_a_plain_paragraph_reads_as_any_other(read_word, w, style, text):
    styles = """
      <w:style w:type="paragraph" w:styleId="look"><w:name w:val="heading 2"/>
        <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="unseen"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
        </w:pPr></w:style>"""
    numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="+"/>
      <w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    plain = w.paragraph(run(text), properties=named)
    other = w.paragraph(run(text), "<w:r><w:br/></w:r>", properties=named)
    source = read_word(f"{plain * 2}{other}", styles=styles, numbering=numbering)
    assert len(source.blocks) in (0, 3)
    assert len(set(source.blocks)) <= 1


def test_looks_directly_and_through_styles(read_word, w):
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
            w.paragraph("plain"),
            w.paragraph("A", properties=style("A")),
            w.paragraph("B", properties=style("B")),
            w.paragraph(w.run("not bold", plain), properties=style("A") + '<w:jc w:val="both"/>'),
            w.paragraph(w.run("bold", bold), w.run(" ", plain), w.run("bold", strong)),
            w.paragraph(w.run("half", bold), w.run("half")),
            w.paragraph(w.run("off", '<w:rStyle w:val="T"/>'), properties=style("A")),
            w.paragraph(w.run("hidden", '<w:rStyle w:val="H"/>'), "seen"),
            w.paragraph("two", properties=style("u2")),
            w.paragraph("one", properties=style("M")),
            w.paragraph("direct", properties='<w:outlineLvl w:val="3"/>'),
            w.paragraph("body", properties=style("M") + '<w:outlineLvl w:val="9"/>'),
            w.paragraph("circle", properties=style("O")),
            w.paragraph("unknown", properties=style("none")),
            w.paragraph("mark only", properties="<w:rPr><w:b/></w:rPr>"),
        )
    )
    looks = [
        (p.text, p.bold, p.italic, p.centred, p.heading)
        for p in read_word(body, styles=styles).blocks
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


def test_a_former_look_is_no_look(read_word, w):
    change = '<w:pPrChange><w:pPr><w:jc w:val="center"/><w:pStyle w:val="x"/></w:pPr></w:pPrChange>'
    former = "<w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>"
    (block,) = read_word(w.paragraph(w.run("chữ", former), properties=change)).blocks
    assert (block.text, block.bold, block.centred) == ("chữ", False, False)
