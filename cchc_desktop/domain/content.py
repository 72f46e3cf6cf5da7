"""A document with neutral content: one model, four outputs (Word, PDF, preview, compared text).

Styles are names of roles (`resources/styles/nd30.json` says how each looks); no fonts, sizes or
colours here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one role: "body", "section" (I.), "clause" (1. with title), "point", "dash",
    "basis", ...
    """

    text: str
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: paragraphs by "\\n"; spans in columns and rows; a cell covered from above is
    not repeated.
    """

    text: str
    style: str = "cell"
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Column shares, head rows, then body rows; a row lists only the cells that begin in it."""

    widths: tuple[int, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Ô 1-4 of the decree's diagram; `number_line` "Số: 41/KH-SNgV", `place_date` "Bình Phước,
    ngày 28 ...".
    """

    superior: str
    agency: str
    number_line: str
    place_date: str


@dataclass(frozen=True, slots=True)
class Closing:
    """Ô 7 and 9b: recipients without dashes or last marks, authority lines, the signer's name."""

    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """A phụ lục with its own page numbers: "Phụ lục" or "Phụ lục I", its name, "(Kèm theo ...)"."""

    label: str
    title: str
    reference: str
    body: tuple[Block, ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A văn bản có tên loại (Phụ lục III, mẫu 1.4)."""

    letterhead: Letterhead
    type_name: str
    subject: str
    body: tuple[Block, ...]
    closing: Closing
    appendices: tuple[Appendix, ...] = field(default=())


def text_lines(document: Document) -> Iterator[str]:
    """The document's words in reading order, a paragraph a line: what two versions are compared
    by.
    """
    head = document.letterhead
    yield from (head.superior, head.agency, head.number_line, head.place_date)
    yield from (document.type_name, document.subject)
    yield from _block_lines(document.body)
    yield from document.closing.recipients
    yield from (*document.closing.authority, document.closing.signer)
    for appendix in document.appendices:
        yield from (appendix.label, appendix.title, appendix.reference)
        yield from _block_lines(appendix.body)


def _block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in (*block.head, *block.rows):
                for cell in row:
                    yield from cell.text.splitlines()
