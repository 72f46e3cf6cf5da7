"""A formatted document as pieces of text: one line of one column each, in reading order. The
elements are found among them, whether the office laid them out with tables, tabs or blanks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.office.characters import clean
from cchc_desktop.office.formatted import (
    FormattedBlock,
    FormattedCell,
    FormattedDocument,
    FormattedParagraph,
    FormattedRun,
    FormattedSection,
    FormattedTable,
)
from cchc_desktop.office.text_width import face_of, text_width

LEFT, RIGHT, WHOLE = "left", "right", ""
_RAISED_SIZE = 0.65  # of the size, as Word shows superscripts
_TYPED_LINE = re.compile(r"[\s_\-–—―─━=*~.·]{3,}")
_MARK = re.compile(r"\s*(?:[-–+•]|\w{1,4}[.)])\s*")  # what a list sets off with a tab
_LINE_MARKS = frozenset("_-–—―─━=*~")
# A gap of blanks parts two columns, but not inside "Số:      /KH-SNgV" or "ngày      tháng".
_COLUMN_GAP = re.compile(
    r"\t[\t ]*+(?!/)|(?:^|(?<=\S)(?<![:,/])(?<!ngày)(?<!tháng)(?<!năm)(?<!Số)(?<!số)) {5,}"
    r"(?! |/|ngày|tháng|năm)"
)


@dataclass(frozen=True, eq=False)
class Place:
    """Where a paragraph stands. `number` counts the paragraphs with text from 1, `table` the tables
    (0 outside); `side` is the column of a cell.
    """

    number: int
    section: FormattedSection
    cell: FormattedCell | None = None
    table: int = 0
    side: str = WHOLE

    @property
    def width(self) -> float:
        """The room for text, in points."""
        return self.cell.width if self.cell and self.cell.width else self.section.text_width


@dataclass(frozen=True, eq=False)
class Piece:
    """A line of text in one column. `text` is NFC without blanks at its ends. Empty lines are
    pieces, too, for what is anchored in them.
    """

    text: str
    runs: tuple[FormattedRun, ...]
    paragraph: FormattedParagraph
    place: Place
    side: str

    @cached_property
    def folded(self) -> str:
        """Lower case without diacritics, blanks as one space."""
        return " ".join(fold(self.text).split())

    @cached_property
    def letters(self) -> tuple[FormattedRun, ...]:
        """The runs with letters or digits, superscripts left out."""
        return tuple(r for r in self.runs if not r.raised and any(map(str.isalnum, r.text)))

    @property
    def is_typed_line(self) -> bool:
        """A rule typed with underscores, dashes or stars."""
        return bool(_TYPED_LINE.fullmatch(self.text)) and bool(_LINE_MARKS & set(self.text))

    @property
    def holds_line(self) -> bool:
        """A line is drawn, typed or bordered here."""
        paragraph = self.paragraph
        return bool(paragraph.lines or paragraph.borders) or self.is_typed_line

    @property
    def is_capitals(self) -> bool:
        """All its letters are capitals, a few words such as "SNgV" apart."""
        letters = [char for char in self.text if char.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) >= 0.9 * len(letters)

    @property
    def bold_share(self) -> float:
        """How much of its letters is bold, 0-1."""
        total = sum(len(run.text) for run in self.letters)
        return sum(len(run.text) for run in self.letters if run.bold) / total if total else 0.0

    @property
    def width(self) -> float:
        """How wide the line is when it isn't broken, in points."""
        return sum(_run_width(run) for run in self.runs)


def opposite(side: str) -> str:
    """The other column; WHOLE for WHOLE."""
    return {LEFT: RIGHT, RIGHT: LEFT}.get(side, WHOLE)


def starts_sheet(pieces: Sequence[Piece], at: int) -> bool:
    """Nothing stands before the piece on its page, as far as the file's own breaks tell."""
    piece = pieces[at]
    if piece.paragraph.breaks_before:
        return True
    for before in reversed(pieces[:at]):
        if before.place.section is not piece.place.section:
            return piece.place.section.starts_page
        if before.paragraph.breaks_after or (not before.text and before.paragraph.breaks_before):
            return True
        if before.text:
            return False
    return True


