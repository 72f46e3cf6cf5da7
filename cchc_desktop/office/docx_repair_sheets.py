"""Mends the sheets of sections: paper, margins, how pages are counted."""

from collections.abc import Iterable

from lxml import etree

from cchc_desktop.office.docx_names import VAL, W, is_on
from cchc_desktop.office.file_repairs import SheetLook
from cchc_desktop.office.lengths import POINTS_PER_MM, twips
from cchc_desktop.office.wordml_order import put, unset

_LEAST_MARGIN = 567  # twips between the sheet's edge and the number
_NUMBER_ROOM = 360  # twips that the number's line takes


def set_sheet(section: etree._Element, look: SheetLook) -> None:
    """Writes the sheet of a section."""
    if look.sides:
        size = put(section, "pgSz")
        width, height = (twips(side * POINTS_PER_MM) for side in look.sides)
        size.set(f"{W}w", str(width))
        size.set(f"{W}h", str(height))
        unset(size, f"{W}code")
        if width > height:
            size.set(f"{W}orient", "landscape")
        else:
            unset(size, f"{W}orient")
    if look.margins:
        _set_margins(put(section, "pgMar"), look.margins)
    if look.title_page and not is_on(section.find(f"{W}titlePg")):
        unset(put(section, "titlePg"), VAL)
    if look.first_number is not None:
        put(section, "pgNumType").set(f"{W}start", str(look.first_number))
    if look.arabic and section.find(f"{W}pgNumType") is not None:
        unset(put(section, "pgNumType"), f"{W}fmt")


def _set_margins(margins: etree._Element, wanted: Iterable[tuple[str, float]]) -> None:
    for side, margin in wanted:
        margins.set(W + side, str(twips(margin * POINTS_PER_MM)))
    margins.set(f"{W}gutter", "0")  # it is part of the left margin now
    for name in ("header", "footer"):
        if margins.get(W + name) is None:
            margins.set(W + name, str(_LEAST_MARGIN))


def make_room(section: etree._Element) -> None:
    """The number stands within the upper margin and doesn't push the text down."""
    margins = section.find(f"{W}pgMar")
    if margins is None:
        return
    try:
        top, header = (abs(int(float(margins.get(W + n, "1440")))) for n in ("top", "header"))
    except ValueError:
        return
    margins.set(f"{W}header", str(min(header, max(top - _NUMBER_ROOM, _LEAST_MARGIN // 2))))
