"""The words of a PDF as lines, for reading the head and foot of a document: never its pictures."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.office.grid import SourceFile, SourceParagraph

MAX_PAGES = 40  # read at most; the signature of a long document stands before its phụ lục
MAX_CHARACTERS = 200_000
_BASELINE = 2.5  # points by which characters of one line may differ
_BOLD = 600  # weight of a font
_FONT_NAME = 128  # bytes of a font's name that are looked at
_SAID = "Tệp “{name}” {what}."
_ENCRYPTED = "được đặt mật khẩu; hãy bỏ mật khẩu rồi chọn lại, hoặc tự nhập số, ngày, trích yếu"
_DAMAGED = "không mở được như một tệp PDF, có thể đã hỏng; hãy xin lại tệp từ nơi gửi"
_SCANNED = "là bản chụp, không có chữ để đọc; hãy tự nhập số, ngày, trích yếu"


class _Character(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool


def read_pdf(name: str, raw: bytes) -> SourceFile:
    """The lines of a PDF, a tab between columns side by side; RefusedInput where it is encrypted,
    damaged or has no text.
    """
    try:
        with pypdfium2.PdfDocument(raw) as document:
            blocks = tuple(_lines(document)) if _has_words(document) else ()
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        what = _ENCRYPTED if locked or "password" in str(error).lower() else _DAMAGED
        raise RefusedInput(_SAID.format(name=name, what=what)) from error
    if not any(char.isalnum() for block in blocks for char in block.text):
        raise RefusedInput(_SAID.format(name=name, what=_SCANNED))
    return SourceFile(nfc(name), blocks)


def _has_words(document: pypdfium2.PdfDocument) -> bool:
    """Whether its pages hold words of their own, beside what was stamped on them."""
    pages = (document[number] for number in range(min(len(document), MAX_PAGES)))
    texts = (_characters(page.get_textpage(), MAX_CHARACTERS) for page in pages)
    return any(character.text.isalnum() for text in texts for character in text)


def _lines(document: pypdfium2.PdfDocument) -> Iterator[SourceParagraph]:
    left = MAX_CHARACTERS
    for number in range(min(len(document), MAX_PAGES)):
        # số and ngày of an electronic document are stamped on the page as annotations
        pdfium.FPDFPage_Flatten(document[number], pdfium.FLAT_NORMALDISPLAY)
        page = document[number]
        characters = list(_characters(page.get_textpage(), left))
        left -= len(characters)
        yield from _page_lines(characters)


def _characters(text: pypdfium2.PdfTextPage, most: int) -> Iterator[_Character]:
    """The characters of a page with their places in points, blanks left out."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for i in range(min(text.count_chars(), most)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code <= ord(" ") or code == 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, i, box):
            continue
        pdfium.FPDFText_GetCharOrigin(text, i, x, y)
        size = abs(box.top - box.bottom)
        yield _Character(chr(code), box.left, box.right, y.value, size, _is_bold(text, i))


def _is_bold(text: pypdfium2.PdfTextPage, i: int) -> bool:
    """Whether a character's font says that it is bold, by its weight or its name."""
    if pdfium.FPDFText_GetFontWeight(text, i) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(text, i, name, _FONT_NAME, None)
    return b"bold" in name.value.lower()


def _page_lines(characters: list[_Character]) -> Iterator[SourceParagraph]:
    """Lines from top to bottom."""
    lines: list[list[_Character]] = []
    for character in sorted(characters, key=lambda c: -c.baseline):
        if lines and lines[-1][-1].baseline - character.baseline <= _BASELINE:
            lines[-1].append(character)
        else:
            lines.append([character])
    if not lines:
        return
    first = min(character.left for character in characters)
    last = max(character.right for character in characters)
    for line in lines:
        line.sort(key=lambda c: c.left)
        text = nfc("".join(_spaced(line)))
        yield SourceParagraph(
            text,
            centred="\t" not in text and _is_centred(line, first, last),
            bold=all(character.bold for character in line[:8]),
        )


def _spaced(line: list[_Character]) -> Iterator[str]:
    """The characters of a line, with the blanks that their gaps are."""
    end = line[0].left
    for character in line:
        gap = character.left - end
        if gap > 1.4 * character.size:
            yield "\t"
        elif gap > 0.12 * character.size:
            yield " "
        yield character.text
        end = max(end, character.right)


def _is_centred(line: list[_Character], first: float, last: float) -> bool:
    """Whether a line stands in the middle of the page's text, and not across it."""
    before, behind = line[0].left - first, last - line[-1].right
    return abs(before - behind) < 12 and min(before, behind) > 6
