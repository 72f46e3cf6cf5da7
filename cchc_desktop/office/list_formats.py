"""The indents and the look that lists give to their paragraphs (word/numbering.xml); how they count
is in docx_numbering.
"""

from dataclasses import dataclass, field

from lxml import etree

from cchc_desktop.office.docx_names import W, value, whole
from cchc_desktop.office.docx_properties import (
    Properties,
    paragraph_properties,
    run_properties,
)
from cchc_desktop.office.effective_styles import EffectiveStyles


@dataclass(frozen=True, slots=True)
class ListLevel:
    """What one level sets for its paragraphs and for its printed numbers; the style tied to it."""

    paragraph: Properties = field(default_factory=dict)
    number: Properties = field(default_factory=dict)
    style: str = ""


class ListFormats:
    """The lists of one file, by the id that paragraphs name."""

    def __init__(self, root: etree._Element | None, styles: EffectiveStyles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId", "")] = element
            elif element.tag == f"{W}num":
                self._lists[element.get(f"{W}numId", "")] = element

    def level(self, number_id: str, level: int | None, style: str) -> ListLevel:
        """A level of a list; without a level the one tied to that paragraph style, or the first."""
        levels = self._of(number_id)
        if level is None:
            level = next((n for n, one in levels.items() if style and one.style == style), 0)
        return levels.get(level, ListLevel())

    def _of(self, number_id: str) -> dict[int, ListLevel]:
        if number_id not in self._levels:
            self._levels[number_id] = self._read(number_id)
        return self._levels[number_id]

    def _read(self, number_id: str, linked: bool = False) -> dict[int, ListLevel]:
        numbered = self._lists.get(number_id)
        if numbered is None:
            return {}
        abstract = self._abstract.get(value(numbered.find(f"{W}abstractNumId")) or "")
        link = value(abstract.find(f"{W}numStyleLink")) if abstract is not None else None
        if link and not linked:
            named = [
                p["number_id"] for p in self._styles.paragraph_levels(link) if "number_id" in p
            ]
            return self._read(named[-1] if named else "", linked=True)
        own = [o.find(f"{W}lvl") for o in numbered.iterchildren(f"{W}lvlOverride")]
        shared = abstract.iterchildren(f"{W}lvl") if abstract is not None else ()
        return {
            whole(element.get(f"{W}ilvl"), 0): ListLevel(
                paragraph_properties(element.find(f"{W}pPr")),
                run_properties(element.find(f"{W}rPr"), self._styles.theme),
                value(element.find(f"{W}pStyle")) or "",
            )
            for element in (*shared, *own)
            if element is not None
        }
