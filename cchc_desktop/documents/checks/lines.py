"""The rules (đường kẻ) under Tiêu ngữ, agency and trích yếu: drawn with shapes, borders of
paragraphs or cells, typed with underscores, or wrongly by underlining; and how long they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.form.pieces import LEFT, RIGHT, WHOLE, Piece
from cchc_desktop.office.formatted import DrawnLine, FormattedParagraph, Spot
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import wrapped_lines

_SHAPING = frozenset(("size", "bold", "caps"))  # what makes letters wider or narrower
_DASHES = "-–*=~.·"  # typed, these make no solid line


@dataclass(frozen=True)
class FoundLine:
    """A line, its length in points and the side of the sheet that it stands on; where a drawn one
    stands in the file.
    """

    length: float
    side: str = WHOLE
    solid: bool = True
    at: Spot | None = None


def found_lines(pieces: Sequence[Piece]) -> list[FoundLine]:
    """The lines drawn or typed among pieces, and the borders that stand free below a text."""
    lines: list[FoundLine] = []
    seen: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.is_typed_line:
            solid = not set(piece.text) & set(_DASHES)
            lines.append(FoundLine(piece.width, piece.side, solid))
        if id(piece.paragraph) in seen:
            continue
        seen.add(id(piece.paragraph))
        lines += (_drawn(line, piece) for line in piece.paragraph.lines)
        lines += _bordered(piece, pieces[at - 1] if at else None)
    return lines


def _drawn(line: DrawnLine, piece: Piece) -> FoundLine:
    """A drawn line; in the file it stands where it is seen, or else nowhere that is sure."""
    side = _side(line, piece)
    sure = not piece.place.table or side == piece.place.side
    return FoundLine(line.width, side, line.solid, line.at if sure else None)


def _side(line: DrawnLine, piece: Piece) -> str:
    if line.left is None:
        return piece.side if piece.place.table else WHOLE
    place = piece.place
    centre = line.left + line.width / 2
    if line.from_page:
        centre -= place.section.margins_mm["left"] * POINTS_PER_MM
        return LEFT if centre < place.section.text_width / 2 else RIGHT
    if place.table and place.side:
        if place.side == LEFT and centre > place.width * 1.15:
            return RIGHT
        return LEFT if place.side == RIGHT and centre < -0.15 * place.width else place.side
    return LEFT if centre < place.section.text_width / 2 else RIGHT


def _bordered(piece: Piece, before: Piece | None) -> Iterator[FoundLine]:
    paragraph = piece.paragraph
    edges = paragraph.borders
    if not edges & {"left", "right"} and edges & {"top", "bottom"}:
        yield FoundLine(_bordered_width(paragraph, piece), piece.side)
    cell = piece.place.cell
    if cell is None or cell.borders & {"left", "right"} or not cell.width:
        return
    first_here = before is None or before.place.cell is not cell
    if first_here and cell.borders & {"top", "bottom"}:
        yield FoundLine(cell.width, piece.side)


def _bordered_width(paragraph: FormattedParagraph, piece: Piece) -> float:
    return max(piece.place.width - paragraph.left - paragraph.right, 0.0)


def text_lengths(pieces: Iterable[Piece]) -> list[float]:
    """How long each line of a text is as printed, in points."""
    lengths = []
    for piece in pieces:
        room = piece.place.width - max(piece.paragraph.left, 0) - max(piece.paragraph.right, 0)
        if piece.width <= room or not piece.runs or room < 1:
            lengths.append(piece.width)
            continue
        lines = wrapped_lines(piece.text, room, _size_for(piece))
        whole = sum(map(len, lines)) or 1
        lengths += [min(piece.width * len(line) / whole, room) for line in lines]
    return lengths


def _size_for(piece: Piece) -> float:
    """The size of regular letters that are as wide as the piece's own."""
    largest = max(run.size for run in piece.runs)
    return largest * 1.06 if piece.bold_share > 0.5 else largest


def check_line(
    findings: Findings,
    element: str,
    pieces: Sequence[Piece],
    lines: Sequence[FoundLine],
    wrong_looks: set[str],
) -> None:
    """Holds the line under an element against the share of its length that it must have; not where
    the text itself has a wrong look, and so a wrong length.
    """
    key = f"{element}.rule"
    if not lines:
        underlined = any(run.underlined for piece in pieces for run in piece.letters)
        words = "gạch chân chữ, không phải đường kẻ" if underlined else "không có đường kẻ"
        findings.add(key, words, of=pieces[-1])
        return
    share = "motto_rule" if element == "motto" else "short_rule"
    low, high = findings.rules.ranges[share]
    slack = findings.rules.tolerances[share]
    lengths = text_lengths(pieces)
    fitting = [
        line
        for line in lines
        if wrong_looks & _SHAPING
        or any((low - slack) * text <= line.length <= (high + slack) * text for text in lengths)
    ]
    if not fitting:
        longest = max(lengths) or 1
        best = max(line.length for line in lines)
        words = f"đường kẻ dài bằng {points_text(100 * best / longest)} % dòng chữ"
        findings.add(key, words, of=pieces[-1], line=_only(lines))
    elif not any(line.solid for line in fitting):
        findings.add(key, "đường kẻ không phải nét liền", of=pieces[-1], line=_only(fitting))


def _only(lines: Sequence[FoundLine]) -> FoundLine:
    """The line that is surely the one below; of several none is."""
    return lines[0] if len(lines) == 1 else replace(lines[0], at=None)
