"""Word's automatic numbering: what stands printed before each numbered paragraph, counted in
document order (ECMA-376 part 1, 17.9).
"""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from cchc_desktop.domain.vietnamese import roman
from cchc_desktop.office.characters import clean
from cchc_desktop.office.docx_names import MC, W, is_on, value, whole

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LAST_ROMAN = 3999
_LAST_LETTER = 780  # Word repeats a letter at most 30 times
_LONGEST = 255  # characters of a level's pattern


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    legal: bool = False  # isLgl: all numbers of the pattern in Arabic figures
    restart_after: int | None = None  # lvlRestart; None: after any level above; 0: never
    style: str = ""
    element: etree._Element | None = None  # its w:lvl


@dataclass(frozen=True, slots=True)
class _List:
    counter: str  # lists over one abstract definition count together
    levels: tuple[_Level, ...]
    overridden: tuple[int, ...] = ()  # levels that begin anew with this list

    def depth(self, level: int | None, style: str) -> int:
        """The level; where none is named, the one that is linked to the paragraph's style."""
        if level is not None:
            return level
        linked = (n for n, one in enumerate(self.levels) if one.style == style)
        return next(linked, 0) if style else 0


@dataclass(slots=True)
class Numbering:
    """The lists of one file and how far each has counted; read from the roots of its numbering part
    and of its style sheet.
    """

    root: etree._Element | None
    styles: etree._Element | None
    _lists: dict[str, _List | None] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def next(self, number_id: str, level: int | None, style: str) -> tuple[str, int]:
        """Counts one paragraph on: its printed number ("1.", "a)", "-", or "") and its level."""
        numbered = self._list(number_id)
        if numbered is None:
            return "", 0
        level = numbered.depth(level, style)
        counts = self._counts.setdefault(numbered.counter, [None] * LEVELS)
        if number_id not in self._begun:
            self._begun.add(number_id)
            for overridden in numbered.overridden:
                counts[overridden] = None
        _count(counts, numbered.levels, level)
        return _printed(counts, numbered.levels, level), level

    def element(self, number_id: str, level: int | None, style: str) -> etree._Element | None:
        """The w:lvl that formats such a paragraph; None where the list or the level is missing."""
        numbered = self._list(number_id)
        return numbered.levels[numbered.depth(level, style)].element if numbered else None

    def _list(self, number_id: str) -> _List | None:
        if number_id not in self._lists:
            self._lists[number_id] = self._read_list(number_id)
        return self._lists[number_id]

    def _read_list(self, number_id: str, linked: bool = False) -> _List | None:
        number = _find(self.root, "num", numId=number_id)
        if number is None:
            return None
        abstract_id = value(number.find(f"{W}abstractNumId")) or ""
        abstract = _find(self.root, "abstractNum", abstractNumId=abstract_id)
        if abstract is None:
            return None
        style_link = value(abstract.find(f"{W}numStyleLink"))
        if style_link and not linked:
            style = _find(self.styles, "style", type="numbering", styleId=style_link)
            target = None if style is None else style.find(f"{W}pPr/{W}numPr/{W}numId")
            return self._read_list(value(target) or "", linked=True)
        levels = [_Level()] * LEVELS
        for element in abstract.iterchildren(f"{W}lvl"):
            levels[_depth(element)] = _level(element)
        overridden = []
        for override in number.iterchildren(f"{W}lvlOverride"):
            depth = _depth(override)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = value(override.find(f"{W}startOverride"))
            if start is not None:
                levels[depth] = replace(levels[depth], start=whole(start, 1))
                overridden.append(depth)
        return _List(abstract_id, tuple(levels), tuple(overridden))


def _find(root: etree._Element | None, tag: str, **attributes: str) -> etree._Element | None:
    for element in () if root is None else root.iterchildren(f"{W}{tag}"):
        if all(element.get(f"{W}{key}") == wanted for key, wanted in attributes.items()):
            return element
    return None


def _depth(element: etree._Element) -> int:
    return whole(element.get(f"{W}ilvl"), 0, LEVELS - 1)


def _level(element: etree._Element) -> _Level:
    form = element.find(f"{W}numFmt")
    if form is None:  # a format newer than 2007 stands with its stand-in
        form = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    restart = value(element.find(f"{W}lvlRestart"))
    return _Level(
        start=whole(value(element.find(f"{W}start")), 0),
        format=value(form) or "decimal",
        pattern=(value(element.find(f"{W}lvlText")) or "")[:_LONGEST],
        legal=is_on(element.find(f"{W}isLgl")),
        restart_after=None if restart is None else whole(restart, 0),
        style=value(element.find(f"{W}pStyle")) or "",
        element=element,
    )


def _count(counts: list[int | None], levels: tuple[_Level, ...], level: int) -> None:
    before = counts[level]
    counts[level] = levels[level].start if before is None else before + 1
    for deeper in range(level + 1, LEVELS):
        restart_after = levels[deeper].restart_after
        if level < (deeper if restart_after is None else restart_after):
            counts[deeper] = None


def _printed(counts: list[int | None], levels: tuple[_Level, ...], level: int) -> str:
    own = levels[level]
    if own.format == "bullet":  # offices mean a dash by any bullet; "+" is their second dash
        return "+" if own.pattern.strip() == "+" else "-"

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        form = "decimal" if own.legal else levels[at].format
        return _figure(levels[at].start if count is None else count, form)

    return clean(_PLACE.sub(number, own.pattern)).strip()


def _figure(number: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "upperRoman" | "lowerRoman" if 0 < number <= _LAST_ROMAN:
            return roman(number) if form == "upperRoman" else roman(number).lower()
        case "upperLetter" | "lowerLetter" if 0 < number <= _LAST_LETTER:
            repeats, place = divmod(number - 1, 26)
            return chr((65 if form == "upperLetter" else 97) + place) * (repeats + 1)
    return str(number)
