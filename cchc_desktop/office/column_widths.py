"""How a table's width is shared out: by the columns' shares, but never so that a word must be
broken while another column has room.
"""

from collections.abc import Sequence
from itertools import islice

from cchc_desktop.domain.content import Table, nothing_covered, row_slots, spans_of
from cchc_desktop.office.document_style import POINTS_PER_MM, DocumentStyle
from cchc_desktop.office.text_width import widest

_ROWS_LOOKED_AT = 100  # enough to meet the long words, cheap in a table of thousands
_SLACK = 2.0  # points, for borders and rounding


def fitted_widths(table: Table, total: float, style: DocumentStyle) -> list[float]:
    """The widths of the table's columns in points; they add up to `total`."""
    words: list[dict[str, set[str]]] = [{} for _ in table.widths]  # by role, of each column
    covered = nothing_covered(len(words))
    for row in (*table.head, *islice(table.rows, _ROWS_LOOKED_AT)):
        slots, covered = row_slots(spans_of(row), covered)
        for slot in slots:
            if slot.columns == 1 and slot.cell is not None:
                cell = row[slot.cell]
                words[slot.column].setdefault(cell.style, set()).update(cell.text.split())
    margins = 2 * style.table.cell_margin_sides * POINTS_PER_MM + _SLACK
    least = [margins + _widest(column, style) for column in words]
    return shared_out(total, table.widths, least)


def shared_out(total: float, shares: Sequence[float], least: Sequence[float]) -> list[float]:
    """`total` divided by shares, no part under its least; where the least add up to more than the
    total, all are cut alike.
    """
    if sum(least) >= total:
        return [part * total / sum(least) for part in least]
    short: set[int] = set()
    while True:
        rest = total - sum(least[i] for i in short)
        unit = rest / (sum(share for i, share in enumerate(shares) if i not in short) or 1)
        widths = [least[i] if i in short else share * unit for i, share in enumerate(shares)]
        new = {i for i, width in enumerate(widths) if i not in short and width < least[i]}
        if not new:
            return widths
        short |= new


def _widest(words: dict[str, set[str]], style: DocumentStyle) -> float:
    looks = style.roles
    widths = (widest(found, looks[role].size, looks[role].face) for role, found in words.items())
    return max(widths, default=0)