def _run_width(run: FormattedRun) -> float:
    size = run.size * (_RAISED_SIZE if run.raised else 1)
    return text_width(run.text, size, face_of(bold=run.bold, italic=run.italic))


def document_pieces(document: FormattedDocument) -> list[Piece]:
    """The pieces of the body of a document."""
    walker = _Walker()
    return [
        piece
        for section in document.sections
        for piece in walker.blocks(section.blocks, Place(0, section))
    ]


def whole_paragraphs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Each paragraph as one piece again, its lines and columns joined by blanks."""
    gathered: list[Piece] = []
    for piece in pieces:
        if gathered and gathered[0].paragraph is not piece.paragraph:
            yield _together(gathered)
            gathered = []
        gathered.append(piece)
    if gathered:
        yield _together(gathered)


def _together(pieces: list[Piece]) -> Piece:
    text = " ".join(piece.text for piece in pieces if piece.text)
    runs = tuple(run for piece in pieces for run in piece.runs)
    return replace(pieces[0], text=text, runs=runs, side="")


class _Walker:
    """Walks the blocks and numbers paragraphs and tables on the way."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, blocks: Iterable[FormattedBlock], place: Place) -> Iterator[Piece]:
        for block in blocks:
            if isinstance(block, FormattedTable):
                yield from self._table(block, place)
                continue
            if block.full_text:
                self._paragraphs += 1
            yield from paragraph_pieces(block, replace(place, number=self._paragraphs))
            yield from self.blocks(block.boxes, place)

    def _table(self, table: FormattedTable, place: Place) -> Iterator[Piece]:
        self._tables += 1
        number = self._tables
        for row in table.rows:
            for cell in row:
                side = _side(cell, table) or place.side
                inside = replace(place, cell=cell, table=number, side=side)
                yield from self.blocks(cell.blocks, inside)


def _side(cell: FormattedCell, table: FormattedTable) -> str:
    if cell.columns >= table.columns:
        return WHOLE
    return LEFT if cell.column + cell.columns / 2 <= table.columns / 2 else RIGHT


def paragraph_pieces(paragraph: FormattedParagraph, place: Place) -> list[Piece]:
    """A paragraph as pieces: its lines, and where tabs or blanks part them, its columns."""
    runs = paragraph.runs
    if paragraph.label and paragraph.label.text:
        runs = (replace(paragraph.label, text=f"{paragraph.label.text} "), *runs)
    pieces = []
    for line in _lines(runs):
        columns = [line] if place.cell else _columns(line)
        texts = [clean("".join(run.text for run in part)).strip() for part in columns]
        left = 0 if sum(map(bool, texts)) < 2 else next(n for n, text in enumerate(texts) if text)
        for at, (text, part) in enumerate(zip(texts, columns, strict=True)):
            side = place.side
            if len(columns) > 1:
                side = LEFT if at <= left else RIGHT
            if text or len(columns) == 1:
                pieces.append(Piece(text, part, paragraph, place, side))
    return [piece for piece in pieces if piece.text] or pieces[:1]


def _lines(runs: tuple[FormattedRun, ...]) -> list[tuple[FormattedRun, ...]]:
    lines: list[list[FormattedRun]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(run.part(0, len(first)) if others else run)
        at = len(first) + 1
        for part in others:
            lines.append([run.part(at, at + len(part))])
            at += len(part) + 1
    return [tuple(line) for line in lines]


def _columns(line: tuple[FormattedRun, ...]) -> list[tuple[FormattedRun, ...]]:
    """A line cut where a column begins; what stands before a leading tab is an empty column."""
    text = "".join(run.text for run in line)
    found = (match.span() for match in _COLUMN_GAP.finditer(text))
    gaps = [gap for gap in found if not _MARK.fullmatch(text[: gap[0]])]
    if not gaps:
        return [line]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return [cut(line, start, end) for start, end in zip(starts, ends, strict=True)]


def cut(runs: tuple[FormattedRun, ...], start: int, end: int) -> tuple[FormattedRun, ...]:
    """The runs of a part of their text."""
    parts, at = [], 0
    for run in runs:
        part = run.part(max(start - at, 0), max(end - at, 0))
        at += len(run.text)
        if part.text:
            parts.append(part)
    return tuple(parts)
