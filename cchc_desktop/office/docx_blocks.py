"""Paragraphs and tables of a .docx part as formatted blocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from cchc_desktop.office.docx_names import W, unwrapped
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_places import spot
from cchc_desktop.office.docx_properties import (
    Properties,
    number,
    paragraph_properties,
    points,
    run_properties,
    visible_edges,
)
from cchc_desktop.office.docx_runs import RunReader
from cchc_desktop.office.effective_styles import EffectiveStyles, TableStyle
from cchc_desktop.office.formatted import (
    FormattedBlock,
    FormattedCell,
    FormattedParagraph,
    FormattedRun,
    FormattedTable,
)
from cchc_desktop.office.list_formats import ListFormats

_CELL_MARGIN = 5.4  # points left and right, Word's own
_Levels = tuple[Properties, Properties]  # what a table style sets for runs and for paragraphs
_PLAIN: _Levels = ({}, {})


@dataclass(frozen=True, slots=True)
class _TableLayout:
    """What the cells of a table share: its style, the widths of its columns, the visible edges, the
    margins of a cell at both sides together, the number of rows; points.
    """

    style: TableStyle
    grid: tuple[float, ...]
    edges: frozenset[str]
    margins: float
    rows: int


class BlockReader:
    """Reads the blocks of one document; list numbers count on from call to call."""

    def __init__(self, styles: EffectiveStyles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._formats = ListFormats(numbering, styles.theme)
        self._runs = RunReader(styles)

    def read(
        self, elements: Iterable[etree._Element], levels: _Levels = _PLAIN
    ) -> tuple[FormattedBlock, ...]:
        """Paragraphs and tables among the elements, in order."""
        blocks: list[FormattedBlock] = []
        for element in elements:
            if element.tag == f"{W}p":
                blocks.append(self._paragraph(element, levels))
            elif element.tag == f"{W}tbl":
                blocks.append(self._table(element))
        return tuple(blocks)

    def _paragraph(self, element: etree._Element, levels: _Levels) -> FormattedParagraph:
        p_pr = element.find(f"{W}pPr")
        merged = self._effective(paragraph_properties(p_pr), levels[1])
        style = merged["style"]
        look = (levels[0], self._styles.run_level(style))
        content = self._runs.read(element, look)
        boxes = tuple(b for box in content.boxes for b in self.read(unwrapped(box)))
        label = self._label(merged, look, p_pr)
        size = content.runs[0].size if content.runs else 14.0
        first_chars = merged.get("first_chars")
        return FormattedParagraph(
            runs=content.runs,
            align=merged.get("align", "left"),
            left=merged.get("left", 0.0),
            right=merged.get("right", 0.0),
            first_line=first_chars * size if first_chars else merged.get("first_line", 0.0),
            before=merged.get("before", 0.0),
            after=merged.get("after", 0.0),
            line=merged.get("line", 1.0),
            line_rule=merged.get("line_rule", "auto"),
            contextual=bool(merged.get("contextual")),
            style=style,
            label=label,
            tabs=merged.get("tabs", ()),
            borders=merged.get("borders", frozenset()),
            lines=content.lines,
            boxes=boxes,
            frame_align=merged.get("frame_align", ""),
            breaks_before=bool(merged.get("breaks_page")) or content.breaks_before,
            breaks_after=content.breaks_after,
            at=spot(element),
        )

    def _effective(self, direct: Properties, table: Properties) -> dict[str, Any]:
        """Defaults, table style, the styles and their lists from the base up, then the paragraph's
        own. A list gives its indents where it is named, under those that stand beside it.
        """
        style = direct.get("style") or self._styles.default_style("paragraph")
        merged: Properties = {**self._styles.default_paragraph, **table}
        for properties in (*self._styles.paragraph_levels(style), direct):
            if "number_id" in properties or "level" in properties:
                named = merged | properties
                level = self._formats.level(named.get("number_id", "0"), named.get("level"), style)
                merged |= level.paragraph
            tabs = merged.get("tabs", ())
            merged |= properties
            if "tabs" in properties:
                merged["tabs"] = _with_tabs(tabs, properties["tabs"])
        return merged | {"style": style}

    def _label(
        self, merged: Properties, look: tuple[Properties, Properties], p_pr: etree._Element | None
    ) -> FormattedRun | None:
        number_id, level = merged.get("number_id", "0"), merged.get("level")
        if number_id == "0":
            return None
        text, _ = self._numbering.next(number_id, level, merged["style"])
        mark = p_pr.find(f"{W}rPr") if p_pr is not None else None
        own = self._formats.level(number_id, level, merged["style"]).number
        direct = run_properties(mark, self._styles.theme) | own
        return self._runs.run(text, look, direct) if text else None

    def _table(self, element: etree._Element) -> FormattedTable:
        t_rows = [row for row in unwrapped(element) if row.tag == f"{W}tr"]
        layout = _layout(element, TableStyle(self._styles, element), len(t_rows))
        rows = []
        for at, row in enumerate(t_rows):
            column = int(number(row.find(f"{W}trPr/{W}gridBefore"), "val") or 0)
            cells = []
            for cell in (child for child in unwrapped(row) if child.tag == f"{W}tc"):
                t_c_pr = cell.find(f"{W}tcPr")
                if not _continues(t_c_pr):
                    cells.append(self._cell(cell, layout, at, column))
                column += _span(t_c_pr)
            rows.append(tuple(cells))
        return FormattedTable(tuple(rows), len(layout.grid))

    def _cell(
        self, element: etree._Element, layout: _TableLayout, row: int, column: int
    ) -> FormattedCell:
        t_c_pr = element.find(f"{W}tcPr")
        own = t_c_pr.find(f"{W}tcBorders") if t_c_pr is not None else None
        columns = _span(t_c_pr)
        width = sum(layout.grid[column : column + columns]) or _cell_width(t_c_pr)
        levels = layout.style.cell(row, layout.rows, column, len(layout.grid))
        return FormattedCell(
            blocks=self.read(unwrapped(element), levels),
            column=column,
            columns=columns,
            width=max(width - layout.margins, 0.0),
            borders=_cell_edges(own, layout.edges, row, layout.rows),
        )


@lru_cache(maxsize=256)
def _with_tabs(
    below: tuple[tuple[float, str], ...], above: tuple[tuple[float, str], ...]
) -> tuple[tuple[float, str], ...]:
    """Tab stops of two levels together; "clear" takes one away."""
    stops = dict(below) | dict(above)
    return tuple(sorted((at, kind) for at, kind in stops.items() if kind != "clear"))


def _layout(element: etree._Element, style: TableStyle, rows: int) -> _TableLayout:
    t_pr = element.find(f"{W}tblPr")
    borders = t_pr.find(f"{W}tblBorders") if t_pr is not None else None
    return _TableLayout(
        style=style,
        grid=tuple(points(c, "w") or 0.0 for c in element.findall(f"{W}tblGrid/{W}gridCol")),
        edges=visible_edges(borders if borders is not None else style.borders),
        margins=_cell_margins(t_pr),
        rows=rows,
    )


def _cell_edges(
    own: etree._Element | None, table: frozenset[str], row: int, rows: int
) -> frozenset[str]:
    """The visible edges of a cell: its own borders where it names them, else the table's."""
    edges = set()
    inherited = {
        "top": "top" if row == 0 else "insideH",
        "bottom": "bottom" if row == rows - 1 else "insideH",
        "left": "insideV",
        "right": "insideV",
    }
    drawn = visible_edges(own)
    for edge, source in inherited.items():
        named = own is not None and any(
            own.find(W + name) is not None for name in (edge, _BIDI.get(edge, edge))
        )
        if edge in drawn or (not named and source in table):
            edges.add(edge)
    return frozenset(edges)


_BIDI = {"left": "start", "right": "end"}


def _cell_margins(t_pr: etree._Element | None) -> float:
    total = 0.0
    for names in (("start", "left"), ("end", "right")):
        values = (
            points(t_pr.find(f"{W}tblCellMar/{W}{name}"), "w") for name in names if t_pr is not None
        )
        total += next((v for v in values if v is not None), _CELL_MARGIN)
    return total


def _continues(t_c_pr: etree._Element | None) -> bool:
    merge = t_c_pr.find(f"{W}vMerge") if t_c_pr is not None else None
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _span(t_c_pr: etree._Element | None) -> int:
    columns = number(t_c_pr.find(f"{W}gridSpan"), "val") if t_c_pr is not None else None
    return 1 if columns is None else max(int(columns), 1)


def _cell_width(t_c_pr: etree._Element | None) -> float:
    width = t_c_pr.find(f"{W}tcW") if t_c_pr is not None else None
    if width is None or width.get(f"{W}type", "dxa") != "dxa":
        return 0.0
    return points(width, "w") or 0.0
