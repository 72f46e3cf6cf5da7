"""What a document's own head and foot say for the register: kind, số, ký hiệu, date, issuer, trích
yếu, signer; of a văn bản có tên loại, or of a công văn with its "V/v".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.citation import without_about
from cchc_desktop.domain.document_code import kind_in_full, kind_of_symbol
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.document_foot import find_foot, read_foot
from cchc_desktop.intake.document_head import read_head
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.task_tables import is_page_number, table_paragraphs
from cchc_desktop.office.grid import SourceFile, SourceParagraph, SourceTable

_MARGINS = ("header", "footer")
_LETTER = "Công văn"
_SEARCHED = 40  # lines in which the "V/v" is looked for
_LONGEST_LINE = 120  # characters of a line under "V/v" that still belongs to it
_COLUMNS = re.compile(r"\t+(?! ?/)| {4,}|\n")
_ABOUT = re.compile(r"(v/v|ve viec)\b")
_ENDS_ABOUT = re.compile(
    r"kinh gui|can cu|thuc hien|so ?:|cong hoa xa hoi|doc lap|.*\bngay\b.*\bthang\b"
)


@dataclass(frozen=True, slots=True)
class RegisteredDraft:
    """A document as its own text has it; "" for what it leaves blank. `issued` is as much of an ISO
    date as stands there.
    """

    kind: str = ""
    number: str = ""
    symbol: str = ""
    issued: str = ""
    issuer: str = ""
    title: str = ""
    signer: str = ""


def read_registered(source: SourceFile) -> RegisteredDraft:
    """The register's fields from a document's head and foot."""
    lines = list(_lines(source))
    head, used = read_head(lines)
    kind, title = kind_in_full(head.type_name), head.subject
    kind = kind.capitalize() if kind.isupper() else kind
    about = "" if title else _about(lines, numbered=bool(head.symbol))
    if about:
        kind, title = _LETTER, about
    foot = find_foot(lines[used:])
    signer = read_foot(lines[used:][foot.start : foot.stop]).signer if foot else ""
    return RegisteredDraft(
        kind or kind_of_symbol(head.symbol),
        head.number,
        head.symbol,
        head.issued,
        head.agency,
        without_about(title),
        signer,
    )


def _lines(source: SourceFile) -> Iterator[SourceParagraph]:
    """The paragraphs in reading order; those of tables column by column."""
    for block in source.blocks:
        if block.part in _MARGINS:
            continue
        if isinstance(block, SourceTable):
            yield from table_paragraphs(block)
        elif block.text.strip() and not is_page_number(block.text):
            yield block


def _about(lines: Sequence[SourceParagraph], *, numbered: bool) -> str:
    """The trích yếu of a công văn: the "V/v", or "Về" under a number, and the lines under it in its
    column.
    """
    parts: list[str] = []
    for paragraph in lines[:_SEARCHED]:
        columns = [one_line(part) for part in _COLUMNS.split(paragraph.text) if part.strip()]
        for part in columns[:1] if parts else columns:
            words = folded(part)
            numbered = numbered and not words.startswith("kinh gui")
            plain = numbered and words.startswith("ve ") and len(part) <= _LONGEST_LINE
            if not parts and (plain or _ABOUT.match(words)):
                parts.append(part)
            elif parts and (_ENDS_ABOUT.match(words) or len(part) > _LONGEST_LINE):
                return " ".join(parts)
            elif parts:
                parts.append(part)
    return " ".join(parts[:1])
