"""Effective formatting: document defaults, then table style, paragraph style, character style and
direct formatting, each with the chain it is based on (ECMA-376 Part 1, 17.7.2).
"""

from collections.abc import Iterable
from functools import cached_property

from lxml import etree

from cchc_desktop.office.docx_names import ON, W, value
from cchc_desktop.office.docx_properties import (
    TOGGLES,
    Properties,
    paragraph_properties,
    run_properties,
)
from cchc_desktop.office.docx_styles import style_chain
from cchc_desktop.office.theme import Theme

_WORDS_OWN = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "size": 10.0}


class EffectiveStyles:
    """The style sheet of a document; what each style and all it is based on amount to."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self.theme = theme
        self.default_run: Properties = dict(_WORDS_OWN)
        self.default_paragraph: Properties = {}
        self._elements: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._runs: dict[str, Properties] = {}
        self._paragraphs: dict[str, tuple[Properties, ...]] = {}
        if root is None:
            return
        for style in root.iterchildren(f"{W}style"):
            style_id = style.get(f"{W}styleId", "")
            self._elements[style_id] = style
            if style.get(f"{W}default") in ON:
                self._defaults[style.get(f"{W}type", "paragraph")] = style_id
        run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self.default_run |= run_properties(run, theme)
        self.default_paragraph |= paragraph_properties(paragraph)

    def chain(self, style_id: str) -> list[etree._Element]:
        """The style and those it is based on, the base first."""
        return style_chain(self._elements, style_id)

    def default_style(self, kind: str) -> str:
        """The id of the default "paragraph" or "table" style, "" without one."""
        return self._defaults.get(kind, "")

    def paragraph_levels(self, style_id: str) -> tuple[Properties, ...]:
        """What each style of a paragraph style's chain sets for paragraphs, the base first."""
        if style_id not in self._paragraphs:
            properties = (paragraph_properties(s.find(f"{W}pPr")) for s in self.chain(style_id))
            self._paragraphs[style_id] = tuple(properties)
        return self._paragraphs[style_id]

    def run_level(self, style_id: str) -> Properties:
        """What a style and its chain set for runs."""
        if style_id not in self._runs:
            merged: Properties = {}
            for style in self.chain(style_id):
                merged |= run_properties(style.find(f"{W}rPr"), self.theme)
            self._runs[style_id] = merged
        return self._runs[style_id]

    def effective_run(self, levels: Iterable[Properties], direct: Properties) -> Properties:
        """A run's look from its style levels (table, paragraph, character) and direct formatting.

        A toggle is on where an odd number of levels sets it; direct formatting is absolute
        (17.7.3).
        """
        merged = dict(self.default_run)
        toggles = dict.fromkeys(TOGGLES, False)
        for level in levels:
            merged |= level
            for key in TOGGLES:
                toggles[key] ^= bool(level.get(key))
        for key in TOGGLES:
            merged[key] = toggles[key] or bool(self.default_run.get(key))
        return merged | direct


class TableStyle:
    """A table's style with its conditional formats, asked cell by cell."""

    def __init__(self, styles: EffectiveStyles, table: etree._Element) -> None:
        named = value(table.find(f"{W}tblPr/{W}tblStyle"))
        self._styles = styles
        self._chain = styles.chain(named or styles.default_style("table"))
        self._look = _look(table.find(f"{W}tblPr/{W}tblLook"))
        self._cells: dict[frozenset[str], tuple[Properties, Properties]] = {}

    @cached_property
    def borders(self) -> etree._Element | None:
        """The w:tblBorders that the style gives, the nearest one."""
        found = (s.find(f"{W}tblPr/{W}tblBorders") for s in reversed(self._chain))
        return next((b for b in found if b is not None), None)

    def cell(self, row: int, rows: int, column: int, columns: int) -> tuple[Properties, Properties]:
        """What the style sets for runs and for paragraphs of a cell at that place."""
        parts = self._parts(row, rows, column, columns)
        if parts not in self._cells:
            self._cells[parts] = self._merged(parts)
        return self._cells[parts]

    def _merged(self, parts: frozenset[str]) -> tuple[Properties, Properties]:
        run: Properties = {}
        paragraph: Properties = {}
        for style in self._chain:
            conditional = {f.get(f"{W}type"): f for f in style.iterchildren(f"{W}tblStylePr")}
            chosen = (conditional[part] for part in _PARTS if part in parts and part in conditional)
            for element in (style, *chosen):
                run |= run_properties(element.find(f"{W}rPr"), self._styles.theme)
                paragraph |= paragraph_properties(element.find(f"{W}pPr"))
        return run, paragraph

    def _parts(self, row: int, rows: int, column: int, columns: int) -> frozenset[str]:
        look = self._look
        parts = {"wholeTable"}
        if "noVBand" not in look:
            parts.add("band1Vert" if (column - ("firstColumn" in look)) % 2 == 0 else "band2Vert")
        if "noHBand" not in look:
            parts.add("band1Horz" if (row - ("firstRow" in look)) % 2 == 0 else "band2Horz")
        edges = (
            ("firstColumn", column == 0, "firstCol"),
            ("lastColumn", column == columns - 1, "lastCol"),
            ("firstRow", row == 0, "firstRow"),
            ("lastRow", row == rows - 1, "lastRow"),
        )
        return frozenset(parts | {part for key, there, part in edges if there and key in look})


_PARTS = (  # in the order in which Word applies them
    "wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz",
    "firstCol", "lastCol", "firstRow", "lastRow",
)  # fmt: skip
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


def _look(element: etree._Element | None) -> frozenset[str]:
    """The conditional formats that are switched on, from the attributes or the older bit mask."""
    if element is None:
        return frozenset({"noHBand", "noVBand"})
    if any(element.get(W + name) is not None for name in _LOOK_BITS):
        return frozenset(name for name in _LOOK_BITS if element.get(W + name) in ON)
    try:
        bits = int(value(element) or "0", 16)
    except ValueError:
        bits = 0
    return frozenset(name for name, bit in _LOOK_BITS.items() if bits & bit)
