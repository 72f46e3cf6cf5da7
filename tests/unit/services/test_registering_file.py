"""Dropped files as documents of the register."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.proposal import DoubtKind
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project
from cchc_desktop.services.registering_file import ReadFile, propose_files, read_files
from cchc_desktop.settings import Paths

LINES = (
    "SỞ CÂY XANH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 31/KH-SCX",
    "Mẫu, ngày 02 tháng 4 năm 2027",
    "KẾ HOẠCH",
    "Trồng cây năm 2027",
    "I. MỤC ĐÍCH",
    "Phủ xanh đồi trọc.",
)


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Iterator[Project]:
    with Project.create(tmp_path / "so.cchc", paths) as made:
        yield made


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    path = tmp_path / "KH trồng cây.docx"
    document.save(str(path))
    return path


def read(project: Project, *files: Path) -> list[ReadFile]:
    return read_files(project.files, files, lambda _done, _total: None)


def test_a_word_file_is_a_document_with_its_file(project: Project, word: Path) -> None:
    proposal = propose_files(project, read(project, word))
    assert all(item.taken for item in proposal.items)
    project.apply(proposal.accept())
    (document,) = project.documents()
    assert (document.kind, document.code, document.issued) == (
        "Kế hoạch",
        "31/KH-SCX",
        "2027-04-02",
    )
    (file,) = project.attachments(document.id)
    assert (file.name, project.files.path(file.digest).is_file()) == ("KH trồng cây.docx", True)
    project.undo()
    assert (project.documents(), project.attachments()) == ([], [])


def test_a_known_document_is_offered_its_file(project: Project, word: Path) -> None:
    known = RegisteredDocument(
        "d", "Kế hoạch", "31", "KH-SCX", "2027-04-02", "Sở Cây xanh", "trồng cây"
    )
    project.apply(added("Sổ", [known]))
    proposal = propose_files(project, read(project, word), first_row=4)
    assert [(item.row, item.taken) for item in proposal.items] == [(4, False), (4, False)]
    assert [doubt.kind for doubt in proposal.doubts] == [DoubtKind.KNOWN]
    project.apply(registering.attach(project, "d", [word]))
    assert len(propose_files(project, read(project, word)).items) == 1, "it has that file"


def test_what_cannot_be_read_is_called_as_its_file(project: Project, tmp_path: Path) -> None:
    scan = tmp_path / "Bản chụp 31.pdf"
    scan.write_bytes(b"%PDF-1.4 hong")
    proposal = propose_files(project, read(project, scan))
    document = proposal.items[0].edit.after
    assert isinstance(document, RegisteredDocument)
    assert document.title == "Bản chụp 31"
    assert [doubt.kind for doubt in proposal.doubts] == [DoubtKind.UNREAD]
    assert not any(item.taken for item in proposal.items)
    assert len(list(project.files.folder.iterdir())) == 1, "it is kept all the same"
