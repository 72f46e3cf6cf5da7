"""Evens out the grid of a table whose borders were dragged by hand: Word keeps a column of its own
for every small step between borders that look like one.
"""

from collections.abc import Sequence

from cchc_desktop.office.grid import SourceCell

_SLIVER = 200  # twips (3.5 mm): with its margins no cell so narrow can hold a letter


def without_slivers(cells: list[SourceCell], widths: Sequence[int]) -> list[SourceCell]:
    """The same cells on a grid without columns narrower than a sliver; `widths` in twips.

    Unchanged where that would leave a cell no room, or where widths are not known.
    """
    if not any(0 < width < _SLIVER for width in widths) or 0 in widths:
        return cells
    places = _places(widths)
    last = len(widths)
    snapped = []
    for cell in cells:
        end = cell.column + cell.columns
        if end > last or places[cell.column] == places[end]:
            return cells
        begin = places[cell.column]
        snapped.append(cell._replace(column=begin, columns=places[end] - begin))
    return snapped


def _places(widths: Sequence[int]) -> list[int]:
    """For each border of the old grid its number in the new one."""
    places, edge, anchor = [0], 0, 0
    for width in widths:
        edge += width
        if edge - anchor >= _SLIVER:
            anchor = edge
            places.append(places[-1] + 1)
        else:
            places.append(places[-1])
    return places
