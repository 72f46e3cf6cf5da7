"""The words of paragraphs and cells as a plan keeps them: blanks folded, lines kept, automatic
numbers and bullets written out.
"""

from cchc_desktop.domain.vietnamese import fold, one_line, tidy
from cchc_desktop.intake.numbering import is_bullet
from cchc_desktop.office.grid import SourceCell, SourceParagraph, SourceTable


def paragraph_text(paragraph: SourceParagraph) -> str:
    """The paragraph as printed; every automatic bullet but "+" is a dash."""
    text = paragraph.text
    if "  " in text or not text.isprintable():  # else it is tidy already, but for its ends
        text = tidy(text)
    text = text.strip()
    if not paragraph.number:
        return text
    mark = paragraph.number.strip()
    bullet = is_bullet(mark)
    if bullet and mark != "+":
        mark = "-"
    return f"{mark} {text}" if text else ("" if bullet else mark)


def cell_text(cell: SourceCell) -> str:
    """The cell's paragraphs joined by "\\n", those of tables inside it a row a line."""
    paragraphs = cell.paragraphs
    if len(paragraphs) == 1 and not cell.nested:  # as nearly all cells are
        return paragraph_text(paragraphs[0])
    written = any(p.text and not p.text.isspace() for p in paragraphs)
    kept: list[str] = []
    for block in cell.blocks if cell.nested else paragraphs:
        if isinstance(block, SourceTable):
            kept += table_lines(block)
        elif not written or block.text.strip():
            kept.append(paragraph_text(block))
    return "\n".join(filter(None, kept))


def table_lines(table: SourceTable) -> list[str]:
    """A table as text: a row a line, its cells apart by " | "."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if text := one_line(cell_text(cell)):
            rows.setdefault(cell.row, []).append(text)
    return [" | ".join(texts) for texts in rows.values()]


def folded(text: str) -> str:
    """One line without diacritics, in lower case: what patterns are matched against."""
    return fold(one_line(text))
