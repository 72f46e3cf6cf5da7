"""Writing a mended .docx: only what is mended changes, within the bounds of hostile files."""

import zipfile
from pathlib import Path

import pytest

from cchc_desktop.domain.content import Closing, Document, Letterhead, Paragraph
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.docx_repair import repaired
from cchc_desktop.office.docx_writer import docx_bytes
from cchc_desktop.office.file_repairs import Look, RunLook, TextEdit
from cchc_desktop.office.formatted import FormattedRun, paragraphs
from cchc_desktop.office.formatting import formatting_of
from cchc_desktop.office.package import Package, open_package

HEAD = Letterhead("UBND TỈNH AN BÌNH", "SỞ NGOẠI VỤ", "Số: 05/KH-SNgV", "An Bình, ngày 05")
WORDS = "Các phòng thực hiện Kế hoạch."


@pytest.fixture
def package() -> Package:
    """One of our own."""
    body = (Paragraph(WORDS),)
    document = Document(HEAD, "KẾ HOẠCH", "Năm 2026", body, Closing(("Lưu: VT",), ("",), ""))
    return Package("vb.docx", docx_bytes(document))


def runs(package: Package) -> list[FormattedRun]:
    """The runs of the text."""
    (section,) = formatting_of(package).sections
    (found,) = [p for p in paragraphs(section.blocks) if p.text == WORDS]
    return list(found.runs)


def test_a_part_of_a_run_looks_otherwise(package: Package) -> None:
    (run,) = runs(package)
    assert run.at is not None
    bold, italic = (
        RunLook(run.at, 9, Look(bold=True)),
        RunLook(run.at._replace(start=4), 9, Look(italic=True)),
    )
    done = [(one.text, one.bold, one.italic) for one in runs(repaired(package, [bold, italic]))]
    assert done == [
        ("Các ", True, False),
        ("phòng", True, True),
        (" thự", False, True),
        ("c hiện Kế hoạch.", False, False),
    ]


def test_edits_of_one_run_do_not_move_each_other(package: Package) -> None:
    (run,) = runs(package)
    assert run.at is not None
    edits = [
        TextEdit(run.at, 3, "Những"),
        TextEdit(run.at._replace(start=10), 9),
        TextEdit(run.at._replace(start=28), 1, "!"),
    ]
    done = repaired(package, edits)
    (section,) = formatting_of(done).sections
    texts = [p.text for p in paragraphs(section.blocks)]
    assert "Những phòng  Kế hoạch!" in texts


def test_other_parts_are_the_same_bytes(package: Package, tmp_path: Path) -> None:
    (run,) = runs(package)
    assert run.at is not None
    done = repaired(package, [RunLook(run.at, 3, Look(bold=True))])
    assert done.names() == package.names()
    changed = [name for name in package.names() if package.read(name) != done.read(name)]
    assert changed == ["word/document.xml"]


def with_part(package: Package, path: Path, name: str, content: bytes) -> Package:
    """The package with one more part."""
    path.write_bytes(package.raw)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return open_package(path)


def test_a_bomb_beside_the_text_is_not_unpacked(package: Package, tmp_path: Path) -> None:
    bomb = with_part(package, tmp_path / "vb.docx", "word/media/image1.bmp", bytes(40 << 20))
    (run,) = runs(bomb)
    assert run.at is not None
    with pytest.raises(RefusedInput, match="quá lớn"):
        repaired(bomb, [RunLook(run.at, 3, Look(bold=True))])


def test_strict_open_xml_is_refused_with_what_to_do(package: Package, tmp_path: Path) -> None:
    path = tmp_path / "vb.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in package.names():
            transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            archive.writestr(name, package.read(name).replace(transitional, strict))
    strict_package = open_package(path)
    (run,) = runs(strict_package)
    assert run.at is not None
    with pytest.raises(RefusedInput, match="Strict Open XML"):
        repaired(strict_package, [RunLook(run.at, 3, Look(bold=True))])
