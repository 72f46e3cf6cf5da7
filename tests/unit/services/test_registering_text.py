"""What a pasted text offers to the register."""

from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from cchc_desktop.services.registering_text import propose_cited
from cchc_desktop.settings import Paths

KNOWN = RegisteredDocument(
    "d", "Kế hoạch", "05", "KH-SCX", "2027-01-04", "Sở Cây xanh", "trồng cây"
)


def register(*documents: RegisteredDocument) -> Contents:
    return Contents({document.id: document for document in documents})


def codes(contents: Contents, text: str) -> list[str]:
    return [item.source for item in propose_cited(contents, text).items]


def test_a_sentence_becomes_documents(tmp_path: Path, paths: Paths) -> None:
    text = (
        "Sở có QĐ số 7/QĐ-UBND ngày 05/01/2027 của UBND tỉnh v/v giao chỉ tiêu và BC số 8/BC-SCX."
    )
    first = added("Sổ", [KNOWN])
    with Project.create(tmp_path / "so.cchc", paths, first=first) as project:
        change = project.apply(propose_cited(project, text).accept())

        assert change.label == "Thêm 2 văn bản từ đoạn văn"
        assert [document.code for document in project.documents()] == [
            "7/QĐ-UBND",
            "05/KH-SCX",
            "8/BC-SCX",
        ]
        found = project.documents()[0]
        assert (found.kind, found.issued, found.issuer, found.title) == (
            "Quyết định",
            "2027-01-05",
            "UBND tỉnh",
            "giao chỉ tiêu",
        )
        project.undo()
        assert project.documents() == [KNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 5/KH-SCX",
        "kế hoạch số 05 / KH – SCX ngày 04/01/2027",
        "Kế hoạch số 5/KH-SCX ngày 05/01/2027",
    ],
)
def test_what_the_register_has_is_not_offered(text: str) -> None:
    assert codes(register(KNOWN), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 5/KH-SCX ngày 04/01/2026",
        "Kế hoạch số 5/KH-SCT ngày 04/01/2027",
        "Kế hoạch số 5/KH-SCX ngày 09/01/2027 của Sở Nước sạch",
    ],
)
def test_another_year_symbol_or_office_is_another_document(text: str) -> None:
    assert len(codes(register(KNOWN), text)) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Đã có Văn bản gửi Sở Tư pháp.", "không ghi số"),
        ("Nghị định số 1/2026/NĐ-CP ngày 05/01/2027 của Chính phủ", "khác năm ban hành"),
        ("Quyết định số 1/QĐ-X1 ngày 5/1/2027, Quyết định số 1/QĐ-X1 ngày 6/1/2027", "khác nhau"),
        (f"Quyết định số 1/QĐ-{'A' * 20}-{'B' * 20} ngày 5/1/2027", "dài hơn"),
    ],
)
def test_what_is_doubtful_is_told(text: str, why: str) -> None:
    doubts = propose_cited(register(), text).doubts

    assert len(doubts) == 1
    assert why in doubts[0].why


def test_what_no_field_can_hold_is_left_out() -> None:
    assert codes(register(), f"Quyết định số 1/QĐ-{'A' * 20}-{'B' * 20} ngày 5/1/2027") == []


def test_a_text_without_documents_offers_nothing() -> None:
    assert propose_cited(register(), "").accept().edits == ()
