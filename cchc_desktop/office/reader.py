"""Reads any office file into neutral blocks, by what it holds and not by its name."""

from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.docx_reader import read_word
from cchc_desktop.office.grid import SourceFile, SourceParagraph, SourceTable
from cchc_desktop.office.package import open_package
from cchc_desktop.office.xlsx_reader import read_excel

_LOST = "\ufffd"


def read_office_file(path: Path) -> SourceFile:
    """The blocks of a .docx or .xlsx; RefusedInput when it cannot be read or has lost letters."""
    package = open_package(path)
    source = read_word(package) if package.kind == "word" else read_excel(package)
    for place, text in _texts(source):
        if _LOST in text:
            raise RefusedInput(
                f"Tệp “{source.name}” có chữ bị mất (ký tự {_LOST}) ở {place}; "
                "hãy xin lại tệp gốc từ nơi gửi."
            )
    return source


def _texts(source: SourceFile) -> Iterator[tuple[str, str]]:
    tables = 0
    for block in source.blocks:
        if isinstance(block, SourceParagraph):
            yield f"đoạn “{block.text[:40]}”", block.text
        else:
            tables += 1
            name = f"trang tính “{block.title}”" if block.title else f"bảng {tables}"
            yield from _table_texts(block, name)


def _table_texts(table: SourceTable, name: str) -> Iterator[tuple[str, str]]:
    for cell in table.cells:
        place = f"{name}, hàng {cell.row + 1}, cột {cell.column + 1}"
        for paragraph in cell.paragraphs:
            yield place, paragraph.text
        for nested in cell.nested:
            yield from _table_texts(nested, place)
