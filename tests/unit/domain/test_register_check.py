"""What is to be seen to in the register."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.register_check import Rule, document_name, number_year
from cchc_desktop.domain.register_list import entries_of


def document(
    key: str,
    number: str = "31",
    symbol: str = "KH-SNgV",
    issued: str = "2027-04-02",
    issuer: str = "",
) -> RegisteredDocument:
    return RegisteredDocument(key, "Kế hoạch", number, symbol, issued, issuer, f"Việc {key}")


def findings_in(
    documents: Sequence[RegisteredDocument],
    attachments: Sequence[Attachment] = (),
    evidence: Sequence[Evidence] = (),
    broken: Mapping[str, str] = MappingProxyType({}),
) -> list[Finding]:
    entries = entries_of(documents, attachments, evidence, broken)
    return [finding for entry in entries for finding in entry.findings]


def rules(*documents: RegisteredDocument) -> list[tuple[str, str]]:
    """Each finding's document and rule, but those of files and places."""
    found = findings_in(documents)
    plain = (Rule.NO_FILE, Rule.UNCITED)
    return [(f.at.record_id, f.rule) for f in found if f.at and f.rule not in plain]


def test_a_document_without_file_that_nothing_cites() -> None:
    found = findings_in([document("a")])
    assert [(f.rule, f.at) for f in found] == [
        (Rule.NO_FILE, Place("a", "file")),
        (Rule.UNCITED, Place("a", "cited")),
    ]
    file = Attachment("f", "a", "a.pdf", "0" * 64, 1)
    assert findings_in([document("a")], [file], [Evidence("e", "a", "t")]) == []


def test_a_file_that_is_missing_or_was_changed() -> None:
    file = Attachment("f", "a", "a.pdf", "0" * 64, 1)
    found = findings_in([document("a")], [file], [Evidence("e", "a", "t")], {"0" * 64: "mất tệp"})
    assert [(f.rule, f.mark) for f in found] == [(Rule.BROKEN_FILE, "mất tệp")]
    assert "a.pdf" in found[0].found


def test_the_year_of_a_number_against_its_date() -> None:
    assert rules(document("a", "15/2026", "QĐ-UBND", "2027-04-05")) == [("a", Rule.YEAR)]
    assert rules(document("a", "15/2027", "QĐ-UBND", "2027-04-05")) == []
    assert rules(document("a", "15/2026", "QĐ-UBND", "")) == []
    (found,) = [
        f
        for f in findings_in([document("a", "15/2026", "QĐ", "2027-04-05")])
        if f.rule == Rule.YEAR
    ]
    assert found.mark == "số ghi năm 2026, ngày ghi năm 2027"
    assert number_year(document("a", "39", "NQ/TW")) == ""


def test_one_number_twice() -> None:
    assert rules(document("a"), document("b")) == [("a", Rule.SAME_NUMBER), ("b", Rule.SAME_NUMBER)]
    assert rules(document("a", "5"), document("b", "05", "KH-SNGV")) != [], "written otherwise"
    assert rules(document("a"), document("b", issued="")) != [], "the date may be the same"


def test_one_number_with_two_dates_in_a_year() -> None:
    found = rules(document("a"), document("b", issued="2027-05-02"))
    assert found == [("a", Rule.TWO_DATES), ("b", Rule.TWO_DATES)]


def test_numbers_begin_anew_each_year_and_with_each_issuer() -> None:
    assert rules(document("a"), document("b", issued="2026-04-02")) == []
    assert rules(document("a", issuer="Sở Mẫu"), document("b", issuer="Sở Khác")) == []
    assert rules(document("a", issuer="Sở Mẫu"), document("b", issuer="SỞ MẪU")) != []
    assert rules(document("a", issuer="Sở"), document("b", issuer="Sở Ngoại vụ")) != []
    assert rules(
        document("a", issuer="Ủy ban nhân dân tỉnh"), document("b", issuer="UBND tỉnh Mẫu")
    )
    assert (
        rules(document("a", issuer="UBND huyện Mẫu"), document("b", issuer="UBND tỉnh Mẫu")) == []
    )
    assert rules(document("a", symbol="BC-SNgV"), document("b")) == []


def test_documents_without_a_number_are_not_the_same() -> None:
    assert rules(document("a", ""), document("b", "")) == []


def test_what_a_document_is_called() -> None:
    assert document_name(document("a")) == "31/KH-SNgV"
    assert document_name(document("a", "", "")) == "Việc a"
    assert document_name(RegisteredDocument("a")) == "văn bản chưa ghi số"
