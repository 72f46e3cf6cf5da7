"""What texts cite.

The texts stand in tests/data/citations, a file for each subject, with the documents that they cite
in order: kind | number | symbol | date | issuer | title.
"""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.citation import (
    Citation,
    citation_json,
    read_citations,
)
from cchc_desktop.domain.document_code import number_key, split_number

TEXTS = Path(__file__).parents[2] / "data" / "citations"
REPORT = Path(__file__).parents[2] / "data" / "cited_in_report.json"


def passages() -> list[object]:
    return [
        pytest.param(passage, id=f"{path.stem} {i}: {passage['text'][:40]}")
        for path in sorted(TEXTS.glob("*.json"))
        for i, passage in enumerate(json.loads(path.read_text(encoding="utf-8")), start=1)
    ]


def parts(citation: Citation) -> list[str]:
    day = citation.issued.isoformat() if citation.issued else ""
    return [citation.kind, citation.number, citation.symbol, day, citation.issuer, citation.title]


def expected(lines: list[str]) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in lines]


@pytest.mark.parametrize("passage", passages())
def test_a_text_cites_its_documents(passage):
    read = read_citations(passage["text"])

    assert [*map(parts, read.citations)] == expected(passage["documents"])
    if "unnumbered" in passage:
        assert [spoken.text for spoken in read.unnumbered] == passage["unnumbered"]
    if "places" in passage:
        assert [len(c.places) for c in read.citations] == passage["places"]
    if "other_dates" in passage:
        assert [d.isoformat() for d in read.citations[0].other_dates] == passage["other_dates"]


@pytest.mark.parametrize("passage", passages())
def test_a_text_may_be_decomposed(passage):
    text = unicodedata.normalize("NFD", passage["text"])

    read = read_citations(text)

    assert [*map(parts, read.citations)] == expected(passage["documents"])
    for citation in read.citations:
        for start, end in citation.places:
            assert citation.number.split("/")[0].lstrip("0") in text[start:end]


def test_places_show_where_a_document_is_cited():
    text = "Sở có Kế hoạch số 5/KH-SCX ngày 02/01/2027 của Sở Cây xanh về cây; xem Kế hoạch 5."

    (citation,) = read_citations(text).citations

    assert [text[start:end] for start, end in citation.places] == [
        "Kế hoạch số 5/KH-SCX ngày 02/01/2027 của Sở Cây xanh",
        "Kế hoạch 5",
    ]


def test_a_document_without_a_number_is_shown_where_it_stands():
    text = "Quý I:\n- Đã có  Văn bản gửi Sở Tư pháp; đang chờ."

    (spoken,) = read_citations(text).unnumbered

    assert spoken.text == "Đã có Văn bản gửi Sở Tư pháp"
    assert text[spoken.start : spoken.end] == "Đã có  Văn bản gửi Sở Tư pháp"


def test_the_form_that_the_command_prints():
    text = "QĐ số 7/QĐ-UBND ngày 05/01/2027 của UBND tỉnh v/v giao chỉ tiêu; Kế hoạch số 8/KH-SCX"

    first, second = map(citation_json, read_citations(text).citations)

    assert first == {
        "kind": "Quyết định",
        "number": "7",
        "symbol": "QĐ-UBND",
        "date": "2027-01-05",
        "issuer": "UBND tỉnh",
        "title": "giao chỉ tiêu",
    }
    assert [second[key] for key in ("date", "issuer", "title")] == [None, None, None]


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("Số: 05/KH-SNgV", ("05", "KH-SNgV")),
        ("15/2013/QĐ-UBND", ("15/2013", "QĐ-UBND")),
        ("39-NQ/TW", ("39", "NQ/TW")),
        ("số 30c / NQ–CP", ("30c", "NQ-CP")),
        ("83/2015/QH13", ("83/2015", "QH13")),
        ("09/2014/TTLT-BNV-BTC", ("09/2014", "TTLT-BNV-BTC")),
        ("178", ("178", "")),
        ("61/2018", ("61/2018", "")),
        ("  ", ("", "")),
        ("không số", ("không số", "")),
    ],
)
def test_a_typed_number_is_split(typed, apart):
    assert split_number(typed) == apart


@pytest.mark.parametrize(
    "typed",
    ["05/QĐ-SNgV", "5/QĐ-SNgV", "Số: 05/qđ-sngv", "số 5 / QĐ – SNgV", "05-QĐ/SNgV", "005/QD-SNgV"],
)
def test_spellings_of_one_number_share_a_key(typed):
    assert number_key(*split_number(typed)) == number_key("05", "QĐ-SNgV")


@pytest.mark.parametrize("typed", ["50/QĐ-SNgV", "5/KH-SNgV", "5/2021/QĐ-SNgV", "5a/QĐ-SNgV", "5"])
def test_other_numbers_have_other_keys(typed):
    assert number_key(*split_number(typed)) != number_key("05", "QĐ-SNgV")


def test_the_real_report(shared_data):
    """Numbers, symbols, dates and issuers were read by hand first."""
    truth = json.loads(REPORT.read_text(encoding="utf-8"))
    report = (shared_data / "binhdinh2021_report_6months.txt").read_text(encoding="utf-8")

    read = read_citations(report)

    assert [parts(c)[1:5] for c in read.citations] == expected(truth)
    assert len({number_key(c.number, c.symbol) for c in read.citations}) == len(read.citations)
    assert len(read.unnumbered) >= 4


@pytest.mark.parametrize(
    ("name", "count"),
    [("binhdinh2020_plan", 4), ("binhphuoc2022_plan", 19), ("hue2017_index_plan", 6)],
)
def test_real_plans(shared_data, name, count):
    read = read_citations((shared_data / f"{name}.txt").read_text(encoding="utf-8"))

    assert len(read.citations) == count
    for citation in read.citations:
        whole = citation.issued or (citation.issuer and citation.issuer != "UBND tỉnh")
        assert whole or citation.number in ("130/2005", "43/2006")


def test_days_that_contradict_are_told():
    text = "Báo cáo số 9/BC-SCX ngày 01/02/2027; Báo cáo số 9/BC-SCX ngày 02/02/2027"

    (citation,) = read_citations(text).citations

    assert (citation.issued, citation.other_dates) == (date(2027, 2, 1), (date(2027, 2, 2),))
