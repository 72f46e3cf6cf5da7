"""What stands on a printed page: plain values, in points from the sheet's upper left corner (within
a box: from the box's).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


class PrintedText(NamedTuple):
    """A line of text: where it begins, the face, and `spacing` added to its blanks
    (once to several that follow each other)."""

    text: str
    x: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0


class Stroke(NamedTuple):
    """A straight black line."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float


class Fill(NamedTuple):
    """A shaded rectangle; `colour` as RRGGBB."""

    x: float
    y: float
    width: float
    height: float
    colour: str


Item = PrintedText | Stroke | Fill


class SelfPainted(Protocol):
    """A sheet that is not made of items but paints itself; `width` and `height` in points."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def landscape(self) -> bool: ...

    def paint(self, painter: "QPainter") -> None:
        """Draws the sheet; the painter's unit is a point."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A sheet and what is painted on it, shades first."""

    width: float
    height: float
    items: tuple[Item, ...]

    @property
    def landscape(self) -> bool:
        """Whether the sheet is turned."""
        return self.width > self.height

    @property
    def texts(self) -> tuple[PrintedText, ...]:
        """Its lines of text."""
        return tuple(item for item in self.items if isinstance(item, PrintedText))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Its drawn lines."""
        return tuple(item for item in self.items if isinstance(item, Stroke))


Page = PrintedPage | SelfPainted


def moved(items: Iterable[Item], x: float, y: float) -> list[Item]:
    """The items, shifted to the right and down."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, PrintedText):
            found.append(item._replace(x=item.x + x, baseline=item.baseline + y))
        elif isinstance(item, Stroke):
            found.append(Stroke(item.x1 + x, item.y1 + y, item.x2 + x, item.y2 + y, item.thickness))
        else:
            found.append(item._replace(x=item.x + x, y=item.y + y))
    return found
