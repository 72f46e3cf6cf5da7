"""The look of an Excel sheet, read from `resources/styles/sheet.json`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

import resources
from cchc_desktop.office.text_width import Face, face_of


@dataclass(frozen=True, slots=True)
class CellStyle:
    """One role: `size` in points, `fill` a colour as RRGGBB or None."""

    size: float
    bold: bool
    italic: bool
    align: Literal["left", "center"]
    valign: Literal["top", "center"]
    wrap: bool
    border: Literal["all", "rows", "none"]  # "rows": over and under, not between cells
    fill: str | None
    keep_next: bool  # a row with such cells is not to end a printed page

    @property
    def face(self) -> Face:
        """The face that the text is measured in."""
        return face_of(bold=self.bold, italic=self.italic)


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """All of it; `font` and `size` of a plain cell, `margins` of the printed page in mm."""

    font: str
    size: float
    margins: dict[str, float]
    roles: dict[str, CellStyle]


@cache
def sheet_style() -> SheetStyle:
    """The style of all sheets."""
    data = json.loads(resources.text("styles/sheet.json"))
    roles = {role: CellStyle(**data["defaults"] | own) for role, own in data["roles"].items()}
    return SheetStyle(data["font"], data["size"], data["margins"], roles)
