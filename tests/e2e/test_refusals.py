"""What cannot be taken is refused with one sentence, and everything stays as it was."""

import os
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import docx
import pytest

from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

Program = Callable[..., Any]
Bad = Callable[[Path, Path], None]
YEAR = 2027
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    f' ContentType="{OFFICE}.document.main+xml"/></Types>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(path: Path, document: str) -> None:
    """A package with that document.xml and little else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", document)


def old_doc(path: Path, good: Path) -> None:
    path.write_bytes(OLE + b"\0" * 4096)


def encrypted(path: Path, good: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(OLE + b"\0" * 1016 + name + b"\0" * 3000)


def pdf(path: Path, good: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")


def truncated(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[:-900])


def cut_in_half(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])


def zip_bomb(path: Path, good: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f'<w:document xmlns:w="{W}"><w:body>'.encode())
            for _ in range(600):
                part.write(b" " * 1024 * 1024)
            part.write(b"</w:body></w:document>")


def too_large(path: Path, good: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/media/image1.bmp", os.urandom(1024) * 1024 * 100)


def without_plan(path: Path, good: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Kính gửi các đồng chí, mời họp lúc 8 giờ sáng mai.")
    document.save(str(path))


def external_entity(path: Path, good: Path) -> None:
    packed(
        path,
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>'
        "</w:document>",
    )


def lost_letters(path: Path, good: Path) -> None:
    document = docx.Document(str(good))
    document.add_paragraph("Nâng cao ch\ufffdt lượng phục vụ.")
    document.save(str(path))


def empty(path: Path, good: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path, good: Path) -> None:
    path.mkdir()


def missing(path: Path, good: Path) -> None:
    assert not path.exists()


BAD = [
    old_doc,
    encrypted,
    pdf,
    truncated,
    cut_in_half,
    zip_bomb,
    too_large,
    without_plan,
    external_entity,
    lost_letters,
    empty,
    folder,
    missing,
]


def one_sentence(text: str) -> bool:
    return (
        len(text.strip().splitlines()) == 1 and "Traceback" not in text and text.strip()[-1] == "."
    )


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
def test_bad_source_is_refused(
    tmp_path: Path, good_source: Path, program: Program, bad: Bad
) -> None:
    source, file = tmp_path / "nguon.docx", tmp_path / "so.cchc"
    bad(source, good_source)
    before = sorted(tmp_path.iterdir())
    outcome = program("import", source, "--into", file, "--year", YEAR, "--json")
    assert outcome.status == 1
    assert one_sentence(outcome.err), outcome.err
    assert outcome.out == ""
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("bad", [old_doc, pdf, truncated, empty, external_entity])
def test_bad_source_leaves_a_project_as_it_was(
    tmp_path: Path, good_source: Path, project: Path, program: Program, bad: Bad
) -> None:
    source, before = tmp_path / "nguon.docx", project.read_bytes()
    bad(source, good_source)
    assert program("import", source, "--into", project, "--year", 2026).status == 1
    assert project.read_bytes() == before


def test_a_plan_with_rows_is_refused_unless_appended(
    good_source: Path, project: Path, program: Program
) -> None:
    again = program("import", good_source, "--into", project, "--year", YEAR)
    assert (again.status, one_sentence(again.err)) == (1, True)
    assert len(program("tasks", project, "--year", YEAR, "--json").json) == 1
    added = program("import", good_source, "--into", project, "--year", YEAR, "--append")
    assert added.status == 0
    assert len(program("tasks", project, "--year", YEAR, "--json").json) == 2


def test_target_open_in_office_is_refused(tmp_path: Path, project: Path, program: Program) -> None:
    target = tmp_path / "ke-hoach.docx"
    target.write_bytes(b"cu")
    (tmp_path / ".~lock.ke-hoach.docx#").write_text(",someone,pc,", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    outcome = program("export", "plan", project, target, "--year", YEAR)
    assert (outcome.status, one_sentence(outcome.err)) == (1, True), outcome.err
    assert (target.read_bytes(), sorted(tmp_path.iterdir())) == (b"cu", before)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_old_export_is_kept_and_said(
    tmp_path: Path, project: Path, program: Program, ending: str
) -> None:
    target = tmp_path / f"ke-hoach{ending}"
    target.write_bytes(b"cu")
    outcome = program("export", "plan", project, target, "--year", YEAR)
    kept = next(tmp_path.glob(f"ke-hoach_cu_*{ending}"))
    assert kept.read_bytes() == b"cu"
    assert kept.name in outcome.out


def test_the_timeline_is_written_as_a_lawful_word_file(
    tmp_path: Path, project: Path, program: Program
) -> None:
    out = tmp_path / "tien-do.docx"
    assert program("export", "timeline", project, out, "--year", YEAR).status == 0
    assert program("check", out, "--json").json == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["tasks"],
        ["new", "x.cchc"],
        ["schedule", "--year", "hai", "Quý I"],
        ["schedule", "--year", "99999", "Hằng quý"],
        ["nonsense"],
    ],
)
def test_wrong_usage(program: Program, arguments: list[str]) -> None:
    outcome = program(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Lệnh gõ chưa đúng" in outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="there a name that long is not found")
@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "LONG.cchc", "--year", YEAR],
        ["import", "SOURCE", "--into", "LONG.cchc", "--year", YEAR],
        ["import", "LONG.docx", "--into", "FILE", "--year", YEAR],
        ["export", "plan", "FILE", "LONG.docx", "--year", YEAR],
        ["export", "timeline", "FILE", "LONG.pdf", "--year", YEAR],
        ["backup", "FILE", "LONG.cchc"],
        ["check", "SOURCE", "--fix", "LONG.docx"],
    ],
)
def test_a_name_longer_than_the_disk_allows(
    good_source: Path, project: Path, program: Program, arguments: list[Any]
) -> None:
    before = sorted(project.parent.iterdir())
    spoken = {"SOURCE": good_source, "FILE": project}
    words = [spoken.get(word, str(word).replace("LONG", "x" * 300)) for word in arguments]
    outcome = program(*words)
    assert (outcome.status, outcome.out, one_sentence(outcome.err)) == (1, "", True), outcome.err
    assert sorted(project.parent.iterdir()) == before


@pytest.mark.parametrize("arguments", [[], ["so.cchc"]])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_window_without_a_display(program: Program, arguments: list[str]) -> None:
    outcome = program(*arguments)
    assert (outcome.status, one_sentence(outcome.err)) == (1, True)
    assert "Không có màn hình" in outcome.err


def test_a_file_in_use_is_read_but_not_written(
    paths: Paths, good_source: Path, project: Path, program: Program
) -> None:
    with Project.open(project, paths, Person("Trần Thị Mẫu", "PC-VP-01")):
        before = project.read_bytes()
        refused = program("import", good_source, "--into", project, "--year", 2028)
        assert (refused.status, one_sentence(refused.err)) == (1, True)
        assert "Trần Thị Mẫu" in refused.err
        assert "PC-VP-01" in refused.err
        assert len(program("tasks", project, "--year", YEAR, "--json").json) == 1
        assert project.read_bytes() == before


def no_database(path: Path) -> None:
    path.write_bytes(b"not a database, only text\n" * 99)


def other_database(path: Path) -> None:
    sqlite3.connect(path).execute("CREATE TABLE notes (text)").connection.close()


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [no_database, other_database, newer, damaged])
@pytest.mark.parametrize("writing", [True, False])
def test_a_spoilt_project_is_refused(
    good_source: Path, project: Path, program: Program, spoil: Callable[[Path], None], writing: bool
) -> None:
    if spoil in (no_database, other_database):
        project.unlink()
    spoil(project)
    before = project.read_bytes()
    outcome = (
        program("import", good_source, "--into", project, "--year", 2028)
        if writing
        else program("tasks", project, "--year", YEAR, "--json")
    )
    assert (outcome.status, one_sentence(outcome.err)) == (1, True), outcome.err
    assert (outcome.out, project.read_bytes()) == ("", before)
