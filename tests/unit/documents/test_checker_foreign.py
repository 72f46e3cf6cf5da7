"""The form check and its repairs on documents as other programs write them: no false alarm on the
lawful ones, all planted errors found and mended, no word moved.
"""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from cchc_desktop.documents.checker import check_file
from cchc_desktop.services.form_repair import repair_copy
from tests.foreign_documents import DOCUMENTS, write


def letters(document: Document) -> str:
    found = document.element.body.iter(qn("w:t"))
    text = "".join("".join(one.text or "" for one in found).split())
    return unicodedata.normalize("NFC", text)


def elements(document: Document, name: str) -> Iterator:
    return document.element.body.iter(qn(f"w:{name}"))


def another_style(document: Document) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(12)


def another_sheet(document: Document) -> None:
    for section in document.sections:
        section.left_margin, section.bottom_margin = Mm(25), Mm(30)
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def no_bold(document: Document) -> None:
    for one in list(elements(document, "b")):
        one.getparent().remove(one)


def blue(document: Document) -> None:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)


def in_pieces(document: Document) -> None:
    for one in elements(document, "t"):
        one.text = unicodedata.normalize("NFD", one.text or "")


def to_the_left(document: Document) -> None:
    for one in elements(document, "jc"):
        one.set(qn("w:val"), "left")


ERRORS = [  # error -> some of the rules that it breaks, whatever the document
    (another_style, {"font.name"}),
    (another_sheet, {"page.margin_left", "page.margin_bottom", "page.paper"}),
    (no_bold, {"national_name.bold", "agency.bold", "signer.bold"}),
    (blue, {"font.colour"}),
    (in_pieces, {"font.unicode"}),
    (to_the_left, {"agency.align"}),
]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_lawful_document_has_no_finding(name: str, tmp_path: Path) -> None:
    assert check_file(write(name, tmp_path / "vb.docx")) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_errors_at_once_are_mended(name: str, tmp_path: Path) -> None:
    document = DOCUMENTS[name]()
    for spoil, _ in ERRORS:
        spoil(document)
    source = tmp_path / "vb.docx"
    document.save(str(source))
    found = {finding.rule for finding in check_file(source)}
    assert {"font.name", "font.unicode", "page.margin_left"} <= found
    done = repair_copy(source)
    left = {finding.rule for finding in done.left}
    # a rule that is typed or a border isn't drawn anew, nor one between columns that tabs set
    assert left <= {"motto.rule", "agency.rule", "subject.rule"}
    assert not any(finding.mendable for finding in done.left)
    assert letters(docx.Document(str(done.path))) == letters(docx.Document(str(source)))


@pytest.mark.parametrize(("spoil", "broken"), ERRORS)
@pytest.mark.parametrize("name", ["table, drawn rules", "letterhead with line breaks"])
def test_an_error_is_found_and_mended(
    name: str, spoil: Callable[[Document], None], broken: set[str], tmp_path: Path
) -> None:
    document = DOCUMENTS[name]()
    spoil(document)
    source = tmp_path / "vb.docx"
    document.save(str(source))
    assert {finding.rule for finding in check_file(source)} >= broken
    assert repair_copy(source).left == []


def test_changes_and_comments_stay(tmp_path: Path) -> None:
    document = DOCUMENTS["changes and comments"]()
    another_style(document)
    document.save(str(tmp_path / "vb.docx"))
    done = docx.Document(str(repair_copy(tmp_path / "vb.docx").path))
    assert [len(list(elements(done, name))) for name in ("ins", "del", "delText")] == [1, 1, 1]
    assert [comment.text for comment in done.comments] == ["Xem lại"]


def test_a_stamp_stays_red(tmp_path: Path) -> None:
    document = DOCUMENTS["urgent letter"]()
    no_bold(document)
    document.save(str(tmp_path / "vb.docx"))
    done = docx.Document(str(repair_copy(tmp_path / "vb.docx").path))
    (stamp,) = [p for p in done.tables[0].cell(0, 0).paragraphs if p.text == "HỎA TỐC"]
    assert stamp.runs[0].font.color.rgb == RGBColor(0xFF, 0, 0)


@pytest.mark.parametrize(
    ("margins", "broken"),
    [  # top, right, bottom, left of a sheet that lies across, in mm
        ((20, 17, 20, 30), set()),
        ((30, 20, 15, 20), set()),  # as Word turns it: its binding edge is at the top
        ((15, 20, 30, 20), set()),
        ((30, 20, 15, 30), {"page.margin_bottom", "page.margin_top"}),
        ((20, 20, 20, 20), {"page.margin_left"}),
    ],
)
def test_margins_of_a_sheet_that_lies_across(
    margins: tuple[int, int, int, int], broken: set[str], tmp_path: Path
) -> None:
    document = DOCUMENTS["two appendices"]()
    for section in list(document.sections)[1:]:
        sides = [Mm(margin) for margin in margins]
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = sides
    document.save(str(tmp_path / "vb.docx"))
    assert {finding.rule for finding in check_file(tmp_path / "vb.docx")} == broken


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Chương II", "Chương 2", "part.number"),
        ("Điều 2.", "Điều 2:", "article.mark"),
        ("1. Các phòng", "1) Các phòng", "clause.mark"),
    ],
)
def test_the_rules_that_a_decision_issues_are_checked_too(
    old: str, new: str, rule: str, tmp_path: Path
) -> None:
    document = DOCUMENTS["decision with the rules that it issues"]()
    found = [p for p in document.paragraphs if p.text.startswith(old)][-1]
    found.runs[0].text = found.runs[0].text.replace(old, new)
    document.save(str(tmp_path / "vb.docx"))
    assert [finding.rule for finding in check_file(tmp_path / "vb.docx")] == [rule]
