"""The indents and the look that lists give to their paragraphs (word/numbering.xml); how they count
is in docx_numbering.
"""

from dataclasses import dataclass, field

from lxml import etree

from cchc_desktop.office.docx_names import W
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_properties import (
    Properties,
    paragraph_properties,
    run_properties,
)
from cchc_desktop.office.theme import Theme


@dataclass(frozen=True, slots=True)
class ListLevel:
    """What one level of a list sets for its paragraphs and for its printed numbers."""

    paragraph: Properties = field(default_factory=dict)
    number: Properties = field(default_factory=dict)


class ListFormats:
    """What the levels of a file's lists set, each read when first asked for."""

    def __init__(self, numbering: Numbering, theme: Theme) -> None:
        self._numbering = numbering
        self._theme = theme
        self._levels: dict[etree._Element, ListLevel] = {}

    def level(self, number_id: str, level: int | None, style: str) -> ListLevel:
        """A level of a list; without a level the one tied to that paragraph style, or the first."""
        element = self._numbering.element(number_id, level, style)
        if element is None:
            return ListLevel()
        if element not in self._levels:
            self._levels[element] = ListLevel(
                paragraph_properties(element.find(f"{W}pPr")),
                run_properties(element.find(f"{W}rPr"), self._theme),
            )
        return self._levels[element]
