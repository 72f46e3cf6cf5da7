"""Holds font, colour and encoding of everything shown against the decree (Phụ lục I, Mục I, khoản
4).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.patterns import STAMP
from cchc_desktop.documents.form.pieces import Piece, Place, paragraph_pieces
from cchc_desktop.office.formatted import FormattedDocument, FormattedRun, paragraphs

_SYMBOLS = re.compile(r"wingdings|webdings|symbol", re.IGNORECASE)
_NEARLY_BLACK = 0x10  # of 0xFF: LibreOffice writes black as 00000A


def check_letters(document: FormattedDocument, pieces: Sequence[Piece], findings: Findings) -> None:
    """Font, colour and encoding of everything that is shown."""
    for piece, place in _shown(document, pieces):
        where = place or piece
        for run in piece.runs:
            fonts = wrong_fonts(run, findings.rules.font)
            if fonts:
                findings.add("font.name", f"phông {', '.join(fonts)}", where, of=piece)
            if not run.text.isspace() and run.text and not is_black(run) and not _is_stamp(piece):
                findings.add("font.colour", f"màu {run.colour}", where, of=piece)
        if not unicodedata.is_normalized("NFC", "".join(run.text for run in piece.runs)):
            findings.add("font.unicode", "Unicode tổ hợp", where, of=piece)


def wrong_fonts(run: FormattedRun, wanted: str) -> list[str]:
    """The fonts of a run's letters and digits that are not the wanted one; symbols have their
    own.
    """
    if not (any(map(str.isalnum, run.text)) or run.field):
        return []
    fonts = [font for font in run.fonts if not _is_font(font, wanted)]
    return [font for font in fonts if not _SYMBOLS.match(font) or len(run.text.strip()) > 1]


def is_black(run: FormattedRun) -> bool:
    """Whether its colour is black on paper."""
    try:
        channels = bytes.fromhex(run.colour)
    except ValueError:
        return True  # a name of the theme that could not be resolved
    return all(channel <= _NEARLY_BLACK for channel in channels)


def _is_stamp(piece: Piece) -> bool:
    """Dấu khẩn, which is printed in red (Phụ lục I, Mục III, khoản 2.b)."""
    return piece.is_capitals and bool(STAMP.fullmatch(piece.folded))


def _shown(document: FormattedDocument, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Every piece of the file; the place in words for those outside the body."""
    for piece in pieces:
        yield piece, ""
    section = document.sections[0]
    outside = [("Chú thích", document.notes)]
    seen: set[int] = set()
    for one in document.sections:
        for name, parts in (("Lề trên", one.headers), ("Lề dưới", one.footers)):
            outside += [(name, part) for part in parts.values() if id(part) not in seen]
            seen |= {id(part) for part in parts.values()}
    for name, blocks in outside:
        for paragraph in paragraphs(blocks):
            for piece in paragraph_pieces(paragraph, Place(0, section)):
                yield piece, name


def _is_font(font: str, wanted: str) -> bool:
    def bare(name: str) -> str:
        return name.replace(" ", "").casefold()

    return bare(font).startswith(bare(wanted))
