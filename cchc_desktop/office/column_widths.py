"""How a table's width is shared out: by the columns' shares, but never so that a word must be
broken while another column has room.
"""

from collections.abc import Sequence
from itertools import islice

from cchc_desktop.domain.content import Table, nothing_covered, row_slots, spans_of
from cchc_desktop.office.document_style import DocumentStyle
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import widest

_ROWS_LOOKED_AT = 60  # enough to meet the long words, cheap in a table of thousands
_WIDEST_WORD = 0.2  # of the total: what is longer is no word but an address, and is broken
_SLACK = 2.0  # points, for borders and rounding
_SENTENCE = 4  # words, from which on a text is one
_SYLLABLES = 4.5  # times its size: two of them stand on a line


def fitted_widths(table: Table, total: float, style: DocumentStyle) -> list[float]:
    """The widths of the table's columns in points; they add up to `total`."""
    texts: list[dict[str, set[str]]] = [{} for _ in table.widths]  # by role, of each column
    covered = nothing_covered(len(texts))
    for row in (*table.head, *islice(table.rows, _ROWS_LOOKED_AT)):
        slots, covered = row_slots(spans_of(row), covered)
        for slot in slots:
            if slot.columns == 1 and slot.cell is not None:
                cell = row[slot.cell]
                texts[slot.column].setdefault(cell.style, set()).add(cell.text)
    margins = 2 * style.table.cell_margin_sides * POINTS_PER_MM + _SLACK
    most = total * _WIDEST_WORD
    least = [min(margins + _widest(column, style), most) for column in texts]
    better = [
        max(own, margins + _readable(column, style))
        for own, column in zip(least, texts, strict=True)
    ]
    return shared_out(total, table.widths, better if sum(better) <= total else least)


def shared_out(total: float, shares: Sequence[float], least: Sequence[float]) -> list[float]:
    """`total` divided by shares, no part under its least; where the least add up to more than the
    total, the largest are cut to one level.
    """
    if sum(least) >= total:
        return _levelled(total, least)
    short: set[int] = set()
    while True:
        rest = total - sum(least[i] for i in short)
        unit = rest / (sum(share for i, share in enumerate(shares) if i not in short) or 1)
        widths = [least[i] if i in short else share * unit for i, share in enumerate(shares)]
        new = {i for i, width in enumerate(widths) if i not in short and width < least[i]}
        if not new:
            return widths
        short |= new


def _levelled(total: float, parts: Sequence[float]) -> list[float]:
    level = rest = total
    for left, part in zip(range(len(parts), 0, -1), sorted(parts), strict=True):
        level = rest / left
        if part >= level:
            break
        rest -= part
    return [min(part, level) for part in parts]


def _widest(texts: dict[str, set[str]], style: DocumentStyle) -> float:
    """The width of the column's widest word."""
    looks = style.roles
    words = ((looks[role], set(" ".join(found).split())) for role, found in texts.items())
    widths = (widest(found, look.size, look.face) for look, found in words)
    return max(widths, default=0)


def _readable(texts: dict[str, set[str]], style: DocumentStyle) -> float:
    """The width below which a column of sentences has a line for every syllable."""
    looks = (style.roles[role] for role, found in texts.items() if any(map(_is_sentence, found)))
    return max((look.size * _SYLLABLES for look in looks), default=0)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE
