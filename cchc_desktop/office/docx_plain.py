"""Paragraphs that hold a style and text and nothing else, as nearly all in tables do: each is made
once, because the cells of a plan repeat each other.
"""

from cchc_desktop.office.characters import clean
from cchc_desktop.office.docx_styles import BOLD, HIDDEN, ITALIC, ParagraphStyle, Styles
from cchc_desktop.office.grid import SourceParagraph


class PlainStyle(dict[str, SourceParagraph]):
    """The plain paragraphs of one style by the text as the file has it."""

    def __init__(self, style: ParagraphStyle, part: str) -> None:
        self.style = style
        self._part = part

    def __missing__(self, typed: str) -> SourceParagraph:
        style = self.style
        paragraph = self[typed] = SourceParagraph(
            text="" if style.bits & HIDDEN else clean(typed.replace("\n", " ")).strip(),
            centred=style.centred,
            bold=style.bits & BOLD != 0,
            italic=style.bits & ITALIC != 0,
            heading=style.heading,
            part=self._part,
        )
        return paragraph


class PlainParagraphs(dict[str | None, PlainStyle]):
    """Those of one container by the id of their style, None for the default one."""

    def __init__(self, styles: Styles, part: str) -> None:
        self._styles = styles
        self._part = part

    def __missing__(self, style_id: str | None) -> PlainStyle:
        style = self[style_id] = PlainStyle(self._styles[style_id], self._part)
        return style
