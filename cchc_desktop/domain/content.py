"""A document with neutral content: one model, four outputs (Word, PDF, preview, compared text).

Styles are names of roles (`resources/styles/nd30.json` says how each looks); no fonts, sizes or
colours here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one role: "body", "section" (I.), "clause" (1. with title), "point", "dash",
    "basis", ...
    """

    text: str
    style: str = "body"


class Cell(NamedTuple):
    """A table cell: paragraphs by "\\n"; spans in columns and rows; a cell covered from above is
    not repeated. (A tuple, because a table has tens of thousands.)
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
_NOTE = "note"  # the style of lines under a table that explain it


def noted(blocks: Sequence[Block]) -> set[int]:
    """Which of the blocks, tables and notes under them, are followed by a note: they stay with it,
    or it would stand on a page by itself.
    """
    found: set[int] = set()
    under = False
    for n, (block, following) in enumerate(pairwise(blocks)):
        under = isinstance(block, Table) or (under and block.style == _NOTE)
        if under and isinstance(following, Paragraph) and following.style == _NOTE:
            found.add(n)
    return found


Spans = tuple[tuple[int, int], ...]  # (columns, rows) of a row's cells
Covered = tuple[tuple[int, int], ...]  # by column: (columns, rows to come) of a cell from above


class Slot(NamedTuple):
    """A place in a row: its first column, its columns, and which of the row's cells begins there;
    None where a cell from above reaches down.
    """

    column: int
    columns: int
    cell: int | None


def nothing_covered(width: int) -> Covered:
    """What covers the first row of a table of that many columns."""
    return ((1, 0),) * width


@lru_cache(maxsize=1 << 12)
def row_slots(spans: Spans, covered: Covered) -> tuple[tuple[Slot, ...], Covered]:
    """The places of a row from left to right, and what covers the next row."""
    slots: list[Slot] = []
    below = list(nothing_covered(len(covered)))
    column = index = 0
    while column < len(covered):
        columns, rows = covered[column]
        if rows:
            slots.append(Slot(column, columns, None))
        else:
            columns, rows = spans[index]
            slots.append(Slot(column, columns, index))
            index += 1
        below[column] = (columns, rows - 1)
        column += columns
    return tuple(slots), tuple(below)


def spans_of(row: tuple[Cell, ...]) -> Spans:
    """The spans of a row's cells."""
    return tuple([(cell.columns, cell.rows) for cell in row])


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

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        """The recipients as they are printed: "- Như trên;" ... "- Lưu: VT." """
        *others, last = self.recipients or ("",)
        return (*(f"- {name};" for name in others), *((f"- {last}.",) if last else ()))


@dataclass(frozen=True, slots=True)
class Appendix:
    """A phụ lục with its own page numbers: "Phụ lục" or "Phụ lục I", its name, "(Kèm theo ...)"."""

    label: str
    title: str
    reference: str
    body: tuple[Block, ...]
    landscape: bool = True


class Origin(NamedTuple):
    """What a document prints: its kind ("KH", "BC", "CV", "TD" for a timeline), and the record of
    the project that it is made from, of a công văn and a timeline the plan.
    """

    kind: str
    record_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """A văn bản có tên loại (Phụ lục III, mẫu 1.4), or a công văn (mẫu 1.5), which has `addressees`
    ("Kính gửi") in the place of a tên loại and its subject under its number.

    Without a letterhead it is a phụ lục in a file of its own (Phụ lục I, Mục II 7.d): nothing but
    the appendices is printed. `origin` is written into its file, so that it is known again.
    """

    letterhead: Letterhead | None
    type_name: str
    subject: str
    body: tuple[Block, ...]
    closing: Closing
    appendices: tuple[Appendix, ...] = field(default=())
    addressees: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn."""
        return bool(self.addressees) and not self.type_name

    @property
    def letter_subject(self) -> str:
        """Ô 5b, the trích yếu of a công văn: "V/v đôn đốc ..."; else ""."""
        return f"V/v {self.subject}" if self.is_letter else ""

    @property
    def addressee_lines(self) -> tuple[Paragraph, ...]:
        """Ô 9a: one addressee beside "Kính gửi:", several below it."""
        if len(self.addressees) < 2:
            return tuple(Paragraph(f"Kính gửi: {one}.", "addressee") for one in self.addressees)
        *others, last = self.addressees
        return (
            Paragraph("Kính gửi:", "addressees"),
            *(Paragraph(f"- {one};", "addressee_of_many") for one in others),
            Paragraph(f"- {last}.", "last_addressee"),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: lines over the table, the table (cells with spans in its head only),
    lines under it. `filtered`: the rows can be filtered by what their columns hold.

    A form that is to be filled in has `choices`, the words offered in a column, and `grows`: its
    rows follow what is written into them. `frozen`: columns that stay where others are scrolled;
    columns are counted from 0.
    """

    name: str
    heading: tuple[Paragraph, ...]
    table: Table
    notes: tuple[Paragraph, ...] = ()
    filtered: bool = False
    hidden_columns: tuple[int, ...] = ()
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()
    frozen: int = 0
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of an Excel file in order, and what its properties say."""

    title: str
    author: str
    sheets: tuple[Sheet, ...]


def printed_lines(document: Document) -> Iterator[str]:
    """The document's words as they are printed, in reading order, a paragraph a line, without
    empty lines, with "Nơi nhận:" and the marks of its list: from these lines it can be read again.
    """
    yield from filter(None, _lines(document))


def _lines(document: Document) -> Iterator[str]:
    closing = document.closing
    if document.letterhead is not None:
        yield from _own_lines(document, document.letterhead)
        if closing.recipients:
            yield from ("Nơi nhận:", *closing.recipient_lines)
        yield from (*closing.authority, closing.signer)
    yield from _appendix_lines(document)


def _own_lines(document: Document, head: Letterhead) -> Iterator[str]:
    """Head and body."""
    yield from (head.superior, head.agency, head.number_line, head.place_date)
    if document.is_letter:
        yield document.letter_subject
    else:
        yield from (document.type_name, document.subject)
    yield from (line.text for line in document.addressee_lines)
    yield from _block_lines(document.body)


def _appendix_lines(document: Document) -> Iterator[str]:
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
