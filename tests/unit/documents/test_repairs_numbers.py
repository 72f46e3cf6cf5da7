"""Sửa giúp on page numbers, as clerks set them in Word's headers and footers."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from cchc_desktop.documents.checker import check_file
from cchc_desktop.services.form_repair import repair_copy
from tests.foreign_documents import DOCUMENTS

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def emptied(document: Document) -> Paragraph:
    """The paragraph of the header without its number."""
    paragraph = document.sections[0].header.paragraphs[0]
    for child in list(paragraph._p):
        if child.tag != qn("w:pPr"):
            paragraph._p.remove(child)
    return paragraph


def number(paragraph: Paragraph, code: str = "PAGE") -> None:
    field = f'<w:fldSimple {_W} w:instr="{code}"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def no_number(document: Document) -> None:
    emptied(document)
    document.sections[0].different_first_page_header_footer = False


def beside_words(document: Document) -> None:
    emptied(document).add_run("Sở Ngoại vụ")


def at_the_right(document: Document) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def behind_tabs(document: Document) -> None:
    paragraph = emptied(document)
    paragraph.style, paragraph.alignment = document.styles["Header"], None
    paragraph.add_run("\t\t")
    number(paragraph)


def in_a_frame(document: Document) -> None:
    p_pr = document.sections[0].header.paragraphs[0]._p.get_or_add_pPr()
    p_pr.insert(
        1, parse_xml(f'<w:framePr {_W} w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>')
    )


def on_odd_pages(document: Document) -> None:
    document.settings.odd_and_even_pages_header_footer = True


def on_the_first_page(document: Document) -> None:
    number(document.sections[0].first_page_header.paragraphs[0])


def of_so_many(document: Document) -> None:
    emptied(document)
    paragraph = document.sections[0].footer.paragraphs[0]
    for words, code in (("Trang ", "PAGE"), ("/", "NUMPAGES")):
        paragraph.add_run(words)
        number(paragraph, code)


def in_a_footer_with_words(document: Document) -> None:
    emptied(document)
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run("Sở Ngoại vụ ")
    number(paragraph)


WAYS = [  # -> the rule that is broken, what the header and the footer say when it is mended
    (no_number, "page_number.missing", ["2"], [""]),
    (beside_words, "page_number.missing", ["2", "Sở Ngoại vụ"], [""]),
    (at_the_right, "page_number.align", ["2"], [""]),
    (behind_tabs, "page_number.align", [""], [""]),  # python-docx overlooks simple fields
    (in_a_frame, "page_number.align", ["2"], [""]),
    (on_odd_pages, "page_number.missing", ["2"], [""]),
    (on_the_first_page, "page_number.first_page", ["2"], [""]),
    (of_so_many, "page_number.place", ["2"], [""]),
    (in_a_footer_with_words, "page_number.place", ["2"], ["Sở Ngoại vụ "]),
]


@pytest.mark.parametrize("name", ["table, drawn rules", "two appendices"])
@pytest.mark.parametrize(("spoil", "rule", "header", "footer"), WAYS)
def test_the_number_stands_in_the_middle_of_the_header(
    name: str,
    spoil: Callable[[Document], None],
    rule: str,
    header: list[str],
    footer: list[str],
    tmp_path: Path,
) -> None:
    document = DOCUMENTS[name]()
    spoil(document)
    document.save(str(tmp_path / "vb.docx"))
    assert rule in {finding.rule for finding in check_file(tmp_path / "vb.docx")}
    done = repair_copy(tmp_path / "vb.docx")
    assert done.left == []
    for section in docx.Document(str(done.path)).sections:
        assert [paragraph.text for paragraph in section.header.paragraphs] == header
        assert [paragraph.text for paragraph in section.footer.paragraphs] == footer
        assert section.different_first_page_header_footer


def test_words_beside_the_number_are_the_clerks(tmp_path: Path) -> None:
    document = DOCUMENTS["table, drawn rules"]()
    paragraph = emptied(document)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.add_run("Kế hoạch năm 2026 ")
    number(paragraph)
    document.save(str(tmp_path / "vb.docx"))
    done = repair_copy(tmp_path / "vb.docx")
    assert [(one.rule, one.mendable) for one in done.left] == [("page_number.align", 0)]
