"""What can be mended in a Word file without changing its words, each repair a value; `docx_repair`
does them. Lengths are points except where a name says mm; None keeps what is there.
"""

from dataclasses import dataclass

from cchc_desktop.office.formatted import Spot


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are to look."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    underlined: bool | None = None
    font: str | None = None
    black: bool = False


@dataclass(frozen=True, slots=True)
class RunLook:
    """The look of `length` characters of a run, from `at` on."""

    at: Spot
    length: int
    look: Look


@dataclass(frozen=True, slots=True)
class NumberLook:
    """The look of the automatic number of a paragraph."""

    at: Spot
    look: Look


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands; `line` is a multiple of single spacing, `runs` the look of all that
    is in it.
    """

    at: Spot
    align: str | None = None
    first_line: float | None = None
    left: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    runs: Look | None = None


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Other characters in place of `length` ones of a run, from `at` on."""

    at: Spot
    length: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Compose:
    """The letters of a paragraph with their marks as one character each (NFC)."""

    at: Spot


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The sheet of a section: its sides and margins in mm, the first page without a number, the
    number of that page, Arabic figures.
    """

    at: Spot
    sides: tuple[float, float] | None = None
    margins: tuple[tuple[str, float], ...] = ()
    title_page: bool = False
    first_number: int | None = None
    arabic: bool = False


@dataclass(frozen=True, slots=True)
class NumberPages:
    """A centred page number in the header of a section; `even`: in that of even pages, too."""

    at: Spot
    look: Look
    even: bool = False


@dataclass(frozen=True, slots=True)
class DropNumbers:
    """No page number in the footers of the whole file, or in the first pages' header of one
    section.
    """

    at: Spot
    footers: bool


@dataclass(frozen=True, slots=True)
class RuleBelow:
    """A drawn rule, centred in a thin paragraph of its own below one."""

    at: Spot
    length: float


@dataclass(frozen=True, slots=True)
class RuleInstead:
    """A drawn rule, centred, in the place of the line that a run holds."""

    at: Spot
    length: float


FileRepair = (
    RunLook
    | NumberLook
    | ParagraphLook
    | TextEdit
    | Compose
    | SheetLook
    | NumberPages
    | DropNumbers
    | RuleBelow
    | RuleInstead
)
