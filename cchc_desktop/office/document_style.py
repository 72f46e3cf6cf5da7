"""The look of a document in the form of Nghị định 30/2020, from `resources/styles/nd30.json`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

import resources
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import Face, face_of


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One role: `size`, `before`, `after`, `exact` in points, indents in mm; `line` a multiple of
    single spacing, unless `exact` gives the height of a line; `outline` the level in Word's
    navigation pane; `fill` the shade of a cell as RRGGBB.
    """

    name: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    align: Literal["left", "center", "both"]
    first_line: float
    left: float
    before: float
    after: float
    line: float
    exact: float
    keep_next: bool
    outline: int | None
    fill: str | None

    @property
    def face(self) -> Face:
        """The face that the text is measured in."""
        return face_of(bold=self.bold, italic=self.italic)

    def shown(self, text: str) -> str:
        """The letters that a reader sees: the words stay as typed, the role may show capitals."""
        return text.upper() if self.capitalises(text) else text

    def capitalises(self, text: str) -> bool:
        """Whether the role turns the text into capitals; text typed in capitals is left alone, with
        the small letters of its numbers ("30c/NQ-CP").
        """
        return self.caps and any(
            word != word.upper() and not any(char.isdigit() for char in word)
            for word in text.split()
        )


@dataclass(frozen=True, slots=True)
class Page:
    """An upright sheet and its margins, in mm; `header` is from the sheet's edge to the page
    number.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float

    def text_width(self, *, landscape: bool = False) -> float:
        """The width between the margins in points; a turned sheet keeps its margins' names."""
        width = self.height if landscape else self.width
        return (width - self.left - self.right) * POINTS_PER_MM

    def text_height(self, *, landscape: bool = False) -> float:
        """The height between the margins in points."""
        height = self.width if landscape else self.height
        return (height - self.top - self.bottom) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class RuleStyle:
    """A drawn rule: its share of the text over it (Phụ lục I asks 1/3 to 1/2), thickness in
    points.
    """

    share: float
    thickness: float


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Border in points, cell margins in mm; shares of a page's height."""

    border: float
    cell_margin_sides: float
    cell_margin_top: float
    whole_at_most: float  # a taller row may break, or it would leave the page before it half empty
    kept_at_most: float  # a taller merged cell may fall over two pages


@dataclass(frozen=True, slots=True)
class DocumentStyle:
    """All of it; `compact_letterhead`: the smaller sizes that go together (footnote, Mục V)."""

    font: str
    language: str
    page: Page
    rule: RuleStyle
    table: TableStyle
    roles: dict[str, TextStyle]
    compact_letterhead: dict[str, float]


@cache
def document_style() -> DocumentStyle:
    """The style of Nghị định 30/2020."""
    data = json.loads(resources.text("styles/nd30.json"))
    return DocumentStyle(
        font=data["font"],
        language=data["language"],
        page=Page(**data["page"]),
        rule=RuleStyle(**data["rule"]),
        table=TableStyle(**data["table"]),
        roles={role: TextStyle(**data["defaults"] | own) for role, own in data["roles"].items()},
        compact_letterhead=data["compact_letterhead"],
    )
