"""The text of a .docx: letterhead, title, body, closing and appendices, in the places of the
decree's diagram (Nghị định 30/2020, Phụ lục I, Mục IV).
"""

from collections.abc import Iterator
from itertools import count

from cchc_desktop.domain.content import (
    Appendix,
    Block,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    noted,
)
from cchc_desktop.office.lengths import twips
from cchc_desktop.office.letterhead import (
    CELL_MARGIN,
    LEFT_OF_CLOSING,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_HEAD,
    LetterheadLayout,
    date_drop,
    drawn_in,
    name_lines,
    rule_length,
)
from cchc_desktop.office.text_width import LINE_HEIGHT, line_count, text_width
from cchc_desktop.office.wordml_drawing import rule_paragraph
from cchc_desktop.office.wordml_parts import section_xml
from cchc_desktop.office.wordml_table import table_xml
from cchc_desktop.office.wordml_text import paragraph_xml
from cchc_desktop.office.xml_text import xml_bytes

_LAST_LINES = "\n\n"  # as many of the text as must have room on the page of the closing


def body_xml(document: Document, layout: LetterheadLayout) -> Iterator[bytes]:
    """What stands inside w:body, piece by piece."""
    return _Body(layout).document(document)


class _Body:
    """Writes one document; counts its drawn rules, which need numbers."""

    def __init__(self, layout: LetterheadLayout) -> None:
        self.layout = layout
        self.style = layout.style
        self.page = layout.style.page
        self.rules = count(1)

    def document(self, document: Document) -> Iterator[bytes]:
        """All of it; each section's properties stand at its end."""
        section = ""
        if document.letterhead is not None:
            yield xml_bytes(
                self._letterhead(document.letterhead, document.letter_subject)
                + self._title(document)
                + self._addressees(document)
            )
            below = self._closing_height(document.closing)
            yield from self._blocks(document.body, below=below)
            yield xml_bytes(self._closing(document.closing))
            section = section_xml(self.page)
        for appendix in document.appendices:
            if section:
                section = f'<w:p><w:pPr><w:pStyle w:val="section_end"/>{section}</w:pPr></w:p>'
            yield xml_bytes(section + self._appendix_title(appendix))
            yield from self._blocks(appendix.body, landscape=appendix.landscape)
            section = section_xml(self.page, landscape=appendix.landscape, restart=True)
        yield xml_bytes(self._paragraph("", "section_end") + section)

    def _letterhead(self, head: Letterhead, letter_subject: str) -> str:
        left, right = self.layout.left, self.layout.right
        roles = self.style.roles
        drop = date_drop(head, self.layout)
        agency = (
            *(self._heading(text, role, left) for role, text in name_lines(head)),
            self._rule(rule_length(head.agency, roles["agency"], left, self.style.rule.share)),
            self._paragraph(head.number_line, "number_line", before=-drop),
            self._heading(letter_subject, "letter_subject", left) if letter_subject else "",
        )
        motto = roles["motto"]
        state = (
            self._paragraph(NATIONAL_NAME, "national_name"),
            self._paragraph(MOTTO, "motto"),
            self._rule(text_width(MOTTO, motto.size, motto.face)),
            self._paragraph(head.place_date, "place_date", before=drop),
        )
        widths = (left + 2 * CELL_MARGIN, right + 2 * CELL_MARGIN)
        return _side_by_side(widths, ("".join(agency), "".join(state)), CELL_MARGIN)

    def _title(self, document: Document) -> str:
        if document.is_letter:
            return ""
        width = self.page.text_width()
        title = self._paragraph(document.type_name, "type_name")
        over_rule, role = document.type_name, "type_name"
        if document.subject:
            title += self._heading(document.subject, "subject", width)
            over_rule, role = document.subject, "subject"
        length = rule_length(over_rule, self.style.roles[role], width, self.style.rule.share)
        return title + self._rule(length, "subject_rule")

    def _addressees(self, document: Document) -> str:
        return "".join(self._paragraph(line.text, line.style) for line in document.addressee_lines)

    def _blocks(
        self, blocks: tuple[Block, ...], *, landscape: bool = False, below: float = 0
    ) -> Iterator[bytes]:
        """Those blocks; the last paragraph stays with a closing that stands `below`, points in
        height, where a page holds both.
        """
        width = self.page.text_width(landscape=landscape)
        height = self.page.text_height(landscape=landscape)
        keeps = 0 < below <= height - self._height(_LAST_LINES, "body", width)
        last = len(blocks) - 1
        stay = noted(blocks)
        for n, block in enumerate(blocks):
            keep = n in stay or (keeps and n == last)
            if isinstance(block, Paragraph):
                yield xml_bytes(self._paragraph(block.text, block.style, keep_next=keep))
            else:
                yield from table_xml(block, width, height, self.style, keep_next=n in stay)
                if n < last:
                    yield xml_bytes(self._paragraph("", "after_table", keep_next=keep))

    def _closing(self, closing: Closing) -> str:
        left = self._paragraph(RECIPIENTS_HEAD, "recipients_head") + "".join(
            self._paragraph(name, "recipient") for name in closing.recipient_lines
        )
        right = (
            "".join(self._paragraph(line, "authority") for line in closing.authority or ("",))
            + self._paragraph("", "signature")
            + self._paragraph(closing.signer, "signer")
        )
        width = self.page.text_width()
        columns = (width * LEFT_OF_CLOSING, width * (1 - LEFT_OF_CLOSING))
        # more recipients than a page holds: their row breaks, and nothing waits for all of it
        breaks = self._closing_height(closing) > self.page.text_height()
        space = self._paragraph("", "after_table" if breaks else "before_closing")
        return space + _side_by_side(columns, (left, right), 0, breaks=breaks)

    def _closing_height(self, closing: Closing) -> float:
        """Of the recipients with their head and the space over them; the signature is lower."""
        width = self.page.text_width() * LEFT_OF_CLOSING
        names = (self._height(line, "recipient", width) for line in closing.recipient_lines)
        over = ((RECIPIENTS_HEAD, "recipients_head"), ("", "before_closing"))
        return sum(names) + sum(self._height(text, role, width) for text, role in over)

    def _height(self, text: str, role: str, width: float) -> float:
        """Of a paragraph over `width` points, with the space under it."""
        look = self.style.roles[role]
        lines = line_count(text, width, look.size, look.face)
        return (look.exact or lines * look.size * LINE_HEIGHT * look.line) + look.after

    def _appendix_title(self, appendix: Appendix) -> str:
        width = self.page.text_width(landscape=appendix.landscape)
        role = self.style.roles["appendix_reference"]
        length = rule_length(appendix.reference, role, width, self.style.rule.share)
        return (
            self._paragraph(appendix.label, "appendix_label")
            + self._heading(appendix.title, "appendix_title", width)
            + self._heading(appendix.reference, "appendix_reference", width)
            + self._rule(length, "subject_rule")
        )

    def _paragraph(
        self, text: str, role: str, *, before: float = 0, keep_next: bool = False
    ) -> str:
        look = self.style.roles[role]
        return paragraph_xml(text, role, look, before=before, keep_next=keep_next)

    def _heading(self, text: str, role: str, width: float) -> str:
        look = self.style.roles[role]
        return paragraph_xml(text, role, look, sides=drawn_in(text, look, width))

    def _rule(self, length: float, role: str = "rule") -> str:
        return rule_paragraph(length, self.style.rule.thickness, next(self.rules), role)


def _side_by_side(
    widths: tuple[float, float], contents: tuple[str, str], margin: float, *, breaks: bool = False
) -> str:
    """A table without lines, of one row that breaks only where that is said."""
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in zip(columns, contents, strict=True)
    )
    sides = "".join(f'<w:{side} w:w="{twips(margin)}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr>{'' if breaks else '<w:trPr><w:cantSplit/></w:trPr>'}{cells}</w:tr></w:tbl>"
    )
