"""The form check on lawful documents that went through LibreOffice: as OpenDocument and back, and
as a .doc of Word 97 and back.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.services.form_repair import repair_copy
from tests.e2e.conftest import Program
from tests.foreign_documents import DOCUMENTS, write

soffice = shutil.which("soffice")
pytestmark = pytest.mark.skipif(soffice is None, reason="LibreOffice is not installed")


def convert(files: list[Path], kind: str, folder: Path) -> list[Path]:
    """The files in another format, by one run of LibreOffice."""
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    folder.mkdir()
    command = [str(soffice), profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / file.with_suffix(f".{kind}").name for file in files]


@pytest.mark.parametrize("kind", ["odt", "doc"])
def test_there_and_back_gives_no_false_alarm(kind: str, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    names = list(DOCUMENTS)
    files = [write(name, tmp_path / "first" / f"{n}.docx") for n, name in enumerate(names)]
    there = convert(files, kind, tmp_path / "there")
    back = convert(there, "docx", tmp_path / "back")
    alarms = [
        (name, finding.rule, finding.found)
        for name, file in zip(names, back, strict=True)
        for finding in check_file(file)
    ]
    assert alarms == []


def test_a_mended_copy_is_opened_as_it_is_meant(tmp_path: Path) -> None:
    """LibreOffice reads the copy, writes it anew, and it is still lawful."""
    document = DOCUMENTS["two appendices"]()
    document.sections[0].header.paragraphs[0].clear()
    document.styles["Normal"].font.name = "Arial"
    document.save(str(tmp_path / "vb.docx"))
    done = repair_copy(tmp_path / "vb.docx")
    assert done.left == []
    (there,) = convert([done.path], "odt", tmp_path / "there")
    (back,) = convert([there], "docx", tmp_path / "back")
    assert check_file(back) == []


def test_the_command_mends_into_a_copy(tmp_path: Path, program: Program) -> None:
    document = DOCUMENTS["letter to one"]()
    document.styles["Normal"].font.name = "Arial"
    source, target = tmp_path / "vb.docx", tmp_path / "ban-sua.docx"
    document.save(str(source))
    before = source.read_bytes()
    outcome = program("check", source, "--fix", target)
    assert outcome.status == 0
    assert f"trong bản sao {target}" in outcome.out
    assert "đúng thể thức" in outcome.out
    assert program("check", target, "--json").json == []
    assert source.read_bytes() == before
    again = program("check", source, "--fix", target)
    assert again.status == 1
    assert "hãy chọn tên tệp khác" in again.err
    assert program("check", source, "--json", "--fix", tmp_path / "2.docx").json == []
