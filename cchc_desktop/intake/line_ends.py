"""A narrative in which every printed line is a paragraph, as converters from PDF leave it, in
paragraphs again.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.intake.cell_nature import goes_on, is_ended
from cchc_desktop.intake.narrative import TablePlace
from cchc_desktop.intake.numbering import starts_dash_line
from cchc_desktop.intake.source_text import paragraph_text
from cchc_desktop.office.grid import SourceParagraph

_FEWEST_CUTS = 5
_CUT_SHARE = 0.25  # of the paragraphs that go on inside a sentence
_FULL_SHARE = 0.8  # of the longest usual line: one that is as long may have been broken
_BEGINS = re.compile(
    r"[a-zđ][.)]|(\d{1,2}(\.\d{1,2})*|[IVX]+|[A-HĐ])[./)-]\s|\(?Kèm theo|Phần |Điều "
)

Piece = SourceParagraph | TablePlace


def unbroken(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Doubt]]:
    """The pieces, with lines joined where most sentences are cut, and the doubt that says so."""
    cuts = [line for above, line in pairwise(pieces) if _goes_on(above, line)]
    if len(cuts) < max(_FEWEST_CUTS, _CUT_SHARE * len(pieces)):
        return list(pieces), []
    lengths = sorted(len(_text(piece)) for piece in pieces)
    full = _FULL_SHARE * lengths[9 * len(lengths) // 10]
    joined: list[Piece] = [*pieces[:1]]
    for above, line in pairwise(pieces):
        paragraph = joined[-1]
        if not isinstance(paragraph, TablePlace) and (
            _goes_on(above, line) or _is_broken(above, line, full)
        ):
            joined[-1] = paragraph._replace(text=f"{paragraph.text} {_text(line)}")
        else:
            joined.append(line)
    why = f"Mỗi dòng là một đoạn ({len(cuts)} chỗ ngắt giữa câu); đã nối các dòng thành đoạn."
    return joined, [Doubt(0, _text(cuts[0]), why)]


def rejoined(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Doubt]]:
    """The pieces, with each sentence that goes on in the next paragraph whole again, as where a
    page ended in it; a doubt for each.
    """
    joined: list[Piece] = [*pieces[:1]]
    doubts: list[Doubt] = []
    for above, line in pairwise(pieces):
        paragraph = joined[-1]
        if isinstance(paragraph, TablePlace) or not _goes_on(above, line):
            joined.append(line)
            continue
        joined[-1] = paragraph._replace(text=f"{paragraph.text} {_text(line)}")
        doubts.append(Doubt(0, _text(line), "Câu bị ngắt thành hai đoạn; đã nối lại."))
    return joined, doubts


def _text(piece: Piece) -> str:
    return "" if isinstance(piece, TablePlace) else piece.text.strip()


def _goes_on(above: Piece, line: Piece) -> bool:
    """Whether a line goes on inside the sentence of the line above."""
    if isinstance(above, TablePlace) or isinstance(line, TablePlace) or _begins(line):
        return False
    return not is_ended(above.text) and goes_on(paragraph_text(line))


def _is_broken(above: Piece, line: Piece, full: float) -> bool:
    """Whether a line of full width, no heading over a text, can only have ended at the margin."""
    if isinstance(above, TablePlace) or isinstance(line, TablePlace) or _begins(line):
        return False
    alike = above.text.isupper() == line.text.isupper()
    return alike and len(above.text) >= full and not is_ended(above.text)


def _begins(line: SourceParagraph) -> bool:
    return bool(line.number) or begins_line(paragraph_text(line))


def begins_line(text: str) -> bool:
    """Whether a text begins a line of its own: with a dash, a number or a letter, or as a part."""
    return starts_dash_line(text) or _BEGINS.match(text) is not None
