"""Word's automatic numbers, as Word prints them."""

import pytest

from cchc_desktop.office.reader import read_office_file


def level(depth, form, pattern, inner="", start=1):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{inner}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(number, *levels):
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number, of, inner=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def item(number="1", depth=None, text="x", style=""):
    ilvl = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    properties = f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def numbers(write_word):
    """A function (body, numbering, styles) -> the printed number of each paragraph."""

    def printed(body, numbering, styles=""):
        source = read_office_file(write_word(body, numbering=numbering, styles=styles))
        return [block.number for block in source.blocks]

    return printed


OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3"),
    level(3, "lowerLetter", "%4)"),
)


@pytest.mark.parametrize(
    ("form", "pattern", "start", "printed"),
    [
        ("decimal", "%1.", 1, ["1.", "2.", "3."]),
        ("decimal", "Điều %1.", 9, ["Điều 9.", "Điều 10.", "Điều 11."]),
        ("decimalZero", "%1", 9, ["09", "10", "11"]),
        ("upperRoman", "%1.", 3, ["III.", "IV.", "V."]),
        ("lowerRoman", "(%1)", 8, ["(viii)", "(ix)", "(x)"]),
        ("upperRoman", "%1", 3999, ["MMMCMXCIX", "4000", "4001"]),
        ("upperLetter", "%1.", 25, ["Y.", "Z.", "AA."]),
        ("lowerLetter", "%1)", 26, ["z)", "aa)", "bb)"]),
        ("lowerLetter", "%1)", 0, ["0)", "a)", "b)"]),
        ("none", "", 1, ["", "", ""]),
        ("none", "%1", 1, ["", "", ""]),
        ("bullet", "\uf0b7", 1, ["-", "-", "-"]),
        ("bullet", "-", 1, ["-", "-", "-"]),
        ("bullet", "o", 1, ["-", "-", "-"]),
        ("bullet", "+", 1, ["+", "+", "+"]),
        ("chicago", "%1.", 1, ["1.", "2.", "3."]),
        ("decimal", "\uf0a7%1", 1, ["▪1", "▪2", "▪3"]),
        ("decimal", "100%", 1, ["100%", "100%", "100%"]),
    ],
)
def test_formats(numbers, form, pattern, start, printed):
    numbering = abstract(0, level(0, form, pattern, start=start)) + num(1, 0)
    assert numbers(item() * 3, numbering) == printed


def test_levels_count_and_restart(numbers):
    depths = (0, 1, 2, 2, 1, 2, 3, 3, 0, 1, 2, 3)
    body = "".join(item(depth=depth) for depth in depths)
    assert numbers(body, OUTLINE + num(1, 0)) == [
        "I.", "1.", "1.1", "1.2", "2.", "2.1", "a)", "b)", "II.", "1.", "1.1", "a)",
    ]  # fmt: skip


def test_a_level_above_that_never_came_shows_its_start(numbers):
    assert numbers(item(depth=2) + item(depth=1), OUTLINE + num(1, 0)) == ["1.1", "1."]


def test_legal_numbers(numbers):
    numbering = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)
    assert numbers(item(depth=0) * 4 + item(depth=1), numbering)[-2:] == ["IV.", "4.1"]


def test_levels_that_do_not_restart(numbers):
    numbering = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    body = "".join(item(depth=depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert numbers(body, numbering) == ["I.", "1.", "a)", "2.", "b)", "II.", "3.", "a)"]


def test_lists_over_one_definition_count_together(numbers):
    numbering = OUTLINE + num(1, 0) + num(2, 0)
    body = item("1", 0) + item("2", 0) + item("1", 0)
    assert numbers(body, numbering) == ["I.", "II.", "III."]


def test_a_list_that_starts_anew(numbers):
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = OUTLINE + num(1, 0) + num(2, 0, anew.format(1)) + num(3, 0, anew.format(5))
    body = item("1", 0) * 2 + item("2", 0) * 2 + item("3", 0) + item("2", 0)
    assert numbers(body, numbering) == ["I.", "II.", "I.", "II.", "V.", "VI."]


def test_a_list_with_a_level_of_its_own(numbers):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)", start=3)}</w:lvlOverride>'
    numbering = OUTLINE + num(1, 0) + num(2, 0, own)
    assert numbers(item("2", 0), numbering) == ["c)"]


def test_numbers_through_styles(numbers):
    styles = """
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>
        <w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr>
        <w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H3"><w:pPr><w:numPr>
        <w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="H1"/><w:pPr><w:numPr>
        <w:numId w:val="0"/></w:numPr></w:pPr></w:style>"""
    linked = abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)", '<w:pStyle w:val="H3"/>'),
    )
    body = (
        item("", style="H1")
        + item("", style="H2") * 2
        + item("", style="H3") * 2
        + item("0", style="H1")
        + item("", style="off")
        + "<w:p><w:pPr><w:pStyle w:val='H1'/><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr>"
        "<w:r><w:t>x</w:t></w:r></w:p>" + item("", style="H1")
    )
    printed = ["I.", "1.", "2.", "a)", "b)", "", "", "3.", "II."]
    assert numbers(body, linked + num(1, 0), styles) == printed


def test_a_definition_by_list_style(numbers):
    styles = """<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>
      </w:numPr></w:pPr></w:style>"""
    linking = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = OUTLINE + linking + num(1, 0) + num(2, 7)
    assert numbers(item("2", 0) * 2, numbering, styles) == ["I.", "II."]
    circle = linking + num(1, 7)
    assert numbers(item("1", 0), circle, styles) == [""]


@pytest.mark.parametrize("numbering", ["", num(1, 99), OUTLINE, OUTLINE + num("x", 0)])
def test_lists_that_do_not_exist(numbers, numbering):
    assert numbers(item("1", 0), numbering) == [""]


def test_senseless_values(numbers):
    wild = abstract(0, level("99", "decimal", "%1" * 200_000, start="9" * 30)) + num(1, 0)
    assert all(len(number) < 2_000 for number in numbers(item("1", "x") + item("1", "-4"), wild))


def test_numbers_in_cells_skip_what_is_covered(write_word):
    def tr(merge, depth=0):
        first = item("1", depth, text="")
        return (
            f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{first}</w:tc>"
            "<w:tc><w:p><w:r><w:t>việc</w:t></w:r></w:p></w:tc></w:tr>"
        )

    rows = tr("") + tr('<w:vMerge w:val="restart"/>') + tr("<w:vMerge/>") + tr("") + tr("", 1)
    path = write_word(
        f"<w:tbl>{rows}</w:tbl>",
        numbering=abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0),
    )
    (table,) = read_office_file(path).blocks
    assert [c.text for c in table.cells if c.column == 0] == ["1", "2", "3", "3.1"]


def test_number_and_text_stay_apart(write_word):
    path = write_word(item(depth=1, text="Rà soát"), numbering=OUTLINE + num(1, 0))
    (block,) = read_office_file(path).blocks
    assert (block.number, block.level, block.text) == ("1.", 1, "Rà soát")
    assert block.full_text == "1. Rà soát"


def test_new_formats_use_their_stand_in(numbers):
    form = (
        "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' "
        "w:format='001, 002'/></mc:Choice><mc:Fallback><w:numFmt w:val='upperLetter'/>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    lvl = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1."/></w:lvl>'
    assert numbers(item(), abstract(0, lvl) + num(1, 0)) == ["A."]
