"""A document's file says what it prints, also after another program saved it."""

import re
import zipfile
from pathlib import Path

import docx
import pytest

from cchc_desktop.domain.content import Closing, Document, Letterhead, Origin, Paragraph
from cchc_desktop.office.docx_writer import docx_bytes, write_docx
from cchc_desktop.office.formatting import formatting_of, read_formatting
from cchc_desktop.office.package import Package

HEAD = Letterhead("UBND TỈNH MẪU", "SỞ MẪU", "Số: 05/KH-SM", "Mẫu, ngày 05 tháng 01 năm 2027")


def document(origin: Origin | None) -> Document:
    body = (Paragraph("Sở Mẫu ban hành Kế hoạch."),)
    return Document(HEAD, "KẾ HOẠCH", "Mẫu", body, Closing((), (), ""), origin=origin)


@pytest.mark.parametrize("origin", [Origin("KH", "a1"), Origin("BC", "<&>"), None])
def test_the_origin_comes_back(origin: Origin | None) -> None:
    raw = docx_bytes(document(origin))
    assert formatting_of(Package("a.docx", raw)).origin == origin


def test_it_stays_when_python_docx_saves_the_file(tmp_path: Path) -> None:
    write_docx(document(Origin("KH", "a1")), tmp_path / "a.docx")
    opened = docx.Document(str(tmp_path / "a.docx"))
    opened.add_paragraph("Thêm")
    opened.save(str(tmp_path / "b.docx"))
    assert read_formatting(tmp_path / "b.docx").origin == Origin("KH", "a1")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"KH a1", b"KH"),
        (b"KH a1", b"KH a1 b"),
        (b"CCHC Desktop", b"Other"),
        (b"</Properties>", b""),  # broken: the text is read all the same
    ],
)
def test_other_properties_are_no_origin(tmp_path: Path, old: bytes, new: bytes) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    write_docx(document(Origin("KH", "a1")), source)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/custom.xml":
                assert re.search(old, data)
                data = data.replace(old, new)
            after.writestr(name, data)
    read = read_formatting(target)
    assert read.origin is None
    assert read.sections
