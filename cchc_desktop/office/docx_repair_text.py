"""Mends runs and paragraphs of a Word part: looks, and single characters."""

from collections.abc import Iterable, Iterator
from copy import copy, deepcopy
from unicodedata import combining, normalize

from lxml import etree

from cchc_desktop.office.docx_names import RUN, TEXT, VAL, W
from cchc_desktop.office.file_repairs import Look, ParagraphLook
from cchc_desktop.office.lengths import twips
from cchc_desktop.office.wordml_order import drop, properties_of, put, unset

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONE_CHARACTER = frozenset(f"{W}{name}" for name in ("tab", "ptab", "cr", "noBreakHyphen"))
_FONT_SLOTS = ("ascii", "hAnsi", "cs")
_TOGGLES = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "caps": ("caps",)}
Part = tuple[int, int, Look]  # characters of a run from, to, and their look


def set_look(properties: etree._Element, look: Look) -> None:
    """Writes a look into a w:rPr."""
    if look.font:
        fonts = put(properties, "rFonts")
        for slot in _FONT_SLOTS:
            fonts.set(W + slot, look.font)
            unset(fonts, f"{W}{slot}Theme")
        unset(fonts, f"{W}cstheme")
    for key, names in _TOGGLES.items():
        on = getattr(look, key)
        for name in names if on is not None else ():
            _set(put(properties, name), "1" if on else "0")
    if look.caps is False:
        drop(properties, "smallCaps")
    if look.black:
        colour = put(properties, "color")
        colour.attrib.clear()
        _set(colour, "000000")
    if look.size:
        for name in ("sz", "szCs"):
            _set(put(properties, name), str(round(look.size * 2)))
    if look.underlined is not None:
        _set(put(properties, "u"), "single" if look.underlined else "none")


def set_looks(run: etree._Element, parts: Iterable[Part]) -> None:
    """Writes the looks of parts of a run, which is cut where they begin and end."""
    known = list(parts)
    length = sum(map(_length, run))
    cuts = sorted({0, length, *(min(at, length) for one in known for at in one[:2])})
    pieces = _cut(run, cuts) if len(cuts) > 2 else [run]
    for start, piece in zip(cuts, pieces, strict=False):
        for begin, end, look in known:
            if begin <= start < max(end, begin + 1) or length == 0:
                set_look(properties_of(piece, "rPr"), look)


def edit_text(run: etree._Element, start: int, length: int, new: str) -> None:
    """Puts other characters in the place of some of a run's."""
    at = 0
    for child in list(run):
        end = at + _length(child)
        if at < start + length and end > start:
            if child.tag == TEXT:
                text = child.text or ""
                begin, rest = max(start - at, 0), start + length - at
                _set_text(child, text[:begin] + new + text[rest:])
                new = ""
            elif not new:
                run.remove(child)
        at = end


def compose(paragraph: etree._Element) -> None:
    """Letters and marks as one character each, also where a run begins with a mark."""
    before: etree._Element | None = None
    for text in paragraph.iter(TEXT):
        typed = text.text or ""
        marks = len(typed) - len(_without_marks(typed))
        if marks and before is not None:
            _set_text(before, (before.text or "") + typed[:marks])
            typed = typed[marks:]
        _set_text(text, typed)
        before = text
    for text in paragraph.iter(TEXT):
        _set_text(text, normalize("NFC", text.text or ""))


def set_paragraph(paragraph: etree._Element, look: ParagraphLook) -> None:
    """Writes how a paragraph stands."""
    properties = properties_of(paragraph, "pPr")
    if look.align:
        _set(put(properties, "jc"), look.align)
        frame = properties.find(f"{W}framePr")
        if frame is not None:
            frame.set(f"{W}xAlign", look.align)
            unset(frame, f"{W}x")
    _set_indents(properties, look)
    _set_spacing(properties, look)
    for run in paragraph.iter(RUN) if look.runs else ():
        set_look(properties_of(run, "rPr"), look.runs or Look())


def _set_indents(properties: etree._Element, look: ParagraphLook) -> None:
    if look.first_line is None and look.left is None:
        return
    indents = put(properties, "ind")
    if look.first_line is not None:
        for name in ("hanging", "hangingChars", "firstLineChars"):
            unset(indents, W + name)
        indents.set(f"{W}firstLine", str(twips(look.first_line)))
        indents.set(f"{W}firstLineChars", "0")
    if look.left is not None:
        for name in ("start", "startChars", "leftChars"):
            unset(indents, W + name)
        indents.set(f"{W}left", str(twips(look.left)))


def _set_spacing(properties: etree._Element, look: ParagraphLook) -> None:
    gaps = {"before": look.before, "after": look.after}
    if look.line is None and not any(gap is not None for gap in gaps.values()):
        return
    spacing = put(properties, "spacing")
    for side, gap in gaps.items():
        if gap is not None:
            spacing.set(W + side, str(twips(gap)))
            for name in (f"{side}Lines", f"{side}Autospacing"):
                unset(spacing, W + name)
            _set(put(properties, "contextualSpacing"), "0")
    if look.line is not None:
        spacing.set(f"{W}line", str(round(look.line * 240)))
        spacing.set(f"{W}lineRule", "auto")


def _length(child: etree._Element) -> int:
    """How many characters of its run an element shows."""
    if child.tag == TEXT:
        return len(child.text or "")
    breaks = child.tag == f"{W}br" and child.get(f"{W}type", "textWrapping") != "page"
    return int(child.tag in _ONE_CHARACTER or breaks)


def _cut(run: etree._Element, cuts: list[int]) -> list[etree._Element]:
    """The run as several, one from each of those places on to the next."""
    children = [child for child in run if child.tag != f"{W}rPr"]
    own = run.find(f"{W}rPr")
    pieces: list[etree._Element] = []
    for _ in cuts[2:]:
        piece = copy(run)  # its attributes
        for child in list(piece):
            piece.remove(child)
        if own is not None:
            piece.append(deepcopy(own))
        pieces.append(piece)
    for child in children:
        run.remove(child)
    every = [run, *pieces]
    for number, child in _dealt(children, cuts):
        every[number].append(child)
    for before, after in zip(every, pieces, strict=False):
        before.addnext(after)
    return every


def _dealt(
    children: Iterable[etree._Element], cuts: list[int]
) -> Iterator[tuple[int, etree._Element]]:
    """Each child, or part of it, with the piece that it belongs to."""
    at = number = 0
    last = len(cuts) - 2
    for child in children:
        length = _length(child)
        if child.tag != TEXT or not length:
            while length and number < last and at >= cuts[number + 1]:
                number += 1
            yield number, child
            at += length
            continue
        text, begin = child.text or "", 0
        while begin < length:
            while number < last and at + begin >= cuts[number + 1]:
                number += 1
            end = length if number == last else min(cuts[number + 1] - at, length)
            part = copy(child)
            _set_text(part, text[begin:end])
            yield number, part
            begin = end
        at += length


def _set(element: etree._Element, value: str) -> None:
    element.set(VAL, value)


def _set_text(element: etree._Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")


def _without_marks(text: str) -> str:
    at = 0
    while at < len(text) and combining(text[at]):
        at += 1
    return text[at:]
