"""What a pasted text offers to the register."""

from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.citation import read_citations
from cchc_desktop.domain.proposal import DoubtKind, Proposal
from cchc_desktop.domain.register import LIMITS, RegisteredDocument
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from cchc_desktop.services.registering_text import added_fields, propose_documents
from cchc_desktop.settings import Paths

KNOWN = RegisteredDocument(
    "d", "Kế hoạch", "05", "KH-SCX", "2027-01-04", "Sở Cây xanh", "trồng cây"
)


def register(*documents: RegisteredDocument) -> Contents:
    return Contents({document.id: document for document in documents})


def propose_cited(contents: Contents, text: str) -> Proposal:
    return propose_documents(contents, read_citations(text))


def proposed(text: str, *known: RegisteredDocument) -> Proposal:
    return propose_cited(register(*known), text)


def codes(contents: Contents, text: str) -> list[str]:
    """The numbers of the new documents on offer."""
    items = propose_cited(contents, text).items
    return [item.edit.record.code for item in items if item.edit.before is None]


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
        ("Đã có Văn bản gửi Sở Tư pháp.", "chưa có số"),
        ("Nghị định số 1/2026/NĐ-CP ngày 05/01/2027 của Chính phủ", "số 2026, ngày 2027"),
        (
            "Quyết định số 1/QĐ-X1 ngày 5/1/2027, Quyết định số 1/QĐ-X1 ngày 6/1/2027",
            "còn ghi ngày 06/01/2027",
        ),
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


DECISION = RegisteredDocument("d1", "Quyết định", "118", "QĐ-UBND", "2027-04-14")
REPORT = (
    "Sở đã ban hành Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về kiểm tra công vụ. Theo Quyết định số "
    "118/QĐ-UBND ngày 14/4/2027 của UBND tỉnh Mẫu; căn cứ Nghị định số 09/2019/NĐ-CP ngày "
    "24/01/2020. Sở cũng đã có văn bản gửi Sở Tư pháp."
)


def offered(proposal: Proposal) -> dict[str, bool]:
    return {item.edit.record.code: item.taken for item in proposal.items}


def test_only_what_is_new_and_certain_is_taken() -> None:
    proposal = proposed(REPORT, DECISION)
    assert offered(proposal) == {
        "31/KH-SNgV": True,
        "118/QĐ-UBND": False,
        "09/2019/NĐ-CP": False,
    }
    kinds = [(doubt.row, doubt.kind) for doubt in proposal.doubts]
    assert kinds == [
        (2, DoubtKind.KNOWN),
        (3, DoubtKind.NUMBER_YEAR),
        (0, DoubtKind.UNNUMBERED),
    ]
    (edit,) = proposal.accept().edits
    assert edit.before is None
    document = edit.after
    assert isinstance(document, RegisteredDocument)
    assert (document.kind, document.code) == ("Kế hoạch", "31/KH-SNgV")
    assert (document.issued, document.title) == ("2027-04-02", "kiểm tra công vụ")


def test_a_known_document_is_offered_what_it_lacks() -> None:
    item = proposed(REPORT, DECISION).items[1]
    assert item.edit.before == DECISION
    assert added_fields(item.edit) == ["cơ quan ban hành"]
    complete = RegisteredDocument(
        "d1", "Quyết định", "118", "QĐ-UBND", "2027-04-14", "UBND tỉnh", "Công bố"
    )
    item = proposed(REPORT, complete).items[1]
    assert item.edit.before == item.edit.after, "nothing that the clerk wrote is changed"


def test_another_date_in_the_register() -> None:
    other = RegisteredDocument("d1", "Quyết định", "118", "QĐ-UBND", "2027-05-14")
    proposal = proposed(REPORT, other)
    assert offered(proposal)["118/QĐ-UBND"] is False
    assert (DoubtKind.OTHER_DATE, "sổ ghi ngày 14/5/2027") in [
        (doubt.kind, doubt.why) for doubt in proposal.doubts
    ]


def test_the_same_number_of_another_year_is_another_document() -> None:
    old = RegisteredDocument("d1", "Quyết định", "118", "QĐ-UBND", "2025-04-14")
    assert offered(proposed(REPORT, old))["118/QĐ-UBND"] is True


def test_a_title_that_is_too_long_is_cut() -> None:
    text = f"Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về {'việc rất dài ' * 60}"
    document = proposed(text).items[0].edit.after
    assert isinstance(document, RegisteredDocument)
    assert len(document.title) <= LIMITS["title"]


def test_accepted_documents_are_known_then() -> None:
    change = proposed(REPORT, DECISION).accept()
    records = {edit.record.id: edit.record for edit in added("", [DECISION]).edits + change.edits}
    again = propose_cited(Contents(records), REPORT)
    assert not any(item.taken for item in again.items)
