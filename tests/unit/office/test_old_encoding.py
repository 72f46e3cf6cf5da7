"""Files typed in TCVN3 or VNI are refused; files in Unicode that only name such a font are not."""

from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.reader import read_office_file

_UNICODE = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ"
PLAIN = "kế hoạch rà soát, cải cách hành chính của đơn vị"
TCVN3 = PLAIN.translate(str.maketrans(_UNICODE, _TCVN3))
VNI = "Keá hoaïch raø soaùt, caûi caùch haønh chính cuûa ñôn vò"
TYPED = [(TCVN3, ".VnTime", "TCVN3"), (TCVN3, ".VnTimeH", "TCVN3"),
         (VNI, "VNI-Times", "VNI")]  # fmt: skip


def word(path: Path, text: str, font: str, *, by: str) -> Path:
    """A document with a table of that text, its font named by the run, a style or the defaults."""
    document = docx.Document()
    document.add_paragraph("Phụ lục")
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    run = paragraph.add_run(text)
    if by == "run":
        run.font.name = font
    elif by == "style":
        document.styles.add_style("Bang", 1).font.name = font
        paragraph.style = "Bang"
    elif by == "defaults":
        fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{slot}"), font)
    else:  # a style that nothing uses
        document.styles.add_style("Bang", 1).font.name = font
    document.save(path)
    return path


def excel(path: Path, text: str, font: str, *, by: str) -> Path:
    """A sheet with that text, its font named by the cell, a run in it, or a style not used."""
    book = openpyxl.Workbook()
    cell = book.active["B2"]
    cell.value = text
    if by == "cell":
        cell.font = Font(name=font)
    elif by == "run":
        cell.value = CellRichText("1. ", TextBlock(InlineFont(rFont=font), text))
    else:
        book.active["B3"].font = Font(name=font)
    book.save(path)
    return path


BUILDS: list[tuple[Callable[..., Path], str, str]] = [
    (word, "k.docx", "run"), (word, "k.docx", "style"), (word, "k.docx", "defaults"),
    (excel, "k.xlsx", "cell"), (excel, "k.xlsx", "run"),
]  # fmt: skip


@pytest.mark.parametrize(("build", "name", "by"), BUILDS)
@pytest.mark.parametrize(("text", "font", "encoding"), TYPED)
def test_old_encodings_are_refused_by_name(
    tmp_path: Path, build: Callable[..., Path], name: str, by: str,
    text: str, font: str, encoding: str,
) -> None:  # fmt: skip
    with pytest.raises(RefusedInput) as refused:
        read_office_file(build(tmp_path / name, text, font, by=by))
    assert str(refused.value) == (
        f"Tệp “{name}” gõ bằng bảng mã cũ {encoding} (phông {font}), không phải Unicode; hãy "
        "chuyển mã sang Unicode, chẳng hạn bằng công cụ chuyển mã của Unikey (Ctrl+Shift+F6), "
        "rồi nhập lại."
    )


@pytest.mark.parametrize(("build", "name", "by"), [*BUILDS, (word, "k.docx", ""),
                                                   (excel, "k.xlsx", "")])  # fmt: skip
@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
@pytest.mark.parametrize("text", [PLAIN, "Thanh tra, 25°C, «ban», Anaïs", "Khí công, Hà Nam"])
def test_unicode_in_such_a_font_is_read(
    tmp_path: Path, build: Callable[..., Path], name: str, by: str, font: str, text: str
) -> None:
    assert read_office_file(build(tmp_path / name, text, font, by=by)).blocks


@pytest.mark.parametrize(("build", "name"), [(word, "k.docx"), (excel, "k.xlsx")])
def test_old_letters_in_another_font_are_what_they_are(
    tmp_path: Path, build: Callable[..., Path], name: str
) -> None:
    path = build(tmp_path / name, "Zoë, Noël, Françoise, Anaïs", ".VnTime", by="")
    assert read_office_file(path).blocks
