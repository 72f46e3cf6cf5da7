"""Reads a Word file into neutral blocks: headers, body, footers."""

from collections.abc import Iterator, Sequence

from lxml import etree

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.office.document_origin import origin_of
from cchc_desktop.office.docx_names import R, W, is_on
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_paragraphs import WordContext
from cchc_desktop.office.docx_revisions import settle
from cchc_desktop.office.docx_styles import Styles
from cchc_desktop.office.docx_tables import read_blocks
from cchc_desktop.office.grid import SourceBlock, SourceFile
from cchc_desktop.office.package import Package

_TRACKED = "Tệp có thay đổi đang theo dõi (Track Changes); nội dung được đọc như đã chấp nhận hết."


def read_word(package: Package) -> SourceFile:
    """The blocks of an opened Word package; RefusedInput when it cannot be read."""
    styles = _optional(package, "styles")
    context = WordContext(Styles(styles), Numbering(_optional(package, "numbering"), styles))
    root = package.xml(package.main)
    body = root.find(f"{W}body")
    if body is None:
        raise RefusedInput(
            f"Tệp “{package.name}” không có nội dung Word; hãy xin lại tệp từ nơi gửi."
        )
    blocks = _part_blocks(body, context, "body")
    headers = _margin_blocks(package, context, "header")
    footers = _margin_blocks(package, context, "footer")
    whole, notes = (*headers, *blocks, *footers), tuple(context.notes)
    return SourceFile(nfc(package.name), whole, notes, origin_of(package))


def _optional(package: Package, kind: str) -> etree._Element | None:
    part = next(package.related(package.main, kind), None)
    return None if part is None else package.xml(part)


def _part_blocks(root: etree._Element, context: WordContext, part: str) -> list[SourceBlock]:
    if settle(root):
        context.notes[_TRACKED] = None
    return read_blocks(root, context, part)


def _margin_blocks(package: Package, context: WordContext, part: str) -> list[SourceBlock]:
    """The blocks of all headers, or all footers, that are printed."""
    names = dict.fromkeys(_margin_parts(package, context.sections, f"{W}{part}Reference"))
    return [block for name in names for block in _part_blocks(package.xml(name), context, part)]


def _margin_parts(package: Package, sections: Sequence[etree._Element], tag: str) -> Iterator[str]:
    relations = package.relations(package.main)
    for section in sections:
        shown = {"default", "first"} if is_on(section.find(f"{W}titlePg")) else {"default"}
        for reference in section.iterchildren(tag):
            relation = relations.get(reference.get(f"{R}id") or "")
            if relation and reference.get(f"{W}type") in shown and package.has(relation.target):
                yield relation.target
