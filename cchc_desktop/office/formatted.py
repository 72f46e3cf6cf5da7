"""A Word document with its effective formatting, as neutral data: what a reader sees on paper.

Lengths are points (1/72 inch) except where a name says mm; colours are "RRGGBB"; texts are as
shown (capitals applied, tracked changes accepted, hidden text left out).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from functools import cached_property
from typing import NamedTuple

from cchc_desktop.domain.content import Origin
from cchc_desktop.office.lengths import POINTS_PER_MM


class Spot(NamedTuple):
    """Where something was read: the part of the file, its place among all paragraphs (or runs, or
    sections) of that part from 0 on, and of a run the first character.
    """

    part: str
    number: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class FormattedRun:
    """Text of one look. "\\n" is a line break, "\\t" a tab.

    `fonts`: those of its letters, digits and marks. `field`: the code of the field that shows it
    ("PAGE"), else "". `caps`: its look makes its letters capitals. `at`: None for what is not typed
    there, such as the number of a list.
    """

    text: str
    fonts: tuple[str, ...]
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False  # superscript or subscript
    colour: str = "000000"
    field: str = ""
    caps: bool = False
    at: Spot | None = dataclass_field(default=None, compare=False)

    def part(self, start: int, end: int | None = None) -> "FormattedRun":
        """The run of a part of its text."""
        at = self.at and self.at._replace(start=self.at.start + start)
        return replace(self, text=self.text[start:end], at=at)


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A horizontal line drawn with a shape. `left`: from the left edge of the text (of the page
    where `from_page`), None where it is aligned or unknown. `at`: the run that holds it.
    """

    width: float
    left: float | None = None
    from_page: bool = False
    solid: bool = True
    at: Spot | None = dataclass_field(default=None, compare=False)


@dataclass(frozen=True)
class FormattedParagraph:
    """A paragraph and everything anchored in it. `align`: left, center, right, both.

    `line` is a multiple of single spacing where `line_rule` is "auto", else points ("exact",
    "atLeast"). `first_line` is relative to `left`, negative when hanging. `label` is the automatic
    number. `tabs` are (position, kind). `borders` names its visible edges. `boxes` are the blocks
    of text boxes anchored here. `breaks_before`, `breaks_after`: a page break stands before its
    text, or behind it.
    """

    runs: tuple[FormattedRun, ...]
    align: str = "left"
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    line_rule: str = "auto"
    contextual: bool = False
    style: str = ""
    label: FormattedRun | None = None
    tabs: tuple[tuple[float, str], ...] = ()
    borders: frozenset[str] = frozenset()
    lines: tuple[DrawnLine, ...] = ()
    boxes: tuple["FormattedBlock", ...] = ()
    frame_align: str = ""
    breaks_before: bool = False
    breaks_after: bool = False
    at: Spot | None = dataclass_field(default=None, compare=False)

    @cached_property
    def text(self) -> str:
        """The paragraph's own text, without its automatic number."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def full_text(self) -> str:
        """The text as printed, number first, blanks at the ends dropped."""
        label = f"{self.label.text} " if self.label and self.label.text else ""
        return (label + self.text).strip()


@dataclass(frozen=True, slots=True)
class FormattedCell:
    """A cell where it begins: grid column, inner width between its margins, visible edges."""

    blocks: tuple["FormattedBlock", ...]
    column: int
    columns: int
    width: float
    borders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormattedTable:
    """Rows of the cells that begin in them."""

    rows: tuple[tuple[FormattedCell, ...], ...]
    columns: int


FormattedBlock = FormattedParagraph | FormattedTable


@dataclass(frozen=True, slots=True)
class FormattedSection:
    """A section. `headers` and `footers` by kind ("default", "first", "even"), inherited ones
    filled in.
    """

    blocks: tuple[FormattedBlock, ...]
    width_mm: float
    height_mm: float
    margins_mm: dict[str, float]  # "top", "bottom", "left", "right" as the page is read
    title_page: bool
    starts_page: bool  # begins on a new page
    first_number: int | None
    number_format: str
    headers: dict[str, tuple[FormattedBlock, ...]]
    footers: dict[str, tuple[FormattedBlock, ...]]
    at: Spot | None = dataclass_field(default=None, compare=False)

    @property
    def landscape(self) -> bool:
        """Wider than high."""
        return self.width_mm > self.height_mm

    @property
    def text_width(self) -> float:
        """Between the side margins, in points."""
        margins = self.margins_mm["left"] + self.margins_mm["right"]
        return (self.width_mm - margins) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class FormattedDocument:
    """The sections in order, foot- and endnotes; `pages` is what the program that saved the file
    last counted, 0 if unknown; `origin` what it prints, where this program wrote it.
    """

    sections: tuple[FormattedSection, ...]
    notes: tuple[FormattedBlock, ...] = ()
    even_and_odd: bool = False
    default_tab: float = 36
    pages: int = 0
    origin: Origin | None = None


def paragraphs(blocks: tuple[FormattedBlock, ...]) -> Iterator[FormattedParagraph]:
    """All paragraphs in reading order, those of cells and text boxes included."""
    for block in blocks:
        if isinstance(block, FormattedParagraph):
            yield block
            yield from paragraphs(block.boxes)
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)
