"""Finding documents by what is remembered of them."""

from collections.abc import Sequence

import pytest

from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.register_list import Entry, entries_of
from cchc_desktop.domain.register_search import RegisterSearch

PLAN = RegisteredDocument(
    "kh",
    "Kế hoạch",
    "31",
    "KH-SNgV",
    "2027-04-02",
    "Sở Ngoại vụ tỉnh Mẫu",
    "Kiểm tra công tác cải cách hành chính",
    "Nguyễn Văn Mẫu",
    "gửi qua Idesk",
)
DECREE = RegisteredDocument("nd", "Nghị định", "15/2013", "NĐ-CP", "2013-02-06", "Chính phủ")
PARTY = RegisteredDocument("nq", "Nghị quyết", "39", "NQ/TW", "2015-04-17")
SMALL = RegisteredDocument("qd", "Quyết định", "05", "QĐ-SNgV", "2027-01-12", "", "Phân công")
ALL = (PLAN, DECREE, PARTY, SMALL)


def entries(*documents: RegisteredDocument, files: Sequence[Attachment] = ()) -> list[Entry]:
    return entries_of(documents, files, (), {})


def found(typed: str, *files: Attachment) -> list[str]:
    return [entry.id for entry in RegisterSearch().matching(entries(*ALL, files=files), typed)]


@pytest.mark.parametrize(
    "typed",
    ["31 khsngv", "kh 31", "31/KH", "31/KH-SNgV", "KH-SNGV 31", "31/khsngv", "sngv 31"],
)
def test_a_number_as_it_is_remembered(typed: str) -> None:
    assert found(typed) == ["kh"]


@pytest.mark.parametrize(
    "typed",
    [
        "kiem tra",
        "Kiểm tra",
        "hanh chinh so ngoai",
        "mau nguyen",
        "IDESK",
        "02/04/2027",
        "4/2027 kh",
    ],
)
def test_all_fields_without_marks_words_in_any_order(typed: str) -> None:
    assert found(typed) == ["kh"]


def test_zeros_before_a_number_don_t_matter() -> None:
    assert found("5") == ["qd"]
    assert found("05") == ["qd"]
    assert found("2/4/2027") == ["kh"]


def test_words_are_found_by_their_beginning() -> None:
    assert found("15/2013") == found("15") == ["nd"]
    assert found("39 nqtw") == found("39-NQ/TW") == ["nq"]
    assert "nd" not in found("5"), "15 is another number"
    assert found("goai") == []


def test_nothing_typed_finds_all_marks_alone_too() -> None:
    assert found("") == found("  ") == found(" / ") == ["kh", "nd", "nq", "qd"]
    assert found("khong co") == []


def test_the_names_of_files_are_searched() -> None:
    assert found("phu luc", Attachment("f", "nq", "Phụ-lục 2.xlsx", "0", 1)) == ["nq"]


def test_a_document_that_was_edited_is_folded_anew() -> None:
    search = RegisterSearch()
    assert search.matching(entries(PARTY), "44") == []
    edited = entries(RegisteredDocument("nq", "Nghị quyết", "44", "NQ/TW"))
    assert search.matching(edited, "44") == edited
