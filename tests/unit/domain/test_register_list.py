"""Folders and orders of the register."""

from dataclasses import replace

from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.register_list import FOLDERS, Sorting, counts, entries_of

DOCUMENTS = (
    RegisteredDocument("a", "Kế hoạch", "9", "KH-SNgV", "2027-03-01", title="Đào tạo"),
    RegisteredDocument("b", "công văn", "10", "SNgV-VP", "2027-02-01", title="Ăn mặc công sở"),
    RegisteredDocument("c", "Tờ trình", "2", "TTr-SNgV", "2026-12-01", title="An toàn"),
    RegisteredDocument("d", "", "15/2026", "QĐ-UBND", "2027-01-01", title="Dân vận"),
)
ENTRIES = entries_of(DOCUMENTS, (), [Evidence("e", "a", "t"), Evidence("f", "a", "u")], {})


def order(column: str, *, falling: bool = False) -> str:
    return "".join(e.id for e in Sorting().sorted(ENTRIES, column, falling=falling))


def test_counts_of_folders() -> None:
    named = dict(zip((folder.title for folder in FOLDERS), counts(ENTRIES), strict=True))
    assert named == {
        "Tất cả": 4,
        "Chưa có tệp": 4,
        "Chưa dẫn ở đâu": 3,
        "Trùng số": 0,
        "Năm không khớp": 1,
        "Mất, hỏng tệp": 0,
        "Kế hoạch": 1,
        "Báo cáo": 0,
        "Công văn": 1,
        "Quyết định": 0,
        "Khác": 2,
    }


def test_orders() -> None:
    assert order("issued", falling=True) == "abdc"
    assert order("code") == "cabd", "by the figures, not by letters"
    assert order("title") == "cbda", "An, Ăn, Dân, Đào: the dictionary's order"
    assert order("cited", falling=True)[0] == "a"
    assert sorted(order("kind")) == sorted("abcd")


def test_an_entry_tells_its_doubts_once() -> None:
    assert [entry.mark for entry in ENTRIES] == ["", "", "", "số ghi năm 2026, ngày ghi năm 2027"]
    assert [entry.cited for entry in ENTRIES] == [2, 0, 0, 0]


def test_what_is_as_it_was_stays_the_same_entry() -> None:
    links = [Evidence("e", "a", "t"), Evidence("f", "b", "u")]
    twin = replace(DOCUMENTS[1], id="e", issued="2027-02-05")
    anew = entries_of((*DOCUMENTS, twin), (), links, {}, ENTRIES)
    same = [entry.id for entry, before in zip(anew, ENTRIES, strict=False) if entry is before]
    assert same == ["c", "d"], "a is cited otherwise; of b there is a second one now"
    assert anew == entries_of((*DOCUMENTS, twin), (), links, {})
