"""What a Word or Excel file says, as neutral blocks: paragraphs and tables as grids. No rule about
plans here.

Paragraphs and cells are named tuples, which are made thrice as fast as frozen dataclasses: a table
has tens of thousands of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.domain.content import Origin


class SourceParagraph(NamedTuple):
    """A paragraph: its text (NFC, tracked changes accepted, breaks as "\\n"), automatic number
    apart ("1.", "a)", "-").

    `part` says where it stood: "body", "header", "footer", "textbox".
    """

    text: str
    number: str = ""  # what Word's automatic numbering or bullet prints before it
    level: int = 0  # depth of that automatic list
    centred: bool = False
    bold: bool = False
    italic: bool = False
    heading: int = 0  # 1-9 for Word's heading styles
    part: str = "body"

    @property
    def full_text(self) -> str:
        """The text as printed, number first."""
        return f"{self.number} {self.text}".strip() if self.number else self.text


class SourceCell(NamedTuple):
    """A cell where it begins: its paragraphs, spans, and the grid column and row of its first
    corner.

    `value_kind`: "text", "number", "date" or "empty" (Excel); dates are texts in ISO form, numbers
    as displayed.
    """

    row: int
    column: int
    paragraphs: tuple[SourceParagraph, ...] = ()
    columns: int = 1
    rows: int = 1
    bold: bool = False
    value_kind: str = "text"
    nested: tuple["SourceTable", ...] = ()

    @property
    def text(self) -> str:
        """Paragraphs as printed, joined by "\\n", empty ones dropped."""
        return "\n".join(p.full_text for p in self.paragraphs if p.full_text)

    @property
    def blocks(self) -> Iterator["SourceBlock"]:
        """Its paragraphs and the tables among them, in reading order."""
        at = 0
        for table in self.nested:
            yield from self.paragraphs[at : table.over]
            yield table
            at = len(self.paragraphs) if table.over is None else table.over
        yield from self.paragraphs[at:]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as a grid: cells listed where they begin, row by row; a merged cell is listed once.

    `hidden_rows`, `hidden_columns`: hidden in the file; `head_rows`: marked to repeat as a head;
    `over`: of a table inside a cell, how many of the cell's paragraphs stand over it; None: all.
    """

    height: int
    width: int
    cells: tuple[SourceCell, ...]
    title: str = ""  # the sheet's name
    hidden_rows: frozenset[int] = frozenset()
    head_rows: frozenset[int] = frozenset()
    part: str = "body"  # as in SourceParagraph
    hidden_columns: frozenset[int] = frozenset()
    over: int | None = None


SourceBlock = SourceParagraph | SourceTable


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The blocks of a file in reading order; `notes` such as accepted tracked changes for the
    review; `origin`: what it prints, where this program wrote it.
    """

    name: str
    blocks: tuple[SourceBlock, ...]
    notes: tuple[str, ...] = ()
    origin: Origin | None = None
