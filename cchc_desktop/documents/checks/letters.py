"""Holds font, colour and encoding of everything shown against the decree (Phụ lục I, Mục I, khoản
4).
"""

import unicodedata
from collections.abc import Iterator, Sequence

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.pieces import Piece, Place, paragraph_pieces
from cchc_desktop.office.formatted import FormattedDocument, paragraphs

_NEARLY_BLACK = 0x10  # of 0xFF: LibreOffice writes black as 00000A


def check_letters(document: FormattedDocument, pieces: Sequence[Piece], findings: Findings) -> None:
    """Font, colour and encoding of everything that is shown."""
    for piece, place in _shown(document, pieces):
        where = place or piece
        for run in piece.runs:
            if any(map(str.isalnum, run.text)) or run.field:
                fonts = [f for f in run.fonts if not _is_font(f, findings.rules.font)]
                if fonts:
                    findings.add("font.name", f"phông {', '.join(fonts)}", where)
            if not run.text.isspace() and run.text and not _is_black(run.colour):
                findings.add("font.colour", f"màu {run.colour}", where)
        if not unicodedata.is_normalized("NFC", piece.paragraph.text):
            findings.add("font.unicode", "Unicode tổ hợp", where)


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


def _is_black(colour: str) -> bool:
    try:
        channels = bytes.fromhex(colour)
    except ValueError:
        return True  # a name of the theme that could not be resolved
    return all(channel <= _NEARLY_BLACK for channel in channels)
