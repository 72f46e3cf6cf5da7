"""A report becomes a document in the decree's form, its phụ lục with it."""

from dataclasses import replace

import pytest

from cchc_desktop.documents.report_document import report_document
from cchc_desktop.domain.content import Paragraph, Table, printed_lines
from cchc_desktop.domain.report import ReportHeading, ReportParagraph
from tests.reports import AGENCY, RECIPIENTS, REPORT, SIGNERS

HEADINGS = [
    ReportHeading("h1", "report", 1, 1, "I", "Kết quả"),
    ReportHeading("h2", "report", 2, 2, "1", "Thể chế"),
    ReportHeading("h3", "report", 3, 0),
]
TABLE = Table((1,), ((),), ())


def parts(last="Trên đây là báo cáo./."):
    texts = {"h2": ["- Đã ban hành quy chế.", "a) Đã rà soát."], "h3": [last]}
    return [
        (h, [ReportParagraph(t, "report", h.id, 1, t) for t in texts.get(h.id, ())])
        for h in HEADINGS
    ]


def made(report=REPORT, last="Trên đây là báo cáo./.", appendices=(), **rest):
    rest = {"signer": SIGNERS[0], "recipients": RECIPIENTS} | rest
    return report_document(report, parts(last), AGENCY, appendices, **rest)


def test_head_body_and_foot():
    document = made()
    assert list(printed_lines(document)) == [
        "UBND TỈNH AN ĐÔNG",
        "SỞ NGOẠI VỤ",
        "Số: 412/BC-SNgV",
        "An Đông, ngày 14 tháng 9 năm 2027",
        "BÁO CÁO",
        "Công tác cải cách hành chính quý III năm 2027",
        "I. Kết quả",
        "1. Thể chế",
        "- Đã ban hành quy chế.",
        "a) Đã rà soát.",
        "Trên đây là báo cáo./.",
        "Nơi nhận:",
        *("- Sở Nội vụ;", "- Lãnh đạo Sở;", "- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP."),
        *("GIÁM ĐỐC", "Trần Văn Mẫu"),
    ]
    styles = [block.style for block in document.body if isinstance(block, Paragraph)]
    assert styles == ["section", "clause", "dash", "point", "body"]


def test_what_is_not_known_stays_blank():
    document = made(replace(REPORT, number="", symbol="", issued=""), signer=None, recipients=None)
    assert document.letterhead.number_line == "Số:       /BC-SNgV"
    assert document.letterhead.place_date == "An Đông, ngày     tháng     năm    "
    assert document.closing.signer == ""


@pytest.mark.parametrize(
    ("addressee", "own", "first"),
    [
        ("Sở Nội vụ", "", "Như trên"),
        ("Sở Nội vụ", "Lãnh đạo Sở\nLưu: VT", "Như trên"),
        ("", "", "Sở Nội vụ"),
        ("", "Như trên\nLưu: VT", "Như trên"),  # the clerk's own words are left to the checks
    ],
)
def test_as_above_stands_where_there_is_somebody_above(addressee, own, first):
    document = made(replace(REPORT, addressee=addressee, recipients=own))
    assert document.closing.recipients[0] == first
    assert document.addressees == tuple(addressee.splitlines())


def test_the_last_sentence_points_to_the_appendices():
    two = [("Số liệu", (TABLE,), False), ("Nhiệm vụ", (TABLE,), True)]
    one = made(appendices=two[:1])
    assert one.body[-1].text == "Trên đây là báo cáo (có Phụ lục kèm theo)./."
    assert [a.label for a in one.appendices] == ["Phụ lục"]
    both = made(appendices=two)
    assert both.body[-1].text == "Trên đây là báo cáo (có Phụ lục I, II kèm theo)./."
    assert [(a.label, a.landscape) for a in both.appendices] == [
        ("Phụ lục I", False),
        ("Phụ lục II", True),
    ]
    told = made(last="Chi tiết tại Phụ lục I và II./.", appendices=two)
    assert told.body[-1].text == "Chi tiết tại Phụ lục I và II./."


@pytest.mark.parametrize(
    ("variant", "reference"),
    [
        ("paper", "(Kèm theo Báo cáo số 412/BC-SNgV ngày 14 tháng 9 năm 2027 của Sở Ngoại vụ)"),
        ("electronic", "(Kèm theo Báo cáo số       /BC-SNgV ngày     tháng     năm     của Sở "
                       "Ngoại vụ)"),
    ],
)  # fmt: skip
def test_the_line_that_ties_an_appendix_to_the_report(variant, reference):
    document = made(appendices=[("Số liệu", (TABLE,), False)], variant=variant)
    assert document.appendices[0].reference == reference
    assert document.letterhead.number_line == "Số: 412/BC-SNgV"
