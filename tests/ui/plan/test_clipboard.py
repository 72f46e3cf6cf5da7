"""The clipboard's shapes: what Excel, Word and LibreOffice put there, and what we do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from ui.plan.clipboard import as_mime, from_mime, repeated

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {mso-number-format:"\\@";}--></style>
</head><body link="#0563C1"><table border=0 cellpadding=0 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64 span=3>
 <tr height=20><td height=20 class=xl65>1.10</td><td class=xl65>01</td><td>3/2024</td></tr>
 <tr height=20><td colspan=2>Rà soát<br style='mso-data-placement:same-cell;'>
  thủ tục</td><td>=A1+1</td></tr>
 <tr height=20><td rowspan=2>Cả hai</td><td>R&amp;D &lt;mới&gt;</td><td></td></tr>
 <tr height=20><td>dưới</td><td>cuối&nbsp;cùng</td></tr>
<!--EndFragment-->
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=64></td><td width=64></td><td width=64></td></tr>
 <![endif]>
</table></body></html>"""

WORD = """<html><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {margin:0cm}</style></head><body><!--StartFragment-->
<table class=MsoTableGrid><tr style='mso-yfti-irow:0'>
<td width=120><p class=MsoNormal><b>Kế hoạch<o:p></o:p></b></p><p class=MsoNormal><span
lang=VI>Báo cáo quý</span></p></td>
<td><p class=MsoListParagraph><![if !supportLists]>
<span>-<span>&nbsp;&nbsp; </span></span><![endif]>
Văn phòng Sở</p><script>bad()</script><style>td{}</style></td></tr>
<tr><td><table><tr><td>trong</td><td>bảng</td></tr><tr><td>nữa</td></tr></table></td>
<td><!-- một lời --><p>Quý&nbsp;II</p></td></tr></table><!--EndFragment--></body></html>"""


def mime(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def test_excels_table_stays_text() -> None:
    assert from_mime(mime("other", EXCEL)) == [
        ["1.10", "01", "3/2024"],
        ["Rà soát\nthủ tục", "", "=A1+1"],
        ["Cả hai", "R&D <mới>", ""],
        ["", "dưới", "cuối cùng"],
    ]


def test_words_table_has_its_paragraphs_and_nothing_of_its_markup() -> None:
    assert from_mime(mime("other", WORD)) == [
        ["Kế hoạch\nBáo cáo quý", "- Văn phòng Sở"],
        ["trong bảng\nnữa", "Quý II"],
    ]


def test_html_without_ends_of_cells() -> None:
    html = "<TABLE><TR><TD>một<TD>hai<TR><TD>ba<TD>bốn</TABLE>"
    assert from_mime(mime(html=html)) == [["một", "hai"], ["ba", "bốn"]]


def test_html_without_a_table_is_its_text() -> None:
    assert from_mime(mime("Văn phòng Sở", "<p>Văn phòng <b>Sở</b></p>")) == [["Văn phòng Sở"]]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("một", [["một"]]),
        ("một\r\n", [["một"]]),
        ("một\nhai", [["một"], ["hai"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\r\n\tb\r\n", [["a", ""], ["", "b"]]),
        ("a\tb\n\nc", [["a", "b"], ["", ""], ["c", ""]]),
        ('"hai\ndòng"\tb\r\n', [["hai\ndòng", "b"]]),
        ('"hai\r\ndòng"\r\n"ba"', [["hai\ndòng"], ['"ba"']]),
        ('"nói ""vậy""\nthôi"\tx', [['nói "vậy"\nthôi', "x"]]),
        ('"Quy chế" mới\tx', [['"Quy chế" mới', "x"]]),
        ('"chưa đóng\tx\ny', [['"chưa đóng', "x"], ["y", ""]]),
        ('theo "Quy chế"', [['theo "Quy chế"']]),
        ('5" 10"', [['5" 10"']]),
        ("1.10\t01\t3/2024\t=A1+1", [["1.10", "01", "3/2024", "=A1+1"]]),
    ],
)
def test_plain_text(text: str, cells: list[list[str]]) -> None:
    assert from_mime(mime(text)) == cells


def test_five_rows_are_five() -> None:
    assert len(from_mime(mime("1\n2\n3\n4\n5\n"))) == 5


def test_a_huge_cell_is_taken() -> None:
    long = "dài " * 100_000
    assert from_mime(mime(f'"{long}\nx"\ty')) == [[f"{long}\nx", "y"]]


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from('\n\t"')
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_copied_here_comes_back(block: list[list[str]]) -> None:
    assert from_mime(as_mime(block)) == block


@given(
    st.lists(
        st.lists(
            st.text("aă\"' .:", min_size=0) | st.text('x\n"', min_size=1), min_size=2, max_size=2
        ),
        min_size=1,
        max_size=4,
    )
)
def test_other_programs_read_our_text(block: list[list[str]]) -> None:
    import csv
    import io

    text = as_mime(block).text()
    assert list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")) == block


def test_our_html_has_every_line() -> None:
    data = mime(html=as_mime([["a\nb", "<x>"], ["&", '"']]).html())
    assert from_mime(data) == [["a\nb", "<x>"], ["&", '"']]


def test_a_block_fills_a_selection_whole_times() -> None:
    assert repeated([["x"]], 2, 2) == [["x", "x"], ["x", "x"]]
    assert repeated([["a", "b"]], 3, 2) == [["a", "b"]] * 3
    assert repeated([["a", "b"]], 3, 1) == [["a", "b"]]
    assert repeated([["a"], ["b"]], 3, 1) == [["a"], ["b"]]
    assert repeated([["a"], ["b"]], 0, 1) == [["a"], ["b"]]
