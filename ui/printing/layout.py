"""Lays a neutral document out on pages, in the places of the decree's diagram (Nghị định 30/2020,
Phụ lục I, Mục IV): the same styles and geometry as the Word writer's, our own page breaks.
"""

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.content import (
    Appendix,
    Block,
    Closing,
    Document,
    Letterhead,
    Table,
    noted,
)
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.letterhead import (
    CELL_MARGIN,
    LEFT_OF_CLOSING,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_HEAD,
    LetterheadLayout,
    date_drop,
    letterhead_layout,
    name_lines,
    rule_length,
)
from cchc_desktop.office.text_width import text_width
from ui.printing.boxes import Box, RowPart, kept, side_by_side, stacked
from ui.printing.flow import Placed, flowed
from ui.printing.fonts import Fonts
from ui.printing.pages import Fill, Item, PrintedPage, moved
from ui.printing.table import TableLayout
from ui.printing.table_painting import TableDrawing
from ui.printing.typesetting import Typesetter


def lay_out(document: Document) -> tuple[PrintedPage, ...]:
    """The pages of a document. Needs a QGuiApplication (see `application`), in any thread."""
    head = document.letterhead or Letterhead("", "", "", "")
    layout = letterhead_layout(head, document_style())
    writer = _Writer(layout, Typesetter(layout.style, Fonts(layout.style.font)))
    return tuple(writer.pages(document))


class _Writer:
    """Sets the blocks of one document."""

    def __init__(self, layout: LetterheadLayout, setter: Typesetter) -> None:
        self.layout = layout
        self.style = layout.style
        self.page = layout.style.page
        self.setter = setter

    def pages(self, document: Document) -> Iterator[PrintedPage]:
        """The document's own pages, then those of each phụ lục, counted by themselves."""
        if document.letterhead is not None:
            boxes = [self._letterhead(document.letterhead, document.letter_subject)]
            boxes += [*self._title(document), *self._blocks(document.addressee_lines)]
            boxes += self._blocks(document.body)
            yield from self._section([*kept(boxes), *self._closing(document.closing)])
        for appendix in document.appendices:
            turned = appendix.landscape
            boxes = [
                *self._appendix_title(appendix),
                *self._blocks(appendix.body, landscape=turned),
            ]
            yield from self._section(boxes, landscape=turned)

    def _section(self, boxes: list[Box], *, landscape: bool = False) -> Iterator[PrintedPage]:
        page = self.page
        width, height = (side * POINTS_PER_MM for side in (page.width, page.height))
        if landscape:
            width, height = height, width
        left, top = page.left * POINTS_PER_MM, page.top * POINTS_PER_MM
        drawings: dict[TableLayout, TableDrawing] = {}
        for number, placed in enumerate(flowed(boxes, page.text_height(landscape=landscape)), 1):
            items: list[Item] = []
            if number > 1:
                items += self._number(number, page.text_width(landscape=landscape))
            items += moved(_items(placed, drawings), left, top)
            items.sort(key=lambda item: not isinstance(item, Fill))
            yield PrintedPage(width, height, tuple(items))

    def _number(self, number: int, width: float) -> list[Item]:
        box = stacked(self.setter.paragraph(str(number), "page_number", width))
        return moved(box.items, self.page.left * POINTS_PER_MM, self.page.header * POINTS_PER_MM)

    def _letterhead(self, head: Letterhead, letter_subject: str) -> Box:
        left, right = self.layout.left, self.layout.right
        roles, setter = self.style.roles, self.setter
        drop = date_drop(head, self.layout)
        agency = [
            *(box for role, text in name_lines(head) for box in setter.heading(text, role, left)),
            setter.rule(
                rule_length(head.agency, roles["agency"], left, self.style.rule.share), "rule", left
            ),
            *setter.paragraph(head.number_line, "number_line", left, before=-drop),
        ]
        if letter_subject:
            agency += setter.heading(letter_subject, "letter_subject", left)
        motto = roles["motto"]
        state = [
            *setter.paragraph(NATIONAL_NAME, "national_name", right),
            *setter.paragraph(MOTTO, "motto", right),
            setter.rule(text_width(MOTTO, motto.size, motto.face), "rule", right),
            *setter.paragraph(head.place_date, "place_date", right, before=drop),
        ]
        return side_by_side(stacked(agency, CELL_MARGIN), stacked(state, left + 3 * CELL_MARGIN))

    def _title(self, document: Document) -> list[Box]:
        if document.is_letter:
            return []
        width = self.page.text_width()
        title = self.setter.paragraph(document.type_name, "type_name", width)
        over_rule, role = document.type_name, "type_name"
        if document.subject:
            title += self.setter.heading(document.subject, "subject", width)
            over_rule, role = document.subject, "subject"
        length = rule_length(over_rule, self.style.roles[role], width, self.style.rule.share)
        return [*title, self.setter.rule(length, "subject_rule", width)]

    def _blocks(self, blocks: tuple[Block, ...], *, landscape: bool = False) -> Iterator[Box]:
        width = self.page.text_width(landscape=landscape)
        height = self.page.text_height(landscape=landscape)
        stay = noted(blocks)
        for n, block in enumerate(blocks):
            if isinstance(block, Table):
                boxes = TableLayout(block, width, height, self.setter).boxes()
                boxes = kept(boxes) if n in stay else boxes
                if n < len(blocks) - 1:
                    boxes += self.setter.paragraph("", "after_table", width)
            else:
                boxes = self.setter.paragraph(block.text, block.style, width)
            yield from kept(boxes) if n in stay else boxes

    def _closing(self, closing: Closing) -> list[Box]:
        width = self.page.text_width()
        left = width * LEFT_OF_CLOSING
        right = width - left
        setter = self.setter
        recipients = setter.paragraph(RECIPIENTS_HEAD, "recipients_head", left)
        for line in closing.recipient_lines:
            recipients += setter.paragraph(line, "recipient", left)
        signature = [
            box
            for line in closing.authority or ("",)
            for box in setter.paragraph(line, "authority", right)
        ]
        signature += setter.paragraph("", "signature", right)
        signature += setter.paragraph(closing.signer, "signer", right)
        both = side_by_side(stacked(recipients), stacked(signature, left))
        if both.height > self.page.text_height():
            both = replace(both, least=stacked(signature).height)
        return [*setter.paragraph("", "before_closing", width), both]

    def _appendix_title(self, appendix: Appendix) -> list[Box]:
        width = self.page.text_width(landscape=appendix.landscape)
        role = self.style.roles["appendix_reference"]
        length = rule_length(appendix.reference, role, width, self.style.rule.share)
        return [
            *self.setter.paragraph(appendix.label, "appendix_label", width),
            *self.setter.heading(appendix.title, "appendix_title", width),
            *self.setter.heading(appendix.reference, "appendix_reference", width),
            self.setter.rule(length, "subject_rule", width),
        ]


def _items(placed: list[Placed], drawings: dict[TableLayout, TableDrawing]) -> list[Item]:
    """What stands on a page; the rows of a table are drawn together."""
    items: list[Item] = []
    rows: dict[TableLayout, list[tuple[float, RowPart]]] = {}
    for y, box in placed:
        items += moved(box.items, 0, y)
        for part in box.rows:
            rows.setdefault(part.table, []).append((y, part))
            y += part.height
    for table, parts in rows.items():
        items += drawings.setdefault(table, TableDrawing(table)).page(parts)
    return items
