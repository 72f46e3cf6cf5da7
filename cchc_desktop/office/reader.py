"""Reads any office file into neutral blocks, by what it holds and not by its name."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.docx_reader import read_word
from cchc_desktop.office.file_content import is_pdf, read_bytes
from cchc_desktop.office.grid import (
    SourceBlock,
    SourceCell,
    SourceFile,
    SourceParagraph,
    SourceTable,
)
from cchc_desktop.office.in_bulk import collector_resting
from cchc_desktop.office.package import Package, open_package
from cchc_desktop.office.xlsx_reader import read_excel

_LOST = "\ufffd"
_OLD_FONTS = (b'".Vn', b'".VN', b'"VNI-')  # of TCVN3 and VNI, as attributes name them


@collector_resting()
def read_office_file(path: Path) -> SourceFile:
    """The blocks of a .docx or .xlsx; RefusedInput when it cannot be read, has lost letters or is
    not in Unicode.
    """
    package = open_package(path)
    source = read_word(package) if package.kind == "word" else read_excel(package)
    if _names_old_font(package):
        from cchc_desktop.office.old_encoding import refuse_old_encoding  # few files need it

        refuse_old_encoding(package)
    for place in _lost_places(source.blocks):
        raise RefusedInput(
            f"Tệp “{source.name}” có chữ bị mất (ký tự {_LOST}) ở {place}; "
            "hãy xin lại tệp gốc từ nơi gửi."
        )
    return source


def read_any_file(path: Path) -> SourceFile:
    """The blocks of a .docx, .xlsx or of a PDF with text; RefusedInput when it cannot be read."""
    raw = read_bytes(path)
    if not is_pdf(raw):
        return read_office_file(path)
    from cchc_desktop.office.pdf_text import read_pdf  # loads a library that imports don't need

    return read_pdf(path.name, raw)


def _names_old_font(package: Package) -> bool:
    """Whether the table of a file's fonts names one of TCVN3 or VNI; or else a part that was read,
    near either end, as some programs leave that table out: to search all would take long.
    """
    fonts = map(package.read, package.related(package.main, "fontTable"))
    texts = chain(fonts, *package.ends.values())
    return any(font in text for text in texts for font in _OLD_FONTS)


def _lost_places(blocks: Iterable[SourceBlock]) -> Iterator[str]:
    tables = 0
    for block in blocks:
        if isinstance(block, SourceParagraph):
            if _LOST in block.text:
                yield f"đoạn “{block.text[:40]}”"
        else:
            tables += 1
            name = f"trang tính “{block.title}”" if block.title else f"bảng {tables}"
            for cell in _lost_cells(block):
                yield f"{name}, dòng {cell.row + 1}, cột {cell.column + 1}"


def _lost_cells(table: SourceTable) -> Iterator[SourceCell]:
    for cell in table.cells:
        for paragraph in cell.paragraphs:
            if _LOST in paragraph.text:
                yield cell
        for inner in cell.nested:
            if any(_lost_cells(inner)):
                yield cell
