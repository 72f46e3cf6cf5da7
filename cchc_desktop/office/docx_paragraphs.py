"""Reads the paragraphs of one container (body, table, text box, header) in a single pass over the
elements that matter, each with its handler. Wrappers such as content controls, hyperlinks and
insertions are thereby looked through.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from lxml import etree

from cchc_desktop.office.characters import clean, symbol
from cchc_desktop.office.docx_names import (
    CELL,
    PARAGRAPH,
    ROW,
    RUN,
    STYLE,
    TEXT,
    VAL,
    M,
    W,
    is_on,
    sole_value,
    whole,
)
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_plain import PlainParagraphs
from cchc_desktop.office.docx_styles import (
    BOLD,
    HIDDEN,
    ITALIC,
    TOGGLES,
    ParagraphStyle,
    Styles,
    heading_level,
)
from cchc_desktop.office.grid import SourceBlock, SourceParagraph

END = "end"  # marks in the tree where a table or a text box ends
_ALL = ~0
_AFTER_PARAGRAPH = frozenset((PARAGRAPH, ROW, CELL, END))  # begins once a paragraph is over
_COVERED = "Chữ nằm dưới ô gộp dọc, Word không hiển thị, đã được bỏ qua."
# SourceParagraph(*parts), but several times as fast
_new_paragraph = partial(tuple.__new__, SourceParagraph)


@dataclass(frozen=True, slots=True)
class WordContext:
    """What all parts of one file share; `sections` and `notes` are gathered while reading."""

    styles: Styles
    numbering: Numbering
    sections: list[etree._Element] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


class _Ended(Exception):
    """The container that is read ends here."""


class ParagraphFlow:
    """Collects one paragraph at a time into `finished`; a subclass says what becomes of them."""

    def __init__(self, context: WordContext, part: str) -> None:
        self.context = context
        self.part = part
        self.finished: list[Any] = []  # paragraphs that have a text or a number
        self.covered = False  # what is read stands under a merged cell
        self.after: list[SourceBlock] = []  # text boxes anchored in the open paragraph
        self._open = False
        self._plain = PlainParagraphs(context.styles, part)
        self._begin(self._plain[None].style)

    def walk(self, elements: Iterator[etree._Element]) -> None:
        """Reads on through the elements, in document order, to the end of this container; they are
        shared with inner tables and text boxes. A handler gives back the element that it met but
        left to others.
        """
        self._elements = elements
        handlers = self.handlers
        with suppress(_Ended):
            for element in elements:
                left = handlers[element.tag](self, element)
                while left is not None:
                    left = handlers[left.tag](self, left)
        self.close()

    def keep_anchored(self, block: SourceBlock) -> None:
        """Takes a block of a text box."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends the open paragraph, if any."""
        if not self._open:
            return
        self._open = False
        text = clean("".join(self._pieces)).strip() if self._pieces else ""
        style, bits = self._style, self._shared if text else 0
        if self.covered:  # neither shown nor counted by Word
            if text:
                self.context.notes[_COVERED] = None
            return
        number_id = self._number or style.number_id
        number, level = self._count(number_id) if number_id else ("", 0)
        if text or number:
            self.finished.append(
                _new_paragraph(
                    (
                        text,
                        number,
                        level,
                        style.centred if self._centred is None else self._centred,
                        bits & BOLD != 0,
                        bits & ITALIC != 0,
                        style.heading if self._heading is None else self._heading,
                        self.part,
                    )
                )
            )
        if self.after:
            anchored, self.after = self.after, []
            for block in anchored:
                self.keep_anchored(block)

    def _begin(self, style: ParagraphStyle) -> None:
        self._style = style
        self._run: etree._Element | None = None  # the last run with properties of its own
        self._run_bits = 0  # its look
        self._shared = _ALL  # bits that all runs with text have
        self._pieces: list[str] = []
        self._fields: list[int | None] = []
        # what the paragraph itself sets over its style
        self._number = ""
        self._level: int | None = None
        self._centred: bool | None = None
        self._heading: int | None = None

    def _count(self, number_id: str) -> tuple[str, int]:
        style = self._style
        level = style.level if self._level is None else self._level
        return self.context.numbering.next(number_id, level, style.id)

    def _paragraph(self, _: etree._Element) -> etree._Element | None:
        """Begins a paragraph. Its style and plain text are read at once: most have nothing else."""
        if self._open:
            self.close()
        plain, typed = self._plain[None], ""
        for element in self._elements:
            tag = element.tag
            if tag == TEXT:
                typed += element.text or ""
            elif tag == STYLE:
                plain = self._plain[sole_value(element)]
            else:
                break
        else:
            element = None
        is_whole = element is not None and element.tag in _AFTER_PARAGRAPH
        if is_whole and not (plain.style.number_id or self.covered or self.after):
            if typed and plain[typed].text:
                self.finished.append(plain[typed])
            return element
        self._open = True
        self._begin(plain.style)
        self._add_text(typed, plain.style.bits)
        return element

    def _bits_at(self, element: etree._Element) -> int:
        """The look of the run that an element stands in: runs without properties, as most are in
        tables, look as the paragraph's style says and are not visited.
        """
        own = self._run is not None and element.getparent() is self._run
        return self._run_bits if own else self._style.bits

    def _text(self, element: etree._Element) -> None:
        self._add_text(element.text or "", self._bits_at(element))

    def _add_text(self, text: str, bits: int) -> None:
        if text and not bits & HIDDEN:
            self._pieces.append(text.replace("\n", " ") if "\n" in text else text)
            if not text.isspace():
                self._shared &= bits

    def _put(self, element: etree._Element, text: str) -> None:
        if not self._bits_at(element) & HIDDEN:
            self._pieces.append(text)

    def _tab(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and parent.tag == RUN:  # else a tab stop of the paragraph
            self._put(element, "\t")

    def _break(self, element: etree._Element) -> None:
        self._put(element, "\n")

    def _hyphen(self, element: etree._Element) -> None:
        self._put(element, "-")

    def _symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char") or ""
        try:
            self._put(element, symbol(int(code, 16), element.get(f"{W}font") or ""))
        except ValueError:
            return  # names no character

    def _field(self, element: etree._Element) -> None:
        """Takes back what stands between the beginning of a field and its result."""
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(len(self._pieces))
            case "separate" if self._fields:
                self._drop_instruction()
                self._fields.append(None)
            case "end" if self._fields:
                self._drop_instruction()

    def _drop_instruction(self) -> None:
        begun = self._fields.pop()
        if begun is not None:
            del self._pieces[begun:]

    def _paragraph_style(self, element: etree._Element) -> None:
        self._style = self.context.styles[sole_value(element)]

    def _run_style(self, element: etree._Element) -> None:
        self._enter_run(element)
        self._run_bits = self.context.styles.character(element.get(VAL)).over(self._run_bits)

    def _toggle(self, element: etree._Element) -> None:
        self._enter_run(element)
        bit = TOGGLES[element.tag]
        self._run_bits = self._run_bits | bit if is_on(element) else self._run_bits & ~bit

    def _enter_run(self, look: etree._Element) -> None:
        """Begins the look of the run that a property belongs to, with what its style gives."""
        properties = look.getparent()
        run = None if properties is None else properties.getparent()
        if run is not self._run:
            self._run, self._run_bits = run, self._style.bits

    def _alignment(self, element: etree._Element) -> None:
        self._centred = element.get(VAL) == "center"

    def _outline(self, element: etree._Element) -> None:
        self._heading = heading_level(element.get(VAL))

    def _number_id(self, element: etree._Element) -> None:
        self._number = element.get(VAL, "")

    def _number_level(self, element: etree._Element) -> None:
        self._level = whole(element.get(VAL), 0, 8)

    def _end(self, _: etree._Element) -> None:
        raise _Ended

    # The class's, not the flow's: bound methods would make a circle with the flow, which holds the
    # whole tree in memory until the garbage collector comes round.
    handlers: ClassVar[dict[str, Callable[[Any, etree._Element], etree._Element | None]]] = {
        PARAGRAPH: _paragraph,
        TEXT: _text,
        f"{M}t": _text,
        f"{W}tab": _tab,
        f"{W}ptab": _tab,
        f"{W}br": _break,
        f"{W}cr": _break,
        f"{W}noBreakHyphen": _hyphen,
        f"{W}sym": _symbol,
        f"{W}fldChar": _field,
        STYLE: _paragraph_style,
        f"{W}rStyle": _run_style,
        f"{W}jc": _alignment,
        f"{W}outlineLvl": _outline,
        f"{W}numId": _number_id,
        f"{W}ilvl": _number_level,
        END: _end,
        **dict.fromkeys(TOGGLES, _toggle),
    }
