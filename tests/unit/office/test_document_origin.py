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

PROPERTIES, LINKS = "docProps/custom.xml", "_rels/.rels"
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
    ("part", "old", "new"),
    [
        (PROPERTIES, b"KH a1", b"KH"),
        (PROPERTIES, b"KH a1", b"KH a1 b"),
        (PROPERTIES, b"KH a1", b"KH a1" + b" b" * 1_000_000),
        (PROPERTIES, b"CCHC Desktop", b"Other"),
        (PROPERTIES, b"</Properties>", b""),  # broken: the text is read all the same
        (PROPERTIES, b"<Properties", b'<!DOCTYPE x [<!ENTITY a "KH a1">]><Properties'),
        (LINKS, b"docProps/custom.xml", b"docProps/none.xml"),
    ],
)
def test_other_properties_are_no_origin(tmp_path: Path, part: str, old: bytes, new: bytes) -> None:
    read = read_formatting(changed(tmp_path, part, old, new))
    assert read.origin is None
    assert read.sections


def test_only_the_first_part_of_properties_is_read(tmp_path: Path) -> None:
    link = b'<Relationship Id="other%d" Type="x/custom-properties" Target="docProps/core.xml"/>'
    links = b"".join(link % n for n in range(2_000))
    file = changed(tmp_path, LINKS, b'<Relationship Id="rIdOrigin"', links + b"\\g<0>")
    assert read_formatting(file).origin is None


def changed(folder: Path, part: str, old: bytes, new: bytes) -> Path:
    """A file with an origin in which something else stands in a part."""
    source, target = folder / "a.docx", folder / "b.docx"
    write_docx(document(Origin("KH", "a1")), source)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                data, count = re.subn(re.escape(old), new, data)
                assert count
            after.writestr(name, data, zipfile.ZIP_DEFLATED)
    return target
