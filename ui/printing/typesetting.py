"""Sets text in the roles of `resources/styles/nd30.json`: paragraphs as lines, drawn rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.office.document_style import DocumentStyle, TextStyle
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.letterhead import RULE_DROP, drawn_in
from cchc_desktop.office.text_width import LINE_HEIGHT, filled
from ui.printing.boxes import Box
from ui.printing.fonts import Fonts, measure, points
from ui.printing.pages import PrintedText, Stroke

# of Times New Roman, times its size: from the baseline to a line's lower edge. What is left stands
# over the letters, where capitals with two marks need it.
_DESCENT = 0.216
_BLANKS = re.compile(r"\s+")  # Qt stretches several blanks as one
_NOT_PRINTED = dict.fromkeys(set(range(32)) - {10}) | {9: " ", 0x2028: "\n", 0x2029: "\n"}


@dataclass(frozen=True, slots=True)
class Typesetter:
    """The style that is set in, and the fonts to measure with."""

    style: DocumentStyle
    fonts: Fonts

    def paragraph(
        self, text: str, role: str, width: float, *, before: float = 0, sides: float = 0
    ) -> list[Box]:
        """A box for each line of a paragraph over `width` points, broken at "\\n" too; no first or
        last line of several is left alone on a page. `before` and `sides` as in `paragraph_xml`.
        """
        look = self.style.roles[role]
        left = look.left * POINTS_PER_MM + sides
        room, indent = width - left - sides, look.first_line * POINTS_PER_MM
        lines = list(self.lines(text, look, left, room, indent))
        height, last = line_height(look), len(lines) - 1
        down = look.size * (LINE_HEIGHT - _DESCENT)  # what a wider spacing adds stands below
        return [
            Box(
                height,
                (line._replace(baseline=down),) if line.text else (),
                before=0 if n else look.before + max(before, 0),
                after=look.after if n == last else 0,
                keep_next=look.keep_next if n == last else n in (0, last - 1),
            )
            for n, line in enumerate(lines)
        ]

    def heading(self, text: str, role: str, width: float) -> list[Box]:
        """A heading whose lines, where it has several, are of nearly equal length."""
        sides = drawn_in(text, self.style.roles[role], width)
        return self.paragraph(text, role, width, sides=sides)

    def rule(self, length: float, role: str, width: float) -> Box:
        """A thin paragraph that holds a centred rule of `length` points; no rule for 0."""
        look = self.style.roles[role]
        start = (width - length) / 2
        thickness = self.style.rule.thickness
        stroke = Stroke(start, RULE_DROP, start + length, RULE_DROP, thickness)
        items = (stroke,) if length else ()
        return Box(look.exact, items, look.before, look.after, look.keep_next)

    def lines(
        self, text: str, look: TextStyle, left: float, room: float, indent: float = 0
    ) -> Iterator[PrintedText]:
        """The lines of a text between `left` and `left + room`, on baseline 0; `indent` of each
        first one.
        """
        widths = self.fonts.widths(bold=look.bold, italic=look.italic)
        limit = measure(room, look.size)
        for part in look.shown(_plain(text)).split("\n"):
            inward = indent
            found = filled(part, limit, widths, widths.broken, measure(indent, look.size))
            for n, words in enumerate(found):
                line = words.strip(" ") if n else words.rstrip(" ")
                single = line.split(" ")
                wide = sum(map(widths.__getitem__, single)) + (len(single) - 1) * widths[" "]
                free = room - inward - points(wide, look.size)
                blanks = len(_BLANKS.findall(line))
                x, spacing = left + inward, 0.0
                if look.align == "center":
                    x += free / 2
                elif look.align == "both" and blanks and n < len(found) - 1:
                    spacing = max(free / blanks, 0)
                    if spacing > look.size:  # an address stands on the next line
                        spacing = 0.0
                yield PrintedText(line, x, 0, look.size, look.bold, look.italic, spacing)
                inward = 0.0


def line_height(look: TextStyle) -> float:
    """The height of a line of a role in points."""
    return look.exact or look.size * LINE_HEIGHT * look.line


def _plain(text: str) -> str:
    """A text whose tabs are blanks, without the characters that are not for print."""
    return text if text.isprintable() else text.translate(_NOT_PRINTED)
