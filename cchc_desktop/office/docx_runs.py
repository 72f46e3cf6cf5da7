"""The runs of a paragraph with their effective look; fields, drawn lines and text boxes in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from cchc_desktop.office.docx_names import MC, W, unwrapped
from cchc_desktop.office.docx_places import spot
from cchc_desktop.office.docx_properties import Properties, run_properties
from cchc_desktop.office.drawn_lines import drawn_lines
from cchc_desktop.office.effective_styles import EffectiveStyles
from cchc_desktop.office.formatted import DrawnLine, FormattedRun, Spot

_TEXT = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"
_LATIN_END = "\u2190"  # letters, digits and marks stand below; arrows, boxes and CJK above


@dataclass
class ParagraphContent:
    """What the runs of a paragraph hold; `boxes` are the w:txbxContent elements in it."""

    runs: tuple[FormattedRun, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    boxes: tuple[etree._Element, ...] = ()
    breaks_before: bool = False
    breaks_after: bool = False


@dataclass
class _Field:
    """A field that is open while its runs are read."""

    code: str = ""
    properties: etree._Element | None = None
    in_result: bool = False
    shown: bool = False


@dataclass
class _Reading:
    runs: list[FormattedRun] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    breaks_before: bool = False
    breaks_after: bool = False


class RunReader:
    """Reads runs; `look` is what the table style and the paragraph style set for runs."""

    def __init__(self, styles: EffectiveStyles) -> None:
        self._styles = styles

    def read(
        self, paragraph: etree._Element, look: tuple[Properties, Properties]
    ) -> ParagraphContent:
        """The content of a w:p."""
        reading = _Reading()
        self._children(paragraph, look, reading)
        return ParagraphContent(
            tuple(reading.runs),
            tuple(reading.lines),
            tuple(reading.boxes),
            reading.breaks_before,
            reading.breaks_after,
        )

    def run(
        self,
        text: str,
        look: Iterable[Properties],
        direct: Properties,
        code: str = "",
        at: Spot | None = None,
    ) -> FormattedRun:
        """A run with its effective look; capitals are applied to its text."""
        merged = self._styles.effective_run(look, direct)
        shown = text.upper() if merged["caps"] else text
        return FormattedRun(
            text=shown,
            fonts=_fonts(shown or "0", merged),
            size=merged["size"],
            bold=merged["bold"],
            italic=merged["italic"],
            underlined=bool(merged.get("underlined")),
            raised=bool(merged.get("raised")),
            colour=merged.get("colour", "000000"),
            field=code,
            caps=bool(merged["caps"]),
            at=at,
        )

    def _children(
        self, parent: etree._Element, look: tuple[Properties, Properties], reading: _Reading
    ) -> None:
        for child in unwrapped(parent):
            if child.tag == f"{W}r":
                self._run(child, look, reading)
            elif child.tag == f"{W}fldSimple":
                self._simple_field(child, look, reading)

    def _simple_field(
        self, element: etree._Element, look: tuple[Properties, Properties], reading: _Reading
    ) -> None:
        opened = _Field(element.get(f"{W}instr", "").strip(), in_result=True)
        reading.fields.append(opened)
        self._children(element, look, reading)
        reading.fields.pop()
        if not opened.shown:
            reading.runs.append(self.run("", look, {}, opened.code))

    def _run(
        self, element: etree._Element, look: tuple[Properties, Properties], reading: _Reading
    ) -> None:
        r_pr = element.find(f"{W}rPr")
        text = ""
        for piece in _pieces(element):
            tag = piece.tag
            if tag == f"{W}t":
                text += piece.text or ""
            elif tag in _TEXT:
                text += _TEXT[tag]
            elif tag == f"{W}br":
                if piece.get(f"{W}type", "textWrapping") == "page":
                    self._break_page(text, reading)
                else:
                    text += "\n"
            elif tag in (f"{W}drawing", f"{W}pict"):
                reading.lines.extend(_placed(list(drawn_lines(piece)), element))
                reading.boxes.extend(_outer_boxes(piece))
            elif tag == f"{W}instrText" and reading.fields:
                reading.fields[-1].code += piece.text or ""
                reading.fields[-1].properties = r_pr
            elif tag == f"{W}fldChar":
                self._field_mark(piece.get(f"{W}fldCharType", ""), look, reading)
        if text and all(f.in_result for f in reading.fields):
            self._emit(text, element, look, reading)

    def _break_page(self, text: str, reading: _Reading) -> None:
        if text.strip() or any(run.text.strip() for run in reading.runs):
            reading.breaks_after = True
        else:
            reading.breaks_before = True

    def _emit(
        self,
        text: str,
        element: etree._Element,
        look: tuple[Properties, Properties],
        reading: _Reading,
    ) -> None:
        r_pr = element.find(f"{W}rPr")
        direct, levels = self._direct(r_pr), self._levels(r_pr, look)
        if self._styles.effective_run(levels, direct)["hidden"]:
            return
        code = reading.fields[-1].code.strip() if reading.fields else ""
        for opened in reading.fields:
            opened.shown = True
        reading.runs.append(self.run(text, levels, direct, code, spot(element)))

    def _field_mark(
        self, kind: str, look: tuple[Properties, Properties], reading: _Reading
    ) -> None:
        if kind == "begin":
            reading.fields.append(_Field())
        elif kind == "separate" and reading.fields:
            reading.fields[-1].in_result = True
        elif kind == "end" and reading.fields:
            closed = reading.fields.pop()
            if not closed.shown and all(f.in_result for f in reading.fields):
                # a field that was never updated looks like its code
                levels = self._levels(closed.properties, look)
                direct = self._direct(closed.properties)
                reading.runs.append(self.run("", levels, direct, closed.code.strip()))
            if reading.fields:
                reading.fields[-1].code += f"{{{closed.code.strip()}}}"

    def _direct(self, r_pr: etree._Element | None) -> Properties:
        return run_properties(r_pr, self._styles.theme)

    def _levels(
        self, r_pr: etree._Element | None, look: tuple[Properties, Properties]
    ) -> tuple[Properties, ...]:
        style = r_pr.find(f"{W}rStyle") if r_pr is not None else None
        if style is None:
            return look
        return (*look, self._styles.run_level(style.get(f"{W}val", "")))


def _pieces(run: etree._Element) -> Iterator[etree._Element]:
    """The content of a run; of alternatives the first, which newer programs show."""
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            if chosen is None:
                chosen = child.find(f"{MC}Fallback")
            yield from chosen if chosen is not None else ()
        elif isinstance(child.tag, str):
            yield child


def _placed(lines: list[DrawnLine], run: etree._Element) -> list[DrawnLine]:
    """The lines of a drawing; one that is all there is in its run says where that stands."""
    alone = len(lines) == 1 and next(run.iter(f"{W}t", "{*}blip", "{*}imagedata"), None) is None
    return [replace(lines[0], at=spot(run))] if alone else lines


def _outer_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing; those inside them are found when their paragraphs are read."""
    inside: set[etree._Element] = set()
    for box in drawing.iter(_BOX):
        if box not in inside:
            inside.update(box.iter(_BOX))
            yield box


def _fonts(text: str, merged: Properties) -> tuple[str, ...]:
    """The fonts that the text's letters, digits and marks are shown in."""
    slots = {
        "ascii" if char < "\x80" else "hAnsi"
        for char in text
        if not char.isspace() and char < _LATIN_END
    }
    return tuple(sorted({merged[slot] for slot in slots}))
