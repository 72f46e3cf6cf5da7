"""Where paragraphs, runs and sections stand in their part of a file, kept while a part is changed
to say what is printed: so that a repair finds them in the untouched part again.
"""

from lxml import etree

from cchc_desktop.office.docx_names import PARAGRAPH, PLACE, RUN, SECTION
from cchc_desktop.office.formatted import Spot

PLACED = (PARAGRAPH, RUN, SECTION)


def mark_places(root: etree._Element, part: str) -> None:
    """Writes into each element where it stands; the tree is ours and never written back."""
    for tag in PLACED:
        for number, element in enumerate(root.iter(tag)):
            element.set(PLACE, f"{number} {part}")


def spot(element: etree._Element) -> Spot | None:
    """Where the element was marked to stand; None without a mark."""
    number, _, part = element.get(PLACE, "").partition(" ")
    return Spot(part, int(number)) if part else None
