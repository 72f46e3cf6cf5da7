"""Reads the paragraphs of one container (body, table, text box, header) in a single pass over the
elements that matter, each with its handler. Wrappers such as content controls, hyperlinks and
insertions are thereby looked through.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from cchc_desktop.office.characters import clean, symbol
from cchc_desktop.office.docx_names import PARAGRAPH, RUN, TEXT, VAL, M, W, is_on, value, whole
from cchc_desktop.office.docx_numbering import Numbering
from cchc_desktop.office.docx_styles import BOLD, HIDDEN, ITALIC, TOGGLES, Styles, heading_level
from cchc_desktop.office.grid import SourceBlock, SourceParagraph

END = "end"  # marks in the tree where a table or a text box ends
_ALL = ~0


@dataclass(frozen=True, slots=True)
class WordContext:
    """What all parts of one file share."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, None] = field(default_factory=dict)


class ParagraphFlow:
    """Collects one paragraph at a time; a subclass says where it goes."""

    def __init__(self, context: WordContext, part: str) -> None:
        self.context = context
        self.part = part
        self.handlers: dict[str, Callable[[etree._Element], bool | None]] = {
            PARAGRAPH: self._paragraph,
            RUN: self._run,
            TEXT: self._text,
            f"{M}t": self._text,
            f"{W}tab": self._tab,
            f"{W}ptab": self._tab,
            f"{W}br": self._break,
            f"{W}cr": self._break,
            f"{W}noBreakHyphen": self._hyphen,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field,
            f"{W}pStyle": self._paragraph_style,
            f"{W}rStyle": self._run_style,
            f"{W}jc": self._alignment,
            f"{W}outlineLvl": self._outline,
            f"{W}numId": self._number_id,
            f"{W}ilvl": self._number_level,
            END: self._end,
            **dict.fromkeys(TOGGLES, self._toggle),
        }
        self.after: list[SourceBlock] = []  # text boxes anchored in the open paragraph
        self._open = False
        self._reset()

    def walk(self, elements: Iterator[etree._Element]) -> None:
        """Reads on through the elements, in document order, to the end of this container."""
        handlers = self.handlers
        for element in elements:
            handler = handlers.get(element.tag)
            if handler is not None and handler(element):
                break
        self.close()

    def keep(self, block: SourceBlock) -> None:
        """Takes a finished paragraph that has a text or a number, or a table."""
        raise NotImplementedError

    def close(self) -> None:
        """Ends the open paragraph, if any."""
        if self._open:
            self._open = False
            number, level = self._printed_number()
            text = clean("".join(self._pieces)).strip()
            if text or number:
                shared = self._shared if text else 0
                self.keep(
                    SourceParagraph(
                        text,
                        number,
                        level,
                        self._centred,
                        bool(shared & BOLD),
                        bool(shared & ITALIC),
                        self._heading,
                        self.part,
                    )
                )
        if self.after:
            anchored, self.after = self.after, []
            for block in anchored:
                self.keep(block)

    def discard(self) -> bool:
        """Forgets the open paragraph, if any; True when it had a text."""
        had_text = self._open and bool("".join(self._pieces).strip())
        self._open = False
        return had_text

    def _reset(self) -> None:
        style = self._style = self.context.styles.paragraph(None)
        self._pieces: list[str] = []
        self._bits = style.bits  # of the run being read
        self._shared = _ALL  # bits that all runs with text have
        self._centred = style.centred
        self._heading = style.heading
        self._number: str | None = None
        self._level: int | None = None
        self._fields: list[int | None] = []

    def _printed_number(self) -> tuple[str, int]:
        style = self._style
        number_id = style.number_id if self._number is None else self._number
        if not number_id or number_id == "0":
            return "", 0
        level = style.level if self._level is None else self._level
        return self.context.numbering.next(number_id, level, style.id)

    def _paragraph(self, _: etree._Element) -> None:
        self.close()
        self._reset()
        self._open = True

    def _run(self, _: etree._Element) -> None:
        self._bits = self._style.bits

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if text and not self._bits & HIDDEN:
            self._pieces.append(text.replace("\n", " ") if "\n" in text else text)
            if not text.isspace():
                self._shared &= self._bits

    def _put(self, text: str) -> None:
        if not self._bits & HIDDEN:
            self._pieces.append(text)

    def _tab(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and parent.tag == RUN:  # else a tab stop of the paragraph
            self._put("\t")

    def _break(self, _: etree._Element) -> None:
        self._put("\n")

    def _hyphen(self, _: etree._Element) -> None:
        self._put("-")

    def _symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char") or ""
        try:
            self._put(symbol(int(code, 16), element.get(f"{W}font") or ""))
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
        style = self._style = self.context.styles.paragraph(value(element))
        self._bits = style.bits
        self._centred = style.centred
        self._heading = style.heading

    def _run_style(self, element: etree._Element) -> None:
        self._bits = self.context.styles.character(element.get(VAL)).over(self._bits)

    def _toggle(self, element: etree._Element) -> None:
        bit = TOGGLES[element.tag]
        self._bits = self._bits | bit if is_on(element) else self._bits & ~bit

    def _alignment(self, element: etree._Element) -> None:
        self._centred = element.get(VAL) == "center"

    def _outline(self, element: etree._Element) -> None:
        self._heading = heading_level(element.get(VAL))

    def _number_id(self, element: etree._Element) -> None:
        self._number = element.get(VAL)

    def _number_level(self, element: etree._Element) -> None:
        self._level = whole(element.get(VAL), 0, 8)

    def _end(self, _: etree._Element) -> bool:
        return True
