"""What the sheets of an Excel workbook share: its texts, looks and calendar; and the value that a
cell shows.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS

from cchc_desktop.office.characters import clean
from cchc_desktop.office.package import Package
from cchc_desktop.office.xlsx_formats import displayed, displayed_day

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_ON = ("1", "true")
_ESCAPED = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")


class Look(NamedTuple):
    """What the style of a cell does to it."""

    format: str = "General"
    bold: bool = False
    centred: bool = False


class Shown(NamedTuple):
    """What a cell shows; `lost` says what kept it from being read: "error", "formula" or ""."""

    text: str = ""
    kind: str = "empty"
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """The shared texts, the looks by style number, and whether days count from 1904."""

    texts: tuple[str, ...]
    looks: tuple[Look, ...]
    mac_calendar: bool

    def look(self, cell: etree._Element) -> Look:
        """The look of a cell; the plain one for a style that does not exist."""
        style = unsigned(cell.get("s"), 0)
        return self.looks[style] if style < len(self.looks) else Look()

    def shown(self, cell: etree._Element, look: Look) -> Shown:
        """The value of a cell as text; of a formula its last result, never the formula."""
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _text(_rich_text(cell.find(f"{S}is")))
        value = cell.findtext(f"{S}v") or ""
        if not value:
            return Shown(lost="formula" if cell.find(f"{S}f") is not None else "")
        match kind:
            case "s":
                number = unsigned(value, len(self.texts))
                known = number < len(self.texts)
                return _text(self.texts[number]) if known else Shown(lost="error")
            case "e":
                return Shown(lost="error")
            case "b":
                return Shown("TRUE" if value in _ON else "FALSE", "text")
            case "n" | "d":
                return self._number(value, look)
        return _text(_unescaped(value))

    def _number(self, value: str, look: Look) -> Shown:
        try:
            number = float(value)
        except ValueError:
            return _iso_day(value)
        if not math.isfinite(number):
            return Shown(lost="error")
        text, kind = displayed(number, look.format, self.mac_calendar)
        return Shown(text, kind if text else "empty")


def read_book(package: Package, root: etree._Element) -> Book:
    """The shared part of a workbook, `root` being its chief part."""
    texts = next(package.related(package.main, "sharedStrings"), None)
    styles = next(package.related(package.main, "styles"), None)
    properties = root.find(f"{S}workbookPr")
    return Book(
        texts=() if texts is None else tuple(_shared_texts(package, texts)),
        looks=() if styles is None else tuple(_looks(package.xml(styles))),
        mac_calendar=properties is not None and properties.get("date1904") in _ON,
    )


def _unescaped(text: str) -> str:
    """Text with Excel's "_x000D_" for a character put back, cleaned."""
    return clean(_ESCAPED.sub(_character, text) if "_x" in text else text)


def unsigned(text: str | None, default: int) -> int:
    """A number of an attribute that is not negative; the default for anything else."""
    try:
        number = int(text or "")
    except ValueError:
        return default
    return default if number < 0 else number


def _character(match: re.Match[str]) -> str:
    codes = bytes.fromhex("".join(match[0].split("_")[1::2]).replace("x", ""))
    return codes.decode("utf-16-be", "replace")


def _text(text: str) -> Shown:
    return Shown(text, "text" if text.strip() else "empty")


def _iso_day(value: str) -> Shown:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return _text(_unescaped(value))
    return Shown(*displayed_day(moment))


def _shared_texts(package: Package, part: str) -> Iterator[str]:
    for item in package.elements(part, f"{S}si"):
        yield _rich_text(item)


def _rich_text(item: etree._Element | None) -> str:
    """A text made of runs, its phonetic guides left out."""
    pieces = []
    for child in () if item is None else item:
        if child.tag == f"{S}t":
            pieces.append(child.text or "")
        elif child.tag == f"{S}r":
            pieces.append(child.findtext(f"{S}t") or "")
    return _unescaped("".join(pieces))


def _looks(styles: etree._Element) -> Iterator[Look]:
    formats = dict(BUILTIN_FORMATS)
    for element in styles.iterfind(f"{S}numFmts/{S}numFmt"):
        formats[unsigned(element.get("numFmtId"), 0)] = element.get("formatCode") or "General"
    bold = [_is_bold(font) for font in styles.iterfind(f"{S}fonts/{S}font")]
    for look in styles.iterfind(f"{S}cellXfs/{S}xf"):
        alignment = look.find(f"{S}alignment")
        font = unsigned(look.get("fontId"), 0)
        yield Look(
            formats.get(unsigned(look.get("numFmtId"), 0), "General"),
            font < len(bold) and bold[font],
            alignment is not None and (alignment.get("horizontal") or "").startswith("center"),
        )


def _is_bold(font: etree._Element) -> bool:
    bold = font.find(f"{S}b")
    return bold is not None and bold.get("val", "1") in _ON
